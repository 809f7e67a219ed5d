//! The search as people and programs meet it: odd questions, pages of results, and a server
//! that has lost its index.

story!(odd_questions_get_sound_pages);
story!(every_page_answers_the_same_question);
story!(who_walks_through_the_results_comes_to_an_end);
story!(a_server_that_lost_its_index_is_filled_anew);

/// A stand-in for the server, the one of the crate's own tests.
#[path = "../../../api/crates/search/tests/meili/mod.rs"]
#[expect(dead_code, reason = "the crate's own tests use the rest")]
mod meili;

mod tell {
    use std::time::Duration;

    use reqwest::{Method, StatusCode};
    use safe_api::config::Config;
    use safe_tests::{Engine, System};
    use serde_json::{Value, json};

    use super::meili;

    /// Pages about one word, in French: as many as there are of it.
    fn pages(word: &str, count: usize) -> impl Iterator<Item = String> {
        (0..count).map(move |number| {
            let topic = format!("advice/{word}-{number}");
            let document = json!({
                "id": format!("{topic}:fr"), "kind": if number % 2 == 0 { "advice" } else { "guide" },
                "lang": "fr", "topic_id": topic, "title": format!("{word} {number}"), "summary": "",
                "body": format!("Une page sur {word}."), "url": format!("/fr/{topic}/"),
                "audience": [], "municipality": [],
            });
            format!("{document}\n")
        })
    }

    async fn system(engine: Engine) -> (System, tempfile::TempDir) {
        system_with(engine, |_| {}).await
    }

    async fn system_with(engine: Engine, change: impl FnOnce(&mut Config)) -> (System, tempfile::TempDir) {
        let folder = tempfile::tempdir().expect("a folder");
        let documents: String = pages("zorglub", 25).chain(pages("bulgroz", 3)).collect();
        std::fs::write(folder.path().join("search.jsonl"), documents).expect("written");
        let dir = folder.path().to_owned();
        let system = System::start_with(engine, |config| {
            config.site.dir = dir;
            change(config);
        })
        .await;
        let ready = system.until(Duration::from_secs(20), || async { system.state().search.is_ready() });
        assert!(ready.await, "the index is made");
        (system, folder)
    }

    async fn page(system: &System, path: &str) -> String {
        let request = system.http.get(format!("{}{path}", system.base)).header("accept", "text/html");
        let response = request.send().await.expect("answer");
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.text().await.expect("text")
    }

    /// What stands between two texts.
    fn between<'a>(page: &'a str, begin: &str, end: &str) -> &'a str {
        let from = page.find(begin).unwrap_or_else(|| panic!("{begin} in {page}")) + begin.len();
        page[from..].split(end).next().expect("an end")
    }

    pub async fn odd_questions_get_sound_pages(engine: Engine) {
        let (system, _folder) = system(engine).await;
        let empty = page(&system, "/fr/search?q=%00%01").await;
        assert!(empty.contains("value=\"\""), "{empty}");
        // One letter wrong, and signs that no page may hold, also in the name of a kind.
        for path in ["/fr/search?q=%1Bzorglug%7F%EF%BF%BE%00&kind=%01guide", "/fr/search?q=%00zorglub&page=2"]
        {
            let found = page(&system, path).await;
            let odd = found.chars().find(|c| (c.is_control() && *c != '\n') || *c == '\u{fffe}');
            assert_eq!(odd, None, "{path}: {found}");
            assert!(found.contains("<li class=\"hit\">"), "{path}: {found}");
        }
        // Two forms to search with are told apart.
        assert!(empty.contains("role=\"search\" aria-label=\"Recherche\""), "{empty}");
        // Ten thousand letters of a script that a form writes with nine bytes each.
        let long = "字".repeat(10_000);
        let answer = system.form("/api/v1/search", &[("q", &long)]).send().await.expect("answer");
        assert_eq!(answer.status(), StatusCode::OK);
        let answer = system.form("/fr/search", &[("q", &long)]).send().await.expect("answer");
        assert_eq!(answer.status(), StatusCode::OK);
        system.stop().await;
    }

    pub async fn every_page_answers_the_same_question(engine: Engine) {
        let (system, _folder) = system(engine).await;
        let question = format!("{}bulgroz", "zorglub+".repeat(30));
        let first = page(&system, &format!("/fr/search?q={question}")).await;
        let next =
            between(&first, "<a rel=\"next\" href=\"", "\"").replace("&#38;", "&").replace("&amp;", "&");
        let second = page(&system, &next).await;
        let count = |page: &str| between(page, "<p role=\"status\">", "</p>").to_owned();
        assert_eq!(count(&first), count(&second), "{next}");
        assert!(count(&first).contains("25"), "{}", count(&first));
        system.stop().await;
    }

    pub async fn who_walks_through_the_results_comes_to_an_end(engine: Engine) {
        let (system, _folder) = system(engine).await;
        let mut urls = Vec::new();
        for number in 1.. {
            let answer = system.json(&format!("/api/v1/search?q=zorglub&lang=fr&page={number}")).await;
            assert_eq!((&answer["page"], &answer["pages"]), (&json!(number), &json!(3)), "{answer}");
            let hits = answer["hits"].as_array().expect("hits");
            if hits.is_empty() {
                break;
            }
            urls.extend(hits.iter().map(|hit| hit["url"].as_str().expect("url").to_owned()));
        }
        urls.sort_unstable();
        urls.dedup();
        assert_eq!(urls.len(), 25);
        let body = json!({ "q": "zorglub", "lang": "fr", "page": 4 });
        let response = system.send(Method::POST, "/api/v1/search", None, Some(&body)).await;
        let late: Value = response.json().await.expect("JSON");
        assert_eq!((&late["hits"], &late["total"]), (&json!([]), &json!(25)));
        // A person who mistypes an address gets the last page.
        let last = page(&system, "/fr/search?q=zorglub&page=9").await;
        assert_eq!(last.matches("<li class=\"hit\">").count(), 5);
        system.stop().await;
    }

    pub async fn a_server_that_lost_its_index_is_filled_anew(engine: Engine) {
        let (url, server) = meili::start().await;
        let (system, _folder) = system_with(engine, |config| {
            config.search.meilisearch_url = url;
            config.search.meilisearch_key = meili::KEY.into();
        })
        .await;
        let path = "/api/v1/search?q=zorglub&lang=fr";
        let status = async || system.send(Method::GET, path, None, None).await.status();
        assert_eq!(status().await, StatusCode::OK);
        server.lock().expect("server").lose();
        assert_eq!(status().await, StatusCode::SERVICE_UNAVAILABLE, "nothing can be found now");
        let filled = system.until(Duration::from_secs(20), || async { status().await == StatusCode::OK });
        assert!(filled.await, "the index was made anew without a restart");
        assert_eq!(system.json(path).await["total"], 25);
        system.stop().await;
    }
}
