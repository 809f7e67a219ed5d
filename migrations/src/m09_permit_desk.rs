//! What the permit desk needs beside its tables: when the letter of a decision is tried
//! again, and rules that hold whatever a program does. One decision is prepared at a time;
//! the merits of a file are decided only when it was found admissible; a permit is taken
//! back only after its holder was heard about that.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: [&str; 7] = [
    "ALTER TABLE permit_decision ADD COLUMN pdf_attempts bigint NOT NULL DEFAULT 0",
    "ALTER TABLE permit_decision ADD COLUMN pdf_next_at_ms bigint NOT NULL DEFAULT 0",
    "CREATE UNIQUE INDEX permit_decision_one_live ON permit_decision (application_id) \
     WHERE state IN ('draft', 'checking', 'deciding', 'held', 'decided')",
    "CREATE INDEX permit_decision_by_letter ON permit_decision (pdf_next_at_ms) \
     WHERE pdf_document_id IS NULL AND verification IS NOT NULL",
    "CREATE INDEX permit_application_by_receipt ON permit_application (received_on, procedure)",
    "CREATE INDEX permit_advice_by_due ON permit_advice (due_on) WHERE received_at_ms IS NULL",
    "CREATE INDEX permit_grant_by_application ON permit_grant (application_id)",
];

const DOWN: [&str; 7] = [
    "DROP INDEX permit_grant_by_application",
    "DROP INDEX permit_advice_by_due",
    "DROP INDEX permit_application_by_receipt",
    "DROP INDEX permit_decision_by_letter",
    "DROP INDEX permit_decision_one_live",
    "ALTER TABLE permit_decision DROP COLUMN pdf_next_at_ms",
    "ALTER TABLE permit_decision DROP COLUMN pdf_attempts",
];

/// A decision on the merits needs a file that was found admissible; one that denies
/// admissibility needs the contrary.
const UNFOUNDED: &str = "NEW.state IN ('decided', 'issued') AND ((NEW.kind IN ('grant', 'grant-conditions', 'refuse') \
    AND NOT EXISTS (SELECT 1 FROM permit_application a WHERE a.id = NEW.application_id AND a.admissible = 'yes')) \
    OR (NEW.kind = 'inadmissible' \
    AND NOT EXISTS (SELECT 1 FROM permit_application a WHERE a.id = NEW.application_id AND a.admissible = 'no')))";

/// Withdrawal, suspension and limitation are adverse, too: the notice must be closed, and
/// younger than what was decided before.
const UNHEARD: &str = "NEW.kind IN ('withdraw', 'suspend', 'limit') AND NEW.state IN ('decided', 'issued') \
    AND NOT EXISTS (SELECT 1 FROM permit_notice n WHERE n.application_id = NEW.application_id \
        AND n.kind = 'before-adverse' AND n.state IN ('answered', 'expired') AND n.sent_at_ms > \
        (SELECT COALESCE(MAX(d.issued_at_ms), 0) FROM permit_decision d WHERE d.application_id = NEW.application_id \
         AND d.state = 'issued' AND d.id <> NEW.id))";

/// Nothing of a decision's letter changes once it was made.
const LETTER: &str = "OLD.pdf_sha256 IS NOT NULL AND (NEW.pdf_sha256 IS NULL OR NEW.pdf_sha256 <> OLD.pdf_sha256 \
    OR NEW.verification <> OLD.verification OR NEW.pdf_document_id <> OLD.pdf_document_id)";

const RULES: [(&str, &str, &str); 5] = [
    ("permit_decision_unfounded", "INSERT", UNFOUNDED),
    ("permit_decision_unfounded", "UPDATE", UNFOUNDED),
    ("permit_decision_unheard_holder", "INSERT", UNHEARD),
    ("permit_decision_unheard_holder", "UPDATE", UNHEARD),
    ("permit_decision_letter", "UPDATE", LETTER),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in UP {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        for (name, on, refused) in RULES {
            let sqlite = format!(
                "CREATE TRIGGER {name}_{on} BEFORE {on} ON permit_decision WHEN {refused} \
                 BEGIN SELECT RAISE(ABORT, 'guard: {name}'); END"
            );
            let function = format!(
                "CREATE OR REPLACE FUNCTION {name}_{on}() RETURNS trigger AS $$ BEGIN \
                 IF {refused} THEN RAISE EXCEPTION 'guard: {name}'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
            );
            let trigger = format!(
                "CREATE TRIGGER {name}_{on} BEFORE {on} ON permit_decision \
                 FOR EACH ROW EXECUTE FUNCTION {name}_{on}()"
            );
            super::per_engine(manager, &[&sqlite], &[&function, &trigger]).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, on, _) in RULES {
            let sqlite = format!("DROP TRIGGER {name}_{on}");
            let trigger = format!("DROP TRIGGER {name}_{on} ON permit_decision");
            let function = format!("DROP FUNCTION {name}_{on}()");
            super::per_engine(manager, &[&sqlite], &[&trigger, &function]).await?;
        }
        for statement in DOWN {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }
}
