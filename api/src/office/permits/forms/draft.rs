//! What a drafter writes: kind, reasons with their legal bases, facts, conditions.

use super::super::super::field::{Choice, Field, Kind};
use super::{Desk, html};
use crate::error::Result;
use crate::permit::desk::{self, KINDS, kind_fits, letter};

/// Pairs of condition and follow-up that a form offers.
const CONDITIONS: usize = 4;

impl Desk<'_> {
    /// The reason builder: kind, reasons with their legal bases, facts, conditions.
    pub(super) fn draft(&self, step: &str) -> Result<String> {
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
        let reasons = self.state.permits.rows.refusals_of(&self.case.row.procedure, stage, &day).map(|row| {
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
        let word = |basis: &String| letter::basis_word(self.state, basis, self.lang);
        let bases = again.legal_basis.iter().map(word).collect::<Vec<_>>().join("\n");
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
                .hint(self.bases_hint(stage))
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

    /// How a legal basis is written: an example that fits the file, and the texts that are known.
    fn bases_hint(&self, stage: &str) -> String {
        let (rows, day) = (&self.state.permits.rows, self.case.law_day());
        let mut bases =
            rows.refusals_of(&self.case.row.procedure, stage, &day).flat_map(|row| &row.legal_basis);
        let example = bases.find(|basis| basis.contains(':'));
        let example = example.map(|basis| letter::basis_word(self.state, basis, self.lang));
        let texts = self.state.law.acts.iter().map(|act| act.short.get(self.lang.code()));
        let args = crate::i18n::Args::new()
            .with("example", example.unwrap_or_default())
            .with("texts", texts.collect::<Vec<_>>().join(" · "));
        self.lang.text_with("office-permit-legal-basis-hint", &args)
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
                    .check(self.wrongs);
                let field = if *name == "by" { field } else { field.in_lang_of(self.case, step) };
                out.push_str(&html(&[&field])?);
            }
        }
        Ok(out)
    }
}
