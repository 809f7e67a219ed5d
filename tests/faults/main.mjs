// Fault tests of the built program. Usage: tools/faults.sh [STORY…]
import * as faults from "./faults.mjs";
import * as hostile from "./hostile.mjs";
import { tell } from "./lib.mjs";

const stories = { ...faults, ...hostile };
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(stories);
// Most of the time they wait: two at a time take half as long.
const waiting = [...names];
const failed = [];
async function work() {
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const wrong = await tell(name, stories[name]);
    if (wrong) failed.push(wrong);
  }
}
await Promise.all([work(), work(), work()]);
if (failed.length > 0) console.log(`faults: ${failed.join(", ")}`);
process.exit(failed.length > 0 ? 1 : 0);
