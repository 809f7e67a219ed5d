//! Table `citizen_session`.

use sea_orm::entity::prelude::*;

/// A session of an applicant.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "citizen_session")]
pub struct Model {
    /// SHA-256 of the token.
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    /// Whose.
    pub applicant_id: Uuid,
    /// Token that every form carries.
    pub csrf: String,
    /// Level of the sign-in, as the provider names it.
    pub assurance: String,
    /// When it began.
    pub created_at_ms: i64,
    /// When it ends, moved on by use.
    pub expires_at_ms: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
