//! What the rows of `retention.toml` erase. Each class of data has its own period: a medical
//! certificate goes while its file stays.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{Condition, DatabaseTransaction, QueryFilter};
use serde_json::json;

use safe_permits::retention::Action;

use super::erase;
use super::over::Kept;
use super::unnamed::{self, REDACTED};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::Result;
use crate::permit::entity::application::{Column, Entity, Model};
use crate::permit::entity::{advice, consent, document, fee, payment};
use crate::permit::sealed::FileKey;
use crate::permit::{numbers, vault};

/// Most files of one class in one run; the rest has its turn a minute later.
const AT_ONCE: usize = 50;

/// What a class is about.
#[derive(Clone, Copy)]
enum What<'c> {
    /// The whole file, when it ended in one of these states.
    File(&'static [&'static str]),
    /// The opinions on it.
    Opinions,
    /// Who lives at the address.
    Cohabitants,
    /// The documents of this class.
    Papers(&'c str),
}

impl What<'_> {
    /// Files that hold something of it.
    fn files(self) -> Condition {
        let of = match self {
            Self::File(states) => return Condition::all().add(Column::State.is_in(states.iter().copied())),
            Self::Opinions => {
                Query::select().column(advice::Column::ApplicationId).from(advice::Entity).to_owned()
            }
            Self::Cohabitants => Query::select()
                .column(consent::Column::ApplicationId)
                .from(consent::Entity)
                .and_where(consent::Column::PersonHmac.not_like(format!("{REDACTED}%")))
                .to_owned(),
            Self::Papers(class) => Query::select()
                .column(document::Column::ApplicationId)
                .from(document::Entity)
                .and_where(document::Column::DataClass.eq(class))
                .to_owned(),
        };
        Condition::all().add(Column::Id.in_subquery(of))
    }
}

/// Erases what is over; the answer is in how many files, and how many lines of the bank.
///
/// # Errors
/// The database does not answer.
pub(super) async fn run(state: &State) -> Result<usize> {
    let law = state.law.on(numbers::today(state.clock.now_ms()));
    let mut done = lines(state).await?;
    for row in &state.law.classes {
        let Some(class) = law.class(&row.id).filter(|today| std::ptr::eq(*today, row)) else { continue };
        let Some(kept) = class.period().and_then(|period| Kept::new(state, &class.from, period)) else {
            continue;
        };
        let all = match (class.id.as_str(), class.action) {
            ("refused-file", Action::Erase) => vec![What::File(&["withdrawn", "refused", "inadmissible"])],
            ("application-file", Action::Erase) => {
                vec![What::File(&["granted", "granted-conditions", "recorded"])]
            }
            ("advice", Action::Erase) => vec![What::Opinions],
            ("cohabitant-consent", Action::Erase | Action::Redact) => {
                vec![What::Cohabitants, What::Papers("cohabitant-consent")]
            }
            (id, Action::Erase) => vec![What::Papers(id)],
            _ => Vec::new(),
        };
        for what in all {
            done += walk(state, &kept, what).await?;
        }
    }
    Ok(done)
}

/// Goes through the files of a class. One that cannot be erased stays, and those after it go.
async fn walk(state: &State, kept: &Kept<'_>, what: What<'_>) -> Result<usize> {
    let (mut done, mut after) = (0, None);
    while done < AT_ONCE {
        let (rows, last) = kept.page(state, what.files(), after).await?;
        for row in rows {
            match one(state, &row, what).await {
                Ok(()) => done += 1,
                Err(error) => tracing::error!(%error, file = %row.id, "what is over cannot be erased"),
            }
        }
        if last.is_none() {
            break;
        }
        after = last;
    }
    Ok(done)
}

async fn one(state: &State, row: &Model, what: What<'_>) -> Result<()> {
    match what {
        What::File(_) => erase(state, row.id, "system").await,
        What::Opinions => opinions(state, row).await,
        What::Cohabitants => cohabitants(state, row).await,
        What::Papers(class) => papers(state, row, class).await,
    }
}

/// Holds the file for the change, unless somebody has just placed a hold on it.
async fn free(tx: &DatabaseTransaction, row: &Model) -> Result<bool> {
    let held = Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version))
        .filter(Column::Id.eq(row.id))
        .filter(Column::LegalHold.is_null())
        .exec(tx)
        .await?;
    Ok(held.rows_affected == 1)
}

/// The documents of a class; the chain keeps that they were handed in, and their dates.
async fn papers(state: &State, row: &Model, class: &str) -> Result<()> {
    let tx = db::begin(&state.db).await?;
    if !free(&tx, row).await? {
        return Ok(());
    }
    let own = Condition::all()
        .add(document::Column::ApplicationId.eq(row.id))
        .add(document::Column::DataClass.eq(class));
    let papers = document::Entity::find().filter(own.clone()).all(&tx).await?;
    document::Entity::delete_many().filter(own).exec(&tx).await?;
    for paper in &papers {
        let subject = format!("permit/{}", row.id);
        let handed_in = numbers::today(paper.created_at_ms).to_string();
        let detail = json!({ "document": paper.document, "on": handed_in, "dated": paper.dated_on });
        let act = Act { actor: "system", action: "permit.paper-erased", subject, detail };
        audit::record(&tx, state.clock.now_ms(), act).await?;
    }
    tx.commit().await?;
    for paper in papers {
        vault::discard(state, &paper.vault_key).await?;
    }
    Ok(())
}

async fn opinions(state: &State, row: &Model) -> Result<()> {
    let tx = db::begin(&state.db).await?;
    if !free(&tx, row).await? {
        return Ok(());
    }
    let own = advice::Column::ApplicationId.eq(row.id);
    let gone = advice::Entity::delete_many().filter(own).exec(&tx).await?;
    let subject = format!("permit/{}", row.id);
    let detail = json!({ "opinions": gone.rows_affected });
    let act = Act { actor: "system", action: "permit.advice-erased", subject, detail };
    audit::record(&tx, state.clock.now_ms(), act).await?;
    Ok(tx.commit().await?)
}

/// What was answered stays; who answered is not named any more.
async fn cohabitants(state: &State, row: &Model) -> Result<()> {
    let tx = db::begin(&state.db).await?;
    if !free(&tx, row).await? {
        return Ok(());
    }
    let key = FileKey::of(&state.permits.keys, row)?;
    let count = unnamed::unname(&tx, row.id, &key).await?;
    let subject = format!("permit/{}", row.id);
    let detail = json!({ "consents": count });
    let act = Act { actor: "system", action: "permit.consent-redacted", subject, detail };
    audit::record(&tx, state.clock.now_ms(), act).await?;
    Ok(tx.commit().await?)
}

/// What the bank wrote beside a transfer, once the books of its year are closed and kept for
/// long enough. The amount and the day stay: the same file of the bank must not count again.
async fn lines(state: &State) -> Result<usize> {
    let today = numbers::today(state.clock.now_ms());
    let class = state.law.on(today).class("payment").filter(|row| row.action == Action::Erase);
    let Some(period) = class.and_then(|row| row.period()) else { return Ok(0) };
    let first_kept = format!("{}-01-01", period.unit.after(today, -period.amount).year());
    let held = Query::select()
        .expr(Expr::val(1_i64))
        .from(fee::Entity)
        .inner_join(Entity, Expr::col((Entity, Column::Id)).equals((fee::Entity, fee::Column::ApplicationId)))
        .and_where(
            Expr::col((fee::Entity, fee::Column::Id)).equals((payment::Entity, payment::Column::FeeId)),
        )
        .and_where(Expr::col((Entity, Column::LegalHold)).is_not_null())
        .to_owned();
    let gone = payment::Entity::update_many()
        .col_expr(payment::Column::LineSealed, Expr::value(Option::<Vec<u8>>::None))
        .filter(payment::Column::ReceivedOn.lt(first_kept))
        .filter(payment::Column::LineSealed.is_not_null())
        .filter(Expr::exists(held).not())
        .exec(&state.db)
        .await?;
    Ok(usize::try_from(gone.rows_affected).unwrap_or(usize::MAX))
}
