//! Copies of a decision for those who must have one.

story!(copies_are_asked_for_on_the_day_of_the_signature);

mod tell {
    use safe_api::permit::desk::{self, task};
    use safe_api::permit::entity::application;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

    use crate::steps::applicant::filed;
    use crate::steps::desk::{Three, ask_police, grant as given, open, pay};

    const DAY_MS: i64 = 86_400_000;

    async fn copies(system: &System) -> Vec<Option<String>> {
        let all = task::list(system.state(), false, None).await.expect("tasks").0;
        all.into_iter().filter(|one| one.row.kind == "decision-copy").map(|one| one.row.due_on).collect()
    }

    pub async fn copies_are_asked_for_on_the_day_of_the_signature(engine: Engine) {
        let system = System::at_noon(engine).await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = filed(&system, &Browser::sign_in(&system, 0, "fr").await).await;
        three.examine(&system, id, true).await;
        ask_police(&system, &three.clerk, id).await;
        let case = open(&system, &three.clerk, id).await;
        desk::draft(state, &three.clerk, &case, "grant", given()).await.expect("drafted");
        // An approval is one of the procedures of which copies are sent.
        application::Entity::update_many()
            .col_expr(application::Column::Procedure, Expr::value("dealer".to_owned()))
            .filter(application::Column::Id.eq(id))
            .exec(&state.db)
            .await
            .expect("an approval");
        let case = open(&system, &three.jurist, id).await;
        desk::check(state, &three.jurist, &case, true, "").await.expect("checked");
        assert!(copies(&system).await.is_empty());
        let case = open(&system, &three.official, id).await;
        desk::decide(state, &three.official, &case).await.expect("decided");
        let due = case.today.checked_add(jiff::Span::new().days(8)).expect("a day").to_string();
        assert_eq!(copies(&system).await, [Some(due.clone())]);
        // The second half of its fee comes a few days later: the days count from the signature.
        state.clock.advance_ms(5 * DAY_MS);
        pay(&system, id).await;
        three.issue(&system, id).await;
        assert_eq!(copies(&system).await, [Some(due)], "once");
        system.stop().await;
    }
}
