// Pictures of every page kind for people to look at; only when SHOTS names a folder.

import { mkdirSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.SHOTS;
if (folder) mkdirSync(folder, { recursive: true });

export async function picture(page, name) {
  if (!folder) return;
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };

export async function album(system, browser, { active, ended, cancelled }) {
  if (!folder) return;
  const pages = { home: "", alerts: "alerts/", active: `alerts/${active}/`, ended: `alerts/${ended}/`, cancelled: `alerts/${cancelled}/`,
    receive: "receive-alerts/", guide: "guides/gas-leak/", missing: "no-such-page/", help: "help/" };
  for (const [size, viewport] of Object.entries(SIZES)) {
    const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
    await context.grantPermissions(["notifications"], { origin: system.address });
    const page = await context.newPage();
    for (const lang of ["fr", "nl", "ar"]) {
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(`${system.address}/${lang}/${path}`);
        if (name === "receive") await page.waitForSelector("#push-form:not([hidden])");
        await picture(page, `${name}-${lang}-${size}`);
      }
    }
    await page.goto(`${system.address}/office/alerts/00000000-0000-0000-0000-000000000000`);
    await picture(page, `office-error-${size}`);
    await context.close();
  }
}
