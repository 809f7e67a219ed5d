//! The life of an alert: draft → submitted → published → updated, ended,
//! cancelled or expired. Every step is one transaction with its audit row, and
//! what becomes public gets its version and its push shards in the same one.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, ExprTrait, IntoActiveModel, Set};
use serde_json::json;
use uuid::Uuid;

use safe_cap::{Alert, DateTime, MsgType};

use super::compose::{self, Ending, Stamp};
use super::draft::Draft;
use super::entity::{self, Model, publication};
use super::{Channel, content};
use crate::account::Person;
use crate::app::State;
use crate::area::AreaSet;
use crate::audit::{self, Act};
use crate::clock;
use crate::db::{self, counter};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::push::plan;

/// What an alert is made from.
pub enum Input {
    /// Filled in by scenario.
    Draft(Box<Draft>),
    /// A CAP message of another system.
    Cap(Box<Alert>),
}

/// Content made ready for a row.
struct Content {
    cap: Alert,
    compose: String,
    scenario: Option<String>,
    areas: AreaSet,
    expires_ms: i64,
}

fn ready(state: &State, input: Input, event_id: Uuid, identifier: &str) -> Result<Content> {
    let now_ms = state.clock.now_ms();
    match input {
        Input::Draft(draft) => {
            let faults = draft.faults(&state.scenarios, &state.areas, now_ms);
            if !faults.is_empty() {
                return Err(Error::Invalid(faults));
            }
            let Some(scenario) = draft.scenario(&state.scenarios) else {
                return Err(Error::invalid("scenario", "scenario-unknown"));
            };
            let stamp = Stamp { identifier: identifier.to_owned(), now_ms, event_id };
            let cap = compose::message(&draft, scenario, &state.areas, &state.config, &stamp);
            let compose = serde_json::to_string(&draft).map_err(|e| Error::Internal(e.into()))?;
            let after_h = Ord::max(scenario.expires_hours, 1);
            Ok(Content {
                areas: draft.areas(&state.areas, now_ms),
                expires_ms: content::expires_ms(&cap).unwrap_or(now_ms + after_h * 3_600_000),
                scenario: Some(scenario.id.clone()),
                cap,
                compose,
            })
        }
        Input::Cap(cap) => {
            let default = now_ms + state.config.alerts.default_expires_h * 3_600_000;
            Ok(Content {
                areas: content::areas_of(&cap, &state.areas, now_ms),
                expires_ms: content::expires_ms(&cap).unwrap_or(default),
                scenario: None,
                compose: String::new(),
                cap: *cap,
            })
        }
    }
}

fn new_identifier(state: &State, id: Uuid, step: &str) -> String {
    let host = state.config.alerts.sender.split('@').next_back().unwrap_or("safe.brussels");
    format!("{host}.{id}.{step}")
}

/// Keeps a new draft; `predecessor` makes it an update of that alert.
///
/// # Errors
/// The input breaks rules, or the predecessor is not public.
pub async fn create(
    state: &State,
    person: &Person,
    input: Input,
    predecessor: Option<Uuid>,
    origin: &str,
) -> Result<Model> {
    let id = Uuid::now_v7();
    let before = match predecessor {
        Some(previous) => Some(active(state, previous).await?),
        None => None,
    };
    let event_id = before.as_ref().map_or(id, |row| row.event_id);
    let identifier = new_identifier(state, id, "1");
    let content = ready(state, input, event_id, &identifier)?;
    let now_ms = state.clock.now_ms();
    let Some(channel) = Channel::of(content.cap.status).or(Some(Channel::Rehearsal)) else {
        return Err(Error::invalid("status", "status-not-issued"));
    };
    if before.as_ref().is_some_and(|row| row.channel() != channel) {
        return Err(Error::Conflict("update-other-status"));
    }
    let row = entity::ActiveModel {
        id: Set(id),
        event_id: Set(event_id),
        identifier: Set(identifier),
        revision: Set(before.as_ref().map_or(1, |row| row.revision + 1)),
        predecessor_id: Set(before.as_ref().map(|row| row.id)),
        state: Set("draft".to_owned()),
        status: Set(content.cap.status.as_str().to_owned()),
        channel: Set(channel.as_str().to_owned()),
        msg_type: Set(if before.is_some() { MsgType::Update } else { MsgType::Alert }.as_str().to_owned()),
        scenario: Set(content.scenario),
        compose: Set(content.compose),
        cap: Set(to_json(&content.cap)?),
        origin: Set(origin.to_owned()),
        areas: Set(content.areas.to_i32()),
        reach_areas: Set(content.areas.to_i32()),
        severity_rank: Set(content::severity_rank(&content.cap)),
        reach_severity_rank: Set(content::severity_rank(&content.cap)),
        categories: Set(content::categories(&content.cap)),
        reach_categories: Set(content::categories(&content.cap)),
        content_hash: Set(content::hash(&content.cap)),
        author_id: Set(person.id),
        approver_id: Set(None),
        created_at_ms: Set(now_ms),
        changed_at_ms: Set(now_ms),
        submitted_at_ms: Set(None),
        published_at_ms: Set(None),
        ended_at_ms: Set(None),
        expires_at_ms: Set(content.expires_ms),
        version: Set(0),
        edition: Set(1),
    };
    let tx = db::begin(&state.db).await?;
    let row = row.insert(&tx).await?;
    act(&tx, state, person.email.as_str(), "alert.draft", &row, json!({ "origin": origin })).await?;
    tx.commit().await?;
    Ok(row)
}

/// Replaces the content of a draft that is still open.
///
/// # Errors
/// The input breaks rules, somebody else changed it meanwhile, or it is not open.
pub async fn revise(state: &State, person: &Person, id: Uuid, edition: i64, input: Input) -> Result<Model> {
    let row = find(state, id).await?;
    if row.state != "draft" && row.state != "submitted" {
        return Err(Error::Conflict("alert-not-open"));
    }
    let content = ready(state, input, row.event_id, &row.identifier)?;
    let channel = Channel::of(content.cap.status).unwrap_or(Channel::Rehearsal);
    if row.predecessor_id.is_some() && channel != row.channel() {
        return Err(Error::Conflict("update-other-status"));
    }
    let tx = db::begin(&state.db).await?;
    claim(&tx, &row, edition, &["draft", "submitted"]).await?;
    let mut change = row.clone().into_active_model();
    change.state = Set("draft".to_owned());
    change.status = Set(content.cap.status.as_str().to_owned());
    change.channel = Set(channel.as_str().to_owned());
    change.scenario = Set(content.scenario);
    change.compose = Set(content.compose);
    change.cap = Set(to_json(&content.cap)?);
    change.areas = Set(content.areas.to_i32());
    change.reach_areas = Set(content.areas.to_i32());
    change.severity_rank = Set(content::severity_rank(&content.cap));
    change.reach_severity_rank = Set(content::severity_rank(&content.cap));
    change.categories = Set(content::categories(&content.cap));
    change.reach_categories = Set(content::categories(&content.cap));
    change.content_hash = Set(content::hash(&content.cap));
    // Whoever changes the words becomes their author: the second pair of eyes
    // must be somebody else's.
    change.author_id = Set(person.id);
    change.changed_at_ms = Set(state.clock.now_ms());
    change.submitted_at_ms = Set(None);
    change.expires_at_ms = Set(content.expires_ms);
    change.edition = Set(edition + 1);
    let row = change.update(&tx).await?;
    act(&tx, state, &person.email, "alert.revise", &row, json!({})).await?;
    tx.commit().await?;
    Ok(row)
}

/// Asks for approval.
///
/// # Errors
/// French or Dutch is missing, no area, an end in the past, or it is no draft.
pub async fn submit(state: &State, person: &Person, id: Uuid) -> Result<Model> {
    let row = find(state, id).await?;
    if row.state != "draft" {
        return Err(Error::Conflict("alert-not-draft"));
    }
    let cap = row.message()?;
    let set = AreaSet::from_i32(row.areas);
    let now_ms = state.clock.now_ms();
    let faults = content::submission_faults(&cap, set, row.expires_at_ms, now_ms);
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let tx = db::begin(&state.db).await?;
    claim(&tx, &row, row.edition, &["draft"]).await?;
    let edition = row.edition + 1;
    let mut change = row.into_active_model();
    change.state = Set("submitted".to_owned());
    change.submitted_at_ms = Set(Some(now_ms));
    change.changed_at_ms = Set(now_ms);
    change.edition = Set(edition);
    let row = change.update(&tx).await?;
    act(&tx, state, &person.email, "alert.submit", &row, json!({ "hash": row.content_hash })).await?;
    tx.commit().await?;
    Ok(row)
}

/// Sends a submitted alert back to its author, or throws a draft away.
///
/// # Errors
/// It is not open.
pub async fn set_back(state: &State, person: &Person, id: Uuid, discard: bool) -> Result<Model> {
    let row = find(state, id).await?;
    let tx = db::begin(&state.db).await?;
    claim(&tx, &row, row.edition, &["draft", "submitted"]).await?;
    let edition = row.edition + 1;
    let mut change = row.into_active_model();
    change.state = Set(if discard { "discarded" } else { "draft" }.to_owned());
    change.changed_at_ms = Set(state.clock.now_ms());
    change.edition = Set(edition);
    let row = change.update(&tx).await?;
    let action = if discard { "alert.discard" } else { "alert.return" };
    act(&tx, state, &person.email, action, &row, json!({})).await?;
    tx.commit().await?;
    Ok(row)
}

/// Publishes: the second person has read every word. `seen_hash` is the hash of
/// what that person saw; a text changed meanwhile is refused.
///
/// # Errors
/// The same person, a changed text, or it does not wait for approval.
pub async fn approve(state: &State, person: &Person, id: Uuid, seen_hash: Option<&str>) -> Result<Model> {
    let row = find(state, id).await?;
    if row.author_id == person.id {
        return Err(Error::Forbidden("four-eyes"));
    }
    if row.state != "submitted" {
        return Err(Error::Conflict("alert-not-submitted"));
    }
    let mut cap = row.message()?;
    let now_ms = state.clock.now_ms();
    let hash = content::hash(&cap);
    if hash != row.content_hash || seen_hash.is_some_and(|seen| seen != hash) {
        return Err(Error::Conflict("text-changed"));
    }
    if row.expires_at_ms <= now_ms {
        return Err(Error::invalid("expires", "time-past"));
    }
    let before = match row.predecessor_id {
        Some(previous) => Some(active(state, previous).await?),
        None => None,
    };
    stamp(state, &mut cap, &row, before.as_ref(), now_ms)?;
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
    state.news.announce();
    Ok(row)
}

/// Sets what is known only now: identifier, sender, times, references, addresses.
fn stamp(state: &State, cap: &mut Alert, row: &Model, before: Option<&Model>, now_ms: i64) -> Result<()> {
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
    let expires = DateTime::new(clock::brussels(row.expires_at_ms));
    for info in &mut cap.info {
        if row.compose.is_empty() {
            info.effective = info.effective.or(Some(sent));
        } else {
            info.effective = Some(sent);
        }
        info.expires = info.expires.or(Some(expires));
        let lang = Lang::parse(info.language()).unwrap_or(Lang::EN);
        info.web = Some(compose::page_address(&state.config, lang, row.event_id));
    }
    Ok(())
}

async fn supersede(tx: &DatabaseTransaction, before: &Model, now_ms: i64) -> Result<()> {
    claim(tx, before, before.edition, &["published"]).await?;
    let mut change = before.clone().into_active_model();
    change.state = Set("superseded".to_owned());
    change.changed_at_ms = Set(now_ms);
    change.edition = Set(before.edition + 1);
    change.update(tx).await?;
    Ok(())
}

/// Ends an alert: the danger is over, or it was an error. Never waits for a
/// sending that still goes on; what is unsent of it is dropped.
///
/// # Errors
/// It is not active.
pub async fn end(state: &State, person: &Person, id: Uuid, kind: Ending) -> Result<Model> {
    let row = active(state, id).await?;
    let (word, action) = match kind {
        Ending::AllClear => ("ended", "alert.end"),
        Ending::Cancelled => ("cancelled", "alert.cancel"),
    };
    let row = finish(state, &row, word, Some(kind), (&person.email, action)).await?;
    state.news.announce();
    Ok(row)
}

/// Marks what is over by time. Several processes may do it at once; one wins.
///
/// # Errors
/// The database does not answer.
pub async fn expire_overdue(state: &State) -> Result<usize> {
    let mut count = 0;
    for row in entity::overdue(&state.db, state.clock.now_ms()).await? {
        match finish(state, &row, "expired", None, ("system", "alert.expire")).await {
            Ok(_) => count += 1,
            Err(Error::Conflict(_)) => {}
            Err(error) => return Err(error),
        }
    }
    if count > 0 {
        state.news.announce();
    }
    Ok(count)
}

async fn finish(
    state: &State,
    row: &Model,
    word: &str,
    kind: Option<Ending>,
    (actor, action): (&str, &'static str),
) -> Result<Model> {
    let now_ms = state.clock.now_ms();
    let mut cap = row.message()?;
    let mut change = row.clone().into_active_model();
    if let Some(kind) = kind {
        let identifier = new_identifier(state, row.id, "2");
        let stamp = Stamp { identifier: identifier.clone(), now_ms, event_id: row.event_id };
        let hours = state.config.alerts.ended_visible_h;
        let set = AreaSet::from_i32(row.areas);
        cap = compose::ending(&cap, kind, &state.areas, set, &stamp, hours);
        change.identifier = Set(identifier);
        change.cap = Set(to_json(&cap)?);
    }
    let tx = db::begin(&state.db).await?;
    claim(&tx, row, row.edition, &["published"]).await?;
    let version = counter::next(&tx, "alerts").await?;
    change.state = Set(word.to_owned());
    change.ended_at_ms = Set(Some(now_ms));
    change.changed_at_ms = Set(now_ms);
    change.version = Set(version);
    change.edition = Set(row.edition + 1);
    let row = change.update(&tx).await?;
    publish(&tx, state, &row, word, &cap).await?;
    act(&tx, state, actor, action, &row, json!({ "version": version })).await?;
    tx.commit().await?;
    Ok(row)
}

/// Writes the change into the public sequence and plans its pushes.
async fn publish(
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

/// Takes the row for this change, or finds that somebody was faster.
async fn claim(tx: &DatabaseTransaction, row: &Model, edition: i64, states: &[&str]) -> Result<()> {
    let taken = entity::Entity::update_many()
        .col_expr(entity::Column::Edition, Expr::col(entity::Column::Edition).add(0_i64))
        .filter(entity::Column::Id.eq(row.id))
        .filter(entity::Column::Edition.eq(edition))
        .filter(entity::Column::State.is_in(states.iter().copied()))
        .exec(tx)
        .await?;
    if taken.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict("changed-meanwhile")) }
}

async fn act(
    tx: &DatabaseTransaction,
    state: &State,
    actor: &str,
    action: &'static str,
    row: &Model,
    detail: serde_json::Value,
) -> Result<()> {
    let act = Act { actor, action, subject: row.subject(), detail };
    audit::record(tx, state.clock.now_ms(), act).await?;
    state.metrics.audits.inc();
    Ok(())
}

/// The row with this id.
///
/// # Errors
/// There is none.
pub async fn find(state: &State, id: Uuid) -> Result<Model> {
    entity::Entity::find_by_id(id).one(&state.db).await?.ok_or(Error::NotFound)
}

/// The active row of the chain that this id belongs to.
async fn active(state: &State, id: Uuid) -> Result<Model> {
    let row = find(state, id).await?;
    let row = if row.state == "superseded" {
        entity::latest_of(&state.db, row.event_id).await?.ok_or(Error::NotFound)?
    } else {
        row
    };
    if row.state == "published" { Ok(row) } else { Err(Error::Conflict("alert-not-active")) }
}

fn to_json(cap: &Alert) -> Result<String> {
    serde_json::to_string(cap).map_err(|error| Error::Internal(error.into()))
}
