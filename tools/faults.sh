#!/usr/bin/env bash
# Fault tests: full disk, database gone, push service gone, process killed, hostile clients.
# Usage: tools/faults.sh [STORY…]; needs the built programs in target/debug, or in the
# folder that SAFE_BENCH_BIN names.
set -euo pipefail
cd "$(dirname "$0")/.."
ulimit -n "$(ulimit -Hn)" || true
export SAFE_BENCH_BIN=${SAFE_BENCH_BIN:-$PWD/target/debug}
exec tools/postgres.sh node tests/faults/main.mjs "$@"
