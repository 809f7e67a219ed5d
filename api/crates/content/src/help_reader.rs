//! Reads `help/`, and refuses what must not be stored or published.

use std::path::Path;

use crate::Finding;
use crate::document::Located;
use crate::help::{Help, HelpTerm, KnownHours, MARKS, Organization, Phone, Place, Service};
use crate::loader::{Loader, check_id};
use crate::reader::Fields;

/// Numbers accepted as a start whatever their mark.
const STARTING_NUMBERS: &[&str] = &[
    "112",
    "101",
    "107",
    "106",
    "102",
    "103",
    "116 000",
    "1712",
    "0800 30 030",
    "0800 98 100",
    "02 535 45 42",
];

pub(crate) fn load_help(loader: &mut Loader) -> Help {
    let organizations = loader.optional_toml(Path::new("help/organizations.toml"), |fields| {
        fields.ignore("sources");
        fields.rows("organization", |row| Organization {
            id: row.string("id"),
            name: row.opt_text_or_name("name").unwrap_or_default(),
            website: row.opt_address("website"),
        })
    });
    let terms = loader.optional_toml(Path::new("help/taxonomy.toml"), |fields| {
        let mut terms = Vec::new();
        for vocabulary in ["audience", "situation", "need", "topic"] {
            terms.extend(fields.rows(vocabulary, |row| HelpTerm {
                vocabulary,
                id: row.string("id"),
                text: row.text("text"),
            }));
        }
        terms
    });
    let mut help = Help {
        organizations: organizations.unwrap_or_default(),
        terms: terms.unwrap_or_default(),
        services: Vec::new(),
    };
    let folder = Path::new("help/services");
    for id in loader.files(folder, "toml") {
        let path = folder.join(format!("{id}.toml"));
        check_id(loader, &path, &id);
        let service = loader.toml(&path, |fields| read_service(&id, &path, fields));
        help.services.extend(service);
    }
    check_references(loader, &help);
    help
}

fn check_references(loader: &mut Loader, help: &Help) {
    for service in &help.services {
        let known = help.organizations.iter().any(|o| o.id == service.organization.value);
        let mut unknown = Vec::new();
        if !known {
            unknown.push((&service.organization, "organization"));
        }
        let lists = [
            ("audience", &service.audiences),
            ("situation", &service.situations),
            ("need", &service.needs),
            ("topic", &service.topics),
        ];
        for (vocabulary, list) in lists {
            unknown.extend(
                list.iter().filter(|t| help.term(vocabulary, &t.value).is_none()).map(|t| (t, vocabulary)),
            );
        }
        for (reference, kind) in unknown {
            let finding = Finding::error(&service.file, reference.line, "unknown-reference");
            loader.push(finding.with("value", &reference.value).with("kind", kind));
        }
    }
}

fn read_service(id: &str, file: &Path, fields: &Fields<'_, '_>) -> Service {
    let shelter = fields.boolean("shelter", false);
    let referral_only = fields.boolean("referral_only", false);
    keep_out(fields, shelter, referral_only);
    let phones = fields.rows("phone", read_phone).into_iter().flatten().collect();
    let channels: Vec<(String, String)> =
        fields.rows("channel", read_channel).into_iter().flatten().collect();
    let address = |kind: &str| channels.iter().find(|(k, _)| k == kind).map(|(_, a)| a.clone());
    let website = fields.table("website", |row| {
        row.json();
        let value = row.address("value");
        row.boolean("publish", false).then_some(value)
    });
    let languages = fields.table("languages", |row| {
        row.json();
        values(row, "values")
    });
    Service {
        id: id.to_owned(),
        file: file.to_owned(),
        organization: fields.strings("organization").into_iter().next().unwrap_or_default(),
        status: fields.one_of("status", &["active", "inactive", "defunct", "temporarily closed"]),
        audiences: fields.strings("audiences"),
        situations: fields.strings("situations"),
        needs: fields.strings("needs"),
        topics: fields.strings("topics"),
        coverage: fields.strings("coverage"),
        referral_only,
        shelter,
        emergency: fields.boolean("emergency", false),
        unconfirmed: values(fields, "unconfirmed"),
        expires_on: fields
            .opt_date("expires_on")
            .map(|value| Located { value, line: fields.line_of("expires_on") }),
        name: fields.text("name"),
        description: fields.text("description"),
        alert: fields.opt_text("alert"),
        website: website.flatten().or_else(|| address("web")),
        languages: languages.unwrap_or_default(),
        phones,
        mails: channels
            .iter()
            .filter(|(k, a)| k == "mail" && a.contains('@'))
            .map(|(_, a)| a.clone())
            .collect(),
        hours: fields.rows("schedule", hours).into_iter().max().unwrap_or(KnownHours::Unknown),
        places: if shelter {
            Vec::new()
        } else {
            fields.rows("place", read_place).into_iter().flatten().collect()
        },
        row: fields.json(),
    }
}

/// Refuges have no place, services for referral no contact: not stored, not even hidden.
fn keep_out(fields: &Fields<'_, '_>, shelter: bool, referral_only: bool) {
    let forbidden: &[&str] = match (shelter, referral_only) {
        (_, true) => &["phone", "channel", "place", "website"],
        (true, false) => &["place"],
        (false, false) => &[],
    };
    for key in forbidden.iter().filter(|k| fields.has(k)) {
        fields.document().error(fields.line_of(key), "must-not-be-stored").with("key", key);
    }
}

fn values(fields: &Fields<'_, '_>, key: &str) -> Vec<String> {
    fields.strings(key).into_iter().map(|v| v.value).collect()
}

/// The value of a row, when it may be published; a row that may not be is refused when
/// it says otherwise.
fn published(row: &Fields<'_, '_>, also_allowed: bool) -> bool {
    let mark = row.one_of("mark", MARKS);
    let publish = row.boolean("publish", false);
    if publish && mark != "P" && !also_allowed {
        row.document().error(row.line_of("publish"), "may-not-be-published").with("mark", mark);
    }
    row.json();
    publish
}

fn read_phone(row: &Fields<'_, '_>) -> Option<Phone> {
    let phone = Phone {
        number: row.string("number"),
        kind: row.one_of("kind", &["voice", "sms", "text", "fax"]),
        cost_visibility: values(row, "cost_visibility"),
        label: row.opt_text("label"),
    };
    published(row, STARTING_NUMBERS.contains(&phone.number.as_str())).then_some(phone)
}

fn read_channel(row: &Fields<'_, '_>) -> Option<(String, String)> {
    let kind = row.string("kind");
    let address = if kind == "web" { row.opt_address("address") } else { row.opt_string("address") };
    let publish = published(row, kind == "web");
    address.filter(|_| publish).map(|address| (kind, address))
}

fn hours(row: &Fields<'_, '_>) -> KnownHours {
    let week = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let days = values(row, "byday");
    let all_day = row.opt_string("opens_at").as_deref() == Some("00:00")
        && row.opt_string("closes_at").as_deref() == Some("24:00");
    let open_on_holidays = row.opt_string("holidays").as_deref() == Some("open");
    let always = all_day && open_on_holidays && week.iter().all(|d| days.iter().any(|day| day == d));
    match published(row, false) {
        true if always => KnownHours::Always,
        true => KnownHours::Some,
        false => KnownHours::Unknown,
    }
}

fn read_place(row: &Fields<'_, '_>) -> Option<Place> {
    let public = row.one_of("visibility", &["public", "on_request"]) == "public";
    let place = Place {
        name: row.opt_string("name"),
        address: row.opt_string("address_1").unwrap_or_default(),
        postcode: row.opt_string("postcode").unwrap_or_default(),
        municipality: row.opt_string("municipality").unwrap_or_default(),
    };
    (published(row, false) && public && !place.address.is_empty()).then_some(place)
}
