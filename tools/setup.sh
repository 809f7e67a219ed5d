#!/usr/bin/env bash
# Installs what a target needs, once. Usage: tools/setup.sh run|test|bench
#
# "run" needs Rust and Node only, and no root. "bench" adds nginx, wrk, h2load and an S3
# server where packages may be installed. "test" adds PostgreSQL, NATS, ClamAV, Chromium, a reader of
# PDF and a Python environment: from the system's packages as root (or with sudo without a
# password), else unpacked under .tools/ without installing anything.
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-run}
tools=$PWD/.tools
mkdir -p "$tools"

need() { command -v "$1" >/dev/null || { echo "setup: please install $1 ($2)" >&2; exit 1; }; }
need cargo "https://rustup.rs"
need node "Node 20 or newer"
need npm "comes with Node"

# Runs a step again only when its inputs changed.
once() {
  local name=$1 stamp; shift
  stamp=$(cat "$@" 2>/dev/null | sha256sum | cut -d' ' -f1)
  [ "$(cat "$tools/$name.stamp" 2>/dev/null)" = "$stamp" ] && return 1
  pending_name=$name pending_stamp=$stamp
}
done_once() { echo "$pending_stamp" > "$tools/$pending_name.stamp"; }

if [ ! -d site/node_modules ] || once zola site/package-lock.json; then
  (cd site && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  once zola site/package-lock.json && done_once || true
fi
[ "$what" = run ] && exit 0

if [ ! -d tests/oidc/node_modules ] || once oidc tests/oidc/package-lock.json; then
  (cd tests/oidc && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  once oidc tests/oidc/package-lock.json && done_once || true
fi

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
may_be_root() { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }

# Unpacks packages and what they depend on, where nothing may be installed.
unpack() {
  local folder=$tools/debs
  mkdir -p "$folder"
  (cd "$folder" && apt-get download $(apt-cache depends --recurse --no-recommends --no-suggests \
    --no-conflicts --no-breaks --no-replaces --no-enhances "$@" | grep '^\w' | sort -u))
  for deb in "$folder"/*.deb; do dpkg -x "$deb" "$tools/root"; done
}

install() {
  if may_be_root; then
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    # Run level 1: what is installed starts no service.
    as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  else
    unpack "$@"
  fi
}

have_python() { command -v python3 >/dev/null && python3 -c 'import venv, ensurepip' 2>/dev/null; }

# A server that speaks S3 and shares no code with ours.
object_store() {
  "$tools/moto/bin/moto_server" --help >/dev/null 2>&1 && return
  python3 -m venv --clear "$tools/moto"
  "$tools/moto/bin/pip" install --quiet --disable-pip-version-check \
    'moto[s3]==5.2.1' flask==3.1.3 flask-cors==6.0.2
}

if [ "$what" = bench ]; then
  # Yardsticks. What cannot be installed is reported as not measured.
  export PATH=$PATH:/usr/sbin
  missing=()
  command -v nginx >/dev/null || missing+=(nginx-light)
  command -v wrk >/dev/null || missing+=(wrk)
  command -v h2load >/dev/null || missing+=(nghttp2-client)
  have_python || missing+=(python3 python3-venv)
  if [ ${#missing[@]} -gt 0 ] && may_be_root; then install "${missing[@]}" || true; fi
  object_store || true
  exit 0
fi

if [ ! -d tests/web/node_modules ] || once web tests/web/package-lock.json; then
  (cd tests/web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  once web tests/web/package-lock.json && done_once || true
fi

have_postgres() { ls /usr/lib/postgresql/*/bin/initdb "$tools"/root/usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
have_chromium() { command -v chromium chromium-browser google-chrome >/dev/null 2>&1 || [ -x "$tools/root/usr/bin/chromium" ]; }
have_clamd() { [ -x /usr/sbin/clamd ] || [ -x "$tools/root/usr/sbin/clamd" ]; }
have_nats() { { command -v nats-server || ls /usr/sbin/nats-server "$tools/root/usr/sbin/nats-server"; } >/dev/null 2>&1; }
missing=()
have_postgres || missing+=(postgresql)
have_chromium || missing+=(chromium)
have_nats || missing+=(nats-server)
# The scanner without its signatures: the stories bring one of their own.
have_clamd || missing+=(clamav-daemon)
# Reads the code on a letter in the walk of a permit.
command -v pdftotext >/dev/null || missing+=(poppler-utils)
have_python || missing+=(python3 python3-venv)
[ ${#missing[@]} = 0 ] || install "${missing[@]}"

if [ ! -x "$tools/typos/bin/typos" ]; then
  python3 -m venv "$tools/typos"
  "$tools/typos/bin/pip" install --quiet --disable-pip-version-check typos==1.52.0 || \
    "$tools/typos/bin/pip" install --quiet --disable-pip-version-check typos
fi
object_store
for tool in cargo-deny cargo-machete; do
  [ -x "$tools/cargo/bin/$tool" ] || cargo install --quiet --locked --root "$tools/cargo" "$tool"
done
