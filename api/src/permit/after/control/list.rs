//! The controls as the office and the holder read them.

use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryFilter, QueryOrder, QuerySelect};

use crate::app::State;
use crate::error::Result;
use crate::permit::entity::{control, grant};
use crate::permit::numbers;

/// Controls on one page of a list.
const PER_PAGE: u64 = 50;

/// Which controls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Invited, and no answer yet.
    Waiting,
    /// Answered, and not judged yet.
    Answered,
    /// Judged.
    Judged,
}

impl List {
    /// Every list, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Answered, Self::Judged];

    /// Its name in addresses and Fluent ids.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Answered => "answered",
            Self::Judged => "judged",
        }
    }

    /// The list of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.as_str() == name)
    }

    fn rows(self) -> Condition {
        use control::Column;
        match self {
            Self::Waiting => Condition::all().add(Column::State.is_in(["invited", "unanswered"])),
            Self::Answered => {
                Condition::all().add(Column::State.eq("answered")).add(Column::Verdict.is_null())
            }
            Self::Judged => {
                Condition::all().add(Column::State.eq("answered")).add(Column::Verdict.is_not_null())
            }
        }
    }
}

/// Where the next page of a list begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Last day to answer of the last row.
    pub due_on: String,
    /// Its id.
    pub id: Uuid,
}

/// A control with its permit.
pub struct Line {
    /// The control.
    pub control: control::Model,
    /// The permit.
    pub permit: grant::Model,
}

/// A page of a list, the nearest last day first and what was judged last first, and where
/// the next page begins.
///
/// # Errors
/// The database does not answer.
pub async fn page(state: &State, list: List, after: Option<&Place>) -> Result<(Vec<Line>, Option<Place>)> {
    use control::Column;
    let newest_first = list == List::Judged;
    let mut find = control::Entity::find().filter(list.rows()).limit(PER_PAGE + 1);
    find = if newest_first {
        find.order_by_desc(Column::DueOn).order_by_desc(Column::Id)
    } else {
        find.order_by_asc(Column::DueOn).order_by_asc(Column::Id)
    };
    if let Some(place) = after {
        let day = place.due_on.as_str();
        let (further, same) = if newest_first {
            (Column::DueOn.lt(day), Column::Id.lt(place.id))
        } else {
            (Column::DueOn.gt(day), Column::Id.gt(place.id))
        };
        let same_day = Condition::all().add(Column::DueOn.eq(day)).add(same);
        find = find.filter(Condition::any().add(further).add(same_day));
    }
    let mut rows = find.all(&state.db).await?;
    let size = usize::try_from(PER_PAGE).unwrap_or(50);
    let more = rows.len() > size;
    rows.truncate(size);
    let next = rows.last().filter(|_| more).map(|row| Place { due_on: row.due_on.clone(), id: row.id });
    let ids: Vec<Uuid> = rows.iter().map(|row| row.grant_id).collect();
    let permits = grant::Entity::find().filter(grant::Column::Id.is_in(ids)).all(&state.db).await?;
    let lines = rows.into_iter().filter_map(|control| {
        let permit = permits.iter().find(|permit| permit.id == control.grant_id)?.clone();
        Some(Line { control, permit })
    });
    Ok((lines.collect(), next))
}

/// Where the campaign stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// Permits whose control is due and whose holder is not invited yet.
    pub due: u64,
    /// Holders invited today.
    pub today: u64,
    /// Holders who can be invited in a day, by the row `control-batch`.
    pub batch: i64,
    /// Holders who have not answered and still have time.
    pub waiting: u64,
    /// Holders who let the last day pass.
    pub unanswered: u64,
    /// Answers that wait for a judgement.
    pub answered: u64,
}

/// Counts the campaign.
///
/// # Errors
/// The database does not answer.
pub async fn figures(state: &State) -> Result<Figures> {
    use control::Column;
    let today = numbers::today(state.clock.now_ms());
    let day = today.to_string();
    let count = |rows: Condition| control::Entity::find().filter(rows).count(&state.db);
    let of = |name: &str| Condition::all().add(Column::State.eq(name));
    let due = grant::Entity::find()
        .filter(grant::Column::State.eq("active"))
        .filter(grant::Column::ControlOn.lte(day.as_str()))
        .count(&state.db)
        .await?;
    Ok(Figures {
        due,
        today: count(Condition::all().add(Column::InvitedOn.eq(day.as_str()))).await?,
        batch: state.law.on(today).limit("control-batch").map_or(0, |row| row.amount),
        waiting: count(of("invited")).await?,
        unanswered: count(of("unanswered")).await?,
        answered: count(List::Answered.rows()).await?,
    })
}

/// The controls of a permit, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn of_permit(state: &State, permit: Uuid) -> Result<Vec<control::Model>> {
    let find = control::Entity::find().filter(control::Column::GrantId.eq(permit));
    Ok(find.order_by_desc(control::Column::CycleOn).limit(20).all(&state.db).await?)
}
