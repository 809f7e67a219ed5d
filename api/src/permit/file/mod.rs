//! A file in the hands of its applicant: begin, fill in, send, follow, withdraw.
//!
//! - `draft`, `known`: what is filled in, and what a permit's own file says already;
//! - `papers`, `landing`, `laid`: documents, and the moment in which one becomes part of it;
//! - `submit`: it is sent, once, or withdrawn; `left`: what is not asked any more stays behind;
//! - `consent`, `notice`: what others at the address and the applicant are asked; `household`:
//!   who is who there;
//! - `typed`: what was typed when it could not be taken;
//! - `history`: who looked at it.

mod consent;
mod draft;
mod history;
mod household;
mod known;
mod laid;
mod landing;
mod left;
mod notice;
mod papers;
mod submit;
mod typed;

pub(crate) use consent::is_needed as needs_consent;
pub use consent::{Invitation, Person, answer as answer_consent, invitation, record_paper, remind};
pub use draft::{begin, save};
pub use history::{Look, looks};
pub use household::{wrong_row, wrong_rows};
pub(crate) use laid::Laid;
pub use landing::{During, take_back};
pub use notice::{Answer, answer as answer_notice, open_texts};
pub use papers::{Given, hand_in, read as read_paper};
pub(crate) use papers::{Target, in_clear, receive, take_in};
pub use submit::{Missing, can_withdraw, missing, submit, withdraw};
pub use typed::{forget as forget_typed, keep as keep_typed, look as typed, sweep as sweep_typed};

use std::collections::BTreeMap;

use safe_permits::procedure::Procedure;
use safe_permits::{Dated, On};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Map, Value};

use super::entity::{answer, applicant, application, document, mandate as mandates};
use super::form::{Answers, Context, Identity, Page};
use super::mandate;
use super::numbers;
use super::sealed::FileKey;
use crate::account::citizen::{Citizen, identity};
use crate::app::State;
use crate::error::{Error, Result};

/// A file, opened for its applicant.
pub struct File {
    /// The row.
    pub row: application::Model,
    /// Its key.
    pub key: FileKey,
    /// Answers of all pages.
    pub answers: Answers,
    /// When each page was saved, in milliseconds.
    pub saved: BTreeMap<String, i64>,
    /// Files that were handed in.
    pub papers: Vec<document::Model>,
    /// Whether the identity is one of the state.
    pub official: bool,
    /// Whether the national number is known.
    pub has_number: bool,
    /// Who began it, by the sign-in; none while that does not tell a date of birth.
    person: Option<household::Someone>,
    /// Today in Brussels.
    pub today: jiff::civil::Date,
    /// The mandate by which the person acts; none in a file of their own.
    pub mandate: Option<mandates::Model>,
}

impl File {
    /// Opens a file of this person, or of a company that they are mandated for and that is
    /// open to them. Anybody else's does not exist.
    ///
    /// # Errors
    /// There is no such file for this person.
    pub async fn open(state: &State, citizen: &Citizen, id: Uuid) -> Result<Self> {
        let row = application::Entity::find_by_id(id)
            .filter(mandate::files(state, citizen))
            .one(&state.db)
            .await?
            .ok_or(Error::NotFound)?;
        let mandate = mandate::acting(state, citizen, &row).await?;
        if mandate.is_some() {
            history::record_look(state, citizen, id).await?;
        }
        // What the sign-in says is said of the person who began the file.
        let owner = match &mandate {
            None => citizen.row.clone(),
            Some(_) => applicant::Entity::find_by_id(row.applicant_id)
                .one(&state.db)
                .await?
                .ok_or(Error::NotFound)?,
        };
        let key = FileKey::of(&state.permits.keys, &row)?;
        let rows = answer::Entity::find()
            .filter(answer::Column::ApplicationId.eq(id))
            .limit(200)
            .all(&state.db)
            .await?;
        let mut answers = Answers::new();
        let mut saved = BTreeMap::new();
        for page in rows {
            let mut own: Answers = key.open(&format!("answer/{}", page.page), &page.sealed)?;
            let same = !citizen.session_hash.is_empty() && page.session_hash == citizen.session_hash;
            if !same && row.state == "draft" {
                // Declarations made in another session are asked again.
                own.retain(|_, value| !value.is_boolean());
            }
            saved.insert(page.page, page.updated_at_ms);
            answers.extend(own);
        }
        let papers = document::Entity::find()
            .filter(document::Column::ApplicationId.eq(id))
            .order_by_asc(document::Column::CreatedAtMs)
            .limit(1000)
            .all(&state.db)
            .await?;
        Ok(Self {
            key,
            answers,
            saved,
            papers,
            official: owner.kind == "official",
            has_number: owner.national_hmac.is_some(),
            person: household::Someone::of_identity(&identity::kept(state, &owner)?),
            today: numbers::today(state.clock.now_ms()),
            mandate,
            row,
        })
    }

    /// The procedure, as it applied when the file was sent, or applies today.
    ///
    /// # Errors
    /// The rows do not know it.
    pub fn procedure<'a>(&self, state: &'a State) -> Result<&'a Dated<Procedure>> {
        self.law(state).procedure(&self.row.procedure).ok_or(Error::NotFound)
    }

    /// The rows as they applied when the file was sent, or apply today.
    #[must_use]
    pub fn law<'a>(&self, state: &'a State) -> On<'a> {
        let received = self.row.received_on.as_deref().and_then(numbers::day);
        state.law.on(received.unwrap_or(self.today))
    }

    /// What the form is about.
    ///
    /// # Errors
    /// The rows do not know the procedure.
    pub fn context<'a>(&'a self, state: &'a State) -> Result<Context<'a>> {
        let identity = Identity { official: self.official, has_number: self.has_number };
        Ok(Context::new(self.law(state), self.procedure(state)?, &self.answers, identity, self.today))
    }

    /// The company that answers name, as the keyed hash under which it is looked up; none while
    /// they name no number, and when a person applies.
    ///
    /// # Errors
    /// The rows do not know the procedure.
    pub fn company(&self, state: &State, answers: &Answers) -> Result<Option<String>> {
        let identity = Identity { official: self.official, has_number: self.has_number };
        let form = Context::new(self.law(state), self.procedure(state)?, answers, identity, self.today);
        let number = answers.get("enterprise-number").and_then(Value::as_str);
        Ok(number.filter(|_| form.is_company()).and_then(|number| mandate::company_of(state, number)))
    }

    /// A page of the form that is asked in this file.
    ///
    /// # Errors
    /// There is no such page, or it is not asked.
    pub fn page<'a>(&'a self, state: &'a State, id: &str) -> Result<&'a Page> {
        let context = self.context(state)?;
        let found = context.pages().into_iter().find(|page| page.id == id).map(|page| page.id.clone());
        found.and_then(|id| state.law.page(&id)).ok_or(Error::NotFound)
    }

    /// Ids of documents of which something was handed in.
    #[must_use]
    pub fn handed(&self) -> Vec<String> {
        let mut ids: Vec<_> = self.papers.iter().map(|paper| paper.document.clone()).collect();
        ids.dedup();
        ids
    }

    /// The files of one place.
    pub fn papers_of<'a>(
        &'a self,
        document: &'a str,
        slot: &'a str,
    ) -> impl Iterator<Item = &'a document::Model> {
        self.papers.iter().filter(move |paper| paper.document == document && paper.slot == slot)
    }

    /// Whether it is still being filled in.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.row.state == "draft"
    }

    /// Who acts, in the ledger and in the audit chain.
    #[must_use]
    pub fn actor(&self) -> &'static str {
        if self.mandate.is_some() { "mandated" } else { "applicant" }
    }

    /// Refuses what only the person who began the file may do.
    ///
    /// # Errors
    /// Somebody acts by a mandate.
    pub fn must_be_own(&self) -> Result<()> {
        if self.mandate.is_none() { Ok(()) } else { Err(Error::Forbidden("permit-mandate")) }
    }

    /// Refuses what only a draft allows.
    ///
    /// # Errors
    /// The file has been sent.
    pub fn must_be_draft(&self) -> Result<()> {
        if self.is_draft() { Ok(()) } else { Err(Error::Conflict("permit-sent")) }
    }
}

/// Holds the row of a file until the transaction ends, so that two requests about it come one
/// after the other; false when there is no such file.
async fn hold(tx: &DatabaseTransaction, id: Uuid) -> Result<bool> {
    use application::Column;
    let held = application::Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(held.rows_affected == 1)
}

/// The files of a person and those open to them by a mandate, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn of_person(state: &State, citizen: &Citizen) -> Result<Vec<application::Model>> {
    Ok(application::Entity::find()
        .filter(mandate::files(state, citizen))
        .filter(application::Column::State.ne("erased"))
        .order_by_desc(application::Column::CreatedAtMs)
        .limit(200)
        .all(&state.db)
        .await?)
}

/// States of a file that its applicant or the office still works on.
const UNDER_WAY: [&str; 7] =
    ["draft", "submitted", "completeness", "missing-items", "advice", "notice", "drafting"];

/// The file about a permit that is under way in a procedure, when there is one that is open to
/// this person: what somebody else has begun keeps nobody from their own.
///
/// # Errors
/// The database does not answer.
pub async fn about(state: &State, citizen: &Citizen, permit: Uuid, procedure: &str) -> Result<Option<Uuid>> {
    let found = application::Entity::find()
        .filter(mandate::files(state, citizen))
        .filter(application::Column::GrantId.eq(permit))
        .filter(application::Column::Procedure.eq(procedure))
        .filter(application::Column::State.is_in(UNDER_WAY))
        .order_by_asc(application::Column::CreatedAtMs)
        .one(&state.db)
        .await?;
    Ok(found.map(|row| row.id))
}

/// An empty object, for pages without an answer.
#[must_use]
pub fn nothing() -> Map<String, Value> {
    Map::new()
}
