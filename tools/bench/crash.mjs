// kill -9 at random moments of a fan-out: nobody lost, nobody told twice.
import { standIn, system } from "./system.mjs";
import { drop, figure, median, round, scratch, sleep } from "./lib.mjs";

export async function crash(subscribers, times = 20) {
  const folder = scratch();
  const push = await standIn(folder, subscribers);
  const safe = await system(folder);
  await safe.import(push.subscriptions);
  await safe.start();
  const [lost, twice, repeats, recovered, moments] = [[], [], [], [], []];
  for (let round = 0; round < times; round += 1) {
    await safe.prepared(subscribers, 120, "safe_push_subscribers");
    const id = await safe.submitted();
    await push.reset();
    await safe.approve(id);
    const moment = 50 + Math.random() * 3500;
    await sleep(moment);
    safe.child.kill("SIGKILL");
    await safe.child.ended;
    const began = performance.now();
    moments.push(Math.round(moment));
    await safe.start();
    await safe.delivered(id, 180);
    recovered.push(performance.now() - began);
    const report = await push.report();
    lost.push(report.missing);
    twice.push(report.told_twice);
    repeats.push(report.duplicates + report.duplicates_unheard);
  }
  const sum = (values) => values.reduce((a, b) => a + b, 0);
  figure("crash-lost", sum(lost), "phones", ["<=", 0], { subscribers, kills: times, killed_after_ms: moments });
  figure("crash-seen-twice", sum(twice), "phones", ["<=", 0], {
    kills: times, repeated_under_one_tag: repeats, hidden_by: "Topic and tag",
  });
  figure("crash-recovery", round(median(recovered) / 1000, 1), "s from restart to the last push", undefined, {
    slowest: round(Math.max(...recovered) / 1000, 1),
  });
  await safe.stop();
  await push.stop();
  drop(folder);
}
