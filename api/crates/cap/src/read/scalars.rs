//! Dates, numbers and languages.

use super::build::Builder;
use super::fields::Fields;
use super::{Mode, dates};
use crate::finding::Place;
use crate::model::{DateTime, DateTimeError, is_language, number};
use crate::report::Version;
use crate::xml::is_space;

impl Builder<'_, '_, '_> {
    /// A date.
    pub(super) fn date(&mut self, fields: &Fields, name: &'static str, place: Place) -> Option<DateTime> {
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
                self.repair("value-repaired", place, id, &[("value", trimmed), ("used", &used)]);
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
    pub(super) fn decimal(&mut self, fields: &Fields, name: &'static str, place: Place) -> Option<f64> {
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
            self.repair("value-repaired", place, id, &[("value", trimmed), ("used", &repaired)]);
            return Some(repaired);
        }
        self.problem("language-format", place, id, &[("value", trimmed)]);
        None
    }
}
