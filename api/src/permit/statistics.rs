//! How many files there were, how they ended and how long each step took: open data without
//! persons, as JSON (`/permits/statistics`), CSV (`/datasets/weapons-permits.csv`) and a page.
//! A count below five is not told, so that nobody can be found in it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, get, web};
use askama::Template;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{FromQueryResult, JoinType, QueryFilter, QuerySelect};
use serde::Serialize;
use utoipa::ToSchema;

use super::entity::{application, event};
use crate::app::State;
use crate::error::{Error, Result};
use crate::http::{Cached, Rate, client_address};
use crate::i18n::Lang;
use crate::portal::{self, Page};

/// Counts below this are not told.
const LEAST: i64 = 5;
/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;
/// How long a count is kept.
const KEPT_MS: i64 = 600_000;
/// Seconds that others may keep an answer.
const MAX_AGE_S: u32 = 600;

/// Steps whose time is told: name, line of the ledger that begins it, line that ends it.
const STEPS: [(&str, &str, &str); 5] = [
    ("waiting", "received", "assigned"),
    ("examination", "assigned", "examined"),
    ("decision", "examined", "decided"),
    ("delivery", "decided", "issued"),
    ("whole", "received", "issued"),
];

/// Registers the routes.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config.service(statistics);
}

/// Registers the address of the CSV, which looks like that of any dataset.
pub fn configure_csv(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config.service(statistics_csv);
}

/// Registers the page.
pub fn configure_pages(config: &mut web::ServiceConfig) {
    config.service(web::resource("/{lang:fr|nl|en|de}/permits/statistics/").route(web::get().to(page)));
}

/// Counts of files.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PermitStatistics {
    /// Counts below this are `null`.
    least: i64,
    /// One row per year of receipt, procedure and state.
    files: Vec<PermitCount>,
    /// One row per year of receipt, procedure and step.
    steps: Vec<PermitStep>,
}

/// One count.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PermitCount {
    /// Year of receipt.
    year: String,
    /// Procedure, an id of `/permits/procedures`.
    procedure: String,
    /// Where the files stand, or how they ended; open ones count together as `open`.
    state: String,
    /// How many; `null` when there are too few to be told.
    files: Option<i64>,
}

/// How long a step took.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PermitStep {
    /// Year of receipt.
    year: String,
    /// Procedure.
    procedure: String,
    /// `waiting`, `examination`, `decision`, `delivery`, or `whole`.
    step: String,
    /// Files that went through it; `null` when there are too few to be told.
    files: Option<i64>,
    /// Days it took on average, with one decimal; `null` with the files.
    mean_days: Option<f64>,
}

#[derive(FromQueryResult)]
struct Group {
    year: String,
    procedure: String,
    state: String,
    files: i64,
}

#[derive(FromQueryResult)]
struct Moment {
    year: String,
    procedure: String,
    kind: String,
    files: i64,
    total_ms: Option<i64>,
}

/// Written out: a parameter would make the two places differ for PostgreSQL.
const YEAR: &str = "substr(permit_application.received_on, 1, 4)";

async fn files(state: &State) -> Result<Vec<PermitCount>> {
    use application::{Column, Entity};
    let groups = Entity::find()
        .select_only()
        .column_as(Expr::cust(YEAR), "year")
        .column(Column::Procedure)
        .column(Column::State)
        .column_as(Column::Id.count(), "files")
        .filter(Column::State.is_not_in(["draft", "erased"]))
        .group_by(Expr::cust(YEAR))
        .group_by(Column::Procedure)
        .group_by(Column::State)
        .into_model::<Group>()
        .all(&state.db)
        .await?;
    let mut sums: BTreeMap<(String, String, String), i64> = BTreeMap::new();
    for group in groups {
        let open = super::entity::State::parse(&group.state).is_some_and(super::entity::State::is_open);
        let state = if open { "open".to_owned() } else { group.state };
        *sums.entry((group.year, group.procedure, state)).or_default() += group.files;
    }
    let count = |((year, procedure, state), files): ((String, String, String), i64)| PermitCount {
        year,
        procedure,
        state,
        files: (files >= LEAST).then_some(files),
    };
    Ok(sums.into_iter().map(count).collect())
}

/// Files that have both lines of a step, and the moments of one of them, summed up. A file
/// with several such lines counts once per pair of first lines.
async fn moments(state: &State, (begins, ends): (&str, &str), kind: &str) -> Result<Vec<Moment>> {
    use application::{Column, Entity};
    let other = if kind == begins { ends } else { begins };
    // Names of the rows of this file, no input.
    let first = format!(
        "permit_event.at_ms = (SELECT MIN(f.at_ms) FROM permit_event f WHERE f.application_id = \
         permit_event.application_id AND f.kind = '{kind}')"
    );
    let paired = format!(
        "EXISTS (SELECT 1 FROM permit_event o WHERE o.application_id = permit_event.application_id AND o.kind = '{other}')"
    );
    let rows = Entity::find()
        .select_only()
        .column_as(Expr::cust(YEAR), "year")
        .column(Column::Procedure)
        .column_as(Expr::col((event::Entity, event::Column::Kind)), "kind")
        .column_as(Expr::cust("COUNT(DISTINCT permit_application.id)"), "files")
        .column_as(
            Expr::cust("CAST(SUM(permit_event.at_ms - permit_application.submitted_at_ms) AS bigint)"),
            "total_ms",
        )
        .join(
            JoinType::InnerJoin,
            Entity::belongs_to(event::Entity).from(Column::Id).to(event::Column::ApplicationId).into(),
        )
        .filter(Column::State.is_not_in(["draft", "erased"]))
        .filter(event::Column::Kind.eq(kind))
        .filter(Expr::cust(first))
        .filter(Expr::cust(paired))
        .group_by(Expr::cust(YEAR))
        .group_by(Column::Procedure)
        .group_by(Expr::col((event::Entity, event::Column::Kind)))
        .into_model::<Moment>()
        .all(&state.db)
        .await?;
    Ok(rows)
}

async fn steps(state: &State) -> Result<Vec<PermitStep>> {
    let mut steps = Vec::new();
    for (step, begins, ends) in STEPS {
        let from = moments(state, (begins, ends), begins).await?;
        for end in moments(state, (begins, ends), ends).await? {
            let same = |one: &&Moment| one.year == end.year && one.procedure == end.procedure;
            let Some(begin) = from.iter().find(same) else { continue };
            let total = end.total_ms.unwrap_or(0) - begin.total_ms.unwrap_or(0);
            let told = end.files >= LEAST;
            let tenths = total.max(0) * 10 / (end.files.max(1) * DAY_MS);
            let days = tenths as f64 / 10.0;
            steps.push(PermitStep {
                year: end.year.clone(),
                procedure: end.procedure.clone(),
                step: step.to_owned(),
                files: told.then_some(end.files),
                mean_days: told.then_some(days),
            });
            debug_assert_eq!(end.kind, ends);
        }
    }
    steps.sort_by(|a, b| (&a.year, &a.procedure).cmp(&(&b.year, &b.procedure)));
    Ok(steps)
}

/// The statistics, counted anew when the last count is old.
async fn counted(state: &State) -> Result<Arc<PermitStatistics>> {
    let count = async {
        Ok(PermitStatistics { least: LEAST, files: files(state).await?, steps: steps(state).await? })
    };
    state.permits.counted.get(state.clock.now_ms(), KEPT_MS, count).await
}

fn limited(state: &State, request: &HttpRequest) -> Result<()> {
    state.limiter.check(Rate::Read, client_address(request, &state.config.http.trusted_proxies))
}

/// How many permit files there were, how they ended and how long each step took.
#[utoipa::path(tag = "permits", responses((status = 200, body = PermitStatistics)))]
#[get("/permits/statistics")]
async fn statistics(state: web::Data<State>, request: HttpRequest) -> Result<Cached> {
    limited(&state, &request)?;
    Cached::json(counted(&state).await?.as_ref(), "mul", MAX_AGE_S)
}

/// The same as CSV (RFC 4180), one row per figure.
#[utoipa::path(tag = "permits", responses((status = 200, content_type = "text/csv", body = String)))]
#[get("/datasets/weapons-permits.csv")]
async fn statistics_csv(state: web::Data<State>, request: HttpRequest) -> Result<Cached> {
    limited(&state, &request)?;
    let view = counted(&state).await?;
    let number = |value: Option<i64>| value.map(|value| value.to_string()).unwrap_or_default();
    let mut out = String::from("year,procedure,figure,value,files,mean_days\r\n");
    for row in &view.files {
        let _ = write!(out, "{},{},state,{},{},\r\n", row.year, row.procedure, row.state, number(row.files));
    }
    for row in &view.steps {
        let days = row.mean_days.map(|days| days.to_string()).unwrap_or_default();
        let files = number(row.files);
        let _ = write!(out, "{},{},step,{},{files},{days}\r\n", row.year, row.procedure, row.step);
    }
    Ok(Cached::other(out.into_bytes(), "text/csv; charset=utf-8", "mul", MAX_AGE_S))
}

struct Line {
    year: String,
    procedure: String,
    what: String,
    files: String,
    days: String,
}

#[derive(Template)]
#[template(path = "permits/statistics.html")]
struct View {
    lang: Lang,
    least: i64,
    files: Vec<Line>,
    steps: Vec<Line>,
}

impl View {
    fn t(&self, id: &str) -> String {
        self.lang.text(id)
    }

    fn n(&self, id: &str, count: &i64) -> String {
        self.lang.text_with(id, &crate::i18n::Args::new().number("count", *count))
    }
}

async fn page(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<String>,
) -> Result<HttpResponse> {
    limited(&state, &request)?;
    let lang = Lang::parse(&path).filter(|lang| lang.code() == path.as_str()).ok_or(Error::NotFound)?;
    let view = counted(&state).await?;
    let law = &state.law;
    let title = |id: &str| {
        let row = law.procedures.iter().find(|row| row.id == id);
        row.map_or_else(|| id.to_owned(), |row| row.title.get(lang.code()).to_owned())
    };
    let few = lang.text("permits-statistics-few");
    let number = |value: Option<i64>| value.map_or_else(|| few.clone(), |value| value.to_string());
    let point = lang.text("permits-statistics-decimal");
    let days = |value: Option<f64>| value.map(|v| format!("{v:.1}").replace('.', &point));
    let main = View {
        lang,
        least: view.least,
        files: view
            .files
            .iter()
            .map(|row| Line {
                year: row.year.clone(),
                procedure: title(&row.procedure),
                what: lang.text(&format!("permits-statistics-state-{}", row.state)),
                files: number(row.files),
                days: String::new(),
            })
            .collect(),
        steps: view
            .steps
            .iter()
            .map(|row| Line {
                year: row.year.clone(),
                procedure: title(&row.procedure),
                what: lang.text(&format!("permits-statistics-step-{}", row.step)),
                files: number(row.files),
                days: days(row.mean_days).unwrap_or_else(|| few.clone()),
            })
            .collect(),
    };
    let main = main.render().map_err(|error| Error::Internal(error.into()))?;
    let title = lang.text("permits-statistics-title");
    let page = Page { lang, title: &title, path: "permits/statistics/", head: String::new(), main };
    let mut response = portal::answer(lang, portal::pour(&state, page).await);
    let value = actix_web::http::header::HeaderValue::from_static("public, max-age=60");
    response.headers_mut().insert(CACHE_CONTROL, value);
    Ok(response)
}
