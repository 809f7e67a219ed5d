#!/usr/bin/env bash
# Has a validator that is not ours judge the description of the API.
# Usage: tools/openapi.sh; the program must be built (target/debug/safe).
set -euo pipefail
cd "$(dirname "$0")/.."
venv=.tools/openapi
wanted=openapi-spec-validator==0.9.0
if [ "$(cat "$venv/wanted" 2>/dev/null)" != "$wanted" ]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "$wanted"
  echo "$wanted" > "$venv/wanted"
fi
document=$(mktemp --suffix=.json)
trap 'rm -f "$document"' EXIT
"${CARGO_TARGET_DIR:-target}"/debug/safe openapi > "$document"
"$venv/bin/openapi-spec-validator" --schema 3.1 "$document"
