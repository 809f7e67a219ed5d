//! Circles and corners as people write them.

use crate::alert::draft::DrawnCircle;
use crate::error::Fault;

/// A number with a point or a comma.
pub(super) fn number(text: &str) -> Option<f64> {
    let value: f64 = text.trim().replace(',', ".").parse().ok()?;
    value.is_finite().then_some(value)
}

/// A number as it is written back into a field.
pub(super) fn written(value: f64) -> String {
    let text = format!("{value:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A circle from its three fields: degrees, degrees, metres. Three empty fields
/// are no circle.
pub(super) fn circle(index: usize, parts: [&str; 3], faults: &mut Vec<Fault>) -> Option<DrawnCircle> {
    let field = format!("circles.{index}");
    if parts.iter().all(|part| part.trim().is_empty()) {
        return None;
    }
    if parts.iter().any(|part| part.trim().is_empty()) {
        faults.push(Fault::new(field, "circle-incomplete"));
        return None;
    }
    let [lat, lon, radius] = parts.map(number);
    match (lat, lon, radius) {
        (Some(lat), Some(lon), Some(radius)) => Some(DrawnCircle { lat, lon, radius_km: radius / 1000.0 }),
        _ => {
            faults.push(Fault::new(field, "number"));
            None
        }
    }
}

/// Two numbers of a line: `50.85, 4.35`, `50.85 4.35` or `50,85 4,35`.
fn corner(line: &str) -> Option<(f64, f64)> {
    let words: Vec<&str> = line.split([' ', '\t', ';']).filter(|word| !word.is_empty()).collect();
    match words.as_slice() {
        [both] => {
            let (lat, lon) = both.split_once(',')?;
            Some((number(lat)?, number(lon)?))
        }
        [lat, lon] => Some((number(lat.trim_end_matches(','))?, number(lon)?)),
        _ => None,
    }
}

/// Polygons: a corner per line, an empty line between two polygons. The last
/// corner is joined to the first.
pub(super) fn polygons(text: &str, faults: &mut Vec<Fault>) -> Vec<Vec<(f64, f64)>> {
    let mut all = Vec::new();
    let mut ring: Vec<(f64, f64)> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            close(&mut ring, &mut all);
            continue;
        }
        match corner(line) {
            Some(point) => ring.push(point),
            None => {
                faults.push(Fault::new("polygons", "polygon-line").arg("line", number + 1));
                return all;
            }
        }
    }
    close(&mut ring, &mut all);
    all
}

fn close(ring: &mut Vec<(f64, f64)>, all: &mut Vec<Vec<(f64, f64)>>) {
    let mut done = std::mem::take(ring);
    if let (Some(first), Some(last)) = (done.first().copied(), done.last()) {
        if first != *last {
            done.push(first);
        }
        all.push(done);
    }
}

/// Polygons as they are written back into the field.
pub(super) fn polygon_text(polygons: &[Vec<(f64, f64)>]) -> String {
    let rings = polygons.iter().map(|ring| {
        let corners: Vec<String> =
            ring.iter().map(|(lat, lon)| format!("{}, {}", written(*lat), written(*lon))).collect();
        corners.join("\n")
    });
    rings.collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_are_read_as_people_write_them() {
        for line in ["50.85, 4.35", "50.85,4.35", "50.85 4.35", "50,85 4,35", "50,85; 4,35", " 50.85\t4.35"] {
            assert_eq!(corner(line.trim()), Some((50.85, 4.35)), "{line}");
        }
        for line in ["50.85", "north", "50.85 4.35 3", "50.85, east", "NaN 4"] {
            assert_eq!(corner(line), None, "{line}");
        }
    }

    #[test]
    fn polygons_are_closed_and_separated() {
        let mut faults = Vec::new();
        let text = "50.1 4.1\n50.2 4.1\n50.2 4.2\n\n50.3 4.3\r\n50.4 4.3\r\n50.4 4.4\r\n50.3 4.3\r\n";
        let rings = polygons(text, &mut faults);
        assert_eq!(rings.iter().map(Vec::len).collect::<Vec<_>>(), [4, 4]);
        assert!(faults.is_empty());
        assert_eq!(polygons(&polygon_text(&rings), &mut faults), rings);
    }

    #[test]
    fn a_bad_line_is_named() {
        let mut faults = Vec::new();
        polygons("50.1 4.1\nhere", &mut faults);
        assert_eq!(faults, [Fault::new("polygons", "polygon-line").arg("line", 2)]);
    }

    #[test]
    fn a_circle_needs_all_three_numbers() {
        let mut faults = Vec::new();
        assert_eq!(circle(0, ["", " ", ""], &mut faults), None);
        assert!(faults.is_empty());
        let found = circle(0, ["50,85", "4.35", "300"], &mut faults).expect("circle");
        assert!((found.radius_km - 0.3).abs() < 1e-9);
        circle(1, ["50.85", "", "300"], &mut faults);
        circle(2, ["50.85", "x", "300"], &mut faults);
        let codes: Vec<_> = faults.iter().map(|f| (f.field.as_str(), f.code.as_str())).collect();
        assert_eq!(codes, [("circles.1", "circle-incomplete"), ("circles.2", "number")]);
    }
}
