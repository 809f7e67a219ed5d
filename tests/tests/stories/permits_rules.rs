//! Rules of the permits that the database itself holds, whatever a program does.

story!(the_engine_keeps_the_rules);

mod tell {
    use safe_api::account::{Role, manage};
    use safe_api::permit::entity::{applicant, application, consent, decision, event, fee, notice};
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ActiveModelTrait, ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, Set};
    use uuid::Uuid;

    async fn person(db: &DatabaseConnection, name: &str) -> Uuid {
        let id = Uuid::now_v7();
        let row = applicant::Model {
            id,
            issuer: "test".to_owned(),
            subject: name.to_owned(),
            kind: "official".to_owned(),
            national_hmac: None,
            person_hmac: name.to_owned(),
            lang: "fr".to_owned(),
            sealed: vec![1],
            created_at_ms: 1,
            seen_at_ms: 1,
        };
        applicant::Entity::insert(applicant::ActiveModel::from(row))
            .exec_without_returning(db)
            .await
            .expect("person");
        id
    }

    async fn file(db: &DatabaseConnection, applicant_id: Uuid) -> Uuid {
        let id = Uuid::now_v7();
        let row = application::ActiveModel {
            id: Set(id),
            applicant_id: Set(applicant_id),
            procedure: Set("detention".to_owned()),
            variant: Set(String::new()),
            applicant_kind: Set("person".to_owned()),
            lang: Set("fr".to_owned()),
            state: Set("submitted".to_owned()),
            reference: Set(Some(id.to_string())),
            submit_key: Set(id.to_string()),
            rows_json: Set("{}".to_owned()),
            key_wrapped: Set(Some(vec![1])),
            version: Set(1),
            created_at_ms: Set(1),
            updated_at_ms: Set(1),
            submitted_at_ms: Set(Some(1)),
            received_on: Set(Some("2026-11-20".to_owned())),
            admissible: Set(Some("yes".to_owned())),
            ..Default::default()
        };
        application::Entity::insert(row).exec_without_returning(db).await.expect("file");
        id
    }

    pub async fn the_engine_keeps_the_rules(engine: Engine) {
        let system = System::at_noon(engine).await;
        let db = &system.state().db;
        let applicant_id = person(db, "one").await;
        let file_id = file(db, applicant_id).await;
        consents(db, file_id, applicant_id).await;
        ledger(db, file_id).await;
        decisions(&system, file_id).await;
        draft_without_reference(db, applicant_id).await;
        system.stop().await;
    }

    async fn draft_without_reference(db: &DatabaseConnection, applicant_id: Uuid) {
        let other = file(db, applicant_id).await;
        let changed = application::Entity::update_many()
            .col_expr(application::Column::Reference, Expr::value("other".to_owned()))
            .filter(application::Column::Id.eq(other))
            .exec(db)
            .await;
        assert!(changed.is_err(), "a reference stays");
        let older = application::Entity::update_many()
            .col_expr(application::Column::Version, Expr::value(0_i64))
            .filter(application::Column::Id.eq(other))
            .exec(db)
            .await;
        assert!(older.is_err(), "a version never falls");
    }

    async fn consents(db: &DatabaseConnection, file_id: Uuid, applicant_id: Uuid) {
        let cohabitant = person(db, "two").await;
        for (slot, hmac) in [("0", "a"), ("1", "b")] {
            let row = consent::ActiveModel {
                id: Set(Uuid::now_v7()),
                application_id: Set(file_id),
                slot: Set(slot.to_owned()),
                person_sealed: Set(vec![1]),
                person_hmac: Set(hmac.to_owned()),
                route: Set("online".to_owned()),
                state: Set("waiting".to_owned()),
                reminders: Set(0),
                ..Default::default()
            };
            consent::Entity::insert(row).exec_without_returning(db).await.expect("consent");
        }
        let answer = async |slot: &str, by: Uuid| {
            consent::Entity::update_many()
                .col_expr(consent::Column::AnsweredBy, Expr::value(by))
                .col_expr(consent::Column::State, Expr::value("consented".to_owned()))
                .col_expr(consent::Column::AnsweredAtMs, Expr::value(5_i64))
                .filter(consent::Column::ApplicationId.eq(file_id))
                .filter(consent::Column::Slot.eq(slot))
                .exec(db)
                .await
        };
        assert!(answer("0", applicant_id).await.is_err(), "nobody consents to their own file");
        answer("0", cohabitant).await.expect("the person invited");
        assert!(answer("1", cohabitant).await.is_err(), "nobody consents twice");
    }

    async fn ledger(db: &DatabaseConnection, file_id: Uuid) {
        let line = |kind: &str, amount: Option<i64>| event::ActiveModel {
            id: Set(Uuid::now_v7()),
            application_id: Set(file_id),
            kind: Set(kind.to_owned()),
            on_day: Set("2026-11-20".to_owned()),
            deadline: Set("decision".to_owned()),
            row_from: Set("2006-06-09".to_owned()),
            amount: Set(amount),
            unit: Set(amount.map(|_| "months".to_owned())),
            actor: Set("system".to_owned()),
            detail_sealed: Set(amount.map(|_| vec![1])),
            at_ms: Set(1),
            ..Default::default()
        };
        event::Entity::insert(line("received", None)).exec_without_returning(db).await.expect("receipt");
        assert!(event::Entity::insert(line("received", None)).exec_without_returning(db).await.is_err());
        assert!(event::Entity::insert(line("extended", None)).exec_without_returning(db).await.is_err());
        event::Entity::insert(line("extended", Some(3))).exec_without_returning(db).await.expect("extension");
        let second = event::Entity::insert(line("extended", Some(3))).exec_without_returning(db).await;
        assert!(second.is_err(), "a second extension is not possible");
        let changed = event::Entity::update_many()
            .col_expr(event::Column::OnDay, Expr::value("2026-12-01".to_owned()))
            .filter(event::Column::ApplicationId.eq(file_id))
            .exec(db)
            .await;
        assert!(changed.is_err(), "the ledger only grows");
        assert!(event::Entity::delete_many().exec(db).await.is_err());
    }

    async fn decisions(system: &System, file_id: Uuid) {
        let state = system.state();
        let db = &state.db;
        let mut staff = Vec::new();
        for (email, role) in
            [("a@x.org", Role::WeaponsClerk), ("b@x.org", Role::Legal), ("c@x.org", Role::HighOfficial)]
        {
            let issued =
                manage::add(state, email, None, &[role], None, state.clock.now_ms()).await.expect("account");
            staff.push(issued.account.id);
        }
        let fee_row = fee::ActiveModel {
            id: Set(Uuid::now_v7()),
            application_id: Set(file_id),
            fee: Set("detention".to_owned()),
            stage: Set("filing".to_owned()),
            row_from: Set("2011-12-09".to_owned()),
            amount_cents: Set(Some(9503)),
            ogm: Set("010806817183".to_owned()),
            state: Set("open".to_owned()),
            paid_cents: Set(0),
            ..Default::default()
        };
        let fee_row = fee_row.insert(db).await.expect("fee");
        let mut dearer: fee::ActiveModel = fee_row.clone().into();
        dearer.amount_cents = Set(Some(12770));
        assert!(dearer.update(db).await.is_err(), "a frozen amount stays");
        let draft = |kind: &str| decision::ActiveModel {
            id: Set(Uuid::now_v7()),
            application_id: Set(file_id),
            kind: Set(kind.to_owned()),
            state: Set("draft".to_owned()),
            lang: Set("fr".to_owned()),
            body_sealed: Set(vec![1]),
            reasons_json: Set("[]".to_owned()),
            refusals_json: Set("[]".to_owned()),
            drafted_by: Set(staff[0]),
            drafted_at_ms: Set(1),
            appeal: Set("minister".to_owned()),
            version: Set(1),
            ..Default::default()
        };
        let row = draft("grant").insert(db).await.expect("draft");
        let decide = async |row: &decision::Model, checked: Uuid, decided: Uuid, to: &str| {
            let mut next: decision::ActiveModel = row.clone().into();
            next.state = Set(to.to_owned());
            next.checked_by = Set(Some(checked));
            next.decided_by = Set(Some(decided));
            next.decided_at_ms = Set(Some(2));
            next.decided_on = Set(Some("2026-11-21".to_owned()));
            next.issued_at_ms = Set(Some(3));
            next.update(db).await
        };
        assert!(decide(&row, staff[0], staff[2], "decided").await.is_err(), "who drafts does not check");
        assert!(decide(&row, staff[1], staff[0], "decided").await.is_err(), "who drafts does not decide");
        assert!(decide(&row, staff[1], staff[1], "decided").await.is_err(), "who checks does not decide");
        let row = decide(&row, staff[1], staff[2], "decided").await.expect("three people");
        assert!(decide(&row, staff[1], staff[2], "issued").await.is_err(), "nothing is issued unpaid");
        let mut paid: fee::ActiveModel = fee_row.into();
        paid.state = Set("paid".to_owned());
        assert!(paid.clone().update(db).await.is_err(), "paid means that the money arrived");
        paid.paid_cents = Set(9503);
        paid.paid_on = Set(Some("2026-11-21".to_owned()));
        paid.update(db).await.expect("paid");
        let row = decide(&row, staff[1], staff[2], "issued").await.expect("issued");
        let mut rewritten: decision::ActiveModel = row.into();
        rewritten.body_sealed = Set(vec![2]);
        assert!(rewritten.update(db).await.is_err(), "what was issued stays");
        refusal(db, &draft("refuse"), &staff).await;
    }

    async fn refusal(db: &DatabaseConnection, draft: &decision::ActiveModel, staff: &[Uuid]) {
        let row = draft.clone().insert(db).await.expect("draft");
        let refuse = async |row: &decision::Model| {
            let mut next: decision::ActiveModel = row.clone().into();
            next.state = Set("decided".to_owned());
            next.checked_by = Set(Some(staff[1]));
            next.decided_by = Set(Some(staff[2]));
            next.decided_at_ms = Set(Some(2));
            next.decided_on = Set(Some("2026-11-21".to_owned()));
            next.update(db).await
        };
        assert!(refuse(&row).await.is_err(), "no refusal without a notice");
        let open = notice::ActiveModel {
            id: Set(Uuid::now_v7()),
            application_id: Set(row.application_id),
            kind: Set("before-adverse".to_owned()),
            state: Set("open".to_owned()),
            text_sealed: Set(vec![1]),
            items_json: Set("[]".to_owned()),
            sent_by: Set(staff[0]),
            // Younger than the decision that was given out before.
            sent_at_ms: Set(4),
            due_on: Set("2026-11-21".to_owned()),
            ..Default::default()
        };
        let open = open.insert(db).await.expect("notice");
        assert!(refuse(&row).await.is_err(), "no refusal while the person may still react");
        let mut over: notice::ActiveModel = open.into();
        over.state = Set("expired".to_owned());
        let over = over.update(db).await.expect("expired");
        assert!(refuse(&row).await.is_err(), "nor on the last day, whatever was closed");
        let mut past: notice::ActiveModel = over.into();
        past.due_on = Set("2026-11-20".to_owned());
        past.update(db).await.expect("past");
        refuse(&row).await.expect("refusal");
    }
}
