//! A file, opened for a member of staff: the look itself is recorded first.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::{QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Map, Value, json};

use super::issue::Subject;
use super::{OPEN, READERS};
use crate::account::{Person, Role};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::{
    advice, answer, application, consent, decision, document, event, fee, grant, notice,
};
use crate::permit::file::in_clear;
use crate::permit::numbers;
use crate::permit::sealed::FileKey;
use crate::permit::vault::may_be_opened;
use crate::permit::weapon::{self, Weapon};

/// Most rows of one kind that belong to a file.
const MOST: u64 = 1_000;

/// A file with everything in it.
pub struct Case {
    /// The row.
    pub row: application::Model,
    /// Its key.
    pub key: FileKey,
    /// Answers by page.
    pub answers: BTreeMap<String, Map<String, Value>>,
    /// Documents.
    pub papers: Vec<Paper>,
    /// The ledger, oldest first.
    pub events: Vec<event::Model>,
    /// Stages of the fee.
    pub fees: Vec<fee::Model>,
    /// Consents of cohabitants.
    pub consents: Vec<consent::Model>,
    /// Opinions asked for.
    pub opinions: Vec<advice::Model>,
    /// What the applicant was asked, with the text and the answer.
    pub notices: Vec<(notice::Model, String, Option<String>)>,
    /// Decisions, newest first.
    pub decisions: Vec<decision::Model>,
    /// The permit that came of the file.
    pub grant: Option<grant::Model>,
    /// The weapons of that permit, with their parts.
    pub held: Vec<Weapon>,
    /// Today in Brussels.
    pub today: jiff::civil::Date,
}

/// A document with its name.
pub struct Paper {
    /// The row.
    pub row: document::Model,
    /// Name that the applicant's device gave it.
    pub name: String,
}

impl Paper {
    /// Whether the office may open it.
    #[must_use]
    pub fn can_be_read(&self) -> bool {
        may_be_opened(&self.row.scan)
    }
}

/// The head of a letter, line by line: the company, or the person, and the address.
pub(super) fn head_of<'v>(row: &application::Model, said: impl Fn(&str) -> Option<&'v Value>) -> Vec<String> {
    let written = |field: &str| said(field).and_then(Value::as_str).unwrap_or_default();
    let person = format!("{} {}", written("given-names"), written("family-name"));
    let is_company = row.applicant_kind == "company";
    let address = if is_company { said("company-seat") } else { None }.or_else(|| said("address"));
    let part = |name: &str| address.and_then(|parts| parts.get(name)?.as_str()).unwrap_or_default().trim();
    let company = if is_company { written("company-name") } else { "" };
    let street = format!("{} {} {}", part("street"), part("number"), part("box"));
    let town = format!("{} {}", part("postcode"), part("municipality"));
    let lines = [company, person.trim(), street.trim(), town.trim()];
    lines.into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Records who looks at a file, in which role and what for.
///
/// # Errors
/// The person has none of the roles.
pub(super) async fn record_look(
    state: &State,
    person: &Person,
    id: Uuid,
    (roles, purpose): (&[Role], &str),
) -> Result<()> {
    let role = person.roles.iter().find(|role| roles.contains(role)).ok_or(Error::Forbidden("role"))?;
    let detail = json!({ "role": role.as_str(), "purpose": purpose });
    let tx = db::begin(&state.db).await?;
    let subject = format!("permit/{id}");
    let act = Act { actor: &person.email, action: "permit.read", subject, detail };
    audit::record(&tx, state.clock.now_ms(), act).await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(())
}

/// A file that was sent; drafts belong to their applicant alone.
async fn sent(state: &State, id: Uuid) -> Result<application::Model> {
    application::Entity::find_by_id(id)
        .filter(application::Column::State.is_not_in(["draft", "erased"]))
        .one(&state.db)
        .await?
        .ok_or(Error::NotFound)
}

impl Case {
    /// Opens a file and records who looked and what for.
    ///
    /// # Errors
    /// The person has no role that sees files; there is no such file that was sent.
    pub async fn open(state: &State, person: &Person, id: Uuid, purpose: &str) -> Result<Self> {
        let row = sent(state, id).await?;
        record_look(state, person, id, (READERS.as_slice(), purpose)).await?;
        Self::load(state, row).await
    }

    /// Reads a file without a look of a person: for what is composed from it.
    pub(super) async fn load(state: &State, row: application::Model) -> Result<Self> {
        let id = row.id;
        let key = FileKey::of(&state.permits.keys, &row)?;
        let db = &state.db;
        let mut answers = BTreeMap::new();
        let pages = answer::Entity::find().filter(answer::Column::ApplicationId.eq(id)).limit(MOST);
        for page in pages.all(db).await? {
            let own: Map<String, Value> = key.open(&format!("answer/{}", page.page), &page.sealed)?;
            answers.insert(page.page, own);
        }
        let papers = document::Entity::find()
            .filter(document::Column::ApplicationId.eq(id))
            .order_by_asc(document::Column::CreatedAtMs)
            .limit(MOST);
        let paper = |row: document::Model| -> Result<Paper> {
            let name = key.open(&format!("name/{}", row.id), &row.name_sealed)?;
            Ok(Paper { row, name })
        };
        let papers = papers.all(db).await?.into_iter().map(paper).collect::<Result<_>>()?;
        let notices = notice::Entity::find()
            .filter(notice::Column::ApplicationId.eq(id))
            .order_by_desc(notice::Column::SentAtMs)
            .limit(MOST);
        let notice = |row: notice::Model| -> Result<(notice::Model, String, Option<String>)> {
            let text = key.open(&format!("notice/{}", row.id), &row.text_sealed)?;
            let answer = row.answer_sealed.as_deref();
            let answer =
                answer.map(|sealed| key.open(&format!("notice-answer/{}", row.id), sealed)).transpose()?;
            Ok((row, text, answer))
        };
        let notices = notices.all(db).await?.into_iter().map(notice).collect::<Result<_>>()?;
        let grant = grant::Entity::find()
            .filter(grant::Column::ApplicationId.eq(id))
            .order_by_desc(grant::Column::IssuedOn)
            .one(db)
            .await?;
        let held = match &grant {
            Some(permit) => {
                let about: Subject = key.open(&format!("grant/{}", permit.id), &permit.subject_sealed)?;
                weapon::of(db, permit, &about.weapons).await?
            }
            None => Vec::new(),
        };
        Ok(Self {
            answers,
            papers,
            notices,
            events: event::Entity::find()
                .filter(event::Column::ApplicationId.eq(id))
                .order_by_asc(event::Column::Id)
                .limit(MOST)
                .all(db)
                .await?,
            fees: fee::Entity::find()
                .filter(fee::Column::ApplicationId.eq(id))
                .order_by_asc(fee::Column::Stage)
                .limit(MOST)
                .all(db)
                .await?,
            consents: consent::Entity::find()
                .filter(consent::Column::ApplicationId.eq(id))
                .limit(MOST)
                .all(db)
                .await?,
            opinions: advice::Entity::find()
                .filter(advice::Column::ApplicationId.eq(id))
                .order_by_asc(advice::Column::SentAtMs)
                .limit(MOST)
                .all(db)
                .await?,
            decisions: decision::Entity::find()
                .filter(decision::Column::ApplicationId.eq(id))
                .order_by_desc(decision::Column::DraftedAtMs)
                .limit(MOST)
                .all(db)
                .await?,
            grant,
            held,
            today: numbers::today(state.clock.now_ms()),
            key,
            row,
        })
    }

    /// Whether the office still has to decide.
    #[must_use]
    pub fn is_open(&self) -> bool {
        OPEN.contains(&self.row.state.as_str())
    }

    /// An answer, on whichever page it was given.
    #[must_use]
    pub fn said(&self, field: &str) -> Option<&Value> {
        self.answers.values().find_map(|page| page.get(field))
    }

    /// Day whose rows apply to the file.
    #[must_use]
    pub fn law_on(&self) -> jiff::civil::Date {
        self.row.received_on.as_deref().and_then(numbers::day).unwrap_or(self.today)
    }

    /// The same day, as it is stored.
    #[must_use]
    pub fn law_day(&self) -> String {
        self.row.received_on.clone().unwrap_or_else(|| self.today.to_string())
    }

    /// Day on which the file was found complete and admissible.
    #[must_use]
    pub fn complete_on(&self) -> Option<&str> {
        let found = self.events.iter().rev().find(|event| event.kind == "examined");
        found.filter(|_| self.row.admissible.as_deref() == Some("yes")).map(|event| event.on_day.as_str())
    }

    /// The notice after which an adverse decision can be taken: the last one that was closed, whose
    /// last day is over, and younger than what was decided before.
    #[must_use]
    pub fn heard(&self) -> Option<&notice::Model> {
        let before = self.decisions.iter().filter_map(|row| row.issued_at_ms).max().unwrap_or(0);
        let today = self.today.to_string();
        let over = |row: &&notice::Model| {
            row.sent_at_ms > before
                && row.due_on < today
                && row.kind == "before-adverse"
                && matches!(row.state.as_str(), "answered" | "expired")
        };
        self.notices.iter().map(|(row, _, _)| row).find(over)
    }

    /// Who receives the letter, line by line: the company, or the person, and the address.
    #[must_use]
    pub fn addressee(&self) -> Vec<String> {
        head_of(&self.row, |field| self.said(field))
    }

    /// The weapons that the application names.
    #[must_use]
    pub fn weapons(&self) -> Vec<Value> {
        self.said("weapons").and_then(Value::as_array).cloned().unwrap_or_default()
    }

    /// Where the applicant wants mail.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.answers.values().find_map(|page| page.get("email")?.as_str())
    }

    /// The decision that is being prepared.
    #[must_use]
    pub fn open_decision(&self) -> Option<&decision::Model> {
        self.decisions
            .iter()
            .find(|one| matches!(one.state.as_str(), "checking" | "deciding" | "held" | "decided"))
    }
}

/// A document of a file, opened; the look is recorded.
///
/// # Errors
/// The person has no role that sees files; the document is not of this file, or was found
/// infected or not yet looked at.
pub async fn read_paper(
    state: &State,
    person: &Person,
    id: Uuid,
    paper: Uuid,
) -> Result<(document::Model, Vec<u8>)> {
    sent(state, id).await?;
    let row = document::Entity::find_by_id(paper)
        .filter(document::Column::ApplicationId.eq(id))
        .one(&state.db)
        .await?
        .ok_or(Error::NotFound)?;
    if !may_be_opened(&row.scan) {
        return Err(Error::Conflict("permit-paper-not-clean"));
    }
    record_look(state, person, id, (READERS.as_slice(), &format!("document {}", row.document))).await?;
    let bytes = in_clear(state, &row).await?;
    Ok((row, bytes))
}
