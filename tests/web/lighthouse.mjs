// Lighthouse on ten kinds of page in three languages, as a slow phone sees them:
//   npm install --no-save lighthouse@12.8.2 && npm run lighthouse -- http://localhost:8080
// Not part of the default run: a page takes about twenty seconds. LANGS and KINDS narrow
// it; LIGHTHOUSE names another place of the package.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const LEAST = { performance: 0.98, accessibility: 1, "best-practices": 1, seo: 1 };
const KINDS = ["", "alerts/", "receive-alerts/", "guides/gas-leak/", "advice/", "advice/bicycle-theft/",
  "publications/annual-report-2022/", "plans/pgsp-2021-2024/", "emergency/numbers/", "emergency/aftercare/", "areas/", "guides/"];
const BROWSERS = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"];

const address = process.argv[2]?.replace(/\/$/, "");
const lighthouse = await import(process.env.LIGHTHOUSE ?? "lighthouse").then((m) => m.default, () => undefined);
if (!address || !lighthouse) {
  console.error("usage: npm install --no-save lighthouse@12.8.2 && npm run lighthouse -- http://localhost:8080");
  process.exit(2);
}

const port = 9300 + (process.pid % 500);
const browser = spawn(BROWSERS.find((b) => b && existsSync(b)), ["--headless=new", "--no-sandbox", "--disable-gpu",
  "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  `--remote-debugging-port=${port}`, `--user-data-dir=${mkdtempSync(join(tmpdir(), "safe-lh-"))}`, "about:blank"], { stdio: "ignore" });
for (let tries = 0; tries < 50; tries += 1) {
  if (await fetch(`http://127.0.0.1:${port}/json/version`).then(() => true, () => false)) break;
  await new Promise((done) => setTimeout(done, 200));
}

let low = 0;
for (const lang of (process.env.LANGS ?? "fr,nl,ar").split(",")) {
  for (const kind of process.env.KINDS?.split(",") ?? KINDS) {
    // A page that falls back to another language stays out of search engines on purpose.
    if (/name="robots" content="noindex"/.test(await (await fetch(`${address}/${lang}/${kind}`)).text())) {
      console.log(`skip /${lang}/${kind}  shown in another language`);
      continue;
    }
    const { lhr } = await lighthouse(`${address}/${lang}/${kind}`, { port, logLevel: "error", output: "json", onlyCategories: Object.keys(LEAST) });
    const scores = Object.keys(LEAST).map((name) => lhr.categories[name].score);
    const bad = Object.keys(LEAST).filter((name) => lhr.categories[name].score < LEAST[name]);
    const why = bad.flatMap((name) => lhr.categories[name].auditRefs
      .filter((ref) => ref.weight > 0 && (lhr.audits[ref.id].score ?? 1) < (name === "performance" ? 0.9 : 1))
      .map((ref) => `${ref.id} ${lhr.audits[ref.id].displayValue ?? ""}`.trim()));
    low += bad.length;
    const lcp = Math.round(lhr.audits["largest-contentful-paint"].numericValue);
    const kilobytes = Math.round(lhr.audits["total-byte-weight"].numericValue / 1000);
    console.log(`${bad.length ? "LOW " : "ok  "} ${scores.map((s) => Math.round(s * 100)).join(" / ")}  LCP ${lcp} ms, ${kilobytes} kB  /${lang}/${kind}${why.length ? `  ${why.join("; ")}` : ""}`);
  }
}
browser.kill();
process.exit(low === 0 ? 0 : 1);
