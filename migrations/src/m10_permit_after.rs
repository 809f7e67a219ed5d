//! The years after the grant: the controls of a permit, each once per cycle, and what the
//! periodic steps look up.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: [&str; 4] = [
    "CREATE TABLE permit_control (
        id {uuid} PRIMARY KEY,
        grant_id {uuid} NOT NULL REFERENCES permit_grant (id) ON DELETE CASCADE,
        cycle_on text NOT NULL,
        state text NOT NULL CHECK (state IN ('invited', 'unanswered', 'answered')),
        invited_on text NOT NULL,
        due_on text NOT NULL,
        reminders bigint NOT NULL CHECK (reminders BETWEEN 0 AND 9),
        application_id {uuid} REFERENCES permit_application (id),
        answered_on text,
        changed_at_ms bigint NOT NULL,
        UNIQUE (grant_id, cycle_on),
        CHECK ((state = 'answered') = (application_id IS NOT NULL)),
        CHECK ((state = 'answered') = (answered_on IS NOT NULL))
    )",
    "CREATE INDEX permit_control_by_due ON permit_control (state, due_on, id)",
    "CREATE INDEX permit_control_by_invitation ON permit_control (invited_on)",
    "CREATE INDEX permit_application_by_grant ON permit_application (grant_id) WHERE grant_id IS NOT NULL",
];

const DOWN: [&str; 2] = ["DROP INDEX permit_application_by_grant", "DROP TABLE permit_control"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, &UP).await
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
