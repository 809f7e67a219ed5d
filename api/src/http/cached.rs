//! Bodies that are made once and copied often, with validators.

use std::borrow::Cow;
use std::sync::OnceLock;

use actix_web::body::BoxBody;
use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, HeaderValue,
    IF_NONE_MATCH, VARY,
};
use actix_web::{HttpRequest, HttpResponse, Responder};
use bytes::Bytes;
use serde::Serialize;

use crate::error::{Error, Result};

/// Bodies below this many bytes stay plain.
const SMALL: usize = 512;

/// How a body is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// As it is.
    Plain,
    /// gzip.
    Gzip,
    /// Brotli.
    Brotli,
}

impl Encoding {
    /// The best packing that a request accepts.
    #[must_use]
    pub fn accepted(request: &HttpRequest) -> Self {
        let Some(header) = request.headers().get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok()) else {
            return Self::Plain;
        };
        let accepts = |name: &str| {
            header.split(',').any(|part| {
                let mut pieces = part.split(';');
                pieces.next().is_some_and(|token| token.trim().eq_ignore_ascii_case(name))
                    && !pieces.any(|q| matches!(q.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
            })
        };
        if accepts("br") {
            Self::Brotli
        } else if accepts("gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }
}

/// One body in three packings, with its validator, ready to be copied. A packing is
/// made when the first reader asks for it: many answers are read by one alone.
#[derive(Debug, Clone)]
pub struct Body {
    plain: Bytes,
    gzip: OnceLock<Option<Bytes>>,
    brotli: OnceLock<Option<Bytes>>,
    etag: HeaderValue,
    content_type: HeaderValue,
}

impl Body {
    /// A body and its validator.
    #[must_use]
    pub fn new(plain: impl Into<Bytes>, content_type: &'static str) -> Self {
        let plain = plain.into();
        let etag = validator(&plain);
        Self::known_by(plain, content_type, etag)
    }

    /// A signed body, known by what was signed: a signature is another one each time it is
    /// made, what it stands for is not.
    #[must_use]
    pub fn signed(plain: impl Into<Bytes>, content_type: &'static str, unsigned: &[u8]) -> Self {
        Self::known_by(plain.into(), content_type, validator(unsigned))
    }

    fn known_by(plain: Bytes, content_type: &'static str, etag: HeaderValue) -> Self {
        let content_type = HeaderValue::from_static(content_type);
        Self { plain, gzip: OnceLock::new(), brotli: OnceLock::new(), etag, content_type }
    }

    /// The bytes as they are.
    #[must_use]
    pub fn plain(&self) -> &Bytes {
        &self.plain
    }

    /// Answers a request: 304 when the reader has it, else the best packing.
    #[must_use]
    pub fn answer(&self, request: &HttpRequest, language: &str, cache: &str) -> HttpResponse {
        let known = request.headers().get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
        let etag = self.etag.to_str().unwrap_or_default();
        let same = known.is_some_and(|list| {
            list.split(',').any(|tag| {
                let tag = tag.trim();
                tag == "*" || tag.trim_start_matches("W/") == etag.trim_start_matches("W/")
            })
        });
        let mut response = if same { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        response
            .insert_header((ETAG, self.etag.clone()))
            .insert_header((VARY, HeaderValue::from_static("Accept-Language, Accept-Encoding")))
            .insert_header((CONTENT_LANGUAGE, language));
        if let Ok(value) = HeaderValue::from_str(cache) {
            response.insert_header((CACHE_CONTROL, value));
        }
        if same {
            return response.finish();
        }
        response.insert_header((CONTENT_TYPE, self.content_type.clone()));
        let packed = match Encoding::accepted(request) {
            // Packing would make a small one larger.
            _ if self.plain.len() < SMALL => None,
            Encoding::Brotli => packing(&self.brotli, || pack_brotli(&self.plain)).map(|bytes| ("br", bytes)),
            Encoding::Gzip => packing(&self.gzip, || pack_gzip(&self.plain)).map(|bytes| ("gzip", bytes)),
            Encoding::Plain => None,
        };
        match packed {
            Some((name, bytes)) => {
                response.insert_header((CONTENT_ENCODING, name));
                response.body(bytes.clone())
            }
            None => response.body(self.plain.clone()),
        }
    }
}

/// A packing, made if nobody asked for it before.
fn packing(kept: &OnceLock<Option<Bytes>>, pack: impl FnOnce() -> Option<Bytes>) -> Option<&Bytes> {
    kept.get_or_init(pack).as_ref()
}

/// Packs a page that is made for one reader, when that reader can unpack it. Only for
/// pages without a secret in them: the length of a packed page tells of what is in it.
#[must_use]
pub fn packed(request: &HttpRequest, plain: String) -> (Option<&'static str>, Bytes) {
    let plain = Bytes::from(plain);
    match Encoding::accepted(request) {
        Encoding::Plain => (None, plain),
        // What is made anew for everybody is packed by the faster of the two.
        Encoding::Gzip | Encoding::Brotli => match pack_gzip(&plain) {
            Some(bytes) => (Some("gzip"), bytes),
            None => (None, plain),
        },
    }
}

/// Weak, because the same representation travels in several packings.
fn validator(bytes: &[u8]) -> HeaderValue {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, bytes);
    let mut text = String::from("W/\"");
    for byte in &digest.as_ref()[..12] {
        text.push_str(&format!("{byte:02x}"));
    }
    text.push('"');
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static("W/\"0\""))
}

fn pack_gzip(plain: &[u8]) -> Option<Bytes> {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    packer.write_all(plain).ok()?;
    packer.finish().ok().map(Bytes::from)
}

fn pack_brotli(plain: &[u8]) -> Option<Bytes> {
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 5, lgwin: 20, ..Default::default() };
    brotli::BrotliCompress(&mut &plain[..], &mut packed, &params).ok()?;
    Some(Bytes::from(packed))
}

/// An answer made for one request that others may cache.
pub struct Cached {
    body: Body,
    language: Cow<'static, str>,
    max_age_s: u32,
}

impl Cached {
    /// A JSON answer.
    ///
    /// # Errors
    /// The value cannot be written as JSON: a fault of ours.
    pub fn json(
        value: &impl Serialize,
        language: impl Into<Cow<'static, str>>,
        max_age_s: u32,
    ) -> Result<Self> {
        let bytes = serde_json::to_vec(value).map_err(|e| Error::Internal(e.into()))?;
        Ok(Self { body: Body::new(bytes, "application/json"), language: language.into(), max_age_s })
    }

    /// Any other answer.
    #[must_use]
    pub fn other(
        bytes: impl Into<Bytes>,
        content_type: &'static str,
        language: impl Into<Cow<'static, str>>,
        max_age_s: u32,
    ) -> Self {
        Self { body: Body::new(bytes, content_type), language: language.into(), max_age_s }
    }
}

impl Responder for Cached {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let cache = if self.max_age_s == 0 {
            "no-cache".to_owned()
        } else {
            format!("public, max-age={}", self.max_age_s)
        };
        self.body.answer(request, &self.language, &cache)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn a_refused_packing_is_not_used() {
        let request =
            TestRequest::default().insert_header((ACCEPT_ENCODING, "br;q=0, gzip")).to_http_request();
        assert_eq!(Encoding::accepted(&request), Encoding::Gzip);
    }

    #[test]
    fn a_new_signature_under_the_same_words_is_the_same_body() {
        let etag = |signature: &str| {
            let body = Body::signed(format!("words, {signature}"), "text/plain", b"words");
            let answer = body.answer(&TestRequest::default().to_http_request(), "fr", "no-cache");
            answer.headers().get(ETAG).expect("etag").clone()
        };
        assert_eq!(etag("first"), etag("second"));
    }

    #[test]
    fn a_known_body_is_not_sent_again() {
        let body = Body::new(vec![b'x'; 2000], "text/plain");
        let first = body.answer(&TestRequest::default().to_http_request(), "fr", "no-cache");
        let etag = first.headers().get(ETAG).expect("etag").clone();
        let request = TestRequest::default().insert_header((IF_NONE_MATCH, etag)).to_http_request();
        assert_eq!(body.answer(&request, "fr", "no-cache").status(), 304);
    }
}
