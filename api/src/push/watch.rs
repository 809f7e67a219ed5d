//! Which push services are held back, said once when it begins and when it ends.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use safe_courier::{Breaker, LaneState};

use crate::metrics::Metrics;

/// The push services that are held back now.
#[derive(Default)]
pub struct Watch {
    held: Mutex<BTreeSet<String>>,
}

impl Watch {
    /// How many are held back.
    #[must_use]
    pub fn held(&self) -> usize {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Takes note of the state of all lanes. The address of a push service is
    /// that of its operator and tells nothing about a phone.
    pub fn note(&self, states: &[LaneState], metrics: &Metrics) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        for state in states {
            let origin = &state.origin;
            let now = state.breaker != Breaker::Closed;
            if now == held.contains(origin) {
                continue;
            }
            metrics.origin_held.with_label_values(&[origin.as_str()]).set(i64::from(now));
            if now {
                held.insert(origin.clone());
                tracing::warn!(%origin, trouble = ?state.trouble, "a push service is held back");
            } else {
                held.remove(origin);
                tracing::info!(%origin, "a push service works again");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lane(origin: &str, breaker: Breaker) -> LaneState {
        LaneState {
            origin: origin.to_owned(),
            breaker,
            trouble: None,
            paused_ms: None,
            in_flight: 0,
            limit: 1,
            connections: 0,
            batches: 0,
            p50_ms: None,
            p99_ms: None,
            tally: safe_courier::Tally::default(),
        }
    }

    #[test]
    fn a_push_service_is_held_until_it_works_again() {
        let (watch, metrics) = (Watch::default(), Metrics::new().expect("metrics"));
        let (a, b) = ("https://a.example", "https://b.example");
        watch.note(&[lane(a, Breaker::Open), lane(b, Breaker::Closed)], &metrics);
        assert_eq!(watch.held(), 1);
        watch.note(&[lane(a, Breaker::HalfOpen), lane(b, Breaker::Open)], &metrics);
        assert_eq!(watch.held(), 2);
        watch.note(&[lane(a, Breaker::Closed), lane(b, Breaker::Open)], &metrics);
        assert_eq!(watch.held(), 1);
        let text = String::from_utf8(metrics.text()).expect("text");
        assert!(text.contains("safe_push_origin_held{origin=\"https://b.example\"} 1"), "{text}");
    }
}
