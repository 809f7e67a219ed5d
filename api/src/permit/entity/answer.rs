//! Table `permit_answer`.

use sea_orm::entity::prelude::*;

/// The answers of one page.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_answer")]
pub struct Model {
    /// File.
    #[sea_orm(primary_key, auto_increment = false)]
    pub application_id: Uuid,
    /// Page of the form.
    #[sea_orm(primary_key, auto_increment = false)]
    pub page: String,
    /// Answers as JSON, sealed.
    pub sealed: Vec<u8>,
    /// Session in which they were given: attestations of another session do not count.
    pub session_hash: String,
    /// When they were saved.
    pub updated_at_ms: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
