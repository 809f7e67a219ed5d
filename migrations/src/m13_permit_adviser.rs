//! Advisers who are tied to a police zone or a municipality, and where the place of each
//! question lies. Questions that were asked before lie where their file does.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: [&str; 2] = [
    "CREATE TABLE account_area (
        account_id {uuid} NOT NULL REFERENCES account (id) ON DELETE CASCADE,
        code text NOT NULL,
        PRIMARY KEY (account_id, code)
    )",
    "ALTER TABLE permit_advice ADD COLUMN area bigint",
];

const DOWN: [&str; 2] = ["ALTER TABLE permit_advice DROP COLUMN area", "DROP TABLE account_area"];

/// First and last NIS code of the Region: the nineteen follow each other, and the place in
/// that order is the bit.
const NIS: std::ops::RangeInclusive<u32> = 21_001..=21_019;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, &UP).await?;
        for (bit, nis) in NIS.enumerate() {
            let statement = format!(
                "UPDATE permit_advice SET area = {} WHERE application_id IN \
                 (SELECT id FROM permit_application WHERE municipality = '{nis}')",
                1_u32 << bit
            );
            manager.get_connection().execute_unprepared(&statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, &DOWN).await
    }
}

async fn run(manager: &SchemaManager<'_>, statements: &[&str]) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let uuid = match connection.get_database_backend() {
        DatabaseBackend::Sqlite => "uuid_text",
        _ => "uuid",
    };
    for statement in statements {
        connection.execute_unprepared(&statement.replace("{uuid}", uuid)).await?;
    }
    Ok(())
}
