//! Live alerts inside built pages.

use askama::Template;

use super::contact::{Part, parts};
use crate::alert::snapshot::Snapshot;
use crate::alert::view::AlertView;
use crate::app::World;
use crate::area::AreaSet;
use crate::i18n::Lang;

const BANNER: &str = "<!--safe:banner-->";
const CONTACTS: &str = "<!--safe:contacts-->";
const LIST: (&str, &str) = ("<!--safe:alerts-->", "<!--/safe:alerts-->");

/// Most banners at the top of a page; the rest is one line away.
const MOST_BANNERS: usize = 3;

#[derive(Template)]
#[template(path = "portal/banner.html")]
struct Banner<'a> {
    lang: Lang,
    /// Alerts, each with where it holds and when it was sent.
    alerts: Vec<(&'a AlertView, String, String)>,
    more: usize,
}

#[derive(Template)]
#[template(path = "portal/list.html")]
struct List<'a> {
    lang: Lang,
    /// Alerts, each with where it holds and when it was sent.
    alerts: Vec<(&'a AlertView, String, String)>,
    made_at: String,
}

#[derive(Template)]
#[template(path = "portal/contacts.html")]
struct Contacts<'a> {
    lang: Lang,
    alerts: Vec<(&'a AlertView, Vec<Part<'a>>)>,
}

/// The contact points of current alerts, and of those that ended within the last day.
fn contacts(snapshot: &Snapshot, lang: Lang, world: &World) -> String {
    let views = views(snapshot, lang, world, false);
    let told = |alert: &'_ AlertView| alert.contact.is_some();
    if !views.iter().any(told) {
        return String::new();
    }
    let alerts = views.iter().filter_map(|alert| Some((alert, parts(alert.contact.as_deref()?)))).collect();
    Contacts { lang, alerts }.render().unwrap_or_default()
}

/// Name of the severity in a class.
pub(super) fn severity_class(severity: &str) -> String {
    format!("sev-{}", severity.to_ascii_lowercase())
}

fn views(snapshot: &Snapshot, lang: Lang, world: &World, active_only: bool) -> Vec<AlertView> {
    let active = snapshot.active();
    let ended = snapshot
        .alerts
        .iter()
        .map(AsRef::as_ref)
        .filter(|shown| !active_only && !active.iter().any(|other| other.row.id == shown.row.id));
    active
        .iter()
        .copied()
        .chain(ended)
        .filter_map(|shown| shown.view(Some(lang), &world.areas, &world.config))
        .collect()
}

/// The banner of a language: nothing when nothing is going on.
pub(super) fn html(snapshot: &Snapshot, lang: Lang, world: &World) -> String {
    let alerts = views(snapshot, lang, world, true);
    let shown = &alerts[..alerts.len().min(MOST_BANNERS)];
    let more = alerts.len() - shown.len();
    let shown = shown.iter().map(|alert| placed(alert, snapshot, lang, world)).collect();
    let banner = Banner { lang, alerts: shown, more };
    banner.render().unwrap_or_default()
}

/// An alert with where it holds and when it was sent. The day is always told: what is made
/// here is read until something changes, also after midnight.
fn placed<'a>(
    alert: &'a AlertView,
    snapshot: &Snapshot,
    lang: Lang,
    world: &World,
) -> (&'a AlertView, String, String) {
    let place = snapshot.find(alert.id).map(|shown| AreaSet::from_i32(shown.row.areas));
    let place = place.map(|set| world.areas.phrase(set, lang)).unwrap_or_default();
    let sent = crate::alert::draft::parse_time(&alert.sent);
    let sent = sent.map(|at| crate::alert::compose::moment(at, 0, lang)).unwrap_or_default();
    (alert, place, sent)
}

fn list(snapshot: &Snapshot, lang: Lang, world: &World) -> Option<String> {
    let alerts = views(snapshot, lang, world, false);
    if alerts.is_empty() {
        return None;
    }
    let at = crate::clock::brussels(snapshot.made_at_ms);
    let made_at = crate::alert::compose::moment(at, snapshot.made_at_ms, lang);
    let alerts = alerts.iter().map(|alert| placed(alert, snapshot, lang, world)).collect();
    List { lang, alerts, made_at }.render().ok()
}

/// A built page with the current alerts in its marked places.
pub(super) fn fill(html: &str, snapshot: &Snapshot, lang: Lang, world: &World) -> String {
    let mut page = html.replacen(BANNER, &self::html(snapshot, lang, world), 1);
    if page.contains(CONTACTS) {
        page = page.replacen(CONTACTS, &contacts(snapshot, lang, world), 1);
    }
    if let (Some(from), Some(to)) = (page.find(LIST.0), page.find(LIST.1))
        && from < to
        && let Some(list) = list(snapshot, lang, world)
    {
        page.replace_range(from + LIST.0.len()..to, &list);
    }
    page
}

/// A stored moment as people read it.
pub(super) fn when(text: &str, lang: Lang, world: &World) -> String {
    crate::alert::draft::parse_time(text)
        .map(|at| crate::alert::compose::moment(at, world.clock.now_ms(), lang))
        .unwrap_or_default()
}
