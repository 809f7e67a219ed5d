//! CAP messages of other systems: one message is one alert, its languages are kept, and a
//! place that cannot be read is told, never guessed.

story!(the_same_message_is_one_alert);
story!(a_language_that_only_the_alert_has);
story!(a_place_in_unknown_codes_is_told);

mod tell {
    use reqwest::{Method, StatusCode};
    use safe_api::account::Role;
    use safe_tests::{Engine, System, form};
    use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
    use serde_json::Value;

    const REGION: &str = "<geocode><valueName>NUTS2</valueName><value>BE10</value></geocode>";

    /// A storm, told in these languages.
    fn storm(id: &str, langs: &[(&str, &str)], area: &str) -> String {
        let hour = |ahead_s: i64| {
            let now = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(ahead_s);
            now.strftime("%Y-%m-%dT%H:00:00-00:00").to_string()
        };
        let (sent, expires) = (hour(-3_600), hour(14_400));
        let info = |(lang, event): &(&str, &str)| {
            format!(
                "<info><language>{lang}</language><category>Met</category><event>{event}</event>\
                 <urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>\
                 <expires>{expires}</expires><headline>{event}</headline><description>{event}.</description>\
                 <instruction>{event}!</instruction><area><areaDesc>{event}</areaDesc>{area}</area></info>"
            )
        };
        let infos: String = langs.iter().map(info).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">\
             <identifier>{id}</identifier><sender>warnings@example.org</sender><sent>{sent}</sent>\
             <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>{infos}</alert>"
        )
    }

    const THREE: [(&str, &str); 3] = [("fr-BE", "Orage"), ("nl-BE", "Onweer"), ("pl-PL", "Burza")];

    async fn post(system: &System, token: &str, path: &str, xml: &str) -> (StatusCode, Value) {
        let request = system.http.post(format!("{}/office/api/alerts{path}", system.base));
        let request = request.bearer_auth(token).header("content-type", "application/cap+xml");
        let response = request.body(xml.to_owned()).send().await.expect("an answer");
        (response.status(), response.json().await.expect("JSON"))
    }

    async fn count(system: &System) -> u64 {
        safe_api::alert::entity::Entity::find().count(&system.state().db).await.expect("rows")
    }

    pub async fn the_same_message_is_one_alert(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let xml = storm("storm-1", &THREE, REGION);
        let (status, first) = post(&system, &author, "", &xml).await;
        assert_eq!(status, StatusCode::CREATED, "{first}");
        let (status, again) = post(&system, &author, "", &xml).await;
        assert_eq!((status, &again["id"]), (StatusCode::OK, &first["id"]));
        assert!(again["report"]["ok"].as_bool().expect("report"));
        // Another one in the same second is one alert, too.
        let other = storm("storm-2", &THREE, REGION);
        let post_other = async || post(&system, &author, "", &other).await;
        let answers = tokio::join!(post_other(), post_other(), post_other(), post_other());
        let answers = [answers.0, answers.1, answers.2, answers.3];
        let made = answers.iter().filter(|(status, _)| *status == StatusCode::CREATED).count();
        assert_eq!(made, 1, "{answers:?}");
        assert!(answers.iter().all(|(status, body)| status.is_success() && body["id"] == answers[0].1["id"]));
        assert_eq!(count(&system).await, 2);
        let twice = "INSERT INTO cap_taken (key, content, alert_id) SELECT key, 'x', alert_id FROM cap_taken";
        assert!(system.state().db.execute_unprepared(twice).await.is_err(), "the database says so");
        // Other words under the same name are not taken for the same message.
        let words = xml.replace("Orage!", "Fermez les fenêtres.");
        let (status, problem) = post(&system, &author, "", &words).await;
        assert_eq!((status, problem["code"].as_str()), (StatusCode::CONFLICT, Some("cap-taken")));
        // Published it is still the same; what was thrown away may come again.
        let id = first["id"].as_str().expect("id");
        system.release(&author, &approver, id).await;
        let (status, public) = post(&system, &author, "", &xml).await;
        assert_eq!(
            (status, &public["id"], public["state"].as_str()),
            (StatusCode::OK, &first["id"], Some("published"))
        );
        let draft: uuid::Uuid = answers[0].1["id"].as_str().expect("id").parse().expect("id");
        let desk = system.desk("author@example.org", &[Role::AlertAuthor]).await;
        let gone = system.submit(&desk, &format!("/office/alerts/{draft}/discard"), &[]).await;
        assert_eq!(gone.status(), StatusCode::SEE_OTHER);
        assert_eq!(post(&system, &author, "", &other).await.0, StatusCode::CREATED);
        // A page takes the same file once, and says so.
        let before = count(&system).await;
        let form = form::with_files(&[("csrf", &desk.csrf), ("text", &xml)], &[]);
        let request = system.http.post(format!("{}/office/alerts/import", system.base)).body(form);
        let request = request.header("content-type", form::WITH_FILES);
        let page = request.header("cookie", &desk.cookie).send().await.expect("page");
        let page = page.text().await.expect("page");
        assert!(page.contains(&format!("/office/alerts/{id}")), "{page}");
        assert_eq!(count(&system).await, before);
        system.stop().await;
    }

    async fn get(system: &System, path: &str, accepts: &str) -> (StatusCode, String, String) {
        let request = system.http.get(format!("{}{path}", system.base));
        let response = request.header("accept-language", accepts).send().await.expect("an answer");
        let spoken =
            response.headers().get("content-language").map(|value| value.to_str().expect("text").to_owned());
        (response.status(), spoken.unwrap_or_default(), response.text().await.expect("text"))
    }

    pub async fn a_language_that_only_the_alert_has(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let (_, made) = post(&system, &author, "", &storm("storm-1", &THREE, REGION)).await;
        let id = made["id"].as_str().expect("id").to_owned();
        system.release(&author, &approver, &id).await;
        system.shows(&id, "active").await;
        // Beside it an alert that is not in Polish.
        let plain = system.publish(&author, &approver, &safe_tests::gas_leak()).await;
        system.shows(&plain, "active").await;
        for (query, accepts) in
            [("?lang=pl", "fr"), ("?lang=pl-PL", "fr"), ("", "pl, fr;q=0.5"), ("", "xx, pl;q=0.9, fr;q=0.1")]
        {
            let (status, spoken, one) = get(&system, &format!("/api/v1/alerts/{id}{query}"), accepts).await;
            assert_eq!((status, spoken.as_str()), (StatusCode::OK, "pl-PL"), "{query} {accepts}: {one}");
            let one: Value = serde_json::from_str(&one).expect("JSON");
            assert_eq!((one["headline"].as_str(), one["lang"].as_str()), (Some("Burza"), Some("pl-PL")));
            for list in ["alerts", "alerts.geojson", "alerts.atom"] {
                let (status, spoken, text) = get(&system, &format!("/api/v1/{list}{query}"), accepts).await;
                assert_eq!((status, spoken.as_str()), (StatusCode::OK, "fr, pl-PL"), "{list}{query}: {text}");
                assert!(text.contains("Burza") && text.contains("Fuite de gaz"), "{list}{query}: {text}");
                assert!(list != "alerts.atom" || text.contains("xml:lang=\"pl-PL\""), "{text}");
            }
        }
        let stream = format!("{}/api/v1/alerts/stream?lang=pl&after=0", system.base);
        let mut stream = system.http.get(stream).send().await.expect("stream");
        let mut heard = String::new();
        while !heard.contains("Burza") {
            heard += &String::from_utf8_lossy(&stream.chunk().await.expect("chunk").expect("more"));
        }
        // The languages of the portal are what they were; a slip is still told.
        for (query, accepts, expected) in
            [("?lang=nl", "pl", "Onweer"), ("", "nl, pl;q=0.9", "Onweer"), ("", "", "Orage / Onweer")]
        {
            let (status, _, one) = get(&system, &format!("/api/v1/alerts/{id}{query}"), accepts).await;
            let one: Value = serde_json::from_str(&one).expect("JSON");
            assert_eq!(
                (status, one["headline"].as_str()),
                (StatusCode::OK, Some(expected)),
                "{query} {accepts}"
            );
        }
        let (status, ..) = get(&system, "/api/v1/alerts?lang=xx", "pl").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        let (status, spoken, none) = get(&system, &format!("/api/v1/alerts/{plain}?lang=pl"), "nl").await;
        assert_eq!((status, spoken.as_str()), (StatusCode::OK, "nl"), "{none}");
        let (_, spoken, cap) = get(&system, &format!("/api/v1/alerts/{id}.cap?lang=pl"), "fr").await;
        assert_eq!(spoken, "fr-BE, nl-BE, pl-PL");
        assert!(cap.contains("<language>pl-PL</language>"), "{cap}");
        system.stop().await;
    }

    pub async fn a_place_in_unknown_codes_is_told(engine: Engine) {
        let system = System::start(engine).await;
        let (author, _) = system.pair().await;
        let area = "<geocode><valueName>EMMA_ID</valueName><value>XX123</value></geocode>";
        let (status, made) = post(&system, &author, "", &storm("storm-1", &THREE, area)).await;
        assert_eq!((status, &made["areas"]), (StatusCode::CREATED, &serde_json::json!([])), "never guessed");
        let warnings = made["report"]["warnings"].as_array().expect("warnings");
        let unread: Vec<&Value> = warnings.iter().filter(|one| one["code"] == "area-unread").collect();
        assert_eq!(unread.len(), 1, "once, not once per language: {warnings:?}");
        assert!(unread[0]["message"].as_str().expect("message").contains("EMMA_ID XX123"), "{unread:?}");
        let id = made["id"].as_str().expect("id");
        let path = format!("/office/api/alerts/{id}/submit");
        let refused = system.send(Method::POST, &path, Some(&author), None).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY, "a person chooses the place");
        system.stop().await;
    }
}
