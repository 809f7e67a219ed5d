// The help pages alone, in Chromium and Firefox. Run with `npm run help`; the variables
// are those of the whole walk.

import { start } from "./browser.mjs";
import { Checks } from "./e2e/checks.mjs";
import { firefoxExit } from "./e2e/firefox.mjs";
import { help } from "./e2e/help.mjs";
import { helpCrawl } from "./e2e/help_crawl.mjs";
import { helpLook } from "./e2e/help_look.mjs";
import { picture } from "./e2e/pictures.mjs";
import { services } from "./e2e/services.mjs";
import { System } from "./e2e/system.mjs";

const checks = new Checks();
let system;
let desk;
try {
  system = await System.start();
  desk = await start({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  await helpCrawl(system, checks);
  await help(system, desk.browser(), checks, picture);
  await services(system, desk.browser(), checks, picture);
  await helpLook(system, desk.browser(), checks);
  await firefoxExit(system, checks);
} catch (error) {
  checks.faults.push({ name: "the run itself", text: error.stack });
  console.log(error.stack);
} finally {
  await desk?.close().catch(() => {});
  await system?.close();
}
process.exit(checks.end());
