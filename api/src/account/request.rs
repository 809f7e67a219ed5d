//! What one administrator asks for an account and another one answers: a new account, roles,
//! a new sign-in. Who asks never holds both keys of the account: the password is shown to
//! who asks, the secret of the second factor to who confirms.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, IntoActiveModel, QueryOrder, Set, SqlErr};
use serde_json::json;

use super::manage::subject;
use super::power::{self, Way};
use super::{Account, Person, Role, entity, holder, secret, totp};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};

/// One request.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_request")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// For which account.
    pub account_id: Uuid,
    /// new, roles or sign-in.
    pub kind: String,
    /// All roles that the account is to have, separated by spaces.
    pub roles: String,
    /// Argon2id of the password that it brings: with a new sign-in, or where who made the account
    /// may hold its keys.
    pub password_hash: Option<String>,
    /// Who asked.
    pub asked_by: Uuid,
    /// When.
    pub asked_at_ms: i64,
    /// confirmed, refused or withdrawn; none while it waits.
    pub answer: Option<String>,
    /// Who answered.
    pub answered_by: Option<Uuid>,
    /// When.
    pub answered_at_ms: Option<i64>,
}

// A hash must not reach a log through a debug print.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AccountRequest").field("id", &self.id).finish_non_exhaustive()
    }
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The roles that it asks for.
    #[must_use]
    pub fn wanted(&self) -> Vec<Role> {
        self.roles.split_whitespace().filter_map(|word| word.parse().ok()).collect()
    }
}

/// What is asked for an account.
pub(super) enum Asked<'a> {
    /// The account itself, with these roles.
    New(&'a [Role]),
    /// These roles in the place of those that it has, and new keys if there is the hash of a
    /// password.
    Roles(&'a [Role], Option<String>),
    /// A new password, of which this is the hash, and a new second factor.
    SignIn(String),
}

impl Asked<'_> {
    fn kind(&self) -> &'static str {
        match self {
            Self::New(_) => "new",
            Self::Roles(..) => "roles",
            Self::SignIn(_) => "sign-in",
        }
    }
}

/// Requests that wait for an answer, oldest first.
///
/// # Errors
/// The database does not answer.
pub async fn waiting(db: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Answer.is_null()).order_by_asc(Column::AskedAtMs).all(db).await
}

/// The request of an account that waits for an answer.
///
/// # Errors
/// The database does not answer.
pub async fn of(db: &impl ConnectionTrait, account_id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::AccountId.eq(account_id)).filter(Column::Answer.is_null()).one(db).await
}

/// Keeps a request in a transaction that writes.
///
/// # Errors
/// Another one waits for this account.
pub(super) async fn ask(
    tx: &DatabaseTransaction,
    actor: &Person,
    account: &Account,
    asked: Asked<'_>,
    now_ms: i64,
) -> Result<()> {
    let kind = asked.kind();
    let (roles, password_hash) = match asked {
        Asked::New(roles) => (power::words(roles), None),
        Asked::Roles(roles, hash) => (power::words(roles), hash),
        Asked::SignIn(hash) => (account.roles.clone(), Some(hash)),
    };
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        account_id: Set(account.id),
        kind: Set(kind.to_owned()),
        roles: Set(roles.clone()),
        password_hash: Set(password_hash),
        asked_by: Set(actor.id),
        asked_at_ms: Set(now_ms),
        answer: Set(None),
        answered_by: Set(None),
        answered_at_ms: Set(None),
    };
    if let Err(error) = Entity::insert(row).exec_without_returning(tx).await {
        return Err(match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Error::Conflict("account-request-waits"),
            _ => error.into(),
        });
    }
    let detail = json!({ "asked": kind, "roles": list(&roles), "before": list(&account.roles) });
    let act = Act { actor: &actor.email, action: "account.ask", subject: subject(account), detail };
    Ok(audit::record(tx, now_ms, act).await?)
}

/// Words with spaces between them as a list, which the audit page tells one by one.
pub(super) fn list(words: &str) -> Vec<&str> {
    words.split_whitespace().collect()
}

/// What a confirmation brings.
pub struct Confirmed {
    /// The account as it is now.
    pub account: Account,
    /// Secret of its new second factor, shown once.
    pub totp_secret: Option<String>,
}

/// The second administrator's word.
///
/// # Errors
/// The same person asked, or is concerned; it was answered already; who asked keeps accounts
/// no longer; it brings no password where one is needed.
pub async fn confirm(state: &State, actor: &Person, id: Uuid) -> Result<Confirmed> {
    let row = Entity::find_by_id(id).one(&state.db).await?.ok_or(Error::NotFound)?;
    if actor.id == row.asked_by || actor.id == row.account_id {
        return Err(Error::Forbidden("second-administrator"));
    }
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    let held = entity::held(&tx, &[actor.id, row.asked_by, row.account_id]).await?;
    let actor = power::keeper(&held, actor.id).ok_or(Error::Forbidden("role"))?;
    let asker = power::keeper(&held, row.asked_by).ok_or(Error::Conflict("account-request-orphan"))?;
    let account = held.into_iter().find(|account| account.id == row.account_id);
    let account = account.ok_or(Error::Conflict("account-request-answered"))?;
    settle(&tx, &row, &actor, "confirmed", now_ms).await?;
    let detail = json!({ "asked": row.kind, "roles": list(&row.roles), "asked-by": asker.email });
    let act = Act { actor: &actor.email, action: "account.confirm", subject: subject(&account), detail };
    let renew = renews(&tx, &row).await?;
    let account = match row.kind.as_str() {
        "sign-in" => account,
        _ => power::give(&tx, account, &row.wanted(), Way::Confirmed(row.id), now_ms).await?,
    };
    let (account, totp_secret) = if renew {
        let (account, secret) = new_keys(&tx, state, account, row.password_hash).await?;
        (account, Some(secret))
    } else {
        (account, None)
    };
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await?;
    Ok(Confirmed { account, totp_secret })
}

/// Whether a confirmation brings new keys. Who first gave an account its keys may still hold
/// both, and may be who confirms: with its first role by two both are new, the password of who
/// asked and the second factor of who confirms.
async fn renews(tx: &DatabaseTransaction, row: &Model) -> Result<bool> {
    // A new account has a password that who asked was shown, and no second factor yet.
    if row.kind != "roles" || row.password_hash.is_some() {
        return Ok(true);
    }
    if power::has_by_two(tx, row.account_id).await? {
        Ok(false)
    } else {
        Err(Error::Conflict("account-request-keys"))
    }
}

/// A new second factor, and a new password if there is one; whatever opened the account
/// before opens it no longer, whoever held it.
pub(super) async fn new_keys(
    tx: &DatabaseTransaction,
    state: &State,
    account: Account,
    password_hash: Option<String>,
) -> Result<(Account, String)> {
    let (id, secret) = (account.id, totp::new_secret()?);
    let mut change = account.into_active_model();
    change.totp_secret = Set(Some(secret::seal(&state.permits.keys, id, &secret)?));
    change.totp_last_step = Set(0);
    change.failed_attempts = Set(0);
    change.locked_until_ms = Set(0);
    if let Some(hash) = password_hash {
        change.password_hash = Set(hash);
    }
    let account = change.update(tx).await?;
    super::session::end_all(tx, id).await?;
    super::token::revoke_all(tx, id).await?;
    super::passkey::remove_all(tx, id).await?;
    holder::forget(tx, id).await?;
    Ok((account, secret))
}

/// Ends a request without what it asked for: who asked withdraws it, anybody else who keeps
/// accounts refuses it.
///
/// # Errors
/// It was answered already.
pub async fn refuse(state: &State, actor: &Person, id: Uuid) -> Result<Uuid> {
    let row = Entity::find_by_id(id).one(&state.db).await?.ok_or(Error::NotFound)?;
    let tx = db::begin(&state.db).await?;
    end(&tx, &row, actor, state.clock.now_ms()).await?;
    tx.commit().await?;
    Ok(row.account_id)
}

/// Ends a request in a transaction that writes.
pub(super) async fn end(tx: &DatabaseTransaction, row: &Model, actor: &Person, now_ms: i64) -> Result<()> {
    let (answer, action) = match actor.id == row.asked_by {
        true => ("withdrawn", "account.withdraw"),
        false => ("refused", "account.refuse"),
    };
    settle(tx, row, actor, answer, now_ms).await?;
    let account = super::any_by_id(tx, row.account_id).await?.ok_or(Error::NotFound)?;
    let detail = json!({ "asked": row.kind, "roles": list(&row.roles) });
    let act = Act { actor: &actor.email, action, subject: subject(&account), detail };
    Ok(audit::record(tx, now_ms, act).await?)
}

/// Writes the answer; of two who answer at once one wins.
async fn settle(
    tx: &DatabaseTransaction,
    row: &Model,
    actor: &Person,
    answer: &'static str,
    now_ms: i64,
) -> Result<()> {
    let settled = Entity::update_many()
        .col_expr(Column::Answer, Expr::value(Some(answer.to_owned())))
        .col_expr(Column::AnsweredBy, Expr::value(Some(actor.id)))
        .col_expr(Column::AnsweredAtMs, Expr::value(Some(now_ms)))
        // What was asked is over; the hash has no further use.
        .col_expr(Column::PasswordHash, Expr::value(None::<String>))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Answer.is_null())
        .exec(tx)
        .await?;
    if settled.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict("account-request-answered")) }
}
