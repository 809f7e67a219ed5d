// What fails around the system: its disk, its database, a push service, itself.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { sleep, until } from "../../tools/bench/lib.mjs";
import { allTold, assert, draft, fill, ready, untilReady, untilUnready, world } from "./lib.mjs";

const run = (command, ...args) => execFileSync(command, args, { stdio: ["ignore", "pipe", "pipe"] }).toString();

/** A full disk: said, nothing half-done, nothing sent twice, and well again by itself. */
export async function fullDisk(story) {
  const data = join(story.folder, "small");
  mkdirSync(data);
  try {
    run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", data);
  } catch {
    return "not tested: no small disk may be mounted here";
  }
  story.open.push({ stop: async () => run("umount", "-l", data) });
  const { safe, push } = await world(story, { data, phones: 3000, push: ["--latency-ms", "300"] });
  const first = await safe.submitted();
  await safe.approve(first);
  await safe.delivered(first, 60);
  const second = await safe.submitted();
  await push.reset();
  await safe.approve(second);
  const free = fill(data);
  const answer = await untilUnready(safe);
  assert.ok(!answer.disk || !answer.writable, "the disk is named");
  // The write-ahead log has room of its own for a while: what is accepted is kept.
  const accepted = [];
  let refused;
  while (!refused && accepted.length < 2000) {
    const said = await draft(safe);
    if (said.status === 201) accepted.push(said.body.id);
    else refused = said;
  }
  assert.equal(refused.status, 503, JSON.stringify(refused.body));
  assert.match(refused.type, /problem\+json/);
  // The disk is still full: what was approved before must become visible all the same.
  const asked = performance.now();
  await until("the public sees what was approved", 5, async () => {
    const list = await (await fetch(`${safe.api}/api/v1/alerts`)).json();
    return list.alerts.length === 2;
  }, 10);
  const lag = Math.round(performance.now() - asked);
  assert.match(safe.log(), /this process cannot do its work/);
  await sleep(1500);
  free();
  await untilReady(safe);
  await safe.delivered(second, 60);
  allTold(await push.report());
  assert.equal((await push.report()).duplicates, 0, "what was sent is not sent again");
  for (const id of accepted) await safe.delivery(id);
  assert.equal((await draft(safe)).status, 201);
  // What else the check finds, such as a mistake in the content, is not the matter here.
  const checked = await safe.command("check").catch((error) => error.stdout);
  assert.match(checked, /^audit: \d+ rows, whole, head /m);
  return `${accepted.length} drafts fitted before the first was refused; all are there; approved alert visible after another ${lag} ms`;
}

/** The database goes away in the middle of a fan-out and comes back. */
export async function databaseGone(story) {
  const [url, control] = [process.env.SAFE_TEST_POSTGRES_URL, process.env.SAFE_TEST_POSTGRES_CTL];
  if (!url || !control) return "not tested: tools/postgres.sh starts the server for it";
  const database = `${url}/faults_${process.pid}`;
  run("psql", `${url}/postgres`, "-c", `CREATE DATABASE faults_${process.pid}`);
  const { safe, push } = await world(story, {
    phones: 6000, push: ["--latency-ms", "300"],
    settings: { SAFE__DATABASE__URL: database, SAFE__PUSH__CONCURRENCY_PER_ORIGIN: "200" },
  });
  const first = await safe.submitted();
  await push.reset();
  await safe.approve(first);
  await until("some are told", 20, async () => (await push.report()).accepted > 300, 20);
  run(control, "stop");
  const answer = await untilUnready(safe);
  assert.equal(answer.database, false);
  const list = await (await fetch(`${safe.api}/api/v1/alerts`)).json();
  assert.equal(list.alerts.length, 1, "the public still sees what holds");
  const refused = await draft(safe);
  assert.equal(refused.status, 503, JSON.stringify(refused.body));
  assert.match(safe.log(), /this process cannot do its work/);
  await sleep(2000);
  run(control, "start");
  await untilReady(safe);
  assert.match(safe.log(), /this process can do its work again/);
  await safe.delivered(first, 90);
  const report = await push.report();
  allTold(report);
  assert.equal(report.duplicates, 0, "what was sent is not sent again");
  assert.equal((await draft(safe)).status, 201);
}

/** A push service goes away and comes back: the others do not notice, nobody is lost. */
export async function pushServiceGone(story) {
  const { safe, push } = await world(story, { phones: 4000 });
  await push.faults(1, { mode: "refuse" });
  const id = await safe.submitted();
  await push.reset();
  await safe.approve(id);
  const others = (delivery) => delivery.origins.filter((o) => o.origin !== push.origins[1]).every((o) => o.pending === 0);
  await safe.delivered(id, 20, others);
  const answer = await until("it is told", 20, async () => {
    const now = await ready(safe);
    return now.push_services_held === 1 && now;
  });
  assert.equal(answer.status, 200, "one push service away is no reason to turn people away");
  assert.match(safe.log(), /a push service is held back/);
  await push.faults(1, {});
  await safe.delivered(id, 90);
  allTold(await push.report());
  await until("it is told", 10, async () => (await ready(safe)).push_services_held === 0);
  assert.match(safe.log(), /a push service works again/);
}

/** Killed in the middle, three times: the next process takes over at once. */
export async function killed(story) {
  const { safe, push } = await world(story, { phones: 8000, push: ["--latency-ms", "200"], settings: { SAFE__PUSH__CONCURRENCY_PER_ORIGIN: "100" } });
  const id = await safe.submitted();
  await push.reset();
  await safe.approve(id);
  for (let turn = 1; turn <= 3; turn += 1) {
    await until("some are told", 30, async () => (await push.report()).reached > turn * 1500, 20);
    safe.child.kill("SIGKILL");
    await safe.child.ended;
    await safe.start();
  }
  const began = performance.now();
  await safe.delivered(id, 90);
  // Far less than the time of a lease.
  assert.ok(performance.now() - began < 25_000, "the shards in hand were taken over at once");
  allTold(await push.report());
  assert.match(safe.log(), /what a process that was killed had in hand is sent again/);
}
