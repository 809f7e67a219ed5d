//! Who did what and when, in a chain that cannot be altered unnoticed.
//!
//! The table is append-only by trigger, and every row holds the hash of the one
//! before it. Whoever owns the database could write all of it anew; so the head goes to the
//! log every hour, and `safe check --head` compares. A row never holds what a citizen wrote, a secret or an endpoint.

use std::fmt;
use std::str::FromStr;

use aws_lc_rs::digest;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, ExprTrait, QueryOrder, QuerySelect, Set};

use crate::db::{self, counter};

/// One act.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
pub struct Model {
    /// Place in the chain, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    /// When.
    pub at_ms: i64,
    /// E-mail address of the member of staff, or `system`.
    pub actor: String,
    /// What, for example `alert.approve`.
    pub action: String,
    /// On what, for example `alert/0198…`.
    pub subject: String,
    /// More, as JSON.
    pub detail: String,
    /// Hash of the row before, empty for the first.
    pub previous_hash: String,
    /// SHA-256 over all of the above.
    pub hash: String,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// An act to be written down.
pub struct Act<'a> {
    /// Who: e-mail address or `system`.
    pub actor: &'a str,
    /// What.
    pub action: &'static str,
    /// On what.
    pub subject: String,
    /// More.
    pub detail: serde_json::Value,
}

/// What the hash of a row must be: SHA-256 over its other fields, each with its length.
#[must_use]
pub fn hash_of(row: &Model) -> String {
    let mut context = digest::Context::new(&digest::SHA256);
    for part in [
        row.previous_hash.as_str(),
        &row.seq.to_string(),
        &row.at_ms.to_string(),
        &row.actor,
        &row.action,
        &row.subject,
        &row.detail,
    ] {
        // The length in front keeps two neighbouring fields apart.
        context.update(&(part.len() as u64).to_be_bytes());
        context.update(part.as_bytes());
    }
    hex(context.finish().as_ref())
}

/// Bytes as lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Writes an act in the transaction of what it describes.
///
/// # Errors
/// The database does not answer.
pub async fn record(tx: &DatabaseTransaction, now_ms: i64, act: Act<'_>) -> Result<(), DbErr> {
    let seq = counter::next(tx, "audit").await?;
    let head = counter::read(tx, "audit").await?.head;
    let mut row = Model {
        seq,
        at_ms: now_ms,
        actor: act.actor.to_owned(),
        action: act.action.to_owned(),
        subject: act.subject,
        detail: act.detail.to_string(),
        previous_hash: head,
        hash: String::new(),
    };
    row.hash = hash_of(&row);
    counter::Entity::update_many()
        .col_expr(counter::Column::Head, Expr::value(row.hash.clone()))
        .filter(counter::Column::Name.eq("audit"))
        .exec(tx)
        .await?;
    let active = ActiveModel {
        seq: Set(row.seq),
        at_ms: Set(row.at_ms),
        actor: Set(row.actor),
        action: Set(row.action),
        subject: Set(row.subject),
        detail: Set(row.detail),
        previous_hash: Set(row.previous_hash),
        hash: Set(row.hash),
    };
    Entity::insert(active).exec_without_returning(tx).await?;
    Ok(())
}

/// A place in the chain and its hash. Noted where those who own the database do not reach, it
/// shows later whether they wrote the chain anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Place.
    pub seq: i64,
    /// Hash of the row there; empty before the first.
    pub hash: String,
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, self.hash)
    }
}

impl FromStr for Head {
    type Err = &'static str;

    /// Reads what `Display` writes.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let shape = "a head is a number, a colon and 64 hexadecimal digits";
        let (seq, hash) = text.trim().split_once(':').ok_or(shape)?;
        let seq = seq.parse().ok().filter(|seq| *seq > 0).ok_or(shape)?;
        let hash = hash.to_ascii_lowercase();
        let sound = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        if sound { Ok(Self { seq, hash }) } else { Err(shape) }
    }
}

/// The last row of the chain.
///
/// # Errors
/// The database does not answer.
pub async fn head(db: &impl ConnectionTrait) -> Result<Head, DbErr> {
    let row = counter::read(db, "audit").await?;
    Ok(Head { seq: row.value, hash: row.head })
}

/// Whether the chain still has a row that was noted earlier, at its place.
///
/// # Errors
/// The database does not answer.
pub async fn still_has(db: &impl ConnectionTrait, noted: &Head) -> Result<bool, DbErr> {
    let row = Entity::find_by_id(noted.seq).one(db).await?;
    Ok(row.is_some_and(|row| row.hash == noted.hash))
}

/// Where a chain breaks.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken {
    /// Place of the first row that does not fit.
    pub seq: i64,
}

/// Rows that are read and judged at once.
const WALKED: u64 = 10_000;

/// Walks the whole chain as it stands at one moment, whatever is written meanwhile; gives its
/// head. While some rows are judged, the next ones are read.
///
/// # Errors
/// The database does not answer.
pub async fn verify(db: &DatabaseConnection) -> Result<Result<Head, Broken>, DbErr> {
    let moment = db::one_moment(db).await?;
    let walked = walk(&moment).await?;
    moment.commit().await?;
    Ok(walked)
}

async fn walk(db: &impl ConnectionTrait) -> Result<Result<Head, Broken>, DbErr> {
    let (mut last, mut previous) = (0, String::new());
    let mut rows = after(db, last).await?;
    while let Some(end) = rows.last().map(|row| row.seq) {
        let judged = tokio::task::spawn_blocking(move || judge(rows, last, previous));
        let (judged, next) = tokio::join!(judged, after(db, end));
        match judged.map_err(|error| DbErr::Custom(error.to_string()))? {
            Ok(place) => (last, previous) = place,
            Err(broken) => return Ok(Err(broken)),
        }
        rows = next?;
    }
    let walked = Head { seq: last, hash: previous };
    let whole = head(db).await? == walked;
    Ok(if whole { Ok(walked) } else { Err(Broken { seq: last + 1 }) })
}

async fn after(db: &impl ConnectionTrait, seq: i64) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Seq.gt(seq)).order_by_asc(Column::Seq).limit(WALKED).all(db).await
}

/// The place and hash of the last of these rows, when each follows from the one before.
fn judge(rows: Vec<Model>, mut last: i64, mut previous: String) -> Result<(i64, String), Broken> {
    for row in rows {
        if row.seq != last + 1 || row.previous_hash != previous || row.hash != hash_of(&row) {
            return Err(Broken { seq: last + 1 });
        }
        (last, previous) = (row.seq, row.hash);
    }
    Ok((last, previous))
}

/// The acts on one thing, newest first, before a place in the chain when one is given.
///
/// # Errors
/// The database does not answer.
pub async fn of_subject(
    db: &DatabaseConnection,
    subject: &str,
    before: Option<i64>,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    let mut find = Entity::find().filter(Column::Subject.eq(subject));
    if let Some(before) = before {
        find = find.filter(Column::Seq.lt(before));
    }
    find.order_by_desc(Column::Seq).limit(most).all(db).await
}

/// The newest acts of one kind on one thing, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn of_kind(
    db: &DatabaseConnection,
    subject: &str,
    action: &str,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    let find = Entity::find().filter(Column::Subject.eq(subject)).filter(Column::Action.eq(action));
    find.order_by_desc(Column::Seq).limit(most).all(db).await
}

/// How many acts there were since a moment.
///
/// # Errors
/// The database does not answer.
pub async fn count_since(db: &DatabaseConnection, from_ms: i64) -> Result<u64, DbErr> {
    Entity::find().filter(Column::AtMs.gte(from_ms)).count(db).await
}

/// Some of the acts since a moment, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn page_since(
    db: &DatabaseConnection,
    from_ms: i64,
    skipped: u64,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::AtMs.gte(from_ms))
        .order_by_desc(Column::AtMs)
        .order_by_desc(Column::Seq)
        .offset(skipped)
        .limit(most)
        .all(db)
        .await
}

/// Acts behind a moment and a place in the chain, oldest first.
///
/// # Errors
/// The database does not answer.
pub async fn since(db: &DatabaseConnection, behind: (i64, i64), most: u64) -> Result<Vec<Model>, DbErr> {
    let place = Expr::tuple([Expr::col(Column::AtMs), Expr::col(Column::Seq)]);
    Entity::find()
        .filter(place.gt(Expr::tuple([behind.0.into(), behind.1.into()])))
        .order_by_asc(Column::AtMs)
        .order_by_asc(Column::Seq)
        .limit(most)
        .all(db)
        .await
}
