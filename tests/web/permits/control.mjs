// Five years after the grant: the holder answers the control, the service judges it.

import { equal, ok, until } from "../e2e/checks.mjs";
import { fee, send } from "./apply.mjs";

const AMOUNT = 4567;

/** The holder follows the invitation, answers everything and sends. */
export async function answerControl(person, mail, files, state, reason = {}) {
  const link = await until(
    () => person.world.mails().filter((one) => one.to === mail).map((one) => /http\S+\/apply\/permit\/\S+/.exec(one.text)?.[0]).filter(Boolean).at(-1),
    `an invitation to ${mail}`, { within: 150_000, every: 500 },
  );
  await person.go(new URL(link).pathname);
  await person.look("permit-invited");
  await person.press(person.page.locator("main a[href*='/new/periodic-control']"));
  await person.look("control-begin");
  await person.fill({ "case-language": person.lang });
  await person.press(person.button());
  const [, id] = /\/apply\/([0-9a-f-]{36})\/$/.exec(person.path) ?? [];
  ok(id, `the answer begins: ${person.path}`);
  await person.look("control-tasks");
  await person.press(person.page.locator("main .task-list a[href$='/page/control-state']"));
  await person.answer({
    "control-state": { wrong: {}, fields: state },
    "control-reason": { fields: reason },
  });
  // The weapons are known from the permit; only what stands on them is added.
  const rows = () => person.page.locator("main a[href*='/weapons-held/row/']:not([href$='/new'])");
  await person.go(`${id}/page/weapons-held`);
  const count = await rows().count();
  ok(count > 0, "the weapons of the permit are known");
  for (let n = 0; n < count; n += 1) {
    await person.press(rows().nth(n));
    await person.fill({ "serial-number": `AB 1234${n}` });
    await person.press(person.button());
  }
  await person.look("control-weapons");
  await person.press(person.button());
  await person.answer({ "control-storage": { fields: {} } });
  const sent = await send(person, id, files, { declarations: { fields: Object.fromEntries(["true-and-complete", "inquiry-known", "fee-known", "privacy-read"].map((tick) => [tick, "yes"])) } });
  await person.page.goto(link);
  await person.look("permit-answered");
  equal(await person.page.locator("main a[href*='/new/periodic-control']").count(), 0, "answered once");
  return { ...sent, permit: new URL(link).pathname, ogm: await fee(person, id, "filing", AMOUNT) };
}

/** The clerk finds the answer in the campaign and judges it. */
export async function judge(clerk, answer, name, step, words, wrong) {
  await clerk.takes([{ ogm: answer.ogm, cents: AMOUNT }]);
  await clerk.page.goto(`${clerk.world.address}/office/permits-controls?list=answered`);
  await clerk.look("controls-answered");
  ok((await clerk.page.locator("main table").innerText()).includes(name), `${name} waits for a judgement`);
  await clerk.open("new", answer.reference);
  await clerk.step("assign");
  await clerk.step(step, words, wrong);
  await clerk.page.goto(`${clerk.world.address}/office/permits-controls?list=judged`);
  await clerk.look("controls-judged");
  ok((await clerk.page.locator("main table").innerText()).includes(name), `${name} is judged`);
}
