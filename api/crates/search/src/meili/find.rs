//! Finding candidates on the server: one federated request for all plans.
//!
//! Words are repaired and expanded before they are sent, so the server's own typo
//! tolerance and prefix search are off; its order only decides which thousand documents
//! are judged here.

use std::collections::HashMap;

use meilisearch_sdk::client::Client;
use meilisearch_sdk::search::{
    FederationOptions, MatchingStrategies, MultiSearchQuery, SearchQuery, Selectors,
};
use serde::Deserialize;

use super::http::Http;
use super::row::{id, solid};
use super::{locale, unread};
use crate::corpus::{CardId, Corpus};
use crate::engine::Error;
use crate::lang::Lang;
use crate::plan::{Plan, Question, Term};
use crate::rank::Candidates;

/// Most documents of an answer, the server's own limit.
pub const MOST: usize = 1_000;
/// Most words of one request and most requests; the server reads ten words.
const MOST_WORDS: usize = 10;
const MOST_LOOKUPS: usize = 40;

/// One look-up: words, where, and how much the order counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lookup {
    pub words: String,
    pub attributes: &'static [&'static str],
    pub weight: f32,
}

#[derive(Debug, Clone, Deserialize)]
struct Found {
    key: String,
}

/// All ways to answer a plan: the words together, then each group and each phrase.
pub(super) fn lookups(plan: &Plan) -> Vec<Lookup> {
    const ANYWHERE: &[&str] = &["title_stem", "stem", "parts"];
    let first = |terms: &[Term]| {
        terms.iter().find_map(|term| match term {
            Term::Stem(word) | Term::Part(word) => Some(solid(word)),
            Term::Exact(_) => None,
        })
    };
    let mut all = Vec::new();
    let together: Vec<String> =
        plan.groups.iter().filter_map(|group| first(&group.terms)).take(MOST_WORDS).collect();
    if together.len() > 1 {
        all.push(Lookup { words: together.join(" "), attributes: ANYWHERE, weight: 1.0 });
    }
    for group in &plan.groups {
        for phrase in &group.phrases {
            let words: Vec<String> =
                phrase.terms.iter().filter_map(|terms| first(terms)).take(MOST_WORDS).collect();
            let lookup = Lookup { words: words.join(" "), attributes: ANYWHERE, weight: 0.8 };
            if !words.is_empty() && !all.contains(&lookup) {
                all.push(lookup);
            }
        }
        for term in &group.terms {
            let (word, attributes): (&str, &'static [&'static str]) = match term {
                Term::Stem(word) => (word, &["title_stem", "stem"]),
                Term::Part(word) => (word, &["parts"]),
                Term::Exact(word) => (word, &["exact"]),
            };
            all.push(Lookup { words: solid(word), attributes, weight: 0.7 });
        }
    }
    all.retain(|lookup| !lookup.words.is_empty());
    all.truncate(MOST_LOOKUPS);
    all
}

/// Candidates of each pass.
pub(super) async fn candidates(
    client: &Client<Http>,
    corpus: &Corpus,
    question: &Question,
    uid: impl Fn(Lang) -> String,
) -> Result<Vec<Candidates>, Error> {
    // A language that only the lexicon speaks has no index.
    let held = question.passes.iter().filter(|pass| corpus.vocabulary.documents(pass.plan.lang) > 0);
    let by_pass: Vec<(Lang, Vec<Lookup>)> = held.map(|pass| (pass.plan.lang, lookups(&pass.plan))).collect();
    let indexes: HashMap<Lang, _> =
        by_pass.iter().map(|(lang, _)| (*lang, client.index(uid(*lang)))).collect();
    let locales: HashMap<Lang, [&'static str; 1]> =
        by_pass.iter().filter_map(|(lang, _)| Some((*lang, [locale(*lang)?]))).collect();
    let mut request = MultiSearchQuery::new(client);
    let mut count = 0;
    for (lang, lookups) in &by_pass {
        for lookup in lookups.iter().take(MOST_LOOKUPS) {
            let mut query = SearchQuery::new(&indexes[lang]);
            query.query = Some(&lookup.words);
            query.attributes_to_search_on = Some(lookup.attributes);
            query.attributes_to_retrieve = Some(Selectors::Some(&["key"]));
            query.matching_strategy = Some(if lookup.weight < 0.9 {
                MatchingStrategies::ALL
            } else {
                MatchingStrategies::FREQUENCY
            });
            query.locales = locales.get(lang).map(<[&str; 1]>::as_slice);
            request.with_search_query_and_weight(query, lookup.weight);
            count += 1;
        }
    }
    if count == 0 {
        return Ok(vec![Candidates::default(); question.passes.len()]);
    }
    let federation = FederationOptions { limit: Some(MOST), ..FederationOptions::default() };
    let answer = request.with_federation(federation).execute::<Found>().await.map_err(unread)?;
    let mut found: HashMap<Lang, Vec<(CardId, f32)>> = HashMap::new();
    for (rank, hit) in answer.hits.iter().enumerate() {
        let Some(number) = id(&hit.result.key).and_then(|id| corpus.find(&id)) else { continue };
        let Some(card) = corpus.card(number) else { continue };
        found.entry(card.lang).or_default().push((number, -(rank as f32)));
    }
    Ok(question
        .passes
        .iter()
        .map(|pass| Candidates {
            cards: found.get(&pass.plan.lang).cloned().unwrap_or_default(),
            required: pass.plan.required(),
        })
        .collect())
}
