//! Phones that are tried again: one delivery per message, the most urgent ones first.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use sea_orm::EntityTrait;

use super::batch::{Sending, TOO_LARGE, UNDRAWN, Verdict};
use super::doubt::About;
use super::entity::{origin, retry, shard};
use super::lease::Lease;
use super::sender::Sender;
use super::shards;

/// Phones that are to hear the same message.
pub struct Round {
    /// A shard of the message.
    shard: shard::Model,
    /// The phones, leased.
    pub rows: Vec<retry::Model>,
}

/// Leases the phones of a push service that are due, the most urgent messages first.
///
/// # Errors
/// The database does not answer; what was leased comes back when the lease ends.
pub async fn due(sender: &Sender, origin_id: i32) -> anyhow::Result<Vec<Round>> {
    let state = &sender.state;
    let now_ms = state.clock.now_ms();
    let until_ms = Lease::retries_until_ms(now_ms, state.config.push.lease_s);
    let rows = shards::due(&state.db, origin_id, &sender.owner.name, now_ms, until_ms).await?;
    let mut by_shard: BTreeMap<i64, Vec<retry::Model>> = BTreeMap::new();
    for row in rows {
        by_shard.entry(row.shard_id).or_default().push(row);
    }
    // Tests of single phones share a version, and each ends at a time of its own.
    let mut rounds: BTreeMap<(Reverse<i32>, i64, i64), Round> = BTreeMap::new();
    for (id, rows) in by_shard {
        let Some(shard) = shard::Entity::find_by_id(id).one(&state.db).await? else { continue };
        let message = (Reverse(shard.priority), shard.version, shard.expires_at_ms);
        rounds.entry(message).or_insert_with(|| Round { shard, rows: Vec::new() }).rows.extend(rows);
    }
    Ok(rounds.into_values().collect())
}

/// Tries the phones of a message again and settles what came of it.
///
/// # Errors
/// The database does not answer, or the message cannot be made.
pub async fn send(sender: &Sender, origin: &origin::Model, round: Round) -> anyhow::Result<()> {
    let Round { shard, mut rows } = round;
    let state = &sender.state;
    let outgoing = sender.outgoing(&shard).await?;
    if outgoing.is_withdrawn() {
        // A newer message is out, and tells these phones as well.
        return Ok(shards::drop_retries(&state.db, &rows).await?);
    }
    let context = sender.context(&origin.url, &shard, outgoing)?;
    let chosen = rows.iter().map(|r| (r.slot, r.reason == TOO_LARGE)).collect();
    let sending = Arc::new(Sending::chosen(context, chosen));
    let lease = &mut Lease::Retries(&mut rows);
    let finished = sender.deliver(&origin.url, &shard, sending.clone(), lease).await?;
    if !finished || sending.is_withdrawn() {
        sender.repeat_newest(&shard, &sending).await;
    }
    if !finished && !state.stop.is_cancelled() {
        return Ok(());
    }
    let mut settled = sending.settled();
    if !finished {
        // The process ends: whose turn had not come is given back as it was taken.
        let undrawn = |(slot, verdict): &(i64, Verdict)| {
            matches!(verdict, Verdict::Again { reason: UNDRAWN, .. }).then_some(*slot)
        };
        let left: Vec<i64> = settled.others.iter().filter_map(undrawn).collect();
        rows.retain(|row| !left.contains(&row.slot));
        settled.others.retain(|other| undrawn(other).is_none());
    }
    let tries: BTreeMap<i64, i32> = rows.iter().map(|r| (r.slot, r.attempts)).collect();
    let tried = |slot: i64| tries.get(&slot).copied().unwrap_or(0);
    let first = tries.first_key_value().map_or(0, |(slot, _)| *slot);
    let end = tries.last_key_value().map_or(0, |(slot, _)| slot.saturating_add(1));
    let about = About { shard: &shard, bounds: (first, end), holds: &|slot| tries.contains_key(&slot) };
    sender.weigh(&origin.url, &about, &mut settled, tried).await;
    sender.count(&origin.url, &settled);
    sender
        .until_written(|| async {
            let now_ms = state.clock.now_ms();
            let expires = shard.expires_at_ms;
            shards::settle_retries(&state.db, &rows, expires, &settled, sender.backoff, now_ms).await
        })
        .await;
    sender.forget(origin.id, &settled);
    Ok(())
}
