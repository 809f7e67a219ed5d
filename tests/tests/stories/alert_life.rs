//! From a draft to the day after its end; every view tells the same.

story!(draft_to_all_clear);
story!(an_update_takes_the_place);
story!(one_contact_stands_everywhere);
story!(nobody_approves_alone);
story!(time_ends_an_alert);
story!(time_ends_an_alert_without_the_database);
story!(time_ends_an_alert_while_the_database_is_silent);

mod tell {
    use reqwest::{Method, StatusCode};
    use safe_tests::{Engine, System, gas_leak};
    use sea_orm::{ConnectionTrait, TransactionTrait};
    use serde_json::{Value, json};

    async fn agree(system: &System, id: &str, state: &str) {
        let list = system.json("/api/v1/alerts?lang=nl").await;
        let map = system.json("/api/v1/alerts.geojson?lang=nl").await;
        assert_eq!(list["version"], map["version"]);
        let ids = |items: &Value, key: &str| -> Vec<String> {
            items.as_array().expect("list").iter().map(|i| i[key].as_str().expect("id").to_owned()).collect()
        };
        assert_eq!(ids(&list["alerts"], "id"), ids(&map["features"], "id"));
        for feature in map["features"].as_array().expect("features") {
            assert_eq!(feature["geometry"]["type"], "MultiPolygon");
        }
        let one = system.json(&format!("/api/v1/alerts/{id}?lang=nl")).await;
        assert_eq!(one["state"], state);
        let atom =
            system.send(Method::GET, "/api/v1/alerts.atom", None, None).await.text().await.expect("atom");
        assert!(atom.contains(&format!("urn:uuid:{id}")), "{atom}");
        let as_cap = format!(
            "rel=\"alternate\" type=\"application/cap+xml\" href=\"{}\"",
            one["cap"].as_str().expect("cap")
        );
        assert!(atom.contains(&as_cap) && atom.contains("xml:lang=\"mul\""), "{atom}");
        let cap = system.send(Method::GET, &format!("/api/v1/alerts/{id}.cap"), None, None).await;
        assert_eq!(cap.headers()["content-type"], "application/cap+xml; charset=utf-8");
        let xml = cap.bytes().await.expect("cap");
        let report = safe_cap::read(&xml, safe_cap::Mode::Strict);
        assert!(report.is_accepted(), "{:?}", report.errors);
        let alert = report.alert.expect("alert");
        let output = safe_cap::validate(&alert, &safe_cap::Profile::output());
        assert!(output.is_valid(), "{:?}", output.errors);
        assert_eq!(alert.languages().len(), 8);
        let html = system
            .http
            .get(format!("{}/nl/alerts/{id}/", system.base))
            .header("accept", "text/html")
            .send()
            .await
            .expect("page");
        assert_eq!(html.status(), StatusCode::OK);
        let html = html.text().await.expect("html");
        assert!(html.contains("alert-card"), "{html}");
        let feed =
            "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/api/v1/alerts.atom?lang=nl\"";
        assert!(html.contains(feed) && html.contains("type=\"application/cap+xml\""), "{html}");
        assert_eq!(html.contains("alert-banner__text"), state == "active");
    }

    pub async fn draft_to_all_clear(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        assert_eq!(system.json("/api/v1/alerts").await["alerts"], json!([]));
        let id = system.publish(&author, &approver, &gas_leak()).await;
        let shown = system.shows(&id, "active").await;
        assert_eq!(shown["event"], "Fuite de gaz");
        assert_eq!(shown["severity"], "Severe");
        let areas: Vec<_> =
            shown["areas"].as_array().expect("areas").iter().map(|a| a["nis"].clone()).collect();
        assert_eq!(areas, ["21005", "21009"]);
        agree(&system, &id, "active").await;
        let here = system.json("/api/v1/alerts?municipality=1050&lang=fr").await;
        assert_eq!(here["alerts"].as_array().expect("list").len(), 1);
        let elsewhere = system.json("/api/v1/alerts?municipality=21001").await;
        assert_eq!(elsewhere["alerts"], json!([]));
        let paris = system.json("/api/v1/alerts?lat=48.85&lon=2.35").await;
        assert_eq!(paris["alerts"], json!([]));
        assert_eq!(system.json("/api/v1/areas?lat=-33.9&lon=151.2").await["municipalities"], json!([]));
        let point = system.json("/api/v1/alerts?lat=50.8275&lon=4.3720").await;
        assert_eq!(point["alerts"].as_array().expect("list").len(), 1);
        let both = system.json("/api/v1/alerts").await;
        let headline = both["alerts"][0]["headline"].as_str().expect("headline");
        assert!(headline.contains("Fuite de gaz") && headline.contains("Gaslek"), "{headline}");

        system.act(&format!("/{id}/end"), &approver, None).await;
        let ended = system.shows(&id, "ended").await;
        assert_eq!(ended["response_type"], json!(["AllClear"]));
        agree(&system, &id, "ended").await;
        // A day later it is gone from the list; its address still answers.
        system.state().clock.advance_ms(25 * 3_600_000);
        let gone = system
            .until(std::time::Duration::from_secs(30), || async {
                system.json("/api/v1/alerts").await["alerts"] == json!([])
            })
            .await;
        assert!(gone);
        assert_eq!(system.json(&format!("/api/v1/alerts/{id}")).await["state"], "ended");
        system.stop().await;
    }

    pub async fn an_update_takes_the_place(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let first = system.publish(&author, &approver, &gas_leak()).await;
        let mut wider = gas_leak();
        wider["municipalities"] = json!(["21009", "21005", "21004"]);
        let made = system.act(&format!("/{first}/update"), &author, Some(&wider)).await;
        let second = made["id"].as_str().expect("id").to_owned();
        assert_eq!(made["event_id"], first.as_str());
        system.release(&author, &approver, &second).await;
        let shown = system.shows(&second, "active").await;
        assert_eq!(shown["msg_type"], "Update");
        assert_eq!(shown["references"].as_array().expect("references").len(), 1);
        let list = system.json("/api/v1/alerts").await;
        assert_eq!(list["alerts"].as_array().expect("list").len(), 1, "the old one is hidden");
        let old = system.send(Method::GET, &format!("/api/v1/alerts/{first}"), None, None).await;
        assert_eq!(old.status(), StatusCode::TEMPORARY_REDIRECT);
        assert_eq!(old.headers()["location"], format!("/api/v1/alerts/{second}"));
        // The first can be cancelled by its own id too: the chain is meant.
        system.act(&format!("/{first}/cancel"), &author, None).await;
        let cancelled = system.shows(&second, "cancelled").await;
        assert_eq!(cancelled["msg_type"], "Cancel");
        assert_eq!(cancelled["references"].as_array().expect("references").len(), 2);
        system.stop().await;
    }

    /// Every public view of an alert, as text.
    async fn views(system: &System, id: &str) -> Vec<(String, String)> {
        let shown = system.json(&format!("/api/v1/alerts/{id}")).await;
        let event = shown["event_id"].as_str().expect("event").to_owned();
        let mut views = Vec::new();
        for path in [
            "/api/v1/alerts?lang=fr".to_owned(),
            "/api/v1/alerts.geojson".to_owned(),
            "/api/v1/alerts.atom".to_owned(),
            format!("/api/v1/alerts/{id}?lang=nl"),
            format!("/api/v1/alerts/{id}.cap"),
            format!("/fr/alerts/{event}/"),
            format!("/ar/alerts/{event}/"),
        ] {
            let answer = system.http.get(format!("{}{path}", system.base)).send().await.expect("view");
            assert_eq!(answer.status(), StatusCode::OK, "{path}");
            views.push((path, answer.text().await.expect("text")));
        }
        views
    }

    pub async fn one_contact_stands_everywhere(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let mut alert = gas_leak();
        alert["contact"] = json!("Infocentrum 02 555 01 23, 9:00-17:00");
        alert["reference"] = json!("ICMS-2026-0042");
        let first = system.publish(&author, &approver, &alert).await;
        system.shows(&first, "active").await;
        for (path, text) in views(&system, &first).await {
            assert!(!text.contains("ICMS"), "{path} tells what is for operators only");
            assert!(path.ends_with(".atom") || text.contains("02 555 01 23"), "{path} lacks the contact");
            if path.ends_with('/') {
                assert!(text.contains("href=\"tel:025550123\""), "{path}: {text}");
                assert!(text.contains("/emergency/aftercare/"), "{path} does not lead to care");
            }
        }
        alert["contact"] = json!("Infocentrum 02 555 09 87");
        let made = system.act(&format!("/{first}/update"), &author, Some(&alert)).await;
        let second = made["id"].as_str().expect("id").to_owned();
        system.release(&author, &approver, &second).await;
        system.shows(&second, "active").await;
        for (path, text) in views(&system, &second).await {
            assert!(!text.contains("555 01 23"), "{path} still has the old contact");
            assert!(path.ends_with(".atom") || text.contains("02 555 09 87"), "{path} lacks the contact");
        }
        // Whoever was concerned still finds contact and care after the danger is over.
        system.act(&format!("/{second}/end"), &approver, None).await;
        system.shows(&second, "ended").await;
        for (path, text) in views(&system, &second).await {
            if path.ends_with('/') {
                assert!(text.contains("02 555 09 87"), "{path} lost the contact");
                assert!(text.contains("/emergency/aftercare/"), "{path} does not lead to care");
            }
        }
        alert["contact"] = json!("x".repeat(201));
        let refused = system.send(Method::POST, "/office/api/alerts", Some(&author), Some(&alert)).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let body: Value = refused.json().await.expect("JSON");
        assert_eq!(body["faults"][0]["field"], "contact");
        system.stop().await;
    }

    pub async fn nobody_approves_alone(engine: Engine) {
        use safe_api::account::Role;
        let system = System::start(engine).await;
        let both = system.staff("both@example.org", &[Role::AlertAuthor, Role::AlertApprover]).await;
        let id = system.draft(&both, &gas_leak()).await;
        system.act(&format!("/{id}/submit"), &both, None).await;
        let path = format!("/office/api/alerts/{id}/approve");
        let refused = system.send(Method::POST, &path, Some(&both), None).await;
        assert_eq!(refused.status(), StatusCode::FORBIDDEN);
        let body: Value = refused.json().await.expect("JSON");
        assert_eq!(body["code"], "four-eyes");
        // Not even past the program: the database refuses the row.
        use sea_orm::ConnectionTrait;
        let state = system.state();
        let forced = state.db.execute_unprepared("UPDATE alert SET approver_id = author_id").await;
        assert!(forced.is_err());
        let unapproved = state.db.execute_unprepared("UPDATE alert SET state = 'published'").await;
        assert!(unapproved.is_err());
        let exercise = state.db.execute_unprepared("UPDATE alert SET status = 'Exercise'").await;
        assert!(exercise.is_err(), "a public row is Actual");
        let history = state.db.execute_unprepared("UPDATE audit SET actor = 'nobody'").await;
        assert!(history.is_err(), "what was done stays written");
        let erased = state.db.execute_unprepared("DELETE FROM audit").await;
        assert!(erased.is_err());
        let whole = safe_api::audit::verify(&state.db).await.expect("db");
        assert!(whole.is_ok_and(|head| head.seq >= 3));
        system.stop().await;
    }

    pub async fn time_ends_an_alert(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let id = system.publish(&author, &approver, &gas_leak()).await;
        system.shows(&id, "active").await;
        system.state().clock.advance_ms(7 * 3_600_000);
        system.shows(&id, "expired").await;
        let again =
            system.send(Method::POST, &format!("/office/api/alerts/{id}/end"), Some(&approver), None).await;
        assert_eq!(again.status(), StatusCode::CONFLICT);
        system.stop().await;
    }

    /// Nobody can note the end, and nobody reads the alert as active after it.
    pub async fn time_ends_an_alert_without_the_database(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let id = system.publish(&author, &approver, &gas_leak()).await;
        system.shows(&id, "active").await;
        let db = &system.state().db;
        db.execute_unprepared("ALTER TABLE counter RENAME TO counter_away").await.expect("away");
        system.state().clock.advance_ms(7 * 3_600_000);
        system.shows(&id, "expired").await;
        let before = system.json("/api/v1/alerts").await;
        assert_eq!(before["alerts"][0]["ended"], before["alerts"][0]["expires"]);
        // Nothing is done to it any more, although its row does not say so yet.
        for step in ["end", "cancel"] {
            let path = format!("/office/api/alerts/{id}/{step}");
            let late = system.send(Method::POST, &path, Some(&approver), None).await;
            assert_eq!(late.status(), StatusCode::CONFLICT);
        }
        db.execute_unprepared("ALTER TABLE counter_away RENAME TO counter").await.expect("back");
        let version = |body: &Value| body["version"].as_i64().expect("version");
        let began = std::time::Instant::now();
        while version(&system.json("/api/v1/alerts").await) <= version(&before) {
            assert!(began.elapsed() < std::time::Duration::from_secs(20), "the end is never noted");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        system.shows(&id, "expired").await;
        system.stop().await;
    }
    /// Whoever asks the database waits, and nobody reads the alert as active after its end.
    pub async fn time_ends_an_alert_while_the_database_is_silent(engine: Engine) {
        let system = System::start_with(engine, |config| {
            config.database.acquire_timeout_ms = 600_000;
        })
        .await;
        let (author, approver) = system.pair().await;
        let id = system.publish(&author, &approver, &gas_leak()).await;
        let shown = system.shows(&id, "active").await;
        let mut held = Vec::new();
        for _ in 0..system.state().config.database.max_connections {
            held.push(system.state().db.begin().await.expect("a connection"));
        }
        system.state().clock.advance_ms(7 * 3_600_000);
        let over = system.shows(&id, "expired").await;
        assert_eq!((&over["ended"], &over["version"]), (&shown["expires"], &shown["version"]));
        drop(held);
        // The end is noted as soon as somebody answers.
        let noted = system
            .until(std::time::Duration::from_secs(30), || async {
                let now = system.shows(&id, "expired").await;
                now["version"].as_i64() > shown["version"].as_i64()
            })
            .await;
        assert!(noted, "the end is never noted");
        let over = system.shows(&id, "expired").await;
        assert_eq!(over["ended"], shown["expires"], "it was over before that was noted");
        system.stop().await;
    }
}
