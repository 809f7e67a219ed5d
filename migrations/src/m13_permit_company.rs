//! People who act for a company: a mandate is asked for by a person, confirmed by the
//! office, and ends on its day, when the office revokes it or when the person gives it back.
//! A file is open to the mandated people of its company only when `company_hmac` is set.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const UP: [&str; 6] = [
    "CREATE TABLE permit_mandate (
        id {uuid} PRIMARY KEY,
        applicant_id {uuid} NOT NULL REFERENCES permit_applicant (id),
        company_hmac text NOT NULL,
        state text NOT NULL CHECK (state IN ('asked', 'confirmed', 'refused', 'revoked', 'returned')),
        sealed {blob} NOT NULL,
        until_on text NOT NULL,
        media_type text NOT NULL,
        sha256 text NOT NULL,
        size_bytes bigint NOT NULL CHECK (size_bytes > 0),
        vault_key text NOT NULL UNIQUE,
        file_key_wrapped {blob} NOT NULL,
        scan text NOT NULL CHECK (scan IN ('pending', 'clean', 'infected', 'not-configured')),
        asked_at_ms bigint NOT NULL,
        confirmed_by {uuid} REFERENCES account (id),
        confirmed_at_ms bigint,
        ended_at_ms bigint,
        reason_sealed {blob},
        told_at_ms bigint,
        CHECK (state <> 'confirmed' OR (confirmed_by IS NOT NULL AND confirmed_at_ms IS NOT NULL)),
        CHECK ((state IN ('asked', 'confirmed')) = (ended_at_ms IS NULL))
    )",
    "CREATE UNIQUE INDEX permit_mandate_once ON permit_mandate (applicant_id, company_hmac)
        WHERE state IN ('asked', 'confirmed')",
    "CREATE INDEX permit_mandate_by_state ON permit_mandate (state, asked_at_ms, id)",
    "CREATE INDEX permit_mandate_by_company ON permit_mandate (company_hmac, state)",
    "ALTER TABLE permit_application ADD COLUMN company_hmac text",
    "CREATE INDEX permit_application_by_company ON permit_application (company_hmac)
        WHERE company_hmac IS NOT NULL",
];

const DOWN: [&str; 3] = [
    "DROP INDEX permit_application_by_company",
    "ALTER TABLE permit_application DROP COLUMN company_hmac",
    "DROP TABLE permit_mandate",
];

/// Nothing that ended begins again, nothing confirmed is asked for anew, and whose mandate
/// for which company stays as it was asked.
const ENDED: &str = "(OLD.state IN ('refused', 'revoked', 'returned') AND NEW.state <> OLD.state) \
    OR (OLD.state = 'confirmed' AND NEW.state IN ('asked', 'refused')) \
    OR NEW.applicant_id <> OLD.applicant_id OR NEW.company_hmac <> OLD.company_hmac";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, &UP).await?;
        let sqlite = format!(
            "CREATE TRIGGER permit_mandate_ended BEFORE UPDATE ON permit_mandate WHEN {ENDED} \
             BEGIN SELECT RAISE(ABORT, 'guard: permit_mandate_ended'); END"
        );
        let function = format!(
            "CREATE OR REPLACE FUNCTION permit_mandate_ended() RETURNS trigger AS $$ BEGIN \
             IF {ENDED} THEN RAISE EXCEPTION 'guard: permit_mandate_ended'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
        );
        let trigger = "CREATE TRIGGER permit_mandate_ended BEFORE UPDATE ON permit_mandate \
             FOR EACH ROW EXECUTE FUNCTION permit_mandate_ended()";
        super::per_engine(manager, &[&sqlite], &[&function, trigger]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let trigger = "DROP TRIGGER permit_mandate_ended ON permit_mandate";
        super::per_engine(manager, &[], &[trigger, "DROP FUNCTION permit_mandate_ended()"]).await?;
        run(manager, &DOWN).await
    }
}

async fn run(manager: &SchemaManager<'_>, statements: &[&str]) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let (uuid, blob) = match connection.get_database_backend() {
        DatabaseBackend::Sqlite => ("uuid_text", "blob"),
        _ => ("uuid", "bytea"),
    };
    for statement in statements {
        let statement = statement.replace("{uuid}", uuid).replace("{blob}", blob);
        connection.execute_unprepared(&statement).await?;
    }
    Ok(())
}
