//! The database schema, one file per step, proven on SQLite and PostgreSQL.
//!
//! A step is never edited after it has landed: what must change is changed by
//! the next one (expand, move, contract). Times are integers, milliseconds
//! since 1970-01-01 UTC, so that both engines compare and store them alike.

use sea_orm_migration::prelude::*;

mod m01_foundation;
mod m02_alerts;
mod m03_push;
mod m04_office;
mod m05_help;
mod m06_permits;
mod m08_feeds;
mod m09_permit_desk;
mod m10_permit_after;
mod m11_letterbox;
mod m11_portal;
mod m12_outlets;
mod m13_permit_adviser;
mod m13_permit_company;
mod m13_permit_control;
mod m14_permit_indices;
mod m15_links;
mod m17_permit_guards;
mod m18_hardening;
mod m19_permit_leftover;
mod m21_account_power;
mod m22_cap_taken;
mod m23_second_persons;
mod m24_shards_waiting;
mod m30_permit_rights;
mod m31_permit_told;
mod m33_permit_ends;
mod m34_permit_decided;
mod m35_account_keys;
mod m36_permit_appeals;
mod m38_feed_names;
mod m39_permit_looks;
mod m40_push_keeping;
mod m41_permit_weapons;
mod m42_permit_window;

/// Every step in the order in which it is applied.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let steps: Vec<Box<dyn MigrationTrait>> = vec![
            Box::new(m01_foundation::Migration),
            Box::new(m02_alerts::Migration),
            Box::new(m03_push::Migration),
            Box::new(m04_office::Migration),
            Box::new(m05_help::Migration),
            Box::new(m06_permits::Migration),
            Box::new(m08_feeds::Migration),
            Box::new(m09_permit_desk::Migration),
            Box::new(m10_permit_after::Migration),
            Box::new(m11_portal::Migration),
            Box::new(m11_letterbox::Migration),
            Box::new(m12_outlets::Migration),
            Box::new(m13_permit_control::Migration),
            Box::new(m13_permit_company::Migration),
            Box::new(m13_permit_adviser::Migration),
            Box::new(m17_permit_guards::Migration),
            Box::new(m14_permit_indices::Migration),
            Box::new(m15_links::Migration),
            Box::new(m18_hardening::Migration),
            Box::new(m19_permit_leftover::Migration),
            Box::new(m21_account_power::Migration),
            Box::new(m22_cap_taken::Migration),
            Box::new(m23_second_persons::Migration),
            Box::new(m24_shards_waiting::Migration),
            Box::new(m30_permit_rights::Migration),
            Box::new(m31_permit_told::Migration),
            Box::new(m33_permit_ends::Migration),
            Box::new(m34_permit_decided::Migration),
            Box::new(m35_account_keys::Migration),
            Box::new(m36_permit_appeals::Migration),
            Box::new(m38_feed_names::Migration),
            Box::new(m39_permit_looks::Migration),
            Box::new(m40_push_keeping::Migration),
            Box::new(m41_permit_weapons::Migration),
            Box::new(m42_permit_window::Migration),
        ];
        steps.into_iter().map(|step| Box::new(Whole(step)) as Box<dyn MigrationTrait>).collect()
    }
}

/// A step that is taken as a whole or not at all, on `SQLite` as on PostgreSQL: who is stopped
/// in the middle of one, by a full disk or a power cut, takes it again from its beginning.
struct Whole(Box<dyn MigrationTrait>);

impl MigrationName for Whole {
    fn name(&self) -> &str {
        self.0.name()
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Whole {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.0.up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        self.0.down(manager).await
    }
}

/// Runs statements that differ between the two engines.
async fn per_engine(manager: &SchemaManager<'_>, sqlite: &[&str], postgres: &[&str]) -> Result<(), DbErr> {
    use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};
    let connection = manager.get_connection();
    let statements = match connection.get_database_backend() {
        DatabaseBackend::Sqlite => sqlite,
        _ => postgres,
    };
    for statement in statements {
        connection.execute_unprepared(statement).await?;
    }
    Ok(())
}

/// Has the engine itself refuse a change of a row: `refused` compares `OLD` with `NEW`.
async fn guard(manager: &SchemaManager<'_>, name: &str, table: &str, refused: &str) -> Result<(), DbErr> {
    let sqlite = format!(
        "CREATE TRIGGER {name} BEFORE UPDATE ON {table} WHEN {refused} \
         BEGIN SELECT RAISE(ABORT, 'guard: {name}'); END"
    );
    let function = format!(
        "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$ BEGIN \
         IF {refused} THEN RAISE EXCEPTION 'guard: {name}'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
    );
    let trigger =
        format!("CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()");
    per_engine(manager, &[&sqlite], &[&function, &trigger]).await
}

/// Takes such a rule away.
async fn unguard(manager: &SchemaManager<'_>, name: &str, table: &str) -> Result<(), DbErr> {
    let sqlite = format!("DROP TRIGGER {name}");
    let trigger = format!("DROP TRIGGER {name} ON {table}");
    let function = format!("DROP FUNCTION {name}()");
    per_engine(manager, &[&sqlite], &[&trigger, &function]).await
}

/// Makes a table append-only: the engine itself refuses to change or delete a row.
async fn append_only(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    let update = format!(
        "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} \
         BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    );
    let delete = format!(
        "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} \
         BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    );
    let function = format!(
        "CREATE OR REPLACE FUNCTION {table}_append_only() RETURNS trigger AS \
         $$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$ LANGUAGE plpgsql"
    );
    let trigger = format!(
        "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} \
         FOR EACH ROW EXECUTE FUNCTION {table}_append_only()"
    );
    per_engine(manager, &[&update, &delete], &[&function, &trigger]).await
}
