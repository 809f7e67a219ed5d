// From the first question to a file that was sent.

import { execFileSync } from "node:child_process";
import { equal, ok, until } from "../e2e/checks.mjs";
import { refused } from "./fair.mjs";
import { ago, day } from "./person.mjs";

/** The questions lead to the procedure; the last page leads to the sign-in. */
export async function which(person, answers) {
  await person.go(`/${person.lang}/permits/which/`);
  await person.look("which");
  await person.press(person.page.locator("main form button.btn:not(.btn--quiet)"));
  await person.look("which-wrong");
  ok(await person.page.locator(".error-summary").isVisible(), "a question without an answer is asked again");
  for (const answer of answers) {
    await person.page.locator(`main input[type=radio][value="${answer}"]`).check();
    await person.press(person.page.locator("main form button.btn:not(.btn--quiet)").first());
  }
  await person.look("which-outcome");
  await person.press(person.page.locator("main a[href*='/permits/apply']").first());
  ok(person.path.includes("/sign-in"), `who applies signs in first: ${person.path}`);
  await person.look("sign-in");
}

/** Chooses the procedure and the language of the file; the id of the file. */
export async function begin(person, procedure) {
  if (!person.path.includes("/new/")) {
    await person.look("home-empty");
    await person.press(person.page.locator(`main a[href$='/new/${procedure}']`).first());
  }
  await person.look("begin");
  await person.fill({ "case-language": person.lang });
  await person.press(person.button());
  const [, id] = /\/apply\/([0-9a-f-]{36})\/$/.exec(person.path) ?? [];
  ok(id, `the file begins: ${person.path}`);
  await person.look("tasks-new");
  return id;
}

/** The first task that is not done, as the list shows it. */
async function goOn(person, page) {
  await person.press(person.page.locator(`main .task-list a[href$='/page/${page}']`));
}

/**
 * Fills a file in over two sessions: leaves after the page `pause`, comes back with
 * another browser, finds everything there, and goes on.
 */
export async function fillIn(person, id, answers, { pause, again }) {
  const [first, ...rest] = Object.keys(answers);
  const whole = [first, ...rest];
  const before = Object.fromEntries(whole.slice(0, whole.indexOf(pause) + 1).map((page) => [page, answers[page]]));
  await goOn(person, first);
  await person.answer(before);
  await person.press(person.page.locator("main button[name=later]"));
  await person.look("tasks-half");
  const done = await person.page.locator(".task .tag--ok").count();
  ok(done >= whole.indexOf(pause), `${done} tasks are done`);
  await person.leave();
  const other = await again();
  await other.go("");
  await other.look("home-draft");
  await other.press(other.page.locator(`main a[href$='/apply/${id}/']`));
  equal(await other.page.locator(".task .tag--ok").count(), done, "tasks done after coming back");
  await goOn(other, whole[whole.indexOf(pause) + 1]);
  await other.answer(answers);
  return other;
}

/** Documents, the check page with what is missing, and the sending. */
export async function send(person, id, files, answers) {
  const check = `${id}/check`;
  await person.go(check);
  await person.look("check-missing");
  await person.press(person.button("form[action$='/submit'] button"));
  equal(await person.page.locator(".error-summary").count(), 1, "a file with holes is not taken");
  const count = await person.papers(files, check);
  await person.go(`${id}/`);
  await person.look("tasks-documents");
  if (answers.declarations) {
    await goOn(person, "declarations");
    await person.answer({ declarations: answers.declarations });
  }
  await person.go(check);
  equal(await person.page.locator(".error-summary").count(), 0, `what is missing in the end (${await person.page.locator("main").innerText().then((text) => text.slice(0, 300))})`);
  await person.look("check");
  await person.press(person.button("form[action$='/submit'] button"));
  ok(person.path.includes("note=sent"), `the file is sent: ${person.path}`);
  await person.look("sent");
  const reference = (await person.page.locator(".panel bdi").innerText()).trim();
  ok(/^\d{4}-\d{6}-\d{2}$/.test(reference), `reference ${reference}`);
  // Going back shows the file, not a form that could be sent again.
  await person.go(check);
  ok(person.path.includes("already-sent"), "a file that was sent cannot be sent again");
  await person.look("status");
  return { id, reference, papers: count };
}

/** How much is asked for, and with which communication. */
export async function fee(person, id, stage, cents) {
  await person.go(`${id}/fee/${stage}`);
  await person.look(`fee-${stage}`);
  const text = (await person.page.locator("main").innerText()).replace(/\s/g, " ");
  const amount = `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")}`;
  ok(text.includes(amount), `${amount} is asked for: ${text.slice(0, 400)}`);
  const [communication] = /\+\+\+\d{3}\/\d{4}\/\d{5}\+\+\+/.exec(text) ?? [];
  ok(communication, "a structured communication");
  return communication.replace(/\D/g, "");
}

/** The adult at the address follows the link of the mail and agrees. */
export async function consent(sam, link, agrees = true) {
  await sam.go(new URL(link).pathname);
  await sam.look("consent-sign-in");
  await sam.enterAsDemo(1);
  await sam.look("consent");
  await sam.press(sam.button());
  await sam.look("consent-wrong");
  await refused(sam.page);
  await sam.fill({ answer: agrees ? "yes" : "no" });
  await sam.press(sam.button());
  ok(await sam.page.locator(".notice--ok").isVisible(), "the answer is kept");
  await sam.look("consent-done");
}

/** Follows an invitation to consent after the decision: it asks nothing any more. */
export async function tooLate(sam, link) {
  await sam.go(new URL(link).pathname);
  await sam.enterAsDemo(1);
  await sam.look("consent-over");
  ok(await sam.page.locator("main h1").isVisible(), "the page says why");
  equal(await sam.page.locator("main [name=answer]").count(), 0, "questions to a cohabitant");
}

/** Answers what the office asks: in words and with a file. */
export async function react(person, id, files, text, kind) {
  await person.go(`${id}/`);
  await person.look(`status-${kind}`);
  await person.press(person.page.locator("main .notice--warn a[href*='/notice/']"));
  await person.look(`notice-${kind}`);
  await person.press(person.button());
  await refused(person.page);
  await person.look(`notice-${kind}-wrong`);
  await person.fill({ answer: text });
  await person.page.setInputFiles("#files", [files.pdf]);
  await person.press(person.button());
  ok(person.path.includes("note=answered"), `the answer is kept: ${person.path}`);
}

/** The decision as a letter: a PDF that the person alone can fetch. */
export async function letter(person, id) {
  await person.go(`${id}/`);
  const address = await until(async () => {
    await person.go(`${id}/`);
    return person.page.locator("main section > ul a[href*='/file/']").first().getAttribute("href", { timeout: 500 });
  }, "the letter is there", { within: 90_000, every: 500 });
  const answer = await person.page.context().request.get(person.world.address + address);
  const bytes = await answer.body();
  ok(answer.ok() && bytes.subarray(0, 5).toString() === "%PDF-", `${address} is a PDF`);
  const stranger = await fetch(person.world.address + address, { redirect: "manual" });
  ok(stranger.status !== 200, "nobody else fetches the letter");
  return bytes;
}

/** The code by which a letter is checked, read from its text. */
export function codeOf(bytes) {
  const text = execFileSync("pdftotext", ["-raw", "-", "-"], { input: bytes }).toString();
  const [, code] = /\/permits\/verify\/([\w-]{43})/.exec(text.replace(/\s*\n\s*/g, "")) ?? [];
  ok(code, `the letter says how it can be checked: ${text.slice(-400)}`);
  return code;
}

/** Anybody can see whether a letter is genuine. */
export async function genuine(somebody, code, bytes) {
  await somebody.go(`/${somebody.lang}/permits/verify/${code}`);
  await somebody.look("verify");
  const look = async (buffer, kind) => {
    await somebody.page.setInputFiles("#file", [{ name: "decision.pdf", mimeType: "application/pdf", buffer }]);
    await somebody.press(somebody.page.locator("main form button.btn").first());
    equal(await somebody.page.locator(`main .notice--${kind}`).count(), 1, `the page says ${kind}`);
    await somebody.look(`verify-${kind}`);
  };
  await look(bytes, "ok");
  await look(Buffer.concat([bytes, Buffer.from("\n% altered")]), "danger");
  await somebody.go(`/${somebody.lang}/permits/verify/nothing-of-the-kind`);
  equal(await somebody.page.locator("main .notice--danger").count(), 1, "an unknown code is unknown");
}

/** The way to an appeal: until when, to whom, and the text of the letter. */
export async function appeal(person, id, reasons) {
  await person.go(`${id}/`);
  await person.press(person.page.locator("main a[href$='/appeal']"));
  await person.look("appeal");
  await person.press(person.button());
  await refused(person.page);
  await person.look("appeal-wrong");
  await person.fill({ ...day("known", ...ago(0)), reasons });
  await person.press(person.button());
  ok((await person.page.locator("#letter").inputValue()).includes(reasons), "the letter holds the reasons");
  await person.look("appeal-letter");
}

/** Against this decision a petition goes to a court: no letter is offered. */
export async function petition(person, id) {
  await person.go(`${id}/`);
  await person.press(person.page.locator("main a[href$='/appeal']"));
  await person.look("appeal-petition");
  equal(await person.page.locator("main textarea").count(), 0, "letters that are offered");
}

/** What another tab saved meanwhile is shown beside what was typed, and nothing is lost. */
export async function twoTabs(person, id, page, field, [first, second]) {
  await person.go(`${id}/page/${page}`);
  const tab = await person.page.context().newPage();
  await tab.goto(person.page.url());
  await tab.locator(`main [name="${field}"]`).fill(first);
  await Promise.all([tab.waitForNavigation(), tab.locator("main button[name=later]").click()]);
  await tab.close();
  await person.fill({ [field]: second });
  await person.press(person.button());
  await person.look(`page-${page}-other-tab`);
  ok((await person.page.locator("main .notice--warn").innerText()).includes(first), "what the other tab saved is shown");
  equal(await person.page.locator(`main [name="${field}"]`).inputValue(), second, "what was typed here");
  await person.press(person.button());
  await person.go(`${id}/page/${page}`);
  equal(await person.page.locator(`main [name="${field}"]`).inputValue(), second, "what is kept in the end");
}

/** The permit is there; its weapons were acquired today, each with its own number. */
export async function acquired(person) {
  await person.go("");
  await person.look("home-permit");
  await person.press(person.page.locator("main a[href*='/permit/']").first());
  await person.look("permit");
  await person.press(person.button());
  await refused(person.page);
  await person.look("permit-wrong");
  for (const [place, serial] of ["AB 12345", "KL 77"].entries()) {
    const choice = person.page.locator("main input[type=radio][name=weapon]");
    equal(await choice.count(), place === 0 ? 2 : 0, "which weapon is asked while several are left");
    if (place === 0) await choice.first().check();
    await person.fill({ ...day("on", ...ago(0)), serial });
    await person.press(person.button());
    await person.look(`permit-told-${place + 1}`);
  }
  await person.go("");
  await person.press(person.page.locator("main a[href*='/permit/']").first());
  equal(await person.page.locator("main input[name=serial]").count(), 0, "said once, not asked again");
  await person.look("permit-acquired");
}
