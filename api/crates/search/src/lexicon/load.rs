//! Reading the lists.

use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;
use serde::Deserialize;
use toml::{Table, Value};

use super::{Concept, Guard, Lexicon, Place};
use crate::Error;
use crate::analyse::Analyser;
use crate::compound::Splitter;
use crate::lang::Lang;
use crate::text;

#[derive(Default, Deserialize)]
struct Municipalities {
    #[serde(default)]
    municipality: Vec<Place>,
}

/// Concepts whose words may mean that somebody needs help.
#[derive(Default, Deserialize)]
struct Crisis {
    #[serde(default)]
    concepts: Vec<String>,
}

/// Concepts that pages answer without saying so.
#[derive(Default, Deserialize)]
struct Pages {
    #[serde(default)]
    pages: FxHashMap<String, Vec<String>>,
}

#[derive(Default, Deserialize)]
struct Protected {
    #[serde(default)]
    word: Vec<ProtectedWord>,
}

#[derive(Deserialize)]
struct ProtectedWord {
    lang: Lang,
    word: String,
    concept: Option<String>,
    #[serde(default = "yes")]
    prefix: bool,
}

fn yes() -> bool {
    true
}

pub(super) fn load(folder: &Path, municipalities: &Path) -> Result<Lexicon, Error> {
    let mut lexicon = Lexicon::default();
    for (lang, word) in words(&table(&folder.join("stopwords.toml"))?) {
        lexicon.stop.entry(lang).or_default().insert(text::fold(&text::exact(lang, &word)));
    }
    protect(&mut lexicon, &folder.join("protected.toml"))?;
    let crisis: Crisis = read(&folder.join("crisis.toml"))?;
    lexicon.concepts = concepts(&table(&folder.join("synonyms.toml"))?, &crisis.concepts);
    lexicon.crisis = crisis.concepts;
    lexicon.answers = read::<Pages>(&folder.join("pages.toml"))?.pages;
    lexicon.places = read::<Municipalities>(municipalities)?.municipality;
    lexicon.concepts.extend(lexicon.places.iter().map(Place::concept));
    let analyser = Analyser::new(std::sync::Arc::default());
    for lang in [Lang::NL, Lang::DE] {
        if let Some(text) = optional(&folder.join(format!("compounds-{lang}.txt")))? {
            lexicon.splitters.insert(lang, splitter(lang, &text, &analyser));
        }
    }
    Ok(lexicon)
}

fn splitter(lang: Lang, text: &str, analyser: &Analyser) -> Splitter {
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    let words = lines.filter(|line| !line.is_empty()).map(|line| {
        let forms = analyser.forms(lang, &text::exact(lang, line));
        (forms.folded, forms.stem)
    });
    Splitter::new(lang, words)
}

fn protect(lexicon: &mut Lexicon, path: &Path) -> Result<(), Error> {
    for row in read::<Protected>(path)?.word {
        let folded = text::fold(&text::exact(row.lang, &row.word));
        lexicon.guarded.insert(folded.clone());
        let guard = Guard { concept: row.concept, whole: !row.prefix };
        lexicon.protected.insert((row.lang, folded), guard);
    }
    Ok(())
}

fn concepts(file: &Table, crisis: &[String]) -> Vec<Concept> {
    let rows = file.values().filter_map(Value::as_array).flatten().filter_map(Value::as_table);
    rows.enumerate()
        .map(|(number, row)| {
            let id = row.get("id").and_then(Value::as_str).map_or_else(|| number.to_string(), str::to_owned);
            Concept { is_crisis: crisis.contains(&id), terms: words(row), id }
        })
        .collect()
}

/// Every word of a table whose keys are languages, at any depth.
fn words(table: &Table) -> Vec<(Lang, String)> {
    table.iter().flat_map(|(name, value)| column(name, value)).collect()
}

fn column(name: &str, value: &Value) -> Vec<(Lang, String)> {
    match (value, Lang::parse(name).filter(|lang| lang.code() == name)) {
        (Value::Table(inner), _) => words(inner),
        (Value::Array(list), Some(lang)) => {
            list.iter().filter_map(Value::as_str).map(|word| (lang, word.to_owned())).collect()
        }
        (Value::String(word), Some(lang)) => vec![(lang, word.clone())],
        _ => Vec::new(),
    }
}

fn table(path: &Path) -> Result<Table, Error> {
    read(path)
}

/// A file of our own form; nothing when it is missing.
fn read<T: Default + serde::de::DeserializeOwned>(path: &Path) -> Result<T, Error> {
    match optional(path)? {
        None => Ok(T::default()),
        Some(text) => toml::from_str(&text).map_err(|error| {
            let line = error.span().map_or(0, |span| text[..span.start].matches('\n').count() + 1);
            Error::File { path: PathBuf::from(path), line, reason: error.message().to_owned() }
        }),
    }
}

fn optional(path: &Path) -> Result<Option<String>, Error> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(fault(path, error.to_string())),
    }
}

fn fault(path: &Path, reason: String) -> Error {
    Error::File { path: PathBuf::from(path), line: 0, reason }
}
