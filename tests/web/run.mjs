// Checks a built site. `npm test -- <public folder>`; the folder defaults to the one the
// Makefile builds. Every check prints what it looked at; any fault makes the run fail.

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { checkHtml, checkLinks, checkStyles, checkWeights } from "./files.mjs";
import { checkPages, checkHelp, checkPush, checkOffline } from "./pages.mjs";
import { checkCoverage } from "./coverage.mjs";
import { checkLive } from "./live.mjs";
import { checkLanguages } from "./languages.mjs";

const root = resolve(process.argv[2] ?? "../../build/site/public");
if (!existsSync(root)) {
  console.error(`no built site at ${root}`);
  process.exit(2);
}

const only = process.env.ONLY?.split(",");
const checks = { styles: checkStyles, html: checkHtml, links: checkLinks, weights: checkWeights, languages: checkLanguages, coverage: checkCoverage, pages: checkPages, live: checkLive, help: checkHelp, push: checkPush, offline: checkOffline };
let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  if (only && !only.includes(name)) continue;
  const started = Date.now();
  const { looked, faults } = await check(root);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${name}: ${looked}, ${faults.length} faults, ${seconds} s`);
  for (const fault of faults.slice(0, 40)) console.log(`     ${fault}`);
  failed += faults.length;
}
process.exit(failed === 0 ? 0 : 1);
