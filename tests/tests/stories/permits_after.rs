//! The years after the grant.

story!(a_weapon_is_acquired_in_time);
story!(a_control_comes_back_every_five_years);
story!(who_must_know_is_told_once);
story!(a_draft_is_announced_before_it_is_erased);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::{Role, manage};
    use safe_api::permit::desk::issue;
    use safe_api::permit::entity::{
        answer, applicant, application, control, decision, grant, mail, part, task,
    };
    use safe_api::permit::sealed::FileKey;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
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
            manage::add(state, "c@x.org", None, &[Role::WeaponsClerk], None, 1).await.expect("account");
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
        let file = application::Entity::find_by_id(application_id).one(&state.db).await.expect("db");
        let key = FileKey::of(&state.permits.keys, &file.expect("file")).expect("key");
        let about =
            issue::Subject { text: "un pistolet".to_owned(), weapons: Vec::new(), card: String::new() };
        let row = grant::ActiveModel {
            id: Set(id),
            application_id: Set(application_id),
            decision_id: Set(decision_id),
            holder_id: Set(holder),
            number: Set("N-1".to_owned()),
            procedure: Set("detention".to_owned()),
            model: Set("4".to_owned()),
            state: Set("active".to_owned()),
            subject_sealed: Set(key.seal(&format!("grant/{id}"), &about).expect("sealed")),
            issued_on: Set(iso(system, 20)),
            acquire_until: Set(Some(iso(system, -70))),
            changed_at_ms: Set(1),
            ..Default::default()
        };
        row.insert(&state.db).await.expect("permit");
        id
    }

    pub async fn a_weapon_is_acquired_in_time(engine: Engine) {
        let system = System::at_noon(engine).await;
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
        let late = holder.post(&path, &twice).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "once");
        let on = "<a class=\"btn\" href=\"/fr/permits/apply/\">Mes dossiers</a>";
        assert!(late.html.contains(on), "the way goes on: {}", late.html);
        // The window closes by the calendar, and only on what was not acquired.
        system.state().clock.advance_ms(100 * 86_400_000);
        safe_api::permit::job::run(system.state()).await;
        let row = grant::Entity::find_by_id(id).one(db).await.expect("db").expect("permit");
        assert_eq!(row.state, "active");
        let mut open: grant::ActiveModel = row.into();
        open.acquired_on = Set(None);
        open.update(db).await.expect("permit");
        part::Entity::update_many()
            .col_expr(part::Column::AcquiredOn, Expr::value(Option::<String>::None))
            .exec(db)
            .await
            .expect("parts");
        safe_api::permit::job::run(system.state()).await;
        safe_api::permit::job::run(system.state()).await;
        let row = grant::Entity::find_by_id(id).one(db).await.expect("db").expect("permit");
        assert_eq!(row.state, "lapsed");
        assert_eq!(open_tasks(&system, "permit-lapsed").await, 1, "once, and the office knows");
        system.stop().await;
    }

    async fn open_tasks(system: &System, kind: &str) -> usize {
        let find = task::Entity::find().filter(task::Column::Kind.eq(kind));
        find.all(&system.state().db).await.expect("db").len()
    }

    const DAY_MS: i64 = 86_400_000;

    async fn permit(system: &System, id: Uuid) -> grant::Model {
        grant::Entity::find_by_id(id).one(&system.state().db).await.expect("db").expect("permit")
    }

    /// The ids of mails that wait or went out, by notification.
    async fn mails(system: &System, notification: &str) -> usize {
        let find = mail::Entity::find().filter(mail::Column::Notification.eq(notification));
        find.all(&system.state().db).await.expect("db").len()
    }

    /// What the holder had told in the file of the permit.
    async fn tell(system: &System, id: Uuid, page: &str, own: serde_json::Value) {
        let state = system.state();
        let row = application::Entity::find_by_id(permit(system, id).await.application_id);
        let row = row.one(&state.db).await.expect("db").expect("file");
        let key = FileKey::of(&state.permits.keys, &row).expect("key");
        let sealed = key.seal(&format!("answer/{page}"), &own).expect("sealed");
        let page = answer::ActiveModel {
            application_id: Set(row.id),
            page: Set(page.to_owned()),
            sealed: Set(sealed),
            session_hash: Set(String::new()),
            updated_at_ms: Set(1),
        };
        page.insert(&state.db).await.expect("answer");
    }

    pub async fn a_control_comes_back_every_five_years(engine: Engine) {
        let system = System::at_noon(engine).await;
        let holder = Browser::sign_in(&system, 0, "fr").await;
        let id = granted(&system).await;
        tell(&system, id, "contact", serde_json::json!({ "email": "camille@demo.invalid" })).await;
        let weapon = serde_json::json!([{ "row": "w1", "nature": "handgun", "calibre": "9 mm" }]);
        tell(&system, id, "weapons-wanted", serde_json::json!({ "weapons": weapon })).await;
        let mut due: grant::ActiveModel = permit(&system, id).await.into();
        due.control_on = Set(Some(iso(&system, 1)));
        due.update(&system.state().db).await.expect("permit");
        let job = || safe_api::permit::job::run(system.state());
        job().await;
        job().await;
        let db = &system.state().db;
        let invited = control::Entity::find().all(db).await.expect("db");
        assert_eq!((invited.len(), invited[0].state.as_str()), (1, "invited"), "once");
        assert_eq!(mails(&system, "control-invitation").await, 1);
        let next = permit(&system, id).await.control_on.expect("next");
        assert!(next > iso(&system, -4 * 365), "five years later: {next}");
        system.state().clock.advance_ms(31 * DAY_MS);
        job().await;
        job().await;
        assert_eq!(mails(&system, "control-reminder").await, 1);
        // The last day moves to the next working day: three days at the most.
        system.state().clock.advance_ms(35 * DAY_MS);
        job().await;
        job().await;
        let row = control::Entity::find().one(db).await.expect("db").expect("control");
        assert_eq!(row.state, "unanswered");
        let open = task::Entity::find().filter(task::Column::Kind.eq("control-unanswered"));
        assert_eq!(open.all(db).await.expect("db").len(), 1, "one task for the office");
        // Whoever answers late still answers, and nothing is asked again that is known.
        let holder = if holder.get("").await.status == StatusCode::OK {
            holder
        } else {
            Browser::sign_in(&system, 0, "fr").await
        };
        let page = holder.get(&format!("permit/{id}")).await;
        let address = format!("/fr/permits/apply/new/periodic-control?permit={id}");
        assert!(page.html.contains(&address), "{}", page.html);
        let csrf = page.hidden("csrf");
        let permit_id = id.to_string();
        let fields = [("csrf", csrf.as_str()), ("case-language", "fr"), ("permit", permit_id.as_str())];
        let begun = holder.post("new/periodic-control", &fields).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.html);
        let file = begun.location.trim_end_matches('/').rsplit('/').next().expect("id").to_owned();
        let weapons = holder.get(&format!("{file}/page/weapons-held")).await;
        assert!(weapons.html.contains("9 mm") && weapons.html.contains("N-1"), "{}", weapons.html);
        let stranger = Browser::sign_in(&system, 1, "fr").await;
        let csrf = stranger.get("").await.hidden("csrf");
        let fields = [("csrf", csrf.as_str()), ("case-language", "fr"), ("permit", permit_id.as_str())];
        assert_eq!(stranger.post("new/periodic-control", &fields).await.status, StatusCode::NOT_FOUND);
        let file: Uuid = file.parse().expect("id");
        let row = application::Entity::find_by_id(file).one(db).await.expect("db").expect("file");
        assert_eq!(row.grant_id, Some(id));
        let tx = safe_api::db::begin(db).await.expect("transaction");
        safe_api::permit::after::control::answered(&tx, &row, &iso(&system, 0), 1).await.expect("noted");
        tx.commit().await.expect("kept");
        let answered = control::Entity::find().one(db).await.expect("db").expect("control");
        assert_eq!((answered.state.as_str(), answered.application_id), ("answered", Some(file)));
        system.stop().await;
    }

    pub async fn who_must_know_is_told_once(engine: Engine) {
        let system = System::at_noon(engine).await;
        let _holder = Browser::sign_in(&system, 0, "fr").await;
        let id = granted(&system).await;
        tell(&system, id, "contact", serde_json::json!({ "email": "camille@demo.invalid" })).await;
        let mut near: grant::ActiveModel = permit(&system, id).await.into();
        near.ends_on = Set(Some(iso(&system, -200)));
        near.update(&system.state().db).await.expect("permit");
        let job = || safe_api::permit::job::run(system.state());
        job().await;
        assert_eq!((mails(&system, "acquisition-reminder").await, mails(&system, "expiry").await), (0, 0));
        system.state().clock.advance_ms(45 * DAY_MS);
        job().await;
        job().await;
        assert_eq!((mails(&system, "acquisition-reminder").await, mails(&system, "expiry").await), (1, 1));
        system.state().clock.advance_ms(30 * DAY_MS);
        job().await;
        job().await;
        assert_eq!(permit(&system, id).await.state, "lapsed");
        assert_eq!(mails(&system, "permit-lapsed").await, 1);
        // One with a term ends by the calendar, too.
        let mut term: grant::ActiveModel = permit(&system, id).await.into();
        term.state = Set("active".to_owned());
        term.acquired_on = Set(Some(iso(&system, 10)));
        term.ends_on = Set(Some(iso(&system, 1)));
        term.update(&system.state().db).await.expect("permit");
        job().await;
        job().await;
        assert_eq!(permit(&system, id).await.state, "expired");
        assert_eq!(open_tasks(&system, "permit-expired").await, 1, "once, and the office knows");
        system.stop().await;
    }

    pub async fn a_draft_is_announced_before_it_is_erased(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let begun = browser.fill("new/detention", &[("case-language", "fr")]).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER);
        let id: Uuid =
            begun.location.trim_end_matches('/').rsplit('/').next().expect("id").parse().expect("id");
        let path = format!("{id}/page/contact");
        let contact = [("email", "camille@demo.invalid"), ("phone", "")];
        assert_eq!(browser.fill(&path, &contact).await.status, StatusCode::SEE_OTHER);
        let job = || safe_api::permit::job::run(system.state());
        let there = || async {
            let find = application::Entity::find_by_id(id).one(&system.state().db);
            find.await.expect("db").is_some()
        };
        system.state().clock.advance_ms(100 * DAY_MS);
        job().await;
        assert_eq!(mails(&system, "draft-expiring").await, 0);
        // The system slept past the day of erasure: the person is told all the same, in time.
        system.state().clock.advance_ms(100 * DAY_MS);
        job().await;
        job().await;
        assert_eq!(mails(&system, "draft-expiring").await, 1);
        assert!(there().await, "nobody is told and erased at once");
        system.state().clock.advance_ms(40 * DAY_MS);
        job().await;
        assert!(!there().await);
        system.stop().await;
    }
}
