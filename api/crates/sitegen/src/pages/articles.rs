//! Pages of long-text items: guides, advice, publications, campaigns, dossiers, news,
//! and the pages of the section folders.

use safe_content::markdown::plain_text;
use safe_content::{Article, Body, Campaign, Dossier, HistoryRow, Kind, Lang, Publication};

use super::{datasets, help, permits, search_doc};
use crate::page::{Fact, Group, Item, Moment, Notice, Page, Tag, Work};
use crate::site::{Site, Spoken};

/// Entries of the side column.
const SIBLINGS: usize = 9;

/// The page of an item in a language; none when the item has no text at all.
#[must_use]
pub fn build(site: &Site<'_>, lang: Lang, article: &Article) -> Option<Page> {
    let (found, body) = article.best(lang)?;
    let path = article.path();
    let section = article.section.strip_prefix("pages/").unwrap_or(&article.section);
    let mut page = site.page(lang, &path, "page.html", body.title.clone(), area(section));
    page.description.clone_from(&body.summary);
    page.body = crate::tables::name_cells(&site.resolve_links(lang, &body.markdown));
    page.exists = article.bodies.keys().filter(|l| site.settings.languages.contains(l)).copied().collect();
    page.extra.lede = Spoken::new(lang, found, &body.summary);
    let (list, name) = way(site, lang, section);
    page.extra.crumbs = site.crumbs(lang, &[(&list, name)]);
    page.extra.sources = site.sources(lang, &article.sources);
    page.extra.links = site.links(lang, &article.links);
    if !article.updated.is_empty() {
        let date = site.date(lang, &article.updated);
        page.extra.updated = site.words.say_with(lang, "page-updated", &[("date", &date)]);
    }
    mark_state(site, lang, article, found, body, &mut page);
    fill_kind(site, lang, article, &mut page);
    if !matches!(article.kind, Kind::Help(_)) {
        page.extra.aside = siblings(site, lang, article);
    }
    if !matches!(article.kind, Kind::Help(_)) {
        page.extra.terms = super::terms::explained(site, lang, &page.body);
    }
    page.extra.jsonld = jsonld(site, lang, article, found, &page);
    if found == lang {
        page.search = Some(search(lang, article, body, &page));
    }
    Some(page)
}

/// Key of the main navigation for a section.
fn area(section: &str) -> &str {
    match section {
        "publications" | "datasets" => "observatory",
        "campaigns" => "advice",
        "dossiers" => "observatory",
        "emergency" => "guides",
        other => other,
    }
}

/// The list page that an item belongs to: its path and name.
fn way(site: &Site<'_>, lang: Lang, section: &str) -> (String, Spoken) {
    (format!("/{section}/"), super::listing::section_title(site, lang, section))
}

/// Other items of the same section, for the side column.
fn siblings(site: &Site<'_>, lang: Lang, article: &Article) -> Group {
    let all = site.content.section(&article.section);
    let at = all.iter().position(|a| a.id == article.id).unwrap_or(0);
    let from = at.saturating_sub(SIBLINGS / 2).min(all.len().saturating_sub(SIBLINGS + 1));
    let near = all.into_iter().skip(from).take(SIBLINGS + 1).filter(|a| a.id != article.id);
    let items: Vec<Item> = near.map(|a| Item { summary: Spoken::default(), ..site.card(lang, a) }).collect();
    Group { id: "siblings".to_owned(), title: site.say(lang, "section-more"), items, ..Group::default() }
}

fn mark_state(site: &Site<'_>, lang: Lang, article: &Article, found: Lang, body: &Body, page: &mut Page) {
    if found != lang {
        page.extra.body_lang = found.to_string();
        page.extra.body_dir = found.dir().to_owned();
        page.extra.noindex = true;
        page.extra.notices.push(site.fallback_notice(lang, found, &page.path, &page.exists));
    }
    if body.review == "draft" {
        page.extra.notices.push(Notice {
            tone: "warn".to_owned(),
            title: site.say(lang, "page-draft"),
            text: site.say(lang, "page-draft-text"),
            links: Vec::new(),
        });
    }
    page.extra.canonical = format!("{}{}", site.base_url, site.url(found, &article.path()));
}

fn fill_kind(site: &Site<'_>, lang: Lang, article: &Article, page: &mut Page) {
    match &article.kind {
        Kind::Advice(advice) => {
            let words = |prefix: &str, list: &[String]| -> Vec<Tag> {
                list.iter()
                    .map(|w| Tag { title: site.say(lang, &format!("{prefix}-{w}")), tone: String::new() })
                    .collect()
            };
            page.extra.tags = words("subject", &advice.subjects);
            page.extra.tags.extend(words("place", &advice.places));
            page.extra.tags.extend(words("moment", &advice.moments));
            page.extra.tags.extend(words("audience", &advice.audiences));
            if advice.online_report {
                page.extra.notices.push(Notice {
                    title: site.say(lang, "advice-online-report"),
                    text: site.say(lang, "advice-online-report-yes"),
                    ..Notice::default()
                });
            }
        }
        Kind::Publication(publication) => {
            fill_publication(site, lang, publication, page);
            let printed_in = article.source_lang.unwrap_or(lang);
            page.extra.facts.extend(citation(site, lang, publication, printed_in));
        }
        Kind::Campaign(campaign) => fill_campaign(site, lang, article, campaign, page),
        Kind::Dossier(dossier) => fill_dossier(site, lang, dossier, page),
        Kind::News { date, .. } => page.extra.kicker = site.date(lang, date),
        Kind::Help(own) => help::fill(site, lang, article, own, page),
        Kind::Page if article.section == "pages/permits" => permits::fill(site, lang, &article.id, page),
        Kind::Guide { .. } => page.extra.kind = "guide".to_owned(),
        Kind::Page => {}
    }
}

fn fact(label: String, text: String) -> Option<Fact> {
    (!text.is_empty()).then_some(Fact { label, text, ..Fact::default() })
}

fn fill_publication(site: &Site<'_>, lang: Lang, publication: &Publication, page: &mut Page) {
    let say = |id: &str| site.say(lang, id);
    let series = say(&format!("series-{}", publication.series));
    page.extra.kicker.clone_from(&series);
    if publication.planned {
        page.extra.tags.push(Tag { title: say("publication-planned"), tone: "warn".to_owned() });
    }
    let languages: Vec<String> = publication.languages.iter().map(|l| site.language(lang, l)).collect();
    let date = publication.date.as_ref().map(|d| site.date(lang, d)).unwrap_or_default();
    let rows = [
        fact(say("publication-series"), series),
        fact(say("publication-number"), publication.number.clone().unwrap_or_default()),
        fact(say("publication-date"), date),
        fact(say("publication-languages"), languages.join(", ")),
        fact(say("publication-legal-deposit"), publication.legal_deposit.clone().unwrap_or_default()),
    ];
    page.extra.facts = rows.into_iter().flatten().collect();
    page.extra.split = true;
    let named = publication.datasets.iter().filter_map(|d| site.content.dataset(&d.value));
    page.extra.figures = named.map(|d| datasets::figure(site, lang, d, true)).collect();
}

/// How a publication is cited: the title of the work as it was printed, the words around it in
/// the reader's language.
fn citation(site: &Site<'_>, lang: Lang, publication: &Publication, printed_in: Lang) -> Option<Fact> {
    let line = site.text(lang, publication.citation.as_ref()?);
    let label = site.say(lang, "publication-citation");
    if !line.lang.is_empty() {
        // Not yet in the reader's language: one line, marked as a whole.
        let item = Item { title: line.words.replace('*', ""), ..line.into() };
        return Some(Fact { label, items: vec![item], ..Fact::default() });
    }
    let mut parts = line.words.splitn(3, '*');
    let before = parts.next().unwrap_or_default().to_owned();
    let work = parts.next().map(|title| {
        let title = Spoken::new(lang, printed_in, title);
        let after = parts.next().unwrap_or_default().to_owned();
        Work { title: title.words, lang: title.lang, dir: title.dir, after }
    });
    Some(Fact { label, text: before, work, ..Fact::default() })
}

fn words_of(site: &Site<'_>, lang: Lang, prefix: &str, list: &[String]) -> String {
    let word = |w: &String| {
        let named = site.words.find(lang, &format!("{prefix}-{w}"), &[]);
        named.unwrap_or_else(|| w.replace('-', " "))
    };
    list.iter().map(word).collect::<Vec<_>>().join(site.say(lang, "list-separator").as_str())
}

fn fill_campaign(site: &Site<'_>, lang: Lang, article: &Article, campaign: &Campaign, page: &mut Page) {
    let say = |id: &str| site.say(lang, id);
    let state = if campaign.archived { "campaign-archived" } else { "campaign-current" };
    let tone = if campaign.archived { "" } else { "ok" };
    page.extra.tags.push(Tag { title: say(state), tone: tone.to_owned() });
    let languages: Vec<String> = campaign.languages.iter().map(|l| site.language(lang, l)).collect();
    let rows = [
        fact(say("campaign-period"), site.period(lang, campaign.from.as_deref(), campaign.until.as_deref())),
        fact(say("campaign-audiences"), words_of(site, lang, "audience", &campaign.audiences)),
        fact(say("campaign-channels"), words_of(site, lang, "channel", &campaign.channels)),
        fact(say("campaign-themes"), words_of(site, lang, "theme", &campaign.themes)),
        fact(say("campaign-languages"), languages.join(", ")),
    ];
    page.extra.facts = rows.into_iter().flatten().collect();
    page.extra.split = true;
    let named = campaign.datasets.iter().filter_map(|d| site.content.dataset(&d.value));
    page.extra.figures = named.map(|d| datasets::figure(site, lang, d, true)).collect();
    super::kit::fill(site, lang, article, campaign, page);
}

fn fill_dossier(site: &Site<'_>, lang: Lang, dossier: &Dossier, page: &mut Page) {
    let say = |id: &str| site.say(lang, id);
    if dossier.archived {
        page.extra.notices.push(Notice { text: say("dossier-archived"), ..Notice::default() });
    }
    let level = dossier.level.as_ref().map(|l| say(&format!("level-{l}"))).unwrap_or_default();
    let authority = dossier.authority.as_ref().map(|a| site.text(lang, a)).unwrap_or_default();
    let rows = [
        fact(say("campaign-period"), site.period(lang, dossier.from.as_deref(), dossier.until.as_deref())),
        fact(say("dossier-level"), level),
    ];
    page.extra.facts = rows.into_iter().flatten().collect();
    if !authority.is_empty() {
        let label = say("dossier-authority");
        page.extra.facts.push(Fact { label, words: vec![authority], ..Fact::default() });
    }
    page.extra.split = true;
    page.extra.timeline = timeline(site, lang, &dossier.history);
}

/// What happened when, as a page shows it.
pub fn timeline(site: &Site<'_>, lang: Lang, rows: &[HistoryRow]) -> Vec<Moment> {
    let moment = |row: &HistoryRow| {
        let spoken = site.text(lang, &row.text);
        Moment {
            date: row.date.clone(),
            shown: site.date(lang, &row.date),
            text: spoken.words,
            lang: spoken.lang,
            dir: spoken.dir,
        }
    };
    rows.iter().map(moment).collect()
}

/// Makes a page of the help section tell a bystander nothing.
pub fn discreet(site: &Site<'_>, lang: Lang, page: &mut Page) {
    page.extra.help = true;
    page.extra.area = "help".to_owned();
    page.extra.neutral_title = site.say(lang, "help-neutral-title");
    page.extra.jsonld = String::new();
    let notice = Notice { text: site.say(lang, "help-notice"), ..Notice::default() };
    page.extra.notices.insert(0, notice);
}

/// The item as linked data, in the language that its words are in.
fn jsonld(site: &Site<'_>, lang: Lang, article: &Article, found: Lang, page: &Page) -> String {
    if article.section == "pages/help" {
        return String::new();
    }
    let (kind, published) = match &article.kind {
        Kind::Publication(own) => ("Report", own.date.as_ref().filter(|_| !own.planned)),
        Kind::News { date, .. } => ("NewsArticle", Some(date)),
        Kind::Guide { .. } => ("HowTo", None),
        _ => ("Article", None),
    };
    let mut json = serde_json::json!({
        "@context": "https://schema.org",
        "@type": kind,
        "name": page.title,
        "headline": page.title,
        "description": page.description,
        "inLanguage": found.as_str(),
        "url": page.extra.canonical,
        "publisher": { "@type": "GovernmentOrganization", "name": site.say(lang, "brand"), "url": site.base_url },
    });
    if let Some(date) = published {
        json["datePublished"] = date.clone().into();
    }
    if !article.updated.is_empty() {
        json["dateModified"] = article.updated.clone().into();
    }
    crate::output::script_json(&json)
}

fn search(lang: Lang, article: &Article, body: &Body, page: &Page) -> crate::page::SearchDoc {
    let section = article.section.strip_prefix("pages/").unwrap_or(&article.section);
    let kind = match section {
        "guides" => "guide",
        "publications" => "publication",
        "campaigns" => "campaign",
        "dossiers" => "dossier",
        "advice" | "news" | "help" => section,
        _ => "page",
    };
    let mut doc =
        search_doc(lang, kind, &format!("{section}/{}", article.id), page, plain_text(&body.markdown));
    doc.audience = match &article.kind {
        Kind::Advice(advice) => advice.audiences.clone(),
        Kind::Campaign(campaign) => campaign.audiences.clone(),
        _ => Vec::new(),
    };
    doc
}
