//! What people write: taken, sorted, erased.

use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;

use super::super::entity::{self, message};
use super::{DAY_MS, MOST_WORDS, find, is_hidden, note};
use crate::account::{Person, digest};
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::i18n::Lang;

/// Most messages of a box that wait for a person.
const MOST_WAITING: i64 = 5_000;

/// Takes a message. The same words count once; links and addresses are refused, because
/// nobody needs them here but those who advertise.
///
/// # Errors
/// The box is closed or full, or the message breaks a rule.
pub async fn receive(state: &State, id: Uuid, lang: Lang, words: &str) -> Result<()> {
    let row = find(&state.db, id).await?;
    let now_ms = state.clock.now_ms();
    if row.state != "open" || row.closes_at_ms <= now_ms {
        return Err(Error::Conflict("letterbox-not-open"));
    }
    let words = words.replace("\r\n", "\n");
    let words = words.trim();
    let length = words.chars().count();
    let lower = words.to_lowercase();
    let fault = if length == 0 {
        Some("required")
    } else if length > MOST_WORDS || words.chars().any(is_hidden) {
        Some("letterbox-words")
    } else if ["http", "www.", "@", "<"].iter().any(|sign| lower.contains(sign)) {
        Some("letterbox-links")
    } else {
        None
    };
    if let Some(code) = fault {
        return Err(Error::invalid("words", code));
    }
    let digest = digest(&format!("{id}/{lower}"));
    let known = message::Entity::find()
        .filter(message::Column::LetterboxId.eq(id))
        .filter(message::Column::Digest.eq(&digest))
        .one(&state.db)
        .await?;
    if known.is_some() {
        return Ok(());
    }
    if entity::counts(&state.db, id).await?.get("waiting").is_some_and(|count| *count >= MOST_WAITING) {
        return Err(Error::Unavailable);
    }
    let day_ms = now_ms - now_ms.rem_euclid(DAY_MS);
    let row = message::ActiveModel {
        // Random: an id in the order of time would tell the hour.
        id: Set(Uuid::new_v4()),
        letterbox_id: Set(id),
        lang: Set(lang.code().to_owned()),
        words: Set(words.to_owned()),
        digest: Set(digest),
        state: Set("waiting".to_owned()),
        at_ms: Set(day_ms),
        erase_at_ms: Set(day_ms + (i64::from(row.keep_days) + 1) * DAY_MS),
        decided_by: Set(None),
    };
    message::Entity::insert(row).exec_without_returning(&state.db).await?;
    Ok(())
}

/// Sorts a message: `accepted` puts a word of condolence into the book; `common` and
/// `passed` mark a question that comes up often or went to another authority; `refused`
/// and `personal` erase the words at once.
///
/// # Errors
/// The word does not fit the box, the message is erased, or the database does not answer.
pub async fn sort(state: &State, person: &Person, id: Uuid, message_id: Uuid, word: &str) -> Result<()> {
    let row = find(&state.db, id).await?;
    let fits = match word {
        "accepted" => row.kind == "condolence",
        "common" | "passed" => row.kind == "question",
        "refused" | "personal" => true,
        _ => false,
    };
    if !fits {
        return Err(Error::invalid("act", "value-unknown"));
    }
    let erased = matches!(word, "refused" | "personal");
    let tx = db::begin(&state.db).await?;
    let mut change = message::Entity::update_many()
        .col_expr(message::Column::State, Expr::value(word))
        .col_expr(message::Column::DecidedBy, Expr::value(person.id))
        .filter(message::Column::Id.eq(message_id))
        .filter(message::Column::LetterboxId.eq(id))
        .filter(message::Column::State.is_in(["waiting", "accepted", "common", "passed"]));
    if erased {
        change = change
            .col_expr(message::Column::Words, Expr::value(""))
            .col_expr(message::Column::Digest, Expr::value(""));
    }
    if change.exec(&tx).await?.rows_affected != 1 {
        return Err(Error::Conflict("letterbox-not-waiting"));
    }
    note(&tx, state, person, "letterbox.sort", id).await?;
    tx.commit().await?;
    Ok(())
}
