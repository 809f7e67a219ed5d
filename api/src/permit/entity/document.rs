//! Table `permit_document`.

use sea_orm::entity::prelude::*;

/// A file that was handed in or made.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_document")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// File.
    pub application_id: Uuid,
    /// Document, a row of `documents.toml`, or a name of the office.
    pub document: String,
    /// Row of a list that it belongs to, or nothing.
    pub slot: String,
    /// `application`, `missing-items`, `notice`, `consent`, `office` or `decision`.
    pub purpose: String,
    /// Row of `retention.toml`.
    pub data_class: String,
    /// Name of the file, sealed.
    pub name_sealed: Vec<u8>,
    /// Type by content.
    pub media_type: String,
    /// Size of the content.
    pub size_bytes: i64,
    /// SHA-256 of the content.
    pub sha256: String,
    /// Date on the document.
    pub dated_on: Option<String>,
    /// Place in the vault.
    pub vault_key: String,
    /// Key of the content, wrapped.
    pub file_key_wrapped: Vec<u8>,
    /// `pending`, `clean`, `infected` or `not-configured`.
    pub scan: String,
    /// `applicant` or `office`.
    pub uploaded_by: String,
    /// 1 when the applicant may read it.
    pub applicant_sees: i64,
    /// When it arrived.
    pub created_at_ms: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
