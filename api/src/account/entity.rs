//! Rows of accounts.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::LockType;
use sea_orm::{DatabaseTransaction, QueryOrder, QuerySelect};

use super::Role;
use crate::i18n::Lang;

/// One member of staff.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// E-mail address, in lower case.
    #[sea_orm(unique)]
    pub email: String,
    /// Name shown to colleagues.
    pub name: String,
    /// Argon2id.
    pub password_hash: String,
    /// Secret of the second factor, base32.
    pub totp_secret: Option<String>,
    /// Roles, separated by spaces.
    pub roles: String,
    /// Languages of the person, separated by spaces; the first is preferred.
    pub languages: String,
    /// When it was made.
    pub created_at_ms: i64,
    /// When it was closed.
    pub disabled_at_ms: Option<i64>,
    /// Wrong attempts in a row.
    pub failed_attempts: i32,
    /// No attempt counts before this moment.
    pub locked_until_ms: i64,
    /// Last code that was used: a code works once.
    pub totp_last_step: i64,
}

// Secrets must not reach a log through a debug print.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Account").field("id", &self.id).finish_non_exhaustive()
    }
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Its roles; an unknown word gives none.
    #[must_use]
    pub fn roles(&self) -> Vec<Role> {
        self.roles.split_whitespace().filter_map(|word| word.parse().ok()).collect()
    }

    /// The language in which the back-office speaks to the person.
    #[must_use]
    pub fn lang(&self) -> Lang {
        let first = self.languages.split_whitespace().next().and_then(Lang::parse);
        first.filter(|lang| Lang::office().contains(lang)).unwrap_or(Lang::FR)
    }
}

/// The open account with this address.
///
/// # Errors
/// The database does not answer.
pub async fn by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<Model>, DbErr> {
    Entity::find()
        .filter(Column::Email.eq(email.trim().to_lowercase()))
        .filter(Column::DisabledAtMs.is_null())
        .one(db)
        .await
}

/// The open account with this id.
///
/// # Errors
/// The database does not answer.
pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(Column::DisabledAtMs.is_null()).one(db).await
}

/// The open accounts with these ids, held as they are until the transaction ends. Everybody takes
/// them in the same order, so that no two wait for each other.
///
/// # Errors
/// The database does not answer.
pub(super) async fn held(tx: &DatabaseTransaction, ids: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(Column::DisabledAtMs.is_null())
        .order_by_asc(Column::Id)
        .lock(LockType::NoKeyUpdate)
        .all(tx)
        .await
}

/// The account with this id, also when it is closed.
///
/// # Errors
/// The database does not answer.
pub async fn any_by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// Every account, by address.
///
/// # Errors
/// The database does not answer.
pub async fn everybody(db: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    Entity::find().order_by_asc(Column::Email).all(db).await
}
