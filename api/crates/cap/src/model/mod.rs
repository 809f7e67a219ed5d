//! The content of an alert, element by element (CAP 1.2, section 3.2).
//!
//! Field names are the CAP element names, in JSON as in XML. A list that is
//! empty and an optional text that is blank both mean "the element is absent".

mod alert;
mod datetime;
mod enums;
mod geo;
mod info;
mod reference;

pub use alert::Alert;
pub use datetime::{DateTime, DateTimeError};
pub(crate) use enums::Enumeration;
pub use enums::{Category, Certainty, MsgType, ResponseType, Scope, Severity, Status, UnknownValue, Urgency};
pub use geo::{Area, Circle, Polygon, Position};
pub(crate) use geo::{circle_from, number, polygon_from};
pub(crate) use info::is_language;
pub use info::{EventCode, Geocode, Info, NamedValue, Parameter, Resource};
pub use reference::{Reference, ReferenceError};

/// The language an `info` block has when it names none (CAP 1.2, section 3.2.2).
pub const DEFAULT_LANGUAGE: &str = "en-US";
