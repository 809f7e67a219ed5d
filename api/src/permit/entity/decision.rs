//! Table `permit_decision`.

use sea_orm::entity::prelude::*;

/// A decision, from draft to issue.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_decision")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// File.
    pub application_id: Uuid,
    /// `grant`, `refuse`…
    pub kind: String,
    /// `draft`, `checking`, `deciding`, `held`, `decided`, `issued` or `cancelled`.
    pub state: String,
    /// Language of the file.
    pub lang: String,
    /// Text, conditions and weapons, sealed.
    pub body_sealed: Vec<u8>,
    /// Ids and versions of the legal rows it rests on.
    pub reasons_json: String,
    /// Codes of `refusals.toml`.
    pub refusals_json: String,
    /// Who drafted.
    pub drafted_by: Uuid,
    /// When.
    pub drafted_at_ms: i64,
    /// Who checked the law: another person.
    pub checked_by: Option<Uuid>,
    /// When.
    pub checked_at_ms: Option<i64>,
    /// The High Official: a third person.
    pub decided_by: Option<Uuid>,
    /// When.
    pub decided_at_ms: Option<i64>,
    /// Day of the decision.
    pub decided_on: Option<String>,
    /// When it was given out.
    pub issued_at_ms: Option<i64>,
    /// The letter.
    pub pdf_document_id: Option<Uuid>,
    /// Hash of the letter.
    pub pdf_sha256: Option<String>,
    /// Code of the verification page.
    pub verification: Option<String>,
    /// Appeal block.
    pub appeal: String,
    /// Rises with every change.
    pub version: i64,
    /// How often the letter could not be made.
    pub pdf_attempts: i64,
    /// When it is tried again.
    pub pdf_next_at_ms: i64,
    /// When the office was asked for the proof of its receipt, or found not to need it.
    pub receipt_asked_at_ms: Option<i64>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
