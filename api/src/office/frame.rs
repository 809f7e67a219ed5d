//! What surrounds every page: bar, navigation, language, sign-out.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_LANGUAGE, HeaderValue};
use askama::Template;

use crate::account::{Role, Staff};
use crate::app::State;
use crate::config::Mode;
use crate::error::{Error, Result};
use crate::http::page;
use crate::i18n::{Args, Lang};

/// Part of the navigation that a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    /// Overview and single alerts.
    Alerts,
    /// A new alert.
    Compose,
    /// A CAP file.
    Import,
    /// Permit files.
    Permits,
    /// Questions asked of an adviser.
    Advice,
    /// Exercises.
    Rehearsal,
    /// Help services.
    Help,
    /// Boxes that people write into.
    Boxes,
    /// Links of our pages to others.
    Links,
    /// Accounts.
    Accounts,
    /// The audit chain.
    Audit,
    /// One's own account.
    Account,
    /// Before sign-in.
    None,
}

/// Who looks at the page.
pub(super) struct Who {
    /// Name shown.
    pub name: String,
    /// Token that every form carries.
    pub csrf: String,
    /// Writes alerts.
    pub author: bool,
    /// Approves alerts.
    pub approver: bool,
    /// Keeps or uses the help directory.
    pub help: bool,
    /// Keeps the boxes that people write into.
    pub boxes: bool,
    /// Looks after links to others.
    pub links: bool,
    /// Sees permit files.
    pub permits: bool,
    /// Gives opinions.
    pub adviser: bool,
    /// Keeps accounts.
    pub administrator: bool,
}

/// The surroundings of one page.
pub(super) struct Frame {
    /// Language.
    pub lang: Lang,
    /// Title.
    pub title: String,
    /// Where in the navigation.
    pub section: Section,
    /// Whether this is not the real system.
    pub demo: bool,
    /// Who looks at it.
    pub who: Option<Who>,
    /// Address of the page, to come back to.
    pub here: String,
    /// What was just done, as a sentence.
    pub done: Option<String>,
}

impl Frame {
    /// A page of somebody who is signed in.
    pub fn new(state: &State, staff: &Staff, section: Section, title: &str, here: &str) -> Self {
        let person = &staff.person;
        Self {
            lang: person.lang,
            title: person.lang.text(title),
            section,
            demo: state.config.mode == Mode::Demo,
            who: Some(Who {
                name: person.name.clone(),
                csrf: staff.csrf.clone(),
                author: person.has(&[Role::AlertAuthor]),
                approver: person.has(&[Role::AlertApprover]),
                permits: person.has(&crate::permit::desk::READERS),
                adviser: person.has(&[Role::Adviser]),
                help: person.has(&[Role::HelpEditor, Role::HelpListener]),
                boxes: person.has(&[Role::Communications]),
                links: person.has(&super::links::KEEPERS),
                administrator: person.has(&[Role::Administrator]),
            }),
            here: here.to_owned(),
            done: None,
        }
    }

    /// A page before sign-in.
    pub fn outside(state: &State, lang: Lang, title: &str) -> Self {
        Self {
            lang,
            title: title.to_owned(),
            section: Section::None,
            demo: state.config.mode == Mode::Demo,
            who: None,
            here: String::new(),
            done: None,
        }
    }

    /// Another title than that of the words.
    pub fn titled(mut self, title: String) -> Self {
        self.title = title;
        self
    }

    /// Tells what was just done, from the code in the address; a code without
    /// words tells nothing.
    pub fn done(mut self, code: Option<&str>) -> Self {
        self.done = code
            .filter(|code| code.len() < 40 && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
            .and_then(|code| self.lang.find(&format!("office-done-{code}")));
        self
    }

    /// A text in the language of the page.
    pub fn t(&self, id: &str) -> String {
        self.lang.text(id)
    }

    /// A text with one value.
    pub fn t1(&self, id: &str, name: &str, value: &str) -> String {
        self.lang.text_with(id, &Args::new().with(name, value))
    }

    /// A name and its value on one line, as a language sets the colon between them.
    pub fn pair(&self, lang: &str, name: &str, value: &str) -> String {
        let args = Args::new().with("name", name).with("value", value);
        Lang::parse(lang).unwrap_or(self.lang).text_with("audit-pair", &args)
    }

    /// A text that depends on how many there are.
    pub fn n(&self, id: &str, count: &i64) -> String {
        self.lang.text_with(id, &Args::new().number("count", *count))
    }

    /// Token of the forms; empty before sign-in.
    pub fn csrf(&self) -> &str {
        self.who.as_ref().map_or("", |who| who.csrf.as_str())
    }

    /// Languages of the back-office.
    pub fn languages(&self) -> [Lang; 4] {
        Lang::office()
    }

    /// Whether the page belongs to a section, for the navigation.
    pub fn is(&self, section: &str) -> bool {
        let own = match self.section {
            Section::Alerts => "alerts",
            Section::Compose => "compose",
            Section::Import => "import",
            Section::Permits => "permits",
            Section::Advice => "advice",
            Section::Rehearsal => "rehearsal",
            Section::Help => "help",
            Section::Boxes => "boxes",
            Section::Links => "links",
            Section::Accounts => "accounts",
            Section::Audit => "audit",
            Section::Account => "account",
            Section::None => "",
        };
        own == section
    }
}

/// A page as an answer.
pub(super) fn answer(lang: Lang, template: &impl Template) -> Result<HttpResponse> {
    let html = template.render().map_err(|error| Error::Internal(error.into()))?;
    let mut response = page(html);
    if let Ok(value) = HeaderValue::from_str(lang.code()) {
        response.headers_mut().insert(CONTENT_LANGUAGE, value);
    }
    Ok(response)
}

/// A page that tells of refused fields.
pub(super) fn refused(lang: Lang, template: &impl Template) -> Result<HttpResponse> {
    let mut response = answer(lang, template)?;
    *response.status_mut() = actix_web::http::StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

#[derive(Template)]
#[template(path = "office/plain.html")]
struct Plain<'a> {
    f: Frame,
    main: &'a str,
}

/// A page of the back-office without a signed-in person.
#[must_use]
pub fn frame_plain(state: &State, lang: Lang, title: &str, main: &str) -> String {
    let f = Frame::outside(state, super::office_lang(Some(lang)), title);
    Plain { f, main }.render().unwrap_or_default()
}
