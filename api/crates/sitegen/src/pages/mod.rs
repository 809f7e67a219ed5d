//! Page builders, one file per kind. Each takes the site and gives pages; none writes.

pub mod areas;
pub mod articles;
pub mod bulletins;
pub mod datasets;
pub mod frame;
pub mod help;
pub mod kit;
pub mod listing;
pub mod map_of_pages;
pub mod permits;
pub mod plans;
pub mod registers;
pub mod terms;

use safe_content::Lang;

use crate::page::{Page, SearchDoc};

pub use help::search_docs as service_docs;

/// Makes the search document of a page from what the page shows.
#[must_use]
pub fn search_doc(lang: Lang, kind: &str, topic: &str, page: &Page, body: String) -> SearchDoc {
    SearchDoc {
        id: format!("{topic}:{lang}"),
        kind: kind.to_owned(),
        lang: lang.to_string(),
        topic_id: topic.to_owned(),
        title: page.title.clone(),
        summary: page.description.clone(),
        body,
        url: format!("/{lang}{}", page.path),
        audience: Vec::new(),
        municipality: Vec::new(),
    }
}
