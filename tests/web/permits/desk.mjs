// The weapons service at work: each person with a browser of their own.

import { equal, ok } from "../e2e/checks.mjs";
import { signIn } from "../e2e/office.mjs";
import { bankFile } from "./bank.mjs";
import { refused } from "./fair.mjs";

/** The first of several choices, whichever it is. */
export const FIRST = Symbol("the first choice");

const PASSWORD = "demonstration-brussels";

/** A member of staff in a browser. */
export class Member {
  constructor(world, page, eyes, role, lang) {
    Object.assign(this, { world, page, eyes, role, lang });
    this.errors = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 4/.test(message.text())) this.errors.push(message.text());
    });
  }

  static async enter(world, browser, eyes, role, lang) {
    const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 1280, height: 900 }, locale: `${lang}-BE`, reducedMotion: "reduce" });
    const member = new Member(world, await context.newPage(), eyes, role, lang);
    await signIn(world, member.page, { email: `${role}@demo.safe.brussels`, password: PASSWORD });
    if (lang !== "fr") await member.press(member.page.locator(`footer button[name=lang][value=${lang}]`));
    return member;
  }

  look(what) {
    return this.eyes.look(this.page, `office-${this.role}-${what}`);
  }

  async press(locator) {
    await Promise.all([this.page.waitForNavigation(), locator.click()]);
  }

  /** Opens a file from its queue, as one finds it. */
  async open(queue, reference) {
    await this.page.goto(`${this.world.address}/office/permits?queue=${queue}`);
    await this.look(`queue-${queue}`);
    await this.press(this.page.locator(`main a:has-text("${reference}")`));
    await this.look(`file-${await this.stage()}`);
  }

  /** Names of the steps that are offered. */
  async stage() {
    const forms = await this.page.locator("main form.confirm").evaluateAll((all) => all.map((one) => one.getAttribute("action").split("/").at(-1)));
    return forms.join("-") || "read";
  }

  /** One step of the open file; `wrong` is refused first. */
  async step(name, fields = {}, wrong) {
    const form = () => this.page.locator(`main form.confirm[action$="/${name}"]`);
    const show = async () => {
      ok(await form().count(), `the step ${name} is offered: ${await this.stage()}`);
      if (!(await form().locator("button.btn").first().isVisible())) await this.page.locator(`main details:has(form[action$="/${name}"]) > summary`).click();
    };
    const fill = async (values) => {
      for (const [field, value] of Object.entries(values)) {
        const found = form().locator(`[name="${field}"]`).first();
        const type = await found.evaluate((one) => (one.tagName === "SELECT" ? "select" : one.type));
        if (value === FIRST) await found.check();
        else if (type === "select") await found.selectOption(value);
        else if (type === "radio" || type === "checkbox") {
          for (const one of [value].flat()) await form().locator(`[name="${field}"][value="${one}"]`).check();
        } else await found.fill(value);
      }
    };
    if (wrong) {
      await show();
      await fill(wrong);
      await this.press(form().locator("button.btn").first());
      await this.look(`${name}-wrong`);
      await refused(this.page);
    }
    await show();
    await fill(fields);
    await this.press(form().locator("button.btn").first());
    ok(this.page.url().includes(`done=permit-${name}`), `${name} is done: ${this.page.url()} ${await this.page.locator("main").innerText().then((text) => text.slice(0, 200))}`);
    await this.look(`after-${name}`);
  }

  /** Asks every opinion that the law wants and that was not asked yet. */
  async asks(question) {
    const missing = () => this.page.locator("#unasked li").allInnerTexts();
    let count = 0;
    for (let [first] = await missing(); first; [first] = await missing()) {
      const options = await this.page.locator("select[name=advice] option").evaluateAll((all) => all.map((one) => [one.value, one.textContent]));
      const [value] = options.find(([, text]) => text.startsWith(first)) ?? [];
      ok(value, `${first} can be asked`);
      await this.step("advice", { advice: value, adviser: "adviser@demo.safe.brussels", question }, count === 0 ? { question: "" } : undefined);
      count += 1;
      ok(count < 10, "every opinion is asked once");
    }
    ok(count > 0, "the law wants an opinion");
    return count;
  }

  /** Answers every question that waits; the first one not for the applicant. */
  async answers(text) {
    let count = 0;
    for (;;) {
      await this.page.goto(`${this.world.address}/office/advice`);
      await this.look("advice-list");
      const link = this.page.locator("tr:has(.tag--warn) a").first();
      if (!(await link.count())) return count;
      await this.press(link);
      await this.look("advice");
      const form = this.page.locator("main form.confirm");
      if (count === 0) {
        await this.press(form.locator("button.btn").first());
        await this.look("advice-wrong");
        await refused(this.page);
      }
      await form.locator("[name=result]").first().check();
      await form.locator("[name=text]").fill(text);
      if (count === 0) await form.locator("[name=hidden]").first().check();
      await this.press(form.locator("button.btn").first());
      ok(this.page.url().includes("done="), `the opinion is given: ${this.page.url()}`);
      count += 1;
    }
  }

  /** The page of the decision: who took part, the letter as it will leave. */
  async decision() {
    await this.press(this.page.locator("main a[href*='/decision']").first());
    await this.look("decision");
    return this.page.locator("main").innerText();
  }

  /** Takes a file of the bank in; for `strangers` no file is found. */
  async takes(payments, strangers = []) {
    await this.page.goto(`${this.world.address}/office/permits-payments`);
    await this.look("bank");
    const all = [...payments, ...strangers];
    const file = { name: "extrait.cod", mimeType: "text/plain", buffer: Buffer.from(bankFile(all)) };
    for (const counts of [[payments.length, strangers.length, 0], [0, 0, all.length]]) {
      await this.page.setInputFiles("#file", file);
      await this.press(this.page.locator("main form button.btn").first());
      const shown = await this.page.locator("main .notice--ok dd").allInnerTexts();
      equal(shown.map(Number), counts, "payments matched, unmatched, known");
      await this.look(`bank-done-${counts[0]}`);
    }
  }

  /** Does every task about a file; there is at least one. */
  async settles(reference) {
    const list = `${this.world.address}/office/permits-tasks`;
    const cards = this.page.locator(`main article:has-text("${reference}")`);
    await this.page.goto(list);
    await this.look("tasks");
    ok(await cards.count(), `a task about ${reference}`);
    while (await cards.count()) {
      await this.press(cards.first().locator("button"));
      ok(this.page.url().includes("done=permit-task"), `the task is done: ${this.page.url()}`);
    }
    await this.page.goto(`${list}?list=done`);
    await this.look("tasks-done");
    ok(await cards.count(), `what was done about ${reference} is kept`);
  }

  /** One of the two ends of the transfer with this communication; `wrong` is refused first. */
  async ends(communication, name, fields, wrong) {
    await this.page.goto(`${this.world.address}/office/permits-payments`);
    await this.look("transfers");
    const card = this.page.locator(`main article:has-text("${communication}")`);
    const form = card.locator(`form.confirm[action$="/${name}"]`);
    const send = async (values) => {
      if (!(await form.locator("button").isVisible())) await card.locator(`details:has(form[action$="/${name}"]) > summary`).click();
      for (const [field, value] of Object.entries(values)) {
        const found = form.locator(`[name="${field}"]`);
        if (await found.evaluate((one) => one.tagName === "SELECT")) await found.selectOption(value);
        else await found.fill(value);
      }
      await this.press(form.locator("button"));
    };
    if (wrong) {
      await send(wrong);
      await this.look("transfer-wrong");
      await refused(this.page);
    }
    await send(fields);
    ok(this.page.url().includes(`done=permit-payment-${name}`), `the transfer has its end: ${this.page.url()}`);
    equal(await card.count(), 0, "it waits no longer");
  }
}
