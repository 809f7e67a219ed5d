//! The ledger of one file, and its acts in the audit chain.

use safe_api::permit::entity::event;

use super::batch::row;
use super::chain::{Act, What};
use super::plan::DAY_MS;
use super::rows::{Writing, day};

impl Writing<'_> {
    fn act(&mut self, at_ms: i64, actor: usize, what: What) {
        let file = u32::try_from(self.archive.files.len()).unwrap_or(u32::MAX);
        let actor = u8::try_from(actor).unwrap_or(0);
        self.archive.acts.push(Act { at_ms, file, actor, what });
    }

    /// Writes down when each step was taken.
    pub(super) fn ledger(&mut self) {
        let plan = &self.plan;
        let clerk = self.archive.clerk_name(self.card.number);
        let ended = match plan.state {
            "withdrawn" => ("withdrawn", "permit.withdraw"),
            _ => ("recorded", "permit.examined"),
        };
        let noted = plan.closed_ms.filter(|_| plan.issued_ms.is_none() && plan.state != "erased");
        let lines = [
            ("assigned", plan.assigned_ms, "permit.assign"),
            ("items-asked", plan.items_ms, "permit.items"),
            (
                "notice-closed",
                plan.items_ms.filter(|_| plan.state != "missing-items").map(|at| at + DAY_MS),
                "permit.notice-closed",
            ),
            ("examined", plan.examined_ms, "permit.examined"),
            ("advice-asked", plan.advice_ms, "permit.advice-ask"),
            ("advice-received", plan.advice_ms.filter(|_| plan.drafted_ms.is_some()), "permit.advice"),
            ("notice-sent", plan.heard_ms, "permit.notice"),
            (
                "notice-closed",
                plan.heard_ms.filter(|_| plan.state != "notice").map(|at| at + DAY_MS),
                "permit.notice-closed",
            ),
            ("decision-drafted", plan.drafted_ms, "permit.decision-draft"),
            ("decision-checked", plan.issued_ms.map(|at| at - 120_000), "permit.decision-check"),
            ("decided", plan.issued_ms.map(|at| at - 60_000), "permit.decide"),
            ("issued", plan.issued_ms, "permit.issue"),
            (ended.0, noted, ended.1),
        ];
        let deadline = if self.form.noted { "" } else { "decision" };
        if let Some(sent) = plan.submitted_ms {
            self.line(("received", sent), (deadline, "applicant"));
            self.act(sent, 0, What::Submit);
        }
        for (kind, at_ms, action) in lines {
            let Some(at_ms) = at_ms.map(|at| at.min(self.archive.now_ms)) else { continue };
            self.line((kind, at_ms), ("", &clerk.1));
            self.act(at_ms, clerk.0, What::Step(action));
        }
    }

    fn line(&mut self, (kind, at_ms): (&str, i64), (deadline, actor): (&str, &str)) {
        self.batch.event.push(row!(event {
            id: self.archive.random.id(at_ms),
            application_id: self.card.id,
            kind: kind.to_owned(),
            on_day: day(at_ms),
            until_day: None,
            deadline: deadline.to_owned(),
            row_from: "2006-06-09".to_owned(),
            amount: None,
            unit: None,
            actor: actor.to_owned(),
            detail_sealed: None,
            at_ms: at_ms,
        }));
    }
}
