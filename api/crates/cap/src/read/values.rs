//! Texts, values of closed lists, dates and numbers.

use std::borrow::Cow;

use super::build::Builder;
use super::fields::Fields;
use super::{Mode, dates};
use crate::finding::Place;
use crate::model::{DateTime, DateTimeError, Enumeration, NamedValue, number};
use crate::report::Version;
use crate::xml::{NodeId, is_space};

use super::schema::PAIR;

impl<'t> Builder<'t, '_, '_> {
    /// The text of an element that may hold text only.
    pub(super) fn text(&mut self, id: NodeId, place: Place) -> Cow<'t, str> {
        self.attributes(id, place);
        let tree = self.tree;
        for (child, element) in tree.elements(id) {
            self.either("element-nested", place, child, &[("child", element.name)]);
        }
        tree.text(id)
    }

    /// A mandatory text; that it is not blank is a rule of its own.
    pub(super) fn required(&mut self, fields: &Fields, name: &'static str, place: Place) -> String {
        let text = fields.one(name).map(|id| self.text(id, place.at(name)));
        text.unwrap_or_default().into_owned()
    }

    /// An optional text; a blank one counts as absent.
    pub(super) fn optional(
        &mut self,
        fields: &Fields,
        name: &'static str,
        place: Place,
    ) -> Option<String> {
        let id = fields.one(name)?;
        self.filled(id, place.at(name))
    }

    /// Texts of elements of which there may be several.
    pub(super) fn several(
        &mut self,
        fields: &Fields,
        name: &'static str,
        place: Place,
    ) -> Vec<String> {
        let ids = fields.all(name).enumerate();
        ids.filter_map(|(index, id)| self.filled(id, place.nth(name, index)))
            .collect()
    }

    fn filled(&mut self, id: NodeId, place: Place) -> Option<String> {
        let text = self.text(id, place);
        if text.contains(|c| !is_space(c)) {
            return Some(text.into_owned());
        }
        self.breach("element-empty", place, id, &[]);
        None
    }

    /// An optional address; XML Schema ignores white space around it.
    pub(super) fn uri(
        &mut self,
        fields: &Fields,
        name: &'static str,
        place: Place,
    ) -> Option<String> {
        let text = self.optional(fields, name, place)?;
        Some(text.trim_matches(is_space).to_owned())
    }

    /// The words of a list with white space between; quotes hold a word with
    /// white space together.
    pub(super) fn words(
        &mut self,
        fields: &Fields,
        name: &'static str,
        place: Place,
    ) -> Vec<String> {
        let Some(text) = self.optional(fields, name, place) else {
            return Vec::new();
        };
        let mut words = Vec::new();
        let mut rest = text.trim_start_matches(is_space);
        while !rest.is_empty() {
            let quoted = rest
                .strip_prefix('"')
                .and_then(|inner| inner.split_once('"'));
            let (word, after) = quoted.unwrap_or_else(|| {
                let end = rest.find(is_space).unwrap_or(rest.len());
                rest.split_at(end)
            });
            if !word.is_empty() {
                words.push(word.to_owned());
            }
            rest = after.trim_start_matches(is_space);
        }
        words
    }

    /// The value of a closed list.
    pub(super) fn choice<T: Enumeration>(&mut self, id: NodeId, place: Place) -> Option<T> {
        let text = self.text(id, place);
        if let Some(value) = T::exact(&text) {
            return Some(value);
        }
        let trimmed = text.trim();
        // CAP 1.2 (section 3.2.2) asks readers to take this value of CAP 1.0
        // as its neighbour.
        let old = place.element == "certainty" && trimmed.eq_ignore_ascii_case("Very Likely");
        let found = T::any_case(if old { "Likely" } else { trimmed });
        if self.reader.mode == Mode::Lenient
            && let Some(value) = found
        {
            self.repair(
                "value-repaired",
                place,
                id,
                &[("value", trimmed), ("used", value.as_str())],
            );
            return Some(value);
        }
        self.problem(
            "value-unknown",
            place,
            id,
            &[("value", &text), ("allowed", &T::allowed())],
        );
        None
    }

    /// The value of a closed list, of an element that comes once.
    pub(super) fn choice_at<T: Enumeration>(
        &mut self,
        fields: &Fields,
        name: &'static str,
        place: Place,
    ) -> Option<T> {
        let id = fields.one(name)?;
        self.choice(id, place.at(name))
    }

    /// Values of a closed list, of elements of which there may be several.
    pub(super) fn choices<T: Enumeration>(
        &mut self,
        fields: &Fields,
        name: &'static str,
        place: Place,
    ) -> Vec<T> {
        let ids = fields.all(name).enumerate();
        ids.filter_map(|(index, id)| self.choice(id, place.nth(name, index)))
            .collect()
    }

    /// A date.
    pub(super) fn date(
        &mut self,
        fields: &Fields,
        name: &'static str,
        place: Place,
    ) -> Option<DateTime> {
        let id = fields.one(name)?;
        let place = place.at(name);
        let text = self.text(id, place);
        let trimmed = text.trim_matches(is_space);
        // A blank date of an optional element is a common slip of feeds.
        if trimmed.is_empty() && name != "sent" && self.reader.mode == Mode::Lenient {
            self.breach("element-empty", place, id, &[]);
            return None;
        }
        let exact = trimmed.parse::<DateTime>();
        let read = match (&exact, self.reader.mode, self.version) {
            (Ok(date), ..) => return Some(*date),
            (Err(_), Mode::Lenient, _) => dates::lenient(trimmed),
            (Err(_), Mode::Strict, Some(Version::V1_1)) => dates::xml_schema(trimmed),
            (Err(error), Mode::Strict, _) => Err(*error),
        };
        match read {
            Ok(date) => {
                let used = date.to_string();
                self.repair(
                    "value-repaired",
                    place,
                    id,
                    &[("value", trimmed), ("used", &used)],
                );
                Some(date)
            }
            Err(error) => {
                let code = match error {
                    DateTimeError::Format => "date-format",
                    DateTimeError::Range => "date-range",
                    DateTimeError::NoOffset => "date-no-offset",
                };
                self.problem(code, place, id, &[("value", trimmed)]);
                None
            }
        }
    }

    /// A decimal number.
    pub(super) fn decimal(
        &mut self,
        fields: &Fields,
        name: &'static str,
        place: Place,
    ) -> Option<f64> {
        let id = fields.one(name)?;
        let place = place.at(name);
        let text = self.text(id, place);
        let trimmed = text.trim_matches(is_space);
        if trimmed.is_empty() && self.reader.mode == Mode::Lenient {
            self.breach("element-empty", place, id, &[]);
            return None;
        }
        let value = number(trimmed);
        if value.is_none() {
            self.problem("number-format", place, id, &[("value", trimmed)]);
        }
        value
    }

    /// The size of a file. The schema takes any whole number; one that is no
    /// size breaks a rule.
    pub(super) fn size(&mut self, fields: &Fields, place: Place) -> Option<u64> {
        let id = fields.one("size")?;
        let place = place.at("size");
        let text = self.text(id, place);
        let trimmed = text.trim_matches(is_space);
        if trimmed.is_empty() && self.reader.mode == Mode::Lenient {
            self.breach("element-empty", place, id, &[]);
            return None;
        }
        let digits = trimmed.strip_prefix(['+', '-']).unwrap_or(trimmed);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            self.problem("number-format", place, id, &[("value", trimmed)]);
            return None;
        }
        let value = trimmed.parse().ok();
        if value.is_none() {
            self.breach("resource-size-invalid", place, id, &[("value", trimmed)]);
        }
        value
    }

    /// The language of a block. A blank one means the default of the schema.
    pub(super) fn language(&mut self, fields: &Fields, place: Place) -> Option<String> {
        let id = fields.one("language")?;
        let place = place.at("language");
        let text = self.text(id, place);
        let trimmed = text.trim_matches(is_space);
        if trimmed.is_empty() {
            return None;
        }
        if is_language(trimmed) {
            return Some(trimmed.to_owned());
        }
        let repaired = trimmed.replace('_', "-");
        if self.reader.mode == Mode::Lenient && is_language(&repaired) {
            self.repair(
                "value-repaired",
                place,
                id,
                &[("value", trimmed), ("used", &repaired)],
            );
            return Some(repaired);
        }
        self.problem("language-format", place, id, &[("value", trimmed)]);
        None
    }

    /// Pairs of a name and a value.
    pub(super) fn pairs(
        &mut self,
        fields: &Fields,
        name: &'static str,
        place: Place,
    ) -> Vec<NamedValue> {
        let mut pairs = Vec::new();
        for (index, id) in fields.all(name).enumerate() {
            let place = place.nth(name, index);
            let inner = self.fields(id, place, PAIR);
            let [value_name, value] = ["valueName", "value"].map(|name| {
                inner
                    .one(name)
                    .map(|id| self.text(id, place).into_owned())
                    .unwrap_or_default()
            });
            pairs.push(NamedValue { value_name, value });
        }
        pairs
    }
}

/// Whether a text is of the type `language` of XML Schema.
pub(crate) fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let fits = |part: &str| (1..=8).contains(&part.len());
    parts
        .next()
        .is_some_and(|part| fits(part) && part.bytes().all(|b| b.is_ascii_alphabetic()))
        && parts.all(|part| fits(part) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}
