//! The nineteen municipalities as a drawing, with what is chosen or drawn.

use askama::Template;

use crate::app::World;
use crate::area::{AreaSet, Areas};
use crate::i18n::Lang;

/// Width of the drawing, in its own units.
const WIDTH: f64 = 600.0;
/// West, east, south and north of the drawing, in degrees: the Region and a rim.
const FRAME: (f64, f64, f64, f64) = (4.235, 4.490, 50.760, 50.918);
/// A degree of longitude is this much shorter here than one of latitude.
const SQUEEZE: f64 = 0.6316;

/// One municipality of the drawing.
pub(super) struct Outline {
    /// NIS code.
    pub nis: String,
    /// Name.
    pub name: String,
    /// Path.
    pub path: String,
    /// Whether it is chosen.
    pub on: bool,
}

/// A circle of the drawing.
pub(super) struct Disc {
    x: String,
    y: String,
    r: String,
}

/// The drawing.
#[derive(Template)]
#[template(path = "office/parts/map.html")]
pub(super) struct Map {
    /// Title, read out.
    pub title: String,
    /// Words under it.
    pub caption: String,
    outlines: Vec<Outline>,
    discs: Vec<Disc>,
    shapes: Vec<String>,
    height: u32,
    /// Class of chosen municipalities.
    class: String,
}

/// What stands on a map beside municipalities.
#[derive(Default)]
pub(super) struct Drawn {
    /// Latitude, longitude, radius in kilometres.
    pub circles: Vec<(f64, f64, f64)>,
    /// Corners as latitude and longitude.
    pub polygons: Vec<Vec<(f64, f64)>>,
}

fn scale() -> f64 {
    WIDTH / ((FRAME.1 - FRAME.0) * SQUEEZE)
}

fn place(lat: f64, lon: f64) -> (f64, f64) {
    ((lon - FRAME.0) * SQUEEZE * scale(), (FRAME.3 - lat) * scale())
}

/// A ring as the data of a path, in whole tenths; corners that fall together
/// are drawn once.
fn path(ring: &[(f64, f64)]) -> String {
    let mut out = String::new();
    let mut last = String::new();
    for (lat, lon) in ring {
        let (x, y) = place(*lat, *lon);
        let point = format!("{x:.1} {y:.1}");
        if point != last {
            out.push(if out.is_empty() { 'M' } else { 'L' });
            out.push_str(&point);
            last = point;
        }
    }
    out.push('Z');
    out
}

fn outlines(areas: &Areas, set: AreaSet, lang: Lang) -> Vec<Outline> {
    areas
        .municipalities
        .iter()
        .enumerate()
        .map(|(index, municipality)| Outline {
            nis: municipality.nis.clone(),
            name: municipality.name.in_lang(lang),
            path: areas.rings(index).iter().map(|ring| path(ring)).collect(),
            on: set.has(index),
        })
        .collect()
}

impl Map {
    /// Draws a choice of municipalities; `class` says how chosen ones look.
    pub fn new(world: &World, set: AreaSet, drawn: &Drawn, lang: Lang, class: &str) -> Self {
        let discs = drawn.circles.iter().map(|(lat, lon, radius_km)| {
            let (x, y) = place(*lat, *lon);
            // One degree of latitude is 111.25 km.
            let r = radius_km / 111.25 * scale();
            Disc { x: format!("{x:.1}"), y: format!("{y:.1}"), r: format!("{r:.1}") }
        });
        Self {
            title: lang.text("office-map-title"),
            caption: if set.is_empty() {
                lang.text("office-map-none")
            } else {
                world.areas.phrase(set, lang)
            },
            outlines: outlines(&world.areas, set, lang),
            discs: discs.collect(),
            shapes: drawn.polygons.iter().map(|ring| path(ring)).collect(),
            height: 589,
            class: class.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_municipality_lies_on_the_map() {
        let areas = Areas::load(Path::new("../content")).expect("areas");
        for index in 0..areas.municipalities.len() {
            for (lat, lon) in areas.rings(index).into_iter().flatten() {
                let (x, y) = place(lat, lon);
                assert!((0.0..=WIDTH).contains(&x) && (0.0..=589.0).contains(&y), "{lat} {lon}: {x} {y}");
            }
        }
    }

    #[test]
    fn corners_that_fall_together_are_drawn_once() {
        let ring = [(50.85, 4.35), (50.850_000_1, 4.35), (50.86, 4.36), (50.85, 4.35)];
        assert_eq!(path(&ring).matches('L').count(), 2);
    }
}
