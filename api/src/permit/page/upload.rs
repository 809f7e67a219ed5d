//! A form with a file in it: the token comes first, so that nothing is taken
//! from a page that is not ours.

use std::pin::Pin;
use std::task::{Context, Poll};

use actix_multipart::{Field, Multipart};
use actix_web::error::PayloadError;
use actix_web::http::header::CONTENT_LENGTH;
use actix_web::{HttpRequest, web};
use bytes::Bytes;
use futures_util::{Stream, StreamExt};

use crate::account::citizen::Citizen;
use crate::app::State;
use crate::error::{Error, Result};

/// Most bytes of all text fields of such a form: far more than any field may hold, so that what
/// is too long comes back to whoever wrote it.
const MOST_TEXT: usize = 1 << 20;

/// Most characters of a file's name in a sentence.
const MOST_NAME: usize = 60;
/// Characters of its end that are kept of a longer one: they tell of what type it is.
const END_OF_NAME: usize = 12;

/// A body that breaks off where it becomes too large.
struct Bounded {
    body: web::Payload,
    left: u64,
}

impl Stream for Bounded {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut self.body).poll_next(cx).map(|piece| {
            let bytes = match piece? {
                Ok(bytes) => bytes,
                Err(error) => return Some(Err(error)),
            };
            match self.left.checked_sub(bytes.len() as u64) {
                Some(left) => {
                    self.left = left;
                    Some(Ok(bytes))
                }
                None => Some(Err(PayloadError::Overflow)),
            }
        })
    }
}

/// The form of a request, however many files are in it no larger than the settings say.
///
/// # Errors
/// It says itself that it is larger.
pub(super) fn form(state: &State, request: &HttpRequest, body: web::Payload) -> Result<Multipart> {
    if is_too_large(state, request) { Err(Error::TooLarge) } else { Ok(begin(state, request, body)) }
}

/// Whether a form says itself that it is larger than the settings allow.
pub(super) fn is_too_large(state: &State, request: &HttpRequest) -> bool {
    let length =
        request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    length.is_some_and(|length| length > state.config.vault.upload_bytes)
}

/// The form of a request from its beginning, however long: of one that is too large the words
/// that come before its files can still be read.
pub(super) fn begin(state: &State, request: &HttpRequest, body: web::Payload) -> Multipart {
    Multipart::new(request.headers(), Bounded { body, left: state.config.vault.upload_bytes })
}

/// Whether what follows in the form is not worth waiting for: the sender is gone or too
/// slow, or nothing more can be kept.
pub(super) fn is_over(code: &str) -> bool {
    matches!(code, "cut" | "full" | "unwritten")
}

/// Reads text fields until the first file; gives both.
pub(super) async fn open(
    state: &State,
    citizen: &mut Citizen,
    form: &mut Multipart,
) -> Result<(Vec<(String, String)>, Option<Field>)> {
    let mut texts: Vec<(String, String)> = Vec::new();
    let mut size = 0;
    while let Some(field) = form.next().await {
        let mut field = field.map_err(|_| Error::invalid("form", "form"))?;
        let name = field.name().unwrap_or_default().to_owned();
        let is_file = field.content_disposition().is_some_and(|d| d.get_filename().is_some());
        if is_file {
            citizen.take(state, text(&texts, "csrf")).await?;
            return Ok((texts, Some(field)));
        }
        let mut text = Vec::new();
        while let Some(piece) = field.next().await {
            let piece = piece.map_err(|_| Error::invalid("form", "form"))?;
            size += piece.len();
            if size > MOST_TEXT {
                return Err(Error::TooLarge);
            }
            text.extend_from_slice(&piece);
        }
        texts.push((name, String::from_utf8_lossy(&text).into_owned()));
        if texts.len() > 40 {
            return Err(Error::TooLarge);
        }
    }
    citizen.take(state, text(&texts, "csrf")).await?;
    Ok((texts, None))
}

/// A text of such a form.
pub(super) fn text<'a>(texts: &'a [(String, String)], name: &str) -> &'a str {
    texts.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim()).unwrap_or_default()
}

/// Whether a browser sent a file field without a file.
pub(super) fn is_unfilled(field: &Field) -> bool {
    field.content_disposition().and_then(|d| d.get_filename()).is_none_or(str::is_empty)
}

/// What the sender's device calls a file, as a sentence can say it.
pub(super) fn name(field: &Field) -> String {
    sayable(field.content_disposition().and_then(|d| d.get_filename()).unwrap_or_default())
}

fn sayable(name: &str) -> String {
    // Neither what ends a line nor what turns the direction of the words around it.
    let is_turn =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let name: Vec<char> = name.chars().filter(|c| !c.is_control() && !is_turn(*c)).collect();
    if name.len() <= MOST_NAME {
        return name.into_iter().collect();
    }
    let (head, end) = (&name[..MOST_NAME - END_OF_NAME - 1], &name[name.len() - END_OF_NAME..]);
    head.iter().chain(&['…']).chain(end).collect()
}

/// Reads a file away that is not kept: what follows it in the form cannot be read before.
pub(super) async fn drain(mut field: Field) {
    while let Some(Ok(_)) = field.next().await {}
}

/// The next file of the form, when there is one.
pub(super) async fn open_next(form: &mut Multipart) -> Option<Field> {
    while let Some(Ok(mut field)) = form.next().await {
        if field.content_disposition().is_some_and(|d| d.get_filename().is_some()) {
            return Some(field);
        }
        while let Some(Ok(_)) = field.next().await {}
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_said_in_a_few_words() {
        assert_eq!(sayable("Reçu d’été 1.pdf"), "Reçu d’été 1.pdf");
        assert_eq!(sayable("a\n\u{202e}fdp.exe"), "afdp.exe");
        let long = sayable(&format!("{}-page-12.heic", "é".repeat(300)));
        assert_eq!(long.chars().count(), MOST_NAME);
        assert!(long.ends_with("é…page-12.heic"), "{long}");
    }
}
