//! Table `permit_notice`.

use sea_orm::entity::prelude::*;

/// Something that the office asks of the applicant.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_notice")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// File.
    pub application_id: Uuid,
    /// `missing-items` or `before-adverse`.
    pub kind: String,
    /// `open`, `answered`, `expired` or `withdrawn`.
    pub state: String,
    /// What the office writes, sealed.
    pub text_sealed: Vec<u8>,
    /// Documents asked for: `[{"document", "slot"}]`.
    pub items_json: String,
    /// Who sent it.
    pub sent_by: Uuid,
    /// When.
    pub sent_at_ms: i64,
    /// Last day to answer.
    pub due_on: String,
    /// Answer of the applicant, sealed.
    pub answer_sealed: Option<Vec<u8>>,
    /// When it came.
    pub answered_at_ms: Option<i64>,
    /// What the file held when the period ran out, sealed.
    pub snapshot_sealed: Option<Vec<u8>>,
    /// When it was closed.
    pub closed_at_ms: Option<i64>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
