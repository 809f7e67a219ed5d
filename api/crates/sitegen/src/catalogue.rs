//! The portal's content as data: one list per kind, plan and language, in the same words
//! and with the same addresses as the pages. The API hands it out as it stands here.

use std::collections::BTreeMap;

use safe_content::{Advice, Campaign, Kind, Lang, Located, Publication, Text};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::page::Item;
use crate::pages::{datasets, plans};
use crate::site::Site;
use crate::spoken::words;

/// List → language of the reader → entries.
pub type Catalogue = BTreeMap<String, BTreeMap<String, Vec<Entry>>>;

/// One piece of content.
#[derive(Debug, Serialize)]
pub struct Entry {
    /// Stable in every language.
    id: String,
    /// Language of title and summary; not the reader's when the text does not exist in it.
    lang: String,
    title: String,
    summary: String,
    /// Address of the page, without host.
    url: String,
    sources: Vec<SourceEntry>,
    /// What only this kind of content has.
    #[serde(flatten)]
    details: Map<String, Value>,
}

/// Where a fact comes from, in the reader's words.
#[derive(Debug, Serialize)]
struct SourceEntry {
    title: String,
    url: Option<String>,
    note: Option<String>,
}

impl From<Item> for SourceEntry {
    fn from(item: Item) -> Self {
        let some = |text: String| (!text.is_empty()).then_some(text);
        Self { title: item.title, url: some(item.url), note: some(words(&item.note, ", ")) }
    }
}

/// All lists in all languages of the site.
#[must_use]
pub fn build(site: &Site<'_>) -> Catalogue {
    let mut catalogue = Catalogue::new();
    for lang in site.settings.languages.iter().copied() {
        let mut put = |list: &str, entries| {
            catalogue.entry(list.to_owned()).or_default().insert(lang.to_string(), entries);
        };
        for section in ["advice", "publications", "campaigns"] {
            put(section, articles(site, lang, section));
        }
        put("datasets", site.content.datasets.iter().map(|d| dataset(site, lang, d)).collect());
        for plan in &site.content.plans {
            let entries = plan.measures().map(|(theme, measure)| {
                let title = &measure.title;
                let details = json!({
                    "plan": plan.id,
                    "number": measure.number,
                    "theme": { "number": theme.number, "title": site.plain(lang, &theme.title) },
                    "phase": measure.phase,
                    "partners": measure.partners,
                    "status": measure.status,
                    "successor": values(&measure.successor),
                });
                let id = format!("{}/{}", plan.id, measure.number);
                let path = plans::measure_path(plan, measure);
                text_entry(site, lang, id, title, &measure.text, &path, &measure.sources, details)
            });
            put(&format!("plans/{}", plan.id), entries.collect());
        }
    }
    catalogue
}

fn articles(site: &Site<'_>, lang: Lang, section: &str) -> Vec<Entry> {
    let entry = |article: &safe_content::Article| {
        let (found, body) = article.best(lang)?;
        let details = match &article.kind {
            Kind::Advice(own) => advice(own),
            Kind::Publication(own) => publication(own, article.source_lang.unwrap_or(lang)),
            Kind::Campaign(own) => campaign(own),
            _ => Value::Null,
        };
        Some(Entry {
            id: article.id.clone(),
            lang: found.to_string(),
            title: body.title.clone(),
            summary: body.summary.clone(),
            url: site.url(lang, &article.path()),
            sources: site.sources(lang, &article.sources).into_iter().map(SourceEntry::from).collect(),
            details: object(details),
        })
    };
    site.content.section(section).into_iter().filter_map(entry).collect()
}

fn advice(advice: &Advice) -> Value {
    json!({
        "subjects": advice.subjects,
        "places": advice.places,
        "moments": advice.moments,
        "audiences": advice.audiences,
    })
}

fn publication(publication: &Publication, printed_in: Lang) -> Value {
    let citation = publication.citation.as_ref().and_then(|text| text.best(printed_in));
    json!({
        "series": publication.series,
        "number": publication.number,
        "date": publication.date,
        "languages": publication.languages,
        "citation": citation.map(|(_, line)| line.replace('*', "")),
        "planned": publication.planned,
        "datasets": values(&publication.datasets),
    })
}

fn campaign(campaign: &Campaign) -> Value {
    json!({
        "from": campaign.from,
        "until": campaign.until,
        "archived": campaign.archived,
        "audiences": campaign.audiences,
        "channels": campaign.channels,
        "languages": campaign.languages,
        "datasets": values(&campaign.datasets),
    })
}

fn dataset(site: &Site<'_>, lang: Lang, dataset: &safe_content::Dataset) -> Entry {
    let plain = |text: &Option<Text>| text.as_ref().map(|t| site.plain(lang, t));
    let details = json!({
        "period": dataset.period,
        "unit": plain(&dataset.unit),
        "caveat": plain(&dataset.caveat),
        "anomaly": plain(&dataset.anomaly),
        "csv": format!("/api/v1/datasets/{}.csv?lang={lang}", dataset.id),
        "publications": values(&dataset.publications),
    });
    let path = datasets::path(dataset);
    let (title, reading) = (&dataset.title, &dataset.reading);
    text_entry(site, lang, dataset.id.clone(), title, reading, &path, &dataset.sources, details)
}

#[expect(clippy::too_many_arguments, reason = "each is one field of the entry")]
fn text_entry(
    site: &Site<'_>,
    lang: Lang,
    id: String,
    title: &Text,
    summary: &Text,
    path: &str,
    sources: &[Located<String>],
    details: Value,
) -> Entry {
    Entry {
        id,
        lang: title.best(lang).map_or(lang, |(found, _)| found).to_string(),
        title: site.plain(lang, title),
        summary: site.plain(lang, summary),
        url: site.url(lang, path),
        sources: site.sources(lang, sources).into_iter().map(SourceEntry::from).collect(),
        details: object(details),
    }
}

fn values(list: &[Located<String>]) -> Vec<&str> {
    list.iter().map(|one| one.value.as_str()).collect()
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
