//! Counters for Prometheus, on a listener of their own. No label holds a person.

use anyhow::Context;
use prometheus::{
    Encoder, HistogramOpts, HistogramVec, IntCounter, IntCounterVec, IntGauge, IntGaugeVec, Opts, Registry,
    TextEncoder,
};

/// All counters of a process.
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    latency: HistogramVec,
    /// Live listeners.
    pub listeners: IntGauge,
    /// Version of the public snapshot.
    pub version: IntGauge,
    /// Push messages by push service and outcome.
    pub pushes: IntCounterVec,
    /// Subscriptions held ready.
    pub subscribers: IntGauge,
    /// Key agreements ready.
    pub agreements: IntGauge,
    /// Whether a push service is held back, by service: 1 held, 0 open.
    pub origin_held: IntGaugeVec,
    /// Links of our pages to others, by how they stand.
    pub links: IntGaugeVec,
    /// Answers of others when asked about a link, by meaning.
    pub link_answers: IntCounterVec,
    /// Whether the place of applicants' documents is away: 1 away, 0 there.
    pub files_away: IntGauge,
    /// Audit rows written.
    pub audits: IntCounter,
    /// Test messages that a phone confirmed.
    pub receipts: IntCounter,
}

impl Metrics {
    /// Registers every counter.
    ///
    /// # Errors
    /// Two counters of one name: a fault of ours.
    pub fn new() -> anyhow::Result<Self> {
        let registry = Registry::new();
        let requests = IntCounterVec::new(
            Opts::new("safe_http_requests_total", "Requests by method, route and status class."),
            &["method", "route", "status"],
        )?;
        let buckets = vec![0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];
        let latency = HistogramVec::new(
            HistogramOpts::new("safe_http_seconds", "Seconds per request by route.").buckets(buckets),
            &["route"],
        )?;
        let listeners = IntGauge::new("safe_stream_listeners", "Live listeners.")?;
        let version = IntGauge::new("safe_snapshot_version", "Version of the public snapshot.")?;
        let pushes = IntCounterVec::new(
            Opts::new("safe_push_messages_total", "Push messages by service and outcome."),
            &["origin", "outcome"],
        )?;
        let subscribers = IntGauge::new("safe_push_subscribers", "Subscriptions held ready.")?;
        let agreements = IntGauge::new("safe_push_agreements", "Key agreements ready.")?;
        let origin_held = IntGaugeVec::new(
            Opts::new("safe_push_origin_held", "1 while a push service is held back."),
            &["origin"],
        )?;
        let links = IntGaugeVec::new(
            Opts::new("safe_links", "Links of our pages to others, by how they stand."),
            &["state"],
        )?;
        let link_answers = IntCounterVec::new(
            Opts::new("safe_link_answers_total", "Answers of others about a link, by meaning."),
            &["answer"],
        )?;
        let files_away =
            IntGauge::new("safe_files_away", "1 while the place of applicants' documents is away.")?;
        let receipts = IntCounter::new("safe_push_receipts_total", "Test messages that a phone confirmed.")?;
        let audits = IntCounter::new("safe_audit_rows_total", "Audit rows written.")?;
        let all: Vec<Box<dyn prometheus::core::Collector>> = vec![
            Box::new(requests.clone()),
            Box::new(latency.clone()),
            Box::new(listeners.clone()),
            Box::new(version.clone()),
            Box::new(pushes.clone()),
            Box::new(subscribers.clone()),
            Box::new(agreements.clone()),
            Box::new(origin_held.clone()),
            Box::new(links.clone()),
            Box::new(link_answers.clone()),
            Box::new(files_away.clone()),
            Box::new(audits.clone()),
            Box::new(receipts.clone()),
        ];
        for collector in all {
            registry.register(collector).context("two counters of one name")?;
        }
        Ok(Self {
            registry,
            requests,
            latency,
            listeners,
            version,
            pushes,
            subscribers,
            agreements,
            origin_held,
            links,
            link_answers,
            files_away,
            audits,
            receipts,
        })
    }

    /// Counts one request.
    pub fn request(&self, method: &str, route: &str, status: u16, seconds: f64) {
        let class = match status {
            200..=299 => "2xx",
            300..=399 => "3xx",
            400..=499 => "4xx",
            _ => "5xx",
        };
        self.requests.with_label_values(&[method, route, class]).inc();
        self.latency.with_label_values(&[route]).observe(seconds);
    }

    /// The text that Prometheus reads.
    #[must_use]
    pub fn text(&self) -> Vec<u8> {
        let mut text = Vec::new();
        if let Err(error) = TextEncoder::new().encode(&self.registry.gather(), &mut text) {
            tracing::error!(%error, "the metrics cannot be written");
        }
        text
    }
}
