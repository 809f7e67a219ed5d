//! Table `permit_mandate`.

use sea_orm::entity::prelude::*;

/// A person's mandate for a company.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_mandate")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who asks.
    pub applicant_id: Uuid,
    /// Keyed hash of the enterprise number.
    pub company_hmac: String,
    /// `asked`, `confirmed`, `refused`, `revoked` or `returned`.
    pub state: String,
    /// Company and name of the document, sealed with the key of the house.
    pub sealed: Vec<u8>,
    /// Last day of the mandate.
    pub until_on: String,
    /// Type of the document.
    pub media_type: String,
    /// SHA-256 of the document.
    pub sha256: String,
    /// Size of the document.
    pub size_bytes: i64,
    /// Where the document lies.
    pub vault_key: String,
    /// Its key, wrapped.
    pub file_key_wrapped: Vec<u8>,
    /// What the scanner said.
    pub scan: String,
    /// When it was asked for.
    pub asked_at_ms: i64,
    /// Who confirmed it.
    pub confirmed_by: Option<Uuid>,
    /// When.
    pub confirmed_at_ms: Option<i64>,
    /// When it was refused, revoked or given back.
    pub ended_at_ms: Option<i64>,
    /// Why the office refused or revoked it, sealed.
    pub reason_sealed: Option<Vec<u8>>,
    /// When its end was announced.
    pub told_at_ms: Option<i64>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
