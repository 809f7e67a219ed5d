//! Reads the files of `content/permits`; one run lists every fault.

use std::fmt;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::row::{Dated, Proof};

/// One fault of the data: file, row, and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFault {
    /// File of `content/permits`, for example `fees.toml`.
    pub file: String,
    /// Table and id of the row, for example `amount detention-2012`.
    pub row: String,
    /// What is wrong, for whoever edits the file.
    pub what: String,
}

impl fmt::Display for DataFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.file, self.row, self.what)
    }
}

/// The data cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("content/permits:\n{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct DataError(pub Vec<DataFault>);

/// Collects faults.
#[derive(Debug, Default)]
pub(crate) struct Faults(pub Vec<DataFault>);

impl Faults {
    pub fn add(&mut self, file: &str, row: impl Into<String>, what: impl fmt::Display) {
        self.0.push(DataFault { file: file.to_owned(), row: row.into(), what: what.to_string() });
    }
}

/// One file, whose tables are taken out one by one.
pub(crate) struct File<'f> {
    name: &'static str,
    tables: Map<String, Value>,
    faults: &'f mut Faults,
}

impl<'f> File<'f> {
    pub fn open(dir: &Path, name: &'static str, faults: &'f mut Faults) -> Self {
        let text = std::fs::read_to_string(dir.join(name)).map_err(|error| error.to_string());
        let parsed =
            text.and_then(|text| text.parse::<toml::Table>().map_err(|e| e.to_string().replace('\n', " ")));
        let tables = match parsed {
            Ok(table) => object(table),
            Err(error) => {
                faults.add(name, "file", error);
                Map::new()
            }
        };
        Self { name, tables, faults }
    }

    /// The rows of a table; a fault names the row by its id, else by its place.
    pub fn rows<T: DeserializeOwned>(&mut self, table: &str) -> Vec<T> {
        self.each(table, serde_json::from_value)
    }

    /// The rows of a table of legal rows.
    pub fn dated<T: DeserializeOwned>(&mut self, table: &str) -> Vec<Dated<T>> {
        let rows: Vec<Dated<T>> = self.each(table, |value| dated(value, None));
        self.no_overlap(table, &rows);
        rows
    }

    /// Legal rows without an id of their own, which get one from their fields.
    pub fn dated_by<T: DeserializeOwned>(&mut self, table: &str, id: fn(&Value) -> String) -> Vec<Dated<T>> {
        self.each(table, |value| {
            let id = id(&value);
            dated(value, Some(id))
        })
    }

    /// A table that is there once.
    pub fn one<T: DeserializeOwned>(&mut self, table: &str) -> Option<T> {
        let value = self.tables.remove(table);
        let read = value.ok_or_else(|| "missing".to_owned());
        match read.and_then(|value| serde_json::from_value(value).map_err(|error| error.to_string())) {
            Ok(row) => Some(row),
            Err(error) => {
                self.faults.add(self.name, table, error);
                None
            }
        }
    }

    /// Accepts tables that belong to other programs.
    pub fn ignore(&mut self, tables: &[&str]) {
        for table in tables {
            self.tables.remove(*table);
        }
    }

    fn each<T>(&mut self, table: &str, read: impl Fn(Value) -> serde_json::Result<T>) -> Vec<T> {
        let rows = match self.tables.remove(table) {
            Some(Value::Array(rows)) => rows,
            Some(_) => {
                self.faults.add(self.name, table, "must be a list of tables");
                Vec::new()
            }
            None => Vec::new(),
        };
        let mut out = Vec::with_capacity(rows.len());
        for (place, row) in rows.into_iter().enumerate() {
            let id = row.get("id").and_then(Value::as_str).map(str::to_owned);
            match read(row) {
                Ok(row) => out.push(row),
                Err(error) => {
                    let id = id.unwrap_or_else(|| format!("number {}", place + 1));
                    self.faults.add(self.name, format!("{table} {id}"), error);
                }
            }
        }
        out
    }

    fn no_overlap<T>(&mut self, table: &str, rows: &[Dated<T>]) {
        for (place, row) in rows.iter().enumerate() {
            if rows[..place].iter().any(|other| other.id == row.id && other.proof.overlaps(&row.proof)) {
                self.faults.add(self.name, format!("{table} {}", row.id), "two rows apply on the same day");
            }
        }
    }
}

impl Drop for File<'_> {
    /// What nobody took is a typing error in a table's name.
    fn drop(&mut self) {
        for table in self.tables.keys() {
            self.faults.add(self.name, table.clone(), "no such table");
        }
    }
}

/// Parts a row into its proof and what it says, so that both refuse unknown keys.
fn dated<T: DeserializeOwned>(value: Value, id: Option<String>) -> serde_json::Result<Dated<T>> {
    use serde::de::Error as _;
    let Value::Object(mut rest) = value else {
        return Err(serde_json::Error::custom("must be a table"));
    };
    let own = rest.remove("id").and_then(|id| id.as_str().map(str::to_owned));
    let id = id.or(own).ok_or_else(|| serde_json::Error::missing_field("id"))?;
    let proof = Proof::KEYS.into_iter().filter_map(|key| Some((key.to_owned(), rest.remove(key)?))).collect();
    let proof: Proof = serde_json::from_value(Value::Object(proof))?;
    if proof.valid_to.is_some_and(|last| last < proof.valid_from) {
        return Err(serde_json::Error::custom("valid_to is before valid_from"));
    }
    Ok(Dated { id, proof, row: serde_json::from_value(Value::Object(rest))? })
}

fn object(table: toml::Table) -> Map<String, Value> {
    table.into_iter().map(|(key, value)| (key, json(value))).collect()
}

/// A TOML value as JSON; dates become text.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(list) => list.into_iter().map(json).collect(),
        toml::Value::Table(table) => Value::Object(object(table)),
    }
}
