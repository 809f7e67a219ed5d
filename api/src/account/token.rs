//! Bearer tokens for other systems of the service.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, Set};

use super::{Person, by_id, digest};
use crate::app::State;
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
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Makes a token; it is shown once.
///
/// # Errors
/// The database does not answer.
pub async fn make(
    db: &impl ConnectionTrait,
    account_id: Uuid,
    label: &str,
    now_ms: i64,
) -> anyhow::Result<String> {
    let token = format!("safe_{}", super::random_token()?);
    let row = ActiveModel {
        token_hash: Set(digest(&token)),
        account_id: Set(account_id),
        label: Set(label.to_owned()),
        created_at_ms: Set(now_ms),
        used_at_ms: Set(None),
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

/// Takes a token of a person back; whether there was one.
///
/// # Errors
/// The database does not answer.
pub async fn revoke(db: &impl ConnectionTrait, account_id: Uuid, hash: &str) -> Result<bool, DbErr> {
    let gone = Entity::delete_many()
        .filter(Column::AccountId.eq(account_id))
        .filter(Column::TokenHash.eq(hash))
        .exec(db)
        .await?;
    Ok(gone.rows_affected == 1)
}

/// Takes every token of a person back.
///
/// # Errors
/// The database does not answer.
pub async fn revoke_all(db: &impl ConnectionTrait, account_id: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::AccountId.eq(account_id)).exec(db).await?;
    Ok(())
}
