//! Documents of a file: handed in and read again.

use actix_multipart::Field;
use futures_util::StreamExt;
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, timeout_at};

use super::laid::Laid;
use super::landing::{self, During, Landed};
use super::{File, history};
use crate::app::State;
use crate::error::{Error, Result};
use crate::permit::entity::document;
use crate::permit::sealed::FileKey;
use crate::permit::vault::{self, Accepted, Intake, Limits, Pictures, Refused, Scan};

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
    /// When it can be handed in: looked at again when it is kept.
    pub during: During,
}

/// Why an upload was not taken: last part of `permits-error-file-…`.
pub type Outcome = std::result::Result<(), &'static str>;

/// Takes a file from a form: piece by piece, never whole in memory.
///
/// # Errors
/// The database or the vault does not answer; what is wrong with the file
/// itself is the inner outcome.
pub async fn hand_in(state: &State, file: &File, given: &Given<'_>, field: Field) -> Result<Outcome> {
    // Counted before it is read, so that what is too many costs nothing, and again when it is kept.
    if landing::is_full(state, &state.db, file.row.id, given).await? {
        return Ok(Err("too-many"));
    }
    let who = file.row.applicant_id;
    let into = Target {
        file: file.row.id,
        key: &file.key,
        by: "applicant",
        actor: file.actor(),
        applicant_sees: true,
        who,
    };
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
    /// Who that is in the audit chain.
    pub actor: &'a str,
    /// Whether the applicant sees it.
    pub applicant_sees: bool,
    /// Applicant or member of staff whose places it takes.
    pub who: Uuid,
}

/// A paper that lies in the vault, sealed with a key of its own.
pub(crate) struct Received {
    /// Name that the sender's device gave it.
    pub name: String,
    /// Type by content.
    pub media_type: String,
    /// SHA-256 of what is kept, hexadecimal.
    pub sha256: String,
    /// Bytes kept.
    pub size: i64,
    /// Where it lies.
    pub vault_key: String,
    /// Its key, wrapped for `document/{id}`.
    pub key_wrapped: Vec<u8>,
    /// What the scanner said.
    pub scan: String,
}

/// Takes a paper piece by piece into the vault, under an id. What is refused may lie there all
/// the same: a [`Laid`] of that id takes it away.
///
/// # Errors
/// The vault does not answer; what is wrong with the file itself is the inner outcome.
pub(crate) async fn receive(
    state: &State,
    id: Uuid,
    mut field: Field,
) -> Result<std::result::Result<Received, &'static str>> {
    let name: String = field
        .content_disposition()
        .and_then(|disposition| disposition.get_filename())
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control() && !"/\\".contains(*c))
        .take(120)
        .collect();
    let _place = state.permits.uploads.place().await?;
    let vault_key = id.to_string();
    let (key, key_wrapped) = state.permits.keys.fresh(&format!("document/{id}"))?;
    let limits = Limits { bytes: state.law.uploads.file_bytes, megapixels: state.config.vault.megapixels };
    let intake = Intake::new(state.permits.store.clone(), &vault_key, key, &name, limits);
    let accepted = match flow(state, intake, &vault_key, &mut field).await? {
        Ok(accepted) => accepted,
        Err(code) => return Ok(Err(code)),
    };
    let scan = if state.permits.scanner.is_configured() {
        let plain = vault::plain(state, &format!("document/{id}"), &key_wrapped, &vault_key).await?;
        state.permits.scanner.look(plain).await
    } else {
        Scan::NotConfigured
    };
    if scan == Scan::Infected {
        return Ok(Err("infected"));
    }
    Ok(Ok(Received {
        name,
        media_type: accepted.kind.media_type().to_owned(),
        sha256: accepted.sha256,
        size: i64::try_from(accepted.size).unwrap_or(i64::MAX),
        vault_key,
        key_wrapped,
        scan: scan.as_str().to_owned(),
    }))
}

/// Takes a paper of a file; the id of the paper. The same bytes once more in the same place are
/// the paper that lies there.
///
/// # Errors
/// The database or the vault does not answer; what is wrong with the file
/// itself is the inner outcome.
pub(crate) async fn take_in(
    state: &State,
    into: &Target<'_>,
    given: &Given<'_>,
    field: Field,
) -> Result<std::result::Result<Uuid, &'static str>> {
    let _own = state.permits.uploads.of_person(into.who).await?;
    let id = Uuid::now_v7();
    let laid = Laid::new(state, id);
    let outcome = lay(state, into, given, field, id).await;
    let settled = |landed| match landed {
        Landed::New(tx) => (id, Some(tx)),
        Landed::Known(known) => (known, None),
    };
    laid.settle(outcome.map(|kept| kept.map(settled))).await
}

/// Takes the bytes and puts their row into a transaction that only has to be committed.
async fn lay(
    state: &State,
    into: &Target<'_>,
    given: &Given<'_>,
    field: Field,
    id: Uuid,
) -> Result<std::result::Result<Landed, &'static str>> {
    let received = match receive(state, id, field).await? {
        Ok(received) => received,
        Err(code) => return Ok(Err(code)),
    };
    let row = document::ActiveModel {
        id: Set(id),
        application_id: Set(into.file),
        document: Set(given.document.to_owned()),
        slot: Set(given.slot.to_owned()),
        purpose: Set(given.purpose.to_owned()),
        data_class: Set(given.data_class.to_owned()),
        name_sealed: Set(into.key.seal(&format!("name/{id}"), &received.name)?),
        media_type: Set(received.media_type),
        size_bytes: Set(received.size),
        sha256: Set(received.sha256.clone()),
        dated_on: Set(given.dated_on.clone()),
        vault_key: Set(received.vault_key),
        file_key_wrapped: Set(received.key_wrapped),
        scan: Set(received.scan),
        uploaded_by: Set(into.by.to_owned()),
        applicant_sees: Set(i64::from(into.applicant_sees)),
        created_at_ms: Set(state.clock.now_ms()),
    };
    landing::keep(state, into, given, row, (id, received.size, &received.sha256)).await
}

/// Lets the pieces of a form flow into the vault, on a thread that may wait.
async fn flow(
    state: &State,
    intake: Intake,
    vault_key: &str,
    field: &mut Field,
) -> Result<std::result::Result<Accepted, &'static str>> {
    let (pieces, arriving) = mpsc::channel::<bytes::Bytes>(4);
    let (pictures, store) = (state.permits.pictures.clone(), state.permits.store.clone());
    let (done, taken) = oneshot::channel();
    let vault_key = vault_key.to_owned();
    tokio::task::spawn_blocking(move || {
        let outcome = take(intake, arriving, &pictures);
        // The browser went away in the very moment in which the last bytes were kept.
        if done.send(outcome).is_err()
            && let Err(error) = store.remove(&vault_key)
        {
            tracing::error!(%error, "bytes without a row lie in the vault");
        }
    });
    let (began, mut size, mut whole) = (Instant::now(), 0_u64, true);
    loop {
        let by = state.permits.uploads.next_by(began, size);
        let piece = match timeout_at(by, field.next()).await {
            Ok(None) => break,
            Ok(Some(Ok(piece))) => piece,
            // Cut off, or so slow that it keeps a place from others.
            Ok(Some(Err(_))) | Err(_) => {
                whole = false;
                break;
            }
        };
        size += piece.len() as u64;
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
    match taken.await.map_err(|error| Error::Internal(error.into()))? {
        Some(Ok(accepted)) => Ok(Ok(accepted)),
        Some(Err(refused)) => Ok(Err(refused.code())),
        None => Ok(Err("cut")),
    }
}

/// Takes the pieces as they arrive; none when they stop before the end.
fn take(
    mut intake: Intake,
    mut arriving: mpsc::Receiver<bytes::Bytes>,
    pictures: &Pictures,
) -> Option<std::result::Result<Accepted, Refused>> {
    while let Some(piece) = arriving.blocking_recv() {
        if piece.is_empty() {
            // The end, said aloud: a cut connection only falls silent.
            return Some(pictures.finish(intake));
        }
        if let Err(refused) = intake.piece(&piece) {
            return Some(Err(refused));
        }
    }
    None
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
    history::record_document(state, file, &paper.document).await?;
    Ok((paper, plain))
}

/// The bytes of a paper, in clear.
///
/// # Errors
/// The key of the house is missing, or the vault cannot be read.
pub(crate) async fn in_clear(state: &State, paper: &document::Model) -> Result<Vec<u8>> {
    let about = format!("document/{}", paper.id);
    vault::whole(state, &about, &paper.file_key_wrapped, &paper.vault_key).await
}
