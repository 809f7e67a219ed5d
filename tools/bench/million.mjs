// A million phones: memory, the time to the first push, and how cost grows.
import { join } from "node:path";
import { choose, standIn, system } from "./system.mjs";
import { cpu, drop, figure, median, resident, round, scratch, sleep } from "./lib.mjs";

/** Sends to so many of the stand-in's phones with a system of its own. */
async function one(push, count, file) {
  const home = scratch();
  const safe = await system(home, { SAFE__PUSH__EXTRA_ROOT_FILE: push.ca });
  await safe.start();
  await sleep(3000);
  const empty = resident(safe.child.pid);
  await safe.stop();
  await safe.import(file);
  const began = performance.now();
  await safe.start();
  await safe.prepared(count, 300, "safe_push_subscribers");
  const loaded = (performance.now() - began) / 1000;
  await safe.prepared(count);
  await sleep(1000);
  const full = resident(safe.child.pid);
  const times = [];
  const worked = { safe: [], standIn: [] };
  let first;
  for (let turn = 0; turn < 3; turn += 1) {
    if (turn > 0) await safe.prepared(count);
    const id = await safe.submitted();
    await push.reset();
    await push.mark();
    const before = [cpu(safe.child.pid), cpu(push.child.pid)];
    await safe.approve(id);
    const delivery = await safe.delivered(id, 600);
    worked.safe.push(cpu(safe.child.pid) - before[0]);
    worked.standIn.push(cpu(push.child.pid) - before[1]);
    const report = await push.report();
    first ??= report.first_ms;
    times.push(report.last_ms / 1000);
    if (delivery.accepted !== count) throw new Error(`${delivery.accepted} of ${count} were told`);
  }
  await safe.stop();
  drop(home);
  return { empty, full, first, loaded, times, seconds: median(times), worked };
}

export async function million(most) {
  const folder = scratch();
  const push = await standIn(folder, most, ["--sample", "0.001"]);
  const tenth = join(folder, "tenth.jsonl");
  await choose(push.subscriptions, tenth, (number) => number < most / 10);
  const small = await one(push, most / 10, tenth);
  const large = await one(push, most, push.subscriptions);
  figure("memory-per-subscriber", round((large.full - large.empty) / most), "bytes", ["<=", 700], {
    subscribers: most, resident_mb: round(large.full / 1e6), empty_mb: round(large.empty / 1e6),
  });
  figure("first-push-after-approval", round(large.first), "ms", ["<=", 1000], { subscribers: most });
  figure("subscribers-loaded", round(large.loaded, 1), "s from start until all are in memory", undefined, { subscribers: most });
  figure("cost-growth", round(large.seconds / small.seconds, 2), "times for ten times the phones", ["<=", 11], {
    from: most / 10, to: most, seconds: [small, large].map(({ times }) => times.map((time) => round(time, 2))),
    cpu_s: [small, large].map(({ worked }) => round(median(worked.safe), 2)),
    stand_in_cpu_s: [small, large].map(({ worked }) => round(median(worked.standIn), 2)),
  });
  await push.stop();
  drop(folder);
}
