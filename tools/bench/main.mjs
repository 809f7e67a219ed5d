// Runs the benchmarks, one JSON line per figure. Usage: tools/bench.sh [--only=a,b] [--subscribers=N] [--files=N] [--acts=N]
import { setPriority } from "node:os";
import * as lib from "./lib.mjs";
import { cap, sealing, site } from "./crates.mjs";
import { crash } from "./crash.mjs";
import { faulty, plain } from "./fanout.mjs";
import { help } from "./help.mjs";
import { list, stream } from "./http.mjs";
import { million } from "./million.mjs";
import { permits } from "./permits.mjs";

const options = Object.fromEntries(process.argv.slice(2).map((arg) => arg.replace(/^--/, "").split("=")));
const subscribers = Number(options.subscribers ?? 100_000);
const parts = {
  sealing,
  cap,
  list,
  help,
  stream: () => stream(Number(options.listeners ?? 5000)),
  fanout: () => plain(subscribers),
  faults: () => faulty(subscribers),
  crash: () => crash(subscribers, Number(options.kills ?? 20)),
  site,
  permits: () => permits(options),
  million: () => million(subscribers * 10),
};

try {
  // Other work on the machine must not stand in front; only root may ask for that.
  setPriority(-10);
} catch {
  setPriority(0);
}
for (const name of options.only?.split(",") ?? Object.keys(parts)) {
  const began = performance.now();
  try {
    await parts[name]();
  } catch (error) {
    lib.unmeasured(name, error.stack);
  }
  lib.figure(`${name}-took`, lib.round((performance.now() - began) / 1000), "s");
}
const short = lib.fallingShort();
console.log(JSON.stringify({ figure: "summary", ok: short.length === 0, short }));
process.exit(0);
