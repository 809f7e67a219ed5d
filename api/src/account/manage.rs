//! Making and changing accounts.

use anyhow::{Context, bail};
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, Set};
use serde_json::json;

use super::entity::{self, ActiveModel, Model};
use super::power::{self, Way};
use super::session::{self, Stage};
use super::{Person, Role, hash_password, random_token, request, secret, totp};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::Error;
use crate::i18n::Lang;

/// What an account is given out with, once.
pub struct Issued {
    /// The row.
    pub account: Model,
    /// Its password, when it is new.
    pub password: Option<String>,
    /// Secret of the second factor, when it is new and does not wait.
    pub totp_secret: Option<String>,
    /// Whether it waits for the confirmation of another administrator.
    pub waits: bool,
}

/// Whether a text can be an e-mail address: one that a person typed, in one word.
#[must_use]
pub fn is_address(email: &str) -> bool {
    email.len() <= 254
        && email.split_once('@').is_some_and(|(user, host)| !user.is_empty() && !host.is_empty())
        && !email.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// A new account, or the roles of an existing one, given by who works on the machine: so
/// comes the first administrator of a fresh system, and whoever there is nobody to confirm.
///
/// # Errors
/// The address is no address, it belongs to a closed account, or the database does not answer.
pub async fn add(
    state: &State,
    email: &str,
    name: Option<&str>,
    roles: &[Role],
    password: Option<String>,
    now_ms: i64,
) -> anyhow::Result<Issued> {
    let email = email.trim().to_lowercase();
    if !is_address(&email) {
        bail!("{email:?} is not an e-mail address");
    }
    let act = |action, account: &Model| {
        let detail = json!({ "roles": request::list(&power::words(roles)), "way": "machine" });
        Act { actor: "system", action, subject: subject(account), detail }
    };
    if let Some(account) = entity::by_email(&state.db, &email).await? {
        let tx = db::begin(&state.db).await?;
        let account = power::give(&tx, account, roles, Way::Machine, now_ms).await?;
        audit::record(&tx, now_ms, act("account.roles", &account)).await?;
        tx.commit().await?;
        return Ok(Issued { account, password: None, totp_secret: None, waits: false });
    }
    let password = password.map_or_else(first_password, Ok)?;
    let (id, secret) = (Uuid::now_v7(), totp::new_secret()?);
    let mut row = bare(id, &email, name.unwrap_or(&email), hash_password(password.clone()).await?, now_ms);
    row.totp_secret = Set(Some(secret::seal(&state.permits.keys, id, &secret)?));
    let tx = db::begin(&state.db).await?;
    let account = row.insert(&tx).await.context("the account cannot be made")?;
    let account = power::give(&tx, account, roles, Way::Machine, now_ms).await?;
    audit::record(&tx, now_ms, act("account.add", &account)).await?;
    tx.commit().await?;
    Ok(Issued { account, password: Some(password), totp_secret: Some(secret), waits: false })
}

/// A password that nobody chose.
pub(super) fn first_password() -> anyhow::Result<String> {
    Ok(random_token()?[..20].to_owned())
}

/// A new row: no role yet, and no second factor, without which nobody signs in.
pub(super) fn bare(id: Uuid, email: &str, name: &str, password_hash: String, now_ms: i64) -> ActiveModel {
    ActiveModel {
        id: Set(id),
        name: Set(name.to_owned()),
        email: Set(email.to_owned()),
        password_hash: Set(password_hash),
        totp_secret: Set(None),
        roles: Set(String::new()),
        languages: Set("fr nl".to_owned()),
        created_at_ms: Set(now_ms),
        disabled_at_ms: Set(None),
        failed_attempts: Set(0),
        locked_until_ms: Set(0),
        totp_last_step: Set(0),
    }
}

/// The name of an account in the audit chain.
#[must_use]
pub fn subject(account: &Model) -> String {
    format!("account/{}", account.email)
}

/// Closes an account: its sessions, tokens and passkeys end with it.
///
/// # Errors
/// The database does not answer.
pub async fn close(
    db: &DatabaseConnection,
    actor: &Person,
    account: Model,
    now_ms: i64,
) -> crate::error::Result<()> {
    let detail = json!({});
    let act = Act { actor: &actor.email, action: "account.close", subject: subject(&account), detail };
    let id = account.id;
    let mut change = account.into_active_model();
    change.disabled_at_ms = Set(Some(now_ms));
    let tx = db::begin(db).await?;
    if let Some(waits) = request::of(&tx, id).await? {
        request::end(&tx, &waits, actor, now_ms).await?;
    }
    change.update(&tx).await?;
    session::end_all(&tx, id).await?;
    super::token::revoke_all(&tx, id).await?;
    super::passkey::remove_all(&tx, id).await?;
    audit::record(&tx, now_ms, act).await?;
    Ok(tx.commit().await?)
}

/// Sets a new password chosen by its owner, who typed the one of `account`; the other sessions and
/// all tokens end. The answer is the token of a new session.
///
/// # Errors
/// The account got other keys meanwhile, or the database does not answer.
pub async fn set_password(state: &State, account: &Model, password: String) -> crate::error::Result<String> {
    let (hash, now_ms) = (hash_password(password).await?, state.clock.now_ms());
    let tx = db::begin(&state.db).await?;
    let held = entity::held(&tx, &[account.id]).await?.pop();
    let now = held.filter(|now| now.password_hash == account.password_hash).ok_or(Error::Unauthorised)?;
    let (id, email, subject) = (now.id, now.email.clone(), subject(&now));
    let mut change = now.into_active_model();
    change.password_hash = Set(hash);
    change.update(&tx).await?;
    session::end_all(&tx, id).await?;
    super::token::revoke_all(&tx, id).await?;
    let act = Act { actor: &email, action: "account.password", subject, detail: json!({}) };
    audit::record(&tx, now_ms, act).await?;
    let token = session::begin_with(state, &tx, id, Stage::Full).await?;
    tx.commit().await?;
    Ok(token)
}

/// Puts a language first among those of a person.
///
/// # Errors
/// The database does not answer.
pub async fn prefer_language(db: &DatabaseConnection, id: Uuid, lang: Lang) -> Result<(), DbErr> {
    let Some(account) = entity::by_id(db, id).await? else { return Ok(()) };
    let others = account.languages.split_whitespace().filter(|code| *code != lang.code());
    let all: Vec<&str> = std::iter::once(lang.code()).chain(others).collect();
    let languages = all.join(" ");
    let mut change = account.into_active_model();
    change.languages = Set(languages);
    change.update(db).await?;
    Ok(())
}
