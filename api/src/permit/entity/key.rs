//! Keys of the house that the records know.

use sea_orm::entity::prelude::*;

/// Row of `permit_key`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_key")]
pub struct Model {
    /// Number in the key file; 0 for the key of keyed hashes.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// Tells keys apart and opens nothing.
    pub fingerprint: String,
    /// When a process first had it.
    pub seen_at_ms: i64,
    /// When it was found to wrap nothing any more, and was dropped.
    pub retired_at_ms: Option<i64>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
