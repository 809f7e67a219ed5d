//! Weapons permits: applicants, files, what they hand in, what the office does
//! with it, and the permits that come of it.
//!
//! Rules that must hold whatever a program does are written into the engine:
//! nobody consents to their own application or twice, a frozen amount stays as
//! it is, no grant is issued unpaid, a draft, its check and the decision are
//! by three people, a refusal waits for its notice, a ledger only grows.
//!
//! What a person wrote is sealed with the key of its file (`*_sealed`); when
//! that key is destroyed, what append-only tables still hold is unreadable.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

mod after;
mod applicant;
mod file;
mod office;

/// The step. Its name is written out: the derive would take the file's, `mod`.
pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m06_permits"
    }
}

/// Tables in the order in which they can be dropped.
const TABLES: [&str; 18] = [
    "mail_outbox",
    "permit_task",
    "permit_firing",
    "permit_part",
    "permit_grant",
    "permit_delivery",
    "permit_decision",
    "permit_notice",
    "permit_advice",
    "permit_event",
    "permit_payment",
    "permit_fee",
    "permit_consent",
    "permit_document",
    "permit_answer",
    "permit_application",
    "citizen_session",
    "permit_applicant",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in
            applicant::TABLES.iter().chain(file::TABLES).chain(office::TABLES).chain(after::TABLES)
        {
            run(manager, statement).await?;
        }
        super::append_only(manager, "permit_event").await?;
        for rule in file::GUARDS.iter().chain(office::GUARDS) {
            guard(manager, rule).await?;
        }
        // The history of one file is read out of millions of rows.
        run(manager, "CREATE INDEX audit_by_subject ON audit (subject, seq)").await?;
        run(manager, "INSERT INTO counter (name, value, head) VALUES ('permit-reference', 0, '')").await?;
        run(manager, "INSERT INTO counter (name, value, head) VALUES ('permit-payment', 0, '')").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, "DROP INDEX audit_by_subject").await?;
        run(manager, "DELETE FROM counter WHERE name IN ('permit-reference', 'permit-payment')").await?;
        run(manager, "DROP TABLE citizen_sign_in").await?;
        for table in TABLES {
            run(manager, &format!("DROP TABLE {table}")).await?;
        }
        Ok(())
    }
}

/// Runs a statement whose few types are named per engine.
async fn run(manager: &SchemaManager<'_>, statement: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let (uuid, blob) = match connection.get_database_backend() {
        DatabaseBackend::Sqlite => ("uuid_text", "blob"),
        _ => ("uuid", "bytea"),
    };
    let statement = statement.replace("{uuid}", uuid).replace("{blob}", blob);
    connection.execute_unprepared(&statement).await?;
    Ok(())
}

/// A rule of a table that a CHECK cannot say.
struct Guard {
    /// Name of the trigger.
    name: &'static str,
    /// Table.
    table: &'static str,
    /// `INSERT` or `UPDATE`.
    on: &'static str,
    /// What must not be, over NEW (and OLD).
    refused: &'static str,
}

/// The engine refuses what a rule refuses.
async fn guard(manager: &SchemaManager<'_>, rule: &Guard) -> Result<(), DbErr> {
    let Guard { name, table, on, refused } = rule;
    let sqlite = format!(
        "CREATE TRIGGER {name}_{on} BEFORE {on} ON {table} WHEN {refused} \
         BEGIN SELECT RAISE(ABORT, 'guard: {name}'); END"
    );
    let function = format!(
        "CREATE OR REPLACE FUNCTION {name}_{on}() RETURNS trigger AS $$ BEGIN \
         IF {refused} THEN RAISE EXCEPTION 'guard: {name}'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
    );
    let trigger = format!(
        "CREATE TRIGGER {name}_{on} BEFORE {on} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}_{on}()"
    );
    super::per_engine(manager, &[&sqlite], &[&function, &trigger]).await
}
