//! Rights of the people whom a permit is about, kept by the engine: a permit does not lose its
//! file, nothing adverse is decided before the last day of the hearing, a permit that lapsed
//! holds again only with an acquisition in time. And money: a transfer pays once and stays
//! where it was put, a fee is waived only with its line in the ledger.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// When a transfer found its fee: it keeps its place also after the fee was erased.
const UP: [&str; 3] = [
    "ALTER TABLE permit_payment ADD COLUMN matched_at_ms bigint",
    "UPDATE permit_payment SET matched_at_ms = recorded_at_ms WHERE fee_id IS NOT NULL",
    "CREATE INDEX permit_payment_unmatched ON permit_payment (received_on, bank_reference) \
     WHERE matched_at_ms IS NULL",
];

const DOWN: [&str; 2] =
    ["DROP INDEX permit_payment_unmatched", "ALTER TABLE permit_payment DROP COLUMN matched_at_ms"];

/// A file with a permit ends by a decision about the permit, never by its holder's word.
const WITHDRAWN: &str = "NEW.state = 'withdrawn' AND OLD.state <> 'withdrawn' AND EXISTS \
    (SELECT 1 FROM permit_grant g WHERE g.application_id = NEW.id)";

/// The notice is closed, its last day lies before the day of the decision, and it is younger
/// than what was decided before.
const UNHEARD: &str = "NEW.kind IN ('refuse', 'withdraw', 'suspend', 'limit') \
    AND NEW.state IN ('decided', 'issued') AND NOT EXISTS \
    (SELECT 1 FROM permit_notice n WHERE n.application_id = NEW.application_id AND n.kind = 'before-adverse' \
     AND n.state IN ('answered', 'expired') AND n.due_on < NEW.decided_on AND n.sent_at_ms > \
     (SELECT COALESCE(MAX(d.issued_at_ms), 0) FROM permit_decision d WHERE d.application_id = NEW.application_id \
      AND d.state = 'issued' AND d.id <> NEW.id))";

const UNLAPSED: &str = "OLD.state = 'lapsed' AND NEW.state = 'active' \
    AND (NEW.acquired_on IS NULL OR NEW.acquired_on > NEW.acquire_until)";

const MOVED: &str = "OLD.matched_at_ms IS NOT NULL AND (NEW.matched_at_ms IS NULL \
    OR (NEW.fee_id IS NOT NULL AND (OLD.fee_id IS NULL OR NEW.fee_id <> OLD.fee_id)))";

/// The line of the ledger comes first, in the same transaction.
const WAIVED: &str = "NEW.state = 'waived' AND OLD.state <> 'waived' AND (OLD.state = 'paid' OR NOT EXISTS \
    (SELECT 1 FROM permit_event e WHERE e.application_id = NEW.application_id AND e.kind = 'fee-waived'))";

/// Name, table, moment, what is refused.
fn rules() -> [(&'static str, &'static str, &'static str, String); 6] {
    // What was decided before stays as it is: only a decision that is taken now is looked at.
    let now = format!("OLD.state NOT IN ('decided', 'issued') AND {UNHEARD}");
    [
        ("permit_application_granted", "permit_application", "UPDATE", WITHDRAWN.to_owned()),
        ("permit_decision_unheard_yet", "permit_decision", "INSERT", UNHEARD.to_owned()),
        ("permit_decision_unheard_yet", "permit_decision", "UPDATE", now),
        ("permit_grant_unlapsed", "permit_grant", "UPDATE", UNLAPSED.to_owned()),
        ("permit_payment_moved", "permit_payment", "UPDATE", MOVED.to_owned()),
        ("permit_fee_waived", "permit_fee", "UPDATE", WAIVED.to_owned()),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in UP {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        for (name, table, on, refused) in rules() {
            let sqlite = format!(
                "CREATE TRIGGER {name}_{on} BEFORE {on} ON {table} WHEN {refused} \
                 BEGIN SELECT RAISE(ABORT, 'guard: {name}'); END"
            );
            let function = format!(
                "CREATE OR REPLACE FUNCTION {name}_{on}() RETURNS trigger AS $$ BEGIN \
                 IF {refused} THEN RAISE EXCEPTION 'guard: {name}'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
            );
            let trigger = format!(
                "CREATE TRIGGER {name}_{on} BEFORE {on} ON {table} \
                 FOR EACH ROW EXECUTE FUNCTION {name}_{on}()"
            );
            super::per_engine(manager, &[&sqlite], &[&function, &trigger]).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table, on, _) in rules() {
            let sqlite = format!("DROP TRIGGER {name}_{on}");
            let trigger = format!("DROP TRIGGER {name}_{on} ON {table}");
            let function = format!("DROP FUNCTION {name}_{on}()");
            super::per_engine(manager, &[&sqlite], &[&trigger, &function]).await?;
        }
        for statement in DOWN {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }
}
