//! Table `permit_advice`.

use sea_orm::entity::prelude::*;

/// An opinion that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_advice")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// File.
    pub application_id: Uuid,
    /// Row of `advice.toml`.
    pub advice: String,
    /// Version of that row.
    pub row_from: String,
    /// Who is asked: `police-zone/…`, `prosecutor`, `mayor/<NIS>`.
    pub authority: String,
    /// `residence`, `activity`, `storage` or `none`.
    pub place: String,
    /// Account of the adviser.
    pub adviser_id: Option<Uuid>,
    /// SHA-256 of a one-time token.
    pub token_hash: Option<String>,
    /// What is asked, and what is shown with it, sealed.
    pub question_sealed: Vec<u8>,
    /// Who asked.
    pub asked_by: Uuid,
    /// When.
    pub sent_at_ms: i64,
    /// Until when.
    pub due_on: Option<String>,
    /// Reminders sent.
    pub reminders: i64,
    /// When the answer came.
    pub received_at_ms: Option<i64>,
    /// `favourable`, `unfavourable`, `conditions` or `none`.
    pub result: Option<String>,
    /// The opinion, sealed.
    pub text_sealed: Option<Vec<u8>>,
    /// 1 when the applicant may read it.
    pub applicant_sees: i64,
    /// Who answered.
    pub answered_by: Option<String>,
    /// Municipalities in which the place may lie, as bits; none when it is not known.
    pub area: Option<i64>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
