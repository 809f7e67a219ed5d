//! What a check found, and where.

use std::fmt;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::codes::{CODES, sentence};

/// The arguments of a finding, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Args(Vec<(&'static str, String)>);

impl Args {
    /// The value of an argument.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// All arguments, in the order of [`CODES`].
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }
}

impl Serialize for Args {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in self.iter() {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// One remark on a message.
///
/// What people read is made elsewhere, in their language, from `code` and
/// `args`; [`CODES`] lists both. `Display` gives a sentence for developers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Stable name of what was found.
    pub code: &'static str,
    /// What the sentence needs to know.
    pub args: Args,
    /// Name of the element, for example `polygon`; empty for the whole input.
    pub element: &'static str,
    /// The way to the element, for example `alert/info[1]/area[2]/polygon[1]`.
    pub path: String,
    /// Line of the input, from 1; absent when no text was read.
    pub line: Option<u32>,
    /// Column of that line in characters, from 1.
    pub column: Option<u32>,
}

impl Finding {
    pub(crate) fn new(code: &'static str, place: Place, args: Vec<(&'static str, String)>) -> Self {
        debug_assert!(
            CODES.iter().any(|(known, names)| *known == code
                && names.iter().copied().eq(args.iter().map(|(name, _)| *name))),
            "{code} with {args:?} is not in the catalogue"
        );
        Self {
            code,
            args: Args(args),
            element: place.element,
            path: place.to_string(),
            line: None,
            column: None,
        }
    }
}

impl std::error::Error for Finding {}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, "{line}:{column}: ")?;
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        let mut text = sentence(self.code).unwrap_or_default();
        while let Some((before, after)) = text.split_once('{') {
            let (name, rest) = after.split_once('}').unwrap_or((after, ""));
            write!(f, "{before}{}", self.args.get(name).unwrap_or_default())?;
            text = rest;
        }
        write!(f, "{text} [{}]", self.code)
    }
}

/// Cuts a text for use as an argument, so that no finding grows large.
pub(crate) fn shorten(text: &str) -> String {
    const LONGEST: usize = 80;
    if text.chars().nth(LONGEST).is_none() {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(std::iter::once('…')).collect()
}

/// The part of an `info` block an element stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Area,
    Resource,
}

/// The way to an element; indices start at 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) info: Option<usize>,
    pub(crate) part: Option<(Part, usize)>,
    /// Empty for the whole input.
    pub(crate) element: &'static str,
    pub(crate) index: Option<usize>,
}

impl Place {
    /// The alert itself.
    pub(crate) const ALERT: Self = Self { info: None, part: None, element: "alert", index: None };
    /// The whole input.
    pub(crate) const INPUT: Self = Self { element: "", ..Self::ALERT };

    /// The information block at this index.
    pub(crate) const fn info(index: usize) -> Self {
        Self { info: Some(index), element: "info", ..Self::ALERT }
    }

    /// The area at this index of the block.
    pub(crate) const fn area(self, index: usize) -> Self {
        Self { part: Some((Part::Area, index)), element: "area", index: None, ..self }
    }

    /// The resource at this index of the block.
    pub(crate) const fn resource(self, index: usize) -> Self {
        Self { part: Some((Part::Resource, index)), element: "resource", index: None, ..self }
    }

    /// An element inside, which comes once.
    pub(crate) const fn at(self, element: &'static str) -> Self {
        Self { element, index: None, ..self }
    }

    /// An element inside, of which there may be several.
    pub(crate) const fn nth(self, element: &'static str, index: usize) -> Self {
        Self { element, index: Some(index), ..self }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.element.is_empty() {
            return Ok(());
        }
        f.write_str("alert")?;
        if let Some(info) = self.info {
            write!(f, "/info[{}]", info + 1)?;
        }
        match self.part {
            Some((Part::Area, index)) => write!(f, "/area[{}]", index + 1)?,
            Some((Part::Resource, index)) => write!(f, "/resource[{}]", index + 1)?,
            None => {}
        }
        if matches!(self.element, "alert" | "info" | "area" | "resource") {
            return Ok(());
        }
        write!(f, "/{}", self.element)?;
        self.index.map_or(Ok(()), |index| write!(f, "[{}]", index + 1))
    }
}
