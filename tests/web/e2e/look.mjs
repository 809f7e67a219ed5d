// How pages with alerts look to those who do not see them, or have a narrow screen.

import { AxeBuilder } from "@axe-core/playwright";
import { faultsOfHtml } from "../files.mjs";
import { ok } from "./checks.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function fair(page, name) {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const texts = violations.map((one) => `${one.id} at ${one.nodes[0].target}: ${one.nodes[0].failureSummary?.split("\n")[1]?.trim() ?? one.help}`);
  ok(texts.length === 0, `${name}: ${texts.join("; ")}`);
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  ok(wide <= 0, `${name}: ${wide} px wider than a screen of 320 px`);
}

/** Home, list, alert pages and every state of "receive alerts", in three languages. */
export async function look(system, browser, checks, { active, ended, cancelled }) {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  for (const lang of ["fr", "nl", "ar"]) {
    await checks.check(`look: no barrier and no sideways scrolling (${lang})`, async () => {
      for (const path of ["", "alerts/", `alerts/${active}/`, `alerts/${ended}/`, `alerts/${cancelled}/`, "no-such-page/", "help/", "search?q=police"]) {
        await page.goto(`${system.address}/${lang}/${path}`);
        await fair(page, `/${lang}/${path}`);
      }
      await page.goto(`${system.address}/${lang}/receive-alerts/`);
      // Every state at once, as none of them needs another one to be hidden.
      await page.evaluate(() => {
        for (const part of document.querySelectorAll("#push-form, #push-errors, #push-form [data-when], [data-state]")) part.hidden = false;
        document.querySelector("#push-form details").open = true;
      });
      await fair(page, `/${lang}/receive-alerts/ in all states`);
    });
  }
  await context.close();
  await checks.check("look: pages that are made for a question or an alert are sound HTML", async () => {
    for (const path of ["/", `/fr/alerts/${active}/`, "/fr/search?q=police", "/nl/search?q=%00%01%EF%BF%BE&kind=advice", "/ar/search?q=vol&page=2"]) {
      const faults = await faultsOfHtml(await system.text(path), path);
      ok(faults.length === 0, faults.join("; "));
    }
  });
}
