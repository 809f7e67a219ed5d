//! The directory as data: HSDS 3.1, judged by an independent validator and by the field
//! definitions of the specification.

story!(every_answer_is_valid);
story!(a_question_by_post_is_the_same_question);
story!(hostile_questions_get_plain_answers);
story!(an_answer_that_is_known_is_not_sent_again);
story!(the_whole_directory_fits_one_small_answer);

mod tell {
    use std::collections::BTreeSet;

    use reqwest::{Method, StatusCode};
    use safe_tests::{Engine, System, root};
    use serde_json::{Value, json};

    const LISTS: [(&str, &str); 5] = [
        ("services", "service_list"),
        ("organizations", "organization_list"),
        ("taxonomies", "taxonomy_list"),
        ("taxonomy_terms", "taxonomy_term_list"),
        ("service_at_locations", "service_at_location_list"),
    ];

    async fn validator(system: &System, name: &str) -> jsonschema::Validator {
        let schema = system.json(&format!("/api/v1/hsds/schemas/{name}.json")).await;
        jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema")
    }

    fn judge(validator: &jsonschema::Validator, value: &Value, what: &str) {
        let faults: Vec<String> =
            validator.iter_errors(value).map(|e| format!("{} at {}", e, e.instance_path())).take(5).collect();
        assert!(faults.is_empty(), "{what}: {faults:#?}");
    }

    /// Holds an object against the field definitions of the specification: known fields
    /// have the type it gives, and what it requires is there.
    fn hold(kind: &str, value: &Value, oracle: &Value, profile: &BTreeSet<String>) {
        let definition = &oracle[kind];
        for name in definition["required"].as_array().expect("required") {
            assert!(!value[name.as_str().expect("name")].is_null(), "{kind} lacks {name}: {value}");
        }
        for (name, field) in value.as_object().expect("object") {
            let Some(known) = definition["fields"].get(name) else {
                assert!(
                    profile.contains(&format!("{kind}.{name}")),
                    "{kind}.{name} is neither HSDS nor declared"
                );
                continue;
            };
            let fits = match known["type"].as_str().expect("type") {
                "string" => field.is_string(),
                "number" => field.is_number(),
                "array" => field.is_array(),
                "object" => field.is_object(),
                other => panic!("{other}"),
            };
            assert!(fits, "{kind}.{name}: {field}");
            if let Some(values) = known["enum"].as_array() {
                assert!(values.contains(field), "{kind}.{name}: {field}");
            }
        }
    }

    fn hold_service(service: &Value, oracle: &Value, profile: &BTreeSet<String>) {
        hold("service", service, oracle, profile);
        let parts = [
            ("phones", "phone"),
            ("schedules", "schedule"),
            ("service_areas", "service_area"),
            ("attributes", "attribute"),
            ("service_at_locations", "service_at_location"),
        ];
        for (field, kind) in parts {
            for part in service[field].as_array().into_iter().flatten() {
                hold(kind, part, oracle, profile);
            }
        }
        for at in service["service_at_locations"].as_array().into_iter().flatten() {
            hold("location", &at["location"], oracle, profile);
            for address in at["location"]["addresses"].as_array().expect("addresses") {
                hold("address", address, oracle, profile);
            }
        }
        if service["organization"].is_object() {
            hold("organization", &service["organization"], oracle, profile);
        }
    }

    pub async fn every_answer_is_valid(engine: Engine) {
        let system = System::start(engine).await;
        // The services were confirmed until a day that passes.
        system.at("2026-11-27 10:00");
        let about = system.json("/api/v1/hsds/").await;
        assert_eq!(about["version"], "3.1");
        assert!(about["openapi_url"].as_str().expect("address").ends_with("/api/v1/openapi.json"));
        let declared = system.json("/api/v1/hsds/profile").await;
        let mut profile: BTreeSet<String> =
            declared["additions"].as_object().expect("additions").keys().cloned().collect();
        profile.extend(["organization.translations", "taxonomy_term.translations"].map(str::to_owned));
        let oracle: Value = serde_json::from_str(
            &std::fs::read_to_string(root().join("tests/fixtures/hsds-3.1/fields.json")).expect("fields"),
        )
        .expect("JSON");
        for (list, schema) in LISTS {
            let validator = validator(&system, schema).await;
            for query in [
                "",
                "full=true&per_page=100",
                "minimal=true&per_page=100&page=2",
                "lang=ar&full=true",
                "page=999",
            ] {
                let value = system.json(&format!("/api/v1/hsds/{list}?{query}")).await;
                judge(&validator, &value, &format!("{list}?{query}"));
            }
        }
        // Every entry of every list can be asked for alone, and is told whole.
        for (list, schema) in LISTS {
            let validator = validator(&system, schema.trim_end_matches("_list")).await;
            let all = system.json(&format!("/api/v1/hsds/{list}?full=true&per_page=100&lang=nl")).await;
            let entries = all["contents"].as_array().expect("contents");
            assert!(!entries.is_empty(), "{list}");
            for entry in entries {
                let id = entry["id"].as_str().expect("id");
                let alone = system.json(&format!("/api/v1/hsds/{list}/{id}?lang=nl")).await;
                judge(&validator, &alone, &format!("{list}/{id}"));
                assert_eq!(&alone, entry, "{list}/{id}");
            }
            for nothing in ["x", "00000000-0000-5000-8000-000000000000"] {
                let path = format!("/api/v1/hsds/{list}/{nothing}");
                let answer = system.send(Method::GET, &path, None, None).await;
                assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
            }
        }
        // Whose only service is for partners is nobody's business.
        let hidden = safe_api::help::uuid_of("organization", "safe-brussels");
        let path = format!("/api/v1/hsds/organizations/{hidden}");
        assert_eq!(system.send(Method::GET, &path, None, None).await.status(), StatusCode::NOT_FOUND);
        let one = validator(&system, "service").await;
        let all = system.json("/api/v1/hsds/services?full=true&per_page=100&lang=fr").await;
        let services = all["contents"].as_array().expect("contents");
        assert!(services.len() > 70, "{}", services.len());
        for service in services {
            judge(&one, service, "service");
            hold_service(service, &oracle, &profile);
            let id = service["id"].as_str().expect("id");
            assert_eq!(uuid::Uuid::parse_str(id).expect("uuid").get_version_num(), 5);
        }
        let first = services[0]["id"].as_str().expect("id");
        let alone = system.json(&format!("/api/v1/hsds/services/{first}?lang=fr")).await;
        assert_eq!(alone, services[0], "one service alone is told whole");
        system.stop().await;
    }

    pub async fn a_question_by_post_is_the_same_question(engine: Engine) {
        let system = System::start(engine).await;
        for (list, _) in LISTS {
            let by_get = system.json(&format!("/api/v1/hsds/{list}?search=police&per_page=5&lang=nl")).await;
            let path = format!("/api/v1/hsds/{list}");
            let body = json!({ "search": "police", "per_page": 5, "lang": "nl" });
            let by_json = system.send(Method::POST, &path, None, Some(&body)).await;
            assert_eq!(by_json.headers()["cache-control"], "no-store", "{list}");
            assert_eq!(by_json.json::<Value>().await.expect("JSON"), by_get, "{list}");
            let form = system.http.post(format!("{}{path}", system.base));
            let form = form
                .header("content-type", "application/x-www-form-urlencoded")
                .body("search=police&per_page=5&lang=nl");
            assert_eq!(
                form.send().await.expect("answer").json::<Value>().await.expect("JSON"),
                by_get,
                "{list}"
            );
        }
        // Parts of a question narrow it together.
        let terms = system.json("/api/v1/hsds/taxonomy_terms?per_page=100&lang=en").await;
        let id = |code: &str| {
            let found = terms["contents"].as_array().expect("terms").iter().find(|t| t["code"] == code);
            found.expect("term")["id"].as_str().expect("id").to_owned()
        };
        let count = |value: &Value| value["total_items"].as_u64().expect("count");
        let one = system.json(&format!("/api/v1/hsds/services?taxonomy_term_id={}", id("listen"))).await;
        let two = system
            .json(&format!(
                "/api/v1/hsds/services?taxonomy_term_id={},{}",
                id("listen"),
                id("sexual-violence")
            ))
            .await;
        assert!(count(&two) > 0 && count(&two) < count(&one), "{} {}", count(&two), count(&one));
        let places = system.json("/api/v1/hsds/service_at_locations?postcode=1000").await;
        assert!(count(&places) >= 1);
        let wider = system.json("/api/v1/hsds/service_at_locations?postcode=1000&proximity=20000").await;
        assert!(count(&wider) >= count(&places));
        let none = system.json("/api/v1/hsds/services?modified_after=2099-01-01").await;
        assert_eq!((count(&none), &none["empty"]), (0, &json!(true)));
        system.stop().await;
    }

    pub async fn hostile_questions_get_plain_answers(engine: Engine) {
        let system = System::start(engine).await;
        let refused = [
            "page=0",
            "page=-1",
            "page=x",
            "per_page=101",
            "per_page=0",
            "format=xml",
            "taxonomy_term_id=1",
            "organization_id=%00",
            "modified_after=yesterday",
            "minimal=maybe",
            "lang=zz",
            "postcode=abcd",
            "postcode=1000&proximity=-5",
            "proximity=100",
            "page=99999999999999999999999",
        ];
        for query in refused {
            let answer =
                system.send(Method::GET, &format!("/api/v1/hsds/services?{query}"), None, None).await;
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{query}");
            let problem: Value = answer.json().await.expect("JSON");
            assert_eq!(problem["faults"].as_array().expect("faults").len(), 1, "{query} {problem}");
        }
        for words in [
            "%E2%80%AE%00%F0%9F%92%A9",
            "%27%3B+DROP+TABLE",
            "%F0%80%80%80",
            "%3Cscript%3E",
            &"x".repeat(5000),
        ] {
            let answer =
                system.send(Method::GET, &format!("/api/v1/hsds/services?search={words}"), None, None).await;
            assert_eq!(answer.status(), StatusCode::OK, "{words}");
            let value: Value = answer.json().await.expect("JSON");
            assert_eq!(value["empty"], true);
            assert!(!value.to_string().contains("script"), "nothing is repeated");
        }
        for path in
            ["/services/x", "/services/00000000-0000-5000-8000-000000000000", "/schemas/x.json", "/nothing"]
        {
            let answer = system.send(Method::GET, &format!("/api/v1/hsds{path}"), None, None).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        }
        let long = json!({ "search": "x".repeat(20_000) });
        let answer = system.send(Method::POST, "/api/v1/hsds/services", None, Some(&long)).await;
        assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
        for body in [json!([1]), json!("x"), json!({ "search": { "a": 1 } })] {
            let answer = system.send(Method::POST, "/api/v1/hsds/services", None, Some(&body)).await;
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{body}");
        }
        system.stop().await;
    }

    pub async fn an_answer_that_is_known_is_not_sent_again(engine: Engine) {
        let system = System::start(engine).await;
        for path in ["/", "/profile", "/services?lang=nl", "/organizations", "/taxonomies", "/taxonomy_terms"]
        {
            let address = format!("{}/api/v1/hsds{path}", system.base);
            let first = system.http.get(&address).send().await.expect("answer");
            let etag = first.headers()["etag"].clone();
            assert_eq!(first.headers()["referrer-policy"], "no-referrer");
            let again = system.http.get(&address).header("if-none-match", etag).send().await.expect("answer");
            assert_eq!(again.status(), StatusCode::NOT_MODIFIED, "{path}");
        }
        system.stop().await;
    }

    pub async fn the_whole_directory_fits_one_small_answer(engine: Engine) {
        let system = System::start(engine).await;
        for lang in ["fr", "nl", "ar"] {
            let address = format!("{}/api/v1/hsds/services?per_page=100&lang={lang}", system.base);
            let answer =
                system.http.get(&address).header("accept-encoding", "br").send().await.expect("answer");
            assert_eq!(answer.headers()["content-encoding"], "br");
            let bytes = answer.bytes().await.expect("bytes").len();
            println!("whole directory in {lang}: {bytes} bytes compressed");
            assert!(bytes <= 30_000, "{lang}: {bytes}");
        }
        system.stop().await;
    }
}
