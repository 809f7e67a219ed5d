//! What a file holds, as lines of its page.

use std::collections::HashMap;

use super::super::consent::said as said_of_consent;
use super::super::{tag_of_scan, title_of};
use super::asked::opinion_of;
use crate::app::State;
use crate::error::Result;
use crate::i18n::{Args, Lang};
use crate::office::words;
use crate::permit::after::control;
use crate::permit::desk::task::paper_of;
use crate::permit::desk::{
    Case, Held, HeldReader, Noted, Paper, advice, appeal, consent as taken, fees, held, issue, told,
};
use crate::permit::entity::{consent, document, event, grant, task};
use crate::permit::page::permit_tag;
use crate::permit::{numbers, words as said};
use sea_orm::EntityTrait;

pub(super) struct PaperRow {
    /// Where it is given; none while nobody may open it, or when its bytes are gone.
    pub href: Option<String>,
    pub name: String,
    pub document: String,
    /// The weapon or the person that it belongs to, where it belongs to one.
    pub of: String,
    pub dated: String,
    pub scan: String,
    pub tag: &'static str,
}

/// A task that is open for the file.
pub(super) struct TaskRow {
    pub what: String,
    /// The paper that it is about, where it is about one.
    pub paper: String,
}

pub(super) struct Event {
    pub when: String,
    /// What happened, and the day that belongs to it.
    pub what: String,
    pub who: String,
    pub detail: String,
}

pub(super) struct FeeRow {
    pub stage: String,
    pub amount: String,
    pub ogm: String,
    pub state: String,
    /// What came, what is still to come, as sentences.
    pub came: Vec<String>,
    /// What came beyond what is due.
    pub over: Option<String>,
}

pub(super) struct NoticeRow {
    pub kind: String,
    pub state: String,
    pub due: String,
    pub text: String,
    pub answer: Option<String>,
}

pub(super) struct DecisionRow {
    pub href: String,
    pub kind: String,
    pub state: String,
    pub on: String,
    pub letter: Option<String>,
    /// Whether an appeal reversed it.
    pub is_reversed: bool,
}

pub(super) struct OpinionRow {
    pub who: String,
    pub asked: String,
    pub due: String,
    pub result: Option<String>,
    pub text: String,
    pub hidden: bool,
}

pub(super) struct DeliveryRow {
    /// Which decision went out.
    pub decision: String,
    pub channel: String,
    pub reference: String,
    pub state: String,
    pub when: String,
}

pub(super) struct GrantRow {
    pub state: String,
    /// Class of its mark.
    pub tag: &'static str,
    pub about: String,
    pub card: String,
    pub facts: Vec<(String, String)>,
    pub weapons: Vec<Held>,
}

/// What a page of a file is made from.
pub(super) struct Desk<'d> {
    pub state: &'d State,
    pub case: &'d Case,
    pub lang: Lang,
    /// Names of the colleagues, by their address.
    pub names: HashMap<String, String>,
}

impl Desk<'_> {
    pub(super) fn word(&self, prefix: &str, code: &str) -> String {
        self.lang.text(&format!("{prefix}-{code}"))
    }

    pub(super) fn authority(&self, id: &str) -> String {
        let row = self.state.law.on(self.case.today).authority(id);
        row.map_or_else(|| id.to_owned(), |row| row.title.get(self.lang.code()).to_owned())
    }

    pub(super) fn asked_of(&self, authority: &str, place: &str) -> String {
        format!("{}, {}", self.authority(authority), self.word("office-permit-place", place))
    }

    pub(super) fn unasked(&self) -> Vec<String> {
        let day = self.case.law_day();
        let words = |(id, place): (String, String)| {
            let mut rows = self.state.permits.rows.advice_of(&self.case.row.procedure, &day);
            let row = rows.find(|row| row.id == id)?;
            Some(self.asked_of(&row.adviser, &place))
        };
        advice::unasked(self.state, self.case).into_iter().filter_map(words).collect()
    }

    pub(super) fn papers(&self) -> Vec<PaperRow> {
        let (case, lang) = (self.case, self.lang);
        let paper = |paper: &Paper| {
            let row = &paper.row;
            PaperRow {
                href: paper
                    .can_be_read()
                    .then(|| format!("/office/permits/{}/documents/{}", case.row.id, row.id)),
                name: paper.name.clone(),
                of: self.belongs_to(&row.slot),
                document: self.document(row),
                dated: said::stored(lang, row.dated_on.as_deref()),
                scan: self.word("office-permit-scan", &row.scan),
                tag: tag_of_scan(&row.scan),
            }
        };
        case.papers.iter().map(paper).collect()
    }

    /// What a paper is: a letter by what it decides.
    fn document(&self, row: &document::Model) -> String {
        let letter = self.case.decisions.iter().find(|one| one.pdf_document_id == Some(row.id));
        letter
            .and_then(|one| self.lang.find(&format!("office-permit-document-decision-{}", one.kind)))
            .unwrap_or_else(|| title_of(self.state, self.case.law_on(), &row.document, self.lang))
    }

    fn belongs_to(&self, slot: &str) -> String {
        told::belongs_to(&self.state.law, self.lang, self.case, slot)
            .unwrap_or_else(|| self.lang.text("office-permit-paper-row-gone"))
    }

    /// The tasks of the file. Which paper one is about is said here in full: the list of all
    /// tasks opens no file.
    pub(super) fn tasks(&self, rows: &[task::Model]) -> Vec<TaskRow> {
        let named = |paper: &Paper| {
            let parts = [self.document(&paper.row), self.belongs_to(&paper.row.slot), paper.name.clone()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
        };
        let one = |row: &task::Model| TaskRow {
            what: self.word("office-permit-task", &row.kind),
            paper: paper_of(row)
                .and_then(|id| self.case.papers.iter().find(|paper| paper.row.id == id))
                .map(named)
                .unwrap_or_default(),
        };
        rows.iter().map(one).collect()
    }

    /// Those at the address whose consent is not there, or does not hold any more: who, and what
    /// they said. Once the file is decided nobody's consent is missing.
    pub(super) fn without_consent(&self) -> Vec<(String, String)> {
        if !self.case.is_open() {
            return Vec::new();
        }
        let missing = |row: &&consent::Model| {
            row.state != "consented" || taken::taken_back(self.case, row.id).is_some()
        };
        let line = |row: &consent::Model| {
            let name = told::belongs_to(&self.state.law, self.lang, self.case, &row.slot).unwrap_or_default();
            (name, said_of_consent(self.lang, self.case, row))
        };
        self.case.consents.iter().filter(missing).map(line).collect()
    }

    pub(super) fn opinions(&self) -> Result<Vec<OpinionRow>> {
        let opinion = |row: &crate::permit::entity::advice::Model| -> Result<OpinionRow> {
            let rows = &self.state.permits.rows;
            Ok(OpinionRow {
                who: self.asked_of(&row.authority, &row.place),
                asked: said::moment(self.lang, row.sent_at_ms),
                due: said::stored(self.lang, row.due_on.as_deref()),
                result: row.result.as_deref().map(|result| rows.result(result, self.lang)),
                text: advice::opinion_of(self.case, row)?.unwrap_or_default(),
                hidden: row.received_at_ms.is_some() && row.applicant_sees == 0,
            })
        };
        self.case.opinions.iter().map(opinion).collect()
    }

    pub(super) fn fees(&self) -> Vec<FeeRow> {
        let sum = |id: &str, cents: i64| {
            let value = Args::new().with("value", said::money(self.lang, cents));
            (cents > 0).then(|| self.lang.text_with(id, &value))
        };
        let fee = |fee: &crate::permit::entity::fee::Model| FeeRow {
            stage: self.word("office-permit-stage", &fee.stage),
            amount: fee.amount_cents.map_or_else(
                || self.lang.text("office-permit-amount-unknown"),
                |cents| said::money(self.lang, cents),
            ),
            ogm: numbers::printed(&fee.ogm),
            state: self.word("office-permit-fee", &fee.state),
            came: [
                sum("office-permit-fee-came", fee.paid_cents),
                sum("office-permit-fee-rest", fees::rest(fee)).filter(|_| fee.paid_cents > 0),
            ]
            .into_iter()
            .flatten()
            .collect(),
            over: sum("office-permit-fee-over", fees::too_much(fee)),
        };
        self.case.fees.iter().map(fee).collect()
    }

    pub(super) fn notices(&self) -> Vec<NoticeRow> {
        let notice =
            |(row, text, answer): &(crate::permit::entity::notice::Model, String, Option<String>)| {
                NoticeRow {
                    kind: self.word("office-permit-notice", &row.kind),
                    state: self.word("office-permit-notice-state", &row.state),
                    due: said::stored(self.lang, Some(&row.due_on)),
                    text: text.clone(),
                    answer: answer.clone(),
                }
            };
        self.case.notices.iter().map(notice).collect()
    }

    pub(super) fn decisions(&self) -> Vec<DecisionRow> {
        let here = format!("/office/permits/{}", self.case.row.id);
        let given_out = self.case.decisions.iter().rev().filter(|row| row.state == "issued");
        let reversed = appeal::reversed(&self.case.events, given_out.map(|row| row.id));
        let decision = |row: &crate::permit::entity::decision::Model| DecisionRow {
            is_reversed: reversed.contains(&row.id),
            href: format!("{here}/decisions/{}", row.id),
            kind: self.word("office-permit-document-decision", &row.kind),
            state: self.word("office-permit-decision", &row.state),
            on: said::stored(self.lang, row.decided_on.as_deref()),
            letter: row.pdf_document_id.map(|paper| format!("{here}/documents/{paper}")),
        };
        self.case.decisions.iter().map(decision).collect()
    }

    pub(super) fn deliveries(&self, rows: &[crate::permit::entity::delivery::Model]) -> Vec<DeliveryRow> {
        let of = |row: &crate::permit::entity::delivery::Model| {
            let own = self.case.decisions.iter().find(|one| one.id == row.decision_id)?;
            let kind = self.word("office-permit-document-decision", &own.kind);
            Some(format!("{kind}, {}", said::stored(self.lang, own.decided_on.as_deref())))
        };
        let delivery = |row: &crate::permit::entity::delivery::Model| DeliveryRow {
            decision: of(row).unwrap_or_default(),
            channel: self.word("office-permit-channel", &row.channel),
            reference: row.reference.clone().unwrap_or_default(),
            state: self.word("office-permit-delivery", &row.state),
            when: self.travelled(row),
        };
        rows.iter().map(delivery).collect()
    }

    /// When a letter was posted and, once it was, received.
    fn travelled(&self, row: &crate::permit::entity::delivery::Model) -> String {
        let posted = match &row.posted_on {
            Some(day) => said::stored(self.lang, Some(day)),
            None => said::moment(self.lang, row.sent_at_ms),
        };
        match said::stored(self.lang, row.received_on.as_deref()) {
            none if none.is_empty() => posted,
            received => {
                let days = Args::new().with("posted", posted).with("received", received);
                self.lang.text_with("office-permit-delivered-and-received", &days)
            }
        }
    }

    /// The weapons of the permit.
    fn weapons(&self) -> Result<Vec<Held>> {
        let Some(row) = &self.case.grant else { return Ok(Vec::new()) };
        let words = (&self.state.law, self.lang, self.case.today);
        held(words, (&self.case.key, row), &self.case.held, HeldReader::Office)
    }

    pub(super) fn grant(&self) -> Result<Option<GrantRow>> {
        let Some(row) = &self.case.grant else { return Ok(None) };
        let about: issue::Subject = self.case.key.open(&format!("grant/{}", row.id), &row.subject_sealed)?;
        Ok(Some(GrantRow {
            state: self.lang.text(&format!("permits-state-{}", row.state)),
            tag: permit_tag(&row.state),
            about: about.text,
            card: about.card,
            facts: told::dates(self.lang, row),
            weapons: self.weapons()?,
        }))
    }

    /// A line of the ledger. Its day is mostly the last one of a time that began; of some it is
    /// the day on which it happened outside the portal.
    fn happened(&self, event: &event::Model, noted: &Noted) -> String {
        let name = match opinion_of(self.case, event) {
            Some(row) => {
                let who = Args::new().with("who", self.asked_of(&row.authority, &row.place));
                self.lang.text_with(&format!("office-permit-event-{}-of", event.kind), &who)
            }
            None => self
                .lang
                .find(&format!("office-permit-event-{}", event.kind))
                .unwrap_or_else(|| event.kind.clone()),
        };
        let day = said::stored(self.lang, event.until_day.as_deref());
        if day.is_empty() {
            return name;
        }
        let value = Args::new().with("value", day).with("part", noted.part.clone());
        let ruling = event.result.as_deref().map(|result| self.ruling(event, result));
        let id = match event.kind.as_str() {
            "appeal-lodged" => "office-permit-event-appeal-lodged-on",
            "appeal-decided" => ruling.as_deref().unwrap_or("office-permit-event-appeal-decided-on"),
            "delivery-recorded" => "office-permit-event-delivery-received-on",
            "delivery-corrected" => "office-permit-event-delivery-corrected-to",
            "part-returned" if noted.part.is_empty() => "office-permit-event-part-returned-on",
            "part-returned" if noted.part == issue::UNUSED => "office-permit-event-part-unused-on",
            "part-returned" => "office-permit-event-part-named-on",
            "acquisition-recorded" => "office-permit-event-acquisition-recorded-on",
            _ => return format!("{name}, {}", self.lang.text_with("office-permit-until", &value)),
        };
        self.lang.text_with(id, &value)
    }

    /// The words of a ruling: on a decision, or on the silence of the office.
    fn ruling(&self, event: &event::Model, result: &str) -> String {
        let before = self.case.events.iter().take_while(|line| line.id != event.id);
        let kinds: Vec<&str> = before.map(|line| line.kind.as_str()).collect();
        let lodged = kinds.iter().rposition(|kind| *kind == "appeal-lodged").unwrap_or(0);
        let about = if kinds[..lodged].contains(&"issued") { "" } else { "silence-" };
        format!("office-permit-event-appeal-{about}{result}-on")
    }

    /// The ledger. What a step noted is opened for those who see the file; of a permit for several
    /// weapons a line says which one it is about.
    pub(super) fn events(&self) -> Result<Vec<Event>> {
        let weapons = self.weapons()?;
        let event = |event: &event::Model| {
            let noted = Noted::in_line(&self.case.key, event);
            let weapon = weapons.iter().find(|one| one.slot == noted.weapon && !one.slot.is_empty());
            let what = self.happened(event, &noted);
            let detail = [weapon.map(|one| one.title.clone()).unwrap_or_default(), noted.text];
            Event {
                when: said::moment(self.lang, event.at_ms),
                what,
                who: self.actor(&event.actor),
                detail: detail.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join("\n"),
            }
        };
        Ok(self.case.events.iter().map(event).collect())
    }

    /// Who did something: a colleague by name, as long as the account is there.
    fn actor(&self, actor: &str) -> String {
        let name = self.names.get(actor).filter(|name| !name.is_empty());
        name.cloned().unwrap_or_else(|| words::actor(actor, self.lang))
    }

    /// The permit that a file is about: address of its file, and its number.
    pub(super) async fn about(&self) -> Result<Option<(String, String)>> {
        let Some(id) = self.case.row.grant_id else { return Ok(None) };
        let row = grant::Entity::find_by_id(id).one(&self.state.db).await?;
        Ok(row.map(|row| (format!("/office/permits/{}", row.application_id), row.number)))
    }

    /// The controls of the permit of a file: what became of each, and the address of the answer.
    pub(super) async fn controls(&self) -> Result<Vec<(String, Option<String>)>> {
        let Some(grant) = &self.case.grant else { return Ok(Vec::new()) };
        let line = |one: crate::permit::entity::control::Model| {
            let (word, day) = match (&one.verdict, &one.answered_on) {
                (Some(verdict), _) => (verdict.as_str(), one.judged_on.as_deref()),
                (None, Some(day)) => ("answered", Some(day.as_str())),
                _ => (one.state.as_str(), Some(one.due_on.as_str())),
            };
            let day = said::stored(self.lang, day);
            let words = format!("{}, {day}", self.word("office-permit-control", word));
            (words, one.application_id.map(|file| format!("/office/permits/{file}")))
        };
        Ok(control::of_permit(self.state, grant.id).await?.into_iter().map(line).collect())
    }
}
