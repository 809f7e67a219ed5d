//! Table `citizen_sign_in`.

use sea_orm::entity::prelude::*;

/// A sign-in under way at the identity provider.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "citizen_sign_in")]
pub struct Model {
    /// SHA-256 of `state`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub state_hash: String,
    /// SHA-256 of the cookie of the browser that began it.
    pub browser_hash: String,
    /// `nonce`.
    pub nonce: String,
    /// PKCE verifier (RFC 7636).
    pub verifier: String,
    /// Page to come back to.
    pub return_to: String,
    /// When it is too late.
    pub expires_at_ms: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
