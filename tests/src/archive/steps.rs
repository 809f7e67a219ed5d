//! What the office did with a file: opinions, notices, the decision by three persons.

use safe_api::account::digest;
use safe_api::permit::desk::{Body, Drafted};
use safe_api::permit::entity::{advice, decision, notice};
use serde_json::json;

use super::batch::row;
use super::plan::DAY_MS;
use super::rows::{Writing, day};

impl Writing<'_> {
    pub(super) fn opinions(&mut self) -> anyhow::Result<()> {
        let Some(asked) = self.plan.advice_ms else { return Ok(()) };
        for (advice, authority, place) in [
            ("detention-local-police", "local-police", "residence"),
            ("detention-prosecutor", "public-prosecutor", "none"),
        ] {
            if place == "none" && !self.archive.random.percent(50) {
                continue;
            }
            let id = self.archive.random.id(asked);
            let (name, adviser) = self.archive.adviser(self.card.number);
            let waits = self.plan.state == "advice";
            let answered = asked + self.archive.random.between(5 * DAY_MS, 30 * DAY_MS);
            let answered = (!waits).then_some(answered.min(self.archive.now_ms));
            let question = json!({ "asks": ["behaviour", "storage"], "text": "Merci de votre avis. ".repeat(8), "facts":
                [["Nom", "Exemple"], ["Domicile", "Rue de la Loi 1, 1000 Bruxelles"]], "papers": [] });
            self.batch.advice.push(row!(advice {
                id: id,
                application_id: self.card.id,
                advice: advice.to_owned(),
                row_from: "2006-06-09".to_owned(),
                authority: authority.to_owned(),
                place: place.to_owned(),
                adviser_id: Some(adviser),
                token_hash: None,
                question_sealed: self.key.seal(&format!("advice/{id}"), &question)?,
                asked_by: self.archive.clerk(self.card.number),
                sent_at_ms: asked,
                due_on: Some(day(asked + 90 * DAY_MS)),
                reminders: 9,
                received_at_ms: answered,
                result: answered.map(|_| "favourable".to_owned()),
                text_sealed: answered
                    .map(|_| self.key.seal(&format!("advice-answer/{id}"), &"Rien à signaler. ".repeat(20)))
                    .transpose()?,
                applicant_sees: 1,
                answered_by: answered.map(|_| name.clone()),
            }));
            self.card.opinion = Some(id);
        }
        Ok(())
    }

    pub(super) fn notices(&mut self) -> anyhow::Result<()> {
        for (kind, sent, open) in [
            ("missing-items", self.plan.items_ms, self.plan.state == "missing-items"),
            ("before-adverse", self.plan.heard_ms, self.plan.state == "notice"),
        ] {
            let Some(sent) = sent else { continue };
            let id = self.archive.random.id(sent);
            let answered = (!open).then_some(sent + DAY_MS);
            self.batch.notice.push(row!(notice {
                id: id,
                application_id: self.card.id,
                kind: kind.to_owned(),
                state: if open { "open" } else { "answered" }.to_owned(),
                text_sealed: self
                    .key
                    .seal(&format!("notice/{id}"), &"Il nous manque une pièce. ".repeat(10))?,
                items_json: "[]".to_owned(),
                sent_by: self.archive.clerk(self.card.number),
                sent_at_ms: sent,
                // What was closed was over before the decision, also in a file that was cut short.
                due_on: day(if open { self.archive.now_ms + 20 * DAY_MS } else { sent - DAY_MS }),
                answer_sealed: answered
                    .map(|_| self.key.seal(&format!("notice-answer/{id}"), &"La voici. ".repeat(10)))
                    .transpose()?,
                answered_at_ms: answered,
                snapshot_sealed: None,
                closed_at_ms: answered,
            }));
            self.card.notice = Some(id);
        }
        Ok(())
    }

    pub(super) fn decision(&mut self, with_bytes: bool) -> anyhow::Result<()> {
        let Some(drafted) = self.plan.drafted_ms else { return Ok(()) };
        let id = self.archive.random.id(drafted);
        let (adverse, kind) = match self.plan.state {
            "refused" | "appealed" => (true, "refuse"),
            "inadmissible" => (true, "inadmissible"),
            "granted-conditions" => (true, "grant-conditions"),
            _ => (false, "grant"),
        };
        let issued = self.plan.issued_ms;
        let given = Drafted {
            subject: "Une arme de poing de calibre 9 mm".to_owned(),
            reasons: "Les conditions de la loi ont été examinées une à une. ".repeat(12),
            ..Drafted::default()
        };
        let letter = issued.map(|_| self.archive.letter.clone());
        let body = Body { given, letter, remark: String::new() };
        let code = format!("archive-{id}");
        let paper = self.archive.random.id(drafted + 1);
        let (clerk, jurist, official) = self.archive.three(self.card.number);
        let signed = issued.map(|at| at - 60_000);
        self.batch.decision.push(row!(decision {
            id: id,
            application_id: self.card.id,
            kind: kind.to_owned(),
            state: if issued.is_some() { "issued" } else { "checking" }.to_owned(),
            lang: self.card.lang.to_owned(),
            body_sealed: self.key.seal(&format!("decision/{id}"), &body)?,
            reasons_json: "[]".to_owned(),
            refusals_json: "[]".to_owned(),
            drafted_by: clerk,
            drafted_at_ms: drafted,
            checked_by: issued.map(|_| jurist),
            checked_at_ms: signed,
            decided_by: issued.map(|_| official),
            decided_at_ms: signed,
            decided_on: signed.map(day),
            issued_at_ms: issued,
            pdf_document_id: issued.map(|_| paper),
            pdf_sha256: issued.map(|_| self.archive.letter_sha256.clone()),
            verification: issued.map(|_| digest(&code)),
            appeal: if adverse { "appeal-minister" } else { "" }.to_owned(),
            version: 4,
            pdf_attempts: 0,
            pdf_next_at_ms: 0,
        }));
        self.card.decision = Some(id);
        let Some(issued) = issued else { return Ok(()) };
        self.paper(paper, ("decision", "-", "decision", "application-file"), issued, with_bytes)?;
        (self.card.code, self.card.letter) = (Some(code), with_bytes.then_some(paper));
        self.card.can_appeal = adverse;
        self.deliveries(id, issued);
        if kind.starts_with("grant") {
            self.permit(id, issued)?;
        }
        Ok(())
    }
}
