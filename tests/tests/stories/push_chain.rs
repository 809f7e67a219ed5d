//! From a phone that subscribes to the text it shows.

story!(a_phone_is_told);
story!(faults_lose_nobody);
story!(a_cancel_overtakes);
story!(each_way_leaves_by_itself);

mod tell {
    use std::time::Duration;

    use reqwest::{Method, StatusCode};
    use safe_standin::{Answer, Faults, RetryAfter, StandIn};
    use safe_tests::{Engine, System, gas_leak};
    use serde_json::{Value, json};

    use crate::steps::phones::{self, everywhere, finished, messages, subscribe_all};

    async fn with_phones(engine: Engine, origins: usize, phones: usize) -> (System, StandIn) {
        phones::with_phones(engine, origins, phones, |_| {}).await
    }

    async fn subscribe(system: &System, standin: &StandIn, phone: usize, wish: &Value) -> (String, String) {
        let mut body = serde_json::to_value(standin.subscription(phone)).expect("JSON");
        for (key, value) in wish.as_object().expect("wish") {
            body[key] = value.clone();
        }
        let response = system.send(Method::POST, "/api/v1/push/subscriptions", None, Some(&body)).await;
        assert_eq!(response.status(), StatusCode::CREATED);
        let kept: Value = response.json().await.expect("JSON");
        let text = |key: &str| kept[key].as_str().expect("text").to_owned();
        let reach = safe_api::push::roster::Reach::everybody();
        assert!(system.state().push.reach(&reach).expect("this process sends") > 0, "ready at once");
        (text("id"), text("token"))
    }

    pub async fn a_phone_is_told(engine: Engine) {
        let (system, standin) = with_phones(engine, 1, 4).await;
        let (author, approver) = system.pair().await;
        let ixelles = json!({ "lang": "ar", "areas": ["1050"], "severity": "Minor", "categories": [] });
        let (sub, token) = subscribe(&system, &standin, 0, &ixelles).await;
        let uccle = json!({ "lang": "nl", "areas": ["21016"], "severity": "Minor", "categories": [] });
        subscribe(&system, &standin, 1, &uccle).await;
        let extreme = json!({ "lang": "fr", "areas": ["21009"], "severity": "Extreme", "categories": [] });
        subscribe(&system, &standin, 2, &extreme).await;
        let met = json!({ "lang": "fr", "areas": ["21009"], "severity": "Minor", "categories": ["Met"] });
        subscribe(&system, &standin, 3, &met).await;

        let id = system.publish(&author, &approver, &gas_leak()).await;
        let delivery = finished(&system, &id, &author).await;
        assert_eq!(delivery["accepted"], 1, "{delivery}");
        let told = messages(&standin, 0);
        assert_eq!(told.len(), 1);
        assert_eq!(told[0]["v"], 1);
        assert_eq!(told[0]["lang"], "ar");
        assert_eq!(told[0]["state"], "active");
        assert_eq!(told[0]["tag"], id.as_str());
        assert!(told[0]["body"].as_str().expect("body").contains("Place Flagey"));
        for phone in 1..4 {
            assert!(messages(&standin, phone).is_empty(), "phone {phone} was not meant");
        }

        system.act(&format!("/{id}/end"), &approver, None).await;
        finished(&system, &id, &author).await;
        let told = messages(&standin, 0);
        assert_eq!(told.len(), 2, "the all-clear arrives too");
        assert_eq!(told[1]["state"], "ended");
        assert_eq!(told[1]["tag"], told[0]["tag"]);

        let path = format!("/api/v1/push/subscriptions/{sub}");
        let test = system.send(Method::POST, &format!("{path}/test"), Some(&token), None).await;
        assert_eq!(test.status(), StatusCode::ACCEPTED);
        let arrived =
            system.until(Duration::from_secs(30), || async { messages(&standin, 0).len() == 3 }).await;
        assert!(arrived, "test my phone");
        let wrong = system.send(Method::DELETE, &path, Some("nonsense"), None).await;
        assert_eq!(wrong.status(), StatusCode::NOT_FOUND);
        let change = json!({ "lang": "fr", "areas": ["21001"], "severity": "Minor", "categories": [] });
        let changed = system.send(Method::PUT, &path, Some(&token), Some(&change)).await;
        assert_eq!(changed.status(), StatusCode::NO_CONTENT);
        let nothing = json!({ "lang": null, "areas": null, "severity": null, "categories": null });
        let changed = system.send(Method::PUT, &path, Some(&token), Some(&nothing)).await;
        assert_eq!(changed.status(), StatusCode::NO_CONTENT, "nothing is what a field that is missing says");
        // Another address would be lost here without a word.
        let mut moved = change.clone();
        moved["endpoint"] = json!("https://push.example.org/another");
        let refused = system.send(Method::PUT, &path, Some(&token), Some(&moved)).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let body: Value = refused.json().await.expect("JSON");
        assert_eq!(body["faults"][0]["code"], "endpoint-other");
        let ended = system.send(Method::DELETE, &path, Some(&token), None).await;
        assert_eq!(ended.status(), StatusCode::NO_CONTENT);
        let again = system.send(Method::DELETE, &path, Some(&token), None).await;
        assert_eq!(again.status(), StatusCode::NOT_FOUND);
        system.stop().await;
    }

    pub async fn faults_lose_nobody(engine: Engine) {
        let (system, standin) = with_phones(engine, 3, 600).await;
        let (author, approver) = system.pair().await;
        subscribe_all(&system, &standin).await;
        standin.set_faults(
            0,
            Faults {
                answers: vec![
                    Answer::retry(0.10, 503, RetryAfter::Seconds(1)),
                    Answer::retry(0.10, 429, RetryAfter::Seconds(1)),
                    Answer::status(0.05, 500),
                ],
                ..Faults::default()
            },
        );
        let id = system.publish(&author, &approver, &everywhere()).await;
        let delivery = finished(&system, &id, &author).await;
        assert_eq!(delivery["subscribers"], 600, "{delivery}");
        assert_eq!(delivery["accepted"], 600, "{delivery}");
        assert_eq!(delivery["forgotten"], 0, "nobody is un-subscribed by a blip");
        let report = standin.report(None);
        assert_eq!((report.missing, report.duplicates), (0, 0), "{report:?}");
        system.stop().await;
    }

    pub async fn a_cancel_overtakes(engine: Engine) {
        // So few at once and so slowly that the alert alone would take half a minute.
        let (system, standin) =
            phones::with_phones(engine, 1, 1000, |config| config.push.concurrency_per_origin = 40).await;
        let (author, approver) = system.pair().await;
        subscribe_all(&system, &standin).await;
        standin.set_faults(0, Faults { latency_ms: 1000, ..Faults::default() });
        let id = system.publish(&author, &approver, &everywhere()).await;
        system.act(&format!("/{id}/cancel"), &author, None).await;
        standin.set_faults(0, Faults::default());
        let delivery = finished(&system, &id, &author).await;
        assert_eq!(delivery["accepted"], 1000, "everybody hears the cancellation: {delivery}");
        let first = (0..1000)
            .filter(|phone| messages(&standin, *phone).first().is_some_and(|m| m["state"] == "active"))
            .count();
        assert!(first < 1000, "what was unsent of the alert was dropped");
        for phone in 0..1000 {
            let last = messages(&standin, phone);
            assert_eq!(last.last().expect("a message")["state"], "cancelled", "phone {phone}");
        }
        system.stop().await;
    }

    /// What became of an alert by one way.
    async fn outlet(system: &System, id: &str, token: &str, name: &str) -> Value {
        let delivery = phones::delivery(system, id, token).await;
        let outlets = delivery["outlets"].as_array().expect("outlets");
        outlets.iter().find(|outlet| outlet["outlet"] == name).cloned().unwrap_or_default()
    }

    /// Pages, live stream and pushes: any one may be away, the others still tell, and
    /// what became of each is kept.
    pub async fn each_way_leaves_by_itself(engine: Engine) {
        let (system, standin) = with_phones(engine, 1, 1).await;
        let (author, approver) = system.pair().await;
        let everybody = json!({ "lang": "fr", "areas": ["1050"], "severity": "Minor", "categories": [] });
        subscribe(&system, &standin, 0, &everybody).await;
        let listen = || system.http.get(format!("{}/api/v1/alerts/stream?lang=fr", system.base)).send();

        // The push service is away.
        standin.set_faults(0, Faults { answers: vec![Answer::status(1.0, 503)], ..Faults::default() });
        let mut stream = listen().await.expect("stream");
        let first = system.publish(&author, &approver, &gas_leak()).await;
        system.shows(&first, "active").await;
        let told = async {
            loop {
                let bytes = stream.chunk().await.expect("bytes").expect("more");
                if String::from_utf8_lossy(&bytes).contains("event: alert") {
                    return;
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(30), told).await.expect("the stream tells");
        let noted = system
            .until(Duration::from_secs(30), || async {
                outlet(&system, &first, &author, "stream").await["reached"] == 1
            })
            .await;
        assert!(noted, "one listener was told");
        assert!(outlet(&system, &first, &author, "pages").await["at"].is_string());
        assert_eq!(outlet(&system, &first, &author, "push").await["reached"], 0);
        system.act(&format!("/{first}/cancel"), &author, None).await;
        standin.set_faults(0, Faults::default());
        drop(stream);

        // The listener has gone: phones are told, and pages show.
        let second = system.publish(&author, &approver, &gas_leak()).await;
        finished(&system, &second, &author).await;
        assert_eq!(outlet(&system, &second, &author, "push").await["reached"], 1);
        assert!(outlet(&system, &second, &author, "pages").await["at"].is_string());
        // What became of it cannot be changed afterwards.
        use sea_orm::ConnectionTrait;
        let forced = system.state().db.execute_unprepared("UPDATE publication_outlet SET at_ms = 0").await;
        assert!(forced.is_err(), "the ledger is append-only");
        system.stop().await;
    }
}
