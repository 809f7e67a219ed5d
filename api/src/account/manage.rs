//! Making and changing accounts.

use anyhow::{Context, bail};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ExprTrait, IntoActiveModel, Set};
use serde_json::json;

use super::entity::{self, ActiveModel, Column, Model};
use super::{Role, hash_password, random_token, totp};
use crate::audit::{self, Act};
use crate::db;
use crate::i18n::Lang;

/// What a new account is given out with, once.
pub struct Issued {
    /// The row.
    pub account: Model,
    /// First password, when the account is new.
    pub password: Option<String>,
    /// Secret of the second factor, when the account is new.
    pub totp_secret: Option<String>,
}

/// Whether a text can be an e-mail address: one that a person typed, in one word.
#[must_use]
pub fn is_address(email: &str) -> bool {
    email.len() <= 254
        && email.split_once('@').is_some_and(|(user, host)| !user.is_empty() && !host.is_empty())
        && !email.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// A new account, or the roles of an existing one, made by the system itself.
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
    add_by(db, "system", email, name, roles, password, now_ms).await
}

/// A new account, or the roles of an existing one.
///
/// # Errors
/// The address is no address, it belongs to a closed account, or the database
/// does not answer.
pub async fn add_by(
    db: &DatabaseConnection,
    actor: &str,
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
    let mut words: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
    words.dedup();
    let roles = words.join(" ");
    let detail = json!({ "roles": roles });
    if let Some(account) = entity::by_email(db, &email).await? {
        let tx = db::begin(db).await?;
        let mut change = account.into_active_model();
        change.roles = Set(roles);
        let account = change.update(&tx).await?;
        let act = Act { actor, action: "account.roles", subject: subject(&account), detail };
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
    let act = Act { actor, action: "account.add", subject: subject(&account), detail };
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await?;
    Ok(Issued { account, password: Some(password), totp_secret: Some(secret) })
}

/// The name of an account in the audit chain.
#[must_use]
pub fn subject(account: &Model) -> String {
    format!("account/{}", account.email)
}

/// Counts a wrong attempt: from the fifth on, a growing pause. Passkeys are not
/// concerned: a stranger who types passwords keeps nobody from work.
///
/// # Errors
/// The database does not answer.
pub async fn failed(
    db: &DatabaseConnection,
    account: &Model,
    step: &'static str,
    now_ms: i64,
) -> Result<(), DbErr> {
    let tx = db::begin(db).await?;
    entity::Entity::update_many()
        .col_expr(Column::FailedAttempts, Expr::col(Column::FailedAttempts).add(1))
        .filter(Column::Id.eq(account.id))
        .exec(&tx)
        .await?;
    let Some(account) = entity::by_id(&tx, account.id).await? else { return tx.commit().await };
    let pause_ms = pause_ms(account.failed_attempts);
    let detail = json!({ "step": step, "attempts": account.failed_attempts, "pause_s": pause_ms / 1000 });
    let act = Act { actor: "system", action: "session.refused", subject: subject(&account), detail };
    let mut change = account.into_active_model();
    change.locked_until_ms = Set(now_ms + pause_ms);
    change.update(&tx).await?;
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await
}

/// The pause after so many wrong attempts in a row: none before the fifth, then
/// a quarter of a minute, doubled each time up to an hour.
fn pause_ms(attempts: i32) -> i64 {
    if attempts < 5 { 0 } else { Ord::min(15_000_i64 << Ord::min(attempts - 5, 8), 3_600_000) }
}

/// Gives an account these roles.
///
/// # Errors
/// The database does not answer.
pub async fn set_roles(
    db: &DatabaseConnection,
    actor: &str,
    account: Model,
    roles: &[Role],
    now_ms: i64,
) -> Result<(), DbErr> {
    let words: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
    let detail = json!({ "before": account.roles, "roles": words.join(" ") });
    let act = Act { actor, action: "account.roles", subject: subject(&account), detail };
    // Tokens that others may hold do not grow into those of an approver.
    let becomes_approver =
        roles.contains(&Role::AlertApprover) && !account.roles().contains(&Role::AlertApprover);
    let id = account.id;
    let mut change = account.into_active_model();
    change.roles = Set(words.join(" "));
    let tx = db::begin(db).await?;
    change.update(&tx).await?;
    if becomes_approver {
        super::token::revoke_all(&tx, id).await?;
    }
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await
}

/// Closes an account: its sessions, tokens and passkeys end with it.
///
/// # Errors
/// The database does not answer.
pub async fn close(db: &DatabaseConnection, actor: &str, account: Model, now_ms: i64) -> Result<(), DbErr> {
    let act = Act { actor, action: "account.close", subject: subject(&account), detail: json!({}) };
    let id = account.id;
    let mut change = account.into_active_model();
    change.disabled_at_ms = Set(Some(now_ms));
    let tx = db::begin(db).await?;
    change.update(&tx).await?;
    super::session::end_all(&tx, id).await?;
    super::token::revoke_all(&tx, id).await?;
    super::passkey::remove_all(&tx, id).await?;
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await
}

/// Sets a new password chosen by its owner; the other sessions and all tokens end.
///
/// # Errors
/// The database does not answer.
pub async fn set_password(
    db: &DatabaseConnection,
    account: Model,
    password: String,
    now_ms: i64,
) -> anyhow::Result<()> {
    let hash = hash_password(password).await?;
    let (id, email, subject) = (account.id, account.email.clone(), subject(&account));
    let mut change = account.into_active_model();
    change.password_hash = Set(hash);
    let tx = db::begin(db).await?;
    change.update(&tx).await?;
    super::session::end_all(&tx, id).await?;
    super::token::revoke_all(&tx, id).await?;
    let act = Act { actor: &email, action: "account.password", subject, detail: json!({}) };
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await?;
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_grows_and_stops_growing() {
        let pauses: Vec<i64> = [0, 4, 5, 6, 12, 13, 500].map(pause_ms).to_vec();
        assert_eq!(pauses, [0, 0, 15_000, 30_000, 1_920_000, 3_600_000, 3_600_000]);
    }
}
