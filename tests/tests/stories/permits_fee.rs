//! What a fee says to whoever owes it: where to pay while it is asked for, and nothing of it
//! when it is paid or need not be.

story!(what_need_not_be_paid_is_not_asked_for);

mod tell {
    use reqwest::StatusCode;
    use safe_api::permit::desk::fees;
    use safe_api::permit::entity::fee;
    use safe_api::permit::numbers;
    use safe_tests::citizen::{Browser, Page};
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::{filed, main_of};
    use crate::steps::bank::with_account;
    use crate::steps::desk::{Three, open};

    const ACCOUNT: &str = "BE68 5390 0754 7034";

    async fn row(system: &System, id: Uuid) -> fee::Model {
        let own = fee::Entity::find().filter(fee::Column::ApplicationId.eq(id));
        own.one(&system.state().db).await.expect("db").expect("fee")
    }

    /// Whether a page says how much, to whom and with which communication.
    fn asks(page: &Page, due: &fee::Model) -> [bool; 3] {
        let communication = numbers::printed(&due.ogm);
        ["127,70", ACCOUNT, communication.as_str()].map(|words| page.html.contains(words))
    }

    pub async fn what_need_not_be_paid_is_not_asked_for(engine: Engine) {
        let system = System::at_noon_with(engine, with_account).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = filed(&system, &browser).await;
        let status = browser.get(&format!("{id}/")).await;
        let words = "<dd>Le montant doit être confirmé par le service des armes.</dd>";
        assert!(status.html.contains(words), "nor that it is unpaid: {}", main_of(&status));
        let page = browser.get(&format!("{id}/fee/filing")).await;
        assert!(page.html.contains(">Pas encore demandée</span>"), "{}", main_of(&page));
        fee::Entity::update_many()
            .col_expr(fee::Column::AmountCents, Expr::value(Some(12_770_i64)))
            .col_expr(fee::Column::State, Expr::value("requested".to_owned()))
            .filter(fee::Column::ApplicationId.eq(id))
            .exec(&state.db)
            .await
            .expect("confirmed");
        let due = row(&system, id).await;
        let (here, path) = (format!("{id}/"), format!("{id}/fee/{}", due.stage));
        let status = browser.get(&here).await;
        assert!(status.html.contains(&path) && status.html.contains("127,70"), "{}", main_of(&status));
        assert!(status.html.contains("Pas encore payée"), "{}", main_of(&status));
        let owes = "La redevance reste à payer.";
        assert!(status.html.contains(owes), "beside “nothing to do”: {}", main_of(&status));
        let page = browser.get(&path).await;
        assert_eq!(asks(&page, &due), [true; 3], "{}", main_of(&page));
        let pays = "<h1>Payer la redevance</h1>";
        for words in [pays, "Faites un virement", "remboursée en cas de refus"] {
            assert!(page.html.contains(words), "{words}: {}", main_of(&page));
        }

        let case = open(&system, &three.official, id).await;
        fees::waive(state, &three.official, &case, &due.stage, "Indigence.").await.expect("waived");
        let status = browser.get(&here).await;
        assert!(status.html.contains("Gratuit") && !status.html.contains(&path), "{}", main_of(&status));
        assert!(!status.html.contains(owes), "{}", main_of(&status));
        let page = browser.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "an address that somebody kept");
        assert!(page.html.contains("Vous ne devez pas payer"), "{}", main_of(&page));
        assert_eq!(asks(&page, &due), [false; 3], "{}", main_of(&page));
        assert!(!page.html.contains(pays), "there is nothing to pay: {}", main_of(&page));

        let other = Browser::sign_in(&system, 1, "fr").await;
        let paid = filed(&system, &other).await;
        crate::steps::desk::pay(&system, paid).await;
        let due = row(&system, paid).await;
        let page = other.get(&format!("{paid}/fee/{}", due.stage)).await;
        assert_eq!(asks(&page, &due), [true, false, false], "{}", main_of(&page));
        assert!(!page.html.contains(pays) && !page.html.contains("Faites un"), "{}", main_of(&page));
        system.stop().await;
    }
}
