//! Measures the embedded engine: `latency SEARCH_JSONL JUDGED_TOML CONTENT_DIR [DOCUMENTS]`.
//! Pages are repeated, with some of their words changed, until there are 10,000. Queries
//! are the judged ones, typed letter by letter too, and hostile ones. Prints JSON lines.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use safe_search::{Document, Embedded, Lang, Lexicon, Query, document};

/// Memory of this process in MB, where the system tells.
fn memory_mb() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kb: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some((kb / 102.4).round() / 10.0)
}

/// Copies of the pages until there are enough: each is a topic of its own, with the
/// sentences of its body in another order and a few words of its own.
fn multiply(pages: &[Document], wanted: usize) -> Vec<Document> {
    let mut all = pages.to_vec();
    let mut copy = 0;
    while all.len() < wanted && !pages.is_empty() {
        copy += 1;
        for page in pages.iter().take(wanted - all.len()) {
            let mut page = page.clone();
            let mut sentences: Vec<&str> = page.body.split_inclusive(['.', '\n']).collect();
            if !sentences.is_empty() {
                let by = copy * 3 % sentences.len();
                sentences.rotate_left(by);
            }
            page.body = format!("{} dossier{copy} référence{}", sentences.concat(), copy * 7);
            page.title = format!("{} {copy}", page.title);
            page.id = format!("{}-{copy}:{}", page.topic(), page.lang);
            page.topic_id = format!("{}-{copy}", page.topic());
            all.push(page);
        }
    }
    all
}

fn percentile(sorted: &[Duration], share: f64) -> f64 {
    let at = ((sorted.len() as f64 * share) as usize).min(sorted.len().saturating_sub(1));
    sorted.get(at).map_or(0.0, |time| (time.as_secs_f64() * 1e6).round() / 1e3)
}

fn report(name: &str, documents: usize, mut times: Vec<Duration>) {
    times.sort_unstable();
    println!(
        "{}",
        serde_json::json!({
            "bench": "search-latency", "engine": "embedded", "queries": name, "documents": documents, "count": times.len(),
            "p50_ms": percentile(&times, 0.5), "p95_ms": percentile(&times, 0.95), "p99_ms": percentile(&times, 0.99),
            "most_ms": percentile(&times, 1.0), "memory_mb": memory_mb(),
        })
    );
}

fn run(engine: &Embedded, queries: &[Query], rounds: usize) -> Result<Vec<Duration>, safe_search::Error> {
    let mut times = Vec::with_capacity(queries.len() * rounds);
    for round in 0..=rounds {
        for query in queries {
            let began = Instant::now();
            let _answer = engine.search_now(query)?;
            // The first round warms the caches.
            if round > 0 {
                times.push(began.elapsed());
            }
        }
    }
    Ok(times)
}

/// Two hundred requests a second: how long each waits and works.
fn paced(engine: &Embedded, queries: &[Query]) -> Result<Vec<Duration>, safe_search::Error> {
    let (step, began) = (Duration::from_millis(5), Instant::now());
    let mut times = Vec::new();
    for (number, query) in queries.iter().cycle().take(2_000).enumerate() {
        let due = began + step * u32::try_from(number).unwrap_or(u32::MAX);
        if let Some(wait) = due.checked_duration_since(Instant::now()) {
            std::thread::sleep(wait);
        }
        let _answer = engine.search_now(query)?;
        times.push(due.elapsed());
    }
    Ok(times)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let path = |at: usize, default: &str| PathBuf::from(args.get(at).map_or(default, String::as_str));
    let pages = document::read(&path(0, "data/site/search.jsonl"))?;
    let judged: toml::Table =
        toml::from_str(&std::fs::read_to_string(path(1, "tests/relevance/judged.toml"))?)?;
    let content = path(2, "content");
    let wanted = args.get(3).and_then(|count| count.parse().ok()).unwrap_or(10_000);
    let lexicon =
        Arc::new(Lexicon::load(&content.join("search"), &content.join("areas/municipalities.toml"))?);
    let documents = multiply(&pages, wanted);
    let count = documents.len();
    let engine = Embedded::in_memory(lexicon);
    let before = memory_mb();
    let began = Instant::now();
    engine.rebuild_now(&documents)?;
    let seconds = (began.elapsed().as_secs_f64() * 1e3).round() / 1e3;
    drop(documents);
    println!(
        "{}",
        serde_json::json!({"bench": "search-build", "engine": "embedded", "documents": count, "seconds": seconds, "memory_before_mb": before, "memory_mb": memory_mb()})
    );
    let asked: Vec<Query> = judged
        .get("query")
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|row| Some(Query::new(row.get("q")?.as_str()?, Lang::parse(row.get("lang")?.as_str()?)?)))
        .collect();
    report("judged", count, run(&engine, &asked, 5)?);
    report("judged at 200/s", count, paced(&engine, &asked)?);
    let typed: Vec<Query> = asked
        .iter()
        .flat_map(|query| {
            let letters = query.text.char_indices().skip(2).step_by(2);
            letters.map(|(end, _)| Query {
                typing: true,
                per_page: 8,
                ..Query::new(&query.text[..end], query.lang)
            })
        })
        .collect();
    report("typing", count, run(&engine, &typed, 1)?);
    let hostile: Vec<Query> = [
        "politie ".repeat(1_250),
        "x".repeat(10_000),
        "aide victime police plainte urgence vol vélo sac quartier commune".to_owned(),
        "\u{0}\u{1b}".repeat(5_000),
        "de la les des".to_owned(),
        "اللغة ".repeat(1_000),
    ]
    .into_iter()
    .map(|text| Query::new(text, Lang::FR))
    .collect();
    report("hostile", count, run(&engine, &hostile, 50)?);
    Ok(())
}
