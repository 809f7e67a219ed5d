//! The second person's word: from here on the public sees it.

use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseTransaction, IntoActiveModel, Set};
use serde_json::json;
use uuid::Uuid;

use safe_cap::{Alert, DateTime, MsgType};

use super::super::entity::{Model, publication};
use super::super::{compose, content, output};
use super::{act, claim, find, named, replaced, show, to_json, within};
use crate::account::{Person, holder};
use crate::app::State;
use crate::clock;
use crate::db::{self, counter};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::push::plan;

/// What the second person had before their eyes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Seen<'a> {
    /// Hash of the message.
    pub hash: Option<&'a str>,
    /// Edition of the row: it rises with every change, also of what the hash leaves out.
    pub edition: Option<i64>,
}

/// Publishes: the second person has read every word. What was changed since they did
/// is refused. An update takes the place of what it names, also when that was published only
/// while the update waited, or when its time ended meanwhile.
///
/// # Errors
/// The same person, or one who may hold the other's keys, a changed text, it does not wait for
/// approval, it may never be issued, or not as a message of ours, it or what it updates reaches beyond the person's territory,
/// or what it updates was ended by a person.
pub async fn approve(state: &State, person: &Person, id: Uuid, seen: Seen<'_>) -> Result<Model> {
    match approve_once(state, person, id, seen).await {
        // As when the end of what it updates was being noted: looked at once more as it is now.
        Err(Error::Conflict("changed-meanwhile")) => approve_once(state, person, id, seen).await,
        done => done,
    }
}

async fn approve_once(state: &State, person: &Person, id: Uuid, seen: Seen<'_>) -> Result<Model> {
    let row = find(state, id).await?;
    holder::must_be_two(&state.db, row.author_id, person.id).await?;
    if row.state != "submitted" {
        return Err(Error::Conflict("alert-not-submitted"));
    }
    let mut cap = row.message()?;
    let now_ms = state.clock.now_ms();
    let hash = content::hash(&cap);
    let other = seen.hash.is_some_and(|seen| seen != hash)
        || seen.edition.is_some_and(|edition| edition != row.edition);
    if hash != row.content_hash || other {
        return Err(Error::Conflict("text-changed"));
    }
    if row.expires_at_ms <= now_ms {
        return Err(Error::invalid("expires", "time-past"));
    }
    let faults = content::issue_faults(&cap);
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let before = match row.predecessor_id {
        Some(previous) => Some(replaced(state, previous).await?),
        None => named::follows(state, &row, &cap).await?,
    };
    let both: Vec<&Model> = std::iter::once(&row).chain(&before).collect();
    within::must_hold(state, person, &both).await?;
    stamp(state, &mut cap, &row, before.as_ref(), now_ms)?;
    let faults = if row.compose.is_empty() { output::faults(&cap) } else { Vec::new() };
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let tx = db::begin(&state.db).await?;
    claim(&tx, &row, row.edition, &["submitted"]).await?;
    let version = counter::next(&tx, "alerts").await?;
    let edition = row.edition + 1;
    let mut change = row.clone().into_active_model();
    change.state = Set("published".to_owned());
    change.approver_id = Set(Some(person.id));
    change.published_at_ms = Set(Some(now_ms));
    change.changed_at_ms = Set(now_ms);
    change.cap = Set(to_json(&cap)?);
    change.version = Set(version);
    change.edition = Set(edition);
    if let Some(before) = &before {
        if row.predecessor_id.is_none() {
            named::follow(&mut change, before);
        }
        change.reach_areas = Set(row.areas | before.reach_areas);
        change.reach_severity_rank = Set(Ord::max(row.severity_rank, before.reach_severity_rank));
        change.reach_categories = Set(row.categories | before.reach_categories);
        supersede(&tx, before, now_ms).await?;
    }
    let row = change.update(&tx).await?;
    let kind = if before.is_some() { "updated" } else { "published" };
    publish(&tx, state, &row, kind, &cap).await?;
    act(
        &tx,
        state,
        &person.email,
        "alert.approve",
        &row,
        json!({ "hash": row.content_hash, "version": version }),
    )
    .await?;
    tx.commit().await?;
    show(state).await;
    Ok(row)
}

/// Sets what is known only now: identifier, sender, times, references, addresses.
pub(super) fn stamp(
    state: &State,
    cap: &mut Alert,
    row: &Model,
    before: Option<&Model>,
    now_ms: i64,
) -> Result<()> {
    let sent = DateTime::new(clock::brussels(now_ms));
    if row.compose.is_empty() && cap.source.is_none() {
        cap.source = Some(cap.sender.clone());
    }
    cap.identifier.clone_from(&row.identifier);
    cap.sender.clone_from(&state.config.alerts.sender);
    cap.sent = sent;
    cap.references.clear();
    cap.msg_type = MsgType::Alert;
    if let Some(before) = before {
        let earlier = before.message()?;
        cap.msg_type = MsgType::Update;
        cap.references.clone_from(&earlier.references);
        cap.references.push(earlier.as_reference());
    }
    let event_id = before.map_or(row.event_id, |before| before.event_id);
    let expires = DateTime::new(clock::brussels(row.expires_at_ms));
    for info in &mut cap.info {
        if row.compose.is_empty() {
            info.effective = info.effective.or(Some(sent));
        } else {
            info.effective = Some(sent);
        }
        info.expires = info.expires.or(Some(expires));
        let lang = Lang::parse(info.language()).unwrap_or(Lang::EN);
        info.web = Some(compose::page_address(&state.config, lang, event_id));
    }
    Ok(())
}

/// An update takes its place. When it ended by its time stays written.
async fn supersede(tx: &DatabaseTransaction, before: &Model, now_ms: i64) -> Result<()> {
    claim(tx, before, before.edition, &["published", "expired"]).await?;
    let mut change = before.clone().into_active_model();
    change.state = Set("superseded".to_owned());
    change.changed_at_ms = Set(now_ms);
    change.edition = Set(before.edition + 1);
    change.update(tx).await?;
    Ok(())
}

/// Writes the change into the public sequence and plans its pushes.
pub(super) async fn publish(
    tx: &DatabaseTransaction,
    state: &State,
    row: &Model,
    kind: &str,
    cap: &Alert,
) -> Result<()> {
    let change = publication::ActiveModel {
        version: Set(row.version),
        alert_id: Set(row.id),
        event_id: Set(row.event_id),
        channel: Set(row.channel.clone()),
        kind: Set(kind.to_owned()),
        at_ms: Set(row.changed_at_ms),
        event: Set(to_json(cap)?),
    };
    publication::Entity::insert(change).exec_without_returning(tx).await?;
    if kind != "expired" {
        // Phones drop an expired alert by its own time to live: no push.
        plan::shards(tx, row, kind, state.config.push.shard_size, state.config.alerts.ended_visible_h)
            .await?;
    }
    Ok(())
}
