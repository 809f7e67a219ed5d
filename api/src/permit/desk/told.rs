//! The answers of a file as people read them.

use serde_json::{Map, Value};

use super::Case;
use crate::app::State;
use crate::i18n::Lang;
use crate::permit::entity::grant;
use crate::permit::form::{Answers, Slot};
use crate::permit::page::field::{joined, said, said_in_row};
use crate::permit::words;
use safe_permits::Law;
use safe_permits::form::Field;

/// The answers of one page.
pub struct Told {
    /// Id of the page.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Questions and answers, without those that are empty.
    pub rows: Vec<(String, String)>,
}

/// An answer as people read it.
#[must_use]
pub fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(yes) => if *yes { "✓" } else { "✗" }.to_owned(),
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join(" · "),
        Value::Object(map) => {
            map.values().map(plain).filter(|v| !v.is_empty()).collect::<Vec<_>>().join(", ")
        }
        Value::Null => String::new(),
        Value::Number(number) => number.to_string(),
    }
}

/// An answer in the words of its question: the name of a choice, a day, a country, and of
/// a list what each of its rows says, one to a line.
fn in_words(law: &Law, lang: Lang, field: &Field, value: &Value) -> String {
    let Some(list) = field.list.as_ref().and_then(|id| law.list(id)) else {
        return said(law, lang, field, value);
    };
    let row = |row: &Value| {
        said_in_row(law, lang, list.fields.iter().filter_map(|field| Some((field, row.get(&field.id)?))))
    };
    let rows = value.as_array().into_iter().flatten().map(row);
    // Of people who were taken out a row says nothing any more.
    rows.filter(|row| !row.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What names a row of a list: a weapon by what it is, without how it comes or what comes with it,
/// and a person by their names. What stands together is said without a mark between.
const NAMED: [&[&str]; 4] = [&["nature"], &["make", "model"], &["calibre"], &["given-names", "family-name"]];

/// The lists whose rows are weapons.
fn of_weapons(law: &Law) -> impl Iterator<Item = &Field> {
    law.lists.iter().filter(|list| list.id.ends_with("-weapon")).flat_map(|list| &list.fields)
}

/// The name of a row of a list, in the words of the questions that asked for it: the same on every
/// page and paper. A number that the row gives tells weapons of the same make apart.
#[must_use]
pub fn name(law: &Law, lang: Lang, row: &Answers) -> String {
    let text = |id: &&str| -> String {
        let Some(value) = row.get(*id) else { return String::new() };
        match of_weapons(law).find(|field| field.id == **id) {
            Some(field) => said(law, lang, field, value),
            None => value.as_str().unwrap_or_default().to_owned(),
        }
    };
    let part = |ids: &[&str]| {
        let words = ids.iter().map(text).collect::<Vec<_>>().join(" ");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let number = row.get("serial-number").and_then(Value::as_str).unwrap_or_default().trim();
    let number = (!number.is_empty()).then(|| format!("{} {number}", lang.text("permits-serial")));
    joined(NAMED.iter().map(|ids| part(ids)).chain(number))
}

/// Whose or which a paper is, when it belongs to a row of a list: the name of the weapon or of the
/// person. Empty for a paper of the whole file, none when its row is gone.
#[must_use]
pub fn belongs_to(law: &Law, lang: Lang, case: &Case, slot: &str) -> Option<String> {
    belongs_to_row((law, lang), case.answers.values().flat_map(Map::values), slot)
}

/// The same, among these answers.
#[must_use]
pub fn belongs_to_row<'a>(
    (law, lang): (&Law, Lang),
    answers: impl Iterator<Item = &'a Value>,
    slot: &str,
) -> Option<String> {
    if slot.is_empty() || slot == "-" {
        return Some(String::new());
    }
    let mut rows = answers.filter_map(Value::as_array).flatten().filter_map(Value::as_object);
    let is_own = |row: &&Answers| row.get("row").and_then(Value::as_str) == Some(slot);
    rows.find(is_own).map(|row| name(law, lang, row))
}

/// Whose or which a place for papers is; empty for one of the whole file.
#[must_use]
pub fn place(law: &Law, lang: Lang, slot: &Slot<'_>) -> String {
    slot.row.map(|row| name(law, lang, row)).unwrap_or_default()
}

/// The names of weapons, each on one line.
#[must_use]
pub fn weapons(law: &Law, lang: Lang, rows: &[Value]) -> Vec<String> {
    let rows = rows.iter().filter_map(Value::as_object);
    rows.map(|row| name(law, lang, row)).filter(|line| !line.is_empty()).collect()
}

/// The dates of a permit: what each is, and the day. Those of its weapons are in `held`.
#[must_use]
pub fn dates(lang: Lang, row: &grant::Model) -> Vec<(String, String)> {
    // Only a permit that is used is controlled.
    let holds = row.state == "active";
    let dates = [
        ("permits-step-decision", Some(row.issued_on.as_str())),
        ("permits-step-expiry", row.ends_on.as_deref()),
        ("permits-step-control", row.control_on.as_deref().filter(|_| holds)),
    ];
    let line = |(id, day): (&str, Option<&str>)| Some((lang.text(id), words::stored(lang, Some(day?))));
    dates.into_iter().filter_map(line).collect()
}

/// Every page that was answered, in the order in which they are asked.
#[must_use]
pub fn pages(state: &State, case: &Case, lang: Lang) -> Vec<Told> {
    let law = &state.law;
    let page = |(id, own): (&String, &Map<String, Value>)| {
        let (title, rows): (String, Vec<(String, String)>) = match law.page(id) {
            Some(page) => {
                let asked = page.fields.iter().filter_map(|field| Some((field, own.get(&field.id)?)));
                let row = |(field, value): (&Field, &Value)| {
                    (field.label.get(lang).to_owned(), in_words(law, lang, field, value))
                };
                (page.title.get(lang).to_owned(), asked.map(row).collect())
            }
            // A page that the rows do not know any more keeps what was said on it.
            None => (id.clone(), own.iter().map(|(name, value)| (name.clone(), plain(value))).collect()),
        };
        Told {
            id: id.clone(),
            title,
            rows: rows.into_iter().filter(|(_, answer)| !answer.is_empty()).collect(),
        }
    };
    let mut told: Vec<Told> = case.answers.iter().map(page).filter(|page| !page.rows.is_empty()).collect();
    told.sort_by_key(|one| law.pages.iter().position(|page| page.id == one.id).unwrap_or(usize::MAX));
    told
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::json;

    use super::*;

    fn law() -> Law {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/permits");
        Law::load(&content).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn a_weapon_is_named_by_what_it_is() {
        let law = law();
        let wanted = json!({
            "row": "a1", "nature": "handgun", "calibre": "9 mm", "make": "", "with-ammunition": "yes",
            "acquired": "belgium",
        });
        let known = json!({
            "row": "b2", "nature": "long", "calibre": ".22 LR", "make": " CZ ", "model": "457",
            "with-ammunition": "no", "acquired": "import",
        });
        let held =
            json!({ "nature": "long", "calibre": "12", "serial-number": "4711", "permit-number": "4/1" });
        let rows = [wanted, known, held, json!({ "row": "c3" })];
        assert_eq!(
            weapons(&law, Lang::FR, &rows),
            [
                "Arme de poing\u{a0}· 9 mm",
                "Arme longue\u{a0}· CZ 457\u{a0}· .22 LR",
                "Arme longue\u{a0}· 12\u{a0}· Numéro de série 4711"
            ]
        );
        assert_eq!(weapons(&law, Lang::NL, &rows)[0], "Handvuurwapen\u{a0}· 9 mm");
    }

    #[test]
    fn a_paper_bears_the_name_of_its_row() {
        let law = law();
        let answers = [
            json!("a1"),
            json!([{ "row": "a1", "nature": "handgun", "calibre": "9 mm", "acquired": "belgium" }]),
            json!([{ "row": "p1", "family-name": "Voorbeeld", "given-names": "Sam", "route": "paper" }]),
        ];
        let of = |slot: &str| belongs_to_row((&law, Lang::FR), answers.iter(), slot);
        assert_eq!(of("a1").as_deref(), Some("Arme de poing\u{a0}· 9 mm"));
        assert_eq!(of("p1").as_deref(), Some("Sam Voorbeeld"));
        assert_eq!((of("-").as_deref(), of("gone")), (Some(""), None));
    }
}
