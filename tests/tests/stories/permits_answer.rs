//! An applicant answers what the office asks, as a browser sends it.

story!(an_answer_needs_no_file);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::desk;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};

    use crate::steps::applicant::filed;
    use crate::steps::desk::{open, staff};

    pub async fn an_answer_needs_no_file(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = filed(&system, &browser).await;
        let state = system.state();
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let case = open(&system, &clerk, id).await;
        desk::assign(state, &clerk, &case).await.expect("assigned");
        let case = open(&system, &clerk, id).await;
        desk::items(state, &clerk, &case, "Il manque l’attestation.").await.expect("asked");
        let case = open(&system, &clerk, id).await;
        let path = format!("{id}/notice/{}", case.notices[0].0.id);

        // A browser sends the empty place of a file along; nothing at all is refused.
        let empty = browser.upload(&path, &[("answer", "")], "", b"").await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.html.contains("id=\"answer-error\""), "beside the field");
        let told = browser.upload(&path, &[("answer", "La voici par la poste.")], "", b"").await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.html);
        let case = open(&system, &clerk, id).await;
        assert_eq!(case.notices[0].2.as_deref(), Some("La voici par la poste."));
        system.stop().await;
    }
}
