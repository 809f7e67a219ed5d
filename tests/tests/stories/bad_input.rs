//! What is refused says what is wrong, in the reader's language, field by field.

story!(every_fault_is_named);
story!(french_and_dutch_come_first);
story!(odd_requests);

mod tell {
    use reqwest::{Method, StatusCode};
    use safe_tests::{Engine, System, gas_leak};
    use serde_json::{Value, json};

    pub async fn every_fault_is_named(engine: Engine) {
        let system = System::start(engine).await;
        let (author, _) = system.pair().await;
        let draft = json!({
            "scenario": "gas-leak",
            "params": { "radius": "far" },
            "municipalities": ["nowhere"],
            "polygons": [[[50.80, 4.30], [50.85, 4.40], [50.85, 4.30], [50.80, 4.40], [50.80, 4.30]]],
            "circles": [{ "lat": 4.35, "lon": 50.85, "radius_km": 1.0 }],
            "expires": "2020-01-01T00:00:00+01:00",
        });
        for (lang, word) in [("fr", "Belgique"), ("nl", "België"), ("en", "Belgium"), ("de", "Belgien")] {
            let response = system
                .http
                .post(format!("{}/office/api/alerts", system.base))
                .bearer_auth(&author)
                .header("accept-language", lang)
                .json(&draft)
                .send()
                .await
                .expect("answer");
            assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(response.headers()["content-type"], "application/problem+json");
            assert_eq!(response.headers()["content-language"], lang);
            let body: Value = response.json().await.expect("JSON");
            let faults = body["faults"].as_array().expect("faults");
            let fields: Vec<_> = faults.iter().map(|f| f["field"].as_str().expect("field")).collect();
            for field in
                ["params.place", "params.radius", "municipalities.0", "polygons.0", "circles.0", "expires"]
            {
                assert!(fields.contains(&field), "{field} in {fields:?}");
            }
            for fault in faults {
                let message = fault["message"].as_str().expect("message");
                assert!(!message.starts_with('['), "{lang}: {message}");
            }
            let _ = word;
        }
        use sea_orm::EntityTrait;
        let kept = safe_api::alert::entity::Entity::find().all(&system.state().db).await.expect("db");
        assert!(kept.is_empty(), "nothing half-done stays behind");
        system.stop().await;
    }

    pub async fn french_and_dutch_come_first(engine: Engine) {
        let system = System::start(engine).await;
        let (author, _) = system.pair().await;
        let draft = json!({
            "scenario": "free-text",
            "municipalities": ["21004"],
            "texts": { "fr": { "event": "Essai", "headline": "Titre", "description": "Texte", "instruction": "Faites ceci" } },
        });
        let id = system.draft(&author, &draft).await;
        let path = format!("/office/api/alerts/{id}/submit");
        let refused = system.send(Method::POST, &path, Some(&author), None).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let body: Value = refused.json().await.expect("JSON");
        assert_eq!(body["faults"][0]["field"], "texts.nl");
        system.stop().await;
    }

    pub async fn odd_requests(engine: Engine) {
        let system = System::start_with(engine, |config| config.limits.body_bytes = 20_000).await;
        let (author, _) = system.pair().await;
        for (path, status) in [
            ("/api/v1/alerts?lang=xx", StatusCode::UNPROCESSABLE_ENTITY),
            ("/api/v1/alerts?lat=50.8", StatusCode::UNPROCESSABLE_ENTITY),
            ("/api/v1/alerts?lat=4.35&lon=50.85", StatusCode::UNPROCESSABLE_ENTITY),
            ("/api/v1/areas?lat=91&lon=4.35", StatusCode::UNPROCESSABLE_ENTITY),
            ("/api/v1/areas?lat=NaN&lon=4.35", StatusCode::UNPROCESSABLE_ENTITY),
            ("/api/v1/alerts?severity=Terrible", StatusCode::UNPROCESSABLE_ENTITY),
            ("/api/v1/alerts?municipality=0", StatusCode::UNPROCESSABLE_ENTITY),
            ("/api/v1/alerts/not-an-id", StatusCode::NOT_FOUND),
            ("/api/v1/alerts/01890000-0000-7000-8000-000000000000", StatusCode::NOT_FOUND),
            ("/api/v1/nothing", StatusCode::NOT_FOUND),
            ("/../../etc/passwd", StatusCode::NOT_FOUND),
            ("/fr/%2e%2e/%2e%2e/etc/passwd", StatusCode::NOT_FOUND),
        ] {
            let response = system.send(Method::GET, path, None, None).await;
            assert_eq!(response.status(), status, "{path}");
            let body: Value = response.json().await.expect("a problem, as JSON");
            assert!(body["request_id"].is_string() && body["title"].is_string(), "{path} {body}");
        }
        // What is no number is told beside its own field.
        for path in ["/api/v1/alerts", "/api/v1/areas"] {
            let response = system.send(Method::GET, &format!("{path}?lat=50.8&lon=x"), None, None).await;
            let body: Value = response.json().await.expect("JSON");
            assert_eq!(
                (&body["faults"][0]["field"], &body["faults"][0]["code"]),
                (&json!("lon"), &json!("degrees"))
            );
        }
        // A list fills no fields one after the other.
        for (path, token) in [("/office/api/alerts", Some(author.as_str())), ("/api/v1/search", None)] {
            for list in [json!([]), json!(["vol"])] {
                let response = system.send(Method::POST, path, token, Some(&list)).await;
                assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY, "{path} {list}");
            }
        }
        let plain = system.http.post(format!("{}/api/v1/hsds/services", system.base)).body("x");
        let plain = plain.header("content-type", "text/plain").send().await.expect("answer");
        assert_eq!(plain.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
        let large = json!({ "scenario": "x".repeat(30_000) });
        let response = system.send(Method::POST, "/office/api/alerts", Some(&author), Some(&large)).await;
        assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
        let nobody = system.send(Method::POST, "/office/api/alerts", None, Some(&gas_leak())).await;
        assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED);
        let wrong = system.send(Method::POST, "/office/api/alerts", Some("x"), Some(&gas_leak())).await;
        assert_eq!(wrong.status(), StatusCode::UNAUTHORIZED);
        let bomb = r#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">&b;</alert>"#;
        let response = system
            .http
            .post(format!("{}/office/api/alerts", system.base))
            .bearer_auth(&author)
            .header("content-type", "application/cap+xml")
            .body(bomb)
            .send()
            .await
            .expect("answer");
        assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let body: Value = response.json().await.expect("JSON");
        assert_eq!(body["faults"][0]["line"], 1);
        system.stop().await;
    }
}
