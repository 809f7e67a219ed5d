//! Rows of alerts and of what became public, with their named queries.

use std::collections::HashMap;

use sea_orm::entity::prelude::*;
use sea_orm::{Condition, FromQueryResult, QueryOrder, QuerySelect};

use super::Channel;

/// One alert: a message and its life. Updates are rows of their own that share
/// `event_id`; the all-clear and the cancellation end the row they concern.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "alert")]
pub struct Model {
    /// Id in addresses.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Stable id of the chain: the id of its first alert.
    pub event_id: Uuid,
    /// CAP identifier of the latest message of this row.
    #[sea_orm(unique)]
    pub identifier: String,
    /// Place in the chain, from 1.
    pub revision: i32,
    /// The alert that this one updates.
    pub predecessor_id: Option<Uuid>,
    /// draft, submitted, discarded, published, superseded, ended, cancelled, expired.
    pub state: String,
    /// CAP status.
    pub status: String,
    /// public or rehearsal.
    pub channel: String,
    /// CAP message type of the first message of this row.
    pub msg_type: String,
    /// Scenario, when it was composed from one.
    pub scenario: Option<String>,
    /// What the operator filled in, as JSON.
    pub compose: String,
    /// The latest CAP message, as JSON.
    pub cap: String,
    /// Where it came from: office, api, file or the name of a feed.
    pub origin: String,
    /// Municipalities, as bits.
    pub areas: i32,
    /// Municipalities of the whole chain: all who were told are told the end.
    pub reach_areas: i32,
    /// 1 minor to 4 extreme.
    pub severity_rank: i32,
    /// Highest of the chain.
    pub reach_severity_rank: i32,
    /// Categories, as bits.
    pub categories: i32,
    /// Categories of the whole chain.
    pub reach_categories: i32,
    /// SHA-256 of the texts that were approved.
    pub content_hash: String,
    /// Who wrote it.
    pub author_id: Uuid,
    /// Who approved it; another person, by constraint.
    pub approver_id: Option<Uuid>,
    /// When it was begun.
    pub created_at_ms: i64,
    /// When it last changed.
    pub changed_at_ms: i64,
    /// When approval was asked.
    pub submitted_at_ms: Option<i64>,
    /// When it became public.
    pub published_at_ms: Option<i64>,
    /// When it ended, was cancelled or expired.
    pub ended_at_ms: Option<i64>,
    /// When it ends by itself.
    pub expires_at_ms: i64,
    /// Version of the snapshot at its latest change; 0 before.
    pub version: i64,
    /// Raised at each change, against two editors at once.
    pub edition: i64,
}

/// No relations: nouns do not reach into each other's tables.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Its channel.
    #[must_use]
    pub fn channel(&self) -> Channel {
        Channel::from_stored(&self.channel)
    }

    /// Its CAP message.
    ///
    /// # Errors
    /// The row was damaged.
    pub fn message(&self) -> anyhow::Result<safe_cap::Alert> {
        use anyhow::Context;
        serde_json::from_str(&self.cap).with_context(|| format!("alert {} is damaged", self.id))
    }

    /// Whether it is published and its time is not over. Its end by time is noted only a moment
    /// after it, and nothing is done to it in between.
    #[must_use]
    pub fn is_active(&self, now_ms: i64) -> bool {
        self.state == "published" && self.expires_at_ms > now_ms
    }

    /// Its name in the audit chain.
    #[must_use]
    pub fn subject(&self) -> String {
        format!("alert/{}", self.id)
    }
}

/// Which edition of an alert the public may see, without its texts.
#[derive(FromQueryResult)]
pub struct Mark {
    /// The row.
    pub id: Uuid,
    /// Place of its last change in the public sequence.
    pub version: i64,
    /// Its state after that change.
    pub state: String,
}

/// Marks of published alerts, and of those that ended after a moment, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn visible(
    db: &impl ConnectionTrait,
    channel: Channel,
    ended_after_ms: i64,
) -> Result<Vec<Mark>, DbErr> {
    Entity::find()
        .select_only()
        .columns([Column::Id, Column::Version, Column::State])
        .filter(Column::Channel.eq(channel.as_str()))
        .filter(
            Condition::any().add(Column::State.eq("published")).add(
                Condition::all()
                    .add(Column::State.is_in(["ended", "cancelled", "expired"]))
                    .add(Column::EndedAtMs.gt(ended_after_ms)),
            ),
        )
        .order_by_desc(Column::Version)
        .limit(1000)
        .into_model::<Mark>()
        .all(db)
        .await
}

/// When the newest of those that no list shows any more ended.
///
/// # Errors
/// The database does not answer.
pub async fn last_left(
    db: &impl ConnectionTrait,
    channel: Channel,
    ended_until_ms: i64,
) -> Result<Option<i64>, DbErr> {
    let newest = Entity::find()
        .select_only()
        .column_as(Column::EndedAtMs.max(), "at_ms")
        .filter(Column::Channel.eq(channel.as_str()))
        .filter(Column::State.is_in(["ended", "cancelled", "expired"]))
        .filter(Column::EndedAtMs.lte(ended_until_ms))
        .into_tuple::<Option<i64>>()
        .one(db)
        .await?;
    Ok(newest.flatten())
}

/// The rows of these ids that exist.
///
/// # Errors
/// The database does not answer.
pub async fn of_ids(db: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<HashMap<Uuid, Model>, DbErr> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::find().filter(Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Published alerts whose time is over.
///
/// # Errors
/// The database does not answer.
pub async fn overdue(db: &impl ConnectionTrait, now_ms: i64) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::State.eq("published"))
        .filter(Column::ExpiresAtMs.lte(now_ms))
        .limit(100)
        .all(db)
        .await
}

/// The newest public row of a chain.
///
/// # Errors
/// The database does not answer.
pub async fn latest_of(db: &impl ConnectionTrait, event_id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find()
        .filter(Column::EventId.eq(event_id))
        .filter(Column::State.is_in(["published", "ended", "cancelled", "expired"]))
        .order_by_desc(Column::Revision)
        .one(db)
        .await
}

/// The work list of operators: what is open first, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn worklist(db: &impl ConnectionTrait, states: &[&str], limit: u64) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::State.is_in(states.iter().copied()))
        .order_by_desc(Column::ChangedAtMs)
        .limit(limit)
        .all(db)
        .await
}

/// What became public, in order.
pub mod publication {
    use super::*;

    /// One change of what a channel shows.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "publication")]
    pub struct Model {
        /// Place in the sequence: ETag, stream id, version of the snapshot.
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i64,
        /// The row that changed.
        pub alert_id: Uuid,
        /// Its chain.
        pub event_id: Uuid,
        /// public or rehearsal.
        pub channel: String,
        /// published, updated, ended, cancelled, expired.
        pub kind: String,
        /// When.
        pub at_ms: i64,
        /// The CAP message as it went out, as JSON: it never changes again.
        pub event: String,
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    /// Changes after a version, oldest first.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn after(
        db: &impl ConnectionTrait,
        channel: Channel,
        version: i64,
        limit: u64,
    ) -> Result<Vec<Model>, DbErr> {
        Entity::find()
            .filter(Column::Channel.eq(channel.as_str()))
            .filter(Column::Version.gt(version))
            .order_by_asc(Column::Version)
            .limit(limit)
            .all(db)
            .await
    }

    /// When a channel last changed.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn last_at(db: &impl ConnectionTrait, channel: Channel) -> Result<Option<i64>, DbErr> {
        Entity::find()
            .select_only()
            .column(Column::AtMs)
            .filter(Column::Channel.eq(channel.as_str()))
            .order_by_desc(Column::Version)
            .into_tuple()
            .one(db)
            .await
    }

    /// The last changes, oldest first.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn last(db: &impl ConnectionTrait, channel: Channel, limit: u64) -> Result<Vec<Model>, DbErr> {
        let mut rows = Entity::find()
            .filter(Column::Channel.eq(channel.as_str()))
            .order_by_desc(Column::Version)
            .limit(limit)
            .all(db)
            .await?;
        rows.reverse();
        Ok(rows)
    }
}
