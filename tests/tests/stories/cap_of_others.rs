//! CAP messages of other systems: one message is one alert, its languages and blocks are kept,
//! only what is for the public is published, what updates or cancels finds its place, and a place
//! that cannot be read is told, never guessed.

story!(the_same_message_is_one_alert);
story!(a_language_that_only_the_alert_has);
story!(a_place_in_unknown_codes_is_told);
story!(only_what_is_for_the_public_is_published);
story!(a_cancel_or_an_answer_is_no_alert);
story!(an_update_finds_what_it_updates);
story!(several_blocks_are_one_alert);
story!(what_is_over_no_longer_comes_first);
story!(drawings_of_others_are_read_or_told);

mod tell {
    use reqwest::{Method, StatusCode};
    use safe_api::account::{Person, Role, by_email};
    use safe_api::alert::lifecycle::{self, Input};
    use safe_api::i18n::Lang;
    use safe_cap::{Mode, Profile, read, validate};
    use safe_tests::{Engine, System, form, gas_leak};
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
        // That it is over can be said in the languages of the portal alone.
        system.act(&format!("/{id}/end"), &approver, None).await;
        system.shows(&id, "ended").await;
        let (_, spoken, cap) = get(&system, &format!("/api/v1/alerts/{id}.cap"), "pl").await;
        assert_eq!(spoken, "fr-BE, nl-BE");
        assert!(!cap.contains("pl-PL"), "{cap}");
        let (status, spoken, one) = get(&system, &format!("/api/v1/alerts/{id}"), "pl, nl;q=0.9").await;
        assert_eq!((status, spoken.as_str()), (StatusCode::OK, "nl"), "{one}");
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

    /// The codes of what is said about a message that was taken, or of what is wrong with it.
    fn codes(list: &Value) -> Vec<&str> {
        list.as_array().expect("a list").iter().map(|one| one["code"].as_str().expect("code")).collect()
    }

    async fn step(system: &System, token: &str, id: &str, step: &str) -> (StatusCode, Value) {
        let path = format!("/office/api/alerts/{id}/{step}");
        let answer = system.send(Method::POST, &path, Some(token), None).await;
        (answer.status(), answer.json().await.expect("JSON"))
    }

    fn id_of(made: &Value) -> &str {
        made["id"].as_str().unwrap_or_else(|| panic!("no id in {made}"))
    }

    /// Puts drafts that cannot be handed in where an earlier release might have left them.
    async fn hand_in_all(system: &System) {
        let sql = "UPDATE alert SET state = 'submitted' WHERE state = 'draft'";
        system.state().db.execute_unprepared(sql).await.expect("handed in");
    }

    pub async fn only_what_is_for_the_public_is_published(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let mut drafts = Vec::new();
        let mut public = Vec::new();
        for status in ["Actual", "Exercise", "Test", "System", "Draft"] {
            for (scope, receivers) in [
                ("Public", ""),
                ("Restricted", "<restriction>Police</restriction>"),
                ("Private", "<addresses>police@example.org</addresses>"),
            ] {
                let xml = storm(&format!("storm-{status}-{scope}"), &THREE, REGION)
                    .replace("<status>Actual<", &format!("<status>{status}<"))
                    .replace("<scope>Public</scope>", &format!("<scope>{scope}</scope>{receivers}"));
                let (code, made) = post(&system, &author, "", &xml).await;
                assert_eq!(code, StatusCode::CREATED, "{status} {scope} can be read: {made}");
                let id = id_of(&made).to_owned();
                let told = codes(&made["report"]["warnings"]).contains(&"scope-not-public");
                let has_channel = !["System", "Draft"].contains(&status);
                assert_eq!(told, has_channel && scope != "Public", "{status} {scope}: {made}");
                let (code, answer) = step(&system, &author, &id, "submit").await;
                if has_channel && scope == "Public" {
                    assert_eq!(code, StatusCode::OK, "{status} {scope}: {answer}");
                    assert_eq!(step(&system, &approver, &id, "approve").await.0, StatusCode::OK);
                    public.extend((status == "Actual").then_some(id));
                    continue;
                }
                assert_eq!(code, StatusCode::UNPROCESSABLE_ENTITY, "{status} {scope}: {answer}");
                let field = if has_channel { "scope" } else { "status" };
                assert!(answer["faults"].as_array().expect("faults").iter().any(|f| f["field"] == field));
                assert!(!answer.to_string().contains("[cap-"), "it has words: {answer}");
                drafts.push(id);
            }
        }
        hand_in_all(&system).await;
        for id in &drafts {
            let (code, answer) = step(&system, &approver, id, "approve").await;
            assert_eq!(code, StatusCode::UNPROCESSABLE_ENTITY, "{answer}");
        }
        assert_eq!((drafts.len(), public.len()), (12, 1));
        system.shows(&public[0], "active").await;
        let list = system.json("/api/v1/alerts").await;
        assert_eq!(list["alerts"].as_array().expect("list").len(), 1, "{list}");
        system.stop().await;
    }

    /// The same message as one of another type that names others.
    fn of_type(xml: &str, kind: &str, references: &str) -> String {
        let xml = xml.replace("<msgType>Alert<", &format!("<msgType>{kind}<"));
        xml.replace("</scope>", &format!("</scope><references>{references}</references>"))
    }

    /// By what later messages name this one.
    fn reference(xml: &str) -> String {
        let part = |name: &str| {
            let (_, rest) = xml.split_once(&format!("<{name}>")).expect("it begins");
            rest.split_once('<').expect("it ends").0.to_owned()
        };
        [part("sender"), part("identifier"), part("sent")].join(",")
    }

    const UNKNOWN: &str = "warnings@example.org,never-seen,2026-01-01T08:00:00+01:00";

    pub async fn a_cancel_or_an_answer_is_no_alert(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        for kind in ["Ack", "Error"] {
            let xml = of_type(&storm(kind, &THREE, REGION), kind, UNKNOWN);
            let (code, problem) = post(&system, &author, "", &xml).await;
            assert_eq!(code, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
            assert_eq!(codes(&problem["faults"]), ["cap-message-answers"]);
        }
        assert_eq!(count(&system).await, 0);

        // The cancel of a message that never came here can be read, and nothing more.
        let cancel = of_type(&storm("cancel-1", &THREE, REGION), "Cancel", UNKNOWN);
        let (code, made) = post(&system, &author, "", &cancel).await;
        assert_eq!(code, StatusCode::CREATED, "{made}");
        assert!(codes(&made["report"]["warnings"]).contains(&"message-cancels"), "{made}");
        let draft = id_of(&made).to_owned();
        let (code, problem) = step(&system, &author, &draft, "submit").await;
        assert_eq!(code, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(codes(&problem["faults"]), ["cap-message-cancels"]);
        let state = system.state();
        let row = lifecycle::find(state, draft.parse().expect("id")).await.expect("row");
        let person = by_email(&state.db, "author@example.org").await.expect("row").expect("account");
        let input = Input::Draft(Box::new(serde_json::from_value(gas_leak()).expect("a draft")));
        let revised = lifecycle::revise(state, &Person::from(&person), row.id, row.edition, input).await;
        assert!(revised.is_err(), "no other text takes its place");
        hand_in_all(&system).await;
        assert_eq!(step(&system, &approver, &draft, "approve").await.0, StatusCode::UNPROCESSABLE_ENTITY);

        // The cancel of an active alert leads to that alert.
        let first = storm("storm-1", &THREE, REGION);
        let (_, made) = post(&system, &author, "", &first).await;
        let id = id_of(&made).to_owned();
        system.release(&author, &approver, &id).await;
        let shown = system.shows(&id, "active").await;
        let sender = &state.config.alerts.sender;
        let own = format!("{sender},{},2026-01-01T08:00:00+01:00", shown["identifier"].as_str().expect("id"));
        for (name, path, named) in [
            ("cancel-2", String::new(), reference(&first)),
            ("cancel-3", String::new(), format!("{UNKNOWN} {own}")),
            ("cancel-4", format!("/{id}/update"), UNKNOWN.to_owned()),
        ] {
            let xml = of_type(&storm(name, &THREE, REGION), "Cancel", &named);
            let (code, problem) = post(&system, &author, &path, &xml).await;
            assert_eq!(code, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {problem}");
            assert_eq!(codes(&problem["faults"]), ["cap-message-cancels-ours"]);
            assert!(problem.to_string().contains(&format!("{id}/cancel")), "{problem}");
        }
        let list = system.json("/api/v1/alerts").await;
        assert_eq!(list["alerts"].as_array().expect("list").len(), 1, "{list}");
        system.shows(&id, "active").await;
        system.stop().await;
    }

    pub async fn an_update_finds_what_it_updates(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let first = storm("storm-1", &THREE, REGION);
        let (_, made) = post(&system, &author, "", &first).await;
        let old = id_of(&made).to_owned();
        system.release(&author, &approver, &old).await;
        let update = of_type(&storm("storm-2", &THREE, REGION), "Update", &reference(&first));
        let (code, made) = post(&system, &author, "", &update).await;
        assert_eq!((code, made["event_id"].as_str()), (StatusCode::CREATED, Some(old.as_str())), "{made}");
        let new = id_of(&made).to_owned();
        system.release(&author, &approver, &new).await;
        let shown = system.shows(&new, "active").await;
        assert_eq!((&shown["msg_type"], &shown["revision"]), (&Value::from("Update"), &Value::from(2)));
        assert_eq!(system.json("/api/v1/alerts").await["alerts"].as_array().expect("list").len(), 1);
        let (code, again) = post(&system, &author, "", &update).await;
        assert_eq!((code, id_of(&again)), (StatusCode::OK, new.as_str()), "it is that alert already");
        // What is named may be one of ours, or a message before the last.
        let identifier = shown["identifier"].as_str().expect("identifier");
        let own = format!("{},{identifier},2026-01-01T08:00:00+01:00", system.state().config.alerts.sender);
        for (name, named) in [("storm-3", own), ("storm-4", reference(&first))] {
            let xml = of_type(&storm(name, &THREE, REGION), "Update", &named);
            let (code, made) = post(&system, &author, "", &xml).await;
            assert_eq!(
                (code, made["event_id"].as_str()),
                (StatusCode::CREATED, Some(old.as_str())),
                "{name}"
            );
        }
        system.act(&format!("/{new}/end"), &approver, None).await;
        let (code, again) = post(&system, &author, "", &update).await;
        assert_eq!((code, id_of(&again)), (StatusCode::OK, new.as_str()), "also when it is over");

        // What was never here, or is over, cannot be updated: the draft is a new alert, and says so.
        for (name, named) in [("storm-5", UNKNOWN.to_owned()), ("storm-6", reference(&first))] {
            let xml = of_type(&storm(name, &THREE, REGION), "Update", &named);
            let (code, made) = post(&system, &author, "", &xml).await;
            assert_eq!((code, &made["event_id"]), (StatusCode::CREATED, &made["id"]), "{name}: {made}");
            assert!(codes(&made["report"]["warnings"]).contains(&"update-unknown"), "{made}");
        }
        // What it names may be published while it waits.
        let later = storm("storm-7", &THREE, REGION);
        let (_, made) = post(&system, &author, "", &later).await;
        let before = id_of(&made).to_owned();
        let update = of_type(&storm("storm-8", &THREE, REGION), "Update", &reference(&later));
        let (_, made) = post(&system, &author, "", &update).await;
        let after = id_of(&made).to_owned();
        assert_eq!(made["event_id"], after.as_str());
        system.release(&author, &approver, &before).await;
        let handed_in = system.act(&format!("/{after}/submit"), &author, None).await;
        assert_eq!(handed_in["event_id"], before.as_str());
        system.act(&format!("/{after}/approve"), &approver, None).await;
        system.shows(&after, "active").await;
        let active = system.json("/api/v1/alerts?state=active").await;
        assert_eq!(active["alerts"].as_array().expect("list").len(), 1, "{active}");
        system.stop().await;
    }

    const SQUARE: &str = "<polygon>50.84,4.34 50.86,4.34 50.86,4.37 50.84,4.37 50.84,4.34</polygon>";

    /// A message whose blocks are over in half an hour, and when they were over before.
    fn over_soon(xml: &str) -> (String, String) {
        let (_, expires) = xml.split_once("<expires>").expect("an end");
        let expires = expires.split_once('<').expect("an end").0.to_owned();
        let soon = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(1_800);
        (xml.replace(&expires, &soon.strftime("%Y-%m-%dT%H:%M:%S-00:00").to_string()), expires)
    }

    pub async fn what_is_over_no_longer_comes_first(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        // Hail that is over soon, after a mild wind that is not.
        let wind = storm("storm-1", &[("fr-BE", "Vent"), ("nl-BE", "Wind")], SQUARE);
        let wind = wind.replace("<severity>Severe<", "<severity>Minor<");
        let (hail, _) = over_soon(&storm("storm-1", &[("fr-BE", "Grêle"), ("nl-BE", "Hagel")], REGION));
        let xml = wind.replace("</alert>", &hail[hail.find("<info>").expect("blocks")..]);
        let (code, made) = post(&system, &author, "", &xml).await;
        assert_eq!(code, StatusCode::CREATED, "{made}");
        let id = id_of(&made).to_owned();
        system.release(&author, &approver, &id).await;
        let shown = system.shows(&id, "active").await;
        assert_eq!(shown["headline"], "Grêle");
        let page = async || {
            let path = format!("{}/nl/alerts/{id}/", system.base);
            system.http.get(path).send().await.expect("a page").text().await.expect("text")
        };
        assert!(page().await.contains("<title>Hagel"));
        system.state().clock.advance_ms(3_600_000);
        let told = system
            .until(std::time::Duration::from_secs(20), || async {
                system.shows(&id, "active").await["headline"] == "Vent"
            })
            .await;
        assert!(told, "the hail is over");
        let shown = system.shows(&id, "active").await;
        assert_eq!(shown["description"], "Vent.\n\nGrêle\nGrêle.", "and is still told");
        assert!(page().await.contains("<title>Wind"));
        system.stop().await;
    }

    pub async fn several_blocks_are_one_alert(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let uccle = "<geocode><valueName>NIS</valueName><value>21016</value></geocode>";
        // A mild wind in the middle that is over soon, and hail in Uccle.
        let wind = storm("storm-1", &[("fr-BE", "Vent"), ("nl-BE", "Wind")], SQUARE);
        let wind = wind.replace("<severity>Severe<", "<severity>Minor<");
        let (wind, expires) = over_soon(&wind);
        let hail = storm("storm-1", &[("fr-BE", "Grêle"), ("nl-BE", "Hagel")], uccle);
        let hail = &hail[hail.find("<info>").expect("blocks")..];
        let xml = wind.replace("</alert>", hail);
        let (code, made) = post(&system, &author, "", &xml).await;
        assert_eq!(code, StatusCode::CREATED, "{made}");
        let id = id_of(&made).to_owned();
        system.release(&author, &approver, &id).await;
        let shown = system.shows(&id, "active").await;
        assert_eq!(shown["severity"], "Severe", "as the lists are chosen");
        let worst = system.json("/api/v1/alerts?severity=Severe&lang=nl").await;
        assert_eq!(worst["alerts"][0]["severity"], "Severe", "{worst}");
        assert_eq!(shown["headline"], "Grêle", "the worst comes first");
        assert_eq!(shown["description"], "Grêle.\n\nVent\nVent.");
        assert_eq!(shown["instruction"], "Grêle!\n\nVent!");
        let map = system.json(&format!("/api/v1/alerts/{id}")).await;
        let polygons = map["geometry"]["coordinates"].as_array().expect("polygons").len();
        assert_eq!(polygons, 2, "the square and Uccle: {}", map["geometry"]);
        // Whoever updates it learns that the form cannot hold all of it.
        let desk = system.desk("desk@example.org", &[Role::AlertAuthor]).await;
        let page = system.office(&desk, &format!("/office/alerts/{id}/update")).await;
        let page = page.text().await.expect("page");
        let told = Lang::all().any(|lang| page.contains(&lang.text("office-update-rewrite-note")));
        assert!(told && page.contains("value=\"Severe\" selected"), "{page}");
        // An hour later the wind is over, and the alert is not.
        system.state().clock.advance_ms(3_600_000);
        let shown = system.shows(&id, "active").await;
        let until: jiff::Timestamp = shown["expires"].as_str().expect("an end").parse().expect("a moment");
        assert!(until.as_millisecond() > system.state().clock.now_ms(), "{shown}");
        assert_eq!(until, expires.parse().expect("a moment"));
        system.stop().await;
    }

    /// A message of ours, read again.
    fn own(cap: &str) -> safe_cap::Alert {
        read(cap.as_bytes(), Mode::Strict).alert.expect("a message")
    }

    pub async fn drawings_of_others_are_read_or_told(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let bow = "<polygon>50.84,4.34 50.86,4.37 50.86,4.34 50.84,4.37 50.84,4.34</polygon>";
        let europe = "<polygon>35,-10 35,40 70,40 70,-10 35,-10</polygon>";
        for (name, area, reached) in [
            ("tihange", "<circle>50.5344,5.2725 100</circle>", 19..20),
            ("europe", europe, 19..20),
            ("bow", bow, 1..19),
        ] {
            let (code, made) = post(&system, &author, "", &storm(name, &THREE, area)).await;
            assert_eq!(code, StatusCode::CREATED, "{name}: {made}");
            assert!(reached.contains(&made["areas"].as_array().expect("areas").len()), "{name}: {made}");
            assert!(!codes(&made["report"]["warnings"]).contains(&"shape-unread"), "{name}: {made}");
            let id = id_of(&made).to_owned();
            system.release(&author, &approver, &id).await;
            let shown = system.shows(&id, "active").await;
            let polygons = shown["geometry"]["coordinates"].as_array().expect("polygons");
            assert!(!polygons.is_empty(), "{name}: {shown}");
            let cap = system.send(Method::GET, &format!("/api/v1/alerts/{id}.cap"), None, None).await;
            let cap = cap.text().await.expect("cap");
            let errors = validate(&own(&cap), &Profile::output()).errors;
            assert!(errors.is_empty(), "{name} keeps our own rules: {errors:?}");
            let first = area.split_once('>').expect("numbers").1.split([' ', '<']).next().expect("numbers");
            assert!(cap.contains(first), "the message itself stays whole: {cap}");
        }
        // Of a line nothing can be made: whoever hands it in is told.
        let line = format!("{SQUARE}<polygon>50.80,4.30 50.85,4.35 50.90,4.40 50.80,4.30</polygon>");
        let (_, made) = post(&system, &author, "", &storm("line", &THREE, &line)).await;
        let (code, problem) = step(&system, &author, id_of(&made), "submit").await;
        assert_eq!(code, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
        assert!(codes(&problem["faults"]).contains(&"cap-polygon-zero-area"), "{problem}");
        assert!(!problem.to_string().contains("[cap-"), "it has words: {problem}");
        // So is whoever approves what an earlier release let through.
        hand_in_all(&system).await;
        let (code, problem) = step(&system, &approver, id_of(&made), "approve").await;
        assert_eq!(code, StatusCode::UNPROCESSABLE_ENTITY, "{problem}");
        assert!(codes(&problem["faults"]).contains(&"cap-polygon-zero-area"), "{problem}");
        // Longitude first: somewhere in the sea off Somalia, or a slip.
        let swapped = "<polygon>4.34,50.84 4.34,50.86 4.37,50.86 4.37,50.84 4.34,50.84</polygon>";
        let (code, made) = post(&system, &author, "", &storm("swapped", &THREE, swapped)).await;
        assert_eq!((code, &made["areas"]), (StatusCode::CREATED, &serde_json::json!([])));
        let told = codes(&made["report"]["warnings"]).iter().filter(|code| **code == "shape-unread").count();
        assert_eq!(told, 1, "once, not once per language: {made}");
        // The form of the operators is as strict as it was.
        let mut wide = gas_leak();
        wide["circles"] = serde_json::json!([{ "lat": 50.5344, "lon": 5.2725, "radius_km": 100.0 }]);
        let refused = system.send(Method::POST, "/office/api/alerts", Some(&author), Some(&wide)).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        system.stop().await;
    }
}
