//! An authority speaks for its own territory: each role of an alert, tied to each kind of place.

story!(nobody_speaks_for_another_territory);
story!(an_update_ends_no_alert_of_others);

mod tell {
    use reqwest::{Method, StatusCode};
    use safe_api::account::{self, Role, territory};
    use safe_tests::{Engine, System, gas_leak};
    use serde_json::{Value, json};

    /// Who is tied to what, and whether their word counts for a gas leak in Ixelles and Etterbeek.
    const MATRIX: [(&str, &[&str], bool); 7] = [
        ("region", &[], true),
        ("both", &["21009", "21005"], true),
        ("zone-and-more", &["5339", "21005"], true),
        ("ixelles", &["21009"], false),
        ("etterbeek", &["21005"], false),
        ("uccle", &["21016"], false),
        ("elsewhere", &["5340"], false),
    ];

    /// A member of staff, tied to places.
    async fn tied(system: &System, name: &str, role: Role, codes: &[&str]) -> String {
        let email = format!("{name}-{}@example.org", role.as_str());
        let token = system.staff(&email, &[role]).await;
        let state = system.state();
        let account = account::by_email(&state.db, &email).await.expect("db").expect("account");
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        territory::tie(state, "administrator@example.org", &account, &codes).await.expect("tied");
        token
    }

    async fn post(system: &System, path: &str, token: &str) -> (StatusCode, Value) {
        let path = format!("/office/api/alerts{path}");
        let answer = system.send(Method::POST, &path, Some(token), None).await;
        (answer.status(), answer.json().await.expect("JSON"))
    }

    pub async fn nobody_speaks_for_another_territory(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        for (name, codes, may) in MATRIX {
            let own = tied(&system, name, Role::AlertAuthor, codes).await;
            let id = system.draft(&own, &gas_leak()).await;
            let (status, said) = post(&system, &format!("/{id}/submit"), &own).await;
            if may {
                assert_eq!(status, StatusCode::OK, "{name}: {said}");
            } else {
                assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {said}");
                assert_eq!(said["faults"][0]["code"], "other-territory", "{name}: {said}");
                assert_eq!(said["faults"][0]["field"], "municipalities", "{name}: {said}");
                system.act(&format!("/{id}/submit"), &author, None).await;
            }

            let own = tied(&system, name, Role::AlertApprover, codes).await;
            let (status, said) = post(&system, &format!("/{id}/approve"), &own).await;
            if !may {
                assert_eq!(
                    (status, &said["code"]),
                    (StatusCode::FORBIDDEN, &json!("other-territory")),
                    "{name}"
                );
                system.act(&format!("/{id}/approve"), &approver, None).await;
                for step in ["end", "cancel"] {
                    let (status, said) = post(&system, &format!("/{id}/{step}"), &own).await;
                    assert_eq!(status, StatusCode::FORBIDDEN, "{name} {step}: {said}");
                }
                system.shows(&id, "active").await;
                continue;
            }
            assert_eq!(status, StatusCode::OK, "{name}: {said}");
            assert_eq!(post(&system, &format!("/{id}/end"), &own).await.0, StatusCode::OK, "{name}");
        }
        system.stop().await;
    }

    /// What is public in two municipalities is not replaced by somebody who has one of them.
    pub async fn an_update_ends_no_alert_of_others(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let first = system.publish(&author, &approver, &gas_leak()).await;
        let mut smaller = gas_leak();
        smaller["municipalities"] = json!(["21009"]);
        let own = tied(&system, "ixelles", Role::AlertAuthor, &["21009"]).await;
        let made = system.act(&format!("/{first}/update"), &own, Some(&smaller)).await;
        let id = made["id"].as_str().expect("id");
        let (status, said) = post(&system, &format!("/{id}/submit"), &own).await;
        assert_eq!((status, &said["code"]), (StatusCode::FORBIDDEN, &json!("other-territory")));
        system.act(&format!("/{id}/submit"), &author, None).await;
        let own = tied(&system, "ixelles", Role::AlertApprover, &["21009"]).await;
        let (status, said) = post(&system, &format!("/{id}/approve"), &own).await;
        assert_eq!((status, &said["code"]), (StatusCode::FORBIDDEN, &json!("other-territory")));
        system.act(&format!("/{id}/approve"), &approver, None).await;
        system.stop().await;
    }
}
