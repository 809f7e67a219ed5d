//! One suite, two engines. The embedded engine is always tested, in memory and in a
//! folder; Meilisearch against a stand-in that keeps to its documented API, and against a
//! real server where `SAFE_TEST_MEILISEARCH_URL` names one.

mod meili;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use safe_search::{Document, Embedded, Engine, Lang, Lexicon, Meili, Query, Results, document};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn lexicon() -> Arc<Lexicon> {
    let fixtures = fixtures();
    Arc::new(
        Lexicon::load(&fixtures.join("lexicon"), &fixtures.join("municipalities.toml")).expect("lexicon"),
    )
}

fn documents() -> Vec<Document> {
    document::read(&fixtures().join("search.jsonl")).expect("documents")
}

async fn ask(engine: &dyn Engine, lang: &str, text: &str) -> Results {
    engine.search(&Query::new(text, Lang::parse(lang).expect("language"))).await.expect("answer")
}

fn topics(results: &Results) -> Vec<&str> {
    results.hits.iter().map(|hit| hit.topic.as_str()).collect()
}

/// What must be first, by language and words.
const FIRST: &[(&str, &str, &str)] = &[
    ("fr", "l'aide d'urgence", "help/victims"),
    ("fr", "l’aide d’urgence", "help/victims"),
    ("fr", "aide urgence", "help/victims"),
    ("fr", "velo", "advice/bicycle-theft"),
    ("fr", "ve\u{301}lo", "advice/bicycle-theft"),
    ("fr", "proteger velo", "advice/bicycle-theft"),
    ("fr", "cambriolge", "advice/burglary"),
    ("fr", "cambri", "advice/burglary"),
    ("fr", "cambriolages", "advice/burglary"),
    ("fr", "effraction", "advice/burglary"),
    ("fr", "efraction", "advice/burglary"),
    ("fr", "agression sexuelle", "help/rape"),
    ("fr", "viol", "help/rape"),
    ("fr", "viols", "help/rape"),
    ("fr", "1 jour sans", "campaigns/one-day"),
    ("fr", "1030", "areas/21015"),
    ("fr", "Schaarbeek", "areas/21015"),
    ("nl", "Schaerbeek", "areas/21015"),
    ("nl", "slachtoffer hulp", "help/victims"),
    ("nl", "fietsdiefstallen", "advice/bicycle-theft"),
    ("nl", "fietsdiefstalpreventie", "advice/bicycle-theft"),
    ("nl", "inbraakpreventie", "advice/burglary"),
    ("nl", "gestolen fiets", "advice/bicycle-theft"),
    ("de", "Einbruch", "advice/burglary"),
    ("de", "Einbruchsschutz", "advice/burglary"),
    ("ar", "دراجة", "guides/evacuation"),
    ("ar", "اِغْتِصَاب", "help/rape"),
    ("fa", "شماره ها", "guides/fa"),
    ("fa", "كمك", "guides/fa"),
];

async fn suite(engine: &dyn Engine) {
    engine.rebuild(documents()).await.expect("rebuild");
    assert_eq!(engine.len(), documents().len());
    for (lang, words, topic) in FIRST {
        let results = ask(engine, lang, words).await;
        assert_eq!(
            topics(&results).first(),
            Some(topic),
            "{}: {lang} {words}: {:?}",
            engine.name(),
            topics(&results)
        );
    }
    compounds(engine).await;
    rape_is_no_theft(engine).await;
    languages(engine).await;
    shapes(engine).await;
    bad_input(engine).await;
    changes(engine).await;
}

async fn compounds(engine: &dyn Engine) {
    for words in ["slachtofferhulp", "hulp voor slachtoffers"] {
        let results = ask(engine, "nl", words).await;
        let found = topics(&results);
        assert!(
            found.contains(&"help/victims") && found.contains(&"help/victims-plan"),
            "{words}: {found:?}"
        );
    }
}

async fn rape_is_no_theft(engine: &dyn Engine) {
    let thefts = ["advice/bicycle-theft", "advice/burglary", "advice/pickpockets", "advice/violin"];
    for words in ["viol", "viols", "Viol", "viol ?"] {
        let results = ask(engine, "fr", words).await;
        assert!(results.help, "{words}");
        assert!(
            topics(&results).iter().all(|topic| !thefts.contains(topic)),
            "{words}: {:?}",
            topics(&results)
        );
    }
    for words in ["vol", "vols", "voll", "vool"] {
        let results = ask(engine, "fr", words).await;
        assert!(!results.help, "{words}");
        assert!(!topics(&results).contains(&"help/rape"), "{words}: {:?}", topics(&results));
    }
}

async fn languages(engine: &dyn Engine) {
    // A Dutch reader, a page that exists in French alone.
    let results = ask(engine, "nl", "Rosace").await;
    assert_eq!(topics(&results), ["help/ruse"]);
    assert!(results.hits[0].fallback_from_other_language);
    assert_eq!(results.hits[0].lang, Lang::FR);
    // A Dutch word on the French pages leads to the French page.
    let results = ask(engine, "fr", "inbraak").await;
    assert_eq!(results.hits[0].topic, "advice/burglary");
    assert_eq!(results.hits[0].lang, Lang::FR);
    assert!(!results.hits[0].fallback_from_other_language);
    // At the end of a long story, and beside a word that was said before, they count as well.
    let story = "velo police quartier sac cambriolage commune campagne plainte secours voisin maison cave";
    assert!(!ask(engine, "fr", story).await.help);
    assert!(ask(engine, "fr", &format!("{story} et un viol")).await.help);
    assert!(ask(engine, "fr", "agression dans la rue, une agression sexuelle").await.help);
    // Crisis words raise the help box whatever the language of the page.
    for lang in ["fr", "nl", "en", "de", "ar", "tr"] {
        for words in ["viol", "verkrachting", "rape", "اغتصاب", "الاغتصاب"] {
            assert!(ask(engine, lang, words).await.help, "{lang} {words}");
        }
    }
}

async fn shapes(engine: &dyn Engine) {
    let results = ask(engine, "fr", "velo volé").await;
    let hit = &results.hits[0];
    assert!(hit.title_marked.contains("<mark>vélo</mark>"), "{}", hit.title_marked);
    assert!(hit.snippet.contains("<mark>"), "{}", hit.snippet);
    assert!(hit.score > 0.0 && hit.url.starts_with("/fr/"));
    let results = ask(engine, "fr", "relayer campagne scripts").await;
    assert!(
        results.hits[0].snippet.contains("&amp; &lt;<mark>scripts</mark>&gt;"),
        "{}",
        results.hits[0].snippet
    );
    let results = ask(engine, "fr", "cambriolge").await;
    assert_eq!(results.did_you_mean.as_deref(), Some("cambriolage"));
    let all = ask(engine, "fr", "vol").await;
    let counted: usize = all.facets.iter().map(|facet| facet.count).sum();
    assert_eq!(counted, all.total);
    let mut query = Query::new("vol", Lang::FR);
    query.kinds = vec!["advice".to_owned()];
    query.per_page = 1;
    query.page = 2;
    let second = engine.search(&query).await.expect("answer");
    assert_eq!(second.facets, all.facets, "the choice of a kind does not change the counts");
    assert!(second.total >= 2 && second.page == 2 && second.hits.len() == 1);
    assert_eq!(second.hits[0].kind, "advice");
    assert!(second.best >= second.hits[0].score && all.best.to_bits() == all.hits[0].score.to_bits());
    // Nor does it for several words, of which a page must answer more than one.
    for words in
        ["velo volé", "aide victimes urgence", "proteger velo vol cambriolage", "police quartier sac"]
    {
        let all = ask(engine, "fr", words).await;
        for kind in ["advice", "help", "page", "news"] {
            let mut query = Query::new(words, Lang::FR);
            query.kinds = vec![kind.to_owned()];
            let some = engine.search(&query).await.expect("answer");
            assert_eq!(some.facets, all.facets, "{}: {words} {kind}", engine.name());
            let counted = all.facets.iter().find(|facet| facet.kind == kind).map_or(0, |facet| facet.count);
            assert_eq!((some.total, some.hits.len()), (counted, counted), "{words} {kind}");
        }
    }
}

async fn bad_input(engine: &dyn Engine) {
    let long = "cambriolage ".repeat(900);
    let endless = "x".repeat(10_000);
    let marks = "é\u{301}\u{301}\u{200d}".repeat(2_500);
    for words in [
        long.as_str(),
        &endless,
        &marks,
        "",
        "   ",
        "\u{0}\u{1b}[31m\u{7f}",
        "?!…—",
        "de la les",
        "漢字 検索",
        "🚲🔥",
        "\"' OR 1=1 --",
        "a*b? (c) AND NOT",
        "ไทย हिन्दी",
    ] {
        let began = std::time::Instant::now();
        let results = ask(engine, "fr", words).await;
        assert!(results.hits.len() <= 10);
        assert!(began.elapsed().as_secs() < 10, "{} bytes took {:?}", words.len(), began.elapsed());
    }
    assert_eq!(topics(&ask(engine, "fr", &long).await).first(), Some(&"advice/burglary"));
    let mut query = Query::new("vol", Lang::FR);
    query.page = usize::MAX;
    query.per_page = usize::MAX;
    let last = engine.search(&query).await.expect("answer");
    assert_eq!(last.page, last.pages.max(1));
}

async fn changes(engine: &dyn Engine) {
    let mut new = documents().remove(0);
    new.id = "advice/zorglub:fr".to_owned();
    new.topic_id = "advice/zorglub".to_owned();
    new.title = "Zorglub".to_owned();
    engine.upsert(vec![new.clone()]).await.expect("upsert");
    assert_eq!(topics(&ask(engine, "fr", "zorglub").await), ["advice/zorglub"]);
    new.title = "Bulgroz".to_owned();
    engine.upsert(vec![new]).await.expect("upsert");
    assert!(ask(engine, "fr", "zorglub").await.hits.is_empty());
    assert_eq!(topics(&ask(engine, "fr", "bulgroz").await).first(), Some(&"advice/zorglub"));
    engine.remove(vec!["advice/zorglub:fr".to_owned(), "unknown:fr".to_owned()]).await.expect("remove");
    assert!(ask(engine, "fr", "bulgroz").await.hits.is_empty());
    assert_eq!(engine.len(), documents().len());
}

#[tokio::test]
async fn embedded_in_memory() {
    let engine = Embedded::in_memory(lexicon());
    assert!(ask(&engine, "fr", "vol").await.hits.is_empty(), "an empty index answers");
    suite(&engine).await;
}

#[tokio::test]
async fn embedded_in_a_folder() {
    let root = std::env::temp_dir().join(format!("safe-search-{}", std::process::id()));
    let engine = Embedded::in_folder(lexicon(), root.clone()).expect("folder");
    suite(&engine).await;
    engine.rebuild(documents()).await.expect("again");
    engine.rebuild(documents()).await.expect("again");
    let kept = std::fs::read_dir(&root).expect("folder").count();
    assert_eq!(kept, 1, "old indexes go");
    drop(engine);
    std::fs::remove_dir_all(root).expect("remove");
}

#[tokio::test]
async fn meilisearch() {
    let Ok(url) = std::env::var("SAFE_TEST_MEILISEARCH_URL") else {
        println!("the real Meilisearch was not tested: SAFE_TEST_MEILISEARCH_URL is not set");
        return;
    };
    let key = std::env::var("SAFE_TEST_MEILISEARCH_KEY").ok();
    let engine = Meili::new(lexicon(), &url, key, "safe-test").expect("client");
    suite(&engine).await;
}

#[tokio::test]
async fn the_exchanges_with_meilisearch_are_those_of_its_api() {
    let (url, server) = meili::start().await;
    let stranger = Meili::new(lexicon(), &url, None, "safe-test").expect("client");
    stranger.rebuild(documents()).await.expect_err("without the key");
    let engine = Meili::new(lexicon(), &url, Some(meili::KEY.to_owned()), "safe-test").expect("client");
    suite(&engine).await;
    let server = server.lock().expect("server");
    assert!(server.refused.is_empty(), "{:#?}", server.refused);
    for wanted in ["POST /swap-indexes", "POST /multi-search", "PATCH /indexes/safe-test-fr-next"] {
        assert!(server.asked.iter().any(|asked| asked.starts_with(wanted)), "{wanted} was never asked");
    }
}

#[tokio::test]
async fn what_others_left_behind_goes_and_what_they_fill_stays() {
    let (url, server) = meili::start().await;
    let old = "2025-12-31T12:00:00Z";
    for (uid, created) in [
        ("safe-test-fr-next-1-1", old),
        ("safe-test-nl-next-1-1", "2025-12-31T23:50:00Z"),
        ("safe-test-more-fr-next-1-1", old),
        ("elsewhere", old),
    ] {
        server.lock().expect("server").leave(uid, created);
    }
    let engine = Meili::new(lexicon(), &url, Some(meili::KEY.to_owned()), "safe-test").expect("client");
    engine.rebuild(documents()).await.expect("rebuild");
    let server = server.lock().expect("server");
    let others: Vec<&str> = server
        .names()
        .into_iter()
        .filter(|uid| !uid.starts_with("safe-test-") || uid.contains("next"))
        .collect();
    assert_eq!(others, ["elsewhere", "safe-test-more-fr-next-1-1", "safe-test-nl-next-1-1"]);
}

#[tokio::test]
async fn two_processes_with_one_number_fill_their_own_indexes() {
    let (url, server) = meili::start().await;
    let engine = || Meili::new(lexicon(), &url, Some(meili::KEY.to_owned()), "safe-test").expect("client");
    let (one, other) = (engine(), engine());
    let (first, second) = tokio::join!(one.rebuild(documents()), other.rebuild(documents()));
    first.expect("one");
    second.expect("other");
    assert_eq!(topics(&ask(&one, "fr", "cambriolage").await).first(), Some(&"advice/burglary"));
    let made = |asked: &&String| asked.starts_with("PATCH /indexes/safe-test-fr-next");
    let server = server.lock().expect("server");
    let names: std::collections::HashSet<&String> = server.asked.iter().filter(made).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[tokio::test]
async fn a_server_that_lost_its_data_is_told_from_one_that_is_away() {
    let (url, server) = meili::start().await;
    let engine = Meili::new(lexicon(), &url, Some(meili::KEY.to_owned()), "safe-test").expect("client");
    engine.rebuild(documents()).await.expect("rebuild");
    server.lock().expect("server").lose();
    let lost = engine.search(&Query::new("cambriolage", Lang::FR)).await.expect_err("no index");
    assert!(matches!(lost, safe_search::Error::Lost), "{lost:?}");
    engine.rebuild(documents()).await.expect("again");
    assert_eq!(topics(&ask(&engine, "fr", "cambriolage").await).first(), Some(&"advice/burglary"));
    let nobody = Meili::new(lexicon(), "http://127.0.0.1:9", None, "safe-test").expect("client");
    let away = nobody.rebuild(documents()).await.expect_err("nobody answers");
    assert!(matches!(away, safe_search::Error::Server(_)), "{away:?}");
}

#[tokio::test]
async fn readers_never_see_half_an_index() {
    let engine = Arc::new(Embedded::in_memory(lexicon()));
    engine.rebuild(documents()).await.expect("rebuild");
    let writer = {
        let engine = engine.clone();
        std::thread::spawn(move || {
            for _ in 0..10 {
                engine.rebuild_now(&documents()).expect("rebuild");
            }
        })
    };
    let mut asked = 0;
    while !writer.is_finished() || asked < 50 {
        let results = engine.search_now(&Query::new("cambriolage", Lang::FR)).expect("answer");
        assert_eq!(topics(&results).first(), Some(&"advice/burglary"));
        asked += 1;
    }
    writer.join().expect("writer");
}

#[test]
fn the_lexicon_of_the_portal_has_no_conflict() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../content");
    let lexicon =
        Lexicon::load(&root.join("search"), &root.join("areas/municipalities.toml")).expect("lexicon");
    assert!(lexicon.unknown_concepts().is_empty(), "{:#?}", lexicon.unknown_concepts());
    assert!(lexicon.conflicts().is_empty(), "{:#?}", lexicon.conflicts());
}

#[test]
fn one_tls_provider() {
    let client = reqwest::Client::builder().build();
    assert!(client.is_ok(), "a second TLS provider has come in: {client:?}");
}
