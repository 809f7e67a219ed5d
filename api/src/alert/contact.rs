//! The one contact point of an alert: whom the people touched by an event, and those
//! close to them, can call.
//!
//! A chain of alerts has at most one in force; the database keeps that. A number that is
//! public was confirmed by a second person. Every view of the alert takes it from the
//! same row, so changing it changes all of them.

use std::collections::{BTreeMap, HashMap};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, QueryOrder, QuerySelect, Set};
use serde_json::json;

use crate::account::Person;
use crate::app::State;
use crate::audit::{self, Act};
use crate::db::{self, counter};
use crate::error::{Error, Fault, Result};
use crate::i18n::Lang;

/// One contact point, as it was written.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "alert_contact")]
pub struct Model {
    /// Its id, in the order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Chain of alerts.
    pub event_id: Uuid,
    /// Telephone number as printed; empty for none.
    pub number: String,
    /// Address of a page; empty for none.
    pub web: String,
    /// Who answers, and when, by language, as JSON.
    pub words: String,
    /// `proposed`, `in_force`, `replaced`, `refused`, `withdrawn`.
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

/// Longest text, in characters.
const MOST_WORDS: usize = 400;
/// Longest number, in characters.
const MOST_NUMBER: usize = 24;
/// Longest address, in bytes.
const MOST_WEB: usize = 300;
/// Most rows of a history.
const HISTORY: u64 = 50;

impl Model {
    /// The words in a language or its fallbacks, with the language they are in.
    #[must_use]
    pub fn words_in(&self, lang: Lang) -> Option<(Lang, String)> {
        let words = self.all_words();
        lang.chain().into_iter().find_map(|one| Some((one, words.get(one.code())?.clone())))
    }

    /// The words of every language.
    #[must_use]
    pub fn all_words(&self) -> BTreeMap<String, String> {
        serde_json::from_str(&self.words).unwrap_or_default()
    }
}

/// What somebody wrote into the form.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Telephone number as printed.
    pub number: String,
    /// Address of a page.
    pub web: String,
    /// Words by language; an empty text is none.
    pub words: BTreeMap<&'static str, String>,
}

impl Wanted {
    /// Every rule that it breaks.
    fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let digits = self.number.chars().filter(char::is_ascii_digit).count();
        let sign = |c: char| c.is_ascii_digit() || c == ' ' || c == '+';
        let dialled = digits >= 3 && self.number.chars().all(sign) && self.number.len() <= MOST_NUMBER;
        if !self.number.is_empty() && !dialled {
            faults.push(Fault::new("number", "contact-number"));
        }
        if !self.web.is_empty() && !is_page(&self.web) {
            faults.push(Fault::new("web", "contact-web"));
        }
        if self.number.is_empty() && self.web.is_empty() {
            faults.push(Fault::new("number", "contact-way"));
        }
        for (lang, words) in &self.words {
            // French and Dutch are the law; the others are offered.
            let missing = words.is_empty() && matches!(*lang, "fr" | "nl");
            if missing || words.chars().count() > MOST_WORDS || words.chars().any(is_hidden) {
                faults.push(Fault::new(format!("words_{lang}"), "contact-words"));
            }
        }
        faults
    }
}

fn is_page(address: &str) -> bool {
    let host = address.strip_prefix("https://").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or(""));
    let plain = address.bytes().all(|b| b.is_ascii_graphic() && !b"\"'<>\\`{}".contains(&b));
    plain && address.len() <= MOST_WEB && host.is_some_and(|host| host.contains('.') && !host.contains('@'))
}

/// Signs that are not seen or that turn the direction of text around (UAX 9, 2.2).
fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// The contact point in force of a chain.
///
/// # Errors
/// The database does not answer.
pub async fn of_event(db: &impl ConnectionTrait, event_id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::EventId.eq(event_id)).filter(Column::State.eq("in_force")).one(db).await
}

/// The contact points in force of these chains.
///
/// # Errors
/// The database does not answer.
pub async fn of_events(
    db: &impl ConnectionTrait,
    events: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Model>, DbErr> {
    let rows = Entity::find().filter(Column::EventId.is_in(events)).filter(Column::State.eq("in_force"));
    Ok(rows.all(db).await?.into_iter().map(|row| (row.event_id, row)).collect())
}

/// Everything that was written about a chain, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn history(db: &impl ConnectionTrait, event_id: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::EventId.eq(event_id))
        .order_by_desc(Column::CreatedAtMs)
        .order_by_desc(Column::Id)
        .limit(HISTORY)
        .all(db)
        .await
}

/// Proposes a contact point; an earlier proposal gives way.
///
/// # Errors
/// What was written breaks a rule, or the database does not answer.
pub async fn propose(state: &State, person: &Person, event_id: Uuid, wanted: Wanted) -> Result<Model> {
    let faults = wanted.faults();
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let words: BTreeMap<&str, String> =
        wanted.words.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    let now_ms = state.clock.now_ms();
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        event_id: Set(event_id),
        number: Set(wanted.number),
        web: Set(wanted.web),
        words: Set(serde_json::to_string(&words).map_err(|error| Error::Internal(error.into()))?),
        state: Set("proposed".to_owned()),
        author_id: Set(person.id),
        confirmer_id: Set(None),
        created_at_ms: Set(now_ms),
        decided_at_ms: Set(None),
    };
    let tx = db::begin(&state.db).await?;
    put_away(&tx, event_id, "proposed", "replaced").await?;
    let row = row.insert(&tx).await?;
    note(&tx, state, person, "contact.propose", &row).await?;
    tx.commit().await?;
    Ok(row)
}

/// Confirms a proposal, which then takes the place of what was in force, or refuses it.
///
/// # Errors
/// It is the person's own, it no longer waits, or the database does not answer.
pub async fn decide(state: &State, person: &Person, id: Uuid, accept: bool) -> Result<Model> {
    let row = Entity::find_by_id(id).one(&state.db).await?.ok_or(Error::NotFound)?;
    if row.author_id == person.id {
        return Err(Error::Forbidden("four-eyes"));
    }
    let tx = db::begin(&state.db).await?;
    if accept {
        // The counter's row is locked first: what becomes public does so in order.
        counter::next(&tx, "alerts").await?;
        put_away(&tx, row.event_id, "in_force", "replaced").await?;
    }
    let done = Entity::update_many()
        .col_expr(Column::State, Expr::value(if accept { "in_force" } else { "refused" }))
        .col_expr(Column::ConfirmerId, Expr::value(person.id))
        .col_expr(Column::DecidedAtMs, Expr::value(state.clock.now_ms()))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq("proposed"))
        .exec(&tx)
        .await?;
    if done.rows_affected != 1 {
        return Err(Error::Conflict("contact-not-waiting"));
    }
    note(&tx, state, person, if accept { "contact.confirm" } else { "contact.refuse" }, &row).await?;
    tx.commit().await?;
    state.news.announce();
    Ok(row)
}

/// Takes the contact point away at once: a wrong number must not wait for a second
/// person.
///
/// # Errors
/// None is in force, or the database does not answer.
pub async fn withdraw(state: &State, person: &Person, event_id: Uuid) -> Result<()> {
    let row = of_event(&state.db, event_id).await?.ok_or(Error::Conflict("contact-none"))?;
    let tx = db::begin(&state.db).await?;
    counter::next(&tx, "alerts").await?;
    put_away(&tx, event_id, "in_force", "withdrawn").await?;
    note(&tx, state, person, "contact.withdraw", &row).await?;
    tx.commit().await?;
    state.news.announce();
    Ok(())
}

async fn put_away(tx: &DatabaseTransaction, event_id: Uuid, from: &str, to: &str) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(to))
        .filter(Column::EventId.eq(event_id))
        .filter(Column::State.eq(from))
        .exec(tx)
        .await?;
    Ok(())
}

async fn note(
    tx: &DatabaseTransaction,
    state: &State,
    person: &Person,
    action: &'static str,
    row: &Model,
) -> Result<()> {
    let act = Act {
        actor: &person.email,
        action,
        subject: format!("alert/{}", row.event_id),
        detail: json!({ "contact": row.id, "number": row.number, "web": row.web }),
    };
    audit::record(tx, state.clock.now_ms(), act).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(number: &str, web: &str) -> Wanted {
        let words = [("fr", "Croix-Rouge, jour et nuit"), ("nl", "Rode Kruis, dag en nacht"), ("en", "")];
        Wanted {
            number: number.to_owned(),
            web: web.to_owned(),
            words: words.map(|(lang, text)| (lang, text.to_owned())).into(),
        }
    }

    #[test]
    fn a_number_or_a_page_and_both_languages() {
        for (number, web) in [("1771", ""), ("02 555 00 00", ""), ("", "https://example.org/a?b=c")] {
            assert!(wanted(number, web).faults().is_empty(), "{number} {web}");
        }
        for (number, web) in [
            ("", ""),
            ("12", ""),
            ("call me", ""),
            ("0123456789012345678901234", ""),
            ("", "http://example.org"),
            ("", "https://user@example.org"),
            ("", "https://localhost"),
            ("1771", "https://example.org/\"><script>"),
        ] {
            assert_eq!(wanted(number, web).faults().len(), 1, "{number} {web}");
        }
        let mut one = wanted("1771", "");
        one.words.insert("nl", String::new());
        one.words.insert("en", "a\u{202e}b".to_owned());
        assert_eq!(one.faults().len(), 2);
    }
}
