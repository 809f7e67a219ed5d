//! Rows of feeds and of their messages, with their named queries.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{QueryOrder, QuerySelect, Set};

use super::Outcome;
use crate::db;

pub mod named;

/// One source and when it is read.
pub mod feed {
    use sea_orm::entity::prelude::*;

    /// A source of the settings, by its name.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "feed")]
    pub struct Model {
        /// Name in the settings.
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        /// When it is due; whoever moves it forward reads it.
        pub next_at_ms: i64,
        /// Last attempt.
        pub read_at_ms: Option<i64>,
        /// Last attempt that went well.
        pub well_at_ms: Option<i64>,
        /// Why the last attempt failed; none when it went well.
        pub fault: Option<String>,
        /// Validator of the last answer.
        pub etag: Option<String>,
        /// Date of the last answer.
        pub last_modified: Option<String>,
        /// Hash of the settings by which its messages were judged.
        pub settings: Option<String>,
    }

    /// None.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What became of one message.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "feed_message")]
pub struct Model {
    /// Hash of feed, entry and day of its last change.
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry_key: String,
    /// Name of the source.
    pub feed: String,
    /// CAP sender; empty when it could not be read.
    pub sender: String,
    /// CAP identifier; empty when it could not be read.
    pub identifier: String,
    /// Title in the feed.
    pub title: String,
    /// Code of an [`Outcome`](super::Outcome).
    pub outcome: String,
    /// What the reader of CAP said, one finding per line.
    #[sea_orm(column_type = "Text")]
    pub remark: String,
    /// The draft.
    pub alert_id: Option<Uuid>,
    /// When.
    pub at_ms: i64,
    /// CAP sending; none when it could not be read, or was kept by an earlier release.
    pub sent_ms: Option<i64>,
    /// Hash of the message; none as above.
    pub content: Option<String>,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The row of a source, made on the first call.
///
/// # Errors
/// The database does not answer.
pub async fn source(db: &DatabaseConnection, name: &str) -> Result<feed::Model, DbErr> {
    let row = feed::ActiveModel { name: Set(name.to_owned()), next_at_ms: Set(0), ..Default::default() };
    feed::Entity::insert(row)
        .on_conflict(OnConflict::column(feed::Column::Name).do_nothing().to_owned())
        .exec_without_returning(db)
        .await?;
    feed::Entity::find_by_id(name).one(db).await?.ok_or_else(|| DbErr::RecordNotFound(name.to_owned()))
}

/// Takes the turn to read a source. False: somebody else did, or it is not due.
///
/// # Errors
/// The database does not answer.
pub async fn take_turn(db: &DatabaseConnection, row: &feed::Model, next_at_ms: i64) -> Result<bool, DbErr> {
    let taken = feed::Entity::update_many()
        .col_expr(feed::Column::NextAtMs, next_at_ms.into())
        .filter(feed::Column::Name.eq(row.name.as_str()))
        .filter(feed::Column::NextAtMs.eq(row.next_at_ms))
        .exec(db)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Begins anew with a source whose settings have changed: what was left out by the former ones is
/// judged again, what was taken stays.
///
/// # Errors
/// The database does not answer.
pub async fn begin_anew(db: &DatabaseConnection, name: &str, settings: &str) -> Result<(), DbErr> {
    let tx = db::begin(db).await?;
    Entity::delete_many()
        .filter(Column::Feed.eq(name))
        .filter(Column::Outcome.is_not_in(Outcome::TAKEN.map(Outcome::code)))
        .exec(&tx)
        .await?;
    let none = || Expr::value(Option::<String>::None);
    feed::Entity::update_many()
        .col_expr(feed::Column::Etag, none())
        .col_expr(feed::Column::LastModified, none())
        .col_expr(feed::Column::Settings, Expr::value(settings))
        .filter(feed::Column::Name.eq(name))
        .exec(&tx)
        .await?;
    tx.commit().await
}

/// Whether a message was taken already.
///
/// # Errors
/// The database does not answer.
pub async fn is_known(db: &impl ConnectionTrait, entry_key: &str) -> Result<bool, DbErr> {
    Ok(Entity::find_by_id(entry_key).one(db).await?.is_some())
}

/// Rows about a message of a source that was taken, newest first. What another source sent
/// under the same name, or what was refused, says nothing about it: names of messages are for
/// anybody to write.
///
/// # Errors
/// The database does not answer.
pub async fn of_message(
    db: &impl ConnectionTrait,
    feed: &str,
    sender: &str,
    identifier: &str,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Feed.eq(feed))
        .filter(Column::Outcome.is_in(Outcome::TAKEN.map(Outcome::code)))
        .filter(Column::Sender.eq(sender))
        .filter(Column::Identifier.eq(identifier))
        .order_by_desc(Column::AtMs)
        .limit(10)
        .all(db)
        .await
}

/// The newest messages of all feeds. What came once more tells nothing new.
///
/// # Errors
/// The database does not answer.
pub async fn newest(db: &impl ConnectionTrait, most: u64) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Outcome.ne(Outcome::Known.code()))
        .order_by_desc(Column::AtMs)
        .order_by_asc(Column::EntryKey)
        .limit(most)
        .all(db)
        .await
}

/// Keeps what became of a message.
///
/// # Errors
/// The database does not answer.
pub async fn keep(db: &DatabaseConnection, row: Model) -> Result<(), DbErr> {
    let tx = db::begin(db).await?;
    Entity::insert(ActiveModel {
        entry_key: Set(row.entry_key),
        feed: Set(row.feed),
        sender: Set(row.sender),
        identifier: Set(row.identifier),
        title: Set(row.title),
        outcome: Set(row.outcome),
        remark: Set(row.remark),
        alert_id: Set(row.alert_id),
        at_ms: Set(row.at_ms),
        sent_ms: Set(row.sent_ms),
        content: Set(row.content),
    })
    .on_conflict(OnConflict::column(Column::EntryKey).do_nothing().to_owned())
    .exec_without_returning(&tx)
    .await?;
    tx.commit().await
}

/// Days for which an entry is remembered that came once more: it costs one question to find that
/// out again, and a source may well give its entries a new day with each answer.
const KNOWN_MS: i64 = 7 * 86_400_000;

/// Forgets what is older than a time.
///
/// # Errors
/// The database does not answer.
pub async fn sweep(db: &DatabaseConnection, now_ms: i64, remembered_ms: i64) -> Result<(), DbErr> {
    let before_ms = now_ms - remembered_ms;
    Entity::delete_many().filter(Column::AtMs.lt(before_ms)).exec(db).await?;
    Entity::delete_many()
        .filter(Column::Outcome.eq(Outcome::Known.code()))
        .filter(Column::AtMs.lt(now_ms - KNOWN_MS))
        .exec(db)
        .await?;
    named::sweep(db, before_ms).await
}
