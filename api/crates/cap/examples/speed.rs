//! Measures reading, writing and refusing, one JSON line for each figure:
//! `cargo run --release -p safe-cap --example speed`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use safe_cap::{Mode, Polygon, read, write};

fn main() {
    let small = include_bytes!("../tests/fixtures/valid/bilingual.xml").to_vec();
    let mut alert = read(&small, Mode::Strict).alert.unwrap_or_else(|| unreachable!());
    let corners: Vec<(f64, f64)> = (0..9_999_u32)
        .map(|index| f64::from(index % 9_998) / 9_998.0 * std::f64::consts::TAU)
        .map(|angle| (50.8 + angle.sin() / 10.0, 4.3 + angle.cos() / 10.0))
        .collect();
    for info in &mut alert.info {
        info.area[0].polygon = vec![Polygon::from_lat_lon(&corners)];
    }
    let large = write(&alert).into_bytes();
    report_rate("read-small", small.len(), || drop(black_box(read(&small, Mode::Strict))));
    report_rate("read-large-polygons", large.len(), || drop(black_box(read(&large, Mode::Strict))));
    report_rate("write-large-polygons", large.len(), || drop(black_box(write(&alert))));
    let huge = vec![b'x'; 10 << 20];
    report_time("refuse-10-MiB", || drop(black_box(read(&huge, Mode::Strict))));
    let deep = "<a>".repeat(300_000).into_bytes();
    report_time("refuse-deep-nesting", || drop(black_box(read(&deep, Mode::Strict))));
}

/// Repeats for a second, and gives the fastest run.
fn fastest(work: impl Fn()) -> (Duration, u32) {
    let (start, mut best, mut runs) = (Instant::now(), Duration::MAX, 0);
    while start.elapsed() < Duration::from_secs(1) {
        let run = Instant::now();
        work();
        best = best.min(run.elapsed());
        runs += 1;
    }
    (best, runs)
}

fn report_rate(name: &str, bytes: usize, work: impl Fn()) {
    let (best, runs) = fastest(work);
    #[expect(clippy::cast_precision_loss, reason = "sizes are far below 2^52")]
    let rate = bytes as f64 / best.as_secs_f64() / 1e6;
    println!(
        "{}",
        serde_json::json!({"name": name, "bytes": bytes, "runs": runs, "megabytesPerSecond": rate})
    );
}

fn report_time(name: &str, work: impl Fn()) {
    let (best, runs) = fastest(work);
    println!("{}", serde_json::json!({"name": name, "runs": runs, "microseconds": best.as_secs_f64() * 1e6}));
}
