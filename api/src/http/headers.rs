//! Security headers.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};

/// What a page may load: only from here, no inline script or style. The two policies of
/// Trusted Types name the one address a script may start: that of the worker.
pub const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
    img-src 'self' data:; font-src 'none'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
    trusted-types safe-live safe-push";

/// What a script may do that runs as a worker, where the policy of its own file holds:
/// ask this host, nothing else.
const WORKER_POLICY: &str = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";
const DATA_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// Adds what every answer carries. A header that a handler has set stays.
///
/// An answer without a body that confirms a kept one (304) says nothing about what it may
/// load: its headers replace those of the kept page (RFC 9111, section 3.2), and a page
/// with the policy of data would lose its scripts and pictures.
pub fn secure(status: StatusCode, headers: &mut HeaderMap, over_tls: bool) {
    let is = |kind: &[u8]| {
        headers.get(header::CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(kind))
    };
    let is_page = is(b"text/html");
    let policy = match (is_page, is(b"text/javascript")) {
        (true, _) => PAGE_POLICY,
        (false, true) => WORKER_POLICY,
        (false, false) => DATA_POLICY,
    };
    let mut set = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    if over_tls {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    if status == StatusCode::NOT_MODIFIED {
        return;
    }
    set(header::CONTENT_SECURITY_POLICY, policy);
    set(header::REFERRER_POLICY, "same-origin");
    if is_page {
        set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
        set(
            HeaderName::from_static("permissions-policy"),
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
        );
    }
}

/// A page made for one reader: never kept by anybody.
#[must_use]
pub fn page(html: String) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(status: StatusCode, kind: Option<&'static str>) -> Option<String> {
        let mut headers = HeaderMap::new();
        if let Some(kind) = kind {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        }
        secure(status, &mut headers, true);
        assert!(headers.contains_key(header::X_CONTENT_TYPE_OPTIONS));
        assert!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
        headers.get(header::CONTENT_SECURITY_POLICY).map(|value| value.to_str().expect("text").to_owned())
    }

    #[test]
    fn a_confirmed_page_keeps_its_policy() {
        assert_eq!(policy(StatusCode::OK, Some("text/html; charset=utf-8")).as_deref(), Some(PAGE_POLICY));
        assert_eq!(policy(StatusCode::OK, Some("application/json")).as_deref(), Some(DATA_POLICY));
        assert_eq!(policy(StatusCode::NOT_MODIFIED, None), None);
    }
}
