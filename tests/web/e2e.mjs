// The whole walk, for real: operator, server, push service, browser, phone. Run with
// `npm run e2e`; programs from SAFE_BIN and STANDIN_BIN, a built portal from SITE_DIR,
// pictures into SHOTS; QUICK follows the alert and leaves out the help pages, which have a walk
// of their own, and the look at every page. Only the browser vendor's push service is played, by
// the stand-in.

import { start } from "./browser.mjs";
import { alertStory, arabicStory, leak } from "./e2e/alerts.mjs";
import { Checks, Fault } from "./e2e/checks.mjs";
import { firefoxExit } from "./e2e/firefox.mjs";
import { help } from "./e2e/help.mjs";
import { look } from "./e2e/look.mjs";
import { office } from "./e2e/office.mjs";
import { offline } from "./e2e/offline.mjs";
import { Phone } from "./e2e/phone.mjs";
import { album, picture } from "./e2e/pictures.mjs";
import { healing, receive, refused, speakArabic, stop } from "./e2e/receive.mjs";
import { System } from "./e2e/system.mjs";
import { services } from "./e2e/services.mjs";
import { Stream } from "./e2e/views.mjs";

const checks = new Checks();
const started = performance.now();
let system;
let phone;
let desk;
try {
  system = await System.start();
  phone = await Phone.open(system, 0);
  desk = await start({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const browser = desk.browser();
  const still = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const plain = await still.newPage();
  const stream = new Stream(system.address);

  await receive(system, phone, checks, picture);
  const story = await alertStory(system, phone, plain, stream, checks, picture);
  await stream.close();
  await office(system, browser, checks, picture);
  await speakArabic(phone, checks);
  await arabicStory(system, phone, checks, picture);
  await offline(system, phone, checks, picture);
  await healing(system, phone, checks, () => leak(system, "Rue Malibran 8"));
  const active = await leak(system, "Rue Keyenveld 60");
  await stop(system, phone, checks, () => leak(system, "Rue Malibran 9"), picture);
  await refused(system, checks, browser, picture);
  if (!process.env.QUICK) {
    await help(system, browser, checks, picture);
    await services(system, browser, checks, picture);
    await firefoxExit(system, checks);
    const events = { active: active.event_id, ended: story.alert?.event_id, cancelled: story.cancelled?.event_id };
    await look(system, browser, checks, events);
    await album(system, browser, events);
  }
} catch (error) {
  checks.faults.push({ name: "the run itself", text: error.stack });
  console.log(error instanceof Fault ? error.message : error.stack);
  if (system) console.log(system.log());
} finally {
  await phone?.close().catch(() => {});
  await desk?.close().catch(() => {});
  await system?.close();
}
console.log(`${Math.round((performance.now() - started) / 1000)} s`);
process.exit(checks.end());
