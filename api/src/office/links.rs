//! `/office/links`: addresses of others that pages lead to, and which of them somebody
//! should look at.

use std::sync::Arc;

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::frame::{Frame, Section, answer};
use super::{see_other, words};
use crate::account::{OfficeForm, Role, Staff};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang};
use crate::link::{Addresses, Place, Standing, entity};

/// Who keeps pages or services, and who keeps the system.
pub(super) const KEEPERS: [Role; 3] = [Role::Communications, Role::HelpEditor, Role::Administrator];
/// Rows shown.
const MOST: usize = 400;
/// Pages named for a row.
const MOST_PAGES: usize = 4;

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(web::resource("/links").route(web::get().to(show)).route(web::post().to(see)));
}

#[derive(Deserialize)]
struct Asked {
    view: Option<String>,
    done: Option<String>,
}

/// What the form of a row says: the address, and the state that its reader saw.
#[derive(Deserialize)]
struct Seen {
    url: String,
    state: String,
}

struct PageLink {
    href: String,
    text: String,
}

struct Row {
    url: String,
    state: &'static str,
    standing: String,
    class: &'static str,
    number: Option<i32>,
    since: String,
    asked: String,
    pages: Vec<PageLink>,
    more: Option<String>,
    open: bool,
    seen: Option<String>,
}

struct Tab {
    view: &'static str,
    label: String,
    count: usize,
    current: bool,
}

#[derive(Template)]
#[template(path = "office/links.html")]
struct LinksPage {
    f: Frame,
    asks: bool,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    count: i64,
    view: &'static str,
}

fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Good => "tag tag--ok",
        Standing::New => "tag",
        Standing::Moved | Standing::Guarded => "tag tag--warn",
        _ => "tag tag--danger",
    }
}

fn fits(view: &str, row: &entity::Model) -> bool {
    let standing = row.standing();
    match view {
        "broken" => standing.is_broken(),
        "moved" => matches!(standing, Standing::Moved | Standing::Guarded),
        "all" => true,
        _ => standing.is_task() && row.seen_at_ms.is_none(),
    }
}

/// The pages of an address: a public one in the reader's language where it has it.
fn pages(place: Option<&Place>, lang: Lang) -> (Vec<PageLink>, Option<String>) {
    let Some(place) = place else { return (Vec::new(), None) };
    let shown = place.pages.iter().take(MOST_PAGES);
    let mut told = 0;
    let links = shown
        .map(|page| {
            told += page.langs.len().max(1);
            let own = page.langs.iter().find(|code| *code == lang.code()).or_else(|| page.langs.first());
            match own {
                Some(code) => PageLink {
                    href: format!("/{code}{}", page.path),
                    text: format!("{} ({})", page.path, page.langs.join(", ")),
                },
                None => PageLink { href: page.path.clone(), text: page.path.clone() },
            }
        })
        .collect();
    let rest = i64::try_from(place.count.saturating_sub(told)).unwrap_or(i64::MAX);
    let more = (rest > 0).then(|| lang.text_with("office-links-more", &Args::new().number("count", rest)));
    (links, more)
}

fn row(state: &State, addresses: &Addresses, model: entity::Model, lang: Lang) -> Row {
    let standing = model.standing();
    let (pages, more) = pages(addresses.get(&model.url), lang);
    let moment = |ms: i64| words::when(ms, lang, state);
    Row {
        state: standing.code(),
        standing: lang.text(&format!("office-link-{}", standing.code())),
        class: class(standing),
        number: model.status.filter(|_| standing.is_task()),
        since: moment(model.since_ms),
        asked: model.asked_at_ms.map_or_else(|| lang.text("office-links-never"), moment),
        pages,
        more,
        open: standing.is_task() && model.seen_at_ms.is_none(),
        seen: model
            .seen_at_ms
            .map(|ms| lang.text_with("office-links-seen", &Args::new().with("when", moment(ms)))),
        url: model.url,
    }
}

async fn show(state: web::Data<State>, staff: Staff, asked: web::Query<Asked>) -> Result<HttpResponse> {
    staff.must(&KEEPERS)?;
    let lang = staff.person.lang;
    let addresses: Arc<Addresses> = state.links.look(&state);
    let mut all = entity::all(&state.db).await?;
    let views = ["open", "broken", "moved", "all"];
    let view = views.into_iter().find(|view| asked.view.as_deref() == Some(view)).unwrap_or("open");
    let tabs = views.map(|name| Tab {
        view: name,
        label: lang.text(&format!("office-links-view-{name}")),
        count: all.iter().filter(|row| fits(name, row)).count(),
        current: name == view,
    });
    all.retain(|row| fits(view, row));
    let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let rank = |row: &entity::Model| Standing::ALL.iter().position(|standing| *standing == row.standing());
    all.sort_by_key(|row| (row.seen_at_ms.is_some(), rank(row), row.since_ms));
    let page = LinksPage {
        f: Frame::new(&state, &staff, Section::Links, "office-links", "/office/links")
            .done(asked.done.as_deref()),
        asks: state.config.links.asks(state.config.mode),
        tabs: tabs.into(),
        rows: all.into_iter().take(MOST).map(|model| row(&state, &addresses, model, lang)).collect(),
        count,
        view,
    };
    answer(lang, &page)
}

async fn see(
    state: web::Data<State>,
    asked: web::Query<Asked>,
    form: OfficeForm<Seen>,
) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&KEEPERS)?;
    let now_ms = state.clock.now_ms();
    let seen = (fields.url.as_str(), fields.state.as_str());
    if !entity::see(&state.db, seen, staff.person.id, now_ms).await? {
        return Err(Error::Conflict("link-changed"));
    }
    let view = if asked.view.as_deref() == Some("broken") { "broken" } else { "open" };
    Ok(see_other(format!("/office/links?view={view}&done=link-seen")))
}
