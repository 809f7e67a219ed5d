// A permit from the first question to the decision and after it, in a real browser: four
// people apply, four decide. Run with `npm run permits`; programs from SAFE_BIN, a built
// portal from SITE_DIR, pictures into SHOTS, PostgreSQL too when SAFE_TEST_POSTGRES_URL is
// set; QUICK only walks and does not look. Only the bank and the provider of identities are played.

import { start } from "./browser.mjs";
import { Checks, Fault } from "./e2e/checks.mjs";
import { Eyes } from "./permits/fair.mjs";
import { walk } from "./permits/walk.mjs";
import { World } from "./permits/world.mjs";

const engines = process.env.ENGINE ? [process.env.ENGINE] : ["sqlite", ...(process.env.SAFE_TEST_POSTGRES_URL ? ["postgres"] : [])];
const checks = new Checks();
const started = performance.now();
const desk = await start({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
for (const [n, engine] of engines.entries()) {
  let world;
  try {
    world = await World.begin(engine);
    await walk(world, desk.browser(), checks, new Eyes({ deep: n === 0 && !process.env.QUICK }), engine);
  } catch (error) {
    checks.faults.push({ name: `the run itself on ${engine}`, text: error.stack });
    console.log(error instanceof Fault ? error.message : error.stack);
    if (world) console.log(world.log());
  } finally {
    await world?.close();
  }
}
await desk.close().catch(() => {});
console.log(`${Math.round((performance.now() - started) / 1000)} s`);
process.exit(checks.end());
