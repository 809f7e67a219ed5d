#!/usr/bin/env bash
# A PostgreSQL server for the tests, in a folder of its own, on a free port.
# Usage: tools/postgres.sh COMMAND…  runs the command with SAFE_TEST_POSTGRES_URL set.
# SAFE_TEST_POSTGRES_CTL is a command that takes "stop" and "start", for tests in which
# the server goes away.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$(ls -d /usr/lib/postgresql/*/bin .tools/root/usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
[ -n "$bin" ] || { echo "postgres: no server found; run tools/setup.sh test" >&2; exit 1; }
folder=$(mktemp -d /tmp/safe-postgres.XXXXXX)
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
# The server refuses to run as root.
as=()
if [ "$(id -u)" = 0 ]; then
  id -u postgres >/dev/null 2>&1 && user=postgres || user=nobody
  chown "$user" "$folder"
  as=(setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups)
fi
stop() { "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT
cd "$folder"
"${as[@]}" "$bin/initdb" -D "$folder/data" -U safe -A trust -E UTF8 --no-sync >/dev/null
control=$folder/control
cat >"$control" <<EOF
#!/usr/bin/env bash
cd "$folder"
exec ${as[@]} "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -m immediate \
  -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=400" "\$@" >/dev/null
EOF
chmod +x "$control"
"$control" start
cd - >/dev/null
SAFE_TEST_POSTGRES_CTL=$control SAFE_TEST_POSTGRES_URL=postgres://safe@127.0.0.1:$port "$@"
