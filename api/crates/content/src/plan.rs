//! Regional plans, their themes and measures.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::document::Located;
use crate::loader::{Loader, check_id};
use crate::reader::Fields;
use crate::{Finding, Text};

/// A regional security and prevention plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plan {
    /// Folder name, for example `pgsp-2021-2024`.
    pub id: String,
    /// `plan.toml` relative to the content root.
    #[serde(skip)]
    pub file: PathBuf,
    /// Name of the plan.
    pub title: Text,
    /// What it is, in a few sentences.
    pub summary: Text,
    /// First year.
    pub from: i64,
    /// Last year.
    pub until: i64,
    /// In force.
    pub current: bool,
    /// Number of themes that the plan announces.
    pub theme_count: i64,
    /// Number of measures that the plan announces.
    pub measure_count: i64,
    /// References to sources.
    pub sources: Vec<Located<String>>,
    /// Functions of the catalogue.
    pub covers: Vec<Located<String>>,
    /// Themes in order of number.
    pub themes: Vec<Theme>,
}

/// A theme of a plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Theme {
    /// Number in the plan.
    pub number: i64,
    /// File relative to the content root.
    #[serde(skip)]
    pub file: PathBuf,
    /// Name.
    pub title: Text,
    /// What it is about.
    pub summary: Text,
    /// References to sources.
    pub sources: Vec<Located<String>>,
    /// Measures in the order of the plan.
    pub measures: Vec<Measure>,
}

/// A measure of a plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Measure {
    /// Number as printed, for example `1.2` or `M9.3`.
    pub number: String,
    /// Line in its file.
    #[serde(skip)]
    pub line: usize,
    /// Short name.
    pub title: Text,
    /// Two to four sentences.
    pub text: Text,
    /// Phase, as printed.
    pub phase: Option<String>,
    /// Official names of partners.
    pub partners: Vec<String>,
    /// `planned`, `started` or `done`, only when a source says so.
    pub status: Option<String>,
    /// Measures of the other plan on the same subject, `plan/number`.
    pub successor: Vec<Located<String>>,
    /// References to sources.
    pub sources: Vec<Located<String>>,
}

impl Measure {
    /// The number as part of an address: `1.2` becomes `1-2`.
    #[must_use]
    pub fn slug(&self) -> String {
        slug(&self.number)
    }
}

/// A measure number as part of an address.
#[must_use]
pub fn slug(number: &str) -> String {
    number.to_ascii_lowercase().replace(['.', ' ', '/'], "-")
}

impl Plan {
    /// All measures with their theme, in order.
    pub fn measures(&self) -> impl Iterator<Item = (&Theme, &Measure)> {
        self.themes.iter().flat_map(|t| t.measures.iter().map(move |m| (t, m)))
    }

    /// Finds a measure by its number.
    #[must_use]
    pub fn measure(&self, number: &str) -> Option<(&Theme, &Measure)> {
        self.measures().find(|(_, m)| m.number == number)
    }
}

pub(crate) fn load_plans(loader: &mut Loader) -> Vec<Plan> {
    let root = Path::new("plans");
    let mut plans = Vec::new();
    for id in loader.folders(root) {
        let folder = root.join(&id);
        check_id(loader, &folder, &id);
        let file = folder.join("plan.toml");
        let Some(mut plan) = loader.toml(&file, |fields| read_plan(&id, &file, fields)) else {
            continue;
        };
        for name in loader.files(&folder, "toml").into_iter().filter(|n| n.starts_with("theme-")) {
            let path = folder.join(format!("{name}.toml"));
            plan.themes.extend(loader.toml(&path, |fields| read_theme(&path, fields)));
        }
        plan.themes.sort_by_key(|t| t.number);
        check_numbers(loader, &plan);
        plans.push(plan);
    }
    plans
}

fn check_numbers(loader: &mut Loader, plan: &Plan) {
    let mut seen = std::collections::BTreeSet::new();
    for (theme, measure) in plan.measures() {
        if !seen.insert(measure.slug()) {
            loader
                .push(Finding::error(&theme.file, measure.line, "duplicate-id").with("id", &measure.number));
        }
    }
}

fn read_plan(id: &str, file: &Path, fields: &Fields<'_, '_>) -> Plan {
    let (from, until) = (fields.integer("from"), fields.integer("until"));
    if fields.has("until") && until < from {
        let line = fields.line_of("until");
        let fault = fields.document().error(line, "end-before-beginning").with("key", "until");
        fault.with("value", until).with("from", from);
    }
    Plan {
        id: id.to_owned(),
        file: file.to_owned(),
        title: fields.text("title"),
        summary: fields.text("summary"),
        from,
        until,
        current: fields.one_of("state", &["current", "former"]) == "current",
        theme_count: fields.integer("theme_count"),
        measure_count: fields.integer("measure_count"),
        sources: fields.strings("sources"),
        covers: fields.strings("covers"),
        themes: Vec::new(),
    }
}

fn read_theme(file: &Path, fields: &Fields<'_, '_>) -> Theme {
    Theme {
        number: fields.integer("number"),
        file: file.to_owned(),
        title: fields.text("title"),
        summary: fields.text("summary"),
        sources: fields.strings("sources"),
        measures: fields.rows("measure", read_measure),
    }
}

fn read_measure(fields: &Fields<'_, '_>) -> Measure {
    Measure {
        number: fields.string("number"),
        line: fields.line(),
        title: fields.text("title"),
        text: fields.text("text"),
        phase: fields.opt_number_or_string("phase"),
        partners: fields.strings("partners").into_iter().map(|p| p.value).collect(),
        status: fields.opt_one_of("status", &["planned", "started", "done"]),
        successor: fields.strings("successor"),
        sources: fields.strings("sources"),
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn measure_numbers_become_addresses() {
        assert_eq!(slug("1.2"), "1-2");
        assert_eq!(slug("M9.11"), "m9-11");
    }
}
