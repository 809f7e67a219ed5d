//! One process: what it holds, and how it starts. Production and tests start
//! the same thing.
//!
//! - here: what it holds;
//! - `server`: listeners and routes;
//! - `background`: what it does without being asked;
//! - `refresh`: how it takes up what changed.

mod background;
mod refresh;
mod server;

use std::collections::HashMap;
use std::net::IpAddr;
use std::ops::Deref;
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Context;
use arc_swap::ArcSwap;
use safe_permits::Law;
use sea_orm::DatabaseConnection;
use tokio_util::sync::CancellationToken;

pub use server::{Running, Sending, openapi, start, start_sending};

use crate::alert::scenario::Scenarios;
use crate::alert::signing::{Signer, Trust};
use crate::alert::snapshot::Snapshot;
use crate::alert::stream::Stream;
use crate::area::Areas;
use crate::catalogue::Catalogue;
use crate::clock::Clock;
use crate::config::Config;
use crate::http::Limiter;
use crate::link::Links;
use crate::metrics::Metrics;
use crate::news::News;
use crate::permit::{Permits, vault};
use crate::portal::Portal;
use crate::push::Push;
use crate::search::Search;
use crate::{account, db, health, help, permit, private};

/// What everybody needs and nobody changes.
pub struct World {
    /// Settings.
    pub config: Config,
    /// Time.
    pub clock: Clock,
    /// Pause between two sweeps; whoever sweeps by hand makes it long.
    pub sweep: Duration,
    /// Places.
    pub areas: Areas,
    /// Kinds of alerts.
    pub scenarios: Scenarios,
    /// Help services as the content has them.
    pub help_sources: help::Sources,
    /// The rows of the weapons law.
    pub law: Law,
}

impl World {
    /// Reads the content that the program itself needs.
    ///
    /// # Errors
    /// A content file is missing or breaks its form.
    pub fn load(config: Config) -> anyhow::Result<Self> {
        let content = config.site.content_dir.clone();
        Ok(Self {
            areas: Areas::load(&content)?,
            scenarios: Scenarios::load(&content)?,
            help_sources: help::Sources::load(&content)?,
            law: Law::load(&content.join("permits"))?,
            clock: Clock::default(),
            sweep: background::MINUTE,
            config,
        })
    }
}

/// Everything that a process holds.
pub struct State {
    /// What nobody changes.
    pub world: Arc<World>,
    /// Records.
    pub db: DatabaseConnection,
    /// What the public sees.
    pub public: ArcSwap<Snapshot>,
    /// What phones in exercises see.
    pub rehearsal: ArcSwap<Snapshot>,
    /// Help services, as editors have left them.
    pub help: ArcSwap<help::Directory>,
    /// Answers about them, kept ready.
    pub help_answers: help::Answers,
    /// The directory on paper, kept ready.
    pub booklets: help::Booklets,
    /// Live events.
    pub stream: Stream,
    /// The bell.
    pub news: News,
    /// Counters.
    pub metrics: Metrics,
    /// Allowances.
    pub limiter: Limiter,
    /// Push.
    pub push: Push,
    /// Signs CAP messages.
    pub signer: Signer,
    /// Judges signatures of others.
    pub trust: Trust,
    /// The static portal.
    pub portal: Portal,
    /// Search.
    pub search: Arc<Search>,
    /// Content as data.
    pub catalogue: Catalogue,
    /// What the last look at the process's health saw.
    pub health: health::Health,
    /// Links of our pages to others.
    pub links: Links,
    /// Weapons permits.
    pub permits: Permits,
    /// One look for news at a time: each change is sent to listeners once.
    refreshing: tokio::sync::Mutex<()>,
    /// Live listeners.
    pub listeners: AtomicUsize,
    listeners_by_address: Mutex<HashMap<IpAddr, usize>>,
    /// Rings when the process is to end.
    pub stop: CancellationToken,
    /// When it began, for request ids.
    pub started: u64,
}

impl Deref for State {
    type Target = World;

    fn deref(&self) -> &World {
        &self.world
    }
}

impl State {
    /// Opens the database, brings its schema up to date and reads everything.
    ///
    /// # Errors
    /// The database does not answer, or a file is missing or wrong.
    pub async fn open(world: World, sends: bool) -> anyhow::Result<Self> {
        Self::open_with(world, sends, true).await
    }

    /// The same for a process that only sends pushes: it needs neither a key of applicants'
    /// files nor the files, and so has none.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_for_pushes(world: World) -> anyhow::Result<Self> {
        Self::open_with(world, true, false).await
    }

    async fn open_with(world: World, sends: bool, with_keys: bool) -> anyhow::Result<Self> {
        let config = &world.config;
        private::data_folder(&config.data_dir)
            .with_context(|| format!("{} cannot be made", config.data_dir.display()))?;
        let db = db::connect(config).await?;
        db::migrate(&db).await?;
        help::seed(&db, &world.help_sources, world.clock.now_ms()).await?;
        let directory = help::load(&db, &world.help_sources).await?;
        let (keys, store): (_, Arc<dyn vault::Store>) = if with_keys {
            let keys = permit::keyring::open(config, &db, world.clock.now_ms()).await?;
            (keys, vault::open(config)?)
        } else {
            (permit::keys::Keys::none()?, Arc::new(vault::Nowhere))
        };
        let state = Self {
            public: ArcSwap::from_pointee(Snapshot::empty()),
            rehearsal: ArcSwap::from_pointee(Snapshot::empty()),
            help: ArcSwap::from_pointee(directory),
            help_answers: help::Answers::default(),
            booklets: help::Booklets::default(),
            stream: Stream::default(),
            news: News::default(),
            metrics: Metrics::new()?,
            limiter: Limiter::new(&config.limits),
            push: Push::open(config, &db, world.clock.now_ms(), sends).await?,
            signer: Signer::new(config)?,
            trust: Trust::new(config)?,
            portal: Portal::new(config),
            search: Arc::new(Search::new(config)?),
            catalogue: Catalogue::new(config),
            health: health::Health::default(),
            links: Links::new(config),
            permits: Permits::open(config, keys, store)?,
            refreshing: tokio::sync::Mutex::default(),
            listeners: AtomicUsize::new(0),
            listeners_by_address: Mutex::default(),
            stop: CancellationToken::new(),
            started: u64::try_from(world.clock.now_ms()).unwrap_or(0),
            world: Arc::new(world),
            db,
        };
        state.stream.remember(&state.db).await?;
        if with_keys {
            account::seal_open_ones(&state).await?;
        }
        state.refresh().await?;
        Ok(state)
    }

    /// Counts a live listener of an address, unless it has too many.
    pub fn join_stream(&self, address: IpAddr) -> bool {
        let mut listeners = self.listeners_by_address.lock().unwrap_or_else(PoisonError::into_inner);
        let count = listeners.entry(address).or_insert(0);
        if *count >= self.config.limits.stream_listeners_per_address {
            return false;
        }
        *count += 1;
        true
    }

    /// Gives the place of a live listener back.
    pub fn leave_stream(&self, address: IpAddr) {
        let mut listeners = self.listeners_by_address.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = listeners.get_mut(&address) {
            *count -= 1;
            if *count == 0 {
                listeners.remove(&address);
            }
        }
    }
}
