//! The whole directory in memory: what content gave, changed by the editors, and the one
//! door through which the public sees it.

use std::collections::HashMap;
use std::sync::OnceLock;

use jiff::ToSpan;
use jiff::civil::Date;
use uuid::Uuid;

use super::holidays::Holidays;
use super::row::{Hours, Phone, Place, Service, Text, Visibility};
use crate::i18n::Lang;

/// Days after its date at which an entry disappears.
pub const HIDDEN_AFTER_DAYS: i64 = 60;
/// Days before its date at which an editor is reminded.
pub const REMINDED_DAYS: i64 = 30;

pub use safe_content::help_uuid as uuid_of;

/// An organisation.
#[derive(Debug, Clone)]
pub struct Organization {
    /// Id in the content.
    pub id: String,
    /// Stable id.
    pub uuid: Uuid,
    /// Official name.
    pub name: Text,
    /// Its site.
    pub website: Option<String>,
}

/// A term of one of the four vocabularies.
#[derive(Debug, Clone)]
pub struct Term {
    /// `audience`, `situation`, `need` or `topic`.
    pub vocabulary: &'static str,
    /// Id in the content.
    pub id: String,
    /// Stable id.
    pub uuid: Uuid,
    /// Words.
    pub text: Text,
}

/// How far editors let a service be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// As it is.
    Yes,
    /// With the advice to check by phone.
    Flagged,
    /// Not at all.
    No,
}

/// A service with its place in the life of the directory.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Id in the content; never in a public address.
    pub id: String,
    /// Stable id.
    pub uuid: Uuid,
    /// First eight digits of the id, for addresses that say nothing.
    pub code: String,
    /// What it is.
    pub service: Service,
    /// How far it may be seen.
    pub shown: Shown,
    /// Last day on which it counts as fresh.
    pub expires_on: Option<Date>,
    /// When anything about it last changed.
    pub changed_at_ms: i64,
    /// Whether an editor has changed or checked it.
    pub edited: bool,
    /// When somebody last checked it.
    pub checked_at_ms: Option<i64>,
    /// What words are looked for in, made on first use.
    pub searched: OnceLock<String>,
}

impl Entry {
    /// Whether its day is over: it is then shown with the advice to check by phone.
    #[must_use]
    pub fn is_stale(&self, today: Date) -> bool {
        !self.service.emergency
            && (self.shown == Shown::Flagged || self.expires_on.is_some_and(|last| last < today))
    }

    /// Whether it is so old, or so wrong, that nobody sees it. An emergency number is
    /// never hidden.
    #[must_use]
    pub fn is_hidden(&self, today: Date) -> bool {
        if self.service.emergency {
            return false;
        }
        let limit = today.checked_sub(HIDDEN_AFTER_DAYS.days()).unwrap_or(Date::MIN);
        self.shown == Shown::No
            || self.service.status != "active"
            || self.expires_on.is_some_and(|last| last < limit)
    }
}

/// A service that the public may see. There is no other way to make one than
/// [`Directory::shown`], and views are made from nothing else.
#[derive(Debug, Clone, Copy)]
pub struct ShownEntry<'a>(&'a Entry);

impl<'a> ShownEntry<'a> {
    /// The entry.
    #[must_use]
    pub fn entry(self) -> &'a Entry {
        self.0
    }

    /// The service.
    #[must_use]
    pub fn service(self) -> &'a Service {
        &self.0.service
    }

    /// Published numbers.
    pub fn phones(self) -> impl Iterator<Item = &'a Phone> {
        self.0.service.phones.iter().filter(|phone| phone.known.publish)
    }

    /// Published hours of a phone, channel or place.
    #[must_use]
    pub fn hours(self, channel: &str) -> Vec<&'a Hours> {
        self.0.service.hours.iter().filter(|row| row.channel == channel && row.known.publish).collect()
    }

    /// Places that everybody may know: none of whoever lodges people.
    pub fn places(self) -> impl Iterator<Item = &'a Place> {
        let shelter = self.0.service.shelter;
        self.0.service.places.iter().filter(move |place| {
            !shelter
                && place.visibility == Visibility::Public
                && place.known.publish
                && place.address_1.is_some()
        })
    }

    /// Languages offered; empty when nobody has said.
    #[must_use]
    pub fn languages(self) -> &'a [String] {
        self.0.service.languages.as_ref().map_or(&[], |known| known.values.as_slice())
    }

    /// Whether anything that leads to the service may be shown: a number, a channel, a
    /// site or a place.
    #[must_use]
    pub fn is_reachable(self) -> bool {
        self.phones().next().is_some()
            || self.website().is_some()
            || self.places().next().is_some()
            || self.0.service.channels.iter().any(|channel| channel.known.publish)
    }

    /// The owner's site: that of the service, else its own page among the channels.
    #[must_use]
    pub fn website(self) -> Option<&'a str> {
        let own =
            self.0.service.website.as_ref().filter(|site| site.known.publish).map(|site| site.value.as_str());
        own.or_else(|| self.address("web"))
    }

    /// The published address of a kind of channel.
    #[must_use]
    pub fn address(self, kind: &str) -> Option<&'a str> {
        let mut channels = self.0.service.channels.iter();
        channels.find(|c| c.kind == kind && c.known.publish).and_then(|c| c.address.as_deref())
    }
}

/// The directory.
#[derive(Debug, Default)]
pub struct Directory {
    /// Number of the last change.
    pub version: i64,
    /// Services in the order of their ids.
    pub entries: Vec<Entry>,
    /// Organisations.
    pub organizations: Vec<Organization>,
    /// Terms.
    pub terms: Vec<Term>,
    /// Public holidays.
    pub holidays: Holidays,
    by_uuid: HashMap<Uuid, usize>,
    by_code: HashMap<String, usize>,
}

impl Directory {
    /// Puts a directory together.
    #[must_use]
    pub fn new(
        version: i64,
        entries: Vec<Entry>,
        organizations: Vec<Organization>,
        terms: Vec<Term>,
        holidays: Holidays,
    ) -> Self {
        let by_uuid = entries.iter().enumerate().map(|(i, e)| (e.uuid, i)).collect();
        let by_code = entries.iter().enumerate().map(|(i, e)| (e.code.clone(), i)).collect();
        Self { version, entries, organizations, terms, holidays, by_uuid, by_code }
    }

    /// What the public may see on a day: the only door.
    pub fn shown(&self, today: Date) -> impl Iterator<Item = ShownEntry<'_>> {
        self.entries.iter().filter(move |entry| is_public(entry, today)).map(ShownEntry)
    }

    /// A service that the public may see, by its id.
    #[must_use]
    pub fn shown_by_uuid(&self, uuid: Uuid, today: Date) -> Option<ShownEntry<'_>> {
        let entry = self.entries.get(*self.by_uuid.get(&uuid)?)?;
        is_public(entry, today).then_some(ShownEntry(entry))
    }

    /// A service that the public may see, by the code of its address.
    #[must_use]
    pub fn shown_by_code(&self, code: &str, today: Date) -> Option<ShownEntry<'_>> {
        let entry = self.entries.get(*self.by_code.get(code)?)?;
        is_public(entry, today).then_some(ShownEntry(entry))
    }

    /// Any service, for editors.
    #[must_use]
    pub fn any(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// An organisation.
    #[must_use]
    pub fn organization(&self, id: &str) -> Option<&Organization> {
        self.organizations.iter().find(|organization| organization.id == id)
    }

    /// A term.
    #[must_use]
    pub fn term(&self, vocabulary: &str, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.vocabulary == vocabulary && term.id == id)
    }

    /// The terms of a vocabulary, in order.
    pub fn vocabulary<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Term> {
        self.terms.iter().filter(move |term| term.vocabulary == name)
    }

    /// The terms of a service, with the name of their vocabulary.
    pub fn terms_of<'a>(&'a self, service: &'a Service) -> impl Iterator<Item = &'a Term> {
        let lists = [
            ("audience", &service.audiences),
            ("situation", &service.situations),
            ("need", &service.needs),
            ("topic", &service.topics),
        ];
        lists
            .into_iter()
            .flat_map(move |(vocabulary, ids)| ids.iter().filter_map(move |id| self.term(vocabulary, id)))
    }
}

fn is_public(entry: &Entry, today: Date) -> bool {
    !entry.service.referral_only && !entry.is_hidden(today)
}

/// Place of a service in a list for readers of a language: emergency numbers, those who
/// speak it, those who speak another, those of whom it is not known.
#[must_use]
pub fn rank(service: &Service, lang: Lang) -> u8 {
    match &service.languages {
        _ if service.emergency => 0,
        Some(known) if known.values.iter().any(|code| code == lang.code()) => 1,
        Some(_) => 2,
        None => 3,
    }
}
