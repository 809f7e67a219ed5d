//! The weapons of a permit as people read them.

use jiff::civil::Date;
use safe_permits::Law;

use super::told;
use crate::error::Result;
use crate::i18n::{Args, Lang};
use crate::permit::entity::grant;
use crate::permit::entity::part::Model as Part;
use crate::permit::sealed::FileKey;
use crate::permit::weapon::{Standing, WITH_AUTHORITY, Weapon};
use crate::permit::words;

/// A weapon of a permit, or all of them together where they are not told apart.
pub struct Held {
    /// Its slot.
    pub slot: String,
    /// One of several by its place among them; all of them together on one line.
    pub title: String,
    /// The weapons, one to a line; none where the permit names none.
    pub words: Vec<String>,
    /// When it was or can be acquired, and where its parts are: what each is, and the words.
    pub facts: Vec<(String, String)>,
    /// The number that stands on its parts.
    pub serial: Option<String>,
}

impl Held {
    /// What its weapons are called above them.
    #[must_use]
    pub fn label(&self) -> &'static str {
        if self.words.len() == 1 { "permits-held-weapon" } else { "permits-held-weapons" }
    }
}

/// Who reads it: words that say "with you" to the holder name the holder to the office.
#[derive(Clone, Copy)]
pub enum Reader<'r> {
    /// The holder, to whom the papers of the weapons in these slots still have to be sent.
    Holder(&'r [String]),
    /// The office.
    Office,
}

/// The weapons of a permit in words, as they stand on a day.
///
/// # Errors
/// What is sealed was altered.
pub fn held(
    (law, lang, today): (&Law, Lang, Date),
    (key, permit): (&FileKey, &grant::Model),
    weapons: &[Weapon],
    reader: Reader<'_>,
) -> Result<Vec<Held>> {
    let one = |(number, weapon): (usize, &Weapon)| {
        let words = told::weapons(law, lang, &weapon.said);
        let title = words.join(" · ");
        let args = Args::new().with("number", number.to_string()).with("row", title.clone());
        let is_one_of_many = weapons.len() > 1;
        let mut facts: Vec<_> = acquisition(lang, permit, weapon).into_iter().collect();
        let mut known = None;
        for part in &weapon.parts {
            let name = if part.part == "A" { "permits-part-a" } else { "permits-part-b" };
            let mut place = lang.text(&place((permit, today), weapon, part, reader));
            if let Some(serial) = weapon.serial(key, part)? {
                place = format!("{place} · {} {serial}", lang.text("permits-serial"));
                known = known.or(Some(serial));
            }
            facts.push((lang.text(name), place));
        }
        let title = if is_one_of_many { lang.text_with("permits-row-numbered", &args) } else { title };
        Ok(Held { slot: weapon.slot.clone(), title, words, facts, serial: known })
    };
    (1..).zip(weapons).map(one).collect()
}

/// When it was or can be acquired.
fn acquisition(lang: Lang, permit: &grant::Model, weapon: &Weapon) -> Option<(String, String)> {
    let day = |id: &str, day: &str| Some((lang.text(id), words::stored(lang, Some(day))));
    match weapon.standing(permit) {
        Standing::Acquired(on) => day("permits-acquired", on),
        // Nobody acquires without the papers, nor under a permit that is suspended.
        Standing::Awaited(_) if !weapon.is_out() => {
            Some((lang.text("permits-acquisition"), lang.text("permits-acquisition-given-up")))
        }
        Standing::Awaited(until) if permit.state == "suspended" => day("permits-acquisition-end", until),
        Standing::Awaited(until) => day("permits-acquire-until", until),
        Standing::Missed(until) => {
            let args = Args::new().with("date", words::stored(lang, Some(until)));
            Some((lang.text("permits-acquisition"), lang.text_with("permits-acquisition-missed", &args)))
        }
        Standing::Unasked => None,
    }
}

/// Where a part is, or where it has to go: B once the weapon was acquired, sent by who sold it;
/// both when it was not.
fn place((permit, today): (&grant::Model, Date), weapon: &Weapon, part: &Part, reader: Reader<'_>) -> String {
    let state = match (part.state.as_str(), weapon.standing(permit)) {
        ("to-return", Standing::Awaited(until)) if *until >= *today.to_string() => "to-return-after",
        (state, Standing::Missed(_)) if state != WITH_AUTHORITY => "to-return",
        (state, _) => state,
    };
    let is_sold = matches!(weapon.standing(permit), Standing::Acquired(_));
    match reader {
        Reader::Holder(_) if state == "to-return" && is_sold => "permits-part-to-return-sold".to_owned(),
        Reader::Holder(sent) if state == "with-holder" && sent.contains(&weapon.slot) => {
            "permits-part-sent".to_owned()
        }
        Reader::Holder(_) => format!("permits-part-{state}"),
        Reader::Office => format!("office-permit-part-{state}"),
    }
}
