//! Doubt about phones that a push service calls gone in implausible numbers.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Until then no phone of this push service is forgotten for one answer.
        manager
            .alter_table(
                Table::alter()
                    .table("push_origin")
                    .add_column(big_integer("doubted_until_ms").default(0_i64))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("push_doubt")
                    .col(integer("origin_id"))
                    .col(big_integer("slot"))
                    .col(big_integer("since_ms"))
                    .primary_key(Index::create().col("origin_id").col("slot"))
                    .foreign_key(ForeignKey::create().from("push_doubt", "origin_id").to("push_origin", "id"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("push_doubt").to_owned()).await?;
        manager
            .alter_table(Table::alter().table("push_origin").drop_column("doubted_until_ms").to_owned())
            .await
    }
}
