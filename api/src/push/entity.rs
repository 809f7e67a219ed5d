//! Rows of origins, subscriptions, shards and retries, and of what belongs to them.

/// Push services, one row per channel.
pub mod origin {
    use sea_orm::entity::prelude::*;

    /// One push service in one channel.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "push_origin")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key)]
        pub id: i32,
        /// Scheme, host and port.
        pub url: String,
        /// public or rehearsal.
        pub channel: String,
        /// Number of the next subscription.
        pub next_slot: i64,
        /// Until then no phone is forgotten for one answer alone.
        pub doubted_until_ms: i64,
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Phones that asked for alerts.
pub mod subscription {
    use sea_orm::entity::prelude::*;

    /// One phone. No account, no address, no agent.
    #[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "push_subscription")]
    pub struct Model {
        /// Push service.
        #[sea_orm(primary_key, auto_increment = false)]
        pub origin_id: i32,
        /// Place within the push service.
        #[sea_orm(primary_key, auto_increment = false)]
        pub slot: i64,
        /// Id given to the phone.
        #[sea_orm(unique)]
        pub id: Uuid,
        /// Path of the endpoint: a secret.
        pub path: String,
        /// SHA-256 of the path, to find a phone again.
        pub path_hash: String,
        /// Public key of the phone, 65 bytes.
        pub p256dh: Vec<u8>,
        /// Secret of the phone, 16 bytes.
        pub auth: Vec<u8>,
        /// Language.
        pub lang: String,
        /// Municipalities, as bits.
        pub areas: i32,
        /// Least severity.
        pub severity_rank: i32,
        /// Categories, as bits.
        pub categories: i32,
        /// SHA-256 of the token that may change it.
        pub token_hash: String,
        /// When it was made.
        pub created_at_ms: i64,
        /// When the phone last came by.
        pub seen_at_ms: i64,
        /// Place in the sequence of changes.
        pub changed: i64,
        /// Forgotten; the row goes away at the next sweep.
        pub gone: bool,
    }

    // The endpoint is a secret: it must not reach a log through a debug print.
    impl std::fmt::Debug for Model {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("Subscription").field("id", &self.id).finish_non_exhaustive()
        }
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Phones that a push service called gone when it called implausibly many so.
pub mod doubt {
    use sea_orm::entity::prelude::*;

    /// One phone in quarantine: it is kept and told, until the push service says the
    /// same again later.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "push_doubt")]
    pub struct Model {
        /// Push service.
        #[sea_orm(primary_key, auto_increment = false)]
        pub origin_id: i32,
        /// Place.
        #[sea_orm(primary_key, auto_increment = false)]
        pub slot: i64,
        /// When it was first called gone.
        pub since_ms: i64,
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Ranges of subscriptions to be told about one publication.
pub mod shard {
    use sea_orm::entity::prelude::*;

    /// One range. It is leased, sent and settled as a whole.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "push_shard")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key)]
        pub id: i64,
        /// Publication; 0 for a test of one phone.
        pub version: i64,
        /// Alert; nil for a test.
        pub alert_id: Uuid,
        /// Chain; nil for a test.
        pub event_id: Uuid,
        /// Push service.
        pub origin_id: i32,
        /// More is sooner.
        pub priority: i32,
        /// First place.
        pub first_slot: i64,
        /// Place after the last.
        pub end_slot: i64,
        /// Nothing is sent after this.
        pub expires_at_ms: i64,
        /// open, settled or dropped.
        pub state: String,
        /// Who has it.
        pub lease_owner: Option<String>,
        /// Until when.
        pub lease_until_ms: i64,
        /// Phones that were to be told.
        pub matched: i64,
        /// Phones whose push service took the message.
        pub accepted: i64,
        /// Phones that could not be told before the end.
        pub failed: i64,
        /// Phones that are no more.
        pub forgotten: i64,
        /// When sending began.
        pub started_at_ms: Option<i64>,
        /// When it was settled.
        pub settled_at_ms: Option<i64>,
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Single phones to be tried again.
pub mod retry {
    use sea_orm::entity::prelude::*;

    /// One phone.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "push_retry")]
    pub struct Model {
        /// Id.
        #[sea_orm(primary_key)]
        pub id: i64,
        /// The shard it belongs to.
        pub shard_id: i64,
        /// Push service.
        pub origin_id: i32,
        /// Place.
        pub slot: i64,
        /// As the shard's.
        pub priority: i32,
        /// Tries so far.
        pub attempts: i32,
        /// Not before.
        pub next_at_ms: i64,
        /// Kind of the last failure.
        pub reason: String,
        /// Who has it, if somebody has.
        pub lease_owner: Option<String>,
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What belongs to the subscriptions as a whole.
pub mod identity {
    use sea_orm::entity::prelude::*;

    /// The public key that browsers subscribed with, or the code for exercises.
    #[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "push_identity")]
    pub struct Model {
        /// vapid or rehearsal.
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        /// The key or the code; nothing while it may be made anew.
        pub value: String,
        /// Since when.
        pub since_ms: i64,
    }

    // The code lets phones into exercises: it must not reach a log through a debug print.
    impl std::fmt::Debug for Model {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("Identity").field("name", &self.name).finish_non_exhaustive()
        }
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
