//! Who is who at an address: nobody is asked twice, and no applicant is asked about their own
//! application.
//!
//! The identity provider gives all given names, an applicant writes those that they use. So two
//! names are of one person when family name and date of birth are the same and the given names
//! of the one begin with those of the other: "Marie" is "Marie-Anne Louise", however accents,
//! case and hyphens are written. Twins are told apart by their other given names, "Marie-Anne"
//! from "Marie-Claire"; one of them written as "Marie" alone could be either, and is refused
//! until all names are written.
//!
//! Some people have one name only. It counts as their family name, in whichever field it stands,
//! and they are told apart by it and their date of birth.

use safe_permits::form::{Page, What, Wrong};
use serde_json::Value;

use super::File;
use crate::account::citizen::Citizen;
use crate::account::citizen::identity::{Kept, birth_date, plain};
use crate::app::State;
use crate::error::Result;
use crate::permit::form::Answers;

/// The list of the adults at an address.
const LIST: &str = "cohabitant";

/// A person by name and date of birth, made comparable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Someone {
    family: String,
    given: Vec<String>,
    born: String,
}

impl Someone {
    /// None without a name or a date of birth: who is not named yet is nobody.
    pub fn new(family_name: &str, given_names: &str, born: &str) -> Option<Self> {
        let (family, given) = match (plain(family_name), plain(given_names)) {
            (family, given) if family.is_empty() => (given, String::new()),
            both => both,
        };
        let given = given.split_whitespace().map(str::to_owned).collect();
        let is_named = !family.is_empty() && !born.is_empty();
        is_named.then(|| Self { family, given, born: born.to_owned() })
    }

    /// Who a row of the list, or the pages about the applicant, name.
    pub fn of(answers: &Answers) -> Option<Self> {
        let text = |name: &str| answers.get(name).and_then(Value::as_str).unwrap_or_default();
        Self::new(text("family-name"), text("given-names"), text("birth-date"))
    }

    /// Who signed in.
    pub fn of_identity(kept: &Kept) -> Option<Self> {
        let born = kept.national_number.as_deref().and_then(birth_date)?;
        Self::new(&kept.family_name, &kept.given_names, &born)
    }

    /// Whether both may be the same person.
    pub fn is(&self, other: &Self) -> bool {
        let begins = self.given.starts_with(&other.given) || other.given.starts_with(&self.given);
        self.family == other.family && self.born == other.born && begins
    }

    /// The value behind the keyed hash of an invitation: with every given name, so that twins
    /// can both be asked.
    pub fn value(&self) -> String {
        self.with_names(self.given.len())
    }

    fn with_names(&self, count: usize) -> String {
        format!("{}|{}|{}", self.family, self.given[..count].join(" "), self.born)
    }

    /// The values of everybody who this person may have been called: earlier invitations were
    /// made with the first given name alone.
    fn values(&self) -> impl Iterator<Item = String> {
        let least = self.given.len().min(1);
        (least..=self.given.len()).map(|count| self.with_names(count))
    }
}

/// Whether an invitation is meant for the person who is signed in: its keyed hash, and who was
/// named in it.
pub(super) fn is_asked(
    state: &State,
    citizen: &Citizen,
    hash: &str,
    named: Option<&Someone>,
) -> Result<bool> {
    let Some(me) = Someone::of_identity(&citizen.kept(state)?) else {
        return Ok(citizen.row.person_hmac == hash);
    };
    let by_hash = me.values().any(|value| state.permits.keys.hash("person", &value) == hash);
    Ok(by_hash || named.is_some_and(|named| named.is(&me)))
}

/// What is wrong with a row beside others: its field, and the words `permits-error-<id>`.
fn clash<'a>(
    file: &File,
    row: &Answers,
    others: impl Iterator<Item = &'a Answers>,
) -> Option<(&'static str, &'static str)> {
    let Some(who) = Someone::of(row) else {
        // What is empty is missing, and said so already; signs alone are no name.
        let has = |name: &str| row.get(name).and_then(Value::as_str).is_some_and(|text| !text.is_empty());
        let is_whole = ["family-name", "given-names", "birth-date"].into_iter().all(has);
        return is_whole.then_some(("family-name", "cohabitant-unnamed"));
    };
    let own = [Someone::of(&file.answers), file.person.clone()];
    if own.iter().flatten().any(|one| one.is(&who)) {
        return Some(("family-name", "cohabitant-self"));
    }
    let mut others = others.filter_map(Someone::of);
    others.any(|one| one.is(&who)).then_some(("given-names", "cohabitant-twice"))
}

fn rows<'f>(file: &'f File, field: &str) -> impl Iterator<Item = &'f Answers> {
    let rows = file.answers.get(field).and_then(Value::as_array);
    rows.into_iter().flatten().filter_map(Value::as_object)
}

/// What is wrong with a row that is about to be saved, beside the rows that stand there: the
/// list, the field that holds it, and the key of the row.
pub fn wrong_row(file: &File, (list, field): (&str, &str), key: &str, row: &Answers) -> Option<Wrong> {
    let other = |one: &&Answers| one.get("row").and_then(Value::as_str) != Some(key);
    let found = if list == LIST { clash(file, row, rows(file, field).filter(other)) } else { None };
    found.map(|(field, id)| Wrong { field: field.to_owned(), what: What::Id(id) })
}

/// What is wrong with the rows of a page as they stand, each by its number: an answer on another
/// page may have made the applicant one of them.
pub fn wrong_rows(file: &File, page: &Page) -> Vec<Wrong> {
    let fields = page.fields.iter().filter(|field| field.list.as_deref() == Some(LIST));
    let mut wrongs = Vec::new();
    for field in fields {
        let all: Vec<_> = rows(file, &field.id).collect();
        for (at, row) in all.iter().enumerate() {
            if let Some((_, id)) = clash(file, row, all[..at].iter().copied()) {
                wrongs.push(Wrong { field: field.id.clone(), what: What::InRow(at + 1, id) });
            }
        }
    }
    wrongs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(given: &str) -> Someone {
        Someone::new("De Bruÿn", given, "1993-05-18").expect("whole")
    }

    #[test]
    fn somebody_is_the_same_by_the_names_that_both_write() {
        for (one_way, another) in [
            ("Zoé", "ZOE"),
            ("Marie-Anne Louise", "marie anne"),
            ("Marie", "Marie-Anne"),
            ("Marie Anne", "Marie-Anne"),
        ] {
            assert!(one(one_way).is(&one(another)) && one(another).is(&one(one_way)), "{another}");
        }
        let born = Someone::new("De Bruyn", "Zoé", "1993-05-19").expect("whole");
        let named = Someone::new("De Bruyne", "Zoé", "1993-05-18").expect("whole");
        assert!(!one("Zoé").is(&born) && !one("Zoé").is(&named));
        for (family, given, born) in
            [("-", ".", "1993-05-18"), ("", " ", "1993-05-18"), ("De Bruyn", "Zoé", "")]
        {
            assert_eq!(Someone::new(family, given, born), None, "who is not named is nobody");
        }
    }

    #[test]
    fn one_name_is_enough() {
        let written = |family, given| Someone::new(family, given, "1993-05-18").expect("named");
        let alone = written("Suharto", "-");
        assert_eq!(alone, written(".", "SUHARTO"), "in whichever field it stands");
        assert!(alone.is(&written("Suharto", "Budi")) && !alone.is(&written("Sukarno", "-")));
        let born = Someone::new("Suharto", "", "1993-05-19").expect("named");
        assert!(!alone.is(&born));
        assert_eq!(alone.values().collect::<Vec<_>>(), [alone.value()], "an invitation to them opens");
    }

    #[test]
    fn twins_are_two() {
        let (anne, claire) = (one("Marie-Anne"), one("Marie-Claire"));
        assert!(!anne.is(&claire));
        assert_ne!(anne.value(), claire.value(), "both can be asked");
        assert!(one("Marie").is(&anne) && one("Marie").is(&claire), "one name of both is either");
    }

    #[test]
    fn earlier_invitations_still_open() {
        use crate::account::citizen::identity::person_value;
        let earlier = person_value("de bruyn", "Marie-Anne", "1993-05-18");
        assert!(one("Marie-Anne Louise").values().any(|value| value == earlier));
        let written = one("marie anne").value();
        assert!(one("Marie-Anne Louise").values().any(|value| value == written));
        assert!(one("Marie-Claire").values().all(|value| value != written));
    }
}
