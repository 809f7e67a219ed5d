//! What leaves, in the words of HSDS 3.1, with the fields of the profile.
//!
//! Each view is made from a [`ShownEntry`]: what the public may not see cannot reach it.

use std::collections::BTreeMap;

use serde::Serialize;
use uuid::Uuid;

use super::ask::Ask;
use crate::app::State;
use crate::clock;
use crate::help::directory::{Directory, Organization, ShownEntry, Term, uuid_of};
use crate::help::hours;
use crate::help::row::{Channel, Hours, Known, Phone, Place, Text};
use crate::i18n::Lang;

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

/// What views need beside the entry.
pub(super) struct Maker<'a> {
    /// Places and settings.
    pub state: &'a State,
    /// The directory.
    pub directory: &'a Directory,
    /// Language of the answer.
    pub lang: Lang,
    /// Today.
    pub today: jiff::civil::Date,
    /// Hours that the clocks of Brussels are ahead of UTC today.
    pub offset_h: i8,
}

impl<'a> Maker<'a> {
    /// For one answer.
    pub fn new(state: &'a State, directory: &'a Directory, lang: Lang) -> Self {
        let now_ms = state.clock.now_ms();
        let moment = jiff::Timestamp::from_millisecond(now_ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let seconds = hours::zone().to_offset(moment).seconds();
        let offset_h = i8::try_from(seconds / 3600).unwrap_or(1);
        Self { state, directory, lang, today: hours::day_of(now_ms), offset_h }
    }

    /// A service, as much of it as was asked.
    pub fn service(&self, shown: ShownEntry<'_>, ask: &Ask) -> ServiceView {
        let entry = shown.entry();
        let service = shown.service();
        ServiceView {
            id: entry.uuid,
            name: service.name.words(self.lang).to_owned(),
            status: service.status.clone(),
            organization_id: uuid_of("organization", &service.organization),
            last_modified: clock::rfc3339(entry.changed_at_ms),
            contact: (!ask.minimal).then(|| self.contact(shown)),
            depth: (ask.full && !ask.minimal).then(|| self.depth(shown)),
        }
    }

    fn contact(&self, shown: ShownEntry<'_>) -> Contact {
        let (entry, service) = (shown.entry(), shown.service());
        let eligible = service.eligibility.as_ref().filter(|e| e.known.mark == crate::help::Mark::P);
        let price = service.cost.as_ref().filter(|c| c.known.mark == crate::help::Mark::P);
        let fee = price.and_then(|cost| match cost.value.as_str() {
            "free" => Some(self.lang.text("help-cost-free")),
            "paid" => Some(self.lang.text("help-cost-not-free")),
            _ => None,
        });
        let phones: Vec<PhoneView> = shown.phones().map(|phone| self.phone(&entry.id, phone)).collect();
        let channels = service.channels.iter().filter(|c| c.known.publish).map(|c| c.id.as_str());
        let reached: Vec<&str> = shown.phones().map(|p| p.id.as_str()).chain(channels).collect();
        let rows = service.hours.iter().enumerate();
        let rows = rows.filter(|(_, row)| row.known.publish && reached.contains(&row.channel.as_str()));
        Contact {
            description: service.description.words(self.lang).to_owned(),
            alert: service.alert.as_ref().map(|text| text.words(self.lang).to_owned()),
            url: shown.website().map(str::to_owned),
            email: shown.address("mail").filter(|address| address.contains('@')).map(str::to_owned),
            fees_description: fee,
            eligibility_description: eligible
                .and_then(|e| e.text.as_ref())
                .map(|t| t.words(self.lang).to_owned()),
            minimum_age: eligible.and_then(|e| e.min_age),
            maximum_age: eligible.and_then(|e| e.max_age),
            assured_date: service.assured_date.clone(),
            phones,
            schedules: rows.flat_map(|(n, row)| self.schedules(shown, n, row)).collect(),
            languages: self.languages(&format!("{}/language", entry.id), shown.languages()),
            additional_urls: self.urls(shown),
            service_at_locations: shown.places().map(|place| self.at_location(shown, place)).collect(),
            audience: service.audiences.clone(),
            unconfirmed: service.unconfirmed.clone(),
            expires_on: entry.expires_on.filter(|_| !service.emergency).map(|day| day.to_string()),
            stale: entry.is_stale(self.today),
        }
    }

    fn phone(&self, service: &str, phone: &Phone) -> PhoneView {
        PhoneView {
            id: uuid_of("phone", &format!("{service}/{}", phone.id)),
            number: phone.number.clone(),
            // RFC 6350 names text messages « text ».
            kind: if phone.kind == "sms" { "text".to_owned() } else { phone.kind.clone() },
            description: phone.label.as_ref().map(|label| label.words(self.lang).to_owned()),
            cost_visibility: phone.cost_visibility.clone(),
            mark: phone.known.mark.as_str(),
        }
    }

    fn languages(&self, of: &str, codes: &[String]) -> Vec<LanguageView> {
        let view = |code: &String| LanguageView {
            id: uuid_of("language", &format!("{of}/{code}")),
            name: Lang::parse(code).map_or_else(|| code.clone(), Lang::name),
            code: code.clone(),
        };
        codes.iter().map(view).collect()
    }

    /// A weekly row is one; a row for public holidays is one for each that comes.
    fn schedules(&self, shown: ShownEntry<'_>, number: usize, row: &Hours) -> Vec<ScheduleView> {
        let service = &shown.entry().id;
        if row.freq != "HOLIDAYS" {
            return vec![self.schedule(service, &format!("{service}/{number}"), row, None)];
        }
        let days = self.directory.holidays.coming(self.today);
        let one = |day: jiff::civil::Date| {
            self.schedule(service, &format!("{service}/{number}/{day}"), row, Some(day.to_string()))
        };
        days.into_iter().map(one).collect()
    }

    fn schedule(&self, service: &str, id: &str, row: &Hours, day: Option<String>) -> ScheduleView {
        let kind = self.directory.any(service).and_then(|entry| {
            let phone = entry.service.phones.iter().find(|p| p.id == row.channel).map(|p| p.kind.clone());
            phone.or_else(|| {
                entry.service.channels.iter().find(|c| c.id == row.channel).map(|c| c.kind.clone())
            })
        });
        let confirmed = row.known.confirmed_by_phone_on.clone();
        ScheduleView {
            id: uuid_of("schedule", id),
            freq: day.is_none().then_some("WEEKLY"),
            byday: day.is_none().then(|| row.byday.join(",")),
            dtstart: day.clone(),
            until: day.clone(),
            valid_from: day.clone().or_else(|| row.valid_from.clone()),
            valid_to: day.clone().or_else(|| row.valid_until.clone()),
            opens_at: row.opens_at.map(hours::Clock::printed),
            closes_at: row.closes_at.map(hours::Clock::printed),
            timezone: self.offset_h,
            attending_type: kind,
            notes: confirmed.is_none().then(|| self.lang.text("help-to-confirm")),
            channel: row.channel.clone(),
            answered_by: row.answered_by.as_ref().map(|id| uuid_of("service", id)),
            languages: self.languages(&format!("schedule/{id}"), &row.languages),
            holidays: day.is_none().then(|| row.holidays.clone()).filter(|word| !word.is_empty()),
            by_appointment: row.by_appointment,
            mark: row.known.mark.as_str(),
            confirmed_by_phone_on: confirmed,
        }
    }

    fn urls(&self, shown: ShownEntry<'_>) -> Vec<UrlView> {
        let wanted = |channel: &&Channel| {
            channel.known.publish
                && matches!(channel.kind.as_str(), "web" | "chat" | "form" | "online_booking")
        };
        let view = |channel: &Channel| {
            let url = channel.address.clone().filter(|address| address.starts_with("http"))?;
            let id = uuid_of("url", &format!("{}/{}", shown.entry().id, channel.id));
            Some(UrlView {
                id,
                label: Some(self.lang.text(&format!("help-channel-{}", channel.kind.replace('_', "-")))),
                url,
            })
        };
        shown.service().channels.iter().filter(wanted).filter_map(view).collect()
    }

    /// A service at one of its public places.
    pub fn at_location(&self, shown: ShownEntry<'_>, place: &Place) -> AtLocationView {
        let entry = shown.entry();
        let key = format!("{}/{}", entry.id, place.id);
        let town = place.municipality.as_deref().and_then(|nis| self.state.areas.by_nis(nis));
        let town = town.map(|index| self.state.areas.municipalities[index].name.in_lang(self.lang));
        let address = AddressView {
            id: uuid_of("address", &key),
            address_1: place.address_1.clone().unwrap_or_default(),
            city: town.unwrap_or_default(),
            state_province: self.lang.text("area-region"),
            postal_code: place.postcode.clone().unwrap_or_default(),
            country: "BE",
            address_type: "physical",
        };
        let phones: Vec<&str> = shown.phones().map(|phone| phone.id.as_str()).collect();
        let rows = entry.service.hours.iter().enumerate();
        let rows = rows.filter(|(_, row)| {
            row.known.publish && row.channel == place.id && !phones.contains(&row.channel.as_str())
        });
        AtLocationView {
            id: uuid_of("service_at_location", &key),
            service_id: entry.uuid,
            location_id: uuid_of("place", &key),
            schedules: rows.flat_map(|(n, row)| self.schedules(shown, n, row)).collect(),
            location: LocationView {
                id: uuid_of("place", &key),
                location_type: "physical",
                name: place.name.clone(),
                description: place.access.as_ref().map(|text| text.words(self.lang).to_owned()),
                addresses: vec![address],
                visibility: place.visibility.as_str(),
            },
        }
    }

    fn depth(&self, shown: ShownEntry<'_>) -> Depth {
        let (entry, service) = (shown.entry(), shown.service());
        let organization = self.directory.organization(&service.organization);
        let attributes = self.directory.terms_of(service).map(|term| AttributeView {
            id: uuid_of("attribute", &format!("{}/{}/{}", entry.id, term.vocabulary, term.id)),
            link_id: entry.uuid,
            link_type: term.vocabulary,
            link_entity: "service",
            taxonomy_term_id: term.uuid,
            taxonomy_term: self.term(term, false),
        });
        let flags =
            service.flags.iter().filter(|(_, flag)| flag.value && flag.known.mark == crate::help::Mark::P);
        Depth {
            organization: match organization {
                Some(organization) => self.organization(organization, true),
                None => self.nameless(shown),
            },
            attributes: attributes.collect(),
            service_areas: service.coverage.iter().map(|code| self.area(&entry.id, code)).collect(),
            translations: translations(&[
                ("name", Some(&service.name)),
                ("description", Some(&service.description)),
                ("alert", service.alert.as_ref()),
            ]),
            provenance: provenance(shown),
            checked: service.checked.clone(),
            referral_only: false,
            flags: flags.map(|(name, _)| name.clone()).collect(),
        }
    }

    fn nameless(&self, shown: ShownEntry<'_>) -> OrganizationView {
        let service = shown.service();
        let name = service.name.words(self.lang).to_owned();
        let id = uuid_of("organization", &service.organization);
        OrganizationView { id, description: name.clone(), name, website: None, translations: None }
    }

    /// An organisation; a missing description is that of its first service.
    pub fn organization(&self, organization: &Organization, full: bool) -> OrganizationView {
        let name = organization.name.words(self.lang).to_owned();
        let first =
            self.directory.shown(self.today).find(|shown| shown.service().organization == organization.id);
        let description = first.map(|shown| shown.service().description.words(self.lang).to_owned());
        OrganizationView {
            id: organization.uuid,
            description: description.filter(|text| !text.is_empty()).unwrap_or_else(|| name.clone()),
            name,
            website: organization.website.clone(),
            translations: full.then(|| translations(&[("name", Some(&organization.name))])),
        }
    }

    /// A vocabulary.
    pub fn taxonomy(&self, name: &str) -> TaxonomyView {
        TaxonomyView {
            id: uuid_of("taxonomy", name),
            name: self.lang.text(&format!("help-taxonomy-{name}")),
            description: self.lang.text(&format!("help-taxonomy-{name}-text")),
        }
    }

    /// A term.
    pub fn term(&self, term: &Term, full: bool) -> TermView {
        let (language, words) = term.text.best(self.lang);
        let vocabulary = self.lang.text(&format!("help-taxonomy-{}", term.vocabulary));
        TermView {
            id: term.uuid,
            code: term.id.clone(),
            name: words.to_owned(),
            description: format!("{vocabulary}: {words}"),
            language: language.to_owned(),
            taxonomy_id: uuid_of("taxonomy", term.vocabulary),
            translations: full.then(|| translations(&[("name", Some(&term.text))])),
        }
    }

    fn area(&self, service: &str, code: &str) -> AreaView {
        let index = self.state.areas.by_nis(code);
        let name = match (code, index) {
            (_, Some(index)) => self.state.areas.municipalities[index].name.in_lang(self.lang),
            ("region", None) => self.lang.text("area-region"),
            _ => self.lang.text("help-area-country"),
        };
        let id = uuid_of("service_area", &format!("{service}/{code}"));
        AreaView { id, name, uri: index.map(|_| format!("urn:nis:{code}")) }
    }
}

fn translations(fields: &[(&'static str, Option<&Text>)]) -> Translations {
    fields.iter().filter_map(|(name, text)| Some((*name, text.as_ref()?.0.clone()))).collect()
}

/// Where each value that is shown comes from. Lines of documents stay in the house.
fn provenance(shown: ShownEntry<'_>) -> Vec<ProvenanceView> {
    let service = shown.service();
    let mut values: Vec<(String, &Known)> = Vec::new();
    values.extend(shown.phones().map(|phone| (format!("phones.{}", phone.id), &phone.known)));
    let channels = service.channels.iter().filter(|channel| channel.known.publish);
    values.extend(channels.map(|channel| (format!("channels.{}", channel.id), &channel.known)));
    let rows = service.hours.iter().filter(|row| row.known.publish);
    values.extend(rows.map(|row| (format!("schedules.{}", row.channel), &row.known)));
    values.extend(shown.places().map(|place| (format!("places.{}", place.id), &place.known)));
    values.extend(service.website.iter().filter(|w| w.known.publish).map(|w| ("url".to_owned(), &w.known)));
    values.extend(service.languages.iter().map(|l| ("languages".to_owned(), &l.known)));
    let expires = shown.entry().expires_on.filter(|_| !service.emergency).map(|day| day.to_string());
    let mut rows = Vec::new();
    for (field, known) in values {
        let row = |source: Option<String>, seen: Option<String>| ProvenanceView {
            field: field.clone(),
            mark: known.mark.as_str(),
            source,
            seen,
            confirmed_by_phone_on: known.confirmed_by_phone_on.clone(),
            expires_on: expires.clone(),
        };
        let named: Vec<_> = known.sources.iter().filter(|source| source.url.is_some()).collect();
        if named.is_empty() {
            rows.push(row(None, None));
        }
        rows.extend(named.into_iter().map(|source| row(source.url.clone(), source.seen.clone())));
    }
    rows.dedup_by(|a, b| a.field == b.field && a.source == b.source);
    rows
}
