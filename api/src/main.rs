//! safe
fn main() {}
