//! Measures how long a document takes and how much memory the process holds:
//! `cargo run --release -p safe-paper --example letters_per_second`. One JSON line each.

#[path = "../tests/papers/specimen.rs"]
mod specimen;

use std::time::{Duration, Instant};

use safe_paper::{Error, brochure, letter};
use serde_json::json;

/// Documents per warm figure.
const ROUNDS: u32 = 40;

fn tell(name: &str, value: f64, unit: &str) {
    println!("{}", json!({ "name": name, "value": (value * 10.0).round() / 10.0, "unit": unit }));
}

fn timed(work: impl FnOnce() -> Result<Vec<u8>, Error>) -> Result<(Duration, usize), Error> {
    let start = Instant::now();
    let bytes = work()?.len();
    Ok((start.elapsed(), bytes))
}

/// The cold figure is the first call, the warm ones the median and the slowest
/// of the rest.
fn measure(name: &str, work: impl Fn() -> Result<Vec<u8>, Error>) -> Result<(), Error> {
    let (cold, bytes) = timed(&work)?;
    let mut warm = (0..ROUNDS).map(|_| Ok(timed(&work)?.0)).collect::<Result<Vec<_>, Error>>()?;
    warm.sort();
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    tell(&format!("{name}_first"), millis(cold), "ms");
    tell(&format!("{name}_median"), millis(warm[warm.len() / 2]), "ms");
    tell(&format!("{name}_slowest"), warm.last().map_or(0.0, |time| millis(*time)), "ms");
    tell(&format!("{name}_size"), bytes as f64 / 1024.0, "KiB");
    tell(&format!("{name}_memory_now"), memory("VmRSS:"), "MiB");
    Ok(())
}

/// A line of the kernel's account of this process, in MiB; zero where there is
/// none.
fn memory(key: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or_default() / 1024.0
}

fn main() -> Result<(), Error> {
    tell("process_before", memory("VmRSS:"), "MiB");
    measure("letter", || letter(&specimen::letter()))?;
    for words in &specimen::WORDS {
        measure(&format!("brochure_{}", words.lang.tag()), || brochure(&specimen::brochure(words, 10)))?;
    }
    tell("process_peak", memory("VmHWM:"), "MiB");
    Ok(())
}
