// One alert to 100,000 phones over four push services, with and without faults, against
// what `h2load` and a loop over the usual crate reach at the same stand-in.
import { join } from "node:path";
import { choose, standIn, system } from "./system.mjs";
import { bin, drop, example, exists, figure, lines, median, round, run, scratch, unmeasured } from "./lib.mjs";

const HEALTHY = 4;

/** Approves one alert and waits for its end; what the stand-in saw of it. */
async function fanOut(safe, push, enough) {
  const id = await safe.submitted();
  await push.reset();
  await push.mark();
  await safe.approve(id);
  const delivery = await safe.delivered(id, 300, enough);
  const report = await push.report();
  return { delivery, report, seconds: report.last_ms / 1000 };
}

async function posts(folder, push) {
  await run(example("blast"), ["--import", push.subscriptions, "--ca", push.ca, "--h2load", folder]);
  let best = 0;
  for (const threads of [1, 2]) {
    const args = [join(folder, "h2load.sh"), "-n", "60000", "-c", "8", "-m", "100", "-t", String(threads)];
    const { stdout } = await run("sh", args, { timeout: 120_000, maxBuffer: 1 << 24 });
    const done = Number(/(\d+) 2xx/.exec(stdout)?.[1]);
    if (done !== 60_000) throw new Error(`h2load: ${stdout.slice(-400)}`);
    best = Math.max(best, Number(/, ([\d.]+) req\/s/.exec(stdout)[1]));
  }
  return best;
}

async function usualLoop(push) {
  const program = process.env.SAFE_BENCH_YARDSTICK;
  if (!program) throw new Error("the web-push crate did not build here");
  const said = await lines(program, ["loop", "--import", push.subscriptions, "--ca", push.ca, "--limit", "3000"]);
  return said[0].per_second;
}

export async function plain(subscribers) {
  const folder = scratch();
  const push = await standIn(folder, subscribers);
  const safe = await system(folder);
  await safe.import(push.subscriptions);
  await safe.start();
  const rates = [];
  let last;
  for (let round = 0; round < 3; round += 1) {
    await safe.prepared(subscribers);
    last = await fanOut(safe, push);
    rates.push(subscribers / last.seconds);
  }
  const { report } = last;
  const rate = round(median(rates));
  figure("fan-out", rate, "accepted/s", [">=", 15_000], {
    subscribers, runs: rates.map((r) => round(r)), missing: report.missing, duplicates: report.duplicates,
    decrypted: report.decrypted, undecryptable: report.undecryptable,
  });
  figure("fan-out-lost", report.missing, "phones", ["<=", 0]);
  figure("fan-out-p99", round(Math.max(...report.origins.map((o) => o.p99_ms))), "ms after approval", ["<=", 30_000]);
  await safe.stop();
  if (await exists("h2load")) {
    const best = await posts(folder, push);
    figure("fan-out-against-h2load", round(rate / best, 3), "of its posts/s", [">=", 0.25], { h2load_per_s: round(best) });
  } else {
    unmeasured("fan-out-against-h2load", "h2load is not installed (Debian package nghttp2-client)");
  }
  try {
    const usual = await usualLoop(push);
    figure("fan-out-against-web-push", round(rate / usual, 1), "times its loop", [">=", 10], { web_push_per_s: usual });
  } catch (error) {
    unmeasured("fan-out-against-web-push", error.message);
  }
  await push.stop();
  drop(folder);
}

const FAULTS = {
  latency_ms: 50, dead_share: 0.02,
  answers: [{ share: 0.01, status: 503 }, { share: 0.01, status: 429, retry_after: { seconds: 1 } }],
};

/** With faults; once with all phones of the dead push service, once without them. */
export async function faulty(subscribers) {
  const folder = scratch();
  const push = await standIn(folder, subscribers, ["--origins", HEALTHY, "--faults", JSON.stringify(FAULTS)]);
  const dead = HEALTHY - 1;
  await push.faults(dead, { ...FAULTS, mode: "black-hole" });
  const others = join(folder, "others.jsonl");
  await choose(push.subscriptions, others, (number) => number % HEALTHY !== dead);
  const results = { with: [], without: [] };
  for (let turn = 0; turn < 3; turn += 1) {
    for (const which of ["without", "with"]) {
      const home = scratch();
      const safe = await system(home, { SAFE__PUSH__EXTRA_ROOT_FILE: push.ca });
      await safe.import(which === "with" ? push.subscriptions : others);
      await safe.start();
      await safe.prepared(which === "with" ? subscribers : subscribers * (HEALTHY - 1) / HEALTHY);
      const healthyDone = (delivery) =>
        delivery.origins.filter((o) => o.origin !== push.origins[dead]).every((o) => o.subscribers > 0 && o.pending === 0);
      const { report } = await fanOut(safe, push, healthyDone);
      const healthy = report.origins.filter((_, number) => number !== dead);
      results[which].push({
        p99: Math.max(...healthy.map((o) => o.p99_ms)),
        last: Math.max(...healthy.map((o) => o.last_ms)),
        accepted: healthy.reduce((sum, o) => sum + o.accepted, 0),
        duplicates: report.duplicates,
      });
      await safe.stop("SIGKILL");
      drop(home);
    }
  }
  const rate = median(results.with.map((r) => r.accepted / (r.last / 1000)));
  figure("fan-out-with-faults", round(rate), "accepted/s", [">=", 8000], {
    subscribers, latency_ms: 50, refused: "1 % 503, 1 % 429, 2 % 410", dead_origins: 1,
    runs: results.with.map((r) => round(r.accepted / (r.last / 1000))), duplicates: results.with.map((r) => r.duplicates),
  });
  const [a, b] = [median(results.with.map((r) => r.p99)), median(results.without.map((r) => r.p99))];
  figure("fan-out-p99-moved-by-dead-origin", round((a / b - 1) * 100, 1), "%", ["<=", 10], {
    with_ms: results.with.map((r) => round(r.p99)), without_ms: results.without.map((r) => round(r.p99)),
  });
  await push.stop();
  drop(folder);
}
