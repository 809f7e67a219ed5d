//! How many files there were, how they ended and how long each step took, for which reasons they
//! were refused and how many had no decision in time: open data without persons, as JSON (`/permits/statistics`), CSV (`/datasets/weapons-permits.csv`) and a page.
//! A count below five is not told, nor what it could be computed from (`withheld`), so that
//! nobody can be found in it.

mod overdue;
mod page;
mod refusals;
mod withheld;

pub use page::configure as configure_pages;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use actix_web::{HttpRequest, get, web};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{FromQueryResult, JoinType, QueryFilter, QuerySelect};
use serde::Serialize;
use utoipa::ToSchema;

use super::entity::{application, event};
use crate::app::State;
use crate::error::Result;
use crate::http::{Cached, Rate, client_address};

/// Counts below this are not told.
const LEAST: i64 = 5;
/// Milliseconds of a day and of a minute.
const DAY_MS: i64 = 86_400_000;
const MINUTE_MS: i64 = 60_000;
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

/// Counts of files.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PermitStatistics {
    /// Counts below this are `null`, and so is what they could be computed from.
    least: i64,
    /// One row per year of receipt, procedure and state.
    files: Vec<PermitCount>,
    /// One row per year of receipt, procedure and step.
    steps: Vec<PermitStep>,
    /// One row per year of receipt, procedure, state and reason.
    refusals: Vec<PermitRefusal>,
    /// One row per year of receipt and procedure with a file that had no decision in time.
    overdue: Vec<PermitOverdue>,
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
    /// Files that went through it; `null` when there are too few to be told, or when a count of
    /// the same year and procedure is.
    files: Option<i64>,
    /// Days it took on average, with one decimal; `null` when too few files went through it.
    mean_days: Option<f64>,
}

/// How many files a reason ended.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PermitRefusal {
    /// Year of receipt.
    year: String,
    /// Procedure.
    procedure: String,
    /// `refused` or `inadmissible`.
    state: String,
    /// Code of the reason; a file can have several.
    reason: String,
    /// Files that stand so for this reason; `null` when it is not told.
    files: Option<i64>,
}

/// How many files had no decision when their time was over.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PermitOverdue {
    /// Year of receipt.
    year: String,
    /// Procedure.
    procedure: String,
    /// Files that were decided later, or still wait; `null` when it is not told.
    files: Option<i64>,
}

#[derive(FromQueryResult)]
struct Group {
    year: String,
    procedure: String,
    state: String,
    files: i64,
}

/// The first line of each kind of one file, in milliseconds.
#[derive(FromQueryResult)]
struct Moments {
    year: String,
    procedure: String,
    received: Option<i64>,
    assigned: Option<i64>,
    examined: Option<i64>,
    decided: Option<i64>,
    issued: Option<i64>,
}

/// Kinds of lines that a step begins or ends with.
const KINDS: [&str; 5] = ["received", "assigned", "examined", "decided", "issued"];

impl Moments {
    fn at(&self, kind: &str) -> Option<i64> {
        match kind {
            "received" => self.received,
            "assigned" => self.assigned,
            "examined" => self.examined,
            "decided" => self.decided,
            "issued" => self.issued,
            _ => None,
        }
    }
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
        files: Some(files),
    };
    Ok(sums.into_iter().map(count).collect())
}

/// The first line of each kind of every file, read in one pass; a moment that never came is
/// absent.
async fn moments(state: &State) -> Result<Vec<Moments>> {
    use application::{Column, Entity};
    let mut find = Entity::find()
        .select_only()
        .column_as(Expr::cust(YEAR), "year")
        .column(Column::Procedure)
        .join(
            JoinType::InnerJoin,
            Entity::belongs_to(event::Entity).from(Column::Id).to(event::Column::ApplicationId).into(),
        )
        .filter(Column::State.is_not_in(["draft", "erased"]))
        .group_by(Column::Id);
    for kind in KINDS {
        // Names of the lines of this file, no input.
        let first = format!("MIN(CASE WHEN permit_event.kind = '{kind}' THEN permit_event.at_ms END)");
        find = find.column_as(Expr::cust(first), kind);
    }
    Ok(find.into_model::<Moments>().all(&state.db).await?)
}

async fn steps(state: &State) -> Result<Vec<PermitStep>> {
    let mut sums: BTreeMap<(String, String, usize), (i64, i64)> = BTreeMap::new();
    for file in moments(state).await? {
        for (place, (_, begins, ends)) in STEPS.iter().enumerate() {
            if let (Some(from), Some(to)) = (file.at(begins), file.at(ends)) {
                let key = (file.year.clone(), file.procedure.clone(), place);
                let (files, total_ms) = sums.entry(key).or_default();
                *files += 1;
                *total_ms += to - from;
            }
        }
    }
    let step = |((year, procedure, place), (files, total_ms)): ((String, String, usize), (i64, i64))| {
        let tenths = total_ms.max(0) * 10 / (files.max(1) * DAY_MS);
        let days = tenths as f64 / 10.0;
        PermitStep {
            year,
            procedure,
            step: STEPS[place].0.to_owned(),
            files: Some(files),
            mean_days: Some(days),
        }
    };
    Ok(sums.into_iter().map(step).collect())
}

/// Counts anew when the last count is about to be old, so that no reader has to wait for it.
///
/// # Errors
/// The database does not answer.
pub async fn recount(state: &State) -> Result<()> {
    state.permits.counted.get(state.clock.now_ms(), KEPT_MS - MINUTE_MS, count(state)).await.map(|_| ())
}

async fn count(state: &State) -> Result<PermitStatistics> {
    let mut view = PermitStatistics {
        least: LEAST,
        files: files(state).await?,
        steps: steps(state).await?,
        refusals: refusals::refusals(state).await?,
        overdue: overdue::overdue(state).await?,
    };
    withheld::withhold(&mut view);
    Ok(view)
}

/// The statistics, counted anew when the last count is old.
async fn counted(state: &State) -> Result<Arc<PermitStatistics>> {
    state.permits.counted.get(state.clock.now_ms(), KEPT_MS, count(state)).await
}

fn limited(state: &State, request: &HttpRequest) -> Result<()> {
    state.limiter.check(Rate::Read, client_address(request, &state.config.http.trusted_proxies))
}

/// How many permit files there were, how they ended and how long each step took, for which reasons
/// they were refused and how many had no decision in time.
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
    for row in &view.refusals {
        let files = number(row.files);
        let _ = write!(out, "{},{},{},{},{files},\r\n", row.year, row.procedure, row.state, row.reason);
    }
    for row in &view.overdue {
        let _ = write!(out, "{},{},overdue,,{},\r\n", row.year, row.procedure, number(row.files));
    }
    Ok(Cached::other(out.into_bytes(), "text/csv; charset=utf-8", "mul", MAX_AGE_S))
}
