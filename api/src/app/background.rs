//! What a process does without being asked: takes up news, and sweeps once a minute.

use std::time::Duration;

use actix_web::web;
use tokio::task::JoinSet;

use super::State;
use crate::{account, letterbox, permit, push};

pub(super) fn spawn(state: &web::Data<State>, tasks: &mut JoinSet<()>) {
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
