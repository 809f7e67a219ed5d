//! Whether a polygon is simple and has a surface.

use std::collections::HashSet;

use robust::{Coord, orient2d};

use crate::model::{Polygon, Position};

/// Pairs of edges that are compared at most, so that no input takes long. A
/// polygon of 20,000 positions as found in real messages needs far fewer.
pub(super) const MAX_STEPS: usize = 20_000_000;

/// Steps in one degree: each is about a centimetre.
const STEPS: f64 = 1e7;

/// Whether a polygon crosses or touches itself.
pub(super) enum Crossing {
    None,
    /// It does, on an edge that starts here.
    Near(Position),
    /// The comparison was given up.
    Unknown,
}

/// The corners, each once: without the last one of a closed line, and without
/// those equal to the one before, which other rules report.
///
/// They are counted in whole steps, see [`STEPS`]. Positions are written as decimals, and only whole numbers keep
/// three of them on one line when they are so as decimals.
fn corners(polygon: &Polygon) -> Vec<Position> {
    let step = |p: &Position| Position::new((p.lat * STEPS).round(), (p.lon * STEPS).round());
    let mut corners: Vec<Position> = polygon.positions.iter().map(step).collect();
    corners.dedup();
    if corners.len() > 1 && corners.first() == corners.last() {
        corners.pop();
    }
    corners
}

/// Positions the line passes more than once, its end aside.
pub(super) fn repeated(polygon: &Polygon) -> Vec<Position> {
    let positions = &polygon.positions;
    let end = positions.len() - usize::from(polygon.is_closed());
    let mut seen = HashSet::new();
    // Adding zero turns -0.0 into 0.0, which is the same place.
    let key = |p: &&Position| ((p.lat + 0.0).to_bits(), (p.lon + 0.0).to_bits());
    positions[..end].iter().filter(|position| !seen.insert(key(position))).copied().collect()
}

/// Whether all corners lie on one line.
pub(super) fn is_flat(polygon: &Polygon) -> bool {
    let corners = corners(polygon);
    let [first, second, rest @ ..] = corners.as_slice() else {
        return true;
    };
    // Lines that fold back cover nothing, and neither do loops of opposite
    // direction that cancel out; the latter are found as crossings.
    rest.iter().all(|corner| turn(*first, *second, *corner) == 0.0)
}

/// Which way three positions turn; exact in its sign.
fn turn(a: Position, b: Position, c: Position) -> f64 {
    let coord = |p: Position| Coord { x: p.lon, y: p.lat };
    orient2d(coord(a), coord(b), coord(c))
}

/// An edge, with the span of longitude and latitude it covers.
#[derive(Clone, Copy)]
struct Edge {
    index: usize,
    from: Position,
    to: Position,
    lon: (f64, f64),
    lat: (f64, f64),
}

/// Looks for two edges that meet elsewhere than at a shared corner.
///
/// Edges are sorted along the axis in which they overlap least, and each is
/// compared with those that begin before it ends.
pub(super) fn crossing(polygon: &Polygon) -> Crossing {
    let corners = corners(polygon);
    if corners.len() < 3 {
        return Crossing::None;
    }
    let span = |a: f64, b: f64| (a.min(b), a.max(b));
    let mut edges: Vec<Edge> = (0..corners.len())
        .map(|index| {
            let (from, to) = (corners[index], corners[(index + 1) % corners.len()]);
            Edge { index, from, to, lon: span(from.lon, to.lon), lat: span(from.lat, to.lat) }
        })
        .collect();
    let width = |range: fn(&Edge) -> (f64, f64)| -> f64 {
        let whole = edges.iter().map(range).fold((f64::MAX, f64::MIN), |w, r| (w.0.min(r.0), w.1.max(r.1)));
        let sum: f64 = edges.iter().map(|edge| range(edge).1 - range(edge).0).sum();
        sum / (whole.1 - whole.0).max(f64::MIN_POSITIVE)
    };
    let by_lon = width(|edge| edge.lon) <= width(|edge| edge.lat);
    let along = |edge: &Edge| if by_lon { edge.lon } else { edge.lat };
    edges.sort_by(|a, b| along(a).0.total_cmp(&along(b).0));
    let mut steps = 0;
    for (at, edge) in edges.iter().enumerate() {
        for other in edges[at + 1..].iter().take_while(|other| along(other).0 <= along(edge).1) {
            steps += 1;
            if steps > MAX_STEPS {
                return Crossing::Unknown;
            }
            if meet(edge, other, corners.len()) {
                let near = Position::new(edge.from.lat / STEPS, edge.from.lon / STEPS);
                return Crossing::Near(near);
            }
        }
    }
    Crossing::None
}

/// Whether two edges of a line of `count` edges meet where they should not.
fn meet(a: &Edge, b: &Edge, count: usize) -> bool {
    let apart = |x: (f64, f64), y: (f64, f64)| x.1 < y.0 || y.1 < x.0;
    if apart(a.lon, b.lon) || apart(a.lat, b.lat) {
        return false;
    }
    // Neighbours share a corner; they only do wrong by folding back.
    if (a.index + 1) % count == b.index {
        return folds_back(a.from, a.to, b.to);
    }
    if (b.index + 1) % count == a.index {
        return folds_back(b.from, b.to, a.to);
    }
    let sides = [
        turn(a.from, a.to, b.from),
        turn(a.from, a.to, b.to),
        turn(b.from, b.to, a.from),
        turn(b.from, b.to, a.to),
    ];
    // With all four on one line, overlapping spans are an overlap.
    let opposite = |x: f64, y: f64| (x <= 0.0 && y >= 0.0) || (x >= 0.0 && y <= 0.0);
    opposite(sides[0], sides[1]) && opposite(sides[2], sides[3])
}

/// Whether the way from `a` over `b` to `c` turns on the spot.
fn folds_back(a: Position, b: Position, c: Position) -> bool {
    let ahead = (b.lon - a.lon) * (c.lon - b.lon) + (b.lat - a.lat) * (c.lat - b.lat);
    turn(a, b, c) == 0.0 && ahead < 0.0
}
