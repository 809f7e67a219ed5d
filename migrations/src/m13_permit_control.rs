//! The judgement of an answer to a periodic control: given once, and only to an answer.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: [&str; 3] = [
    "ALTER TABLE permit_control ADD COLUMN verdict text CHECK (verdict IS NULL \
        OR (verdict IN ('in-order', 'not-in-order') AND state = 'answered'))",
    "ALTER TABLE permit_control ADD COLUMN judged_on text",
    "CREATE INDEX permit_control_by_answer ON permit_control (application_id) WHERE application_id IS NOT NULL",
];

const DOWN: [&str; 3] = [
    "DROP INDEX permit_control_by_answer",
    "ALTER TABLE permit_control DROP COLUMN judged_on",
    "ALTER TABLE permit_control DROP COLUMN verdict",
];

/// What was judged stays judged.
const JUDGED: &str = "OLD.verdict IS NOT NULL AND (NEW.verdict IS NULL OR NEW.verdict <> OLD.verdict)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in UP {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        let sqlite = format!(
            "CREATE TRIGGER permit_control_judged BEFORE UPDATE ON permit_control WHEN {JUDGED} \
             BEGIN SELECT RAISE(ABORT, 'guard: permit_control_judged'); END"
        );
        let function = format!(
            "CREATE OR REPLACE FUNCTION permit_control_judged() RETURNS trigger AS $$ BEGIN \
             IF {JUDGED} THEN RAISE EXCEPTION 'guard: permit_control_judged'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
        );
        let trigger = "CREATE TRIGGER permit_control_judged BEFORE UPDATE ON permit_control \
             FOR EACH ROW EXECUTE FUNCTION permit_control_judged()";
        super::per_engine(manager, &[&sqlite], &[&function, trigger]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sqlite = "DROP TRIGGER permit_control_judged";
        let trigger = "DROP TRIGGER permit_control_judged ON permit_control";
        let function = "DROP FUNCTION permit_control_judged()";
        super::per_engine(manager, &[sqlite], &[trigger, function]).await?;
        for statement in DOWN {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }
}
