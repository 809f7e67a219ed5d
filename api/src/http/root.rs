//! The one middleware that every request passes.
//!
//! It gives the request its id, renders problems, adds security headers, counts
//! and logs. The log holds method, route pattern, status and time; never an
//! address, a query, an agent or the path a person asked for. Of the help pages
//! nothing is logged or counted at all.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{CONTENT_LANGUAGE, HeaderMap, HeaderName, HeaderValue, VARY};
use actix_web::middleware::Next;
use actix_web::{ResponseError, web};

use super::{Reader, headers, pace, problem};
use crate::alert;
use crate::app::State;
use crate::error::{Error, Problem};

static NEXT: AtomicU64 = AtomicU64::new(0);

/// Id of one request, in the answer and in the log: when the process started and the number
/// of the request, as twenty hexadecimal digits. Every request pays for it, so it is written
/// digit by digit into the header that it becomes.
fn request_id(started: u64) -> HeaderValue {
    let number = NEXT.fetch_add(1, Ordering::Relaxed) & 0xffff_ffff;
    let mut value = (u128::from(started) << 32) | u128::from(number);
    let mut digits = [b'0'; 20];
    for digit in digits.iter_mut().rev() {
        *digit = b"0123456789abcdef"[(value & 0xf) as usize];
        value >>= 4;
    }
    HeaderValue::from_bytes(&digits).unwrap_or_else(|_| HeaderValue::from_static("0"))
}

/// Wraps the whole application.
///
/// # Errors
/// None of its own: an error of a handler comes as an answer and is rendered here.
pub async fn root<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let began = Instant::now();
    let Some(state) = request.app_data::<web::Data<State>>().cloned() else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    let id = request_id(state.started);
    let id_words = || id.to_str().unwrap_or_default();
    // Whoever answers GET answers HEAD (RFC 9110, section 9.3.2); the connection itself
    // leaves the body out, because it still knows what was asked.
    let head = request.method() == Method::HEAD;
    if head {
        request.head_mut().method = Method::GET;
    }
    pace::watch(&mut request);
    // The request must not be cloned before the handler has run: the framework
    // keeps what it matched in a place that only one owner may change.
    // When an alert comes, every phone asks for the list within seconds: it is answered before
    // anything is looked up.
    let (mut response, known) = match alert::list_at_once(&state, request.request()) {
        Some(list) => (request.into_response(list), Some(alert::LIST)),
        None => (next.call(request).await?.map_into_boxed_body(), None),
    };
    let http = response.request().clone();
    let found = response.response_mut().extensions_mut().remove::<Problem>();
    let bare = found.is_none() && is_bare_failure(&response);
    if let Some(problem) = found.or_else(|| bare.then(|| problem::from_status(response.status()))) {
        let mut answer = problem::render(&http, &state, &problem, id_words()).await;
        carry_over(response.headers(), answer.headers_mut());
        response = ServiceResponse::new(http.clone(), answer);
    }
    if head && matches!(response.response().body().size(), BodySize::Stream) {
        // A stream has no end to wait for.
        response = response.map_body(|_, _| BoxBody::new(()));
    }
    let over_tls = state.config.http.base_url.starts_with("https://");
    let status = response.status();
    headers::secure(status, response.headers_mut(), over_tls);
    if is_api(http.path()) && !response.headers().contains_key(CONTENT_LANGUAGE) {
        let spoken = Reader(Reader::header(&http)).content_language();
        response.headers_mut().insert(CONTENT_LANGUAGE, HeaderValue::from_static(spoken));
    }
    record(&state, &http, &response, known, id_words(), began);
    response.headers_mut().insert(HeaderName::from_static("x-request-id"), id);
    Ok(response)
}

/// Whether an address is one of the interface for programs: its answers name their language.
fn is_api(path: &str) -> bool {
    path.starts_with("/api/") || path.starts_with("/office/api/")
}

/// What was said to a page of another host stays said when a problem takes the answer's
/// place: without it a program could not read what went wrong.
fn carry_over(from: &HeaderMap, to: &mut HeaderMap) {
    for (name, value) in from {
        if name.as_str().starts_with("access-control-") {
            to.insert(name.clone(), value.clone());
        } else if name == VARY {
            to.append(VARY, value.clone());
        }
    }
}

/// A method as it is counted and written down: one of a few words, whatever was sent.
fn method_word(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}

/// A failure that no handler of ours made, such as a bad path segment.
fn is_bare_failure(response: &ServiceResponse<BoxBody>) -> bool {
    let status = response.status();
    (status.is_client_error() || status.is_server_error())
        && !response.headers().contains_key(actix_web::http::header::CONTENT_TYPE)
        || (status.is_client_error()
            && response
                .headers()
                .get(actix_web::http::header::CONTENT_TYPE)
                .is_some_and(|value| value.as_bytes().starts_with(b"text/plain")))
}

fn record(
    state: &State,
    http: &actix_web::HttpRequest,
    response: &ServiceResponse<BoxBody>,
    known: Option<&str>,
    id: &str,
    began: Instant,
) {
    if crate::portal::leaves_no_trace(http.path()) {
        return;
    }
    let seconds = began.elapsed().as_secs_f64();
    let status = response.status().as_u16();
    let pattern = if known.is_none() { http.match_pattern() } else { None };
    let route = known.or(pattern.as_deref()).unwrap_or("-");
    let method = method_word(http.method());
    state.metrics.request(method, route, status, seconds);
    let quiet = (http.method().is_safe() || method == "other") && status < 500;
    let ms = (seconds * 1e4).round() / 10.0;
    if quiet {
        tracing::debug!(id, method, route, status, ms, "served");
    } else {
        tracing::info!(id, method, route, status, ms, "served");
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let mut response = error.error_response();
        let problem = response.extensions_mut().remove::<Self>();
        problem.unwrap_or_else(|| problem::from_status(response.status()))
    }
}
