//! The text of a decision, put together from the blocks of `decision.toml`: no sentence of a
//! letter is written in code, and a letter with a hole in it is never made.

use std::collections::BTreeMap;

use jiff::civil::Date;
use safe_permits::Words;
use serde::{Deserialize, Serialize};

use super::rows::{Block, Place};
use super::{Case, Drafted, limit};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang};
use crate::permit::{numbers, words};

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
        _ => return None,
    })
}

type Values = BTreeMap<&'static str, String>;

/// What a letter is made of.
struct Desk<'d> {
    state: &'d State,
    case: &'d Case,
    given: &'d Drafted,
    lang: Lang,
    decided: Date,
    bases: Vec<String>,
}

fn hole() -> Error {
    Error::Conflict("permit-letter-hole")
}

impl Desk<'_> {
    fn say<'w>(&self, words: &'w Words) -> &'w str {
        words.get(self.lang.code())
    }

    fn day(&self, day: Date) -> String {
        words::date(self.lang, day)
    }

    /// Fills the places of a text. A place without a value is an error of ours or of the rows.
    fn fill(&self, text: &str, values: &Values) -> Result<String> {
        let mut out = String::with_capacity(text.len() * 2);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, tail) = after.split_once('}').ok_or_else(hole)?;
            out.push_str(before);
            let value = self.value(name, values)?;
            // People end what they write with a full stop, and so does the frame around it.
            let is_ended = value.ends_with('.') && !value.ends_with("..") && tail.starts_with('.');
            out.push_str(if is_ended { &value[..value.len() - 1] } else { &value });
            rest = tail;
        }
        out.push_str(rest);
        Ok(out.trim().to_owned())
    }

    fn value(&self, name: &str, values: &Values) -> Result<String> {
        match name.split_once(':') {
            Some(("period", id)) => {
                let row = limit::row(self.state, id, self.decided)?;
                limit::words(row, self.lang).ok_or_else(hole)
            }
            Some(("until", id)) => {
                let row = limit::row(self.state, id, self.decided)?;
                Ok(self.day(limit::due(self.state, row, self.decided)?.due))
            }
            _ => values.get(name).cloned().ok_or_else(hole),
        }
    }

    fn authority(&self, id: &str) -> String {
        let row = self.state.law.on(self.decided).authority(id);
        row.map_or_else(|| id.to_owned(), |row| self.say(&row.title).to_owned())
    }

    /// A legal basis in words: the act, or articles of it.
    fn cited(&self, act: &str, articles: &[&str]) -> Result<String> {
        let act = self.state.law.on(self.decided).act(act).ok_or_else(hole)?;
        let title = self.say(&act.title).to_owned();
        let frame = &self.state.permits.rows.letter;
        let frame = match articles {
            [] => return Ok(title),
            [_] => self.say(&frame.article),
            _ => self.say(&frame.articles),
        };
        self.fill(frame, &Values::from([("act", title), ("article", articles.join(", "))]))
    }

    /// The legal bases, those of one act together.
    fn by_act(&self) -> Vec<(&str, Vec<&str>)> {
        let mut acts: Vec<(&str, Vec<&str>)> = Vec::new();
        for basis in &self.bases {
            let (act, article) = safe_permits::reference::parted(basis);
            match acts.iter_mut().find(|(known, _)| *known == act) {
                Some((_, articles)) => articles.extend(article),
                None => acts.push((act, article.into_iter().collect())),
            }
        }
        acts
    }

    fn values(&self) -> Result<Values> {
        let day = |text: Option<&str>| text.and_then(numbers::day);
        let received = day(self.case.row.received_on.as_deref()).ok_or_else(hole)?;
        let law = self.state.law.on(received);
        let procedure = law.procedure(&self.case.row.procedure).ok_or_else(hole)?;
        let mut values = Values::from([
            ("reference", self.case.row.reference.clone().unwrap_or_default()),
            ("procedure", self.say(&procedure.title).to_owned()),
            ("received", self.day(received)),
            ("date", self.day(self.decided)),
            ("from", self.day(self.decided)),
            ("subject", self.given.subject.clone()),
            ("reason", self.given.reason.clone()),
            ("weapons", self.given.subject.clone()),
            ("destination", self.given.destination.clone()),
            ("facts", self.given.reasons.clone()),
        ]);
        if let Some(complete) = day(self.case.complete_on()) {
            values.insert("complete", self.day(complete));
        }
        Ok(values)
    }

    /// Whether the file gives occasion for a block.
    fn fits(&self, block: &Block) -> bool {
        let complete = self.case.complete_on().is_some();
        match block.id.as_str() {
            "request" => complete,
            "request-incomplete" => !complete,
            // These two are the end of the block that tells of the notice.
            "no-answer" | "answer-considered" => false,
            "resolutive-condition" => !self.given.reason.is_empty(),
            "weapons-after" => !self.given.destination.is_empty() && !self.given.subject.is_empty(),
            _ => true,
        }
    }

    /// The paragraphs of one block.
    fn paragraphs(&self, block: &Block, values: &Values) -> Result<Vec<String>> {
        let text = self.say(&block.text);
        let with = |more: Values| {
            let mut all = values.clone();
            all.extend(more);
            self.fill(text, &all)
        };
        match block.repeat.as_str() {
            "legal_basis" => {
                let one = |(act, articles): (&str, Vec<&str>)| {
                    with(Values::from([("legal_basis", self.cited(act, &articles)?)]))
                };
                self.by_act().into_iter().map(one).collect()
            }
            "advice" => self.advice().into_iter().map(with).collect(),
            "condition" => {
                let one = |condition: &super::Condition| {
                    with(Values::from([
                        ("condition", condition.text.clone()),
                        ("follow_up", condition.follow_up.clone()),
                    ]))
                };
                self.given.conditions.iter().map(one).collect()
            }
            "refusal" => self.refusals(&with),
            _ if block.id == "heard" => Ok(vec![self.heard(text, values)?]),
            _ if block.page.is_empty() => Ok(vec![with(Values::new())?]),
            _ => {
                let address =
                    format!("{}/{}/permits/{}/", self.state.config.http.base_url, self.lang, block.page);
                Ok(vec![with(Values::from([("page", address)]))?])
            }
        }
    }

    /// Opinions that came. Only that they were asked and came is said, never what they say:
    /// an adviser may have kept the text from the applicant.
    fn advice(&self) -> Vec<Values> {
        let one = |row: &crate::permit::entity::advice::Model| {
            Some(Values::from([
                ("adviser", self.authority(&row.authority)),
                ("asked", self.day(numbers::today(row.sent_at_ms))),
                ("received", self.day(numbers::today(row.received_at_ms?))),
            ]))
        };
        self.case.opinions.iter().filter_map(one).collect()
    }

    /// The reasons, each with its sentence; what was found stands behind the last.
    fn refusals(&self, with: &impl Fn(Values) -> Result<String>) -> Result<Vec<String>> {
        let last = self.given.refusals.len().saturating_sub(1);
        let day = self.case.law_day();
        let one = |(at, id): (usize, &String)| {
            let row = self.state.permits.rows.refusal(id, &day).ok_or_else(hole)?;
            let facts = if at == last { self.given.reasons.clone() } else { String::new() };
            with(Values::from([("refusal", self.say(&row.text).to_owned()), ("facts", facts)]))
        };
        if self.given.refusals.is_empty() {
            return Ok(vec![self.given.reasons.clone()]);
        }
        self.given.refusals.iter().enumerate().map(one).collect()
    }

    /// That the person could react, and whether an answer came.
    fn heard(&self, text: &str, values: &Values) -> Result<String> {
        let notice = self.case.heard().ok_or(Error::Conflict("permit-unheard"))?;
        let id = if notice.answered_at_ms.is_some() { "answer-considered" } else { "no-answer" };
        let block = self.state.permits.rows.blocks.iter().find(|block| block.id == id).ok_or_else(hole)?;
        let mut all = values.clone();
        if let Some(at_ms) = notice.answered_at_ms {
            all.insert("answer_date", self.day(numbers::today(at_ms)));
        }
        let answer = self.fill(self.say(&block.text), &all)?;
        let end = numbers::day(&notice.due_on).ok_or_else(hole)?;
        all.extend([
            ("notice", self.day(numbers::today(notice.sent_at_ms))),
            ("notice_end", self.day(end)),
            ("answer", answer),
        ]);
        self.fill(text, &all)
    }

    fn heading(&self, place: Place) -> &str {
        let frame = &self.state.permits.rows.letter;
        match place {
            Place::Opening | Place::Appeal => "",
            Place::Decision => self.say(&frame.decision_heading),
            Place::Conditions => self.say(&frame.conditions_heading),
            Place::Reasons => self.say(&frame.reasons_heading),
            Place::After => self.say(&frame.after_heading),
        }
    }
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
            return Err(Error::invalid("legal_basis", "permit-act-unknown"));
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
    let of_kind = block_kind(kind).ok_or(Error::Conflict("permit-kind-does-not-fit"))?;
    let lang = Lang::parse(&case.row.lang).unwrap_or(Lang::FR);
    let bases = bases(state, case, kind, given)?;
    let desk = Desk { state, case, given, lang, decided, bases };
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
    if appeal.len() != usize::from(kind != "grant") {
        return Err(Error::Conflict("permit-letter-hole"));
    }
    let frame = &state.permits.rows.letter;
    let part = |words: &Words| desk.fill(desk.say(words), &values);
    Ok(Letter {
        lang: lang.code().to_owned(),
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

/// A legal basis as the office reads it beside a reason.
#[must_use]
pub fn basis_word(state: &State, basis: &str, lang: Lang) -> String {
    let (act, article) = safe_permits::reference::parted(basis);
    let title = state.law.acts.iter().find(|one| one.id == act).map(|one| one.short.get(lang.code()));
    let title = title.unwrap_or(act).to_owned();
    match article {
        None => title,
        Some(article) => {
            lang.text_with("office-permit-article", &Args::new().with("act", title).with("article", article))
        }
    }
}
