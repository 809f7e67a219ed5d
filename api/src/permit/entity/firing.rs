//! Table `permit_firing`.

use sea_orm::entity::prelude::*;

/// A step of a deadline that has fired.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_firing")]
pub struct Model {
    /// File.
    #[sea_orm(primary_key, auto_increment = false)]
    pub application_id: Uuid,
    /// Row of `deadlines.toml`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub deadline: String,
    /// Step, for example `reminder-7`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub step: String,
    /// When.
    pub fired_at_ms: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
