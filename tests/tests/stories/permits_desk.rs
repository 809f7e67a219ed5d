//! The office handles a file: three persons decide, and nobody is refused unheard or
//! granted unpaid.

story!(three_persons_decide);
story!(a_refusal_needs_a_hearing_and_an_extension_comes_once);

mod tell {
    use safe_api::account::Role;
    use safe_api::permit::desk::{self, Case, Drafted};
    use safe_api::permit::entity::fee;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

    use crate::steps::applicant::filed;
    use crate::steps::bank::{bank_file, with_account};
    use crate::steps::desk::{ask_police, grant, line, open, refusal, refused, staff, state_of, time_passes};

    pub async fn three_persons_decide(engine: Engine) {
        let system = System::at_noon_with(engine, with_account).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = filed(&system, &browser).await;
        let state = system.state();
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk, Role::Legal]).await;
        let jurist = staff(&system, "jurist", &[Role::Legal, Role::HighOfficial]).await;
        let official = staff(&system, "official", &[Role::HighOfficial]).await;
        let other = staff(&system, "other", &[Role::AlertAuthor]).await;
        assert_eq!(refused(Case::open(state, &other, id, "curiosity").await), "role");
        let (list, next) = desk::queue_page(state, desk::Queue::New, None).await.expect("queue");
        assert_eq!((list.len(), next), (1, None));

        let case = open(&system, &clerk, id).await;
        assert_eq!(refused(desk::assign(state, &official, &case).await), "role");
        desk::assign(state, &clerk, &case).await.expect("assigned");
        assert_eq!(
            refused(desk::assign(state, &clerk, &case).await),
            "permit-changed-meanwhile",
            "another tab"
        );

        let case = open(&system, &clerk, id).await;
        assert_eq!(refused(desk::items(state, &clerk, &case, "  ").await), "required");
        desk::items(state, &clerk, &case, "Il manque le certificat.").await.expect("asked");
        let case = open(&system, &clerk, id).await;
        assert_eq!(refused(desk::close_notice(state, &clerk, &case).await), "permit-notice-runs");
        time_passes(&system, id).await;
        let case = open(&system, &clerk, id).await;
        desk::close_notice(state, &clerk, &case).await.expect("closed");
        let case = open(&system, &clerk, id).await;
        assert_eq!(case.notices[0].0.state, "expired");
        assert!(case.notices[0].0.snapshot_sealed.is_some(), "what the file held is kept");
        desk::admissible(state, &clerk, &case, true, "").await.expect("examined");

        let case = open(&system, &clerk, id).await;
        assert_eq!(
            refused(desk::draft(state, &clerk, &case, "inadmissible", grant()).await),
            "permit-kind-does-not-fit"
        );
        let unasked = desk::draft(state, &clerk, &case, "grant", grant()).await;
        assert_eq!(refused(unasked), "permit-advice-missing", "the police is asked beforehand");
        ask_police(&system, &clerk, id).await;
        let case = open(&system, &clerk, id).await;
        let empty = Drafted { subject: String::new(), ..grant() };
        assert_eq!(refused(desk::draft(state, &clerk, &case, "grant", empty).await), "required");
        let unknown = Drafted { legal_basis: vec!["unknown-act:1".to_owned()], ..grant() };
        let unknown = desk::draft(state, &clerk, &case, "grant", unknown).await;
        assert_eq!(refused(unknown), "permit-act-unknown");
        desk::draft(state, &clerk, &case, "grant", grant()).await.expect("drafted");
        let case = open(&system, &clerk, id).await;
        assert_eq!(
            refused(desk::draft(state, &clerk, &case, "grant", grant()).await),
            "permit-decision-open"
        );
        assert_eq!(refused(desk::check(state, &clerk, &case, true, "").await), "four-eyes");
        desk::check(state, &jurist, &case, true, "").await.expect("checked");
        let case = open(&system, &official, id).await;
        assert_eq!(refused(desk::decide(state, &clerk, &case).await), "role");
        assert_eq!(refused(desk::decide(state, &jurist, &case).await), "four-eyes");
        desk::decide(state, &official, &case).await.expect("decided");
        let case = open(&system, &clerk, id).await;
        assert_eq!(refused(desk::issue(state, &clerk, &case, "").await), "permit-unpaid");
        let late = desk::extend(state, &official, &case, 1, "Trop tard.").await;
        assert_eq!(refused(late), "permit-no-time", "it is decided");

        // The amount is confirmed, asked for, and paid by transfer.
        let due = &case.fees[0];
        fee::Entity::update_many()
            .col_expr(fee::Column::AmountCents, Expr::value(Some(12_770_i64)))
            .col_expr(fee::Column::State, Expr::value("requested".to_owned()))
            .filter(fee::Column::Id.eq(due.id))
            .exec(&state.db)
            .await
            .expect("confirmed");
        let file = bank_file(&due.ogm, 12_770, 231);
        assert_eq!(refused(desk::take_statement(state, &official, file.as_bytes()).await), "role");
        let taken = desk::take_statement(state, &clerk, file.as_bytes()).await.expect("taken");
        assert_eq!((taken.matched, taken.unmatched, taken.known), (1, 0, 0));
        let again = desk::take_statement(state, &clerk, file.as_bytes()).await.expect("taken");
        assert_eq!((again.matched, again.unmatched, again.known), (0, 0, 1));
        let broken = file.replacen("12770", "12771", 1);
        assert_eq!(refused(desk::take_statement(state, &clerk, broken.as_bytes()).await), "permit-bank-file");

        let case = open(&system, &clerk, id).await;
        assert_eq!((case.fees[0].state.as_str(), case.fees[0].paid_cents), ("paid", 12_770));
        desk::issue(state, &clerk, &case, "").await.expect("issued");
        assert_eq!(state_of(&system, id).await, "granted");
        let whole = safe_api::audit::verify(&state.db).await.expect("db");
        assert!(whole.is_ok(), "the audit chain is whole");
        let looks = safe_api::permit::file::looks(state, id).await.expect("looks");
        assert!(looks.len() >= 10, "every look is recorded: {}", looks.len());
        open(&system, &jurist, id).await;
        let page = browser.get(&format!("{id}/")).await.html;
        for words in [
            "une personne du service des armes, pour le traitement du dossier",
            "une ou un juriste du service, pour le contrôle juridique",
            "la personne qui décide (le haut fonctionnaire), pour la décision",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        system.stop().await;
    }

    pub async fn a_refusal_needs_a_hearing_and_an_extension_comes_once(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "nl").await;
        let id = filed(&system, &browser).await;
        let state = system.state();
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let jurist = staff(&system, "jurist", &[Role::Legal]).await;
        let official = staff(&system, "official", &[Role::HighOfficial]).await;
        let case = open(&system, &official, id).await;
        let before = case.row.due_on.clone().expect("a day");
        assert_eq!(refused(desk::extend(state, &clerk, &case, 3, "…").await), "role");
        assert_eq!(refused(desk::extend(state, &official, &case, 3, " ").await), "required");
        let long = desk::extend(state, &official, &case, 7, "Advies van het parket.").await;
        assert_eq!(refused(long), "permit-extension-too-long");
        desk::extend(state, &official, &case, 3, "Advies van het parket.").await.expect("extended");
        let case = open(&system, &official, id).await;
        assert!(case.row.due_on.clone().expect("a day") > before);
        // Its letter is in the file of the applicant, once, as all letters are made.
        let letters: Vec<_> = case.papers.iter().filter(|paper| paper.row.document == "extension").collect();
        assert_eq!(letters.len(), 1);
        let (_, bytes) = desk::read_paper(state, &clerk, id, letters[0].row.id).await.expect("letter");
        assert!(bytes.starts_with(b"%PDF-"));
        let path = format!("{id}/file/{}", letters[0].row.id);
        assert_eq!(browser.get(&path).await.status, reqwest::StatusCode::OK);
        let offers = browser.get(&format!("{id}/")).await.html.matches(&path).count();
        assert_eq!(offers, 1, "offered on its page, beside what it says");
        assert_eq!(desk::print::run_extensions(state).await.expect("run"), 0, "nothing is missing");
        let letter = desk::letter::of_extension(state, &case, line(&case, "extended")).expect("composed");
        let text: String = letter.parts.iter().flat_map(|part| part.paragraphs.clone()).collect();
        assert!(text.contains("Advies van het parket") && !text.contains('{'), "{text}");
        assert!(letter.appeal.is_empty() && letter.lang == "nl");
        let second = desk::extend(state, &official, &case, 1, "Nog eens.").await;
        assert_eq!(refused(second), "permit-extended-before");

        let case = open(&system, &clerk, id).await;
        desk::assign(state, &clerk, &case).await.expect("assigned");
        let case = open(&system, &clerk, id).await;
        desk::admissible(state, &clerk, &case, true, "").await.expect("examined");
        let case = open(&system, &clerk, id).await;
        desk::draft(state, &clerk, &case, "refuse", refusal()).await.expect("drafted");
        let case = open(&system, &jurist, id).await;
        desk::check(state, &jurist, &case, true, "").await.expect("checked");
        let case = open(&system, &official, id).await;
        assert_eq!(refused(desk::decide(state, &official, &case).await), "permit-unheard");
        assert_eq!(state_of(&system, id).await, "drafting", "nothing half-done");
        system.stop().await;
    }
}
