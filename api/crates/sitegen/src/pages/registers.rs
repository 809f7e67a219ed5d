//! Pages of the one-file kinds: glossary, projects, calls, agenda.

use safe_content::{Lang, Text, is_past};

use super::listing::frame;
use crate::filters;
use crate::order;
use crate::page::{Fact, Filter, Group, Item, Page};
use crate::site::{Site, Spoken, join};
use crate::spoken::pieces;

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

fn text(site: &Site<'_>, lang: Lang, text: Option<&Text>) -> Spoken {
    text.map(|t| site.text(lang, t)).unwrap_or_default()
}

fn plain(site: &Site<'_>, lang: Lang, text: Option<&Text>) -> String {
    text.map(|t| site.plain(lang, t)).unwrap_or_default()
}

/// Words that begin a line: French and Spanish write names of languages small.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What a term is called in another official language.
fn other_name(site: &Site<'_>, lang: Lang, other: Lang, words: &str) -> Fact {
    Fact {
        label: capital(&site.language(lang, other.as_str())),
        words: vec![Spoken::new(lang, other, words)],
        ..Fact::default()
    }
}

fn glossary(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = frame(site, lang, "glossary", "about");
    let item = |term: &safe_content::Term| {
        let spoken = site.text(lang, &term.term);
        let others = term
            .term
            .iter()
            .filter(|(l, words)| *l != lang && *words != spoken.words && (*l == Lang::FR || *l == Lang::NL))
            .map(|(l, words)| other_name(site, lang, l, words));
        Item {
            id: term.id.clone(),
            kicker: plain(site, lang, term.abbreviation.as_ref()),
            summary: site.text(lang, &term.definition),
            facts: others.collect(),
            ..spoken.into()
        }
    };
    let mut items: Vec<Item> = site.content.glossary.iter().map(item).collect();
    let order = order::names(lang);
    items.sort_by(|a, b| order(&a.title, &b.title));
    if let Some(doc) = page.search.as_mut() {
        doc.body = items
            .iter()
            .map(|i| join(&[i.title.clone(), i.kicker.clone(), i.summary.words.clone()], " "))
            .collect::<Vec<_>>()
            .join("\n");
    }
    page.extra.filters.push(filters::words(site, lang));
    page.extra.groups.push(Group { layout: "terms".to_owned(), items, ..Group::default() });
    page
}

fn projects(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = frame(site, lang, "projects", "plans");
    page.extra.crumbs = site.crumbs(lang, &[("/plans/", site.say(lang, "plans-title").into())]);
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
            let (number, name) = (theme.number, site.text(lang, &theme.title));
            let words = format!("{number}. {} ({}–{})", name.words, plan.from, plan.until);
            let title = Spoken { words, ..name };
            themes.push((format!("{}/{}", plan.id, theme.number), title));
            for measure in &theme.measures {
                let name = site.text(lang, &measure.title);
                let title = Spoken { words: format!("{} {}", measure.number, name.words), ..name };
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
            text(site, lang, project.owner.as_ref()),
            place.unwrap_or_default().into(),
            project.year.clone().unwrap_or_default().into(),
            amount.into(),
        ];
        Item {
            id: project.id.clone(),
            summary: text(site, lang, project.text.as_ref()),
            meta: pieces(meta),
            facets: [
                filters::facets("theme", project.themes.iter().map(String::as_str)),
                filters::facets("measure", project.measures.iter().map(|m| m.value.as_str())),
                filters::facets("nis", project.municipality.iter().map(|m| m.value.as_str())),
                filters::facets("audience", project.audiences.iter().map(String::as_str)),
            ]
            .concat(),
            ..title.into()
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
            let id = if is_past(day, &today) { "call-closed" } else { "call-open" };
            site.words.say_with(lang, id, &[("date", &site.date(lang, day))])
        });
        let budget = call.budget_eur.map(|b| {
            let amount = site.apart(lang, site.euro(lang, b));
            site.apart(lang, site.words.say_with(lang, "call-budget", &[("amount", &amount)]))
        });
        Item {
            id: call.id.clone(),
            kicker: state.unwrap_or_default(),
            summary: text(site, lang, call.text.as_ref()),
            meta: pieces([text(site, lang, call.audience.as_ref()), budget.unwrap_or_default().into()]),
            ..title.into()
        }
    };
    let is_open = |call: &&safe_content::Call| call.closes.as_ref().is_some_and(|day| !is_past(day, &today));
    let (open, past): (Vec<_>, Vec<_>) = site.content.calls.iter().partition(is_open);
    let group = |id: &str, calls: Vec<&safe_content::Call>| Group {
        id: id.to_owned(),
        title: site.say(lang, id),
        layout: "cards".to_owned(),
        items: calls.into_iter().map(card).collect(),
        ..Group::default()
    };
    let now = group("calls-open", open);
    page.extra.groups.push(if now.items.is_empty() { elsewhere(site, lang, now) } else { now });
    let past = group("calls-past", past);
    page.extra.groups.extend((!past.items.is_empty()).then_some(past));
    page
}

/// The expected effect of an event, the sentence in the reader's words around its own.
fn expected(site: &Site<'_>, lang: Lang, effect: &Text) -> Vec<Spoken> {
    const HERE: char = '\u{fffc}';
    let sentence = site.words.say_with(lang, "agenda-effect", &[("effect", &HERE.to_string())]);
    let (before, after) = sentence.split_once(HERE).unwrap_or((&sentence, ""));
    let around = |words: &str| Spoken::from(words.trim().to_owned());
    pieces([around(before), site.text(lang, effect), around(after)])
}

/// Without an open call: that there is none, and where else to look.
fn elsewhere(site: &Site<'_>, lang: Lang, group: Group) -> Group {
    let own = [("plans", "calls-and-projects"), ("plans", "subsidies"), ("about", "contact")];
    let own = own.into_iter().filter_map(|(section, id)| site.content.article(section, id));
    let news = site.link(lang, "/news/", site.say(lang, "news-title"));
    let items = std::iter::once(news).chain(own.map(|a| site.card(lang, a))).collect();
    Group { intro: site.say(lang, "calls-none"), layout: "index".to_owned(), items, ..group }
}

fn agenda(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = frame(site, lang, "agenda", "about");
    let today = site.today();
    let card = |event: &safe_content::Event| {
        let title = site.text(lang, &event.title);
        let meta = [
            text(site, lang, event.hours.as_ref()),
            text(site, lang, event.place.as_ref()),
            text(site, lang, event.audience.as_ref()),
            text(site, lang, event.owner.as_ref()),
        ];
        Item {
            id: event.id.clone(),
            url: event.url.clone().unwrap_or_default(),
            kicker: site.period(lang, Some(&event.date), event.until.as_deref().or(Some(&event.date))),
            summary: text(site, lang, event.text.as_ref()),
            note: event.effect.as_ref().map(|effect| expected(site, lang, effect)).unwrap_or_default(),
            facets: [
                filters::facets("year", event.date.get(..4)),
                filters::facets("nis", event.municipality.iter().map(|m| m.value.as_str())),
            ]
            .concat(),
            meta: pieces(meta),
            ..title.into()
        }
    };
    let is_over = |event: &&safe_content::Event| is_past(event.until.as_ref().unwrap_or(&event.date), &today);
    let (mut past, mut coming): (Vec<_>, Vec<_>) = site.content.events.iter().partition(is_over);
    coming.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
    past.sort_by(|a, b| (&b.date, &a.id).cmp(&(&a.date, &b.id)));
    for (id, events) in [("agenda-coming", coming), ("agenda-past", past)] {
        let group = Group { id: id.to_owned(), title: site.say(lang, id), ..Group::default() };
        page.extra.groups.push(if events.is_empty() {
            Group { intro: site.say(lang, &format!("{id}-none")), layout: "index".to_owned(), ..group }
        } else {
            Group { layout: "cards".to_owned(), items: events.into_iter().map(card).collect(), ..group }
        });
    }
    let municipalities = super::bulletins::municipalities(site, lang);
    let place =
        filters::choice("nis", site.say(lang, "filter-municipality"), &municipalities, &page.extra.groups);
    page.extra.filters = std::iter::once(filters::words(site, lang)).chain(place).collect();
    page.extra.downloads.extend(crate::downloads::has_calendar(site).then(|| Item {
        title: site.say(lang, "agenda-ics"),
        url: site.url(lang, "/agenda/agenda.ics"),
        ..Item::default()
    }));
    page
}
