//! Years of permit files, by chance and the same for the same seed: for stories and
//! measurements of what the pages cost when the cupboards are full.
//!
//! Everything goes through the product's own tables, keys and chain, so `safe check` finds it
//! whole and every page opens. Nobody in it exists, and its amounts are no rates.
//!
//! - `plan`: what becomes of a file, and when; `form`: its answers;
//! - `rows`, `steps`, `permit`, `ledger`: the rows of one file;
//! - `shelf`: the archive while it is made; `photo`: a large picture; `random`: chance;
//! - `batch`, `chain`: many rows at a time, and the audit chain;
//! - `door`: sessions, and the addresses that a measurement opens.

mod batch;
mod chain;
mod door;
mod form;
mod ledger;
mod permit;
pub mod photo;
mod plan;
mod random;
mod rows;
mod shelf;
mod steps;

use anyhow::Context as _;
use safe_api::account::{Role, citizen::identity, manage};
use safe_api::app::State;
use safe_api::db;
use safe_api::permit::desk::letter::Letter;
use safe_api::permit::desk::print;
use safe_api::permit::entity::applicant;
use safe_api::permit::numbers;
use safe_api::permit::sealed::FileKey;
use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use uuid::Uuid;

use batch::{Batch, row};
use chain::{Act, What};
use plan::{DAY_MS, Plan};
use random::Random;
use shelf::{Archive, Card, Holder, Member, Vault};

/// How much is made.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Files.
    pub files: usize,
    /// Rows of the audit chain, no fewer than the files themselves need.
    pub acts: usize,
    /// Seed.
    pub seed: u64,
}

/// Files written at once.
const AT_ONCE: usize = 500;
/// Every so many files, one has the bytes of a document and of its letter.
const WITH_BYTES: usize = 100;
/// Looks at the one file that everybody looks at.
const MOST_LOOKS: usize = 3_000;
/// Procedures and how often they are asked for.
const PROCEDURES: [(&str, u64); 11] = [
    ("detention", 40),
    ("periodic-control", 12),
    ("notice", 12),
    ("european-pass", 8),
    ("carry", 6),
    ("passive-possession", 6),
    ("loss-theft", 6),
    ("deactivated", 4),
    ("collector", 3),
    ("dealer", 2),
    ("shooting-range", 1),
];
/// Members of staff: how many of each role.
const STAFF: [(Role, usize); 5] = [
    (Role::WeaponsClerk, 6),
    (Role::Adviser, 4),
    (Role::Legal, 2),
    (Role::HighOfficial, 1),
    (Role::Administrator, 1),
];

/// A letter of the length that letters have.
fn letter() -> anyhow::Result<Letter> {
    let paragraph = "Le service a examiné la demande, les avis et les pièces du dossier. ".repeat(5);
    let part = |place: &str, heading: &str, count: usize| json!({ "place": place, "heading": heading, "paragraphs": vec![paragraph.trim(); count] });
    let whole = json!({
        "lang": "fr", "title": "Décision", "sender": "Service de test", "addressee": ["Exemple", "1000 Bruxelles"],
        "date": "Bruxelles", "reference": ["Dossier", "2026-000001-01"], "subject": ["Objet", "Demande"],
        "parts": [part("opening", "", 1), part("decision", "Décision", 1), part("reasons", "Motifs", 5),
            part("after", "Suite", 2)],
        "appeal": "", "signature": "Une personne de test", "verification": ["Vérifier la lettre", "Code"],
        "address": "https://exemple.invalid/verify", "footer": "Lettre de test", "pages": "{page}/{pages}",
    });
    Ok(serde_json::from_value(whole)?)
}

async fn staff(state: &State, now_ms: i64) -> anyhow::Result<Vec<Member>> {
    let mut members = Vec::new();
    for (role, count) in STAFF {
        for number in 0..count {
            let email = format!("{}-{number}@archive.invalid", role.as_str());
            let made = manage::add(state, &email, None, &[role], None, now_ms).await?;
            members.push(Member { role, email, id: made.account.id });
        }
    }
    Ok(members)
}

/// Two persons for every five files.
fn people(state: &State, archive: &mut Archive, count: usize) -> anyhow::Result<Batch> {
    let mut batch = Batch::default();
    let keys = &state.permits.keys;
    for number in 0..count {
        let created = archive.now_ms - archive.random.between(10 * DAY_MS, 1_800 * DAY_MS);
        let id = archive.random.id(created);
        let kept = identity::Kept {
            family_name: format!("Exemple {number}"),
            given_names: "Camille".to_owned(),
            national_number: Some("93051822361".to_owned()),
            email: Some(format!("personne{number}@exemple.invalid")),
        };
        let person = identity::person_value(&kept.family_name, &kept.given_names, "1993-05-18");
        let hmac = keys.hash("person", &person);
        batch.applicant.push(row!(applicant {
            id: id,
            issuer: "archive".to_owned(),
            subject: number.to_string(),
            kind: "official".to_owned(),
            national_hmac: Some(keys.hash("national-number", &format!("archive-{number}"))),
            person_hmac: hmac.clone(),
            lang: "fr".to_owned(),
            sealed: keys.wrap(&format!("applicant/{id}"), &serde_json::to_vec(&kept)?)?,
            created_at_ms: created,
            seen_at_ms: created,
        }));
        archive.people.push(Holder { id, hmac });
    }
    Ok(batch)
}

/// Fills an empty system, and tells which addresses a measurement opens with which cookie.
///
/// # Errors
/// The system is not empty, its rows lack a procedure, or the database does not answer.
pub async fn fill(state: &State, size: &Size) -> anyhow::Result<Value> {
    anyhow::ensure!(applicant::Entity::find().one(&state.db).await?.is_none(), "the system is not empty");
    let now_ms = state.clock.now_ms();
    let letter = letter()?;
    let letter_bytes = print::pdf(&letter, Uuid::nil(), now_ms)?;
    let mut archive = Archive {
        random: Random::new(size.seed),
        now_ms,
        staff: staff(state, now_ms).await?,
        people: Vec::new(),
        files: Vec::with_capacity(size.files),
        cards: Vec::with_capacity(size.files),
        acts: Vec::with_capacity(size.acts),
        references: 0,
        payments: 0,
        letter_sha256: print::digest(&letter_bytes),
        letter_bytes,
        letter,
        vault: Vault {
            store: state.permits.store.clone(),
            keys: safe_api::permit::keys::Keys::read(&state.config.vault_keys_file())?,
        },
    };
    let batch = people(state, &mut archive, (size.files * 2 / 5).max(3))?;
    let tx = db::begin(&state.db).await?;
    batch.write(&tx).await?;
    tx.commit().await?;
    files(state, &mut archive, size).await?;
    looks(&mut archive, size);
    let mut actors = vec!["applicant".to_owned(), "system".to_owned()];
    actors.extend(archive.staff.iter().map(|member| member.email.clone()));
    let acts = std::mem::take(&mut archive.acts);
    let count = chain::write(&state.db, acts, &archive.files, &actors).await?;
    let mut doors = door::open(state, &archive).await?;
    doors["made"] = json!({ "files": size.files, "audit": count, "people": archive.people.len() });
    Ok(doors)
}

async fn files(state: &State, archive: &mut Archive, size: &Size) -> anyhow::Result<()> {
    let today = numbers::today(archive.now_ms);
    let forms = PROCEDURES.iter().map(|(id, _)| form::answered(&state.law, id, today));
    let forms = forms.collect::<anyhow::Result<Vec<_>>>().context("a form cannot be answered")?;
    let places: Vec<(usize, u64)> =
        PROCEDURES.iter().enumerate().map(|(at, (_, weight))| (at, *weight)).collect();
    for begin in (0..size.files).step_by(AT_ONCE) {
        let mut batch = Batch::default();
        for number in begin..size.files.min(begin + AT_ONCE) {
            let procedure = archive.random.weighted(&places);
            let form = &forms[procedure];
            let plan = Plan::new(&mut archive.random, archive.now_ms, form.noted);
            let id = archive.random.id(plan.created_ms);
            let (key, key_wrapped) = FileKey::fresh(&state.permits.keys, id)?;
            // The first person is a firm with many files, the others have a few.
            let person = if number % 300 == 0 { 0 } else { number * 2 / 5 % archive.people.len() };
            let card = Card {
                number,
                id,
                person,
                lang: if archive.random.percent(60) { "fr" } else { "nl" },
                state: plan.state,
                first_page: form.pages.first().map(|(page, _)| page.clone()).unwrap_or_default(),
                key_wrapped,
                reference: String::new(),
                papers: Vec::new(),
                consent: None,
                notice: None,
                opinion: None,
                decision: None,
                code: None,
                letter: None,
                grant: None,
                has_fee: false,
                can_appeal: false,
            };
            let writing = rows::Writing { archive, batch: &mut batch, form, plan, card, key };
            writing.all(number % WITH_BYTES == 0)?;
        }
        let tx = db::begin(&state.db).await?;
        batch.write(&tx).await?;
        rows::counters(&tx, archive).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Most of a chain are looks: they fill it up to its size.
fn looks(archive: &mut Archive, size: &Size) {
    let clerks: Vec<u8> = (0..STAFF[0].1).filter_map(|at| u8::try_from(at + 2).ok()).collect();
    let sent: Vec<u32> = archive
        .cards
        .iter()
        .filter(|card| !["draft", "erased"].contains(&card.state))
        .filter_map(|card| u32::try_from(card.number).ok())
        .collect();
    if sent.is_empty() {
        return;
    }
    let all = size.acts.saturating_sub(archive.acts.len());
    for number in 0..all {
        let file = if number < MOST_LOOKS.min(all / 10) { sent[0] } else { *archive.random.one(&sent) };
        let at_ms = archive.now_ms - archive.random.between(60_000, 1_800 * DAY_MS);
        let actor = *archive.random.one(&clerks);
        let what = if number % 9 == 0 { What::Advice } else { What::Read };
        archive.acts.push(Act { at_ms, file, actor, what });
    }
}
