//! Lists of files by the day on which the decision is due, those that ended the last one first,
//! page by page from a key: the tenth thousandth page costs as much as the first.

use std::collections::HashSet;

use jiff::civil::Date;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ExprTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};

use super::OPEN;
use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::entity::{application, decision};

/// Files on a page.
const PER_PAGE: u64 = 50;

/// Which files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Queue {
    /// Waiting for a first look.
    New,
    /// Everything that is not decided.
    Open,
    /// Waiting for the check in law or for the High Official.
    Decision,
    /// Ended.
    Closed,
}

impl Queue {
    /// Every queue, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Open, Self::New, Self::Decision, Self::Closed];

    /// Its name in addresses and Fluent ids.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Open => "open",
            Self::Decision => "decision",
            Self::Closed => "closed",
        }
    }

    /// The queue of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|queue| queue.as_str() == name)
    }

    fn states(self) -> &'static [&'static str] {
        match self {
            Self::New => &["submitted"],
            Self::Open => &["submitted", "completeness", "missing-items", "advice", "notice", "drafting"],
            Self::Decision => &["drafting"],
            Self::Closed => &[
                "granted",
                "granted-conditions",
                "refused",
                "inadmissible",
                "recorded",
                "withdrawn",
                "appealed",
            ],
        }
    }
}

/// Where a page of a queue begins: behind this file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    key: String,
    id: Uuid,
}

impl Place {
    /// Reads `2026-12-24.<id>`, or `1798066800000.<id>` in the list of what ended.
    ///
    /// # Errors
    /// It is no place.
    pub fn parse(text: &str) -> Result<Self> {
        let read = || {
            let (key, id) = text.split_once('.')?;
            let whole = key.is_empty()
                || crate::permit::numbers::day(key).is_some()
                || key.parse::<i64>().is_ok_and(|ms| ms >= 0);
            whole.then_some(Self { key: key.to_owned(), id: id.parse().ok()? })
        };
        read().ok_or_else(|| Error::invalid("after", "value-unknown"))
    }

    /// When a file ended, in milliseconds.
    fn ended_ms(&self) -> i64 {
        self.key.parse().unwrap_or(i64::MAX)
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.key, self.id)
    }
}

/// A file in a list: nothing of what is sealed.
pub type Entry = application::Model;

/// The order of a list: the day of the decision, an absent one before all others (the engines
/// agree on an empty text, and not on nothing), then the id.
#[derive(DeriveIden)]
enum Order {
    DueKey,
}

/// Those of the files whose last day is over without a decision: none was given out, and none was
/// taken in time that still waits for its fee or its letter. Of each: id, state, last day.
///
/// # Errors
/// The database does not answer.
pub async fn overdue<'r>(
    state: &State,
    rows: impl Iterator<Item = (Uuid, &'r str, Option<&'r str>)>,
    today: Date,
) -> Result<HashSet<Uuid>> {
    use decision::Column;
    let today = today.to_string();
    let past = |(id, state, due): (Uuid, &str, Option<&'r str>)| {
        due.filter(|due| OPEN.contains(&state) && **due < *today).map(|due| (id, due))
    };
    let past: Vec<(Uuid, &str)> = rows.filter_map(past).collect();
    if past.is_empty() {
        return Ok(HashSet::new());
    }
    let decided: Vec<(Uuid, String, Option<String>)> = decision::Entity::find()
        .select_only()
        .columns([Column::ApplicationId, Column::State, Column::DecidedOn])
        .filter(Column::ApplicationId.is_in(past.iter().map(|(id, _)| *id)))
        .filter(Column::State.is_in(["decided", "issued"]))
        .into_tuple()
        .all(&state.db)
        .await?;
    let waits = |(file, due): &(Uuid, &str)| {
        let ends = |(id, state, day): &(Uuid, String, Option<String>)| {
            id == file && (state == "issued" || day.as_deref() <= Some(*due))
        };
        !decided.iter().any(ends)
    };
    Ok(past.into_iter().filter(waits).map(|(id, _)| id).collect())
}

#[derive(FromQueryResult)]
struct Due {
    id: Uuid,
    due_key: String,
}

/// The next places of one state by the day that is due, read from its index alone.
async fn due(state: &State, of: &str, after: Option<&Place>) -> Result<Vec<Place>> {
    use application::Column;
    let place = || Expr::tuple([Expr::col(Order::DueKey), Expr::col(Column::Id)]);
    let mut find = application::Entity::find()
        .select_only()
        .column(Column::Id)
        .expr_as(Expr::col(Order::DueKey), "due_key")
        .filter(Column::State.eq(of))
        .order_by_asc(Expr::col(Order::DueKey))
        .order_by_asc(Column::Id)
        .limit(PER_PAGE + 1);
    if let Some(after) = after {
        find = find.filter(place().gt(Expr::tuple([after.key.as_str().into(), after.id.into()])));
    }
    let rows = find.into_model::<Due>().all(&state.db).await?;
    Ok(rows.into_iter().map(|row| Place { key: row.due_key, id: row.id }).collect())
}

/// The next places of one state by when the files ended, the last one first.
async fn ended(state: &State, of: &str, after: Option<&Place>) -> Result<Vec<Place>> {
    use application::Column;
    let mut find = application::Entity::find()
        .select_only()
        .columns([Column::Id, Column::ClosedAtMs])
        .filter(Column::State.eq(of))
        .filter(Column::ClosedAtMs.is_not_null())
        .order_by_desc(Column::ClosedAtMs)
        .order_by_desc(Column::Id)
        .limit(PER_PAGE + 1);
    if let Some(after) = after {
        // The first condition is that of the index; the second one leaves out what was shown.
        let place = Expr::tuple([Expr::col(Column::ClosedAtMs), Expr::col(Column::Id)]);
        find = find
            .filter(Column::ClosedAtMs.lte(after.ended_ms()))
            .filter(place.lt(Expr::tuple([after.ended_ms().into(), after.id.into()])));
    }
    let rows: Vec<(Uuid, i64)> = find.into_tuple().all(&state.db).await?;
    Ok(rows.into_iter().map(|(id, ms)| Place { key: ms.to_string(), id }).collect())
}

/// A page of a queue and where the next one begins. Files without a statutory day come
/// first: nothing says how long they may wait. Each state is a row of its index, so a page of
/// several states is merged from the beginnings of theirs.
///
/// # Errors
/// The database does not answer.
pub async fn page(state: &State, queue: Queue, after: Option<&Place>) -> Result<(Vec<Entry>, Option<Place>)> {
    let mut places = Vec::new();
    for of in queue.states() {
        places.extend(match queue {
            Queue::Closed => ended(state, of, after).await?,
            _ => due(state, of, after).await?,
        });
    }
    match queue {
        Queue::Closed => places.sort_by_key(|place| std::cmp::Reverse((place.ended_ms(), place.id))),
        _ => places.sort_by(|a, b| (&a.key, a.id).cmp(&(&b.key, b.id))),
    }
    let more = places.len() > PER_PAGE as usize;
    places.truncate(PER_PAGE as usize);
    let next = places.last().filter(|_| more).cloned();
    let ids = places.iter().map(|place| place.id);
    let mut rows =
        application::Entity::find().filter(application::Column::Id.is_in(ids)).all(&state.db).await?;
    rows.sort_by_key(|row| places.iter().position(|place| place.id == row.id));
    Ok((rows, next))
}
