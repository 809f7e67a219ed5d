//! Table `permit_fee`.

use sea_orm::entity::prelude::*;

/// One stage of the fee, frozen on the day of application.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_fee")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// File.
    pub application_id: Uuid,
    /// Row of `fees.toml`.
    pub fee: String,
    /// `filing` or `grant`.
    pub stage: String,
    /// First day of the amount row that applies.
    pub row_from: String,
    /// Amount; none while the rate is not confirmed.
    pub amount_cents: Option<i64>,
    /// Part for the municipality.
    pub municipality_cents: Option<i64>,
    /// Structured communication, twelve digits.
    pub ogm: String,
    /// `open`, `requested`, `paid` or `waived`.
    pub state: String,
    /// What has arrived.
    pub paid_cents: i64,
    /// When it was asked for.
    pub requested_at_ms: Option<i64>,
    /// Day on which the last part arrived.
    pub paid_on: Option<String>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
