// Counts what passed and what did not; waits for conditions, never for time alone.

/** A check that did not hold: its message is all that a reader needs. */
export class Fault extends Error {}

export function ok(condition, text) {
  if (!condition) throw new Fault(text);
}

export function equal(actual, wanted, what) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(wanted)];
  ok(a === b, `${what}: ${a}, not ${b}`);
}

/** Asks again until the answer is truthy; fails with what was seen last. */
export async function until(ask, what, { within = 10_000, every = 25 } = {}) {
  const end = performance.now() + within;
  let seen;
  for (;;) {
    try {
      seen = await ask();
      if (seen) return seen;
    } catch (error) {
      seen = error.message?.split("\n")[0];
    }
    if (performance.now() > end) throw new Fault(`not within ${within} ms: ${what}${seen ? ` (${seen})` : ""}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

export class Checks {
  passed = 0;
  faults = [];
  skipped = [];

  /** Runs one check; returns what it returns, or undefined when it failed. */
  async check(name, work) {
    const started = performance.now();
    try {
      const result = await work();
      this.passed += 1;
      console.log(`ok   ${name} (${Math.round(performance.now() - started)} ms)`);
      return result;
    } catch (error) {
      const text = error instanceof Fault ? error.message : error.stack ?? String(error);
      this.faults.push({ name, text });
      console.log(`FAIL ${name}\n     ${text.split("\n").join("\n     ")}`);
      return undefined;
    }
  }

  skip(name, why) {
    this.skipped.push(name);
    console.log(`skip ${name}: ${why}`);
  }

  /** Prints the count; returns the exit code. */
  end() {
    for (const { name, text } of this.faults) console.log(`FAIL ${name}: ${text.split("\n")[0]}`);
    console.log(`${this.passed} passed, ${this.faults.length} failed`);
    return this.faults.length === 0 ? 0 : 1;
  }
}
