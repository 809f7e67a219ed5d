//! Recent latencies, in little memory.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::time::Duration;

/// Four buckets for each doubling, from 0.1 ms on: 96 reach beyond 20 minutes.
const BUCKETS: usize = 96;
const FIRST_US: f64 = 100.0;
/// Number of measurements after which old ones count half.
const HALVE_AT: u32 = 16_384;

/// A histogram of latencies in which old measurements fade.
pub(crate) struct Latencies {
    counts: [AtomicU32; BUCKETS],
    total: AtomicU32,
}

impl Latencies {
    pub(crate) fn new() -> Self {
        Self { counts: std::array::from_fn(|_| AtomicU32::new(0)), total: AtomicU32::new(0) }
    }

    pub(crate) fn add(&self, latency: Duration) {
        let doublings = (latency.as_secs_f64() * 1e6 / FIRST_US).max(1.0).log2();
        let bucket = ((doublings * 4.0) as usize).min(BUCKETS - 1);
        self.counts[bucket].fetch_add(1, Relaxed);
        if self.total.fetch_add(1, Relaxed) + 1 == HALVE_AT {
            self.halve();
        }
    }

    fn halve(&self) {
        let mut total = 0;
        for count in &self.counts {
            let half = count.load(Relaxed) / 2;
            count.store(half, Relaxed);
            total += half;
        }
        self.total.store(total, Relaxed);
    }

    /// The latency that this share of messages stays below, in milliseconds,
    /// exact to 19 %. `None` if nothing was measured.
    pub(crate) fn quantile_ms(&self, share: f64) -> Option<f64> {
        let counts: Vec<u32> = self.counts.iter().map(|c| c.load(Relaxed)).collect();
        let total: u32 = counts.iter().sum();
        if total == 0 {
            return None;
        }
        let rank = (share * f64::from(total)).ceil().max(1.0);
        let mut sum = 0.0;
        let bucket = counts.iter().position(|&count| {
            sum += f64::from(count);
            sum >= rank
        })?;
        Some(FIRST_US / 1000.0 * 2f64.powf((bucket as f64 + 1.0) / 4.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_close() {
        let latencies = Latencies::new();
        assert_eq!(latencies.quantile_ms(0.5), None);
        for ms in 1..=1000 {
            latencies.add(Duration::from_millis(ms));
        }
        for (share, ms) in [(0.5, 500.0), (0.99, 990.0), (0.0, 1.0)] {
            let got = latencies.quantile_ms(share).expect("measured");
            assert!((ms..=ms * 1.2).contains(&got), "{share}: {got}");
        }
    }

    #[test]
    fn old_measurements_fade() {
        let latencies = Latencies::new();
        for _ in 0..10_000 {
            latencies.add(Duration::from_secs(10));
        }
        for _ in 0..100_000 {
            latencies.add(Duration::from_millis(1));
        }
        assert!(latencies.quantile_ms(0.99).expect("measured") < 2.0);
    }
}
