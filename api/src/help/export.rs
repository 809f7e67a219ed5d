//! The directory as CSV, for everybody and for professionals.

use jiff::civil::Date;

use super::directory::{Directory, Entry, ShownEntry};
use super::words;
use crate::area::Areas;
use crate::i18n::Lang;

/// Columns of the file, with the Fluent ids of their names.
const COLUMNS: [&str; 16] = [
    "help-col-name",
    "help-col-organization",
    "help-col-description",
    "help-col-audiences",
    "help-col-situations",
    "help-col-needs",
    "help-col-topics",
    "help-col-phones",
    "help-col-mail",
    "help-col-site",
    "help-col-languages",
    "help-col-hours",
    "help-col-places",
    "help-col-coverage",
    "help-col-unconfirmed",
    "help-col-valid",
];

/// One cell (RFC 4180). What a spreadsheet would take for a formula is kept from being one.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\"").replace(['\r', '\n'], " "))
}

fn line(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|text| cell(&text)).collect();
    format!("{}\r\n", cells.join(","))
}

fn terms(directory: &Directory, vocabulary: &str, ids: &[String], lang: Lang) -> String {
    let words = ids
        .iter()
        .filter_map(|id| directory.term(vocabulary, id))
        .map(|term| term.text.words(lang).to_owned());
    words.collect::<Vec<_>>().join("; ")
}

/// What stands in the columns of a service for everybody.
fn cells(
    shown: ShownEntry<'_>,
    directory: &Directory,
    areas: &Areas,
    lang: Lang,
    today: Date,
) -> Vec<String> {
    let (entry, service) = (shown.entry(), shown.service());
    let phones = shown.phones().map(|phone| format!("{} ({})", phone.number, words::traces(phone, lang)));
    let rows = service.hours.iter().filter(|row| row.known.publish);
    let hours = rows.map(|row| words::row(row, directory, &entry.id, lang)).collect::<Vec<_>>().join("; ");
    let hours = if hours.is_empty() { lang.text("help-hours-unknown") } else { hours };
    let town = |nis: &str| areas.by_nis(nis).map(|index| areas.municipalities[index].name.in_lang(lang));
    let places = shown.places().map(|place| {
        let town = place.municipality.as_deref().and_then(town).unwrap_or_default();
        let street = place.address_1.clone().unwrap_or_default();
        format!("{street}, {} {town}", place.postcode.clone().unwrap_or_default())
    });
    let coverage = service.coverage.iter().map(|code| match code.as_str() {
        "country" => lang.text("help-area-country"),
        "region" => lang.text("area-region"),
        nis => town(nis).unwrap_or_default(),
    });
    let organization = directory.organization(&service.organization).map(|o| o.name.words(lang).to_owned());
    let valid = if entry.is_stale(today) {
        lang.text("help-check-by-phone")
    } else {
        entry.expires_on.map(|day| day.to_string()).unwrap_or_default()
    };
    vec![
        service.name.words(lang).to_owned(),
        organization.unwrap_or_default(),
        service.description.words(lang).to_owned(),
        terms(directory, "audience", &service.audiences, lang),
        terms(directory, "situation", &service.situations, lang),
        terms(directory, "need", &service.needs, lang),
        terms(directory, "topic", &service.topics, lang),
        phones.collect::<Vec<_>>().join("; "),
        shown.address("mail").unwrap_or_default().to_owned(),
        shown.website().unwrap_or_default().to_owned(),
        words::languages(shown.languages(), lang),
        hours,
        places.collect::<Vec<_>>().join("; "),
        coverage.collect::<Vec<_>>().join("; "),
        service.unconfirmed.join("; "),
        valid,
    ]
}

/// A file of services that everybody may see.
pub(super) fn public<'a>(
    services: impl IntoIterator<Item = ShownEntry<'a>>,
    directory: &Directory,
    areas: &Areas,
    lang: Lang,
    today: Date,
) -> String {
    // Spreadsheets read accents only behind this mark.
    let mut out = String::from("\u{feff}");
    out.push_str(&line(COLUMNS.map(|id| lang.text(id))));
    for shown in services {
        out.push_str(&line(cells(shown, directory, areas, lang, today)));
    }
    out
}

/// The file for professionals: the public services, and those that are reached through
/// partners with the way there; all of them, or those of one theme.
#[must_use]
pub fn professionals(
    directory: &Directory,
    areas: &Areas,
    lang: Lang,
    today: Date,
    topic: Option<&str>,
) -> String {
    let about = |entry: &Entry| topic.is_none_or(|topic| entry.service.topics.iter().any(|one| one == topic));
    let mut out = String::from("\u{feff}");
    let head = COLUMNS.map(|id| lang.text(id)).into_iter().chain([lang.text("help-col-referral")]);
    out.push_str(&line(head));
    for shown in directory.shown(today).filter(|shown| about(shown.entry())) {
        out.push_str(&line(cells(shown, directory, areas, lang, today).into_iter().chain([String::new()])));
    }
    let partners = |entry: &&Entry| entry.service.referral_only && !entry.is_hidden(today) && about(entry);
    for entry in directory.entries.iter().filter(partners) {
        let service = &entry.service;
        let mut cells = vec![String::new(); COLUMNS.len()];
        cells[0] = service.name.words(lang).to_owned();
        cells[2] = service.description.words(lang).to_owned();
        cells[3] = terms(directory, "audience", &service.audiences, lang);
        cells[4] = terms(directory, "situation", &service.situations, lang);
        cells[5] = terms(directory, "need", &service.needs, lang);
        cells[6] = terms(directory, "topic", &service.topics, lang);
        let way = service.how_partners_refer.as_ref().map(|text| text.words(lang).to_owned());
        out.push_str(&line(cells.into_iter().chain([way.unwrap_or_default()])));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_no_formula_and_one_line() {
        assert_eq!(cell("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        assert_eq!(cell("a\nb"), "\"a b\"");
        assert_eq!(cell("+32 2"), "\"'+32 2\"");
    }
}
