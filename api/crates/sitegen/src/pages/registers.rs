//! Pages of the one-file kinds: glossary, projects, calls, agenda.

use safe_content::{Lang, Text};

use super::listing::frame;
use crate::filters;
use crate::order;
use crate::page::{Filter, Group, Item, Page};
use crate::site::{DOT, Site, join};

/// The register pages in a language.
#[must_use]
pub fn build(site: &Site<'_>, lang: Lang) -> Vec<Page> {
    vec![
        glossary(site, lang),
        projects(site, lang),
        calls(site, lang),
        agenda(site, lang),
        super::bulletins::build(site, lang),
    ]
}

fn plain(site: &Site<'_>, lang: Lang, text: Option<&Text>) -> String {
    text.map(|t| site.plain(lang, t)).unwrap_or_default()
}

/// Words that begin a line: French and Spanish write names of languages small.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn glossary(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = frame(site, lang, "glossary", "about");
    let item = |term: &safe_content::Term| {
        let spoken = site.text(lang, &term.term);
        let others: Vec<String> = term
            .term
            .iter()
            .filter(|(l, words)| *l != lang && *words != spoken.words && (*l == Lang::FR || *l == Lang::NL))
            .map(|(l, words)| format!("{} – {words}", capital(&site.language(lang, l.as_str()))))
            .collect();
        Item {
            id: term.id.clone(),
            title: spoken.words,
            lang: spoken.lang,
            dir: spoken.dir,
            kicker: plain(site, lang, term.abbreviation.as_ref()),
            summary: site.plain(lang, &term.definition),
            meta: others.join(DOT),
            ..Item::default()
        }
    };
    let mut items: Vec<Item> = site.content.glossary.iter().map(item).collect();
    let order = order::names(lang);
    items.sort_by(|a, b| order(&a.title, &b.title));
    if let Some(doc) = page.search.as_mut() {
        doc.body = items
            .iter()
            .map(|i| join(&[i.title.clone(), i.kicker.clone(), i.summary.clone()], " "))
            .collect::<Vec<_>>()
            .join("\n");
    }
    page.extra.filters.push(filters::words(site, lang));
    page.extra.groups.push(Group { layout: "terms".to_owned(), items, ..Group::default() });
    page
}

fn projects(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = frame(site, lang, "projects", "plans");
    page.extra.crumbs = site.crumbs(lang, &[("/plans/", site.say(lang, "plans-title"))]);
    page.extra.groups.push(Group {
        layout: "cards".to_owned(),
        items: project_cards(site, lang, |_| true),
        ..Group::default()
    });
    page.extra.filters = project_filters(site, lang, &page.extra.groups);
    page.extra.downloads.push(Item {
        title: site.say(lang, "projects-csv"),
        url: site.url(lang, "/projects/projects.csv"),
        ..Item::default()
    });
    page
}

/// By theme, measure, municipality and audience.
fn project_filters(site: &Site<'_>, lang: Lang, groups: &[Group]) -> Vec<Filter> {
    let say = |id: &str| site.say(lang, id);
    let mut themes = Vec::new();
    let mut measures = Vec::new();
    for plan in &site.content.plans {
        for theme in &plan.themes {
            // Both plans number their themes from 1, some with the same name.
            let (number, name) = (theme.number, site.plain(lang, &theme.title));
            let title = format!("{number}. {name} ({}–{})", plan.from, plan.until);
            themes.push((format!("{}/{}", plan.id, theme.number), title));
            for measure in &theme.measures {
                let title = format!("{} {}", measure.number, site.plain(lang, &measure.title));
                measures.push((format!("{}/{}", plan.id, measure.number), title));
            }
        }
    }
    let mut audiences: Vec<&str> =
        site.content.projects.iter().flat_map(|p| &p.audiences).map(String::as_str).collect();
    audiences.sort_unstable();
    let found = [
        filters::choice("theme", say("filter-theme"), &themes, groups),
        filters::choice("measure", say("filter-measure"), &measures, groups),
        filters::choice(
            "nis",
            say("filter-municipality"),
            &super::bulletins::municipalities(site, lang),
            groups,
        ),
        filters::choice(
            "audience",
            say("filter-audience"),
            &filters::named(site, lang, "audience", &audiences),
            groups,
        ),
    ];
    std::iter::once(filters::words(site, lang)).chain(found.into_iter().flatten()).collect()
}

/// Cards of the projects that `keep` accepts.
pub(super) fn project_cards(
    site: &Site<'_>,
    lang: Lang,
    keep: impl Fn(&safe_content::Project) -> bool,
) -> Vec<Item> {
    let card = |project: &safe_content::Project| {
        let title = site.text(lang, &project.title);
        let place = project
            .municipality
            .as_ref()
            .and_then(|m| site.content.areas.municipality(&m.value))
            .map(|m| m.label(lang));
        let amount = project.amount_eur.map(|a| site.euro(lang, a)).unwrap_or_default();
        let meta = [
            plain(site, lang, project.owner.as_ref()),
            place.unwrap_or_default(),
            project.year.clone().unwrap_or_default(),
            amount,
        ];
        Item {
            id: project.id.clone(),
            title: title.words,
            lang: title.lang,
            dir: title.dir,
            summary: plain(site, lang, project.text.as_ref()),
            meta: join(&meta, DOT),
            facets: [
                filters::facets("theme", project.themes.iter().map(String::as_str)),
                filters::facets("measure", project.measures.iter().map(|m| m.value.as_str())),
                filters::facets("nis", project.municipality.iter().map(|m| m.value.as_str())),
                filters::facets("audience", project.audiences.iter().map(String::as_str)),
            ]
            .concat(),
            ..Item::default()
        }
    };
    site.content.projects.iter().filter(|p| keep(p)).map(card).collect()
}

fn calls(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = frame(site, lang, "calls", "plans");
    let today = site.today();
    let card = |call: &safe_content::Call| {
        let title = site.text(lang, &call.title);
        let state = call.closes.as_ref().map(|day| {
            let id = if day.as_str() < today.as_str() { "call-closed" } else { "call-open" };
            site.words.say_with(lang, id, &[("date", &site.date(lang, day))])
        });
        let budget = call.budget_eur.map(|b| {
            let amount = site.apart(lang, site.euro(lang, b));
            site.apart(lang, site.words.say_with(lang, "call-budget", &[("amount", &amount)]))
        });
        Item {
            id: call.id.clone(),
            title: title.words,
            lang: title.lang,
            dir: title.dir,
            kicker: state.unwrap_or_default(),
            summary: plain(site, lang, call.text.as_ref()),
            meta: join(&[plain(site, lang, call.audience.as_ref()), budget.unwrap_or_default()], DOT),
            ..Item::default()
        }
    };
    let items = site.content.calls.iter().map(card).collect();
    page.extra.groups.push(Group { layout: "cards".to_owned(), items, ..Group::default() });
    page
}

fn agenda(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = frame(site, lang, "agenda", "about");
    let today = site.today();
    let card = |event: &safe_content::Event| {
        let title = site.text(lang, &event.title);
        let meta = [
            plain(site, lang, event.hours.as_ref()),
            plain(site, lang, event.place.as_ref()),
            plain(site, lang, event.audience.as_ref()),
            plain(site, lang, event.owner.as_ref()),
        ];
        Item {
            id: event.id.clone(),
            title: title.words,
            lang: title.lang,
            dir: title.dir,
            url: event.url.clone().unwrap_or_default(),
            kicker: site.period(lang, Some(&event.date), event.until.as_deref().or(Some(&event.date))),
            summary: plain(site, lang, event.text.as_ref()),
            note: match event.effect.as_ref() {
                Some(effect) => {
                    site.words.say_with(lang, "agenda-effect", &[("effect", &site.plain(lang, effect))])
                }
                None => String::new(),
            },
            facets: [
                filters::facets("year", event.date.get(..4)),
                filters::facets("nis", event.municipality.iter().map(|m| m.value.as_str())),
            ]
            .concat(),
            meta: join(&meta, DOT),
            ..Item::default()
        }
    };
    let is_past =
        |event: &&safe_content::Event| event.until.as_ref().unwrap_or(&event.date).as_str() < today.as_str();
    let (mut past, mut coming): (Vec<_>, Vec<_>) = site.content.events.iter().partition(is_past);
    coming.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
    past.sort_by(|a, b| (&b.date, &a.id).cmp(&(&a.date, &b.id)));
    for (id, events) in [("agenda-coming", coming), ("agenda-past", past)] {
        if !events.is_empty() {
            page.extra.groups.push(Group {
                id: id.to_owned(),
                title: site.say(lang, id),
                layout: "cards".to_owned(),
                items: events.into_iter().map(card).collect(),
                ..Group::default()
            });
        }
    }
    let municipalities = super::bulletins::municipalities(site, lang);
    let place =
        filters::choice("nis", site.say(lang, "filter-municipality"), &municipalities, &page.extra.groups);
    page.extra.filters = std::iter::once(filters::words(site, lang)).chain(place).collect();
    page.extra.downloads.push(Item {
        title: site.say(lang, "agenda-ics"),
        url: site.url(lang, "/agenda/agenda.ics"),
        ..Item::default()
    });
    page
}
