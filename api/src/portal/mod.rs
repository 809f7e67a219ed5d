//! The built portal, served with live alerts in every page.
//!
//! Zola builds the pages; this noun hands them out, puts the current banner of
//! the page's language into its marked place, and pours server-rendered pages
//! into the built shell. No script is needed to see an alert.
//!
//! - `build`, `store`: the pages are built, packed and kept in memory;
//! - `banner`, `alert_page`, `contact`: live alerts in pages and as pages;
//! - `exit`, `back`: the way out of the help pages, and what is found on the way back.

use actix_web::http::Method;
use actix_web::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_LANGUAGE, ETAG, HeaderValue, LOCATION, REFERRER_POLICY, VARY,
};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::app::State;
use crate::error::{Error, Problem, Result};
use crate::http::{self, page};
use crate::i18n::Lang;

mod alert_page;
mod back;
mod banner;
mod build;
mod contact;
mod exit;
mod store;

pub use back::{closed, is_return};
pub use build::{build, said};
pub use store::Portal;

/// Registers everything that is not the API or the back-office.
pub fn configure(config: &mut web::ServiceConfig) {
    config
        .route("/exit", web::to(exit::exit))
        .service(alert_page::alert_page)
        .default_service(web::to(anything));
}

/// The language at the beginning of an address of the portal.
fn language_of(path: &str) -> Option<Lang> {
    let first = path.split('/').nth(1).unwrap_or_default();
    Lang::parse(first).filter(|lang| lang.code() == first)
}

/// Whether an address belongs to the help pages, which leave no trace.
#[must_use]
pub fn is_discreet(path: &str) -> bool {
    path.split('/').nth(2) == Some("help")
}

/// Whether nothing at all is written down or counted of a request: the help pages, the
/// directory as data, and the way out.
#[must_use]
pub fn leaves_no_trace(path: &str) -> bool {
    is_discreet(path) || path == "/exit" || path.starts_with("/api/v1/hsds")
}

/// Answers a method that is not the one to read with: which ones there are.
fn other_method(request: &HttpRequest, methods: &'static str) -> Result<HttpResponse> {
    if request.method() == Method::OPTIONS {
        return Ok(HttpResponse::NoContent().insert_header((ALLOW, methods)).finish());
    }
    Err(Error::MethodNotAllowed(methods))
}

/// A built page or file.
async fn anything(state: web::Data<State>, request: HttpRequest) -> Result<HttpResponse> {
    let path = request.path();
    let reads = request.method() == Method::GET;
    if path.starts_with("/api/") || path.starts_with("/office/") {
        return match http::allowed(path) {
            Some(methods) if !(reads && methods.starts_with("GET")) => other_method(&request, methods),
            _ => Err(Error::NotFound),
        };
    }
    let reader = crate::http::Reader(crate::http::Reader::header(&request));
    if let Some(target) = state.portal.redirect(path, reader.first()) {
        return Ok(HttpResponse::MovedPermanently()
            .insert_header((LOCATION, target))
            .insert_header((CACHE_CONTROL, "public, max-age=86400"))
            // An old address without language leads each reader to their own.
            .insert_header((VARY, "Accept-Language"))
            .finish());
    }
    let lang = language_of(path);
    // A help page that was closed is opened again by POST.
    let again = is_discreet(path) && request.method() == Method::POST;
    if !reads && !again && state.portal.has(path) {
        return other_method(&request, http::READ_ONLY);
    }
    match state.portal.file(path, lang, &state).await? {
        store::Found::Directory => {
            Ok(HttpResponse::MovedPermanently().insert_header((LOCATION, format!("{path}/"))).finish())
        }
        store::Found::File(file) => {
            let code = lang.map_or("mul", Lang::code);
            if is_discreet(path) {
                if let Some(lang) = lang.filter(|_| is_return(&request)) {
                    return Ok(closed(&state, &request, lang).await);
                }
                // Nothing of these pages stays in a cache or travels onward.
                let mut response = file.body.answer(&request, code, "no-store");
                response.headers_mut().remove(ETAG);
                response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
                return Ok(response);
            }
            Ok(file.body.answer(&request, code, file.cache))
        }
        store::Found::Nothing => Err(Error::NotFound),
    }
}

/// A server-rendered page of the portal, to be poured into the built shell.
pub struct Page<'a> {
    /// Language.
    pub lang: Lang,
    /// Title, as text.
    pub title: &'a str,
    /// Address after the language, without a slash at the beginning.
    pub path: &'a str,
    /// Extra elements of the head, as HTML.
    pub head: String,
    /// Content of `<main>`, as HTML.
    pub main: String,
}

/// Pours a page into the shell of its language.
pub async fn pour(state: &State, page: Page<'_>) -> String {
    let shell_path = if page.path.starts_with("help/") {
        format!("/{}/help/shell/", page.lang)
    } else {
        format!("/{}/shell/", page.lang)
    };
    let shell = state.portal.template(&shell_path).await;
    let shell = shell.unwrap_or_else(|| {
        // Without a built site the page still stands on its own.
        let bare = BareShell { lang: page.lang, discreet: page.path.starts_with("help/") };
        bare.render().unwrap_or_default()
    });
    let banner = banner::html(&state.public.load(), page.lang, &state.world);
    shell
        .replace("SAFE_TITLE", &escaped(page.title))
        .replace("SAFE_PATH", &escaped(page.path))
        .replace("<!--safe:head-->", &page.head)
        .replace("<!--safe:banner-->", &banner)
        .replace("<!--safe:main-->", &safe_content::keep_compounds(&page.main))
}

/// Text made safe for HTML.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[derive(Template)]
#[template(path = "portal/shell.html")]
struct BareShell {
    lang: Lang,
    discreet: bool,
}

#[derive(Template)]
#[template(path = "portal/problem.html")]
struct ProblemPage<'a> {
    lang: Lang,
    title: &'a str,
    detail: &'a str,
    faults: Vec<String>,
    request_id: &'a str,
    /// Where the way goes on: address, and the id of its words.
    on: (String, &'static str),
}

/// Where the way goes on from a page that tells of a problem: to the beginning of what its reader
/// was at.
fn way_on(path: &str, lang: Lang, code: &str) -> (String, &'static str) {
    let files = format!("/{lang}/permits/apply/");
    match (path.starts_with("/office"), code) {
        (true, "unauthorised") => ("/office/sign-in".to_owned(), "office-sign-in"),
        (true, _) => ("/office/".to_owned(), "office-home"),
        // The list of files is no way out when it is what fails.
        _ if path.len() > files.len() && path.starts_with(&files) => (files, "permits-my-files"),
        _ => (format!("/{lang}/"), "page-home"),
    }
}

/// A problem as a page, in the frame of where it happened.
pub async fn problem_page(
    state: &State,
    request: &HttpRequest,
    lang: Lang,
    problem: &Problem,
    (title, detail): (&str, &str),
    request_id: &str,
) -> String {
    let office = request.path().starts_with("/office");
    let faults = problem.faults.iter().map(|fault| crate::http::fault_text(fault, lang)).collect();
    let content = ProblemPage {
        lang,
        title,
        detail,
        faults,
        request_id,
        on: way_on(request.path(), lang, problem.code),
    };
    let main = content.render().unwrap_or_default();
    if office {
        return crate::office::frame_plain(state, lang, title, &main);
    }
    let discreet = is_discreet(request.path());
    // A help page that is not there leaves no trace either.
    if problem.code == "not-found"
        && !discreet
        && let Some(built) = state.portal.template(&format!("/{lang}/404/")).await
    {
        let banner = banner::html(&state.public.load(), lang, &state.world);
        return built.replace("<!--safe:banner-->", &banner);
    }
    let path = request.path().splitn(3, '/').nth(2).unwrap_or_default();
    let path = if discreet { "help/" } else { path };
    pour(state, Page { lang, title, path, head: String::new(), main }).await
}

/// A page made for one reader.
pub(crate) fn answer(lang: Lang, html: String) -> HttpResponse {
    let mut response = page(html);
    if let Ok(value) = HeaderValue::from_str(lang.code()) {
        response.headers_mut().insert(CONTENT_LANGUAGE, value);
    }
    response
}

/// What templates say of an alert.
mod words {
    /// Class of a severity.
    pub fn severity_class(severity: &str) -> String {
        super::banner::severity_class(severity)
    }

    /// Fluent id of a severity.
    pub fn severity_word(severity: &str) -> &'static str {
        match severity {
            "Extreme" => "severity-extreme",
            "Severe" => "severity-severe",
            "Moderate" => "severity-moderate",
            "Minor" => "severity-minor",
            _ => "severity-unknown",
        }
    }

    /// Fluent id of a public state.
    pub fn state_word(state: &str) -> &'static str {
        match state {
            "ended" => "state-ended",
            "cancelled" => "state-cancelled",
            "expired" => "state-expired",
            _ => "state-active",
        }
    }

    /// Fluent id of a crisis level; an unknown one of another system is shown
    /// as the lowest.
    pub fn level_word(level: &str) -> &'static str {
        match level {
            "provincial" => "level-provincial",
            "federal" => "level-federal",
            _ => "level-communal",
        }
    }

    /// The first line of a text.
    pub fn first_line(text: &str) -> &str {
        text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default()
    }

    /// Attributes of words that are in another language than their page; none when they are
    /// in its own. Both are tags without a sign that HTML knows.
    pub fn spoken(words: &str, page: &str) -> String {
        if words == page {
            return String::new();
        }
        let dir = crate::i18n::Lang::parse(words).map_or("auto", crate::i18n::Lang::dir);
        format!(" lang=\"{words}\" dir=\"{dir}\"")
    }
}

pub(crate) use words::{first_line, level_word, severity_class, severity_word, spoken, state_word};
