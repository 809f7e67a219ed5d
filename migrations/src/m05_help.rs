//! The help directory: what content gave, what editors changed, who checked it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        services(manager).await?;
        changes(manager).await?;
        let insert = Query::insert()
            .into_table("counter")
            .columns(["name", "value", "head"])
            .values_panic(["help".into(), 0i64.into(), "".into()])
            .to_owned();
        manager.execute(insert).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["help_check", "help_change", "help_place", "help_service"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        let delete = Query::delete().from_table("counter").and_where(Expr::col("name").eq("help")).to_owned();
        manager.execute(delete).await
    }
}

async fn services(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("help_service")
                .col(string("id").primary_key())
                .col(boolean("referral_only"))
                .col(boolean("shelter"))
                .col(boolean("emergency"))
                // The row of the content without its places.
                .col(text("row"))
                .col(text("content_hash"))
                .col(big_integer("seeded_at_ms"))
                // Set when the content no longer holds the service.
                .col(big_integer_null("gone_at_ms"))
                .to_owned(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("help_place")
                .col(string("service_id"))
                .col(string("id"))
                .col(string("visibility"))
                .col(boolean("shelter"))
                .col(boolean("referral_only"))
                .col(text("row"))
                .primary_key(Index::create().col("service_id").col("id"))
                .foreign_key(
                    ForeignKey::create()
                        .from("help_place", "service_id")
                        .to("help_service", "id")
                        .on_delete(ForeignKeyAction::Cascade),
                )
                // There is no word for a place that may never be shown: it cannot be stored.
                .check(Expr::cust("visibility IN ('public', 'on_request')"))
                // Whoever lodges people, and whoever is reached through partners, has no place here.
                .check(Expr::cust("NOT shelter"))
                .check(Expr::cust("NOT referral_only"))
                .to_owned(),
        )
        .await
}

async fn changes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("help_change")
                .col(uuid("id").primary_key())
                .col(string("service_id"))
                .col(string("field"))
                .col(string("kind"))
                .col(text("value"))
                .col(text("source"))
                .col(string_null("confirmed_by_phone_on"))
                .col(string("state"))
                .col(uuid("author_id"))
                .col(uuid_null("confirmer_id"))
                .col(big_integer("created_at_ms"))
                .col(big_integer_null("decided_at_ms"))
                .check(Expr::cust("kind IN ('plain', 'phone', 'state')"))
                .check(Expr::cust("state IN ('proposed', 'in_force', 'replaced', 'refused')"))
                // A number is public only when a second person has confirmed it.
                .check(Expr::cust("confirmer_id IS NULL OR confirmer_id <> author_id"))
                .check(Expr::cust(
                    "kind <> 'phone' OR state NOT IN ('in_force', 'replaced') OR confirmer_id IS NOT NULL",
                ))
                .to_owned(),
        )
        .await?;
    manager
        .create_index(
            Index::create()
                .name("help_change_by_service")
                .table("help_change")
                .col("service_id")
                .col("created_at_ms")
                .to_owned(),
        )
        .await?;
    // Who looked at a service, when and how; a check is never rewritten.
    manager
        .create_table(
            Table::create()
                .table("help_check")
                .col(uuid("id").primary_key())
                .col(string("service_id"))
                .col(big_integer("at_ms"))
                .col(uuid("author_id"))
                .col(string("how"))
                .col(string("expires_on"))
                .check(Expr::cust("how IN ('phone', 'page')"))
                .to_owned(),
        )
        .await?;
    crate::append_only(manager, "help_check").await
}
