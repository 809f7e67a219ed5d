//! What a process does without being asked: takes up news, lets time pass, and sweeps once a
//! minute.

use std::time::Duration;

use actix_web::web;
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::State;
use crate::{account, audit, letterbox, permit, push};

/// Pause between two looks for what time alone has changed.
const TICK: Duration = Duration::from_millis(200);
/// Pause between two sweeps, and between two looks at what the limiter remembers.
pub(super) const MINUTE: Duration = Duration::from_secs(60);
/// How long a sweep under way may take when the process is asked to stop.
const GRACE: Duration = Duration::from_secs(5);

pub(super) fn spawn(state: &web::Data<State>, tasks: &mut JoinSet<()>) {
    tasks.spawn(watch(state.clone()));
    tasks.spawn(passing(state.clone()));
    tasks.spawn(sweeping(state.clone()));
}

async fn watch(state: web::Data<State>) {
    let poll = Duration::from_millis(state.config.queue.poll_ms.max(20));
    let mut news = state.news.listener();
    let mut minute = Instant::now();
    let mut hour: Option<Instant> = None;
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
        if hour.is_none_or(|begun| begun.elapsed() > Duration::from_secs(3_600)) {
            hour = Some(Instant::now());
            note_head(&state).await;
        }
        if state.limiter.is_crowded() || minute.elapsed() > MINUTE {
            minute = Instant::now();
            state.limiter.forget_idle();
        }
    }
}

/// Shows ends by time apart from the news: a database that does not answer keeps none waiting.
async fn passing(state: web::Data<State>) {
    while !state.stop.is_cancelled() {
        state.let_time_pass();
        tokio::select! {
            () = tokio::time::sleep(TICK) => {}
            () = state.stop.cancelled() => {}
        }
    }
}

/// Sweeps apart from the news: a scanner or a bucket that answers slowly keeps no alert waiting.
async fn sweeping(state: web::Data<State>) {
    loop {
        tokio::select! {
            () = tokio::time::sleep(state.sweep) => {}
            () = state.stop.cancelled() => break,
        }
        let stop = async {
            state.stop.cancelled().await;
            tokio::time::sleep(GRACE).await;
        };
        tokio::select! {
            () = sweep(&state) => {}
            () = stop => break,
        }
    }
}

/// Writes the head of the audit chain where those who own the database do not reach.
async fn note_head(state: &State) {
    match audit::head(&state.db).await {
        Ok(head) => tracing::info!(head = %head, "the head of the audit chain"),
        Err(error) => tracing::warn!(%error, "the head of the audit chain could not be read"),
    }
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
