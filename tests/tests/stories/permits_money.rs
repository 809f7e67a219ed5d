//! Money that does not find its file by itself, and fees whose amount the rows do not say.

story!(only_the_account_of_the_fees_pays_them);
story!(a_transfer_finds_its_file_once);
story!(the_high_official_says_what_is_due);
story!(two_transfers_are_never_taken_for_one);
story!(what_was_taken_under_a_former_key_is_known);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::desk::{self, fees, transfer};
    use safe_api::permit::entity::{fee, mail, payment};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
    use uuid::Uuid;

    use crate::steps::applicant::filed;
    use crate::steps::bank::{bank_file, bank_file_of, with_account};
    use crate::steps::desk::{Three, ask_police, grant, granted, open, refused, state_of};

    const OURS: &str = "BE68539007547034";

    async fn filing(system: &System, id: Uuid) -> fee::Model {
        let find = fee::Entity::find().filter(fee::Column::ApplicationId.eq(id));
        let find = find.filter(fee::Column::Stage.eq("filing"));
        find.one(&system.state().db).await.expect("db").expect("fee")
    }

    /// A transfer whose communication is words that name no fee.
    fn in_words(words: &str, cents: i64, number: u32) -> String {
        bank_file_of(OURS, ("0", words), cents, number)
    }

    pub async fn only_the_account_of_the_fees_pays_them(engine: Engine) {
        let system = System::at_noon_with(engine, with_account).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &browser).await;
        let ogm = filing(&system, id).await.ogm;
        let own = bank_file(&ogm, 12_770, 231);
        let other = bank_file_of("BE71096123456769", ("1", &format!("101{ogm}")), 12_770, 231);
        let take =
            async |file: &str| desk::take_statement(system.state(), &three.clerk, file.as_bytes()).await;
        assert_eq!(refused(take(&other).await), "permit-bank-account");
        // One statement of another account, and nothing of the file is taken.
        assert_eq!(refused(take(&format!("{own}\n{other}")).await), "permit-bank-account");
        let db = &system.state().db;
        assert!(payment::Entity::find().all(db).await.expect("db").is_empty());
        assert_eq!(take(&own).await.expect("taken").matched, 1);
        system.stop().await;
        without_account(engine, &own).await;
    }

    /// Where no account is set up, no file is that of the fees.
    async fn without_account(engine: Engine, file: &str) {
        let system = System::at_noon(engine).await;
        let three = Three::of(&system).await;
        let taken = desk::take_statement(system.state(), &three.clerk, file.as_bytes()).await;
        assert_eq!(refused(taken), "permit-bank-no-account");
        system.stop().await;
    }

    pub async fn a_transfer_finds_its_file_once(engine: Engine) {
        let system = System::at_noon_with(engine, with_account).await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = filed(&system, &Browser::sign_in(&system, 0, "fr").await).await;
        let other = filed(&system, &Browser::sign_in(&system, 1, "fr").await).await;
        for (number, words) in [(231, "permis de Camille"), (232, "loyer")] {
            let file = in_words(words, 12_770, number);
            let taken = desk::take_statement(state, &three.clerk, file.as_bytes()).await.expect("taken");
            assert_eq!((taken.matched, taken.unmatched), (0, 1));
        }
        let (waiting, next) = transfer::list(state, None).await.expect("list");
        assert_eq!((waiting.len(), next), (2, None));
        let own = waiting.iter().find(|one| one.communication == "permis de Camille").expect("listed");
        let place = own.place.to_string();

        // The page lists it; a wrong number comes back to its own form, with what was written.
        let clerk = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let page = system.office(&clerk, "/office/permits-payments").await.text().await.expect("text");
        assert!(page.contains("permis de Camille") && page.contains(&place), "{page}");
        let path = "/office/permits-payments/assign";
        let wrong =
            [("transfer", place.as_str()), ("reference", "2026-0"), ("stage", "filing"), ("text", "Nom.")];
        let again = system.submit(&clerk, path, &wrong).await;
        assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let html = again.text().await.expect("text");
        assert!(html.contains("value=\"2026-0\"") && html.contains("id=\"reference-error\""), "{html}");

        let reference = async |id| open(&system, &three.clerk, id).await.row.reference.expect("reference");
        let (this, that) = (reference(id).await, reference(other).await);
        let put = async |to: &str, reason: &str| {
            transfer::assign(state, &three.clerk, &own.place, (to, "filing"), reason).await
        };
        assert_eq!(refused(put(&this, " ").await), "required");
        let jurist = transfer::assign(state, &three.jurist, &own.place, (&this, "filing"), "Nom.").await;
        assert_eq!(refused(jurist), "role");
        let right = [
            ("transfer", place.as_str()),
            ("reference", this.as_str()),
            ("stage", "filing"),
            ("text", "Nom."),
        ];
        for _ in 0..2 {
            let sent = system.submit(&clerk, path, &right).await;
            assert_eq!(sent.status(), StatusCode::SEE_OTHER, "saying it again changes nothing");
        }
        assert_eq!(filing(&system, id).await.paid_cents, 12_770, "once");
        assert_eq!(refused(put(&that, "Nom.").await), "permit-payment-assigned");
        assert_eq!(filing(&system, other).await.paid_cents, 0);
        assert_eq!(transfer::list(state, None).await.expect("list").0.len(), 1);
        let case = open(&system, &three.clerk, id).await;
        assert!(case.events.iter().any(|line| line.kind == "payment-assigned"), "the ledger");

        // Whatever a program does, a transfer stays where it was put.
        let moved = payment::Entity::update_many()
            .col_expr(payment::Column::FeeId, Expr::value(Some(filing(&system, other).await.id)))
            .filter(payment::Column::MatchedAtMs.is_not_null())
            .exec(&state.db)
            .await;
        assert!(moved.is_err_and(|error| error.to_string().contains("permit_payment_moved")));
        // Also when its fee is erased with its file.
        fee::Entity::delete_many()
            .filter(fee::Column::ApplicationId.eq(id))
            .exec(&state.db)
            .await
            .expect("gone");
        assert_eq!(transfer::list(state, None).await.expect("list").0.len(), 1, "it does not wait again");
        system.stop().await;
    }

    pub async fn two_transfers_are_never_taken_for_one(engine: Engine) {
        let system = System::at_noon_with(engine, with_account).await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = filed(&system, &Browser::sign_in(&system, 0, "fr").await).await;
        let other = filed(&system, &Browser::sign_in(&system, 1, "fr").await).await;
        let (own, that) = (filing(&system, id).await.ogm, filing(&system, other).await.ogm);
        let take = async |file: &str| desk::take_statement(state, &three.clerk, file.as_bytes()).await;
        // A bank that numbers no statement, and gives every transfer the same reference.
        let monday = bank_file(&own, 12_770, 0);
        let tuesday = bank_file(&that, 12_770, 0).replace("211126", "221126");
        for file in [&monday, &tuesday] {
            assert_eq!(take(file).await.expect("taken").matched, 1);
        }
        assert_eq!(filing(&system, other).await.paid_cents, 12_770);
        for file in [&monday, &tuesday] {
            let again = take(file).await.expect("taken");
            assert_eq!((again.matched, again.unmatched, again.known), (0, 0, 1), "once");
        }
        // Two files of one day are told apart by their numbers, when they have any.
        let second = |text: String| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines[1].replace_range(125..128, "002");
            lines.join("\n")
        };
        let later = second(in_words("deuxième fichier", 12_770, 0));
        assert_eq!(take(&later).await.expect("taken").unmatched, 1);
        // Where nothing tells them apart, nothing is swallowed, nor anything of the file taken.
        let rows = async || payment::Entity::find().all(&state.db).await.expect("db").len();
        let before = rows().await;
        let good = in_words("loyer", 12_770, 233);
        for double in [bank_file(&own, 12_771, 0), bank_file(&that, 12_770, 0), in_words("autre", 12_770, 0)]
        {
            assert_eq!(refused(take(&format!("{good}\n{double}")).await), "permit-bank-other");
        }
        assert_eq!(rows().await, before);
        system.stop().await;
    }

    pub async fn what_was_taken_under_a_former_key_is_known(engine: Engine) {
        let system = System::at_noon_with(engine, with_account).await;
        let three = Three::of(&system).await;
        let state = system.state();
        let former = "BE68539007547034/2026/231/0001.0000/REFERENCE";
        let row = payment::ActiveModel {
            bank_reference: Set(former.to_owned()),
            fee_id: Set(None),
            ogm: Set(None),
            amount_cents: Set(12_770),
            received_on: Set("2026-11-21".to_owned()),
            statement: Set(format!("{OURS}/231")),
            line_sealed: Set(None),
            recorded_at_ms: Set(0),
            matched_at_ms: Set(None),
            returned_for: Set(None),
        };
        payment::Entity::insert(row).exec_without_returning(&state.db).await.expect("before");
        let take = async |file: &str| {
            let taken = desk::take_statement(state, &three.clerk, file.as_bytes()).await.expect("taken");
            (taken.unmatched, taken.known)
        };
        assert_eq!(take(&in_words("loyer", 12_770, 231)).await, (0, 1));
        assert_eq!(take(&in_words("loyer", 12_771, 231)).await, (1, 0), "another amount is another transfer");
        system.stop().await;
    }

    pub async fn the_high_official_says_what_is_due(engine: Engine) {
        let system = System::at_noon_with(engine, with_account).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = filed(&system, &browser).await;
        assert_eq!(filing(&system, id).await.amount_cents, None, "the rows do not confirm it");
        let fix = async |person, amount: &str, reason: &str| {
            let case = open(&system, person, id).await;
            fees::fix(state, person, &case, ("filing", amount), reason).await
        };
        assert_eq!(refused(fix(&three.clerk, "127,70", "Tarif 2026.").await), "role");
        assert_eq!(refused(fix(&three.official, "beaucoup", "Tarif 2026.").await), "permit-amount");
        assert_eq!(refused(fix(&three.official, "127,70", "").await), "required");
        // A transfer that came before counts.
        let ogm = filing(&system, id).await.ogm;
        let early = bank_file(&ogm, 2_770, 231);
        desk::take_statement(state, &three.clerk, early.as_bytes()).await.expect("taken");
        fix(&three.official, "127,70", "Tarif 2026.").await.expect("fixed");
        let now = filing(&system, id).await;
        assert_eq!(
            (now.amount_cents, now.state.as_str(), now.paid_cents),
            (Some(12_770), "requested", 2_770)
        );
        let asked = mail::Entity::find().filter(mail::Column::Notification.eq("payment-request"));
        assert_eq!(asked.all(&state.db).await.expect("db").len(), 1, "and asked for");
        assert_eq!(refused(fix(&three.official, "1", "Moins.").await), "permit-fee-settled", "once");
        let rest = bank_file(&ogm, 10_000, 232);
        desk::take_statement(state, &three.clerk, rest.as_bytes()).await.expect("taken");
        assert_eq!(filing(&system, id).await.state, "paid");

        // What nobody has to pay holds nothing up.
        let other = Browser::sign_in(&system, 1, "fr").await;
        let id = filed(&system, &other).await;
        three.examine(&system, id, true).await;
        ask_police(&system, &three.clerk, id).await;
        three.decide(&system, id, "grant", grant()).await;
        let case = open(&system, &three.clerk, id).await;
        assert_eq!(refused(desk::issue(state, &three.clerk, &case, "").await), "permit-unpaid");
        let forced = fee::Entity::update_many()
            .col_expr(fee::Column::State, Expr::value("waived".to_owned()))
            .filter(fee::Column::ApplicationId.eq(id))
            .exec(&state.db)
            .await;
        assert!(forced.is_err_and(|error| error.to_string().contains("permit_fee_waived")), "told first");
        let waive = async |person, reason: &str| {
            let case = open(&system, person, id).await;
            fees::waive(state, person, &case, "filing", reason).await
        };
        assert_eq!(refused(waive(&three.clerk, "Indigence.").await), "role");
        assert_eq!(refused(waive(&three.official, " ").await), "required");
        waive(&three.official, "Indigence.").await.expect("waived");
        assert_eq!(refused(waive(&three.official, "Encore.").await), "permit-fee-settled");
        three.issue(&system, id).await;
        assert_eq!(state_of(&system, id).await, "granted");
        // In a file that has ended there is nothing left to say.
        let (ended, _) = granted(&system, &Browser::sign_in(&system, 2, "fr").await, &three).await;
        three.issue(&system, ended).await;
        assert!(!fees::can_fix(&open(&system, &three.official, ended).await));
        assert!(safe_api::audit::verify(&state.db).await.expect("db").is_ok(), "the chain is whole");
        system.stop().await;
    }
}
