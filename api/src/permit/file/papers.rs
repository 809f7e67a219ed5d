//! Documents of a file: handed in, read again, taken back.

use std::io::Read;

use actix_multipart::Field;
use futures_util::StreamExt;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, QueryFilter, Set};
use tokio::sync::mpsc;

use super::File;
use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::entity::document;
use crate::permit::sealed::FileKey;
use crate::permit::vault::{Accepted, Intake, Limits, OpenReader, Refused, Scan};

/// What one upload belongs to.
pub struct Given<'a> {
    /// Document.
    pub document: &'a str,
    /// Place.
    pub slot: &'a str,
    /// `application`, `missing-items`, `notice`.
    pub purpose: &'a str,
    /// Row of `retention.toml`.
    pub data_class: &'a str,
    /// Date on it.
    pub dated_on: Option<String>,
}

/// Why an upload was not taken: last part of `permits-error-file-…`.
pub type Outcome = std::result::Result<(), &'static str>;

/// Takes a file from a form: piece by piece, never whole in memory.
///
/// # Errors
/// The database or the vault does not answer; what is wrong with the file
/// itself is the inner outcome.
pub async fn hand_in(state: &State, file: &File, given: &Given<'_>, field: Field) -> Result<Outcome> {
    if file.papers_of(given.document, given.slot).count() >= state.law.uploads.files_per_document {
        return Ok(Err("too-many"));
    }
    let into = Target { file: file.row.id, key: &file.key, by: "applicant", applicant_sees: true };
    Ok(take_in(state, &into, given, field).await?.map(|_| ()))
}

/// The file that a paper goes into, and who brings it.
pub(crate) struct Target<'a> {
    /// File.
    pub file: Uuid,
    /// Its key.
    pub key: &'a FileKey,
    /// `applicant` or `office`.
    pub by: &'a str,
    /// Whether the applicant sees it.
    pub applicant_sees: bool,
}

/// Takes a file piece by piece; the id of the paper.
///
/// # Errors
/// The database or the vault does not answer; what is wrong with the file
/// itself is the inner outcome.
pub(crate) async fn take_in(
    state: &State,
    into: &Target<'_>,
    given: &Given<'_>,
    mut field: Field,
) -> Result<std::result::Result<Uuid, &'static str>> {
    let law = &state.law;
    let name: String = field
        .content_disposition()
        .and_then(|disposition| disposition.get_filename())
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control() && !"/\\".contains(*c))
        .take(120)
        .collect();
    let _place = state.permits.uploads.acquire().await.map_err(|_| Error::Unavailable)?;
    let id = Uuid::now_v7();
    let vault_key = id.to_string();
    let (key, wrapped) = state.permits.keys.fresh(&format!("document/{id}"))?;
    let limits = Limits { bytes: law.uploads.file_bytes, megapixels: state.config.vault.megapixels };
    let intake = Intake::new(state.permits.store.clone(), &vault_key, key.clone(), &name, limits);
    let accepted = match flow(state, intake, &mut field).await? {
        Ok(accepted) => accepted,
        Err(code) => return Ok(Err(code)),
    };
    let store = state.permits.store.clone();
    let sealed = store.read(&vault_key).map_err(|error| Error::Internal(error.into()))?;
    let plain = OpenReader::new(sealed, &key).map_err(|error| Error::Internal(error.into()))?;
    let scan = state.permits.scanner.look(plain).await;
    if scan == Scan::Infected {
        store.remove(&vault_key).map_err(|error| Error::Internal(error.into()))?;
        return Ok(Err("infected"));
    }
    let row = document::ActiveModel {
        id: Set(id),
        application_id: Set(into.file),
        document: Set(given.document.to_owned()),
        slot: Set(given.slot.to_owned()),
        purpose: Set(given.purpose.to_owned()),
        data_class: Set(given.data_class.to_owned()),
        name_sealed: Set(into.key.seal(&format!("name/{id}"), &name)?),
        media_type: Set(accepted.kind.media_type().to_owned()),
        size_bytes: Set(i64::try_from(accepted.size).unwrap_or(i64::MAX)),
        sha256: Set(accepted.sha256),
        dated_on: Set(given.dated_on.clone()),
        vault_key: Set(vault_key),
        file_key_wrapped: Set(wrapped),
        scan: Set(scan.as_str().to_owned()),
        uploaded_by: Set(into.by.to_owned()),
        applicant_sees: Set(i64::from(into.applicant_sees)),
        created_at_ms: Set(state.clock.now_ms()),
    };
    row.insert(&state.db).await?;
    Ok(Ok(id))
}

/// Lets the pieces of a form flow into the vault, on a thread that may wait.
async fn flow(
    state: &State,
    mut intake: Intake,
    field: &mut Field,
) -> Result<std::result::Result<Accepted, &'static str>> {
    let (pieces, mut arriving) = mpsc::channel::<bytes::Bytes>(4);
    let pictures = state.permits.pictures.clone();
    let taking = tokio::task::spawn_blocking(move || {
        while let Some(piece) = arriving.blocking_recv() {
            if piece.is_empty() {
                // The end, said aloud: a cut connection only falls silent.
                let _one = tokio::runtime::Handle::current().block_on(pictures.acquire_owned());
                return Some(intake.finish());
            }
            if let Err(refused) = intake.piece(&piece) {
                return Some(Err(refused));
            }
        }
        None
    });
    let mut whole = true;
    while let Some(piece) = field.next().await {
        let Ok(piece) = piece else {
            whole = false;
            break;
        };
        // Once the file is refused the rest is read away, so that the browser
        // hears the answer instead of a broken connection.
        if !piece.is_empty() && pieces.send(piece).await.is_err() {
            continue;
        }
    }
    if whole {
        let _ = pieces.send(bytes::Bytes::new()).await;
    }
    drop(pieces);
    let taken = taking.await.map_err(|error| Error::Internal(error.into()))?;
    match taken {
        Some(Ok(accepted)) => Ok(Ok(accepted)),
        Some(Err(Refused::Unwritten)) => Err(Error::Unavailable),
        Some(Err(refused)) => Ok(Err(refused.code())),
        None => Ok(Err("cut")),
    }
}

/// One of the applicant's papers, in clear. Nothing is given out before it was
/// looked at.
///
/// # Errors
/// There is no such paper for this person, or it waits for the scanner.
pub async fn read(state: &State, file: &File, id: Uuid) -> Result<(document::Model, Vec<u8>)> {
    let paper = file.papers.iter().find(|paper| paper.id == id && paper.applicant_sees == 1);
    let paper = paper.ok_or(Error::NotFound)?.clone();
    match paper.scan.as_str() {
        "pending" => return Err(Error::Conflict("permit-scan")),
        "infected" => return Err(Error::Conflict("permit-paper-not-clean")),
        _ => {}
    }
    let plain = in_clear(state, &paper).await?;
    Ok((paper, plain))
}

/// The bytes of a paper, in clear.
///
/// # Errors
/// The key of the house is missing, or the vault cannot be read.
pub(crate) async fn in_clear(state: &State, paper: &document::Model) -> Result<Vec<u8>> {
    let about = format!("document/{}", paper.id);
    let key = state.permits.keys.unwrap_key(&about, &paper.file_key_wrapped)?;
    let store = state.permits.store.clone();
    let vault_key = paper.vault_key.clone();
    let plain = tokio::task::spawn_blocking(move || -> std::io::Result<Vec<u8>> {
        let mut plain = Vec::new();
        OpenReader::new(store.read(&vault_key)?, &key)?.read_to_end(&mut plain)?;
        Ok(plain)
    });
    let plain = plain.await.map_err(|error| Error::Internal(error.into()))?;
    plain.map_err(|error| Error::Internal(error.into()))
}

/// Takes a paper back out of a draft.
///
/// # Errors
/// There is no such paper, or the file has been sent.
pub async fn take_back(state: &State, file: &File, id: Uuid) -> Result<()> {
    file.must_be_draft()?;
    let paper = file.papers.iter().find(|paper| paper.id == id).ok_or(Error::NotFound)?;
    let gone = document::Entity::delete_many()
        .filter(document::Column::Id.eq(id))
        .filter(document::Column::ApplicationId.eq(file.row.id))
        .exec(&state.db)
        .await?;
    if gone.rows_affected == 1 {
        state.permits.store.remove(&paper.vault_key).map_err(|error| Error::Internal(error.into()))?;
    }
    Ok(())
}
