// The operator's walk in the browser: the author composes by the form, another person
// approves, both see the sending. The essential path works without JavaScript.

import { createHmac } from "node:crypto";
import { equal, ok, until } from "./checks.mjs";

/** The code an authenticator shows now (RFC 6238, six digits, thirty seconds). */
function codeOf(secret) {
  const bits = [...secret].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}

const press = (page, button) => Promise.all([page.waitForNavigation(), button.click()]);

export async function signIn(system, page, { email, password, secret }) {
  await page.goto(`${system.address}/office/?lang=fr`);
  ok(/\/office\/sign-in/.test(page.url()), `without a session ${page.url()} opens`);
  await page.fill("#email", email);
  await page.fill("#password", password);
  await press(page, page.locator("main form button:not([type=button])").first());
  await page.fill("#code", secret ? codeOf(secret) : await page.locator(".demo-code").innerText());
  await press(page, page.locator("main form button").first());
  equal(new URL(page.url()).pathname, "/office/", "after the sign-in");
}

/** Composes a gas leak; returns the id of the alert that waits for approval. */
async function compose(system, page, picture) {
  await page.goto(`${system.address}/office/alerts/new`);
  await picture(page, "office-scenarios");
  await press(page, page.locator("a[href$='/office/alerts/new/gas-leak']"));
  await picture(page, "office-compose");
  // Incomplete on purpose: the form says what is missing, and keeps what is there.
  await page.locator("input[name=m][value='21009']").check();
  await press(page, page.locator("button[name=do][value=submit]"));
  ok(await page.locator(".error-summary").isVisible(), "the form says what is missing");
  ok(await page.locator("input[name=m][value='21009']").isChecked(), "the form keeps what was filled in");
  await picture(page, "office-compose-error");
  const link = page.locator(".error-summary a").first();
  const field = (await link.getAttribute("href")).split("#")[1];
  await page.fill(`[id="${field}"]`, "Place Fernand Cocq 1");
  await page.locator("input[name=m][value='21004']").check();
  await press(page, page.locator("button[name=do][value=preview]"));
  const preview = await page.locator("#preview").innerText();
  for (const text of ["Fuite de gaz", "Gaslek", "Place Fernand Cocq 1", "Gas leak", "تسرّب غاز"]) ok(preview.includes(text), `the preview shows “${text}”`);
  await picture(page, "office-preview");
  await press(page, page.locator("button[name=do][value=submit]"));
  const [, id] = /\/office\/alerts\/([0-9a-f-]{36})/.exec(page.url()) ?? [];
  ok(id, `after the submission the alert is shown, not ${page.url()}`);
  return id;
}

async function approve(system, page, id, picture) {
  await page.goto(`${system.address}/office/`);
  ok(await page.locator(`a[href*='${id}']`).first().isVisible(), "the start page lists what waits");
  await page.goto(`${system.address}/office/alerts/${id}`);
  await press(page, page.locator(`a[href$='/office/alerts/${id}/approve']`).first());
  await picture(page, "office-approve");
  const button = page.locator("form.confirm button:not([type=button])").first();
  await press(page, button);
  ok(await page.locator("form.confirm .field-error").isVisible(), "without the tick nothing goes out");
  await page.check("#read");
  const started = performance.now();
  await press(page, page.locator("form.confirm button:not([type=button])").first());
  return started;
}

async function walk(system, browser, script, people, picture) {
  const contexts = await Promise.all([0, 1].map(() => browser.newContext({ javaScriptEnabled: script, viewport: { width: 1280, height: 900 }, locale: "fr-BE", reducedMotion: "reduce" })));
  const [author, approver] = await Promise.all(contexts.map((context) => context.newPage()));
  const errors = [];
  for (const page of [author, approver]) page.on("console", (message) => { if (message.type() === "error" && !/status of 4/.test(message.text())) errors.push(message.text()); });
  try {
    await signIn(system, author, people.author);
    await picture(author, "office-start");
    const id = await compose(system, author, picture);
    equal(await author.locator(`main a[href$='/office/alerts/${id}/approve']`).count(), 0, "ways for the author to approve");
    await picture(author, "office-submitted");
    await signIn(system, approver, people.approver);
    const before = (await system.received(0)).length;
    const started = await approve(system, approver, id, picture);
    const message = await system.next(0, before);
    const took = performance.now() - started;
    ok(took < 2000, `from the click to the push service ${Math.round(took)} ms`);
    ok(/Fuite de gaz/.test(message.title) && message.body.includes("Place Fernand Cocq 1"), message.title);
    await until(async () => (await system.delivery(id)).finished_at, "the sending is finished");
    await approver.goto(`${system.address}/office/alerts/${id}/delivery`);
    ok(/100|1/.test(await approver.locator("main").innerText()), "the sending is shown");
    await picture(approver, "office-delivery");
    await approver.goto(`${system.address}/office/alerts/${id}`);
    await press(approver, approver.locator(`a[href$='/office/alerts/${id}/end']`).first());
    const tick = approver.locator("#read");
    if (await tick.count()) await tick.check();
    await press(approver, approver.locator("form.confirm button:not([type=button])").first());
    const end = await system.next(0, before + 1);
    equal(end.state, "ended", "all-clear");
    await picture(approver, "office-ended");
    equal(errors, [], "errors in the console");
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
}

export async function office(system, browser, checks, picture) {
  const there = await fetch(`${system.address}/office/sign-in`);
  if (!there.ok) {
    checks.skip("office: the operator's walk", `the sign-in page answers ${there.status}`);
    return;
  }
  const demo = { email: "author@demo.safe.brussels", password: "demonstration-brussels" };
  await checks.check("office: with JavaScript, sign in, compose, preview, approve, follow, all-clear", async () => {
    const approver = await system.staff("office-approver@e2e.example", "alert-approver");
    await walk(system, browser, true, { author: demo, approver }, picture);
  });
  await checks.check("office: the same without JavaScript", async () => {
    const author = await system.staff("office-author@e2e.example", "alert-author");
    const approver = { ...demo, email: "approver@demo.safe.brussels" };
    await walk(system, browser, false, { author, approver }, async () => {});
  });
}
