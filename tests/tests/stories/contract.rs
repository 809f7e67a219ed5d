//! What others build on: the description of the API, health, metrics, headers.

story!(it_says_how_it_is);

mod tell {
    use reqwest::Method;
    use safe_tests::{Engine, System, gas_leak};

    pub async fn it_says_how_it_is(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let health = system.json("/health/ready").await;
        assert_eq!(health["status"], "ok");
        assert_eq!(system.json("/health/live").await["status"], "ok");
        let document = system.json("/api/v1/openapi.json").await;
        assert_eq!(document["openapi"], "3.1.0");
        let paths = document["paths"].as_object().expect("paths");
        for path in [
            "/api/v1/alerts",
            "/api/v1/alerts/{id}",
            "/api/v1/alerts/{id}.cap",
            "/api/v1/alerts.geojson",
            "/api/v1/alerts.atom",
            "/api/v1/alerts/stream",
            "/api/v1/areas",
            "/api/v1/push/key",
            "/api/v1/push/subscriptions",
            "/api/v1/push/subscriptions/{id}",
            "/api/v1/push/subscriptions/{id}/test",
            "/api/v1/search",
            "/api/v1/advice",
            "/api/v1/publications",
            "/api/v1/plans/{plan}/measures",
            "/api/v1/campaigns",
            "/api/v1/datasets",
            "/api/v1/datasets/{id}.csv",
            "/api/v1/permits/procedures",
            "/api/v1/permits/eligibility",
            "/office/api/alerts",
            "/office/api/alerts/{id}/approve",
        ] {
            assert!(paths.contains_key(path), "{path} in {:?}", paths.keys());
        }
        let id = system.publish(&author, &approver, &gas_leak()).await;
        system.shows(&id, "active").await;
        let first = system.send(Method::GET, "/api/v1/alerts", None, None).await;
        let etag = first.headers()["etag"].clone();
        assert_eq!(first.headers()["x-content-type-options"], "nosniff");
        assert!(first.headers().contains_key("x-request-id"));
        let again = system
            .http
            .get(format!("{}/api/v1/alerts", system.base))
            .header("if-none-match", etag)
            .send()
            .await
            .expect("answer");
        assert_eq!(again.status(), 304);
        let cors = system
            .http
            .get(format!("{}/api/v1/alerts", system.base))
            .header("origin", "https://example.org")
            .send()
            .await
            .expect("answer");
        assert_eq!(cors.headers()["access-control-allow-origin"], "*");
        let metrics =
            system.http.get(system.metrics()).send().await.expect("metrics").text().await.expect("text");
        assert!(metrics.contains("safe_snapshot_version 1"), "{metrics}");
        let hidden = system.send(Method::GET, "/metrics", None, None).await;
        assert_eq!(hidden.status(), 404, "metrics are on their own listener");
        system.stop().await;
    }
}
