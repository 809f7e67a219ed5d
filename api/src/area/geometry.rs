//! Real geometry: points, circles and polygons against the outlines.
//!
//! Work is done on a local plane in metres around the middle of the Region;
//! over its 20 km the error against an ellipsoid stays under a metre or two,
//! well below the 20 to 50 m of the simplified outlines.

use anyhow::{Context, bail};
use geo::{
    Area, BooleanOps, BoundingRect, Contains, Coord, Intersects, LineString, MultiPolygon, Point, Polygon,
    Rect,
};
use serde::Deserialize;

use super::{AreaSet, Municipality, rings, sweep};

pub(super) const MIDDLE_LAT: f64 = 50.846;
pub(super) const MIDDLE_LON: f64 = 4.352;
pub(super) const METRES_PER_DEGREE: f64 = 111_250.0;
/// Corners of the polygon that stands for a circle.
const CIRCLE_CORNERS: u32 = 64;
/// A municipality is reached when at least this much of it is covered. One
/// street block: people would rather be warned once too often.
const REACHED_M2: f64 = 5_000.0;
/// A small shape reaches what holds at least this share of it.
const REACHED_SHARE: f64 = 0.01;
/// Along a border an outline that was simplified, or that another service measured, leaves a strip
/// in the neighbour: what is wider than this on the average is none, in metres.
const STRIP_M: f64 = 150.0;
/// Of a small shape: this share of the side of a square as large as it.
const STRIP_SHARE: f64 = 0.1;
/// How far around the Region drawings of others are looked at, in metres.
const MARGIN_M: f64 = 1_000.0;
/// Latitudes and longitudes of Belgium, generously.
const BELGIUM: (f64, f64, f64, f64) = (49.4, 51.6, 2.4, 6.5);

/// A drawn shape, checked.
#[derive(Debug, Clone)]
pub struct Shape {
    pub(super) plane: MultiPolygon,
    /// Square metres as it was drawn, also of what was cut off since.
    pub(super) surface: f64,
}

/// Why a shape is refused; the Fluent id is `fault-shape-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShapeFault {
    /// Fewer than four corners.
    TooFew,
    /// More corners than any real outline has.
    TooMany,
    /// First and last corner differ.
    Open,
    /// The outline crosses or touches itself, or has no surface.
    Crossed,
    /// Latitude and longitude have changed places.
    Swapped,
    /// Not in Belgium.
    Outside,
    /// A radius that is not between 0 and 50 km.
    Radius,
}

impl ShapeFault {
    /// Stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TooFew => "shape-too-few",
            Self::TooMany => "shape-too-many",
            Self::Open => "shape-open",
            Self::Crossed => "shape-crossed",
            Self::Swapped => "shape-swapped",
            Self::Outside => "shape-outside",
            Self::Radius => "shape-radius",
        }
    }
}

pub(super) fn to_plane(lat: f64, lon: f64) -> Coord {
    Coord {
        x: (lon - MIDDLE_LON) * METRES_PER_DEGREE * MIDDLE_LAT.to_radians().cos(),
        y: (lat - MIDDLE_LAT) * METRES_PER_DEGREE,
    }
}

pub(super) fn in_belgium(lat: f64, lon: f64) -> bool {
    let (south, north, west, east) = BELGIUM;
    (south..=north).contains(&lat) && (west..=east).contains(&lon)
}

/// A point that a question may name: anywhere on Earth, but not Belgium's the wrong way round.
pub(super) fn check_point(lat: f64, lon: f64) -> Result<(), ShapeFault> {
    if !(-90.0..=90.0).contains(&lat) || !(-180.0..=180.0).contains(&lon) {
        return Err(ShapeFault::Outside);
    }
    if in_belgium(lon, lat) { Err(ShapeFault::Swapped) } else { Ok(()) }
}

fn check_place(points: &[(f64, f64)]) -> Result<(), ShapeFault> {
    if points.iter().all(|(lat, lon)| in_belgium(*lat, *lon)) {
        Ok(())
    } else if points.iter().all(|(lat, lon)| in_belgium(*lon, *lat)) {
        Err(ShapeFault::Swapped)
    } else {
        Err(ShapeFault::Outside)
    }
}

impl Shape {
    /// A polygon of `(lat, lon)` corners, first equal to last.
    ///
    /// # Errors
    /// The first rule of [`ShapeFault`] that it breaks.
    pub fn polygon(points: &[(f64, f64)]) -> Result<Self, ShapeFault> {
        Self::polygon_within(points, usize::MAX)
    }

    /// The same, given up as too large after so many comparisons of edges.
    pub(super) fn polygon_within(points: &[(f64, f64)], most: usize) -> Result<Self, ShapeFault> {
        if points.len() < 4 {
            return Err(ShapeFault::TooFew);
        }
        if points.len() > 5_000 {
            return Err(ShapeFault::TooMany);
        }
        if points.first() != points.last() {
            return Err(ShapeFault::Open);
        }
        check_place(points)?;
        let ring: LineString = points.iter().map(|(lat, lon)| to_plane(*lat, *lon)).collect();
        let is_simple = sweep::is_simple(&ring, most).ok_or(ShapeFault::TooMany)?;
        let plane = Polygon::new(ring, Vec::new());
        if !is_simple || plane.unsigned_area() < 1.0 {
            return Err(ShapeFault::Crossed);
        }
        Ok(Self::of(plane.into()))
    }

    /// A circle around `(lat, lon)`, radius in kilometres as CAP has it.
    ///
    /// # Errors
    /// A middle outside Belgium or a radius out of range.
    pub fn circle(lat: f64, lon: f64, radius_km: f64) -> Result<Self, ShapeFault> {
        check_place(&[(lat, lon)])?;
        if !(radius_km > 0.0 && radius_km <= 50.0) {
            return Err(ShapeFault::Radius);
        }
        let middle = to_plane(lat, lon);
        let radius = radius_km * 1000.0;
        let ring: LineString = (0..CIRCLE_CORNERS)
            .map(|corner| {
                let angle = f64::from(corner) / f64::from(CIRCLE_CORNERS) * std::f64::consts::TAU;
                Coord { x: middle.x + radius * angle.cos(), y: middle.y + radius * angle.sin() }
            })
            .collect();
        Ok(Self::of(Polygon::new(ring, Vec::new()).into()))
    }

    /// A surface that is valid.
    pub(super) fn of(plane: MultiPolygon) -> Self {
        let surface = plane.unsigned_area();
        Self { plane, surface }
    }
}

/// How wide a surface is on the average, in metres: a long strip is as wide as it is across.
fn width_m(polygon: &Polygon) -> f64 {
    let length = |line: geo::Line| (line.end.x - line.start.x).hypot(line.end.y - line.start.y);
    let around: f64 = polygon.exterior().lines().map(length).sum();
    if around > 0.0 { 2.0 * polygon.unsigned_area() / around } else { 0.0 }
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    id: String,
    geometry: FeatureGeometry,
}

#[derive(Deserialize)]
struct FeatureGeometry {
    coordinates: Vec<Vec<Vec<[f64; 2]>>>,
}

/// The outlines, in degrees for answers and on the plane for work.
pub(super) struct Outlines {
    degrees: Vec<Vec<Vec<Vec<[f64; 2]>>>>,
    plane: Vec<MultiPolygon>,
    /// All of them together.
    pub(super) region: MultiPolygon,
    /// A little more than the Region, on the plane.
    pub(super) frame: Rect,
}

/// Polygons in degrees, on the plane.
fn on_plane(polygons: &[Vec<Vec<[f64; 2]>>]) -> MultiPolygon {
    let line = |ring: &Vec<[f64; 2]>| ring.iter().map(|p| to_plane(p[1], p[0])).collect::<LineString>();
    polygons
        .iter()
        .map(|rings| {
            let mut rings = rings.iter().map(line);
            let outer = rings.next().unwrap_or_else(|| LineString::new(Vec::new()));
            Polygon::new(outer, rings.collect())
        })
        .collect()
}

impl Outlines {
    pub(super) fn parse(text: &str, municipalities: &[Municipality]) -> anyhow::Result<Self> {
        let mut features = serde_json::from_str::<Collection>(text).context("outlines")?.features;
        features.sort_by(|a, b| a.id.cmp(&b.id));
        if !features.iter().map(|f| &f.id).eq(municipalities.iter().map(|m| &m.nis)) {
            bail!("outlines.geojson and municipalities.toml name different municipalities");
        }
        let mut degrees: Vec<_> = features.into_iter().map(|feature| feature.geometry.coordinates).collect();
        // A corner that was rounded onto the one before says nothing, and some readers of CAP
        // refuse it.
        for ring in degrees.iter_mut().flatten().flatten() {
            ring.dedup();
        }
        let plane = degrees.iter().map(|polygons| on_plane(polygons)).collect();
        let region = on_plane(&rings::dissolved(degrees.iter().flatten()));
        let bounds = region.bounding_rect().context("the outlines are empty")?;
        let margin = Coord { x: MARGIN_M, y: MARGIN_M };
        let frame = Rect::new(bounds.min() - margin, bounds.max() + margin);
        Ok(Self { degrees, plane, region, frame })
    }

    pub(super) fn at(&self, lat: f64, lon: f64) -> Option<usize> {
        let point = Point::from(to_plane(lat, lon));
        self.plane.iter().position(|outline| outline.contains(&point))
    }

    /// The municipalities that a shape touches, each with what it covers there.
    fn covered(&self, shape: &Shape) -> Vec<(usize, MultiPolygon)> {
        let Some(bounds) = shape.plane.bounding_rect() else { return Vec::new() };
        let outlines = self.plane.iter().enumerate();
        let near = outlines.filter(|(_, outline)| {
            outline.bounding_rect().is_some_and(|of_outline| bounds.intersects(&of_outline))
        });
        near.map(|(index, outline)| (index, outline.intersection(&shape.plane))).collect()
    }

    pub(super) fn reached_by(&self, shape: &Shape) -> AreaSet {
        let mut set = AreaSet::NONE;
        let mut most: Option<(f64, usize)> = None;
        for (index, covered) in self.covered(shape) {
            let covered = covered.unsigned_area();
            if covered >= REACHED_M2 || covered >= shape.surface * REACHED_SHARE {
                set.insert(index);
            }
            if covered > 0.0 && most.is_none_or(|(best, _)| covered > best) {
                most = Some((covered, index));
            }
        }
        if let Some((_, index)) = most {
            set.insert(index);
        }
        set
    }

    pub(super) fn surely_reached_by(&self, shape: &Shape) -> AreaSet {
        let strip_m = STRIP_M.min(STRIP_SHARE * shape.surface.sqrt());
        let mut set = AreaSet::NONE;
        for (index, covered) in self.covered(shape) {
            if covered.iter().any(|polygon| width_m(polygon) > strip_m) {
                set.insert(index);
            }
        }
        set
    }

    /// Whether a shape has something in the Region or just around it.
    pub(super) fn is_near(&self, shape: &Shape) -> bool {
        shape.plane.bounding_rect().is_some_and(|bounds| bounds.intersects(&self.frame))
    }

    pub(super) fn shapes(&self, set: AreaSet) -> impl Iterator<Item = Shape> {
        let members = self.plane.iter().enumerate().filter(move |(index, _)| set.has(*index));
        members.map(|(_, outline)| Shape::of(outline.clone()))
    }

    pub(super) fn geojson(&self, set: AreaSet) -> serde_json::Value {
        let members = self.degrees.iter().enumerate().filter(|(index, _)| set.has(*index));
        let polygons = rings::dissolved(members.flat_map(|(_, polygons)| polygons));
        serde_json::json!({ "type": "MultiPolygon", "coordinates": polygons })
    }

    pub(super) fn rings(&self, index: usize) -> Vec<Vec<(f64, f64)>> {
        self.degrees.get(index).map_or_else(Vec::new, |polygons| {
            polygons
                .iter()
                .filter_map(|rings| rings.first())
                .map(|ring| ring.iter().map(|p| (p[1], p[0])).collect())
                .collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::areas;
    use super::*;

    #[test]
    fn a_circle_reaches_what_it_covers() {
        let areas = areas();
        // 300 m around the middle of Uccle stays in Uccle.
        let shape = Shape::circle(50.7966, 4.3376, 0.3).expect("circle");
        assert_eq!(areas.reached_by(&shape), AreaSet(1 << areas.by_nis("21016").expect("nis")));
        let wide = Shape::circle(50.846, 4.352, 30.0).expect("circle");
        assert_eq!(areas.reached_by(&wide), areas.everywhere());
    }

    #[test]
    fn faults_are_told_apart() {
        let square = [(50.80, 4.30), (50.85, 4.30), (50.85, 4.40), (50.80, 4.40), (50.80, 4.30)];
        assert!(Shape::polygon(&square).is_ok());
        let open = &square[..4];
        assert_eq!(Shape::polygon(open).err(), Some(ShapeFault::Open));
        let crossed = [(50.80, 4.30), (50.85, 4.40), (50.85, 4.30), (50.80, 4.40), (50.80, 4.30)];
        assert_eq!(Shape::polygon(&crossed).err(), Some(ShapeFault::Crossed));
        let swapped: Vec<_> = square.iter().map(|(a, b)| (*b, *a)).collect();
        assert_eq!(Shape::polygon(&swapped).err(), Some(ShapeFault::Swapped));
        let far: Vec<_> = square.iter().map(|(a, b)| (*a - 10.0, *b)).collect();
        assert_eq!(Shape::polygon(&far).err(), Some(ShapeFault::Outside));
        assert_eq!(Shape::circle(50.8, 4.3, f64::NAN).err(), Some(ShapeFault::Radius));
    }

    #[test]
    fn the_outlines_add_up_to_the_region() {
        let areas = areas();
        let km2: f64 = areas.outlines.plane.iter().map(Area::unsigned_area).sum::<f64>() / 1e6;
        assert!((161.0..164.0).contains(&km2), "{km2}");
    }
}
