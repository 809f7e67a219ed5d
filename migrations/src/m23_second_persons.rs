//! A second administrator also for the roles of whose holders two agree: on a number of the
//! help directory, on a box for letters and on an answer from it. Whoever made two accounts
//! with such a role alone would be both of them. Roles that are held already stay, as those
//! did that were guarded first.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Roles that nobody had without an entry in `account_power` until now.
const BEFORE: [&str; 4] = ["alert-approver", "legal", "high-official", "administrator"];
/// Those that join them. A listener confirms the number that an editor proposed.
const ADDED: [&str; 3] = ["communications", "help-editor", "help-listener"];

/// Trigger, which is also the name of its function, and event; both look at `account`.
const TRIGGERS: [(&str, &str); 2] = [("account_power_new", "INSERT"), ("account_power_roles", "UPDATE")];

/// Whether a row's roles, separated by spaces, hold one.
fn holds(roles: &str, role: &str) -> String {
    format!("(' ' || {roles} || ' ') LIKE '% {role} %'")
}

/// Lets the engine refuse each of these roles without its entry.
async fn guard(manager: &SchemaManager<'_>, roles: &[&str]) -> Result<(), DbErr> {
    let without_entry = roles.iter().map(|role| {
        format!(
            "({} AND NOT EXISTS (SELECT 1 FROM account_power p WHERE p.account_id = NEW.id AND p.role = '{role}'))",
            holds("NEW.roles", role)
        )
    });
    let refused = without_entry.collect::<Vec<_>>().join(" OR ");
    for (name, on) in TRIGGERS {
        // In one go, on one connection: another one may not know yet that the former is gone.
        let sqlite = format!(
            "DROP TRIGGER {name}; CREATE TRIGGER {name} BEFORE {on} ON account WHEN {refused} \
             BEGIN SELECT RAISE(ABORT, 'guard: {name}'); END"
        );
        // The trigger there calls whatever its function is now.
        let function = format!(
            "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$ BEGIN \
             IF {refused} THEN RAISE EXCEPTION 'guard: {name}'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
        );
        super::per_engine(manager, &[&sqlite], &[&function]).await?;
    }
    Ok(())
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for role in ADDED {
            let held = format!(
                "INSERT INTO account_power (account_id, role, request_id, since_ms) \
                 SELECT id, '{role}', NULL, created_at_ms FROM account WHERE {}",
                holds("roles", role)
            );
            manager.get_connection().execute_unprepared(&held).await?;
        }
        guard(manager, &[BEFORE.as_slice(), &ADDED].concat()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        guard(manager, &BEFORE).await?;
        for role in ADDED {
            let gone = format!("DELETE FROM account_power WHERE role = '{role}'");
            manager.get_connection().execute_unprepared(&gone).await?;
        }
        Ok(())
    }
}
