//! Live alerts inside built pages.

use askama::Template;

use super::contact::{Part, parts};
use crate::alert::snapshot::Snapshot;
use crate::alert::view::AlertView;
use crate::app::World;
use crate::area::AreaSet;
use crate::config::Mode;
use crate::i18n::Lang;

const BANNER: &str = "<!--safe:banner-->";
const CONTACTS: &str = "<!--safe:contacts-->";
/// Places for lists: every alert on the page of alerts, the first few on the front page.
const LISTS: [(&str, &str, usize, usize); 2] = [
    ("<!--safe:alerts-->", "<!--/safe:alerts-->", usize::MAX, usize::MAX),
    ("<!--safe:now-->", "<!--/safe:now-->", 5, 2),
];

/// Most banners at the top of a page; the rest is one line away.
const MOST_BANNERS: usize = 3;

#[derive(Template)]
#[template(path = "portal/banner.html")]
struct Banner<'a> {
    lang: Lang,
    cards: &'a [Card],
    more: usize,
}

#[derive(Template)]
#[template(path = "portal/list.html")]
struct List<'a> {
    lang: Lang,
    /// What the built page says when there is no alert, in HTML.
    calm: &'a str,
    active: &'a [Card],
    /// Over since less than a day.
    ended: &'a [Card],
    made_at: String,
}

/// An alert with where it holds and when it was sent, as people read it.
struct Card {
    alert: AlertView,
    place: String,
    sent: String,
    /// The same in as few signs as tell it, for the narrow line of a banner.
    brief: String,
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
        .filter_map(|shown| shown.words(Some(lang), &world.areas, &world.config))
        .collect()
}

/// The banner of a language, behind the mark by which an open page knows what it tells.
pub(super) fn html(snapshot: &Snapshot, lang: Lang, world: &World) -> String {
    let version = snapshot.version;
    format!(
        "{}<div id=\"alert-state\" data-version=\"{version}\" hidden></div>{}",
        demonstration(lang, world),
        banners(snapshot, lang, world)
    )
}

/// What a demonstration says on every page: nobody may take its alerts for real ones.
fn demonstration(lang: Lang, world: &World) -> String {
    if world.config.mode != Mode::Demo {
        return String::new();
    }
    let words = super::escaped(&lang.text("demonstration"));
    format!("<aside class=\"demonstration\" aria-label=\"{words}\"><p class=\"wrap\">{words}</p></aside>")
}

/// The banners alone: nothing when nothing is going on.
fn banners(snapshot: &Snapshot, lang: Lang, world: &World) -> String {
    let mut cards = cards(snapshot, lang, world, true);
    let more = cards.len().saturating_sub(MOST_BANNERS);
    cards.truncate(MOST_BANNERS);
    Banner { lang, cards: &cards, more }.render().unwrap_or_default()
}

/// Alerts as people read them. The day is always told: what is made here is read until
/// something changes, also after midnight.
fn cards(snapshot: &Snapshot, lang: Lang, world: &World, active_only: bool) -> Vec<Card> {
    let card = |alert: AlertView| {
        let place = snapshot.find(alert.id).map(|shown| AreaSet::from_i32(shown.row.areas));
        let place = place.map(|set| world.areas.phrase(set, lang)).unwrap_or_default();
        let at = crate::alert::draft::parse_time(&alert.sent);
        let sent = at.map(|at| crate::alert::compose::moment(at, 0, lang)).unwrap_or_default();
        let brief = at.map(|at| crate::alert::compose::brief(at, lang)).unwrap_or_default();
        Card { alert, place, sent, brief }
    };
    views(snapshot, lang, world, active_only).into_iter().map(card).collect()
}

/// The list for a place of a page: at most `most` current alerts and `most_ended` of those
/// that are over.
fn list(
    calm: &str,
    (most, most_ended): (usize, usize),
    snapshot: &Snapshot,
    lang: Lang,
    world: &World,
) -> Option<String> {
    let (mut active, mut ended): (Vec<Card>, Vec<Card>) =
        cards(snapshot, lang, world, false).into_iter().partition(|card| card.alert.state == "active");
    if active.is_empty() && ended.is_empty() {
        return None;
    }
    active.truncate(most);
    ended.truncate(most_ended);
    // The same on every process: one state has the same page wherever it is asked for.
    let at = crate::clock::brussels(snapshot.changed_at_ms);
    let made_at = crate::alert::compose::moment(at, 0, lang);
    List { lang, calm, active: &active, ended: &ended, made_at }.render().ok()
}

/// A page that speaks no language of its own, as the entrance: the banners of both official
/// languages, each marked as what it is.
pub(super) fn fill_both(html: &str, snapshot: &Snapshot, world: &World) -> String {
    let both = [Lang::FR, Lang::NL].into_iter().map(|lang| match banners(snapshot, lang, world) {
        none if none.trim().is_empty() => String::new(),
        banner => format!("<div lang=\"{lang}\">{banner}</div>"),
    });
    let marks = [Lang::FR, Lang::NL].map(|lang| match demonstration(lang, world) {
        none if none.is_empty() => none,
        mark => format!("<div lang=\"{lang}\">{mark}</div>"),
    });
    let both = marks.into_iter().chain(both);
    html.replacen(BANNER, &both.collect::<String>(), 1)
}

/// A built page with the current alerts in its marked places.
pub(super) fn fill(html: &str, snapshot: &Snapshot, lang: Lang, world: &World) -> String {
    let mut page = html.replacen(BANNER, &self::html(snapshot, lang, world), 1);
    if page.contains(CONTACTS) {
        page = page.replacen(CONTACTS, &contacts(snapshot, lang, world), 1);
    }
    for (begin, end, most, most_ended) in LISTS {
        if let (Some(from), Some(to)) = (page.find(begin).map(|at| at + begin.len()), page.find(end))
            && from < to
            && let Some(list) = list(page[from..to].trim(), (most, most_ended), snapshot, lang, world)
        {
            page.replace_range(from..to, &list);
        }
    }
    page
}

/// A stored moment as people read it.
pub(super) fn when(text: &str, lang: Lang, world: &World) -> String {
    crate::alert::draft::parse_time(text)
        .map(|at| crate::alert::compose::moment(at, world.clock.now_ms(), lang))
        .unwrap_or_default()
}
