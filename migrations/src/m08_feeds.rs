//! Feeds of others: when each is read, and what became of every message in it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("feed")
                    .col(string("name").primary_key())
                    .col(big_integer("next_at_ms"))
                    .col(big_integer_null("read_at_ms"))
                    .col(big_integer_null("well_at_ms"))
                    .col(string_null("fault"))
                    .col(string_null("etag"))
                    .col(string_null("last_modified"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("feed_message")
                    .col(string("entry_key").primary_key())
                    .col(string("feed"))
                    .col(string("sender"))
                    .col(string("identifier"))
                    .col(string("title"))
                    .col(string("outcome"))
                    .col(text("remark"))
                    .col(uuid_null("alert_id"))
                    .col(big_integer("at_ms"))
                    .to_owned(),
            )
            .await?;
        for (name, columns) in [
            ("feed_message_by_identity", vec!["sender", "identifier"]),
            ("feed_message_by_time", vec!["at_ms"]),
        ] {
            let mut index = Index::create();
            index.name(name).table("feed_message");
            for column in columns {
                index.col(column);
            }
            manager.create_index(index.to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("feed_message").to_owned()).await?;
        manager.drop_table(Table::drop().table("feed").to_owned()).await
    }
}
