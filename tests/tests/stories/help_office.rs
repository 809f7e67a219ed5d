//! Those who keep the directory: two people for a number, all rows or none, every role
//! in its own place.

story!(a_number_needs_two_people);
story!(a_change_is_seen_everywhere_and_remembered);
story!(one_bad_row_saves_nothing);
story!(a_check_moves_the_date_on);
story!(each_role_does_only_its_own);
story!(absurd_values_are_refused);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_tests::{Desk, Engine, System};
    use sea_orm::ConnectionTrait;

    const SERVICE: &str = "/office/help/service/cpvcf";

    async fn editors(system: &System) -> (Desk, Desk) {
        let first = system.desk("editor@example.org", &[Role::HelpEditor]).await;
        (first, system.desk("second@example.org", &[Role::HelpEditor]).await)
    }

    async fn edit(system: &System, desk: &Desk, service: &str, field: &str, value: &str) -> StatusCode {
        let path = format!("/office/help/service/{service}/edit?field={field}");
        let fields =
            [("value", value), ("source", "https://www.example.org/contact"), ("confirmed_by_phone_on", "")];
        system.submit(desk, &path, &fields).await.status()
    }

    async fn public(system: &System) -> String {
        system.form("/fr/help/services/", &[]).send().await.expect("answer").text().await.expect("page")
    }

    /// Address of the decision on the one number that waits.
    async fn waiting(system: &System, desk: &Desk) -> String {
        let page = system.office(desk, SERVICE).await.text().await.expect("page");
        let rest = page.split("action=\"/office/help/decide/").nth(1).expect("a number waits");
        format!("/office/help/decide/{}", rest.split('"').next().expect("id"))
    }

    pub async fn a_number_needs_two_people(engine: Engine) {
        let system = System::start(engine).await;
        let (author, second) = editors(&system).await;
        assert_eq!(
            edit(&system, &author, "cpvcf", "phone.main", "02 000 11 22").await,
            StatusCode::SEE_OTHER
        );
        assert!(!public(&system).await.contains("02 000 11 22"), "it waits");
        let decide = waiting(&system, &author).await;
        let own = system.submit(&author, &decide, &[("act", "confirm")]).await;
        assert_eq!(own.status(), StatusCode::FORBIDDEN, "not one's own");
        let other = system.submit(&second, &decide, &[("act", "confirm")]).await;
        assert_eq!(other.status(), StatusCode::SEE_OTHER);
        assert!(public(&system).await.contains("02 000 11 22"));
        let again = system.submit(&second, &decide, &[("act", "refuse")]).await;
        assert_eq!(again.status(), StatusCode::CONFLICT, "decided once");
        // The database itself takes no row with one person in both places, and no number
        // in force that nobody confirmed.
        let db = &system.state().db;
        for statement in [
            "UPDATE help_change SET confirmer_id = author_id WHERE confirmer_id IS NOT NULL",
            "UPDATE help_change SET confirmer_id = NULL WHERE kind = 'phone'",
            "UPDATE help_change SET state = 'anything'",
        ] {
            assert!(db.execute_unprepared(statement).await.is_err(), "{statement}");
        }
        system.stop().await;
    }

    pub async fn a_change_is_seen_everywhere_and_remembered(engine: Engine) {
        let mut system = System::start(engine).await;
        let (editor, _) = editors(&system).await;
        let hours = "MO-FR 09:00-17:00 holidays=closed";
        assert_eq!(edit(&system, &editor, "sos-viol", "hours.main", hours).await, StatusCode::SEE_OTHER);
        assert_eq!(edit(&system, &editor, "sos-viol", "languages", "fr en").await, StatusCode::SEE_OTHER);
        let service = |value: &serde_json::Value| {
            let list = value["contents"].as_array().expect("list");
            list.iter().find(|s| s["name"] == "SOS Viol").expect("service").clone()
        };
        let path = "/api/v1/hsds/services?per_page=100&full=true&lang=fr&modified_after=2026-01-01";
        let seen = service(&system.json(path).await);
        assert_eq!(seen["schedules"][0]["byday"], "MO,TU,WE,TH,FR");
        assert_eq!(seen["languages"].as_array().expect("languages").len(), 2);
        assert!(
            seen["provenance"].to_string().contains("https://www.example.org/contact"),
            "with its source"
        );
        assert_eq!(edit(&system, &editor, "sos-viol", "shown", "hidden").await, StatusCode::SEE_OTHER);
        assert!(!public(&system).await.contains("0800 98 100"));
        // Another process, another start: the editors' word stays above the content.
        system.restart().await;
        assert!(!public(&system).await.contains("0800 98 100"));
        assert_eq!(edit(&system, &editor, "sos-viol", "shown", "shown").await, StatusCode::SEE_OTHER);
        assert_eq!(service(&system.json(path).await)["schedules"][0]["opens_at"], "09:00");
        let page = system.office(&editor, "/office/help/service/sos-viol").await.text().await.expect("page");
        assert!(
            page.contains("MO-FR 09:00-17:00") && page.contains("editor@example.org")
                || page.contains("editor")
        );
        // An emergency number is never hidden.
        let answer = edit(&system, &editor, "ambulance-fire", "shown", "hidden").await;
        assert_eq!(answer, StatusCode::UNPROCESSABLE_ENTITY);
        system.stop().await;
    }

    pub async fn one_bad_row_saves_nothing(engine: Engine) {
        let system = System::start(engine).await;
        let (editor, _) = editors(&system).await;
        let head = "service,field,value,source,confirmed_by_phone_on\n";
        let good = "awel,languages,nl en,https://www.awel.be/contact,\nunia,website,https://www.unia.be/fr,https://www.unia.be/fr,\n";
        let bad_rows = [
            "awel,hours.nowhere,MO 09:00-10:00,https://x.be/a,\n",
            "nobody,website,https://x.be,https://x.be,\n",
            "cpvcf,description.fr,\"Rue du Refuge 12, 1000 Bruxelles\",https://x.be/a,\n",
            "olista,phone.main,02 555 55 55,https://x.be/a,\n",
            "awel,website,https://x.be,,\n",
            "awel,website,https://x.be,,2199-01-01\n",
            "awel,phone.main,0800 30 030,https://x.be/a,\n",
            "awel,languages,fr,https://x.be/a,\n",
            "awel,price,free\n",
        ];
        for bad in bad_rows {
            let text = format!("{head}{good}{bad}");
            let answer = system.submit(&editor, "/office/help/import", &[("text", &text)]).await;
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
            assert!(answer.text().await.expect("page").contains("<td class=\"num\">4</td>"), "{bad}");
            let page = system.office(&editor, "/office/help/service/awel").await.text().await.expect("page");
            assert!(!page.contains("awel.be/contact"), "nothing is saved: {bad}");
        }
        let answer =
            system.submit(&editor, "/office/help/import", &[("text", &format!("{head}{good}"))]).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let page = system.office(&editor, "/office/help/service/awel").await.text().await.expect("page");
        assert!(page.contains("awel.be/contact"));
        system.stop().await;
    }

    pub async fn a_check_moves_the_date_on(engine: Engine) {
        let system = System::start(engine).await;
        system.state().clock.advance_ms(200 * 86_400_000);
        let (editor, _) = editors(&system).await;
        let list = system.office(&editor, "/office/help?view=soon").await.text().await.expect("page");
        assert!(list.contains("/office/help/service/awel"), "it is to be checked");
        let fields = [("how", "page"), ("months", "6")];
        let answer = system.submit(&editor, "/office/help/service/awel/check", &fields).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let list = system.office(&editor, "/office/help?view=soon").await.text().await.expect("page");
        assert!(!list.contains("/office/help/service/awel\""), "checked");
        let db = &system.state().db;
        assert!(
            db.execute_unprepared("UPDATE help_check SET how = 'phone'").await.is_err(),
            "never rewritten"
        );
        assert!(db.execute_unprepared("DELETE FROM help_check").await.is_err());
        for fields in [[("how", "guess"), ("months", "6")], [("how", "page"), ("months", "600")]] {
            let answer = system.submit(&editor, "/office/help/service/awel/check", &fields).await;
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        }
        system.stop().await;
    }

    pub async fn each_role_does_only_its_own(engine: Engine) {
        let system = System::start(engine).await;
        let readers = [Role::HelpEditor, Role::HelpListener];
        let editors = [Role::HelpEditor];
        let pages: [(&str, &[Role]); 7] = [
            ("/office/help", &readers),
            ("/office/help/service/olista", &readers),
            ("/office/help/directory.csv", &readers),
            ("/office/help/list.pdf?topic=elder-abuse", &readers),
            ("/office/help/service/awel/edit?field=shown", &readers),
            ("/office/help/service/awel/edit?field=website", &editors),
            ("/office/help/import", &editors),
        ];
        let forms: [(&str, &[Role]); 4] = [
            ("/office/help/service/awel/edit?field=website", &editors),
            ("/office/help/service/awel/check", &editors),
            ("/office/help/import", &editors),
            ("/office/help/decide/00000000-0000-7000-8000-000000000000", &readers),
        ];
        for role in Role::ALL {
            let desk = system.desk(&format!("{role}@example.org"), &[*role]).await;
            for (path, allowed) in pages {
                let status = system.office(&desk, path).await.status();
                let wanted = if allowed.contains(role) { StatusCode::OK } else { StatusCode::FORBIDDEN };
                assert_eq!(status, wanted, "{role} GET {path}");
            }
            for (path, allowed) in forms {
                let status = system.submit(&desk, path, &[("act", "confirm")]).await.status();
                assert_eq!(
                    status == StatusCode::FORBIDDEN,
                    !allowed.contains(role),
                    "{role} POST {path} {status}"
                );
            }
            let forged = Desk { csrf: "0".repeat(32), cookie: desk.cookie.clone() };
            let status = system.submit(&forged, "/office/help/import", &[("text", "x")]).await.status();
            assert_eq!(status, StatusCode::FORBIDDEN, "{role}: a form of somebody else");
        }
        for (path, _) in pages {
            let nobody = system.http.get(format!("{}{path}", system.base)).send().await.expect("answer");
            assert!(
                nobody.status().is_redirection() || nobody.status() == StatusCode::UNAUTHORIZED,
                "{path}"
            );
        }
        // A listener raises a doubt and does no more.
        let listener = system.desk("ear@example.org", &[Role::HelpListener]).await;
        let path = "/office/help/service/awel/edit?field=shown";
        assert_eq!(
            system.submit(&listener, path, &[("value", "hidden")]).await.status(),
            StatusCode::FORBIDDEN
        );
        assert_eq!(
            system.submit(&listener, path, &[("value", "flagged")]).await.status(),
            StatusCode::SEE_OTHER
        );
        let file = system.office(&listener, "/office/help/directory.csv").await.text().await.expect("file");
        assert!(
            file.contains("Olista") && file.contains("font appel au centre"),
            "professionals learn the way of the partners"
        );
        system.stop().await;
    }

    pub async fn absurd_values_are_refused(engine: Engine) {
        let system = System::start(engine).await;
        let (editor, _) = editors(&system).await;
        let cases = [
            ("awel", "hours.main", "MO 25:00-26:00"),
            ("awel", "hours.main", "XX 09:00-10:00"),
            ("awel", "hours.main", "MO 09:00-09:00"),
            ("awel", "hours.main", "MO 24:00-02:00"),
            ("awel", "hours.main", "FR-MO 09:00-10:00"),
            ("awel", "hours.main", "MO 9:00-10:00"),
            ("awel", "hours.main", "MO 09:00-10:00 by=nobody"),
            ("awel", "hours.main", "MO 09:00-10:00 by=olista"),
            ("awel", "phone.main", "call me"),
            ("awel", "phone.main", "12"),
            ("awel", "website", "javascript:alert(1)"),
            ("awel", "website", "http://awel.be"),
            ("awel", "website", "https://awel.be@evil.example/"),
            ("awel", "website", "https://a b.be"),
            ("awel", "languages", "français"),
            ("awel", "description.fr", "a\u{202e}b"),
            ("awel", "description.fr", "a\u{200b}b"),
            ("awel", "description.fr", "a\u{61c}b"),
            ("awel", "description.fr", "a\u{0}b"),
            ("awel", "description.fr", "<b>x</b>"),
            ("awel", "description.fr", ""),
            ("awel", "status", "gone"),
            ("cpvcf", "description.nl", "Straat 5"),
        ];
        for (service, field, value) in cases {
            let status = edit(&system, &editor, service, field, value).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{service} {field} {value}");
        }
        for (service, field) in
            [("awel", "place.main"), ("olista", "phone.main"), ("awel", "shelter"), ("awel", "hours.moon")]
        {
            let status = edit(&system, &editor, service, field, "x").await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{service} {field}");
        }
        // No channel left: the sheet says so in plain words.
        for field in ["phone.main", "website"] {
            edit(&system, &editor, "isala", field, "").await;
        }
        let code = safe_api::help::uuid_of("service", "isala").simple().to_string();
        let sheet = format!("{}/fr/help/services/{}/", system.base, &code[..8]);
        let page = system.http.get(sheet).send().await.expect("answer");
        assert_eq!(page.status(), StatusCode::OK);
        system.stop().await;
    }
}
