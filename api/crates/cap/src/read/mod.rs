//! From XML to a message.

mod build;
mod dates;
mod fields;
mod parts;
mod places;
mod scalars;
mod schema;
mod values;

use std::collections::HashMap;

use crate::decode::decode;
use crate::finding::{Finding, Place};
use crate::limits::Limits;
use crate::model::Alert;
use crate::position::Lines;
use crate::profile::{Level, Profile};
use crate::report::{Breach, Report, Rules};
use crate::validate;
use crate::xml::{self, XmlError};
use build::Builder;

/// How closely a message must keep to the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// As the XML schema of the version has it.
    Strict,
    /// Errors known from real feeds are put right and listed as repairs:
    /// element order, repeated or foreign elements, letter case, white space
    /// in coordinates, open polygons, dates without seconds or with `Z`.
    Lenient,
}

/// Reads messages with a profile and bounds of the caller's choice.
///
/// ```
/// use safe_cap::{Level, Limits, Mode, Profile, Reader};
///
/// let mut profile = Profile::input();
/// profile.set("geocode-without-shape", Level::Off)?;
/// let reader = Reader { mode: Mode::Strict, profile, limits: Limits::ALERT };
/// let report = reader.read(b"<alert/>");
/// assert_eq!(report.errors[0].code, "version-unsupported");
/// # Ok::<(), safe_cap::UnknownRule>(())
/// ```
#[derive(Clone, Debug)]
pub struct Reader {
    /// How closely messages must keep to the schema.
    pub mode: Mode,
    /// The rules beyond the schema.
    pub profile: Profile,
    /// The bounds.
    pub limits: Limits,
}

impl Reader {
    /// A reader for messages of others, with the usual bounds.
    #[must_use]
    pub fn new(mode: Mode) -> Self {
        Self { mode, profile: Profile::input(), limits: Limits::ALERT }
    }

    /// Reads one message. Whatever is wrong stands in the report.
    #[must_use]
    pub fn read(&self, bytes: &[u8]) -> Report {
        if bytes.len() > self.limits.bytes {
            let (size, limit) = (bytes.len().to_string(), self.limits.bytes.to_string());
            let args = [("size", &*size), ("limit", &*limit)];
            return refused(XmlError::new(0, "input-too-large", &args), None);
        }
        match decode(bytes) {
            Ok(text) => self.read_text(&text),
            Err(error) => {
                let valid = std::str::from_utf8(&bytes[..error.offset]).unwrap_or_default();
                refused(error, Some(&Lines::new(valid)))
            }
        }
    }

    fn read_text(&self, text: &str) -> Report {
        let trimmed = text.trim_start_matches(xml::is_space);
        let skipped = text.len() - trimmed.len();
        // White space before an XML declaration is a common slip of feeds.
        let leading = skipped > 0 && self.mode == Mode::Lenient && trimmed.starts_with("<?xml");
        let (source, shift) = if leading { (trimmed, skipped) } else { (text, 0) };
        let tree = match xml::parse(source, &self.limits) {
            Ok(tree) => tree,
            Err(error) => {
                let offset = error.offset + shift;
                return refused(XmlError { offset, ..error }, Some(&Lines::new(text)));
            }
        };
        let rules = Rules::new(&self.profile, self.limits.findings);
        let mut builder = Builder::new(&tree, self, rules);
        if leading {
            builder.repair("xml-leading-space", Place::INPUT, tree.root, &[]);
        }
        let alert = builder.document().filter(|_| !builder.fatal);
        if let Some(alert) = &alert {
            validate::run(alert, &mut builder.rules);
        }
        report(builder, alert, &|| Lines::new(text), shift)
    }
}

/// Gathers what was found, with the places in the text; the text started
/// `shift` bytes before what was read.
fn report<'t>(
    builder: Builder<'_, '_, '_>,
    alert: Option<Alert>,
    lines: &dyn Fn() -> Lines<'t>,
    shift: usize,
) -> Report {
    let Builder { rules, notes, origins, version, signed, .. } = builder;
    let mut report = Report { alert, version, signed, ..Report::default() };
    if notes.is_empty() && rules.found.is_empty() {
        return report;
    }
    let lines = lines();
    for note in notes {
        let finding = located(note.finding, &lines, note.offset + shift);
        let list = if note.repair { &mut report.repairs } else { &mut report.errors };
        list.push(finding);
    }
    let origins: HashMap<String, usize> =
        origins.into_iter().map(|(place, offset)| (place.to_string(), offset)).collect();
    for Breach { level, place, offset, finding } in rules.found {
        let finding = match offset.or_else(|| nearest(&origins, place)) {
            Some(offset) => located(finding, &lines, offset + shift),
            None => finding,
        };
        match level {
            Level::Error => report.errors.push(finding),
            Level::Warning => report.warnings.push(finding),
            Level::Off => {}
        }
    }
    report
}

/// Reads one message with the usual rules and bounds.
///
/// ```
/// use safe_cap::{Mode, read};
///
/// let report = read(include_bytes!("../../tests/fixtures/valid/bilingual.xml"), Mode::Strict);
/// assert!(report.is_accepted());
/// assert_eq!(report.alert.unwrap().languages(), ["fr-BE", "nl-BE"]);
/// ```
#[must_use]
pub fn read(bytes: &[u8], mode: Mode) -> Report {
    Reader::new(mode).read(bytes)
}

/// A report on input that is no XML.
fn refused(error: XmlError, lines: Option<&Lines<'_>>) -> Report {
    let finding = Finding::new(error.code, Place::INPUT, error.args);
    let finding = match lines {
        Some(lines) => located(finding, lines, error.offset),
        None => finding,
    };
    Report { errors: vec![finding], ..Report::default() }
}

fn located(finding: Finding, lines: &Lines<'_>, offset: usize) -> Finding {
    let (line, column) = lines.locate(offset);
    Finding { line: Some(line), column: Some(column), ..finding }
}

/// Where an element stands in the text, or the element it should stand in.
fn nearest(origins: &HashMap<String, usize>, place: Place) -> Option<usize> {
    let path = place.to_string();
    let mut rest = path.as_str();
    loop {
        if let Some(&offset) = origins.get(rest) {
            return Some(offset);
        }
        rest = rest.rsplit_once('/')?.0;
    }
}
