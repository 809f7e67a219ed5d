//! Rows of boxes, messages and answers, and their named queries.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

use crate::i18n::Lang;

/// Boxes.
pub mod letterbox {
    use sea_orm::entity::prelude::*;

    /// One box.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "letterbox")]
    pub struct Model {
        /// Its id, in the order of time.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// `question` or `condolence`.
        pub kind: String,
        /// Title by language, as JSON.
        pub title: String,
        /// What it is about, by language, as JSON.
        pub intro: String,
        /// Days after which a message is erased.
        pub keep_days: i32,
        /// `proposed`, `open`, `closed`, `refused`.
        pub state: String,
        /// Who proposed it.
        pub author_id: Uuid,
        /// Who opened or refused it: never the author.
        pub approver_id: Option<Uuid>,
        /// When it was proposed.
        pub created_at_ms: i64,
        /// When it was opened.
        pub opened_at_ms: Option<i64>,
        /// When it closes by itself.
        pub closes_at_ms: i64,
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What people wrote.
pub mod message {
    use sea_orm::entity::prelude::*;

    /// One message: words and a language, nothing about who wrote it.
    #[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "letterbox_message")]
    pub struct Model {
        /// Its id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Box.
        pub letterbox_id: Uuid,
        /// Language of the page it was written on.
        pub lang: String,
        /// The words; empty once they are erased.
        pub words: String,
        /// SHA-256 of box and words, so that the same words count once.
        pub digest: String,
        /// `waiting`, `accepted`, `common`, `passed`, `refused`, `personal`, `erased`.
        pub state: String,
        /// Day on which it came, in milliseconds: the hour would tell more than is needed.
        pub at_ms: i64,
        /// When its words are erased.
        pub erase_at_ms: i64,
        /// Who sorted it.
        pub decided_by: Option<Uuid>,
    }

    // What people wrote must not reach a log through a debug print.
    impl std::fmt::Debug for Model {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.debug_struct("Message")
                .field("id", &self.id)
                .field("state", &self.state)
                .finish_non_exhaustive()
        }
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Public answers to questions that come up often.
pub mod answer {
    use sea_orm::entity::prelude::*;

    /// One answer.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "letterbox_answer")]
    pub struct Model {
        /// Its id.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Box.
        pub letterbox_id: Uuid,
        /// The question by language, as JSON; in the words of the service.
        pub question: String,
        /// The answer by language, as JSON.
        pub answer: String,
        /// Authority that answers.
        pub owner: String,
        /// `proposed`, `public`, `refused`, `withdrawn`.
        pub state: String,
        /// Who wrote it.
        pub author_id: Uuid,
        /// Who made it public or refused it: never the author.
        pub approver_id: Option<Uuid>,
        /// When it was written, and when it became public.
        pub at_ms: i64,
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Most boxes and answers of a list.
const MOST: u64 = 200;
/// Messages on a page.
pub const PER_PAGE: u64 = 50;

/// Texts by language.
#[must_use]
pub fn texts(json: &str) -> BTreeMap<String, String> {
    serde_json::from_str(json).unwrap_or_default()
}

/// A text in a language or its fallbacks, with the language it is in.
#[must_use]
pub fn text_in(json: &str, lang: Lang) -> (Lang, String) {
    let texts = texts(json);
    let found = lang.chain().into_iter().find_map(|one| Some((one, texts.get(one.code())?.clone())));
    found.unwrap_or((lang, String::new()))
}

/// Every box, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<letterbox::Model>, DbErr> {
    letterbox::Entity::find().order_by_desc(letterbox::Column::CreatedAtMs).limit(MOST).all(db).await
}

/// Boxes of a kind that the public may see: open ones, and closed books as archive.
///
/// # Errors
/// The database does not answer.
pub async fn public(db: &impl ConnectionTrait) -> Result<Vec<letterbox::Model>, DbErr> {
    letterbox::Entity::find()
        .filter(letterbox::Column::State.is_in(["open", "closed"]))
        .order_by_desc(letterbox::Column::OpenedAtMs)
        .limit(MOST)
        .all(db)
        .await
}

/// Messages of a box in some states, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn messages(
    db: &impl ConnectionTrait,
    id: Uuid,
    states: &[&str],
    page: u64,
) -> Result<Vec<message::Model>, DbErr> {
    message::Entity::find()
        .filter(message::Column::LetterboxId.eq(id))
        .filter(message::Column::State.is_in(states.iter().copied()))
        .order_by_desc(message::Column::AtMs)
        .order_by_desc(message::Column::Id)
        .offset(page * PER_PAGE)
        .limit(PER_PAGE)
        .all(db)
        .await
}

/// How many messages of a box are in each state.
///
/// # Errors
/// The database does not answer.
pub async fn counts(db: &impl ConnectionTrait, id: Uuid) -> Result<BTreeMap<String, i64>, DbErr> {
    let rows: Vec<(String, i64)> = message::Entity::find()
        .select_only()
        .column(message::Column::State)
        .column_as(message::Column::Id.count(), "count")
        .filter(message::Column::LetterboxId.eq(id))
        .group_by(message::Column::State)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Answers of a box in some states, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn answers(
    db: &impl ConnectionTrait,
    id: Uuid,
    states: &[&str],
) -> Result<Vec<answer::Model>, DbErr> {
    answer::Entity::find()
        .filter(answer::Column::LetterboxId.eq(id))
        .filter(answer::Column::State.is_in(states.iter().copied()))
        .order_by_desc(answer::Column::AtMs)
        .limit(MOST)
        .all(db)
        .await
}
