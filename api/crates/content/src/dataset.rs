//! Tables of figures and the charts made from them.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::document::Located;
use crate::loader::{Loader, check_id};
use crate::reader::Fields;
use crate::value::Cell;
use crate::{Finding, Text};

/// Charts that the site can draw.
pub const CHARTS: &[&str] = &["bar", "grouped-bar", "stacked-bar", "line", "none"];

/// One table of figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dataset {
    /// File stem.
    pub id: String,
    /// File relative to the content root.
    #[serde(skip)]
    pub file: PathBuf,
    /// Name.
    pub title: Text,
    /// One sentence that says what the figures show.
    pub reading: Text,
    /// What to keep in mind.
    pub caveat: Option<Text>,
    /// A contradiction in the source, kept visible.
    pub anomaly: Option<Text>,
    /// Period the figures cover, as written in the file.
    pub period: String,
    /// Unit of the figures.
    pub unit: Option<Text>,
    /// From [`CHARTS`].
    pub chart: String,
    /// References to sources.
    pub sources: Vec<Located<String>>,
    /// Functions of the catalogue.
    pub covers: Vec<Located<String>>,
    /// Publications that print the figures.
    pub publications: Vec<Located<String>>,
    /// Columns in order.
    pub columns: Vec<Column>,
    /// Rows in order; each has as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a dataset.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Name in the CSV file.
    pub id: String,
    /// Heading.
    pub label: Text,
    /// Holds numbers, not words.
    pub number: bool,
    /// Digits after the decimal sign.
    pub decimals: usize,
}

pub(crate) fn load_datasets(loader: &mut Loader) -> Vec<Dataset> {
    let folder = Path::new("datasets");
    let mut datasets = Vec::new();
    for id in loader.files(folder, "toml") {
        let path = folder.join(format!("{id}.toml"));
        check_id(loader, &path, &id);
        datasets.extend(loader.toml(&path, |fields| read_dataset(&id, &path, fields)));
    }
    datasets
}

fn read_dataset(id: &str, file: &Path, fields: &Fields<'_, '_>) -> Dataset {
    let columns = fields.rows("column", |row| Column {
        id: row.string("id"),
        label: row.opt_text_or_name("label").unwrap_or_default(),
        number: row.one_of("kind", &["label", "number"]) == "number",
        decimals: row.opt_integer("decimals").and_then(|d| usize::try_from(d).ok()).unwrap_or(0),
    });
    let rows = fields.rows("row", |row| {
        let cells = row.cells("values");
        if cells.len() != columns.len() {
            let place = row.line();
            row.document().report(
                Finding::error(file, place, "column-count")
                    .with("found", cells.len())
                    .with("expected", columns.len()),
            );
        }
        cells
    });
    Dataset {
        id: id.to_owned(),
        file: file.to_owned(),
        title: fields.text("title"),
        reading: fields.text("reading"),
        caveat: fields.opt_text("caveat"),
        anomaly: fields.opt_text("anomaly"),
        period: fields.opt_number_or_string("period").unwrap_or_default(),
        unit: fields.opt_text("unit"),
        chart: fields.one_of("chart", CHARTS),
        sources: fields.strings("sources"),
        covers: fields.strings("covers"),
        publications: fields.strings("publications"),
        columns,
        rows,
    }
}
