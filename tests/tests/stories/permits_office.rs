//! The permit desk as a whole: figures without persons, mails that came back, pages in four
//! languages.

story!(figures_tell_of_nobody);
story!(a_returned_mail_becomes_a_task);
story!(the_pages_speak_four_languages);

mod tell {
    use reqwest::{Method, StatusCode};
    use safe_api::account::Role;
    use safe_api::permit::entity::{application, decision, event, mail};
    use safe_api::permit::{job, numbers};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::{EntityTrait, Set};
    use serde_json::Value;
    use uuid::Uuid;

    use crate::steps::applicant::filed;
    use crate::steps::desk::{Three, ask_police, ended, granted, open, open_tasks};

    const DAY_MS: i64 = 86_400_000;

    /// A closed file with the lines of its steps, `days` long each, and its decision, which came
    /// too late.
    async fn counted(system: &System, three: &Three, applicant: Uuid, days: i64) {
        let db = &system.state().db;
        let start = 1_767_225_600_000_i64;
        let closed = (start, start + 4 * days * DAY_MS);
        let mut file = ended(applicant, "inadmissible", closed);
        file.admissible = Set(Some("no".to_owned()));
        let id = *file.id.as_ref();
        application::Entity::insert(file).exec_without_returning(db).await.expect("file");
        for (at, kind) in ["received", "assigned", "examined", "decided", "issued"].into_iter().enumerate() {
            let line = event::ActiveModel {
                id: Set(Uuid::now_v7()),
                application_id: Set(id),
                kind: Set(kind.to_owned()),
                on_day: Set("2026-01-01".to_owned()),
                deadline: Set(String::new()),
                row_from: Set(String::new()),
                actor: Set("system".to_owned()),
                at_ms: Set(start + i64::try_from(at).expect("small") * days * DAY_MS),
                ..Default::default()
            };
            event::Entity::insert(line).exec_without_returning(db).await.expect("line");
        }
        let at_ms = start + 3 * days * DAY_MS;
        let decided = decision::ActiveModel {
            id: Set(Uuid::now_v7()),
            application_id: Set(id),
            kind: Set("inadmissible".to_owned()),
            state: Set("issued".to_owned()),
            lang: Set("fr".to_owned()),
            body_sealed: Set(vec![1]),
            reasons_json: Set("[]".to_owned()),
            refusals_json: Set(r#"["no-reason"]"#.to_owned()),
            drafted_by: Set(three.clerk.id),
            drafted_at_ms: Set(at_ms),
            checked_by: Set(Some(three.jurist.id)),
            checked_at_ms: Set(Some(at_ms)),
            decided_by: Set(Some(three.official.id)),
            decided_at_ms: Set(Some(at_ms)),
            decided_on: Set(Some(numbers::today(at_ms).to_string())),
            issued_at_ms: Set(Some(at_ms + days * DAY_MS)),
            appeal: Set(String::new()),
            version: Set(1),
            ..Default::default()
        };
        decision::Entity::insert(decided).exec_without_returning(db).await.expect("decision");
    }

    pub async fn figures_tell_of_nobody(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        filed(&system, &browser).await;
        let people = safe_api::permit::entity::applicant::Entity::find();
        let person = people.one(&system.state().db).await.expect("db").expect("person").id;
        let three = Three::of(&system).await;
        for days in [2, 2, 2, 2, 4] {
            counted(&system, &three, person, days).await;
        }
        let view = system.json("/api/v1/permits/statistics").await;
        let file = |procedure: &str| {
            view["files"].as_array().expect("rows").iter().find(|row| row["procedure"] == procedure).cloned()
        };
        assert_eq!(file("detention").expect("row")["files"], Value::Null, "one file is nobody's figure");
        let carry = file("carry").expect("row");
        assert_eq!((&carry["files"], &carry["year"]), (&Value::from(5), &Value::from("2026")));
        let step = |name: &str| {
            let rows = view["steps"].as_array().expect("rows");
            let own = rows.iter().find(|row| row["procedure"] == "carry" && row["step"] == name);
            own.cloned().expect("step")
        };
        assert_eq!(step("waiting")["mean_days"], 2.4);
        assert_eq!(step("whole")["mean_days"], 9.6);
        let reason = &view["refusals"][0];
        assert_eq!((&reason["reason"], &reason["files"]), (&Value::from("no-reason"), &Value::from(5)));
        assert_eq!(view["overdue"].as_array().expect("rows").len(), 1, "the file that waits is in time");
        assert_eq!(view["overdue"][0]["files"], 5);
        let csv = system.send(Method::GET, "/api/v1/datasets/weapons-permits.csv", None, None).await;
        assert_eq!(csv.status(), StatusCode::OK);
        let csv = csv.text().await.expect("text");
        assert!(
            csv.contains("2026,carry,state,inadmissible,5,") && csv.contains("carry,step,whole,5,9.6"),
            "{csv}"
        );
        assert!(
            csv.contains("2026,carry,inadmissible,no-reason,5,") && csv.contains("2026,carry,overdue,,5,"),
            "{csv}"
        );
        let told = [
            ("fr", "Aucun motif légitime indiqué"),
            ("nl", "Geen wettige reden opgegeven"),
            ("en", "No legitimate reason given"),
            ("de", "Kein rechtmäßiger Grund angegeben"),
        ];
        for (lang, reason) in told {
            let path = format!("{}/{lang}/permits/statistics/", system.base);
            let page = system.http.get(path).send().await.expect("answer");
            assert_eq!(page.status(), StatusCode::OK);
            let page = page.text().await.expect("text");
            assert!(!page.contains("permits-statistics-") && page.contains(reason), "{lang}");
        }
        system.stop().await;
    }

    pub async fn a_returned_mail_becomes_a_task(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        filed(&system, &browser).await;
        let state = system.state();
        job::run(state).await;
        let sent = mail::Entity::find().one(&state.db).await.expect("db").expect("mail");
        assert_eq!(sent.state, "sent");
        let folder = state.config.mail_dir().join("returned");
        std::fs::create_dir_all(&folder).expect("folder");
        let text = format!("Subject: Undelivered\r\n\r\nMessage-ID: <{}@safe.brussels>\r\n", sent.id);
        std::fs::write(folder.join("1.eml"), text).expect("mail");
        job::run(state).await;
        job::run(state).await;
        assert_eq!(open_tasks(&system).await, ["mail-bounced"]);
        let kept = mail::Entity::find_by_id(sent.id).one(&state.db).await.expect("db").expect("mail");
        assert_eq!(kept.state, "bounced");
        assert!(std::fs::read_dir(&folder).expect("folder").next().is_none(), "taken up");
        system.stop().await;
    }

    pub async fn the_pages_speak_four_languages(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let (id, decision) = granted(&system, &browser, &three).await;
        three.issue(&system, id).await;
        let fresh = filed(&system, &Browser::sign_in(&system, 1, "nl").await).await;
        three.examine(&system, fresh, true).await;
        let asked = ask_police(&system, &three.clerk, fresh).await;
        let every = [Role::WeaponsClerk, Role::Legal, Role::HighOfficial, Role::Adviser];
        let desk = system.desk("everything@example.org", &every).await;
        let police = system.desk("police@example.org", &[Role::Adviser]).await;
        for lang in ["fr", "nl", "en", "de"] {
            for person in [&desk, &police] {
                let fields = [("lang", lang), ("to", "/office/")];
                assert!(
                    system
                        .submit(person, "/office/account/language", &fields)
                        .await
                        .status()
                        .is_redirection()
                );
            }
            for path in [
                format!("/office/permits/{id}"),
                format!("/office/permits/{fresh}"),
                format!("/office/permits/{id}/audit"),
                format!("/office/permits/{id}/decisions/{decision}"),
                "/office/permits-tasks".to_owned(),
                "/office/permits".to_owned(),
            ] {
                check_page(system.office(&desk, &path).await, lang, &path).await;
            }
            let path = format!("/office/advice/{asked}");
            check_page(system.office(&police, &path).await, lang, &path).await;
            check_page(system.office(&police, "/office/advice").await, lang, "/office/advice").await;
        }
        // A fault is told beside its field and in the summary, and nothing written is lost.
        let version = open(&system, &three.clerk, fresh).await.row.version.to_string();
        let fields =
            [("version", version.as_str()), ("kind", "grant"), ("reasons", "Encore à dire"), ("subject", "")];
        let page = system.submit(&desk, &format!("/office/permits/{fresh}/draft"), &fields).await;
        assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let html = page.text().await.expect("text");
        assert!(html.contains("role=\"alert\"") && html.contains("href=\"#draft-subject\""));
        assert!(html.contains("id=\"draft-subject-error\"") && html.contains("Encore à dire"));
        system.stop().await;
    }

    async fn check_page(page: reqwest::Response, lang: &str, path: &str) {
        assert_eq!(page.status(), StatusCode::OK, "{path}");
        let html = page.text().await.expect("text");
        assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{path}");
        for id in ["office-permit", "office-advice", "permits-", "Unknown localization"] {
            let at = html.match_indices(id).find(|(at, _)| {
                let before = html[..*at].chars().next_back().unwrap_or(' ');
                !matches!(before, '"' | '/' | '-' | '#' | '.')
            });
            assert!(
                at.is_none(),
                "{path} {lang}: {}",
                at.map(|(at, _)| html.get(at..at + 60).unwrap_or_default()).unwrap_or_default()
            );
        }
    }
}
