// The whole system for one run: stand-in push service, database, server, accounts.

import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { createServer as createHttp } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ok, until } from "./checks.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = resolve(HERE, "../../..");
const run = promisify(execFile);

const program = (variable, name) => {
  const path = resolve(process.env[variable] ?? join(ROOT, "target/debug", name));
  ok(existsSync(path), `no program at ${path}: build it, or set ${variable}`);
  return path;
};

const freePort = () => new Promise((done, fail) => {
  const server = createServer();
  server.once("error", fail);
  server.listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

export class System {
  children = [];

  /** `push: false` leaves the stand-in and what belongs to alerts out. */
  static async start({ push = true } = {}) {
    const system = new this();
    system.push = push;
    try {
      await system.open();
      return system;
    } catch (error) {
      await system.close();
      throw error;
    }
  }

  async open() {
    this.safe = program("SAFE_BIN", "safe");
    this.folder = mkdtempSync(join(tmpdir(), "safe-e2e-"));
    if (this.push) await this.startStandIn();
    await this.startElsewhere();
    const port = await freePort();
    this.address = `http://localhost:${port}`;
    this.env = {
      ...process.env,
      RUST_LOG: "warn",
      SAFE__DATA_DIR: this.folder,
      SAFE__HTTP__LISTEN: `127.0.0.1:${port}`,
      SAFE__HTTP__METRICS_LISTEN: "",
      SAFE__HTTP__BASE_URL: this.address,
      SAFE__HTTP__EXIT_URL: `${this.elsewhere}/weather`,
      ...Object.fromEntries(["FR", "NL", "EN"].map((lang) => [`SAFE__HTTP__EXIT_URLS__${lang}`, `${this.elsewhere}/weather`])),
      SAFE__PUSH__ALLOW_PRIVATE_ENDPOINTS: "true",
      ...(this.push ? { SAFE__PUSH__EXTRA_ROOT_FILE: join(this.folder, "ca.pem") } : {}),
      SAFE__SITE__DIR: await this.site(),
    };
    await this.prepare();
    await this.command("migrate");
    await this.command("demo");
    this.tokens = {};
    for (const role of this.push ? ["author", "approver"] : []) {
      this.tokens[role] = (await this.command("staff", "add", `${role}@e2e.example`, "--role", `alert-${role}`, "--token")).trim();
    }
    await this.startServer();
  }

  /** Changes the settings before anything starts; for systems of another kind. */
  async prepare() {}

  /** The built portal: that of SITE_DIR, that of `make web`, or a new one. */
  async site() {
    for (const place of [process.env.SITE_DIR, join(ROOT, "build/web/site")]) {
      if (place && existsSync(join(place, "public/fr/index.html"))) return resolve(place);
    }
    const data = join(this.folder, "build");
    await run(this.safe, ["site", "build"], { cwd: ROOT, env: { ...process.env, SAFE__DATA_DIR: data } });
    return join(data, "site");
  }

  async command(...args) {
    const { stdout } = await run(this.safe, args, { cwd: ROOT, env: this.env });
    return stdout;
  }

  /** A member of staff with password and authenticator, as the command line prints them. */
  async staff(email, ...roles) {
    const text = await this.command("staff", "add", email, ...roles.flatMap((role) => ["--role", role]));
    const password = /^password: (.+)$/m.exec(text)?.[1];
    const secret = /secret=([A-Z2-7]+)/.exec(text)?.[1];
    ok(password && secret, "staff add prints a password and an authenticator");
    return { email, password, secret };
  }

  async startStandIn() {
    const out = join(this.folder, "subscriptions.jsonl");
    const child = spawn(program("STANDIN_BIN", "safe-standin"), ["--mailboxes", "--origins", "1", "--subscribers", "4",
      "--sample", "1", "--ca", join(this.folder, "ca.pem"), "--out", out], { stdio: ["ignore", "pipe", "inherit"] });
    this.children.push(child);
    const line = await new Promise((done, fail) => {
      createInterface({ input: child.stdout }).once("line", done);
      child.once("exit", (code) => fail(new Error(`the stand-in push service ended with ${code}`)));
    });
    this.control = `http://${JSON.parse(line).control}`;
    this.subscriptions = readFileSync(out, "utf8").trim().split("\n").map((text) => {
      const { endpoint, keys } = JSON.parse(text);
      return { endpoint, keys };
    });
  }

  /** An ordinary page of another site, where leaving a help page leads. */
  async startElsewhere() {
    this.referrers = [];
    this.other = createHttp((request, response) => {
      this.referrers.push(request.headers.referer ?? "");
      response.setHeader("Content-Type", "text/html");
      response.end("<!doctype html><title>Weather</title><h1>Weather</h1>");
    });
    await new Promise((done) => this.other.listen(0, "127.0.0.1", done));
    this.elsewhere = `http://127.0.0.1:${this.other.address().port}`;
  }

  async startServer() {
    const log = openSync(join(this.folder, "serve.log"), "a");
    this.server = spawn(this.safe, ["serve"], { cwd: ROOT, env: this.env, stdio: ["ignore", log, log] });
    this.children.push(this.server);
    await until(async () => {
      ok(this.server.exitCode === null, `the server ended: ${this.log()}`);
      return (await fetch(`${this.address}/health/ready`)).ok;
    }, "the server is ready", { within: 20_000 });
  }

  /** As in a power cut: no time to say goodbye. */
  async killServer() {
    const gone = new Promise((done) => this.server.once("exit", done));
    this.server.kill("SIGKILL");
    await gone;
  }

  log() {
    return readFileSync(join(this.folder, "serve.log"), "utf8").trim().split("\n").slice(-5).join("\n");
  }

  /** What browser `n` of the stand-in got, decrypted, oldest first. */
  async received(n) {
    const list = await (await fetch(`${this.control}/browsers/${n}`)).json();
    return list.map(({ text }) => {
      ok(text, "the stand-in could decrypt the message");
      return JSON.parse(text);
    });
  }

  /** The next message of browser `n` after the first `count`. */
  async next(n, count, within = 5000) {
    return until(async () => (await this.received(n))[count], `message ${count + 1} for browser ${n}`, { within, every: 5 });
  }

  /** A staff call as another system makes it. */
  async staffCall(role, path, body) {
    const answer = await fetch(`${this.address}/office/api/alerts${path}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${this.tokens[role]}`, "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    ok(answer.ok, `POST /office/api/alerts${path} answers ${answer.status}: ${text.slice(0, 400)}`);
    return JSON.parse(text);
  }

  /** How far the sending of an alert is. */
  async delivery(id) {
    const answer = await fetch(`${this.address}/office/api/alerts/${id}/delivery`, { headers: { Authorization: `Bearer ${this.tokens.author}` } });
    ok(answer.ok, `the delivery answers ${answer.status}`);
    return answer.json();
  }

  async json(path) {
    const answer = await fetch(this.address + path);
    ok(answer.ok, `${path} answers ${answer.status}`);
    return answer.json();
  }

  async text(path, headers = {}) {
    const answer = await fetch(this.address + path, { headers });
    ok(answer.ok, `${path} answers ${answer.status}`);
    return answer.text();
  }

  async close() {
    this.other?.closeAllConnections();
    this.other?.close();
    await Promise.all(this.children.filter((child) => child.exitCode === null && child.signalCode === null).map((child) => {
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      const hard = setTimeout(() => child.kill("SIGKILL"), 3000);
      return gone.then(() => clearTimeout(hard));
    }));
    if (this.folder && !process.env.KEEP) rmSync(this.folder, { recursive: true, force: true });
  }
}
