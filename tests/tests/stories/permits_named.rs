//! A certificate that was asked for later is kept no longer than one that came at once.

story!(a_paper_of_an_answer_is_kept_as_what_it_is);
story!(what_comes_instead_of_a_harmful_paper_ends_its_task);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::db;
    use safe_api::permit::desk::{self, task};
    use safe_api::permit::entity::document;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::{PDF, filed};
    use crate::steps::desk::{open, open_tasks, staff};

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

    pub async fn what_comes_instead_of_a_harmful_paper_ends_its_task(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id: Uuid = filed(&system, &browser).await;
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        desk::assign(state, &clerk, &open(&system, &clerk, id).await).await.expect("assigned");
        let gone = open(&system, &clerk, id).await.papers[0].row.clone();
        document::Entity::update_many()
            .col_expr(document::Column::Scan, Expr::value("infected".to_owned()))
            .filter(document::Column::Id.eq(gone.id))
            .exec(&state.db)
            .await
            .expect("found harmful");
        let tx = db::begin(&state.db).await.expect("begun");
        let about = ("paper-infected", task::of_paper(gone.id));
        task::raise(state, &tx, (about.0, &about.1), Some(id), None).await.expect("raised");
        tx.commit().await.expect("kept");
        let case = open(&system, &clerk, id).await;
        desk::items(state, &clerk, &case, "Ce document manque.").await.expect("asked");
        let asked = open(&system, &clerk, id).await.notices[0].0.id;
        let path = format!("{id}/notice/{asked}");
        let sent = browser.upload(&path, &[("answer", "Le voici.")], "a.pdf", PDF).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.html);
        let window = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let office = async || {
            let page = system.office(&window, &format!("/office/permits/{id}")).await;
            page.text().await.expect("text")
        };
        assert!(office().await.contains("Document nuisible supprimé"), "nobody knows yet what came");
        let here = async || browser.get(&format!("{id}/")).await.html;
        assert!(here().await.contains("id=\"harmful\""));
        let (paper, case) = (answered(&system).await.id.to_string(), open(&system, &clerk, id).await);
        let said = (paper.as_str(), gone.document.as_str(), "");
        desk::named::name(state, &clerk, &case, said).await.expect("named");
        assert!(open_tasks(&system).await.is_empty(), "it is here again");
        assert!(!office().await.contains("Document nuisible supprimé"));
        assert!(!here().await.contains("id=\"harmful\""), "its sender need not wonder any more");
        system.stop().await;
    }
}
