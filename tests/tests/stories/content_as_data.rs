//! The portal's content as data: what other applications read.

use safe_tests::{Engine, System};
use serde_json::{Value, json};

fn measure(lang: &str, theme: i64, number: &str) -> Value {
    json!({
        "id": format!("pgsp-2021-2024/{number}"), "lang": lang, "title": format!("{lang} {number}"),
        "summary": "…", "url": format!("/{lang}/plans/pgsp-2021-2024/{}/", number.replace('.', "-")),
        "sources": [{ "title": "report", "url": null, "note": null }],
        "number": number, "theme": { "number": theme, "title": "…" },
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_are_given_page_by_page_and_language_by_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let dataset = |lang: &str| json!({ "id": "survey", "lang": lang, "title": "…", "summary": "…", "url": "/", "sources": [] });
    let list = |lang| -> Vec<Value> {
        (1..=3)
            .flat_map(|theme| (1..=9).map(move |n| measure(lang, theme, &format!("{theme}.{n}"))))
            .collect()
    };
    let catalogue = json!({
        "plans/pgsp-2021-2024": { "fr": list("fr"), "nl": list("nl") },
        "datasets": { "fr": [dataset("fr")], "nl": [dataset("nl")] },
    });
    std::fs::write(folder.path().join("catalogue.json"), catalogue.to_string()).expect("written");
    let csv = folder.path().join("public/nl/datasets/survey");
    std::fs::create_dir_all(&csv).expect("folder");
    std::fs::write(csv.join("survey.csv"), "jaar,aantal\r\n2022,1\r\n").expect("written");
    let dir = folder.path().to_owned();
    let system = System::start_with(Engine::Sqlite, |config| config.site.dir = dir).await;

    let all = system.json("/api/v1/plans/pgsp-2021-2024/measures").await;
    assert_eq!(all["total"], 54, "French and Dutch together: {all}");
    assert_eq!(all["items"][0]["lang"], "fr");
    assert_eq!(all["items"][1]["lang"], "nl");
    let last = system.json("/api/v1/plans/pgsp-2021-2024/measures?lang=nl&page=3&per_page=10").await;
    assert_eq!((last["total"].clone(), last["pages"].clone()), (json!(27), json!(3)));
    assert_eq!(last["items"].as_array().map(Vec::len), Some(7));
    assert_eq!(last["items"][6]["number"], "3.9");
    let theme = system.json("/api/v1/plans/pgsp-2021-2024/measures?lang=fr&theme=2").await;
    assert_eq!(theme["total"], 9);
    assert_eq!(theme["items"][0]["theme"]["number"], 2);

    let get =
        async |path: &str| system.http.get(format!("{}{path}", system.base)).send().await.expect("answer");
    let file = get("/api/v1/datasets/survey.csv?lang=nl").await;
    assert_eq!(file.headers()["content-type"], "text/csv; charset=utf-8");
    assert_eq!(file.headers()["content-language"], "nl");
    assert_eq!(file.text().await.expect("text"), "jaar,aantal\r\n2022,1\r\n");
    for (path, status, code) in [
        ("/api/v1/plans/pgsp-1999-2000/measures", 404, "not-found"),
        ("/api/v1/datasets/..%2f..%2fcatalogue.csv", 404, "not-found"),
        ("/api/v1/datasets/unknown.csv", 404, "not-found"),
        ("/api/v1/datasets?per_page=101", 422, "invalid"),
        ("/api/v1/datasets?page=0", 422, "invalid"),
        ("/api/v1/datasets?lang=xx", 422, "invalid"),
    ] {
        let answer = get(path).await;
        let (found, body) = (answer.status().as_u16(), answer.json::<Value>().await.expect("a problem"));
        assert_eq!((found, body["code"].as_str()), (status, Some(code)), "{path}: {body}");
    }
    system.stop().await;
}
