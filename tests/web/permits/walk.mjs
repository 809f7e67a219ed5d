// The four walks: who applies, what the office does with it, what comes after, five years on.

import { equal, ok } from "../e2e/checks.mjs";
import { shooter, dealer } from "./answers.mjs";
import { acquired, appeal, begin, codeOf, consent, fee, fillIn, genuine, letter, petition, react, send, tooLate, twoTabs, which } from "./apply.mjs";
import { clerkOf, handOver } from "./company.mjs";
import { answerControl, judge } from "./control.mjs";
import { FIRST, Member } from "./desk.mjs";
import { Person } from "./person.mjs";

// What is kept for reading offline is the business of other checks.
const PHONE = { serviceWorkers: "block", viewport: { width: 390, height: 844 }, reducedMotion: "reduce", hasTouch: true };

/** Two photos and a document, made by the browser itself. */
async function papers(browser) {
  const page = await (await browser.newContext({ viewport: { width: 600, height: 800 } })).newPage();
  const photos = [];
  for (const number of [1, 2]) {
    await page.setContent(`<h1>Extrait, page ${number}</h1><p>Exemple sans valeur</p>`);
    photos.push({ name: `page ${number}.jpg`, mimeType: "image/jpeg", buffer: await page.screenshot({ type: "jpeg" }) });
  }
  const pdf = { name: "attestation.pdf", mimeType: "application/pdf", buffer: await page.pdf() };
  await page.context().close();
  return { photos, pdf };
}

export async function walk(world, browser, checks, eyes, engine) {
  const files = await papers(browser);
  const people = [];
  const somebody = async (name, lang, options = {}) => {
    const context = await browser.newContext({ ...PHONE, locale: `${lang}-BE`, ...options });
    const person = new Person(world, await context.newPage(), eyes, { name, lang });
    people.push(person);
    return person;
  };
  const check = (name, work) => checks.check(`${engine}: ${name}`, work);

  const one = await check("a sport shooter applies in French, on a phone and then on another", async () => {
    let camille = await somebody("fr", "fr");
    await which(camille, ["hold", "brussels", "yes", "none", "sport"]);
    await camille.enterAsDemo(0);
    const id = await begin(camille, "detention");
    const answers = shooter({ family: "Exemple", given: "Camille", mail: "camille@demo.invalid", cohabitant: "sam@demo.invalid", reason: "Tir au club, deux fois par mois depuis trois ans." });
    const again = async () => {
      const other = await somebody("fr", "fr", { viewport: { width: 360, height: 740 } });
      await other.go("sign-in");
      await other.enterAsDemo(0);
      return other;
    };
    camille = await fillIn(camille, id, answers, { pause: "contact", again });
    await twoTabs(camille, id, "reason-text", "reason-text", ["Écrit dans un autre onglet.", answers["reason-text"].fields["reason-text"]]);
    const sent = await send(camille, id, files, answers);
    return { ...sent, person: camille, ogm: await fee(camille, id, "filing", 12_345) };
  });

  const two = await check("a sport shooter applies in Dutch, without a script, with an official identity", async () => {
    await world.becomes({ sub: "robin", surname: "Voorbeeld", givenName: "Robin", egovNRN: "88222999936", prefLanguage: "nl" });
    const plain = { javaScriptEnabled: false };
    let robin = await somebody("nl", "nl", plain);
    await which(robin, ["hold", "brussels", "yes", "none", "sport"]);
    await robin.enterOfficially();
    const id = await begin(robin, "detention");
    const answers = shooter({ family: "Voorbeeld", given: "Robin", mail: "robin@demo.invalid", cohabitant: "sam.nl@demo.invalid", reason: "Ik schiet twee keer per maand in mijn club." });
    delete answers["national-number"];
    const again = async () => {
      const other = await somebody("nl", "nl", plain);
      await other.go("sign-in");
      await other.enterOfficially();
      return other;
    };
    robin = await fillIn(robin, id, answers, { pause: "contact", again });
    const sent = await send(robin, id, files, answers);
    return { ...sent, person: robin, ogm: await fee(robin, id, "filing", 12_345) };
  });

  const company = async (lang, words) => {
    let boss = await somebody(`dealer-${lang}`, lang);
    await which(boss, ["business", "dealer"]);
    await boss.enterAsDemo(2);
    const id = await begin(boss, "dealer");
    const answers = dealer({ family: "Beispiel", given: "Robin", mail: `boss.${lang}@demo.invalid`, ...words });
    const again = async () => {
      const other = await somebody(`dealer-${lang}`, lang, { viewport: { width: 1280, height: 900 }, hasTouch: false });
      await other.go("sign-in");
      await other.enterAsDemo(2);
      return other;
    };
    boss = await fillIn(boss, id, answers, { pause: "company", again });
    let sender = boss;
    if (words.shared) {
      sender = await somebody(`colleague-${lang}`, lang);
      await sender.go("sign-in");
      await sender.enterAsDemo(1);
      const clerk = await clerkOf(world, browser, eyes);
      await handOver({ boss, colleague: sender, clerk, id, company: words.company, files });
    }
    const sent = await send(sender, id, files, answers);
    return { ...sent, person: boss, ogm: await fee(boss, id, "filing", 23_456) };
  };
  const three = await check("a company applies in French, begun by one person and sent by another with a mandate", () => company("fr", { shared: true, company: "Exemple SRL", reason: "Vente et réparation d’armes de chasse." }));
  const four = await check("a company applies in Dutch", () => company("nl", { company: "Voorbeeld nv", reason: "Verkoop en herstelling van jachtwapens." }));
  const sent = { one, two, three, four };
  if (Object.values(sent).some((file) => !file)) return;

  await office(world, browser, check, eyes, { files, somebody, engine, ...sent });
  await check("no page has a barrier, is too wide for a phone, or shows an id instead of words", async () => {
    equal(eyes.faults, [], "faults of pages");
    for (const person of people) equal(person.errors, [], `errors in the console of ${person.name}`);
  });
}

/** Today in Brussels, as a field of a day takes it. */
const today = () => new Date().toLocaleDateString("en-CA", { timeZone: "Europe/Brussels" });

async function office(world, browser, check, eyes, { files, somebody, engine, one, two, three, four }) {
  // Who works in French on the one database works in Dutch on the other.
  const [mine, other] = engine === "postgres" ? ["nl", "fr"] : ["fr", "nl"];
  const [clerk, jurist, official, adviser] = await check("the weapons service signs in", () => Promise.all([
    Member.enter(world, browser, eyes, "clerk", mine),
    Member.enter(world, browser, eyes, "jurist", other),
    Member.enter(world, browser, eyes, "official", mine),
    Member.enter(world, browser, eyes, "adviser", other),
  ])) ?? [];
  if (!clerk) return;

  const decide = async (file, kind, words) => {
    await clerk.open("open", file.reference);
    await clerk.step("draft", { kind, ...words }, { kind, reasons: "" });
    await jurist.open("open", file.reference);
    await jurist.step("check");
    await official.open("decision", file.reference);
    const text = await official.decision();
    ok(text.includes(words.reasons), "the letter holds the reasons");
    await official.open("decision", file.reference);
    await official.step("decide");
  };
  const examine = async (file) => {
    await clerk.open("new", file.reference);
    await clerk.step("assign");
    await clerk.step("admissible");
  };

  await check("the bank's file pays what was asked, once", () => clerk.takes([
    { ogm: one.ogm, cents: 12_345 }, { ogm: three.ogm, cents: 24_456 },
  ], [{ ogm: "010806817183", cents: 23_456 }, { ogm: "090933755493", cents: 65_000 }]));

  await check("a transfer with a communication of nobody finds its file, and what is no fee goes back", async () => {
    const text = "De betaler vergiste zich in de mededeling.";
    await clerk.ends("+++010/8068/17183+++", "assign", { reference: four.reference, stage: "filing", text }, { reference: "2026-000000-00", text: "" });
    await clerk.ends("+++090/9337/55493+++", "return", { reason: "no-fee" });
  });

  await check("what nobody has to pay is waived by the High Official alone", async () => {
    await clerk.open("new", two.reference);
    ok(!(await clerk.stage()).includes("fee-waive"), "who takes the money in does not waive it");
    await official.open("new", two.reference);
    await official.step("fee-waive", { stage: "filing", text: "La redevance a été payée avec la demande précédente." }, { text: "" });
    await two.person.go(`${two.id}/fee/filing`);
    await two.person.look("fee-waived");
  });

  await check("the shooter in French: missing items, consent, granted, acquired", async () => {
    await clerk.open("new", one.reference);
    await clerk.step("assign");
    await clerk.step("items", { text: "Il manque l’attestation d’affiliation de votre club." }, { text: "" });
    await react(one.person, one.id, files, "Voici l’attestation demandée.", "missing-items");
    await clerk.open("open", one.reference);
    await clerk.step("close-notice");
    await clerk.step("paper-name", { document: "club-membership" });
    await clerk.step("admissible");
    const sam = await somebody("sam-fr", "fr");
    await consent(sam, await world.link("sam@demo.invalid", /http\S+\/consent\/\S+/));
    await clerk.open("open", one.reference);
    await clerk.asks("Merci de vérifier les conditions de conservation.");
    await adviser.answers("Aucune objection.");
    await decide(one, "grant", { subject: "la détention d’une arme de poing et d’une arme longue", reasons: "Le motif légitime est établi par la pratique régulière du tir." });
    await clerk.open("open", one.reference);
    await clerk.step("issue");
    await one.person.go(`${one.id}/`);
    await one.person.look("status-granted");
    ok(await one.person.page.locator(".tag--ok").first().isVisible(), "the file says that it is granted");
    const bytes = await letter(one.person, one.id);
    await clerk.open("closed", one.reference);
    await clerk.decision();
    await genuine(await somebody("anybody", "fr"), codeOf(bytes), bytes);
    await acquired(one.person);
  });

  await check("the shooter in Dutch: heard before a refusal, refused, told how to appeal", async () => {
    await examine(two);
    await clerk.step("notice", { text: "De dienst overweegt een weigering: de regelmatige beoefening is niet bewezen." }, { text: "" });
    await react(two.person, two.id, files, "Ik voeg mijn schietboekje toe.", "before-adverse");
    await clerk.open("open", two.reference);
    ok(!(await clerk.stage()).includes("close-notice"), "an answer does not shorten the hearing");
    world.hearingsAreOver();
    await clerk.open("open", two.reference);
    await clerk.step("close-notice");
    await decide(two, "refuse", { refusals: FIRST, reasons: "De wettige reden is niet bewezen." });
    await clerk.open("open", two.reference);
    await clerk.step("issue");
    await two.person.go(`${two.id}/`);
    await two.person.look("status-refused");
    ok(await two.person.page.locator(".tag--danger").first().isVisible(), "the file says that it is refused");
    await letter(two.person, two.id);
    await clerk.open("closed", two.reference);
    await clerk.step("deliver", { channel: "registered", number: "RR 123 456 789 BE", posted: today() }, { number: "" });
    await clerk.step("received", { received: today() }, { received: "2099-01-01" });
    await clerk.step("delivery-correct", { received: today(), text: "De dag op het ontvangstbewijs is nagekeken." }, { text: "" });
    await appeal(two.person, two.id, "Ik oefen wel regelmatig; mijn schietboekje bewijst het.");
  });

  await check("the shooter in Dutch: the appeal reverses the refusal, and the permit is granted", async () => {
    await clerk.open("closed", two.reference);
    await clerk.step("appeal", { day: today() }, { day: "" });
    await clerk.step("appeal-decided", { result: "reversed", day: today(), text: "De minister vernietigt de weigering." }, { text: "" });
    await clerk.asks("Gelieve de bewaring na te gaan.");
    await adviser.answers("Geen bezwaar.");
    await decide(two, "grant", { subject: "het voorhanden hebben van een kort en een lang wapen", reasons: "Het schietboekje bewijst de regelmatige beoefening." });
    await clerk.open("open", two.reference);
    await clerk.step("issue");
    await two.person.go(`${two.id}/`);
    ok(await two.person.page.locator(".tag--ok").first().isVisible(), "the file says that it is granted");
    await tooLate(await somebody("sam-nl", "nl"), await world.link("sam.nl@demo.invalid", /http\S+\/consent\/\S+/));
    await clerk.open("closed", two.reference);
    const options = await clerk.page.locator("#acquired-weapon option").evaluateAll((all) => all.map((one) => one.value));
    equal(options.length, 3, "two weapons, and none proposed");
    const [, handgun, rifle] = options;
    await clerk.step("acquired", { weapon: handgun, day: today(), serial: "NL 2201", text: "Verklaring van de wapenhandelaar op papier." }, { text: "" });
    await clerk.step("part-back", { weapon: rifle, part: "B", day: today(), serial: "NL 2202" }, { day: "" });
    ok((await clerk.page.locator("main").innerText()).includes("NL 2202"), "part B tells the other weapon");
  });

  await check("the company in French: granted with conditions once both halves are paid", async () => {
    await examine(three);
    await clerk.asks("Merci de donner votre avis sur cette activité.");
    await adviser.answers("Avis favorable.");
    await decide(three, "grant-conditions", { subject: "l’activité d’armurier à cette adresse", reasons: "Les conditions de la loi sont remplies.", condition: "Le registre est tenu par voie électronique.", follow_up: "Le service contrôle le registre après un an." });
    ok(!(await clerk.stage()).includes("issue"), "nothing leaves before its fee is known");
    await official.open("open", three.reference);
    await official.step("fee-amount", { stage: "grant", amount: "345,67", text: "Montant confirmé par le service juridique." }, { amount: "34", text: "" });
    const ogm = await fee(three.person, three.id, "grant", 34_567);
    await clerk.takes([{ ogm, cents: 34_567 }]);
    await clerk.open("open", three.reference);
    await clerk.step("issue");
    await three.person.go(`${three.id}/`);
    await three.person.look("status-granted");
    await letter(three.person, three.id);
    await three.person.go("");
    await three.person.press(three.person.page.locator("main a[href*='/permit/']").first());
    await three.person.look("permit-approval");
    const facts = await three.person.page.locator("main dl").first().innerText();
    ok(!facts.includes("Contrôle périodique"), `no row controls an approval every five years: ${facts}`);
  });

  await check("the company in Dutch: inadmissible, with the other appeal", async () => {
    await clerk.open("new", four.reference);
    await clerk.step("assign");
    await clerk.step("inadmissible", { text: "Het bewijs van beroepsbekwaamheid ontbreekt." }, { text: "" });
    await decide(four, "inadmissible", { refusals: FIRST, reasons: "De aanvraag is niet volledig." });
    await clerk.open("open", four.reference);
    await clerk.step("issue");
    await four.person.go(`${four.id}/`);
    await four.person.look("status-inadmissible");
    await petition(four.person, four.id);
  });

  await check("money that nobody owed is a task of the office", () => clerk.settles(three.reference));

  await check("five years later: the shooter in French answers the control, and it is in order", async () => {
    world.controlsAreDue();
    const answer = await answerControl(one.person, "camille@demo.invalid", files, { "still-held": "all", "reason-still": "same" });
    await judge(clerk, answer, one.reference, "control-ok", {});
    await one.person.go(`${answer.id}/`);
    await one.person.look("control-judged");
    ok(await one.person.page.locator(".tag--ok").first().isVisible(), "the answer is recorded");
    await one.person.go(answer.permit);
    await one.person.look("permit-controlled");
    ok((await one.person.page.locator("main").innerText()).includes("En ordre"), "the permit says that the control is in order");
  });

  await check("five years later: the control in Dutch is not in order, and the permit is suspended after a hearing", async () => {
    const answer = await answerControl(two.person, "robin@demo.invalid", files, { "still-held": "some", "reason-still": "other", "handed-over": "In maart, aan een wapenhandelaar in Elsene." }, { "reason-change": "Ik schiet nu enkel nog in het buitenland." });
    await judge(clerk, answer, two.reference, "control-not-ok", { text: "De overdracht is niet bewezen." }, { text: "" });
    await two.person.go(`${answer.id}/`);
    await two.person.look("control-doubted");
    await clerk.open("open", two.reference);
    await clerk.step("notice", { text: "De dienst overweegt de vergunning te schorsen: de overdracht is niet bewezen." });
    await react(two.person, two.id, files, "Hier is het bewijs van de overdracht.", "before-adverse");
    world.hearingsAreOver();
    await clerk.open("open", two.reference);
    await clerk.step("close-notice");
    await decide(two, "suspend", { refusals: FIRST, reasons: "De overdracht blijft onbewezen." });
    await clerk.open("open", two.reference);
    await clerk.step("issue");
    await two.person.go(answer.permit);
    await two.person.look("permit-suspended");
    ok(await two.person.page.locator(".tag--warn").first().isVisible(), "the permit says that it is suspended");
  });
  for (const member of [clerk, jurist, official, adviser]) await check(`no errors in the console of the ${member.role}`, async () => equal(member.errors, [], "errors"));
}
