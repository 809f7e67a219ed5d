//! The weapons law as data and as questions. Nothing is stored, so one database is enough.

use safe_tests::{Engine, System};
use serde_json::{Value, json};

async fn post(system: &System, body: &Value, lang: &str) -> (u16, Value) {
    let request = system.http.post(format!("{}/api/v1/permits/eligibility", system.base));
    let answer = request.header("accept-language", lang).json(body).send().await.expect("answer");
    (answer.status().as_u16(), answer.json().await.expect("json"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn procedures_are_given_with_the_rows_they_rest_on() {
    let system = System::start(Engine::Sqlite).await;
    let both = system.json("/api/v1/permits/procedures").await;
    let items = both["items"].as_array().expect("items");
    assert_eq!(items.len(), 28, "fourteen procedures in French and Dutch");
    assert_eq!((&items[0]["lang"], &items[1]["lang"]), (&json!("fr"), &json!("nl")));
    for item in items {
        for key in ["id", "title", "authority", "fees", "documents", "deadlines", "legal_basis"] {
            assert!(!item[key].is_null(), "{key} of {}", item["id"]);
        }
        for row in
            ["fees", "documents", "deadlines"].iter().flat_map(|key| item[*key].as_array().expect("list"))
        {
            assert!(row["valid_from"].is_string() && row["confidence"].is_string(), "{row}");
            assert!(!row["source"].as_array().expect("sources").is_empty(), "{row}");
        }
    }
    let day = system.json("/api/v1/permits/procedures?lang=nl&date=2012-11-21").await;
    let items = day["items"].as_array().expect("items");
    assert_eq!((day["date"].as_str(), items.len()), (Some("2012-11-21"), 14));
    let detention = items.iter().find(|item| item["id"] == "detention").expect("detention");
    assert_eq!((&detention["model"], &detention["lang"]), (&json!("4"), &json!("nl")));
    assert_eq!(detention["url"], "/nl/permits/detention/");
    let then = &detention["fees"][0]["stages"][0];
    assert!(then["amount_cents"].as_i64().is_some_and(|cents| cents > 0), "known in 2012: {then}");
    let extract = &detention["documents"][0];
    assert_eq!(
        (&extract["maximum_age"]["amount"], &extract["maximum_age"]["unit"]),
        (&json!(3), &json!("months"))
    );
    let now = system.json("/api/v1/permits/procedures?lang=fr").await;
    let item = now["items"].as_array().expect("items").iter().find(|item| item["id"] == "detention");
    let stage = &item.expect("detention")["fees"][0]["stages"][0];
    assert!(stage["amount_cents"].is_null(), "not known, never guessed: {stage}");
    assert_eq!(stage["row"]["to_be_confirmed"], true);
    assert_eq!(system.json("/api/v1/permits/procedures?date=2000-01-01").await["items"], json!([]));
    let wrong = system.http.get(format!("{}/api/v1/permits/procedures?date=2026-02-30&lang=fr", system.base));
    let answer = wrong.send().await.expect("answer");
    assert_eq!(answer.status(), 422);
    let problem: Value = answer.json().await.expect("problem");
    assert_eq!(problem["faults"][0]["code"], "permits-day");
    assert!(problem["faults"][0]["message"].as_str().is_some_and(|text| text.contains("2026-11-21")));
    system.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn questions_lead_to_an_outcome_and_never_forbid() {
    let system = System::start(Engine::Sqlite).await;
    let (status, start) = post(&system, &json!({}), "xx").await;
    assert_eq!((status, start["items"].as_array().map(Vec::len)), (200, Some(2)), "French and Dutch");
    assert_eq!(start["items"][0]["question"]["id"], "need");
    let (_, next) = post(&system, &json!({ "answers": { "need": "hold" } }), "de").await;
    assert_eq!(
        (&next["items"][0]["lang"], &next["items"][0]["question"]["id"]),
        (&json!("de"), &json!("residence"))
    );
    let answers = json!({ "need": "business", "business": "collection" });
    let (_, facts) = post(&system, &json!({ "answers": answers, "lang": "en" }), "fr").await;
    let fact = &facts["items"][0]["question"]["facts"][0];
    assert_eq!((&fact["id"], &fact["amount"]), (&json!("collection-minimum-held"), &json!(5)));
    let minor = json!({ "need": "hold", "residence": "brussels", "adult": "no" });
    let (_, minor) = post(&system, &json!({ "answers": minor, "lang": "nl" }), "fr").await;
    let outcome = &minor["items"][0]["outcome"];
    assert!(outcome["warning"].is_string() && outcome["file"]["url"] == "/nl/permits/apply/", "{outcome}");
    assert_eq!(minor["items"][0]["answers"].as_array().map(Vec::len), Some(3));
    let elsewhere = json!({ "need": "hold", "residence": "none" });
    let (_, elsewhere) = post(&system, &json!({ "answers": elsewhere, "lang": "fr" }), "fr").await;
    let outcome = &elsewhere["items"][0]["outcome"];
    assert_eq!((&outcome["kind"], &outcome["confidence"]), (&json!("authority"), &json!("unconfirmed")));
    for (body, field) in [
        (json!({ "answers": { "need": "moon" } }), "answers.need"),
        (json!({ "answers": { "need": "x".repeat(65) } }), "answers"),
        (json!({ "lang": "xx" }), "lang"),
    ] {
        let (status, problem) = post(&system, &body, "nl").await;
        assert_eq!((status, &problem["faults"][0]["field"]), (422, &json!(field)), "{problem}");
        let said = problem["faults"][0]["message"].as_str().unwrap_or_default();
        assert!(!said.is_empty() && !said.starts_with('['), "{problem}");
    }
    system.stop().await;
}

async fn page(system: &System, lang: &str, fields: &[(&str, &str)]) -> String {
    let request = system.form(&format!("/{lang}/permits/which/"), fields);
    let answer = request.send().await.expect("answer");
    assert_eq!(answer.status(), 200, "{fields:?}");
    assert_eq!(answer.headers()["cache-control"], "no-store");
    assert!(!answer.headers().contains_key("set-cookie"));
    answer.text().await.expect("text")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_questions_are_pages() {
    let system = System::start(Engine::Sqlite).await;
    for lang in ["fr", "nl", "en", "de", "ar"] {
        let first = system.http.get(format!("{}/{lang}/permits/which/", system.base));
        let first = first.send().await.expect("answer").text().await.expect("text");
        assert!(first.contains("value=\"hold\"") && !first.contains("name=\"back\""), "{lang}: {first}");
        assert!(!first.contains("[permits"), "{lang}: a text is missing");
        assert_eq!(first.contains("<div class=\"which\" lang=\"en\" dir=\"ltr\""), lang == "ar", "{lang}");
    }
    let empty = page(&system, "fr", &[("asked", "need")]).await;
    assert!(empty.contains("error-summary") && empty.contains("Erreur"), "{empty}");
    let second = page(&system, "nl", &[("asked", "need"), ("q.need", "hold")]).await;
    assert!(second.contains("name=\"q.need\" value=\"hold\"") && second.contains("name=\"q.residence\""));
    assert!(second.contains("name=\"back\" value=\"need\""));
    let back = [("q.need", "hold"), ("q.residence", "belgium"), ("back", "residence")];
    let again = page(&system, "nl", &back).await;
    assert!(
        again.contains("type=\"radio\" id=\"o0\" name=\"q.residence\"") && !again.contains("error-summary")
    );
    let first =
        page(&system, "nl", &[("q.need", "hold"), ("q.residence", "belgium"), ("back", "need")]).await;
    assert!(first.contains("type=\"radio\" id=\"o0\" name=\"q.need\"") && !first.contains("name=\"back\""));
    let minor = [("q.need", "hold"), ("q.residence", "brussels"), ("q.adult", "no"), ("asked", "adult")];
    let outcome = page(&system, "fr", &minor).await;
    for piece in
        ["notice--warn", "/fr/permits/detention/", "/fr/permits/apply/", "name=\"back\" value=\"adult\""]
    {
        assert!(outcome.contains(piece), "{piece}: {outcome}");
    }
    assert!(!outcome.contains("[permits"), "a text is missing: {outcome}");
    let bad = system.form("/fr/permits/which/", &[("q.need", "<script>")]).send().await.expect("answer");
    assert_eq!(bad.status(), 422);
    let lost = system.http.get(format!("{}/xx/permits/which/", system.base)).send().await.expect("answer");
    assert_eq!(lost.status(), 404);
    system.stop().await;
}

/// What a guide page prints and what a form asks are the same rows, read by one reader.
#[test]
fn guide_pages_and_forms_cannot_disagree() {
    let content = safe_tests::root().join("content");
    let (site, findings) = safe_content::Content::load(&content);
    let errors: Vec<_> =
        findings.iter().filter(|finding| finding.severity == safe_content::Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let law = safe_permits::Law::load(&content.join("permits")).expect("law");
    assert!(site.permits == law, "the generator and the server read other rows");
    for procedure in law.procedures.iter().filter(|row| !row.flow.is_empty()) {
        let fact = format!("procedure:{}", procedure.id);
        let printed = law.guides.iter().any(|guide| guide.facts.contains(&fact));
        assert!(printed, "no guide page prints what the form of {} asks", procedure.id);
    }
}
