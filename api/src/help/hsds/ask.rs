//! What a caller asks, whatever the form it came in.

use std::fmt::Write;

use actix_web::HttpRequest;
use actix_web::http::header::CONTENT_TYPE;
use uuid::Uuid;

use crate::error::{Error, Fault, Result};
use crate::http::{Paging, Reader, Whole};
use crate::i18n::Lang;

/// Largest body of a question, in bytes.
const MOST_BYTES: usize = 16 << 10;
/// Entries on a page when nothing is said.
const PER_PAGE: usize = 25;
/// Longest words, in characters.
const MOST_WORDS: usize = 200;

/// A question. Every part narrows the answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Ask {
    /// Words, folded.
    pub search: Vec<String>,
    /// Page, and entries on it.
    pub paging: Paging,
    /// Terms that must all apply.
    pub terms: Vec<Uuid>,
    /// Vocabularies of which a term must apply.
    pub taxonomies: Vec<Uuid>,
    /// Organisation.
    pub organization: Option<Uuid>,
    /// Changed after this moment.
    pub modified_after_ms: Option<i64>,
    /// Only what the specification requires.
    pub minimal: bool,
    /// Everything, with all languages and where each value comes from.
    pub full: bool,
    /// Postcode.
    pub postcode: Option<String>,
    /// Metres around the postcode.
    pub proximity_m: Option<f64>,
    /// Language, when the question itself names one.
    pub lang: Option<Lang>,
}

impl Ask {
    /// Reads a GET request.
    ///
    /// # Errors
    /// A value breaks a rule; each is listed.
    pub fn of_query(request: &HttpRequest) -> Result<Self> {
        let pairs: Vec<(String, String)> =
            serde_html_form::from_str(request.query_string()).map_err(|_| Error::invalid("query", "form"))?;
        Self::of_pairs(pairs)
    }

    /// Reads a POST request: a form or a JSON object.
    ///
    /// # Errors
    /// The body is too large or none of the two, or a value breaks a rule.
    pub fn of_body(request: &HttpRequest, bytes: &[u8]) -> Result<Self> {
        if bytes.len() > MOST_BYTES {
            return Err(Error::TooLarge);
        }
        let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        if bytes.is_empty() {
            return Self::of_pairs(Vec::new());
        }
        let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        match kind.as_str() {
            "application/json" => {}
            "" | "application/x-www-form-urlencoded" => {
                let pairs = serde_html_form::from_bytes(bytes);
                return Self::of_pairs(pairs.map_err(|_| Error::invalid("form", "form"))?);
            }
            _ => return Err(Error::UnsupportedMedia),
        }
        let object: serde_json::Map<String, serde_json::Value> =
            serde_json::from_slice(bytes).map_err(|_| Error::invalid("body", "json"))?;
        let mut pairs = Vec::new();
        for (name, value) in object {
            let values = match value {
                serde_json::Value::Array(list) => list,
                one => vec![one],
            };
            for value in values {
                match value {
                    serde_json::Value::Null => {}
                    serde_json::Value::String(text) => pairs.push((name.clone(), text)),
                    serde_json::Value::Bool(_) | serde_json::Value::Number(_) => {
                        pairs.push((name.clone(), value.to_string()));
                    }
                    _ => return Err(Error::invalid(name, "value-unknown")),
                }
            }
        }
        Self::of_pairs(pairs)
    }

    fn of_pairs(pairs: Vec<(String, String)>) -> Result<Self> {
        let mut ask = Self::default();
        let mut faults = Vec::new();
        let whole = |name: &str| {
            let last = pairs.iter().rfind(|(key, _)| key == name);
            last.map_or(Whole::Absent, |(_, value)| Whole::read(value))
        };
        match Paging::of(whole("page"), whole("per_page"), PER_PAGE) {
            Ok(paging) => ask.paging = paging,
            Err(Error::Invalid(wrong)) => faults = wrong,
            Err(other) => return Err(other),
        }
        for (name, value) in &pairs {
            // A field that was left empty asks nothing.
            if !value.is_empty() && ask.take(name, value).is_none() {
                let code = if name == "lang" { "language-unknown" } else { "value-unknown" };
                faults.push(Fault::new(known_name(name), code));
            }
        }
        if ask.proximity_m.is_some() && ask.postcode.is_none() {
            faults.push(Fault::new("proximity", "value-unknown"));
        }
        if faults.is_empty() { Ok(ask) } else { Err(Error::Invalid(faults)) }
    }

    fn take(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "search" => {
                let words: String = value.chars().take(MOST_WORDS).collect();
                self.search = folded(&words).split_whitespace().map(str::to_owned).collect();
            }
            // Both are read together.
            "page" | "per_page" => {}
            "format" => return (value == "json").then_some(()),
            "taxonomy_term_id" => self.terms.extend(ids(value)?),
            "taxonomy_id" => self.taxonomies.extend(ids(value)?),
            "organization_id" => self.organization = Some(Uuid::parse_str(value).ok()?),
            "modified_after" => self.modified_after_ms = Some(moment(value)?),
            "minimal" => self.minimal = yes(value)?,
            "full" => self.full = yes(value)?,
            "postcode" => {
                let good = value.len() == 4 && value.bytes().all(|b| b.is_ascii_digit());
                self.postcode = Some(good.then(|| value.to_owned())?);
            }
            "proximity" => {
                let metres: f64 = value.parse().ok()?;
                self.proximity_m = Some((metres > 0.0 && metres <= 50_000.0).then_some(metres)?);
            }
            "lang" => self.lang = Some(Lang::parse(value)?),
            // A parameter of another profile asks nothing here.
            _ => {}
        }
        Some(())
    }

    /// The reader's language: that of the question, else that of the request.
    pub fn reader(&self, request: &HttpRequest) -> Result<Reader> {
        match self.lang {
            Some(lang) => Ok(Reader(Some(lang))),
            None => Reader::of(request),
        }
    }

    /// The same text for the same question.
    pub fn key(&self) -> String {
        let mut key = String::new();
        let _ = write!(key, "{self:?}");
        key
    }
}

/// A name that may be printed back: one of ours, never what somebody typed.
fn known_name(name: &str) -> &'static str {
    const NAMES: [&str; 12] = [
        "search",
        "page",
        "per_page",
        "format",
        "taxonomy_term_id",
        "taxonomy_id",
        "organization_id",
        "modified_after",
        "minimal",
        "full",
        "postcode",
        "proximity",
    ];
    NAMES.into_iter().find(|known| *known == name).unwrap_or("lang")
}

fn ids(value: &str) -> Option<Vec<Uuid>> {
    value.split(',').take(32).map(|id| Uuid::parse_str(id.trim()).ok()).collect()
}

fn yes(value: &str) -> Option<bool> {
    match value {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// A day or a moment, in milliseconds.
fn moment(value: &str) -> Option<i64> {
    if let Ok(at) = value.parse::<jiff::Timestamp>() {
        return Some(at.as_millisecond());
    }
    let day: jiff::civil::Date = value.parse().ok()?;
    Some(day.to_zoned(crate::help::hours::zone()).ok()?.timestamp().as_millisecond())
}

/// Lower case without accents, for comparison.
pub(crate) fn folded(text: &str) -> String {
    safe_search::text::fold(&text.to_lowercase())
}
