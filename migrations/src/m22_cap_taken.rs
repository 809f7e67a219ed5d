//! Which messages of others became which alert: one message is one alert, however often it
//! comes and whoever is faster.

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
                    .table("cap_taken")
                    // Hash of who brought it, sender, identifier and sending: of any length
                    // they fit into an index.
                    .col(string("key").primary_key())
                    .col(string("content"))
                    .col(uuid("alert_id"))
                    .foreign_key(ForeignKey::create().from("cap_taken", "alert_id").to("alert", "id"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("cap_taken_by_alert").table("cap_taken").col("alert_id").to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("cap_taken").to_owned()).await
    }
}
