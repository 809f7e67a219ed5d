//! `/permits/verify/{code}`, as a page and for programs: whether the code on a letter belongs
//! to a decision that left the house, and whether a file is that letter, unaltered. Nothing
//! else is told: no name, no number, no day, no kind.

use actix_multipart::Multipart;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, get, web};
use askama::Template;
use aws_lc_rs::{constant_time, digest};
use futures_util::StreamExt;
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::entity::decision;
use crate::account;
use crate::app::State;
use crate::audit::hex;
use crate::error::{Error, Result};
use crate::http::{Rate, client_address};
use crate::i18n::Lang;
use crate::portal::{self, Page};

/// Most characters of a code.
const MOST_CHARACTERS: usize = 100;
/// Largest letter that is compared, in bytes.
const MOST_BYTES: usize = 8 * 1024 * 1024;

/// Registers the route.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config.service(verify);
}

/// Registers the pages.
pub fn configure_pages(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/{lang:fr|nl|en|de}/permits/verify/{code}")
            .route(web::get().to(page))
            .route(web::post().to(compare)),
    );
}

/// Whether a letter is genuine.
#[derive(Serialize, ToSchema)]
struct PermitDecisionVerified {
    /// Whether the code belongs to a decision that was given out.
    known: bool,
    /// Whether the file with this hash is its letter; `null` when none was given.
    unaltered: Option<bool>,
}

#[derive(Deserialize)]
struct Asked {
    sha256: Option<String>,
}

/// Whether the code on a letter is that of a decision, and whether a file with a hash is its
/// letter. An unknown code is answered like any other.
#[utoipa::path(tag = "permits", params(("code" = String, Path, description = "code of the letter"),
    ("sha256" = Option<String>, Query, description = "SHA-256 of the file, hexadecimal")),
    responses((status = 200, body = PermitDecisionVerified)))]
#[get("/permits/verify/{code}")]
async fn verify(
    state: web::Data<State>,
    request: HttpRequest,
    code: web::Path<String>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse> {
    state.limiter.check(Rate::Read, client_address(&request, &state.config.http.trusted_proxies))?;
    let given = match asked.sha256.as_deref() {
        Some(hash) if !is_hash(hash) => return Err(Error::invalid("sha256", "value-unknown")),
        other => other.map(str::to_ascii_lowercase),
    };
    let recorded = look(&state, &code).await?;
    let view = PermitDecisionVerified {
        known: recorded.is_some(),
        unaltered: given.map(|given| same(recorded.as_deref(), &given)),
    };
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(view))
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Compared in the same time whatever differs, also with nothing.
fn same(recorded: Option<&str>, given: &str) -> bool {
    let none = "0".repeat(64);
    let equal =
        constant_time::verify_slices_are_equal(recorded.unwrap_or(&none).as_bytes(), given.as_bytes());
    equal.is_ok() && recorded.is_some()
}

/// The hash of the letter that a code belongs to.
async fn look(state: &State, code: &str) -> Result<Option<String>> {
    if code.len() > MOST_CHARACTERS {
        return Ok(None);
    }
    // The code is looked up by its hash: how long the look takes says nothing about codes.
    let found = decision::Entity::find()
        .filter(decision::Column::Verification.eq(account::digest(code)))
        .filter(decision::Column::State.eq("issued"))
        .one(&state.db)
        .await?;
    Ok(found.and_then(|row| row.pdf_sha256))
}

#[derive(Template)]
#[template(path = "permits/verify.html")]
struct Verdict<'a> {
    lang: Lang,
    code: &'a str,
    known: bool,
    unaltered: Option<bool>,
    error: Option<&'static str>,
}

impl Verdict<'_> {
    fn t(&self, id: &str) -> String {
        self.lang.text(id)
    }

    /// What is wrong with the file, for the list above the form.
    fn line(&self, id: &str) -> String {
        crate::http::fault_line(self.lang, &self.t("permits-verify-file"), &self.t(id))
    }
}

async fn show(state: &State, verdict: &Verdict<'_>) -> Result<HttpResponse> {
    let main = verdict.render().map_err(|error| Error::Internal(error.into()))?;
    let title = verdict.t("permits-decision-verify");
    let path = format!("permits/verify/{}", verdict.code);
    let page = Page {
        lang: verdict.lang,
        title: &title,
        path: &path,
        head: "<meta name=\"robots\" content=\"noindex\"><meta name=\"referrer\" content=\"no-referrer\">"
            .to_owned(),
        main,
    };
    let mut response = portal::answer(verdict.lang, portal::pour(state, page).await);
    response
        .headers_mut()
        .insert(CACHE_CONTROL, actix_web::http::header::HeaderValue::from_static("no-store"));
    Ok(response)
}

fn opened(state: &State, request: &HttpRequest, lang: &str) -> Result<Lang> {
    state.limiter.check(Rate::Read, client_address(request, &state.config.http.trusted_proxies))?;
    Lang::parse(lang).filter(|known| known.code() == lang).ok_or(Error::NotFound)
}

async fn page(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse> {
    let (lang, code) = path.into_inner();
    let lang = opened(&state, &request, &lang)?;
    let known = look(&state, &code).await?.is_some();
    show(&state, &Verdict { lang, code: &code, known, unaltered: None, error: None }).await
}

/// Compares a file with the letter. Nothing of it is kept: only its hash is made, piece by
/// piece as it arrives.
async fn compare(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<(String, String)>,
    mut form: Multipart,
) -> Result<HttpResponse> {
    let (lang, code) = path.into_inner();
    let lang = opened(&state, &request, &lang)?;
    state.limiter.check(Rate::Write, client_address(&request, &state.config.http.trusted_proxies))?;
    let (mut hash, mut left, mut size) = (digest::Context::new(&digest::SHA256), MOST_BYTES, 0_usize);
    let bad = |_| Error::invalid("form", "form");
    while let Some(part) = form.next().await {
        let mut part = part.map_err(bad)?;
        let is_file = part.name() == Some("file");
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(bad)?;
            left = left.checked_sub(chunk.len()).ok_or(Error::TooLarge)?;
            if is_file {
                size += chunk.len();
                hash.update(&chunk);
            }
        }
    }
    let recorded = look(&state, &code).await?;
    let given = hex(hash.finish().as_ref());
    let unaltered = (size > 0).then(|| same(recorded.as_deref(), &given));
    let error = (size == 0).then_some("permits-verify-file-missing");
    let verdict = Verdict { lang, code: &code, known: recorded.is_some(), unaltered, error };
    let mut response = show(&state, &verdict).await?;
    if error.is_some() {
        *response.status_mut() = actix_web::http::StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_never_the_same() {
        let (one, zero) = ("a".repeat(64), "0".repeat(64));
        assert!(same(Some(&one), &one));
        assert!(!same(Some(&one), &zero));
        assert!(!same(None, &zero), "the stand-in of an unknown code matches nothing");
        assert!(is_hash(&one) && !is_hash("a") && !is_hash(&"g".repeat(64)));
    }
}
