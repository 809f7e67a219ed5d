//! The consent of every adult at the address: one invitation each, bound to the
//! person, answered once.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, Query, SimpleExpr};
use sea_orm::{ActiveModelTrait, DatabaseTransaction, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::File;
use super::household::{self, Someone};
use crate::account::citizen::Citizen;
use crate::account::{digest, random_token};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use crate::permit::desk::consent as taken;
use crate::permit::entity::{State as Stands, application, consent};
use crate::permit::mail::{self, Reader};
use crate::permit::sealed::FileKey;
use crate::permit::{after, mandate};

/// Deadline of the answer, a working rule of the rows.
const DEADLINE: &str = "consent-invitation";

/// What is kept of a cohabitant.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Person {
    /// Family name.
    pub family_name: String,
    /// Given names.
    pub given_names: String,
    /// Date of birth; none in earlier invitations.
    #[serde(default)]
    pub birth_date: Option<String>,
    /// Mail address.
    pub email: Option<String>,
}

impl Person {
    /// Who that is, to be compared with who signs in.
    fn someone(&self) -> Option<Someone> {
        Someone::new(&self.family_name, &self.given_names, self.birth_date.as_deref()?)
    }
}

/// Makes an invitation for each adult at the address, and sends those online.
pub(super) async fn invite(state: &State, file: &File, tx: &DatabaseTransaction, now_ms: i64) -> Result<()> {
    let context = file.context(state)?;
    if !context.procedure.consent || !context.says("cohabitants", "some") {
        return Ok(());
    }
    let due = super::submit::due_on(state, DEADLINE, file.today)?;
    for row in context.rows("cohabitant-list") {
        let text = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let online = text("route") == "online";
        let person = Person {
            family_name: text("family-name"),
            given_names: text("given-names"),
            birth_date: Some(text("birth-date")),
            email: online.then(|| text("email")),
        };
        let value = person.someone().ok_or_else(|| Error::invalid("file", "permit-missing"))?.value();
        let id = Uuid::now_v7();
        let token = random_token()?;
        let row = consent::ActiveModel {
            id: Set(id),
            application_id: Set(file.row.id),
            slot: Set(text("row")),
            person_sealed: Set(file.key.seal(&format!("consent/{id}"), &person)?),
            person_hmac: Set(state.permits.keys.hash("person", &value)),
            route: Set(text("route")),
            state: Set("waiting".to_owned()),
            token_hash: Set(online.then(|| digest(&token))),
            invited_at_ms: Set(online.then_some(now_ms)),
            due_on: Set(due.clone()),
            reminders: Set(0),
            ..Default::default()
        };
        row.insert(tx).await?;
        if let Some(to) = &person.email {
            let reader = Reader::cohabitant(&file.row, id, &token, to);
            mail::tell(state, tx, &reader, ("consent-invitation", ""), due.as_deref()).await?;
        }
    }
    Ok(())
}

/// Consents in files that still wait for a decision: afterwards nobody needs the answer.
pub(crate) fn is_needed() -> SimpleExpr {
    let states = Stands::ALL.into_iter().filter(|state| state.is_open()).map(Stands::as_str);
    let open = Query::select()
        .column(application::Column::Id)
        .from(application::Entity)
        .and_where(application::Column::State.is_in(states))
        .to_owned();
    consent::Column::ApplicationId.in_subquery(open)
}

/// An invitation as the person who is asked sees it.
pub struct Invitation {
    /// The row.
    pub row: consent::Model,
    /// Whether an answer is still needed: not when the file ended without it.
    pub needed: bool,
    /// The day on which the service noted that a consent was taken back.
    pub taken_back: Option<String>,
    /// Language of the file.
    pub lang: String,
}

/// The invitation of a token, for the person it is meant for and nobody else.
///
/// # Errors
/// [`Error::NotFound`] for an unknown token; [`Error::Forbidden`] `permit-consent`
/// when somebody else opens it, the applicant included.
pub async fn invitation(state: &State, citizen: &Citizen, token: &str) -> Result<Invitation> {
    let row = consent::Entity::find()
        .filter(consent::Column::TokenHash.eq(digest(token)))
        .one(&state.db)
        .await?
        .ok_or(Error::NotFound)?;
    let file = application::Entity::find_by_id(row.application_id).one(&state.db).await?;
    let file = file.filter(|file| file.key_wrapped.is_some()).ok_or(Error::NotFound)?;
    // Nobody answers about a file in which they act.
    let own = file.applicant_id == citizen.row.id
        || file.company_hmac.is_some() && mandate::acting(state, citizen, &file).await.is_ok();
    let key = FileKey::of(&state.permits.keys, &file)?;
    let named: Person = key.open(&format!("consent/{}", row.id), &row.person_sealed)?;
    if own || !household::is_asked(state, citizen, &row.person_hmac, named.someone().as_ref())? {
        return Err(Error::Forbidden("permit-consent"));
    }
    let needed = Stands::parse(&file.state).is_some_and(Stands::is_open);
    let taken_back = match row.state.as_str() {
        "consented" => taken::read_by_cohabitant(state, &key, &row).await?,
        _ => None,
    };
    Ok(Invitation { row, needed, taken_back, lang: file.lang })
}

/// Takes an answer. It is given once; after that only the office changes it.
///
/// # Errors
/// The invitation is answered, the file has ended, or it is somebody else's.
pub async fn answer(state: &State, citizen: &Citizen, token: &str, agrees: bool) -> Result<()> {
    let Invitation { row, .. } = invitation(state, citizen, token).await?;
    let now_ms = state.clock.now_ms();
    let to = if agrees { "consented" } else { "refused" };
    let tx = db::begin(&state.db).await?;
    let changed = consent::Entity::update_many()
        .col_expr(consent::Column::State, Expr::value(to.to_owned()))
        .col_expr(consent::Column::AnsweredBy, Expr::value(Some(citizen.row.id)))
        .col_expr(consent::Column::AnsweredAtMs, Expr::value(Some(now_ms)))
        .filter(consent::Column::Id.eq(row.id))
        .filter(consent::Column::State.eq("waiting"))
        .filter(is_needed())
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-consent-done"));
    }
    // The chain says that an answer came, never which.
    let subject = format!("permit/{}", row.application_id);
    let act = Act { actor: "cohabitant", action: "permit.consent", subject, detail: json!({}) };
    audit::record(&tx, now_ms, act).await?;
    complete(state, &tx, row.application_id).await?;
    tx.commit().await?;
    Ok(())
}

/// Records what an officer read on a signed form; the scan stays with the answer.
///
/// # Errors
/// The answer is recorded already, or the file has ended.
pub async fn record_paper(
    state: &State,
    officer: &crate::account::Person,
    (file, id, paper): (Uuid, Uuid, Uuid),
    agrees: bool,
) -> Result<()> {
    let now_ms = state.clock.now_ms();
    let to = if agrees { "consented" } else { "refused" };
    let tx = db::begin(&state.db).await?;
    let changed = consent::Entity::update_many()
        .col_expr(consent::Column::State, Expr::value(to.to_owned()))
        .col_expr(consent::Column::PaperDocumentId, Expr::value(Some(paper)))
        .col_expr(consent::Column::PaperCheckedBy, Expr::value(Some(officer.id)))
        .col_expr(consent::Column::AnsweredAtMs, Expr::value(Some(now_ms)))
        .col_expr(consent::Column::TokenHash, Expr::value(Option::<String>::None))
        .filter(consent::Column::Id.eq(id))
        .filter(consent::Column::ApplicationId.eq(file))
        .filter(consent::Column::State.is_in(["waiting", "expired"]))
        .filter(is_needed())
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-consent-done"));
    }
    let subject = format!("permit/{file}");
    let detail = json!({ "consent": id, "document": paper });
    let act = Act { actor: &officer.email, action: "permit.consent-paper", subject, detail };
    audit::record(&tx, now_ms, act).await?;
    complete(state, &tx, file).await?;
    tx.commit().await?;
    Ok(())
}

/// Tells the applicant, once, that everybody has answered; never who or what.
async fn complete(state: &State, tx: &DatabaseTransaction, id: Uuid) -> Result<()> {
    let waiting = consent::Entity::find()
        .filter(consent::Column::ApplicationId.eq(id))
        .filter(consent::Column::State.is_in(["waiting", "expired"]))
        .count(tx)
        .await?;
    let file = application::Entity::find_by_id(id).one(tx).await?.ok_or(Error::NotFound)?;
    if waiting == 0 && after::is_first(tx, id, (DEADLINE, "complete"), state.clock.now_ms()).await? {
        let to = after::address(state, tx, &file).await?;
        let reader = Reader::applicant(&file, to.as_deref());
        mail::tell(state, tx, &reader, ("consent-complete", "all"), None).await?;
    }
    Ok(())
}

/// Reminds somebody, with a fresh invitation: the first one no longer opens. `number` is which
/// of the reminders it is; those before it are left out.
///
/// # Errors
/// The database does not answer.
pub async fn remind(state: &State, row: &consent::Model, number: i64) -> Result<()> {
    let tx = db::begin(&state.db).await?;
    let Some(file) = application::Entity::find_by_id(row.application_id).one(&tx).await? else {
        return Ok(());
    };
    let key = FileKey::of(&state.permits.keys, &file)?;
    let person: Person = key.open(&format!("consent/{}", row.id), &row.person_sealed)?;
    let token = random_token()?;
    let changed = consent::Entity::update_many()
        .col_expr(consent::Column::Reminders, Expr::value(number))
        .col_expr(consent::Column::TokenHash, Expr::value(Some(digest(&token))))
        .filter(consent::Column::Id.eq(row.id))
        .filter(consent::Column::State.eq("waiting"))
        .filter(is_needed())
        .filter(consent::Column::Reminders.eq(row.reminders))
        .exec(&tx)
        .await?;
    // Another process was faster, or the answer has just come.
    if changed.rows_affected == 1
        && let Some(to) = &person.email
    {
        let reader = Reader::cohabitant(&file, row.id, &token, to);
        let once = number.to_string();
        mail::tell(state, &tx, &reader, ("consent-reminder", &once), row.due_on.as_deref()).await?;
    }
    tx.commit().await?;
    Ok(())
}
