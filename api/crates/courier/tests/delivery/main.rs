//! Delivery against the stand-in push service, with everything that goes wrong.

mod answers;
mod origins;
mod queue;
mod world;
