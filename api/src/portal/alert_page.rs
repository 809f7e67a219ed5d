//! `/{lang}/alerts/{id}/`: one alert as a page that also opens offline.

use std::sync::Arc;

use actix_web::http::header::{CACHE_CONTROL, HeaderValue, LOCATION};
use actix_web::{HttpResponse, web};
use askama::Template;
use uuid::Uuid;

use super::banner::when;
use super::contact::{self, Part};
use super::severity_class;
use super::{Page, answer, escaped, pour};
use crate::alert::view::{AlertView, Shown};
use crate::alert::{Channel, content, entity};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;

#[derive(Template)]
#[template(path = "portal/alert.html")]
struct AlertPage<'a> {
    lang: Lang,
    alert: &'a AlertView,
    severity: String,
    sent: String,
    expires: String,
    /// Moments as people read them, and as they stand in the message.
    onset: Option<(String, &'a str)>,
    ended: Option<(String, &'a str)>,
    next_update: Option<(String, &'a str)>,
    fallback: bool,
    others: Vec<Lang>,
    guide: Option<String>,
    areas: String,
    contact: Option<Vec<Part<'a>>>,
    major: bool,
}

/// Whether people may need care after it: the page of a grave alert leads there
/// from its first minute, so that it can never end without.
fn is_major(view: &AlertView) -> bool {
    matches!(view.severity.as_str(), "Severe" | "Extreme")
        || view.level.as_deref().is_some_and(|level| level != "communal")
}

/// The same for programs: this alert, and the feed of all.
fn links(lang: Lang, cap: &str) -> String {
    let title = escaped(&lang.text("alerts-title"));
    let feed =
        format!("type=\"application/atom+xml\" href=\"/api/v1/alerts.atom?lang={lang}\" title=\"{title}\"");
    let cap = format!("type=\"application/cap+xml\" href=\"{}\"", escaped(cap));
    format!("<link rel=\"alternate\" {feed}>\n<link rel=\"alternate\" {cap}>\n")
}

/// What stands behind the address of a page.
enum Found {
    /// The newest alert of a chain.
    Newest(Arc<Shown>),
    /// An alert of this chain.
    Earlier(Uuid),
}

/// Finds the newest alert of a chain: in the snapshot, as every other view does, also while
/// the database is away; what is over since longer is read anew.
async fn find(state: &State, id: Uuid) -> Result<Found> {
    if let Some(shown) = state.public.load().alerts.iter().find(|shown| shown.row.event_id == id) {
        return Ok(Found::Newest(shown.clone()));
    }
    let newest = entity::latest_of(&state.db, id).await?;
    let is_newest = newest.is_some();
    let row = match newest {
        Some(row) => row,
        None => crate::alert::lifecycle::find(state, id).await?,
    };
    if row.channel() != Channel::Public || row.published_at_ms.is_none() {
        return Err(Error::NotFound);
    }
    if !is_newest {
        return Ok(Found::Earlier(row.event_id));
    }
    Ok(Found::Newest(Arc::new(Shown::as_of(row, state.clock.now_ms())?)))
}

/// One alert in one language. An earlier alert of a chain leads to the newest.
#[actix_web::get("/{lang:[a-z]{2,3}}/alerts/{id:[0-9a-f-]{36}}/")]
pub(super) async fn alert_page(
    state: web::Data<State>,
    path: web::Path<(String, Uuid)>,
) -> Result<HttpResponse> {
    let (code, id) = path.into_inner();
    let lang = Lang::parse(&code).filter(|lang| lang.code() == code).ok_or(Error::NotFound)?;
    let shown = match find(&state, id).await? {
        Found::Newest(shown) => shown,
        Found::Earlier(event_id) => {
            let target = format!("/{lang}/alerts/{event_id}/");
            return Ok(HttpResponse::TemporaryRedirect().insert_header((LOCATION, target)).finish());
        }
    };
    let set = crate::area::AreaSet::from_i32(shown.row.areas);
    let view = shown.words(Some(lang), &state.areas, &state.config).ok_or(Error::NotFound)?;
    let others = Lang::all()
        .filter(|other| *other != lang && content::info_in(&shown.cap, *other).is_some())
        .collect();
    let scenario = view.scenario.as_deref().and_then(|id| state.scenarios.get(id));
    let read = |at| (when(at, lang, &state.world), at);
    let page = AlertPage {
        lang,
        severity: severity_class(&view.severity),
        sent: when(&view.sent, lang, &state.world),
        expires: when(&view.expires, lang, &state.world),
        onset: view.onset.as_deref().map(read),
        ended: view.ended.as_deref().map(read),
        next_update: view.next_update.as_deref().map(read),
        fallback: view.lang != lang.code(),
        others,
        guide: scenario.and_then(|scenario| scenario.guide.clone()),
        areas: state.areas.phrase(set, lang),
        contact: view.contact.as_deref().map(contact::parts),
        major: is_major(&view),
        alert: &view,
    };
    let main = page.render().map_err(|error| Error::Internal(error.into()))?;
    let path = format!("alerts/{}/", shown.row.event_id);
    let head = links(lang, &view.cap);
    let html = pour(&state, Page { lang, title: &view.headline, path: &path, head, main }).await;
    let mut response = answer(lang, html);
    // The worker keeps a copy for the time without network.
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(response)
}
