//! Whether the edges of a ring meet, without comparing each with each.

use geo::{Coord, Intersects, Line, LineString};

/// Edges in the order in which they begin along an axis: each is compared with those alone
/// that begin before it ends.
pub(super) struct Sweep {
    /// Place in the ring, and where the edge begins and ends along the axis.
    edges: Vec<(usize, Line, (f64, f64))>,
}

impl Sweep {
    /// The edges of a ring, along the axis in which they overlap least.
    pub(super) fn new(edges: impl Iterator<Item = Line>) -> Self {
        let along_x = |line: &Line| ordered(line.start.x, line.end.x);
        let along_y = |line: &Line| ordered(line.start.y, line.end.y);
        let edges: Vec<Line> = edges.collect();
        let by_x = overlap(&edges, along_x) <= overlap(&edges, along_y);
        let span = |line: &Line| if by_x { along_x(line) } else { along_y(line) };
        let mut edges: Vec<_> =
            edges.into_iter().enumerate().map(|(index, line)| (index, line, span(&line))).collect();
        edges.sort_by(|a, b| a.2.0.total_cmp(&b.2.0));
        Self { edges }
    }

    /// Pairs that may meet, each once. There are few in a drawing of a place, and half the square
    /// of the edges at most.
    pub(super) fn pairs(&self) -> impl Iterator<Item = ((usize, &Line), (usize, &Line))> {
        self.edges.iter().enumerate().flat_map(|(at, (index, edge, span))| {
            let reached = self.edges[at + 1..].iter().take_while(|other| other.2.0 <= span.1);
            reached.map(move |(other_index, other, _)| ((*index, edge), (*other_index, other)))
        })
    }
}

fn ordered(a: f64, b: f64) -> (f64, f64) {
    (a.min(b), a.max(b))
}

/// How often the edges together cover the whole of them along an axis.
fn overlap(edges: &[Line], span: impl Fn(&Line) -> (f64, f64)) -> f64 {
    let (mut low, mut high, mut sum) = (f64::MAX, f64::MIN, 0.0);
    for (from, to) in edges.iter().map(span) {
        (low, high, sum) = (low.min(from), high.max(to), sum + to - from);
    }
    sum / (high - low).max(f64::MIN_POSITIVE)
}

/// Whether a closed ring has corners enough and neither crosses nor touches itself: the rules of
/// `geo::Validation`, which compares each edge with each. None when it would take more
/// comparisons than these.
pub(super) fn is_simple(ring: &LineString, most: usize) -> Option<bool> {
    let mut corners: Vec<Coord> = ring.0.clone();
    corners.dedup();
    if corners.len() < 4 {
        return Some(false);
    }
    let sweep = Sweep::new(ring.lines());
    for (compared, ((_, a), (_, b))) in sweep.pairs().enumerate() {
        if compared == most {
            return None;
        }
        if a.start != b.end && a.end != b.start && a.intersects(b) {
            return Some(false);
        }
    }
    Some(true)
}

#[cfg(test)]
mod tests {
    use geo::{Polygon, Validation};

    use super::*;

    /// A coast with bays.
    fn coast(corners: u32, turn: f64) -> LineString {
        let corner = |index: u32| {
            let angle = f64::from(index % corners) * std::f64::consts::TAU / f64::from(corners);
            let bay = 1.0 + 0.1 * (angle * 40.0).sin();
            Coord { x: 9_000.0 * bay * (angle + turn).cos(), y: 6_000.0 * bay * angle.sin() }
        };
        (0..=corners).map(corner).collect()
    }

    #[test]
    fn a_drawing_of_a_place_takes_few_comparisons() {
        // Every edge with every edge would be four million comparisons.
        let ring = coast(2_000, 0.0);
        let compared = Sweep::new(ring.lines()).pairs().count();
        assert!((2_000..60_000).contains(&compared), "{compared}");
        assert_eq!(is_simple(&ring, compared), Some(true));
        assert_eq!(is_simple(&ring, compared - 1), None, "bounded");
        // Long teeth, along either axis.
        let tooth =
            |index: u32| (f64::from(index) * 10.0, if index.is_multiple_of(2) { 0.0 } else { 9_000.0 });
        let teeth: Vec<(f64, f64)> =
            (0..2_000).map(tooth).chain([(19_990.0, -10.0), (0.0, -10.0), (0.0, 0.0)]).collect();
        for turned in [false, true] {
            let comb: LineString =
                teeth.iter().map(|(x, y)| if turned { (*y, *x) } else { (*x, *y) }).collect();
            let compared = Sweep::new(comb.lines()).pairs().count();
            assert!(compared < 60_000, "{compared}");
        }
    }

    #[test]
    fn what_is_simple_is_what_the_library_calls_so() {
        let ring = |corners: &[(f64, f64)]| corners.iter().copied().collect::<LineString>();
        let bow = ring(&[(0.0, 0.0), (4.0, 4.0), (4.0, 0.0), (0.0, 4.0), (0.0, 0.0)]);
        let square = ring(&[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]);
        let again = ring(&[(0.0, 0.0), (4.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]);
        let back = ring(&[(0.0, 0.0), (4.0, 0.0), (2.0, 0.0), (4.0, 4.0), (0.0, 0.0)]);
        let touching = ring(&[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (2.0, 0.0), (0.0, 4.0), (0.0, 0.0)]);
        let flat = ring(&[(0.0, 0.0), (4.0, 0.0), (0.0, 0.0), (0.0, 0.0)]);
        let rings = [bow, square, again, back, touching, flat, coast(300, 0.0), coast(300, 0.8)];
        for ring in rings {
            let of_library = Polygon::new(ring.clone(), Vec::new()).is_valid();
            assert_eq!(is_simple(&ring, usize::MAX), Some(of_library), "{ring:?}");
        }
        // Scribbles of a few corners on a grid, where many touch.
        let mut seed = 1_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(seed >> 29)
        };
        for _ in 0..3_000 {
            let mut corners: Vec<(f64, f64)> = (0..6).map(|_| (next(), next())).collect();
            corners.push(corners[0]);
            let scribble = ring(&corners);
            let of_library = Polygon::new(scribble.clone(), Vec::new()).is_valid();
            assert_eq!(is_simple(&scribble, usize::MAX), Some(of_library), "{scribble:?}");
        }
    }
}
