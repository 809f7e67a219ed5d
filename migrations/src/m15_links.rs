//! Addresses of others that pages lead to, and what each last said.

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
                    .table("link")
                    .col(string("url").primary_key())
                    .col(string("host"))
                    .col(big_integer("next_at_ms"))
                    .col(string("state"))
                    .col(big_integer("since_ms"))
                    .col(big_integer_null("asked_at_ms"))
                    .col(integer_null("status"))
                    .col(integer("failures"))
                    .col(big_integer_null("failing_since_ms"))
                    .col(big_integer_null("seen_at_ms"))
                    .col(uuid_null("seen_by"))
                    .to_owned(),
            )
            .await?;
        for (name, column) in [("link_by_turn", "next_at_ms"), ("link_by_state", "state")] {
            manager.create_index(Index::create().name(name).table("link").col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("link").to_owned()).await
    }
}
