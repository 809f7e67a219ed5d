//! Table `permit_grant`.

use sea_orm::entity::prelude::*;

/// A permit or approval that was granted.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_grant")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// File.
    pub application_id: Uuid,
    /// Decision.
    pub decision_id: Uuid,
    /// Whose.
    pub holder_id: Uuid,
    /// Its number.
    pub number: String,
    /// Procedure.
    pub procedure: String,
    /// Model, or nothing.
    pub model: String,
    /// `active`, `suspended`, `lapsed`, `expired` or `revoked`.
    pub state: String,
    /// Weapons, theme or place, sealed with the key of the file.
    pub subject_sealed: Vec<u8>,
    /// Day of issue.
    pub issued_on: String,
    /// Last day; none without an end.
    pub ends_on: Option<String>,
    /// Last day to acquire the weapons.
    pub acquire_until: Option<String>,
    /// Day on which the last weapon was acquired; none while one may still be.
    pub acquired_on: Option<String>,
    /// Day of the next control.
    pub control_on: Option<String>,
    /// Last change.
    pub changed_at_ms: i64,
    /// Where it stood when it was taken back: `active` or `suspended`.
    pub revoked_from: Option<String>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
