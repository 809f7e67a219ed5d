//! The rows of one file, as its steps would have written them.

use safe_api::account::digest;
use safe_api::permit::entity::{answer, application, consent, document, fee, payment};
use safe_api::permit::numbers;
use safe_api::permit::sealed::FileKey;
use safe_casework::ogm::Ogm;
use sea_orm::{DatabaseTransaction, Set};
use serde_json::{Value, json};
use uuid::Uuid;

use super::batch::{Batch, row};
use super::form::Form;
use super::plan::{DAY_MS, Plan};
use super::shelf::{Archive, Card};

/// What a test pays; no rate of the service.
const CENTS: i64 = 10_000;

/// One file being written down.
pub(super) struct Writing<'w> {
    pub archive: &'w mut Archive,
    pub batch: &'w mut Batch,
    pub form: &'w Form,
    pub plan: Plan,
    pub card: Card,
    pub key: FileKey,
}

pub(super) fn day(at_ms: i64) -> String {
    numbers::today(at_ms).to_string()
}

impl Writing<'_> {
    /// Everything. The documents whose bytes are wanted too are written into the vault.
    pub fn all(mut self, with_bytes: bool) -> anyhow::Result<()> {
        self.row();
        if self.plan.state != "erased" {
            self.answers()?;
            self.documents(with_bytes)?;
            self.consents()?;
            if self.plan.submitted_ms.is_some() {
                self.fees()?;
                self.opinions()?;
                self.notices()?;
                self.decision(with_bytes)?;
                self.mails()?;
            }
        }
        self.ledger();
        self.archive.files.push(self.card.id);
        self.archive.cards.push(self.card);
        Ok(())
    }

    fn row(&mut self) {
        let (plan, card) = (&self.plan, &self.card);
        let reference = plan.submitted_ms.map(|at| {
            self.archive.references += 1;
            let (year, number) = (i64::from(numbers::today(at).year()), self.archive.references);
            format!("{year}-{number:06}-{:02}", (year * 1_000_000 + number) % 97)
        });
        let admissible = plan.examined_ms.map(|_| if plan.state == "inadmissible" { "no" } else { "yes" });
        let due = plan.submitted_ms.filter(|_| !self.form.noted).map(|at| day(at + 122 * DAY_MS));
        let assigned = plan.assigned_ms.map(|_| self.archive.clerk(card.number));
        self.batch.application.push(row!(application {
            id: card.id,
            applicant_id: self.archive.people[card.person].id,
            procedure: self.form.procedure.clone(),
            variant: self.form.variant.clone(),
            applicant_kind: "person".to_owned(),
            lang: card.lang.to_owned(),
            state: plan.state.to_owned(),
            reference: reference.clone(),
            submit_key: format!("archive-{}", card.id),
            grant_id: None,
            municipality: Some("21004".to_owned()),
            rows_json: "{}".to_owned(),
            key_wrapped: (plan.state != "erased").then(|| card.key_wrapped.clone()),
            version: 7,
            created_at_ms: plan.created_ms,
            updated_at_ms: plan.touched_ms(),
            submitted_at_ms: plan.submitted_ms,
            received_on: plan.submitted_ms.map(day),
            due_on: due,
            closed_at_ms: plan.closed_ms,
            assigned_to: assigned,
            admissible: admissible.map(str::to_owned),
            legal_hold: None,
        }));
        self.card.reference = reference.unwrap_or_default();
        self.card.state = self.plan.state;
    }

    fn answers(&mut self) -> anyhow::Result<()> {
        let name = format!("Exemple {}", self.card.person);
        // Half of the drafts lack their last pages.
        let is_half = self.plan.state == "draft" && self.card.number.is_multiple_of(2);
        let pages = self.form.pages.len();
        for (page, answers) in self.form.pages.iter().take(if is_half { pages / 2 } else { pages }) {
            let mut own = answers.clone();
            for (field, value) in &mut own {
                match field.as_str() {
                    "family-name" => *value = Value::String(name.clone()),
                    "case-language" => *value = self.card.lang.into(),
                    _ => {}
                }
            }
            self.batch.answer.push(row!(answer {
                application_id: self.card.id,
                page: page.clone(),
                sealed: self.key.seal(&format!("answer/{page}"), &own)?,
                session_hash: String::new(),
                updated_at_ms: self.plan.created_ms + 60_000,
            }));
        }
        Ok(())
    }

    fn documents(&mut self, with_bytes: bool) -> anyhow::Result<()> {
        for (place, need) in self.form.needs.iter().enumerate() {
            let at_ms = self.plan.created_ms + 120_000;
            let id = self.archive.random.id(at_ms);
            let of = (need.document.as_str(), need.slot.as_str(), "application", need.data_class.as_str());
            self.paper(id, of, at_ms, with_bytes && place == 0)?;
            self.card.papers.push((id, need.document.clone(), need.slot.clone()));
        }
        Ok(())
    }

    pub(super) fn paper(
        &mut self,
        id: Uuid,
        (document, slot, purpose, data_class): (&str, &str, &str, &str),
        at_ms: i64,
        with_bytes: bool,
    ) -> anyhow::Result<()> {
        let name_sealed = self.key.seal(&format!("name/{id}"), &format!("{document}.pdf"))?;
        let (wrapped, size) = self.archive.keep(id, with_bytes)?;
        self.batch.document.push(row!(document {
            id: id,
            application_id: self.card.id,
            document: document.to_owned(),
            slot: slot.to_owned(),
            purpose: purpose.to_owned(),
            data_class: data_class.to_owned(),
            name_sealed: name_sealed,
            media_type: "application/pdf".to_owned(),
            size_bytes: size,
            sha256: self.archive.letter_sha256.clone(),
            dated_on: Some(day(at_ms - 20 * DAY_MS)),
            vault_key: id.to_string(),
            file_key_wrapped: wrapped,
            scan: "clean".to_owned(),
            uploaded_by: if purpose == "decision" { "office" } else { "applicant" }.to_owned(),
            applicant_sees: 1,
            created_at_ms: at_ms,
        }));
        Ok(())
    }

    fn consents(&mut self) -> anyhow::Result<()> {
        let Some(sent) = self.plan.submitted_ms.filter(|_| self.form.consent) else { return Ok(()) };
        if !self.archive.random.percent(45) {
            return Ok(());
        }
        let id = self.archive.random.id(sent);
        let other = (self.card.person + 1) % self.archive.people.len();
        let waits = self.plan.is_open() && self.card.number.is_multiple_of(3);
        let token = format!("archive-consent-{id}").replace('-', "");
        let person = json!({ "family_name": "Exemple", "given_names": "Sam", "birth_date": "1990-01-01", "email": null });
        let answered = (!waits).then_some(sent + 3 * DAY_MS);
        self.batch.consent.push(row!(consent {
            id: id,
            application_id: self.card.id,
            slot: "r0".to_owned(),
            person_sealed: self.key.seal(&format!("consent/{id}"), &person)?,
            person_hmac: self.archive.people[other].hmac.clone(),
            route: "online".to_owned(),
            state: if waits { "waiting" } else { "consented" }.to_owned(),
            token_hash: Some(digest(&token)),
            answered_by: answered.map(|_| self.archive.people[other].id),
            paper_document_id: None,
            paper_checked_by: None,
            invited_at_ms: Some(sent),
            answered_at_ms: answered,
            due_on: Some(day(sent + 200 * DAY_MS)),
            // Told as often as the rows want: the periodic steps find nothing to do.
            reminders: 9,
        }));
        self.card.consent = waits.then_some((token, other));
        Ok(())
    }

    fn fees(&mut self) -> anyhow::Result<()> {
        let sent = self.plan.submitted_ms.unwrap_or(self.plan.created_ms);
        let is_paid = self.plan.assigned_ms.is_some();
        for stage in ["filing", "grant"] {
            if stage == "grant" && self.plan.issued_ms.is_none() {
                continue;
            }
            self.archive.payments += 1;
            let ogm = Ogm::of(self.archive.payments.unsigned_abs())?.digits();
            let id = self.archive.random.id(sent);
            self.batch.fee.push(row!(fee {
                id: id,
                application_id: self.card.id,
                fee: "detention".to_owned(),
                stage: stage.to_owned(),
                row_from: "2012-12-09".to_owned(),
                amount_cents: Some(CENTS),
                municipality_cents: None,
                ogm: ogm.clone(),
                state: if is_paid { "paid" } else { "requested" }.to_owned(),
                paid_cents: if is_paid { CENTS } else { 0 },
                requested_at_ms: Some(sent),
                paid_on: is_paid.then(|| day(sent + DAY_MS)),
            }));
            if is_paid {
                self.batch.payment.push(row!(payment {
                    bank_reference: format!("ARCHIVE{:09}", self.archive.payments),
                    fee_id: Some(id),
                    ogm: Some(ogm),
                    amount_cents: CENTS,
                    received_on: day(sent + DAY_MS),
                    statement: "BE00000000000000/001".to_owned(),
                    line_sealed: None,
                    recorded_at_ms: sent + 2 * DAY_MS,
                    matched_at_ms: Some(sent + 2 * DAY_MS),
                }));
            }
        }
        self.card.has_fee = true;
        Ok(())
    }
}

/// Says in the rows themselves how many numbers were given out, so that the next file goes on.
pub(super) async fn counters(tx: &DatabaseTransaction, archive: &Archive) -> anyhow::Result<()> {
    use safe_api::db::counter;
    use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
    for (name, value) in [("permit-reference", archive.references), ("permit-payment", archive.payments)] {
        if let Some(row) = counter::Entity::find_by_id(name.to_owned()).one(tx).await? {
            let mut row = row.into_active_model();
            row.value = Set(value);
            row.update(tx).await?;
        }
    }
    Ok(())
}
