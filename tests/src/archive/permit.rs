//! What a decision left behind: letters, tasks, the permit and its controls, mails.

use safe_api::permit::entity::{control, delivery, firing, grant, mail, part, task};
use serde_json::json;
use uuid::Uuid;

use super::batch::row;
use super::plan::DAY_MS;
use super::rows::{Writing, day};

impl Writing<'_> {
    pub(super) fn deliveries(&mut self, decision: Uuid, issued: i64) {
        for channel in ["portal", "registered"] {
            let by_post = channel == "registered";
            self.batch.delivery.push(row!(delivery {
                id: self.archive.random.id(issued),
                decision_id: decision,
                channel: channel.to_owned(),
                reference: by_post.then(|| format!("RR{}", self.card.number)),
                state: if by_post { "received" } else { "sent" }.to_owned(),
                sent_at_ms: issued,
                received_on: by_post.then(|| day(issued + 2 * DAY_MS)),
                recorded_by: "system".to_owned(),
            }));
        }
        let kind = if self.card.number.is_multiple_of(2) { "register-report" } else { "decision-copy" };
        let done = !self.card.number.is_multiple_of(7);
        let clerk = self.archive.clerk(self.card.number);
        self.batch.task.push(row!(task {
            id: self.archive.random.id(issued),
            application_id: Some(self.card.id),
            kind: kind.to_owned(),
            once: format!("archive/{decision}"),
            state: if done { "done" } else { "open" }.to_owned(),
            due_on: self.card.number.is_multiple_of(3).then(|| day(issued + 30 * DAY_MS)),
            detail_json: "{}".to_owned(),
            created_at_ms: issued,
            done_at_ms: done.then_some(issued + DAY_MS),
            done_by: done.then_some(clerk),
        }));
    }

    pub(super) fn permit(&mut self, decision: Uuid, issued: i64) -> anyhow::Result<()> {
        let id = self.archive.random.id(issued);
        let state = self.archive.random.weighted(&[
            ("active", 75),
            ("expired", 10),
            ("lapsed", 8),
            ("revoked", 5),
            ("suspended", 2),
        ]);
        let now_ms = self.archive.now_ms;
        let subject = json!({ "text": "Une arme de poing de calibre 9 mm", "weapons": [], "card": "" });
        let acquired_on = (state != "lapsed").then(|| day(issued + 20 * DAY_MS));
        let control_ms = now_ms + self.archive.random.between(30 * DAY_MS, 1_800 * DAY_MS);
        self.batch.grant.push(row!(grant {
            id: id,
            application_id: self.card.id,
            decision_id: decision,
            holder_id: self.archive.people[self.card.person].id,
            number: self.card.reference.clone(),
            procedure: self.form.procedure.clone(),
            model: self.form.model.clone(),
            state: state.to_owned(),
            subject_sealed: self.key.seal(&format!("grant/{id}"), &subject)?,
            issued_on: day(issued),
            ends_on: (state == "expired").then(|| day(now_ms - 10 * DAY_MS)),
            acquire_until: Some(day(issued + 90 * DAY_MS)),
            acquired_on: acquired_on.clone(),
            control_on: Some(day(control_ms)),
            changed_at_ms: issued,
        }));
        self.card.grant = Some(id);
        // The holders of lapsed permits were told long ago.
        if state == "lapsed" {
            self.batch.firing.push(row!(firing {
                application_id: self.card.id,
                deadline: "return-lapsed-permit".to_owned(),
                step: "told".to_owned(),
                fired_at_ms: issued,
            }));
        }
        if self.form.model == "4" {
            for part in ["A", "B"] {
                let place = if part == "A" { "with-holder" } else { "with-authority" };
                self.batch.part.push(row!(part {
                    grant_id: id,
                    weapon: String::new(),
                    part: part.to_owned(),
                    state: place.to_owned(),
                    acquired_on: acquired_on.clone(),
                    serial_sealed: None,
                    returned_on: None,
                    changed_at_ms: issued,
                }));
            }
        }
        if state == "active" && self.card.number.is_multiple_of(10) {
            let waits = self.card.number.is_multiple_of(20);
            let due = if waits { now_ms + 25 * DAY_MS } else { now_ms - 30 * DAY_MS };
            self.batch.control.push(row!(control {
                id: self.archive.random.id(issued),
                grant_id: id,
                cycle_on: day(now_ms - 40 * DAY_MS),
                state: if waits { "invited" } else { "unanswered" }.to_owned(),
                invited_on: day(now_ms - 35 * DAY_MS),
                due_on: day(due),
                reminders: 9,
                application_id: None,
                answered_on: None,
                changed_at_ms: now_ms,
            }));
        }
        Ok(())
    }

    pub(super) fn mails(&mut self) -> anyhow::Result<()> {
        let moments = [("submitted", self.plan.submitted_ms), ("decision", self.plan.issued_ms)];
        for (notification, at_ms) in moments {
            let Some(at_ms) = at_ms else { continue };
            let id = self.archive.random.id(at_ms);
            self.batch.mail.push(row!(mail {
                id: id,
                application_id: Some(self.card.id),
                notification: notification.to_owned(),
                once: format!("{notification}/{}", self.card.id),
                lang: self.card.lang.to_owned(),
                recipient_sealed: self.key.seal(&format!("mail/{id}"), &"personne@exemple.invalid")?,
                values_json: "{}".to_owned(),
                state: "sent".to_owned(),
                attempts: 1,
                created_at_ms: at_ms,
                sent_at_ms: Some(at_ms + 60_000),
            }));
        }
        Ok(())
    }
}
