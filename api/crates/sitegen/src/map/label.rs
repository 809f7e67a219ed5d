//! Where a name stands on a map: inside its own shape, far from the border, on as many
//! lines and in letters as small as that takes.

use std::fmt::Write as _;

use crate::chart::escape;

/// A closed ring in units of the drawing.
pub type Ring = Vec<[f64; 2]>;

/// Heights of letters in units of the drawing, with their class; the largest that fits.
const SIZES: [(f64, &str); 3] = [(15.0, "t1"), (12.5, "t2"), (10.5, "t3")];

/// Width of a letter and distance of lines, in heights of a letter.
const LETTER: f64 = 0.53;
const LINE: f64 = 1.02;

/// Distance between the points that are tried.
const STEP: f64 = 4.0;

/// Writes a name into its shape: the largest polygon.
#[must_use]
pub fn write(polygons: &[Vec<Ring>], name: &str) -> String {
    let size = |rings: &&Vec<Ring>| rings.first().map_or(0.0, area);
    let Some(rings) = polygons.iter().max_by(|a, b| size(a).total_cmp(&size(b))) else {
        return String::new();
    };
    let points = inner_points(rings);
    let short = name.split(" / ").next().unwrap_or(name);
    let mut best: Option<(f64, Label)> = None;
    for (height, class) in SIZES {
        for lines in broken(short) {
            for (middle, _) in &points {
                let room = room(rings, *middle, height, &lines);
                let label = || Label { middle: *middle, height, class, lines: lines.clone() };
                // The whole frame lies inside: no other lines nor smaller letters are needed.
                if room >= 1.0 {
                    return label().svg();
                }
                if best.as_ref().is_none_or(|(most, _)| room > *most) {
                    best = Some((room, label()));
                }
            }
        }
    }
    best.map(|(_, label)| label.svg()).unwrap_or_default()
}

struct Label {
    middle: [f64; 2],
    height: f64,
    class: &'static str,
    lines: Vec<String>,
}

impl Label {
    fn svg(&self) -> String {
        let mut out = String::new();
        let [x, y] = self.middle;
        for (index, line) in self.lines.iter().enumerate() {
            let row = index as f64 - (self.lines.len() as f64 - 1.0) / 2.0;
            // The foot of capital letters stands a third of their height below the middle.
            let foot = y + row * self.height * LINE + self.height * 0.35;
            let (class, line) = (self.class, escape(line));
            let _ = write!(out, "<text class=\"{class}\" x=\"{x:.0}\" y=\"{foot:.0}\">{line}</text>");
        }
        out
    }
}

/// The ways to break a name at its hyphens and spaces, fewest lines first.
fn broken(name: &str) -> Vec<Vec<String>> {
    let parts: Vec<&str> = name.split_inclusive(['-', ' ']).collect();
    let mut ways: Vec<Vec<String>> = (0..1_u32 << (parts.len() - 1).min(6))
        .map(|breaks| {
            let mut lines = vec![String::new()];
            for (at, part) in parts.iter().enumerate() {
                if at > 0 && breaks & (1 << (at - 1)) != 0 {
                    lines.push(String::new());
                }
                if let Some(line) = lines.last_mut() {
                    line.push_str(part);
                }
            }
            lines.iter().map(|line| line.trim().to_owned()).collect()
        })
        .collect();
    let longest = |way: &Vec<String>| way.iter().map(|line| line.chars().count()).max();
    ways.sort_by_key(|way| (way.len(), longest(way)));
    ways
}

/// Points inside, the one farthest from the border (the pole of inaccessibility) first.
fn inner_points(rings: &[Ring]) -> Vec<([f64; 2], f64)> {
    let all = || rings.iter().flatten();
    let fold = |at: usize, start: f64, pick: fn(f64, f64) -> f64| all().map(|p| p[at]).fold(start, pick);
    let (west, east) = (fold(0, f64::MAX, f64::min), fold(0, f64::MIN, f64::max));
    let (top, foot) = (fold(1, f64::MAX, f64::min), fold(1, f64::MIN, f64::max));
    let mut points = Vec::new();
    let mut y = top;
    while y <= foot {
        let mut x = west;
        while x <= east {
            if is_inside(rings, [x, y]) {
                points.push(([x, y], to_border(rings, [x, y])));
            }
            x += STEP;
        }
        y += STEP;
    }
    points.sort_by(|a, b| b.1.total_cmp(&a.1));
    points.truncate(150);
    points
}

/// Share of the points of the frames of the lines around `middle` that lie inside.
fn room(rings: &[Ring], middle: [f64; 2], height: f64, lines: &[String]) -> f64 {
    let (mut inside, mut all) = (0_u32, 0_u32);
    for (index, line) in lines.iter().enumerate() {
        let half = line.chars().count() as f64 * height * LETTER / 2.0;
        let row = index as f64 - (lines.len() as f64 - 1.0) / 2.0;
        for along in [-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0] {
            for edge in [-0.5, 0.0, 0.5] {
                all += 1;
                let point = [middle[0] + along * half, middle[1] + (row + edge) * height * LINE];
                inside += u32::from(is_inside(rings, point));
            }
        }
    }
    f64::from(inside) / f64::from(all.max(1))
}

fn area(ring: &Ring) -> f64 {
    ring.windows(2).map(|pair| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1]).sum::<f64>().abs() / 2.0
}

fn sides(rings: &[Ring]) -> impl Iterator<Item = ([f64; 2], [f64; 2])> + '_ {
    rings.iter().flat_map(|ring| ring.windows(2).map(|pair| (pair[0], pair[1])))
}

/// Even-odd rule: holes are outside.
fn is_inside(rings: &[Ring], [x, y]: [f64; 2]) -> bool {
    let crosses = |(a, b): &([f64; 2], [f64; 2])| {
        (a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
    };
    sides(rings).filter(crosses).count() % 2 == 1
}

fn to_border(rings: &[Ring], [x, y]: [f64; 2]) -> f64 {
    let distance = |(a, b): ([f64; 2], [f64; 2])| {
        let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
        let length = dx * dx + dy * dy;
        let along = if length > 0.0 { ((x - a[0]) * dx + (y - a[1]) * dy) / length } else { 0.0 };
        let along = along.clamp(0.0, 1.0);
        (a[0] + along * dx - x).hypot(a[1] + along * dy - y)
    };
    sides(rings).map(distance).fold(f64::MAX, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(width: f64, height: f64) -> Vec<Vec<Ring>> {
        vec![vec![vec![[0.0, 0.0], [width, 0.0], [width, height], [0.0, height], [0.0, 0.0]]]]
    }

    #[test]
    fn a_name_takes_the_largest_letters_that_fit_its_shape() {
        let large = write(&frame(60.0, 60.0), "Jette");
        assert_eq!(large, "<text class=\"t1\" x=\"28\" y=\"33\">Jette</text>");
        let narrow = write(&frame(80.0, 60.0), "Saint-Gilles");
        assert!(narrow.contains(">Saint-</text>") && narrow.contains("t1"), "{narrow}");
        let small = write(&frame(60.0, 40.0), "Koekelberg");
        assert!(small.contains("t3") && !small.contains("t1"), "{small}");
    }

    #[test]
    fn a_hole_and_a_bay_are_outside() {
        let mut rings = frame(90.0, 90.0).remove(0);
        rings.push(vec![[30.0, 30.0], [60.0, 30.0], [60.0, 60.0], [30.0, 60.0], [30.0, 30.0]]);
        assert!(is_inside(&rings, [10.0, 10.0]));
        assert!(!is_inside(&rings, [45.0, 45.0]));
        assert!((to_border(&rings, [15.0, 45.0]) - 15.0).abs() < 1e-9);
    }
}
