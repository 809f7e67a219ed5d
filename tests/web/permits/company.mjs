// A colleague with a mandate goes on with the file of a company.

import { equal, ok } from "../e2e/checks.mjs";
import { Member } from "./desk.mjs";
import { refused } from "./fair.mjs";
import { day } from "./person.mjs";

/**
 * The one who began the file opens it; the colleague asks, sees nothing until the office
 * has confirmed, and finds the file then.
 */
export async function handOver({ boss, colleague, clerk, id, company, files }) {
  await boss.go(`${id}/company`);
  await boss.look("company-shut");
  await boss.press(boss.page.locator("main form.form button"));
  ok(boss.path.includes("note=company-yes"), `the file is open: ${boss.path}`);
  await boss.go(`${id}/company`);
  await boss.look("company-open");

  await colleague.go("mandates");
  await colleague.look("mandates-empty");
  await colleague.press(colleague.page.locator("#ask button"));
  await colleague.look("mandates-wrong");
  await refused(colleague.page);
  await colleague.fill({ number: "0566.988.259", company, ...day("until", 1, 2, new Date().getFullYear() + 1) });
  await colleague.page.setInputFiles("#files", [files.pdf]);
  await colleague.press(colleague.page.locator("#ask button"));
  ok(colleague.path.includes("note=mandate-asked"), `the mandate is asked for: ${colleague.path}`);
  await colleague.look("mandates-asked");
  const early = await colleague.page.goto(`${colleague.world.address}${colleague.base}/${id}/`);
  equal(early.status(), 404, "the file does not exist before the mandate is confirmed");

  await clerk.page.goto(`${clerk.world.address}/office/permits-mandates`);
  await clerk.look("mandates");
  await clerk.press(clerk.page.locator("main tbody a").first());
  await clerk.look("mandate");
  await clerk.press(clerk.page.locator("form[action$='/refuse'] button"));
  await clerk.look("mandate-wrong");
  await refused(clerk.page);
  await clerk.press(clerk.page.locator("form[action$='/confirm'] button"));
  ok(clerk.page.url().includes("done=permit-mandate-confirm"), `the mandate is confirmed: ${clerk.page.url()}`);

  await colleague.go("mandates");
  await colleague.look("mandates-confirmed");
  await colleague.go("");
  await colleague.press(colleague.page.locator(`main a[href$='/apply/${id}/']`));
  await colleague.look("tasks-mandated");
  equal(await colleague.page.locator("main a[href$='/withdraw']").count(), 0, "only who began the file erases it");
}

/** A clerk of their own, before the weapons service sits down to work. */
export const clerkOf = (world, browser, eyes) => Member.enter(world, browser, eyes, "clerk", "fr");
