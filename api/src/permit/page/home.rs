//! The files of the person who is signed in.

use std::collections::{HashMap, HashSet};

use actix_web::{HttpResponse, web};
use askama::Template;
use jiff::civil::Date;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use uuid::Uuid;

use super::mark::{self, permit_tag};
use super::reader::Reader;
use super::sheet::{Sheet, lang_of, show};
use super::words;
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::error::Result;
use crate::i18n::Lang;
use crate::permit::desk;
use crate::permit::entity::{application, event, grant, notice};
use crate::permit::{file, mandate, numbers};

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.route("", web::get().to(page)).route("/", web::get().to(page));
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    note: String,
}

struct Line {
    address: String,
    title: String,
    reference: String,
    /// The company, for somebody who acts by a mandate.
    company: Option<String>,
    state: String,
    tag: &'static str,
    changed: String,
    draft: bool,
    /// Whether the office is at work on it still, after the last day for its decision.
    late: bool,
}

struct Permit {
    address: String,
    title: String,
    number: String,
    company: Option<String>,
    state: String,
    tag: &'static str,
    until: String,
    acquire: String,
    control: String,
}

impl Permit {
    /// Whether there is a day to tell.
    fn has_facts(&self) -> bool {
        [&self.until, &self.acquire, &self.control].iter().any(|day| !day.is_empty())
    }
}

#[derive(Template)]
#[template(path = "permits/home.html")]
struct Home {
    s: Sheet,
    files: Vec<Line>,
    permits: Vec<Permit>,
    start: Vec<(String, String, String)>,
}

/// Those of the files that are answers to a control which left questions.
async fn questioned(state: &State, rows: &[application::Model]) -> Result<HashSet<Uuid>> {
    let recorded = rows.iter().filter(|row| row.state == "recorded").map(|row| row.id);
    let lines = event::Entity::find()
        .filter(event::Column::ApplicationId.is_in(recorded))
        .filter(event::Column::Kind.eq(mark::QUESTIONS))
        .all(&state.db)
        .await?;
    Ok(lines.into_iter().map(|line| line.application_id).collect())
}

/// The company of each file in which a person acts by a mandate, as they wrote its name.
async fn companies(
    state: &State,
    citizen: &Citizen,
    rows: &[application::Model],
) -> Result<HashMap<Uuid, String>> {
    let mut found = HashMap::new();
    for mandate in mandate::of_person(state, citizen).await?.iter().filter(|one| one.state == "confirmed") {
        let company = mandate::kept(state, mandate)?.company;
        let of_it = |row: &&application::Model| row.company_hmac.as_ref() == Some(&mandate.company_hmac);
        let others = rows.iter().filter(of_it).filter(|row| row.applicant_id != citizen.row.id);
        found.extend(others.map(|row| (row.id, company.clone())));
    }
    Ok(found)
}

/// What is asked in those of the files that wait for their applicant, the newest first.
async fn asked(state: &State, rows: &[application::Model]) -> Result<HashMap<Uuid, Vec<notice::Model>>> {
    let waits = rows.iter().filter(|row| mark::ASKING.contains(&row.state.as_str())).map(|row| row.id);
    let all = notice::Entity::find()
        .filter(notice::Column::ApplicationId.is_in(waits))
        .order_by_desc(notice::Column::SentAtMs)
        .all(&state.db)
        .await?;
    let mut asked: HashMap<Uuid, Vec<notice::Model>> = HashMap::new();
    for row in all {
        asked.entry(row.application_id).or_default().push(row);
    }
    Ok(asked)
}

/// Until when something of a permit can still be acquired.
fn acquires<'p>(row: &'p grant::Model, today: &str) -> Option<&'p str> {
    let until = row.acquire_until.as_deref().filter(|until| *until >= today);
    until.filter(|_| row.state == "active" && row.acquired_on.is_none())
}

/// The person who looks at the list, and what it says of companies.
struct Looks<'s> {
    state: &'s State,
    citizen: &'s Citizen,
    lang: Lang,
    today: Date,
    companies: HashMap<Uuid, String>,
}

impl Looks<'_> {
    fn title(&self, procedure: &str) -> String {
        self.state.law.title(procedure).map(|title| title.get(self.lang).to_owned()).unwrap_or_default()
    }

    fn address(&self, path: &str) -> String {
        format!("/{}/permits/apply/{path}", self.lang)
    }

    fn line(
        &self,
        row: application::Model,
        (has_questions, is_late): (bool, bool),
        asked: &[notice::Model],
    ) -> Line {
        let next = mark::heard(&row.state, asked, self.today);
        let (words, tag) = mark::of_file(mark::marked(&row.state, has_questions), next);
        let reader = Reader { lang: self.lang, shared: row.applicant_id != self.citizen.row.id };
        Line {
            company: self.companies.get(&row.id).cloned(),
            address: self.address(&format!("{}/", row.id)),
            title: self.title(&row.procedure),
            state: reader.text(&words),
            tag,
            changed: words::moment(self.lang, row.updated_at_ms),
            draft: row.state == "draft",
            late: is_late && mark::is_with_office(next),
            reference: row.reference.unwrap_or_default(),
        }
    }

    fn card(&self, row: grant::Model) -> Permit {
        let lang = self.lang;
        Permit {
            company: self.companies.get(&row.application_id).cloned(),
            address: self.address(&format!("permit/{}", row.id)),
            title: self.title(&row.procedure),
            state: lang.text(&format!("permits-state-{}", row.state)),
            tag: permit_tag(&row.state),
            until: words::stored(lang, row.ends_on.as_deref()),
            acquire: words::stored(lang, acquires(&row, &self.today.to_string())),
            control: words::stored(lang, row.control_on.as_deref().filter(|_| row.state == "active")),
            number: row.number,
        }
    }
}

async fn permits(state: &State, citizen: &Citizen) -> Result<Vec<grant::Model>> {
    let own = grant::Entity::find().filter(mandate::permits(state, citizen));
    Ok(own.order_by_desc(grant::Column::IssuedOn).limit(200).all(&state.db).await?)
}

async fn page(
    state: web::Data<State>,
    path: web::Path<String>,
    note: web::Query<Asked>,
    citizen: Citizen,
) -> Result<HttpResponse> {
    let lang = lang_of(&path)?;
    let s = Sheet::new(&state, &citizen, lang, lang.text("permits-my-files"), "")?.note(Some(&note.note));
    let rows = file::of_person(&state, &citizen).await?;
    let companies = companies(&state, &citizen, &rows).await?;
    let (questioned, asked) = (questioned(&state, &rows).await?, asked(&state, &rows).await?);
    let today = numbers::today(state.clock.now_ms());
    let sent = rows.iter().map(|row| (row.id, row.state.as_str(), row.due_on.as_deref()));
    let late = desk::overdue(&state, sent, today).await?;
    let looks = Looks { state: &state, citizen: &citizen, lang, today, companies };
    let own = |id: &Uuid| asked.get(id).map(Vec::as_slice).unwrap_or_default();
    let files = rows.into_iter().map(|row| {
        let (id, marks) = (row.id, (questioned.contains(&row.id), late.contains(&row.id)));
        looks.line(row, marks, own(&id))
    });
    let law = state.law.on(today);
    let start = law.procedures().filter(|p| !p.flow.is_empty()).map(|p| {
        let address = format!("{}/new/{}", s.base(), p.id);
        (address, p.title.get(lang).to_owned(), p.summary.get(lang).to_owned())
    });
    let permits = permits(&state, &citizen).await?.into_iter().map(|row| looks.card(row)).collect();
    let view = Home { files: files.collect(), permits, start: start.collect(), s };
    show(&state, &view.s, &view).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_permit_that_holds_lets_acquire() {
        let permit = grant::Model {
            id: Uuid::nil(),
            application_id: Uuid::nil(),
            decision_id: Uuid::nil(),
            holder_id: Uuid::nil(),
            number: String::new(),
            procedure: "detention".to_owned(),
            model: "4".to_owned(),
            state: "active".to_owned(),
            subject_sealed: Vec::new(),
            issued_on: "2026-11-01".to_owned(),
            ends_on: None,
            acquire_until: Some("2027-02-01".to_owned()),
            acquired_on: None,
            control_on: None,
            changed_at_ms: 0,
            revoked_from: None,
        };
        assert_eq!(acquires(&permit, "2027-02-01"), Some("2027-02-01"), "the last day is in time");
        assert_eq!(acquires(&permit, "2027-02-02"), None);
        for state in ["suspended", "revoked", "lapsed", "expired"] {
            let ended = grant::Model { state: state.to_owned(), ..permit.clone() };
            assert_eq!(acquires(&ended, "2026-12-01"), None, "{state}");
        }
        let acquired = grant::Model { acquired_on: Some("2026-11-09".to_owned()), ..permit };
        assert_eq!(acquires(&acquired, "2026-12-01"), None, "nothing is left");
    }
}
