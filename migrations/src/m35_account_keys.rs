//! Keys of accounts that one person alone gave: whoever still holds them is that person too, and
//! never the second one for what its owner writes. A request for roles brings a new password, as
//! one for a new sign-in does, where somebody may hold both keys.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Who may hold a key to the account of somebody else: it was given by them alone, and nobody
/// gave the account new ones since. An account from before has no row.
const HOLDER: &str = "CREATE TABLE account_holder (
    account_id {uuid} NOT NULL REFERENCES account (id),
    holder_id {uuid} NOT NULL REFERENCES account (id),
    since_ms bigint NOT NULL,
    PRIMARY KEY (account_id, holder_id),
    CHECK (account_id <> holder_id)
)";

const HOLDS: &str = "CREATE INDEX account_holder_by_holder ON account_holder (holder_id)";

/// Who made a token for somebody else; none when its owner or the machine did.
const MAKER: &str = "ALTER TABLE staff_token ADD COLUMN made_by {uuid}";

const MADE: &str = "CREATE INDEX staff_token_by_maker ON staff_token (made_by) WHERE made_by IS NOT NULL";

/// While it waits, a new sign-in has its password; a role may have one.
const PASSWORD: &str =
    "answer IS NOT NULL OR kind = 'roles' OR (kind = 'sign-in') = (password_hash IS NOT NULL)";

const COLUMNS: &str = "id, account_id, kind, roles, password_hash, asked_by, asked_at_ms, answer, \
    answered_by, answered_at_ms";

/// Whether an id is of an account that keeps accounts and is open.
fn keeps_accounts(id: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM account a WHERE a.id = {id} AND a.disabled_at_ms IS NULL \
         AND (' ' || a.roles || ' ') LIKE '% administrator %')"
    )
}

/// The rules of requests and of what follows from them, as they were.
fn rules() -> [(&'static str, &'static str, &'static str, String); 3] {
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
    let unconfirmed = "NEW.request_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM account_request r \
        WHERE r.id = NEW.request_id AND r.account_id = NEW.account_id AND r.answer = 'confirmed' \
        AND (' ' || r.roles || ' ') LIKE ('% ' || NEW.role || ' %'))";
    [
        ("account_request_asked", "account_request", "INSERT", asked),
        ("account_request_answered", "account_request", "UPDATE", answered),
        ("account_power_confirmed", "account_power", "INSERT", unconfirmed.to_owned()),
    ]
}

/// `SQLite` changes no rule of a table: the table is made anew, and what refers to it steps aside
/// meanwhile.
fn requests_of_sqlite() -> Vec<String> {
    let table = format!(
        "CREATE TABLE account_request_now (
            id uuid_text PRIMARY KEY,
            account_id uuid_text NOT NULL REFERENCES account (id),
            kind text NOT NULL CHECK (kind IN ('new', 'roles', 'sign-in')),
            roles text NOT NULL,
            password_hash text,
            asked_by uuid_text NOT NULL REFERENCES account (id),
            asked_at_ms bigint NOT NULL,
            answer text CHECK (answer IN ('confirmed', 'refused', 'withdrawn')),
            answered_by uuid_text REFERENCES account (id),
            answered_at_ms bigint,
            CHECK ((answer IS NULL) = (answered_by IS NULL)),
            CHECK ((answer IS NULL) = (answered_at_ms IS NULL)),
            CHECK ({PASSWORD}),
            CHECK (answer IS NULL OR answer <> 'confirmed' OR (answered_by <> asked_by AND answered_by <> account_id))
        )"
    );
    let mut steps = vec![
        "DROP TRIGGER account_power_confirmed".to_owned(),
        "CREATE TEMPORARY TABLE account_power_kept AS SELECT * FROM account_power".to_owned(),
        "DELETE FROM account_power".to_owned(),
        table,
        format!("INSERT INTO account_request_now ({COLUMNS}) SELECT {COLUMNS} FROM account_request"),
        "DROP TABLE account_request".to_owned(),
        "ALTER TABLE account_request_now RENAME TO account_request".to_owned(),
        "CREATE UNIQUE INDEX account_request_open ON account_request (account_id) WHERE answer IS NULL"
            .to_owned(),
        "INSERT INTO account_power (account_id, role, request_id, since_ms) \
         SELECT account_id, role, request_id, since_ms FROM account_power_kept"
            .to_owned(),
        "DROP TABLE account_power_kept".to_owned(),
    ];
    steps.extend(rules().map(|(name, table, on, refused)| {
        format!(
            "CREATE TRIGGER {name} BEFORE {on} ON {table} WHEN {refused} \
             BEGIN SELECT RAISE(ABORT, 'guard: {name}'); END"
        )
    }));
    steps
}

fn requests_of_postgres() -> [String; 2] {
    // The rule was made without a name: it is found by what it speaks of.
    let gone = "DO $$ DECLARE old text; BEGIN FOR old IN SELECT conname FROM pg_constraint \
        WHERE conrelid = 'account_request'::regclass AND contype = 'c' \
        AND pg_get_constraintdef(oid) LIKE '%password_hash%' \
        LOOP EXECUTE format('ALTER TABLE account_request DROP CONSTRAINT %I', old); END LOOP; END $$";
    let now =
        format!("ALTER TABLE account_request ADD CONSTRAINT account_request_password CHECK ({PASSWORD})");
    [gone.to_owned(), now]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let uuid = match connection.get_database_backend() {
            DatabaseBackend::Sqlite => "uuid_text",
            _ => "uuid",
        };
        for statement in [HOLDER, HOLDS, MAKER, MADE] {
            connection.execute_unprepared(&statement.replace("{uuid}", uuid)).await?;
        }
        let (sqlite, postgres) = (requests_of_sqlite(), requests_of_postgres());
        let sqlite: Vec<&str> = sqlite.iter().map(String::as_str).collect();
        let postgres: Vec<&str> = postgres.iter().map(String::as_str).collect();
        super::per_engine(manager, &sqlite, &postgres).await
    }

    /// The wider rule of the requests stays: there may be rows that need it.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in [
            "DROP INDEX staff_token_by_maker",
            "ALTER TABLE staff_token DROP COLUMN made_by",
            "DROP TABLE account_holder",
        ] {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }
}
