//! The bell over NATS JetStream: a short stream in memory that every process reads from
//! its end, so that a process which was cut off hears at once what it missed.

use std::time::Duration;

use actix_web::web;
use anyhow::Context;
use async_nats::jetstream::consumer::DeliverPolicy;
use async_nats::jetstream::consumer::pull::OrderedConfig;
use async_nats::jetstream::stream::{Config, DiscardPolicy, StorageType};
use async_nats::jetstream::{self};
use futures_util::StreamExt;
use tokio::sync::watch::Receiver;

use crate::app::State;

/// Name of the stream.
const STREAM: &str = "SAFE_NEWS";
/// Subject of all news.
const SUBJECT: &str = "safe.news";
/// News older than this is known from the database anyway.
const KEPT: Duration = Duration::from_secs(60);
/// Most news kept.
const MOST: i64 = 1_000;
/// Wait before the server is asked again.
const AGAIN: Duration = Duration::from_secs(2);

/// Rings here what rings elsewhere, and the other way round, until the process ends.
pub(super) async fn join(state: web::Data<State>) {
    // What is rung while the server is away is rung there when it is back.
    let mut own = state.news.own.subscribe();
    while !state.stop.is_cancelled() {
        let ended = tokio::select! {
            ended = ring(&state, &mut own) => ended,
            () = state.stop.cancelled() => return,
        };
        if let Err(error) = ended {
            tracing::warn!(
                error = format!("{error:#}"),
                "no news from other processes; the database is polled"
            );
        }
        tokio::select! {
            () = tokio::time::sleep(AGAIN) => {}
            () = state.stop.cancelled() => {}
        }
    }
}

async fn ring(state: &State, own: &mut Receiver<u64>) -> anyhow::Result<()> {
    let client = async_nats::ConnectOptions::new()
        .name("safe")
        .connection_timeout(Duration::from_secs(5))
        .connect(state.config.queue.nats_url.as_str())
        .await
        .context("queue.nats_url")?;
    let jetstream = jetstream::new(client);
    let stream = jetstream
        .get_or_create_stream(Config {
            name: STREAM.to_owned(),
            subjects: vec![SUBJECT.to_owned()],
            max_messages: MOST,
            max_age: KEPT,
            storage: StorageType::Memory,
            discard: DiscardPolicy::Old,
            ..Config::default()
        })
        .await
        .context("the stream of news")?;
    let consumer = stream
        .create_consumer(OrderedConfig { deliver_policy: DeliverPolicy::New, ..OrderedConfig::default() })
        .await
        .context("a reader of news")?;
    let mut messages = consumer.messages().await.context("a reader of news")?;
    // What rang while the server was away.
    state.news.heard();
    tracing::info!("news of other processes is heard");
    loop {
        tokio::select! {
            message = messages.next() => {
                message.context("the stream of news ended")?.context("news")?;
                state.news.heard();
            }
            changed = own.changed() => {
                changed.context("the bell is gone")?;
                if let Err(error) = tell(&jetstream).await {
                    own.mark_changed();
                    return Err(error);
                }
            }
        }
    }
}

/// Tells the others, and waits until the server has it.
async fn tell(jetstream: &jetstream::Context) -> anyhow::Result<()> {
    jetstream.publish(SUBJECT, bytes::Bytes::new()).await.context("news")?.await.context("news")?;
    Ok(())
}
