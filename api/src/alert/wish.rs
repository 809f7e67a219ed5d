//! The language that a reader of alerts wishes: one of the portal's, or another one, in which
//! a message of others may have come.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::ACCEPT_LANGUAGE;
use actix_web::{FromRequest, HttpRequest};

use safe_cap::{Alert, Info};

use crate::error::Error;
use crate::http::Reader;
use crate::i18n::Lang;

/// Codes of two letters (ISO 639-1). What is none of them is a slip, which is told.
const TWO_LETTERS: &str = " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr \
    cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy \
    hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu \
    lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro \
    ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk \
    ur uz ve vi vo wa wo xh yi yo za zh zu ";

/// Other languages that are looked at in one header.
const MOST: usize = 8;

/// What a reader of alerts wishes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    /// Languages that the portal does not speak and that come before its own, best first.
    others: Vec<String>,
    /// Language of the portal, where the alert has none of the others; none means French and
    /// Dutch together.
    pub lang: Option<Lang>,
}

impl From<Option<Lang>> for Wish {
    fn from(lang: Option<Lang>) -> Self {
        Self { others: Vec::new(), lang }
    }
}

/// The language of a tag (BCP 47) without region and script; none when it cannot be one.
fn primary(tag: &str) -> Option<String> {
    let code = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    let is_word = code.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_known = code.len() == 3 || (code.len() == 2 && TWO_LETTERS.contains(&format!(" {code} ")));
    (is_word && is_known).then_some(code)
}

/// The language of a block as its own message names it; `und` when that is no tag at all.
#[must_use]
pub fn tag_of(info: &Info) -> String {
    let tag = info.language();
    let is_tag =
        !tag.is_empty() && tag.len() <= 35 && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if is_tag { tag.to_owned() } else { "und".to_owned() }
}

impl Wish {
    /// Reads the request: `?lang=`, else `Accept-Language`.
    ///
    /// # Errors
    /// `lang` names no language.
    pub fn of(request: &HttpRequest) -> Result<Self, Error> {
        let asked = request.query_string().split('&').find_map(|pair| pair.strip_prefix("lang="));
        if let Some(tag) = asked.filter(|tag| !tag.is_empty()) {
            if let Some(lang) = Lang::parse(tag) {
                return Ok(Some(lang).into());
            }
            let other = primary(tag).ok_or_else(|| Error::invalid("lang", "language-unknown"))?;
            return Ok(Self { others: vec![other], lang: Reader::header(request) });
        }
        let header = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Ok(header.map_or_else(Self::default, Self::negotiate))
    }

    /// The wishes of an `Accept-Language` header (RFC 9110, section 12.5.4), as far as the
    /// first language of the portal.
    fn negotiate(header: &str) -> Self {
        let mut tags: Vec<(f32, &str)> = header.split(',').take(32).filter_map(weighed).collect();
        tags.sort_by(|a, b| b.0.total_cmp(&a.0));
        let before = tags.iter().take_while(|(_, tag)| Lang::parse(tag).is_none());
        let others = before.filter_map(|(_, tag)| primary(tag)).take(MOST).collect();
        Self { others, lang: Lang::negotiate(header) }
    }

    /// The language that was wished first and is none of the portal's.
    #[must_use]
    pub fn other(&self) -> Option<&str> {
        self.others.first().map(String::as_str)
    }

    /// The block of a message in a language that the portal does not speak and that comes
    /// before its own.
    #[must_use]
    pub fn block<'a>(&self, cap: &'a Alert) -> Option<&'a Info> {
        let is_in = |info: &&Info, code: &str| {
            info.language().split('-').next().is_some_and(|first| first.eq_ignore_ascii_case(code))
        };
        self.others.iter().find_map(|code| cap.info.iter().find(|info| is_in(info, code)))
    }
}

/// A tag of the header and its weight; none when it is refused or means anything.
fn weighed(part: &str) -> Option<(f32, &str)> {
    let mut pieces = part.split(';');
    let tag = pieces.next().unwrap_or_default().trim();
    let weight = pieces.find_map(|piece| piece.trim().strip_prefix("q="));
    let weight = weight.map_or(1.0, |q| q.trim().parse::<f32>().unwrap_or(0.0));
    (weight > 0.0 && tag != "*").then_some((weight, tag))
}

impl FromRequest for Wish {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request))
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn wish(query: &str, header: &str) -> Result<Wish, Error> {
        let request = TestRequest::with_uri(&format!("/api/v1/alerts{query}"));
        Wish::of(&request.insert_header((ACCEPT_LANGUAGE, header)).to_http_request())
    }

    #[test]
    fn other_languages_come_before_the_first_of_the_portal_alone() {
        let read = wish("", "fr;q=0.5, pl-PL, it;q=0.9, pt;q=0.1, xx").expect("a header never fails");
        assert_eq!(read, Wish { others: vec!["pl".to_owned(), "it".to_owned()], lang: Some(Lang::FR) });
        assert_eq!(wish("?lang=nl", "pl").expect("Dutch"), Some(Lang::NL).into());
        let asked = wish("?lang=pl", "nl").expect("Polish");
        assert_eq!((asked.other(), asked.lang), (Some("pl"), Some(Lang::NL)));
        assert_eq!(wish("", "*").expect("anything"), None.into());
        for slip in ["xx", "p", "polish", "p1"] {
            assert!(wish(&format!("?lang={slip}"), "").is_err(), "{slip}");
        }
    }
}
