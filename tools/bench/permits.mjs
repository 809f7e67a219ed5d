// Permits with full cupboards: every page of applicants and of the office, lists by key, the
// letter of a decision, the chain of acts, large uploads.
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import {
  bin, drop, figure, freePort, peak, resident, root, round, run, scratch, settle, start, stop, unmeasured, until,
} from "./lib.mjs";
import { system } from "./system.mjs";

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One request; the answer with how long it took until its last byte. */
const get = (api, path, cookie, options = {}) => new Promise((done, fail) => {
  const began = performance.now();
  const headers = { accept: "text/html", ...(cookie ? { cookie } : {}), ...options.headers };
  const asked = request(`${api}${path}`, { agent, ...options, headers }, (answer) => {
    const parts = [];
    answer.on("data", (part) => parts.push(part));
    answer.on("end", () => done({ status: answer.statusCode, body: Buffer.concat(parts), ms: performance.now() - began }));
  });
  asked.once("error", fail);
  asked.end(options.body);
});

async function open(api, path, cookie) {
  const answer = await get(api, path, cookie);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

const at = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/** Opens addresses of one kind in turn; prints the median and the slowest hundredth. */
async function pages(api, kind, addresses, most = 100, rounds = 400) {
  const times = [];
  for (let n = 0; n < rounds; n += 1) {
    const [path, cookie] = addresses[n % addresses.length];
    times.push((await open(api, path, cookie)).ms);
  }
  const more = { p50: round(at(times, 0.5), 1), slowest: round(Math.max(...times), 1), addresses: addresses.length };
  figure(`permits-${kind}-p99`, round(at(times, 0.99), 1), "ms", ["<=", most], more);
}

/** The content with its rows of today dated back, so that the files of five years have rows. */
function datedBack(folder) {
  const content = join(folder, "content");
  cpSync(join(root, "content"), content, { recursive: true });
  const rows = join(content, "permits");
  for (const name of readdirSync(rows).filter((one) => one.endsWith(".toml"))) {
    const text = readFileSync(join(rows, name), "utf8");
    writeFileSync(join(rows, name), text.replaceAll(/^valid_from = 2026-\d\d-\d\d$/gm, "valid_from = 2006-06-09"));
  }
  return content;
}

const LISTS = {
  "queue-open": ["weapons-clerk", "/office/permits"],
  "queue-new": ["weapons-clerk", "/office/permits?queue=new"],
  "queue-decision": ["weapons-clerk", "/office/permits?queue=decision"],
  "queue-closed": ["weapons-clerk", "/office/permits?queue=closed"],
  "tasks-open": ["weapons-clerk", "/office/permits-tasks"],
  "tasks-done": ["weapons-clerk", "/office/permits-tasks?list=done"],
  controls: ["weapons-clerk", "/office/permits-controls"],
  payments: ["weapons-clerk", "/office/permits-payments"],
  "adviser-list": ["adviser", "/office/advice"],
  "acts-of-the-day": ["administrator", "/office/audit"],
};
const PUBLIC = {
  statistics: "/fr/permits/statistics/",
  "api-statistics": "/api/v1/permits/statistics",
  "csv-statistics": "/api/v1/datasets/weapons-permits.csv",
};

/** The first page of a list against one far behind: a place is looked up, not counted off. */
async function farBehind(api, kind, path, cookie, far = 500) {
  let here = path;
  let number = 1;
  for (; number < far; number += 1) {
    const { body } = await open(api, here, cookie);
    const next = /href="([^"]*after=[^"]*)"/.exec(body.toString("utf8"))?.[1];
    if (!next) break;
    here = next.replaceAll("&amp;", "&");
  }
  const [first, last] = [[], []];
  for (let n = 0; n < 100; n += 1) {
    first.push((await open(api, path, cookie)).ms);
    last.push((await open(api, here, cookie)).ms);
  }
  const [one, other] = [at(first, 0.5), at(last, 0.5)];
  figure(`permits-${kind}-far`, round(other / one, 2), `times the first page, page ${number}`, ["<=", 1.5], {
    first_ms: round(one, 1), far_ms: round(other, 1),
  });
}

/** A PDF of so many bytes. */
function pdf(bytes) {
  const head = "%PDF-1.7\n1 0 obj <<>> endobj\n";
  const tail = "\ntrailer << /Root 1 0 R >>\n%%EOF\n";
  return Buffer.concat([Buffer.from(head), Buffer.alloc(bytes - head.length - tail.length, "% filling\n"), Buffer.from(tail)]);
}

function form(fields, name, file) {
  const part = (head, body) => [`--edge\r\nContent-Disposition: form-data; ${head}\r\n\r\n`, body, "\r\n"];
  const parts = Object.entries(fields).flatMap(([key, value]) => part(`name="${key}"`, value));
  parts.push(...part(`name="files"; filename="${name}"`, file), "--edge--\r\n");
  return Buffer.concat(parts.map((one) => Buffer.from(one)));
}

/** Ten people hand in 20 MB each at the same moment. */
async function uploads(safe, drafts, photo, name) {
  const [, month, year] = [0, new Date().getMonth() + 1, new Date().getFullYear()];
  const files = [["a.pdf", pdf(20_000_000)], ["b.jpg", readFileSync(photo)]];
  const bodies = await Promise.all(drafts.slice(0, 10).map(async ([path, cookie], n) => {
    const page = (await open(safe.api, path, cookie)).body.toString("utf8");
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)[1];
    const dated = { csrf, "dated-d": "1", "dated-m": String(month), "dated-y": String(year) };
    return [path, cookie, form(dated, ...files[n % 2])];
  }));
  if (bodies.length < 10) throw new Error(`uploads: only ${bodies.length} drafts`);
  await settle();
  const idle = resident(safe.child.pid);
  peak(safe.child.pid, true);
  const began = performance.now();
  const answers = await Promise.all(bodies.map(([path, cookie, body]) => get(safe.api, path, cookie, {
    agent: new Agent(), method: "POST", body,
    headers: { "content-type": "multipart/form-data; boundary=edge", "content-length": body.length },
  })));
  const wrong = answers.filter(({ status }) => status !== 303).map(({ status }) => status);
  if (wrong.length > 0) throw new Error(`uploads: ${wrong}`);
  const above = (peak(safe.child.pid) - idle) / 1e6;
  figure(name, round(above), "MB above idle for ten uploads of 20 MB at once", ["<=", 200], {
    idle_mb: round(idle / 1e6), seconds: round((performance.now() - began) / 1000, 1),
    sizes_mb: files.map(([, file]) => round(file.length / 1e6, 1)),
  });
}

/** The same into a bucket, whose server has its memory for itself. */
async function bucketUploads(safe, drafts, photo) {
  const name = "permits-uploads-bucket-memory";
  const program = join(root, ".tools/moto/bin/moto_server");
  if (!existsSync(program)) return unmeasured(name, `${program} is missing: tools/setup.sh test installs it`);
  const port = await freePort();
  const server = start(program, ["-H", "127.0.0.1", "-p", String(port)]);
  const endpoint = `http://127.0.0.1:${port}`;
  await until("the bucket", 60, async () => (await fetch(`${endpoint}/documents`, { method: "PUT" })).ok);
  Object.assign(safe.env, {
    SAFE__VAULT__S3__ENDPOINT: endpoint,
    SAFE__VAULT__S3__BUCKET: "documents",
    SAFE__VAULT__S3__ACCESS_KEY_ID: "bench",
    SAFE__VAULT__S3__SECRET_ACCESS_KEY: "bench",
  });
  await safe.start();
  await uploads(safe, drafts, photo, name);
  await safe.stop();
  await stop(server);
}

/** The whole chain of acts, walked by the command that operators use. */
async function chain(safe) {
  const began = performance.now();
  const said = await safe.command("check").catch((error) => error.stdout ?? "");
  const seconds = (performance.now() - began) / 1000;
  const rows = Number(/audit: (\d+) rows, whole/.exec(said)?.[1] ?? Number.NaN);
  if (!rows) return unmeasured("permits-chain", said);
  figure("permits-chain", round((seconds * 1e6) / rows, 2), "s per million acts, the whole of `safe check`", ["<=", 10], {
    rows, seconds: round(seconds, 1),
  });
}

export async function permits(options) {
  const folder = scratch();
  const database = process.env.SAFE_BENCH_DATABASE_URL;
  const settings = {
    SAFE__SITE__CONTENT_DIR: datedBack(folder),
    SAFE__SESSIONS__IDLE_MIN: "480",
    SAFE__CITIZENS__IDLE_MIN: "480",
    ...(database ? { SAFE__DATABASE__URL: database } : {}),
  };
  const safe = await system(folder, settings);
  await safe.command("site", "build").catch((error) => unmeasured("permits-portal", error.message));
  const began = performance.now();
  const photo = join(folder, "photo.jpg");
  const args = [`--files=${options.files ?? 50_000}`, `--acts=${options.acts ?? 2_000_000}`, `--photo=${photo}`];
  const { stdout } = await run(bin("safe-archive"), args, { env: safe.env, cwd: root, maxBuffer: 1 << 28 });
  const made = JSON.parse(stdout);
  figure("permits-archive", round((performance.now() - began) / 1000), "s to fill it", undefined, {
    ...made.made, engine: database ? "postgresql" : "sqlite",
  });
  await chain(safe);
  await safe.start();
  const counted = await open(safe.api, PUBLIC.statistics);
  figure("permits-statistics-first", round(counted.ms), "ms for the count itself, which later readers do not wait for");
  for (const [kind, path] of Object.entries(PUBLIC)) await pages(safe.api, kind, [[path, ""]]);
  for (const [kind, [role, path]] of Object.entries(LISTS)) {
    await pages(safe.api, kind, [[path, made.roles[role]]]);
  }
  for (const kind of Object.keys(made.pages).sort()) {
    await pages(safe.api, kind, made.pages[kind], /letter$/.test(kind) ? 500 : 100);
  }
  for (const kind of ["queue-closed", "queue-open", "tasks-done"]) {
    const [role, path] = LISTS[kind];
    await farBehind(safe.api, kind, path, made.roles[role]);
  }
  await uploads(safe, made.pages["applicant-document"], photo, "permits-uploads-memory");
  await safe.stop();
  await bucketUploads(safe, made.pages["applicant-document"], photo);
  drop(folder);
}
