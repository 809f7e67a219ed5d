//! Rows of the help directory and their named queries.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

/// Services as the content gave them.
pub mod service {
    use sea_orm::entity::prelude::*;

    /// Row of a service.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "help_service")]
    pub struct Model {
        /// File stem of the content.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// Only for professionals.
        pub referral_only: bool,
        /// Also lodges people.
        pub shelter: bool,
        /// Never hidden.
        pub emergency: bool,
        /// Everything but its places, as JSON.
        pub row: String,
        /// SHA-256 of the content's row.
        pub content_hash: String,
        /// When it was last taken from the content.
        pub seeded_at_ms: i64,
        /// When the content stopped holding it.
        pub gone_at_ms: Option<i64>,
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Places where services receive people.
pub mod place {
    use sea_orm::entity::prelude::*;

    /// Row of a place.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "help_place")]
    pub struct Model {
        /// Service.
        #[sea_orm(primary_key, auto_increment = false)]
        pub service_id: String,
        /// Unique in the service.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// `public` or `on_request`; the table takes no other word.
        pub visibility: String,
        /// That of the service; the table takes no place of a shelter.
        pub shelter: bool,
        /// That of the service; the table takes no place of one for professionals alone.
        pub referral_only: bool,
        /// The place, as JSON.
        pub row: String,
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What editors changed.
pub mod change {
    use sea_orm::entity::prelude::*;

    /// One change of one field.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "help_change")]
    pub struct Model {
        /// Its id, in the order of time.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Service.
        pub service_id: String,
        /// Field, as `super::super::change::Field` prints it.
        pub field: String,
        /// `plain`, `phone` (needs a second person) or `state`.
        pub kind: String,
        /// New value, as the editor wrote it.
        pub value: String,
        /// Where it was read: an address, or empty when it was heard by phone.
        pub source: String,
        /// Day of the call.
        pub confirmed_by_phone_on: Option<String>,
        /// `proposed`, `in_force`, `replaced`, `refused`.
        pub state: String,
        /// Who wrote it.
        pub author_id: Uuid,
        /// Who confirmed or refused it: never the author.
        pub confirmer_id: Option<Uuid>,
        /// When it was written.
        pub created_at_ms: i64,
        /// When it came into force or was refused.
        pub decided_at_ms: Option<i64>,
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who looked at a service, and when.
pub mod check {
    use sea_orm::entity::prelude::*;

    /// One check; rows are never rewritten.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "help_check")]
    pub struct Model {
        /// Its id, in the order of time.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Service.
        pub service_id: String,
        /// When.
        pub at_ms: i64,
        /// Who.
        pub author_id: Uuid,
        /// `phone` or `page`.
        pub how: String,
        /// Last day on which the values count as fresh.
        pub expires_on: String,
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Most rows of a history.
const HISTORY: u64 = 500;

/// The changes of one service, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn changes_of(db: &impl ConnectionTrait, id: &str) -> Result<Vec<change::Model>, DbErr> {
    change::Entity::find()
        .filter(change::Column::ServiceId.eq(id))
        .order_by_desc(change::Column::CreatedAtMs)
        .order_by_desc(change::Column::Id)
        .limit(HISTORY)
        .all(db)
        .await
}

/// All changes in a state, oldest first.
///
/// # Errors
/// The database does not answer.
pub async fn changes_in(db: &impl ConnectionTrait, state: &str) -> Result<Vec<change::Model>, DbErr> {
    change::Entity::find()
        .filter(change::Column::State.eq(state))
        .order_by_asc(change::Column::CreatedAtMs)
        .order_by_asc(change::Column::Id)
        .all(db)
        .await
}

/// The checks of one service, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn checks_of(db: &impl ConnectionTrait, id: &str) -> Result<Vec<check::Model>, DbErr> {
    check::Entity::find()
        .filter(check::Column::ServiceId.eq(id))
        .order_by_desc(check::Column::AtMs)
        .limit(HISTORY)
        .all(db)
        .await
}
