//! How boxes, messages and answers change.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, Set};
use serde_json::json;

use super::entity::{self, answer as answers, letterbox, message};
use crate::account::{Person, digest};
use crate::app::State;
use crate::audit::{self, Act};
use crate::db::{self, counter};
use crate::error::{Error, Fault, Result};
use crate::i18n::Lang;

/// Longest message, in characters.
pub const MOST_WORDS: usize = 600;
/// Most messages of a box that wait for a person.
const MOST_WAITING: i64 = 5_000;
/// Longest text of the service, in characters.
const MOST_TEXT: usize = 3_000;
/// Longest name of an authority, in characters.
const MOST_OWNER: usize = 120;
const DAY_MS: i64 = 86_400_000;

/// Texts of the service, by language code; an empty one is none.
pub type Texts = BTreeMap<&'static str, String>;

/// A box as somebody wants it.
#[derive(Debug, Clone, Default)]
pub struct Written {
    /// `question` or `condolence`.
    pub kind: String,
    /// Title.
    pub title: Texts,
    /// What it is about.
    pub intro: Texts,
    /// Days after which a message is erased.
    pub keep_days: i32,
    /// Days until it closes by itself.
    pub open_days: i64,
}

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

/// Proposes a box; nobody can write into it before a second person has opened it.
///
/// # Errors
/// What was written breaks a rule, or the database does not answer.
pub async fn propose(state: &State, person: &Person, written: Written) -> Result<Uuid> {
    let mut faults = Vec::new();
    if !matches!(written.kind.as_str(), "question" | "condolence") {
        faults.push(Fault::new("kind", "value-unknown"));
    }
    text_faults("title", &written.title, 150, &mut faults);
    text_faults("intro", &written.intro, MOST_TEXT, &mut faults);
    for (field, days) in [("keep_days", i64::from(written.keep_days)), ("open_days", written.open_days)] {
        if !(1..=365).contains(&days) {
            faults.push(Fault::new(field, "letterbox-days"));
        }
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let now_ms = state.clock.now_ms();
    let row = letterbox::ActiveModel {
        id: Set(Uuid::now_v7()),
        kind: Set(written.kind),
        title: Set(to_json(written.title)?),
        intro: Set(to_json(written.intro)?),
        keep_days: Set(written.keep_days),
        state: Set("proposed".to_owned()),
        author_id: Set(person.id),
        approver_id: Set(None),
        created_at_ms: Set(now_ms),
        opened_at_ms: Set(None),
        closes_at_ms: Set(now_ms + written.open_days * DAY_MS),
    };
    let tx = db::begin(&state.db).await?;
    let row = row.insert(&tx).await?;
    note(&tx, state, person, "letterbox.propose", row.id).await?;
    tx.commit().await?;
    Ok(row.id)
}

/// A box.
///
/// # Errors
/// There is none with this id, or the database does not answer.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<letterbox::Model> {
    letterbox::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)
}

/// Opens a proposed box or refuses it. Built pages list boxes; they are made anew with
/// the number of the public sequence.
///
/// # Errors
/// It is the person's own, it no longer waits, or the database does not answer.
pub async fn decide(state: &State, person: &Person, id: Uuid, open: bool) -> Result<()> {
    let row = find(&state.db, id).await?;
    if row.author_id == person.id {
        return Err(Error::Forbidden("four-eyes"));
    }
    let tx = db::begin(&state.db).await?;
    counter::next(&tx, "alerts").await?;
    let done = letterbox::Entity::update_many()
        .col_expr(letterbox::Column::State, Expr::value(if open { "open" } else { "refused" }))
        .col_expr(letterbox::Column::ApproverId, Expr::value(person.id))
        .col_expr(letterbox::Column::OpenedAtMs, Expr::value(state.clock.now_ms()))
        .filter(letterbox::Column::Id.eq(id))
        .filter(letterbox::Column::State.eq("proposed"))
        .exec(&tx)
        .await?;
    if done.rows_affected != 1 {
        return Err(Error::Conflict("letterbox-not-waiting"));
    }
    note(&tx, state, person, if open { "letterbox.open" } else { "letterbox.refuse" }, id).await?;
    tx.commit().await?;
    state.news.announce();
    Ok(())
}

/// Closes a box; one person is enough, so that it can be done at once.
///
/// # Errors
/// It is not open, or the database does not answer.
pub async fn close(state: &State, person: &Person, id: Uuid) -> Result<()> {
    let tx = db::begin(&state.db).await?;
    counter::next(&tx, "alerts").await?;
    let done = letterbox::Entity::update_many()
        .col_expr(letterbox::Column::State, Expr::value("closed"))
        .filter(letterbox::Column::Id.eq(id))
        .filter(letterbox::Column::State.eq("open"))
        .exec(&tx)
        .await?;
    if done.rows_affected != 1 {
        return Err(Error::Conflict("letterbox-not-open"));
    }
    note(&tx, state, person, "letterbox.close", id).await?;
    tx.commit().await?;
    state.news.announce();
    Ok(())
}

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

/// Proposes a public answer, in the words of the service.
///
/// # Errors
/// The box takes no questions, what was written breaks a rule, or the database does not
/// answer.
pub async fn answer(
    state: &State,
    person: &Person,
    id: Uuid,
    question: Texts,
    text: Texts,
    owner: &str,
) -> Result<()> {
    let row = find(&state.db, id).await?;
    if row.kind != "question" {
        return Err(Error::NotFound);
    }
    let mut faults = Vec::new();
    text_faults("question", &question, MOST_WORDS, &mut faults);
    text_faults("answer", &text, MOST_TEXT, &mut faults);
    if owner.is_empty() || owner.chars().count() > MOST_OWNER || owner.chars().any(is_hidden) {
        faults.push(Fault::new("owner", "letterbox-text"));
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let row = answers::ActiveModel {
        id: Set(Uuid::now_v7()),
        letterbox_id: Set(id),
        question: Set(to_json(question)?),
        answer: Set(to_json(text)?),
        owner: Set(owner.to_owned()),
        state: Set("proposed".to_owned()),
        author_id: Set(person.id),
        approver_id: Set(None),
        at_ms: Set(state.clock.now_ms()),
    };
    let tx = db::begin(&state.db).await?;
    row.insert(&tx).await?;
    note(&tx, state, person, "letterbox.answer", id).await?;
    tx.commit().await?;
    Ok(())
}

/// Makes a proposed answer public or refuses it; takes a public one back.
///
/// # Errors
/// It is the person's own, it no longer waits, or the database does not answer.
pub async fn decide_answer(state: &State, person: &Person, id: Uuid, answer: Uuid, word: &str) -> Result<()> {
    let row = answers::Entity::find_by_id(answer).one(&state.db).await?;
    let row = row.filter(|row| row.letterbox_id == id).ok_or(Error::NotFound)?;
    let from = match word {
        "public" | "refused" => "proposed",
        "withdrawn" => "public",
        _ => return Err(Error::invalid("act", "value-unknown")),
    };
    if from == "proposed" && row.author_id == person.id {
        return Err(Error::Forbidden("four-eyes"));
    }
    let tx = db::begin(&state.db).await?;
    let mut change = answers::Entity::update_many()
        .col_expr(answers::Column::State, Expr::value(word))
        .filter(answers::Column::Id.eq(answer))
        .filter(answers::Column::State.eq(from));
    if from == "proposed" {
        change = change
            .col_expr(answers::Column::ApproverId, Expr::value(person.id))
            .col_expr(answers::Column::AtMs, Expr::value(state.clock.now_ms()));
    }
    if change.exec(&tx).await?.rows_affected != 1 {
        return Err(Error::Conflict("letterbox-not-waiting"));
    }
    note(&tx, state, person, "letterbox.answer-decide", id).await?;
    tx.commit().await?;
    Ok(())
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
