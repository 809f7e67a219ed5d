// The whole walk, for real: operator, server, push service, browser, phone. Run with
// `npm run e2e`; programs from SAFE_BIN and STANDIN_BIN, a built portal from SITE_DIR,
// pictures into SHOTS. Only the browser vendor's push service is played, by the stand-in.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { start } from "./browser.mjs";
import { alertStory, arabicStory, leak } from "./e2e/alerts.mjs";
import { Checks, Fault } from "./e2e/checks.mjs";
import { Phone } from "./e2e/phone.mjs";
import { healing, receive, refused, speakArabic, stop } from "./e2e/receive.mjs";
import { System } from "./e2e/system.mjs";
import { Stream } from "./e2e/views.mjs";

const pictures = process.env.SHOTS;
if (pictures) mkdirSync(pictures, { recursive: true });
const picture = async (page, name) => {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
};

const checks = new Checks();
const started = performance.now();
let system;
try {
  system = await System.start();
  const phone = await Phone.open(system, 0);
  const desk = await start({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const browser = desk.browser();
  const still = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const plain = await still.newPage();
  const stream = new Stream(system.address);

  await receive(system, phone, checks, picture);
  await alertStory(system, phone, plain, stream, checks, picture);
  await speakArabic(phone, checks);
  await arabicStory(system, phone, checks, picture);
  await healing(system, phone, checks, () => leak(system, "Rue Malibran 8"));
  await stop(system, phone, checks, () => leak(system, "Rue Malibran 9"), picture);
  await refused(system, checks, browser, picture);

  await stream.close();
  await phone.close();
  await desk.close();
} catch (error) {
  checks.faults.push({ name: "the run itself", text: error.stack });
  console.log(error instanceof Fault ? error.message : error.stack);
  if (system) console.log(system.log());
} finally {
  await system?.close();
}
console.log(`${Math.round((performance.now() - started) / 1000)} s`);
process.exit(checks.end());
