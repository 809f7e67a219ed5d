//! Who lives with an applicant agrees or not: online, or on paper through the office.

story!(a_cohabitant_answers);
story!(an_answer_on_paper_is_recorded_by_the_office);

mod tell {
    use reqwest::{Response, StatusCode};
    use safe_api::account::Role;
    use safe_api::permit::entity::{consent, document, mail};
    use safe_tests::citizen::Browser;
    use safe_tests::mail::body_of;
    use safe_tests::{Desk, Engine, System, form};
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

    use crate::steps::applicant::{PDF, shooter, submit};

    /// The token in the mail of the outbox.
    fn invitation(system: &System) -> String {
        std::fs::read_dir(system.state().config.mail_dir())
            .expect("outbox")
            .map(|entry| std::fs::read_to_string(entry.expect("entry").path()).expect("mail"))
            .map(|mail| body_of(&mail))
            .find_map(|body| {
                assert!(!body.contains("Camille") && !body.contains("9 mm"), "{body}");
                assert!(body.contains("Ne répondez pas à cet e-mail"), "not everybody has a file: {body}");
                body.split("/consent/")
                    .nth(1)
                    .map(|rest| rest.split_whitespace().next().unwrap_or_default().to_owned())
            })
            .expect("an invitation")
    }

    pub async fn a_cohabitant_answers(engine: Engine) {
        let system = System::at_noon(engine).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let id = shooter(&system, &owner, "some").await;
        submit(&owner, &id).await;
        let db = &system.state().db;
        safe_api::permit::job::run(system.state()).await;
        let token = invitation(&system);
        let path = format!("consent/{token}");
        let other = Browser::sign_in(&system, 2, "fr").await;
        let words = "destinée à une autre personne";
        assert!(owner.get(&path).await.html.contains(words), "not the applicant");
        assert!(other.get(&path).await.html.contains(words), "not somebody who found the mail");
        assert!(other.get(&path).await.html.contains("id=\"not-you\""), "and what to do then");
        assert!(other.get(&path).await.html.contains("/fr/about/contact/\">Comment"), "and where");
        let door = format!("/fr/permits/apply/sign-in?to=/fr/permits/apply/{path}");
        assert!(other.get(&door).await.html.contains("id=\"invited\""), "who is asked has asked for nothing");
        assert!(!other.get("sign-in").await.html.contains("id=\"invited\""));
        let csrf = other.get(&path).await.hidden("csrf");
        let refused = other.post(&path, &[("csrf", &csrf), ("answer", "yes")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        let asked = Browser::sign_in(&system, 1, "fr").await;
        let empty = asked.fill(&path, &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(asked.fill(&path, &[("answer", "no")]).await.status, StatusCode::SEE_OTHER);
        let row = consent::Entity::find().one(db).await.expect("db").expect("row");
        assert_eq!(row.state, "refused");
        let csrf = asked.get(&path).await.hidden("csrf");
        asked.post(&path, &[("csrf", &csrf), ("answer", "yes")]).await;
        let row = consent::Entity::find().one(db).await.expect("db").expect("row");
        assert_eq!(row.state, "refused", "answered once");
        // The applicant sees that everybody answered, never what.
        let status = owner.get(&format!("{id}/")).await.html;
        assert!(
            status.contains("Réponses reçues\u{a0}: 1 sur 1")
                && !status.to_lowercase().contains("refusé par")
        );
        system.stop().await;
    }

    async fn send(system: &System, desk: &Desk, path: &str, answer: &str, file: (&str, &[u8])) -> Response {
        let fields = [("csrf", desk.csrf.as_str()), ("answer", answer)];
        let body = form::with_files(&fields, &[("file", file.0, file.1)]);
        let request = system.http.post(format!("{}{path}", system.base)).header("cookie", &desk.cookie);
        let request = request.header("content-type", form::WITH_FILES).body(body);
        request.send().await.expect("answer")
    }

    async fn record(system: &System, desk: &Desk, path: &str, answer: &str, scan: &[u8]) -> StatusCode {
        send(system, desk, path, answer, ("formulaire.pdf", scan)).await.status()
    }

    /// The form comes back with all that is wrong with it, and with the answer that was chosen.
    async fn comes_back(system: &System, clerk: &Desk, path: &str) {
        let summary = |page: &str, field: &str| page.contains(&format!("href=\"#{field}\""));
        for (answer, file, words) in [
            ("no", ("", b"".as_slice()), "Joignez le scan"),
            ("no", ("formulaire.pdf", b"MZ\x90".as_slice()), "n’a pas été accepté"),
            ("", ("", b"".as_slice()), "Joignez le scan"),
            ("", ("formulaire.pdf", PDF), "Choisissez de nouveau le scan"),
        ] {
            let page = send(system, clerk, path, answer, file).await;
            assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
            let page = page.text().await.expect("text");
            assert!(summary(&page, "file") && page.contains(words), "{words}: {page}");
            assert_eq!(summary(&page, "answer"), answer.is_empty(), "{page}");
            assert_eq!(page.contains("value=\"no\" checked"), answer == "no", "{page}");
        }
    }

    pub async fn an_answer_on_paper_is_recorded_by_the_office(engine: Engine) {
        let system = System::at_noon(engine).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let id = shooter(&system, &owner, "some").await;
        submit(&owner, &id).await;
        let clerk = system.desk("clerk@example.org", &[Role::WeaponsClerk]).await;
        let jurist = system.desk("jurist@example.org", &[Role::Legal]).await;
        let db = &system.state().db;
        let asked = consent::Entity::find().one(db).await.expect("db").expect("row");
        let path = format!("/office/permits/{id}/consents/{}", asked.id);
        assert_eq!(system.office(&jurist, &path).await.status(), StatusCode::FORBIDDEN);
        let page = system.office(&clerk, &path).await.text().await.expect("text");
        assert!(page.contains("VOORBEELD") && !page.contains("[office"), "{page}");
        assert_eq!(record(&system, &jurist, &path, "no", PDF).await, StatusCode::FORBIDDEN);
        comes_back(&system, &clerk, &path).await;
        assert_eq!(record(&system, &clerk, &path, "no", PDF).await, StatusCode::SEE_OTHER);
        let row = consent::Entity::find().one(db).await.expect("db").expect("row");
        assert_eq!((row.state.as_str(), row.paper_document_id.is_some()), ("refused", true));
        assert_eq!(record(&system, &clerk, &path, "yes", PDF).await, StatusCode::CONFLICT, "once");
        // The scan is the office's; the applicant reads that everybody answered, never what.
        let scan = document::Entity::find_by_id(row.paper_document_id.expect("scan"));
        let scan = scan.one(db).await.expect("db").expect("scan");
        assert_eq!((scan.uploaded_by.as_str(), scan.applicant_sees), ("office", 0));
        assert_eq!(owner.get(&format!("{id}/file/{}", scan.id)).await.status, StatusCode::NOT_FOUND);
        let status = owner.get(&format!("{id}/")).await.html;
        assert!(status.contains("1 sur 1") && !status.contains("formulaire.pdf"));
        let told = mail::Entity::find().filter(mail::Column::Notification.eq("consent-complete"));
        assert_eq!(told.all(db).await.expect("db").len(), 1);
        system.stop().await;
    }
}
