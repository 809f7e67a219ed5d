//! Which documents follow from the answers, and how old they may be.

use jiff::civil::Date;
use serde_json::Value;

use super::{Answers, Context, FieldType};
use crate::condition::Condition;
use crate::deadline::Unit;
use crate::procedure::{Age, Asked, Document, Need, Per};
use crate::reference::Reason;
use crate::row::Dated;

/// A place for a document: of the applicant, or of one row of a list.
#[derive(Debug, Clone)]
pub struct Slot<'a> {
    /// How the procedure asks for it.
    pub asked: &'a Asked,
    /// Document.
    pub document: &'a Dated<Document>,
    /// Row of the list, or `-`.
    pub slot: String,
    /// The row itself, which says whose or which; none for the applicant.
    pub row: Option<&'a Answers>,
    /// Whether the file cannot be sent without it.
    pub required: bool,
}

/// How a document stands against its maximum age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgeState {
    /// No limit, or far from it.
    Fine,
    /// It becomes too old within a month: the last good day of application.
    Soon(Date),
    /// Too old: it must be of this day at the earliest.
    TooOld(Date),
}

impl Slot<'_> {
    /// How a date on this document stands today.
    #[must_use]
    pub fn age(&self, context: &Context<'_>, dated_on: Date) -> AgeState {
        let Some(age) = context.law.age_of(&context.procedure.id, &self.document.id) else {
            return AgeState::Fine;
        };
        let today = context.today;
        if dated_on < earliest(age, today) {
            return AgeState::TooOld(earliest(age, today));
        }
        let last = last_good(age, dated_on);
        if last <= Unit::Months.after(today, 1) { AgeState::Soon(last) } else { AgeState::Fine }
    }
}

/// The oldest day that a document may have on a day of application.
fn earliest(age: &Age, application: Date) -> Date {
    age.unit.after(application, -age.maximum)
}

/// The last day of application for which a document is young enough. It is counted back
/// from the application as the rule says: counting on from the day of the document would
/// lose days at the end of short months.
fn last_good(age: &Age, dated: Date) -> Date {
    let mut last = age.unit.after(dated, age.maximum);
    while let Ok(next) = last.tomorrow() {
        if earliest(age, next) > dated {
            break;
        }
        last = next;
    }
    last
}

/// The documents that are asked for now. `handed` are ids of documents of which something
/// was handed in; what was handed in and is no longer asked for keeps its place.
#[must_use]
pub fn needs<'a>(context: &Context<'a>, handed: &[String]) -> Vec<Slot<'a>> {
    let need = Needs { context, handed, reasons: context.reasons() };
    let mut slots = Vec::new();
    for asked in &context.procedure.documents {
        let Some(document) = context.law.document(&asked.id) else { continue };
        let applies = need.applies(asked).filter(|_| !need.is_exempt(&asked.id));
        if applies.is_none() && !handed.contains(&asked.id) {
            continue;
        }
        let required =
            applies == Some(Sure(true)) && asked.need == Need::Required && !need.is_replaced(asked);
        for (slot, row) in context.places(document) {
            slots.push(Slot { asked, document, slot, row, required });
        }
    }
    slots
}

/// Whether the answers tell that a document applies, or leave it open.
#[derive(Clone, Copy, PartialEq)]
struct Sure(bool);

struct Needs<'c, 'a> {
    context: &'c Context<'a>,
    handed: &'c [String],
    reasons: Option<Vec<&'a str>>,
}

impl Needs<'_, '_> {
    /// Whether a document applies; none when the answers exclude it.
    fn applies(&self, asked: &Asked) -> Option<Sure> {
        let by_reason = within(&asked.reasons, self.reasons.as_deref());
        let variant = self.context.answers.get("variant").and_then(Value::as_str);
        let variant = variant.filter(|id| !id.is_empty()).map(|id| vec![id]);
        let by_variant = within(&asked.variants, variant.as_deref());
        let holds = asked.when.as_ref().is_none_or(|when| self.holds(when));
        if by_reason == Some(false) || by_variant == Some(false) || !holds {
            return None;
        }
        Some(Sure(by_reason.is_some() && by_variant.is_some()))
    }

    fn holds(&self, condition: &Condition) -> bool {
        let context = self.context;
        match condition {
            Condition::Applicant(kind) => *kind == context.applicant(),
            Condition::Reason(id) => self.reasons.as_ref().is_some_and(|given| given.contains(&id.as_str())),
            Condition::Weapon(nature) => context
                .rows_per(Per::Weapon)
                .iter()
                .any(|row| row.get("nature").and_then(Value::as_str) == Some(nature)),
            Condition::Answer(field, option) => context.says(field, option),
            Condition::OfficialIdentity => context.identity.official,
            Condition::Document(id) => self.is_in(id),
        }
    }

    /// Whether a document was handed in that the file asks for: a paper left over from
    /// answers that were changed since stands for nothing.
    fn is_in(&self, id: &str) -> bool {
        let asks = |asked: &Asked| {
            let by_document = matches!(asked.when, Some(Condition::Document(_)));
            asked.id == id && !by_document && self.applies(asked).is_some()
        };
        self.handed.iter().any(|one| one == id) && self.context.procedure.documents.iter().any(asks)
    }

    fn is_exempt(&self, document: &str) -> bool {
        let law = self.context.law;
        let by_row = law
            .exemptions()
            .any(|row| row.documents.iter().any(|id| id == document) && self.holds(&row.when));
        let by_other = |other: &Asked| {
            let exempts =
                |row: &Dated<Document>| row.exempts.iter().any(|id| id == document) && self.is_in(&other.id);
            law.document(&other.id).is_some_and(exempts)
        };
        by_row || self.context.procedure.documents.iter().any(by_other)
    }

    fn is_replaced(&self, asked: &Asked) -> bool {
        let others = &self.context.procedure.documents;
        asked.unless.iter().any(|id| self.is_in(id))
            || others.iter().any(|other| other.replaces.contains(&asked.id) && self.is_in(&other.id))
    }
}

/// Whether a restricted document applies: yes, no, or the answers do not tell.
fn within<T: AsRef<str>>(only: &[String], given: Option<&[T]>) -> Option<bool> {
    if only.is_empty() {
        return Some(true);
    }
    given.map(|given| given.iter().any(|one| only.iter().any(|id| id == one.as_ref())))
}

impl<'a> Context<'a> {
    /// The reasons given. None when the form does not ask and the procedure has several.
    fn reasons(&self) -> Option<Vec<&'a str>> {
        let possible = &self.procedure.reasons;
        // Reasons that an option is, or that the document of an option shows.
        let shown_by = |option: &str| -> Vec<&'a str> {
            let shows = |row: &&Dated<Reason>| row.id == option || row.shown_by.iter().any(|id| id == option);
            self.law.reasons().filter(shows).map(|row| row.id.as_str()).collect()
        };
        let mut asks = false;
        let mut given: Vec<&'a str> = Vec::new();
        for field in self.fields().filter(|f| matches!(f.kind, FieldType::Choice | FieldType::Choices)) {
            // A field asks for reasons when each option is one, or a document that shows one.
            asks |= field.options.iter().all(|option| !shown_by(&option.id).is_empty());
            for option in field.options.iter().filter(|option| self.says(&field.id, &option.id)) {
                given.extend(shown_by(&option.id).into_iter().filter(|id| possible.iter().any(|p| p == id)));
            }
        }
        match possible.as_slice() {
            _ if asks || !given.is_empty() => Some(given),
            [only] => Some(vec![only]),
            [] => Some(given),
            _ => None,
        }
    }

    /// The rows for each of which a document is asked.
    fn rows_per(&self, per: Per) -> Vec<&'a Answers> {
        let wanted = |list: &str| match per {
            Per::Weapon => list.ends_with("-weapon"),
            Per::Officer => list == "officer",
            Per::Cohabitant => list == "cohabitant",
            Per::Applicant => false,
        };
        let fields = self.fields().filter(|field| field.list.as_deref().is_some_and(wanted));
        fields.flat_map(|field| self.rows(&field.id)).collect()
    }

    /// The places of a document: key of the row, and the row.
    fn places(&self, document: &Document) -> Vec<(String, Option<&'a Answers>)> {
        if document.per == Per::Applicant {
            return vec![("-".to_owned(), None)];
        }
        let text =
            |row: &Answers, name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        self.rows_per(document.per)
            .into_iter()
            // Consent is asked online; only the paper that replaces it is handed in.
            .filter(|row| document.per != Per::Cohabitant || text(row, "route") == "paper")
            .map(|row| (text(row, "row"), Some(row)))
            .collect()
    }
}
