#!/bin/sh
# Has programs that are not ours judge what this crate writes, signs, reads and
# refuses. Usage: independent.sh [FOLDER]; the folder keeps the Python packages
# from one run to the next.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
folder=${1:-"$root/.tools/cap-independent"}
mkdir -p "$folder"
if [ ! -x "$folder/venv/bin/python" ]; then
    python3 -m venv "$folder/venv"
fi
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    capvalidator==0.1.0.dev4 signxml==5.2.0
cd "$root"
cargo build --quiet -p safe-cap --example emit --example judge
examples=${CARGO_TARGET_DIR:-"$root/target"}/debug/examples
exec "$folder/venv/bin/python" "$here/independent.py" "$examples" "$folder/work"
