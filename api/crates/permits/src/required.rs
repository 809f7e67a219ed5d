//! Which documents a file needs, and how old they may be.

use jiff::civil::Date;

use crate::form::{Draft, FieldType, Form, Handed, Shown};
use crate::procedure::{Age, Asked, Document, Exemption, Need, Per};
use crate::reference::Reason;
use crate::row::Dated;

/// Why a document is not asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Excused<'l> {
    /// A row says so.
    Exempt(&'l Dated<Exemption>),
    /// This document was handed in and makes it unnecessary.
    By(&'l str),
}

/// How a document comes into the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Collected {
    /// It is uploaded on a page of its own.
    Uploaded,
    /// Each person is invited and answers for themselves.
    Elsewhere,
}

/// A document as a file needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted<'l> {
    /// How the procedure asks for it.
    pub asked: &'l Asked,
    /// The document.
    pub document: &'l Dated<Document>,
    /// Whether this file needs it.
    pub need: Need,
    /// Whether the answers do not tell: it depends on the situation.
    pub depends: bool,
    /// Row of the list it belongs to, from 0.
    pub of: usize,
    /// How many the file has: one for each weapon, or one.
    pub copies: usize,
    /// How old it may be on the day of application.
    pub age: Option<&'l Dated<Age>>,
    /// How it comes into the file.
    pub collected: Collected,
    /// Why it is not asked for after all.
    pub excused: Option<Excused<'l>>,
}

impl Wanted<'_> {
    /// Whether the file cannot do without it.
    #[must_use]
    pub fn is_required(&self) -> bool {
        self.need == Need::Required && self.excused.is_none()
    }

    /// What was handed in of it.
    #[must_use]
    pub fn handed<'h>(&self, handed: &'h [Handed]) -> Option<&'h Handed> {
        handed.iter().find(|one| one.document == self.document.id && one.of == self.of)
    }

    /// How its day fits a day of application.
    #[must_use]
    pub fn freshness(&self, dated: Date, application: Date) -> Freshness {
        self.age.map_or(Freshness::Good { until: None }, |age| freshness(age, dated, application))
    }
}

/// How the day of a document fits a day of application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// It is good; after `until` it is too old.
    Good {
        /// Last day of application for which it is good; none when age does not matter.
        until: Option<Date>,
    },
    /// It is too old.
    TooOld {
        /// The oldest day it may have.
        earliest: Date,
    },
}

/// The oldest day that a document may have.
#[must_use]
pub fn earliest(age: &Age, application: Date) -> Date {
    age.unit.after(application, -age.maximum)
}

/// How the day of a document fits a day of application. The age is counted back from the
/// application, so the last good day is found the same way: counting on from the day of
/// the document would lose days at the end of short months.
#[must_use]
pub fn freshness(age: &Age, dated: Date, application: Date) -> Freshness {
    let oldest = earliest(age, application);
    if dated < oldest {
        return Freshness::TooOld { earliest: oldest };
    }
    let mut until = age.unit.after(dated, age.maximum);
    while let Ok(next) = until.tomorrow() {
        if earliest(age, next) > dated {
            break;
        }
        until = next;
    }
    Freshness::Good { until: Some(until) }
}

/// Whether a row of a restricted document applies: yes, no, or the answers do not tell.
fn within<T: AsRef<str>>(only: &[String], given: Option<&[T]>) -> Option<bool> {
    if only.is_empty() {
        return Some(true);
    }
    given.map(|given| given.iter().any(|one| only.iter().any(|id| id == one.as_ref())))
}

impl<'l> Form<'l> {
    /// The reasons given. None when the form does not ask and the procedure has several.
    pub(crate) fn reasons(&self, shown: &Shown<'l>, draft: &Draft) -> Option<Vec<&'l str>> {
        let all = &self.procedure.reasons;
        // Reasons that an option is, or that the document of an option shows.
        let shown_by = |option: &str| -> Vec<&'l str> {
            let shows = |row: &&Dated<Reason>| row.id == option || row.shown_by.iter().any(|id| id == option);
            self.law.reasons().filter(shows).map(|row| row.id.as_str()).collect()
        };
        let mut asks = false;
        let mut given: Vec<&'l str> = Vec::new();
        for field in shown.pages.iter().flat_map(|(_, fields)| fields) {
            if !matches!(field.kind, FieldType::Choice | FieldType::Choices) {
                continue;
            }
            // A field asks for reasons when each option is one, or a document that shows one.
            asks |= field.options.iter().all(|option| !shown_by(&option.id).is_empty());
            let Some(answer) = draft.get(&field.id) else { continue };
            for option in field.options.iter().filter(|option| answer.holds(&option.id)) {
                let named = shown_by(&option.id).into_iter();
                given.extend(named.filter(|id| all.iter().any(|one| one == id)));
            }
        }
        if asks || !given.is_empty() {
            return Some(given);
        }
        match all.as_slice() {
            [only] => Some(vec![only]),
            [] => Some(Vec::new()),
            _ => None,
        }
    }

    /// The documents of the file, also those that it is excused from.
    #[must_use]
    pub fn wanted(&self, draft: &Draft, handed: &[Handed]) -> Vec<Wanted<'l>> {
        let shown = self.shown(draft);
        let reasons = self.reasons(&shown, draft);
        let variant = Some(draft.text("variant")).filter(|id| !id.is_empty()).map(|id| vec![id]);
        let mut all: Vec<Wanted<'l>> = Vec::new();
        for asked in &self.procedure.documents {
            let by_reason = within(&asked.reasons, reasons.as_deref());
            let by_variant = within(&asked.variants, variant.as_deref());
            let by_condition =
                asked.when.as_ref().is_none_or(|when| self.applies(when, &shown, draft, handed));
            if by_reason == Some(false) || by_variant == Some(false) || !by_condition {
                continue;
            }
            let Some(document) = self.law.document(&asked.id) else { continue };
            let depends = by_reason.is_none() || by_variant.is_none();
            let need = if depends && asked.need == Need::Required { Need::Optional } else { asked.need };
            let age = self.law.age_of(&self.procedure.id, &asked.id);
            let (pages, copies, collected) = self.how_many(document.per, &shown, draft);
            all.extend((0..pages).map(|of| Wanted {
                asked,
                document,
                need,
                depends,
                of,
                copies,
                age,
                collected,
                excused: None,
            }));
        }
        let excuses: Vec<_> =
            all.iter().map(|wanted| self.excuse(wanted, &all, &shown, draft, handed)).collect();
        for (wanted, excuse) in all.iter_mut().zip(excuses) {
            wanted.excused = excuse;
        }
        all
    }

    /// Pages, copies, and how they come in.
    fn how_many(&self, per: Per, shown: &Shown<'l>, draft: &Draft) -> (usize, usize, Collected) {
        let rows = self.rows_for(per, shown, draft);
        match per {
            Per::Applicant => (1, 1, Collected::Uploaded),
            Per::Weapon => (1, rows.len().max(1), Collected::Uploaded),
            Per::Officer => (rows.len().max(1), 1, Collected::Uploaded),
            Per::Cohabitant => (1, rows.len().max(1), Collected::Elsewhere),
        }
    }

    fn excuse(
        &self,
        wanted: &Wanted<'l>,
        all: &[Wanted<'l>],
        shown: &Shown<'l>,
        draft: &Draft,
        handed: &[Handed],
    ) -> Option<Excused<'l>> {
        let id = &wanted.asked.id;
        let there = |id: &str| handed.iter().any(|one| one.document == id && one.files > 0);
        let exempt = self.law.exemptions().find(|row| {
            row.documents.iter().any(|one| one == id) && self.applies(&row.when, shown, draft, handed)
        });
        if let Some(row) = exempt {
            return Some(Excused::Exempt(row));
        }
        if let Some(other) = wanted.asked.unless.iter().find(|other| there(other)) {
            return Some(Excused::By(other));
        }
        // A document stands for another only in a file that asks for it.
        let stands = all.iter().find(|other| {
            there(&other.asked.id)
                && other.asked.id != *id
                && (other.asked.replaces.contains(id) || other.document.exempts.contains(id))
        });
        stands.map(|other| Excused::By(&other.asked.id))
    }
}
