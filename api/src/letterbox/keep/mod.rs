//! How boxes, messages and answers change.

mod answers;
mod boxes;
mod messages;

use std::collections::BTreeMap;

use sea_orm::DatabaseTransaction;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;

pub use answers::{answer, decide_answer};
pub use boxes::{Written, close, decide, find, propose};
pub use messages::{receive, sort};

use super::entity::{letterbox, message};
use crate::account::Person;
use crate::app::State;
use crate::audit::{self, Act};
use crate::error::{Error, Fault, Result};

/// Longest message, in characters.
pub const MOST_WORDS: usize = 600;
/// Longest text of the service, in characters.
const MOST_TEXT: usize = 3_000;
const DAY_MS: i64 = 86_400_000;

/// Texts of the service, by language code; an empty one is none.
pub type Texts = BTreeMap<&'static str, String>;

/// French and Dutch are the law; other languages are offered.
fn text_faults(field: &str, texts: &Texts, most: usize, faults: &mut Vec<Fault>) {
    for (lang, text) in texts {
        let missing = text.is_empty() && matches!(*lang, "fr" | "nl");
        if missing || text.chars().count() > most || text.chars().any(is_hidden) {
            faults.push(Fault::new(format!("{field}_{lang}"), "letterbox-text"));
        }
    }
}

/// Signs that are not seen or that turn the direction of text around (UAX 9, 2.2).
fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

fn to_json(texts: Texts) -> Result<String> {
    let told: Texts = texts.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    serde_json::to_string(&told).map_err(|error| Error::Internal(error.into()))
}

/// Closes boxes whose day has come and erases messages that are past their time. Words in
/// a book of condolence were accepted to stay.
///
/// # Errors
/// The database does not answer.
pub async fn sweep(db: &impl ConnectionTrait, now_ms: i64) -> Result<(), DbErr> {
    letterbox::Entity::update_many()
        .col_expr(letterbox::Column::State, Expr::value("closed"))
        .filter(letterbox::Column::State.eq("open"))
        .filter(letterbox::Column::ClosesAtMs.lte(now_ms))
        .exec(db)
        .await?;
    message::Entity::update_many()
        .col_expr(message::Column::State, Expr::value("erased"))
        .col_expr(message::Column::Words, Expr::value(""))
        .col_expr(message::Column::Digest, Expr::value(""))
        .filter(message::Column::EraseAtMs.lte(now_ms))
        .filter(message::Column::State.is_in(["waiting", "common", "passed"]))
        .exec(db)
        .await?;
    Ok(())
}

/// What was written stays out of the audit chain: only that somebody acted on a box.
async fn note(
    tx: &DatabaseTransaction,
    state: &State,
    person: &Person,
    action: &'static str,
    id: Uuid,
) -> Result<()> {
    let act = Act { actor: &person.email, action, subject: format!("letterbox/{id}"), detail: json!({}) };
    audit::record(tx, state.clock.now_ms(), act).await?;
    Ok(())
}
