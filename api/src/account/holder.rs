//! Who may hold a key to the account of somebody else: a password and a second factor, or a
//! token, that one person alone gave. Whoever holds one may write as its owner, so they are never
//! the second person for what its owner wrote, whatever role they get later.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Condition, OnConflict};
use sea_orm::{DatabaseTransaction, Set};

use crate::error::{Error, Result};

/// One person who may hold a key to an account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_holder")]
pub struct Model {
    /// Whose account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// Who.
    #[sea_orm(primary_key, auto_increment = false)]
    pub holder_id: Uuid,
    /// Since when.
    pub since_ms: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Somebody gets a key to the account of somebody else.
pub(super) async fn add(
    tx: &DatabaseTransaction,
    account_id: Uuid,
    holder_id: Uuid,
    now_ms: i64,
) -> Result<(), DbErr> {
    let row = ActiveModel { account_id: Set(account_id), holder_id: Set(holder_id), since_ms: Set(now_ms) };
    let once = OnConflict::columns([Column::AccountId, Column::HolderId]).do_nothing().to_owned();
    Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}

/// An account got other keys: whatever somebody held opens it no longer.
pub(super) async fn forget(tx: &DatabaseTransaction, account_id: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::AccountId.eq(account_id)).exec(tx).await?;
    Ok(())
}

/// Passes when two accounts are two persons, as far as their keys tell.
///
/// # Errors
/// `four-eyes` when they may be one, or the database does not answer.
pub async fn must_be_two(db: &impl ConnectionTrait, one: Uuid, other: Uuid) -> Result<()> {
    if are_one(db, one, other).await? { Err(Error::Forbidden("four-eyes")) } else { Ok(()) }
}

/// Whether two accounts may be one person: they are the same, or one may hold a key of the other.
///
/// # Errors
/// The database does not answer.
pub async fn are_one(db: &impl ConnectionTrait, one: Uuid, other: Uuid) -> Result<bool, DbErr> {
    if one == other {
        return Ok(true);
    }
    let pair = |account: Uuid, holder: Uuid| {
        Condition::all().add(Column::AccountId.eq(account)).add(Column::HolderId.eq(holder))
    };
    let either = Condition::any().add(pair(one, other)).add(pair(other, one));
    Ok(Entity::find().filter(either).one(db).await?.is_some())
}
