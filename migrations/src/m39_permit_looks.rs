//! Which files of a company somebody with a mandate has looked at in a session: the look is told
//! to its applicant once.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const LOOK: &str = "CREATE TABLE permit_look (
    session_hash text NOT NULL REFERENCES citizen_session (token_hash) ON DELETE CASCADE,
    application_id {uuid} NOT NULL REFERENCES permit_application (id) ON DELETE CASCADE,
    PRIMARY KEY (session_hash, application_id)
)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let uuid = match connection.get_database_backend() {
            DatabaseBackend::Sqlite => "uuid_text",
            _ => "uuid",
        };
        connection.execute_unprepared(&LOOK.replace("{uuid}", uuid)).await?;
        let index = "CREATE INDEX permit_look_by_application ON permit_look (application_id)";
        connection.execute_unprepared(index).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("DROP TABLE permit_look").await.map(|_| ())
    }
}
