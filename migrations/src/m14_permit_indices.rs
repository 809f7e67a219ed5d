//! What lists of tens of thousands of files and a chain of millions of acts are read by. A
//! list is ordered by one text that is never absent, because the engines disagree on where an
//! absent day stands, and a place in a list can then be looked up instead of counted off.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Files without a statutory day stand first, tasks without a day last.
const UP: [&str; 10] = [
    "ALTER TABLE permit_application ADD COLUMN due_key text GENERATED ALWAYS AS (COALESCE(due_on, '')) {kept}",
    "CREATE INDEX permit_application_by_due_key ON permit_application (state, due_key, id)",
    "DROP INDEX permit_application_by_due",
    "CREATE INDEX permit_application_by_end ON permit_application (state, closed_at_ms)",
    "ALTER TABLE permit_task ADD COLUMN due_key text GENERATED ALWAYS AS (COALESCE(due_on, '9999')) {kept}",
    "CREATE INDEX permit_task_by_due_key ON permit_task (state, due_key, id)",
    "CREATE INDEX permit_task_by_application ON permit_task (application_id)",
    "CREATE INDEX permit_consent_by_invitation ON permit_consent (state, reminders, invited_at_ms)",
    "CREATE INDEX mail_outbox_by_application ON mail_outbox (application_id)",
    "CREATE INDEX audit_by_time ON audit (at_ms, seq)",
];

const DOWN: [&str; 10] = [
    "DROP INDEX audit_by_time",
    "DROP INDEX mail_outbox_by_application",
    "DROP INDEX permit_consent_by_invitation",
    "DROP INDEX permit_task_by_application",
    "DROP INDEX permit_task_by_due_key",
    "ALTER TABLE permit_task DROP COLUMN due_key",
    "DROP INDEX permit_application_by_end",
    "CREATE INDEX permit_application_by_due ON permit_application (state, due_on, id)",
    "DROP INDEX permit_application_by_due_key",
    "ALTER TABLE permit_application DROP COLUMN due_key",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        // SQLite adds only columns that it does not keep, PostgreSQL only such as it keeps.
        let kept = match connection.get_database_backend() {
            DatabaseBackend::Sqlite => "VIRTUAL",
            _ => "STORED",
        };
        for statement in UP {
            connection.execute_unprepared(&statement.replace("{kept}", kept)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in DOWN {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }
}
