// One alert to every subscriber, measured from the approval on.
import { readFileSync } from "node:fs";

const [api, metrics, control, author, approver, count, pid] = process.argv.slice(2);
const subscribers = Number(count);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const say = (figure, values) => console.log(JSON.stringify({ figure, ...values }));

async function until(what, seconds, holds) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await holds().catch(() => false)) return;
    await sleep(100);
  }
  throw new Error(`${what}: not within ${seconds} s`);
}

async function office(path, token, body) {
  const answer = await fetch(`${api}/office/api/alerts${path}`, {
    method: body === null ? "GET" : "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: body ? JSON.stringify(body) : undefined,
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024;

await until("ready", 120, async () => (await fetch(`${api}/health/ready`)).ok);
const base = resident();
await until("agreements", 600, async () => {
  const text = await (await fetch(`${metrics}/metrics`)).text();
  return Number(/safe_push_agreements (\d+)/.exec(text)?.[1]) >= subscribers;
});
say("memory-per-subscriber", { bytes: Math.round(resident() / subscribers), resident: resident(), at_start: base });

const { id } = await office("", author, {
  scenario: "gas-leak", severity: "Extreme", params: { place: "Place Flagey", radius: "300" }, municipalities: ["04000"],
});
await office(`/${id}/submit`, author);
await fetch(`${control}/mark`, { method: "POST" }).catch(() => undefined);
const began = Date.now();
await office(`/${id}/approve`, approver);
const approved = Date.now() - began;
let delivery;
await until("delivery", 900, async () => {
  delivery = await office(`/${id}/delivery`, author, null);
  return Boolean(delivery.finished_at);
});
const seconds = (Date.now() - began) / 1000;
const report = await (await fetch(`${control}/report`)).json();
say("fan-out", {
  subscribers, accepted: delivery.accepted, seconds, accepted_per_s: Math.round(delivery.accepted / seconds),
  approve_ms: approved, missing: report.missing, duplicates: report.duplicates, decrypted: report.decrypted,
});
