//! Alerts and the sequence of what became public.

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
                    .table("alert")
                    .col(uuid("id").primary_key())
                    .col(uuid("event_id"))
                    .col(string("identifier").unique_key())
                    .col(integer("revision"))
                    .col(uuid_null("predecessor_id"))
                    .col(string("state"))
                    .col(string("status"))
                    .col(string("channel"))
                    .col(string("msg_type"))
                    .col(string_null("scenario"))
                    .col(text("compose"))
                    .col(text("cap"))
                    .col(text("origin"))
                    .col(integer("areas"))
                    .col(integer("reach_areas"))
                    .col(integer("severity_rank"))
                    .col(integer("reach_severity_rank"))
                    .col(integer("categories"))
                    .col(integer("reach_categories"))
                    .col(text("content_hash"))
                    .col(uuid("author_id"))
                    .col(uuid_null("approver_id"))
                    .col(big_integer("created_at_ms"))
                    .col(big_integer("changed_at_ms"))
                    .col(big_integer_null("submitted_at_ms"))
                    .col(big_integer_null("published_at_ms"))
                    .col(big_integer_null("ended_at_ms"))
                    .col(big_integer("expires_at_ms"))
                    .col(big_integer("version"))
                    .col(big_integer("edition"))
                    // Four eyes: no row can hold the same person twice, and
                    // nothing is public that nobody approved.
                    .check(Expr::cust("approver_id IS NULL OR approver_id <> author_id"))
                    .check(Expr::cust(
                        "state IN ('draft', 'submitted', 'rejected', 'discarded') OR approver_id IS NOT NULL",
                    ))
                    // Only Actual reaches the public; the channel cannot say otherwise.
                    .check(Expr::cust("(channel = 'public') = (status = 'Actual')"))
                    .to_owned(),
            )
            .await?;
        for (name, columns) in [
            ("alert_by_state", vec!["channel", "state", "expires_at_ms"]),
            ("alert_by_event", vec!["event_id", "revision"]),
        ] {
            let mut index = Index::create().name(name).table("alert").to_owned();
            for column in columns {
                index.col(column);
            }
            manager.create_index(index).await?;
        }
        // The version is the order in which things became public; it is the
        // ETag of every view and the id of every live event.
        manager
            .create_table(
                Table::create()
                    .table("publication")
                    .col(big_integer("version").primary_key())
                    .col(uuid("alert_id"))
                    .col(uuid("event_id"))
                    .col(string("channel"))
                    .col(string("kind"))
                    .col(big_integer("at_ms"))
                    .col(text("event"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["publication", "alert"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
