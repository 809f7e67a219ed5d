// "Receive alerts": a citizen subscribes, tests the phone, changes their mind.

import { equal, ok, until } from "./checks.mjs";

const shown = (page, state) => page.waitForSelector(`[data-state=${state}]:not([hidden])`, { timeout: 10_000 });

/** Subscribes in French for Ixelles, and tries the phone. */
export async function receive(system, phone, checks, picture) {
  const { page } = phone;

  await checks.check("receive alerts: the page opens with its form, its worker and no complaint", async () => {
    await phone.goto("/fr/receive-alerts/");
    await page.waitForSelector("#push-form:not([hidden])");
    await phone.ready();
    equal(phone.errors, [], "errors in the console");
    await picture(page, "receive-1-form");
  });

  await checks.check("receive alerts: without a municipality the page says so and moves there", async () => {
    await page.click("#push-form button[data-when=new]");
    await page.waitForSelector("#push-errors:not([hidden])");
    equal(await page.evaluate(() => document.activeElement.id), "push-errors", "focus");
    equal(phone.key, null, "nothing was asked of the push service");
    await picture(page, "receive-2-missing");
  });

  await checks.check("receive alerts: subscribed for Ixelles, in French, from “moderate”", async () => {
    await page.check("#a21009");
    await page.selectOption("#push-lang", "fr");
    await page.check("#s-Moderate");
    const [request] = await Promise.all([
      page.waitForRequest((one) => one.url().endsWith("/api/v1/push/subscriptions") && one.method() === "POST"),
      page.click("#push-form button[data-when=new]"),
    ]);
    const body = request.postDataJSON();
    equal(body.endpoint, system.subscriptions[0].endpoint, "endpoint");
    equal([body.areas, body.lang, body.severity], [["21009"], "fr", "Moderate"], "choices");
    equal((await request.response()).status(), 201, "status");
    const cookie = (await (await request.response()).allHeaders())["set-cookie"];
    equal(cookie ?? null, null, "cookie");
    await shown(page, "subscribed");
    const { public_key: key } = await system.json("/api/v1/push/key");
    equal(Buffer.from(phone.key).toString("base64url"), key, "key given to the push service");
    await picture(page, "receive-3-subscribed");
  });

  await checks.check("receive alerts: “test my phone” goes through the whole chain to a notification", async () => {
    const before = (await system.received(0)).length;
    await page.click("#push-test");
    await shown(page, "test-sent");
    const message = await system.next(0, before);
    equal([message.state, message.lang], ["test", "fr"], "message");
    const [one, ...more] = await phone.deliver(message);
    equal(more, [], "other notifications");
    equal([one.title, one.body, one.dir, one.url], [message.title, message.body, "ltr", `${system.address}/fr/receive-alerts/`], "notification");
    await shown(page, "test-arrived");
    await picture(page, "receive-4-tested");
  });

  await checks.check("receive alerts: a second test is seen again", async () => {
    const before = (await system.received(0)).length;
    await page.click("#push-test");
    const message = await system.next(0, before);
    const list = await phone.deliver(message);
    equal([list.length, list[0].silent], [1, false], "notifications and silence");
  });

  await checks.check("receive alerts: the choices are there again after a reload", async () => {
    await page.reload();
    await shown(page, "subscribed");
    ok(await page.isChecked("#a21009"), "Ixelles is ticked");
    ok(await page.isVisible("#push-test"), "the test button is there");
    equal(phone.errors, [], "errors in the console");
  });

  await checks.check("receive alerts: a phone that the server has forgotten comes back with a new address", async () => {
    const { left } = phone;
    const gone = await page.evaluate(async () => {
      const { id, token } = await (await (await caches.open("safe-state")).match("/push")).json();
      return (await fetch(`/api/v1/push/subscriptions/${id}`, { method: "DELETE", headers: { Authorization: `Bearer ${token}` } })).status;
    });
    equal(gone, 204, "the server forgets");
    await page.reload();
    await shown(page, "subscribed");
    await until(() => phone.left > left && phone.key, "the browser takes a new address");
    await until(() => page.evaluate(async () => {
      const { id, token, choices } = await (await (await caches.open("safe-state")).match("/push")).json();
      const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
      return (await fetch(`/api/v1/push/subscriptions/${id}`, { method: "PUT", headers, body: JSON.stringify(choices) })).status === 204;
    }), "the server knows the phone again");
  });

  const elsewhere = async (permission) => {
    const other = await phone.context.newPage();
    await other.addInitScript((word) => {
      Object.defineProperty(Notification, "permission", { get: () => word });
      Notification.requestPermission = async () => word;
    }, permission);
    await other.goto(`${system.address}/fr/receive-alerts/`);
    return other;
  };
  const moved = (other) => other.waitForFunction(() => {
    const place = document.getElementById("push-states");
    const { top, bottom } = place.getBoundingClientRect();
    return document.activeElement === place && top >= 0 && bottom <= innerHeight;
  });

  await checks.check("receive alerts: without permission the page says that nothing is shown here", async () => {
    const other = await elsewhere("default");
    await shown(other, "off");
    ok(!(await other.isVisible("[data-state=subscribed]")), "not subscribed");
    ok(await other.isVisible("#push-stop"), "what was chosen can be stopped");
    ok(await other.isVisible("[data-state=off] button"), "the button is where the words are");
    await picture(other, "receive-8-off");
    await other.close();
  });

  await checks.check("receive alerts: a question that was put away is no refusal, and the answer comes into view", async () => {
    const other = await elsewhere("default");
    await shown(other, "off");
    await other.click("#push-form button[data-when=known][type=submit]");
    await shown(other, "unanswered");
    await moved(other);
    await picture(other, "receive-9-unanswered");
    await other.close();
  });

  await checks.check("receive alerts: who blocked notifications after all can still have everything erased", async () => {
    const other = await elsewhere("denied");
    await shown(other, "denied");
    ok(await other.isHidden("#push-form"), "no choices that lead nowhere");
    ok(await other.isVisible("[data-state=denied] .push-stop"), "the end is offered");
    await picture(other, "receive-10-blocked-later");
    await other.close();
  });
}

/** Changes to Arabic; what comes next comes in Arabic. */
export async function speakArabic(phone, checks) {
  const { page } = phone;
  await checks.check("receive alerts: a change of language is kept", async () => {
    await phone.goto("/ar/receive-alerts/");
    await shown(page, "subscribed");
    await page.selectOption("#push-lang", "ar");
    const [answer] = await Promise.all([
      page.waitForResponse((one) => /\/push\/subscriptions\/[^/]+$/.test(one.url()) && one.request().postDataJSON()?.lang === "ar"),
      page.click("#push-form button[data-when=known][type=submit]"),
    ]);
    ok(answer.ok(), `PUT answers ${answer.status()}`);
    await shown(page, "saved");
  });
}

/** The browser changed the address by itself: the worker tells the server. */
export async function healing(system, phone, checks, publish) {
  await checks.check("receive alerts: a phone whose push address changed still gets its alerts", async () => {
    await phone.goto("/fr/receive-alerts/");
    await shown(phone.page, "subscribed");
    const worker = await phone.worker();
    await worker.evaluate(async (next) => {
      const made = { toJSON: () => next };
      PushManager.prototype.getSubscription = async () => made;
      PushManager.prototype.subscribe = async () => made;
      const waits = [];
      const event = new ExtendableEvent("pushsubscriptionchange");
      Object.defineProperty(event, "waitUntil", { value: (promise) => waits.push(promise) });
      self.dispatchEvent(event);
      await Promise.all(waits);
    }, system.subscriptions[1]);
    const [old, moved] = [(await system.received(0)).length, (await system.received(1)).length];
    await publish();
    await system.next(1, moved);
    equal((await system.received(0)).length, old, "messages at the old address");
  });
}

/** Ends the subscription. */
export async function stop(system, phone, checks, publish, picture) {
  const { page } = phone;
  await checks.check("receive alerts: stopping forgets the phone, here and at the server", async () => {
    await phone.goto("/fr/receive-alerts/");
    await shown(page, "subscribed");
    await page.click("#push-stop");
    await shown(page, "stopped");
    equal([await page.isChecked("#a21009"), await page.evaluate(() => document.activeElement.id)], [false, "push-states"], "choices on the page, and the focus");
    await picture(page, "receive-6-stopped");
    equal(await page.evaluate(async () => [localStorage.length, Boolean(await (await caches.open("safe-state")).match("/push"))]), [0, false], "kept on the phone");
    const count = async () => (await Promise.all([0, 1].map((n) => system.received(n)))).map((list) => list.length);
    const before = await count();
    const alert = await publish();
    await until(async () => (await system.delivery(alert.id)).finished_at, "the sending is finished");
    const late = (await Promise.all([0, 1].map((n) => system.received(n)))).flatMap((list, n) => list.slice(before[n]).map((message) => ({ n, ...message })));
    equal(late.map(({ n, tag, version }) => [n, tag, version]), [], `messages after the end (alert ${alert.event_id})`);
  });
}

/** Notifications refused: the page says what to do. */
export async function refused(system, checks, browser, picture) {
  await checks.check("receive alerts: a browser that refuses notifications is told how to allow them", async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.grantPermissions([], { origin: system.address });
    const page = await context.newPage();
    await page.goto(`${system.address}/fr/receive-alerts/`);
    await shown(page, "denied");
    await picture(page, "receive-5-denied");
    await context.close();
  });
  await checks.check("receive alerts: without JavaScript the page says so and shows the other ways", async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${system.address}/fr/receive-alerts/`);
    await shown(page, "no-script");
    ok(await page.isHidden("#push-form"), "no form that cannot work");
    ok(await page.isVisible("a[href*='alerts.atom']"), "the feed is named");
    await picture(page, "receive-7-no-script");
    await context.close();
  });
}
