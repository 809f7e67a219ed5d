//! Texts, values of closed lists, and pairs.

use std::borrow::Cow;

use super::Mode;
use super::build::Builder;
use super::fields::Fields;
use crate::finding::Place;
use crate::model::{Enumeration, NamedValue};
use crate::uri::is_any_uri;
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

    /// A mandatory name, which white space around it is no part of: references could not
    /// hold it. Strict mode leaves it, for a rule to find.
    pub(super) fn name(&mut self, fields: &Fields, name: &'static str, place: Place) -> String {
        let text = self.required(fields, name, place);
        let trimmed = text.trim_matches(is_space);
        let padded = !trimmed.is_empty() && trimmed.len() < text.len();
        let Some(id) = fields.one(name).filter(|_| padded && self.reader.mode == Mode::Lenient) else {
            return text;
        };
        self.repair("value-repaired", place.at(name), id, &[("value", &text), ("used", trimmed)]);
        trimmed.to_owned()
    }

    /// An optional text; a blank one counts as absent.
    pub(super) fn optional(&mut self, fields: &Fields, name: &'static str, place: Place) -> Option<String> {
        let id = fields.one(name)?;
        self.filled(id, place.at(name))
    }

    /// Texts of elements of which there may be several.
    pub(super) fn several(&mut self, fields: &Fields, name: &'static str, place: Place) -> Vec<String> {
        let ids = fields.all(name).enumerate();
        ids.filter_map(|(index, id)| self.filled(id, place.nth(name, index))).collect()
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
    pub(super) fn uri(&mut self, fields: &Fields, name: &'static str, place: Place) -> Option<String> {
        let text = self.optional(fields, name, place)?;
        let trimmed = text.trim_matches(is_space);
        if is_any_uri(trimmed) {
            return Some(trimmed.to_owned());
        }
        let (id, place, args) = (fields.one(name)?, place.at(name), [("value", trimmed)]);
        match self.reader.mode {
            Mode::Strict => self.problem("uri-format", place, id, &args),
            Mode::Lenient => self.repair("uri-dropped", place, id, &args),
        }
        None
    }

    /// The words of a list with white space between; quotes hold a word with
    /// white space together.
    pub(super) fn words(&mut self, fields: &Fields, name: &'static str, place: Place) -> Vec<String> {
        let Some(text) = self.optional(fields, name, place) else {
            return Vec::new();
        };
        let mut words = Vec::new();
        let mut rest = text.trim_start_matches(is_space);
        while !rest.is_empty() {
            let quoted = rest.strip_prefix('"').and_then(|inner| inner.split_once('"'));
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
            self.repair("value-repaired", place, id, &[("value", trimmed), ("used", value.as_str())]);
            return Some(value);
        }
        self.problem("value-unknown", place, id, &[("value", &text), ("allowed", &T::allowed())]);
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
        ids.filter_map(|(index, id)| self.choice(id, place.nth(name, index))).collect()
    }

    /// Pairs of a name and a value.
    pub(super) fn pairs(&mut self, fields: &Fields, name: &'static str, place: Place) -> Vec<NamedValue> {
        let mut pairs = Vec::new();
        for (index, id) in fields.all(name).enumerate() {
            let place = place.nth(name, index);
            let inner = self.fields(id, place, PAIR);
            let [value_name, value] = ["valueName", "value"]
                .map(|name| inner.one(name).map(|id| self.text(id, place).into_owned()).unwrap_or_default());
            pairs.push(NamedValue { value_name, value });
        }
        pairs
    }
}
