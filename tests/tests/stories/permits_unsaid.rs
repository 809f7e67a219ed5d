//! What is not said yet: a reason without which a file is inadmissible, and who a file is about
//! when an adviser is asked.

story!(a_reason_that_is_missing_is_not_done);
story!(an_adviser_reads_whom_the_question_is_about);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};

    use crate::steps::applicant::{answer, begin, filed, main_of};
    use crate::steps::desk::Three;

    pub async fn a_reason_that_is_missing_is_not_done(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = begin(&browser, "detention").await;
        let path = format!("{id}/page/reason");
        let task = async || {
            let list = browser.get(&format!("{id}/")).await;
            let own = list.html.split("<li class=\"task\">").find(|line| line.contains(&path));
            own.unwrap_or_else(|| panic!("{}", main_of(&list))).to_owned()
        };
        assert!(task().await.contains(">À faire</span>"));
        assert_eq!(browser.fill(&path, &[("later", "yes")]).await.status, StatusCode::SEE_OTHER);
        let own = task().await;
        assert!(own.contains(">Commencé</span>"), "looked at, and nothing said: {own}");
        let check = browser.get(&format!("{id}/check")).await;
        assert!(check.html.contains("La demande sera irrecevable"), "{}", main_of(&check));
        answer(&browser, &id, "reason", &[("reasons", "sport-shooting")]).await;
        let own = task().await;
        assert!(own.contains(">Fait</span>"), "{own}");
        let check = browser.get(&format!("{id}/check")).await;
        assert!(!check.html.contains("sera irrecevable"), "{}", main_of(&check));
        system.stop().await;
    }

    pub async fn an_adviser_reads_whom_the_question_is_about(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &browser).await;
        three.examine(&system, id, true).await;
        let desk = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let page = system.office(&desk, &format!("/office/permits/{id}")).await;
        let page = page.text().await.expect("text");
        let is_chosen = |name: &str| {
            let tags = page.split('<').filter(|tag| tag.contains(&format!("id=\"advice-pages-{name}\"")));
            tags.map(|tag| tag.contains(" checked")).collect::<Vec<_>>()
        };
        for name in ["name", "birth", "address"] {
            assert_eq!(is_chosen(name), [true], "{name}: {page}");
        }
        for name in ["contact", "storage", "reason-text"] {
            assert_eq!(is_chosen(name), [false], "{name} is for the handler to choose: {page}");
        }
        assert!(page.contains("De qui il s’agit est déjà coché"), "{page}");
        system.stop().await;
    }
}
