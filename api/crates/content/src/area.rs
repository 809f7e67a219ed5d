//! Municipalities, police zones and outlines.

use std::path::Path;

use serde::Serialize;

use crate::document::Located;
use crate::loader::Loader;
use crate::reader::Fields;
use crate::value::is_past;
use crate::{Finding, Lang, Text};

/// A municipality.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Municipality {
    /// NIS code, the key everywhere.
    pub nis: String,
    /// Official names in French and Dutch.
    pub name: Text,
    /// Postcodes that are its own.
    pub postcodes: Vec<String>,
    /// Postcodes that it shares with another municipality.
    pub partly: Vec<String>,
}

impl Municipality {
    /// The name for a reader of `lang`: Dutch for Dutch, French for everyone else; both
    /// when they differ and the reader uses neither language.
    #[must_use]
    pub fn label(&self, lang: Lang) -> String {
        let (fr, nl) =
            (self.name.get(Lang::FR).unwrap_or_default(), self.name.get(Lang::NL).unwrap_or_default());
        match lang {
            Lang::FR => fr.to_owned(),
            Lang::NL => nl.to_owned(),
            _ if fr == nl => fr.to_owned(),
            _ => format!("{fr} / {nl}"),
        }
    }
}

/// A police zone as it was between two dates.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Zone {
    /// Number of the zone.
    pub id: String,
    /// Names in French and Dutch.
    pub name: Text,
    /// NIS codes.
    pub municipalities: Vec<Located<String>>,
    /// First day in force.
    pub valid_from: Option<String>,
    /// Last day in force.
    pub valid_to: Option<String>,
}

impl Zone {
    /// Whether the row is in force on a day written `2026-11-21`.
    #[must_use]
    pub fn is_valid_on(&self, day: &str) -> bool {
        self.valid_from.as_deref().is_none_or(|from| from <= day)
            && self.valid_to.as_deref().is_none_or(|to| !is_past(to, day))
    }
}

/// Outline of a municipality: polygons, each a list of rings of `[longitude, latitude]`
/// in WGS 84, the outer ring first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outline {
    /// NIS code.
    pub nis: String,
    /// The polygons.
    pub polygons: Vec<Vec<Vec<[f64; 2]>>>,
}

/// Everything under `areas/`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Areas {
    /// The municipalities in order of NIS code.
    pub municipalities: Vec<Municipality>,
    /// Police zones, all dated rows.
    pub zones: Vec<Zone>,
    /// Outlines in the order of the file.
    pub outlines: Vec<Outline>,
    /// Whom to credit for the outlines.
    pub attribution: String,
}

impl Areas {
    /// Finds a municipality by its NIS code.
    #[must_use]
    pub fn municipality(&self, nis: &str) -> Option<&Municipality> {
        self.municipalities.iter().find(|m| m.nis == nis)
    }

    /// The zone of a municipality on a day.
    #[must_use]
    pub fn zone_of(&self, nis: &str, day: &str) -> Option<&Zone> {
        self.zones.iter().find(|z| z.is_valid_on(day) && z.municipalities.iter().any(|m| m.value == nis))
    }
}

pub(crate) fn load_areas(loader: &mut Loader) -> Areas {
    let municipalities = loader
        .optional_toml(Path::new("areas/municipalities.toml"), |fields| {
            fields.ignore("sources");
            fields.rows("municipality", read_municipality)
        })
        .unwrap_or_default();
    let zones_file = Path::new("areas/zones.toml");
    let zones = loader
        .optional_toml(zones_file, |fields| {
            fields.ignore("sources");
            fields.rows("zone", read_zone)
        })
        .unwrap_or_default();
    for member in zones.iter().flat_map(|z| &z.municipalities) {
        if !municipalities.iter().any(|m| m.nis == member.value) {
            loader.push(Finding::error(zones_file, member.line, "unknown-area").with("value", &member.value));
        }
    }
    let (outlines, attribution) = load_outlines(loader, Path::new("areas/outlines.geojson"));
    Areas { municipalities, zones, outlines, attribution }
}

/// Names of places have a French and a Dutch form; other languages use one of them.
fn place_name(fields: &Fields<'_, '_>) -> Text {
    let names = fields.table("name", |name| {
        let found = [(Lang::FR, name.string("fr")), (Lang::NL, name.string("nl"))];
        let more: Vec<String> =
            name.keys().filter(|k| !["fr", "nl"].contains(k)).map(str::to_owned).collect();
        let others = more.into_iter().filter_map(|k| Some((k.parse().ok()?, name.string(&k))));
        found.into_iter().chain(others).collect::<Text>()
    });
    names.unwrap_or_default()
}

fn read_municipality(row: &Fields<'_, '_>) -> Municipality {
    let codes = |key| row.strings(key).into_iter().map(|c| c.value).collect();
    Municipality {
        nis: row.string("nis"),
        name: place_name(row),
        postcodes: codes("postcodes"),
        partly: codes("partly"),
    }
}

fn read_zone(row: &Fields<'_, '_>) -> Zone {
    let valid_from = row.opt_date("valid_from");
    let valid_to = row.end_date("valid_to", valid_from.as_deref());
    Zone {
        id: row.string("id"),
        name: place_name(row),
        municipalities: row.strings("municipalities"),
        valid_from,
        valid_to,
    }
}

fn load_outlines(loader: &mut Loader, path: &Path) -> (Vec<Outline>, String) {
    if !loader.exists(path) {
        return (Vec::new(), String::new());
    }
    let Some(text) = loader.read(path) else {
        return (Vec::new(), String::new());
    };
    let json: serde_json::Value = match serde_json::from_str(&text) {
        Ok(json) => json,
        Err(error) => {
            loader.push(Finding::error(path, error.line(), "bad-toml").with("reason", error));
            return (Vec::new(), String::new());
        }
    };
    let features = json["features"].as_array().map(Vec::as_slice).unwrap_or_default();
    let outlines = features.iter().filter_map(read_outline).collect();
    (outlines, json["attribution"].as_str().unwrap_or_default().to_owned())
}

fn read_outline(feature: &serde_json::Value) -> Option<Outline> {
    let geometry = &feature["geometry"];
    let coordinates = geometry["coordinates"].clone();
    let polygons = match geometry["type"].as_str()? {
        "MultiPolygon" => serde_json::from_value(coordinates).ok()?,
        "Polygon" => vec![serde_json::from_value(coordinates).ok()?],
        _ => return None,
    };
    Some(Outline { nis: feature["properties"]["nis"].as_str()?.to_owned(), polygons })
}
