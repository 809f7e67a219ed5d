//! Writing the index.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::schema::document::OwnedValue;
use tantivy::tokenizer::{PreTokenizedString, Token as IndexToken};
use tantivy::{Index, IndexWriter, ReloadPolicy, Searcher, TantivyDocument, Term};

use super::Shelf;
use super::layout::{Layout, word_of};
use super::packed;
use crate::analyse::Analyser;
use crate::corpus::{Corpus, Tokens};
use crate::document::Document;
use crate::engine::Error;

/// Memory of the writer while it works.
const WRITER_BYTES: usize = 50 << 20;

/// A folder that goes away with its last reader.
pub(super) struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            tracing::warn!(folder = %self.0.display(), %error, "an old search index stays");
        }
    }
}

fn make(path: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(path).map_err(|source| Error::Folder { path: path.to_owned(), source })
}

/// Makes the folder and takes away what an earlier process left: an index belongs to
/// the process that made it.
pub(super) fn empty(root: &Path) -> Result<(), Error> {
    if root.exists() {
        std::fs::remove_dir_all(root).map_err(|source| Error::Folder { path: root.to_owned(), source })?;
    }
    make(root)
}

/// A whole new index.
pub(super) fn shelf(
    analyser: &Analyser,
    root: Option<&Path>,
    generation: u64,
    documents: &[Document],
) -> Result<Shelf, Error> {
    let layout = Layout::new();
    let (index, folder) = match root {
        None => (Index::create_in_ram(layout.schema.clone()), None),
        Some(root) => {
            let path = root.join(generation.to_string());
            make(&path)?;
            let folder = Arc::new(Folder(path.clone()));
            (Index::create_in_dir(&path, layout.schema.clone())?, Some(folder))
        }
    };
    let mut corpus = Corpus::new(analyser.clone());
    let mut writer: IndexWriter = index.writer_with_num_threads(1, WRITER_BYTES)?;
    for document in documents {
        add(&mut corpus, &mut writer, &layout, document)?;
    }
    corpus.seal();
    writer.commit()?;
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        // One segment answers faster than several.
        let _merged = writer.merge(&segments).wait()?;
    }
    writer.wait_merging_threads()?;
    Ok(Shelf { searcher: searcher(&index)?, corpus, layout, folder })
}

/// The index with some documents replaced or gone.
pub(super) fn changed(old: &Shelf, documents: &[Document], gone: &[String]) -> Result<Shelf, Error> {
    let index = old.searcher.index();
    let mut corpus = old.corpus.clone();
    let mut writer: IndexWriter = index.writer_with_num_threads(1, WRITER_BYTES)?;
    for id in gone.iter().chain(documents.iter().map(|document| &document.id)) {
        if let Some(card) = corpus.find(id) {
            writer.delete_term(Term::from_field_u64(old.layout.card, u64::from(card)));
            corpus.remove(id);
        }
    }
    for document in documents {
        add(&mut corpus, &mut writer, &old.layout, document)?;
    }
    corpus.seal();
    writer.commit()?;
    writer.wait_merging_threads()?;
    Ok(Shelf { searcher: searcher(index)?, corpus, layout: old.layout.clone(), folder: old.folder.clone() })
}

fn searcher(index: &Index) -> Result<Searcher, Error> {
    let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
    Ok(reader.searcher())
}

fn add(
    corpus: &mut Corpus,
    writer: &mut IndexWriter,
    layout: &Layout,
    document: &Document,
) -> Result<(), Error> {
    let (card, tokens) = corpus.add(document);
    let mut out = TantivyDocument::default();
    out.add_u64(layout.card, u64::from(card));
    out.add_field_value(layout.text, &OwnedValue::Bytes(packed::text(document)));
    out.add_field_value(layout.places, &OwnedValue::Bytes(packed::places(&tokens)));
    let words = Words::of(corpus, document, &tokens);
    for (field, list) in [
        (layout.exact, words.exact),
        (layout.stem, words.stem),
        (layout.parts, words.parts),
        (layout.title, words.title),
    ] {
        out.add_pre_tokenized_text(field, pre_tokenized(list));
    }
    writer.add_document(out)?;
    Ok(())
}

#[derive(Default)]
struct Words {
    exact: Vec<String>,
    stem: Vec<String>,
    parts: Vec<String>,
    title: Vec<String>,
}

impl Words {
    /// The words of a card. Those that say nothing are kept in titles alone, so that a
    /// question made of them finds a title made of them.
    fn of(corpus: &Corpus, document: &Document, tokens: &Tokens) -> Self {
        let mut words = Self::default();
        let lang = document.lang;
        let Some(card) = corpus.find(&document.id).and_then(|number| corpus.card(number)) else {
            return words;
        };
        for occurrence in &card.words {
            let forms = &corpus.vocabulary.entry(occurrence.word).forms;
            if forms.stop && occurrence.title == 0 {
                continue;
            }
            let times = usize::from(occurrence.title) * 3
                + usize::from(occurrence.summary)
                + usize::from(occurrence.body);
            words.exact.push(word_of(lang, &forms.exact));
            for _ in 0..times.clamp(1, 8) {
                words.stem.push(word_of(lang, &forms.stem));
            }
            words.parts.extend(forms.parts.iter().map(|part| word_of(lang, part)));
        }
        for token in &tokens.title {
            let forms = &corpus.vocabulary.entry(token.word).forms;
            words.title.push(word_of(lang, &forms.stem));
        }
        words
    }
}

fn pre_tokenized(words: Vec<String>) -> PreTokenizedString {
    let tokens = words
        .into_iter()
        .enumerate()
        .map(|(position, text)| IndexToken {
            text,
            position,
            offset_from: 0,
            offset_to: 0,
            position_length: 1,
        })
        .collect();
    PreTokenizedString { text: String::new(), tokens }
}
