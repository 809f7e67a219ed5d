//! The typesetter: a closed world of three templates and four fonts, without
//! files, network, packages or a clock.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;
use time::{OffsetDateTime, UtcOffset};
use typst::comemo;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::clean::{clean, clean_all};
use crate::fonts::CASE;
use crate::{Error, Identity};

/// The most characters (Unicode scalar values) of text in one document: about
/// forty pages, more than any letter or booklet of the portal.
pub const MAX_TEXT: usize = 120_000;

/// The most characters of a text that stands on every page or in the metadata:
/// the footer, the pattern of the page number, the title.
pub const MAX_LINE: usize = 500;

/// The templates, in the order of [`Form`], then what they share.
const TEMPLATES: [(&str, &str); 3] = [
    ("letter.typ", include_str!("../templates/letter.typ")),
    ("brochure.typ", include_str!("../templates/brochure.typ")),
    ("common.typ", include_str!("../templates/common.typ")),
];

/// Parsed once per process. A template whose name is not a path cannot be
/// looked up, which the tests of each form would show at once.
static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let read = |(name, text): &(&str, &str)| {
        let path = VirtualPath::new(name).ok()?;
        Some(Source::new(RootedPath::new(VirtualRoot::Project, path).intern(), (*text).to_owned()))
    };
    TEMPLATES.iter().filter_map(read).collect()
});

/// Which template is the main one.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Form {
    Letter = 0,
    Brochure = 1,
}

struct Sheet {
    library: LazyHash<Library>,
    main: FileId,
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &CASE.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        CASE.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets `content` with the template of `form` and exports it. The texts reach
/// the template as values, never as source, so nothing in them is markup.
pub(crate) fn set(form: Form, identity: &Identity, mut content: Value) -> Result<Vec<u8>, Error> {
    let characters = clean_all(&mut content);
    if characters > MAX_TEXT {
        return Err(Error::TooLong { characters, most: MAX_TEXT });
    }
    for key in ["footer", "page_pattern", "title"] {
        let characters = content.get(key).and_then(Value::as_str).map_or(0, |line| line.chars().count());
        if characters > MAX_LINE {
            return Err(Error::TooLong { characters, most: MAX_LINE });
        }
    }
    let untitled = content.get("title").and_then(Value::as_str).is_none_or(str::is_empty);
    if untitled || identity.id.is_empty() {
        return Err(Error::Untitled);
    }
    content["author"] = Value::String(clean(&identity.author));
    let inputs = Dict::deserialize(content).map_err(|e| Error::Typesetting(e.to_string()))?;
    let options = options(identity)?;
    let main = SOURCES.get(form as usize).ok_or_else(|| Error::Typesetting("no template".into()))?.id();
    let library = LazyHash::new(Library::builder().with_inputs(inputs).build());
    let made = make(&Sheet { library, main }, &options);
    // The typesetter remembers earlier results; a letter of a person must not
    // stay in memory after it has been handed over.
    comemo::evict(0);
    made
}

fn make(sheet: &Sheet, options: &PdfOptions) -> Result<Vec<u8>, Error> {
    let document = typst::compile::<PagedDocument>(sheet).output.map_err(|found| reason(&found))?;
    typst_pdf::pdf(&document, options).map_err(|found| reason(&found))
}

/// PDF/A-2a (ISO 19005-2) for the archive and PDF/UA-1 (ISO 14289-1) for
/// assistive technology, in one file; the exporter refuses what breaks either.
fn options(identity: &Identity) -> Result<PdfOptions, Error> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|found| Error::Typesetting(found.message().to_string()))?;
    Ok(PdfOptions {
        ident: Smart::Custom(identity.id.clone()),
        creator: Smart::Custom(Some(concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).into())),
        timestamp: Some(timestamp(identity.date).ok_or(Error::Date)?),
        standards,
        ..PdfOptions::default()
    })
}

fn timestamp(date: OffsetDateTime) -> Option<Timestamp> {
    let utc = date.checked_to_offset(UtcOffset::UTC)?;
    let year = Some(utc.year()).filter(|year| (0..=9999).contains(year))?;
    let (month, day) = (u8::from(utc.month()), utc.day());
    Datetime::from_ymd_hms(year, month, day, utc.hour(), utc.minute(), utc.second()).map(Timestamp::new_utc)
}

/// The first complaint, without what it quotes: quotes are text of a letter.
fn reason(found: &[SourceDiagnostic]) -> Error {
    let message = found.first().map_or("", |first| first.message.as_str());
    let told: Vec<&str> = message.split('`').step_by(2).collect();
    Error::Typesetting(told.join("…"))
}
