//! The database remembers which keys sealed its rows, by their fingerprints. A process that
//! holds others, because a mount is missing or a path is wrong, refuses to start instead of
//! sealing what nobody else opens.

use anyhow::ensure;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, Set};

use super::keys::Keys;

/// One key of the house.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "house_key")]
pub struct Model {
    /// Its number in the key file; 0 for the key of look-ups.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// SHA-256 that tells it from others.
    pub fingerprint: String,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Compares the keys of this process with those of the database, which takes note of new ones.
///
/// # Errors
/// A key is another than the one that sealed the rows, or the database does not answer.
pub async fn check(db: &impl ConnectionTrait, keys: &Keys) -> anyhow::Result<()> {
    for (number, fingerprint) in keys.fingerprints() {
        let row = ActiveModel { number: Set(number), fingerprint: Set(fingerprint.clone()) };
        Entity::insert(row)
            .on_conflict(OnConflict::column(Column::Number).do_nothing().to_owned())
            .exec_without_returning(db)
            .await?;
        let noted = Entity::find_by_id(number).one(db).await?;
        ensure!(
            noted.is_some_and(|noted| noted.fingerprint == fingerprint),
            "the key file is not that of this database (key {number} is another): see vault.keys_file"
        );
    }
    Ok(())
}
