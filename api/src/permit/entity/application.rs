//! Table `permit_application`.

use sea_orm::entity::prelude::*;

/// A file, from draft to archive.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_application")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    pub applicant_id: Uuid,
    /// Procedure, a row of `procedures.toml`.
    pub procedure: String,
    /// Variant of the procedure, or nothing.
    pub variant: String,
    /// `person` or `company`.
    pub applicant_kind: String,
    /// Binding language: `fr` or `nl`.
    pub lang: String,
    /// See [`super::State`].
    pub state: String,
    /// Number of the file, given when it is sent.
    pub reference: Option<String>,
    /// Key that makes sending happen once.
    pub submit_key: String,
    /// Permit that the file is about (control, loss, change).
    pub grant_id: Option<Uuid>,
    /// NIS code of the residence or activity, for queues and advice.
    pub municipality: Option<String>,
    /// Versions of the legal rows that the file used: `{"table/id": "valid_from"}`.
    pub rows_json: String,
    /// Key of everything sealed; gone when the file is erased.
    pub key_wrapped: Option<Vec<u8>>,
    /// Rises with every change; guards against two tabs.
    pub version: i64,
    /// When it was begun.
    pub created_at_ms: i64,
    /// Last change by the applicant or the office.
    pub updated_at_ms: i64,
    /// When it was sent.
    pub submitted_at_ms: Option<i64>,
    /// Day of receipt in Brussels, `YYYY-MM-DD`: the clock starts from it.
    pub received_on: Option<String>,
    /// Statutory day of the decision as it stands, for queues.
    pub due_on: Option<String>,
    /// When it came to an end.
    pub closed_at_ms: Option<i64>,
    /// Case handler.
    pub assigned_to: Option<Uuid>,
    /// `yes` or `no` once examined.
    pub admissible: Option<String>,
    /// Keyed hash of the enterprise number, while the file is open to the mandated people of
    /// its company.
    pub company_hmac: Option<String>,
    /// Why nothing of it may be erased.
    pub legal_hold: Option<String>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
