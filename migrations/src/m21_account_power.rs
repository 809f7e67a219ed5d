//! A second administrator for roles that decide for others: what one asks for an account
//! holds when another one confirms it. Roles that are held already, and those given by who
//! works on the machine itself, have no request behind them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Roles that nobody has without an entry in `account_power`.
const GUARDED: [&str; 4] = ["alert-approver", "legal", "high-official", "administrator"];

const REQUEST: &str = "CREATE TABLE account_request (
    id {uuid} PRIMARY KEY,
    account_id {uuid} NOT NULL REFERENCES account (id),
    kind text NOT NULL CHECK (kind IN ('new', 'roles', 'sign-in')),
    roles text NOT NULL,
    password_hash text,
    asked_by {uuid} NOT NULL REFERENCES account (id),
    asked_at_ms bigint NOT NULL,
    answer text CHECK (answer IN ('confirmed', 'refused', 'withdrawn')),
    answered_by {uuid} REFERENCES account (id),
    answered_at_ms bigint,
    CHECK ((answer IS NULL) = (answered_by IS NULL)),
    CHECK ((answer IS NULL) = (answered_at_ms IS NULL)),
    CHECK (answer IS NOT NULL OR (kind = 'sign-in') = (password_hash IS NOT NULL)),
    CHECK (answer IS NULL OR answer <> 'confirmed' OR (answered_by <> asked_by AND answered_by <> account_id))
)";

/// One question per account at a time.
const ONE_OPEN: &str = "CREATE UNIQUE INDEX account_request_open ON account_request (account_id) \
    WHERE answer IS NULL";

const POWER: &str = "CREATE TABLE account_power (
    account_id {uuid} NOT NULL REFERENCES account (id),
    role text NOT NULL,
    request_id {uuid} REFERENCES account_request (id),
    since_ms bigint NOT NULL,
    PRIMARY KEY (account_id, role)
)";

/// Whether one word is among others, separated by spaces.
fn holds(words: &str, word: &str) -> String {
    format!("(' ' || {words} || ' ') LIKE ('% ' || {word} || ' %')")
}

/// Whether an id is of an account that keeps accounts and is open.
fn keeps_accounts(id: &str) -> String {
    let holds = holds("a.roles", "'administrator'");
    format!("EXISTS (SELECT 1 FROM account a WHERE a.id = {id} AND a.disabled_at_ms IS NULL AND {holds})")
}

/// Name, table, event, and what the engine refuses over NEW and OLD.
fn guards() -> [(&'static str, &'static str, &'static str, String); 6] {
    let without_entry = GUARDED.map(|role| {
        format!(
            "({} AND NOT EXISTS (SELECT 1 FROM account_power p WHERE p.account_id = NEW.id AND p.role = '{role}'))",
            holds("NEW.roles", &format!("'{role}'"))
        )
    });
    let powerless = without_entry.join(" OR ");
    let asked = format!("NEW.answer IS NOT NULL OR NOT {}", keeps_accounts("NEW.asked_by"));
    let answered = format!(
        "OLD.answer IS NOT NULL OR NEW.id <> OLD.id OR NEW.account_id <> OLD.account_id \
         OR NEW.kind <> OLD.kind OR NEW.roles <> OLD.roles OR NEW.asked_by <> OLD.asked_by \
         OR NEW.asked_at_ms <> OLD.asked_at_ms \
         OR COALESCE(NEW.password_hash, OLD.password_hash, '') <> COALESCE(OLD.password_hash, '') \
         OR (COALESCE(NEW.answer, '') = 'confirmed' AND NOT ({} AND {}))",
        keeps_accounts("NEW.asked_by"),
        keeps_accounts("NEW.answered_by")
    );
    let unconfirmed = format!(
        "NEW.request_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM account_request r \
         WHERE r.id = NEW.request_id AND r.account_id = NEW.account_id AND r.answer = 'confirmed' AND {})",
        holds("r.roles", "NEW.role")
    );
    [
        ("account_power_new", "account", "INSERT", powerless.clone()),
        ("account_power_roles", "account", "UPDATE", powerless),
        ("account_request_asked", "account_request", "INSERT", asked),
        ("account_request_answered", "account_request", "UPDATE", answered),
        ("account_power_confirmed", "account_power", "INSERT", unconfirmed),
        ("account_power_fixed", "account_power", "UPDATE", "NEW.role IS NOT NULL".to_owned()),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let uuid = match connection.get_database_backend() {
            DatabaseBackend::Sqlite => "uuid_text",
            _ => "uuid",
        };
        for statement in [REQUEST, ONE_OPEN, POWER] {
            connection.execute_unprepared(&statement.replace("{uuid}", uuid)).await?;
        }
        for role in GUARDED {
            let held = format!(
                "INSERT INTO account_power (account_id, role, request_id, since_ms) \
                 SELECT id, '{role}', NULL, created_at_ms FROM account WHERE {}",
                holds("roles", &format!("'{role}'"))
            );
            connection.execute_unprepared(&held).await?;
        }
        for (name, table, on, refused) in guards() {
            let sqlite = format!(
                "CREATE TRIGGER {name} BEFORE {on} ON {table} WHEN {refused} \
                 BEGIN SELECT RAISE(ABORT, 'guard: {name}'); END"
            );
            let function = format!(
                "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$ BEGIN \
                 IF {refused} THEN RAISE EXCEPTION 'guard: {name}'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
            );
            let trigger = format!(
                "CREATE TRIGGER {name} BEFORE {on} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
            );
            super::per_engine(manager, &[&sqlite], &[&function, &trigger]).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table, ..) in guards() {
            let sqlite = format!("DROP TRIGGER {name}");
            let postgres = [format!("DROP TRIGGER {name} ON {table}"), format!("DROP FUNCTION {name}()")];
            super::per_engine(manager, &[&sqlite], &[&postgres[0], &postgres[1]]).await?;
        }
        for table in ["account_power", "account_request"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
