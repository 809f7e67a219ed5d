//! Table `permit_task`.

use sea_orm::entity::prelude::*;

/// Something that somebody at the office has to do.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_task")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// File.
    pub application_id: Option<Uuid>,
    /// What, for example `mail-bounced`, `imi-report`.
    pub kind: String,
    /// Key that makes it once.
    pub once: String,
    /// `open` or `done`.
    pub state: String,
    /// Until when.
    pub due_on: Option<String>,
    /// More, without personal data.
    pub detail_json: String,
    /// When.
    pub created_at_ms: i64,
    /// When it was done.
    pub done_at_ms: Option<i64>,
    /// By whom.
    pub done_by: Option<Uuid>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
