//! Pushes that a process of its own sends.

story!(a_process_of_its_own_sends);

mod tell {
    use std::time::Duration;

    use reqwest::Method;
    use safe_api::app::{self, World};
    use safe_standin::StandIn;
    use safe_tests::{Engine, System};
    use serde_json::{Value, json};

    use crate::steps::phones::{delivery, everywhere, finished, with_phones};

    async fn subscribe(system: &System, standin: &StandIn, phone: usize, area: &str) {
        let mut body = json!({ "lang": "fr", "areas": [area], "severity": "Minor", "categories": [] });
        let own = serde_json::to_value(standin.subscription(phone)).expect("JSON");
        (body["endpoint"], body["keys"]) = (own["endpoint"].clone(), own["keys"].clone());
        let made = system.send(Method::POST, "/api/v1/push/subscriptions", None, Some(&body)).await;
        assert!(made.status().is_success(), "{}", made.status());
    }

    /// Whoever serves knows beforehand how many are to be told, and whoever sends shows that
    /// it does.
    pub async fn a_process_of_its_own_sends(engine: Engine) {
        let (system, standin) = with_phones(engine, 1, 3, |config| config.push.embedded_worker = false).await;
        let (author, approver) = system.pair().await;
        for (phone, area) in ["21009", "21009", "21016"].into_iter().enumerate() {
            subscribe(&system, &standin, phone, area).await;
        }
        let mut draft = everywhere();
        draft["municipalities"] = json!(["21009"]);
        let id = system.publish(&author, &approver, &draft).await;
        let before = delivery(&system, &id, &author).await;
        assert_eq!((&before["subscribers"], &before["pending"]), (&json!(2), &json!(2)), "{before}");

        let world = World::load(system.state().config.clone()).expect("content");
        let sending = app::start_sending(world).await.expect("started");
        let after = finished(&system, &id, &author).await;
        assert_eq!((&after["subscribers"], &after["accepted"]), (&json!(2), &json!(2)), "{after}");

        let watched = format!("http://{}", sending.metrics_address.expect("an address"));
        let shown = || async {
            let answer = system.http.get(format!("{watched}/metrics")).send().await.expect("metrics");
            answer.text().await.expect("text").contains("safe_push_subscribers 3")
        };
        assert!(system.until(Duration::from_secs(30), shown).await, "it has them in memory");
        let ready = system.http.get(format!("{watched}/health/ready")).send().await.expect("an answer");
        let ready: Value = ready.json().await.expect("JSON");
        assert_eq!((&ready["database"], &ready["push_services_held"]), (&json!(true), &json!(0)), "{ready}");
        sending.stop().await;
        system.stop().await;
    }
}
