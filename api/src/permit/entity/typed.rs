//! Table `permit_typed`.

use sea_orm::entity::prelude::*;

/// What somebody typed when it could not be taken: a form whose session had just run out.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_typed")]
pub struct Model {
    /// File.
    #[sea_orm(primary_key, auto_increment = false)]
    pub application_id: Uuid,
    /// Whose, and the page.
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: String,
    /// What was typed, sealed with the key of the file.
    pub sealed: Vec<u8>,
    /// When.
    pub at_ms: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
