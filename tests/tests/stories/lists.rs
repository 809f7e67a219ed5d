//! Every list is asked in parts by one rule, and says in which languages its words are.

story!(one_rule_for_every_list);
story!(help_says_which_languages_it_speaks);

mod tell {
    use std::time::Duration;

    use reqwest::{Method, StatusCode};
    use safe_tests::{Engine, System};
    use serde_json::{Value, json};

    /// Lists that come in pages.
    const LISTS: [&str; 11] = [
        "/search?q=police",
        "/advice",
        "/publications",
        "/campaigns",
        "/datasets",
        "/plans/pgsp-2021-2024/measures",
        "/hsds/services",
        "/hsds/organizations",
        "/hsds/taxonomies",
        "/hsds/taxonomy_terms",
        "/hsds/service_at_locations",
    ];

    /// Parts that no list has, and the fields that are wrong.
    const WRONG: [(&str, &[&str]); 8] = [
        ("page=0", &["page"]),
        ("page=-1", &["page"]),
        ("page=two", &["page"]),
        ("page=99999999999999999999", &["page"]),
        ("per_page=0", &["per_page"]),
        ("per_page=101", &["per_page"]),
        ("per_page=1.5", &["per_page"]),
        ("page=0&per_page=0", &["page", "per_page"]),
    ];

    pub async fn one_rule_for_every_list(engine: Engine) {
        let system = System::start(engine).await;
        let ready = system.until(Duration::from_secs(20), || async { system.state().search.is_ready() });
        assert!(ready.await, "the index is made");
        let named = |problem: &Value| -> Vec<String> {
            let faults = problem["faults"].as_array().expect("faults");
            faults.iter().map(|fault| fault["field"].as_str().expect("field").to_owned()).collect()
        };
        for list in LISTS {
            let mark = if list.contains('?') { '&' } else { '?' };
            for (part, fields) in WRONG {
                let path = format!("/api/v1{list}{mark}{part}");
                let response = system.send(Method::GET, &path, None, None).await;
                assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY, "{path}");
                assert_eq!(response.headers()["content-type"], "application/problem+json", "{path}");
                assert_eq!(named(&response.json().await.expect("JSON")), fields, "{path}");
            }
            // What a build has not written yet is not found; it is no fault of the question.
            let is_built = !list.contains("search") && !list.contains("hsds");
            let expected = if is_built { StatusCode::NOT_FOUND } else { StatusCode::OK };
            for part in ["page=1&per_page=100", "page=&per_page=", "page=1000000"] {
                let path = format!("/api/v1{list}{mark}{part}");
                assert_eq!(system.send(Method::GET, &path, None, None).await.status(), expected, "{path}");
            }
        }
        for path in ["/api/v1/search", "/api/v1/hsds/services"] {
            for (body, fields) in [
                (json!({ "q": "police", "page": 0 }), vec!["page"]),
                (json!({ "q": "police", "page": "x", "per_page": 1000 }), vec!["page", "per_page"]),
                (json!({ "q": "police", "per_page": -1 }), vec!["per_page"]),
            ] {
                let response = system.send(Method::POST, path, None, Some(&body)).await;
                assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY, "{path} {body}");
                assert_eq!(named(&response.json().await.expect("JSON")), fields, "{path} {body}");
            }
            let body = json!({ "q": "police", "page": 1, "per_page": 100 });
            assert_eq!(system.send(Method::POST, path, None, Some(&body)).await.status(), StatusCode::OK);
        }
        // A person who mistypes an address gets results all the same.
        let page = format!("{}/fr/search?q=police&page=0", system.base);
        let page = system.http.get(page).header("accept", "text/html").send().await.expect("page");
        assert_eq!(page.status(), StatusCode::OK);
        system.stop().await;
    }

    pub async fn help_says_which_languages_it_speaks(engine: Engine) {
        let system = System::start(engine).await;
        for list in ["services", "organizations", "taxonomies", "taxonomy_terms", "service_at_locations"] {
            for (query, accepts, first) in [
                ("", "", "fr"),
                ("?lang=nl", "", "nl"),
                ("", "nl", "nl"),
                ("?lang=ar&per_page=100", "", "ar"),
            ] {
                let url = format!("{}/api/v1/hsds/{list}{query}", system.base);
                let response =
                    system.http.get(url).header("accept-language", accepts).send().await.expect("answer");
                let spoken = response.headers()["content-language"].to_str().expect("text").to_owned();
                assert_eq!(spoken.split(", ").next(), Some(first), "{list}{query}: {spoken}");
                assert!(spoken == first || query.contains("ar"), "{list}{query}: {spoken}");
                let body: Value = response.json().await.expect("JSON");
                assert!(!body["contents"].as_array().expect("contents").is_empty(), "{list}{query}");
            }
        }
        // One alone says so as well, and a kept answer says the same as the first.
        let services = system.json("/api/v1/hsds/services?lang=nl").await;
        let id = services["contents"][0]["id"].as_str().expect("id");
        for path in
            [format!("/api/v1/hsds/services/{id}?lang=nl"), "/api/v1/hsds/services?lang=nl".to_owned()]
        {
            let again = system.send(Method::GET, &path, None, None).await;
            assert_eq!(again.headers()["content-language"], "nl", "{path}");
        }
        assert_eq!(
            system.send(Method::GET, "/api/v1/hsds/profile", None, None).await.headers()["content-language"],
            "en"
        );
        system.stop().await;
    }
}
