//! Exercises and tests reach phones enrolled by staff, and nobody else.

story!(an_exercise_stays_among_us);

mod tell {
    use std::time::Duration;

    use reqwest::{Method, StatusCode};
    use safe_standin::{Plan, StandIn};
    use safe_tests::{Engine, System, gas_leak};
    use serde_json::{Value, json};

    pub async fn an_exercise_stays_among_us(engine: Engine) {
        let plan = Plan { sample: 1.0, mailboxes: true, ..Plan::healthy(1, 2) };
        let standin = StandIn::start(plan).await.expect("stand-in");
        let ca = tempfile::NamedTempFile::new().expect("file").into_temp_path().keep().expect("kept");
        std::fs::write(&ca, standin.ca_pem()).expect("certificate");
        let system = System::start_with(engine, |config| config.push.extra_root_file = ca).await;
        let (author, approver) = system.pair().await;
        let phone = |id: usize, code: Option<&str>| {
            let mut body = serde_json::to_value(standin.subscription(id)).expect("JSON");
            body["areas"] = json!(["04000"]);
            body["severity"] = json!("Minor");
            body["categories"] = json!([]);
            body["lang"] = json!("fr");
            if let Some(code) = code {
                body["rehearsal"] = json!(code);
            }
            body
        };
        let path = "/api/v1/push/subscriptions";
        let wrong = system.send(Method::POST, path, None, Some(&phone(1, Some("guess")))).await;
        assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let code = system.state().push.rehearsal_code().to_owned();
        for body in [phone(0, None), phone(1, Some(&code))] {
            let made = system.send(Method::POST, path, None, Some(&body)).await;
            assert_eq!(made.status(), StatusCode::CREATED);
        }
        for status in ["Exercise", "Test"] {
            let mut draft = gas_leak();
            draft["status"] = json!(status);
            draft["severity"] = json!("Extreme");
            let id = system.publish(&author, &approver, &draft).await;
            let told = system
                .until(Duration::from_secs(30), || async {
                    standin.browser(1).received().iter().any(|delivery| {
                        let value: Value =
                            serde_json::from_str(delivery.text.as_deref().expect("decrypted")).expect("JSON");
                        value["id"] == id.as_str()
                    })
                })
                .await;
            assert!(told, "{status} reaches the enrolled phone");
            let hidden = system.send(Method::GET, &format!("/api/v1/alerts/{id}"), None, None).await;
            assert_eq!(hidden.status(), StatusCode::NOT_FOUND);
            let hidden = system.send(Method::GET, &format!("/fr/alerts/{id}/"), None, None).await;
            assert_eq!(hidden.status(), StatusCode::NOT_FOUND);
        }
        for delivery in standin.browser(1).received() {
            let value: Value =
                serde_json::from_str(delivery.text.as_deref().expect("decrypted")).expect("JSON");
            let title = value["title"].as_str().expect("title");
            assert!(title.starts_with("EXERCICE") || title.starts_with("TEST"), "{title}");
        }
        assert!(standin.browser(0).received().is_empty(), "a citizen's phone hears nothing");
        assert_eq!(system.json("/api/v1/alerts").await["alerts"], json!([]));
        system.stop().await;
    }
}
