// The list of help services on a phone that somebody else may be watching: with and
// without JavaScript, in three languages, on a slow line, on paper.

import { gzipSync } from "node:zlib";
import { equal, ok } from "./checks.mjs";

const NEUTRAL = /^(safe\.brussels|Vie pratique|Praktisch|Practical|Alltag|حياة|الحياة|Günlük|Vida|Практичн)/;

/** What a page leaves on the device. */
const left = (page) => page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length,
  (await indexedDB.databases()).length, (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]);

async function choose(page, scripts) {
  const before = await page.locator(".service").count();
  await page.selectOption("#f-situation", "partner-family-violence");
  const button = page.locator("form.filters button");
  if (scripts) {
    await button.click();
    await page.waitForFunction((n) => document.querySelectorAll(".service").length < n, before);
  } else {
    await Promise.all([page.waitForNavigation(), button.click()]);
  }
  const after = await page.locator(".service").count();
  ok(after > 0 && after < before, `${after} of ${before} services after the choice`);
}

/** One visit from the front page to a number and out again. */
async function walk(system, browser, lang, scripts, checks, picture) {
  const name = `help: ${lang}, ${scripts ? "with" : "without"} JavaScript: from the door to a number and out, and nothing stays`;
  await checks.check(name, async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: scripts });
    const page = await context.newPage();
    const asked = [];
    page.on("request", (request) => asked.push(request));
    await page.goto(`${system.elsewhere}/start`);
    await page.goto(`${system.address}/${lang}/`);
    await Promise.all([page.waitForURL(/\/help\/$/), page.locator(`main a[href='/${lang}/help/']`).first().click()]);
    await Promise.all([page.waitForURL(/\/help\/services\/$/), page.locator("main a[href$='/help/services/']").first().click()]);
    const entries = scripts && (await page.evaluate(() => history.length));
    await choose(page, scripts);
    equal(new URL(page.url()).search, "", "query of the list");
    equal(await page.locator("html").getAttribute("dir"), lang === "ar" ? "rtl" : "ltr", "direction");
    if (scripts) await picture(page, `help-services-${lang}`);
    const call = page.locator(".service a[href^='tel:']").first();
    ok(await call.isVisible(), "a number can be called");
    ok((await call.boundingBox()).height >= 44, "the button is large enough");
    await Promise.all([page.waitForURL(/\/help\/services\/[0-9a-f]{8}\/$/), page.locator(".service a[href*='/help/services/']").first().click()]);
    ok(NEUTRAL.test(await page.title()), `title “${await page.title()}”`);
    if (scripts) await picture(page, `help-sheet-${lang}`);
    if (scripts) equal(await page.evaluate(() => history.length), entries, "entries in the history");
    if (scripts) equal(await left(page), ["", 0, 0, 0, 0, 0], "left on the device");
    equal(await page.locator("noscript").evaluateAll((list) => list.length > 0), true, "the note for no script");
    const exit = page.locator("#exit");
    ok((await exit.boundingBox()).height >= 44, "the exit is large enough");
    await Promise.all([page.waitForURL(`${system.elsewhere}/**`), exit.click()]);
    equal(await context.cookies(), [], "cookies");
    const paths = asked.map((request) => new URL(request.url())).filter((url) => url.origin === system.address && url.search);
    equal(paths.map((url) => url.pathname + url.search), [`/exit?lang=${lang}`], "queries in addresses");
    equal(asked.map((request) => new URL(request.url()).origin).filter((origin) => origin !== system.address && origin !== system.elsewhere), [], "asked of others");
    for (const request of asked.filter((one) => one.url().startsWith(system.elsewhere))) equal(request.headers().referer, undefined, "referrer of the way out");
    if (scripts) {
      for (let back = 1; back <= 10; back += 1) {
        await page.goBack().catch(() => {});
        ok(!/\/help\//.test(page.url()), `back ${back} leads to ${page.url()}`);
      }
    }
    await context.close();
  });
}

export async function services(system, browser, checks, picture) {
  for (const lang of ["fr", "nl", "ar"]) {
    for (const scripts of [true, false]) await walk(system, browser, lang, scripts, checks, picture);
  }
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();

  await checks.check("help: the screen is blank in the very moment of leaving", async () => {
    await page.goto(`${system.address}/fr/help/services/`);
    const seen = await page.evaluate(() => {
      document.getElementById("exit").click();
      return [document.documentElement.hidden, document.body.childElementCount, document.title];
    });
    equal(seen, [true, 0, "localhost"], "what is seen");
    await page.waitForURL(`${system.elsewhere}/**`);
  });

  await checks.check("help: a page that comes back from the browser's memory shows nothing", async () => {
    await page.goto(`${system.address}/fr/help/`);
    const blank = await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      return document.documentElement.hidden;
    });
    ok(blank, "blank");
    await page.waitForURL(`${system.elsewhere}/**`);
  });

  await checks.check("help: the list is light and usable on a slow line", async () => {
    const html = await (await fetch(`${system.address}/fr/help/services/`)).text();
    const css = await (await fetch(`${system.address}/style.css`)).text();
    const packed = gzipSync(html).length + gzipSync(css).length;
    console.log(`     list with style: ${packed} bytes`);
    ok(packed <= 20_000, `${packed} bytes`);
    const slow = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const tab = await slow.newPage();
    const wire = await slow.newCDPSession(tab);
    await wire.send("Network.enable");
    await wire.send("Network.emulateNetworkConditions", { offline: false, latency: 300, downloadThroughput: 250_000 / 8, uploadThroughput: 50_000 / 8 });
    const began = Date.now();
    await tab.goto(`${system.address}/fr/help/services/`, { waitUntil: "domcontentloaded" });
    const took = Date.now() - began;
    console.log(`     usable on 2G after ${took} ms`);
    ok(took <= 3000, `${took} ms`);
    await slow.close();
  });

  await checks.check("help: the pocket card prints numbers and no word that tells", async () => {
    for (const lang of ["fr", "nl", "ar"]) {
      await page.goto(`${system.address}/${lang}/help/p30/`);
      await page.emulateMedia({ media: "print" });
      const words = await page.evaluate(() => document.body.innerText);
      await picture(page, `help-card-print-${lang}`);
      await page.emulateMedia({ media: null });
      ok(/0800 30 030/.test(words) && /112/.test(words), "the numbers are there");
      ok(words.length < 160, `prints: ${words}`);
    }
  });

  await checks.check("help: Escape twice is not taken while somebody chooses", async () => {
    await page.goto(`${system.address}/fr/help/services/`);
    await page.focus("#f-situation");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    ok(/\/help\/services\/$/.test(page.url()), page.url());
  });
  await context.close();
}
