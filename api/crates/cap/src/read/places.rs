//! Areas, polygons and circles.

use super::Mode;
use super::build::Builder;
use super::fields::Fields;
use super::schema::AREA;
use crate::finding::{Place, shorten};
use crate::model::{Area, Circle, Polygon, circle_from, polygon_from};
use crate::xml::NodeId;

impl Builder<'_, '_, '_> {
    /// The areas of a block.
    pub(super) fn areas(&mut self, fields: &Fields, place: Place) -> Vec<Area> {
        let mut areas = Vec::new();
        for (index, id) in fields.all("area").enumerate() {
            let place = place.area(index);
            let inner = self.fields(id, place, AREA);
            areas.push(Area {
                area_desc: self.required(&inner, "areaDesc", place),
                polygon: self.polygons(&inner, place),
                circle: self.circles(&inner, place),
                geocode: self.pairs(&inner, "geocode", place),
                altitude: self.decimal(&inner, "altitude", place),
                ceiling: self.decimal(&inner, "ceiling", place),
            });
        }
        areas
    }

    fn polygons(&mut self, fields: &Fields, place: Place) -> Vec<Polygon> {
        let mut polygons = Vec::new();
        for (index, id) in fields.all("polygon").enumerate() {
            let place = place.nth("polygon", index);
            let text = self.text(id, place);
            if text.trim().is_empty() {
                self.breach("element-empty", place, id, &[]);
                continue;
            }
            let polygon = match (polygon_from(&text), self.reader.mode) {
                (Ok(polygon), _) => Some(polygon),
                (Err(bad), Mode::Strict) => {
                    self.breach("polygon-malformed", place, id, &[("value", bad)]);
                    None
                }
                (Err(bad), Mode::Lenient) => self.respaced_polygon(&text, bad, place, id),
            };
            let Some(mut polygon) = polygon else { continue };
            self.vertices += polygon.positions.len();
            if self.vertices > self.reader.limits.vertices {
                let limit = self.reader.limits.vertices.to_string();
                self.problem("limit-vertices", place, id, &[("limit", &limit)]);
                return polygons;
            }
            if self.reader.mode == Mode::Lenient {
                self.mend_polygon(&mut polygon, place, id);
            }
            self.settle(place, polygons.len(), id);
            polygons.push(polygon);
        }
        polygons
    }

    /// Reads a polygon with white space around its commas.
    fn respaced_polygon(&mut self, text: &str, bad: &str, place: Place, id: NodeId) -> Option<Polygon> {
        let Ok(polygon) = polygon_from(&respaced(text)) else {
            self.breach("polygon-malformed", place, id, &[("value", bad)]);
            return None;
        };
        let used = shorten(&polygon.to_string());
        self.repair("polygon-repaired", place, id, &[("used", &used)]);
        Some(polygon)
    }

    /// Drops positions equal to the one before, and closes the line.
    fn mend_polygon(&mut self, polygon: &mut Polygon, place: Place, id: NodeId) {
        let before = polygon.positions.len();
        polygon.positions.dedup();
        let dropped = before - polygon.positions.len();
        if dropped > 0 {
            let count = dropped.to_string();
            self.repair("polygon-vertices-dropped", place, id, &[("count", &count)]);
        }
        if polygon.positions.len() > 2 && !polygon.is_closed() {
            polygon.positions.push(polygon.positions[0]);
            self.repair("polygon-closed", place, id, &[]);
        }
    }

    /// Notes where a shape stands that others before it may have left.
    fn settle(&mut self, place: Place, index: usize, id: NodeId) {
        let offset = self.tree.nodes[id].offset;
        self.origins.push((place.nth(place.element, index), offset));
    }

    fn circles(&mut self, fields: &Fields, place: Place) -> Vec<Circle> {
        let mut circles = Vec::new();
        for (index, id) in fields.all("circle").enumerate() {
            let place = place.nth("circle", index);
            let text = self.text(id, place);
            if text.trim().is_empty() {
                self.breach("element-empty", place, id, &[]);
                continue;
            }
            if let Some(circle) = circle_from(&text) {
                self.settle(place, circles.len(), id);
                circles.push(circle);
                continue;
            }
            match circle_from(&respaced(&text)) {
                Some(circle) if self.reader.mode == Mode::Lenient => {
                    let args = [("value", text.trim()), ("used", &circle.to_string())];
                    self.repair("circle-repaired", place, id, &args);
                    self.settle(place, circles.len(), id);
                    circles.push(circle);
                }
                _ => self.rules.breach("circle-malformed", place, &[("value", text.trim())]),
            }
        }
        circles
    }
}

/// Takes away white space around commas, and makes any other one a space.
fn respaced(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut out = words.join(" ");
    for spaced in [" ,", ", "] {
        out = out.replace(spaced, ",");
    }
    out
}
