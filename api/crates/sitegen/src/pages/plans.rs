//! Plans: overview, themes, measures, comparison.

use safe_content::{Lang, Measure, Plan, Text, Theme};

use super::search_doc;
use crate::page::{Fact, Group, Item, Page, Table, Tag};
use crate::site::{DOT, Site};
use crate::spoken::official;

/// Every page about plans in a language.
#[must_use]
pub fn build(site: &Site<'_>, lang: Lang) -> Vec<Page> {
    let mut pages = vec![overview(site, lang), compare(site, lang)];
    for plan in &site.content.plans {
        pages.push(plan_page(site, lang, plan));
        for theme in &plan.themes {
            pages.push(theme_page(site, lang, plan, theme));
        }
        let measures: Vec<(&Theme, &Measure)> = plan.measures().collect();
        for at in 0..measures.len() {
            pages.push(measure_page(site, lang, plan, &measures, at));
        }
    }
    pages
}

pub(crate) fn plan_path(plan: &Plan) -> String {
    format!("/plans/{}/", plan.id)
}

fn theme_path(plan: &Plan, theme: &Theme) -> String {
    format!("/plans/{}/theme-{}/", plan.id, theme.number)
}

/// Address of a measure, without language.
#[must_use]
pub fn measure_path(plan: &Plan, measure: &Measure) -> String {
    format!("/plans/{}/{}/", plan.id, measure.slug())
}

fn overview(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = site.page(lang, "/plans/", "page.html", site.say(lang, "plans-title"), "plans");
    page.description = site.say(lang, "plans-lede");
    page.extra.lede = page.description.clone().into();
    page.extra.crumbs = site.crumbs(lang, &[]);
    let mut plans: Vec<&Plan> = site.content.plans.iter().collect();
    plans.sort_by_key(|p| std::cmp::Reverse(p.from));
    let mut items: Vec<Item> = plans.iter().map(|p| plan_card(site, lang, p)).collect();
    if plans.len() > 1 {
        let mut item = site.link(lang, "/plans/compare/", site.say(lang, "compare-title"));
        item.summary = site.say(lang, "compare-lede").into();
        items.push(item);
    }
    page.extra.groups.push(Group { layout: "cards".to_owned(), items, ..Group::default() });
    let about = super::listing::section_pages(site, lang, "plans");
    page.extra.groups.extend((!about.items.is_empty()).then_some(about));
    page
}

fn plan_card(site: &Site<'_>, lang: Lang, plan: &Plan) -> Item {
    let state = if plan.current { "plan-current" } else { "plan-former" };
    let counts = [("themes", plan.theme_count.to_string()), ("measures", plan.measure_count.to_string())];
    let counts: Vec<(&str, &str)> = counts.iter().map(|(n, v)| (*n, v.as_str())).collect();
    Item {
        kicker: site.say(lang, state),
        meta: vec![site.words.say_with(lang, "plan-counts", &counts).into()],
        ..text_link(site, lang, &plan_path(plan), &plan.title)
    }
}

fn text_link(site: &Site<'_>, lang: Lang, path: &str, text: &Text) -> Item {
    site.link(lang, path, site.text(lang, text))
}

/// Frame of a page whose words come from texts: fallback notice, languages, sources.
fn text_page(site: &Site<'_>, lang: Lang, path: &str, title: &Text, lede: &Text) -> Page {
    let mut page = site.page(lang, path, "page.html", site.plain(lang, title), "plans");
    page.extra.lede = site.text(lang, lede);
    page.description = crate::output::cut(&page.extra.lede.words, 200);
    page.exists = title.langs().filter(|l| site.settings.languages.contains(l)).collect();
    if let Some((found, _)) = title.best(lang).filter(|(found, _)| *found != lang) {
        page.extra.canonical = format!("{}{}", site.base_url, site.url(found, path));
        page.extra.body_lang = found.to_string();
        page.extra.body_dir = found.dir().to_owned();
        page.extra.noindex = true;
        page.extra.notices.push(site.fallback_notice(lang, found, path, &page.exists));
    }
    page
}

fn plan_page(site: &Site<'_>, lang: Lang, plan: &Plan) -> Page {
    let mut page = text_page(site, lang, &plan_path(plan), &plan.title, &plan.summary);
    page.extra.crumbs = site.crumbs(lang, &[("/plans/", site.say(lang, "plans-title").into())]);
    let state = if plan.current { "plan-current" } else { "plan-former" };
    page.extra.tags.push(Tag { title: site.say(lang, state), tone: "accent".to_owned() });
    let card = |theme: &Theme| Item {
        kicker: site.words.say_with(lang, "plan-theme", &[("number", &theme.number.to_string())]),
        summary: site.text(lang, &theme.summary),
        ..text_link(site, lang, &theme_path(plan, theme), &theme.title)
    };
    let items = plan.themes.iter().map(card).collect();
    page.extra.groups.push(Group {
        id: "themes".to_owned(),
        title: site.say(lang, "plan-themes"),
        layout: "cards".to_owned(),
        items,
        ..Group::default()
    });
    page.extra.sources = site.sources(lang, &plan.sources);
    for (id, extension) in [("plan-csv", "csv"), ("plan-json", "json")] {
        let url = site.url(lang, &format!("{}{}.{extension}", plan_path(plan), plan.id));
        page.extra.downloads.push(Item { title: site.say(lang, id), url, ..Item::default() });
    }
    page.extra.jsonld = crate::downloads::plan_jsonld(site, lang, plan);
    finish(lang, &mut page, "plan", &format!("plans/{}", plan.id), String::new());
    page
}

fn theme_page(site: &Site<'_>, lang: Lang, plan: &Plan, theme: &Theme) -> Page {
    let mut page = text_page(site, lang, &theme_path(plan, theme), &theme.title, &theme.summary);
    page.extra.kicker = site.words.say_with(lang, "plan-theme", &[("number", &theme.number.to_string())]);
    page.extra.crumbs = site.crumbs(
        lang,
        &[
            ("/plans/", site.say(lang, "plans-title").into()),
            (&plan_path(plan), site.text(lang, &plan.title)),
        ],
    );
    let card = |measure: &Measure| Item {
        kicker: measure.number.clone(),
        ..text_link(site, lang, &measure_path(plan, measure), &measure.title)
    };
    page.extra.groups.push(Group {
        id: "measures".to_owned(),
        title: site.say(lang, "plan-measures"),
        layout: "cards".to_owned(),
        items: theme.measures.iter().map(card).collect(),
        ..Group::default()
    });
    page.extra.sources = site.sources(lang, &theme.sources);
    let body = page.extra.kicker.clone();
    finish(lang, &mut page, "plan", &format!("plans/{}/theme-{}", plan.id, theme.number), body);
    page
}

fn measure_page(
    site: &Site<'_>,
    lang: Lang,
    plan: &Plan,
    measures: &[(&Theme, &Measure)],
    at: usize,
) -> Page {
    let (theme, measure) = measures[at];
    let mut page = text_page(site, lang, &measure_path(plan, measure), &measure.title, &measure.text);
    page.extra.kicker = site.words.say_with(lang, "plan-measure", &[("number", &measure.number)]);
    page.extra.crumbs = site.crumbs(
        lang,
        &[
            ("/plans/", site.say(lang, "plans-title").into()),
            (&plan_path(plan), site.text(lang, &plan.title)),
            (&theme_path(plan, theme), site.text(lang, &theme.title)),
        ],
    );
    page.extra.facts = facts(site, lang, plan, measure);
    let others = theme.measures.iter().filter(|m| m.number != measure.number).map(|m| {
        let mut item = text_link(site, lang, &measure_path(plan, m), &m.title);
        item.title = format!("{} {}", m.number, item.title);
        item
    });
    page.extra.aside = Group {
        id: "siblings".to_owned(),
        title: site.words.say_with(lang, "plan-theme", &[("number", &theme.number.to_string())]),
        items: others.collect(),
        ..Group::default()
    };
    let mut near = Vec::new();
    for (id, place) in [("plan-previous", at.checked_sub(1)), ("plan-next", at.checked_add(1))] {
        if let Some((_, other)) = place.and_then(|p| measures.get(p)) {
            let link = text_link(site, lang, &measure_path(plan, other), &other.title);
            let kicker = format!("{}{DOT}{}", site.say(lang, id), other.number);
            near.push(Item { kicker, ..link });
        }
    }
    page.extra.groups.push(Group { layout: "cards".to_owned(), items: near, ..Group::default() });
    page.extra.sources = site.sources(lang, &measure.sources);
    // People know a measure by its number.
    let body = format!("{}\n{}", page.extra.kicker, site.plain(lang, &measure.text));
    finish(lang, &mut page, "measure", &format!("plans/{}/{}", plan.id, measure.slug()), body);
    page
}

/// The phase of a measure in the reader's words; as printed when it is another.
#[must_use]
pub fn phase(site: &Site<'_>, lang: Lang, printed: &str) -> String {
    let id = match printed {
        "Prévention" => "phase-prevention",
        "Réaction" => "phase-reaction",
        "Suivi" => "phase-follow-up",
        other => return other.to_owned(),
    };
    site.say(lang, id)
}

fn facts(site: &Site<'_>, lang: Lang, plan: &Plan, measure: &Measure) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |id: &str, text: String, items: Vec<Item>| {
        if !text.is_empty() || !items.is_empty() {
            facts.push(Fact { label: site.say(lang, id), text, items, ..Fact::default() });
        }
    };
    let phase = measure.phase.as_ref().map(|p| phase(site, lang, p)).unwrap_or_default();
    add("plan-phase", phase, Vec::new());
    add("plan-partners", String::new(), partners(lang, measure));
    let status =
        measure.status.as_ref().map(|s| site.say(lang, &format!("plan-status-{s}"))).unwrap_or_default();
    add("plan-status", status, Vec::new());
    add("plan-successor", String::new(), related(site, lang, plan, measure));
    let reference = format!("{}/{}", plan.id, measure.number);
    let projects = site.content.projects.iter().filter(|p| p.measures.iter().any(|m| m.value == reference));
    add(
        "plan-projects",
        String::new(),
        projects.map(|p| text_link(site, lang, &format!("/projects/#{}", p.id), &p.title)).collect(),
    );
    facts
}

/// Who carries a measure, as printed in the reader's official language.
fn partners(lang: Lang, measure: &Measure) -> Vec<Item> {
    measure.partners.iter().flat_map(|printed| official(lang, printed)).map(Item::from).collect()
}

/// Measures of other plans on the same subject, whichever side names the other.
fn related(site: &Site<'_>, lang: Lang, plan: &Plan, measure: &Measure) -> Vec<Item> {
    let own = format!("{}/{}", plan.id, measure.number);
    let mut items = Vec::new();
    for other in site.content.plans.iter().filter(|p| p.id != plan.id) {
        for (_, candidate) in other.measures() {
            let reference = format!("{}/{}", other.id, candidate.number);
            let named = measure.successor.iter().any(|s| s.value == reference);
            if named || candidate.successor.iter().any(|s| s.value == own) {
                let mut item = text_link(site, lang, &measure_path(other, candidate), &candidate.title);
                item.title = format!("{} – {}", candidate.number, item.title);
                items.push(item);
            }
        }
    }
    items
}

fn compare(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = site.page(lang, "/plans/compare/", "page.html", site.say(lang, "compare-title"), "plans");
    page.description = site.say(lang, "compare-lede");
    page.extra.lede = page.description.clone().into();
    page.extra.crumbs = site.crumbs(lang, &[("/plans/", site.say(lang, "plans-title").into())]);
    let mut plans: Vec<&Plan> = site.content.plans.iter().collect();
    plans.sort_by_key(|p| p.from);
    let [older, newer] = plans.as_slice() else {
        page.hidden = true;
        return page;
    };
    let mut rows = Vec::new();
    for (_, measure) in older.measures() {
        let there = related(site, lang, older, measure);
        if !there.is_empty() {
            let mut here = text_link(site, lang, &measure_path(older, measure), &measure.title);
            here.title = format!("{} – {}", measure.number, here.title);
            rows.push(vec![vec![here], there]);
        }
    }
    page.extra.table = Table {
        caption: site.say(lang, "compare-caption"),
        head: vec![site.text(lang, &older.title), site.text(lang, &newer.title)],
        rows,
    };
    page
}

fn finish(lang: Lang, page: &mut Page, kind: &str, topic: &str, body: String) {
    if page.exists.contains(&lang) {
        page.search = Some(search_doc(lang, kind, topic, page, body));
    }
}
