//! Table `permit_control`.

use sea_orm::entity::prelude::*;

/// A periodic control of a permit.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_control")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Permit.
    pub grant_id: Uuid,
    /// Day on which this control was due.
    pub cycle_on: String,
    /// `invited`, `unanswered` or `answered`.
    pub state: String,
    /// Day of the invitation.
    pub invited_on: String,
    /// Last day to answer.
    pub due_on: String,
    /// Reminders sent.
    pub reminders: i64,
    /// File with which the holder answered.
    pub application_id: Option<Uuid>,
    /// Day of the answer.
    pub answered_on: Option<String>,
    /// `in-order` or `not-in-order`, once the office judged the answer.
    pub verdict: Option<String>,
    /// Day of the judgement.
    pub judged_on: Option<String>,
    /// Last change.
    pub changed_at_ms: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
