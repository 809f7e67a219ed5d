//! What leaves, in the words of HSDS 3.1, with the fields of the profile.
//!
//! Each view is made from a [`crate::help::ShownEntry`]: what the public may not see cannot reach it.

mod maker;
mod place;
mod provenance;
mod reach;
mod service;
mod terms;

use std::collections::BTreeMap;

use serde::Serialize;
use uuid::Uuid;

pub(super) use maker::Maker;

/// Names of the four vocabularies.
pub(super) const VOCABULARIES: [&str; 4] = ["audience", "situation", "need", "topic"];

/// A language in which help is offered.
#[derive(Serialize)]
pub(super) struct LanguageView {
    id: Uuid,
    name: String,
    code: String,
}

/// A number.
#[derive(Serialize)]
pub(super) struct PhoneView {
    id: Uuid,
    number: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    cost_visibility: Vec<String>,
    mark: &'static str,
}

/// A row of hours.
#[derive(Serialize)]
pub(super) struct ScheduleView {
    id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    freq: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byday: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dtstart: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opens_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closes_at: Option<String>,
    timezone: i8,
    #[serde(skip_serializing_if = "Option::is_none")]
    attending_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<String>,
    channel: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    answered_by: Option<Uuid>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    languages: Vec<LanguageView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    holidays: Option<String>,
    by_appointment: bool,
    mark: &'static str,
    confirmed_by_phone_on: Option<String>,
}

/// A web address.
#[derive(Serialize)]
pub(super) struct UrlView {
    id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    url: String,
}

/// An organisation.
#[derive(Serialize)]
pub(super) struct OrganizationView {
    id: Uuid,
    name: String,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    website: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translations: Option<Translations>,
}

/// A vocabulary.
#[derive(Serialize)]
pub(super) struct TaxonomyView {
    id: Uuid,
    name: String,
    description: String,
}

/// A term.
#[derive(Serialize)]
pub(super) struct TermView {
    id: Uuid,
    code: String,
    name: String,
    description: String,
    language: String,
    taxonomy_id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    translations: Option<Translations>,
}

/// A term of a service.
#[derive(Serialize)]
pub(super) struct AttributeView {
    id: Uuid,
    link_id: Uuid,
    link_type: &'static str,
    link_entity: &'static str,
    taxonomy_term_id: Uuid,
    taxonomy_term: TermView,
}

/// Where help is offered to people.
#[derive(Serialize)]
pub(super) struct AreaView {
    id: Uuid,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri: Option<String>,
}

#[derive(Serialize)]
struct AddressView {
    id: Uuid,
    address_1: String,
    city: String,
    state_province: String,
    postal_code: String,
    country: &'static str,
    address_type: &'static str,
}

#[derive(Serialize)]
struct LocationView {
    id: Uuid,
    location_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    addresses: Vec<AddressView>,
    visibility: &'static str,
}

/// A service at a place.
#[derive(Serialize)]
pub(super) struct AtLocationView {
    id: Uuid,
    service_id: Uuid,
    location_id: Uuid,
    location: LocationView,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    schedules: Vec<ScheduleView>,
}

/// Texts by field and BCP 47 code.
pub(super) type Translations = BTreeMap<&'static str, BTreeMap<String, String>>;

/// Where a value comes from.
#[derive(Serialize)]
pub(super) struct ProvenanceView {
    field: String,
    mark: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seen: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confirmed_by_phone_on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_on: Option<String>,
}

/// A service.
#[derive(Serialize)]
pub(super) struct ServiceView {
    id: Uuid,
    name: String,
    status: String,
    organization_id: Uuid,
    last_modified: String,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    contact: Option<Contact>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    depth: Option<Depth>,
}

/// What an ordinary answer holds beside the name.
#[derive(Serialize)]
struct Contact {
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    alert: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fees_description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    eligibility_description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum_age: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum_age: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assured_date: Option<String>,
    phones: Vec<PhoneView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    schedules: Vec<ScheduleView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    languages: Vec<LanguageView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    additional_urls: Vec<UrlView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    service_at_locations: Vec<AtLocationView>,
    audience: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unconfirmed: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_on: Option<String>,
    stale: bool,
}

/// What a full answer adds.
#[derive(Serialize)]
struct Depth {
    organization: OrganizationView,
    attributes: Vec<AttributeView>,
    service_areas: Vec<AreaView>,
    translations: Translations,
    provenance: Vec<ProvenanceView>,
    checked: String,
    referral_only: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    flags: Vec<String>,
}
