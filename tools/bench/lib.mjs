// What all benchmarks need: figures, processes that end with the run, waiting.
import { spawn, execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export const run = promisify(execFile);
export const root = new URL("../..", import.meta.url).pathname;
/** Folder of release binaries; examples may lie beside them. */
export const bin = (name) => join(process.env.SAFE_BENCH_BIN ?? join(root, "target/release"), name);
export const example = (name) =>
  process.env.SAFE_BENCH_BIN ? bin(name) : join(root, "target/release/examples", name);

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
export const round = (value, digits = 0) => Number(value.toFixed(digits));
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

const short = [];

/** Prints one figure; `must` is `[">=", 15000]` or `["<=", 1]`, or absent for information. */
export function figure(name, value, unit, must, more = {}) {
  const ok = must ? (must[0] === ">=" ? value >= must[1] : value <= must[1]) : undefined;
  if (ok === false) short.push(name);
  const line = { figure: name, value, unit, must: must?.join(" "), ok, ...more, load: round(loadavg()[0], 2) };
  console.log(JSON.stringify(line));
  return ok;
}

/** Says that a figure could not be measured here, and why. */
export const unmeasured = (name, why) => {
  short.push(name);
  console.log(JSON.stringify({ figure: name, measured: false, why: String(why).slice(0, 400) }));
};

export const fallingShort = () => short;

/** Waits until something holds; false answers and errors are asked again. */
export async function until(what, seconds, holds, every = 50) {
  const end = Date.now() + seconds * 1000;
  let last;
  while (Date.now() < end) {
    try {
      const answer = await holds();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    await sleep(every);
  }
  throw new Error(`${what}: not within ${seconds} s${last ? ` (${last.message})` : ""}`);
}

export const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer().on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

const folders = new Set();
const children = new Set();

/** A folder that goes away with the run. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "safe-bench."));
  folders.add(folder);
  return folder;
}

export function drop(folder) {
  rmSync(folder, { recursive: true, force: true });
  folders.delete(folder);
}

/** Starts a program that is stopped at the end at the latest. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "ignore"], cwd: root, ...options });
  children.add(child);
  // How it is ended if the run breaks off: a master of others must end them too.
  child.ending = options.ending ?? "SIGKILL";
  child.ended = new Promise((done) => child.once("exit", (code, signal) => done(signal ?? code)));
  child.once("error", () => children.delete(child));
  child.ended.then(() => children.delete(child));
  return child;
}

/** Stops a program that this run started; the answer is how long it took, in ms. */
export async function stop(child, signal = "SIGTERM", limit = 20_000) {
  const began = performance.now();
  child.kill(signal);
  const ended = await Promise.race([child.ended.then(() => true), sleep(limit).then(() => false)]);
  if (!ended) child.kill("SIGKILL");
  await child.ended;
  return performance.now() - began;
}

function clean() {
  for (const child of children) child.kill(child.ending);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
process.on("exit", clean);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

/** Resident memory of a process, in bytes. */
export const resident = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024;

/** The most memory that a process has held, in bytes; it can be told to begin anew. */
export function peak(pid, anew = false) {
  if (anew) writeFileSync(`/proc/${pid}/clear_refs`, "5");
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) * 1024;
}

/** Gives what has just been done the time to end. */
export const settle = () => sleep(3000);

/** Processor time that a process has used, in seconds; the kernel counts hundredths. */
export function cpu(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The JSON lines that a program prints. */
export async function lines(command, args, options = {}) {
  const { stdout } = await run(command, args, { cwd: root, maxBuffer: 1 << 26, timeout: 600_000, ...options });
  return stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
}

export const exists = (command) => run("sh", ["-c", `command -v ${command}`]).then(() => true, () => false);
