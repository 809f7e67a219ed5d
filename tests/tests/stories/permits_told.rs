//! What people are told of the course of their file, each once: reminders, the fee, and that
//! the time for a decision is over.

story!(after_a_pause_the_latest_reminder_goes_alone);
story!(a_fee_is_asked_for_and_its_arrival_told);
story!(silence_is_told_while_an_appeal_is_open);

mod tell {
    use safe_api::permit::entity::{application, consent, fee, mail};
    use safe_api::permit::{job, numbers};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::{filed, row, shooter, submit};

    const DAY_MS: i64 = 86_400_000;

    async fn mails(system: &System, notification: &str) -> Vec<mail::Model> {
        let all = mail::Entity::find().filter(mail::Column::Notification.eq(notification));
        all.all(&system.state().db).await.expect("db")
    }

    pub async fn after_a_pause_the_latest_reminder_goes_alone(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = shooter(&system, &browser, "some").await;
        submit(&browser, &id).await;
        // Seven, fourteen and twenty-one days: the system slept for fifteen.
        state.clock.advance_ms(15 * DAY_MS);
        job::run(state).await;
        job::run(state).await;
        assert_eq!(mails(&system, "consent-reminder").await.len(), 1);
        let asked = consent::Entity::find().one(&state.db).await.expect("db").expect("row");
        assert_eq!(asked.reminders, 2, "the one before it counts as sent");
        state.clock.advance_ms(6 * DAY_MS);
        job::run(state).await;
        assert_eq!(mails(&system, "consent-reminder").await.len(), 2);
        system.stop().await;
    }

    async fn change(system: &System, id: Uuid, values: &[(fee::Column, Expr)]) {
        let mut update = fee::Entity::update_many().filter(fee::Column::ApplicationId.eq(id));
        for (column, value) in values {
            update = update.col_expr(*column, value.clone());
        }
        update.exec(&system.state().db).await.expect("db");
    }

    pub async fn a_fee_is_asked_for_and_its_arrival_told(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "nl").await;
        let id = filed(&system, &browser).await;
        let asked = [
            (fee::Column::AmountCents, Expr::value(Some(12_770_i64))),
            (fee::Column::State, Expr::value("requested")),
            (fee::Column::RequestedAtMs, Expr::value(Some(state.clock.now_ms()))),
        ];
        change(&system, id, &asked).await;
        job::run(state).await;
        job::run(state).await;
        let request = mails(&system, "payment-request").await;
        assert_eq!(request.len(), 1, "once");
        assert_eq!(request[0].lang, "nl", "in the language of the file");
        assert!(!request[0].values_json.contains("127"), "no amount in a mail: {}", request[0].values_json);
        for (days, reminders) in [(13, 0), (2, 1), (9, 1), (2, 2), (40, 2)] {
            state.clock.advance_ms(days * DAY_MS);
            job::run(state).await;
            assert_eq!(mails(&system, "payment-reminder").await.len(), reminders, "{days} days later");
        }
        let today = numbers::today(state.clock.now_ms()).to_string();
        let paid = [
            (fee::Column::State, Expr::value("paid")),
            (fee::Column::PaidCents, Expr::value(12_770_i64)),
            (fee::Column::PaidOn, Expr::value(Some(today.clone()))),
        ];
        change(&system, id, &paid).await;
        job::run(state).await;
        job::run(state).await;
        let thanks = mails(&system, "payment-received").await;
        assert_eq!(thanks.len(), 1);
        assert!(thanks[0].values_json.contains(&today));
        system.stop().await;
    }

    /// Whole days until the day after the last one for the decision of a file.
    async fn days_to_silence(system: &System, id: &str) -> i64 {
        let due = row(system, id).await.due_on.expect("a day");
        let due = numbers::day(&due).expect("day");
        let today = numbers::today(system.state().clock.now_ms());
        i64::from(today.until(due).expect("span").get_days()) + 1
    }

    pub async fn silence_is_told_while_an_appeal_is_open(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = filed(&system, &browser).await.to_string();
        assert!(!browser.get("").await.html.contains("Pas de décision"), "its time runs");
        let due = row(&system, &id).await.due_on.expect("a day");
        let days = days_to_silence(&system, &id).await;
        state.clock.advance_ms((days - 1) * DAY_MS);
        job::run(state).await;
        assert!(mails(&system, "overdue").await.is_empty(), "the last day is in time");
        state.clock.advance_ms(DAY_MS);
        for _ in 0..3 {
            job::run(state).await;
        }
        let told = mails(&system, "overdue").await;
        assert_eq!(told.len(), 1, "told on the first day of the appeal, once");
        assert!(told[0].values_json.contains(&due), "{}", told[0].values_json);
        let browser = Browser::sign_in(&system, 0, "fr").await;
        assert!(browser.get("").await.html.contains("Pas de décision à temps"), "in the list too");

        // Who could not be told in time is not told that they can appeal.
        let browser = Browser::sign_in(&system, 1, "fr").await;
        let late = filed(&system, &browser).await.to_string();
        let days = days_to_silence(&system, &late).await;
        state.clock.advance_ms((days + 60) * DAY_MS);
        job::run(state).await;
        assert_eq!(mails(&system, "overdue").await.len(), 1);
        let open = application::Entity::find().filter(application::Column::State.eq("submitted"));
        assert_eq!(open.all(&state.db).await.expect("db").len(), 2, "both still wait");
        system.stop().await;
    }
}
