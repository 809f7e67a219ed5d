//! From the signed text to the letter in the vault. It happens after the decision has been
//! written down, never in its transaction: when typesetting fails the decision stands, and
//! the letter is tried again. `extension` makes the letter of an extended time the same way.

mod extension;

pub use extension::{DOCUMENT as EXTENSION, attempt as attempt_extension, run as run_extensions};

use std::io::Write;

use safe_paper as paper;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;

use super::letter::Letter;
use super::rows::Place;
use super::{Body, task};
use crate::app::State;
use crate::audit::{self, Act};
use crate::clock;
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::decision::{self, Column};
use crate::permit::entity::{application, document};
use crate::permit::sealed::FileKey;
use crate::permit::vault::{self, SealWriter};

/// Row of `retention.toml` for letters.
const DATA_CLASS: &str = "application-file";
/// Letters of one run.
const AT_ONCE: u64 = 20;
/// Longest wait between two attempts, in minutes.
const MOST_MINUTES: i64 = 60;

/// The letter as PDF, which takes processor time.
///
/// # Errors
/// The typesetter refuses it.
pub fn pdf(letter: &Letter, id: Uuid, decided_at_ms: i64) -> anyhow::Result<Vec<u8>> {
    let of = |place: Place| letter.parts.iter().find(|part| part.place == place);
    let paragraphs = |place: Place| of(place).map(|part| part.paragraphs.clone()).unwrap_or_default();
    let passage = |place: Place| {
        of(place)
            .map(|part| paper::Passage { heading: part.heading.clone(), paragraphs: part.paragraphs.clone() })
    };
    let section = |place: Place| {
        of(place).map(|part| paper::Section {
            heading: part.heading.clone(),
            blocks: part.paragraphs.iter().cloned().map(paper::Block::Paragraph).collect(),
        })
    };
    let labelled =
        |(label, text): &(String, String)| paper::Labelled { label: label.clone(), text: text.clone() };
    let is_public = letter.address.starts_with("https://");
    let made = paper::letter(&paper::Letter {
        lang: letter.lang.parse()?,
        identity: paper::Identity {
            id: format!("urn:uuid:{id}"),
            date: clock::utc(decided_at_ms),
            author: letter.sender.clone(),
        },
        title: letter.title.clone(),
        sender: vec![letter.sender.clone()],
        addressee: letter.addressee.clone(),
        place_and_date: letter.date.clone(),
        reference: labelled(&letter.reference),
        subject: labelled(&letter.subject),
        opening: paragraphs(Place::Opening),
        decision: passage(Place::Decision),
        conditions: of(Place::Conditions)
            .map(|part| paper::List { heading: part.heading.clone(), items: part.paragraphs.clone() }),
        sections: [Place::Reasons, Place::After].into_iter().filter_map(section).collect(),
        appeal: passage(Place::Appeal),
        // Without TLS there is no code to scan: the address stands in the text.
        closing: if is_public || letter.address.is_empty() {
            Vec::new()
        } else {
            vec![letter.verification.0.clone(), letter.address.clone()]
        },
        signature: vec![letter.signature.clone()],
        verification: is_public.then(|| paper::Verification {
            text: letter.verification.0.clone(),
            url: letter.address.clone(),
            alternative: letter.verification.1.clone(),
        }),
        footer: letter.footer.clone(),
        page_pattern: letter.pages.clone(),
    })?;
    Ok(made)
}

/// A letter that lies in the vault, and how it is opened.
struct Kept {
    id: Uuid,
    sha256: String,
    size: usize,
    key_wrapped: Vec<u8>,
}

async fn keep(state: &State, letter: Letter, (of, at_ms): (Uuid, i64)) -> anyhow::Result<Kept> {
    let id = Uuid::now_v7();
    let (key, key_wrapped) = state.permits.keys.fresh(&format!("document/{id}"))?;
    let store = state.permits.store.clone();
    let made = tokio::task::spawn_blocking(move || -> anyhow::Result<(String, usize)> {
        let bytes = pdf(&letter, of, at_ms)?;
        let mut writer = SealWriter::new(store.begin(&id.to_string())?, &key)?;
        writer.write_all(&bytes)?;
        writer.finish()?.keep()?;
        Ok((digest(&bytes), bytes.len()))
    });
    let (sha256, size) = made.await??;
    Ok(Kept { id, sha256, size, key_wrapped })
}

/// SHA-256 of a file, hexadecimal.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    audit::hex(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, bytes).as_ref())
}

async fn write_down(
    state: &State,
    row: &decision::Model,
    file: &application::Model,
    key: &FileKey,
    kept: &Kept,
) -> Result<bool> {
    let now_ms = state.clock.now_ms();
    let name = format!("{}.pdf", file.reference.as_deref().unwrap_or("decision"));
    let tx = db::begin(&state.db).await?;
    // The decision may have been issued meanwhile: it is read again in this transaction.
    let now = decision::Entity::find_by_id(row.id).one(&tx).await?.ok_or(Error::NotFound)?;
    let paper = document::ActiveModel {
        id: Set(kept.id),
        application_id: Set(file.id),
        document: Set("decision".to_owned()),
        slot: Set(String::new()),
        purpose: Set("decision".to_owned()),
        data_class: Set(DATA_CLASS.to_owned()),
        name_sealed: Set(key.seal(&format!("name/{}", kept.id), &name)?),
        media_type: Set("application/pdf".to_owned()),
        size_bytes: Set(i64::try_from(kept.size).unwrap_or(i64::MAX)),
        sha256: Set(kept.sha256.clone()),
        dated_on: Set(row.decided_on.clone()),
        vault_key: Set(kept.id.to_string()),
        file_key_wrapped: Set(kept.key_wrapped.clone()),
        scan: Set("clean".to_owned()),
        uploaded_by: Set("office".to_owned()),
        applicant_sees: Set(i64::from(now.state == "issued")),
        created_at_ms: Set(now_ms),
    };
    paper.insert(&tx).await?;
    let changed = decision::Entity::update_many()
        .col_expr(Column::PdfDocumentId, Expr::value(Some(kept.id)))
        .col_expr(Column::PdfSha256, Expr::value(Some(kept.sha256.clone())))
        .filter(Column::Id.eq(row.id))
        .filter(Column::PdfDocumentId.is_null())
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Ok(false);
    }
    let subject = format!("permit/{}", file.id);
    let detail = json!({ "decision": row.id, "sha256": kept.sha256 });
    audit::record(&tx, now_ms, Act { actor: "system", action: "permit.letter", subject, detail }).await?;
    tx.commit().await?;
    state.metrics.audits.inc();
    Ok(true)
}

/// Makes the letter of a decision, unless it is there. The answer is whether it is.
///
/// # Errors
/// The database does not answer. A failure of typesetter or vault is no error: it is
/// logged, noted for another attempt, and becomes a task.
pub async fn attempt(state: &State, id: Uuid) -> Result<bool> {
    let row = decision::Entity::find_by_id(id).one(&state.db).await?.ok_or(Error::NotFound)?;
    if row.pdf_document_id.is_some() {
        return Ok(true);
    }
    let file = application::Entity::find_by_id(row.application_id).one(&state.db).await?;
    let file = file.ok_or(Error::NotFound)?;
    let key = FileKey::of(&state.permits.keys, &file)?;
    let body: Body = key.open(&super::decision::place(id), &row.body_sealed)?;
    let Some(letter) = body.letter else { return Ok(false) };
    match keep(state, letter, (row.id, row.decided_at_ms.unwrap_or_default())).await {
        Ok(kept) => {
            if !write_down(state, &row, &file, &key, &kept).await? {
                // Another process was faster: its letter counts, this one goes.
                vault::discard(state, &kept.id.to_string()).await?;
            }
            Ok(true)
        }
        Err(error) => {
            tracing::error!(decision = %id, error = format!("{error:#}"), "a letter could not be made");
            later(state, &row).await?;
            Ok(false)
        }
    }
}

/// Notes another attempt: after a minute, then twice as long each time.
async fn later(state: &State, row: &decision::Model) -> Result<()> {
    let wait = (1_i64 << row.pdf_attempts.clamp(0, 10)).min(MOST_MINUTES);
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    decision::Entity::update_many()
        .col_expr(Column::PdfAttempts, Expr::value(row.pdf_attempts + 1))
        .col_expr(Column::PdfNextAtMs, Expr::value(now_ms + wait * 60_000))
        .filter(Column::Id.eq(row.id))
        .filter(Column::PdfDocumentId.is_null())
        .exec(&tx)
        .await?;
    let once = format!("letter-failed/{}", row.id);
    task::raise(state, &tx, ("letter-failed", &once), Some(row.application_id), None).await?;
    Ok(tx.commit().await?)
}

/// Makes the letters that are still missing.
///
/// # Errors
/// The database does not answer.
pub async fn run(state: &State) -> Result<usize> {
    let rows = decision::Entity::find()
        .filter(Column::PdfDocumentId.is_null())
        .filter(Column::Verification.is_not_null())
        .filter(Column::PdfNextAtMs.lte(state.clock.now_ms()))
        .order_by_asc(Column::PdfNextAtMs)
        .limit(AT_ONCE)
        .all(&state.db)
        .await?;
    let mut made = 0;
    for row in rows {
        made += usize::from(attempt(state, row.id).await?);
    }
    Ok(made)
}
