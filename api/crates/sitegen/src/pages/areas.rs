//! Municipalities and police zones.

use safe_content::{Lang, LocalService, Municipality, Zone};

use super::{bulletins, listing, registers, search_doc};
use crate::map::{self, Labels};
use crate::order;
use crate::page::{Block, Fact, Filter, Group, Item, Page};
use crate::site::Site;
use crate::spoken::pieces;

/// The list with its map, and a page per municipality.
#[must_use]
pub fn build(site: &Site<'_>, lang: Lang) -> Vec<Page> {
    let mut pages = vec![overview(site, lang)];
    pages.extend(site.content.areas.municipalities.iter().map(|m| municipality(site, lang, m)));
    pages
}

fn path(municipality: &Municipality) -> String {
    format!("/areas/{}/", municipality.nis)
}

/// Name of a zone: Dutch for Dutch, French and Dutch for others when they differ.
fn zone_name(zone: &Zone, lang: Lang) -> String {
    let (fr, nl) = (zone.name.get(Lang::FR).unwrap_or_default(), zone.name.get(Lang::NL).unwrap_or_default());
    match lang {
        Lang::NL => nl.to_owned(),
        Lang::FR => fr.to_owned(),
        _ if fr == nl => fr.to_owned(),
        _ => format!("{fr} / {nl}"),
    }
}

fn overview(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = listing::frame(site, lang, "areas", "about");
    let today = site.today();
    let (title, description) = (site.say(lang, "areas-map"), site.say(lang, "areas-map-description"));
    let labels = Labels { title: &title, description: &description, chosen: &[], today: &today, names: true };
    page.extra.map = map::draw(&site.content.areas, lang, &labels).unwrap_or_default();
    page.extra.map_note = attribution(site, lang);
    page.extra.filters.push(Filter {
        key: "q".to_owned(),
        title: site.say(lang, "areas-find"),
        ..Filter::default()
    });
    for (at, zone) in site.content.areas.zones.iter().filter(|z| z.is_valid_on(&today)).enumerate() {
        let members = zone.municipalities.iter().filter_map(|m| site.content.areas.municipality(&m.value));
        let items = members.map(|m| Item {
            meta: vec![m.postcodes.join(", ").into()],
            facets: m
                .name
                .iter()
                .map(|(_, n)| n)
                .chain(m.partly.iter().map(String::as_str))
                .collect::<Vec<_>>()
                .join(" "),
            ..site.link(lang, &path(m), m.label(lang))
        });
        page.extra.groups.push(Group {
            id: format!("zone-{}", zone.id),
            title: format!("{} {} ({})", site.say(lang, "area-zone"), zone_name(zone, lang), zone.id),
            layout: "index".to_owned(),
            swatch: map::zone_class(at),
            items: by_name(lang, items.collect()),
            ..Group::default()
        });
    }
    page
}

/// Municipalities in the order of their names for the reader.
fn by_name(lang: Lang, mut items: Vec<Item>) -> Vec<Item> {
    let order = order::names(lang);
    items.sort_by(|a, b| order(&a.title, &b.title));
    items
}

fn attribution(site: &Site<'_>, lang: Lang) -> String {
    site.say(lang, "areas-attribution")
}

fn municipality(site: &Site<'_>, lang: Lang, municipality: &Municipality) -> Page {
    let name = municipality.label(lang);
    let mut page = site.page(lang, &path(municipality), "page.html", name.clone(), "about");
    let today = site.today();
    page.extra.crumbs = site.crumbs(lang, &[("/areas/", site.say(lang, "areas-title").into())]);
    let say = |id: &str| site.say(lang, id);
    let counted =
        |id: &str, codes: &[String]| site.words.say_with(lang, id, &[("count", &codes.len().to_string())]);
    let mut facts = vec![Fact {
        label: counted("area-postcodes", &municipality.postcodes),
        text: municipality.postcodes.join(", "),
        ..Fact::default()
    }];
    if !municipality.partly.is_empty() {
        let text =
            site.words.say_with(lang, "area-partly-text", &[("codes", &municipality.partly.join(", "))]);
        facts.push(Fact { label: counted("area-partly", &municipality.partly), text, ..Fact::default() });
    }
    if let Some(zone) = site.content.areas.zone_of(&municipality.nis, &today) {
        facts.push(Fact {
            label: say("area-zone"),
            text: format!("{} ({})", zone_name(zone, lang), zone.id),
            ..Fact::default()
        });
        let others = zone.municipalities.iter().filter_map(|m| site.content.areas.municipality(&m.value));
        let items =
            others.filter(|m| m.nis != municipality.nis).map(|m| site.link(lang, &path(m), m.label(lang)));
        facts.push(Fact {
            label: say("area-zone-members"),
            items: by_name(lang, items.collect()),
            ..Fact::default()
        });
        page.description = format!(
            "{name} – {} {} ({}), {}",
            say("area-zone"),
            zone_name(zone, lang),
            zone.id,
            municipality.postcodes.join(", ")
        );
    }
    facts.push(Fact { label: say("area-nis"), text: municipality.nis.clone(), ..Fact::default() });
    page.extra.facts = facts;
    page.extra.split = true;
    page.extra.kind = "area".to_owned();
    let labels = Labels {
        title: &name,
        description: &page.description,
        chosen: &[municipality.nis.as_str()],
        today: &today,
        names: false,
    };
    page.extra.map = map::draw(&site.content.areas, lang, &labels).unwrap_or_default();
    page.extra.map_note = attribution(site, lang);
    page.extra.blocks.push(services(site, lang, municipality));
    page.extra.groups.push(bulletins::here(site, lang, &municipality.nis));
    page.extra.feed = site.url(lang, &feed_path(municipality));
    page.extra.downloads.push(Item {
        title: say("area-feed"),
        url: page.extra.feed.clone(),
        ..Item::default()
    });
    let projects = registers::project_cards(site, lang, |p| {
        p.municipality.as_ref().is_some_and(|m| m.value == municipality.nis)
    });
    if !projects.is_empty() {
        page.extra.groups.push(Group {
            id: "projects".to_owned(),
            title: say("area-projects"),
            layout: "cards".to_owned(),
            items: projects,
            ..Group::default()
        });
    }
    let mut doc = search_doc(
        lang,
        "area",
        &format!("areas/{}", municipality.nis),
        &page,
        municipality.postcodes.join(" "),
    );
    doc.municipality = vec![municipality.nis.clone()];
    page.search = Some(doc);
    page
}

/// Address of the feed of a municipality's notices, without language.
#[must_use]
pub fn feed_path(municipality: &Municipality) -> String {
    format!("{}atom.xml", path(municipality))
}

/// The services of a municipality; what its owner has not confirmed says so.
fn services(site: &Site<'_>, lang: Lang, municipality: &Municipality) -> Block {
    let local = &site.content.local;
    let say = |id: &str| site.say(lang, id);
    let nis = municipality.nis.as_str();
    let zone = site.content.areas.zone_of(nis, &site.today()).map(|z| z.id.as_str()).unwrap_or_default();
    let mut rows = Vec::new();
    for (id, services, place) in [
        ("area-adviser", &local.advisers, nis),
        ("area-prevention", &local.prevention, nis),
        ("area-police-site", &local.zones, zone),
    ] {
        rows.push(match services.of(place) {
            Some(service) => known(site, lang, id, service),
            None => Fact {
                label: say(id),
                text: say("area-not-known"),
                items: site.links(lang, &services.links),
                note: site.text(lang, &services.ask),
                ..Fact::default()
            },
        });
    }
    let antennas: Vec<_> = local
        .antennas
        .iter()
        .filter(|a| a.place == nis)
        .filter_map(|a| a.name.as_ref().map(|n| site.text(lang, n)))
        .collect();
    if !antennas.is_empty() {
        let more = site.content.article("advice", "lisa-antennas").map(|a| site.card(lang, a));
        rows.push(Fact {
            label: say("area-antennas"),
            words: antennas,
            items: more.into_iter().collect(),
            ..Fact::default()
        });
    }
    if let Some(plan) = &local.plan {
        let more = site.content.article("plans", "local-plans").map(|a| site.card(lang, a));
        rows.push(Fact {
            label: say("area-local-plan"),
            text: site.written_period(lang, &plan.period),
            items: more.into_iter().collect(),
            note: site.text(lang, &plan.text),
            ..Fact::default()
        });
    }
    Block { title: say("area-services"), intro: String::new(), rows }
}

fn known(site: &Site<'_>, lang: Lang, id: &str, service: &LocalService) -> Fact {
    let text = |t: &Option<safe_content::Text>| t.as_ref().map(|t| site.text(lang, t)).unwrap_or_default();
    let web = service.web.as_ref().map(|url| Item {
        title: url.trim_start_matches("https://").trim_end_matches('/').to_owned(),
        url: url.clone(),
        ..Item::default()
    });
    Fact {
        label: site.say(lang, id),
        words: pieces([
            text(&service.name),
            service.phone.clone().unwrap_or_default().into(),
            text(&service.hours),
        ]),
        items: web.into_iter().collect(),
        ..Fact::default()
    }
}
