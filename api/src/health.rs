//! Whether the process lives and can serve, and its metrics.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use sea_orm::ConnectionTrait;
use serde_json::json;

use crate::app::State;

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
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(json!({ "status": "ok" }))
}

/// Ready means: the database answers a write-capable connection, and a snapshot
/// was made. What is not ready is named.
#[actix_web::get("/health/ready")]
async fn ready(state: web::Data<State>) -> HttpResponse {
    let look = state.db.execute_unprepared("SELECT 1");
    let database = matches!(tokio::time::timeout(std::time::Duration::from_secs(2), look).await, Ok(Ok(_)));
    let room = disk_has_room(&state.config.data_dir);
    let snapshot = state.public.load().version >= 0;
    let ok = database && snapshot && room;
    let mut response = if ok { HttpResponse::Ok() } else { HttpResponse::ServiceUnavailable() };
    response.insert_header((CACHE_CONTROL, "no-store")).json(json!({
        "status": if ok { "ok" } else { "unavailable" },
        "database": database,
        "snapshot": snapshot,
        "disk": room,
        "version": state.public.load().version,
    }))
}

/// Whether a small file can still be written where records are kept.
fn disk_has_room(folder: &std::path::Path) -> bool {
    let probe = folder.join(".probe");
    let written = std::fs::write(&probe, [0u8; 4096]).is_ok();
    let removed = std::fs::remove_file(&probe).is_ok();
    written && removed
}

#[actix_web::get("/metrics")]
async fn metrics(state: web::Data<State>) -> HttpResponse {
    if let Some(roster) = &state.push.roster {
        use std::sync::atomic::Ordering::Relaxed;
        state.metrics.subscribers.set(roster.subscribers.load(Relaxed));
        state.metrics.agreements.set(roster.agreements.load(Relaxed));
    }
    HttpResponse::Ok().insert_header((CONTENT_TYPE, "text/plain; version=0.0.4")).body(state.metrics.text())
}
