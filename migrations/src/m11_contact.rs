//! The one contact point of an alert, for those whom the event touched.

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
                    .table("alert_contact")
                    .col(uuid("id").primary_key())
                    .col(uuid("event_id"))
                    .col(string("number"))
                    .col(string("web"))
                    .col(text("words"))
                    .col(string("state"))
                    .col(uuid("author_id"))
                    .col(uuid_null("confirmer_id"))
                    .col(big_integer("created_at_ms"))
                    .col(big_integer_null("decided_at_ms"))
                    .check(Expr::cust(
                        "state IN ('proposed', 'in_force', 'replaced', 'refused', 'withdrawn')",
                    ))
                    // A number is public only when a second person has confirmed it.
                    .check(Expr::cust("confirmer_id IS NULL OR confirmer_id <> author_id"))
                    .check(Expr::cust("state <> 'in_force' OR confirmer_id IS NOT NULL"))
                    .to_owned(),
            )
            .await?;
        // One contact point at a time, and one proposal for the next.
        let one = [
            "CREATE UNIQUE INDEX alert_contact_in_force ON alert_contact (event_id) WHERE state = 'in_force'",
            "CREATE UNIQUE INDEX alert_contact_proposed ON alert_contact (event_id) WHERE state = 'proposed'",
        ];
        crate::per_engine(manager, &one, &one).await?;
        manager
            .create_index(
                Index::create()
                    .name("alert_contact_by_event")
                    .table("alert_contact")
                    .col("event_id")
                    .col("created_at_ms")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("alert_contact").to_owned()).await
    }
}
