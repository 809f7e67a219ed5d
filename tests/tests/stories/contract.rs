//! What others build on: the description of the API, health, metrics, headers.

story!(it_says_how_it_is);
story!(it_speaks_http_as_written);
story!(one_truth_at_once);
story!(an_answer_names_its_language);
story!(a_list_is_given_in_parts);

mod tell {
    use reqwest::{Method, StatusCode};
    use safe_tests::{Engine, System, gas_leak};
    use serde_json::{Value, json};

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
        // Whoever asks from here is answered before anything is looked up: with the same bytes,
        // known by the same name, and a cache is told for whom the answer is another one.
        for answer in [&first, &cors] {
            assert!(answer.headers()["vary"].to_str().expect("text").contains("Origin"));
        }
        for name in ["etag", "cache-control", "content-type", "content-language", "content-security-policy"] {
            assert_eq!(first.headers()[name], cors.headers()[name], "{name}");
        }
        assert_eq!(first.bytes().await.expect("body"), cors.bytes().await.expect("body"));
        let metrics =
            system.http.get(system.metrics()).send().await.expect("metrics").text().await.expect("text");
        assert!(metrics.contains("safe_snapshot_version 1"), "{metrics}");
        let routes: Vec<_> = metrics.lines().filter(|line| line.contains("/alerts\"")).collect();
        let counted = "safe_http_requests_total{method=\"GET\",route=\"/api/v1/alerts\",status=\"2xx\"}";
        assert!(routes.iter().any(|line| line.starts_with(counted)), "{routes:?}");
        let hidden = system.send(Method::GET, "/metrics", None, None).await;
        assert_eq!(hidden.status(), 404, "metrics are on their own listener");
        system.stop().await;
    }

    pub async fn an_answer_names_its_language(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let id = system.publish(&author, &approver, &gas_leak()).await;
        let delivery = format!("/office/api/alerts/{id}/delivery");
        for (path, token) in [
            ("/api/v1/alerts", None),
            ("/api/v1/alerts/stream", None),
            ("/api/v1/areas", None),
            ("/api/v1/push/key", None),
            ("/api/v1/nothing", None),
            (&delivery, Some(author.as_str())),
        ] {
            for (asked, spoken) in [("", "fr, nl"), ("de", "de")] {
                let mut request = system.http.get(format!("{}{path}", system.base));
                if !asked.is_empty() {
                    request = request.header("accept-language", asked);
                }
                if let Some(token) = token {
                    request = request.bearer_auth(token);
                }
                let answer = request.send().await.expect("answer");
                assert_eq!(answer.headers()["content-language"], spoken, "{path}");
            }
        }
        // A demonstration says so on its pages, in their own language.
        let page = system.http.get(format!("{}/nl/alerts/{id}/", system.base)).send().await.expect("answer");
        let page = page.text().await.expect("a page");
        assert!(page.contains("<p class=\"wrap\">Demo: verzonnen"), "{page}");
        // Nothing asked for is French and Dutch, also in a name.
        let areas = system.json("/api/v1/areas").await;
        assert_eq!(areas["region"]["name"], "Région de Bruxelles-Capitale / Brussels Hoofdstedelijk Gewest");
        let named = |nis: &str| {
            let all = areas["municipalities"].as_array().expect("municipalities");
            all.iter().find(|one| one["nis"] == nis).expect(nis)["name"].clone()
        };
        assert_eq!((named("21004"), named("21001")), (json!("Bruxelles / Brussel"), json!("Anderlecht")));
        assert_eq!(
            system.json("/api/v1/areas?lang=nl").await["region"]["name"],
            "Brussels Hoofdstedelijk Gewest"
        );
        system.stop().await;
    }

    pub async fn a_list_is_given_in_parts(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        for _ in 0..3 {
            system.publish(&author, &approver, &gas_leak()).await;
        }
        let ids = async |path: &str| -> Vec<Value> {
            let list = system.json(path).await;
            let list = ["alerts", "items"].into_iter().find_map(|name| list[name].as_array());
            list.expect("a list").iter().map(|one| one["id"].clone()).collect()
        };
        let all = ids("/api/v1/alerts?state=ACTIVE").await;
        assert_eq!(all.len(), 3);
        assert_eq!(ids("/api/v1/alerts?per_page=2").await, all[..2]);
        assert_eq!(ids("/api/v1/alerts?per_page=2&page=2").await, all[2..]);
        assert!(ids("/api/v1/alerts?per_page=2&page=3").await.is_empty());
        let procedures = ids("/api/v1/permits/procedures?lang=nl").await;
        assert_eq!(ids("/api/v1/permits/procedures?lang=nl&per_page=5&page=2").await, procedures[5..10]);
        for path in
            ["/api/v1/alerts", "/api/v1/alerts.geojson", "/api/v1/alerts.atom", "/api/v1/permits/procedures"]
        {
            for query in ["page=0", "per_page=101", "page=x"] {
                let answer = system.send(Method::GET, &format!("{path}?{query}"), None, None).await;
                assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{path}?{query}");
            }
        }
        system.stop().await;
    }

    async fn ask(system: &System, method: &str, path: &str) -> reqwest::Response {
        let method = Method::from_bytes(method.as_bytes()).expect("method");
        let request = system.http.request(method, format!("{}{path}", system.base));
        request.header("origin", "https://reader.example").send().await.expect("answer")
    }

    pub async fn it_speaks_http_as_written(engine: Engine) {
        let system = System::start(engine).await;
        // RFC 9110, section 9.3.2: HEAD answers as GET does, without the body.
        for path in ["/api/v1/alerts", "/api/v1/alerts/stream", "/api/v1/push/key", "/health/live"] {
            let head = ask(&system, "HEAD", path).await;
            assert_eq!(head.status(), StatusCode::OK, "HEAD {path}");
            assert!(head.bytes().await.expect("body").is_empty());
        }
        // Section 15.5.6: a wrong method is told the right ones.
        for (method, path, allow) in [
            ("POST", "/api/v1/alerts", "GET, HEAD, OPTIONS"),
            ("PUT", "/api/v1/search", "GET, HEAD, POST, OPTIONS"),
            ("PATCH", "/api/v1/push/subscriptions/x", "PUT, DELETE, OPTIONS"),
            ("GET", "/office/api/alerts", "POST, OPTIONS"),
            ("BREW", "/api/v1/alerts", "GET, HEAD, OPTIONS"),
        ] {
            let answer = ask(&system, method, path).await;
            assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
            assert_eq!(answer.headers()["allow"], allow, "{method} {path}");
        }
        let options = ask(&system, "OPTIONS", "/api/v1/alerts").await;
        assert_eq!(options.status(), StatusCode::NO_CONTENT);
        assert_eq!(ask(&system, "POST", "/api/v1/nothing").await.status(), StatusCode::NOT_FOUND);
        assert_eq!(ask(&system, "POST", "/fr/nothing/").await.status(), StatusCode::NOT_FOUND);
        let metrics = system.http.get(system.metrics()).send().await.expect("metrics");
        let metrics = metrics.text().await.expect("text");
        assert!(!metrics.contains("BREW"), "a made-up method makes no series of its own");
        // A page of another host reads what went wrong, in both languages when it names none.
        let refused = ask(&system, "GET", "/api/v1/alerts?severity=Loud").await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.headers()["access-control-allow-origin"], "*");
        assert_eq!(refused.headers()["content-language"], "fr, nl");
        let problem: Value = refused.json().await.expect("problem");
        assert!(problem["title"].as_str().expect("title").contains(" / "), "{problem}");
        let kind = problem["type"].as_str().expect("type").replace(&system.base, "");
        let path = kind.split_once("/api/").expect("ours").1;
        assert_eq!(system.json(&format!("/api/{path}?lang=en")).await["status"], 422);
        // What is in no known form is refused, not guessed.
        let url = format!("{}/api/v1/search", system.base);
        let text = system.http.post(&url).header("content-type", "text/plain").body("{}").send().await;
        assert_eq!(text.expect("answer").status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
        let loud = system.http.post(&url).header("content-type", "Application/JSON").body("{\"q\":\"vol\"}");
        assert_eq!(loud.send().await.expect("answer").status(), StatusCode::OK);
        // Two names for one page would be two pages.
        assert_eq!(ask(&system, "GET", "/fr//shell/").await.status(), StatusCode::NOT_FOUND);
        assert_eq!(ask(&system, "GET", "//fr").await.status(), StatusCode::NOT_FOUND);
        system.stop().await;
    }

    pub async fn one_truth_at_once(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let mut draft = gas_leak();
        draft["contact"] = json!("02 000 00 00");
        let id = system.draft(&author, &draft).await;
        system.act(&format!("/{id}/submit"), &author, None).await;
        // What was read is what goes out: another text, or another edition, is refused.
        for seen in [json!({ "content_hash": "0" }), json!({ "edition": 1 })] {
            let path = format!("/office/api/alerts/{id}/approve");
            let refused = system.send(Method::POST, &path, Some(&approver), Some(&seen)).await;
            assert_eq!(refused.status(), StatusCode::CONFLICT, "{seen}");
        }
        let other = {
            draft["contact"] = json!("0903 00 000");
            system.draft(&author, &draft).await
        };
        let hash = |alert: &Value| alert["content_hash"].as_str().expect("hash").to_owned();
        let first = system.act(&format!("/{other}/submit"), &author, None).await;
        let approved = system.act(&format!("/{id}/approve"), &approver, None).await;
        assert_ne!(hash(&first), hash(&approved), "the contact is part of what two people agree on");
        // Nobody is subscribed: there is nothing to wait for.
        let path = format!("/office/api/alerts/{id}/delivery");
        let delivery = system.send(Method::GET, &path, Some(&author), None).await;
        let delivery: Value = delivery.json().await.expect("json");
        assert!(delivery["finished_at"].is_string(), "{delivery}");
        // Straight after the answer every view knows it, without a moment to wait.
        let seen = |list: &Value| list["alerts"].as_array().expect("alerts").len();
        assert_eq!(seen(&system.json("/api/v1/alerts").await), 1);
        assert!(text(&system, "/api/v1/alerts.atom?severity=Minor").await.contains("<entry>"));
        assert!(!text(&system, "/api/v1/alerts.atom?municipality=21001").await.contains("<entry>"));
        assert_eq!(seen(&system.json("/api/v1/alerts?state=ended,cancelled").await), 0);
        system.act(&format!("/{id}/cancel"), &approver, None).await;
        let list = system.json("/api/v1/alerts").await;
        assert_eq!(list["alerts"][0]["state"], "cancelled");
        let one = system.json(&format!("/api/v1/alerts/{id}")).await;
        assert_eq!(one["expires"], list["alerts"][0]["expires"]);
        let cap = text(&system, &format!("/api/v1/alerts/{id}.cap")).await;
        let expires = cap.split("<expires>").nth(1).and_then(|rest| rest.split('<').next());
        assert_eq!(expires, one["expires"].as_str(), "CAP and JSON end at the same moment");
        // A language that an alert does not have is not claimed.
        let german = system.send(Method::GET, "/api/v1/alerts?lang=uk", None, None).await;
        let spoken = german.headers()["content-language"].clone();
        let german: Value = german.json().await.expect("json");
        assert_eq!(Some(spoken.to_str().expect("text")), german["alerts"][0]["lang"].as_str());
        // A place that was never given out begins anew instead of never.
        let mut stream = system
            .http
            .get(format!("{}/api/v1/alerts/stream", system.base))
            .header("last-event-id", "99999")
            .send()
            .await
            .expect("stream");
        let mut heard = String::new();
        while !heard.contains("id: ") {
            heard += &String::from_utf8_lossy(&stream.chunk().await.expect("chunk").expect("more"));
        }
        assert!(!heard.contains("id: 99999"), "{heard}");
        system.stop().await;
    }

    async fn text(system: &System, path: &str) -> String {
        let answer = system.send(Method::GET, path, None, None).await;
        answer.text().await.expect("text")
    }
}
