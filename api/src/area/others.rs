//! Shapes of messages of others. CAP lets them lie anywhere, be as large as a country and cross
//! themselves, and people in the Region are concerned all the same.
//!
//! What lies around the Region is cut out first: the rest of a shape, however long, costs one
//! pass over its corners.

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use geo::algorithm::bool_ops::FillRule;
use geo::{Area, BooleanOps, Coord, Intersects, Line, MultiPolygon, Polygon, Rect};

use super::geometry::{METRES_PER_DEGREE, MIDDLE_LAT, MIDDLE_LON, Outlines, in_belgium, to_plane};
use super::sweep::Sweep;
use super::{Shape, ShapeFault};

/// Corners up to which a polygon is judged as one of the form is.
const MOST_PLAIN: usize = 2_000;
/// Comparisons of edges in doing so: a drawing of a place with as many corners needs far fewer.
const MOST_COMPARED: usize = 200_000;
/// Most corners of what is left of a polygon around the Region.
const MOST_CORNERS: usize = 5_000;
/// Metres between corners when there are more, and at most: the outlines themselves are no finer.
const FINE_M: (f64, f64) = (10.0, 40.0);
/// How often a polygon may cross itself and still be made sound.
const MOST_CROSSINGS: usize = 10_000;
/// Metres from the border of the frame to what lies inside it, not on it.
const INSIDE_M: f64 = 0.01;
/// No place of the Region is farther from its middle, in kilometres.
const REGION_KM: f64 = 20.0;
/// Circles up to this radius, in kilometres, are drawn whole; of others the edge that is near.
const WHOLE_KM: f64 = 100.0;
/// Half the length of that edge, in kilometres.
const EDGE_KM: f64 = 60.0;
/// Corners that stand for a circle or an edge: they leave it by less than ten metres.
const CORNERS: u32 = 256;

impl Outlines {
    pub(super) fn polygon_of_others(&self, points: &[(f64, f64)]) -> Result<Shape, ShapeFault> {
        if points.len() <= MOST_PLAIN
            && let Ok(shape) = Shape::polygon_within(points, MOST_COMPARED)
        {
            return Ok(shape);
        }
        let ring: Vec<Coord> = points.iter().map(|(lat, lon)| to_plane(*lat, *lon)).collect();
        if ring.iter().any(|corner| !corner.x.is_finite() || !corner.y.is_finite()) {
            return Err(ShapeFault::Outside);
        }
        if is_flat(&ring) {
            return Err(ShapeFault::Crossed);
        }
        if points.iter().all(|(lat, lon)| in_belgium(*lon, *lat)) {
            return Err(ShapeFault::Swapped);
        }
        self.cut(ring)
    }

    pub(super) fn circle_of_others(&self, lat: f64, lon: f64, radius_km: f64) -> Result<Shape, ShapeFault> {
        let radius_km = radius_km.max(0.01);
        if let Ok(shape) = Shape::circle(lat, lon, radius_km) {
            return Ok(shape);
        }
        if in_belgium(lon, lat) {
            return Err(ShapeFault::Swapped);
        }
        let (bearing, away_km) = way_to_the_middle(lat, lon);
        if !radius_km.is_finite() || !away_km.is_finite() {
            return Err(ShapeFault::Radius);
        }
        if away_km + REGION_KM <= radius_km {
            return Ok(Shape::of(self.region.clone()));
        }
        if away_km >= radius_km + REGION_KM {
            return Ok(Shape::of(MultiPolygon::new(Vec::new())));
        }
        let at = |bearing: f64, km: f64| onwards(lat, lon, bearing, km);
        let ring = if radius_km <= WHOLE_KM {
            steps(0.0, TAU).map(|bearing| at(bearing, radius_km)).collect()
        } else {
            let half = (EDGE_KM / (earth_km() * (radius_km / earth_km()).sin())).clamp(0.0, FRAC_PI_2);
            let (from, to) = (bearing - half, bearing + half);
            let inner_km = radius_km - WHOLE_KM;
            let edge = steps(from, to).chain([to]).map(|bearing| at(bearing, radius_km));
            edge.chain([at(to, inner_km), at(from, inner_km)]).collect()
        };
        self.cut(ring)
    }

    /// What lies in the Region of a ring, made sound where it crosses itself.
    fn cut(&self, ring: Vec<Coord>) -> Result<Shape, ShapeFault> {
        let mut ring = within(ring, &self.frame);
        let mut apart_m = FINE_M.0;
        while ring.len() > MOST_CORNERS && apart_m <= FINE_M.1 {
            ring = thinned(&ring, apart_m);
            apart_m *= 2.0;
        }
        if ring.len() > MOST_CORNERS {
            return Err(ShapeFault::TooMany);
        }
        if crossings(&ring) > MOST_CROSSINGS {
            return Err(ShapeFault::Crossed);
        }
        // A ring that only goes around the frame leaves nothing but pieces of its border.
        let is_here = ring.iter().any(|corner| depths(&self.frame).iter().all(|of| of(*corner) > INSIDE_M));
        let drawn = Polygon::new(ring.into_iter().collect(), Vec::new());
        let drawn = drawn.union_with_fill_rule(&MultiPolygon::new(Vec::new()), FillRule::NonZero);
        let surface = drawn.unsigned_area();
        if surface < 1.0 && is_here {
            return Err(ShapeFault::Crossed);
        }
        Ok(Shape { plane: drawn.intersection(&self.region), surface })
    }
}

/// Whether all corners lie on one line.
fn is_flat(ring: &[Coord]) -> bool {
    let Some(first) = ring.first() else { return true };
    let length = |way: Coord| way.x.hypot(way.y);
    let ways = || ring.iter().map(|corner| *corner - *first);
    let Some(far) = ways().max_by(|a, b| length(*a).total_cmp(&length(*b))) else { return true };
    ways().all(|way| (way.x * far.y - way.y * far.x).abs() < 0.5 * length(far).max(0.01))
}

/// How far a corner lies inside each of the four borders.
fn depths(frame: &Rect) -> [impl Fn(Coord) -> f64; 4] {
    let (low, high) = (frame.min(), frame.max());
    let side = |x: f64, y: f64, from: f64| move |corner: Coord| x * corner.x + y * corner.y - from;
    [side(1.0, 0.0, low.x), side(-1.0, 0.0, -high.x), side(0.0, 1.0, low.y), side(0.0, -1.0, -high.y)]
}

/// What lies in the frame of a ring, border after border (Sutherland and Hodgman). How often it
/// goes around a place inside stays the same.
fn within(mut ring: Vec<Coord>, frame: &Rect) -> Vec<Coord> {
    for depth in depths(frame) {
        let mut kept = Vec::with_capacity(ring.len() + 4);
        let mut before = ring.last().copied();
        for to in ring {
            let from = before.replace(to).unwrap_or(to);
            let (a, b) = (depth(from), depth(to));
            if (a < 0.0) != (b < 0.0) {
                kept.push(from + (to - from) * (a / (a - b)));
            }
            if b >= 0.0 {
                kept.push(to);
            }
        }
        ring = kept;
    }
    ring.dedup();
    ring
}

/// Without the corners that are nearer than this to the one before.
fn thinned(ring: &[Coord], apart_m: f64) -> Vec<Coord> {
    let mut kept: Vec<Coord> = Vec::new();
    for corner in ring {
        let is_far = |last: &Coord| (corner.x - last.x).hypot(corner.y - last.y) >= apart_m;
        if kept.last().is_none_or(is_far) {
            kept.push(*corner);
        }
    }
    kept
}

/// How often a ring crosses or touches itself, counted a little further than what is allowed.
fn crossings(ring: &[Coord]) -> usize {
    let edges = ring.iter().enumerate().map(|(at, from)| Line::new(*from, ring[(at + 1) % ring.len()]));
    let meet = |((a, edge), (b, other)): &((usize, &Line), (usize, &Line))| {
        let apart = a.abs_diff(*b);
        apart > 1 && apart + 1 < ring.len() && edge.intersects(*other)
    };
    Sweep::new(edges).pairs().filter(meet).take(MOST_CROSSINGS + 1).count()
}

/// Radius of the Earth that goes with the plane, in kilometres.
fn earth_km() -> f64 {
    METRES_PER_DEGREE * 180.0 / PI / 1_000.0
}

/// Bearing and distance in kilometres from a place to the middle of the Region.
fn way_to_the_middle(lat: f64, lon: f64) -> (f64, f64) {
    let (from, to) = (lat.to_radians(), MIDDLE_LAT.to_radians());
    let turn = (MIDDLE_LON - lon).to_radians();
    let (y, x) = (turn.sin() * to.cos(), from.cos() * to.sin() - from.sin() * to.cos() * turn.cos());
    let across = from.sin() * to.sin() + from.cos() * to.cos() * turn.cos();
    (y.atan2(x), y.hypot(x).atan2(across) * earth_km())
}

/// The place that lies at a bearing and a distance from another, on the plane.
fn onwards(lat: f64, lon: f64, bearing: f64, km: f64) -> Coord {
    let (from, way) = (lat.to_radians(), km / earth_km());
    let to = (from.sin() * way.cos() + from.cos() * way.sin() * bearing.cos()).clamp(-1.0, 1.0).asin();
    let turn = (bearing.sin() * way.sin() * from.cos()).atan2(way.cos() - from.sin() * to.sin());
    // The way around the Earth on which the Region lies.
    let east = (lon + turn.to_degrees() - MIDDLE_LON + 180.0).rem_euclid(360.0) - 180.0;
    to_plane(to.to_degrees(), MIDDLE_LON + east)
}

/// Angles from one to another, without the last.
fn steps(from: f64, to: f64) -> impl Iterator<Item = f64> {
    (0..CORNERS).map(move |step| from + (to - from) * f64::from(step) / f64::from(CORNERS))
}

#[cfg(test)]
mod tests {
    use super::super::tests::areas;
    use super::super::{AreaSet, Areas, multi_polygon};
    use super::*;

    /// How much of the Region a shape covers.
    fn share(areas: &Areas, shape: &Shape) -> f64 {
        let region = &areas.outlines.region;
        shape.plane.intersection(region).unsigned_area() / region.unsigned_area()
    }

    fn polygon(areas: &Areas, points: &[(f64, f64)]) -> Result<Shape, ShapeFault> {
        areas.polygon_of_others(points)
    }

    #[test]
    fn large_shapes_reach_what_they_cover() {
        let areas = areas();
        let everywhere = areas.everywhere();
        // A hundred kilometres around the nuclear plant of Tihange.
        let wide = areas.circle_of_others(50.5344, 5.2725, 100.0).expect("a circle");
        assert_eq!(areas.reached_by(&wide), everywhere);
        let europe = [(35.0, -10.0), (35.0, 40.0), (70.0, 40.0), (70.0, -10.0), (35.0, -10.0)];
        let europe = polygon(&areas, &europe).expect("a polygon");
        assert_eq!(areas.reached_by(&europe), everywhere);
        assert!((share(&areas, &europe) - 1.0).abs() < 1e-6);
        assert!(multi_polygon(&[europe])["coordinates"].as_array().expect("polygons").len() == 1);
        // The edge of a circle: half of the Region, wherever its middle is.
        for (lat, lon) in [(50.5344, 5.2725), (48.0, 4.0), (40.0, 20.0), (52.0, -100.0), (-34.0, 151.0)] {
            let (_, away_km) = way_to_the_middle(lat, lon);
            let edge = areas.circle_of_others(lat, lon, away_km).expect("a circle");
            assert!((0.3..0.7).contains(&share(&areas, &edge)), "{lat} {lon}: {}", share(&areas, &edge));
            let short = areas.circle_of_others(lat, lon, away_km - 15.0).expect("a circle");
            assert_eq!(areas.reached_by(&short), AreaSet::NONE, "{lat} {lon}");
            let long = areas.circle_of_others(lat, lon, away_km + 15.0).expect("a circle");
            assert_eq!(areas.reached_by(&long), everywhere, "{lat} {lon}");
        }
        // Both ways of drawing a circle say the same of the same one.
        let plain = Shape::circle(50.6, 4.5, 30.0).expect("a circle");
        let ring = steps(0.0, TAU).map(|bearing| onwards(50.6, 4.5, bearing, 30.0)).collect();
        let exact = areas.outlines.cut(ring).expect("a circle");
        assert!((share(&areas, &plain) - share(&areas, &exact)).abs() < 0.01);
    }

    #[test]
    fn what_is_elsewhere_is_read_and_reaches_nobody() {
        let areas = areas();
        let california = [(38.47, -120.14), (38.34, -119.95), (38.52, -119.74), (38.47, -120.14)];
        // Around the Region, with the Region left out.
        let around = [
            (40.0, -5.0),
            (40.0, 15.0),
            (60.0, 15.0),
            (60.0, 4.3),
            (51.2, 4.3),
            (51.2, 5.0),
            (50.5, 5.0),
            (50.5, 3.9),
            (51.2, 3.9),
            (51.2, 4.2),
            (60.0, 4.2),
            (60.0, -5.0),
            (40.0, -5.0),
        ];
        for points in [&california[..], &around] {
            let shape = polygon(&areas, points).expect("a polygon");
            assert_eq!(areas.reached_by(&shape), AreaSet::NONE);
            assert!(!areas.is_near(&shape));
        }
        let far = areas.circle_of_others(32.9525, -115.5527, 0.0).expect("a place");
        assert!(!areas.is_near(&far));
    }

    #[test]
    fn what_crosses_itself_is_made_sound() {
        let areas = areas();
        let bow = [(50.80, 4.30), (50.88, 4.42), (50.88, 4.30), (50.80, 4.42), (50.80, 4.30)];
        let shape = polygon(&areas, &bow).expect("repaired");
        assert!(shape.plane.0.len() >= 2, "both halves");
        assert!(areas.reached_by(&shape).has(areas.by_nis("21004").expect("nis")));
        // Twice around the same place is no hole.
        let square = [(50.84, 4.34), (50.86, 4.34), (50.86, 4.37), (50.84, 4.37)];
        let mut twice = square.to_vec();
        twice.extend(square);
        twice.push(square[0]);
        let once = Shape::polygon(&[&square[..], &square[..1]].concat()).expect("a square");
        let twice = polygon(&areas, &twice).expect("repaired");
        assert!((share(&areas, &twice) - share(&areas, &once)).abs() < 1e-6);
        let touching = [
            (50.84, 4.34),
            (50.85, 4.36),
            (50.86, 4.34),
            (50.86, 4.38),
            (50.85, 4.36),
            (50.84, 4.38),
            (50.84, 4.34),
        ];
        assert!(!areas.reached_by(&polygon(&areas, &touching).expect("repaired")).is_empty());
        let open = polygon(&areas, &square).expect("closed");
        assert!((share(&areas, &open) - share(&areas, &once)).abs() < 1e-6);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let areas = areas();
        let line = [(50.80, 4.30), (50.85, 4.35), (50.90, 4.40), (50.80, 4.30)];
        assert_eq!(polygon(&areas, &line).err(), Some(ShapeFault::Crossed));
        let back = [(50.80, 4.30), (50.85, 4.35), (50.83, 4.42), (50.85, 4.35), (50.80, 4.30)];
        assert_eq!(polygon(&areas, &back).err(), Some(ShapeFault::Crossed));
        let swapped = [(4.30, 50.80), (4.30, 50.85), (4.40, 50.85), (4.30, 50.80)];
        assert_eq!(polygon(&areas, &swapped).err(), Some(ShapeFault::Swapped));
        assert_eq!(areas.circle_of_others(4.35, 50.85, 3.0).err(), Some(ShapeFault::Swapped));
        assert_eq!(areas.circle_of_others(40.0, 4.35, f64::INFINITY).err(), Some(ShapeFault::Radius));
    }

    #[test]
    fn any_number_of_corners_ends_in_time() {
        let areas = areas();
        let start = std::time::Instant::now();
        // Stars that cross themselves nearly everywhere, a coast, and a scribble elsewhere.
        let star = |corners: u32| -> Vec<(f64, f64)> {
            let angles = (0..corners).map(|index| f64::from(index) * 3.1);
            angles.map(|angle| (50.84 + angle.sin(), 4.35 + angle.cos())).collect()
        };
        assert_eq!(polygon(&areas, &star(20_000)).err(), Some(ShapeFault::TooMany));
        assert_eq!(polygon(&areas, &star(2_300)).err(), Some(ShapeFault::Crossed));
        let coast = (0..19_999).map(|index| {
            let angle = f64::from(index) * TAU / 20_000.0;
            let bay = 1.0 + 0.01 * (angle * 40.0).sin();
            (50.84 + 0.06 * bay * angle.sin(), 4.35 + 0.09 * bay * angle.cos())
        });
        let mut coast: Vec<_> = coast.collect();
        coast.push(coast[0]);
        let coast = polygon(&areas, &coast).expect("a polygon of many corners");
        assert!((0.5..1.0).contains(&share(&areas, &coast)), "{}", share(&areas, &coast));
        let scribble: Vec<_> = star(20_000).iter().map(|(lat, lon)| (*lat + 10.0, *lon)).collect();
        assert!(areas.reached_by(&polygon(&areas, &scribble).expect("elsewhere")).is_empty());
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}
