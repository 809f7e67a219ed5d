//! Who was reached, who was not, and when.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use serde::{Deserialize, Serialize};

use crate::Shared;
use crate::origin::OriginState;
use crate::subscribers::{Choice, SEVERITIES};

/// Whom an alert was meant for. Fields that are absent select everyone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Audience {
    /// NIS codes of the municipalities concerned; any one is enough.
    pub areas: Vec<u32>,
    /// The alert's severity, as CAP 1.2 spells it.
    pub severity: Option<String>,
    /// The alert's category, as CAP 1.2 spells it.
    pub category: Option<String>,
}

impl Audience {
    fn includes(&self, choice: &Choice) -> bool {
        let rank = |name: &str| SEVERITIES.iter().position(|&s| s == name);
        let severe =
            self.severity.as_deref().is_none_or(|s| rank(s).is_some_and(|rank| rank >= choice.severity));
        let near = self.areas.is_empty() || self.areas.iter().any(|a| choice.areas.contains(a));
        let about = self.category.as_deref().is_none_or(|c| choice.categories.contains(&c));
        severe && near && about
    }
}

/// What happened since the start or the last reset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Seconds since the mark.
    pub since_mark_s: f64,
    /// All subscribers.
    pub subscribers: usize,
    /// Subscribers whose subscription exists.
    pub live: usize,
    /// Live subscribers who were to be reached.
    pub expected: usize,
    /// Of those, how many got at least one message.
    pub reached: usize,
    /// Of those, how many got none.
    pub missing: usize,
    /// Some of the missing, by number.
    pub missing_ids: Vec<usize>,
    /// Subscribers who got a message that was not meant for them.
    pub unexpected: usize,
    /// Subscribers who saw more than one message: repeats under the same tag and
    /// version replace each other unseen and do not count.
    pub told_twice: usize,
    /// Requests of all kinds.
    pub requests: u64,
    /// Messages accepted.
    pub accepted: u64,
    /// Messages accepted again although the sender was told the first time.
    pub duplicates: u64,
    /// Messages accepted again because the first answer was lost.
    pub duplicates_unheard: u64,
    /// Acceptances whose answer did not get out.
    pub unheard: u64,
    /// Messages of the sample that were decrypted.
    pub decrypted: u64,
    /// Messages of the sample that could not be decrypted.
    pub undecryptable: u64,
    /// Sender keys that came more than once.
    pub repeated_keys: u64,
    /// Salts that came more than once.
    pub repeated_salts: u64,
    /// Milliseconds from the mark to the first arrival of all.
    pub first_ms: Option<f64>,
    /// Milliseconds from the mark to the last first arrival of all.
    pub last_ms: Option<f64>,
    /// One entry per origin.
    pub origins: Vec<OriginReport>,
}

/// One origin's part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OriginReport {
    /// The origin.
    pub origin: String,
    /// Requests of all kinds.
    pub requests: u64,
    /// Messages accepted.
    pub accepted: u64,
    /// Answers by status code.
    pub statuses: BTreeMap<u16, u64>,
    /// Connections accepted.
    pub connections: u64,
    /// Most requests in flight at one time.
    pub most_in_flight: u64,
    /// Milliseconds from the mark to the first arrival.
    pub first_ms: Option<f64>,
    /// Milliseconds from the mark by which half had arrived.
    pub p50_ms: Option<f64>,
    /// Milliseconds from the mark by which 99 of 100 had arrived.
    pub p99_ms: Option<f64>,
    /// Milliseconds from the mark to the last arrival.
    pub last_ms: Option<f64>,
}

const MISSING_SHOWN: usize = 20;

pub(crate) fn make(shared: &Shared, origins: &[Arc<OriginState>], audience: Option<&Audience>) -> Report {
    let parts: Vec<OriginReport> = origins.iter().map(|o| part(o)).collect();
    let sum = |count: fn(&OriginState) -> u64| origins.iter().map(|o| count(o)).sum();
    let (repeated_keys, repeated_salts) = shared.ledger.repeated();
    let edge = |values: Vec<f64>, best: fn(f64, f64) -> f64| values.into_iter().reduce(best);
    let mut report = Report {
        since_mark_s: shared.ledger.since_mark().as_secs_f64(),
        subscribers: shared.population.len(),
        live: 0,
        expected: 0,
        reached: 0,
        missing: 0,
        missing_ids: Vec::new(),
        unexpected: 0,
        told_twice: 0,
        requests: sum(|o| o.counts.requests.load(Relaxed)),
        accepted: sum(|o| o.counts.accepted()),
        duplicates: sum(|o| o.counts.duplicates.load(Relaxed)),
        duplicates_unheard: sum(|o| o.counts.duplicates_unheard.load(Relaxed)),
        unheard: sum(|o| o.counts.unheard.load(Relaxed)),
        decrypted: shared.ledger.decrypted.load(Relaxed),
        undecryptable: shared.ledger.undecryptable.load(Relaxed),
        repeated_keys,
        repeated_salts,
        first_ms: edge(parts.iter().filter_map(|p| p.first_ms).collect(), f64::min),
        last_ms: edge(parts.iter().filter_map(|p| p.last_ms).collect(), f64::max),
        origins: parts,
    };
    let faults: Vec<_> = origins.iter().map(|o| o.faults()).collect();
    for id in 0..shared.population.len() {
        let inner = shared.population.slot(id).lock();
        let live = !inner.unregistered && !shared.is_dead(&faults[id % faults.len()], id);
        let got = !inner.seen.is_empty();
        report.told_twice += usize::from(inner.seen.len() > 1);
        drop(inner);
        let wanted = audience.is_none_or(|a| a.includes(&shared.population.choice(id)));
        report.live += usize::from(live);
        report.unexpected += usize::from(got && !wanted);
        if live && wanted {
            report.expected += 1;
            report.reached += usize::from(got);
            report.missing += usize::from(!got);
            if !got && report.missing_ids.len() < MISSING_SHOWN {
                report.missing_ids.push(id);
            }
        }
    }
    report
}

fn part(origin: &OriginState) -> OriginReport {
    let arrivals = origin.counts.arrivals_us();
    let at = |share: f64| {
        let last = arrivals.len().checked_sub(1)?;
        let index = (share * last as f64).ceil() as usize;
        Some(f64::from(arrivals[index.min(last)]) / 1000.0)
    };
    OriginReport {
        origin: origin.name.clone(),
        requests: origin.counts.requests.load(Relaxed),
        accepted: origin.counts.accepted(),
        statuses: origin.counts.statuses(),
        connections: origin.counts.connections.load(Relaxed),
        most_in_flight: origin.counts.most_in_flight(),
        first_ms: at(0.0),
        p50_ms: at(0.5),
        p99_ms: at(0.99),
        last_ms: at(1.0),
    }
}
