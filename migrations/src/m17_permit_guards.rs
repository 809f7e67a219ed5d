//! Which keys of the house sealed the records, so that another key file is noticed before
//! anything is sealed with it; and a rule about permits: one that was suspended or taken
//! back holds again only after the High Official lifted the suspension, or after a ruling
//! on an appeal was recorded by somebody other than who recorded the appeal.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// `number` 0 is the key of keyed hashes. A fingerprint tells keys apart and opens nothing.
const KEYS: &str = "CREATE TABLE permit_key (
    number bigint PRIMARY KEY CHECK (number >= 0),
    fingerprint text NOT NULL,
    seen_at_ms bigint NOT NULL,
    retired_at_ms bigint
)";

/// The line of the ledger comes first, in the same transaction.
const REVIVED: &str = "OLD.state IN ('suspended', 'revoked') AND NEW.state = 'active' AND NOT EXISTS \
    (SELECT 1 FROM permit_event e WHERE e.application_id = NEW.application_id AND e.at_ms >= OLD.changed_at_ms \
     AND ((e.kind = 'suspension-lifted' AND OLD.state = 'suspended') OR (e.kind = 'appeal-decided' AND NOT EXISTS \
        (SELECT 1 FROM permit_event l WHERE l.application_id = e.application_id AND l.kind = 'appeal-lodged' \
         AND l.at_ms >= OLD.changed_at_ms AND l.actor = e.actor))))";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.get_connection().execute_unprepared(KEYS).await?;
        let sqlite = format!(
            "CREATE TRIGGER permit_grant_revived BEFORE UPDATE ON permit_grant WHEN {REVIVED} \
             BEGIN SELECT RAISE(ABORT, 'guard: permit_grant_revived'); END"
        );
        let function = format!(
            "CREATE OR REPLACE FUNCTION permit_grant_revived() RETURNS trigger AS $$ BEGIN \
             IF {REVIVED} THEN RAISE EXCEPTION 'guard: permit_grant_revived'; END IF; \
             RETURN NEW; END $$ LANGUAGE plpgsql"
        );
        let trigger = "CREATE TRIGGER permit_grant_revived BEFORE UPDATE ON permit_grant \
             FOR EACH ROW EXECUTE FUNCTION permit_grant_revived()";
        super::per_engine(manager, &[&sqlite], &[&function, trigger]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sqlite = ["DROP TRIGGER permit_grant_revived"];
        let postgres =
            ["DROP TRIGGER permit_grant_revived ON permit_grant", "DROP FUNCTION permit_grant_revived()"];
        super::per_engine(manager, &sqlite, &postgres).await?;
        manager.get_connection().execute_unprepared("DROP TABLE permit_key").await.map(|_| ())
    }
}
