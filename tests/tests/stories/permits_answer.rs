//! An applicant answers what the office asks, as a browser sends it.

story!(an_answer_needs_no_file);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::{Person, Role, manage};
    use safe_api::permit::desk::{self, Case};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use uuid::Uuid;

    use crate::permits_apply::tell::sent;

    pub async fn an_answer_needs_no_file(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id: Uuid = sent(&system, &browser).await.parse().expect("id");
        let state = system.state();
        let now_ms = state.clock.now_ms();
        let roles = [Role::WeaponsClerk];
        let issued = manage::add(state, "clerk@example.org", Some("Clerk"), &roles, None, now_ms)
            .await
            .expect("account");
        let clerk = Person::from(&issued.account);
        let case = Case::open(state, &clerk, id, "story").await.expect("the file");
        desk::assign(state, &clerk, &case).await.expect("assigned");
        let case = Case::open(state, &clerk, id, "story").await.expect("the file");
        desk::items(state, &clerk, &case, "Il manque l’attestation.").await.expect("asked");
        let case = Case::open(state, &clerk, id, "story").await.expect("the file");
        let path = format!("{id}/notice/{}", case.notices[0].0.id);

        // A browser sends the empty place of a file along; nothing at all is refused.
        let empty = browser.upload(&path, &[("answer", "")], "", b"").await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.html.contains("id=\"answer-error\""), "beside the field");
        let told = browser.upload(&path, &[("answer", "La voici par la poste.")], "", b"").await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.html);
        let case = Case::open(state, &clerk, id, "story").await.expect("the file");
        assert_eq!(case.notices[0].2.as_deref(), Some("La voici par la poste."));
        system.stop().await;
    }
}
