//! Where a message holds: the codes and drawings of its blocks, as far as they are in the Region.

use std::collections::HashSet;

use safe_cap::{Alert, Area};

use crate::area::{AreaSet, Areas, CodeList, Shape, multi_polygon};

/// Drawings in or around the Region that are looked at in one message; each is compared with
/// every municipality.
const MOST_SHAPES: usize = 300;

/// One area of a message, read.
pub struct Place<'a> {
    /// As it stands in the message.
    pub area: &'a Area,
    /// Drawings that nothing can be made of.
    pub lost: usize,
    /// Municipalities of its codes.
    coded: AreaSet,
    shapes: Vec<Shape>,
    /// Whether it can be said where it is, be it in the Region or not.
    is_placed: bool,
}

/// The areas of all blocks. What several blocks say alike is there once.
#[must_use]
pub fn of<'a>(alert: &'a Alert, areas: &Areas) -> Vec<Place<'a>> {
    let mut seen = HashSet::new();
    let mut left = MOST_SHAPES;
    alert
        .info
        .iter()
        .flat_map(|info| &info.area)
        .filter(|area| seen.insert(said(area)))
        .map(|area| Place::read(area, areas, &mut left))
        .collect()
}

/// What an area says in numbers and codes; an area that says nothing so is known by its words.
fn said(area: &Area) -> String {
    let words = (area.polygon.is_empty() && area.circle.is_empty() && area.geocode.is_empty())
        .then_some(&area.area_desc);
    serde_json::to_string(&(&area.polygon, &area.circle, &area.geocode, words)).unwrap_or_default()
}

impl<'a> Place<'a> {
    fn read(area: &'a Area, areas: &Areas, left: &mut usize) -> Self {
        // What each code of a list that is read here names, if that is known.
        let named = area.geocode.iter().filter_map(|code| {
            let list = CodeList::of_name(&code.value_name)?;
            Some(areas.by_code_of_others(list, &code.value))
        });
        let named: Vec<Option<AreaSet>> = named.collect();
        let coded = named.iter().flatten().copied().fold(AreaSet::NONE, AreaSet::union);
        let all_known = !named.is_empty() && named.iter().all(Option::is_some);
        let is_placed = all_known || !coded.is_empty();
        let mut place = Self { area, lost: 0, coded, shapes: Vec::new(), is_placed };
        let polygons = area.polygon.iter().map(|polygon| {
            let points: Vec<_> = polygon.positions.iter().map(|p| (p.lat, p.lon)).collect();
            areas.polygon_of_others(&points)
        });
        let circles =
            area.circle.iter().map(|c| areas.circle_of_others(c.center.lat, c.center.lon, c.radius));
        for shape in polygons.chain(circles) {
            match shape {
                Ok(shape) if !areas.is_near(&shape) => place.is_placed = true,
                Ok(shape) if *left > 0 => {
                    *left -= 1;
                    place.is_placed = true;
                    place.shapes.push(shape);
                }
                _ => place.lost += 1,
            }
        }
        place
    }

    /// Its municipalities: those of its codes, and those that its drawings cover (CAP 1.2, section
    /// 3.2.4: the area is all of them together). Beside codes a drawing often illustrates them, and
    /// its simplified outline spills into neighbours: there it reaches what it covers for sure.
    #[must_use]
    pub fn set(&self, areas: &Areas) -> AreaSet {
        if self.coded.is_empty() {
            return self.reached(areas);
        }
        self.shapes.iter().fold(self.coded, |set, shape| set.union(areas.surely_reached_by(shape)))
    }

    /// Municipalities that its drawings reach.
    fn reached(&self, areas: &Areas) -> AreaSet {
        self.shapes.iter().fold(AreaSet::NONE, |set, shape| set.union(areas.reached_by(shape)))
    }

    /// Whether it cannot be said where it is: no drawing that is read, and no code of a list
    /// that is read here, or one among them that nobody here knows. It may well be in the Region.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        !self.is_placed
    }
}

/// Where a message holds, as GeoJSON; never null. Codes of municipalities are drawn by their
/// outlines where the message does not draw them itself. `set` is what it reaches.
#[must_use]
pub fn geometry(alert: &Alert, areas: &Areas, set: AreaSet) -> serde_json::Value {
    let mut shapes = Vec::new();
    let mut outlined = AreaSet::NONE;
    for place in of(alert, areas) {
        if !place.coded.is_empty() {
            outlined = outlined.union(place.coded.without(place.reached(areas)));
        }
        shapes.extend(place.shapes);
    }
    if shapes.is_empty() {
        return areas.geojson(set);
    }
    shapes.extend(areas.shapes(outlined));
    multi_polygon(&shapes)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use safe_cap::{Category, Certainty, Circle, Geocode, Info, Polygon, Position, Severity, Urgency};

    use super::*;

    const SQUARE: [(f64, f64); 5] =
        [(50.84, 4.34), (50.86, 4.34), (50.86, 4.37), (50.84, 4.37), (50.84, 4.34)];

    fn areas() -> Areas {
        Areas::load(Path::new("../content")).expect("areas")
    }

    fn message(places: Vec<Area>) -> Alert {
        let sent = "2026-11-21T08:00:00+01:00".parse().expect("a moment");
        let mut alert = Alert::new("storm", "warnings@example.org", sent);
        for (index, lang) in ["fr-BE", "fr-BE", "nl-BE"].into_iter().enumerate() {
            let judged = (Urgency::Expected, Severity::Severe, Certainty::Likely);
            let mut info = Info::new(lang, Category::Met, "Storm", judged);
            // The second block of a language adds a place.
            info.area = if index == 1 { places.clone() } else { places[..1].to_vec() };
            alert.info.push(info);
        }
        alert
    }

    fn drawing(points: &[(f64, f64)]) -> Area {
        let mut area = Area::new("drawn");
        area.polygon.push(Polygon::from_lat_lon(points));
        area
    }

    fn coded(nis: &str) -> Area {
        let mut area = Area::new("coded");
        area.geocode.push(Geocode::new("NIS", nis));
        area
    }

    fn set(alert: &Alert, areas: &Areas) -> AreaSet {
        of(alert, areas).iter().fold(AreaSet::NONE, |set, place| set.union(place.set(areas)))
    }

    #[test]
    fn every_block_is_in_the_geometry() {
        let areas = areas();
        let uccle = areas.by_nis("21016").expect("nis");
        let alert = message(vec![drawing(&SQUARE), coded("21016")]);
        assert_eq!(of(&alert, &areas).len(), 2, "each place once, whatever the language");
        let reached = set(&alert, &areas);
        assert!(reached.has(uccle) && reached.len() > 1);
        let all = geometry(&alert, &areas, reached);
        assert_eq!(all["coordinates"].as_array().expect("polygons").len(), 2, "the square and Uccle");
        // Codes of a place that is drawn are not drawn again.
        let mut both = drawing(&SQUARE);
        both.geocode = coded("21004").geocode;
        let alert = message(vec![both]);
        let drawn = geometry(&alert, &areas, set(&alert, &areas));
        assert_eq!(drawn["coordinates"].as_array().expect("polygons").len(), 1);
        assert_eq!(drawn["coordinates"][0][0].as_array().expect("corners").len(), SQUARE.len());
        // Nor is a neighbour of whom a circle reaches a street.
        let mut touched = coded("21004");
        touched.geocode.extend(coded("21009").geocode);
        touched.circle.push(Circle::new(Position::new(50.8405, 4.3615), 0.3));
        let alert = message(vec![touched]);
        let drawn = geometry(&alert, &areas, set(&alert, &areas));
        assert_eq!(drawn["coordinates"].as_array().expect("polygons").len(), 1, "the circle alone");
        // Those of another are.
        let mut apart = drawing(&SQUARE);
        apart.geocode = coded("21016").geocode;
        let alert = message(vec![apart]);
        let reached = set(&alert, &areas);
        assert!(reached.has(uccle) && reached.has(areas.by_nis("21004").expect("nis")));
        assert_eq!(geometry(&alert, &areas, reached)["coordinates"].as_array().expect("a").len(), 2);
    }

    #[test]
    fn a_drawing_beside_a_code_reaches_what_it_covers() {
        let areas = areas();
        let index = |nis: &str| areas.by_nis(nis).expect("nis");
        let mut wide = coded("21004");
        wide.circle.push(Circle::new(Position::new(50.8467, 4.3525), 3.0));
        let reached = set(&message(vec![wide]), &areas);
        for nis in ["21004", "21009", "21014"] {
            assert!(reached.has(index(nis)), "{nis}");
        }
        // A small one, too: half of this one is in Ixelles.
        let mut small = coded("21004");
        small.circle.push(Circle::new(Position::new(50.8385, 4.3640), 0.3));
        assert!(set(&message(vec![small]), &areas).has(index("21009")));
        // Other outlines of the places of the codes, some sixty metres aside.
        for (index, municipality) in areas.municipalities.iter().enumerate() {
            let ring = areas.rings(index).into_iter().max_by_key(Vec::len).expect("an outline");
            for (north, east) in [(0.0, 0.0), (0.0004, 0.0006), (-0.0004, 0.0006), (0.0, -0.0008)] {
                let moved: Vec<_> = ring.iter().map(|(lat, lon)| (lat + north, lon + east)).collect();
                let mut area = drawing(&moved);
                area.geocode = coded(&municipality.nis).geocode;
                let reached = set(&message(vec![area]), &areas);
                let named: Vec<&str> = areas.members(reached).map(|m| m.name.fr.as_str()).collect();
                assert_eq!(reached, AreaSet(1 << index), "{}: {named:?}", municipality.name.fr);
            }
        }
    }

    #[test]
    fn drawings_of_others_reach_whom_they_cover() {
        let areas = areas();
        let mut around_tihange = Area::new("Tihange");
        around_tihange.circle.push(Circle::new(Position::new(50.5344, 5.2725), 100.0));
        let alert = message(vec![around_tihange]);
        assert_eq!(set(&alert, &areas), areas.everywhere());
        assert!(
            !geometry(&alert, &areas, areas.everywhere())["coordinates"].as_array().expect("a").is_empty()
        );
        let europe = [(35.0, -10.0), (35.0, 40.0), (70.0, 40.0), (70.0, -10.0), (35.0, -10.0)];
        assert_eq!(set(&message(vec![drawing(&europe)]), &areas), areas.everywhere());
        let bow = [(50.84, 4.34), (50.86, 4.37), (50.86, 4.34), (50.84, 4.37), (50.84, 4.34)];
        let alert = message(vec![drawing(&bow)]);
        assert!(!set(&alert, &areas).is_empty() && of(&alert, &areas)[0].lost == 0);
    }

    #[test]
    fn a_message_of_very_many_corners_stays_whole() {
        let areas = areas();
        let island = |east: f64| -> Vec<(f64, f64)> {
            let corner = |index: u32| {
                let angle = f64::from(index % 1_999) * std::f64::consts::TAU / 1_999.0;
                let bay = 0.009 * (1.0 + 0.1 * (angle * 40.0).sin());
                (50.80 + 1.5 * bay * angle.sin(), 4.25 + east + bay * angle.cos())
            };
            (0..2_000).map(corner).collect()
        };
        let mut area = Area::new("islands");
        let islands = (0..10).map(|index| island(f64::from(index) * 0.022));
        area.polygon = islands.map(|points| Polygon::from_lat_lon(&points)).collect();
        let alert = message(vec![area]);
        let reached = set(&alert, &areas);
        assert!(!reached.is_empty());
        let drawn = geometry(&alert, &areas, reached);
        let polygons = drawn["coordinates"].as_array().expect("polygons");
        assert_eq!(polygons.len(), 10);
        for polygon in polygons {
            let corners = polygon[0].as_array().expect("corners").len();
            assert!((1_500..=2_000).contains(&corners), "{corners}");
        }
    }

    #[test]
    fn a_code_that_nobody_knows_is_no_place_elsewhere() {
        let areas = areas();
        let read = |codes: &[(&str, &str)]| {
            let mut area = Area::new("coded");
            area.geocode = codes.iter().map(|(name, value)| Geocode::new(*name, *value)).collect();
            let alert = message(vec![area]);
            let places = of(&alert, &areas);
            (places[0].set(&areas).len(), places[0].is_unread())
        };
        for code in [("NUTS", "BE"), ("NIS", "01000"), ("NIS", "21000"), ("NUTS3", "BE100")] {
            assert_eq!(read(&[code]), (19, false), "{code:?}");
        }
        assert_eq!(read(&[("NUTS3", "BE241"), ("NIS", "23088"), ("NUTS0", "FR")]), (0, false));
        assert_eq!(read(&[("NIS", "21099")]), (0, true));
        assert_eq!(read(&[("NUTS3", "BE241"), ("NIS", "21099")]), (0, true), "one of them may be here");
        assert_eq!(read(&[("NIS", "21004"), ("NIS", "21099")]), (1, false), "a person sees the draft");
    }

    #[test]
    fn a_drawing_is_never_dropped_without_a_word() {
        let areas = areas();
        let swapped: Vec<_> = SQUARE.iter().map(|(lat, lon)| (*lon, *lat)).collect();
        let alert = message(vec![drawing(&swapped)]);
        let places = of(&alert, &areas);
        assert!(places[0].lost == 1 && places[0].is_unread());
        // What is elsewhere is read.
        let hills = [(50.0, 5.5), (50.1, 5.5), (50.1, 5.6), (50.0, 5.6), (50.0, 5.5)];
        let far = [(38.47, -120.14), (38.34, -119.95), (38.52, -119.74), (38.47, -120.14)];
        for points in [&hills[..], &far] {
            let alert = message(vec![drawing(points)]);
            let places = of(&alert, &areas);
            assert!(places[0].lost == 0 && !places[0].is_unread() && places[0].set(&areas).is_empty());
        }
        // More drawings than anybody can look at.
        let many = (0..400).map(|index| {
            let east = f64::from(index) * 1e-4;
            SQUARE.map(|(lat, lon)| (lat, lon + east))
        });
        let mut area = Area::new("many");
        area.polygon = many.map(|points| Polygon::from_lat_lon(&points)).collect();
        let alert = message(vec![area]);
        assert_eq!(of(&alert, &areas)[0].lost, 400 - MOST_SHAPES);
        let start = std::time::Instant::now();
        let _ = geometry(&alert, &areas, set(&alert, &areas));
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}
