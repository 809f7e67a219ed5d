//! Whether the process lives and can serve, and its metrics.

use std::path::Path;
use std::time::{Duration, Instant};

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use sea_orm::ConnectionTrait;
use serde::Serialize;
use tokio::time::timeout;

use crate::app::State;
use crate::db;

/// How long a look counts: however many ask, the database is asked once.
const FRESH: Duration = Duration::from_secs(1);
/// Longest wait for the database.
const PATIENCE: Duration = Duration::from_secs(2);

/// Health, for balancers and watchers.
pub fn configure(config: &mut web::ServiceConfig) {
    config.service(live).service(ready);
}

/// Metrics, on a listener of their own.
pub fn configure_metrics(config: &mut web::ServiceConfig) {
    config.service(metrics);
}

#[actix_web::get("/health/live")]
async fn live() -> HttpResponse {
    let body = serde_json::json!({ "status": "ok" });
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(body)
}

/// What was seen at the last look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct Seen {
    /// The database answers.
    database: bool,
    /// What is written there stays.
    writable: bool,
    /// A snapshot was made.
    snapshot: bool,
    /// Files can be written where records are kept.
    disk: bool,
}

impl Seen {
    fn is_well(self) -> bool {
        self.database && self.writable && self.snapshot && self.disk
    }
}

/// The last look.
#[derive(Default)]
pub struct Health {
    last: tokio::sync::Mutex<Option<(Instant, Seen)>>,
}

impl Health {
    /// What the process can do now. Changes are logged once.
    async fn look(&self, state: &State) -> Seen {
        let mut last = self.last.lock().await;
        if let Some((at, seen)) = *last
            && at.elapsed() < FRESH
        {
            return seen;
        }
        let seen = see(state).await;
        match *last {
            Some((_, before)) if before == seen => {}
            _ if !seen.is_well() => tracing::error!(?seen, "this process cannot do its work"),
            Some(_) => tracing::info!("this process can do its work again"),
            None => {}
        }
        *last = Some((Instant::now(), seen));
        seen
    }
}

async fn see(state: &State) -> Seen {
    let answer = timeout(PATIENCE, state.db.execute_unprepared("SELECT 1")).await;
    let database = matches!(answer, Ok(Ok(_)));
    // A database that is only busy writes later; one that refuses does not.
    let writable = database && !matches!(timeout(PATIENCE, db::write_probe(&state.db)).await, Ok(Err(_)));
    let folder = state.config.data_dir.clone();
    let disk = tokio::task::spawn_blocking(move || has_room(&folder)).await.unwrap_or(false);
    Seen { database, writable, snapshot: state.public.load().version >= 0, disk }
}

/// Whether a small file can still be written where records are kept.
fn has_room(folder: &Path) -> bool {
    let probe = folder.join(format!(".probe-{}", std::process::id()));
    let written = std::fs::write(&probe, [0u8; 4096]).is_ok();
    let removed = std::fs::remove_file(&probe).is_ok();
    written && removed
}

/// Ready means: the database answers and keeps what is written, files can be
/// written, and a snapshot was made. What is not so is named. A push service or a
/// bucket of documents that is away is named too, but alerts do not wait for them: the
/// process is ready.
#[actix_web::get("/health/ready")]
async fn ready(state: web::Data<State>) -> HttpResponse {
    let seen = state.health.look(&state).await;
    let mut response = if seen.is_well() { HttpResponse::Ok() } else { HttpResponse::ServiceUnavailable() };
    response.insert_header((CACHE_CONTROL, "no-store")).json(serde_json::json!({
        "status": if seen.is_well() { "ok" } else { "unavailable" },
        "database": seen.database,
        "writable": seen.writable,
        "snapshot": seen.snapshot,
        "disk": seen.disk,
        "files": state.permits.store.is_well(),
        "version": state.public.load().version,
        "push_services_held": state.push.watch.held(),
    }))
}

#[actix_web::get("/metrics")]
async fn metrics(state: web::Data<State>) -> HttpResponse {
    state.metrics.files_away.set(i64::from(!state.permits.store.is_well()));
    if let Some(roster) = &state.push.roster {
        use std::sync::atomic::Ordering::Relaxed;
        state.metrics.subscribers.set(roster.subscribers.load(Relaxed));
        state.metrics.agreements.set(roster.agreements.load(Relaxed));
    }
    HttpResponse::Ok().insert_header((CONTENT_TYPE, "text/plain; version=0.0.4")).body(state.metrics.text())
}
