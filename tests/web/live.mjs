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

const article = ({ headline, over }) => `<article class="alert-page"><div class="alert-card"><p class="alert-card__kind"><span>${over ? "Einde" : "Ernstig"}</span></p>
<h1 lang="fr" dir="ltr">${headline}</h1></div><details><summary>Andere talen</summary><a href="/fr/">fr</a></details></article>`;

/** The pages of a server that knows these alerts. */
const filled = (alerts) => (path, html) => {
  const active = alerts.filter(({ over }) => !over);
  const banners = active.length > 0 ? `<aside class="alert-banners" aria-label="Proef">${active.map(banner).join("")}</aside>` : "";
  return html
    .replace("<!--safe:banner-->", banners)
    .replace("<!--safe:main-->", alerts.length > 0 ? article(alerts[0]) : "")
    .replace(/(<!--safe:alerts-->)[^]*(<!--\/safe:alerts-->)/, `$1${alerts.map(card).join("")}$2`);
};

export async function checkLive(root) {
  const faults = [];
  let alerts = [];
  const server = await serve(root, { slots: (path, html) => filled(alerts)(path, html) });
  const browser = await start({ viewport: { width: 1280, height: 900 } });
  const page = await browser.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  const news = () => page.locator("#alert-news").innerHTML();
  const text = async () => (await page.locator("#alert-news").textContent()).replace(/\s+/g, " ").trim();
  const wanted = async (what, is, more) => {
    try {
      await page.waitForFunction(is, more, { timeout: 6000 });
    } catch {
      faults.push(`${what}: the news say ${JSON.stringify(await text())}`);
    }
  };
  const says = (what, words) => wanted(what, (w) => {
    const said = document.getElementById("alert-news").textContent;
    return w === "" ? said === "" : said.includes(w);
  }, words);
  const held = () => page.evaluate(() => document.activeElement.getAttribute("href") ?? document.activeElement.localName);
  const open = async (path, listening = true) => {
    server.listeners.clear();
    await page.goto(server.address + path);
    for (let turn = 0; listening && server.listeners.size === 0 && turn < 100; turn += 1) await page.waitForTimeout(20);
  };
  const change = (next) => {
    alerts = next;
    server.tell();
  };
  const one = { id: "one", headline: "Fuite rue A" };
  const two = { id: "two", headline: "Fuite rue B" };
  try {
    await open("/nl/guides/");
    if ((await text()) !== "") faults.push("the news are there before anything happened");
    change([one]);
    await says("a first alert", "Fuite rue A");
    if (!/<p lang="fr" dir="ltr">Fuite rue A/.test(await news()) || /<a/.test(await news())) faults.push(`the news are ${await news()}`);
    if ((await page.locator(".alert-banners .alert-banner").count()) !== 1) faults.push("no banner");
    // Somebody stands on the link of the first when a second comes.
    await page.locator(".alert-banners a").focus();
    change([one, two]);
    await says("a second alert", "Fuite rue B");
    if ((await text()).includes("Fuite rue A")) faults.push("what was told is told again");
    if ((await held()) !== "/nl/alerts/one/") faults.push(`the keyboard is at ${await held()}`);
    change([two]);
    await says("the first has ended", "");
    if ((await held()) !== "main") faults.push(`after the end the keyboard is at ${await held()}`);

    // Nothing that stays the same is touched.
    await open("/nl/shell/");
    await page.locator(".alert-page summary").click();
    await page.evaluate(() => { window.nodes = [document.querySelector(".alert-page"), document.querySelector(".alert-banners")]; });
    const asked = () => server.log.filter((line) => line === "GET /nl/shell/").length;
    const before = asked();
    server.tell();
    for (let turn = 0; asked() === before && turn < 200; turn += 1) await page.waitForTimeout(20);
    await page.waitForTimeout(200);
    if (!(await page.evaluate(() => window.nodes.every((node) => node.isConnected)))) faults.push("what stayed the same was replaced");
    change([{ ...two, over: true }]);
    await says("the end on the alert's own page", "Einde");
    if (!(await page.locator(".alert-page details").evaluate((box) => box.open))) faults.push("what was opened closed");
    if ((await held()) !== "summary") faults.push(`on the alert's page the keyboard is at ${await held()}`);
    if ((await page.locator("h1").count()) !== 1) faults.push("the news are a heading");

    // The list says how it ended.
    alerts = [one];
    await open("/nl/alerts/");
    change([{ ...one, over: true }]);
    await says("the end in the list", "Einde");

    // Back from the browser's memory.
    alerts = [];
    await open("/nl/guides/");
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
    for (let turn = 0; server.listeners.size > 0 && turn < 100; turn += 1) await page.waitForTimeout(20);
    if (server.listeners.size > 0) faults.push("a hidden page keeps listening");
    change([one]);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await says("what a page in the browser's memory missed", "Fuite rue A");
    for (let turn = 0; server.listeners.size === 0 && turn < 100; turn += 1) await page.waitForTimeout(20);
    change([one, two]);
    await says("after the way back", "Fuite rue B");
  } finally {
    await browser.close();
    await server.close();
  }
  return { looked: "news, keyboard, way back", faults };
}
