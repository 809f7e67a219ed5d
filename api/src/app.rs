//! One process: what it holds, and how it starts. Production and tests start
//! the same thing.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::ops::Deref;
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::{App, HttpServer, middleware, web};
use anyhow::Context;
use arc_swap::ArcSwap;
use safe_permits::Law;
use sea_orm::DatabaseConnection;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use utoipa_actix_web::AppExt;

use crate::alert::scenario::Scenarios;
use crate::alert::signing::{Signer, Trust};
use crate::alert::snapshot::Snapshot;
use crate::alert::stream::{self, Stream};
use crate::alert::{self, Channel, entity, outlet};
use crate::area::Areas;
use crate::catalogue::Catalogue;
use crate::clock::Clock;
use crate::config::Config;
use crate::http::{self, Limiter};
use crate::link::{self, Links};
use crate::metrics::Metrics;
use crate::news::News;
use crate::permit::Permits;
use crate::portal::Portal;
use crate::push::{self, Push};
use crate::search::{self, Search};
use crate::{
    account, area, catalogue, db, docs, feed, health, help, letterbox, news, office, permit, portal,
};

/// What everybody needs and nobody changes.
pub struct World {
    /// Settings.
    pub config: Config,
    /// Time.
    pub clock: Clock,
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
        let config = &world.config;
        std::fs::create_dir_all(&config.data_dir)
            .with_context(|| format!("{} cannot be made", config.data_dir.display()))?;
        let db = db::connect(config).await?;
        db::migrate(&db).await?;
        help::seed(&db, &world.help_sources, world.clock.now_ms()).await?;
        let directory = help::load(&db, &world.help_sources).await?;
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
            push: Push::new(config, sends)?,
            signer: Signer::new(config)?,
            trust: Trust::new(config)?,
            portal: Portal::new(config),
            search: Arc::new(Search::new(config)?),
            catalogue: Catalogue::new(config),
            health: health::Health::default(),
            links: Links::new(config),
            permits: Permits::open(config)?,
            listeners: AtomicUsize::new(0),
            listeners_by_address: Mutex::default(),
            stop: CancellationToken::new(),
            started: u64::try_from(world.clock.now_ms()).unwrap_or(0),
            world: Arc::new(world),
            db,
        };
        let last = entity::publication::last(&state.db, Channel::Public, stream::REPLAYED as u64).await?;
        for change in stream::changes(&state.db, &state.world, last).await? {
            state.stream.send(change);
        }
        state.refresh().await?;
        Ok(state)
    }

    /// Takes up what changed: marks what is over by time, makes the snapshots
    /// anew and tells live listeners.
    ///
    /// # Errors
    /// The database does not answer; the old snapshot stays.
    pub async fn refresh(&self) -> anyhow::Result<()> {
        alert::lifecycle::expire_overdue(self).await?;
        help::refresh(self).await?;
        let version = db::counter::read(&self.db, "alerts").await?.value;
        let old = self.public.load_full();
        let visible_h = self.config.alerts.ended_visible_h;
        if version == old.version && self.clock.now_ms() < old.stale_at_ms(visible_h) {
            return Ok(());
        }
        let public = Snapshot::load(&self.db, &self.world, Channel::Public).await?;
        let rehearsal = Snapshot::load(&self.db, &self.world, Channel::Rehearsal).await?;
        self.metrics.version.set(public.version);
        self.public.store(Arc::new(public));
        self.rehearsal.store(Arc::new(rehearsal));
        // A process that begins shows what another may not have lived to note.
        let begins = old.version < 0;
        let news = if begins {
            entity::publication::last(&self.db, Channel::Public, 1).await?
        } else {
            entity::publication::after(&self.db, Channel::Public, old.version, 1000).await?
        };
        if !begins {
            for change in stream::changes(&self.db, &self.world, news.clone()).await? {
                self.stream.send(change);
            }
        }
        if let Err(error) = self.note_outlets(&news, begins).await {
            tracing::warn!(%error, "by which ways an alert left could not be noted");
        }
        Ok(())
    }

    /// Notes by which ways publications left, once they have.
    async fn note_outlets(
        &self,
        news: &[entity::publication::Model],
        begins: bool,
    ) -> Result<(), sea_orm::DbErr> {
        if news.is_empty() {
            return Ok(());
        }
        let now_ms = self.clock.now_ms();
        outlet::note(&self.db, news, outlet::PAGES, None, now_ms).await?;
        if !begins {
            let listeners = i64::try_from(self.stream.listeners()).unwrap_or(i64::MAX);
            outlet::note(&self.db, news, outlet::STREAM, Some(listeners), now_ms).await?;
        }
        Ok(())
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

/// A process that serves.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// Where its metrics are.
    pub metrics_address: Option<SocketAddr>,
    /// What it holds.
    pub state: web::Data<State>,
    handles: Vec<ServerHandle>,
    tasks: JoinSet<()>,
}

impl Running {
    /// Ends it: open requests are finished, shards are given back.
    pub async fn stop(mut self) {
        self.state.stop.cancel();
        for handle in &self.handles {
            handle.stop(true).await;
        }
        while self.tasks.join_next().await.is_some() {}
    }
}

/// Routes of the whole program, one table.
fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config.service(
        utoipa_actix_web::scope("/api/v1")
            .configure(alert::configure)
            .configure(area::configure)
            .configure(push::configure)
            .configure(search::configure)
            .configure(permit::api::configure)
            .configure(help::configure)
            .configure(permit::configure_csv)
            .configure(catalogue::configure)
            .configure(permit::configure_law)
            .configure(docs::configure),
    );
    config.service(utoipa_actix_web::scope("/office/api").configure(alert::staff::configure));
}

/// The OpenAPI document of all routes.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    let (_, mut document) =
        App::new().into_utoipa_app().openapi(docs::base()).configure(routes).split_for_parts();
    docs::describe_answers(&mut document);
    document
}

fn configure_rest(config: &mut web::ServiceConfig) {
    config
        .configure(health::configure)
        .configure(account::citizen::configure)
        .configure(permit::configure_verify)
        .configure(permit::configure_statistics)
        .configure(permit::configure)
        .configure(permit::configure_which)
        .configure(office::configure)
        .configure(search::configure_pages)
        .configure(help::configure_pages)
        .configure(letterbox::configure)
        .configure(portal::configure);
}

/// Starts everything that the settings ask for.
///
/// # Errors
/// An address is taken, the database does not answer, or a file is wrong.
pub async fn start(world: World) -> anyhow::Result<Running> {
    let sends = world.config.push.embedded_worker;
    let state = web::Data::new(State::open(world, sends).await?);
    let mut tasks = JoinSet::new();
    background(&state, &mut tasks);
    feed::spawn(&state, &mut tasks)?;
    link::spawn(&state, &mut tasks)?;
    news::spawn(&state, &mut tasks);
    if sends {
        push::worker::spawn(&state, &mut tasks)?;
    }
    let (server, address) = public_server(&state)?;
    let mut handles = vec![server.handle()];
    tasks.spawn(finish(server));
    let metrics_address = match state.config.http.metrics_listen.as_str() {
        "" => None,
        listen => {
            let shared = state.clone();
            let server = HttpServer::new(move || {
                App::new().app_data(shared.clone()).configure(health::configure_metrics)
            })
            .workers(1)
            .disable_signals()
            .bind(listen)
            .with_context(|| format!("{listen} cannot be listened on"))?;
            let address = server.addrs().first().copied();
            let server = server.run();
            handles.push(server.handle());
            tasks.spawn(finish(server));
            address
        }
    };
    tracing::info!(%address, "serving");
    Ok(Running { address, metrics_address, state, handles, tasks })
}

async fn finish(server: actix_web::dev::Server) {
    if let Err(error) = server.await {
        tracing::error!(%error, "a listener ended");
    }
}

fn public_server(state: &web::Data<State>) -> anyhow::Result<(actix_web::dev::Server, SocketAddr)> {
    let config = &state.config.http;
    let workers = if config.workers == 0 {
        std::thread::available_parallelism().map_or(2, std::num::NonZero::get)
    } else {
        config.workers
    };
    let shared = state.clone();
    let body_bytes = state.config.limits.body_bytes;
    let server = HttpServer::new(move || {
        let (app, _) = App::new()
            .into_utoipa_app()
            .map(|app| {
                app.app_data(shared.clone())
                    .app_data(web::PayloadConfig::new(body_bytes))
                    .wrap(actix_cors_for_reads())
                    .wrap(middleware::from_fn(http::root))
                    .configure(http::input_faults)
            })
            .configure(routes)
            .split_for_parts();
        app.configure(configure_rest)
    })
    .workers(workers)
    .shutdown_timeout(config.shutdown_timeout_s)
    .client_request_timeout(Duration::from_secs(10))
    .keep_alive(Duration::from_secs(75))
    .max_connections(25_000)
    // What a client that never reads may keep waiting here; a larger body than this
    // is still written in one go.
    .h1_write_buffer_size(8 * 1024)
    .disable_signals()
    .bind(&config.listen)
    .with_context(|| format!("{} cannot be listened on", config.listen))?;
    let address = server.addrs().first().copied().context("no address")?;
    Ok((server.run(), address))
}

/// Anybody's page may read the public data; nobody's may write.
fn actix_cors_for_reads() -> actix_cors::Cors {
    actix_cors::Cors::default()
        .allow_any_origin()
        .send_wildcard()
        .allowed_methods(["GET", "HEAD"])
        .allowed_headers(["Accept", "Accept-Language", "If-None-Match", "Last-Event-ID"])
        .expose_headers(["ETag", "Content-Language", "X-Request-Id"])
        .block_on_origin_mismatch(false)
        .max_age(86_400)
}

fn background(state: &web::Data<State>, tasks: &mut JoinSet<()>) {
    let poll = Duration::from_millis(state.config.queue.poll_ms.max(20));
    let state = state.clone();
    tasks.spawn(async move {
        let mut news = state.news.listener();
        let mut minute = tokio::time::Instant::now();
        while !state.stop.is_cancelled() {
            tokio::select! {
                () = news.wait(poll) => {}
                () = state.stop.cancelled() => break,
            }
            if let Err(error) = state.refresh().await {
                tracing::error!(error = format!("{error:#}"), "the snapshot could not be made anew");
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
            state.portal.look_for_new_build();
            state.search.look_for_new_build();
            state.catalogue.look_for_new_build();
            if state.limiter.is_crowded() || minute.elapsed() > Duration::from_secs(60) {
                minute = tokio::time::Instant::now();
                state.limiter.forget_idle();
                sweep(&state).await;
            }
        }
    });
}

async fn sweep(state: &State) {
    let now_ms = state.clock.now_ms();
    if let Err(error) = account::session::sweep(state).await {
        tracing::warn!(%error, "old sessions stay");
    }
    if let Err(error) = account::citizen::session::sweep(state).await {
        tracing::warn!(%error, "old sessions of citizens stay");
    }
    permit::job::run(state).await;
    if let Err(error) = letterbox::sweep(&state.db, now_ms).await {
        tracing::warn!(%error, "messages that are past their time stay");
    }
    if let Err(error) = push::subscriptions::sweep(&state.db, now_ms).await {
        tracing::warn!(%error, "forgotten subscriptions stay");
    }
}
