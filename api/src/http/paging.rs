//! Which part of a list is asked for: one rule for every list. Pages count from 1, a page has
//! 1 to 100 entries, and what is none of that is a fault that names its field.

use std::fmt;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::de::{Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};

use crate::error::{Error, Fault, Result};

/// Most entries on a page.
const MOST_PER_PAGE: usize = 100;
/// Last page that can be asked for; no list is so long.
const MOST_PAGES: usize = 1_000_000;

/// A number as a caller wrote it. What is no whole number is kept as such, so that the fault
/// can name the field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Whole {
    /// Not written, or left empty.
    #[default]
    Absent,
    /// A whole number from 0.
    Number(usize),
    /// Something else.
    Wrong,
}

impl Whole {
    /// The number of a text.
    #[must_use]
    pub fn read(text: &str) -> Self {
        if text.is_empty() { Self::Absent } else { text.parse().map_or(Self::Wrong, Self::Number) }
    }

    /// The number, if it lies between two others; `usual` when none was written.
    fn between(self, least: usize, most: usize, usual: usize) -> Option<usize> {
        match self {
            Self::Absent => Some(usual),
            Self::Number(number) => (least..=most).contains(&number).then_some(number),
            Self::Wrong => None,
        }
    }
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct Read;
        impl Visitor<'_> for Read {
            type Value = Whole;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number")
            }

            fn visit_u64<E>(self, value: u64) -> std::result::Result<Whole, E> {
                Ok(usize::try_from(value).map_or(Whole::Wrong, Whole::Number))
            }

            fn visit_i64<E>(self, _: i64) -> std::result::Result<Whole, E> {
                Ok(Whole::Wrong)
            }

            fn visit_f64<E>(self, _: f64) -> std::result::Result<Whole, E> {
                Ok(Whole::Wrong)
            }

            fn visit_bool<E>(self, _: bool) -> std::result::Result<Whole, E> {
                Ok(Whole::Wrong)
            }

            fn visit_unit<E>(self) -> std::result::Result<Whole, E> {
                Ok(Whole::Absent)
            }

            fn visit_str<E>(self, text: &str) -> std::result::Result<Whole, E> {
                Ok(Whole::read(text))
            }
        }
        deserializer.deserialize_any(Read)
    }
}

// The description of the API prints what stands in a field when nothing is said.
impl Serialize for Whole {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => number.serialize(serializer),
            Self::Absent | Self::Wrong => serializer.serialize_none(),
        }
    }
}

/// The page that is asked for, and its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paging {
    /// Page, from 1.
    pub page: usize,
    /// Entries on a page, 1 to 100.
    pub per_page: usize,
}

impl Default for Paging {
    /// The whole of a short list.
    fn default() -> Self {
        Self { page: 1, per_page: MOST_PER_PAGE }
    }
}

impl Paging {
    /// The page that two numbers name; `usual` is the length of a page when none is asked for.
    ///
    /// # Errors
    /// A number lies outside of its bounds; each is named.
    pub fn of(page: Whole, per_page: Whole, usual: usize) -> Result<Self> {
        let fault = |field, code| vec![Fault::new(field, code)];
        let page = page.between(1, MOST_PAGES, 1).ok_or_else(|| fault("page", "page"));
        let per_page = per_page.between(1, MOST_PER_PAGE, usual).ok_or_else(|| fault("per_page", "per-page"));
        match (page, per_page) {
            (Ok(page), Ok(per_page)) => Ok(Self { page, per_page }),
            (page, per_page) => {
                let faults = [page.err(), per_page.err()].into_iter().flatten().flatten();
                Err(Error::Invalid(faults.collect()))
            }
        }
    }

    /// Entries before this page.
    #[must_use]
    pub fn skipped(&self) -> usize {
        (self.page - 1).saturating_mul(self.per_page)
    }

    /// Pages of a list of so many entries.
    #[must_use]
    pub fn pages(&self, total: usize) -> usize {
        total.div_ceil(self.per_page)
    }
}

/// The number that an address gives a name.
fn value(request: &HttpRequest, name: &str) -> Whole {
    let mut pairs = request.query_string().split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).map_or(Whole::Absent, |(_, value)| Whole::read(value))
}

/// The page that an address asks for (`page`, `per_page`), of `USUAL` entries when it does not
/// say how many.
#[derive(Debug, Clone, Copy)]
pub struct Paged<const USUAL: usize>(pub Paging);

impl<const USUAL: usize> FromRequest for Paged<USUAL> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Paging::of(value(request, "page"), value(request, "per_page"), USUAL).map(Self))
    }
}

/// The part that an address asks for of a list that is otherwise given whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Slice(pub Option<Paging>);

impl Slice {
    /// Reads the request.
    ///
    /// # Errors
    /// A number lies outside of its bounds; each is named.
    pub fn of(request: &HttpRequest) -> Result<Self> {
        match (value(request, "page"), value(request, "per_page")) {
            (Whole::Absent, Whole::Absent) => Ok(Self(None)),
            (page, per_page) => Paging::of(page, per_page, MOST_PER_PAGE).map(|paging| Self(Some(paging))),
        }
    }

    /// That part of a list.
    #[must_use]
    pub fn part<T>(self, list: Vec<T>) -> Vec<T> {
        match self.0 {
            None => list,
            Some(paging) => list.into_iter().skip(paging.skipped()).take(paging.per_page).collect(),
        }
    }
}

impl FromRequest for Slice {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request))
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn asked(query: &str) -> Result<Paging> {
        let request = TestRequest::with_uri(&format!("/?{query}")).to_http_request();
        let found = Paged::<20>::from_request(&request, &mut Payload::None);
        found.into_inner().map(|found| found.0)
    }

    #[test]
    fn what_is_no_page_is_named() {
        assert_eq!(asked("").expect("the first"), Paging { page: 1, per_page: 20 });
        assert_eq!(asked("page=&per_page=100").expect("left empty"), Paging { page: 1, per_page: 100 });
        for (query, fields) in [
            ("page=0", vec!["page"]),
            ("page=-1", vec!["page"]),
            ("page=1.5", vec!["page"]),
            ("page=99999999999999999999999", vec!["page"]),
            ("per_page=0", vec!["per_page"]),
            ("per_page=101", vec!["per_page"]),
            ("page=x&per_page=y", vec!["page", "per_page"]),
        ] {
            match asked(query) {
                Err(Error::Invalid(faults)) => {
                    let named: Vec<_> = faults.iter().map(|fault| fault.field.as_str()).collect();
                    assert_eq!(named, fields, "{query}");
                }
                other => panic!("{query}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_list_is_whole_until_a_part_is_asked_for() {
        let part = |query: &str| {
            let request = TestRequest::with_uri(&format!("/?{query}")).to_http_request();
            Slice::of(&request).map(|slice| slice.part((1..=250).collect::<Vec<_>>()))
        };
        assert_eq!(part("lang=fr").expect("whole").len(), 250);
        assert_eq!(part("per_page=2&page=3").expect("a part"), [5, 6]);
        assert_eq!(part("page=3").expect("the last"), (201..=250).collect::<Vec<_>>());
        assert!(part("page=4").expect("after the last").is_empty());
        assert!(part("page=0").is_err() && part("per_page=101").is_err() && part("page=x").is_err());
    }

    #[test]
    fn a_body_names_the_field_too() {
        for (json, whole) in [
            ("3", Whole::Number(3)),
            ("\"3\"", Whole::Number(3)),
            ("\"\"", Whole::Absent),
            ("null", Whole::Absent),
            ("-3", Whole::Wrong),
            ("0.5", Whole::Wrong),
            ("true", Whole::Wrong),
        ] {
            assert_eq!(serde_json::from_str::<Whole>(json).expect("read"), whole, "{json}");
        }
    }
}
