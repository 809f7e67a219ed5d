// What the people of the walk say. None of them exists.

import { address, day } from "./person.mjs";

const here = (name) => address(name, "Rue de la Loi", "1", "1000", "Bruxelles");

/** `wrong` is sent first: it must be refused beside its field and in the summary. */
const about = (person, kind) => ({
  "acting-for": { wrong: {}, fields: { "acting-for": kind } },
  name: { wrong: { "family-name": "" }, fields: { "family-name": person.family, "given-names": person.given } },
  birth: {
    wrong: { ...day("birth-date", 31, 2, 1990), "birth-place": "", nationality: "" },
    fields: { ...day("birth-date", 18, 5, 1993), "birth-place": "Namur", nationality: "BE" },
  },
  "national-number": { wrong: { "national-number": "93051822362" }, fields: { "national-number": "93051822361" } },
  address: { wrong: { "address-street": "" }, fields: here("address") },
  contact: { wrong: { email: "camille@", phone: "12" }, fields: { email: person.mail, phone: "" } },
});

const declarations = { fields: Object.fromEntries(["true-and-complete", "inquiry-known", "fee-known", "privacy-read"].map((tick) => [tick, "yes"])) };

/** A sport shooter who shares the home with Sam. */
export const shooter = (person) => ({
  ...about(person, "self"),
  reason: { fields: { reasons: ["sport-shooting"] } },
  "reason-text": { wrong: {}, fields: { "reason-text": person.reason } },
  "sport-licence": { wrong: {}, fields: { "sport-licence": "none" } },
  "weapons-wanted": {
    rows: [
      { wrong: {}, nature: "handgun", calibre: "9 × 19 mm", "with-ammunition": "yes", acquired: "belgium" },
      { nature: "long", calibre: ".22 LR", make: "Anschütz", "with-ammunition": "no", acquired: "import" },
    ],
  },
  storage: { wrong: {}, keys: true, fields: { "storage-at-home": "yes" } },
  cohabitants: { wrong: {}, fields: { cohabitants: "some" } },
  "cohabitant-list": {
    rows: [{
      wrong: { ...day("birth-date", 1, 1, 2020), route: "online", email: person.mail },
      "family-name": "VOORBEELD", "given-names": "Sam Maria", ...day("birth-date", 25, 1, 2000), route: "online", email: person.cohabitant,
    }],
  },
  declarations: { ...declarations, wrong: {} },
});

const officer = (family, role) => ({ "family-name": family, "given-names": "Dominique", ...day("birth-date", 1, 2, 1970), role });

/** Somebody who runs a company that sells weapons. */
export const dealer = (person) => ({
  ...about(person, "company"),
  company: {
    wrong: { "enterprise-number": "0566.988.250", "company-name": "" },
    fields: { "enterprise-number": "0566.988.259", "company-name": person.company, ...address("company-seat", "Rue Neuve", "1", "1000", "Bruxelles") },
  },
  officers: { rows: [{ wrong: {}, ...officer("Premier", "director") }, officer("Tweede", "auditor")] },
  "dealer-activity": { wrong: {}, fields: { variant: "dealer", "activity-text": person.reason } },
  "activity-place": { wrong: {}, fields: address("activity-address", "Rue Neuve", "2", "1000", "Bruxelles") },
  "person-in-charge": { wrong: {}, keys: true, fields: { "person-in-charge": "me" } },
  declarations: { ...declarations, wrong: {} },
});
