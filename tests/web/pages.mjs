// Checks that need a browser: accessibility, narrow screens, help rules, push, offline.

import { AxeBuilder } from "@axe-core/playwright";
import { start } from "./browser.mjs";
import { fill } from "./examples.mjs";
import { serve } from "./server.mjs";

/** One page of each kind, or those of PAGES=alerts/,…; what the content lacks is skipped. */
const KINDS = process.env.PAGES?.split(",") ?? ["", "alerts/", "receive-alerts/", "guides/", "guides/gas-leak/", "advice/", "advice/bicycle-theft/",
  "publications/", "publications/annual-report-2022/", "datasets/", "datasets/in-rccr-activations-2022/", "campaigns/",
  "dossiers/", "plans/", "plans/compare/", "plans/pgsp-2021-2024/", "plans/pgsp-2021-2024/theme-1/",
  "plans/pgsp-2021-2024/1-2/", "glossary/", "projects/", "calls/", "agenda/", "news/", "areas/", "areas/21009/",
  "rules/", "offline/", "emergency/", "emergency/risks/", "about/", "about/organisation/", "campaigns/jexisteautrement/",
  "campaigns/theft-prevention-advisers-2022/", "dossiers/health-crisis-2020/", "news/2022-06-07-mandate/", "training/trades/",
  "help/", "help/p01/", "help/services/", "permits/", "permits/detention/", "shell/", "help/shell/", "404/", "sitemap/"];

/** Languages looked at: three by default, all with LANGS=fr,nl,… */
const LANGUAGES = (process.env.LANGS ?? "fr,nl,ar").split(",");

async function withBrowser(root, { slots = fill, ...options }, work) {
  process.env.ALERTS = "1";
  const server = await serve(root, { slots });
  const browser = await start(options);
  try {
    return await work(browser, server);
  } finally {
    await browser.close();
    await server.close();
  }
}

export async function checkPages(root) {
  const faults = [];
  let looked = 0;
  await withBrowser(root, { viewport: { width: 1280, height: 900 } }, async (browser, server) => {
    for (const scheme of ["light", "dark"]) {
      const page = await browser.newPage();
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      page.on("console", (message) => {
        if (message.type() === "error" && !/404|Failed to load resource/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
      });
      for (const lang of scheme === "dark" ? ["fr"] : LANGUAGES) {
        for (const kind of KINDS) {
          const answer = await page.goto(`${server.address}/${lang}/${kind}`);
          if (answer.status() !== 200) continue;
          looked += 1;
          await page.setViewportSize({ width: 1280, height: 900 });
          // The exit bar stays at the bottom of the screen: look where it covers nothing.
          await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
          const empty = kind.endsWith("shell/") ? ["page-has-heading-one"] : [];
          const axe = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).disableRules(empty).analyze();
          for (const violation of axe.violations) {
            faults.push(`${scheme} /${lang}/${kind}: ${violation.id} (${violation.nodes.length}) ${violation.nodes[0].target} ${violation.nodes[0].failureSummary?.split("\n")[1]?.trim() ?? ""}`);
          }
          await page.setViewportSize({ width: 320, height: 700 });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (wide > 0) faults.push(`/${lang}/${kind}: ${wide} px wider than a 320 px screen`);
          const hidden = await page.evaluate(() => [...document.querySelectorAll(".drop")].filter((menu) => {
            menu.open = true;
            const { left, right, width } = menu.querySelector("ul").getBoundingClientRect();
            menu.open = false;
            return width > 0 && (left < 0 || right > innerWidth);
          }).length);
          if (hidden > 0) faults.push(`/${lang}/${kind}: ${hidden} menus open outside a 320 px screen`);
        }
      }
      await page.close();
    }
  });
  return { looked: `${looked} page states`, faults };
}

export async function checkHelp(root) {
  const faults = [];
  await withBrowser(root, {}, async (browser, server) => {
    const page = await browser.newPage();
    const outside = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(server.address)) outside.push(request.url());
    });
    await page.goto(`${server.address}/fr/help/`);
    const state = () => page.evaluate(async () => ({
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      caches: (await caches.keys()).length,
      storage: localStorage.length + sessionStorage.length,
      manifest: document.querySelectorAll("link[rel=manifest]").length,
      scripts: [...document.scripts].map((s) => s.getAttribute("src") ?? s.type),
      fields: document.querySelectorAll("main input, main textarea").length,
      mail: document.querySelectorAll("a[href^='mailto:']").length,
      title: document.title,
    }));
    const first = await state();
    const wanted = { workers: 0, caches: 0, storage: 0, manifest: 0, fields: 0, mail: 0 };
    for (const [key, value] of Object.entries(wanted)) {
      if (first[key] !== value) faults.push(`help page: ${key} is ${first[key]}`);
    }
    if (first.scripts.join() !== "/exit.js") faults.push(`help page runs ${first.scripts}`);
    const entries = await page.evaluate(() => history.length);
    const inner = page.locator("main a[href*='/help/']").first();
    await Promise.all([page.waitForURL(/\/help\/./), inner.click()]);
    if ((await page.evaluate(() => history.length)) !== entries) faults.push("a link inside the section adds a history entry");
    if (!/ – /.test(await page.title())) faults.push(`title ${await page.title()}`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.waitForURL(/404/);
    await page.goBack().catch(() => {});
    if (/\/help\//.test(page.url()) && (await page.locator("main").innerText().catch(() => "")) !== "") faults.push("going back shows the help page again");
    if (outside.length > 0) faults.push(`asked others: ${outside}`);
    // Once the worker of other pages runs, help pages still leave nothing behind.
    await page.goto(`${server.address}/fr/guides/`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForTimeout(1500);
    await page.goto(`${server.address}/fr/help/`);
    await page.waitForTimeout(300);
    const kept = await page.evaluate(async () => {
      const urls = [];
      for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) urls.push(request.url);
      return urls.filter((url) => /\/(help|permits|office|exit)\//.test(url));
    });
    if (kept.length > 0) faults.push(`the worker keeps ${kept}`);
  });
  return { looked: "help rules in the browser", faults };
}

export async function checkPush(root) {
  const faults = [];
  await withBrowser(root, {}, async (browser, server) => {
    await browser.grantPermissions(["notifications"], { origin: server.address });
    const page = await browser.newPage();
    // No push service is asked: the browser's answer is played, everything else is real.
    await page.addInitScript(() => {
      const bytes = (n) => new Uint8Array(n).fill(7).buffer;
      const made = () => ({
        endpoint: "https://push.example/one",
        options: {},
        toJSON: () => ({ endpoint: "https://push.example/one", keys: { p256dh: "BA", auth: "AA" } }),
        getKey: () => bytes(16),
        unsubscribe: async () => { sessionStorage.removeItem("pushed"); return true; },
      });
      PushManager.prototype.getSubscription = async () => (sessionStorage.getItem("pushed") ? made() : null);
      PushManager.prototype.subscribe = async () => { sessionStorage.setItem("pushed", "1"); return made(); };
    });
    await page.goto(`${server.address}/fr/receive-alerts/`);
    await page.waitForSelector("#push-form:not([hidden])");
    await page.click("#push-form button[data-when=new]");
    if (await page.locator("#push-errors").isHidden()) faults.push("no word about the missing municipality");
    await page.check("#a21009");
    await page.check("#s-Severe");
    await page.click("#push-form button[data-when=new]");
    await page.waitForSelector("[data-state=subscribed]:not([hidden])", { timeout: 5000 }).catch(() => faults.push("not subscribed"));
    const [kept] = [...server.subscriptions.values()];
    if (kept?.areas?.join() !== "21009" || kept?.severity !== "Severe" || kept?.lang !== "fr") faults.push(`sent ${JSON.stringify(kept)}`);
    await page.click("#push-test");
    await page.waitForSelector("[data-state=test-sent]:not([hidden])", { timeout: 5000 }).catch(() => faults.push("test not sent"));
    await page.reload();
    await page.waitForSelector("[data-state=subscribed]:not([hidden])", { timeout: 5000 }).catch(() => faults.push("forgotten after reload"));
    if (!(await page.isChecked("#a21009"))) faults.push("choices not shown again");
    await notifications(page, browser, server, faults);
    await page.click("#push-stop");
    await page.waitForSelector("[data-state=stopped]:not([hidden])", { timeout: 5000 }).catch(() => faults.push("not stopped"));
    if (server.subscriptions.size !== 0) faults.push("the server still knows the subscription");
  });
  return { looked: "subscribe, test, reload, notify, stop", faults };
}

/** Delivers pushes through the browser's own protocol and looks at what is shown. */
async function notifications(page, browser, server, faults) {
  const session = await browser.newCDPSession(page);
  const ids = [];
  session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => ids.push(...registrations.map((r) => r.registrationId)));
  await session.send("ServiceWorker.enable");
  const wait = async (is) => {
    for (let turn = 0; turn < 500 && !(await is()); turn += 1) await page.waitForTimeout(20);
  };
  await wait(() => ids.length > 0);
  const shown = () => page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map((n) => ({ title: n.title, tag: n.tag, dir: n.dir, lang: n.lang })));
  const deliver = async (message) => {
    await session.send("ServiceWorker.deliverPushMessage", { origin: server.address, registrationId: ids.at(-1), data: JSON.stringify(message) });
    await wait(async () => (await shown()).some((one) => one.title === message.title));
    // One that is too many would come now.
    await page.waitForTimeout(300);
    return shown();
  };
  const alert = { v: 1, id: "a", version: 1, state: "active", severity: "Severe", lang: "ar", title: "إنذار", body: "ابق في الداخل", url: "/ar/alerts/a/", tag: "event-1", sent: "2026-11-21T14:32:00+01:00" };
  const first = await deliver(alert);
  if (first.length !== 1 || first[0].dir !== "rtl" || first[0].lang !== "ar") faults.push(`first push shows ${JSON.stringify(first)}`);
  const again = await deliver(alert);
  if (again.length !== 1) faults.push(`the same push shows ${again.length} notifications`);
  const update = await deliver({ ...alert, version: 2, title: "انتهى الإنذار" });
  if (update.length !== 1 || update[0].title !== "انتهى الإنذار") faults.push(`the update shows ${JSON.stringify(update)}`);
}

const bannerOf = (words, until) => `<aside class="alert-banners" aria-label="Essai"><div class="alert-banner sev-severe" data-until="${until.toISOString()}"><div class="wrap">
<p class="alert-banner__text"><a href="/fr/alerts/">${words}</a></p></div></div></aside>`;

export async function checkOffline(root) {
  const faults = [];
  let banner = "";
  const slots = (path, html, version) =>
    html.replace("<!--safe:banner-->", `<div id="alert-state" data-version="${version}" hidden></div>${path.includes("/help/") ? "" : banner}`);
  await withBrowser(root, { slots }, async (browser, server) => {
    const page = await browser.newPage();
    await page.goto(`${server.address}/fr/alerts/`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    const isKept = async () => {
      const name = (await caches.keys()).find((one) => one.startsWith("safe-fr-"));
      return Boolean(name) && (await (await caches.open(name)).keys()).length > 0;
    };
    const all = page.waitForFunction(isKept, null, { timeout: 30_000, polling: 100 });
    await all.catch(() => faults.push("nothing kept for reading offline"));
    // Copies tell the alerts of the newest page that was seen, and none that is over by its time.
    for (const [words, seconds, shown] of [["Alerte en cours", 3600, 1], ["Alerte passée", -1, 0]]) {
      server.setDown(false);
      banner = bannerOf(words, new Date(Date.now() + seconds * 1000));
      // Pages know their second.
      await page.waitForTimeout(1100);
      await page.goto(`${server.address}/fr/alerts/`);
      // A gateway that stands before a server that is gone.
      server.setDown("gateway");
      await page.goto(`${server.address}/fr/guides/gas-leak/`);
      if (await page.locator("#copy-note").isHidden().catch(() => true)) faults.push("behind a gateway the guide is no copy");
      const count = await page.locator(`.alert-banner:has-text("${words}")`).count();
      if (count !== shown) faults.push(`the copy of a guide shows “${words}” ${count} times`);
    }
    server.setDown(true);
    await page.goto(`${server.address}/fr/alerts/`).catch((error) => faults.push(`alerts offline: ${error.message.split("\n")[0]}`));
    if (await page.locator("#copy-note").isHidden().catch(() => true)) faults.push("the copy does not say that it is one");
    if (!/\d{2}:\d{2}/.test(await page.locator("#copy-note").innerText().catch(() => ""))) faults.push("the copy does not say from when it is");
    await page.goto(`${server.address}/fr/guides/gas-leak/`).catch((error) => faults.push(`guide offline: ${error.message.split("\n")[0]}`));
    if (!(await page.locator("h1").innerText().catch(() => ""))) faults.push("the guide is empty offline");
    await page.goto(`${server.address}/fr/offline/`).catch((error) => faults.push(`offline search: ${error.message.split("\n")[0]}`));
    await page.fill("#offline-q", "cambriolgae").catch(() => faults.push("the offline search has no field"));
    await page.waitForSelector("#offline-hits details", { timeout: 5000 }).catch(() => faults.push("the offline search finds nothing for a word with a typing error"));
    const hit = await page.locator("#offline-hits summary").first().innerText().catch(() => "");
    if (!/cambriol/i.test(hit)) faults.push(`the offline search answers ${hit}`);
    await page.fill("#offline-q", "xqzzkw").catch(() => {});
    await page.waitForSelector("#offline-none:not([hidden])", { timeout: 5000 }).catch(() => faults.push("the offline search does not say that it found nothing"));
    const help = await page.goto(`${server.address}/fr/help/`).then(() => true, () => false);
    if (help) faults.push("a help page opens offline");
  });
  return { looked: "alerts and guides with the server gone", faults };
}
