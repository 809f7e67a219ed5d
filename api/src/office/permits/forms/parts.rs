//! The fields of each step.

use super::super::super::field::{Field, Kind};
use super::{Desk, html};
use crate::error::Result;
use crate::permit::desk::{HeldReader, challenge, fees, held, issue, named};
use crate::permit::entity::{delivery, fee, grant};
use crate::permit::weapon::{Standing, Weapon};

impl Desk<'_> {
    pub(super) fn parts(&self, step: &'static str) -> Result<String> {
        let area = |label| self.field(step, "text", label, Kind::Area(6));
        let day = |name, label| self.field(step, name, label, Kind::Input("date"));
        let line = |name, label| self.field(step, name, label, Kind::Input("text"));
        match step {
            "items" | "inadmissible" | "notice" | "return" | "send-back" | "cancel" | "examine" | "leave"
            | "lift" | "legal-hold" | "legal-release" | "control-not-ok" => {
                html(&[&area("office-permit-text").in_lang_of(self.case, step)])
            }
            "extend" => html(&[
                &line("amount", "office-permit-months").shaped("input--xs", "numeric", "off"),
                &area("office-permit-text").in_lang_of(self.case, step),
            ]),
            "issue" => html(&[&line("card", "office-permit-card")
                .optional(self.t("office-permit-optional"))
                .hint(self.t("office-permit-card-hint"))]),
            "deliver" => {
                let options = issue::CHANNELS
                    .iter()
                    .map(|one| ((*one).to_owned(), self.t(&format!("office-permit-channel-{one}"))));
                html(&[
                    &self.field(step, "channel", "office-permit-channel", Kind::Select(options.collect())),
                    &line("number", "office-permit-number").hint(self.t("office-permit-number-hint")),
                    &self.today(day("posted", "office-permit-posted-on")),
                ])
            }
            "received" => html(&[
                &self.field(step, "delivery", "office-permit-delivery", Kind::Select(self.letters())),
                &day("received", "office-permit-received-on").hint(self.t("office-permit-received-hint")),
            ]),
            "delivery-correct" => html(&[
                &self.field(step, "delivery", "office-permit-delivery", Kind::Select(self.sent_letters())),
                &day("posted", "office-permit-posted-on").hint(self.t("office-permit-correct-hint")),
                &day("received", "office-permit-received-on").hint(self.t("office-permit-correct-hint")),
                &area("office-permit-why"),
            ]),
            "paper-name" => html(&[
                &self.field(step, "paper", "office-permit-paper", Kind::Select(self.answers())),
                &self.field(step, "document", "office-permit-paper-is", Kind::Select(self.documents())),
                &day("dated", "office-permit-paper-dated").optional(self.t("office-permit-optional")),
            ]),
            "part-back" => {
                let options = self.parts_out();
                let fields = html(&[
                    &self.field(step, "part", "office-permit-part", Kind::Select(options)),
                    &day("day", "office-permit-part-day"),
                    &line("serial", "permits-serial").optional(self.t("office-permit-optional")),
                ])?;
                let back = |one: &&Weapon| one.is_out();
                Ok(self.weapon(step, self.case.held.iter().filter(back))? + &fields)
            }
            "acquired" => {
                let fields = html(&[
                    &day("day", "permits-acquired-on"),
                    &line("serial", "permits-serial").optional(self.t("office-permit-optional")),
                    &area("office-permit-text"),
                ])?;
                Ok(self.weapon(step, issue::recordable(self.case, self.person))? + &fields)
            }
            "fee-amount" => html(&[
                &self.field(step, "stage", "office-permit-stage", Kind::Select(self.stages(fees::fixable))),
                &line("amount", "office-permit-amount")
                    .shaped("input--s", "decimal", "off")
                    .hint(self.t("office-permit-amount-hint")),
                &area("office-permit-why"),
            ]),
            "fee-waive" => html(&[
                &self.field(step, "stage", "office-permit-stage", Kind::Select(self.stages(fees::waivable))),
                &area("office-permit-why"),
            ]),
            "appeal" => html(&[&day("day", "office-permit-appeal-day")]),
            "appeal-decided" => {
                let about = if challenge::challenged(self.case).is_some() { "" } else { "silence-" };
                let options = challenge::results(self.case, self.person)
                    .into_iter()
                    .map(|one| (one.to_owned(), self.t(&format!("office-permit-appeal-{about}{one}"))));
                html(&[
                    &self.field(
                        step,
                        "result",
                        "office-permit-appeal-result",
                        Kind::Select(options.collect()),
                    ),
                    &day("day", "office-permit-ruling-day"),
                    &area("office-permit-text"),
                ])
            }
            "advice" => self.advice(step),
            "draft" => self.draft(step),
            _ => Ok(String::new()),
        }
    }

    /// The parts that can come back. B says that the weapon was acquired, unless it came unused.
    fn parts_out(&self) -> Vec<(String, String)> {
        let awaits = |row: &grant::Model| {
            self.case.held.iter().any(|one| matches!(one.standing(row), Standing::Awaited(_)))
        };
        let awaited = self.case.grant.as_ref().is_some_and(awaits);
        let mut options = vec![(String::new(), self.t("office-permit-part-choose"))];
        for part in issue::parts_out(self.case) {
            let name = if part == "A" { "permits-part-a" } else { "permits-part-b" };
            options.push((part.to_owned(), self.t(name)));
            if part == "B" && awaited {
                options.push((issue::UNUSED.to_owned(), self.t("office-permit-part-unused")));
            }
        }
        options
    }

    /// Which weapon a step is about, where the permit is for several: none is proposed.
    fn weapon<'c>(&self, step: &'static str, weapons: impl Iterator<Item = &'c Weapon>) -> Result<String> {
        let (case, law) = (self.case, &self.state.law);
        let Some(row) = case.grant.as_ref().filter(|_| case.held.len() > 1) else { return Ok(String::new()) };
        let mut options = vec![(String::new(), self.t("office-permit-weapon-choose"))];
        let held = held((law, self.lang, case.today), (&case.key, row), &case.held, HeldReader::Office)?;
        for weapon in weapons {
            // By its number and where it stands: two of the same make are told apart.
            let Some(own) = held.iter().find(|one| one.slot == weapon.slot) else { continue };
            let serial = own.serial.as_ref().map(|one| format!("{} {one}", self.t("permits-serial")));
            let said = own.facts.first().map(|(label, value)| format!("{label} {value}"));
            let told = said.filter(|_| weapon.acquired_on.is_some());
            let words = [Some(own.title.clone()), serial, told];
            options.push((own.slot.clone(), words.into_iter().flatten().collect::<Vec<_>>().join(" – ")));
        }
        html(&[&self.field(step, "weapon", "office-permit-weapon", Kind::Select(options))])
    }

    /// Parts of the fee that a step can be about.
    fn stages(&self, fits: fn(&fee::Model) -> bool) -> Vec<(String, String)> {
        let word = |row: &fee::Model| self.t(&format!("office-permit-stage-{}", row.stage));
        self.case.fees.iter().filter(|row| fits(row)).map(|row| (row.stage.clone(), word(row))).collect()
    }

    /// A day that is today, as long as nobody writes another one.
    fn today(&self, field: Field) -> Field {
        if field.value.is_empty() { field.value(self.case.today.to_string()) } else { field }
    }

    fn letter(&self, row: &delivery::Model) -> (String, String) {
        let channel = self.t(&format!("office-permit-channel-{}", row.channel));
        (row.id.to_string(), format!("{channel} {}", row.reference.as_deref().unwrap_or_default()))
    }

    /// Letters whose proof of receipt is still awaited.
    fn letters(&self) -> Vec<(String, String)> {
        let waits = self.deliveries.iter().filter(|row| row.state == "sent" && row.channel != "portal");
        waits.map(|row| self.letter(row)).collect()
    }

    /// Letters whose days can be put right.
    fn sent_letters(&self) -> Vec<(String, String)> {
        self.deliveries.iter().filter(|row| issue::can_correct(row)).map(|row| self.letter(row)).collect()
    }

    /// Papers that came as an answer.
    fn answers(&self) -> Vec<(String, String)> {
        let came = self.case.papers.iter().filter(|paper| named::nameable(&paper.row));
        came.map(|paper| (paper.row.id.to_string(), paper.name.clone())).collect()
    }

    /// What such a paper can be.
    fn documents(&self) -> Vec<(String, String)> {
        let rows = self.state.law.on(self.case.law_on()).documents();
        rows.map(|row| (row.id.clone(), row.title.get(self.lang).to_owned())).collect()
    }
}
