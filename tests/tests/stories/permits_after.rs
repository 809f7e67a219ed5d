//! The years after the grant.

story!(a_weapon_is_acquired_in_time);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::{Role, manage};
    use safe_api::permit::entity::{applicant, application, decision, grant, part};
    use safe_api::permit::sealed::FileKey;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::{ActiveModelTrait, EntityTrait, Set};
    use uuid::Uuid;

    /// A file that was sent, as the office would find it.
    async fn file(system: &System) -> Uuid {
        let state = system.state();
        let person = applicant::Entity::find().one(&state.db).await.expect("db").expect("person");
        let id = Uuid::now_v7();
        let (_, wrapped) = FileKey::fresh(&state.permits.keys, id).expect("key");
        let row = application::ActiveModel {
            id: Set(id),
            applicant_id: Set(person.id),
            procedure: Set("detention".to_owned()),
            variant: Set(String::new()),
            applicant_kind: Set("person".to_owned()),
            lang: Set("fr".to_owned()),
            state: Set("granted".to_owned()),
            reference: Set(Some(id.to_string())),
            submit_key: Set(id.to_string()),
            rows_json: Set("{}".to_owned()),
            key_wrapped: Set(Some(wrapped)),
            version: Set(1),
            created_at_ms: Set(1),
            updated_at_ms: Set(1),
            submitted_at_ms: Set(Some(1)),
            received_on: Set(Some("2026-11-20".to_owned())),
            ..Default::default()
        };
        row.insert(&state.db).await.expect("file");
        id
    }

    fn day(system: &System, ago: i64) -> [String; 3] {
        let at = safe_api::clock::brussels(system.state().clock.now_ms() - ago * 86_400_000);
        [at.day().to_string(), u8::from(at.month()).to_string(), at.year().to_string()]
    }

    fn iso(system: &System, ago: i64) -> String {
        let [d, m, y] = day(system, ago);
        format!("{y}-{m:0>2}-{d:0>2}")
    }

    async fn granted(system: &System) -> Uuid {
        let (state, application_id) = (system.state(), file(system).await);
        let clerk =
            manage::add(&state.db, "c@x.org", None, &[Role::WeaponsClerk], None, 1).await.expect("account");
        let holder = applicant::Entity::find().one(&state.db).await.expect("db").expect("person").id;
        let decision_id = Uuid::now_v7();
        let row = decision::ActiveModel {
            id: Set(decision_id),
            application_id: Set(application_id),
            kind: Set("grant".to_owned()),
            state: Set("draft".to_owned()),
            lang: Set("fr".to_owned()),
            body_sealed: Set(vec![1]),
            reasons_json: Set("[]".to_owned()),
            refusals_json: Set("[]".to_owned()),
            drafted_by: Set(clerk.account.id),
            drafted_at_ms: Set(1),
            appeal: Set(String::new()),
            version: Set(1),
            ..Default::default()
        };
        row.insert(&state.db).await.expect("decision");
        let id = Uuid::now_v7();
        let row = grant::ActiveModel {
            id: Set(id),
            application_id: Set(application_id),
            decision_id: Set(decision_id),
            holder_id: Set(holder),
            number: Set("N-1".to_owned()),
            procedure: Set("detention".to_owned()),
            model: Set("4".to_owned()),
            state: Set("active".to_owned()),
            subject_sealed: Set(vec![1]),
            issued_on: Set(iso(system, 20)),
            acquire_until: Set(Some(iso(system, -70))),
            changed_at_ms: Set(1),
            ..Default::default()
        };
        row.insert(&state.db).await.expect("permit");
        id
    }

    pub async fn a_weapon_is_acquired_in_time(engine: Engine) {
        let system = System::start(engine).await;
        let holder = Browser::sign_in(&system, 0, "fr").await;
        let id = granted(&system).await;
        let path = format!("permit/{id}");
        let stranger = Browser::sign_in(&system, 1, "fr").await;
        assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
        let [d, m, y] = day(&system, 40);
        let early = [("on-d", d.as_str()), ("on-m", &m), ("on-y", &y), ("serial", "A1")];
        assert_eq!(holder.fill(&path, &early).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let [d, m, y] = day(&system, 2);
        let right = [("on-d", d.as_str()), ("on-m", &m), ("on-y", &y), ("serial", "A1")];
        assert_eq!(holder.fill(&path, &right).await.status, StatusCode::SEE_OTHER);
        let db = &system.state().db;
        assert_eq!(part::Entity::find().all(db).await.expect("db").len(), 2);
        let csrf = holder.get("").await.hidden("csrf");
        let mut twice = right.to_vec();
        twice.push(("csrf", &csrf));
        assert_eq!(holder.post(&path, &twice).await.status, StatusCode::CONFLICT, "once");
        // The window closes by the calendar, and only on what was not acquired.
        system.state().clock.advance_ms(100 * 86_400_000);
        safe_api::permit::job::run(system.state()).await;
        let row = grant::Entity::find_by_id(id).one(db).await.expect("db").expect("permit");
        assert_eq!(row.state, "active");
        let mut open: grant::ActiveModel = row.into();
        open.acquired_on = Set(None);
        open.update(db).await.expect("permit");
        safe_api::permit::job::run(system.state()).await;
        let row = grant::Entity::find_by_id(id).one(db).await.expect("db").expect("permit");
        assert_eq!(row.state, "lapsed");
        system.stop().await;
    }
}
