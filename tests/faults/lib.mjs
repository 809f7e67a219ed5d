// What the fault tests share: a story on a system of its own, with its log.
import assert from "node:assert/strict";
import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { drop, scratch, until } from "../../tools/bench/lib.mjs";
import { standIn, system } from "../../tools/bench/system.mjs";

export { assert };

/** Tells one story; the answer is null, or what went wrong. */
export async function tell(name, story) {
  const folder = scratch();
  const began = performance.now();
  const open = [];
  try {
    const said = await story({ folder, open });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`ok   ${name} (${seconds} s)${said ? `: ${said}` : ""}`);
    return null;
  } catch (error) {
    console.log(`FAIL ${name}: ${error.stack}`);
    return name;
  } finally {
    for (const one of open.reverse()) await one.stop("SIGKILL").catch(() => undefined);
    drop(folder);
  }
}

/** Push services and a system that knows all their phones; its log goes to a file. */
export async function world({ folder, open }, { phones = 0, settings = {}, data = folder, push = [] } = {}) {
  const services = phones > 0 ? await standIn(folder, phones, push) : undefined;
  if (services) open.push(services);
  const safe = await system(data, {
    RUST_LOG: "info",
    ...(services ? { SAFE__PUSH__EXTRA_ROOT_FILE: services.ca } : {}),
    ...settings,
  });
  const log = join(folder, "log");
  const begin = safe.start.bind(safe);
  safe.start = () => begin({ stdio: ["ignore", "ignore", openSync(log, "a")] });
  safe.log = () => readFileSync(log, "utf8");
  if (services) await safe.import(services.subscriptions);
  await safe.start();
  if (services) await safe.prepared(phones, 60, "safe_push_subscribers");
  open.push(safe);
  return { safe, push: services };
}

/** Status and body of the readiness page. */
export async function ready(safe) {
  const answer = await fetch(`${safe.api}/health/ready`, { signal: AbortSignal.timeout(8000) });
  return { ...(await answer.json()), status: answer.status };
}

export const untilReady = (safe, seconds = 15) =>
  until("ready again", seconds, async () => (await ready(safe)).status === 200);

export const untilUnready = (safe, seconds = 10) =>
  until("the fault is told", seconds, async () => {
    const answer = await ready(safe);
    return answer.status === 503 && answer;
  });

/** A request of staff that may fail; status and body. */
export async function draft(safe) {
  const answer = await fetch(`${safe.api}/office/api/alerts`, {
    method: "POST",
    headers: { authorization: `Bearer ${safe.tokens.author}`, "content-type": "application/json", "accept-language": "nl" },
    body: JSON.stringify({ scenario: "gas-leak", params: { place: "Place Flagey", radius: "300" }, municipalities: ["21009"] }),
  });
  return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.json() };
}

/** Fills what is left of a small disk; the answer frees it again. */
export function fill(folder) {
  const path = join(folder, "ballast");
  const file = openSync(path, "w");
  for (const size of [1 << 20, 1 << 16, 1 << 12, 1]) {
    const block = Buffer.alloc(size, 1);
    try {
      for (;;) writeSync(file, block);
    } catch (error) {
      if (error.code !== "ENOSPC") throw error;
    }
  }
  closeSync(file);
  return () => rmSync(path);
}

/** Everybody was told, and nobody saw it twice. */
export function allTold(report) {
  assert.equal(report.missing, 0, "phones lost");
  assert.equal(report.told_twice, 0, "phones told twice");
}

