//! A certificate that was asked for later is kept no longer than one that came at once.

story!(a_paper_of_an_answer_is_kept_as_what_it_is);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::desk;
    use safe_api::permit::entity::document;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::{PDF, filed};
    use crate::steps::desk::{open, staff};

    async fn answered(system: &System) -> document::Model {
        let came = document::Entity::find().filter(document::Column::Purpose.eq("missing-items"));
        came.one(&system.state().db).await.expect("db").expect("a paper")
    }

    pub async fn a_paper_of_an_answer_is_kept_as_what_it_is(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id: Uuid = filed(&system, &browser).await;
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        desk::assign(state, &clerk, &open(&system, &clerk, id).await).await.expect("assigned");
        let case = open(&system, &clerk, id).await;
        desk::items(state, &clerk, &case, "Il manque une attestation.").await.expect("asked");
        let asked = open(&system, &clerk, id).await.notices[0].0.id;
        let path = format!("{id}/notice/{asked}");
        let sent = browser.upload(&path, &[("answer", "La voici.")], "attestation.pdf", PDF).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.html);
        assert_eq!(answered(&system).await.data_class, "application-file", "nobody knows yet what it is");

        let window = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let office = format!("/office/permits/{id}");
        let page = system.office(&window, &office).await.text().await.expect("text");
        assert!(page.contains("Dire ce qu’est une pièce") && page.contains("attestation.pdf"), "{page}");
        let paper = answered(&system).await.id.to_string();
        let other = open(&system, &clerk, id).await.papers[0].row.id.to_string();
        let say = async |paper: &str, document: &str, dated: &str| {
            let version = open(&system, &clerk, id).await.row.version.to_string();
            let fields =
                [("version", version.as_str()), ("paper", paper), ("document", document), ("dated", dated)];
            system.submit(&window, &format!("{office}/paper-name"), &fields).await.status()
        };
        assert_eq!(say(&paper, "no-such-paper", "").await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(say(&paper, "medical-certificate", "2999-01-01").await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(say(&other, "medical-certificate", "").await, StatusCode::NOT_FOUND, "it has its name");
        assert_eq!(say(&paper, "medical-certificate", "2026-11-02").await, StatusCode::SEE_OTHER);
        let named = answered(&system).await;
        assert_eq!(
            (named.document.as_str(), named.data_class.as_str(), named.dated_on.as_deref()),
            ("medical-certificate", "medical-certificate", Some("2026-11-02"))
        );
        let still = browser.get(&path).await.html;
        assert!(still.contains("attestation.pdf"), "whoever sent it still sees that it came: {still}");
        let case = open(&system, &clerk, id).await;
        assert!(case.events.iter().any(|line| line.kind == "paper-named"), "the ledger");
        let page = system.office(&window, &office).await.text().await.expect("text");
        assert!(page.contains("Attestation médicale") && !page.contains("[office"), "{page}");
        assert!(safe_api::audit::verify(&state.db).await.expect("db").is_ok());
        system.stop().await;
    }
}
