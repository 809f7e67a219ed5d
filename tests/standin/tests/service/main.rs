//! The stand-in keeps to the specifications, and its faults are the faults that
//! were asked for.

mod browsers;
mod checks;
mod faults;
mod sender;
