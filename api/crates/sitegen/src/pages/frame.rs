//! Pages that belong to the portal itself: front page, alerts, receive alerts, shells,
//! not found, site map.

use safe_content::{Kind, Lang};

use super::{articles, listing, search_doc};
use crate::order;
use crate::page::{Choice, Group, Item, MunicipalityChoice, Page};
use crate::site::Site;

/// CAP severities that a subscriber can choose as minimum, mildest first.
const SEVERITIES: [&str; 4] = ["Minor", "Moderate", "Severe", "Extreme"];
/// CAP 1.2 categories.
const CATEGORIES: [&str; 12] = [
    "Met",
    "Geo",
    "Safety",
    "Security",
    "Rescue",
    "Fire",
    "Health",
    "Env",
    "Transport",
    "Infra",
    "CBRNE",
    "Other",
];

/// The portal's own pages in a language, except the site map.
#[must_use]
pub fn build(site: &Site<'_>, lang: Lang) -> Vec<Page> {
    vec![
        home(site, lang),
        alerts(site, lang),
        receive(site, lang),
        offline(site, lang),
        shell(site, lang, false),
        shell(site, lang, true),
        not_found(site, lang),
    ]
}

fn home(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = site.page(lang, "/", "home.html", site.say(lang, "home-title"), "");
    page.description = site.say(lang, "home-lede");
    page.extra.feed = format!("/api/v1/alerts.atom?lang={lang}");
    let task = |(key, path): (&str, &str)| Item {
        id: key.to_owned(),
        summary: site.say(lang, &format!("home-task-{key}-text")).into(),
        ..site.link(lang, path, site.say(lang, &format!("home-task-{key}")))
    };
    let tasks = [
        ("guides", "/guides/"),
        ("advice", "/advice/"),
        ("help", "/help/"),
        ("permits", "/permits/"),
        ("observatory", "/publications/"),
        ("plans", "/plans/"),
    ];
    let say = |id: &str| site.say(lang, id);
    let mut groups = vec![Group {
        id: "tasks".to_owned(),
        title: say("home-tasks"),
        layout: "cards".to_owned(),
        items: tasks.into_iter().map(task).collect(),
        ..Group::default()
    }];
    let guides = site.content.section("guides").into_iter().map(|a| site.card(lang, a)).collect();
    groups.push(more(
        site,
        lang,
        Group {
            id: "reflexes".to_owned(),
            title: say("home-guides"),
            layout: "index".to_owned(),
            items: guides,
            ..Group::default()
        },
        "/guides/",
    ));
    let news = listing::news_cards(site, lang, 3);
    groups.push(more(
        site,
        lang,
        Group {
            id: "news".to_owned(),
            title: say("home-news"),
            layout: "cards".to_owned(),
            items: news,
            ..Group::default()
        },
        "/news/",
    ));
    groups.push(more(
        site,
        lang,
        Group {
            id: "latest".to_owned(),
            title: say("home-publications"),
            layout: "cards".to_owned(),
            items: latest_publications(site, lang),
            ..Group::default()
        },
        "/publications/",
    ));
    page.extra.groups = groups.into_iter().filter(|g| !g.items.is_empty()).collect();
    page.extra.jsonld = crate::output::script_json(&serde_json::json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": site.say(lang, "brand"),
        "inLanguage": lang.as_str(),
        "url": format!("{}{}", site.base_url, site.url(lang, "/")),
        "potentialAction": {
            "@type": "SearchAction",
            "target": format!("{}/{lang}/search?q={{search_term_string}}", site.base_url),
            "query-input": "required name=search_term_string",
        },
    }));
    page
}

fn more(site: &Site<'_>, lang: Lang, group: Group, path: &str) -> Group {
    Group {
        more: site.url(lang, path),
        more_title: site.words.say_with(lang, "see-all-of", &[("title", &group.title)]),
        ..group
    }
}

fn latest_publications(site: &Site<'_>, lang: Lang) -> Vec<Item> {
    let mut published = Vec::new();
    for article in site.content.section("publications") {
        if let Kind::Publication(publication) = &article.kind
            && !publication.planned
        {
            published.push((publication.date.clone(), article));
        }
    }
    published.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    let card = |(date, article): (Option<String>, &safe_content::Article)| Item {
        kicker: date.map(|d| site.date(lang, &d)).unwrap_or_default(),
        ..site.card(lang, article)
    };
    published.into_iter().take(3).map(card).collect()
}

fn alerts(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = listing::frame(site, lang, "alerts", "alerts");
    page.template = "alerts.html";
    page.extra.feed = format!("/api/v1/alerts.atom?lang={lang}");
    let guides: Vec<Item> = site.content.section("guides").into_iter().map(|a| site.card(lang, a)).collect();
    if !guides.is_empty() {
        page.extra.groups.push(Group {
            id: "guides".to_owned(),
            title: site.say(lang, "alerts-guides"),
            layout: "index".to_owned(),
            items: guides,
            ..Group::default()
        });
    }
    page
}

fn receive(site: &Site<'_>, lang: Lang) -> Page {
    let mut page =
        site.page(lang, "/receive-alerts/", "receive.html", site.say(lang, "receive-title"), "alerts");
    page.description = site.say(lang, "push-lede");
    page.extra.crumbs = site.crumbs(lang, &[("/alerts/", site.say(lang, "alerts-title").into())]);
    let choice = |m: &safe_content::Municipality| MunicipalityChoice {
        nis: m.nis.clone(),
        name: m.label(lang),
        postcodes: m.postcodes.join(", "),
    };
    page.extra.municipalities = site.content.areas.municipalities.iter().map(choice).collect();
    let order = order::names(lang);
    page.extra.municipalities.sort_by(|a, b| order(&a.name, &b.name));
    let severity = |value: &str| {
        let id = format!("severity-{}", value.to_lowercase());
        Choice {
            value: value.to_owned(),
            title: site.say(lang, &id).into(),
            hint: site.say(lang, &format!("{id}-hint")),
        }
    };
    page.extra.severities = SEVERITIES.into_iter().map(severity).collect();
    let category = |value: &str| Choice {
        value: value.to_owned(),
        title: site.say(lang, &format!("category-{}", value.to_lowercase())).into(),
        hint: String::new(),
    };
    page.extra.categories = CATEGORIES.into_iter().map(category).collect();
    page.search = Some(search_doc(lang, "page", "receive-alerts", &page, site.say(lang, "push-privacy")));
    page
}

/// The page that reads and searches what the device keeps.
fn offline(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = site.page(lang, "/offline/", "offline.html", site.say(lang, "offline-title"), "guides");
    page.description = site.say(lang, "offline-lede");
    page.extra.lede = page.description.clone().into();
    page.extra.crumbs = site.crumbs(lang, &[]);
    page.extra.groups.push(Group {
        id: "kept".to_owned(),
        title: site.say(lang, "guides-title"),
        layout: "index".to_owned(),
        items: site.content.section("guides").into_iter().map(|a| site.card(lang, a)).collect(),
        ..Group::default()
    });
    page
}

fn shell(site: &Site<'_>, lang: Lang, help: bool) -> Page {
    let path = if help { "/help/shell/" } else { "/shell/" };
    let mut page = site.page(lang, path, "shell.html", site.say(lang, "shell-title"), "");
    if help {
        articles::discreet(site, lang, &mut page);
        page.extra.notices.clear();
    }
    page.extra.dynamic = true;
    page.extra.noindex = true;
    page.hidden = true;
    page
}

fn not_found(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = site.page(lang, "/404/", "page.html", site.say(lang, "not-found-title"), "");
    page.extra.lede = site.say(lang, "not-found-text").into();
    page.extra.noindex = true;
    page.hidden = true;
    let ways = [
        ("/", "home"),
        ("/alerts/", "alerts-title"),
        ("/guides/", "guides-title"),
        ("/advice/", "advice-title"),
        ("/help/", "help-title"),
        ("/sitemap/", "sitemap-title"),
    ];
    let items = ways.into_iter().map(|(path, title)| site.link(lang, path, site.say(lang, title))).collect();
    page.extra.groups.push(Group { layout: "index".to_owned(), items, ..Group::default() });
    page
}
