//! How things end: cohabitants who are made anonymous point to nobody any more, a transfer that
//! is no fee goes back to its payer, a letter has the day on which it was posted, and the office
//! is asked once for the proof that a decision was received.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: [&str; 6] = [
    "ALTER TABLE permit_delivery ADD COLUMN posted_on text",
    "ALTER TABLE permit_payment ADD COLUMN returned_for text",
    "ALTER TABLE permit_decision ADD COLUMN receipt_asked_at_ms bigint",
    "CREATE INDEX permit_decision_unproven ON permit_decision (id) \
     WHERE state = 'issued' AND receipt_asked_at_ms IS NULL",
    // Scans of signed forms were kept like the file.
    "UPDATE permit_document SET data_class = 'cohabitant-consent' WHERE document = 'cohabitant-consent'",
    // Who was made anonymous before is so in the list of the file as well, with the next run.
    "UPDATE permit_consent SET person_hmac = 'again/' || slot WHERE person_hmac LIKE 'redacted/%'",
];

const DOWN: [&str; 4] = [
    "DROP INDEX permit_decision_unproven",
    "ALTER TABLE permit_decision DROP COLUMN receipt_asked_at_ms",
    "ALTER TABLE permit_payment DROP COLUMN returned_for",
    "ALTER TABLE permit_delivery DROP COLUMN posted_on",
];

/// Of an answer it is known who gave it or who read it on paper, until that is taken out.
const ANSWERED: &str = "state NOT IN ('consented', 'refused') \
    OR (person_hmac LIKE 'redacted/%' AND answered_by IS NULL) \
    OR (answered_by IS NOT NULL) <> (paper_checked_by IS NOT NULL)";

/// Nobody takes the place of who answered.
const BOUND: &str = "OLD.answered_by IS NOT NULL AND ((NEW.answered_by IS NULL \
    AND NEW.person_hmac NOT LIKE 'redacted/%') OR NEW.answered_by <> OLD.answered_by)";

/// A transfer that went back pays nothing.
const RETURNED: &str =
    "NEW.returned_for IS NOT NULL AND (NEW.fee_id IS NOT NULL OR NEW.matched_at_ms IS NULL)";

/// The columns of the consents, in their order.
const COLUMNS: &str = "id, application_id, slot, person_sealed, person_hmac, route, state, token_hash, \
    answered_by, paper_document_id, paper_checked_by, invited_at_ms, answered_at_ms, due_on, reminders";

/// SQLite changes no rule of a table: the table is made anew, with its indices and rules.
fn consents_of_sqlite() -> Vec<String> {
    let table = format!(
        "CREATE TABLE permit_consent_now (
            id uuid_text PRIMARY KEY,
            application_id uuid_text NOT NULL REFERENCES permit_application (id) ON DELETE CASCADE,
            slot text NOT NULL,
            person_sealed blob NOT NULL,
            person_hmac text NOT NULL,
            route text NOT NULL CHECK (route IN ('online', 'paper')),
            state text NOT NULL CHECK (state IN ('waiting', 'consented', 'refused', 'expired')),
            token_hash text UNIQUE,
            answered_by uuid_text REFERENCES permit_applicant (id),
            paper_document_id uuid_text,
            paper_checked_by uuid_text REFERENCES account (id),
            invited_at_ms bigint,
            answered_at_ms bigint,
            due_on text,
            reminders bigint NOT NULL CHECK (reminders BETWEEN 0 AND 9),
            UNIQUE (application_id, slot),
            UNIQUE (application_id, person_hmac),
            UNIQUE (application_id, answered_by),
            CHECK (state NOT IN ('consented', 'refused') OR answered_at_ms IS NOT NULL),
            CHECK ({ANSWERED})
        )"
    );
    let not_own = "NEW.answered_by IS NOT NULL AND EXISTS (SELECT 1 FROM permit_application a \
        WHERE a.id = NEW.application_id AND a.applicant_id = NEW.answered_by)";
    let rule = |name: &str, refused: &str| {
        format!(
            "CREATE TRIGGER {name}_UPDATE BEFORE UPDATE ON permit_consent WHEN {refused} \
             BEGIN SELECT RAISE(ABORT, 'guard: {name}'); END"
        )
    };
    vec![
        table,
        format!("INSERT INTO permit_consent_now ({COLUMNS}) SELECT {COLUMNS} FROM permit_consent"),
        "DROP TABLE permit_consent".to_owned(),
        "ALTER TABLE permit_consent_now RENAME TO permit_consent".to_owned(),
        "CREATE INDEX permit_consent_by_invitation ON permit_consent (state, reminders, invited_at_ms)"
            .to_owned(),
        "CREATE INDEX permit_consent_by_answer ON permit_consent (answered_by) WHERE answered_by IS NOT NULL"
            .to_owned(),
        rule("permit_consent_not_own", not_own),
        rule("permit_consent_bound", BOUND),
        format!(
            "CREATE TRIGGER permit_payment_returned BEFORE UPDATE ON permit_payment WHEN {RETURNED} \
             BEGIN SELECT RAISE(ABORT, 'guard: permit_payment_returned'); END"
        ),
    ]
}

fn consents_of_postgres() -> Vec<String> {
    // The rule was made without a name: it is found by what it speaks of.
    let gone = "DO $$ DECLARE old text; BEGIN FOR old IN SELECT conname FROM pg_constraint \
        WHERE conrelid = 'permit_consent'::regclass AND contype = 'c' \
        AND pg_get_constraintdef(oid) LIKE '%paper_checked_by%' \
        LOOP EXECUTE format('ALTER TABLE permit_consent DROP CONSTRAINT %I', old); END LOOP; END $$";
    let rule = |function: &str, name: &str, refused: &str| {
        format!(
            "CREATE OR REPLACE FUNCTION {function}() RETURNS trigger AS $$ BEGIN \
             IF {refused} THEN RAISE EXCEPTION 'guard: {name}'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
        )
    };
    vec![
        gone.to_owned(),
        format!("ALTER TABLE permit_consent ADD CONSTRAINT permit_consent_answered CHECK ({ANSWERED})"),
        rule("permit_consent_bound_UPDATE", "permit_consent_bound", BOUND),
        rule("permit_payment_returned", "permit_payment_returned", RETURNED),
        "CREATE TRIGGER permit_payment_returned BEFORE UPDATE ON permit_payment \
         FOR EACH ROW EXECUTE FUNCTION permit_payment_returned()"
            .to_owned(),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in UP {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        // In one go, on one connection: another one may not know yet that the former table is gone.
        let sqlite = consents_of_sqlite().join("; ");
        let postgres = consents_of_postgres();
        let postgres: Vec<&str> = postgres.iter().map(String::as_str).collect();
        super::per_engine(manager, &[&sqlite], &postgres).await
    }

    /// The wider rule of the consents stays: there may be rows that need it.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sqlite = ["DROP TRIGGER permit_payment_returned"];
        let postgres = [
            "DROP TRIGGER permit_payment_returned ON permit_payment",
            "DROP FUNCTION permit_payment_returned()",
        ];
        super::per_engine(manager, &sqlite, &postgres).await?;
        for statement in DOWN {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }
}
