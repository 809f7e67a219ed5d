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
    // Nobody's addresses are counted like those of accounts, each on its own.
    let who = account.as_ref().map_or_else(|| email.trim().to_lowercase(), |row| row.id.to_string());
    let places = pause::places(state, &who, client);
    let attempt = pause::take(&state.db, &places, now_ms).await?;
    let hash = account.as_ref().filter(|_| attempt.is_some()).map(|row| row.password_hash.clone());
    let fits = match check_password(password.to_owned(), hash).await {
        Ok(fits) => fits,
        Err(error) => {
            if attempt.is_some() {
                pause::give_back(&state.db, &places).await?;
            }
            return Err(error);
        }
    };
    let Some(attempt) = attempt else { return Ok(None) };
    if fits {
        pause::forget(&state.db, &places).await?;
        return Ok(account);
    }
    pause::wrong(state, account.as_ref(), "password", &attempt, now_ms).await?;
    Ok(None)
}

/// Whether this code finishes the sign-in. A code works once, also for two
/// requests at the same moment.
///
/// # Errors
/// The database does not answer.
pub async fn code(state: &State, account: &Account, code: &str) -> Result<bool> {
    let now_ms = state.clock.now_ms();
    let Some(secret) = secret::open(&state.permits.keys, account)? else { return Ok(false) };
    if code.len() > 32 {
        return Ok(false);
    }
    let Some(attempt) = pause::take_code(&state.db, account.id, now_ms).await? else { return Ok(false) };
    let Some(step) = totp::accept(&secret, code, now_ms, account.totp_last_step)? else {
        pause::wrong(state, Some(account), "code", &attempt, now_ms).await?;
        return Ok(false);
    };
    let taken = Entity::update_many()
        .col_expr(Column::TotpLastStep, step.into())
        .col_expr(Column::FailedAttempts, 0.into())
        .col_expr(Column::LockedUntilMs, 0_i64.into())
        .filter(Column::Id.eq(account.id))
        .filter(Column::TotpLastStep.lt(step))
        // The secret whose code it is: meanwhile the account may have got other keys.
        .filter(Column::TotpSecret.eq(account.totp_secret.clone()))
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
