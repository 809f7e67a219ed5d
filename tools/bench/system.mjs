// The system under measurement: stand-in push services, `safe serve`, its staff.
import { createReadStream, createWriteStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bin, freePort, run, root, sleep, start, stop, until } from "./lib.mjs";

/** Starts stand-in push services; `folder` takes certificate and subscriptions. */
export async function standIn(folder, subscribers, more = []) {
  const files = { ca: join(folder, "ca.pem"), subscriptions: join(folder, "subscriptions.jsonl") };
  const args = ["--subscribers", subscribers, "--ca", files.ca, "--out", files.subscriptions, ...more];
  const child = start(bin("safe-standin"), args.map(String), { stdio: ["ignore", "pipe", "ignore"] });
  const ready = await new Promise((done, fail) => {
    createInterface(child.stdout).once("line", (line) => done(JSON.parse(line)));
    child.once("exit", (code) => fail(new Error(`the stand-in ended with ${code}`)));
    child.once("error", fail);
  });
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://${ready.control}${path}`, { method, body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    ...files, child, origins: ready.origins,
    mark: () => ask("POST", "/mark"),
    reset: () => ask("POST", "/reset"),
    report: () => ask("GET", "/report"),
    faults: (origin, faults) => ask("PUT", `/origins/${origin}/faults`, faults),
    stop: () => stop(child),
  };
}

/** Keeps only the subscriptions of the first so many, or of some origins. */
export async function choose(from, to, keep) {
  const out = createWriteStream(to);
  let number = 0;
  for await (const line of createInterface(createReadStream(from))) {
    if (keep(number++)) out.write(`${line}\n`);
  }
  await new Promise((done) => out.end(done));
}

/** A system with its own data folder, not yet running. */
export async function system(folder, settings = {}) {
  const [port, metrics] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    SAFE__DATA_DIR: join(folder, "data"),
    SAFE__HTTP__LISTEN: `127.0.0.1:${port}`,
    SAFE__HTTP__METRICS_LISTEN: `127.0.0.1:${metrics}`,
    SAFE__PUSH__ALLOW_PRIVATE_ENDPOINTS: "true",
    SAFE__LIMITS__READ_PER_S: "4000000",
    SAFE__LIMITS__READ_BURST: "4000000",
    SAFE__LIMITS__WRITE_PER_MIN: "100000",
    SAFE__LIMITS__WRITE_BURST: "100000",
    RUST_LOG: "error",
    ...settings,
  };
  const ca = join(folder, "ca.pem");
  if (existsSync(ca)) env.SAFE__PUSH__EXTRA_ROOT_FILE = ca;
  const command = async (...args) => (await run(bin("safe"), args, { env, cwd: root, maxBuffer: 1 << 26 })).stdout.trim();
  const tokens = {
    author: await command("staff", "add", "author@bench.invalid", "--role", "alert-author", "--token"),
    approver: await command("staff", "add", "approver@bench.invalid", "--role", "alert-approver", "--token"),
  };
  return new System(env, `http://127.0.0.1:${port}`, `http://127.0.0.1:${metrics}`, tokens, command);
}

class System {
  constructor(env, api, metrics, tokens, command) {
    Object.assign(this, { env, api, metrics, tokens, command });
  }

  import(file) {
    return this.command("subscribers", "import", file);
  }

  /** Starts it and waits until it is ready; the answer is how long that took, in ms. */
  async start(options = {}) {
    const began = performance.now();
    this.child = start(bin("safe"), ["serve"], { env: this.env, ...options });
    await until("ready", 120, async () => (await fetch(`${this.api}/health/ready`)).ok, 20);
    return performance.now() - began;
  }

  /** A value of the metrics page. */
  async metric(name) {
    const text = await (await fetch(`${this.metrics}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\d+)`, "m").exec(text)?.[1] ?? Number.NaN);
  }

  /** Waits until every subscriber is loaded, and has an agreement if so wished. */
  async prepared(count, seconds = 900, name = "safe_push_agreements") {
    await until(name, seconds, async () => (await this.metric(name)) >= count, 200);
    // The last transaction's pages are still being written.
    await sleep(500);
  }

  async office(path, who, body, method = body === undefined ? "POST" : body === null ? "GET" : "POST") {
    const answer = await fetch(`${this.api}/office/api/alerts${path}`, {
      method,
      headers: { authorization: `Bearer ${this.tokens[who]}`, "content-type": "application/json" },
      body: body ? JSON.stringify(body) : undefined,
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** A submitted alert for the whole Region, ready to be approved. */
  async submitted(severity = "Extreme") {
    const alert = {
      scenario: "gas-leak", severity, params: { place: "Place Flagey", radius: "300" }, municipalities: ["04000"],
    };
    const { id } = await this.office("", "author", alert);
    await this.office(`/${id}/submit`, "author");
    return id;
  }

  approve(id) {
    return this.office(`/${id}/approve`, "approver");
  }

  delivery(id) {
    return this.office(`/${id}/delivery`, "author", null);
  }

  /** Waits until nothing is left to send; looking seldom costs the system little. */
  async delivered(id, seconds = 300, enough = (delivery) => Boolean(delivery.finished_at)) {
    return until("delivery", seconds, async () => {
      const delivery = await this.delivery(id);
      return enough(delivery) && delivery;
    }, 250);
  }

  stop(signal) {
    return stop(this.child, signal);
  }

  log() {
    return existsSync(this.env.LOG ?? "") ? readFileSync(this.env.LOG, "utf8") : "";
  }
}
