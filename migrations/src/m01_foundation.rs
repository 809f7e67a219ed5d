//! Counters, the audit chain, staff accounts and their sessions.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A counter row is locked by the transaction that raises it, so its
        // values become visible in the order in which they were given out.
        manager
            .create_table(
                Table::create()
                    .table("counter")
                    .col(string("name").primary_key())
                    .col(big_integer("value"))
                    .col(text("head"))
                    .to_owned(),
            )
            .await?;
        for name in ["alerts", "audit", "subscriptions"] {
            let insert = Query::insert()
                .into_table("counter")
                .columns(["name", "value", "head"])
                .values_panic([name.into(), 0i64.into(), "".into()])
                .to_owned();
            manager.execute(insert).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("audit")
                    .col(big_integer("seq").primary_key())
                    .col(big_integer("at_ms"))
                    .col(text("actor"))
                    .col(string("action"))
                    .col(text("subject"))
                    .col(text("detail"))
                    .col(string("previous_hash"))
                    .col(string("hash").unique_key())
                    .to_owned(),
            )
            .await?;
        super::append_only(manager, "audit").await?;
        manager
            .create_table(
                Table::create()
                    .table("account")
                    .col(uuid("id").primary_key())
                    .col(string("email").unique_key())
                    .col(text("name"))
                    .col(text("password_hash"))
                    .col(text_null("totp_secret"))
                    .col(text("roles"))
                    .col(text("languages"))
                    .col(big_integer("created_at_ms"))
                    .col(big_integer_null("disabled_at_ms"))
                    .col(integer("failed_attempts"))
                    .col(big_integer("locked_until_ms"))
                    .col(big_integer("totp_last_step"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("passkey")
                    .col(string("credential_id").primary_key())
                    .col(uuid("account_id"))
                    .col(text("label"))
                    .col(text("credential"))
                    .col(big_integer("created_at_ms"))
                    .col(big_integer_null("used_at_ms"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("passkey", "account_id")
                            .to("account", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        // Sessions and bearer tokens are kept as SHA-256 of the secret: a copy
        // of the database lets nobody in.
        manager
            .create_table(
                Table::create()
                    .table("session")
                    .col(string("token_hash").primary_key())
                    .col(uuid("account_id"))
                    .col(string("csrf"))
                    .col(string("stage"))
                    .col(big_integer("created_at_ms"))
                    .col(big_integer("expires_at_ms"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("session", "account_id")
                            .to("account", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("staff_token")
                    .col(string("token_hash").primary_key())
                    .col(uuid("account_id"))
                    .col(text("label"))
                    .col(big_integer("created_at_ms"))
                    .col(big_integer_null("used_at_ms"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("staff_token", "account_id")
                            .to("account", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["staff_token", "session", "passkey", "account", "audit", "counter"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
