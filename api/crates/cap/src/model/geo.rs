//! The `area` element and its shapes (CAP 1.2, section 3.2.4).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Geocode;

/// A place on Earth in degrees of WGS 84. CAP writes the latitude first;
/// `GeoJSON` writes the longitude first.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Degrees north of the equator, -90 to 90.
    pub lat: f64,
    /// Degrees east of Greenwich, -180 to 180.
    pub lon: f64,
}

impl Position {
    /// Takes latitude, then longitude, both in degrees.
    #[must_use]
    pub const fn new(lat: f64, lon: f64) -> Self {
        Self { lat, lon }
    }

    /// Whether both numbers lie on Earth.
    #[must_use]
    pub fn is_on_earth(self) -> bool {
        (-90.0..=90.0).contains(&self.lat) && (-180.0..=180.0).contains(&self.lon)
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{}", self.lat, self.lon)
    }
}

/// A closed line around a surface: four positions or more, the last equal to
/// the first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Polygon {
    /// The corners, in order.
    pub positions: Vec<Position>,
}

impl Polygon {
    /// Takes `(latitude, longitude)` pairs in degrees.
    #[must_use]
    pub fn from_lat_lon(pairs: &[(f64, f64)]) -> Self {
        Self { positions: pairs.iter().map(|&(lat, lon)| Position::new(lat, lon)).collect() }
    }

    /// Whether the last position is the first again.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.positions.len() > 1 && self.positions.first() == self.positions.last()
    }
}

impl fmt::Display for Polygon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, position) in self.positions.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            position.fmt(f)?;
        }
        Ok(())
    }
}

/// All places within a distance of a point.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Circle {
    /// The point.
    pub center: Position,
    /// The distance, in **kilometres**.
    pub radius: f64,
}

impl Circle {
    /// Takes the point and the radius in kilometres.
    #[must_use]
    pub const fn new(center: Position, radius: f64) -> Self {
        Self { center, radius }
    }
}

impl fmt::Display for Circle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.center, self.radius)
    }
}

/// Where: the **union** of all shapes and codes. Overlaps are not holes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Area {
    /// The place, in words.
    pub area_desc: String,
    /// Surfaces.
    #[serde(default)]
    pub polygon: Vec<Polygon>,
    /// Surfaces around a point.
    #[serde(default)]
    pub circle: Vec<Circle>,
    /// Codes of places.
    #[serde(default)]
    pub geocode: Vec<Geocode>,
    /// Lowest height, in **feet** above mean sea level.
    #[serde(default)]
    pub altitude: Option<f64>,
    /// Greatest height, in **feet** above mean sea level; only with `altitude`.
    #[serde(default)]
    pub ceiling: Option<f64>,
}

impl Area {
    /// A place in words, without shapes yet.
    #[must_use]
    pub fn new(area_desc: impl Into<String>) -> Self {
        Self {
            area_desc: area_desc.into(),
            polygon: Vec::new(),
            circle: Vec::new(),
            geocode: Vec::new(),
            altitude: None,
            ceiling: None,
        }
    }
}

/// White space of XML, which separates coordinates too.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// Reads a decimal number as XML Schema writes it: no exponent, no words.
pub(crate) fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty()) || !plain(whole) || !plain(fraction) {
        return None;
    }
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

/// Reads `lat,lon`.
fn position(text: &str) -> Option<Position> {
    let (lat, lon) = text.split_once(',')?;
    Some(Position::new(number(lat)?, number(lon)?))
}

/// Reads `lat,lon lat,lon …`; the error is the pair that is none.
pub(crate) fn polygon_from(text: &str) -> Result<Polygon, &str> {
    let pairs = text.split(is_space).filter(|pair| !pair.is_empty());
    let positions: Result<Vec<_>, &str> = pairs.map(|pair| position(pair).ok_or(pair)).collect();
    positions.map(|positions| Polygon { positions })
}

/// Reads `lat,lon radius`.
pub(crate) fn circle_from(text: &str) -> Option<Circle> {
    let mut parts = text.split(is_space).filter(|part| !part.is_empty());
    let circle = Circle { center: position(parts.next()?)?, radius: number(parts.next()?)? };
    parts.next().is_none().then_some(circle)
}
