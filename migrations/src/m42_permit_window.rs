//! A permit that lapsed also holds again where a new decision gives it a new time to acquire; one
//! that ended by the calendar is neither suspended nor taken back; and a weapon is acquired within
//! the time of its permit, never outside it. Notices are found by their file.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Replaced by the first of the rules here.
const BEFORE: &str = "permit_grant_unlapsed_UPDATE";

/// What it refused until now.
const WITHOUT_DAY: &str = "OLD.state = 'lapsed' AND NEW.state = 'active' \
    AND (NEW.acquired_on IS NULL OR NEW.acquired_on > NEW.acquire_until)";

/// Another decision, and a later last day.
const ANEW: &str =
    "(NEW.decision_id <> OLD.decision_id AND COALESCE(NEW.acquire_until, '') > OLD.acquire_until)";

/// What ended by the calendar is neither suspended nor taken back.
const OVER: &str = "OLD.state IN ('lapsed', 'expired') AND NEW.state IN ('suspended', 'revoked')";

/// A weapon of a permit without a window has no day of its own.
const OUTSIDE: &str = "NEW.acquired_on IS NOT NULL \
    AND (OLD.acquired_on IS NULL OR OLD.acquired_on <> NEW.acquired_on) \
    AND NOT EXISTS (SELECT 1 FROM permit_grant g WHERE g.id = NEW.grant_id \
     AND NEW.acquired_on BETWEEN g.issued_on AND g.acquire_until)";

const NOTICES: &str = "CREATE INDEX permit_notice_of_file ON permit_notice (application_id, sent_at_ms)";

/// Name, table, what is refused.
fn rules() -> [(&'static str, &'static str, String); 3] {
    [
        ("permit_grant_unlapsed_anew", "permit_grant", format!("{WITHOUT_DAY} AND NOT {ANEW}")),
        ("permit_grant_over", "permit_grant", OVER.to_owned()),
        ("permit_part_acquired_outside", "permit_part", OUTSIDE.to_owned()),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::unguard(manager, BEFORE, "permit_grant").await?;
        for (name, table, refused) in rules() {
            super::guard(manager, name, table, &refused).await?;
        }
        manager.get_connection().execute_unprepared(NOTICES).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared("DROP INDEX permit_notice_of_file").await?;
        for (name, table, _) in rules() {
            super::unguard(manager, name, table).await?;
        }
        super::guard(manager, BEFORE, "permit_grant", WITHOUT_DAY).await
    }
}
