//! Challenges of passkeys: each is given out once and answered once, whichever
//! process the answer reaches.

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
                    .table("passkey_challenge")
                    .col(string("challenge_hash").primary_key())
                    .col(uuid_null("account_id"))
                    .col(big_integer("expires_at_ms"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("passkey_challenge_by_end")
                    .table("passkey_challenge")
                    .col("expires_at_ms")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("passkey_by_account").table("passkey").col("account_id").to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("passkey_by_account").table("passkey").to_owned()).await?;
        manager.drop_table(Table::drop().table("passkey_challenge").to_owned()).await
    }
}
