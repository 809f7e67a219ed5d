//! The blocks of a letter: which stand in it, and what fills their places.

use std::collections::BTreeMap;

use jiff::civil::Date;
use safe_permits::Words;

use super::super::advice::area::written;
use super::super::rows::{Block, Place};
use super::super::{Case, Drafted, limit};
use crate::app::State;
use crate::area::{AreaSet, Zone};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::permit::entity::advice;
use crate::permit::{numbers, words};

pub(super) type Values = BTreeMap<&'static str, String>;

/// What a letter is made of.
pub(super) struct Desk<'d> {
    pub state: &'d State,
    pub case: &'d Case,
    pub given: &'d Drafted,
    pub lang: Lang,
    pub decided: Date,
    pub bases: Vec<String>,
    /// Last day of an extended time.
    pub extended: Option<Date>,
}

pub(super) fn hole() -> Error {
    Error::Conflict("permit-letter-hole")
}

impl Desk<'_> {
    pub(super) fn say<'w>(&self, words: &'w Words) -> &'w str {
        words.get(self.lang.code())
    }

    fn day(&self, day: Date) -> String {
        words::date(self.lang, day)
    }

    /// Fills the places of a text. A place without a value is an error of ours or of the rows.
    pub(super) fn fill(&self, text: &str, values: &Values) -> Result<String> {
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
        if let Some(id) = name.strip_prefix("period:") {
            return limit::words(limit::row(self.state, id, self.decided)?, self.lang).ok_or_else(hole);
        }
        values.get(name).cloned().ok_or_else(hole)
    }

    fn authority(&self, id: &str) -> String {
        let row = self.state.law.on(self.decided).authority(id);
        row.map_or_else(|| id.to_owned(), |row| self.say(&row.title).to_owned())
    }

    /// A legal basis as a sentence says it: the act, or articles of it.
    fn cited(&self, act: &str, articles: &[&str]) -> Result<String> {
        let act = self.state.law.on(self.decided).act(act).ok_or_else(hole)?;
        let title = match (self.say(&act.the), self.say(&act.title)) {
            ("", title) => title.to_owned(),
            (the, title) => {
                let first: String = title.chars().take(1).flat_map(char::to_lowercase).collect();
                format!("{the}{first}{}", title.chars().skip(1).collect::<String>())
            }
        };
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

    pub(super) fn values(&self) -> Result<Values> {
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
        if let Some(until) = self.extended {
            values.insert("extended_until", self.day(until));
        }
        Ok(values)
    }

    /// Whether the file gives occasion for a block.
    pub(super) fn fits(&self, block: &Block) -> bool {
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
    pub(super) fn paragraphs(&self, block: &Block, values: &Values) -> Result<Vec<String>> {
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
            "advice" => self.advice()?.into_iter().map(with).collect(),
            "condition" => {
                let one = |condition: &super::super::Condition| {
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
    /// an adviser may have kept the text from the applicant. Where two of a kind gave theirs,
    /// each stands there with the place that it was asked about.
    fn advice(&self) -> Result<Vec<Values>> {
        let came = || self.case.opinions.iter().filter_map(|row| Some((row, row.received_at_ms?)));
        let one = |(row, received_ms): (&advice::Model, i64)| {
            let alike = came().filter(|(other, _)| other.authority == row.authority).count();
            Ok(Values::from([
                ("adviser", if alike > 1 { self.placed(row)? } else { self.authority(&row.authority) }),
                ("asked", self.day(numbers::today(row.sent_at_ms))),
                ("received", self.day(numbers::today(received_ms))),
            ]))
        };
        came().map(one).collect()
    }

    /// An adviser with the place that the question is about: a police zone for the police, a
    /// municipality for the others.
    fn placed(&self, row: &advice::Model) -> Result<String> {
        let adviser = self.authority(&row.authority);
        if row.place == "none" {
            return Ok(adviser);
        }
        let areas = &self.state.areas;
        let area = row.area.and_then(|bits| i32::try_from(bits).ok()).map(AreaSet::from_i32);
        let zone = area.filter(|_| row.authority == "local-police").and_then(|area| {
            let holds = |zone: &&Zone| {
                zone.holds_at(row.sent_at_ms) && areas.by_nis_list(&zone.municipalities).meets(area)
            };
            areas.zones.iter().find(holds).map(|zone| zone.name.in_lang(self.lang))
        });
        let frame = &self.state.permits.rows.letter;
        let place = match (zone, area) {
            (Some(zone), _) => {
                Some(self.fill(self.say(&frame.police_zone), &Values::from([("zone", zone)]))?)
            }
            (None, Some(area)) => Some(areas.phrase(area, self.lang)),
            // Outside the Region the applicant's own word stands.
            (None, None) => written(self.case, &row.place),
        };
        let Some(place) = place else { return Ok(adviser) };
        let kind = self.lang.text(&format!("office-permit-place-{}", row.place));
        let values = Values::from([("adviser", adviser), ("kind", kind), ("place", place)]);
        self.fill(self.say(&frame.adviser_place), &values)
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

    pub(super) fn heading(&self, place: Place) -> &str {
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
