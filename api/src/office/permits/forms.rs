//! The steps of a file as forms: what each asks for, what was sent, and what was wrong with it.

use std::fmt::{Display, Write};

use super::super::faults::Wrongs;
use super::super::field::{Choice, Choices, Field, Kind};
use crate::account::{Role, Staff};
use crate::app::State;
use crate::error::{Error, Fault, Result};
use crate::i18n::Lang;
use crate::permit::desk::{self, Case, KINDS, advice, after, issue, kind_fits, letter, told};
use crate::permit::entity::delivery;

/// What a browser sends: names may come several times.
pub(super) type Fields = Vec<(String, String)>;

/// Pairs of condition and follow-up that a form offers.
const CONDITIONS: usize = 4;

/// The value of a field.
pub(super) fn value<'f>(fields: &'f Fields, name: &str) -> &'f str {
    fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
}

/// Every value of a field.
pub(super) fn all<'f>(fields: &'f Fields, name: &'f str) -> impl Iterator<Item = &'f str> {
    fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim())
}

/// A step that can be taken now, as a form.
pub(super) struct StepForm {
    /// Its name in the address.
    pub name: &'static str,
    /// Whether it was tried and refused.
    pub failed: bool,
    /// A sentence about it.
    pub explains: Option<String>,
    /// Its fields, as HTML.
    pub html: String,
}

/// A step that was sent and refused: its name, what was sent, what was wrong.
#[derive(Default)]
pub(super) struct Sent<'s> {
    pub step: &'s str,
    pub fields: Fields,
    pub faults: &'s [Fault],
}

/// What the forms are made from.
struct Desk<'d> {
    state: &'d State,
    case: &'d Case,
    lang: Lang,
    sent: &'d Sent<'d>,
    deliveries: &'d [delivery::Model],
    advisers: &'d [crate::account::Account],
}

/// Steps that the state of a file and the roles of a person leave open.
fn open_steps(case: &Case, staff: &Staff, deliveries: &[delivery::Model]) -> Vec<&'static str> {
    let has = |role| staff.person.has(&[role]);
    let (clerk, legal, official) = (has(Role::WeaponsClerk), has(Role::Legal), has(Role::HighOfficial));
    let state = case.row.state.as_str();
    let row = case.open_decision();
    let decision = row.map(|row| row.state.as_str());
    let own = |id: Option<uuid::Uuid>| id == Some(staff.person.id);
    let drafted = own(row.map(|row| row.drafted_by));
    let checked = own(row.and_then(|row| row.checked_by));
    let granted = matches!(state, "granted" | "granted-conditions");
    let grant = case.grant.as_ref().map(|grant| grant.state.as_str());
    let last = case.decisions.iter().find(|row| row.state == "issued");
    let waits = deliveries.iter().any(|row| row.state == "sent" && row.channel != "portal");
    let examined = matches!(state, "completeness" | "drafting");
    let extended = case.events.iter().any(|event| event.kind == "extended");
    [
        ("assign", clerk && state == "submitted"),
        ("items", clerk && state == "completeness"),
        ("admissible", clerk && state == "completeness"),
        ("inadmissible", clerk && state == "completeness"),
        ("advice", clerk && examined && decision.is_none()),
        ("close-notice", clerk && matches!(state, "missing-items" | "notice")),
        ("notice", clerk && state == "drafting" && decision.is_none()),
        ("draft", clerk && state == "drafting" && decision.is_none()),
        ("leave", clerk && state == "drafting" && decision.is_none() && case.grant.is_some()),
        ("check", legal && decision == Some("checking") && !drafted),
        ("return", legal && decision == Some("checking") && !drafted),
        ("decide", official && decision == Some("deciding") && !drafted && !checked),
        ("hold", official && decision == Some("deciding")),
        ("release", official && decision == Some("held")),
        ("send-back", official && matches!(decision, Some("deciding" | "held"))),
        ("cancel", clerk && matches!(decision, Some("checking" | "deciding" | "held"))),
        ("issue", clerk && decision == Some("decided")),
        ("extend", official && !extended && case.row.due_on.is_some() && case.row.closed_at_ms.is_none()),
        ("deliver", clerk && last.is_some()),
        ("received", clerk && waits),
        (
            "appeal",
            clerk
                && decision.is_none()
                && state != "appealed"
                && case.row.closed_at_ms.is_some()
                && last.is_some_and(|row| !row.appeal.is_empty()),
        ),
        ("appeal-decided", clerk && state == "appealed"),
        ("examine", clerk && granted && matches!(grant, Some("active" | "suspended"))),
        ("lift", official && granted && grant == Some("suspended")),
        ("part-back", clerk && case.grant.as_ref().is_some_and(|grant| grant.model == "4")),
        ("legal-hold", legal && case.row.legal_hold.is_none()),
        ("legal-release", legal && case.row.legal_hold.is_some()),
    ]
    .into_iter()
    .filter_map(|(step, open)| open.then_some(step))
    .collect()
}

/// The forms of every step that is open.
///
/// # Errors
/// A part cannot be shown.
pub(super) fn forms(
    state: &State,
    staff: &Staff,
    case: &Case,
    sent: &Sent<'_>,
    (deliveries, advisers): (&[delivery::Model], &[crate::account::Account]),
) -> Result<Vec<StepForm>> {
    let desk = Desk { state, case, lang: staff.person.lang, sent, deliveries, advisers };
    open_steps(case, staff, deliveries).into_iter().map(|step| desk.form(step)).collect()
}

/// Faults of a step, at the elements of its form.
pub(super) fn wrongs(sent: &Sent<'_>, lang: Lang) -> Wrongs {
    let own: Vec<Fault> = sent
        .faults
        .iter()
        .map(|fault| Fault { field: format!("{}-{}", sent.step, fault.field), ..fault.clone() })
        .collect();
    Wrongs::plain(&own, lang)
}

impl Desk<'_> {
    fn t(&self, id: &str) -> String {
        self.lang.text(id)
    }

    /// What stood in a field when the step was refused.
    fn kept(&self, step: &str, name: &str) -> String {
        if self.sent.step == step { value(&self.sent.fields, name).to_owned() } else { String::new() }
    }

    fn kept_all(&self, step: &str, name: &str) -> Vec<String> {
        if self.sent.step != step {
            return Vec::new();
        }
        all(&self.sent.fields, name).map(str::to_owned).collect()
    }

    fn wrongs(&self, step: &str) -> Wrongs {
        if self.sent.step == step { wrongs(self.sent, self.lang) } else { Wrongs::default() }
    }

    fn field(&self, step: &str, name: &str, label: &str, kind: Kind) -> Field {
        Field::new(&format!("{step}-{name}"), name, self.t(label))
            .kind(kind)
            .value(self.kept(step, name))
            .check(&self.wrongs(step))
    }

    fn choices(&self, (step, name): (&str, &str), legend: &str, many: bool, items: Vec<Choice>) -> Choices {
        let id = format!("{step}-{name}");
        Choices {
            error: self.wrongs(step).at(&id),
            id,
            name: name.to_owned(),
            legend: self.t(legend),
            hint: None,
            many,
            columns: false,
            items,
        }
    }

    fn form(&self, step: &'static str) -> Result<StepForm> {
        let explains = [
            "decide",
            "issue",
            "advice",
            "deliver",
            "received",
            "appeal-decided",
            "cancel",
            "leave",
            "legal-hold",
        ];
        Ok(StepForm {
            name: step,
            failed: self.sent.step == step,
            explains: explains.contains(&step).then(|| self.t(&format!("office-permit-explain-{step}"))),
            html: self.parts(step)?,
        })
    }

    fn parts(&self, step: &'static str) -> Result<String> {
        let area = |label| self.field(step, "text", label, Kind::Area(6));
        let day = |name, label| self.field(step, name, label, Kind::Input("date"));
        let line = |name, label| self.field(step, name, label, Kind::Input("text"));
        match step {
            "items" | "inadmissible" | "notice" | "return" | "send-back" | "cancel" | "examine" | "leave"
            | "lift" | "legal-hold" | "legal-release" => {
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
                ])
            }
            "received" => html(&[
                &self.field(step, "delivery", "office-permit-delivery", Kind::Select(self.letters())),
                &day("received", "office-permit-received-on").hint(self.t("office-permit-received-hint")),
            ]),
            "part-back" => {
                let options = [("B", "permits-part-b"), ("A", "permits-part-a")]
                    .map(|(part, words)| (part.to_owned(), self.t(words)));
                html(&[
                    &self.field(step, "part", "office-permit-part", Kind::Select(options.to_vec())),
                    &day("day", "office-permit-part-day"),
                    &line("serial", "permits-serial").optional(self.t("office-permit-optional")),
                ])
            }
            "appeal" => html(&[&day("day", "office-permit-appeal-day")]),
            "appeal-decided" => {
                let options = after::RESULTS
                    .iter()
                    .map(|one| ((*one).to_owned(), self.t(&format!("office-permit-appeal-{one}"))));
                html(&[
                    &self.field(
                        step,
                        "result",
                        "office-permit-appeal-result",
                        Kind::Select(options.collect()),
                    ),
                    &area("office-permit-text"),
                ])
            }
            "advice" => self.advice(step),
            "draft" => self.draft(step),
            _ => Ok(String::new()),
        }
    }

    /// Letters whose proof of receipt is still awaited.
    fn letters(&self) -> Vec<(String, String)> {
        let waits = self.deliveries.iter().filter(|row| row.state == "sent" && row.channel != "portal");
        let words = |row: &delivery::Model| {
            let channel = self.t(&format!("office-permit-channel-{}", row.channel));
            (row.id.to_string(), format!("{channel} {}", row.reference.as_deref().unwrap_or_default()))
        };
        waits.map(words).collect()
    }

    /// Opinions that the procedure provides for, whom to ask, and what goes with the question.
    fn advice(&self, step: &str) -> Result<String> {
        let day = self.case.law_day();
        let law = self.state.law.on(self.case.today);
        let mut rows = Vec::new();
        for row in self.state.permits.rows.advice_of(&self.case.row.procedure, &day) {
            let who =
                law.authority(&row.adviser).map_or(row.adviser.as_str(), |a| a.title.get(self.lang.code()));
            let need = self.t(&format!("permits-fact-advice-{}", row.need));
            let none = ["none".to_owned()];
            let places = if row.places.is_empty() { none.as_slice() } else { row.places.as_slice() };
            for place in places {
                let place_word = self.t(&format!("office-permit-place-{place}"));
                rows.push((format!("{}~{place}", row.id), format!("{who}, {place_word} ({need})")));
            }
        }
        let people =
            self.advisers.iter().map(|one| (one.email.clone(), format!("{} – {}", one.name, one.email)));
        let shared = self.kept_all(step, "pages");
        let pages = told::pages(self.state, self.case, self.lang).into_iter().map(|page| {
            let words = page.rows.iter().map(|(label, _)| label.as_str()).collect::<Vec<_>>().join(", ");
            Choice::new("advice-pages", &page.id, page.title, shared.contains(&page.id)).hint(words)
        });
        let shared_papers = self.kept_all(step, "papers");
        let papers = self.case.papers.iter().filter(|paper| paper.row.purpose != "decision").map(|paper| {
            let id = paper.row.id.to_string();
            let on = shared_papers.contains(&id);
            Choice::new("advice-papers", &id, self.document(&paper.row.document), on).hint(paper.name.clone())
        });
        let pages = self.choices((step, "pages"), "office-permit-share-pages", true, pages.collect());
        let papers = self.choices((step, "papers"), "office-permit-share-papers", true, papers.collect());
        html(&[
            &self.field(step, "advice", "office-permit-advice-row", Kind::Select(rows)),
            &self.field(step, "adviser", "office-permit-adviser", Kind::Select(people.collect())),
            &self
                .field(step, "question", "office-permit-question", Kind::Area(5))
                .hint(self.t("office-permit-question-hint"))
                .in_lang_of(self.case, step),
            &pages,
            &papers,
        ])
    }

    fn document(&self, id: &str) -> String {
        let row = self.state.law.documents.iter().find(|row| row.id == id);
        let own = || self.lang.find(&format!("office-permit-document-{id}"));
        row.map(|row| row.title.get(self.lang.code()).to_owned())
            .or_else(own)
            .unwrap_or_else(|| id.to_owned())
    }

    /// The reason builder: kind, reasons with their legal bases, facts, conditions.
    fn draft(&self, step: &str) -> Result<String> {
        let again = self.again();
        let given = |name: &str, before: &str| {
            if self.sent.step == step { self.kept(step, name) } else { before.to_owned() }
        };
        let kinds = KINDS.iter().filter(|(kind, _)| kind_fits(self.case, kind)).map(|(kind, _)| {
            let words = self.t(&format!("office-permit-kind-{kind}"));
            Choice::new("draft-kind", kind, words, self.kept(step, "kind") == *kind)
        });
        let kinds = self.choices((step, "kind"), "office-permit-kind", false, kinds.collect());
        let stage =
            if self.case.row.admissible.as_deref() == Some("no") { "inadmissible" } else { "refusal" };
        let chosen =
            if self.sent.step == step { self.kept_all(step, "refusals") } else { again.refusals.clone() };
        let day = self.case.law_day();
        let reasons = self.state.permits.rows.refusals_of(stage, &day).map(|row| {
            let title = row.title.get(self.lang.code()).to_owned();
            let basis = row.legal_basis.iter().map(|one| letter::basis_word(self.state, one, self.lang));
            let mut hint = basis.collect::<Vec<_>>().join(" · ");
            if row.imi {
                hint = format!("{hint} · {}", self.t("office-permit-reason-imi"));
            }
            Choice::new("draft-refusals", &row.id, title, chosen.contains(&row.id)).hint(hint)
        });
        let reasons = self.choices((step, "refusals"), "office-permit-refusals", true, reasons.collect());
        let optional = self.t("office-permit-optional");
        let field = |name: &str, label: &str, kind: Kind, before: &str| {
            let mut field = self.field(step, name, label, kind);
            field.value = given(name, before);
            field
        };
        let bases = again.legal_basis.join("\n");
        let mut out = html(&[
            &kinds,
            &reasons,
            &field("subject", "office-permit-subject", Kind::Area(2), &again.subject)
                .hint(self.t("office-permit-subject-hint"))
                .in_lang_of(self.case, step),
            &field("reasons", "office-permit-reasons", Kind::Area(8), &again.reasons)
                .hint(self.t("office-permit-reasons-hint"))
                .in_lang_of(self.case, step),
            &field("destination", "office-permit-destination", Kind::Area(2), &again.destination)
                .hint(self.t("office-permit-destination-hint"))
                .optional(optional.clone())
                .in_lang_of(self.case, step),
            &field("legal_basis", "office-permit-legal-basis", Kind::Area(3), &bases)
                .hint(self.t("office-permit-legal-basis-hint"))
                .optional(optional.clone()),
        ])?;
        if stage == "refusal" {
            out.push_str(&self.conditions(step, &again)?);
            let end = field("reason", "office-permit-reason-end", Kind::Input("text"), &again.reason);
            out.push_str(&html(&[&end
                .hint(self.t("office-permit-reason-end-hint"))
                .optional(optional)
                .in_lang_of(self.case, step)])?);
        }
        Ok(out)
    }

    /// What the last draft said, when it was given back: it is written on, not anew.
    fn again(&self) -> desk::Drafted {
        let last = self.case.decisions.first().filter(|row| row.state == "cancelled");
        last.and_then(|row| desk::Body::open(self.case, row).ok()).map(|body| body.given).unwrap_or_default()
    }

    fn conditions(&self, step: &str, again: &desk::Drafted) -> Result<String> {
        let names = ["condition", "follow_up", "by"];
        let kept = names.map(|name| self.kept_all(step, name));
        let mut out = String::new();
        for row in 0..CONDITIONS {
            let before = again.conditions.get(row);
            for (at, name) in names.iter().enumerate() {
                let old = before.map(|one| [&one.text, &one.follow_up, &one.by][at].clone());
                let value = if self.sent.step == step { kept[at].get(row).cloned() } else { old };
                let id = if row == 0 { format!("{step}-{name}") } else { format!("{step}-{name}-{row}") };
                let label = self.lang.text_with(
                    &format!("office-permit-{}", name.replace('_', "-")),
                    &crate::i18n::Args::new().number("number", i64::try_from(row + 1).unwrap_or(0)),
                );
                let kind = Kind::Input(if *name == "by" { "date" } else { "text" });
                let field = Field::new(&id, name, label)
                    .kind(kind)
                    .value(value.unwrap_or_default())
                    .optional(self.t("office-permit-optional"))
                    .check(&self.wrongs(step));
                let field = if *name == "by" { field } else { field.in_lang_of(self.case, step) };
                out.push_str(&html(&[&field])?);
            }
        }
        Ok(out)
    }
}

impl Field {
    /// What the applicant or the letter will say is written in the language of the file.
    fn in_lang_of(self, case: &Case, step: &str) -> Self {
        let inner =
            ["return", "send-back", "cancel", "examine", "leave", "lift", "legal-hold", "legal-release"];
        if inner.contains(&step) {
            return self;
        }
        self.in_lang(Lang::parse(&case.row.lang).unwrap_or(Lang::FR))
    }
}

/// Parts of a form, one after the other.
fn html(parts: &[&dyn Display]) -> Result<String> {
    let mut out = String::new();
    for part in parts {
        write!(out, "{part}").map_err(|error| Error::Internal(error.into()))?;
    }
    Ok(out)
}

/// What a drafter filled in.
pub(super) fn drafted(fields: &Fields) -> desk::Drafted {
    let list = |name: &'static str| all(fields, name).collect::<Vec<_>>();
    let (texts, follows, days) = (list("condition"), list("follow_up"), list("by"));
    let rows = texts.len().max(follows.len()).max(days.len()).min(40);
    let at = |list: &[&str], row: usize| list.get(row).copied().unwrap_or_default().to_owned();
    let condition = |row: usize| desk::Condition {
        text: at(&texts, row),
        follow_up: at(&follows, row),
        by: at(&days, row),
    };
    let filled =
        |one: &desk::Condition| !one.text.is_empty() || !one.follow_up.is_empty() || !one.by.is_empty();
    let lines = value(fields, "legal_basis").lines().map(str::trim).filter(|line| !line.is_empty());
    desk::Drafted {
        subject: value(fields, "subject").to_owned(),
        refusals: all(fields, "refusals").filter(|id| !id.is_empty()).map(str::to_owned).collect(),
        reasons: value(fields, "reasons").to_owned(),
        conditions: (0..rows).map(condition).filter(filled).collect(),
        reason: value(fields, "reason").to_owned(),
        destination: value(fields, "destination").to_owned(),
        legal_basis: lines.map(str::to_owned).collect(),
    }
}

/// What a handler asks of an adviser.
pub(super) fn ask(fields: &Fields) -> advice::Ask {
    let (row, place) = value(fields, "advice").split_once('~').unwrap_or_default();
    advice::Ask {
        advice: row.to_owned(),
        place: place.to_owned(),
        adviser: value(fields, "adviser").to_owned(),
        text: value(fields, "question").to_owned(),
        pages: all(fields, "pages").map(str::to_owned).collect(),
        papers: all(fields, "papers").filter_map(|id| id.parse().ok()).collect(),
    }
}
