// Help pages leave no trace, and can be left in one touch.

import { equal, ok } from "./checks.mjs";

const links = (page) => page.evaluate(() => [...new Set([...document.querySelectorAll("main a[href*='/help/']")].map((a) => new URL(a.href).pathname))]);

export async function help(system, browser, checks, picture) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));

  await checks.check("help: nothing from elsewhere, no cookie, no storage, no worker, no copy", async () => {
    await page.goto(`${system.address}/fr/help/`);
    await picture(page, "help");
    for (const path of ["/fr/help/", ...(await links(page)).slice(0, 8)]) {
      const answer = await page.goto(system.address + path);
      const headers = await answer.allHeaders();
      equal([headers["cache-control"], headers["referrer-policy"], headers["set-cookie"] ?? null, headers.etag ?? null], ["no-store", "no-referrer", null, null], `headers of ${path}`);
      const left = await page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length,
        (await indexedDB.databases()).length, (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]);
      equal(left, ["", 0, 0, 0, 0, 0], `left by ${path}`);
      ok(await page.locator("#exit").isVisible(), `${path} can be left`);
    }
    equal(await context.cookies(), [], "cookies");
    equal(asked.filter((url) => !url.startsWith(`${system.address}/`)), [], "asked of others");
  });

  await checks.check("help: the exit works without JavaScript and clears the copies of this host", async () => {
    const answer = await fetch(`${system.address}/exit?lang=fr`, { redirect: "manual" });
    equal([answer.status, answer.headers.get("clear-site-data"), answer.headers.get("location"), answer.headers.get("referrer-policy"), answer.headers.get("cache-control")],
      [303, "\"cache\"", `${system.elsewhere}/weather`, "no-referrer", "no-store"], "answer");
    const without = await browser.newContext({ javaScriptEnabled: false });
    const plain = await without.newPage();
    await plain.goto(`${system.address}/fr/help/`);
    await Promise.all([plain.waitForURL(`${system.elsewhere}/**`), plain.locator("#exit").click()]);
    await without.close();
  });

  await checks.check("help: after five pages and the exit, ten times “back” shows none of them (Chromium)", async () => {
    const page = await context.newPage();
    await page.goto(`${system.elsewhere}/start`);
    await page.goto(`${system.address}/fr/`);
    await Promise.all([page.waitForURL(/\/fr\/help\/$/), page.locator("main a[href='/fr/help/']").first().click()]);
    const texts = [await page.locator("h1").innerText()];
    for (let visited = 1; visited < 5; visited += 1) {
      const before = page.url();
      const next = page.locator("main a[href*='/help/']").nth(visited % 3);
      await Promise.all([page.waitForURL((url) => url.href !== before), next.click()]);
      await page.waitForLoadState();
      texts.push(await page.locator("h1").innerText());
    }
    await Promise.all([page.waitForURL(`${system.elsewhere}/**`), page.locator("#exit").click()]);
    for (let back = 1; back <= 10; back += 1) {
      await page.goBack().catch(() => {});
      const text = await page.locator("body").innerText().catch(() => "");
      ok(!/\/help\//.test(page.url()), `back ${back} leads to ${page.url()}`);
      for (const heading of texts) ok(!text.includes(heading) || /\/fr\/$/.test(page.url()), `back ${back} shows “${heading}”`);
    }
    await page.close();
  });

  await checks.check("help: Escape twice leaves, once does not", async () => {
    await page.goto(`${system.address}/fr/help/`);
    await page.keyboard.press("Escape");
    equal(new URL(page.url()).pathname, "/fr/help/", "after one");
    await Promise.all([page.waitForURL(`${system.elsewhere}/**`), page.keyboard.press("Escape").then(() => page.keyboard.press("Escape"))]);
  });
  await context.close();
}
