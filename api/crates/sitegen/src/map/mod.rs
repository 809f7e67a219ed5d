//! A static SVG map of the municipalities, coloured by police zone.

mod label;

use std::fmt::Write as _;

use safe_content::{Areas, Lang, Outline};

use crate::chart::escape;
use label::Ring;

const WIDTH: f64 = 900.0;

/// Projects degrees to the drawing: equirectangular, true at the Region's latitude.
struct Projection {
    west: f64,
    north: f64,
    scale_x: f64,
    scale_y: f64,
    height: f64,
}

impl Projection {
    fn new(outlines: &[Outline]) -> Option<Self> {
        let points = || outlines.iter().flat_map(|o| &o.polygons).flatten().flatten();
        let fold =
            |at: usize, start: f64, pick: fn(f64, f64) -> f64| points().map(|p| p[at]).fold(start, pick);
        let (west, east) = (fold(0, f64::MAX, f64::min), fold(0, f64::MIN, f64::max));
        let (south, north) = (fold(1, f64::MAX, f64::min), fold(1, f64::MIN, f64::max));
        if west >= east || south >= north {
            return None;
        }
        let scale_x = (WIDTH - 20.0) / (east - west);
        let scale_y = scale_x / f64::midpoint(south, north).to_radians().cos();
        Some(Projection { west, north, scale_x, scale_y, height: (north - south) * scale_y + 20.0 })
    }

    fn exact(&self, point: [f64; 2]) -> [f64; 2] {
        [10.0 + (point[0] - self.west) * self.scale_x, 10.0 + (self.north - point[1]) * self.scale_y]
    }

    fn place(&self, point: [f64; 2]) -> (i32, i32) {
        let [x, y] = self.exact(point);
        (x.round() as i32, y.round() as i32)
    }
}

/// What the map says besides its shapes.
pub struct Labels<'a> {
    /// Accessible name.
    pub title: &'a str,
    /// Accessible description.
    pub description: &'a str,
    /// Municipalities to point out; none shows the zones instead.
    pub chosen: &'a [&'a str],
    /// Names stand on the map.
    pub names: bool,
    /// Day on which zone membership counts.
    pub today: &'a str,
}

/// Draws the map; none without outlines. `name` gives the label of a municipality.
#[must_use]
pub fn draw(areas: &Areas, lang: Lang, labels: &Labels<'_>) -> Option<String> {
    let projection = Projection::new(&areas.outlines)?;
    let zones: Vec<_> = areas.zones.iter().filter(|z| z.is_valid_on(labels.today)).collect();
    let mut shapes = String::new();
    let mut names = String::new();
    for outline in &areas.outlines {
        let zone = zones.iter().position(|z| z.municipalities.iter().any(|m| m.value == outline.nis));
        let class = if labels.chosen.contains(&outline.nis.as_str()) {
            "is-on".to_owned()
        } else if labels.chosen.is_empty() {
            zone.map(zone_class).unwrap_or_default()
        } else {
            String::new()
        };
        let _ = write!(shapes, "<path class=\"{class}\" d=\"{}\"/>", path(&projection, outline));
        if labels.names {
            let drawn = |ring: &Vec<[f64; 2]>| ring.iter().map(|p| projection.exact(*p)).collect();
            let polygons: Vec<Vec<Ring>> =
                outline.polygons.iter().map(|rings| rings.iter().map(drawn).collect()).collect();
            names.push_str(&label::write(&polygons, &areas.municipality(&outline.nis)?.label(lang)));
        }
    }
    let (title, description) = (escape(labels.title), escape(labels.description));
    Some(format!(
        "<svg role=\"img\" viewBox=\"0 0 {WIDTH} {:.0}\" aria-labelledby=\"map-t map-d\"><title id=\"map-t\">{title}</title><desc id=\"map-d\">{description}</desc>{shapes}{names}</svg>",
        projection.height
    ))
}

/// Class of the colour of a zone, by its place among the zones in force.
#[must_use]
pub fn zone_class(at: usize) -> String {
    format!("z{}", at + 1)
}

/// Relative moves in whole units keep the file small.
fn path(projection: &Projection, outline: &Outline) -> String {
    let mut d = String::new();
    for ring in outline.polygons.iter().flatten() {
        let mut last = (0, 0);
        for (index, point) in ring.iter().enumerate() {
            let (x, y) = projection.place(*point);
            if index == 0 {
                let _ = write!(d, "M{x} {y}l");
            } else if (x, y) != last {
                let (dx, dy) = (x - last.0, y - last.1);
                let gap = if dx < 0 || d.ends_with('l') { "" } else { " " };
                let between = if dy < 0 { "" } else { " " };
                let _ = write!(d, "{gap}{dx}{between}{dy}");
            }
            last = (x, y);
        }
        d.push('z');
    }
    d
}
