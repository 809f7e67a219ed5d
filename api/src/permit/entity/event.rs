//! Table `permit_event`.

use sea_orm::entity::prelude::*;

/// A line of the ledger of a file: it only grows.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_event")]
pub struct Model {
    /// Id, in order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// File.
    pub application_id: Uuid,
    /// What: `received`, `suspended`, `resumed`, `extended`, `state`…
    pub kind: String,
    /// The day that counts, `YYYY-MM-DD`.
    pub on_day: String,
    /// Last day of what it began.
    pub until_day: Option<String>,
    /// Row of `deadlines.toml`, or nothing.
    pub deadline: String,
    /// Version of that row.
    pub row_from: String,
    /// Length of an extension.
    pub amount: Option<i64>,
    /// Its unit.
    pub unit: Option<String>,
    /// `applicant`, `system` or the address of the member of staff.
    pub actor: String,
    /// More, as JSON, sealed.
    pub detail_sealed: Option<Vec<u8>>,
    /// When it was written.
    pub at_ms: i64,
    /// Of a ruling on an appeal: `confirmed` or `reversed`.
    pub result: Option<String>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
