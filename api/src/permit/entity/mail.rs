//! Table `mail_outbox`.

use sea_orm::entity::prelude::*;

/// A mail on its way out.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail_outbox")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// File.
    pub application_id: Option<Uuid>,
    /// Row of `notifications.toml`.
    pub notification: String,
    /// Key that makes it once.
    pub once: String,
    /// Language.
    pub lang: String,
    /// Address, sealed with the key of the house.
    pub recipient_sealed: Vec<u8>,
    /// Values of the text: no personal data.
    pub values_json: String,
    /// `waiting`, `sent` or `bounced`.
    pub state: String,
    /// Attempts made.
    pub attempts: i64,
    /// When.
    pub created_at_ms: i64,
    /// When it left.
    pub sent_at_ms: Option<i64>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
