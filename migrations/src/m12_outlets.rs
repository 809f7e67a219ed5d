//! By which ways an alert left, each by itself: the result per channel is kept.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use super::append_only;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("publication_outlet")
                    .col(big_integer("version"))
                    .col(string("outlet"))
                    .col(big_integer("at_ms"))
                    .col(big_integer_null("reached"))
                    .primary_key(Index::create().col("version").col("outlet"))
                    .to_owned(),
            )
            .await?;
        append_only(manager, "publication_outlet").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("publication_outlet").to_owned()).await
    }
}
