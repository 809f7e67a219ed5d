//! Somebody signs in again in another tab: the forms of the older one are taken all the same,
//! and what they declare is asked again.

story!(a_form_of_an_earlier_session_is_taken);

mod tell {
    use reqwest::StatusCode;
    use safe_api::permit::entity::document;
    use safe_tests::citizen::{Browser, Page, parts};
    use safe_tests::{Engine, System};
    use sea_orm::{EntityTrait, PaginatorTrait};

    use crate::steps::applicant::{PDF, ago, begin, main_of};

    const NAME: [(&str, &str); 2] = [("family-name", "Exemple"), ("given-names", "Camille Ana")];
    const TICKS: [(&str, &str); 4] = [
        ("true-and-complete", "yes"),
        ("inquiry-known", "yes"),
        ("fee-known", "yes"),
        ("privacy-read", "yes"),
    ];

    async fn send(browser: &Browser<'_>, path: &str, page: &Page, fields: &[(&str, &str)]) -> Page {
        let (csrf, seen) = (page.hidden("csrf"), page.hidden("seen"));
        let own = [("csrf", csrf.as_str()), ("seen", seen.as_str())];
        browser.post(path, &own.into_iter().chain(fields.iter().copied()).collect::<Vec<_>>()).await
    }

    pub async fn a_form_of_an_earlier_session_is_taken(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = begin(&browser, "detention").await;
        let (name, ticks) = (format!("{id}/page/name"), format!("{id}/page/declarations"));
        let paper = format!("{id}/document/criminal-record/-");
        let (on_name, on_ticks) = (browser.get(&name).await, browser.get(&ticks).await);
        let on_paper = browser.get(&paper).await;

        let again = browser.sign_in_again(0).await;
        assert_eq!(browser.get(&name).await.status, StatusCode::SEE_OTHER, "the session before is over");
        let saved = send(&again, &name, &on_name, &NAME).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", main_of(&saved));
        assert!(again.get(&name).await.html.contains("Camille Ana"));
        let [d, m, y] = ago(&system, 10);
        let dated = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
        let body = parts(&on_paper.hidden("csrf"), &dated, &[("a.pdf", PDF)]);
        let taken = again.send_files(&paper, &body).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", main_of(&taken));
        let papers = document::Entity::find().count(&system.state().db).await.expect("db");
        assert_eq!(papers, 1);

        // What was ticked on the older page is asked again, at once.
        let asked = send(&again, &ticks, &on_ticks, &TICKS).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", main_of(&asked));
        assert!(!again.get(&ticks).await.html.contains(" checked"));
        let declared = send(&again, &ticks, &asked, &TICKS).await;
        assert_eq!(declared.status, StatusCode::SEE_OTHER, "{}", main_of(&declared));
        assert!(again.get(&ticks).await.html.contains(" checked"));

        // The form of somebody else is no form of this person.
        let other = Browser::sign_in(&system, 1, "fr").await;
        let theirs = other.get("").await;
        let forged = send(&again, &name, &theirs, &NAME).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN, "{}", main_of(&forged));
        // Nor is one of a session that was ended.
        let open = again.get(&name).await;
        send(&again, "sign-out", &open, &[]).await;
        let third = Browser::sign_in(&system, 0, "fr").await;
        assert_eq!(send(&third, &name, &open, &NAME).await.status, StatusCode::FORBIDDEN);
        // Nor of one that gave way to somebody else.
        let open = third.get(&name).await;
        let other = third.sign_in_again(1).await;
        let back = other.sign_in_again(0).await;
        assert_eq!(send(&back, &name, &open, &NAME).await.status, StatusCode::FORBIDDEN);
        system.stop().await;
    }
}
