//! Table `permit_delivery`.

use sea_orm::entity::prelude::*;

/// How a decision reached somebody.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_delivery")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Decision.
    pub decision_id: Uuid,
    /// `registered`, `portal`, `police` or `prosecutor`.
    pub channel: String,
    /// Number of the registered letter.
    pub reference: Option<String>,
    /// `sent`, `received` or `returned`.
    pub state: String,
    /// When it was written down.
    pub sent_at_ms: i64,
    /// Day on which it was posted; none for what went by the portal.
    pub posted_on: Option<String>,
    /// Day of the proof of receipt.
    pub received_on: Option<String>,
    /// Who wrote it down.
    pub recorded_by: String,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
