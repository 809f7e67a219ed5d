//! Which words were taken under the name of a message of a feed, what messages that cancel or
//! update name, also what was not read yet, and by which settings a feed was judged.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [(&str, &str, &str); 3] = [
    ("feed", "settings", "text"),
    ("feed_message", "sent_ms", "bigint"),
    ("feed_message", "content", "text"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        for (table, name, kind) in COLUMNS {
            connection.execute_unprepared(&format!("ALTER TABLE {table} ADD COLUMN {name} {kind}")).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("feed_named")
                    // Hash of source, sender and identifier: of any length they fit into an index.
                    .col(string("key").primary_key())
                    .col(big_integer("sent_ms"))
                    .col(uuid_null("alert_id"))
                    .col(big_integer("at_ms"))
                    .to_owned(),
            )
            .await?;
        let mut index = Index::create();
        index.name("feed_named_by_time").table("feed_named").col("at_ms");
        manager.create_index(index.to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("feed_named").to_owned()).await?;
        let connection = manager.get_connection();
        for (table, name, _) in COLUMNS {
            connection.execute_unprepared(&format!("ALTER TABLE {table} DROP COLUMN {name}")).await?;
        }
        Ok(())
    }
}
