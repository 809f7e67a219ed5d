//! List pages of the long-text kinds and of the section folders.

use std::collections::BTreeMap;

use safe_content::{AUDIENCES, Article, Kind, Lang, MOMENTS, PLACES, SERIES, SUBJECTS};

use super::search_doc;
use crate::filters;
use crate::order;
use crate::page::{Group, Item, Page};
use crate::site::{Site, Spoken};
use crate::spoken::{names_apart, pieces};

/// The list pages of every kind in a language.
#[must_use]
pub fn build(site: &Site<'_>, lang: Lang) -> Vec<Page> {
    let mut pages = vec![
        guides(site, lang),
        advice(site, lang),
        publications(site, lang),
        datasets(site, lang),
        campaigns(site, lang),
        plain_list(site, lang, "dossiers", "observatory"),
        news(site, lang),
    ];
    let own = ["help", "permits", "plans"];
    for section in site.content.page_sections().into_iter().filter(|s| !own.contains(s)) {
        match pages.iter_mut().find(|p| p.path == format!("/{section}/")) {
            Some(page) => page.extra.groups.push(section_pages(site, lang, section)),
            None => pages.push(section_page(site, lang, section)),
        }
    }
    pages
}

/// The pages of a section folder, for a list page that has other things too.
#[must_use]
pub fn section_pages(site: &Site<'_>, lang: Lang, section: &str) -> Group {
    let items =
        site.content.section(&format!("pages/{section}")).into_iter().map(|a| site.card(lang, a)).collect();
    named("pages", site.say(lang, "section-more"), items)
}

/// A list page with its title and opening.
pub(super) fn frame(site: &Site<'_>, lang: Lang, key: &str, area: &str) -> Page {
    let mut page =
        site.page(lang, &format!("/{key}/"), "page.html", site.say(lang, &format!("{key}-title")), area);
    page.description = site.say(lang, &format!("{key}-lede"));
    page.extra.lede = page.description.clone().into();
    page.extra.crumbs = site.crumbs(lang, &[]);
    page.search = Some(search_doc(lang, "page", key, &page, String::new()));
    page
}

fn cards(items: Vec<Item>) -> Group {
    Group { layout: "cards".to_owned(), items, ..Group::default() }
}

fn named(id: &str, title: String, items: Vec<Item>) -> Group {
    Group { id: id.to_owned(), title, ..cards(items) }
}

fn plain_list(site: &Site<'_>, lang: Lang, key: &str, area: &str) -> Page {
    let mut page = frame(site, lang, key, area);
    let items = site.content.section(key).into_iter().map(|a| site.card(lang, a)).collect();
    page.extra.groups.push(cards(items));
    page.extra.feed = site.url(lang, &format!("/{key}/atom.xml"));
    page
}

fn guides(site: &Site<'_>, lang: Lang) -> Page {
    plain_list(site, lang, "guides", "guides")
}

fn advice(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = frame(site, lang, "advice", "advice");
    page.extra.feed = site.url(lang, "/advice/atom.xml");
    let mut by_subject: BTreeMap<usize, Vec<Item>> = BTreeMap::new();
    for article in site.content.section("advice") {
        let Kind::Advice(advice) = &article.kind else {
            continue;
        };
        let first = advice.subjects.first().and_then(|s| SUBJECTS.iter().position(|known| known == s));
        let of = |key: &str, list: &[String]| filters::facets(key, list.iter().map(String::as_str));
        let facets = [
            of("subject", &advice.subjects),
            of("place", &advice.places),
            of("moment", &advice.moments),
            of("audience", &advice.audiences),
        ]
        .concat();
        let card = Item { facets, ..site.card(lang, article) };
        by_subject.entry(first.unwrap_or(SUBJECTS.len())).or_default().push(card);
    }
    for (subject, items) in by_subject {
        let title = SUBJECTS
            .get(subject)
            .map_or_else(|| site.say(lang, "section-more"), |s| site.say(lang, &format!("subject-{s}")));
        page.extra.groups.push(named(&format!("subject-{subject}"), title, items));
    }
    page.extra.filters.push(filters::words(site, lang));
    for (key, values) in
        [("subject", SUBJECTS), ("place", PLACES), ("moment", MOMENTS), ("audience", AUDIENCES)]
    {
        let names = filters::named(site, lang, key, values);
        let title = site.say(lang, &format!("filter-{key}"));
        page.extra.filters.extend(filters::choice(key, title, &names, &page.extra.groups));
    }
    page
}

fn publications(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = frame(site, lang, "publications", "observatory");
    page.extra.feed = site.url(lang, "/publications/atom.xml");
    let mut datasets = site.link(lang, "/datasets/", site.say(lang, "datasets-title"));
    datasets.summary = site.say(lang, "datasets-lede").into();
    page.extra.groups.push(cards(vec![datasets]));
    for series in SERIES {
        let mut members: Vec<(&Article, &safe_content::Publication)> = Vec::new();
        for article in site.content.section("publications") {
            if let Kind::Publication(publication) = &article.kind
                && publication.series == *series
            {
                members.push((article, publication));
            }
        }
        members.sort_by(|a, b| b.1.date.cmp(&a.1.date).then_with(|| a.0.id.cmp(&b.0.id)));
        let card = |(article, publication): (&Article, &safe_content::Publication)| Item {
            kicker: publication.date.as_ref().map(|d| site.date(lang, d)).unwrap_or_default(),
            meta: publication
                .planned
                .then(|| site.say(lang, "publication-planned").into())
                .into_iter()
                .collect(),
            ..site.card(lang, article)
        };
        if !members.is_empty() {
            let title = site.say(lang, &format!("series-{series}"));
            let pieces = names_apart(lang, &title);
            page.extra
                .groups
                .push(Group { pieces, ..named(series, title, members.into_iter().map(card).collect()) });
        }
    }
    page
}

fn datasets(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = frame(site, lang, "datasets", "observatory");
    page.extra.crumbs = site.crumbs(lang, &[("/publications/", site.say(lang, "publications-title").into())]);
    let card = |dataset: &safe_content::Dataset| Item {
        summary: site.text(lang, &dataset.reading),
        meta: pieces([site.written_period(lang, &dataset.period).into()]),
        facets: filters::facets("theme", [super::datasets::family(dataset)]),
        ..site.link(lang, &super::datasets::path(dataset), site.text(lang, &dataset.title))
    };
    let order = order::names(lang);
    for (id, title) in super::datasets::FAMILIES {
        let members = site.content.datasets.iter().filter(|d| super::datasets::family(d) == id);
        let mut items: Vec<Item> = members.map(card).collect();
        items.sort_by(|a, b| order(&a.title, &b.title));
        if !items.is_empty() {
            page.extra.groups.push(named(id, site.say(lang, title), items));
        }
    }
    let names = super::datasets::FAMILIES.map(|(id, title)| (id.to_owned(), site.say(lang, title).into()));
    let theme = filters::choice("theme", site.say(lang, "filter-theme"), &names, &page.extra.groups);
    page.extra.filters = std::iter::once(filters::words(site, lang)).chain(theme).collect();
    page
}

fn campaigns(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = frame(site, lang, "campaigns", "advice");
    page.extra.feed = site.url(lang, "/campaigns/atom.xml");
    for archived in [false, true] {
        let mut members: Vec<(&Article, &safe_content::Campaign)> = Vec::new();
        for article in site.content.section("campaigns") {
            if let Kind::Campaign(campaign) = &article.kind
                && campaign.archived == archived
            {
                members.push((article, campaign));
            }
        }
        members.sort_by(|a, b| b.1.from.cmp(&a.1.from).then_with(|| a.0.id.cmp(&b.0.id)));
        let card = |(article, campaign): (&Article, &safe_content::Campaign)| Item {
            meta: pieces([site.period(lang, campaign.from.as_deref(), campaign.until.as_deref()).into()]),
            ..site.card(lang, article)
        };
        let id = if archived { "campaign-archived" } else { "campaign-current" };
        if !members.is_empty() {
            page.extra.groups.push(named(id, site.say(lang, id), members.into_iter().map(card).collect()));
        }
    }
    page
}

fn news(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = frame(site, lang, "news", "about");
    page.extra.feed = site.url(lang, "/news/atom.xml");
    page.extra.groups.push(cards(news_cards(site, lang, usize::MAX)));
    page
}

/// The latest news.
#[must_use]
pub fn news_cards(site: &Site<'_>, lang: Lang, most: usize) -> Vec<Item> {
    let mut members: Vec<(&Article, &String)> = Vec::new();
    for article in site.content.section("news") {
        if let Kind::News { date, .. } = &article.kind {
            members.push((article, date));
        }
    }
    members.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.id.cmp(&b.0.id)));
    let card = |(article, date): (&Article, &String)| Item {
        kicker: site.date(lang, date),
        ..site.card(lang, article)
    };
    members.into_iter().take(most).map(card).collect()
}

/// Name of a section folder: its own file, else the words of the portal.
#[must_use]
pub fn section_title(site: &Site<'_>, lang: Lang, section: &str) -> Spoken {
    match site.content.section_info(section) {
        Some(info) => site.text(lang, &info.title),
        None => ["section-", ""]
            .iter()
            .zip(["", "-title"])
            .find_map(|(before, after)| site.words.find(lang, &format!("{before}{section}{after}"), &[]))
            .unwrap_or_else(|| site.say(lang, &format!("section-{section}")))
            .into(),
    }
}

fn section_page(site: &Site<'_>, lang: Lang, section: &str) -> Page {
    let area = if section == "emergency" { "guides" } else { section };
    let title = section_title(site, lang, section);
    let mut page = site.page(lang, &format!("/{section}/"), "page.html", title.words, area);
    page.extra.body_lang = title.lang;
    page.extra.body_dir = title.dir;
    let lede = match site.content.section_info(section) {
        Some(info) => site.text(lang, &info.summary),
        None => site.words.find(lang, &format!("section-{section}-lede"), &[]).unwrap_or_default().into(),
    };
    page.description.clone_from(&lede.words);
    page.extra.lede = lede;
    page.extra.crumbs = site.crumbs(lang, &[]);
    let items =
        site.content.section(&format!("pages/{section}")).into_iter().map(|a| site.card(lang, a)).collect();
    page.extra.groups.push(cards(items));
    page.search = Some(search_doc(lang, "page", section, &page, String::new()));
    page
}
