//! Table `permit_consent`.

use sea_orm::entity::prelude::*;

/// The consent asked of one adult at the address.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_consent")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// File.
    pub application_id: Uuid,
    /// Row of the list of cohabitants.
    pub slot: String,
    /// Who, and the mail address, sealed.
    pub person_sealed: Vec<u8>,
    /// Keyed hash of names and date of birth: the invitation fits only this person.
    pub person_hmac: String,
    /// `online` or `paper`.
    pub route: String,
    /// `waiting`, `consented`, `refused` or `expired`; the applicant never sees which.
    pub state: String,
    /// SHA-256 of the invitation.
    pub token_hash: Option<String>,
    /// Who answered, signed in.
    pub answered_by: Option<Uuid>,
    /// Scan of the paper.
    pub paper_document_id: Option<Uuid>,
    /// Who compared the paper.
    pub paper_checked_by: Option<Uuid>,
    /// When the invitation went out.
    pub invited_at_ms: Option<i64>,
    /// When the answer came.
    pub answered_at_ms: Option<i64>,
    /// Last day to answer.
    pub due_on: Option<String>,
    /// Reminders sent.
    pub reminders: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
