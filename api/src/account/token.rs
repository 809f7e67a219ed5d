//! Bearer tokens for other systems of the service.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, Set};
use serde_json::json;

use super::manage::subject;
use super::{Account, Person, Role, by_id, digest, holder, power};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};

/// One token, kept by its hash.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "staff_token")]
pub struct Model {
    /// SHA-256 of the token.
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    /// Whose.
    pub account_id: Uuid,
    /// What it is for.
    pub label: String,
    /// When it was made.
    pub created_at_ms: i64,
    /// When it was last used.
    pub used_at_ms: Option<i64>,
    /// Who made it for somebody else.
    pub made_by: Option<Uuid>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Makes a token by who works on the machine; it is shown once.
///
/// # Errors
/// The database does not answer.
pub async fn by_machine(state: &State, account: &Account, label: &str) -> Result<String> {
    let now_ms = state.clock.now_ms();
    let detail = json!({ "label": label, "way": "machine" });
    let act = Act { actor: "system", action: "token.make", subject: subject(account), detail };
    let tx = db::begin(&state.db).await?;
    let token = make(&tx, account.id, label, now_ms).await?;
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(token)
}

/// Makes a token of an account at a desk; it is shown once.
///
/// # Errors
/// It would be the word of somebody else that counts, who acts keeps accounts no longer, or the
/// database does not answer.
pub async fn at_desk(state: &State, actor: &Person, account: &Account, label: &str) -> Result<String> {
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    let (actor, account) = power::anew(&tx, actor, account.id).await?;
    let maker = (account.id != actor.id).then_some(actor.id);
    // A token of somebody else whose word counts would be both pairs of eyes.
    if maker.is_some() && power::is_beyond(&actor, &account) {
        let approves = account.roles().contains(&Role::AlertApprover);
        return Err(Error::Forbidden(if approves { "token-of-approver" } else { "token-of-decider" }));
    }
    let token = keep(&tx, account.id, label, maker, now_ms).await?;
    if let Some(maker) = maker {
        holder::add(&tx, account.id, maker, now_ms).await?;
    }
    let detail = json!({ "label": label });
    let act = Act { actor: &actor.email, action: "token.make", subject: subject(&account), detail };
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(token)
}

/// Keeps a new token without a trace: whoever calls writes it down.
///
/// # Errors
/// The database does not answer.
pub async fn make(
    db: &impl ConnectionTrait,
    account_id: Uuid,
    label: &str,
    now_ms: i64,
) -> anyhow::Result<String> {
    keep(db, account_id, label, None, now_ms).await
}

async fn keep(
    db: &impl ConnectionTrait,
    account_id: Uuid,
    label: &str,
    made_by: Option<Uuid>,
    now_ms: i64,
) -> anyhow::Result<String> {
    let token = format!("safe_{}", super::random_token()?);
    let row = ActiveModel {
        token_hash: Set(digest(&token)),
        account_id: Set(account_id),
        label: Set(label.to_owned()),
        created_at_ms: Set(now_ms),
        used_at_ms: Set(None),
        made_by: Set(made_by),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(token)
}

/// Whose token it is.
///
/// # Errors
/// Nobody's, or the account is closed.
pub async fn person(state: &State, token: &str) -> Result<Person> {
    let row = Entity::find_by_id(digest(token)).one(&state.db).await?.ok_or(Error::Unauthorised)?;
    let now_ms = state.clock.now_ms();
    if row.used_at_ms.is_none_or(|used| now_ms - used > 3_600_000) {
        Entity::update_many()
            .col_expr(Column::UsedAtMs, now_ms.into())
            .filter(Column::TokenHash.eq(&row.token_hash))
            .exec(&state.db)
            .await?;
    }
    let account = by_id(&state.db, row.account_id).await?.ok_or(Error::Unauthorised)?;
    Ok(Person::from(&account))
}

/// The tokens of a person, oldest first.
///
/// # Errors
/// The database does not answer.
pub async fn of(db: &impl ConnectionTrait, account_id: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::AccountId.eq(account_id)).order_by_asc(Column::CreatedAtMs).all(db).await
}

/// Takes a token of an account back.
///
/// # Errors
/// There is none, or the database does not answer.
pub async fn revoke(state: &State, actor: &Person, account: &Account, hash: &str) -> Result<()> {
    let tx = db::begin(&state.db).await?;
    let gone = Entity::delete_many()
        .filter(Column::AccountId.eq(account.id))
        .filter(Column::TokenHash.eq(hash))
        .exec(&tx)
        .await?;
    if gone.rows_affected != 1 {
        return Err(Error::NotFound);
    }
    let detail = json!({});
    let act = Act { actor: &actor.email, action: "token.revoke", subject: subject(account), detail };
    audit::record(&tx, state.clock.now_ms(), act).await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(())
}

/// Takes every token back that somebody made for others.
///
/// # Errors
/// The database does not answer.
pub(super) async fn revoke_made_by(db: &impl ConnectionTrait, maker: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::MadeBy.eq(maker)).exec(db).await?;
    Ok(())
}

/// Takes every token of a person back.
///
/// # Errors
/// The database does not answer.
pub async fn revoke_all(db: &impl ConnectionTrait, account_id: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::AccountId.eq(account_id)).exec(db).await?;
    Ok(())
}
