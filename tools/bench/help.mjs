// The help directory: how long a question takes, and how much the whole of it weighs.
import { brotliDecompressSync } from "node:zlib";
import { Agent, request } from "node:http";
import { drop, figure, round, scratch } from "./lib.mjs";
import { system } from "./system.mjs";

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const ask = (address, options, body) => new Promise((done, fail) => {
  const began = performance.now();
  const asked = request(address, { agent, ...options }, (answer) => {
    const parts = [];
    answer.on("data", (part) => parts.push(part));
    answer.on("end", () => done({ status: answer.statusCode, bytes: Buffer.concat(parts), ms: performance.now() - began }));
  });
  asked.once("error", fail);
  asked.end(body);
});

const p99 = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)];

export async function help() {
  const folder = scratch();
  const safe = await system(folder);
  await safe.start();
  const whole = await ask(`${safe.api}/api/v1/hsds/services?per_page=100&lang=fr`, { headers: { "accept-encoding": "br" } });
  const services = JSON.parse(brotliDecompressSync(whole.bytes)).contents.length;
  figure("help-whole-directory", round(whole.bytes.length / 1000, 1), "kB", ["<=", 30], { services });
  const words = ["police", "écoute", "enfant", "juridique", "viol", "santé", "plainte", "conseil"];
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const questions = {
    // Every question differs from the one before, so that no kept answer helps.
    "help-hsds-query-p99": (n) => ask(`${safe.api}/api/v1/hsds/services`, { method: "POST", headers: { "content-type": "application/json" } },
      JSON.stringify({ search: `${words[n % words.length]}`, per_page: 1 + (n % 100), page: 1 + (n % 3), lang: n % 2 ? "fr" : "nl", minimal: n % 5 === 0 })),
    "help-results-p99": (n) => ask(`${safe.api}/${n % 2 ? "fr" : "ar"}/help/services/`, { method: "POST", headers: form },
      `situation=${n % 3 ? "partner-family-violence" : ""}&language=${n % 4 ? "fr" : "nl"}${n % 2 ? "&open=1" : ""}`),
  };
  for (const [name, question] of Object.entries(questions)) {
    const times = [];
    for (let n = 0; n < 2200; n += 1) {
      const { status, ms } = await question(n);
      if (status !== 200) throw new Error(`${name}: ${status}`);
      if (n >= 200) times.push(ms);
    }
    figure(name, round(p99(times), 2), "ms", ["<=", 5], { median: round([...times].sort((a, b) => a - b)[times.length >> 1], 2), questions: times.length });
  }
  await safe.stop();
  drop(folder);
}
