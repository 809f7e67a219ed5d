//! Measures relevance on the judged queries, for each engine that there is:
//! `relevance SEARCH_JSONL JUDGED_TOML CONTENT_DIR [--faults]`. Prints JSON lines; with
//! `--faults` also, on standard error, the queries whose answer is not good enough.
//!
//! Weights and word lists are tuned on every second query alone, and only those are
//! shown as faults; the others (`half kept back`) tell whether tuning went too far.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use safe_search::{Embedded, Engine, Lang, Lexicon, Meili, Query, document};
use serde::Deserialize;

/// Ranks that are looked at.
const DEPTH: usize = 10;

#[derive(Deserialize)]
struct Judged {
    query: Vec<Judgement>,
}

#[derive(Deserialize)]
struct Judgement {
    q: String,
    lang: Lang,
    kind: String,
    #[serde(default)]
    grades: BTreeMap<String, u32>,
    #[serde(default)]
    absent: Vec<String>,
}

/// Figures of a set of queries.
#[derive(Default)]
struct Tally {
    queries: usize,
    graded: usize,
    ndcg: f64,
    reciprocal: f64,
    recall: f64,
    empty: usize,
    forbidden: usize,
}

impl Tally {
    fn add(&mut self, judgement: &Judgement, found: &[String]) -> f64 {
        self.queries += 1;
        self.empty += usize::from(found.is_empty());
        let forbidden = found.iter().take(DEPTH).any(|topic| judgement.absent.contains(topic));
        self.forbidden += usize::from(forbidden);
        if judgement.grades.is_empty() {
            return if forbidden { 0.0 } else { 1.0 };
        }
        self.graded += 1;
        let ndcg = ndcg(judgement, found);
        self.ndcg += ndcg;
        let first =
            found.iter().take(DEPTH).position(|topic| judgement.grades.get(topic).is_some_and(|g| *g >= 2));
        self.reciprocal += first.map_or(0.0, |rank| 1.0 / (rank + 1) as f64);
        let wanted: Vec<_> = judgement.grades.iter().filter(|(_, grade)| **grade >= 3).collect();
        let seen = wanted.iter().filter(|(topic, _)| found.iter().take(5).any(|hit| hit == *topic)).count();
        self.recall += if wanted.is_empty() { 1.0 } else { seen as f64 / wanted.len() as f64 };
        if forbidden { 0.0 } else { ndcg }
    }

    fn print(&self, engine: &str, lang: &str, kind: &str) {
        let mean = |sum: f64| (sum / self.graded.max(1) as f64 * 1e4).round() / 1e4;
        println!(
            "{}",
            serde_json::json!({
                "bench": "search-relevance", "engine": engine, "lang": lang, "kind": kind,
                "queries": self.queries, "ndcg_at_10": mean(self.ndcg), "mrr_at_10": mean(self.reciprocal),
                "recall_at_5": mean(self.recall), "without_results": self.empty, "with_forbidden": self.forbidden,
            })
        );
    }
}

fn gain(grade: u32, rank: usize) -> f64 {
    f64::from((1_u32 << grade) - 1) / ((rank + 2) as f64).log2()
}

fn ndcg(judgement: &Judgement, found: &[String]) -> f64 {
    let reached: f64 = found
        .iter()
        .take(DEPTH)
        .enumerate()
        .map(|(rank, topic)| gain(judgement.grades.get(topic).copied().unwrap_or(0), rank))
        .sum();
    let mut best: Vec<u32> = judgement.grades.values().copied().collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    let most: f64 = best.iter().take(DEPTH).enumerate().map(|(rank, grade)| gain(*grade, rank)).sum();
    if most > 0.0 { reached / most } else { 1.0 }
}

async fn measure(
    engine: &dyn Engine,
    judged: &Judged,
    faults: bool,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut by_lang: BTreeMap<String, Tally> = BTreeMap::new();
    let mut by_kind: BTreeMap<String, Tally> = BTreeMap::new();
    let mut by_both: BTreeMap<(String, String), Tally> = BTreeMap::new();
    let mut halves = [Tally::default(), Tally::default()];
    let mut all = Tally::default();
    for (number, judgement) in judged.query.iter().enumerate() {
        let results = engine.search(&Query::new(&judgement.q, judgement.lang)).await?;
        let found: Vec<String> = results.hits.into_iter().map(|hit| hit.topic).collect();
        let lang = judgement.lang.to_string();
        let value = all.add(judgement, &found);
        halves[number % 2].add(judgement, &found);
        by_lang.entry(lang.clone()).or_default().add(judgement, &found);
        by_kind.entry(judgement.kind.clone()).or_default().add(judgement, &found);
        by_both.entry((lang, judgement.kind.clone())).or_default().add(judgement, &found);
        if faults && value < 0.8 && number % 2 == 0 {
            eprintln!("{value:.2} {} [{}] {}", judgement.lang, judgement.kind, judgement.q);
            eprintln!(
                "     wanted {:?}{}",
                judgement.grades,
                if judgement.absent.is_empty() {
                    String::new()
                } else {
                    format!(" without {:?}", judgement.absent)
                }
            );
            eprintln!("     found  {}", found.join(" "));
        }
    }
    let name = engine.name();
    all.print(name, "all", "all");
    halves[0].print(name, "all", "half tuned on");
    halves[1].print(name, "all", "half kept back");
    by_lang.iter().for_each(|(lang, tally)| tally.print(name, lang, "all"));
    by_kind.iter().for_each(|(kind, tally)| tally.print(name, "all", kind));
    by_both.iter().for_each(|((lang, kind), tally)| tally.print(name, lang, kind));
    let means = by_lang.values().map(|tally| tally.ndcg / tally.graded.max(1) as f64);
    let (worst, best) =
        means.fold((f64::MAX, 0.0_f64), |(worst, best), mean| (worst.min(mean), best.max(mean)));
    println!(
        "{}",
        serde_json::json!({"bench": "search-parity", "engine": name, "worst_by_best": (worst / best * 1e4).round() / 1e4})
    );
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let path = |at: usize, default: &str| PathBuf::from(args.get(at).map_or(default, String::as_str));
    let documents = document::read(&path(0, "data/site/search.jsonl"))?;
    let judged: Judged = toml::from_str(&std::fs::read_to_string(path(1, "tests/relevance/judged.toml"))?)?;
    let content = path(2, "content");
    let faults = args.iter().any(|arg| arg == "--faults");
    let lexicon =
        Arc::new(Lexicon::load(&content.join("search"), &content.join("areas/municipalities.toml"))?);
    let embedded = Embedded::in_memory(lexicon.clone());
    embedded.rebuild(documents.clone()).await?;
    measure(&embedded, &judged, faults).await?;
    match std::env::var("SAFE_TEST_MEILISEARCH_URL") {
        Ok(url) => {
            let key = std::env::var("SAFE_TEST_MEILISEARCH_KEY").ok();
            let meili = Meili::new(lexicon, &url, key, "safe-relevance")?;
            meili.rebuild(documents).await?;
            measure(&meili, &judged, faults).await?;
        }
        Err(_) => println!(
            "{}",
            serde_json::json!({"bench": "search-relevance", "engine": "meilisearch", "skipped": "SAFE_TEST_MEILISEARCH_URL is not set"})
        ),
    }
    Ok(())
}
