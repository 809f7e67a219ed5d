// What holds on every page of a permit: no barrier, nothing wider than a small phone, and
// faults that are named twice, beside their field and in a summary that leads there.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { equal, ok } from "../e2e/checks.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const folder = process.env.SHOTS;
const WANTED = new RegExp(process.env.SHOTS_OF ?? "");
if (folder) mkdirSync(folder, { recursive: true });

/** Looks at pages, each kind once, with pictures when SHOTS names a folder; where SHOTS_OF is set, at those alone whose names match it. */
export class Eyes {
  seen = new Set();
  faults = [];

  /** `deep: false` only walks: the same pages were looked at on another engine. */
  constructor({ deep = true } = {}) {
    this.deep = deep;
  }

  async look(page, name) {
    if (!this.deep || this.seen.has(name) || !WANTED.test(name)) return;
    this.seen.add(name);
    const before = this.faults.length;
    const copy = await this.#copy(page);
    await this.#axe(copy, name);
    await copy.setViewportSize({ width: 320, height: 700 });
    const wide = await copy.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) this.faults.push(`${name}: ${wide} px wider than a screen of 320 px`);
    const raw = await copy.evaluate(() => /\b(?:permits|office|role|month|date|clock|error)-[a-z0-9-]{3,}|\{ ?\$\w+ ?\}|undefined|\bNaN\b/.exec(document.querySelector("main").innerText)?.[0]);
    if (raw) this.faults.push(`${name}: “${raw}” instead of words`);
    for (const fault of this.faults.slice(before)) console.log(`     ${fault}`);
    if (folder) await this.#picture(copy, name);
  }

  /**
   * The page as it stands, in a browser of its own: what is looked at is not disturbed,
   * and a page of a browser without scripts can be looked at as well.
   */
  async #copy(page) {
    this.mirror ??= await (await page.context().browser().newContext({ reducedMotion: "reduce", serviceWorkers: "block" })).newPage();
    // A fragment stays in the address after a refused form, and no request carries it.
    const [html, url] = [await page.content(), page.url().split("#")[0]];
    await this.mirror.unrouteAll();
    await this.mirror.route((one) => one.href === url, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
    await this.mirror.setViewportSize(SIZES.desktop);
    await this.mirror.goto(url);
    return this.mirror;
  }

  async #axe(page, name) {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    for (const one of violations) {
      this.faults.push(`${name}: ${one.id} at ${one.nodes[0].target}: ${one.nodes[0].failureSummary?.split("\n")[1]?.trim() ?? one.help}`);
    }
  }

  async #picture(page, name) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await page.evaluate(() => scrollTo(0, 0));
      await page.locator("main").screenshot({ path: join(folder, `${name}-${size}.png`) });
    }
  }
}

/** A refused form: the summary has the focus, and each line leads to its own field. */
export async function refused(page) {
  const summary = page.locator(".error-summary");
  ok(await summary.isVisible(), `${page.url()}: the form says what is wrong`);
  equal(await summary.getAttribute("role"), "alert", "role of the summary");
  ok(await summary.evaluate((one) => one === document.activeElement), `${page.url()}: the summary has the focus`);
  const links = await summary.locator("a").all();
  ok(links.length > 0, `${page.url()}: the summary leads to the fields`);
  for (const link of links) {
    const [text, target] = [await link.innerText(), (await link.getAttribute("href")).split("#")[1]];
    const beside = await page.evaluate((id) => {
      const field = document.getElementById(id);
      const said = field?.closest(".field--error")?.querySelectorAll(".field-error") ?? [];
      return said.length > 0 ? [...said].map((one) => one.innerText) : [field ? "no words beside the field" : "no such field"];
    }, target);
    // Words that name the field themselves stand alone; rows and files of one field have words each.
    ok(beside.some((words) => text === words || text.endsWith(` – ${words}`)), `"${text}" says what stands beside #${target} on ${page.url()}: "${beside}"`);
  }
  await links[0].press("Enter");
  const first = (await links[0].getAttribute("href")).split("#")[1];
  equal(await page.evaluate(() => document.activeElement.id), first, "focus after the first line of the summary");
}
