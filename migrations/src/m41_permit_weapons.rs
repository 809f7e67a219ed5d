//! A permit for several weapons has parts for each of them, and each is acquired on a day of its
//! own: parts belong to a weapon, and say when it was acquired.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// `weapon` is the row of the weapon in the application; empty for the only weapon of a permit,
/// or for all that it names.
const NOW: &str = "CREATE TABLE permit_part_now (
    grant_id {uuid} NOT NULL REFERENCES permit_grant (id) ON DELETE CASCADE,
    weapon text NOT NULL,
    part text NOT NULL CHECK (part IN ('A', 'B')),
    state text NOT NULL CHECK (state IN ('with-holder', 'with-authority', 'to-return', 'lost')),
    acquired_on text,
    serial_sealed {blob},
    returned_on text,
    changed_at_ms bigint NOT NULL,
    CONSTRAINT permit_part_of_weapon PRIMARY KEY (grant_id, weapon, part)
)";

const TAKEN_OVER: &str = "INSERT INTO permit_part_now \
    SELECT p.grant_id, '', p.part, p.state, g.acquired_on, p.serial_sealed, p.returned_on, p.changed_at_ms \
    FROM permit_part p JOIN permit_grant g ON g.id = p.grant_id";

const FORMER: &str = "CREATE TABLE permit_part_now (
    grant_id {uuid} NOT NULL REFERENCES permit_grant (id) ON DELETE CASCADE,
    part text NOT NULL CHECK (part IN ('A', 'B')),
    state text NOT NULL CHECK (state IN ('with-holder', 'with-authority', 'to-return', 'lost')),
    serial_sealed {blob},
    returned_on text,
    changed_at_ms bigint NOT NULL,
    CONSTRAINT permit_part_of_grant PRIMARY KEY (grant_id, part)
)";

/// Of several weapons the first stays. The number of one among several is sealed for its own
/// place, and cannot be opened at that of a whole permit.
const GIVEN_BACK: &str = "INSERT INTO permit_part_now \
    SELECT p.grant_id, p.part, p.state, CASE WHEN p.weapon = '' THEN p.serial_sealed END, \
    p.returned_on, p.changed_at_ms FROM permit_part p WHERE p.weapon = \
    (SELECT MIN(o.weapon) FROM permit_part o WHERE o.grant_id = p.grant_id AND o.part = p.part)";

/// The former code knows one day for a permit: where one of several weapons was acquired, it would
/// take the permit for unused and end it.
const USED: &str = "UPDATE permit_grant SET acquired_on = \
    (SELECT MAX(p.acquired_on) FROM permit_part p WHERE p.grant_id = permit_grant.id) \
    WHERE acquired_on IS NULL AND state IN ('active', 'suspended')";

/// Makes the table anew with what it held: its primary key is another one.
async fn rebuild(manager: &SchemaManager<'_>, table: &str, rows: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let (uuid, blob) = match connection.get_database_backend() {
        DatabaseBackend::Sqlite => ("uuid_text", "blob"),
        _ => ("uuid", "bytea"),
    };
    let table = table.replace("{uuid}", uuid).replace("{blob}", blob);
    let over = ["DROP TABLE permit_part", "ALTER TABLE permit_part_now RENAME TO permit_part"];
    for statement in [table.as_str(), rows].into_iter().chain(over) {
        connection.execute_unprepared(statement).await?;
    }
    Ok(())
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        rebuild(manager, NOW, TAKEN_OVER).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(USED).await?;
        rebuild(manager, FORMER, GIVEN_BACK).await
    }
}
