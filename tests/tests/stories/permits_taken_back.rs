//! A cohabitant goes back on their consent: whoever handles the file sees it beside the consent
//! while it can still matter, and the applicant sees neither.

story!(a_consent_is_taken_back_while_the_file_is_open);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::desk::{self, consent as taken};
    use safe_api::permit::entity::consent;
    use safe_api::permit::job;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::EntityTrait;
    use uuid::Uuid;

    use crate::permits_ended::tell::invitation;
    use crate::steps::applicant::{shooter, submit};
    use crate::steps::desk::{Three, open, refused};

    pub async fn a_consent_is_taken_back_while_the_file_is_open(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let three = Three::of(&system).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let id = shooter(&system, &owner, "some").await;
        submit(&owner, &id).await;
        let file: Uuid = id.parse().expect("id");
        job::run(state).await;
        let row = consent::Entity::find().one(&state.db).await.expect("db").expect("asked");
        let path = format!("/office/permits/{id}/consents/{}", row.id);
        let window = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let here = format!("/office/permits/{id}");
        let office = async |path: &str| system.office(&window, path).await.text().await.expect("text");
        let warned = "id=\"unconsented\"";
        assert!(office(&here).await.contains(warned), "nobody has consented yet");
        assert!(office(&path).await.contains("<h1>Réponse sur papier</h1>"));
        let early = system.submit(&window, &format!("{path}/withdrawn"), &[]).await;
        assert_eq!(early.status(), StatusCode::CONFLICT, "nothing was given");
        let sam = Browser::sign_in(&system, 1, "fr").await;
        let invited = format!("consent/{}", invitation(&system));
        assert_eq!(sam.fill(&invited, &[("answer", "yes")]).await.status, StatusCode::SEE_OTHER);
        assert!(sam.get(&invited).await.html.contains("id=\"take-back\""), "how to go back on it");

        let case = open(&system, &three.jurist, file).await;
        let other = taken::take_back(state, &three.jurist, &case, row.id).await;
        assert_eq!(refused(other), "role");
        let page = office(&here).await;
        assert!(page.contains(&path) && page.contains("Noter que l’accord est retiré"), "{page}");
        assert!(!page.contains(warned), "the consent is there: {page}");
        let noted = system.submit(&window, &format!("{path}/withdrawn"), &[]).await;
        assert_eq!(noted.status(), StatusCode::SEE_OTHER);
        let page = office(&here).await;
        assert!(page.contains("accord donné, retiré le") && !page.contains(&path), "{page}");
        assert!(page.contains(warned) && page.contains("Sam Maria VOORBEELD</bdi> – accord"), "{page}");
        assert!(office(&path).await.contains("<h1>Accord d’un cohabitant</h1>"), "it came online");
        let told = sam.get(&invited).await.html;
        assert!(told.contains("id=\"taken-back\"") && !told.contains("id=\"take-back\""), "{told}");
        let case = open(&system, &three.clerk, file).await;
        let twice = taken::take_back(state, &three.clerk, &case, row.id).await;
        assert_eq!(refused(twice), "permit-consent-not-given", "once");
        let row = consent::Entity::find().one(&state.db).await.expect("db").expect("asked");
        assert_eq!(row.state, "consented", "what was answered stays");
        let page = owner.get(&format!("{id}/")).await.html;
        assert!(!page.contains("retiré le") && !page.contains("cohabitant retiré"));
        desk::assign(state, &three.clerk, &case).await.expect("the file goes on");
        assert!(safe_api::audit::verify(&state.db).await.expect("db").is_ok());
        system.stop().await;
    }
}
