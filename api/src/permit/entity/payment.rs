//! Table `permit_payment`.

use sea_orm::entity::prelude::*;

/// A line of a bank statement.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "permit_payment")]
pub struct Model {
    /// The reference of the bank: taken up once.
    #[sea_orm(primary_key, auto_increment = false)]
    pub bank_reference: String,
    /// What it pays.
    pub fee_id: Option<Uuid>,
    /// Communication, when it is structured and right.
    pub ogm: Option<String>,
    /// Amount.
    pub amount_cents: i64,
    /// Day of the bank.
    pub received_on: String,
    /// Statement and line.
    pub statement: String,
    /// The line as it was, sealed.
    pub line_sealed: Option<Vec<u8>>,
    /// When it was read.
    pub recorded_at_ms: i64,
    /// When it found its fee or went back; none while somebody has to look for its fee.
    pub matched_at_ms: Option<i64>,
    /// Why it went back to its payer: `twice`, `no-fee` or `nobody`.
    pub returned_for: Option<String>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
