//! What an appeal changes. A ruling has its result in the ledger, and a permit that was taken
//! back keeps where it stood before: when the ruling reverses that, it stands there again, and
//! what was suspended stays so until the High Official lifts the suspension.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: [&str; 3] = [
    "ALTER TABLE permit_event ADD COLUMN result text CHECK (result IN ('confirmed', 'reversed'))",
    "ALTER TABLE permit_grant ADD COLUMN revoked_from text CHECK (revoked_from IN ('active', 'suspended'))",
    // Of those that were taken back before, the ledger tells whether a suspension was still running.
    "UPDATE permit_grant SET revoked_from = CASE WHEN EXISTS (SELECT 1 FROM permit_decision d \
     WHERE d.application_id = permit_grant.application_id AND d.kind = 'suspend' AND d.state = 'issued' \
     AND NOT EXISTS (SELECT 1 FROM permit_event e WHERE e.application_id = permit_grant.application_id \
        AND e.kind IN ('suspension-lifted', 'appeal-decided') AND e.at_ms >= d.issued_at_ms \
        AND e.at_ms < permit_grant.changed_at_ms)) THEN 'suspended' ELSE 'active' END \
     WHERE state = 'revoked'",
];

const DOWN: [&str; 2] =
    ["ALTER TABLE permit_grant DROP COLUMN revoked_from", "ALTER TABLE permit_event DROP COLUMN result"];

/// A ruling that reverses, recorded since the permit changed by somebody other than who recorded
/// the appeal.
const REVERSED: &str = "EXISTS (SELECT 1 FROM permit_event e WHERE e.application_id = NEW.application_id \
    AND e.kind = 'appeal-decided' AND e.result = 'reversed' AND e.at_ms > OLD.changed_at_ms AND NOT EXISTS \
    (SELECT 1 FROM permit_event l WHERE l.application_id = e.application_id AND l.kind = 'appeal-lodged' \
     AND l.at_ms >= OLD.changed_at_ms AND l.actor = e.actor))";

const LIFTED: &str = "EXISTS (SELECT 1 FROM permit_event e WHERE e.application_id = NEW.application_id \
    AND e.kind = 'suspension-lifted' AND e.at_ms >= OLD.changed_at_ms)";

/// Name and what is refused. The first of them goes with `permit_grant_revived`.
fn rules() -> [(&'static str, String); 2] {
    let again = format!(
        "(OLD.state = 'suspended' AND NEW.state = 'active' AND NOT {LIFTED} AND NOT {REVERSED}) \
         OR (OLD.state = 'revoked' AND NEW.state <> 'revoked' \
             AND (NEW.state <> COALESCE(OLD.revoked_from, 'active') OR NOT {REVERSED}))"
    );
    let from = "NEW.state = 'revoked' AND OLD.state <> 'revoked' \
        AND (NEW.revoked_from IS NULL OR NEW.revoked_from <> OLD.state)";
    [("permit_grant_revived_as_before", again), ("permit_grant_revoked_from", from.to_owned())]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in UP {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        for (name, refused) in rules() {
            let sqlite = format!(
                "CREATE TRIGGER {name} BEFORE UPDATE ON permit_grant WHEN {refused} \
                 BEGIN SELECT RAISE(ABORT, 'guard: {name}'); END"
            );
            let function = format!(
                "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$ BEGIN \
                 IF {refused} THEN RAISE EXCEPTION 'guard: {name}'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
            );
            let trigger = format!(
                "CREATE TRIGGER {name} BEFORE UPDATE ON permit_grant FOR EACH ROW EXECUTE FUNCTION {name}()"
            );
            super::per_engine(manager, &[&sqlite], &[&function, &trigger]).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, _) in rules() {
            let sqlite = format!("DROP TRIGGER {name}");
            let trigger = format!("DROP TRIGGER {name} ON permit_grant");
            let function = format!("DROP FUNCTION {name}()");
            super::per_engine(manager, &[&sqlite], &[&trigger, &function]).await?;
        }
        for statement in DOWN {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }
}
