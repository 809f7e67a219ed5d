//! Which alert a message takes the place of, when what it names changes while it waits for
//! approval, and what the cancel of a message does that nobody has issued yet.

story!(an_update_waits_longer_than_what_it_updates);
story!(what_a_person_ended_is_not_updated);
story!(what_is_named_may_be_issued_meanwhile);
story!(an_update_of_two_alerts_tells_of_the_other);
story!(a_cancel_reaches_what_is_not_issued_yet);

mod tell {
    use reqwest::{Method, StatusCode};
    use safe_api::account::Role;
    use safe_api::alert::entity::Model;
    use safe_api::alert::lifecycle;
    use safe_tests::{Engine, System, gas_leak};
    use serde_json::{Value, json};

    const HOUR_MS: i64 = 3_600_000;

    /// A message of another service, whose name is its headline.
    fn message(id: &str, kind: &str, names: &[&str]) -> String {
        let hour = |ahead_s: i64| {
            let now = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(ahead_s);
            now.strftime("%Y-%m-%dT%H:00:00-00:00").to_string()
        };
        let (sent, expires) = ("2026-01-01T08:00:00+01:00", hour(14_400));
        let named: Vec<String> =
            names.iter().map(|name| format!("warnings@example.org,{name},{sent}")).collect();
        let references = match named.join(" ") {
            none if none.is_empty() => none,
            named => format!("<references>{named}</references>"),
        };
        let info = |lang: &str| {
            format!(
                "<info><language>{lang}</language><category>Met</category><event>{id}</event>\
                 <urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>\
                 <expires>{expires}</expires><headline>{id}</headline><description>{id}.</description>\
                 <instruction>{id}!</instruction><area><areaDesc>Bruxelles</areaDesc>\
                 <geocode><valueName>NUTS2</valueName><value>BE10</value></geocode></area></info>"
            )
        };
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">\
             <identifier>{id}</identifier><sender>warnings@example.org</sender><sent>{sent}</sent>\
             <status>Actual</status><msgType>{kind}</msgType><scope>Public</scope>{references}{}{}</alert>",
            info("fr-BE"),
            info("nl-BE"),
        )
    }

    async fn post(system: &System, token: &str, xml: String) -> (StatusCode, Value) {
        let request = system.http.post(format!("{}/office/api/alerts", system.base));
        let request = request.bearer_auth(token).header("content-type", "application/cap+xml");
        let response = request.body(xml).send().await.expect("an answer");
        (response.status(), response.json().await.expect("JSON"))
    }

    /// Brings a message that is kept; gives its answer.
    async fn bring(system: &System, token: &str, id: &str, kind: &str, names: &[&str]) -> Value {
        let (status, made) = post(system, token, message(id, kind, names)).await;
        assert_eq!(status, StatusCode::CREATED, "{id}: {made}");
        made
    }

    fn id_of(made: &Value) -> String {
        made["id"].as_str().expect("id").to_owned()
    }

    /// Whether one of these remarks or faults has this code and tells of this alert.
    fn tells(list: &Value, code: &str, alert: &str) -> bool {
        let list = list.as_array().expect("a list");
        list.iter().any(|one| one["code"] == code && one.to_string().contains(alert))
    }

    async fn row(system: &System, id: &str) -> Model {
        lifecycle::find(system.state(), id.parse().expect("id")).await.expect("the alert")
    }

    async fn active(system: &System) -> Vec<String> {
        let list = system.json("/api/v1/alerts?state=active").await;
        list["alerts"].as_array().expect("list").iter().map(id_of).collect()
    }

    /// The end of the first comes while its extension waits for approval.
    pub async fn an_update_waits_longer_than_what_it_updates(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let first = system.publish(&author, &approver, &gas_leak()).await;
        system.shows(&first, "active").await;
        let mut longer = gas_leak();
        let end = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(20);
        longer["expires"] = json!(end.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string());
        let second = id_of(&system.act(&format!("/{first}/update"), &author, Some(&longer)).await);
        system.act(&format!("/{second}/submit"), &author, None).await;
        system.state().clock.advance_ms(7 * HOUR_MS);
        system.shows(&first, "expired").await;

        system.act(&format!("/{second}/approve"), &approver, None).await;
        let shown = system.shows(&second, "active").await;
        assert_eq!((&shown["event_id"], &shown["msg_type"]), (&json!(first), &json!("Update")));
        assert_eq!(shown["references"].as_array().expect("references").len(), 1, "{shown}");
        let list = system.json("/api/v1/alerts").await;
        assert_eq!(list["alerts"].as_array().expect("list").len(), 1, "one of the chain: {list}");
        let old = system.send(Method::GET, &format!("/api/v1/alerts/{first}"), None, None).await;
        assert_eq!(old.status(), StatusCode::TEMPORARY_REDIRECT);
        assert_eq!(old.headers()["location"], format!("/api/v1/alerts/{second}"));
        // It goes on as any other.
        system.act(&format!("/{first}/end"), &approver, None).await;
        system.shows(&second, "ended").await;
        system.stop().await;
    }

    pub async fn what_a_person_ended_is_not_updated(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let first = system.publish(&author, &approver, &gas_leak()).await;
        let second = id_of(&system.act(&format!("/{first}/update"), &author, Some(&gas_leak())).await);
        system.act(&format!("/{second}/submit"), &author, None).await;
        system.act(&format!("/{first}/end"), &approver, None).await;
        let path = format!("/office/api/alerts/{second}/approve");
        let late = system.send(Method::POST, &path, Some(&approver), None).await;
        assert_eq!(late.status(), StatusCode::CONFLICT);
        let problem: Value = late.json().await.expect("JSON");
        assert_eq!(problem["code"], "alert-not-active");
        assert!(active(&system).await.is_empty());
        system.stop().await;
    }

    /// Both wait for approval at once; nobody is told twice.
    pub async fn what_is_named_may_be_issued_meanwhile(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let first = id_of(&bring(&system, &author, "storm-1", "Alert", &[]).await);
        system.act(&format!("/{first}/submit"), &author, None).await;
        let made = bring(&system, &author, "storm-2", "Update", &["storm-1"]).await;
        let second = id_of(&made);
        let handed_in = system.act(&format!("/{second}/submit"), &author, None).await;
        assert_eq!(handed_in["event_id"], json!(second), "nothing is active yet");
        system.act(&format!("/{first}/approve"), &approver, None).await;
        let approved = system.act(&format!("/{second}/approve"), &approver, None).await;
        assert_eq!(approved["event_id"], json!(first), "{approved}");
        let shown = system.shows(&second, "active").await;
        assert_eq!((&shown["msg_type"], &shown["revision"]), (&json!("Update"), &json!(2)));
        assert!(shown["web"].as_str().expect("an address").contains(&first), "{shown}");
        assert_eq!(active(&system).await, [second.as_str()]);
        let now = row(&system, &second).await;
        assert_eq!((now.msg_type.as_str(), now.predecessor_id), ("Update", first.parse().ok()));
        assert_eq!(row(&system, &first).await.state, "superseded");
        system.stop().await;
    }

    /// It takes the place of the one that was named last; whoever brings it and whoever approves
    /// it learn that the other stays.
    pub async fn an_update_of_two_alerts_tells_of_the_other(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let mut ids = Vec::new();
        for name in ["storm-1", "storm-2"] {
            let id = id_of(&bring(&system, &author, name, "Alert", &[]).await);
            system.release(&author, &approver, &id).await;
            system.shows(&id, "active").await;
            ids.push(id);
        }
        let desk = system.desk("second@example.org", &[Role::AlertApprover]).await;
        for (name, names, of, other) in [
            ("storm-3", ["storm-1", "storm-2"], &ids[1], (&ids[0], "storm-1")),
            ("storm-4", ["storm-2", "storm-1"], &ids[0], (&ids[1], "storm-2")),
        ] {
            let made = bring(&system, &author, name, "Update", &names).await;
            assert_eq!(made["event_id"], json!(of), "{made}");
            assert!(tells(&made["report"]["warnings"], "update-names-more", other.0), "{made}");
            let id = id_of(&made);
            system.act(&format!("/{id}/submit"), &author, None).await;
            let page = system.office(&desk, &format!("/office/alerts/{id}/approve")).await;
            let page = page.text().await.expect("page");
            assert!(page.contains(other.1), "{page}");
        }
        system.stop().await;
    }

    /// What nobody has worked on goes with it; what somebody works on is named to a person.
    pub async fn a_cancel_reaches_what_is_not_issued_yet(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let first = id_of(&bring(&system, &author, "storm-1", "Alert", &[]).await);
        let made = bring(&system, &author, "cancel-1", "Cancel", &["storm-1"]).await;
        assert!(tells(&made["report"]["warnings"], "draft-discarded", &first), "{made}");
        assert_eq!(row(&system, &first).await.state, "discarded");

        // It comes once more, and waits for approval.
        let waits = id_of(&bring(&system, &author, "storm-1", "Alert", &[]).await);
        assert_ne!(waits, first);
        system.act(&format!("/{waits}/submit"), &author, None).await;
        let untouched = id_of(&bring(&system, &author, "storm-2", "Alert", &[]).await);
        let cancel = || message("cancel-2", "Cancel", &["storm-1", "storm-2"]);
        let (status, problem) = post(&system, &author, cancel()).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
        for id in [&waits, &untouched] {
            assert!(tells(&problem["faults"], "cap-message-cancels-open", id), "{problem}");
        }
        let states = [row(&system, &waits).await.state, row(&system, &untouched).await.state];
        assert_eq!(states, ["submitted", "draft"], "a person looks at all of them");
        // Issued all the same, it is named as what it is then.
        system.act(&format!("/{waits}/approve"), &approver, None).await;
        system.shows(&waits, "active").await;
        let (status, problem) = post(&system, &author, cancel()).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
        assert!(tells(&problem["faults"], "cap-message-cancels-ours", &waits), "{problem}");
        assert!(tells(&problem["faults"], "cap-message-cancels-open", &untouched), "{problem}");
        system.stop().await;
    }
}
