//! A stand-in push service: RFC 8030 over TLS with HTTP/2 and HTTP/1.1, with
//! faults on demand. It takes the place of the services of browser makers in
//! tests and benchmarks, and of the browsers behind them.
//!
//! - [`StandIn::start`] opens several origins on ports of their own, each with
//!   its own [`Faults`] and [`Flavour`], in one process.
//! - Subscribers are derived from a seed, so nothing has to be stored: the same
//!   plan always has the same keys, choices and, for the same n-th request to
//!   the same subscriber, the same fault.
//! - Every request is checked as a strict service would: TTL, Topic, Urgency,
//!   coding, size, VAPID signature, audience with port, life time.
//! - A share of the subscribers has its messages decrypted, by code that is not
//!   ours (RustCrypto through `web-push-native`).
//! - [`Report`] says who was reached, who was missed, who was told twice, and
//!   when each origin's messages arrived.
//!
//! A message counts once it is accepted, before the answer is sent: if the
//! answer is lost, the sender must repeat, and the repeat is counted apart as
//! unheard.

mod answer;
mod authority;
mod browser;
mod clock;
mod control;
mod faults;
mod ledger;
mod mix;
mod origin;
mod reply;
mod report;
mod subscribers;
mod vapid;

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

pub use browser::{Browser, Delivery};
pub use clock::Clock;
pub use faults::{Answer, Faults, Flavour, Mode, RetryAfter};
pub use report::{Audience, OriginReport, Report};
pub use subscribers::{Mix, Subscription};

use authority::Authority;
use origin::OriginState;
use subscribers::Population;

/// What to stand in for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Plan {
    /// The source of all chance: keys, choices, faults.
    pub seed: u64,
    /// The push services; subscribers are dealt to them in turn.
    pub origins: Vec<OriginPlan>,
    /// How many subscribers there are.
    pub subscribers: usize,
    /// What the subscribers chose.
    pub mix: Mix,
    /// Share of subscribers whose messages are decrypted, 0 to 1.
    pub sample: f64,
    /// Whether simulated browsers keep what they receive. Costs memory.
    pub mailboxes: bool,
    /// The only VAPID public key (base64url) that is let in; any, if absent.
    pub vapid_public: Option<String>,
}

/// One push service.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OriginPlan {
    /// The port on the loopback address; 0 takes a free one.
    pub port: u16,
    /// The host name written into endpoints. The certificate is valid for it.
    pub host: String,
    /// Whose habits it has.
    pub flavour: Flavour,
    /// What goes wrong.
    pub faults: Faults,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            seed: 1,
            origins: vec![OriginPlan::default()],
            subscribers: 0,
            mix: Mix::Everyone,
            sample: 1.0,
            mailboxes: true,
            vapid_public: None,
        }
    }
}

impl Default for OriginPlan {
    fn default() -> Self {
        Self {
            port: 0,
            host: Ipv4Addr::LOCALHOST.to_string(),
            flavour: Flavour::Standard,
            faults: Faults::default(),
        }
    }
}

impl Plan {
    /// A plan with `origins` healthy origins and `subscribers` subscribers who
    /// chose everything.
    #[must_use]
    pub fn healthy(origins: usize, subscribers: usize) -> Self {
        Self { origins: vec![OriginPlan::default(); origins], subscribers, ..Self::default() }
    }
}

/// A running stand-in. Dropping it closes its ports.
pub struct StandIn {
    shared: Arc<Shared>,
    origins: Vec<Arc<OriginState>>,
    tasks: tokio::task::JoinSet<()>,
}

/// What all origins have in common.
pub(crate) struct Shared {
    pub(crate) plan: Plan,
    pub(crate) clock: Clock,
    pub(crate) authority: Authority,
    pub(crate) population: Population,
    pub(crate) ledger: ledger::Ledger,
    pub(crate) tokens: vapid::Verifier,
}

impl StandIn {
    /// Opens all origins on loopback. Must run inside a Tokio runtime.
    ///
    /// # Errors
    /// If a port is taken or a certificate cannot be made.
    pub async fn start(plan: Plan) -> io::Result<Self> {
        let hosts = plan.origins.iter().map(|o| o.host.clone());
        let authority = Authority::new(hosts).map_err(io::Error::other)?;
        let shared = Arc::new(Shared {
            clock: Clock::new(),
            authority,
            population: Population::new(&plan),
            ledger: ledger::Ledger::new(),
            tokens: vapid::Verifier::new(plan.vapid_public.clone()),
            plan,
        });
        let mut origins = Vec::new();
        let mut tasks = tokio::task::JoinSet::new();
        for index in 0..shared.plan.origins.len() {
            let state = OriginState::open(Arc::clone(&shared), index).await?;
            tasks.spawn(origin::serve(Arc::clone(&state)));
            origins.push(state);
        }
        Ok(Self { shared, origins, tasks })
    }

    /// Serves the control interface (plain HTTP, JSON) on a loopback port and
    /// returns its address.
    ///
    /// # Errors
    /// If the address is not loopback or is taken.
    pub async fn control(self: &Arc<Self>, address: SocketAddr) -> io::Result<SocketAddr> {
        control::serve(Arc::clone(self), address).await
    }

    /// The origins, as they stand in endpoints and in `aud`.
    #[must_use]
    pub fn origins(&self) -> Vec<String> {
        self.origins.iter().map(|o| o.name.clone()).collect()
    }

    /// The certificate of the authority that signed all origins, PEM.
    #[must_use]
    pub fn ca_pem(&self) -> String {
        self.shared.authority.pem()
    }

    /// The clock that decides about TTL and token life.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.shared.clock
    }

    /// What one subscriber's browser told the server. Any `id` below the
    /// number of subscribers exists.
    #[must_use]
    pub fn subscription(&self, id: usize) -> Subscription {
        let origin = &self.origins[id % self.origins.len()].name;
        self.shared.population.subscription(id, origin)
    }

    /// Writes one JSON line per subscription.
    ///
    /// # Errors
    /// If `out` fails.
    pub fn write_subscriptions(&self, mut out: impl Write) -> io::Result<()> {
        for id in 0..self.shared.plan.subscribers {
            serde_json::to_writer(&mut out, &self.subscription(id))?;
            out.write_all(b"\n")?;
        }
        out.flush()
    }

    /// The simulated browser of one subscriber.
    #[must_use]
    pub fn browser(&self, id: usize) -> Browser<'_> {
        Browser::new(&self.shared, id)
    }

    /// What goes wrong at an origin now.
    #[must_use]
    pub fn faults(&self, origin: usize) -> Faults {
        Faults::clone(&self.origins[origin].faults())
    }

    /// Changes what goes wrong at an origin. Open connections are closed if the
    /// change concerns connections.
    pub fn set_faults(&self, origin: usize, faults: Faults) {
        self.origins[origin].set_faults(faults);
    }

    /// Starts the watch: arrivals are measured from here.
    pub fn mark(&self) {
        self.shared.ledger.mark();
    }

    /// Forgets all counts, arrivals and received messages, and marks.
    pub fn reset(&self) {
        self.shared.ledger.reset();
        self.shared.population.reset();
        for origin in &self.origins {
            origin.counts.reset();
        }
    }

    /// What happened since the start or the last reset. `audience` says who was
    /// to be reached; everyone, if absent.
    #[must_use]
    pub fn report(&self, audience: Option<&Audience>) -> Report {
        report::make(&self.shared, &self.origins, audience)
    }

    /// Waits until `accepted` messages came in since the last reset, or the time
    /// is over; says whether they did.
    pub async fn wait_accepted(&self, accepted: u64, limit: Duration) -> bool {
        let done = || {
            let sum: u64 = self.origins.iter().map(|o| o.counts.accepted()).sum();
            sum >= accepted
        };
        let poll = async {
            while !done() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(limit, poll).await.is_ok()
    }

    /// Number of origin tasks that are still running; all of them, unless one
    /// broke.
    #[must_use]
    pub fn alive(&self) -> usize {
        self.tasks.len()
    }
}

impl Shared {
    /// Whether the plan says that this subscriber's browser is gone for good.
    pub(crate) fn is_dead(&self, faults: &Faults, id: usize) -> bool {
        faults.dead_share > 0.0 && self.population.chance(id, mix::About::Dead, 0) < faults.dead_share
    }
}
