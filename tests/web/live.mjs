// Alerts of a page that stays open: who does not see them hears them, who uses the keyboard
// keeps the place, and a page that comes back from the browser's memory catches up.

import { start } from "./browser.mjs";
import { serve } from "./server.mjs";

// French words on a Dutch page, as when an alert is known in one language.
const banner = ({ id, headline }) => `<div class="alert-banner sev-severe"><div class="wrap">
<p class="alert-banner__kind"><span>Ernstig · <span lang="fr" dir="ltr">Fuite de gaz</span></span></p>
<p class="alert-banner__text" lang="fr" dir="ltr"><a href="/nl/alerts/${id}/">${headline}</a> <span>Partez.</span></p></div></div>`;

const card = ({ id, headline, over }) => `<article class="alert-card"><p class="alert-card__kind"><span>${over ? "Einde" : "Ernstig"}</span></p>
<h3 lang="fr" dir="ltr"><a href="/nl/alerts/${id}/">${headline}</a></h3></article>`;

const article = ({ id, headline, over }) => `<article class="alert-page" data-alert="${id}"><div class="alert-card"><p class="alert-card__kind"><span>${over ? "Einde" : "Ernstig"}</span></p>
<h1 lang="fr" dir="ltr">${headline}</h1></div><details><summary>Andere talen</summary><a href="/fr/">fr</a></details></article>`;

/** The pages of a server that knows these alerts; three of them fit into the banners. */
const filled = (alerts) => (path, html, version) => {
  const active = alerts.filter(({ over }) => !over).slice(0, 3);
  const banners = active.length > 0 ? `<aside class="alert-banners" aria-label="Proef">${active.map(banner).join("")}</aside>` : "";
  return html
    .replace("<!--safe:banner-->", `<div id="alert-state" data-version="${version}" hidden></div>${banners}`)
    .replace("<!--safe:main-->", alerts.length > 0 ? article(alerts[0]) : "")
    .replace(/(<!--safe:alerts-->)[^]*(<!--\/safe:alerts-->)/, `$1${alerts.map(card).join("")}$2`);
};

const HELD = { headline: "Straat van toen" };

export async function checkLive(root) {
  const faults = [];
  let alerts = [];
  // What happens between the making of a page and its first line to the server.
  let between = () => {};
  const server = await serve(root, {
    slots: (path, html, version) => {
      const page = filled(alerts)(path, html, version);
      between();
      return page;
    },
  });
  const browser = await start({ viewport: { width: 1280, height: 900 } });
  const page = await browser.newPage();
  // Pauses that are drawn are the shortest ones.
  await page.addInitScript(() => { Math.random = () => 0; });
  page.on("pageerror", (error) => faults.push(error.message));
  const news = () => page.locator("#alert-news").innerHTML();
  const text = async () => (await page.locator("#alert-news").textContent()).replace(/\s+/g, " ").trim();
  const says = async (what, words) => {
    const is = (wanted) => document.getElementById("alert-news").textContent.includes(wanted);
    await page.waitForFunction(is, words, { timeout: 20_000 })
      .catch(async () => faults.push(`${what}: the news say ${JSON.stringify(await text())}`));
  };
  const until = async (what, is) => {
    for (let turn = 0; turn < 1000; turn += 1) {
      if (await is()) return;
      await page.waitForTimeout(20);
    }
    faults.push(`${what}: not within 20 s`);
  };
  const held = () => page.evaluate(() => document.activeElement.getAttribute("href") ?? document.activeElement.localName);
  const listened = () => until("the page listens", () => server.listeners.size > 0);
  const open = async (path) => {
    server.listeners.clear();
    await page.goto(server.address + path);
    await listened();
  };
  const change = (alert, next) => {
    alerts = next;
    server.tell({ event_id: alert.id, state: alert.over ? "ended" : "active" });
  };
  const looks = () => server.log.filter((line) => line.startsWith("LIVE")).length;
  const banners = () => page.locator(".alert-banners .alert-banner").count();
  const [one, two, three, four] = ["A", "B", "C", "D"].map((street) => ({ id: `n-${street}`, headline: `Fuite rue ${street}` }));
  const ended = (alert) => ({ ...alert, over: true });
  try {
    await open("/nl/guides/");
    if ((await text()) !== "") faults.push("the news are there before anything happened");
    change(one, [one]);
    await says("a first alert", "Fuite rue A");
    if (!/<p lang="fr" dir="ltr">Fuite rue A/.test(await news()) || /<a/.test(await news())) faults.push(`the news are ${await news()}`);
    if ((await banners()) !== 1) faults.push("no banner");
    // Somebody stands on the link of the first when a second comes.
    await page.locator(".alert-banners a").focus();
    change(two, [one, two]);
    await says("a second alert", "Fuite rue B");
    if ((await text()).includes("Fuite rue A")) faults.push("what was told is told again");
    if ((await held()) !== "/nl/alerts/n-A/") faults.push(`the keyboard is at ${await held()}`);
    // A page without a list says how it ended all the same.
    change(ended(one), [two, ended(one)]);
    await says("the end of the first", "Einde");
    if (!(await text()).includes("Fuite rue A")) faults.push(`what has ended is ${await text()}`);
    if ((await held()) !== "main") faults.push(`after the end the keyboard is at ${await held()}`);

    // Of four, three stand at the top: the one that moves up is no news.
    alerts = [two, three, one, four];
    await open("/nl/guides/");
    change(ended(two), [three, one, four, ended(two)]);
    await says("the end of one of four", "Fuite rue B");
    if ((await text()).includes("Fuite rue D")) faults.push("an old alert that moves up is told as new");

    // Nothing that stays the same is touched.
    alerts = [two];
    await open("/nl/shell/");
    await page.locator(".alert-page summary").click();
    await page.evaluate(() => { window.nodes = [document.querySelector(".alert-page"), document.querySelector(".alert-banners")]; });
    const before = looks();
    server.tell({});
    await until("the page looks", () => looks() > before);
    await page.waitForTimeout(200);
    if (!(await page.evaluate(() => window.nodes.every((node) => node.isConnected)))) faults.push("what stayed the same was replaced");
    change(ended(two), [ended(two)]);
    await says("the end on the alert's own page", "Einde");
    if (!(await page.locator(".alert-page details").evaluate((box) => box.open))) faults.push("what was opened closed");
    if ((await held()) !== "summary") faults.push(`on the alert's page the keyboard is at ${await held()}`);
    if ((await page.locator("h1").count()) !== 1) faults.push("the news are a heading");

    // The list says how it ended; who never heard of an alert is not told that it is over.
    alerts = [one];
    await open("/nl/alerts/");
    change(ended(four), [one]);
    change(ended(one), [ended(one)]);
    await says("the end in the list", "Einde");
    if ((await text()).includes("Fuite rue D")) faults.push("the end of an alert that was never shown is told");

    // What happens while a page is on its way is not missed.
    alerts = [];
    between = () => {
      between = () => {};
      change(three, [three]);
    };
    await open("/nl/guides/");
    await says("an alert of the moment before", "Fuite rue C");

    // A look that fails is made again.
    server.refuse({ pages: 3 });
    change(four, [three, four]);
    await says("after looks that were refused", "Fuite rue D");
    if ((await banners()) !== 2) faults.push(`${await banners()} banners after looks that were refused`);

    // A stream that is refused is asked for again.
    alerts = [];
    server.refuse({ streams: 1 });
    await open("/nl/guides/");
    change(one, [one]);
    await says("after a refused stream", "Fuite rue A");

    // Back from the browser's memory.
    alerts = [];
    await open("/nl/guides/");
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
    await until("a hidden page stops listening", () => server.listeners.size === 0);
    change(one, [one]);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await says("what a page in the browser's memory missed", "Fuite rue A");
    await listened();
    change(two, [one, two]);
    await says("after the way back", "Fuite rue B");
  } finally {
    await browser.close();
    await server.close();
  }
  return { looked: "news, keyboard, lost lines, way back", faults };
}
