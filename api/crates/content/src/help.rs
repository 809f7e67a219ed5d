//! Help services: what a visitor may see of them, and the rules that keep the rest out.
//!
//! The schema is `content/help/README.md`. The whole row stays available as JSON for the
//! directory's own interface; the typed part is what pages show.

use std::path::PathBuf;

use serde::Serialize;
use uuid::Uuid;

use crate::Text;
use crate::document::Located;
use crate::value::is_past;

/// Marks of a value: owner's page, third party, conflict, unknown.
pub const MARKS: &[&str] = &["P", "S", "C", "U"];

/// The namespace of all ids of the directory, itself version 5 of
/// `https://safe.brussels/help` in the namespace of URLs.
const NAMESPACE: Uuid = Uuid::from_u128(0x34fa_dc78_3a66_5708_aaa6_d745_4e8a_9e62);

/// The stable id of a thing of the directory: UUID version 5 of `kind/id` (RFC 9562, 5.5).
#[must_use]
pub fn help_uuid(kind: &str, id: &str) -> Uuid {
    Uuid::new_v5(&NAMESPACE, format!("{kind}/{id}").as_bytes())
}

/// What stands for a service in a public address, and says nothing.
#[must_use]
pub fn help_code(id: &str) -> String {
    help_uuid("service", id).simple().to_string()[..8].to_owned()
}

/// Everything under `help/` except the pages.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Help {
    /// Organisations.
    pub organizations: Vec<Organization>,
    /// Terms of the four vocabularies.
    pub terms: Vec<HelpTerm>,
    /// Services in order of id.
    pub services: Vec<Service>,
}

impl Help {
    /// Finds a service by its id.
    #[must_use]
    pub fn service(&self, id: &str) -> Option<&Service> {
        self.services.iter().find(|s| s.id == id)
    }

    /// Finds a term of a vocabulary.
    #[must_use]
    pub fn term(&self, vocabulary: &str, id: &str) -> Option<&HelpTerm> {
        self.terms.iter().find(|t| t.vocabulary == vocabulary && t.id == id)
    }
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Organization {
    /// Id.
    pub id: String,
    /// Official name.
    pub name: Text,
    /// Its site.
    pub website: Option<String>,
}

/// A term of `audience`, `situation`, `need` or `topic`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HelpTerm {
    /// Name of the vocabulary.
    pub vocabulary: &'static str,
    /// Id.
    pub id: String,
    /// Words.
    pub text: Text,
}

/// A service, with only the values a visitor may see; `row` has everything.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Service {
    /// File stem; never part of a public address.
    pub id: String,
    /// File relative to the content root.
    #[serde(skip)]
    pub file: PathBuf,
    /// Organisation that runs it.
    pub organization: Located<String>,
    /// `active`, `inactive`, `defunct` or `temporarily closed`.
    pub status: String,
    /// Audiences.
    pub audiences: Vec<Located<String>>,
    /// Situations.
    pub situations: Vec<Located<String>>,
    /// Needs.
    pub needs: Vec<Located<String>>,
    /// Topics.
    pub topics: Vec<Located<String>>,
    /// `country`, `region` or NIS codes.
    pub coverage: Vec<Located<String>>,
    /// Only for professionals: never shown to the public.
    pub referral_only: bool,
    /// Also lodges people: has no place and no distance.
    pub shelter: bool,
    /// An emergency number, never hidden.
    pub emergency: bool,
    /// Fields to be shown as to be confirmed.
    pub unconfirmed: Vec<String>,
    /// Last day on which the values count as fresh.
    pub expires_on: Option<Located<String>>,
    /// Name.
    pub name: Text,
    /// One or two sentences.
    pub description: Text,
    /// Shown above the number.
    pub alert: Option<Text>,
    /// Published web address.
    pub website: Option<String>,
    /// Languages offered; empty when not known.
    pub languages: Vec<String>,
    /// Published telephone numbers.
    pub phones: Vec<Phone>,
    /// Published mail addresses, shown as text.
    pub mails: Vec<String>,
    /// What is published of its hours.
    pub hours: KnownHours,
    /// Published public places.
    pub places: Vec<Place>,
    /// The whole file.
    pub row: serde_json::Value,
}

/// What a visitor may know of the hours of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KnownHours {
    /// Nothing that may be published.
    Unknown,
    /// Hours of some days; the server says beside the number whether somebody answers now.
    Some,
    /// Day and night, every day.
    Always,
}

impl Service {
    /// Whether anything that leads to it may be shown.
    #[must_use]
    pub fn is_reachable(&self) -> bool {
        self.has_contact() || self.website.is_some() || !self.places.is_empty()
    }

    /// Whether it has a number or an address to write to.
    #[must_use]
    pub fn has_contact(&self) -> bool {
        !self.phones.is_empty() || !self.mails.is_empty()
    }

    /// Whether the public may see the service at all on a day `2026-11-21`: not the ones
    /// for referral, not the closed ones, not the ones 60 days past their date.
    #[must_use]
    pub fn is_public(&self, hidden_before: &str) -> bool {
        let fresh =
            self.emergency || self.expires_on.as_ref().is_none_or(|d| !is_past(&d.value, hidden_before));
        !self.referral_only && self.status == "active" && fresh
    }
}

/// A published telephone number.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Phone {
    /// As printed, with spaces.
    pub number: String,
    /// `voice`, `sms`, `text` or `fax`.
    pub kind: String,
    /// `free`, `bill_unknown`, `in_call_log`…
    pub cost_visibility: Vec<String>,
    /// Which number it is, when there are several.
    pub label: Option<Text>,
}

/// A published public place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Place {
    /// Building.
    pub name: Option<String>,
    /// Street and number.
    pub address: String,
    /// Postcode.
    pub postcode: String,
    /// NIS code.
    pub municipality: String,
}
