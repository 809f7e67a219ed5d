//! What the tests of the form share.
#![expect(dead_code, reason = "each test file uses a part of it")]

use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use safe_permits::Law;
use safe_permits::form::{Answers, Context, Identity, Wrong, check, needs, read};
use serde_json::{Value, json};

pub const TODAY: Date = date(2026, 11, 21);

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

pub fn law() -> Law {
    Law::load(&root().join("content/permits")).unwrap_or_else(|error| panic!("{error}"))
}

/// The form of a procedure with these answers.
pub fn form<'a>(law: &'a Law, procedure: &str, answers: &'a Answers) -> Context<'a> {
    let day = law.on(TODAY);
    Context::new(day, day.procedure(procedure).expect(procedure), answers, Identity::default(), TODAY)
}

/// Reads a page as it is sent, keeps the answers, and gives what is wrong with them.
pub fn fill(
    law: &Law,
    procedure: &str,
    answers: &mut Answers,
    page: &str,
    sent: &[(&str, &str)],
) -> Vec<Wrong> {
    let before = answers.clone();
    let context = form(law, procedure, &before);
    let page = context.pages().into_iter().find(|one| one.id == page).expect("the page is asked");
    let sent = sent.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let own = read(&context, &page.fields, &sent);
    answers.extend(own);
    let after = answers.clone();
    check(&form(law, procedure, &after), &page.fields, &after, false)
}

/// Ids of pages that are asked.
pub fn pages(law: &Law, procedure: &str, answers: &Answers) -> Vec<String> {
    form(law, procedure, answers).pages().into_iter().map(|page| page.id.clone()).collect()
}

/// Places of documents: id, place, and whether the file can do without it.
pub fn places(law: &Law, procedure: &str, answers: &Answers, handed: &[&str]) -> Vec<(String, String, bool)> {
    let handed: Vec<String> = handed.iter().map(|id| (*id).to_owned()).collect();
    let slots = needs(&form(law, procedure, answers), &handed);
    slots.into_iter().map(|slot| (slot.document.id.clone(), slot.slot, slot.required)).collect()
}

/// Answers from JSON.
pub fn answers(value: Value) -> Answers {
    let Value::Object(map) = value else { panic!("an object") };
    map
}

/// A row of a list.
pub fn row(key: &str, mut value: Value) -> Value {
    value["row"] = json!(key);
    value
}
