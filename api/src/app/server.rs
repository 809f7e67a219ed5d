//! The listeners of a process, and the one table of its routes.

use std::net::SocketAddr;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::{App, HttpServer, middleware, web};
use anyhow::Context;
use tokio::task::JoinSet;
use utoipa_actix_web::AppExt;

use super::{State, World, background};
use crate::{
    account, alert, area, catalogue, docs, feed, health, help, http, letterbox, link, news, office, permit,
    portal, push, search,
};

/// A process that only sends pushes.
pub struct Sending {
    /// Where its metrics and its health are.
    pub metrics_address: Option<SocketAddr>,
    /// What it holds.
    pub state: web::Data<State>,
    handles: Vec<ServerHandle>,
    tasks: JoinSet<()>,
}

impl Sending {
    /// Ends it: shards are given back.
    pub async fn stop(self) {
        end(&self.state, &self.handles, self.tasks).await;
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
    pub async fn stop(self) {
        end(&self.state, &self.handles, self.tasks).await;
    }
}

async fn end(state: &State, handles: &[ServerHandle], mut tasks: JoinSet<()>) {
    state.stop.cancel();
    for handle in handles {
        handle.stop(true).await;
    }
    while tasks.join_next().await.is_some() {}
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
    docs::complete(&mut document);
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
    background::spawn(&state, &mut tasks);
    feed::spawn(&state, &mut tasks)?;
    link::spawn(&state, &mut tasks)?;
    news::spawn(&state, &mut tasks);
    if sends {
        push::worker::spawn(&state, &mut tasks)?;
    }
    let (server, address) = public_server(&state)?;
    let mut handles = vec![server.handle()];
    tasks.spawn(finish(server));
    let metrics_address = match inner_server(&state, health::configure_metrics)? {
        None => None,
        Some((server, address)) => {
            handles.push(server.handle());
            tasks.spawn(finish(server));
            address
        }
    };
    tracing::info!(%address, "serving");
    Ok(Running { address, metrics_address, state, handles, tasks })
}

/// Starts a process that only sends pushes.
///
/// # Errors
/// The database does not answer, or a file is wrong.
pub async fn start_sending(world: World) -> anyhow::Result<Sending> {
    let state = web::Data::new(State::open_for_pushes(world).await?);
    let mut tasks = JoinSet::new();
    news::spawn(&state, &mut tasks);
    push::worker::spawn(&state, &mut tasks)?;
    let mut handles = Vec::new();
    let metrics_address = match inner_server(&state, configure_watch) {
        Ok(None) => None,
        Ok(Some((server, address))) => {
            handles.push(server.handle());
            tasks.spawn(finish(server));
            address
        }
        // With the same settings another process of this machine may have the address: that
        // keeps no push waiting.
        Err(error) => {
            tracing::warn!(error = format!("{error:#}"), "the metrics of this process are not shown");
            None
        }
    };
    Ok(Sending { metrics_address, state, handles, tasks })
}

/// What those who watch a process without pages ask it.
fn configure_watch(config: &mut web::ServiceConfig) {
    config.configure(health::configure).configure(health::configure_metrics);
}

/// The listener for those who watch the process, when the settings ask for it.
fn inner_server(
    state: &web::Data<State>,
    configure: fn(&mut web::ServiceConfig),
) -> anyhow::Result<Option<(actix_web::dev::Server, Option<SocketAddr>)>> {
    let listen = state.config.http.metrics_listen.as_str();
    if listen.is_empty() {
        return Ok(None);
    }
    let shared = state.clone();
    let server = HttpServer::new(move || App::new().app_data(shared.clone()).configure(configure))
        .workers(1)
        .disable_signals()
        .bind(listen)
        .with_context(|| format!("{listen} cannot be listened on"))?;
    let address = server.addrs().first().copied();
    Ok(Some((server.run(), address)))
}

async fn finish(server: actix_web::dev::Server) {
    if let Err(error) = server.await {
        tracing::error!(%error, "a listener ended");
    }
}

fn public_server(state: &web::Data<State>) -> anyhow::Result<(actix_web::dev::Server, SocketAddr)> {
    let config = &state.config.http;
    let workers = if config.workers == 0 {
        std::thread::available_parallelism().map_or(2, |processors| processors.get() + 1)
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
        .expose_headers(["ETag", "Content-Language", "Retry-After", "X-Request-Id"])
        .block_on_origin_mismatch(false)
        .max_age(86_400)
}
