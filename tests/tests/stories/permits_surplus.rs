//! Money that comes in parts, twice, too much, or for nobody.

story!(what_comes_in_parts_and_too_much_is_seen);
story!(what_comes_twice_or_for_nobody_goes_back);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::desk::{self, fees, transfer};
    use safe_api::permit::entity::{fee, payment};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::filed;
    use crate::steps::bank::{bank_file, bank_file_of, with_account};
    use crate::steps::desk::{Three, open, open_tasks, refused};

    async fn filing(system: &System, id: Uuid) -> fee::Model {
        let find = fee::Entity::find().filter(fee::Column::ApplicationId.eq(id));
        let find = find.filter(fee::Column::Stage.eq("filing"));
        find.one(&system.state().db).await.expect("db").expect("fee")
    }

    async fn take(system: &System, three: &Three, file: &str) -> desk::Taken {
        desk::take_statement(system.state(), &three.clerk, file.as_bytes()).await.expect("taken")
    }

    /// A file whose fee is 127.70 euro.
    async fn owes(system: &System, three: &Three, who: usize) -> (Uuid, String) {
        let id = filed(system, &Browser::sign_in(system, who, "fr").await).await;
        let case = open(system, &three.official, id).await;
        let amount = ("filing", "127,70");
        fees::fix(system.state(), &three.official, &case, amount, "Tarif.").await.expect("fixed");
        (id, filing(system, id).await.ogm)
    }

    async fn overpaid(system: &System) -> usize {
        open_tasks(system).await.iter().filter(|kind| *kind == "fee-overpaid").count()
    }

    /// The page of a file, with its spaces as everybody types them.
    async fn page(system: &System, clerk: &safe_tests::Desk, id: Uuid) -> String {
        let page = system.office(clerk, &format!("/office/permits/{id}")).await.text().await.expect("text");
        page.replace(['\u{a0}', '\u{202f}'], " ")
    }

    pub async fn what_comes_in_parts_and_too_much_is_seen(engine: Engine) {
        let system = System::start_with(engine, with_account).await;
        let three = Three::of(&system).await;
        let (id, ogm) = owes(&system, &three, 0).await;
        let clerk = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        assert_eq!(take(&system, &three, &bank_file(&ogm, 5_000, 231)).await.matched, 1);
        let part = page(&system, &clerk, id).await;
        assert!(part.contains("50,00 € reçus") && part.contains("77,70 € encore à payer"), "{part}");
        assert!(!part.contains("en trop") && overpaid(&system).await == 0);
        assert_eq!(take(&system, &three, &bank_file(&ogm, 10_000, 232)).await.matched, 1);
        assert_eq!(filing(&system, id).await.state, "paid");
        let whole = page(&system, &clerk, id).await;
        assert!(whole.contains("150,00 € reçus") && whole.contains("22,30 € en trop"), "{whole}");
        assert!(!whole.contains("encore à payer") && !whole.contains("[office"), "{whole}");
        assert_eq!(overpaid(&system).await, 1, "somebody sends it back");

        // Of a part that nobody has to pay all that came goes back.
        let (waived, ogm) = owes(&system, &three, 1).await;
        take(&system, &three, &bank_file(&ogm, 2_000, 233)).await;
        assert_eq!(overpaid(&system).await, 1);
        let case = open(&system, &three.official, waived).await;
        fees::waive(system.state(), &three.official, &case, "filing", "Indigence.").await.expect("waived");
        assert_eq!(overpaid(&system).await, 2);
        assert!(page(&system, &clerk, waived).await.contains("20,00 € en trop"));
        system.stop().await;
    }

    pub async fn what_comes_twice_or_for_nobody_goes_back(engine: Engine) {
        let system = System::start_with(engine, with_account).await;
        let state = system.state();
        let three = Three::of(&system).await;
        let (id, ogm) = owes(&system, &three, 0).await;
        assert_eq!(take(&system, &three, &bank_file(&ogm, 12_770, 231)).await.matched, 1);
        let again = take(&system, &three, &bank_file(&ogm, 12_770, 232)).await;
        assert_eq!((again.matched, again.unmatched), (0, 1), "a person looks at it");
        assert_eq!(filing(&system, id).await.paid_cents, 12_770, "and the fee is paid once");
        let words = bank_file_of("BE68539007547034", ("0", "loyer"), 90_000, 233);
        take(&system, &three, &words).await;
        let (waiting, _) = transfer::list(state, None).await.expect("list");
        let reference = open(&system, &three.clerk, id).await.row.reference.expect("reference");
        let twice = waiting.iter().find(|one| one.settled.as_ref() == Some(&reference)).expect("named");
        let rent = waiting.iter().find(|one| one.settled.is_none()).expect("the other");

        let back = async |person, one: &transfer::Transfer, reason: &str| {
            transfer::send_back(state, person, &one.place, reason).await
        };
        assert_eq!(refused(back(&three.jurist, twice, "twice").await), "role");
        let clerk = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let list = "/office/permits-payments";
        let page = system.office(&clerk, list).await.text().await.expect("text");
        assert!(page.contains(&format!("dossier {reference} est déjà payée")), "{page}");
        assert!(page.contains("Remboursé au payeur") && !page.contains("[office"), "{page}");
        let path = format!("{list}/return");
        let place = twice.place.to_string();
        let wrong = system.submit(&clerk, &path, &[("transfer", place.as_str()), ("reason", "")]).await;
        assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let html = wrong.text().await.expect("text");
        assert!(html.contains("id=\"reason-error\"") && !html.contains("reference-error"), "{html}");
        let right = [("transfer", place.as_str()), ("reason", "twice")];
        for _ in 0..2 {
            let sent = system.submit(&clerk, &path, &right).await;
            assert_eq!(sent.status(), StatusCode::SEE_OTHER, "saying it again changes nothing");
        }
        assert_eq!(refused(back(&three.clerk, twice, "nobody").await), "permit-payment-assigned");
        let put = transfer::assign(state, &three.clerk, &twice.place, (&reference, "filing"), "Nom.").await;
        assert_eq!(refused(put), "permit-payment-assigned");
        let case = open(&system, &three.clerk, id).await;
        assert_eq!(case.events.iter().filter(|line| line.kind == "payment-returned").count(), 1);
        back(&three.clerk, rent, "no-fee").await.expect("sent back");
        let acts = safe_api::audit::of_subject(&state.db, "permit-payments", None, 50).await.expect("db");
        assert!(acts.iter().any(|act| act.action == "permit.payment-return"), "the chain");
        assert!(transfer::list(state, None).await.expect("list").0.is_empty(), "none waits any more");

        // Whatever a program does, what went back pays nothing.
        let paid = payment::Entity::update_many()
            .col_expr(payment::Column::FeeId, Expr::value(Some(filing(&system, id).await.id)))
            .filter(payment::Column::ReturnedFor.is_not_null())
            .exec(&state.db)
            .await;
        assert!(paid.is_err_and(|error| error.to_string().contains("permit_payment_")));
        assert!(safe_api::audit::verify(&state.db).await.expect("db").is_ok());
        system.stop().await;
    }
}
