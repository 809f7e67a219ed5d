#!/usr/bin/env bash
# Benchmarks, one JSON line per figure. Usage: tools/bench.sh [SUBSCRIBERS]
# Everything stays on this machine and ends by itself.
set -euo pipefail
cd "$(dirname "$0")/.."
subscribers=${1:-100000}
cargo build --release --locked --quiet -p safe-api -p safe-standin
cargo run --release --locked --quiet -p safe-sealing --example rate
cargo run --release --locked --quiet -p safe-cap --example speed
cargo run --release --locked --quiet -p safe-courier --example blast
(cd tests/yardstick && cargo run --release --locked --quiet -- seal --n 2000 --bytes 1200) ||
  echo '{"figure":"yardstick","measured":false,"why":"the web-push crate did not build here"}'

# The whole chain: import, approve, and wait until every push service has everything.
folder=$(mktemp -d /tmp/safe-bench.XXXXXX)
pids=()
cleanup() { for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; rm -rf "$folder"; }
trap cleanup EXIT
free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }
port=$(free_port)
export SAFE__DATA_DIR=$folder SAFE__HTTP__LISTEN=127.0.0.1:$port SAFE__HTTP__METRICS_LISTEN=127.0.0.1:$(free_port) \
  SAFE__PUSH__ALLOW_PRIVATE_ENDPOINTS=true SAFE__PUSH__EXTRA_ROOT_FILE=$folder/ca.pem RUST_LOG=error
target/release/safe-standin --subscribers "$subscribers" --ca "$folder/ca.pem" --out "$folder/subs.jsonl" >"$folder/standin.json" &
pids+=($!)
until [ -s "$folder/standin.json" ]; do sleep 0.2; done
control=$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1])).control' "$folder/standin.json")
author=$(target/release/safe staff add author@bench.invalid --role alert-author --token)
approver=$(target/release/safe staff add approver@bench.invalid --role alert-approver --token)
target/release/safe subscribers import "$folder/subs.jsonl" >/dev/null
target/release/safe serve 2>/dev/null &
server=$!; pids+=("$server")
node tools/bench-fanout.mjs "http://127.0.0.1:$port" "http://${SAFE__HTTP__METRICS_LISTEN}" "http://$control" \
  "$author" "$approver" "$subscribers" "$server"
