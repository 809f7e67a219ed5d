//! Takes the content into the database at the start, and makes the directory anew
//! whenever an editor has changed it.

use std::collections::HashMap;
use std::path::Path;
use std::sync::OnceLock;

use anyhow::Context;
use aws_lc_rs::digest;
use jiff::civil::Date;
use safe_content::{Content, Severity};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseTransaction, QueryOrder, Set};
use serde::Deserialize;

use super::change::{self, Field};
use super::directory::{Directory, Entry, Organization, Shown, Term, uuid_of};
use super::entity;
use super::holidays::Holidays;
use super::hours;
use super::row::{Place, Service, Text};
use crate::app::State;
use crate::clock;
use crate::db::{self, counter};

/// What the content holds of help, read once.
pub struct Sources {
    services: Vec<(String, Service, serde_json::Value)>,
    organizations: Vec<Organization>,
    terms: Vec<Term>,
    holidays: Holidays,
}

fn text(text: &safe_content::Text) -> Text {
    Text(text.iter().map(|(lang, words)| (lang.as_str().to_owned(), words.to_owned())).collect())
}

impl Sources {
    /// Reads `help/` and the holidays of a content folder. A service that breaks a rule
    /// is left out and named in the log: a fault in one file must not take the whole
    /// directory away.
    ///
    /// # Errors
    /// The holidays are missing or wrong.
    pub fn load(root: &Path) -> anyhow::Result<Self> {
        let (help, findings) = Content::load_help(root);
        for finding in &findings {
            let file = finding.file.display();
            tracing::error!(%file, line = finding.line, code = finding.code, "the help directory has a fault");
        }
        let broken = |file: &Path| {
            findings.iter().any(|finding| finding.severity == Severity::Error && finding.file == file)
        };
        let mut services = Vec::new();
        for service in help.services.iter().filter(|service| !broken(&service.file)) {
            match Service::deserialize(&service.row) {
                Ok(typed) => services.push((service.id.clone(), typed, service.row.clone())),
                // The reason may quote what must not be written down.
                Err(_) => tracing::error!(service = service.id, "a service cannot be read and is left out"),
            }
        }
        let organizations = help.organizations.iter().map(|row| Organization {
            id: row.id.clone(),
            uuid: uuid_of("organization", &row.id),
            name: text(&row.name),
            website: row.website.clone(),
        });
        let terms = help.terms.iter().map(|row| Term {
            vocabulary: row.vocabulary,
            id: row.id.clone(),
            uuid: uuid_of(row.vocabulary, &row.id),
            text: text(&row.text),
        });
        Ok(Self {
            services,
            organizations: organizations.collect(),
            terms: terms.collect(),
            holidays: Holidays::load(root)?,
        })
    }
}

fn hash(row: &str) -> String {
    crate::audit::hex(digest::digest(&digest::SHA256, row.as_bytes()).as_ref())
}

/// Takes the services of the content into the database: new and changed ones are written,
/// missing ones marked as gone. Changes of editors stay.
///
/// # Errors
/// The database does not answer.
pub async fn seed(db: &DatabaseConnection, sources: &Sources, now_ms: i64) -> anyhow::Result<()> {
    let tx = db::begin(db).await?;
    let known: HashMap<String, entity::service::Model> = entity::service::Entity::find()
        .all(&tx)
        .await?
        .into_iter()
        .map(|row| (row.id.clone(), row))
        .collect();
    let mut changed = false;
    for (id, service, row) in &sources.services {
        let digest = hash(&row.to_string());
        let same = known.get(id).is_some_and(|old| old.content_hash == digest && old.gone_at_ms.is_none());
        if !same {
            changed = true;
            write(&tx, id, service, row, digest, now_ms).await?;
        }
    }
    for row in known.into_values() {
        if row.gone_at_ms.is_none() && !sources.services.iter().any(|(id, ..)| *id == row.id) {
            changed = true;
            let mut gone: entity::service::ActiveModel = row.into();
            gone.gone_at_ms = Set(Some(now_ms));
            gone.update(&tx).await?;
        }
    }
    if changed {
        counter::next(&tx, "help").await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn write(
    tx: &DatabaseTransaction,
    id: &str,
    service: &Service,
    row: &serde_json::Value,
    content_hash: String,
    now_ms: i64,
) -> anyhow::Result<()> {
    let mut row = row.clone();
    let places = row.as_object_mut().and_then(|fields| fields.remove("place"));
    let active = entity::service::ActiveModel {
        id: Set(id.to_owned()),
        referral_only: Set(service.referral_only),
        shelter: Set(service.shelter),
        emergency: Set(service.emergency),
        row: Set(row.to_string()),
        content_hash: Set(content_hash),
        seeded_at_ms: Set(now_ms),
        gone_at_ms: Set(None),
    };
    use entity::service::Column as C;
    let update = OnConflict::column(C::Id)
        .update_columns([
            C::ReferralOnly,
            C::Shelter,
            C::Emergency,
            C::Row,
            C::ContentHash,
            C::SeededAtMs,
            C::GoneAtMs,
        ])
        .to_owned();
    entity::service::Entity::insert(active).on_conflict(update).exec_without_returning(tx).await?;
    entity::place::Entity::delete_many().filter(entity::place::Column::ServiceId.eq(id)).exec(tx).await?;
    for place in places.as_ref().and_then(serde_json::Value::as_array).into_iter().flatten() {
        let typed = Place::deserialize(place).ok().context("a place cannot be read")?;
        let active = entity::place::ActiveModel {
            service_id: Set(id.to_owned()),
            id: Set(typed.id.clone()),
            visibility: Set(typed.visibility.as_str().to_owned()),
            shelter: Set(service.shelter),
            referral_only: Set(service.referral_only),
            row: Set(place.to_string()),
        };
        entity::place::Entity::insert(active).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The directory as it stands.
///
/// # Errors
/// The database does not answer or holds a row that is none.
pub async fn load(db: &DatabaseConnection, sources: &Sources) -> anyhow::Result<Directory> {
    let version = counter::read(db, "help").await?.value;
    let mut places: HashMap<String, Vec<Place>> = HashMap::new();
    for row in entity::place::Entity::find().order_by_asc(entity::place::Column::Id).all(db).await? {
        let place = serde_json::from_str(&row.row).ok().context("a stored place cannot be read")?;
        places.entry(row.service_id).or_default().push(place);
    }
    let mut changes: HashMap<String, Vec<entity::change::Model>> = HashMap::new();
    for row in entity::changes_in(db, "in_force").await? {
        changes.entry(row.service_id.clone()).or_default().push(row);
    }
    let mut checks: HashMap<String, entity::check::Model> = HashMap::new();
    for row in entity::check::Entity::find().order_by_asc(entity::check::Column::AtMs).all(db).await? {
        checks.insert(row.service_id.clone(), row);
    }
    let mut entries = Vec::new();
    let rows = entity::service::Entity::find()
        .filter(entity::service::Column::GoneAtMs.is_null())
        .order_by_asc(entity::service::Column::Id);
    for row in rows.all(db).await? {
        let mut service: Service =
            serde_json::from_str(&row.row).context("a stored service cannot be read")?;
        service.places = places.remove(&row.id).unwrap_or_default();
        let changes = changes.remove(&row.id).unwrap_or_default();
        entries.push(entry(row, service, &changes, &checks));
    }
    Ok(Directory::new(
        version,
        entries,
        sources.organizations.clone(),
        sources.terms.clone(),
        sources.holidays.clone(),
    ))
}

fn entry(
    row: entity::service::Model,
    mut service: Service,
    changes: &[entity::change::Model],
    checks: &HashMap<String, entity::check::Model>,
) -> Entry {
    let mut shown = Shown::Yes;
    let mut changed_at_ms = row.seeded_at_ms;
    for change in changes {
        let Some(field) = Field::parse(&change.field) else { continue };
        changed_at_ms = changed_at_ms.max(change.decided_at_ms.unwrap_or(change.created_at_ms));
        if field == Field::Shown {
            shown = match change.value.as_str() {
                "flagged" => Shown::Flagged,
                "hidden" => Shown::No,
                _ => Shown::Yes,
            };
            continue;
        }
        let seen = &clock::rfc3339(change.created_at_ms)[..10];
        let known = change::known(&change.source, seen, change.confirmed_by_phone_on.as_deref());
        change::apply(&mut service, &field, &change.value, &known);
    }
    let check = checks.get(&row.id);
    let last: Option<Date> =
        check.map(|c| c.expires_on.as_str()).or(service.expires_on.as_deref()).and_then(|d| d.parse().ok());
    let uuid = uuid_of("service", &row.id);
    Entry {
        code: safe_content::help_code(&row.id),
        uuid,
        edited: !changes.is_empty() || check.is_some(),
        expires_on: last,
        changed_at_ms: changed_at_ms.max(check.map_or(0, |c| c.at_ms)),
        checked_at_ms: check.map(|c| c.at_ms),
        searched: OnceLock::new(),
        id: row.id,
        service,
        shown,
    }
}

/// Takes up what editors changed, here or in another process.
///
/// # Errors
/// The database does not answer; the old directory stays.
pub async fn refresh(state: &State) -> anyhow::Result<()> {
    let version = counter::read(&state.db, "help").await?.value;
    if version != state.help.load().version {
        state.help.store(std::sync::Arc::new(load(&state.db, &state.help_sources).await?));
    }
    Ok(())
}

/// Today in Brussels.
#[must_use]
pub fn today(state: &State) -> Date {
    hours::day_of(state.clock.now_ms())
}
