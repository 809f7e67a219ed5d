//! Making and changing accounts.

use anyhow::{Context, bail};
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, Set};
use serde_json::json;

use super::entity::{self, ActiveModel, Model};
use super::{Role, hash_password, random_token, totp};
use crate::audit::{self, Act};
use crate::db;

/// What a new account is given out with, once.
pub struct Issued {
    /// The row.
    pub account: Model,
    /// First password, when the account is new.
    pub password: Option<String>,
    /// Secret of the second factor, when the account is new.
    pub totp_secret: Option<String>,
}

/// A new account, or the roles of an existing one.
///
/// # Errors
/// The address is no address, or the database does not answer.
pub async fn add(
    db: &DatabaseConnection,
    email: &str,
    name: Option<&str>,
    roles: &[Role],
    password: Option<String>,
    now_ms: i64,
) -> anyhow::Result<Issued> {
    let email = email.trim().to_lowercase();
    let well_formed = email.len() <= 254
        && email.split_once('@').is_some_and(|(user, host)| !user.is_empty() && !host.is_empty())
        && !email.chars().any(|c| c.is_whitespace() || c.is_control());
    if !well_formed {
        bail!("{email:?} is not an e-mail address");
    }
    let mut words: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
    words.dedup();
    let roles = words.join(" ");
    let detail = json!({ "roles": roles });
    if let Some(account) = entity::by_email(db, &email).await? {
        let tx = db::begin(db).await?;
        let mut change = account.into_active_model();
        change.roles = Set(roles);
        let account = change.update(&tx).await?;
        let act = Act { actor: "system", action: "account.roles", subject: subject(&account), detail };
        audit::record(&tx, now_ms, act).await?;
        tx.commit().await?;
        return Ok(Issued { account, password: None, totp_secret: None });
    }
    let password = match password {
        Some(password) => password,
        None => random_token()?[..20].to_owned(),
    };
    let secret = totp::new_secret()?;
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        name: Set(name.unwrap_or(&email).to_owned()),
        email: Set(email),
        password_hash: Set(hash_password(password.clone()).await?),
        totp_secret: Set(Some(secret.clone())),
        roles: Set(roles),
        languages: Set("fr nl".to_owned()),
        created_at_ms: Set(now_ms),
        disabled_at_ms: Set(None),
        failed_attempts: Set(0),
        locked_until_ms: Set(0),
        totp_last_step: Set(0),
    };
    let tx = db::begin(db).await?;
    let account = row.insert(&tx).await.context("the account cannot be made")?;
    let act = Act { actor: "system", action: "account.add", subject: subject(&account), detail };
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await?;
    Ok(Issued { account, password: Some(password), totp_secret: Some(secret) })
}

fn subject(account: &Model) -> String {
    format!("account/{}", account.email)
}

/// Counts a wrong attempt: from the fifth on, a growing pause.
///
/// # Errors
/// The database does not answer.
pub async fn failed(db: &DatabaseConnection, account: &Model, now_ms: i64) -> Result<(), DbErr> {
    let attempts = account.failed_attempts + 1;
    let pause_ms = if attempts < 5 { 0 } else { 15_000 << (attempts - 5).min(8) };
    let mut change = account.clone().into_active_model();
    change.failed_attempts = Set(attempts);
    change.locked_until_ms = Set(now_ms + i64::from(pause_ms));
    change.update(db).await?;
    Ok(())
}

/// Writes a finished sign-in: the code is used up, the count starts anew.
///
/// # Errors
/// The database does not answer.
pub async fn signed_in(db: &DatabaseConnection, account: &Model, step: i64) -> Result<(), DbErr> {
    let mut change = account.clone().into_active_model();
    change.failed_attempts = Set(0);
    change.totp_last_step = Set(step);
    change.update(db).await?;
    Ok(())
}
