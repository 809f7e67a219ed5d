//! References between files: every one must arrive somewhere.

use std::path::Path;

use crate::document::Located;
use crate::kinds::Kind;
use crate::loader::Loader;
use crate::source::parse_document_ref;
use crate::{Content, Finding};

/// Places of the portal that are not an item of content and may be linked with `@/`.
pub const FIXED_PLACES: &[&str] = &[
    "",
    "alerts",
    "receive-alerts",
    "guides",
    "advice",
    "publications",
    "datasets",
    "campaigns",
    "dossiers",
    "plans",
    "plans/compare",
    "help",
    "help/services",
    "permits",
    "permits/apply",
    "glossary",
    "projects",
    "calls",
    "agenda",
    "rules",
    "offline",
    "news",
    "search",
    "areas",
    "sitemap",
    "emergency",
    "about",
];

pub(crate) fn check(loader: &mut Loader, content: &Content) {
    check_articles(loader, content);
    check_plans(loader, content);
    for dataset in &content.datasets {
        check_sources(loader, content, &dataset.file, &dataset.sources);
        check_each(loader, &dataset.file, &dataset.publications, "publication", |id| {
            content.article("publications", id).is_some()
        });
    }
    check_registers(loader, content);
    crate::terms::check(loader, content);
}

fn check_articles(loader: &mut Loader, content: &Content) {
    for article in &content.articles {
        check_sources(loader, content, &article.file, &article.sources);
        for body in article.bodies.values() {
            for link in &body.links {
                if resolve(content, &link.value).is_none() {
                    loader
                        .push(Finding::error(&body.file, link.line, "link-broken").with("link", &link.value));
                }
            }
        }
        let datasets = match &article.kind {
            Kind::Publication(publication) => publication.datasets.as_slice(),
            Kind::Campaign(campaign) => campaign.datasets.as_slice(),
            Kind::Guide { scenario: Some(scenario) } => {
                let known =
                    content.scenarios.is_empty() || content.scenarios.iter().any(|s| s.id == scenario.value);
                if !known {
                    loader.push(unknown(&article.file, scenario, "scenario"));
                }
                &[]
            }
            Kind::Help(page) => {
                check_each(loader, &article.file, &page.services, "service", |id| {
                    content.help.service(id).is_some()
                });
                check_each(loader, &article.file, &page.pages, "page", |id| {
                    content.article("help", id).is_some()
                });
                &[]
            }
            _ => &[],
        };
        check_each(loader, &article.file, datasets, "dataset", |id| content.dataset(id).is_some());
    }
}

fn check_plans(loader: &mut Loader, content: &Content) {
    for plan in &content.plans {
        check_sources(loader, content, &plan.file, &plan.sources);
        for theme in &plan.themes {
            check_sources(loader, content, &theme.file, &theme.sources);
            for measure in &theme.measures {
                check_sources(loader, content, &theme.file, &measure.sources);
                check_each(loader, &theme.file, &measure.successor, "measure", |id| has_measure(content, id));
            }
        }
    }
}

fn check_registers(loader: &mut Loader, content: &Content) {
    let projects = Path::new("projects.toml");
    for project in &content.projects {
        check_sources(loader, content, projects, &project.sources);
        check_each(loader, projects, &project.measures, "measure", |id| has_measure(content, id));
        check_each(loader, projects, project.municipality.as_slice(), "municipality", |nis| {
            content.areas.municipality(nis).is_some()
        });
    }
    let glossary = Path::new("glossary.toml");
    for term in &content.glossary {
        check_sources(loader, content, glossary, &term.sources);
    }
    for call in &content.calls {
        check_sources(loader, content, Path::new("calls.toml"), &call.sources);
    }
    for event in &content.events {
        check_sources(loader, content, Path::new("events.toml"), &event.sources);
    }
    for bulletin in &content.bulletins {
        check_sources(loader, content, Path::new("bulletins.toml"), &bulletin.sources);
    }
    crate::local::check_bulletins(loader, content);
    for redirect in &content.redirects {
        if resolve(content, &redirect.to.value).is_none() {
            let finding = Finding::error(Path::new("redirects.toml"), redirect.to.line, "link-broken");
            loader.push(finding.with("link", &redirect.to.value));
        }
    }
    for scenario in &content.scenarios {
        if let Some(guide) = &scenario.guide
            && content.article("guides", &guide.value).is_none()
        {
            loader.push(unknown(Path::new("scenarios.toml"), guide, "guide"));
        }
    }
}

fn has_measure(content: &Content, reference: &str) -> bool {
    reference
        .split_once('/')
        .is_some_and(|(plan, number)| content.plan(plan).is_some_and(|p| p.measure(number).is_some()))
}

fn unknown(file: &Path, reference: &Located<String>, what: &str) -> Finding {
    Finding::error(file, reference.line, "unknown-reference")
        .with("value", &reference.value)
        .with("kind", what)
}

fn check_each(
    loader: &mut Loader,
    file: &Path,
    list: &[Located<String>],
    what: &str,
    known: impl Fn(&str) -> bool,
) {
    for reference in list.iter().filter(|r| !known(&r.value)) {
        loader.push(unknown(file, reference, what));
    }
}

fn check_sources(loader: &mut Loader, content: &Content, file: &Path, sources: &[Located<String>]) {
    for source in sources {
        let known = parse_document_ref(&source.value).is_some()
            || content.sources.iter().any(|s| s.id == source.value);
        if !known {
            loader.push(Finding::error(file, source.line, "bad-source").with("value", &source.value));
        }
    }
}

pub(crate) fn resolve(content: &Content, reference: &str) -> Option<String> {
    let (path, anchor) = match reference.split_once('#') {
        Some((path, anchor)) => (path, format!("#{anchor}")),
        None => (reference, String::new()),
    };
    let path = path.strip_prefix("@/")?.trim_matches('/');
    let found = if FIXED_PLACES.contains(&path) { Some(slashed(path)) } else { resolve_item(content, path) };
    found.map(|address| address + &anchor)
}

fn slashed(path: &str) -> String {
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}

fn resolve_item(content: &Content, path: &str) -> Option<String> {
    let (section, id) = path.split_once('/').unwrap_or((path, ""));
    let own = match section {
        "datasets" => content.dataset(id).map(|d| format!("/datasets/{}/", d.id)),
        "plans" => resolve_plan(content, id),
        "glossary" => anchor("glossary", content.glossary.iter().map(|t| &t.id), id),
        "projects" => anchor("projects", content.projects.iter().map(|p| &p.id), id),
        "areas" => content.areas.municipality(id).map(|m| format!("/areas/{}/", m.nis)),
        _ => None,
    };
    own.or_else(|| resolve_page(content, section, id))
}

fn anchor<'a>(page: &str, mut ids: impl Iterator<Item = &'a String>, id: &str) -> Option<String> {
    ids.find(|i| *i == id).map(|i| format!("/{page}/#{i}"))
}

fn resolve_page(content: &Content, section: &str, id: &str) -> Option<String> {
    if id.is_empty() {
        return content.page_sections().contains(&section).then(|| slashed(section));
    }
    let (section, id) = if section == "pages" { id.split_once('/')? } else { (section, id) };
    content.article(section, id).map(super::Article::path)
}

fn resolve_plan(content: &Content, rest: &str) -> Option<String> {
    let (plan, inner) = rest.split_once('/').unwrap_or((rest, ""));
    let plan = content.plan(plan)?;
    if inner.is_empty() {
        return Some(format!("/plans/{}/", plan.id));
    }
    let theme = inner.strip_prefix("theme-").and_then(|n| n.parse::<i64>().ok());
    let known = match theme {
        Some(number) => plan.themes.iter().any(|t| t.number == number),
        None => plan.measures().any(|(_, m)| m.number == inner || m.slug() == inner),
    };
    let slug = theme.map_or_else(|| crate::plan::slug(inner), |n| format!("theme-{n}"));
    known.then(|| format!("/plans/{}/{slug}/", plan.id))
}
