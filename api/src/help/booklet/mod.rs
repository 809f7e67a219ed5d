//! The directory on paper: one booklet per language, and one per language and theme, as
//! PDF for reception desks, practices, schools and services.
//!
//! A booklet is made once for a state of the directory and a day, one at a time and
//! outside the tasks that answer; whoever asks for the same one waits for it or finds it
//! ready. It is made from [`ShownEntry`](super::ShownEntry) alone, like every view.

mod chapters;
mod text;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, REFERRER_POLICY};
use actix_web::{HttpResponse, web};
use anyhow::Context;
use bytes::Bytes;
use jiff::civil::Date;

use super::today;
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;

/// Most booklets kept at once; beyond it all but the last are let go.
const MOST: usize = 48;

/// Which booklet.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Wanted {
    /// Its language.
    pub lang: Lang,
    /// The topic it is about; none for the whole directory.
    pub topic: Option<String>,
}

/// What a booklet is made for: a state of the directory and a day.
type Of = (i64, Date);

/// Booklets kept ready.
#[derive(Default)]
pub struct Booklets {
    kept: Mutex<Option<(Of, HashMap<Wanted, Made>)>>,
    /// One press: however many ask, one booklet is set at a time.
    press: tokio::sync::Mutex<()>,
}

/// A booklet, or that it could not be made: it is not tried again before something changes.
type Made = Option<Bytes>;

impl Booklets {
    fn find(&self, of: Of, wanted: &Wanted) -> Option<Made> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(kept_of, _)| *kept_of == of)?.1.get(wanted).cloned()
    }

    fn keep(&self, of: Of, wanted: Wanted, made: Made) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.as_mut() {
            Some((kept_of, ready)) if *kept_of == of => {
                if ready.len() >= MOST {
                    ready.clear();
                }
                ready.insert(wanted, made);
            }
            _ => *kept = Some((of, HashMap::from([(wanted, made)]))),
        }
    }

    /// How many are ready, for tests of what is made and what is kept.
    #[must_use]
    pub fn ready(&self) -> usize {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map_or(0, |(_, ready)| ready.len())
    }
}

/// The booklet as it stands today.
///
/// # Errors
/// It could not be typeset; the reason is in the log once.
pub async fn booklet(state: &web::Data<State>, wanted: Wanted) -> Result<Bytes> {
    let of = (state.help.load().version, today(state));
    let made = match state.booklets.find(of, &wanted) {
        Some(made) => made,
        // A task of its own: a visitor who leaves must not start the work again.
        None => actix_web::rt::spawn(make(state.clone(), wanted))
            .await
            .map_err(|error| Error::Internal(anyhow::Error::new(error).context("a booklet was not made")))?,
    };
    made.ok_or(Error::Unavailable)
}

async fn make(state: web::Data<State>, wanted: Wanted) -> Made {
    let _press = state.booklets.press.lock().await;
    let directory = state.help.load_full();
    let of = (directory.version, today(&state));
    if let Some(made) = state.booklets.find(of, &wanted) {
        return made;
    }
    let started = std::time::Instant::now();
    let composed = text::compose(&directory, &state.areas, &wanted, of.1);
    let set = match composed {
        Ok(sheet) => web::block(move || safe_paper::brochure(&sheet))
            .await
            .context("the press stopped")
            .and_then(|set| set.context("the booklet could not be set")),
        Err(error) => Err(error),
    };
    let made = match set {
        Ok(pdf) => {
            tracing::debug!(ms = started.elapsed().as_millis(), bytes = pdf.len(), "a booklet was made");
            Some(Bytes::from(pdf))
        }
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "a booklet cannot be made");
            None
        }
    };
    state.booklets.keep(of, wanted, made.clone());
    made
}

/// A booklet as a file that nobody keeps, whose name says nothing.
#[must_use]
pub fn file(pdf: Bytes) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/pdf"))
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"list.pdf\""))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((REFERRER_POLICY, "no-referrer"))
        .body(pdf)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(topic: Option<&str>) -> Wanted {
        Wanted { lang: Lang::FR, topic: topic.map(str::to_owned) }
    }

    #[test]
    fn a_booklet_is_kept_until_something_changes() {
        let booklets = Booklets::default();
        let (today, tomorrow) = (jiff::civil::date(2026, 11, 21), jiff::civil::date(2026, 11, 22));
        booklets.keep((1, today), wanted(None), Some(Bytes::from_static(b"a")));
        booklets.keep((1, today), wanted(Some("x")), None);
        assert_eq!(booklets.ready(), 2);
        assert_eq!(booklets.find((1, today), &wanted(None)), Some(Some(Bytes::from_static(b"a"))));
        assert_eq!(booklets.find((1, today), &wanted(Some("x"))), Some(None), "a failure is remembered");
        assert_eq!(booklets.find((2, today), &wanted(None)), None);
        assert_eq!(booklets.find((1, tomorrow), &wanted(None)), None);
        booklets.keep((2, today), wanted(None), None);
        assert_eq!(booklets.ready(), 1, "what is old is let go");
    }
}
