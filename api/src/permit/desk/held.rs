//! The weapons of a permit as people read them.

use safe_permits::Law;

use super::told;
use crate::error::Result;
use crate::i18n::Lang;
use crate::permit::entity::grant;
use crate::permit::sealed::FileKey;
use crate::permit::weapon::{Standing, Weapon};
use crate::permit::words;

/// A weapon of a permit, or all of them together where they are not told apart.
pub struct Held {
    /// The weapons, one to a line; none where the permit names none.
    pub words: Vec<String>,
    /// When it was or can be acquired, and where its parts are: what each is, and the words.
    pub facts: Vec<(String, String)>,
}

/// Who reads it: words that say "with you" to the holder name the holder to the office.
#[derive(Clone, Copy)]
pub enum Reader {
    /// The holder.
    Holder,
    /// The office.
    Office,
}

/// A weapon in words.
///
/// # Errors
/// What is sealed was altered.
pub fn held(
    (law, lang): (&Law, Lang),
    (key, permit): (&FileKey, &grant::Model),
    weapon: &Weapon,
    reader: Reader,
) -> Result<Held> {
    let day = |id: &str, day: &str| Some((lang.text(id), words::stored(lang, Some(day))));
    let acquisition = match weapon.standing(permit) {
        Standing::Acquired(on) => day("permits-acquired", on),
        Standing::Awaited(until) => day("permits-acquire-until", until),
        Standing::Missed => Some((lang.text("permits-acquisition"), lang.text("permits-acquisition-missed"))),
        Standing::Unasked => None,
    };
    let mut facts: Vec<(String, String)> = acquisition.into_iter().collect();
    for one in &weapon.parts {
        let name = if one.part == "A" { "permits-part-a" } else { "permits-part-b" };
        let places = match reader {
            Reader::Holder => "permits-part",
            Reader::Office => "office-permit-part",
        };
        let mut place = lang.text(&format!("{places}-{}", one.state));
        if let Some(serial) = weapon.serial(key, one)? {
            place = format!("{place} · {} {serial}", lang.text("permits-serial"));
        }
        facts.push((lang.text(name), place));
    }
    Ok(Held { words: told::weapons(law, lang, &weapon.said), facts })
}
