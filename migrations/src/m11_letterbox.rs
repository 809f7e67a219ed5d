//! Boxes that people write into: questions during a crisis, words of condolence.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        boxes(manager).await?;
        messages(manager).await?;
        answers(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["letterbox_answer", "letterbox_message", "letterbox"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

async fn boxes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("letterbox")
                .col(uuid("id").primary_key())
                .col(string("kind"))
                .col(text("title"))
                .col(text("intro"))
                .col(integer("keep_days"))
                .col(string("state"))
                .col(uuid("author_id"))
                .col(uuid_null("approver_id"))
                .col(big_integer("created_at_ms"))
                .col(big_integer_null("opened_at_ms"))
                .col(big_integer("closes_at_ms"))
                .check(Expr::cust("kind IN ('question', 'condolence')"))
                .check(Expr::cust("state IN ('proposed', 'open', 'closed', 'refused')"))
                .check(Expr::cust("keep_days BETWEEN 1 AND 365"))
                // The authorities open a box: two persons, never one.
                .check(Expr::cust("approver_id IS NULL OR approver_id <> author_id"))
                .check(Expr::cust("state NOT IN ('open', 'closed') OR approver_id IS NOT NULL"))
                .to_owned(),
        )
        .await
}

async fn messages(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("letterbox_message")
                .col(uuid("id").primary_key())
                .col(uuid("letterbox_id"))
                .col(string("lang"))
                .col(text("words"))
                .col(string("digest"))
                .col(string("state"))
                .col(big_integer("at_ms"))
                .col(big_integer("erase_at_ms"))
                .col(uuid_null("decided_by"))
                .foreign_key(
                    ForeignKey::create().from("letterbox_message", "letterbox_id").to("letterbox", "id"),
                )
                .check(Expr::cust(
                    "state IN ('waiting', 'accepted', 'common', 'passed', 'refused', 'personal', 'erased')",
                ))
                // What is refused, personal or past its time has no words any more.
                .check(Expr::cust("state NOT IN ('refused', 'personal', 'erased') OR words = ''"))
                .check(Expr::cust("state <> 'accepted' OR decided_by IS NOT NULL"))
                .to_owned(),
        )
        .await?;
    for (name, columns) in [
        ("letterbox_message_by_state", vec!["letterbox_id", "state", "at_ms"]),
        ("letterbox_message_by_digest", vec!["letterbox_id", "digest"]),
        ("letterbox_message_by_end", vec!["erase_at_ms"]),
    ] {
        let mut index = Index::create();
        index.name(name).table("letterbox_message");
        for column in columns {
            index.col(column);
        }
        manager.create_index(index.to_owned()).await?;
    }
    Ok(())
}

async fn answers(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("letterbox_answer")
                .col(uuid("id").primary_key())
                .col(uuid("letterbox_id"))
                .col(text("question"))
                .col(text("answer"))
                .col(string("owner"))
                .col(string("state"))
                .col(uuid("author_id"))
                .col(uuid_null("approver_id"))
                .col(big_integer("at_ms"))
                .foreign_key(
                    ForeignKey::create().from("letterbox_answer", "letterbox_id").to("letterbox", "id"),
                )
                .check(Expr::cust("state IN ('proposed', 'public', 'refused', 'withdrawn')"))
                .check(Expr::cust("approver_id IS NULL OR approver_id <> author_id"))
                .check(Expr::cust("state <> 'public' OR approver_id IS NOT NULL"))
                .to_owned(),
        )
        .await?;
    manager
        .create_index(
            Index::create()
                .name("letterbox_answer_by_state")
                .table("letterbox_answer")
                .col("letterbox_id")
                .col("state")
                .to_owned(),
        )
        .await
}
