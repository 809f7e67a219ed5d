//! The outbox: every mail leaves once, whoever sends it, and none keeps the others.

story!(two_senders_send_each_mail_once);
story!(a_mail_that_cannot_be_composed_keeps_no_other);

mod tell {
    use safe_api::permit::entity::mail;
    use safe_api::permit::mail::send_waiting;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
    use uuid::Uuid;

    use crate::steps::applicant::filed;

    async fn all(system: &System) -> Vec<mail::Model> {
        mail::Entity::find().all(&system.state().db).await.expect("db")
    }

    /// A mail that tells the same once more.
    async fn again(system: &System, of: &mail::Model, number: i64) {
        let id = Uuid::now_v7();
        let keys = &system.state().permits.keys;
        let envelope = keys.unwrap(&format!("mail/{}", of.id), &of.recipient_sealed).expect("opened");
        let copy = mail::ActiveModel {
            id: Set(id),
            once: Set(format!("{}/{number}", of.once)),
            recipient_sealed: Set(keys.wrap(&format!("mail/{id}"), &envelope).expect("sealed")),
            created_at_ms: Set(of.created_at_ms + number),
            ..of.clone().into()
        };
        copy.insert(&system.state().db).await.expect("inserted");
    }

    pub async fn two_senders_send_each_mail_once(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        filed(&system, &browser).await;
        let first = all(&system).await.remove(0);
        for number in 1..40 {
            again(&system, &first, number).await;
        }
        let (one, two) = tokio::join!(send_waiting(state), send_waiting(state));
        assert_eq!(one.expect("sent") + two.expect("sent"), 40, "each by one of them");
        assert!(all(&system).await.iter().all(|mail| mail.state == "sent"));
        assert_eq!(send_waiting(state).await.expect("sent"), 0);
        system.stop().await;
    }

    pub async fn a_mail_that_cannot_be_composed_keeps_no_other(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        filed(&system, &browser).await;
        let first = all(&system).await.remove(0);
        again(&system, &first, 1).await;
        mail::Entity::update_many()
            .col_expr(mail::Column::Notification, Expr::value("of-another-version"))
            .filter(mail::Column::Id.eq(first.id))
            .exec(&state.db)
            .await
            .expect("db");
        assert_eq!(send_waiting(state).await.expect("goes on"), 1);
        let states: Vec<_> = all(&system)
            .await
            .into_iter()
            .map(|mail| (mail.id == first.id, mail.state, mail.attempts))
            .collect();
        assert!(states.contains(&(true, "waiting".to_owned(), 1)), "{states:?}");
        assert!(states.contains(&(false, "sent".to_owned(), 0)), "{states:?}");
        // As soon as its words are known it leaves.
        mail::Entity::update_many()
            .col_expr(mail::Column::Notification, Expr::value(first.notification.clone()))
            .filter(mail::Column::Id.eq(first.id))
            .exec(&state.db)
            .await
            .expect("db");
        assert_eq!(send_waiting(state).await.expect("sent"), 1);
        system.stop().await;
    }
}
