//! Full-text search: the engine, its answers as data and as a page.
//!
//! No query is stored or logged: neither the log line of a request nor an error holds
//! it, and a form sent by POST keeps it out of addresses as well.

mod engine;
mod page;
mod routes;

pub use engine::Search;
pub use page::configure as configure_pages;
pub use routes::configure;

use safe_search::{Query, Results};

use crate::app::State;
use crate::error::{Error, Result};
use crate::http::Reader;
use crate::i18n::Lang;

/// Results on a page.
const PER_PAGE: usize = 10;

/// Longest question in characters. The engine reads fewer of most scripts; the rest of a very
/// long text is left out.
const MOST_CHARS: usize = 1_000;

/// A question as it is searched, shown and carried on: what cannot stand in a page is a space,
/// and no more than so many characters.
fn cleaned(words: &str, most: usize) -> String {
    let plain = |c: char| if c.is_control() || is_no_character(c) { ' ' } else { c };
    let begun: String =
        words.trim_start_matches(|c: char| plain(c).is_whitespace()).chars().take(most).collect();
    begun.chars().map(plain).collect::<String>().trim_end().to_owned()
}

/// Code points that Unicode keeps for the inside of programs; HTML refuses them.
fn is_no_character(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

/// What a reader asks, whatever the form it came in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    /// Words.
    pub words: String,
    /// Kinds, none for all.
    pub kinds: Vec<String>,
    /// Page, from 1.
    pub page: usize,
    /// Results per page.
    pub per_page: usize,
    /// Whether the reader is still typing.
    pub typing: bool,
}

impl Asked {
    fn query(&self, lang: Lang) -> Query {
        Query {
            kinds: self.kinds.clone(),
            page: self.page.max(1),
            per_page: if self.per_page == 0 { PER_PAGE } else { self.per_page },
            typing: self.typing,
            ..Query::new(self.words.as_str(), code(lang))
        }
    }
}

/// The language as the search knows it.
fn code(lang: Lang) -> safe_search::Lang {
    safe_search::Lang::parse(lang.code()).unwrap_or(safe_search::Lang::FR)
}

/// Answers in the reader's language; a reader without one is answered in the official
/// language that knows the words better.
pub(crate) async fn answer(state: &State, reader: Reader, asked: &Asked) -> Result<(Lang, Results)> {
    if !state.search.is_ready() {
        return Err(Error::Unavailable);
    }
    if let Some(lang) = reader.0 {
        return Ok((lang, ask(state, asked, lang).await?));
    }
    let french = ask(state, asked, Lang::FR).await?;
    let dutch = ask(state, asked, Lang::NL).await?;
    Ok(if dutch.best > french.best { (Lang::NL, dutch) } else { (Lang::FR, french) })
}

async fn ask(state: &State, asked: &Asked, lang: Lang) -> Result<Results> {
    let mut results = state.search.ask(&asked.query(lang)).await.map_err(|error| {
        // The chain names the engine's fault, never the words.
        tracing::error!(error = format!("{:#}", anyhow::Error::new(error)), "a search failed");
        Error::Unavailable
    })?;
    // The index is that of the last build; a service that an editor has hidden since is
    // not found any more.
    let all = results.hits.len();
    results.hits.retain(|hit| !crate::help::is_hidden_sheet(state, &hit.url));
    results.total = results.total.saturating_sub(all - results.hits.len());
    Ok(results)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_clean_and_bounded() {
        assert_eq!(cleaned("\0\u{1}", 200), "");
        assert_eq!(cleaned("\u{1b} vol\u{7f}de\tvélo\u{fffe}\n", 200), "vol de vélo");
        assert_eq!(cleaned("\u{fdd0}\u{1ffff}viol", 200), "viol");
        assert_eq!(cleaned(&"é ".repeat(300), 200), "é ".repeat(100).trim_end());
        assert_eq!(cleaned("اغتصاب", 3), "اغت");
    }
}
