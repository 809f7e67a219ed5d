//! What somebody typed when their session had just run out, and which mails about fees count
//! as sent: those that were due before the system sent any are not sent years later.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TYPED: &str = "CREATE TABLE permit_typed (
    application_id {uuid} NOT NULL REFERENCES permit_application (id) ON DELETE CASCADE,
    place text NOT NULL,
    sealed {blob} NOT NULL,
    at_ms bigint NOT NULL,
    PRIMARY KEY (application_id, place)
)";

const UP: [&str; 4] = [
    "CREATE INDEX permit_typed_by_time ON permit_typed (at_ms)",
    // Whoever answered about somebody else's file is kept with it.
    "CREATE INDEX permit_consent_by_answer ON permit_consent (answered_by) WHERE answered_by IS NOT NULL",
    "INSERT INTO permit_firing (application_id, deadline, step, fired_at_ms)
        SELECT application_id, 'fee-payment', stage || '/requested', requested_at_ms
        FROM permit_fee WHERE requested_at_ms IS NOT NULL",
    "INSERT INTO permit_firing (application_id, deadline, step, fired_at_ms)
        SELECT application_id, 'fee-payment', stage || '/received', COALESCE(requested_at_ms, 0)
        FROM permit_fee WHERE state = 'paid'",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let (uuid, blob) = match connection.get_database_backend() {
            DatabaseBackend::Sqlite => ("uuid_text", "blob"),
            _ => ("uuid", "bytea"),
        };
        let typed = TYPED.replace("{uuid}", uuid).replace("{blob}", blob);
        connection.execute_unprepared(&typed).await?;
        for statement in UP {
            connection.execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        connection.execute_unprepared("DELETE FROM permit_firing WHERE deadline = 'fee-payment'").await?;
        connection.execute_unprepared("DROP INDEX permit_consent_by_answer").await?;
        connection.execute_unprepared("DROP TABLE permit_typed").await.map(|_| ())
    }
}
