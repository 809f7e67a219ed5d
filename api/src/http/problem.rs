//! Problems as people and programs read them (RFC 9457), in their language.

use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT, ALLOW, CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, REFERRER_POLICY, RETRY_AFTER, VARY,
};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::Reader;
use crate::app::State;
use crate::error::{Error, Fault, Problem};
use crate::i18n::{Args, Lang};

/// Body of `application/problem+json`.
#[derive(Serialize, ToSchema)]
pub struct ProblemView {
    /// Stable address of the kind of problem.
    #[serde(rename = "type")]
    kind: String,
    /// What went wrong, in the reader's language.
    title: String,
    /// HTTP status.
    status: u16,
    /// Stable code.
    code: String,
    /// What to do now.
    detail: String,
    /// Refused fields.
    faults: Vec<FaultView>,
    /// Id of the request, to quote to the service.
    request_id: String,
}

/// One refused field.
#[derive(Serialize, ToSchema)]
pub struct FaultView {
    /// Path of the field.
    field: String,
    /// Stable code of the rule.
    code: String,
    /// What is wrong and how to mend it.
    message: String,
    /// Line of the input, where it has lines.
    line: Option<u64>,
}

impl FaultView {
    /// The fault in one language.
    #[must_use]
    pub fn new(fault: &Fault, lang: Lang) -> Self {
        Self {
            field: fault.field.clone(),
            code: fault.code.clone(),
            message: fault_text(fault, lang),
            line: fault.line,
        }
    }
}

/// What is wrong with a field, in one language.
#[must_use]
pub fn fault_text(fault: &Fault, lang: Lang) -> String {
    let args = fault.args.iter().fold(Args::new(), |args, (name, value)| args.with(name, value.clone()));
    // The rules of CAP have words of their own, shared with the reading of files.
    if fault.code.starts_with("cap-") {
        return lang.text_with(&fault.code, &args);
    }
    lang.text_with(&format!("fault-{}", fault.code), &args)
}

/// A line of the list above a refused form: the field in the words of its label, and what is
/// wrong with it; a message that says these words itself stands alone.
#[must_use]
pub fn fault_line(lang: Lang, label: &str, message: &str) -> String {
    let label = label.trim();
    if names(message, label) {
        return message.to_owned();
    }
    lang.text_with("fault-line", &Args::new().with("field", label).with("fault", message))
}

/// Whether a message says the words of a label, as whole words and whatever their case.
fn names(message: &str, label: &str) -> bool {
    let (message, label) = (message.to_lowercase(), label.to_lowercase());
    let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !label.is_empty()
        && message.match_indices(&label).any(|(at, _)| {
            let (before, after) = (&message[..at], &message[at + label.len()..]);
            !is_inside(before.chars().next_back()) && !is_inside(after.chars().next())
        })
}

/// A problem for a failure that the framework made.
pub(super) fn from_status(status: StatusCode) -> Problem {
    let code = match status.as_u16() {
        404 => "not-found",
        405 => "method-not-allowed",
        413 => "too-large",
        415 => "unsupported-media-type",
        400..=499 => "invalid",
        _ => "internal",
    };
    let allow = (status == StatusCode::METHOD_NOT_ALLOWED).then_some(super::READ_ONLY);
    Problem { status, code, rule: None, faults: Vec::new(), retry_after_s: None, allow }
}

/// The language of a problem: that of the person who is signed in, of the page's
/// address, else the reader's.
fn language(request: &HttpRequest) -> Reader {
    if let Some(lang) = request.extensions().get::<Lang>() {
        return Reader(Some(*lang));
    }
    let first = request.path().split('/').nth(1).unwrap_or_default();
    let from_path = (first.len() <= 3).then(|| Lang::parse(first)).flatten();
    from_path.map_or_else(
        || Reader::of(request).unwrap_or_else(|_| Reader(Reader::header(request))),
        |lang| Reader(Some(lang)),
    )
}

/// The answer for a problem: a page for a browser, JSON for a program.
pub(super) async fn render(
    request: &HttpRequest,
    state: &web::Data<State>,
    problem: &Problem,
    request_id: &str,
) -> HttpResponse {
    let reader = language(request);
    let wants_page = !request.path().starts_with("/api/")
        && !request.path().starts_with("/office/api/")
        && request
            .headers()
            .get(ACCEPT)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.contains("text/html"));
    let mut response = HttpResponse::build(problem.status);
    response.insert_header((CACHE_CONTROL, "no-store")).insert_header((VARY, "Accept, Accept-Language"));
    // The address of a help page goes nowhere, also when there is no such page.
    if crate::portal::is_discreet(request.path()) {
        response.insert_header((REFERRER_POLICY, "no-referrer"));
    }
    if let Some(seconds) = problem.retry_after_s {
        response.insert_header((RETRY_AFTER, seconds.to_string()));
    }
    if let Some(methods) = problem.allow {
        response.insert_header((ALLOW, methods));
    }
    if problem.status == StatusCode::UNAUTHORIZED && !wants_page {
        response.insert_header(("WWW-Authenticate", "Bearer"));
    }
    if wants_page {
        let lang = reader.first();
        let (title, detail) = words(problem, lang);
        let html =
            crate::portal::problem_page(state, request, lang, problem, (&title, &detail), request_id).await;
        return response
            .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
            .insert_header((CONTENT_LANGUAGE, lang.code()))
            .body(html);
    }
    let langs = reader.0.map_or_else(|| vec![Lang::FR, Lang::NL], |lang| vec![lang]);
    let said = |part: &dyn Fn(Lang) -> String| {
        let mut parts: Vec<String> = langs.iter().map(|lang| part(*lang)).collect();
        parts.dedup();
        parts.join(" / ")
    };
    let fault_view = |fault: &Fault| FaultView {
        message: said(&|lang| fault_text(fault, lang)),
        ..FaultView::new(fault, langs[0])
    };
    let view = ProblemView {
        kind: format!("{}/api/v1/problems/{}", state.config.http.base_url, problem.code),
        title: said(&|lang| words(problem, lang).0),
        status: problem.status.as_u16(),
        code: problem.rule.unwrap_or(problem.code).to_owned(),
        detail: said(&|lang| words(problem, lang).1),
        faults: problem.faults.iter().map(fault_view).collect(),
        request_id: request_id.to_owned(),
    };
    response
        .insert_header((CONTENT_TYPE, "application/problem+json"))
        .insert_header((CONTENT_LANGUAGE, reader.content_language()))
        .body(serde_json::to_vec(&view).unwrap_or_default())
}

fn words(problem: &Problem, lang: Lang) -> (String, String) {
    let title = lang.text(&format!("error-{}", problem.code));
    let id =
        problem.rule.map_or_else(|| format!("error-{}-detail", problem.code), |rule| format!("rule-{rule}"));
    (title, lang.text(&id))
}

/// Turns what the framework says of an unreadable body, query or path into
/// faults with our own codes.
pub fn input_faults(config: &mut web::ServiceConfig) {
    config
        .app_data(web::JsonConfig::default().limit(2 << 20).error_handler(|error, _| {
            use actix_web::error::JsonPayloadError as Json;
            match &error {
                Json::Overflow { .. } | Json::OverflowKnownLength { .. } => Error::TooLarge.into(),
                Json::ContentType => Error::UnsupportedMedia.into(),
                Json::Deserialize(source) => super::json::fault(source).into(),
                _ => Error::invalid("body", "json").into(),
            }
        }))
        .app_data(web::QueryConfig::default().error_handler(|error, _| {
            Error::Invalid(vec![Fault::new("query", "query").arg("reason", plain(&error.to_string()))]).into()
        }))
        .app_data(web::FormConfig::default().limit(1 << 20).error_handler(|error, _| match error {
            actix_web::error::UrlencodedError::Overflow { .. } => Error::TooLarge.into(),
            _ => Error::invalid("form", "form").into(),
        }))
        .app_data(web::PathConfig::default().error_handler(|_, _| Error::NotFound.into()));
}

/// Technical words of a parser, shortened; they help the programmer who sent it.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_its_field_once() {
        for (label, message, line) in [
            ("Nom", "Indiquez votre nom", "Indiquez votre nom"),
            ("Nom", "Écrivez un nombre", "Nom – Écrivez un nombre"),
            ("Nom", "Indiquez vos prénoms", "Nom – Indiquez vos prénoms"),
            ("Décrivez l’activité", "Décrivez l’activité", "Décrivez l’activité"),
            ("Lieu de naissance", "Indiquez votre lieu de naissance", "Indiquez votre lieu de naissance"),
            ("Date ", "Ce champ est obligatoire", "Date – Ce champ est obligatoire"),
        ] {
            let said = fault_line(Lang::FR, label, message).replace(['\u{2068}', '\u{2069}'], "");
            assert_eq!(said.replace('\u{a0}', " "), line);
        }
    }
}
