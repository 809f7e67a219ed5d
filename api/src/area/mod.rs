//! Where things are: the nineteen municipalities, the police zones, the Region.
//!
//! Everything is keyed on the NIS code. A set of municipalities is a bit set, so
//! that matching a subscriber with an alert is one `and`.
//!
//! - `row`, `set`: municipalities, zones and sets of them;
//! - `codes`: what codes of others name;
//! - `geometry`, `others`, `sweep`: which of them a point or a shape reaches, one of ours or of others;
//! - `rings`: outlines as answers give them.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, bail};
use serde::Deserialize;

use crate::error::{Error, Fault};
use crate::i18n::Lang;

mod codes;
mod geometry;
mod others;
mod rings;
mod routes;
mod row;
mod set;
mod sweep;

pub use codes::CodeList;
pub use geometry::{Shape, ShapeFault};
pub use rings::multi_polygon;
pub use routes::{AreasView, configure};
pub use row::{Municipality, Name, Zone};
pub use set::AreaSet;

/// Code of the whole Region, as Statbel prints it.
pub const REGION_NIS: &str = "04000";

/// The Region in the European classification of territories (NUTS), on its three levels.
pub const REGION_NUTS: [&str; 3] = ["BE1", "BE10", "BE100"];

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
        lang.list(&names)
    }

    /// The municipality in which a point lies.
    #[must_use]
    pub fn at(&self, lat: f64, lon: f64) -> Option<usize> {
        self.outlines.at(lat, lon)
    }

    /// The municipality around a point that somebody asks for: none outside the Region,
    /// wherever on Earth that is.
    ///
    /// # Errors
    /// No point on Earth, or latitude and longitude have changed places: whoever mixes them
    /// up is told so, not that nothing is going on there.
    pub fn around(&self, lat: f64, lon: f64) -> Result<AreaSet, ShapeFault> {
        geometry::check_point(lat, lon)?;
        Ok(self.at(lat, lon).map_or(AreaSet::NONE, |index| AreaSet(1 << index)))
    }

    /// The same for a point as an address writes it; none when none is written.
    ///
    /// # Errors
    /// One of the two is missing or no number, or they are no point; the fault names the field.
    pub fn asked(&self, lat: Option<&str>, lon: Option<&str>) -> Result<Option<AreaSet>, Error> {
        let written =
            |text: Option<&'_ str>| text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let (lat, lon) = match (written(lat), written(lon)) {
            (None, None) => return Ok(None),
            (Some(lat), Some(lon)) => (lat, lon),
            _ => return Err(Error::invalid("lat", "point-needs-both")),
        };
        let degrees = |field, text: String| text.parse().map_err(|_| Fault::new(field, "degrees"));
        match (degrees("lat", lat), degrees("lon", lon)) {
            (Ok(lat), Ok(lon)) => {
                self.around(lat, lon).map(Some).map_err(|fault| Error::invalid("lat", fault.code()))
            }
            (lat, lon) => Err(Error::Invalid([lat.err(), lon.err()].into_iter().flatten().collect())),
        }
    }

    /// The municipalities that a shape reaches.
    #[must_use]
    pub fn reached_by(&self, shape: &Shape) -> AreaSet {
        self.outlines.reached_by(shape)
    }

    /// The municipalities of which a shape covers a real part: those along whose border it only
    /// runs are not among them.
    #[must_use]
    pub fn surely_reached_by(&self, shape: &Shape) -> AreaSet {
        self.outlines.surely_reached_by(shape)
    }

    /// A polygon of a message of others, `(lat, lon)`: whatever CAP lets it be. What a form of
    /// ours would take stays as it is; of anything else the part in the Region, made sound.
    ///
    /// # Errors
    /// It has no surface, its numbers have changed places, or nothing can be made of it.
    pub fn polygon_of_others(&self, points: &[(f64, f64)]) -> Result<Shape, ShapeFault> {
        self.outlines.polygon_of_others(points)
    }

    /// A circle of a message of others, radius in kilometres, as large as it may be; a radius
    /// of nothing is a place.
    ///
    /// # Errors
    /// Its numbers have changed places, or its radius is none.
    pub fn circle_of_others(&self, lat: f64, lon: f64, radius_km: f64) -> Result<Shape, ShapeFault> {
        self.outlines.circle_of_others(lat, lon, radius_km)
    }

    /// Whether a shape may reach a municipality: nothing else is worth comparing.
    #[must_use]
    pub fn is_near(&self, shape: &Shape) -> bool {
        self.outlines.is_near(shape)
    }

    /// The outlines of a set as shapes.
    pub fn shapes(&self, set: AreaSet) -> impl Iterator<Item = Shape> {
        self.outlines.shapes(set)
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
    fn no_outline_stands_still() {
        let areas = areas();
        for index in 0..areas.municipalities.len() {
            for ring in areas.rings(index) {
                assert!(ring.windows(2).all(|pair| pair[0] != pair[1]), "{index}");
            }
        }
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
