//! What the tests of the form share.
#![expect(dead_code, reason = "each test file uses a part of it")]

use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use safe_permits::form::{Draft, Form, Handed, Identity, Posted};
use safe_permits::{Applicant, Law};

pub const TODAY: Date = date(2026, 11, 21);

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

pub fn law() -> Law {
    Law::load(&root().join("content/permits")).unwrap_or_else(|error| panic!("{error}"))
}

pub fn form<'l>(law: &'l Law, procedure: &str, applicant: Applicant) -> Form<'l> {
    Form::new(law.on(TODAY), procedure, applicant, Identity::default()).expect(procedure)
}

pub fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Saves a page and gives the codes of its faults with their fields.
pub fn fill(form: &Form<'_>, draft: &mut Draft, page: &str, list: &[(&str, &str)]) -> Vec<(String, String)> {
    let step = form.step(page, draft, &[]).unwrap_or_else(|| panic!("{page} does not apply"));
    let answers = form.read(&step, Posted(&pairs(list)));
    draft.save(page, answers);
    let faults = form.faults(&step, draft, &[], TODAY);
    faults.into_iter().map(|fault| (fault.field, fault.code)).collect()
}

pub fn fault(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), code.to_owned())]
}

pub fn handed(document: &str) -> Handed {
    Handed { document: document.to_owned(), of: 0, dated: Some(TODAY), files: 1, explained: false }
}
