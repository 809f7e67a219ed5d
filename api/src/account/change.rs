//! What an administrator does with accounts from a desk, alone where that is enough; else
//! it is asked, and another administrator answers (`request`).

use sea_orm::entity::prelude::*;
use serde_json::json;

use super::manage::{self, Issued, subject};
use super::power::{self, Way};
use super::request::{self, Asked};
use super::{Account, Person, Role, entity, hash_password, holder, secret, totp};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};

/// A new account. One that waits has neither roles nor a second factor until then.
///
/// # Errors
/// The address is no address or belongs to somebody, who acts keeps accounts no longer, or the
/// database does not answer.
pub async fn add(state: &State, actor: &Person, email: &str, name: &str, roles: &[Role]) -> Result<Issued> {
    let email = email.trim().to_lowercase();
    if !manage::is_address(&email) {
        return Err(Error::invalid("email", "address"));
    }
    let (id, password, now_ms) = (Uuid::now_v7(), manage::first_password()?, state.clock.now_ms());
    let mut row = manage::bare(id, &email, name, hash_password(password.clone()).await?, now_ms);
    let tx = db::begin(&state.db).await?;
    let held = entity::held(&tx, &[actor.id]).await?;
    let actor = power::keeper(&held, actor.id).ok_or(Error::Forbidden("role"))?;
    let waits = power::needs_second(&actor, &[], roles);
    let totp_secret = if waits { None } else { Some(totp::new_secret()?) };
    if let Some(open) = &totp_secret {
        row.totp_secret = sea_orm::Set(Some(secret::seal(&state.permits.keys, id, open)?));
    }
    let account = row.insert(&tx).await?;
    let given: &[Role] = if waits { &[] } else { roles };
    let detail = json!({ "roles": request::list(&power::words(given)) });
    let act = Act { actor: &actor.email, action: "account.add", subject: subject(&account), detail };
    audit::record(&tx, now_ms, act).await?;
    let account = if waits {
        request::ask(&tx, &actor, &account, Asked::New(roles), now_ms).await?;
        account
    } else {
        holder::add(&tx, id, actor.id, now_ms).await?;
        power::give(&tx, account, roles, Way::Alone, now_ms).await?
    };
    tx.commit().await?;
    Ok(Issued { account, password: Some(password), totp_secret, waits })
}

/// Other roles for an account. Those that wait come with a new password where somebody may hold
/// both keys of the account; who asks passes it on.
///
/// # Errors
/// A request for this account waits already, who acts keeps accounts no longer, or the database
/// does not answer.
pub async fn set_roles(state: &State, actor: &Person, account: &Account, roles: &[Role]) -> Result<Issued> {
    // Made before the accounts are held: it takes a while.
    let (password, now_ms) = (manage::first_password()?, state.clock.now_ms());
    let hash = hash_password(password.clone()).await?;
    let tx = db::begin(&state.db).await?;
    let (actor, account) = power::anew(&tx, actor, account.id).await?;
    if request::of(&tx, account.id).await?.is_some() {
        return Err(Error::Conflict("account-request-waits"));
    }
    let waits = power::needs_second(&actor, &account.roles(), roles);
    let renews = waits && !power::has_by_two(&tx, account.id).await?;
    let account = if waits {
        let asked = Asked::Roles(roles, renews.then_some(hash));
        request::ask(&tx, &actor, &account, asked, now_ms).await?;
        account
    } else {
        let detail =
            json!({ "before": request::list(&account.roles), "roles": request::list(&power::words(roles)) });
        let act = Act { actor: &actor.email, action: "account.roles", subject: subject(&account), detail };
        let account = power::give(&tx, account, roles, Way::Alone, now_ms).await?;
        audit::record(&tx, now_ms, act).await?;
        account
    };
    tx.commit().await?;
    Ok(Issued { account, password: renews.then_some(password), totp_secret: None, waits })
}

/// A new password and a new second factor for somebody who has lost theirs. Until a request
/// is confirmed the former ones open the account.
///
/// # Errors
/// A request for this account waits already, who acts keeps accounts no longer, or the database
/// does not answer.
pub async fn renew(state: &State, actor: &Person, account: &Account) -> Result<Issued> {
    let (password, now_ms) = (manage::first_password()?, state.clock.now_ms());
    let hash = hash_password(password.clone()).await?;
    let tx = db::begin(&state.db).await?;
    let (actor, account) = power::anew(&tx, actor, account.id).await?;
    if request::of(&tx, account.id).await?.is_some() {
        return Err(Error::Conflict("account-request-waits"));
    }
    let waits = power::is_beyond(&actor, &account);
    let (account, totp_secret) = if waits {
        request::ask(&tx, &actor, &account, Asked::SignIn(hash), now_ms).await?;
        (account, None)
    } else {
        let (account, secret) = renewed(&tx, state, &actor.email, account, hash, now_ms).await?;
        holder::add(&tx, account.id, actor.id, now_ms).await?;
        (account, Some(secret))
    };
    tx.commit().await?;
    Ok(Issued { account, password: Some(password), totp_secret, waits })
}

/// The same by who works on the machine.
///
/// # Errors
/// Nobody has this address, or the database does not answer.
pub async fn renew_by_machine(state: &State, email: &str) -> Result<Issued> {
    let account = super::by_email(&state.db, email).await?.ok_or(Error::NotFound)?;
    let password = manage::first_password()?;
    let hash = hash_password(password.clone()).await?;
    let tx = db::begin(&state.db).await?;
    let (account, secret) = renewed(&tx, state, "system", account, hash, state.clock.now_ms()).await?;
    tx.commit().await?;
    Ok(Issued { account, password: Some(password), totp_secret: Some(secret), waits: false })
}

async fn renewed(
    tx: &sea_orm::DatabaseTransaction,
    state: &State,
    actor: &str,
    account: Account,
    hash: String,
    now_ms: i64,
) -> Result<(Account, String)> {
    let act = Act { actor, action: "account.sign-in", subject: subject(&account), detail: json!({}) };
    let keys = request::new_keys(tx, state, account, Some(hash)).await?;
    audit::record(tx, now_ms, act).await?;
    Ok(keys)
}
