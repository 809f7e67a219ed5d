//! Push subscriptions, their origins, and the durable shards of each fan-out.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One row per push service and channel. `next_slot` numbers the
        // subscriptions of an origin without gaps, so that a fan-out is cut
        // into ranges by looking at this table alone.
        manager
            .create_table(
                Table::create()
                    .table("push_origin")
                    .col(pk_auto("id"))
                    .col(string("url"))
                    .col(string("channel"))
                    .col(big_integer("next_slot"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("push_origin_by_url")
                    .table("push_origin")
                    .col("url")
                    .col("channel")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("push_subscription")
                    .col(integer("origin_id"))
                    .col(big_integer("slot"))
                    .col(uuid("id").unique_key())
                    .col(text("path"))
                    .col(string("path_hash"))
                    .col(binary("p256dh"))
                    .col(binary("auth"))
                    .col(string("lang"))
                    .col(integer("areas"))
                    .col(integer("severity_rank"))
                    .col(integer("categories"))
                    .col(string("token_hash"))
                    .col(big_integer("created_at_ms"))
                    .col(big_integer("seen_at_ms"))
                    .col(big_integer("changed"))
                    .col(boolean("gone"))
                    .primary_key(Index::create().col("origin_id").col("slot"))
                    .foreign_key(
                        ForeignKey::create().from("push_subscription", "origin_id").to("push_origin", "id"),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("push_subscription_by_path")
                    .table("push_subscription")
                    .col("origin_id")
                    .col("path_hash")
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("push_subscription_by_change")
                    .table("push_subscription")
                    .col("changed")
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("push_shard")
                    .col(pk_auto("id").big_integer())
                    .col(big_integer("version"))
                    .col(uuid("alert_id"))
                    .col(uuid("event_id"))
                    .col(integer("origin_id"))
                    .col(integer("priority"))
                    .col(big_integer("first_slot"))
                    .col(big_integer("end_slot"))
                    .col(big_integer("expires_at_ms"))
                    .col(string("state"))
                    .col(string_null("lease_owner"))
                    .col(big_integer("lease_until_ms"))
                    .col(big_integer("matched"))
                    .col(big_integer("accepted"))
                    .col(big_integer("failed"))
                    .col(big_integer("forgotten"))
                    .col(big_integer_null("started_at_ms"))
                    .col(big_integer_null("settled_at_ms"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("push_shard_open")
                    .table("push_shard")
                    .col("origin_id")
                    .col("state")
                    .col("priority")
                    .col("id")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("push_shard_by_alert").table("push_shard").col("alert_id").to_owned(),
            )
            .await?;
        // Only what did not arrive becomes a row of its own.
        manager
            .create_table(
                Table::create()
                    .table("push_retry")
                    .col(pk_auto("id").big_integer())
                    .col(big_integer("shard_id"))
                    .col(integer("origin_id"))
                    .col(big_integer("slot"))
                    .col(integer("priority"))
                    .col(integer("attempts"))
                    .col(big_integer("next_at_ms"))
                    .col(string("reason"))
                    .foreign_key(
                        ForeignKey::create()
                            .from("push_retry", "shard_id")
                            .to("push_shard", "id")
                            .on_delete(ForeignKeyAction::Cascade),
                    )
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("push_retry_due")
                    .table("push_retry")
                    .col("origin_id")
                    .col("next_at_ms")
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("push_retry_by_shard").table("push_retry").col("shard_id").to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["push_retry", "push_shard", "push_subscription", "push_origin"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
