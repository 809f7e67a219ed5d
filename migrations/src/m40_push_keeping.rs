//! What belongs to the subscriptions is kept with them: the public key that browsers
//! subscribed with and the code that enrols phones for exercises, so that no process has
//! others. Phones that are tried again belong to who tries them, as shards do.

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
                    .table("push_identity")
                    .col(string("name").primary_key())
                    .col(text("value"))
                    .col(big_integer("since_ms"))
                    .to_owned(),
            )
            .await?;
        manager
            .alter_table(Table::alter().table("push_retry").add_column(string_null("lease_owner")).to_owned())
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("push_retry").drop_column("lease_owner").to_owned()).await?;
        manager.drop_table(Table::drop().table("push_identity").to_owned()).await
    }
}
