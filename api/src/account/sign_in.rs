//! The two steps of a sign-in, and its trace in the audit chain.
//!
//! An unknown address, a wrong password and an account in its pause get the same
//! answer after the same work: nobody learns from it which addresses exist.

use std::net::IpAddr;

use sea_orm::entity::prelude::*;
use serde_json::json;

use super::entity::{Column, Entity};
use super::session::{self, Stage};
use super::{Account, by_email, by_id, check_password, manage, pause, secret, totp};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::Result;

/// Longest password that is looked at, in bytes.
const MOST_PASSWORD: usize = 1024;

/// The account whose address and password these are, typed in the network of `client`.
///
/// # Errors
/// Too many sign in at this moment, or the database does not answer.
pub async fn password(state: &State, client: IpAddr, email: &str, password: &str) -> Result<Option<Account>> {
    if email.len() > 254 || password.len() > MOST_PASSWORD {
        return Ok(None);
    }
    let now_ms = state.clock.now_ms();
    let account = by_email(&state.db, email).await?;
    let place = pause::place(state, account.as_ref().map_or(Uuid::nil(), |row| row.id), client);
    let rests = pause::rests(&state.db, &place, now_ms).await?;
    let account = account.filter(|_| !rests);
    let hash = account.as_ref().map(|row| row.password_hash.clone());
    let fits = check_password(password.to_owned(), hash).await?;
    match account {
        Some(account) if fits => {
            pause::forget(&state.db, &place).await?;
            Ok(Some(account))
        }
        Some(account) => {
            pause::wrong_password(&state.db, &account, &place, now_ms).await?;
            Ok(None)
        }
        None => Ok(None),
    }
}

/// Whether this code finishes the sign-in. A code works once, also for two
/// requests at the same moment.
///
/// # Errors
/// The database does not answer.
pub async fn code(state: &State, account: &Account, code: &str) -> Result<bool> {
    let now_ms = state.clock.now_ms();
    let Some(secret) = secret::open(&state.permits.keys, account)? else { return Ok(false) };
    if account.locked_until_ms > now_ms || code.len() > 32 {
        return Ok(false);
    }
    let Some(step) = totp::accept(&secret, code, now_ms, account.totp_last_step)? else {
        pause::wrong_code(&state.db, account, now_ms).await?;
        return Ok(false);
    };
    let taken = Entity::update_many()
        .col_expr(Column::TotpLastStep, step.into())
        .col_expr(Column::FailedAttempts, 0.into())
        .filter(Column::Id.eq(account.id))
        .filter(Column::TotpLastStep.lt(step))
        .exec(&state.db)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Opens the session of somebody who has shown both factors; the answer is its
/// token. Whatever the browser held before is worth nothing any more.
///
/// # Errors
/// The database does not answer.
pub async fn finish(state: &State, account: &Account, old: Option<&str>, with: &str) -> Result<String> {
    if let Some(old) = old {
        session::end(state, old).await?;
    }
    let token = session::begin(state, account, Stage::Full).await?;
    note(state, &account.email, "session.begin", account, json!({ "with": with })).await?;
    Ok(token)
}

/// Ends a session, if it is one.
///
/// # Errors
/// The database does not answer.
pub async fn leave(state: &State, token: &str) -> Result<()> {
    if let Ok(open) = session::find(state, token, Stage::Full).await {
        note(state, &open.account.email, "session.end", &open.account, json!({})).await?;
    }
    session::end(state, token).await
}

/// The code that a demonstration account would type now: the next one, when the
/// present one is used up.
///
/// # Errors
/// The database does not answer.
pub async fn demonstration_code(state: &State, account: &Account) -> Result<Option<String>> {
    let is_demo = state.config.mode == crate::config::Mode::Demo
        && crate::demo::STAFF.iter().any(|(email, _, _)| *email == account.email);
    let Some(account) = by_id(&state.db, account.id).await?.filter(|_| is_demo) else {
        return Ok(None);
    };
    let now_ms = state.clock.now_ms();
    let used = account.totp_last_step >= now_ms / 30_000;
    let at_ms = if used { now_ms + 30_000 } else { now_ms };
    match secret::open(&state.permits.keys, &account)? {
        Some(secret) => Ok(Some(totp::code_at(&secret, at_ms)?)),
        None => Ok(None),
    }
}

/// Writes an act on an account into the audit chain, in a transaction of its own.
///
/// # Errors
/// The database does not answer.
pub async fn note(
    state: &State,
    actor: &str,
    action: &'static str,
    account: &Account,
    detail: serde_json::Value,
) -> Result<()> {
    let tx = db::begin(&state.db).await?;
    let act = Act { actor, action, subject: manage::subject(account), detail };
    audit::record(&tx, state.clock.now_ms(), act).await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(())
}
