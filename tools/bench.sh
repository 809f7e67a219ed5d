#!/usr/bin/env bash
# Benchmarks, one JSON line per figure, all on this machine, ending by themselves.
# Usage: tools/bench.sh [--only=sealing,fanout,…] [--subscribers=100000] [--kills=20]
#
# SAFE_BENCH_DATABASE_URL is an empty PostgreSQL database for the permits; otherwise they are
# measured on SQLite: tools/postgres.sh bash -c 'SAFE_BENCH_DATABASE_URL=$SAFE_TEST_POSTGRES_URL/postgres
# tools/bench.sh --only=permits'.
# SAFE_BENCH_BIN names a folder with binaries and examples that are built already.
set -euo pipefail
cd "$(dirname "$0")/.."
# Thousands of listeners need a file descriptor each.
export PATH=$PATH:/usr/sbin
ulimit -n "$(ulimit -Hn)" || true
if [ -z "${SAFE_BENCH_BIN:-}" ]; then
  cargo build --release --locked --quiet --workspace --bins --examples
fi
if [ -z "${SAFE_BENCH_YARDSTICK:-}" ] && (cd tests/yardstick && cargo build --release --locked --quiet); then
  export SAFE_BENCH_YARDSTICK=$PWD/tests/yardstick/target/release/yardstick
fi
exec node tools/bench/main.mjs "$@"
