// The server is gone: what matters opens all the same, and says from when it is.

import { leak } from "./alerts.mjs";
import { equal, ok, until } from "./checks.mjs";

const kept = (page) => page.evaluate(async () => {
  const list = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) list.push(new URL(url).pathname);
  }
  return list;
});

export async function offline(system, phone, checks, picture) {
  const { page } = phone;
  const seen = await leak(system, "Rue du Bailli 5");
  const unseen = await leak(system, "Rue Gray 40");
  const message = await until(async () => (await system.received(0)).find(({ tag }) => tag === unseen.event_id), "the push of the second alert");

  const ready = await checks.check("offline: alerts, home and guides are kept while there is a network", async () => {
    await phone.deliver(message);
    for (const path of ["/ar/", "/fr/", "/fr/alerts/", `/fr/alerts/${seen.event_id}/`, "/fr/help/"]) await phone.goto(path);
    await phone.goto("/fr/guides/");
    await phone.ready();
    for (const path of ["/ar/shell/", "/fr/", "/fr/alerts/", `/fr/alerts/${seen.event_id}/`, "/fr/guides/gas-leak/", "/style.css"]) {
      await until(async () => (await kept(page)).includes(path), `${path} is kept`);
    }
    return true;
  });
  if (!ready) return;

  await system.killServer();
  const opens = async (path, text) => {
    await phone.goto(path);
    ok(await page.locator("#copy-note").isVisible(), `${path} says that it is a copy`);
    const note = await page.locator("#copy-note").innerText();
    ok(/\d{2}:\d{2}/.test(note), `${path} says from when it is: ${note}`);
    if (text) ok((await page.locator("main").innerText()).includes(text), `${path} has its text`);
    ok(await page.locator("a[href='tel:112']").first().isVisible(), "the number 112 is there");
    const style = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    ok(/sans|system/i.test(style), "the style sheet is there");
  };
  await checks.check("offline: home, alerts, the alert and guides open, with the time of the copy", async () => {
    await opens("/fr/", "Fuite de gaz");
    await picture(page, "offline-home");
    await opens("/fr/alerts/", "Fuite de gaz");
    await opens(`/fr/alerts/${seen.event_id}/`, "Rue du Bailli 5");
    await picture(page, "offline-alert");
    await opens("/fr/guides/", "");
    await opens("/fr/guides/gas-leak/", "");
    await opens("/fr/guides/emergency-numbers-outage/", "");
  });
  await checks.check("offline: an alert that only the push has brought opens with what it said", async () => {
    equal(message.lang, "ar", "language of the push");
    await opens(new URL(message.url).pathname, message.body.split("\n")[1]);
    equal(await page.locator("h1").innerText(), message.title, "heading");
    await picture(page, "offline-pushed-ar");
  });
  await checks.check("offline: a page that is not kept leads to the alerts", () => opens("/fr/advice/", "Fuite de gaz"));
  await checks.check("offline: help pages do not open from a copy, and no cache knows them", async () => {
    const other = await phone.context.newPage();
    const outcome = await other.goto(`${system.address}/fr/help/`).then((answer) => `status ${answer?.status()}`, (error) => error.message);
    ok(/ERR_CONNECTION_REFUSED|ERR_FAILED/.test(outcome), `the help page: ${outcome}`);
    await other.close();
    const traces = (await kept(page)).filter((path) => /\/(help|office|permits|exit)(\/|$)/.test(path));
    equal(traces, [], "kept");
  });
  await system.startServer();
  await checks.check("offline: with the server back, the page is fresh again and alerts are as they were", async () => {
    await phone.goto("/fr/");
    ok(await page.locator("#copy-note").isHidden(), "no word about a copy");
    const { alerts } = await system.json("/api/v1/alerts?lang=fr");
    for (const { event_id: event } of [seen, unseen]) equal(alerts.find((one) => one.event_id === event)?.state, "active", event);
    for (const { id } of [seen, unseen]) await system.staffCall("approver", `/${id}/end`);
  });
}
