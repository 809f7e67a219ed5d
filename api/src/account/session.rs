//! Sessions of the back-office, kept in the database by the hash of their token.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryFilter, Set};

use super::{Account, Person, by_id, digest, random_token};
use crate::app::State;
use crate::config::Config;
use crate::error::{Error, Result};

/// Name of the cookie. With TLS it is bound to this host: no neighbour under the same domain
/// can put a session of its own in its place (RFC 6265bis, section 4.1.3.2).
#[must_use]
pub fn cookie_name(config: &Config) -> &'static str {
    if config.is_https() { "__Host-safe_office" } else { "safe_office" }
}

/// One session.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// SHA-256 of the token.
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    /// Whose.
    pub account_id: Uuid,
    /// Token that every form carries.
    pub csrf: String,
    /// `second` while the second factor is missing, then `full`.
    pub stage: String,
    /// When it began.
    pub created_at_ms: i64,
    /// When it ends, moved on by use.
    pub expires_at_ms: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// How far a sign-in is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The second factor is missing.
    Second,
    /// Signed in.
    Full,
}

impl Stage {
    fn as_str(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Full => "full",
        }
    }
}

/// A session that is open, and whose it is.
pub struct Open {
    /// The row.
    pub row: Model,
    /// The account.
    pub account: Account,
}

impl Open {
    /// The person.
    #[must_use]
    pub fn person(&self) -> Person {
        Person::from(&self.account)
    }
}

/// Begins a session; the answer is its token, given out once.
///
/// # Errors
/// The database does not answer.
pub async fn begin(state: &State, account: &Account, stage: Stage) -> Result<String> {
    begin_with(state, &state.db, account.id, stage).await
}

/// The same in the transaction of what it follows from.
pub(super) async fn begin_with(
    state: &State,
    db: &impl ConnectionTrait,
    account_id: Uuid,
    stage: Stage,
) -> Result<String> {
    let token = random_token()?;
    let now_ms = state.clock.now_ms();
    let life_ms = match stage {
        Stage::Second => 10 * 60_000,
        Stage::Full => state.config.sessions.idle_min * 60_000,
    };
    let row = ActiveModel {
        token_hash: Set(digest(&token)),
        account_id: Set(account_id),
        csrf: Set(random_token()?),
        stage: Set(stage.as_str().to_owned()),
        created_at_ms: Set(now_ms),
        expires_at_ms: Set(now_ms + life_ms),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(token)
}

/// The open session of a token.
///
/// # Errors
/// There is none, or the database does not answer.
pub async fn find(state: &State, token: &str, stage: Stage) -> Result<Open> {
    let now_ms = state.clock.now_ms();
    let row = Entity::find_by_id(digest(token))
        .filter(Column::Stage.eq(stage.as_str()))
        .filter(Column::ExpiresAtMs.gt(now_ms))
        .one(&state.db)
        .await?
        .ok_or(Error::Unauthorised)?;
    let account = by_id(&state.db, row.account_id).await?.ok_or(Error::Unauthorised)?;
    if stage == Stage::Full {
        prolong(state, &row, now_ms).await?;
    }
    Ok(Open { row, account })
}

/// Moves the end on, at most once a minute, never past the longest life.
async fn prolong(state: &State, row: &Model, now_ms: i64) -> Result<()> {
    let idle_ms = state.config.sessions.idle_min * 60_000;
    let end = (now_ms + idle_ms).min(row.created_at_ms + state.config.sessions.max_h * 3_600_000);
    if end > row.expires_at_ms + 60_000 {
        Entity::update_many()
            .col_expr(Column::ExpiresAtMs, end.into())
            .filter(Column::TokenHash.eq(&row.token_hash))
            .exec(&state.db)
            .await?;
    }
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// The database does not answer.
pub async fn end(state: &State, token: &str) -> Result<()> {
    Entity::delete_by_id(digest(token)).exec(&state.db).await?;
    Ok(())
}

/// Forgets sessions and pauses that are over.
///
/// # Errors
/// The database does not answer.
pub async fn sweep(state: &State) -> Result<()> {
    let now_ms = state.clock.now_ms();
    Entity::delete_many().filter(Column::ExpiresAtMs.lte(now_ms)).exec(&state.db).await?;
    Ok(super::pause::sweep(&state.db, now_ms).await?)
}

/// Ends every session of a person.
///
/// # Errors
/// The database does not answer.
pub async fn end_all(db: &impl ConnectionTrait, account_id: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::AccountId.eq(account_id)).exec(db).await?;
    Ok(())
}
