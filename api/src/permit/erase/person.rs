//! People of whom nothing is kept any more: no file, no permit, no mandate, no answer about
//! somebody else's file, no session, and no sign-in of the last day. Their names and numbers go,
//! too; whoever signs in again is taken up anew.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, IntoColumnRef, IntoTableRef, Query, SimpleExpr};
use sea_orm::{Condition, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;

use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::Result;
use crate::permit::entity::applicant::{Column, Entity};
use crate::permit::entity::{application, consent, grant, mandate, session};

/// Whoever signs in is taken up before the session begins: nobody goes in between.
const YOUNGEST_MS: i64 = 86_400_000;
/// Most people of one run.
const AT_ONCE: u64 = 50;

/// No row of a table names the person.
fn unnamed(table: impl IntoTableRef, column: impl IntoColumnRef) -> SimpleExpr {
    let named = Query::select()
        .expr(Expr::val(1_i64))
        .from(table)
        .and_where(Expr::col(column).equals((Entity, Column::Id)))
        .to_owned();
    Expr::exists(named).not()
}

fn forgotten(now_ms: i64) -> Condition {
    use application::Entity as Files;
    use {consent::Entity as Consents, grant::Entity as Permits};
    use {mandate::Entity as Mandates, session::Entity as Sessions};
    Condition::all()
        // Erased files point to nobody.
        .add(Column::Id.ne(Uuid::nil()))
        .add(Column::SeenAtMs.lt(now_ms - YOUNGEST_MS))
        .add(unnamed(Files, (Files, application::Column::ApplicantId)))
        .add(unnamed(Permits, (Permits, grant::Column::HolderId)))
        .add(unnamed(Mandates, (Mandates, mandate::Column::ApplicantId)))
        .add(unnamed(Consents, (Consents, consent::Column::AnsweredBy)))
        .add(unnamed(Sessions, (Sessions, session::Column::ApplicantId)))
}

/// Erases them; the answer is how many.
///
/// # Errors
/// The database does not answer.
pub(super) async fn run(state: &State) -> Result<usize> {
    let now_ms = state.clock.now_ms();
    let rows = Entity::find().filter(forgotten(now_ms)).order_by_asc(Column::Id).limit(AT_ONCE);
    let ids: Vec<Uuid> = rows.all(&state.db).await?.into_iter().map(|row| row.id).collect();
    if ids.is_empty() {
        return Ok(0);
    }
    let tx = db::begin(&state.db).await?;
    let old = forgotten(now_ms).add(Column::Id.is_in(ids));
    let gone = Entity::delete_many().filter(old).exec(&tx).await?;
    if gone.rows_affected == 0 {
        return Ok(0);
    }
    // The chain says how many, never who.
    let detail = json!({ "people": gone.rows_affected });
    let subject = "permit-people".to_owned();
    let act = Act { actor: "system", action: "permit.people-erased", subject, detail };
    audit::record(&tx, now_ms, act).await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(usize::try_from(gone.rows_affected).unwrap_or(usize::MAX))
}
