#![doc = include_str!("../README.md")]

mod codes;
mod decode;
mod feed;
mod finding;
mod limits;
mod model;
mod position;
mod profile;
mod read;
mod report;
#[cfg(feature = "signature")]
pub mod signature;
mod uri;
mod validate;
mod write;
mod xml;

pub use codes::CODES;
pub use feed::{Feed, FeedEntry, read_feed};
pub use finding::{Args, Finding};
pub use limits::Limits;
pub use model::{
    Alert, Area, Category, Certainty, Circle, DEFAULT_LANGUAGE, DateTime, DateTimeError, EventCode, Geocode,
    Info, MsgType, NamedValue, Parameter, Polygon, Position, Reference, ReferenceError, Resource,
    ResponseType, Scope, Severity, Status, UnknownValue, Urgency,
};
pub use profile::{Level, Profile, UnknownRule};
pub use read::{Mode, Reader, read};
pub use report::{Report, Validation, Version};
pub use validate::{Context, validate, validate_in_context};
pub use write::{write, write_pretty};
