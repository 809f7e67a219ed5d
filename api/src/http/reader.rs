//! The reader's language as a typed argument.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::ACCEPT_LANGUAGE;
use actix_web::{FromRequest, HttpRequest};

use crate::error::Error;
use crate::i18n::Lang;

/// Language of one request: `?lang=`, else `Accept-Language`, else none, which
/// means French and Dutch together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reader(pub Option<Lang>);

impl Reader {
    /// The language asked for, or French where only one can be given.
    #[must_use]
    pub fn first(self) -> Lang {
        self.0.unwrap_or(Lang::FR)
    }

    /// Value of `Content-Language`.
    #[must_use]
    pub fn content_language(self) -> &'static str {
        self.0.map_or("fr, nl", Lang::code)
    }

    /// `Content-Language` of a list: the languages that its texts are in, which need not
    /// be the one asked for.
    #[must_use]
    pub fn language_of<'a>(self, texts: impl Iterator<Item = &'a str>) -> String {
        let mut spoken: Vec<&str> = Vec::new();
        for lang in texts.flat_map(|langs| langs.split(", ")) {
            if !spoken.contains(&lang) {
                spoken.push(lang);
            }
        }
        if spoken.is_empty() { self.content_language().to_owned() } else { spoken.join(", ") }
    }

    /// Reads the request; an unknown `?lang=` is a fault, an unknown header is not.
    ///
    /// # Errors
    /// `lang` names no language of the portal.
    pub fn of(request: &HttpRequest) -> Result<Self, Error> {
        let asked = request.query_string().split('&').find_map(|pair| pair.strip_prefix("lang="));
        if let Some(tag) = asked.filter(|tag| !tag.is_empty()) {
            return Lang::parse(tag)
                .map(|lang| Self(Some(lang)))
                .ok_or_else(|| Error::invalid("lang", "language-unknown"));
        }
        Ok(Self(Self::header(request)))
    }

    /// The language of the header alone; cannot fail.
    #[must_use]
    pub fn header(request: &HttpRequest) -> Option<Lang> {
        let value = request.headers().get(ACCEPT_LANGUAGE)?.to_str().ok()?;
        Lang::negotiate(value)
    }
}

impl FromRequest for Reader {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request))
    }
}
