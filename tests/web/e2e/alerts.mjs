// From the second person's approval to the phone and to every view: alert, update,
// all-clear, cancel.

import { equal, ok, until } from "./checks.mjs";
import { agree } from "./views.mjs";

/** Every kind of page carries the banner. */
const KINDS = ["", "alerts/", "guides/", "guides/gas-leak/", "advice/", "advice/bicycle-theft/", "receive-alerts/", "help/", "help/services/",
  "publications/", "plans/", "legal/", "about/", "permits/", "news/", "sitemap/", "no-such-page/"];

const gasLeak = (municipalities, place, radius) => ({ scenario: "gas-leak", params: { place, radius: String(radius) }, municipalities });

/** A draft by the author, approved by the other person; both times in milliseconds. */
export async function publish(system, draft, from = "") {
  const { id } = await system.staffCall("author", from ? `/${from}/update` : "", draft);
  await system.staffCall("author", `/${id}/submit`);
  const started = performance.now();
  const alert = await system.staffCall("approver", `/${id}/approve`);
  return { ...alert, started };
}

export const leak = (system, place = "Rue du Trône 100") => publish(system, gasLeak(["21009"], place, 100));

const bannerOf = (html) => /<aside class="alert-banners"[^]*?<\/aside>/.exec(html)?.[0] ?? "";

async function banners(system, lang, event, wanted) {
  for (const kind of KINDS) {
    const answer = await fetch(`${system.address}/${lang}/${kind}`, { headers: { Accept: "text/html" } });
    const found = bannerOf(await answer.text()).includes(event);
    ok(found === wanted, `/${lang}/${kind} (${answer.status}) ${wanted ? "lacks" : "still has"} the banner`);
  }
}

/** The French story. */
export async function alertStory(system, phone, plain, stream, checks, picture) {
  const { page } = phone;
  const story = {};

  await checks.check("alert: nothing is public before a second person approves", async () => {
    const draft = await system.staffCall("author", "", gasLeak(["21009"], "Rue du Trône 100", 200));
    await system.staffCall("author", `/${draft.id}/submit`);
    const own = await fetch(`${system.address}/office/api/alerts/${draft.id}/approve`, { method: "POST", headers: { Authorization: `Bearer ${system.tokens.author}` } });
    equal(own.status, 403, "approval by the author");
    equal((await system.json("/api/v1/alerts")).alerts.filter(({ state }) => state === "active"), [], "public alerts");
    equal((await fetch(`${system.address}/fr/alerts/${draft.event_id}/`)).status, 404, "page of a draft");
  });

  await checks.check("alert: from approval to the push service in less than a second", async () => {
    const before = (await system.received(0)).length;
    story.alert = await publish(system, gasLeak(["21009", "21004"], "Rue du Trône 100", 200));
    story.message = await system.next(0, before);
    const took = performance.now() - story.alert.started;
    ok(took < 1000, `it took ${Math.round(took)} ms`);
  });

  await checks.check("alert: the phone shows headline and what to do, in French", async () => {
    const { message } = story;
    equal([message.v, message.state, message.severity, message.lang, message.tag], [1, "active", "Severe", "fr", story.alert.event_id], "message");
    ok(/Fuite de gaz/.test(message.title) && /Bruxelles et Ixelles/.test(message.title), message.title);
    const list = await phone.deliver(message);
    const one = list.find(({ tag }) => tag === story.alert.event_id);
    equal([one.title, one.body, one.lang, one.dir, one.requireInteraction], [message.title, message.body, "fr", "ltr", true], "notification");
    ok(/200\sm/.test(one.body) && one.body.includes("Rue du Trône 100"), one.body);
  });

  await checks.check("alert: a touch opens the alert's page, with everything on it", async () => {
    const url = await phone.touch(story.alert.event_id);
    equal(url, `${system.address}/fr/alerts/${story.alert.event_id}/`, "address");
    await page.goto(url);
    equal(await page.locator("h1").innerText(), story.message.title, "heading");
    ok((await page.locator(".alert-card__steps li").count()) >= 5, "steps to take");
    ok((await page.title()).startsWith(story.message.title), await page.title());
    await picture(page, "alert-active");
  });

  await checks.check("alert: JSON, GeoJSON, Atom, CAP, stream and page agree", async () => {
    await agree(system, stream, { event_id: story.alert.event_id, state: "active", revision: 1 });
  });

  await checks.check("alert: the banner is on every kind of page, in three languages", async () => {
    for (const lang of ["fr", "nl", "ar"]) await banners(system, lang, story.alert.event_id, true);
  });

  await checks.check("alert: the entrance shows it in French and in Dutch", async () => {
    await plain.goto(system.address);
    for (const lang of ["fr", "nl"]) {
      const link = plain.locator(`[lang=${lang}] > .alert-banners a[href="/${lang}/alerts/${story.alert.event_id}/"]`);
      ok(await link.isVisible(), `the banner in ${lang}`);
    }
  });

  await checks.check("alert: without JavaScript the banner is seen and leads to the alert", async () => {
    for (const kind of ["", "help/", "legal/"]) {
      await plain.goto(`${system.address}/fr/${kind}`);
      ok(await plain.locator(".alert-banner").first().isVisible(), `/fr/${kind} shows it`);
    }
    await Promise.all([plain.waitForURL(/\/fr\/alerts\/./), plain.locator(".alert-banner a").first().click()]);
    equal(await plain.locator("h1").innerText(), story.message.title, "heading");
  });

  await checks.check("alert: an open page learns of the update by itself", async () => {
    await phone.goto("/fr/guides/");
    const before = (await system.received(0)).length;
    story.update = await publish(system, gasLeak(["21009", "21004"], "Rue du Trône 100", 400), story.alert.id);
    story.second = await system.next(0, before);
    const { id } = (await agree(system, stream, { event_id: story.alert.event_id, state: "active", revision: 2 })).one;
    equal(id, story.update.id, "alert in the views");
    await until(async () => (await page.locator(".alert-banner__text").first().innerText()).includes("400"), "the banner says 400 metres");
    ok((await page.locator("#alert-news").textContent()).includes("400"), "and so do screen readers");
  });

  await checks.check("alert: the update takes the place of the notification", async () => {
    const list = await phone.deliver(story.second);
    const same = list.filter(({ tag }) => tag === story.alert.event_id);
    equal(same.length, 1, "notifications of this event");
    ok(/400\sm/.test(same[0].body) && /^MISE À JOUR 1/.test(same[0].title), `${same[0].title}: ${same[0].body}`);
  });

  await checks.check("alert: an old message that comes late does not replace the new one", async () => {
    const list = await phone.deliver(story.message);
    const same = list.filter(({ tag }) => tag === story.alert.event_id);
    // Each push has to show something, and this one does so in silence.
    equal(same.map(({ title, silent }) => [title, silent]), [[story.second.title, true]], "notifications of this event");
    // Put away by the reader: the late message shows the newest text, in silence.
    await phone.putAway(story.alert.event_id);
    const again = (await phone.deliver(story.message)).filter(({ tag }) => tag === story.alert.event_id);
    equal(again.map(({ title, silent }) => [title, silent]), [[story.second.title, true]], "notifications of this event");
  });

  await checks.check("alert: messages that come at once are all remembered", async () => {
    const others = ["one", "two", "three"].map((tag) => ({ ...story.second, tag, title: `At once: ${tag}` }));
    await phone.deliver(...others);
    const tags = await phone.remembered();
    equal(others.map(({ tag }) => tag).filter((tag) => !tags.includes(tag)), [], "forgotten");
    for (const { tag } of others) await phone.putAway(tag);
  });

  await checks.check("alert: a worker that cannot remember shows what comes", async () => {
    const list = await phone.withoutMemory(() => phone.deliver({ ...story.second, tag: "no-memory", title: "Without memory" }));
    equal(list.filter(({ tag }) => tag === "no-memory").map(({ title }) => title), ["Without memory"], "notifications");
    await phone.putAway("no-memory");
  });

  await allClear(system, phone, plain, stream, checks, picture, story);
  await cancel(system, phone, stream, checks, picture, story);
  return story;
}

async function allClear(system, phone, plain, stream, checks, picture, story) {
  const { page } = phone;
  await checks.check("all-clear: the phone shows the end in the same place", async () => {
    await phone.goto(`/fr/alerts/${story.alert.event_id}/`);
    const before = (await system.received(0)).length;
    const started = performance.now();
    await system.staffCall("approver", `/${story.update.id}/end`);
    const message = await system.next(0, before);
    ok(performance.now() - started < 1000, "within a second");
    equal([message.state, message.tag], ["ended", story.alert.event_id], "message");
    const list = await phone.deliver(message);
    const same = list.filter(({ tag }) => tag === story.alert.event_id);
    equal(same.length, 1, "notifications of this event");
    ok(/^Fin de l’alerte/.test(same[0].title), same[0].title);
  });

  await checks.check("all-clear: the alert's page, still open, says so by itself", async () => {
    await until(async () => (await page.locator(".alert-page.is-ended").count()) === 1, "the open page shows the end");
    ok(!/400\sm/.test(await page.locator(".alert-card__steps").innerText()), "what to do now is no longer to go away");
  });

  await checks.check("all-clear: every view says that it has ended", async () => {
    const { one } = await agree(system, stream, { event_id: story.alert.event_id, state: "ended" });
    ok(one.references.length > 0, "references to the earlier messages");
  });

  await checks.check("all-clear: the banner is gone everywhere, the list keeps it", async () => {
    for (const lang of ["fr", "nl", "ar"]) await banners(system, lang, story.alert.event_id, false);
    await plain.goto(`${system.address}/fr/alerts/`);
    ok(await plain.locator(".alert-card.is-ended").first().isVisible(), "the list shows it as ended");
    await phone.goto(`/fr/alerts/${story.alert.event_id}/`);
    equal(await page.locator(".alert-page.is-ended").count(), 1, "the page shows it as ended");
    await picture(page, "alert-ended");
  });
}

async function cancel(system, phone, stream, checks, picture, story) {
  await checks.check("cancel: phone, views and pages say that the alert does not hold", async () => {
    let before = (await system.received(0)).length;
    const alert = await leak(system, "Avenue de l’Hippodrome 3");
    await phone.deliver(await system.next(0, before));
    before += 1;
    await system.staffCall("author", `/${alert.id}/cancel`);
    const message = await system.next(0, before);
    equal([message.state, message.tag], ["cancelled", alert.event_id], "message");
    const list = await phone.deliver(message);
    equal(list.filter(({ tag }) => tag === alert.event_id).length, 1, "notifications of this event");
    await agree(system, stream, { event_id: alert.event_id, state: "cancelled" });
    await banners(system, "fr", alert.event_id, false);
    await phone.goto(`/fr/alerts/${alert.event_id}/`);
    equal(await phone.page.locator(".alert-page.is-cancelled").count(), 1, "the page shows it as cancelled");
    await picture(phone.page, "alert-cancelled");
    story.cancelled = alert;
  });
}

/** The same on a phone that speaks Arabic. */
export async function arabicStory(system, phone, checks, picture) {
  await checks.check("Arabic: the notification reads from right to left, and so does the page", async () => {
    const before = (await system.received(0)).length;
    const alert = await leak(system, "Rue du Page 12");
    const message = await system.next(0, before);
    equal(message.lang, "ar", "language");
    const one = (await phone.deliver(message)).find(({ tag }) => tag === alert.event_id);
    equal([one.lang, one.dir], ["ar", "rtl"], "notification");
    ok(/[\u0600-\u06ff]/.test(one.title) && /[\u0600-\u06ff]/.test(one.body), one.title);
    await phone.page.goto(await phone.touch(alert.event_id));
    equal(await phone.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["ar", "rtl"], "page");
    equal(await phone.page.locator("h1").innerText(), message.title, "heading");
    await picture(phone.page, "alert-active-ar");
    await system.staffCall("approver", `/${alert.id}/end`);
    const end = await system.next(0, before + 1);
    equal([end.lang, end.state], ["ar", "ended"], "all-clear");
    equal((await phone.deliver(end)).filter(({ tag }) => tag === alert.event_id).length, 1, "notifications of this event");
  });
}
