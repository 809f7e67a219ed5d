//! Table `permit_leftover`.

use sea_orm::entity::prelude::*;

/// Bytes in the vault that no row needs any more, and that could not be taken away at once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_leftover")]
pub struct Model {
    /// Where they lie.
    #[sea_orm(primary_key, auto_increment = false)]
    pub vault_key: String,
    /// Since when.
    pub since_ms: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
