//! What a procedure asks for: from whom, for which reasons, and how old it may be.

use safe_permits::Condition;
use safe_permits::deadline::Period;
use safe_permits::procedure::{Asked, Need, Procedure};

use super::Printer;
use super::marks::inner;
use crate::page::Fact;
use crate::site::join;

/// The message that tells a condition to a reader: `applicant:company` is
/// `permits-when-applicant-company`.
#[must_use]
pub fn condition_message(condition: &Condition) -> String {
    format!("permits-when-{}", condition.to_string().replace([':', '='], "-"))
}

impl Printer<'_, '_> {
    pub(super) fn document(&self, id: &str, procedure: &Procedure, asked: &Asked) -> Option<Fact> {
        let document = self.law.document(&asked.id)?;
        let age = self.law.age_of(id, &asked.id).map(|age| {
            let length = self.length(Some(Period { amount: age.maximum, unit: age.unit }));
            self.site.words.say_with(self.lang, "permits-age", &[("length", &length)])
        });
        let need = self.say(match asked.need {
            Need::Required => "permits-need-required",
            Need::Optional => "permits-need-optional",
            Need::Alternative => "permits-need-alternative",
        });
        let when = asked.when.as_ref().map(|when| self.say(&condition_message(when)));
        let reasons = asked.reasons.iter().filter_map(|id| self.law.reason(id));
        let reasons = reasons.map(|row| &row.title);
        let variants = procedure.variants.iter().filter(|one| asked.variants.contains(&one.id));
        let titles = reasons.chain(variants.map(|one| &one.title));
        let titles: Vec<String> = titles.map(|title| inner(self.lang, self.spoken(title))).collect();
        let only = |titles: &str| {
            let said = self.site.words.say_with(self.lang, "permits-only-for", &[("reasons", titles)]);
            said.trim_end().to_owned()
        };
        let mut head = vec![need, when.unwrap_or_default(), age.unwrap_or_default()];
        let list = match titles.as_slice() {
            [] => String::new(),
            [one] => {
                head.insert(1, only(one));
                String::new()
            }
            many => {
                head.push(only(""));
                let items: String = many.iter().map(|title| format!("<li>{title}</li>")).collect();
                format!("<ul>{items}</ul>")
            }
        };
        let hint = self.words(&document.hint);
        let hint = if hint.is_empty() { hint } else { format!("<p>{hint}</p>") };
        Some(Fact {
            label: self.words(&document.title),
            text: format!("<p>{}</p>{list}{hint}", join(&head, " – ")),
            note: self.basis(&document.proof).into(),
            ..Fact::default()
        })
    }
}
