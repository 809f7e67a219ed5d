//! The ways by which an alert leaves that do not depend on each other: the pages
//! and data that anybody can ask for, the live stream, the pushes to phones. What
//! became of each is kept, so that operators see when one of them does not work.
//!
//! Pushes keep their own rows (`push_shard`); here are the others.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, Set, TryInsertResult};
use serde::Serialize;
use utoipa::ToSchema;

use super::entity::publication;
use crate::clock;

/// One way that a publication took, first process to do so.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "publication_outlet")]
pub struct Model {
    /// The publication.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i64,
    /// `pages` or `stream`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub outlet: String,
    /// When.
    pub at_ms: i64,
    /// Listeners of the stream; nobody counts the readers of pages.
    pub reached: Option<i64>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Pages of the portal, JSON, GeoJSON, CAP and Atom: they show the same snapshot.
pub const PAGES: &str = "pages";
/// The live stream.
pub const STREAM: &str = "stream";
/// Pushes to phones.
pub const PUSH: &str = "push";

/// What became of an alert on one way.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Outlet {
    /// `pages`, `stream` or `push`.
    pub outlet: &'static str,
    /// Since when it has left by this way; null when it has not.
    pub at: Option<String>,
    /// The same in milliseconds, for pages.
    #[serde(skip)]
    pub at_ms: Option<i64>,
    /// Phones or listeners told; null where nobody counts.
    pub reached: Option<i64>,
}

impl Outlet {
    /// What became of an alert on a way.
    #[must_use]
    pub fn new(outlet: &'static str, at_ms: Option<i64>, reached: Option<i64>) -> Self {
        Self { outlet, at: at_ms.map(clock::rfc3339), at_ms, reached }
    }
}

/// Notes that publications left by a way. Another process may have noted it before.
///
/// # Errors
/// The database does not answer.
pub async fn note(
    db: &DatabaseConnection,
    publications: &[publication::Model],
    outlet: &'static str,
    reached: Option<i64>,
    now_ms: i64,
) -> Result<(), DbErr> {
    let rows = publications.iter().map(|publication| ActiveModel {
        version: Set(publication.version),
        outlet: Set(outlet.to_owned()),
        at_ms: Set(now_ms),
        reached: Set(reached),
    });
    let inserted = Entity::insert_many(rows).on_conflict_do_nothing().exec_without_returning(db).await?;
    if matches!(inserted, TryInsertResult::Inserted(0) | TryInsertResult::Conflicted) {
        tracing::debug!(outlet, "another process told first");
    }
    Ok(())
}

/// What became of one publication by the ways other than push.
///
/// # Errors
/// The database does not answer.
pub async fn of(db: &impl ConnectionTrait, version: i64) -> Result<Vec<Outlet>, DbErr> {
    let rows =
        Entity::find().filter(Column::Version.eq(version)).order_by_asc(Column::Outlet).all(db).await?;
    Ok([PAGES, STREAM]
        .into_iter()
        .map(|outlet| {
            let row = rows.iter().find(|row| row.outlet == outlet);
            Outlet::new(outlet, row.map(|row| row.at_ms), row.and_then(|row| row.reached))
        })
        .collect())
}
