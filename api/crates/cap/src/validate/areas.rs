//! Rules on places (CAP 1.2, section 3.2.4).

use super::geometry::{self, Crossing};
use super::is_blank;
use crate::finding::Place;
use crate::model::{Area, Circle, Polygon};
use crate::report::Rules;

/// Half of the way around the Earth, in kilometres: no circle is larger.
const LARGEST_RADIUS: f64 = 20_038.0;

/// Checks one area.
pub(super) fn check(area: &Area, place: Place, rules: &mut Rules<'_>) {
    rules.breach_if(is_blank(&area.area_desc), "text-empty", place.at("areaDesc"));
    for (index, polygon) in area.polygon.iter().enumerate() {
        check_polygon(polygon, place.nth("polygon", index), rules);
    }
    for (index, circle) in area.circle.iter().enumerate() {
        check_circle(circle, place.nth("circle", index), rules);
    }
    for (index, code) in area.geocode.iter().enumerate() {
        let empty = is_blank(&code.value_name) || is_blank(&code.value);
        rules.breach_if(empty, "geocode-empty", place.nth("geocode", index));
    }
    if area.polygon.is_empty() && area.circle.is_empty() {
        let code = if area.geocode.is_empty() { "area-shape-missing" } else { "geocode-without-shape" };
        rules.breach(code, place, &[]);
    }
    heights(area, place, rules);
}

/// A ceiling closes the range that an altitude opens.
fn heights(area: &Area, place: Place, rules: &mut Rules<'_>) {
    for (element, height) in [("altitude", area.altitude), ("ceiling", area.ceiling)] {
        if let Some(feet) = height.filter(|feet| !feet.is_finite()) {
            rules.breach("altitude-invalid", place.at(element), &[("value", &feet.to_string())]);
        }
    }
    match (area.altitude, area.ceiling) {
        (None, Some(_)) => rules.breach("ceiling-without-altitude", place.at("ceiling"), &[]),
        (Some(altitude), Some(ceiling)) if ceiling < altitude => {
            let args = [("ceiling", &*ceiling.to_string()), ("altitude", &*altitude.to_string())];
            rules.breach("ceiling-below-altitude", place.at("ceiling"), &args);
        }
        _ => {}
    }
}

fn check_circle(circle: &Circle, place: Place, rules: &mut Rules<'_>) {
    if !circle.center.is_on_earth() {
        rules.breach("coordinate-range", place, &[("position", &circle.center.to_string())]);
    }
    if !(0.0..=LARGEST_RADIUS).contains(&circle.radius) {
        rules.breach("circle-radius", place, &[("value", &circle.radius.to_string())]);
    }
    rules.breach_if(circle.radius == 0.0, "circle-radius-zero", place);
}

fn check_polygon(polygon: &Polygon, place: Place, rules: &mut Rules<'_>) {
    let positions = &polygon.positions;
    let astray: Vec<_> = positions.iter().filter(|position| !position.is_on_earth()).collect();
    for position in &astray {
        rules.breach("coordinate-range", place, &[("position", &position.to_string())]);
    }
    if positions.len() < 4 {
        rules.breach("polygon-too-few", place, &[("count", &positions.len().to_string())]);
    }
    rules.breach_if(!polygon.is_closed(), "polygon-not-closed", place);
    // The shape of a line that is off the Earth or too short says nothing.
    if positions.len() < 4 || !astray.is_empty() {
        return;
    }
    for position in geometry::repeated(polygon) {
        rules.breach("polygon-vertex-repeated", place, &[("position", &position.to_string())]);
    }
    rules.breach_if(geometry::is_flat(polygon), "polygon-zero-area", place);
    if !rules.wants("polygon-self-crossing") {
        return;
    }
    match geometry::crossing(polygon) {
        Crossing::None => {}
        Crossing::Near(position) => {
            rules.breach("polygon-self-crossing", place, &[("position", &position.to_string())]);
        }
        Crossing::Unknown => {
            let limit = geometry::MAX_STEPS.to_string();
            rules.breach("polygon-too-complex", place, &[("limit", &limit)]);
        }
    }
}
