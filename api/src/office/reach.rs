//! How many phones an alert would tell, as far as this process knows.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::alert::Channel;
use crate::app::State;
use crate::area::AreaSet;
use crate::error::Result;
use crate::push::entity::origin;
use crate::push::roster::Reach;

/// What an alert asks of phones.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    /// Who can see it at all.
    pub channel: Channel,
    /// Municipalities.
    pub areas: AreaSet,
    /// Severity.
    pub severity_rank: i32,
    /// Categories, as bits.
    pub categories: i32,
}

/// The number of phones; none when this process does not send.
///
/// # Errors
/// The database does not answer.
pub(super) async fn estimate(state: &State, asked: Asked) -> Result<Option<i64>> {
    let Some(roster) = state.push.roster.as_ref() else { return Ok(None) };
    let reach = Reach {
        areas: asked.areas.0,
        severity_rank: u8::try_from(asked.severity_rank).unwrap_or(4),
        categories: u16::try_from(asked.categories).unwrap_or(u16::MAX),
    };
    // Exercises and real alerts have phones of their own.
    let origins = origin::Entity::find()
        .filter(origin::Column::Channel.eq(asked.channel.as_str()))
        .all(&state.db)
        .await?;
    let known = roster.origin_ids();
    Ok(Some(
        origins
            .iter()
            .filter(|origin| known.contains(&origin.id))
            .map(|origin| roster.slots(origin.id).count(0, i64::MAX, &reach))
            .sum(),
    ))
}
