//! The help section: doors, service cards, pocket card. Nothing here tells a bystander
//! what a page is about, and nothing that may not be public is ever read.

use std::collections::BTreeSet;

use safe_content::{Article, HelpPage, Kind, KnownHours, Lang, Located, Phone, Service};
use time::Duration;

use super::{articles, listing};
use crate::page::{Fact, Group, Item, Notice, Page, SearchDoc};
use crate::site::{DOT, Site, Spoken, join};
use crate::spoken::pieces;

/// Days after its date at which an entry disappears.
const HIDDEN_AFTER_DAYS: i64 = 60;

/// Situation of the services that anybody can call to talk.
const TALK: &str = "need-to-talk";

/// Topic of the page that says the same as the first page of the section.
const START: &str = "start";

/// Part whose pages lead to the booklet on paper, which the server makes.
const PROFESSIONALS: &str = "professionals";

/// Parts of the section, in the order of the first page.
const PARTS: [&str; 4] = ["victims", "change", PROFESSIONALS, "project"];

/// The first page of the section: the doors, then everything else by part.
#[must_use]
pub fn landing(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = listing::frame(site, lang, "help", "help");
    articles::discreet(site, lang, &mut page);
    page.extra.notices.push(Notice {
        tone: "danger".to_owned(),
        text: site.say(lang, "help-emergency"),
        ..Notice::default()
    });
    let pages: Vec<(&Article, &HelpPage)> =
        site.content.section("pages/help").into_iter().filter_map(help_page).collect();
    let doors: Vec<Item> =
        pages.iter().filter(|(_, p)| p.entry && p.topic != START).map(|(a, _)| site.card(lang, a)).collect();
    let mut find = site.link(lang, "/help/services/", site.say(lang, "help-services-find"));
    find.summary = site.say(lang, "help-services-lede").into();
    page.extra.groups.push(cards("doors", String::new(), doors.into_iter().chain([find]).collect()));
    for part in PARTS {
        let members = pages.iter().filter(|(_, p)| !p.entry && p.part == part);
        let items: Vec<Item> =
            members.map(|(a, _)| Item { summary: Spoken::default(), ..site.card(lang, a) }).collect();
        if !items.is_empty() {
            let title = site.say(lang, &format!("help-part-{part}"));
            page.extra.groups.push(Group { layout: "index".to_owned(), ..cards(part, title, items) });
        }
    }
    page
}

fn help_page(article: &Article) -> Option<(&Article, &HelpPage)> {
    match &article.kind {
        Kind::Help(page) => Some((article, page)),
        _ => None,
    }
}

fn cards(id: &str, title: String, items: Vec<Item>) -> Group {
    Group { id: id.to_owned(), title, layout: "cards".to_owned(), items, ..Group::default() }
}

/// Adds what a help page has beside its text.
pub fn fill(site: &Site<'_>, lang: Lang, article: &Article, help: &HelpPage, page: &mut Page) {
    articles::discreet(site, lang, page);
    if let Some((_, body)) = article.best(lang)
        && !body.neutral_title.is_empty()
    {
        page.extra.neutral_title = format!("{} – {}", body.neutral_title, site.say(lang, "brand"));
    }
    page.description = String::new();
    page.extra.sources = Vec::new();
    for (number, label) in &help.cards {
        let fact = Fact { label: site.plain(lang, label), text: number.clone(), ..Fact::default() };
        page.extra.facts.push(fact);
    }
    page.extra.timeline = articles::timeline(site, lang, &help.timeline);
    let services = ordered(site, lang, &help.services);
    if !services.is_empty() {
        let items = services.into_iter().map(|s| card(site, lang, s)).collect();
        page.extra.groups.push(Group {
            layout: "services".to_owned(),
            ..cards("services", site.say(lang, "help-services"), items)
        });
    }
    let named = help.pages.iter().filter_map(|p| site.content.article("help", &p.value));
    let mut more: Vec<Item> =
        named.map(|a| Item { summary: Spoken::default(), ..site.card(lang, a) }).collect();
    if help.part == PROFESSIONALS {
        more.push(site.link(lang, "/help/services/list.pdf", site.say(lang, "help-filter-brochure")));
    }
    if !more.is_empty() {
        page.extra.groups.push(Group {
            layout: "index".to_owned(),
            ..cards("more", site.say(lang, "page-related"), more)
        });
    }
}

/// Last day of freshness that an entry must have to be shown.
fn hidden_before(site: &Site<'_>) -> String {
    let day = site.today - Duration::days(HIDDEN_AFTER_DAYS);
    format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
}

/// Public services in the order given: the emergency numbers, then whoever can be reached,
/// those in the reader's language first and those whose language is not known last.
fn ordered<'s>(site: &'s Site<'_>, lang: Lang, ids: &[Located<String>]) -> Vec<&'s Service> {
    let limit = hidden_before(site);
    let mut services: Vec<&Service> = ids
        .iter()
        .filter_map(|id| site.content.help.service(&id.value))
        .filter(|s| s.is_public(&limit))
        .collect();
    services.sort_by_key(|s| (rank(lang, s) > 0 && !s.is_reachable(), rank(lang, s)));
    services
}

fn rank(lang: Lang, service: &Service) -> u8 {
    if service.emergency {
        0
    } else if service.languages.is_empty() {
        3
    } else if service.languages.iter().any(|l| l == lang.as_str()) {
        1
    } else {
        2
    }
}

/// The card of a service: name, sentence, numbers, what is known and what is not.
fn card(site: &Site<'_>, lang: Lang, service: &Service) -> Item {
    let name = site.text(lang, &service.name);
    let mut facts = Vec::new();
    let mut add = |id: &str, text: String| {
        if !text.is_empty() {
            facts.push(Fact { label: site.say(lang, id), text, ..Fact::default() });
        }
    };
    let to_confirm = site.say(lang, "help-to-confirm");
    // The server says of known hours whether somebody answers now; the sheet has all of them.
    let hours = match service.hours {
        KnownHours::Always => site.say(lang, "help-hours-all"),
        KnownHours::Unknown if service.has_contact() => to_confirm.clone(),
        _ => String::new(),
    };
    add("help-hours", hours);
    let separator = site.say(lang, "list-separator");
    let languages: Vec<String> = service.languages.iter().map(|l| site.language(lang, l)).collect();
    // Nobody asks in danger which languages are confirmed.
    let unknown = if service.emergency { String::new() } else { to_confirm };
    add("help-languages", if languages.is_empty() { unknown } else { languages.join(&separator) });
    for mail in &service.mails {
        add("help-mail", mail.clone());
    }
    for place in &service.places {
        let town =
            site.content.areas.municipality(&place.municipality).map(|m| m.label(lang)).unwrap_or_default();
        let name = place.name.clone().unwrap_or_default();
        add("help-places", join(&[name, place.address.clone(), format!("{} {town}", place.postcode)], ", "));
    }
    if let Some(website) = &service.website {
        let item = Item { title: website.clone(), url: website.clone(), ..Item::default() };
        facts.push(Fact { label: site.say(lang, "help-site"), items: vec![item], ..Fact::default() });
    }
    // A service of which nothing may be shown yet says so instead of leaving a gap.
    let stale = !service.emergency
        && service.expires_on.as_ref().is_some_and(|d| safe_content::is_past(&d.value, &site.today()));
    Item {
        // The server finds the card by it, when an editor has changed the service since.
        id: safe_content::help_code(&service.id),
        summary: site.text(lang, &service.description),
        note: if !service.is_reachable() {
            pieces([site.say(lang, "help-no-channel").into(), instead(site, lang, service).into()])
        } else if stale {
            vec![site.say(lang, "help-check-by-phone").into()]
        } else {
            Vec::new()
        },
        meta: service.alert.iter().map(|a| site.text(lang, a)).collect(),
        phones: service.phones.iter().map(|p| call(site, lang, p)).collect(),
        facts,
        ..name.into()
    }
}

/// Whom somebody can call who needs to talk while the service itself has no confirmed number.
fn instead(site: &Site<'_>, lang: Lang, service: &Service) -> String {
    let talks = |one: &Service| one.situations.iter().any(|situation| situation.value == TALK);
    if !talks(service) {
        return String::new();
    }
    let limit = hidden_before(site);
    let others = site.content.help.services.iter().filter(|one| talks(one) && one.is_public(&limit));
    let number = |one: &Service| {
        let languages: Vec<String> = one.languages.iter().map(|l| site.language(lang, l)).collect();
        let number = one.phones.iter().find(|phone| phone.kind == "voice")?;
        Some(format!("{} ({})", number.number, languages.join(&site.say(lang, "list-separator"))))
    };
    let numbers: Vec<String> =
        others.filter(|one| one.audiences.iter().any(|a| a.value == "everyone")).filter_map(number).collect();
    if numbers.is_empty() {
        return String::new();
    }
    let numbers = numbers.join(&site.say(lang, "list-separator"));
    site.words.say_with(lang, "help-call-instead", &[("numbers", &numbers)])
}

fn call(site: &Site<'_>, lang: Lang, phone: &Phone) -> crate::page::Call {
    let cost = phone.cost_visibility.iter().map(|c| match c.as_str() {
        "in_call_log" => site.say(lang, "help-in-call-log"),
        other => {
            let id = match other {
                "free" => "help-cost-free",
                "not_on_bill" => "help-cost-not-on-bill",
                "on_bill" => "help-cost-on-bill",
                "bill_unknown" => "help-cost-bill-unknown",
                "not_free" => "help-cost-not-free",
                _ => "help-cost-unknown",
            };
            site.say(lang, id)
        }
    });
    let label = phone.label.as_ref().map(|l| site.plain(lang, l)).unwrap_or_default();
    let parts: Vec<String> = std::iter::once(label).chain(cost).collect();
    crate::page::Call {
        number: phone.number.clone(),
        tel: if phone.kind == "voice" { dialled(&phone.number) } else { String::new() },
        note: join(&parts, DOT),
    }
}

/// The digits a telephone dials.
fn dialled(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

/// What the search engine gets about the sheet of each public service. Those for partners
/// alone are not among them, and a place is never part of it.
#[must_use]
pub fn search_docs(site: &Site<'_>) -> Vec<SearchDoc> {
    let limit = hidden_before(site);
    let mut docs = Vec::new();
    for service in site.content.help.services.iter().filter(|s| s.is_public(&limit)) {
        let code = safe_content::help_code(&service.id);
        let lists = [
            ("audience", &service.audiences),
            ("situation", &service.situations),
            ("need", &service.needs),
            ("topic", &service.topics),
        ];
        for lang in &site.settings.languages {
            let Some(name) = service.name.get(*lang) else { continue };
            let terms = lists.iter().flat_map(|(vocabulary, ids)| {
                ids.iter().filter_map(|id| site.content.help.term(vocabulary, &id.value))
            });
            let words = terms.filter_map(|term| term.text.get(*lang)).map(str::to_owned);
            let numbers = service.phones.iter().map(|phone| phone.number.clone());
            docs.push(SearchDoc {
                id: format!("service-{code}:{lang}"),
                kind: "help".to_owned(),
                lang: lang.to_string(),
                topic_id: format!("service-{code}"),
                title: name.to_owned(),
                summary: service.description.get(*lang).unwrap_or_default().to_owned(),
                body: words.chain(numbers).collect::<Vec<_>>().join(". "),
                url: format!("/{lang}/help/services/{code}/"),
                audience: service.audiences.iter().map(|a| a.value.clone()).collect(),
                municipality: service
                    .coverage
                    .iter()
                    .map(|c| c.value.clone())
                    .filter(|c| c.starts_with('2'))
                    .collect(),
            });
        }
    }
    docs
}

/// All public services, by audience. The server may answer the same address with the
/// directory's filters; this page is what remains without it.
#[must_use]
pub fn services(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = site.page(lang, "/help/services/", "page.html", site.say(lang, "help-services"), "help");
    articles::discreet(site, lang, &mut page);
    page.extra.lede = site.say(lang, "help-services-lede").into();
    page.extra.crumbs = site.crumbs(lang, &[("/help/", site.say(lang, "help-title").into())]);
    let ids: Vec<Located<String>> =
        site.content.help.services.iter().map(|s| Located { value: s.id.clone(), line: 0 }).collect();
    let all = ordered(site, lang, &ids);
    let mut shown = BTreeSet::new();
    for term in site.content.help.terms.iter().filter(|t| t.vocabulary == "audience") {
        let members: Vec<&&Service> = all
            .iter()
            .filter(|s| s.audiences.first().is_some_and(|a| a.value == term.id) && shown.insert(s.id.clone()))
            .collect();
        if !members.is_empty() {
            let items = members.into_iter().map(|s| card(site, lang, s)).collect();
            let title = Spoken::new(lang, lang, &site.plain(lang, &term.text)).words;
            page.extra.groups.push(Group {
                layout: "services".to_owned(),
                ..cards(&format!("a-{}", term.id), title, items)
            });
        }
    }
    page
}
