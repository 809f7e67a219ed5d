//! What belongs to a place: the local services of municipalities and police zones, and the
//! dated bulletins of the authorities (crisis rules, municipal measures, local notices,
//! distributions).

use std::path::Path;

use serde::Serialize;

use crate::article::{Link, read_link};
use crate::document::Located;
use crate::loader::Loader;
use crate::reader::Fields;
use crate::value::is_past;
use crate::{Content, Finding, Text};

/// What a bulletin is: a rule of a crisis, a measure of a mayor, a prevention notice for a
/// neighbourhood, a distribution of goods.
pub const BULLETIN_KINDS: &[&str] = &["rule", "measure", "notice", "distribution"];
/// Levels of the authorities that issue bulletins.
pub const ISSUER_LEVELS: &[&str] = &["communal", "regional", "federal"];

/// A decision or notice with a period in force.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bulletin {
    /// Id and anchor.
    pub id: String,
    /// Line in the file.
    #[serde(skip)]
    pub line: usize,
    /// From [`BULLETIN_KINDS`].
    pub kind: String,
    /// From [`ISSUER_LEVELS`].
    pub level: String,
    /// Who decided.
    pub issuer: Text,
    /// Name.
    pub title: Text,
    /// What it says, in a few sentences.
    pub text: Text,
    /// Day of the decision: day, month or year, as the source gives it.
    pub date: String,
    /// First day in force, when the source gives it.
    pub from: Option<String>,
    /// Last day in force, when the source gives it.
    pub until: Option<String>,
    /// No longer in force, whatever the dates say.
    pub archived: bool,
    /// Legal basis.
    pub legal: Option<Text>,
    /// Bulletins that this one changes.
    pub amends: Vec<Located<String>>,
    /// Where it holds; empty means the whole Region.
    pub places: Vec<BulletinPlace>,
    /// The document.
    pub url: Option<String>,
    /// References to sources.
    pub sources: Vec<Located<String>>,
}

/// One municipality of a bulletin.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BulletinPlace {
    /// NIS code.
    pub municipality: Located<String>,
    /// Streets, hall or counter.
    pub place: Option<Text>,
    /// Hours.
    pub hours: Option<Text>,
    /// For whom and on what conditions.
    pub conditions: Option<Text>,
}

impl Bulletin {
    /// Whether it can no longer apply on a day written `2026-11-21`.
    #[must_use]
    pub fn is_over(&self, day: &str) -> bool {
        self.archived || self.until.as_deref().is_some_and(|until| is_past(until, day))
    }

    /// Whether it holds in a municipality; one without places holds everywhere.
    #[must_use]
    pub fn holds_in(&self, nis: &str) -> bool {
        self.places.is_empty() || self.places.iter().any(|p| p.municipality.value == nis)
    }
}

/// A service that belongs to a municipality or a zone.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct LocalService {
    /// NIS code or number of the zone.
    pub place: String,
    /// Named by its owner or by the documents.
    pub known: bool,
    /// Name.
    pub name: Option<Text>,
    /// Telephone, only when its owner has confirmed it.
    pub phone: Option<String>,
    /// Address of its pages.
    pub web: Option<String>,
    /// Hours, only when its owner has confirmed them.
    pub hours: Option<Text>,
}

/// The local services of one function, and what to say where none is known.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct LocalServices {
    /// One row per place.
    pub rows: Vec<LocalService>,
    /// Shown where none is known.
    pub ask: Text,
    /// General pages about the function.
    pub links: Vec<Link>,
}

impl LocalServices {
    /// The confirmed service of a place.
    #[must_use]
    pub fn of(&self, place: &str) -> Option<&LocalService> {
        self.rows.iter().find(|r| r.place == place && r.known)
    }
}

/// Theft-prevention advisers, prevention services and sites of police zones.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Local {
    /// Theft-prevention adviser of each municipality.
    pub advisers: LocalServices,
    /// Prevention service of each municipality.
    pub prevention: LocalServices,
    /// Site of each police zone.
    pub zones: LocalServices,
    /// Local integrated security antennas: municipality and name.
    pub antennas: Vec<LocalService>,
    /// The local prevention plans, the same frame for every municipality.
    pub plan: Option<LocalPlan>,
}

/// The frame of the local prevention plans.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct LocalPlan {
    /// Years, as printed.
    pub period: String,
    /// What is known about priorities and measures.
    pub text: Text,
}

pub(crate) fn load_local(loader: &mut Loader) -> Local {
    let mut local = Local::default();
    let read = |fields: &Fields<'_, '_>| {
        ignore_all(fields, &["sources", "checked"]);
        LocalServices {
            rows: fields.rows("adviser", |row| read_service(row, "nis")),
            ask: fields.table("ask", read_ask).unwrap_or_default(),
            links: fields.rows("link", read_link),
        }
    };
    local.advisers = loader.optional_toml(Path::new("advisers.toml"), read).unwrap_or_default();
    let read = |fields: &Fields<'_, '_>| {
        ignore_all(fields, &["sources", "checked"]);
        let services = |key: &str, ask: &str, place: &str| LocalServices {
            rows: fields.rows(key, |row| read_service(row, place)),
            ask: fields.table(ask, read_ask).unwrap_or_default(),
            links: Vec::new(),
        };
        local.prevention = services("prevention", "ask", "nis");
        local.zones = services("zone", "ask_zone", "id");
        local.antennas = fields.rows("antenna", |row| read_service(row, "nis"));
        local.plan = fields.table("local_plan", |plan| {
            plan.ignore("sources");
            LocalPlan { period: plan.string("period"), text: plan.text("text") }
        });
    };
    loader.optional_toml(Path::new("municipal-services.toml"), read);
    local
}

fn ignore_all(fields: &Fields<'_, '_>, keys: &[&str]) {
    for key in keys {
        fields.ignore(key);
    }
}

fn read_ask(fields: &Fields<'_, '_>) -> Text {
    fields.keys().filter_map(|key| Some((key.parse().ok()?, fields.string(key)))).collect()
}

fn read_service(row: &Fields<'_, '_>, place: &str) -> LocalService {
    ignore_all(row, &["sources", "confirmed", "unconfirmed"]);
    LocalService {
        place: row.string(place),
        known: row.boolean("known", false),
        name: row.opt_text_or_name("name"),
        phone: row.opt_string("phone"),
        web: row.opt_address("web"),
        hours: row.opt_text("hours"),
    }
}

pub(crate) fn read_bulletin(row: &Fields<'_, '_>) -> Bulletin {
    let (date, from) = (row.date("date"), row.opt_date("from"));
    let until = row.end_date("until", Some(from.as_deref().unwrap_or(&date)));
    Bulletin {
        id: row.id(),
        line: row.line(),
        kind: row.one_of("kind", BULLETIN_KINDS),
        level: row.one_of("level", ISSUER_LEVELS),
        issuer: row.opt_text_or_name("issuer").unwrap_or_default(),
        title: row.text("title"),
        text: row.text("text"),
        date,
        from,
        until,
        archived: row.boolean("archived", false),
        legal: row.opt_text("legal"),
        amends: row.strings("amends"),
        places: row.rows("place", read_place),
        url: row.opt_address("url"),
        sources: row.strings("sources"),
    }
}

fn read_place(row: &Fields<'_, '_>) -> BulletinPlace {
    BulletinPlace {
        municipality: row.strings("municipality").into_iter().next().unwrap_or_default(),
        place: row.opt_text_or_name("place"),
        hours: row.opt_text("hours"),
        conditions: row.opt_text("conditions"),
    }
}

/// Municipalities and other bulletins that a bulletin names must exist.
pub(crate) fn check_bulletins(loader: &mut Loader, content: &Content) {
    let file = Path::new("bulletins.toml");
    let unknown = |at: &Located<String>, what: &str| {
        Finding::error(file, at.line, "unknown-reference").with("value", &at.value).with("kind", what)
    };
    for bulletin in &content.bulletins {
        for place in bulletin.places.iter().map(|p| &p.municipality) {
            if content.areas.municipality(&place.value).is_none() {
                loader.push(unknown(place, "municipality"));
            }
        }
        for other in &bulletin.amends {
            if !content.bulletins.iter().any(|b| b.id == other.value) {
                loader.push(unknown(other, "bulletin"));
            }
        }
    }
}
