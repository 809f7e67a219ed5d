//! Table `permit_part`.

use sea_orm::entity::prelude::*;

/// Part A or B of a model 4, of one weapon.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_part")]
pub struct Model {
    /// Permit.
    #[sea_orm(primary_key, auto_increment = false)]
    pub grant_id: Uuid,
    /// Its row in the application; empty for the only weapon, or for all together.
    #[sea_orm(primary_key, auto_increment = false)]
    pub weapon: String,
    /// `A` or `B`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub part: String,
    /// `with-holder`, `with-authority`, `to-return` or `lost`.
    pub state: String,
    /// Day on which the weapon was acquired.
    pub acquired_on: Option<String>,
    /// Serial number, sealed.
    pub serial_sealed: Option<Vec<u8>>,
    /// Day on which it came back.
    pub returned_on: Option<String>,
    /// Last change.
    pub changed_at_ms: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
