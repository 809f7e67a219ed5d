// Every page of the back-office that a link leads to, for each member of staff of the
// demonstration: no barrier, nothing wider than a small phone, no id instead of words.
// Run with `npm run office`; the variables are those of the whole walk.

import { start } from "./browser.mjs";
import { Checks, equal, ok } from "./e2e/checks.mjs";
import { System } from "./e2e/system.mjs";
import { Eyes } from "./permits/fair.mjs";
import { Member } from "./permits/desk.mjs";

const PEOPLE = { author: "fr", approver: "nl", clerk: "nl", adviser: "fr", jurist: "de", official: "en", admin: "fr" };

/** The kind of a page: its address without what differs from one row to the next. */
const kind = (path) => path.replace(/\?.*$/, "").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id").replace(/\/help\/service\/[^/]+/, "/help/service/one").replace(/\/alerts\/new\/[^/]+$/, "/alerts/new/one");

async function crawl(member, seen) {
  const waiting = ["/office/"];
  const own = new Set();
  while (waiting.length > 0) {
    const path = waiting.shift();
    if (own.has(kind(path))) continue;
    own.add(kind(path));
    const answer = await member.page.goto(member.world.address + path);
    if (!(answer?.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    ok(answer.status() === 200, `${path} answers ${answer.status()}`);
    if (!seen.has(kind(path))) await member.look(kind(path).replace("/office", "").replaceAll("/", "-").replace(/^-|-$/g, "") || "start");
    seen.add(kind(path));
    const links = await member.page.locator("main a[href], header a[href]").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    waiting.push(...links.filter((link) => link.startsWith("/office/") && !/\.(csv|json|pdf)$|\/documents\/|lang=/.test(link)));
  }
}

const checks = new Checks();
let system;
let desk;
try {
  system = await System.start({ push: false });
  desk = await start({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const eyes = new Eyes();
  const seen = new Set();
  for (const [role, lang] of Object.entries(PEOPLE)) {
    await checks.check(`office: every page of ${role}, in ${lang}`, async () => {
      const member = await Member.enter(system, desk.browser(), eyes, role, lang);
      await crawl(member, seen);
      equal(member.errors, [], "errors in the console");
      equal(eyes.faults.splice(0), [], "faults of pages");
      await member.page.context().close();
    });
  }
} catch (error) {
  checks.faults.push({ name: "the run itself", text: error.stack });
  console.log(error.stack);
} finally {
  await desk?.close().catch(() => {});
  await system?.close();
}
process.exit(checks.end());
