//! What every page is made of, and how it reaches the reader.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::reader::Reader;
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang};
use crate::permit::file::File;
use crate::portal::{self, Page};

/// The surroundings of one page.
pub(super) struct Sheet {
    /// Language of the page.
    pub lang: Lang,
    /// Title: the question.
    pub title: String,
    /// Address after the language.
    pub path: String,
    /// Who is signed in.
    pub name: Option<String>,
    /// Whether that is nobody real.
    pub demo: bool,
    /// Token of the forms.
    pub csrf: String,
    /// What was just done or happened, as a sentence.
    pub note: Option<String>,
    /// Whether that was something the person did, and it worked.
    pub note_ok: bool,
    /// Whether something is wrong, for the title.
    pub wrong: bool,
    /// Whether it shows a file to somebody else than its applicant.
    pub shared: bool,
}

/// What a person did here, as the address of the next page tells it.
const DONE: [&str; 11] = [
    "saved",
    "uploaded",
    "removed",
    "erased",
    "withdrawn",
    "answered",
    "left",
    "mandate-asked",
    "mandate-returned",
    "company-yes",
    "company-no",
];

/// The language of an address.
pub(super) fn lang_of(code: &str) -> Result<Lang> {
    Lang::parse(code).filter(|lang| lang.code() == code).ok_or(Error::NotFound)
}

impl Sheet {
    /// A page of somebody who is signed in. `path` follows `permits/apply/`.
    pub fn new(state: &State, citizen: &Citizen, lang: Lang, title: String, path: &str) -> Result<Self> {
        let kept = citizen.kept(state)?;
        Ok(Self {
            name: Some(format!("{} {}", kept.given_names, kept.family_name).trim().to_owned()),
            demo: !citizen.is_official(),
            csrf: citizen.csrf.clone(),
            ..Self::outside(lang, title, path)
        })
    }

    /// A page before sign-in.
    pub fn outside(lang: Lang, title: String, path: &str) -> Self {
        Self {
            lang,
            title,
            path: format!("permits/apply/{path}"),
            name: None,
            demo: false,
            csrf: String::new(),
            note: None,
            note_ok: false,
            wrong: false,
            shared: false,
        }
    }

    /// Tells what was just done, from the code in the address; a code without
    /// words tells nothing.
    pub fn note(mut self, code: Option<&str>) -> Self {
        self.note_ok = code.is_some_and(|code| DONE.contains(&code));
        self.note = code
            .filter(|code| code.len() < 40 && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
            .and_then(|code| self.lang.find(&format!("permits-note-{code}")));
        self
    }

    /// Speaks to whoever reads this file.
    pub fn about(mut self, file: &File) -> Self {
        self.shared = Reader::of(file, self.lang).shared;
        self
    }

    fn reader(&self) -> Reader {
        Reader { lang: self.lang, shared: self.shared }
    }

    /// A text in the language of the page.
    pub fn t(&self, id: &str) -> String {
        self.reader().text(id)
    }

    /// A text with one value.
    pub fn t1(&self, id: &str, name: &str, value: &str) -> String {
        self.reader().text_with(id, &Args::new().with(name, value))
    }

    /// A text that depends on how many there are.
    pub fn n(&self, id: &str, count: usize) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.reader().text_with(id, &Args::new().number("count", count))
    }

    /// Beginning of every address here.
    pub fn base(&self) -> String {
        format!("/{}/permits/apply", self.lang)
    }
}

/// Pours a page into the portal.
pub(super) async fn show(state: &State, sheet: &Sheet, main: &impl Template) -> Result<HttpResponse> {
    let main = main.render().map_err(|error| Error::Internal(error.into()))?;
    // Screen readers hear of a fault before anything else.
    let title = if sheet.wrong {
        sheet.t1("permits-title-error", "title", &sheet.title)
    } else {
        sheet.title.clone()
    };
    let page = Page {
        lang: sheet.lang,
        title: &title,
        path: &sheet.path,
        head: "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        main,
    };
    Ok(portal::answer(sheet.lang, portal::pour(state, page).await))
}

/// The same for a form that was refused.
pub(super) async fn refuse(state: &State, sheet: &Sheet, main: &impl Template) -> Result<HttpResponse> {
    let mut response = show(state, sheet, main).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}
