//! Where things are: the nineteen municipalities, the police zones, the Region.
//!
//! Everything is keyed on the NIS code. A set of municipalities is a bit set, so
//! that matching a subscriber with an alert is one `and`.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};

use crate::i18n::Lang;

mod geometry;
mod rings;
mod routes;

pub use geometry::{Shape, ShapeFault};
pub use rings::multi_polygon;
pub use routes::{AreasView, configure};

/// Code of the whole Region, as Statbel prints it.
pub const REGION_NIS: &str = "04000";

/// The Region in the European classification of territories (NUTS), on its three levels.
pub const REGION_NUTS: [&str; 3] = ["BE1", "BE10", "BE100"];

/// A set of municipalities, one bit each in the order of their NIS codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AreaSet(pub u32);

impl AreaSet {
    /// No municipality.
    pub const NONE: Self = Self(0);

    /// Whether no municipality is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether both share a municipality.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Municipalities of either.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the municipality at this place is in it.
    #[must_use]
    pub fn has(self, index: usize) -> bool {
        self.0 & (1 << index) != 0
    }

    /// Adds the municipality at this place.
    pub fn insert(&mut self, index: usize) {
        self.0 |= 1 << index;
    }

    /// How many municipalities are in it.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// As stored: the bits fit a signed integer of the database.
    #[must_use]
    pub fn to_i32(self) -> i32 {
        i32::from_ne_bytes(self.0.to_ne_bytes())
    }

    /// From storage.
    #[must_use]
    pub fn from_i32(bits: i32) -> Self {
        Self(u32::from_ne_bytes(bits.to_ne_bytes()))
    }
}

/// A name in the two official languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// French.
    pub fr: String,
    /// Dutch.
    pub nl: String,
}

impl Name {
    /// The name a reader of this language uses; others get both when they differ.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> String {
        if lang == Lang::FR || self.fr == self.nl {
            self.fr.clone()
        } else if lang == Lang::NL {
            self.nl.clone()
        } else {
            format!("{} / {}", self.fr, self.nl)
        }
    }
}

/// One municipality.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// NIS code, five digits.
    pub nis: String,
    /// Official names.
    pub name: Name,
    /// Postcodes that lie in it whole.
    pub postcodes: Vec<String>,
    /// Postcodes of which only some streets lie in it.
    pub partly: Vec<String>,
}

/// One police zone with its members and the days on which that holds.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// Number of the zone.
    pub id: String,
    /// Official names.
    pub name: Name,
    /// NIS codes.
    pub municipalities: Vec<String>,
    /// First day.
    pub valid_from: toml::value::Datetime,
    /// Last day, when it is over.
    pub valid_to: Option<toml::value::Datetime>,
}

impl Zone {
    /// Whether the zone exists on the day of this moment.
    #[must_use]
    pub fn holds_at(&self, now_ms: i64) -> bool {
        let today = crate::clock::rfc3339(now_ms);
        let today = &today[..10];
        self.valid_from.to_string().as_str() <= today
            && self.valid_to.as_ref().is_none_or(|last| last.to_string().as_str() >= today)
    }
}

/// All areas, read once at start.
pub struct Areas {
    /// In the order of NIS codes: the place is the bit.
    pub municipalities: Vec<Municipality>,
    /// All rows, also those of the past.
    pub zones: Vec<Zone>,
    outlines: geometry::Outlines,
    by_postcode: BTreeMap<String, AreaSet>,
}

#[derive(Deserialize)]
struct MunicipalityFile {
    municipality: Vec<Municipality>,
}

#[derive(Deserialize)]
struct ZoneFile {
    zone: Vec<Zone>,
}

impl Areas {
    /// Reads `areas/` of the content folder.
    ///
    /// # Errors
    /// A file that is missing or breaks its form.
    pub fn load(content: &Path) -> anyhow::Result<Self> {
        let folder = content.join("areas");
        let read = |name: &str| {
            let path = folder.join(name);
            std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
        };
        let municipalities = toml::from_str::<MunicipalityFile>(&read("municipalities.toml")?)
            .context("municipalities.toml")?
            .municipality;
        if municipalities.len() > 31 || !municipalities.is_sorted_by(|a, b| a.nis < b.nis) {
            bail!("municipalities.toml must be in the order of NIS codes, 31 at most");
        }
        let zones = toml::from_str::<ZoneFile>(&read("zones.toml")?).context("zones.toml")?.zone;
        let outlines = geometry::Outlines::parse(&read("outlines.geojson")?, &municipalities)?;
        let mut by_postcode: BTreeMap<String, AreaSet> = BTreeMap::new();
        for (index, municipality) in municipalities.iter().enumerate() {
            for postcode in municipality.postcodes.iter().chain(&municipality.partly) {
                by_postcode.entry(postcode.clone()).or_default().insert(index);
            }
        }
        Ok(Self { municipalities, zones, outlines, by_postcode })
    }

    /// Every municipality.
    #[must_use]
    pub fn everywhere(&self) -> AreaSet {
        AreaSet((1u32 << self.municipalities.len()) - 1)
    }

    /// The municipality with this NIS code.
    #[must_use]
    pub fn by_nis(&self, nis: &str) -> Option<usize> {
        self.municipalities.binary_search_by(|m| m.nis.as_str().cmp(nis)).ok()
    }

    /// The municipalities that a code names: NIS of a municipality or the
    /// Region, NUTS of the Region, number of a zone in force, or a postcode.
    #[must_use]
    pub fn by_code(&self, code: &str, now_ms: i64) -> Option<AreaSet> {
        if code == REGION_NIS || REGION_NUTS.iter().any(|nuts| code.eq_ignore_ascii_case(nuts)) {
            return Some(self.everywhere());
        }
        if let Some(index) = self.by_nis(code) {
            return Some(AreaSet(1 << index));
        }
        if let Some(zone) = self.zones.iter().find(|z| z.id == code && z.holds_at(now_ms)) {
            return Some(self.by_nis_list(&zone.municipalities));
        }
        self.by_postcode.get(code).copied()
    }

    /// The set of the known codes of a list.
    #[must_use]
    pub fn by_nis_list(&self, list: &[String]) -> AreaSet {
        let mut set = AreaSet::NONE;
        for index in list.iter().filter_map(|nis| self.by_nis(nis)) {
            set.insert(index);
        }
        set
    }

    /// The municipalities of a set, in order.
    pub fn members(&self, set: AreaSet) -> impl Iterator<Item = &Municipality> {
        self.municipalities.iter().enumerate().filter(move |(i, _)| set.has(*i)).map(|(_, m)| m)
    }

    /// The names of a set as one phrase; the whole Region has its own name.
    #[must_use]
    pub fn phrase(&self, set: AreaSet, lang: Lang) -> String {
        if set == self.everywhere() {
            return lang.text("area-region");
        }
        let names: Vec<String> = self.members(set).map(|m| m.name.in_lang(lang)).collect();
        match names.split_last() {
            None => String::new(),
            Some((last, [])) => last.clone(),
            Some((last, head)) => lang.text_with(
                "list-and",
                &crate::i18n::Args::new()
                    .with("head", head.join(&lang.text("list-comma").replace('_', " ")))
                    .with("last", last.clone()),
            ),
        }
    }

    /// The municipality in which a point lies.
    #[must_use]
    pub fn at(&self, lat: f64, lon: f64) -> Option<usize> {
        self.outlines.at(lat, lon)
    }

    /// The municipalities that a shape reaches.
    #[must_use]
    pub fn reached_by(&self, shape: &Shape) -> AreaSet {
        self.outlines.reached_by(shape)
    }

    /// Outline of a set as a GeoJSON `MultiPolygon`.
    #[must_use]
    pub fn geojson(&self, set: AreaSet) -> serde_json::Value {
        self.outlines.geojson(set)
    }

    /// Outer rings of a municipality as `(lat, lon)`, closed.
    #[must_use]
    pub fn rings(&self, index: usize) -> Vec<Vec<(f64, f64)>> {
        self.outlines.rings(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn areas() -> Areas {
        Areas::load(Path::new("../content")).expect("areas")
    }

    #[test]
    fn codes_resolve() {
        let areas = areas();
        let now = 1_790_000_000_000;
        assert_eq!(areas.municipalities.len(), 19);
        assert_eq!(areas.by_code("21004", now), Some(AreaSet(1 << 3)));
        assert_eq!(areas.by_code("5340", now).map(AreaSet::len), Some(5));
        assert_eq!(areas.by_code("1050", now).map(AreaSet::len), Some(2));
        assert_eq!(areas.by_code("04000", now).map(AreaSet::len), Some(19));
        assert_eq!(areas.by_code("9999", now), None);
        for nuts in REGION_NUTS {
            assert_eq!(areas.by_code(nuts, now), Some(areas.everywhere()), "{nuts}");
        }
        // All of Belgium, and the province around the Region.
        for other in ["BE", "BE2", "BE24", "BE241", "BE101", ""] {
            assert_eq!(areas.by_code(other, now), None, "{other}");
        }
    }

    #[test]
    fn every_municipality_is_in_one_zone() {
        let areas = areas();
        let now = 1_790_000_000_000;
        for municipality in &areas.municipalities {
            let zones = areas
                .zones
                .iter()
                .filter(|z| z.holds_at(now) && z.municipalities.contains(&municipality.nis));
            assert_eq!(zones.count(), 1, "{}", municipality.nis);
        }
    }

    #[test]
    fn the_grand_place_is_in_the_city() {
        let areas = areas();
        assert_eq!(areas.at(50.8467, 4.3525), areas.by_nis("21004"));
        assert_eq!(areas.at(50.6, 4.35), None);
    }
}
