//! Crisis rules, municipal measures, local notices and distributions: the register, and
//! what a municipality shows of it.

use safe_content::{Areas, BULLETIN_KINDS, Bulletin, BulletinPlace, ISSUER_LEVELS, Lang};

use super::listing::frame;
use crate::filters;
use crate::map::{self, Labels};
use crate::order;
use crate::page::{Fact, Group, Item, Page};
use crate::site::{DOT, Site, Spoken, join};
use crate::spoken::pieces;

/// Address of the register without language.
pub const PATH: &str = "/rules/";

/// The register: in force first, then what no longer is, with the map of the places.
#[must_use]
pub fn build(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = frame(site, lang, "rules", "alerts");
    let say = |id: &str| site.say(lang, id);
    let today = site.today();
    let mut all: Vec<&Bulletin> = site.content.bulletins.iter().collect();
    all.sort_by(|a, b| (&b.date, &a.id).cmp(&(&a.date, &b.id)));
    let (over, current): (Vec<&Bulletin>, Vec<&Bulletin>) = all.into_iter().partition(|b| b.is_over(&today));
    for (id, list) in [("rules-current", current), ("rules-over", over)] {
        let intro = if list.is_empty() { say("rules-none") } else { String::new() };
        page.extra.groups.push(Group {
            id: id.to_owned(),
            title: say(id),
            intro,
            layout: "records".to_owned(),
            items: list.into_iter().map(|b| item(site, lang, b)).collect(),
            ..Group::default()
        });
    }
    let years = years(&site.content.bulletins);
    let found = [
        filters::choice(
            "kind",
            say("rules-kind"),
            &filters::named(site, lang, "bulletin", BULLETIN_KINDS),
            &page.extra.groups,
        ),
        filters::choice(
            "level",
            say("rules-level"),
            &filters::named(site, lang, "issuer", ISSUER_LEVELS),
            &page.extra.groups,
        ),
        filters::choice("year", say("project-year"), &years, &page.extra.groups),
        filters::choice("nis", say("rules-place"), &municipalities(site, lang), &page.extra.groups),
    ];
    page.extra.filters =
        std::iter::once(filters::words(site, lang)).chain(found.into_iter().flatten()).collect();
    draw(site, lang, &mut page);
    page.extra.downloads.push(Item {
        title: "GeoJSON".to_owned(),
        url: site.url(lang, "/rules/rules.geojson"),
        ..Item::default()
    });
    page
}

fn draw(site: &Site<'_>, lang: Lang, page: &mut Page) {
    let today = site.today();
    let struck: Vec<&str> = site
        .content
        .bulletins
        .iter()
        .filter(|b| !b.is_over(&today))
        .flat_map(|b| &b.places)
        .map(|p| p.municipality.value.as_str())
        .collect();
    if struck.is_empty() {
        return;
    }
    let (title, description) = (site.say(lang, "rules-map"), site.say(lang, "rules-map-description"));
    let labels =
        Labels { title: &title, description: &description, chosen: &struck, today: &today, names: true };
    page.extra.map = map::draw(&site.content.areas, lang, &labels).unwrap_or_default();
    page.extra.map_note = site.say(lang, "areas-attribution");
}

/// Names of the municipalities for a filter.
#[must_use]
pub fn municipalities(site: &Site<'_>, lang: Lang) -> Vec<(String, Spoken)> {
    let found = site.content.areas.municipalities.iter().map(|m| (m.nis.clone(), m.label(lang).into()));
    let mut found: Vec<(String, Spoken)> = found.collect();
    let order = order::names(lang);
    found.sort_by(|a, b| order(&a.1.words, &b.1.words));
    found
}

fn years(bulletins: &[Bulletin]) -> Vec<(String, Spoken)> {
    let mut years: Vec<&str> = bulletins.iter().filter_map(|b| b.date.get(..4)).collect();
    years.sort_unstable();
    years.iter().rev().map(|y| ((*y).to_owned(), (*y).to_owned().into())).collect()
}

/// One bulletin in a list.
fn item(site: &Site<'_>, lang: Lang, bulletin: &Bulletin) -> Item {
    let say = |id: &str| site.say(lang, id);
    let title = site.text(lang, &bulletin.title);
    let mut facts = Vec::new();
    let mut add = |id: &str, text: Spoken, items: Vec<Item>| {
        if !text.is_empty() || !items.is_empty() {
            facts.push(Fact { label: say(id), words: pieces([text]), items, ..Fact::default() });
        }
    };
    add("rules-issuer", site.text(lang, &bulletin.issuer), Vec::new());
    add("rules-in-force", in_force(site, lang, bulletin).into(), Vec::new());
    let legal = bulletin.legal.as_ref().map(|t| site.text(lang, t)).unwrap_or_default();
    add("rules-legal", legal, Vec::new());
    let others = |test: &dyn Fn(&Bulletin) -> bool| {
        let found = site.content.bulletins.iter().filter(|b| test(b));
        found.map(|b| site.link(lang, &format!("{PATH}#{}", b.id), site.text(lang, &b.title))).collect()
    };
    add("rules-amends", Spoken::default(), others(&|b| bulletin.amends.iter().any(|a| a.value == b.id)));
    add("rules-amended", Spoken::default(), others(&|b| b.amends.iter().any(|a| a.value == bulletin.id)));
    let sources: Vec<String> = site.sources(lang, &bulletin.sources).into_iter().map(|s| s.title).collect();
    add("page-sources", sources.join(site.say(lang, "list-between").as_str()).into(), Vec::new());
    facts.extend(bulletin.places.iter().map(|place| place_fact(site, lang, place)));
    // A municipal measure names its level already.
    let level = match (bulletin.kind.as_str(), bulletin.level.as_str()) {
        ("measure", "communal") => String::new(),
        (_, level) => say(&format!("issuer-{level}")),
    };
    let nis = bulletin.places.iter().map(|p| p.municipality.value.as_str());
    Item {
        id: bulletin.id.clone(),
        url: bulletin.url.clone().unwrap_or_default(),
        kicker: join(
            &[say(&format!("bulletin-{}", bulletin.kind)), level, site.date(lang, &bulletin.date)],
            DOT,
        ),
        summary: site.text(lang, &bulletin.text),
        facets: [
            filters::facets("kind", [bulletin.kind.as_str()]),
            filters::facets("level", [bulletin.level.as_str()]),
            filters::facets("year", bulletin.date.get(..4)),
            filters::facets("nis", nis),
        ]
        .concat(),
        facts,
        ..title.into()
    }
}

/// The period in force as words. Where the day of the end is not known, one that is over
/// tells its beginning and does not read as if it still held.
fn in_force(site: &Site<'_>, lang: Lang, bulletin: &Bulletin) -> String {
    match (bulletin.from.as_deref(), bulletin.until.as_deref()) {
        (Some(from), None) if from.len() > 7 && bulletin.is_over(&site.today()) => {
            site.words.say_with(lang, "date-from-day", &[("from", &site.date(lang, from))])
        }
        (from, until) => site.period(lang, from, until),
    }
}

fn place_fact(site: &Site<'_>, lang: Lang, place: &BulletinPlace) -> Fact {
    let text = |t: &Option<safe_content::Text>| t.as_ref().map(|t| site.text(lang, t)).unwrap_or_default();
    let nis = &place.municipality.value;
    Fact {
        label: site.content.areas.municipality(nis).map(|m| m.label(lang)).unwrap_or_default(),
        words: pieces([text(&place.place), text(&place.hours), text(&place.conditions)]),
        ..Fact::default()
    }
}

/// What holds in a municipality today; its own notices, not the rules of the whole Region.
#[must_use]
pub fn here(site: &Site<'_>, lang: Lang, nis: &str) -> Group {
    let today = site.today();
    let own = |b: &&Bulletin| !b.is_over(&today) && !b.places.is_empty() && b.holds_in(nis);
    let items: Vec<Item> = site.content.bulletins.iter().filter(own).map(|b| item(site, lang, b)).collect();
    let empty = if items.is_empty() { site.say(lang, "area-notices-none") } else { String::new() };
    Group {
        id: "notices".to_owned(),
        title: site.say(lang, "area-notices"),
        intro: empty,
        layout: "records".to_owned(),
        items,
        more: site.url(lang, PATH),
        more_title: site.say(lang, "rules-title"),
        ..Group::default()
    }
}

/// The bulletins with places as GeoJSON (RFC 7946): one feature per municipality.
#[must_use]
pub fn geojson(site: &Site<'_>, lang: Lang) -> String {
    let feature = |bulletin: &Bulletin, place: &BulletinPlace| {
        let nis = &place.municipality.value;
        serde_json::json!({
            "type": "Feature",
            "id": format!("{}-{nis}", bulletin.id),
            "geometry": geometry(&site.content.areas, nis),
            "properties": {
                "id": bulletin.id, "kind": bulletin.kind, "level": bulletin.level, "nis": nis,
                "title": site.plain(lang, &bulletin.title), "text": site.plain(lang, &bulletin.text),
                "issuer": site.plain(lang, &bulletin.issuer), "date": bulletin.date,
                "from": bulletin.from, "until": bulletin.until, "over": bulletin.is_over(&site.today()),
                "legal": bulletin.legal.as_ref().map(|t| site.text(lang, t)),
                "place": place.place.as_ref().map(|t| site.plain(lang, t)),
            },
        })
    };
    let features: Vec<_> = site
        .content
        .bulletins
        .iter()
        .flat_map(|b| b.places.iter().map(move |p| (b, p)))
        .map(|(b, p)| feature(b, p))
        .collect();
    serde_json::json!({ "type": "FeatureCollection", "features": features }).to_string() + "\n"
}

fn geometry(areas: &Areas, nis: &str) -> serde_json::Value {
    match areas.outlines.iter().find(|o| o.nis == nis) {
        Some(outline) => serde_json::json!({ "type": "MultiPolygon", "coordinates": outline.polygons }),
        None => serde_json::Value::Null,
    }
}
