//! Pages of datasets, and their figures on other pages.

use safe_content::{Dataset, Lang, Text, is_date};

use super::search_doc;
use crate::chart;
use crate::page::{Fact, Figure, Page, TableCell};
use crate::site::{Site, join};
use crate::spoken::words;

/// Address of a dataset without language.
#[must_use]
pub fn path(dataset: &Dataset) -> String {
    format!("/datasets/{}/", dataset.id)
}

/// Families of datasets in the order of their list, with the message that names each.
pub const FAMILIES: [(&str, &str); 8] = [
    ("safety", "datasets-safety"),
    ("field", "datasets-field"),
    ("emergency", "section-emergency"),
    ("plans", "plans-title"),
    ("tools", "datasets-tools"),
    ("money", "datasets-money"),
    ("staff", "datasets-staff"),
    ("more", "section-more"),
];

/// The family of a dataset, after the function of the catalogue that it names first.
#[must_use]
pub fn family(dataset: &Dataset) -> &'static str {
    let first = dataset.covers.first().map(|code| code.value.as_str()).unwrap_or_default();
    match (first, first.split('-').next().unwrap_or_default()) {
        ("OB-08", _) | (_, "CA" | "TR") => "field",
        ("IN-08", _) => "money",
        ("IN-09", _) => "staff",
        ("IN-10" | "IN-11", _) => "tools",
        (_, "OB") => "safety",
        (_, "AL") => "emergency",
        (_, "PL") => "plans",
        _ => "more",
    }
}

/// The figure of a dataset: chart, sentence, table, CSV, source, period.
#[must_use]
pub fn figure(site: &Site<'_>, lang: Lang, dataset: &Dataset, linked: bool) -> Figure {
    let reading = site.text(lang, &dataset.reading);
    let optional = |text: &Option<Text>| text.as_ref().map(|t| site.plain(lang, t)).unwrap_or_default();
    let sources: Vec<String> = site
        .sources(lang, &dataset.sources)
        .into_iter()
        .map(|s| join(&[s.title, words(&s.note, ", ")], ", "))
        .collect();
    let say = |id: &str, name: &str, value: &str| site.words.say_with(lang, id, &[(name, value)]);
    let row = |cells: &Vec<safe_content::Cell>| {
        let pairs = cells.iter().zip(&dataset.columns);
        pairs
            .map(|(cell, column)| TableCell {
                text: chart::cell_text(site, lang, cell, column.decimals),
                num: column.number,
            })
            .collect()
    };
    let (svg, height) = chart::draw(site, lang, dataset).unwrap_or_default();
    let mut figure = Figure {
        id: dataset.id.clone(),
        title: site.plain(lang, &dataset.title),
        url: if linked { site.url(lang, &path(dataset)) } else { String::new() },
        reading: reading.words,
        lang: reading.lang,
        dir: reading.dir,
        svg,
        room: 0,
        caveat: optional(&dataset.caveat),
        anomaly: optional(&dataset.anomaly),
        unit: optional(&dataset.unit),
        period: say("dataset-period", "period", &site.written_period(lang, &dataset.period)),
        source: say("dataset-source", "source", &sources.join(site.say(lang, "list-between").as_str())),
        csv: site.url(lang, &format!("{}{}.csv", path(dataset), dataset.id)),
        open: !linked || dataset.chart == "none",
        head: dataset
            .columns
            .iter()
            .map(|c| TableCell { text: site.plain(lang, &c.label), num: c.number })
            .collect(),
        rows: dataset.rows.iter().map(row).collect(),
    };
    if linked && !figure.open {
        figure.room = room(&figure, height);
    }
    figure
}

/// How much room a figure with a closed table takes at most, on a phone or on a desk: in
/// rem, a multiple of eight as the style sheet has them.
///
/// Too little would put what follows over its end until it is laid out; the measures are
/// those of the built pages, with a little to spare for narrower phones.
fn room(figure: &Figure, drawn: f64) -> u32 {
    let words = [
        &figure.title,
        &figure.reading,
        &figure.unit,
        &figure.caveat,
        &figure.anomaly,
        &figure.period,
        &figure.source,
    ];
    let chars: f64 = words.iter().map(|text| text.chars().count() as f64).sum();
    let notices =
        3.0 * f64::from(u8::from(!figure.caveat.is_empty()) + 2 * u8::from(!figure.anomaly.is_empty()));
    let phone = 0.058 * chars + 0.047 * drawn;
    let desk = 0.028 * chars + 0.082 * drawn;
    let rem = 15.0 + notices + phone.max(desk);
    (rem / 8.0).ceil() as u32 * 8
}

/// The page of a dataset.
#[must_use]
pub fn build(site: &Site<'_>, lang: Lang, dataset: &Dataset) -> Page {
    let title = site.plain(lang, &dataset.title);
    let mut page = site.page(lang, &path(dataset), "page.html", title, "observatory");
    page.description = site.plain(lang, &dataset.reading);
    page.exists = dataset.title.langs().filter(|l| site.settings.languages.contains(l)).collect();
    page.extra.crumbs = site.crumbs(
        lang,
        &[
            ("/publications/", site.say(lang, "publications-title").into()),
            ("/datasets/", site.say(lang, "datasets-title").into()),
        ],
    );
    let found = dataset.title.best(lang).map_or(lang, |(found, _)| found);
    page.extra.canonical = format!("{}{}", site.base_url, site.url(found, &page.path));
    if found != lang {
        page.extra.notices.push(site.fallback_notice(lang, found, &page.path, &page.exists));
        page.extra.noindex = true;
        page.extra.body_lang = found.to_string();
        page.extra.body_dir = found.dir().to_owned();
    } else {
        page.search = Some(search_doc(
            lang,
            "dataset",
            &format!("datasets/{}", dataset.id),
            &page,
            body(site, lang, dataset),
        ));
    }
    page.extra.figures = vec![figure(site, lang, dataset, false)];
    page.extra.sources = site.sources(lang, &dataset.sources);
    let publications: Vec<_> = dataset
        .publications
        .iter()
        .filter_map(|p| site.content.article("publications", &p.value))
        .map(|a| site.card(lang, a))
        .collect();
    if !publications.is_empty() {
        page.extra.facts.push(Fact {
            label: site.say(lang, "dataset-publications"),
            items: publications,
            ..Fact::default()
        });
    }
    page.extra.jsonld = jsonld(site, lang, found, dataset);
    page
}

fn body(site: &Site<'_>, lang: Lang, dataset: &Dataset) -> String {
    let columns = dataset.columns.iter().map(|c| site.plain(lang, &c.label));
    let cells = dataset.rows.iter().flatten().filter_map(|cell| match cell {
        safe_content::Cell::Name(name) => Some(name.clone()),
        safe_content::Cell::Text(text) => Some(site.plain(lang, text)),
        _ => None,
    });
    columns.chain(cells).collect::<Vec<_>>().join("\n")
}

/// A period as an interval of ISO 8601, as linked data wants it: `2018-2022` is `2018/2022`.
/// None for a period that names no dates.
fn interval(period: &str) -> Option<String> {
    if is_date(period) {
        return Some(period.to_owned());
    }
    let (from, until) = period.split_once('/').or_else(|| period.split_once('-'))?;
    (is_date(from) && is_date(until)).then(|| format!("{from}/{until}"))
}

/// The dataset as linked data, in the language that its words are in.
fn jsonld(site: &Site<'_>, lang: Lang, found: Lang, dataset: &Dataset) -> String {
    let address = format!("{}{}", site.base_url, site.url(found, &path(dataset)));
    let mut json = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": site.plain(lang, &dataset.title),
        "description": site.plain(lang, &dataset.reading),
        "inLanguage": found.as_str(),
        "url": address,
        "distribution": [{
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": format!("{address}{}.csv", dataset.id),
        }],
        "creator": { "@type": "GovernmentOrganization", "name": site.say(lang, "brand"), "url": site.base_url },
    });
    if let Some(interval) = interval(&dataset.period) {
        json["temporalCoverage"] = interval.into();
    }
    crate::output::script_json(&json)
}

#[cfg(test)]
mod tests {
    use super::interval;

    #[test]
    fn periods_are_intervals_of_the_standard() {
        for (period, written) in [
            ("2022", Some("2022")),
            ("2022-06", Some("2022-06")),
            ("2018-2022", Some("2018/2022")),
            ("2020-06/2020-12", Some("2020-06/2020-12")),
            ("since 2018", None),
        ] {
            assert_eq!(interval(period).as_deref(), written, "{period}");
        }
    }
}
