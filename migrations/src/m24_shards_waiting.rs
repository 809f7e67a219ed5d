//! What waits to be sent is looked for several times a second, for ever, and settled shards
//! stay as the record of what was sent: the search reads only those that are open.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: &str =
    "CREATE INDEX push_shard_waiting ON push_shard (lease_until_ms, origin_id) WHERE state = 'open'";
const DOWN: &str = "DROP INDEX push_shard_waiting";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(UP).await.map(|_| ())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(DOWN).await.map(|_| ())
    }
}
