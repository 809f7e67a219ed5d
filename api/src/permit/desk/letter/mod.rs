//! The text of a decision, put together from the blocks of `decision.toml` (`blocks`): no
//! sentence of a letter is written in code, and a letter with a hole in it is never made.

mod blocks;
mod cited;

use jiff::civil::Date;
use safe_permits::Words;
use serde::{Deserialize, Serialize};

use super::rows::{Block, Place};
use super::{Case, Drafted};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::permit::entity::event;
use crate::permit::numbers;
use blocks::{Desk, hole};
pub use cited::{basis_of, basis_word};

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Where it stands.
    pub place: Place,
    /// Heading; empty before the decision.
    pub heading: String,
    /// Paragraphs.
    pub paragraphs: Vec<String>,
}

/// A letter, ready to be printed: what is signed is this, word for word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Language of the file.
    pub lang: String,
    /// Main heading.
    pub title: String,
    /// Who writes.
    pub sender: String,
    /// Who receives, line by line.
    pub addressee: Vec<String>,
    /// Place and day.
    pub date: String,
    /// Number of the file, with its label.
    pub reference: (String, String),
    /// What about, with its label.
    pub subject: (String, String),
    /// Body, in order; the appeal stands last.
    pub parts: Vec<Part>,
    /// Row of the appeal that is open; empty when none is.
    pub appeal: String,
    /// Who signs.
    pub signature: String,
    /// How to check that it is genuine, and the square code in words.
    pub verification: (String, String),
    /// Address of the page that checks it.
    pub address: String,
    /// Foot of every page.
    pub footer: String,
    /// Number of the page.
    pub pages: String,
}

/// The kind of `decision.toml` for a stored kind.
#[must_use]
pub fn block_kind(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "grant" => "grant",
        "grant-conditions" => "grant-conditions",
        "refuse" => "refusal",
        "inadmissible" => "inadmissible",
        "suspend" => "suspension",
        "withdraw" => "withdrawal",
        "extension" => "extension",
        _ => return None,
    })
}

/// What a decision rests on: its procedure, its reasons and what the drafter added, each once.
///
/// # Errors
/// A reason or an act does not exist.
pub fn bases(state: &State, case: &Case, kind: &str, given: &Drafted) -> Result<Vec<String>> {
    let day = case.law_day();
    let mut bases: Vec<String> = Vec::new();
    let mut add = |basis: &String| {
        if !bases.contains(basis) {
            bases.push(basis.clone());
        }
    };
    if !matches!(kind, "suspend" | "withdraw") {
        let law = state.law.on(numbers::day(&day).ok_or_else(hole)?);
        let procedure = law.procedure(&case.row.procedure).ok_or_else(hole)?;
        procedure.proof.legal_basis.iter().for_each(&mut add);
    }
    for id in &given.refusals {
        let row = state.permits.rows.refusal(id, &day);
        let row = row.ok_or_else(|| Error::invalid("refusals", "value-unknown"))?;
        row.legal_basis.iter().for_each(&mut add);
    }
    for basis in &given.legal_basis {
        let (act, _) = safe_permits::reference::parted(basis);
        if !state.law.acts.iter().any(|one| one.id == act) {
            return Err(cited::unknown(basis));
        }
        add(basis);
    }
    Ok(bases)
}

/// Puts a letter together as it stands on a day.
///
/// # Errors
/// A place has no value, nobody was heard before an adverse decision, or not exactly one
/// appeal stands where one must.
pub fn compose(
    state: &State,
    case: &Case,
    kind: &str,
    given: &Drafted,
    (decided, address): (Date, &str),
) -> Result<Letter> {
    let lang = Lang::parse(&case.row.lang).unwrap_or(Lang::FR);
    let bases = bases(state, case, kind, given)?;
    written(&Desk { state, case, given, lang, decided, bases, extended: None }, kind, address)
}

/// The letter of the one extension of the statutory time, from its line in the ledger. It
/// has no code of its own: what it says stands in the file that the applicant reads.
///
/// # Errors
/// The line has no last day, or a place of the letter has no value.
pub fn of_extension(state: &State, case: &Case, line: &event::Model) -> Result<Letter> {
    let sealed = line.detail_sealed.as_deref().ok_or_else(hole)?;
    let reason: String = case.key.open("event/extended", sealed)?;
    let decided = numbers::day(&line.on_day).ok_or_else(hole)?;
    let until = line.until_day.as_deref().and_then(numbers::day).ok_or_else(hole)?;
    let rule = state.law.on(decided).deadline(&line.deadline).ok_or_else(hole)?;
    // The frame of the sentence ends with a full stop.
    let reason = reason.trim().trim_end_matches('.').to_owned();
    let given = Drafted { reason, legal_basis: rule.proof.legal_basis.clone(), ..Drafted::default() };
    let lang = Lang::parse(&case.row.lang).unwrap_or(Lang::FR);
    let bases = bases(state, case, "extension", &given)?;
    let desk = Desk { state, case, given: &given, lang, decided, bases, extended: Some(until) };
    written(&desk, "extension", "")
}

fn written(desk: &Desk<'_>, kind: &str, address: &str) -> Result<Letter> {
    let (state, case) = (desk.state, desk.case);
    let of_kind = block_kind(kind).ok_or(Error::Conflict("permit-kind-does-not-fit"))?;
    let values = desk.values()?;
    let (mut parts, mut appeal): (Vec<Part>, Vec<String>) = (Vec::new(), Vec::new());
    let fits = |block: &&Block| {
        block.kinds.iter().any(|one| one == of_kind)
            && (block.procedures.is_empty() || block.procedures.contains(&case.row.procedure))
            && desk.fits(block)
    };
    for block in state.permits.rows.blocks.iter().filter(fits) {
        if !block.appeal.is_empty() {
            appeal.push(block.appeal.clone());
        }
        let mut paragraphs = desk.paragraphs(block, &values)?;
        paragraphs.retain(|text| !text.is_empty());
        if let Some(part) = parts.iter_mut().find(|part| part.place == block.place) {
            part.paragraphs.extend(paragraphs);
        } else if !paragraphs.is_empty() {
            let own = block.title.as_ref().map(|title| desk.say(title));
            let heading = own.unwrap_or_else(|| desk.heading(block.place)).to_owned();
            parts.push(Part { place: block.place, heading, paragraphs });
        }
    }
    if appeal.len() != usize::from(!matches!(kind, "grant" | "extension")) {
        return Err(Error::Conflict("permit-letter-hole"));
    }
    let frame = &state.permits.rows.letter;
    let part = |words: &Words| desk.fill(desk.say(words), &values);
    Ok(Letter {
        lang: desk.lang.code().to_owned(),
        title: part(&frame.title)?,
        sender: part(&frame.sender)?,
        addressee: case.addressee(),
        date: part(&frame.date)?,
        reference: (part(&frame.reference_label)?, part(&frame.reference)?),
        subject: (part(&frame.subject_label)?, part(&frame.subject)?),
        signature: part(&frame.signature)?,
        verification: (part(&frame.verification)?, part(&frame.verification_code)?),
        address: address.to_owned(),
        footer: part(&frame.footer)?,
        pages: desk.say(&frame.pages).to_owned(),
        appeal: appeal.pop().unwrap_or_default(),
        parts,
    })
}
