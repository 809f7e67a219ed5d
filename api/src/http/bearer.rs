//! The token that a request brings in its header (RFC 6750).

use actix_web::HttpRequest;
use actix_web::http::header::AUTHORIZATION;

/// The bearer token of a request; none when the header is of another scheme, such as that of a
/// proxy in front of us, which says nothing about who asks.
#[must_use]
pub fn bearer(request: &HttpRequest) -> Option<&str> {
    token(request.headers().get(AUTHORIZATION)?.to_str().ok()?)
}

fn token(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ').unwrap_or((header, ""));
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_known_by_its_scheme() {
        for (header, expected) in [
            ("Bearer safe_x", Some("safe_x")),
            ("bearer  safe_x ", Some("safe_x")),
            ("BEARER safe_x", Some("safe_x")),
            ("Bearer", Some("")),
            ("Basic c2FmZTp4", None),
            ("Bearers safe_x", None),
            ("", None),
        ] {
            assert_eq!(token(header), expected, "{header:?}");
        }
    }
}
