//! Table `account_area`.

use sea_orm::entity::prelude::*;

/// An area that an account is tied to.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_area")]
pub struct Model {
    /// Account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// Number of a police zone or NIS code of a municipality.
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
