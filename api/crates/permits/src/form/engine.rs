//! The form of one file: which pages and fields apply, given what was answered.

use std::collections::BTreeSet;

use crate::condition::{Applicant, Condition};
use crate::form::draft::{Draft, Handed};
use crate::form::rows::{Field, FieldType, Flow, Generate, List, Page, Section};
use crate::form::when::When;
use crate::procedure::{Per, Procedure};
use crate::required::{Collected, Wanted};
use crate::row::Dated;
use crate::{On, Words};

/// What the sign-in says of the applicant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Identity {
    /// Whether the identity is official: eID or the like.
    pub official: bool,
    /// Values it gives, by name: `family_name`, `given_names`, `national_number`.
    pub given: std::collections::BTreeMap<String, String>,
}

impl Identity {
    /// The value of `identity.family_name` and the like.
    #[must_use]
    pub fn value(&self, path: &str) -> Option<&str> {
        self.given.get(path.strip_prefix("identity.")?).map(String::as_str).filter(|text| !text.is_empty())
    }
}

/// The form of one file.
#[derive(Debug, Clone)]
pub struct Form<'l> {
    /// The rows of the day.
    pub law: On<'l>,
    /// The procedure.
    pub procedure: &'l Dated<Procedure>,
    /// Its pages.
    pub flow: &'l Dated<Flow>,
    /// Whether a company applies.
    pub applicant: Applicant,
    /// What the sign-in says.
    pub identity: Identity,
}

/// A page of the form as it applies to a file.
#[derive(Debug, Clone)]
pub struct Step<'l> {
    /// Its id in addresses: that of the page, or `document-<id>` with `-2` for the second.
    pub id: String,
    /// The page.
    pub page: &'l Page,
    /// The fields that are shown.
    pub fields: Vec<&'l Field>,
    /// The document that is asked for; its page has a day and files, and no fields.
    pub document: Option<Wanted<'l>>,
}

impl<'l> Step<'l> {
    /// Its question, or the name of the document.
    #[must_use]
    pub fn title(&self) -> &'l Words {
        self.document.as_ref().map_or(&self.page.title, |wanted| &wanted.document.row.title)
    }

    /// What helps: the text of the page, or the hint of the document.
    #[must_use]
    pub fn text(&self) -> Option<&'l Words> {
        self.document.as_ref().map_or(self.page.text.as_ref(), |wanted| Some(&wanted.document.row.hint))
    }
}

/// What is shown, found by going through the pages in their order.
pub(crate) struct Shown<'l> {
    /// Pages with their fields.
    pub pages: Vec<(&'l Page, Vec<&'l Field>)>,
    /// Ids of fields.
    pub fields: BTreeSet<&'l str>,
}

impl<'l> Form<'l> {
    /// The form of a procedure on a day. None when the procedure has none on that day.
    #[must_use]
    pub fn new(law: On<'l>, procedure: &str, applicant: Applicant, identity: Identity) -> Option<Self> {
        let procedure = law.procedure(procedure)?;
        let flow = law.flow(&procedure.flow)?;
        let applicant = match procedure.applicants.as_slice() {
            [only] => *only,
            _ => applicant,
        };
        Some(Self { law, procedure, flow, applicant, identity })
    }

    /// Takes the kind of applicant from the answer to `acting-for`: a company when the
    /// answer says so, what was chosen before when somebody acts for another.
    pub fn follow(&mut self, draft: &Draft) {
        let company = self.procedure.applicants.contains(&Applicant::Company);
        match draft.text("acting-for") {
            "company" if company => self.applicant = Applicant::Company,
            "self" => self.applicant = Applicant::Person,
            _ => {}
        }
    }

    pub(crate) fn page(&self, id: &str) -> Option<&'l Page> {
        self.law.law.pages.iter().find(|page| page.id == id)
    }

    /// A list of the data.
    #[must_use]
    pub fn list(&self, field: &Field) -> Option<&'l List> {
        let id = field.list.as_deref()?;
        self.law.law.lists.iter().find(|list| list.id == id)
    }

    fn holds(&self, when: &When, shown: &BTreeSet<&str>, draft: &Draft) -> bool {
        if when.field == "applicant" {
            return when.any_of.iter().any(|kind| kind == self.applicant.code());
        }
        shown.contains(when.field.as_str())
            && draft
                .get(&when.field)
                .is_some_and(|answer| when.any_of.iter().any(|option| answer.holds(option)))
    }

    /// Whether a field belongs to this file; an answer of a hidden field hides what hangs on it.
    fn shows(&self, field: &Field, shown: &BTreeSet<&str>, draft: &Draft) -> bool {
        let of_procedure = field.procedures.is_empty() || field.procedures.contains(&self.procedure.id);
        let known = field.skip_if.as_deref().is_some_and(|path| self.identity.value(path).is_some());
        of_procedure && !known && field.when.as_ref().is_none_or(|when| self.holds(when, shown, draft))
    }

    pub(crate) fn shown(&self, draft: &Draft) -> Shown<'l> {
        let mut shown = Shown { pages: Vec::new(), fields: BTreeSet::new() };
        for page in self.flow.pages.iter().filter_map(|id| self.page(id)) {
            if page.when.as_ref().is_some_and(|when| !self.holds(when, &shown.fields, draft)) {
                continue;
            }
            let mut fields = Vec::new();
            for field in &page.fields {
                if self.shows(field, &shown.fields, draft) {
                    shown.fields.insert(&field.id);
                    fields.push(field);
                }
            }
            if !fields.is_empty() || page.generate.is_some() {
                shown.pages.push((page, fields));
            }
        }
        shown
    }

    /// The pages that apply, in order; one for each document to upload.
    #[must_use]
    pub fn steps(&self, draft: &Draft, handed: &[Handed]) -> Vec<Step<'l>> {
        let shown = self.shown(draft);
        let mut steps = Vec::new();
        for (page, fields) in &shown.pages {
            let page = *page;
            if page.generate != Some(Generate::Documents) {
                steps.push(Step { id: page.id.clone(), page, fields: fields.clone(), document: None });
                continue;
            }
            for wanted in self.wanted(draft, handed) {
                if wanted.excused.is_some() || wanted.collected == Collected::Elsewhere {
                    continue;
                }
                let id = match wanted.of {
                    0 => format!("document-{}", wanted.document.id),
                    of => format!("document-{}-{}", wanted.document.id, of + 1),
                };
                steps.push(Step { id, page, fields: Vec::new(), document: Some(wanted) });
            }
        }
        steps
    }

    /// The page of an id, when it applies.
    #[must_use]
    pub fn step(&self, id: &str, draft: &Draft, handed: &[Handed]) -> Option<Step<'l>> {
        self.steps(draft, handed).into_iter().find(|step| step.id == id)
    }

    /// The page after another.
    #[must_use]
    pub fn next(&self, id: &str, draft: &Draft, handed: &[Handed]) -> Option<Step<'l>> {
        self.steps(draft, handed).into_iter().skip_while(|step| step.id != id).nth(1)
    }

    /// The page before another.
    #[must_use]
    pub fn previous(&self, id: &str, draft: &Draft, handed: &[Handed]) -> Option<Step<'l>> {
        self.steps(draft, handed).into_iter().take_while(|step| step.id != id).last()
    }

    /// Sections in their order.
    pub fn sections(&self) -> impl Iterator<Item = &'l Section> {
        self.law.law.sections.iter()
    }

    /// Fills empty answers with what the sign-in says. Gives the fields that were filled.
    pub fn prefill(&self, draft: &mut Draft) -> Vec<&'l str> {
        let mut filled = Vec::new();
        for (_, fields) in self.shown(draft).pages {
            for field in fields {
                let value = field.prefill.as_deref().and_then(|path| self.identity.value(path));
                if let Some(value) = value.filter(|_| draft.get(&field.id).is_none()) {
                    let answer = super::Answer::Text(value.to_owned());
                    draft.answers.insert(field.id.clone(), answer);
                    filled.push(field.id.as_str());
                }
            }
        }
        filled
    }

    /// Declarations are made again at each resume: takes away those that must be.
    pub fn resume(&self, draft: &mut Draft) {
        for page in self.flow.pages.iter().filter_map(|id| self.page(id)) {
            for field in page.fields.iter().filter(|field| field.reset_on_resume) {
                draft.answers.remove(&field.id);
                draft.saved.remove(&page.id);
            }
        }
    }

    /// Takes away the answers of hidden fields, as the file is sent.
    pub fn drop_hidden(&self, draft: &mut Draft) {
        let shown = self.shown(draft);
        draft.answers.retain(|field, _| shown.fields.contains(field.as_str()));
        for (_, fields) in &shown.pages {
            for field in fields.iter().filter(|field| field.kind == FieldType::List) {
                let (Some(list), Some(answer)) = (self.list(field), draft.answers.get_mut(&field.id)) else {
                    continue;
                };
                if let super::Answer::Rows(rows) = answer {
                    rows.iter_mut().for_each(|row| super::check::drop_hidden_cells(list, row));
                }
            }
        }
    }

    /// Rows of the lists that are shown: how many, and of which field.
    pub(crate) fn rows_for<'d>(&self, per: Per, shown: &Shown<'l>, draft: &'d Draft) -> Vec<&'d super::Row> {
        let wanted = |field: &&Field| match per {
            Per::Officer => field.list.as_deref() == Some("officer"),
            Per::Cohabitant => field.list.as_deref() == Some("cohabitant"),
            Per::Weapon => field.list.as_deref().is_some_and(|list| list.ends_with("-weapon")),
            Per::Applicant => false,
        };
        let fields = shown.pages.iter().flat_map(|(_, fields)| fields.iter().copied());
        fields.filter(wanted).filter_map(|field| draft.get(&field.id)).flat_map(super::Answer::rows).collect()
    }

    /// Whether a condition holds for the file.
    pub(crate) fn applies(
        &self,
        condition: &Condition,
        shown: &Shown<'l>,
        draft: &Draft,
        handed: &[Handed],
    ) -> bool {
        match condition {
            Condition::Applicant(kind) => *kind == self.applicant,
            Condition::Reason(id) => {
                self.reasons(shown, draft).is_some_and(|given| given.contains(&id.as_str()))
            }
            Condition::Weapon(nature) => self
                .rows_for(Per::Weapon, shown, draft)
                .iter()
                .any(|row| row.get("nature").is_some_and(|answer| answer.holds(nature))),
            Condition::Answer(field, option) => {
                shown.fields.contains(field.as_str())
                    && draft.get(field).is_some_and(|answer| answer.holds(option))
            }
            Condition::OfficialIdentity => self.identity.official,
            Condition::Document(id) => handed.iter().any(|one| one.document == *id && one.files > 0),
        }
    }
}
