//! Lists of files by the day on which the decision is due, page by page from a key: the
//! tenth thousandth page costs as much as the first.

use sea_orm::entity::prelude::*;
use sea_orm::{Condition, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::entity::application;

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

/// Where a page of a queue begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    due_on: String,
    id: Uuid,
}

impl Place {
    /// Reads `2026-12-24.<id>`.
    ///
    /// # Errors
    /// It is no place.
    pub fn parse(text: &str) -> Result<Self> {
        let read = || {
            let (due_on, id) = text.split_once('.')?;
            let whole = due_on.is_empty() || crate::permit::numbers::day(due_on).is_some();
            whole.then_some(Self { due_on: due_on.to_owned(), id: id.parse().ok()? })
        };
        read().ok_or_else(|| Error::invalid("after", "value-unknown"))
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.due_on, self.id)
    }
}

/// A file in a list: nothing of what is sealed.
pub type Entry = application::Model;

/// A page of a queue and where the next one begins. Files without a statutory day come
/// first: nothing says how long they may wait.
///
/// # Errors
/// The database does not answer.
pub async fn page(state: &State, queue: Queue, after: Option<&Place>) -> Result<(Vec<Entry>, Option<Place>)> {
    use application::Column;
    // Both engines order an empty text before any day; an absent one they do not agree on.
    let due = || sea_orm::sea_query::Func::coalesce([Column::DueOn.into_expr(), Expr::value("")]);
    let mut find = application::Entity::find()
        .filter(Column::State.is_in(queue.states().iter().copied()))
        .order_by_asc(Expr::expr(due()))
        .order_by_asc(Column::Id)
        .limit(PER_PAGE + 1);
    if let Some(place) = after {
        let same_day =
            Condition::all().add(Expr::expr(due()).eq(place.due_on.as_str())).add(Column::Id.gt(place.id));
        find = find.filter(Condition::any().add(Expr::expr(due()).gt(place.due_on.as_str())).add(same_day));
    }
    let mut rows = find.all(&state.db).await?;
    let more = rows.len() > PER_PAGE as usize;
    rows.truncate(PER_PAGE as usize);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|row| Place { due_on: row.due_on.clone().unwrap_or_default(), id: row.id });
    Ok((rows, next))
}
