//! Outlines as RFC 7946 asks for them: outer rings run counter-clockwise and holes
//! clockwise (section 3.1.6), and areas that share a border are one polygon without it.
//! Geographic databases refuse anything else.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use geo::orient::Direction;
use geo::{LineString, MultiPolygon, Orient, Polygon, Validation, unary_union};
use serde_json::{Value, json};

use super::geometry::{METRES_PER_DEGREE, MIDDLE_LAT, MIDDLE_LON, Shape};

/// Corners as `[lon, lat]`, the first again at the end.
pub(super) type Ring = Vec<[f64; 2]>;

/// A corner that can be compared and sorted: the bits of its coordinates.
type Corner = (u64, u64);

fn corner(place: [f64; 2]) -> Corner {
    (place[0].to_bits(), place[1].to_bits())
}

fn place(corner: Corner) -> [f64; 2] {
    [f64::from_bits(corner.0), f64::from_bits(corner.1)]
}

/// Twice the surface that a ring encloses; positive when it runs counter-clockwise.
fn twice_area(ring: &[[f64; 2]]) -> f64 {
    // Measured from its first corner: far from zero the products would lose their ends.
    let from = ring.first().copied().unwrap_or_default();
    let moved = |p: [f64; 2]| (p[0] - from[0], p[1] - from[1]);
    ring.windows(2)
        .map(|pair| {
            let ((ax, ay), (bx, by)) = (moved(pair[0]), moved(pair[1]));
            ax * by - bx * ay
        })
        .sum()
}

/// Polygons that share whole edges as polygons without them. Each polygon is an outer ring and
/// its holes; their corners are kept to the last digit.
pub(super) fn dissolved<'a>(polygons: impl Iterator<Item = &'a Vec<Ring>>) -> Vec<Vec<Ring>> {
    let mut edges = BTreeSet::new();
    for rings in polygons {
        for (index, ring) in rings.iter().enumerate() {
            let forwards = (twice_area(ring) > 0.0) == (index == 0);
            for pair in ring.windows(2) {
                let (a, b) = (corner(pair[0]), corner(pair[1]));
                let (a, b) = if forwards { (a, b) } else { (b, a) };
                // With the inside on the left, neighbours run along their border in opposite
                // directions.
                if a != b && !edges.remove(&(b, a)) {
                    edges.insert((a, b));
                }
            }
        }
    }
    assembled(loops(edges))
}

/// Closed ways along the edges, none of which passes a corner twice.
fn loops(mut edges: BTreeSet<(Corner, Corner)>) -> Vec<Ring> {
    let mut found = Vec::new();
    while let Some((start, mut to)) = edges.pop_first() {
        let mut way = vec![start];
        let mut passed = BTreeMap::from([(start, 0)]);
        loop {
            if let Some(index) = passed.get(&to).copied() {
                let closed = way.split_off(index);
                for corner in &closed {
                    passed.remove(corner);
                }
                let mut ring: Ring = closed.into_iter().map(place).collect();
                ring.push(place(to));
                found.push(ring);
            }
            let Some(from) = way.last().copied() else { break };
            passed.insert(to, way.len());
            way.push(to);
            let Some(next) = next_edge(&edges, from, to) else { break };
            edges.remove(&(to, next));
            to = next;
        }
    }
    found
}

/// Where the border of the same inside goes on: the first edge met when turning clockwise from
/// the way back. Only corners where areas touch leave a choice.
fn next_edge(edges: &BTreeSet<(Corner, Corner)>, from: Corner, at: Corner) -> Option<Corner> {
    let all = (Bound::Included((at, (0, 0))), Bound::Included((at, (u64::MAX, u64::MAX))));
    let angle = |to: Corner| {
        let (at, to) = (place(at), place(to));
        (to[1] - at[1]).atan2(to[0] - at[0])
    };
    let back = angle(from);
    let turn = |to: Corner| (back - angle(to)).rem_euclid(std::f64::consts::TAU);
    edges.range(all).map(|(_, to)| *to).min_by(|a, b| turn(*a).total_cmp(&turn(*b)))
}

/// Each hole with the smallest ring around it.
fn assembled(rings: Vec<Ring>) -> Vec<Vec<Ring>> {
    let (outer, holes): (Vec<_>, Vec<_>) = rings.into_iter().partition(|ring| twice_area(ring) > 0.0);
    let mut polygons: Vec<Vec<Ring>> = outer.into_iter().map(|ring| vec![ring]).collect();
    polygons.sort_by(|a, b| twice_area(&a[0]).total_cmp(&twice_area(&b[0])));
    for hole in holes {
        let middle = [f64::midpoint(hole[0][0], hole[1][0]), f64::midpoint(hole[0][1], hole[1][1])];
        if let Some(around) = polygons.iter_mut().find(|rings| encloses(&rings[0], middle)) {
            around.push(hole);
        }
    }
    polygons
}

/// Whether a ring goes around a point that is not on it.
fn encloses(ring: &[[f64; 2]], point: [f64; 2]) -> bool {
    let crossings = ring.windows(2).filter(|pair| {
        let (a, b) = (pair[0], pair[1]);
        (a[1] > point[1]) != (b[1] > point[1])
            && point[0] < (b[0] - a[0]) * (point[1] - a[1]) / (b[1] - a[1]) + a[0]
    });
    crossings.count() % 2 == 1
}

/// Corners of a drawing in degrees, to a tenth of a metre.
fn degrees(ring: &LineString) -> Ring {
    let round = |value: f64| (value * 1e6).round() / 1e6;
    let lon = |x: f64| x / (METRES_PER_DEGREE * MIDDLE_LAT.to_radians().cos()) + MIDDLE_LON;
    let lat = |y: f64| y / METRES_PER_DEGREE + MIDDLE_LAT;
    ring.coords().map(|c| [round(lon(c.x)), round(lat(c.y))]).collect()
}

impl Shape {
    /// Its outer rings as `(lat, lon)`, closed, to a tenth of a metre.
    #[must_use]
    pub fn outer_rings(&self) -> Vec<Vec<(f64, f64)>> {
        let outer = self.plane.iter().map(|polygon| degrees(polygon.exterior()));
        outer.map(|ring| ring.into_iter().map(|[lon, lat]| (lat, lon)).collect()).collect()
    }
}

fn sound(polygons: &[Vec<Ring>]) -> bool {
    let line = |ring: &Ring| LineString::from(ring.clone());
    let all: MultiPolygon = polygons
        .iter()
        .filter_map(|rings| {
            let (outer, holes) = rings.split_first()?;
            Some(Polygon::new(line(outer), holes.iter().map(line).collect()))
        })
        .collect();
    all.is_valid()
}

/// Drawings and corners up to which it is asked whether they overlap: each is compared with each.
const MOST_COMPARED: (usize, usize) = (30, 2_000);

/// The rings of a polygon, the outer one first.
fn rings_of(polygon: &Polygon) -> Vec<Ring> {
    std::iter::once(polygon.exterior()).chain(polygon.interiors()).map(degrees).collect()
}

/// Drawings as one GeoJSON `MultiPolygon`. What several of them cover is in it once.
#[must_use]
pub fn multi_polygon(shapes: &[Shape]) -> Value {
    let mut drawn: Vec<Vec<Ring>> = Vec::new();
    for rings in shapes.iter().flat_map(|shape| &shape.plane).map(rings_of) {
        if !drawn.contains(&rings) {
            drawn.push(rings);
        }
    }
    let mut polygons = dissolved(drawn.iter());
    let corners: usize = drawn.iter().flatten().map(Vec::len).sum();
    let is_much = drawn.len() > MOST_COMPARED.0 || corners > MOST_COMPARED.1;
    if drawn.len() > 1 && (is_much || !sound(&polygons)) {
        let turned: Vec<_> = shapes.iter().map(|shape| shape.plane.orient(Direction::Default)).collect();
        polygons = unary_union(&turned).orient(Direction::Default).iter().map(rings_of).collect();
    }
    json!({ "type": "MultiPolygon", "coordinates": polygons })
}

#[cfg(test)]
mod tests {
    use super::super::AreaSet;
    use super::super::tests::areas;
    use super::*;

    fn polygons(value: &Value) -> Vec<Vec<Ring>> {
        serde_json::from_value(value["coordinates"].clone()).expect("polygons")
    }

    fn surface(polygons: &[Vec<Ring>]) -> f64 {
        polygons.iter().flatten().map(|ring| twice_area(ring)).sum::<f64>() / 2.0
    }

    fn check(polygons: &[Vec<Ring>], what: &str) {
        assert!(!polygons.is_empty() && sound(polygons), "{what} is sound");
        for rings in polygons {
            for (index, ring) in rings.iter().enumerate() {
                assert_eq!(ring.first(), ring.last(), "{what} is closed");
                assert_eq!(twice_area(ring) > 0.0, index == 0, "{what} turns the right way");
            }
        }
    }

    #[test]
    fn any_set_of_municipalities_is_sound_and_loses_no_surface() {
        let areas = areas();
        let whole = polygons(&areas.geojson(areas.everywhere()));
        check(&whole, "the Region");
        assert_eq!((whole.len(), whole[0].len()), (1, 1), "one outline without inner borders");
        let alone: Vec<f64> = (0..19).map(|i| surface(&polygons(&areas.geojson(AreaSet(1 << i))))).collect();
        // Every pair, everything but one, and a spread of others.
        let pairs = (0..19).flat_map(|a| (0..a).map(move |b| (1_u32 << a) | (1 << b)));
        let rests = (0..19).map(|i| areas.everywhere().0 & !(1 << i));
        let others = (0..40_u32).map(|n| n.wrapping_mul(2_654_435_761) >> 13 & areas.everywhere().0);
        for bits in pairs.chain(rests).chain(others).filter(|bits| *bits != 0) {
            let found = polygons(&areas.geojson(AreaSet(bits)));
            check(&found, &format!("{bits:019b}"));
            let sum: f64 = (0..19).filter(|i| bits & (1 << i) != 0).map(|i| alone[i]).sum();
            assert!((surface(&found) - sum).abs() < 1e-12, "{bits:019b}");
        }
        let around = areas.everywhere().0 & !(1 << areas.by_nis("21011").expect("Koekelberg"));
        let holes: usize =
            polygons(&areas.geojson(AreaSet(around))).iter().map(|rings| rings.len() - 1).sum();
        assert_eq!(holes, 1, "what lies in the middle and is not concerned is a hole");
    }

    #[test]
    fn drawings_run_the_right_way_and_cover_a_place_once() {
        let square = |lat: f64, lon: f64, turned: bool| {
            let mut corners = [(0.0, 0.0), (0.0, 0.02), (0.02, 0.02), (0.02, 0.0), (0.0, 0.0)];
            if turned {
                corners.reverse();
            }
            let corners: Vec<_> = corners.iter().map(|(a, b)| (lat + a, lon + b)).collect();
            Shape::polygon(&corners).expect("a shape")
        };
        let of = |shapes: &[Shape]| polygons(&multi_polygon(shapes));
        for turned in [false, true] {
            let one = of(&[square(50.82, 4.32, turned)]);
            check(&one, "a square");
            assert_eq!((one.len(), one[0][0].len()), (1, 5));
            let neighbours = of(&[square(50.82, 4.32, false), square(50.82, 4.34, turned)]);
            check(&neighbours, "two neighbours");
            assert_eq!((neighbours.len(), neighbours[0][0].len()), (1, 7), "one outline");
            let crossing = of(&[square(50.82, 4.32, false), square(50.83, 4.33, turned)]);
            check(&crossing, "two that overlap");
            assert_eq!((crossing.len(), crossing[0][0].len()), (1, 9), "one outline");
        }
        let again = square(50.82, 4.32, false);
        assert_eq!(of(&[again.clone(), square(50.82, 4.34, false), again]).len(), 1, "drawn twice");
        let corner = of(&[square(50.82, 4.32, false), square(50.84, 4.34, false)]);
        check(&corner, "two that touch in a corner");
        assert_eq!(corner.len(), 2);
        let small = of(&[Shape::circle(50.84, 4.35, 0.01).expect("a circle")]);
        check(&small, "a circle of ten metres");
    }
}
