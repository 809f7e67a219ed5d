//! A file in which the High Official has decided is not withdrawn any more: the decision could
//! never be given out.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const NAME: &str = "permit_application_decided";

const REFUSED: &str = "NEW.state = 'withdrawn' AND OLD.state <> 'withdrawn' AND EXISTS \
    (SELECT 1 FROM permit_decision d WHERE d.application_id = NEW.id AND d.state = 'decided')";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sqlite = format!(
            "CREATE TRIGGER {NAME} BEFORE UPDATE ON permit_application WHEN {REFUSED} \
             BEGIN SELECT RAISE(ABORT, 'guard: {NAME}'); END"
        );
        let function = format!(
            "CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger AS $$ BEGIN \
             IF {REFUSED} THEN RAISE EXCEPTION 'guard: {NAME}'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
        );
        let trigger = format!(
            "CREATE TRIGGER {NAME} BEFORE UPDATE ON permit_application \
             FOR EACH ROW EXECUTE FUNCTION {NAME}()"
        );
        super::per_engine(manager, &[&sqlite], &[&function, &trigger]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sqlite = format!("DROP TRIGGER {NAME}");
        let trigger = format!("DROP TRIGGER {NAME} ON permit_application");
        let function = format!("DROP FUNCTION {NAME}()");
        super::per_engine(manager, &[&sqlite], &[&trigger, &function]).await
    }
}
