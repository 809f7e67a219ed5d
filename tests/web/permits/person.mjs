// Somebody with a browser who fills forms in as people do: by the names of the fields,
// one page after the other, led by the buttons alone.

import { equal, ok } from "../e2e/checks.mjs";
import { refused } from "./fair.mjs";

/** Fields of a day. */
export const day = (name, d, m, y) => ({ [`${name}-d`]: String(d), [`${name}-m`]: String(m), [`${name}-y`]: String(y) });

/** Day, month and year some days ago, in Brussels. */
export function ago(days) {
  const text = new Date(Date.now() - days * 86_400_000).toLocaleDateString("en-CA", { timeZone: "Europe/Brussels" });
  return text.split("-").map(Number).reverse();
}

export const address = (name, street, number, postcode, municipality) => ({
  [`${name}-street`]: street, [`${name}-number`]: number, [`${name}-postcode`]: postcode, [`${name}-municipality`]: municipality,
});

export class Person {
  /** `name` stands before the names of pictures. */
  constructor(world, page, eyes, { name, lang }) {
    Object.assign(this, { world, page, eyes, name, lang });
    this.errors = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 4/.test(message.text())) this.errors.push(message.text());
    });
    page.on("pageerror", (error) => this.errors.push(error.message));
  }

  get base() {
    return `/${this.lang}/permits/apply`;
  }

  get path() {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  look(what) {
    return this.eyes.look(this.page, `${this.name}-${what}`);
  }

  async go(path) {
    const answer = await this.page.goto(this.world.address + (path.startsWith("/") ? path : `${this.base}/${path}`));
    ok(answer.status() < 400, `${path} answers ${answer.status()}`);
  }

  async press(locator) {
    await Promise.all([this.page.waitForNavigation(), locator.click()]);
  }

  button(part = "main form[method=post]:not([action$='/remove']):not([action$='/sign-out']) button.btn:not(.btn--quiet)") {
    return this.page.locator(part).first();
  }

  /** Fills fields in: text, choice, tick or list, by name. */
  async fill(fields) {
    for (const [name, value] of Object.entries(fields)) {
      const field = this.page.locator(`main [name="${name}"]`).first();
      const kind = await field.evaluate((one) => (one.tagName === "INPUT" ? one.type : one.tagName.toLowerCase()));
      if (kind === "select") await field.selectOption(value);
      else if (kind === "radio" || kind === "checkbox") {
        for (const one of [value].flat()) await this.page.locator(`main [name="${name}"][value="${one}"]`).check();
      } else await field.fill(value);
    }
  }

  /** The keys of the demonstration's door. */
  async enterAsDemo(who) {
    await this.press(this.page.locator(`form:has(input[name=who][value="${who}"]) button`));
  }

  async enterOfficially() {
    await this.press(this.page.locator("main a[href*='/sign-in/official']"));
  }

  async leave() {
    await this.press(this.page.locator("form[action$='/sign-out'] button"));
    ok(this.path.includes("/sign-in"), `after leaving ${this.path}`);
  }

  /**
   * Answers the page that is open and those that follow, until one is not in `answers`
   * or the task list is there again. A page is { rows, fields, wrong }; `wrong` is sent
   * first and must be refused.
   */
  async answer(answers) {
    for (;;) {
      const id = /\/page\/([a-z0-9-]+)(?:\?.*)?$/.exec(this.path)?.[1];
      const given = id && answers[id];
      if (!given) return;
      await this.look(`page-${id}`);
      if (given.wrong) await this.err(given.wrong, `page-${id}-wrong`);
      for (const row of given.rows ?? []) await this.row(row);
      if (given.rows) await this.look(`page-${id}-rows`);
      const before = this.path;
      const isStill = () => this.path.split("?")[0] === before.split("?")[0];
      if (given.keys) await this.byKeys(given.fields);
      else {
        await this.fill(given.fields ?? {});
        await this.press(this.button());
      }
      if (isStill()) {
        // A warning is shown once; it stops nobody.
        ok(await this.page.locator("main .notice--warn").count(), `${before} says why it stays`);
        await this.look(`page-${id}-warned`);
        await this.press(this.button());
      }
      ok(!isStill(), `${before} leads on`);
    }
  }

  /** The same with the keyboard alone: every stop is seen, the first choice is taken. */
  async byKeys(fields) {
    const [name] = Object.keys(fields);
    const here = () => this.page.evaluate(() => {
      const one = document.activeElement;
      const style = getComputedStyle(one);
      return { name: one.name, button: one.matches("button.btn:not(.btn--quiet)"), seen: one === document.body || style.outlineStyle !== "none" || style.boxShadow !== "none" };
    });
    const tab = async (wanted, what) => {
      for (let n = 0; n < 80; n += 1) {
        const one = await here();
        ok(one.seen, `${this.path}: the focus is seen at every stop`);
        if (wanted(one)) return;
        await this.page.keyboard.press("Tab");
      }
      ok(false, `${this.path}: ${what} is reached by the keyboard`);
    };
    await tab((one) => one.name === name, name);
    await this.page.keyboard.press("Space");
    await tab((one) => one.button, "the button");
    await Promise.all([this.page.waitForNavigation(), this.page.keyboard.press("Enter")]);
  }

  async err(fields, name) {
    await this.fill(fields);
    await this.press(this.button());
    await this.look(name);
    await refused(this.page);
  }

  async row({ wrong, ...fields }) {
    await this.press(this.page.locator("main a[href$='/row/new']"));
    await this.look(`row-${this.path.split("/page/")[1].split("/")[0]}`);
    if (wrong) await this.err(wrong, `row-${this.path.split("/page/")[1].split("/")[0]}-wrong`);
    await this.fill(fields);
    await this.press(this.button());
    ok(!this.path.includes("/row/"), `the row is kept: ${this.path}`);
  }

  /** Hands in every document that the check page still asks for. */
  async papers(files, check) {
    await this.go(check);
    const places = await this.page.locator(".error-summary a[href*='/document/']").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    ok(places.length > 0, "documents are asked for");
    for (const [n, place] of places.entries()) await this.paper(place, n === 0 ? files.photos : [files.pdf], n === 0);
    return places.length;
  }

  async paper(place, files, isFirst) {
    await this.go(place);
    const name = `document-${place.split("/document/")[1].split("/")[0]}`;
    if (isFirst) {
      await this.look(name);
      await this.err({}, `${name}-wrong`);
    }
    await this.fill(day("dated", ...ago(10)));
    await this.page.setInputFiles("#files", files);
    await this.press(this.button());
    ok(this.path.includes("note=uploaded"), `${name} is taken: ${this.path}`);
    equal(await this.page.locator("main .card").count(), files.length, `files of ${name}`);
    if (isFirst) await this.look(`${name}-done`);
  }
}
