// Every page of help, of its list and of its editors, as assistive technology meets it:
// on a phone and on a desk, in French, Dutch and Arabic.

import { AxeBuilder } from "@axe-core/playwright";
import { equal, ok } from "./checks.mjs";
import { signIn } from "./office.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } };

/** No barrier that a program can find, and no sideways scrolling on the narrowest screen. */
async function fair(page, name, sizes = Object.keys(SIZES)) {
  for (const size of sizes) {
    await page.setViewportSize(SIZES[size]);
    // At the end of the page nothing is half behind the exit that stays on the screen.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    const texts = violations.map((one) => `${one.id} at ${one.nodes[0].target}: ${one.nodes[0].failureSummary?.split("\n")[1]?.trim() ?? one.help}`);
    ok(texts.length === 0, `${name} (${size}): ${texts.join("; ")}`);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  ok(wide <= 0, `${name}: ${wide} px wider than a screen of 320 px`);
}

async function pages(system, page, lang) {
  await page.goto(`${system.address}/${lang}/help/`);
  await fair(page, `/${lang}/help/`);
  const inner = await page.evaluate(() => [...new Set([...document.querySelectorAll("main a[href*='/help/p']")].map((a) => new URL(a.href).pathname))]);
  ok(inner.length > 20, `${inner.length} pages below /${lang}/help/`);
  for (const path of inner) {
    await page.goto(system.address + path);
    await fair(page, path, ["phone"]);
  }
  return inner.length;
}

async function directory(system, page, lang) {
  await page.goto(`${system.address}/${lang}/help/services/`);
  await fair(page, `/${lang}/help/services/`);
  await page.selectOption("#f-need", "legal-help");
  await page.locator("form.filters button").click();
  await page.waitForFunction(() => document.activeElement?.id === "found");
  await fair(page, `/${lang}/help/services/ after a choice`);
  // Nothing found is a page as well.
  await page.selectOption("#f-situation", "no-papers");
  await page.selectOption("#f-topic", "elder-abuse");
  await page.locator("form.filters button").click();
  await page.waitForSelector(".empty");
  await fair(page, `/${lang}/help/services/ without a result`);
  await page.goto(`${system.address}/${lang}/help/services/`);
  const sheets = await page.evaluate(() => [...document.querySelectorAll(".service a[href*='/help/services/']")].map((a) => new URL(a.href).pathname));
  // One with everything, one with next to nothing, one in the middle.
  for (const path of [sheets[0], sheets[Math.floor(sheets.length / 2)], sheets.at(-1)]) {
    await page.goto(system.address + path);
    await fair(page, path);
  }
}

async function editors(system, browser, checks) {
  await checks.check("help look: the editors' pages have no barrier", async () => {
    const person = await system.staff("help-look@e2e.example", "help-editor");
    const context = await browser.newContext({ reducedMotion: "reduce" });
    const page = await context.newPage();
    await signIn(system, page, person);
    for (const path of ["/office/help", "/office/help?view=soon", "/office/help/service/sos-viol", "/office/help/service/olista",
      "/office/help/service/sos-viol/edit?field=hours.main", "/office/help/service/sos-viol/edit?field=phone.main", "/office/help/import"]) {
      const answer = await page.goto(system.address + path);
      equal(answer.status(), 200, path);
      await fair(page, path);
    }
    await page.fill("#text", "service,field,value,source,confirmed_by_phone_on\nawel,nothing,x,y,z\n");
    await Promise.all([page.waitForNavigation(), page.locator("main form button").first().click()]);
    await fair(page, "/office/help/import with a fault");
    await context.close();
  });
}

/** Without scripts each page has its entry in the history; Back finds them closed. */
async function backWithoutScripts(system, browser, checks) {
  await checks.check("help: without JavaScript Back finds closed pages and no answer to a choice", async () => {
    const context = await browser.newContext({ viewport: SIZES.phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${system.elsewhere}/start`);
    await page.goto(`${system.address}/fr/`);
    const follow = (selector, to) => Promise.all([page.waitForURL(to), page.locator(selector).first().click()]);
    await follow("main a[href='/fr/help/']", /\/help\/$/);
    const headings = [await page.locator("h1").innerText()];
    await follow("main a[href='/fr/help/p02/']", /\/p02\/$/);
    headings.push(await page.locator("h1").innerText());
    const note = page.locator("noscript p, noscript div, noscript").first();
    ok((await note.innerText()).includes("Retour"), "the page says what Back may do");
    ok(!(await page.locator("#exit small").isVisible()), "a key that does nothing is not offered");
    await page.goBack();
    equal(await page.locator("h1").innerText(), "Page fermée", "what Back finds");
    // Who went back by choice opens the page again with one button.
    await Promise.all([page.waitForNavigation(), page.locator("main button").click()]);
    equal(await page.locator("h1").innerText(), headings[0], "the page is opened again");
    await follow("main a[href$='/help/services/']", /\/services\/$/);
    await page.selectOption("#f-situation", "sexual-violence");
    await Promise.all([page.waitForNavigation(), page.locator("form.filters button").click()]);
    ok((await page.locator("#f-situation").inputValue()) === "sexual-violence", "the choice was made");
    await Promise.all([page.waitForURL(`${system.elsewhere}/**`), page.locator("#exit").click()]);
    const seen = [];
    for (let back = 1; back <= 6; back += 1) {
      await page.goBack({ timeout: 5000 }).catch(() => {});
      const text = await page.locator("body").innerText({ timeout: 2000 }).catch(() => "");
      seen.push(`${new URL(page.url()).pathname} “${/^(Page fermée|Trouver.*|J.ai besoin.*)$/m.exec(text)?.[0] ?? ""}”`);
      if (!/\/help\//.test(page.url())) continue;
      for (const heading of headings) ok(!text.includes(heading), `back ${back} shows “${heading}”`);
      ok((await page.locator(".service").count()) === 0, `back ${back} shows services`);
    }
    console.log(`     without JavaScript Back leads to ${seen.join(", ")}`);
    await context.close();
  });
}

export async function helpLook(system, browser, checks) {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  for (const lang of ["fr", "nl", "ar"]) {
    await checks.check(`help look: every page has no barrier and no sideways scrolling (${lang})`, async () => {
      console.log(`     ${await pages(system, page, lang)} pages`);
    });
    await checks.check(`help look: the list and the sheets have none either (${lang})`, () => directory(system, page, lang));
  }
  await context.close();
  await backWithoutScripts(system, browser, checks);
  await editors(system, browser, checks);
}
