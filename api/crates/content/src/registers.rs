//! One-file kinds: sources, redirects, glossary, scenarios, projects, calls, events.

use std::path::Path;

use serde::Serialize;

use crate::document::Located;
use crate::loader::Loader;
use crate::reader::Fields;
use crate::{Lang, Text};

/// A source that is not one of the five documents.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceEntry {
    /// Name used in `sources = [...]`.
    pub id: String,
    /// Title in the reader's language; as printed, in the language of its row, when it has one.
    pub title: Text,
    /// Who publishes it.
    pub publisher: Option<Text>,
    /// Address.
    pub url: Option<String>,
    /// Date of the source.
    pub date: Option<String>,
    /// Day on which it was read.
    pub checked: Option<String>,
    /// Licence of the data.
    pub licence: Option<String>,
}

/// An address of a former site and the page that answers today.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Redirect {
    /// Old path, with leading slash.
    pub from: String,
    /// `@/section/id` or a path of the portal.
    pub to: Located<String>,
    /// Language of the old page; absent when it had none.
    pub lang: Option<String>,
    /// Host of the old page, when it was another.
    pub host: Option<String>,
}

/// A term and its definition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Term {
    /// Id and anchor.
    pub id: String,
    /// Line in the file.
    #[serde(skip)]
    pub line: usize,
    /// The term.
    pub term: Text,
    /// Short form.
    pub abbreviation: Option<Text>,
    /// What it means.
    pub definition: Text,
    /// References to sources.
    pub sources: Vec<Located<String>>,
}

/// A subsidised project.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Project {
    /// Id and anchor.
    pub id: String,
    /// Name.
    pub title: Text,
    /// Who carries it out.
    pub owner: Option<Text>,
    /// NIS code.
    pub municipality: Option<Located<String>>,
    /// Subsidy in euro.
    pub amount_eur: Option<f64>,
    /// Year or years.
    pub year: Option<String>,
    /// `plan/number` of measures it serves.
    pub measures: Vec<Located<String>>,
    /// Themes.
    pub themes: Vec<String>,
    /// Audiences.
    pub audiences: Vec<String>,
    /// What it does.
    pub text: Option<Text>,
    /// References to sources.
    pub sources: Vec<Located<String>>,
}

/// A call for projects.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Call {
    /// Id and anchor.
    pub id: String,
    /// Name.
    pub title: Text,
    /// First day.
    pub opens: Option<String>,
    /// Last day.
    pub closes: Option<String>,
    /// For whom.
    pub audience: Option<Text>,
    /// Money in euro.
    pub budget_eur: Option<f64>,
    /// What it is for.
    pub text: Option<Text>,
    /// References to sources.
    pub sources: Vec<Located<String>>,
}

/// An event of the agenda.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Event {
    /// Id and anchor.
    pub id: String,
    /// Name.
    pub title: Text,
    /// First day.
    pub date: String,
    /// Last day, when it is another.
    pub until: Option<String>,
    /// Where.
    pub place: Option<Text>,
    /// For whom.
    pub audience: Option<Text>,
    /// Who organises it.
    pub owner: Option<Text>,
    /// NIS code.
    pub municipality: Option<Located<String>>,
    /// What it is.
    pub text: Option<Text>,
    /// What people around will notice: streets closed, lines diverted, noise.
    pub effect: Option<Text>,
    /// Hours.
    pub hours: Option<Text>,
    /// More about it.
    pub url: Option<String>,
    /// References to sources.
    pub sources: Vec<Located<String>>,
}

/// A crisis scenario: only what other content refers to. The API reads the rest.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scenario {
    /// Id.
    pub id: String,
    /// Guide of the same hazard.
    pub guide: Option<Located<String>>,
    /// The whole row, as JSON.
    pub row: serde_json::Value,
}

pub(crate) fn load_rows<T>(
    loader: &mut Loader,
    file: &str,
    key: &str,
    read: fn(&Fields<'_, '_>) -> T,
) -> Vec<T> {
    loader
        .optional_toml(Path::new(file), |fields| {
            for shared in ["sources", "covers"] {
                fields.ignore(shared);
            }
            fields.rows(key, |row| {
                row.ignore("covers");
                read(row)
            })
        })
        .unwrap_or_default()
}

pub(crate) fn read_source(row: &Fields<'_, '_>) -> SourceEntry {
    let title = row.opt_text_or_name("title").unwrap_or_default();
    SourceEntry {
        id: row.string("id"),
        title: in_own_language(title, row.opt_string("lang")),
        publisher: row.opt_text_or_name("publisher"),
        url: row.opt_address("url"),
        date: row.opt_date("date"),
        checked: row.opt_date("checked"),
        licence: row.opt_string("licence"),
    }
}

/// A title as printed is in one language only, when the row names it.
fn in_own_language(title: Text, code: Option<String>) -> Text {
    let lang = code.and_then(|code| code.parse::<Lang>().ok());
    let printed = lang.and_then(|lang| Some((lang, title.best(lang)?.1.to_owned())));
    printed.map_or(title, |only| [only].into_iter().collect())
}

pub(crate) fn read_redirect(row: &Fields<'_, '_>) -> Redirect {
    for key in ["note", "sources"] {
        row.ignore(key);
    }
    let from = row.string("from");
    let (host, path) = match from.split_once('/') {
        Some((host, path)) if !host.is_empty() => (Some(host.to_owned()), format!("/{path}")),
        _ => (row.opt_string("host"), from),
    };
    Redirect {
        from: path,
        to: row.strings("to").into_iter().next().unwrap_or_default(),
        lang: row.opt_string("lang"),
        host,
    }
}

pub(crate) fn read_term(row: &Fields<'_, '_>) -> Term {
    Term {
        id: row.id(),
        line: row.line(),
        term: row.text("term"),
        abbreviation: row.opt_text_or_name("abbreviation"),
        definition: row.text("definition"),
        sources: row.strings("sources"),
    }
}

fn words(row: &Fields<'_, '_>, key: &str) -> Vec<String> {
    row.strings(key).into_iter().map(|w| w.value).collect()
}

pub(crate) fn read_project(row: &Fields<'_, '_>) -> Project {
    Project {
        id: row.id(),
        title: row.text("title"),
        owner: row.opt_text_or_name("owner"),
        municipality: row.strings("municipality").into_iter().next(),
        amount_eur: row.opt_number("amount_eur"),
        year: row.opt_number_or_string("year"),
        measures: row.strings("measures"),
        themes: words(row, "themes"),
        audiences: words(row, "audiences"),
        text: row.opt_text("text"),
        sources: row.strings("sources"),
    }
}

pub(crate) fn read_call(row: &Fields<'_, '_>) -> Call {
    let opens = row.opt_date("opens");
    let closes = row.end_date("closes", opens.as_deref());
    Call {
        id: row.id(),
        title: row.text("title"),
        opens,
        closes,
        audience: row.opt_text("audience"),
        budget_eur: row.opt_number("budget_eur"),
        text: row.opt_text("text"),
        sources: row.strings("sources"),
    }
}

pub(crate) fn read_event(row: &Fields<'_, '_>) -> Event {
    let date = row.date(if row.has("from") { "from" } else { "date" });
    let until = row.end_date("until", Some(&date));
    Event {
        id: row.id(),
        title: row.text("title"),
        date,
        until,
        place: row.opt_text_or_name("place"),
        audience: row.opt_text("audience"),
        owner: row.opt_text_or_name("owner"),
        municipality: row.strings("municipality").into_iter().next(),
        text: row.opt_text("text"),
        effect: row.opt_text("effect"),
        hours: row.opt_text("hours"),
        url: row.opt_address("url"),
        sources: row.strings("sources"),
    }
}

pub(crate) fn read_scenario(row: &Fields<'_, '_>) -> Scenario {
    Scenario { id: row.string("id"), guide: row.strings("guide").into_iter().next(), row: row.json() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_title_is_in_the_language_of_its_row_alone() {
        let title = || -> Text { Lang::REQUIRED.into_iter().map(|l| (l, "Notruf".to_owned())).collect() };
        let german = in_own_language(title(), Some("de".to_owned()));
        assert_eq!(german.langs().map(|l| l.to_string()).collect::<Vec<_>>(), ["de"]);
        assert_eq!(in_own_language(title(), None), title());
    }
}
