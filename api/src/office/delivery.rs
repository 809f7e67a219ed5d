//! `/office/alerts/{id}/delivery`: how far the pushes are. While they go out the
//! page asks for itself again, which its reader can stop.

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::frame::{Frame, Section, answer};
use super::words::{self, cap_word};
use crate::account::{Role, Staff};
use crate::alert::content;
use crate::alert::entity::Model;
use crate::alert::lifecycle;
use crate::alert::outlet::Outlet;
use crate::app::{State, World};
use crate::error::Result;
use crate::i18n::{Args, Lang, grouped};
use crate::push::delivery;

/// Registers the page.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(web::resource("/alerts/{id}/delivery").route(web::get().to(show)));
}

struct Row {
    origin: String,
    numbers: [String; 6],
}

/// The progress of a sending.
#[derive(Template)]
#[template(path = "office/parts/progress.html")]
pub(super) struct Progress {
    lang: Lang,
    total: i64,
    done: i64,
    sentence: String,
    stats: Vec<(String, String)>,
    rows: Vec<Row>,
    /// Ways by which it left: name, and what became of it.
    outlets: Vec<(String, String)>,
    /// Whether something is still to be sent.
    pub sending: bool,
}

impl Progress {
    /// The progress of the latest message of an alert.
    pub async fn of(state: &State, row: &Model, lang: Lang) -> Result<Self> {
        let delivery = delivery::of(state, row).await?;
        let done = delivery.subscribers - delivery.pending;
        let args =
            Args::new().with("done", grouped(done.max(0))).with("subscribers", grouped(delivery.subscribers));
        let sending = delivery.subscribers > 0 && delivery.finished_at.is_none();
        let id = match (delivery.subscribers, sending) {
            (0, _) => "office-delivery-nobody",
            (_, true) => "office-delivery-going",
            (_, false) => "office-delivery-finished",
        };
        let outlets =
            delivery.outlets.iter().map(|outlet| outlet_words(outlet, lang, &state.world)).collect();
        let stats = [
            ("subscribers", delivery.subscribers),
            ("accepted", delivery.accepted),
            ("failed", delivery.failed),
            ("forgotten", delivery.forgotten),
            ("doubted", delivery.doubted),
            ("pending", delivery.pending),
        ];
        Ok(Self {
            lang,
            outlets,
            total: delivery.subscribers.max(1),
            done: done.max(0),
            sentence: lang.text_with(id, &args),
            stats: stats
                .map(|(name, value)| (lang.text(&format!("office-delivery-{name}")), grouped(value)))
                .into(),
            rows: delivery
                .origins
                .into_iter()
                .map(|o| Row {
                    origin: o.origin,
                    numbers: [o.subscribers, o.accepted, o.failed, o.forgotten, o.doubted, o.pending]
                        .map(grouped),
                })
                .collect(),
            sending,
        })
    }
}

/// Name of a way, and since when and whom it reached.
fn outlet_words(outlet: &Outlet, lang: Lang, world: &World) -> (String, String) {
    let name = lang.text(&format!("office-outlet-{}", outlet.outlet));
    let Some(at_ms) = outlet.at_ms else { return (name, lang.text("office-outlet-not")) };
    let args = Args::new().with("at", words::when(at_ms, lang, world));
    let words = match outlet.reached {
        None => lang.text_with("office-outlet-shown", &args),
        Some(count) => lang.text_with("office-outlet-told", &args.with("count", grouped(count))),
    };
    (name, words)
}

#[derive(Template)]
#[template(path = "office/delivery.html")]
struct Page {
    f: Frame,
    id: Uuid,
    rehearsal: Option<String>,
    progress: Progress,
    follows: bool,
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    follow: Option<String>,
    done: Option<String>,
}

async fn show(
    state: web::Data<State>,
    staff: Staff,
    id: web::Path<Uuid>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse> {
    staff.must(&[Role::AlertAuthor, Role::AlertApprover])?;
    let lang = staff.person.lang;
    let row = lifecycle::find(&state, *id).await?;
    let progress = Progress::of(&state, &row, lang).await?;
    let follows = progress.sending && asked.follow.as_deref() == Some("yes");
    let here = format!("/office/alerts/{id}/delivery");
    let mut f =
        Frame::new(&state, &staff, Section::Alerts, "office-delivery", &here).done(asked.done.as_deref());
    let alert = row.message().ok();
    if let Some(headline) = alert.and_then(|alert| content::info_for(&alert, lang)?.headline.clone()) {
        f = f.titled(headline);
    }
    let rehearsal = words::is_rehearsal(&row.status).then(|| cap_word("status", &row.status, lang));
    let mut response = answer(lang, &Page { f, id: *id, rehearsal, progress, follows })?;
    if follows {
        let again = format!("2; url={here}?follow=yes");
        if let Ok(value) = HeaderValue::from_str(&again) {
            response.headers_mut().insert(HeaderName::from_static("refresh"), value);
        }
    }
    Ok(response)
}
