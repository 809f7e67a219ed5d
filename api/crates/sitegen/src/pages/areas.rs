//! Municipalities and police zones.

use safe_content::{Lang, Municipality, Zone};

use super::{listing, registers, search_doc};
use crate::map::{self, Labels};
use crate::page::{Fact, Group, Item, Page};
use crate::site::Site;

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
    let labels = Labels { title: &title, description: &description, chosen: "", today: &today };
    page.extra.map = map::draw(&site.content.areas, lang, &labels).unwrap_or_default();
    page.extra.map_note = attribution(site, lang);
    for zone in site.content.areas.zones.iter().filter(|z| z.is_valid_on(&today)) {
        let members = zone.municipalities.iter().filter_map(|m| site.content.areas.municipality(&m.value));
        let items = members
            .map(|m| Item { meta: m.postcodes.join(", "), ..site.link(lang, &path(m), m.label(lang)) });
        page.extra.groups.push(Group {
            id: format!("zone-{}", zone.id),
            title: format!("{} {} ({})", site.say(lang, "area-zone"), zone_name(zone, lang), zone.id),
            layout: "index".to_owned(),
            items: items.collect(),
            ..Group::default()
        });
    }
    page
}

fn attribution(site: &Site<'_>, lang: Lang) -> String {
    site.words.say_with(lang, "areas-attribution", &[("source", &site.content.areas.attribution)])
}

fn municipality(site: &Site<'_>, lang: Lang, municipality: &Municipality) -> Page {
    let name = municipality.label(lang);
    let mut page = site.page(lang, &path(municipality), "page.html", name.clone(), "about");
    let today = site.today();
    page.extra.crumbs = site.crumbs(lang, &[("/areas/", site.say(lang, "areas-title"))]);
    let say = |id: &str| site.say(lang, id);
    let mut facts = vec![Fact {
        label: say("area-postcodes"),
        text: municipality.postcodes.join(", "),
        ..Fact::default()
    }];
    if !municipality.partly.is_empty() {
        let text =
            site.words.say_with(lang, "area-partly-text", &[("codes", &municipality.partly.join(", "))]);
        facts.push(Fact { label: say("area-partly"), text, ..Fact::default() });
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
        facts.push(Fact { label: say("area-zone-members"), items: items.collect(), ..Fact::default() });
        page.description = format!(
            "{name}: {} {} ({}), {}",
            say("area-zone"),
            zone_name(zone, lang),
            zone.id,
            municipality.postcodes.join(", ")
        );
    }
    facts.push(Fact { label: say("area-nis"), text: municipality.nis.clone(), ..Fact::default() });
    page.extra.facts = facts;
    let labels =
        Labels { title: &name, description: &page.description, chosen: &municipality.nis, today: &today };
    page.extra.map = map::draw(&site.content.areas, lang, &labels).unwrap_or_default();
    page.extra.map_note = attribution(site, lang);
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
