//! Table `permit_applicant`.

use sea_orm::entity::prelude::*;

/// A person who applies, as an identity provider names one.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_applicant")]
pub struct Model {
    /// Id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Identity provider.
    pub issuer: String,
    /// The person, in the words of the provider.
    pub subject: String,
    /// `official` or `demo`.
    pub kind: String,
    /// Keyed hash of the national number, to find a person without reading.
    pub national_hmac: Option<String>,
    /// Keyed hash of names and date of birth, for invitations.
    pub person_hmac: String,
    /// Language that the person reads.
    pub lang: String,
    /// Names, numbers and addresses, sealed: see `permit::person`.
    pub sealed: Vec<u8>,
    /// First sign-in.
    pub created_at_ms: i64,
    /// Last sign-in.
    pub seen_at_ms: i64,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
