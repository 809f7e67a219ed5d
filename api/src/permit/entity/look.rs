//! Table `permit_look`.

use sea_orm::entity::prelude::*;

/// A file that somebody with a mandate has looked at in a session.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_look")]
pub struct Model {
    /// Session.
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_hash: String,
    /// File.
    #[sea_orm(primary_key, auto_increment = false)]
    pub application_id: Uuid,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
