// The list of help services on a phone that somebody else may be watching: with and
// without JavaScript, in three languages, on a slow line, on paper.

import { get } from "node:http";
import { equal, ok } from "./checks.mjs";

const NEUTRAL = /^(safe\.brussels|Vie pratique|Praktisch|Practical|Alltag|حياة|الحياة|Günlük|Vida|Практичн)/;

/** Bytes of an answer as they travel. */
const wire = (address) => new Promise((done, fail) => {
  get(address, { headers: { "accept-encoding": "gzip, br" } }, (answer) => {
    let bytes = 0;
    answer.on("data", (part) => { bytes += part.length; });
    answer.on("end", () => done(bytes));
  }).once("error", fail);
});

/** What the visit leaves on the device; the worker of the ordinary pages may be there, but it keeps nothing of these. */
const left = (page) => page.evaluate(async () => {
  const kept = [];
  for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) kept.push(url);
  return [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, kept.filter((url) => /\/help\//.test(url))];
});

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
    if (scripts) equal(await left(page), ["", 0, 0, 0, []], "left on the device");
    equal(await page.locator("noscript").evaluateAll((list) => list.length > 0), true, "the note for no script");
    const exit = page.locator("#exit");
    ok((await exit.boundingBox()).height >= 44, "the exit is large enough");
    await Promise.all([page.waitForURL(`${system.elsewhere}/**`), exit.click()]);
    equal(await context.cookies(), [], "cookies");
    // The front page, before the door, listens to alerts.
    const paths = asked.map((request) => new URL(request.url())).filter((url) => url.origin === system.address && url.search && url.pathname !== "/api/v1/alerts/stream");
    equal(paths.map((url) => url.pathname + url.search), [`/exit?lang=${lang}`], "queries in addresses");
    equal(asked.map((request) => new URL(request.url()).origin).filter((origin) => origin !== system.address && origin !== system.elsewhere), [], "asked of others");
    equal(system.referrers.filter((from) => from.startsWith(system.address)), [], "where the other site thinks that the visitor comes from");
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
    // While the next page is long in coming: what the screen shows within 50 ms.
    await page.goto(`${system.address}/fr/help/services/`);
    await page.route("**/exit?*", (route) => setTimeout(() => route.continue().catch(() => {}), 1500));
    const before = (await page.screenshot()).length;
    // A crowded machine only adds to the time: the best of some tries is what the page takes.
    const tries = [];
    let after;
    while (tries.length < 4 && !tries.some((took) => took <= 50)) {
      if (tries.length > 0) await page.goto(`${system.address}/fr/help/services/`);
      tries.push(await page.evaluate(() => new Promise((done) => {
        const began = performance.now();
        document.getElementById("exit").click();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - began), 0));
      })));
      after = await page.screenshot();
    }
    const shown = Math.min(...tries);
    await page.unroute("**/exit?*");
    ok(shown <= 50, `drawn after ${Math.round(shown)} ms`);
    ok(after.length < 8000 && after.length < before / 4, `the picture of a blank screen has ${after.length} bytes, that of the page ${before}`);
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

  await checks.check("help: the door, the list and a sheet are usable on a slow line", async () => {
    const slow = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const tab = await slow.newPage();
    const line = await slow.newCDPSession(tab);
    await line.send("Network.enable");
    await line.send("Network.emulateNetworkConditions", { offline: false, latency: 300, downloadThroughput: 250_000 / 8, uploadThroughput: 50_000 / 8 });
    for (const lang of ["fr", "nl", "ar"]) {
      const sheet = (await system.text(`/${lang}/help/services/`)).match(/help\/services\/[0-9a-f]{8}\//)[0];
      for (const path of ["help/", "help/p02/", "help/services/", sheet]) {
        const address = `${system.address}/${lang}/${path}`;
        const bytes = (await wire(address)) + (await wire(`${system.address}/style.css`));
        ok(bytes <= 20_000, `/${lang}/${path} with its style: ${bytes} bytes`);
        await line.send("Network.clearBrowserCache");
        await tab.goto(address, { waitUntil: "domcontentloaded" });
        // What the line and the server take; a crowded machine draws later than a phone.
        const { sent, drawn } = await tab.evaluate(() => ({ sent: performance.getEntriesByType("navigation")[0].responseEnd, drawn: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? performance.now() }));
        console.log(`     /${lang}/${path.slice(0, 22)}: ${bytes} bytes, all there after ${Math.round(sent)} ms, drawn after ${Math.round(drawn)} ms`);
        ok(sent <= 3000, `/${lang}/${path} came after ${Math.round(sent)} ms`);
      }
    }
    await slow.close();
  });

  await checks.check("help: the pocket card prints numbers and no word that tells", async () => {
    for (const lang of ["fr", "nl", "ar"]) {
      await page.goto(`${system.address}/${lang}/help/p30/`);
      await page.emulateMedia({ media: "print" });
      const words = await page.evaluate(() => document.body.innerText);
      await picture(page, `help-card-print-${lang}`);
      await page.emulateMedia({ media: null });
      ok(/0800\s30\s030/.test(words) && /112/.test(words), "the numbers are there");
      ok(words.length < 160, `prints: ${words}`);
    }
  });

  await checks.check("help: telephone numbers keep the order of their groups from right to left", async () => {
    const sheet = (await system.text("/ar/help/services/")).match(/help\/services\/[0-9a-f]{8}\//g);
    let looked = 0;
    for (const path of ["help/", "help/p02/", "help/p04/", "help/p05/", "help/p06/", "help/p10/", "help/p30/", "help/services/", ...new Set(sheet.slice(0, 8)), "emergency/numbers/"]) {
      await page.goto(`${system.address}/ar/${path}`);
      const seen = await page.evaluate(() => {
        const [turned, walker] = [[], document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)];
        let numbers = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (const number of node.data.matchAll(/\+?\d+(?:[ \u00a0]\d+)+/g)) {
            const places = [...number[0].matchAll(/\d+/g)].map((group) => {
              const range = document.createRange();
              range.setStart(node, number.index + group.index);
              range.setEnd(node, number.index + group.index + group[0].length);
              return range.getBoundingClientRect();
            });
            numbers += places[0].width > 0;
            if (places.some((place, at) => at > 0 && Math.abs(place.top - places[at - 1].top) < 4 && place.left < places[at - 1].left)) turned.push(number[0]);
          }
        }
        return { numbers, turned };
      });
      equal(seen.turned, [], `numbers that /ar/${path} shows the wrong way round`);
      looked += seen.numbers;
    }
    ok(looked > 20, `${looked} numbers`);
  });

  await checks.check("help: Escape twice leaves from a list and a tick box, never from a field to write in", async () => {
    for (const field of ["#f-situation", "#f-open"]) {
      await page.goto(`${system.address}/fr/help/services/`);
      await page.focus(field);
      await Promise.all([page.waitForURL(`${system.elsewhere}/**`), page.keyboard.press("Escape").then(() => page.keyboard.press("Escape"))]);
    }
    // The pages have no such field; the rule holds for the day when one comes.
    await page.goto(`${system.address}/fr/help/services/`);
    for (const [field, attributes] of [["input", {}], ["input", { type: "search" }], ["textarea", {}], ["p", { contenteditable: "" }]]) {
      await page.evaluate(([name, given]) => {
        const written = Object.assign(document.createElement(name), { id: "w" });
        for (const [key, value] of Object.entries(given)) written.setAttribute(key, value);
        document.querySelector("main").replaceChildren(written);
        written.focus();
      }, [field, attributes]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      ok(/\/help\/services\/$/.test(page.url()) && (await page.locator("#w").count()) === 1, `${field}: ${page.url()}`);
    }
  });

  await checks.check("help: what has the focus is never under the exit, which flips with the script", async () => {
    for (const [lang, path] of [["fr", "help/p02/"], ["ar", "help/p02/"], ["nl", "help/services/"]]) {
      await page.setViewportSize({ width: 360, height: 640 });
      await page.goto(`${system.address}/${lang}/${path}`);
      const bar = await page.locator("#exit").boundingBox();
      ok(bar.height >= 44 && bar.width >= 300 && Math.abs(bar.y + bar.height - 640) < 4, `the exit is at ${JSON.stringify(bar)}`);
      equal(await page.locator("#exit").evaluate((a) => getComputedStyle(a).direction), lang === "ar" ? "rtl" : "ltr", "direction of the exit");
      const stops = await page.locator("main :is(a[href], button, select, input:not([type=hidden]))").count();
      await page.focus("main");
      for (let at = 0; at < Math.min(stops, 40); at += 1) {
        await page.keyboard.press("Tab");
        const covered = await page.evaluate(() => {
          const [one, exit] = [document.activeElement, document.getElementById("exit")].map((e) => e.getBoundingClientRect());
          return document.activeElement.closest("main") && one.height < 400 && one.bottom > exit.top + 1 && document.activeElement.outerHTML.slice(0, 80);
        });
        ok(!covered, `/${lang}/${path}: under the exit: ${covered}`);
      }
    }
    await page.setViewportSize({ width: 390, height: 844 });
  });

  await context.close();
}
