//! What the person whom a permit is about can rely on, and what they cannot prevent.

story!(a_holder_does_not_end_an_examination);
story!(nothing_adverse_is_decided_before_the_last_day);
story!(an_acquisition_in_time_is_not_lost);
story!(a_part_that_is_back_stays_back);
story!(an_appeal_is_open_while_its_time_runs);
story!(two_clicks_are_one_letter);
story!(time_stands_still_until_the_answer);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::desk::appeal::{self, From, Standing};
    use safe_api::permit::desk::{self, after, issue};
    use safe_api::permit::entity::{application, grant, notice, part};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System, content};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::{ago, filed};
    use crate::steps::desk::{
        Three, granted, noted, open, open_tasks, part_b, refusal, refused, staff, state_of,
    };

    const DAY_MS: i64 = 86_400_000;

    async fn permit(system: &System) -> grant::Model {
        grant::Entity::find().one(&system.state().db).await.expect("db").expect("permit")
    }

    async fn file(system: &System, id: Uuid) -> application::Model {
        application::Entity::find_by_id(id).one(&system.state().db).await.expect("db").expect("file")
    }

    /// A day so many days from now, as it is stored.
    fn day(system: &System, days: i64) -> String {
        let [d, m, y] = ago(system, -days);
        format!("{y}-{m:0>2}-{d:0>2}")
    }

    async fn with_permit(system: &System, browser: &Browser<'_>, three: &Three) -> Uuid {
        let (id, _) = granted(system, browser, three).await;
        three.issue(system, id).await;
        id
    }

    async fn examine(system: &System, three: &Three, id: Uuid) {
        let case = open(system, &three.clerk, id).await;
        after::examine(system.state(), &three.clerk, &case, "Un fait nouveau.").await.expect("opened");
    }

    pub async fn a_holder_does_not_end_an_examination(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &browser).await;
        let link = format!("/{id}/withdraw");
        assert!(browser.get(&format!("{id}/")).await.html.contains(&link), "while nothing is decided");
        let other = Browser::sign_in(&system, 1, "fr").await;
        let id = with_permit(&system, &other, &three).await;
        examine(&system, &three, id).await;
        assert_eq!(state_of(&system, id).await, "drafting");
        let (page, path) = (other.get(&format!("{id}/")).await, format!("{id}/withdraw"));
        assert!(page.status == StatusCode::OK && !page.html.contains(&path), "not offered");
        assert_eq!(other.get(&path).await.status, StatusCode::CONFLICT);
        let csrf = page.hidden("csrf");
        let sent = other.post(&path, &[("csrf", csrf.as_str())]).await;
        assert_eq!(sent.status, StatusCode::CONFLICT, "nor taken");
        assert_eq!(state_of(&system, id).await, "drafting");
        // Whatever a program does, the engine keeps the file of a permit.
        let forced = application::Entity::update_many()
            .col_expr(application::Column::State, Expr::value("withdrawn".to_owned()))
            .filter(application::Column::Id.eq(id))
            .exec(&system.state().db)
            .await;
        assert!(forced.is_err_and(|error| error.to_string().contains("permit_application_granted")));
        three.hear(&system, id).await;
        three.decide(&system, id, "withdraw", refusal()).await;
        three.issue(&system, id).await;
        assert_eq!(permit(&system).await.state, "revoked", "three persons end it");
        system.stop().await;
    }

    pub async fn nothing_adverse_is_decided_before_the_last_day(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = filed(&system, &browser).await;
        three.examine(&system, id, true).await;
        let case = open(&system, &three.clerk, id).await;
        desk::notice(state, &three.clerk, &case, "Un refus est envisagé.").await.expect("sent");
        let sent = notice::Entity::find().one(&state.db).await.expect("db").expect("notice");
        let path = format!("{id}/notice/{}", sent.id);
        assert_eq!(
            browser.upload_all(&path, &[("answer", "Voici.")], &[]).await.status,
            StatusCode::SEE_OTHER
        );
        let case = open(&system, &three.clerk, id).await;
        assert!(!desk::can_close(&case), "the step is not offered");
        let early = desk::close_notice(state, &three.clerk, &case).await;
        assert_eq!(refused(early), "permit-hearing-runs", "an answer does not shorten the time");
        // On its last day the person may still add to it.
        notice::Entity::update_many()
            .col_expr(notice::Column::DueOn, Expr::value(case.today.to_string()))
            .exec(&state.db)
            .await
            .expect("time passes");
        let case = open(&system, &three.clerk, id).await;
        let early = desk::close_notice(state, &three.clerk, &case).await;
        assert_eq!(refused(early), "permit-hearing-runs");
        // Closed by whatever means, it still is no hearing before that day is over.
        notice::Entity::update_many()
            .col_expr(notice::Column::State, Expr::value("answered".to_owned()))
            .exec(&state.db)
            .await
            .expect("closed");
        application::Entity::update_many()
            .col_expr(application::Column::State, Expr::value("drafting".to_owned()))
            .filter(application::Column::Id.eq(id))
            .exec(&state.db)
            .await
            .expect("drafting");
        let case = open(&system, &three.clerk, id).await;
        assert!(case.heard().is_none());
        desk::draft(state, &three.clerk, &case, "refuse", refusal()).await.expect("drafted");
        let case = open(&system, &three.jurist, id).await;
        desk::check(state, &three.jurist, &case, true, "").await.expect("checked");
        let case = open(&system, &three.official, id).await;
        let early = desk::decide(state, &three.official, &case).await;
        assert_eq!(refused(early), "permit-unheard");
        notice::Entity::update_many()
            .col_expr(notice::Column::DueOn, Expr::value(day(&system, -1)))
            .exec(&state.db)
            .await
            .expect("time passes");
        let case = open(&system, &three.official, id).await;
        desk::decide(state, &three.official, &case).await.expect("decided");
        system.stop().await;
    }

    pub async fn an_acquisition_in_time_is_not_lost(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = with_permit(&system, &browser, &three).await;
        let until = permit(&system).await.acquire_until.expect("a window");
        state.clock.advance_ms(100 * DAY_MS);
        safe_api::permit::job::run(state).await;
        assert_eq!(permit(&system).await.state, "lapsed");
        assert_eq!(open_tasks(&system).await, ["permit-lapsed"]);
        // The engine wants a day in the window before such a permit holds again.
        let forced = grant::Entity::update_many()
            .col_expr(grant::Column::State, Expr::value("active".to_owned()))
            .exec(&state.db)
            .await;
        assert!(forced.is_err_and(|error| error.to_string().contains("permit_grant_unlapsed")));

        let case = open(&system, &three.clerk, id).await;
        let record = async |person, day: &str, reason: &str| {
            let case = open(&system, person, id).await;
            issue::acquired(state, person, &case, ("", day, "SN 42"), reason).await
        };
        assert!(!issue::can_record_acquisition(&case, &three.clerk));
        assert_eq!(refused(record(&three.clerk, &until, "Facture.").await), "role", "it would hold again");
        assert_eq!(refused(record(&three.jurist, &until, "Facture.").await), "role");
        assert_eq!(refused(record(&three.official, &until, " ").await), "required");
        let late = case.today.to_string();
        assert_eq!(refused(record(&three.official, &late, "Facture.").await), "permit-day");
        record(&three.official, &until, "La facture de l’armurier.").await.expect("recorded");
        let now = permit(&system).await;
        assert_eq!((now.state.as_str(), now.acquired_on.as_deref()), ("active", Some(until.as_str())));
        assert!(open_tasks(&system).await.is_empty(), "nothing is to be taken back any more");
        let case = open(&system, &three.clerk, id).await;
        assert_eq!(noted(&case, "acquisition-recorded"), "La facture de l’armurier.");
        safe_api::permit::job::run(state).await;
        assert_eq!(permit(&system).await.state, "active", "and it does not lapse again");
        // Of a permit that holds, a handler corrects the day.
        record(&three.clerk, &day(&system, -90), "La facture porte un autre jour.").await.expect("corrected");
        assert_eq!(permit(&system).await.acquired_on, Some(day(&system, -90)));
        assert!(safe_api::audit::verify(&state.db).await.expect("db").is_ok(), "the chain is whole");
        system.stop().await;
    }

    pub async fn a_part_that_is_back_stays_back(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = with_permit(&system, &browser, &three).await;
        let case = open(&system, &three.clerk, id).await;
        let today = case.today.to_string();
        issue::part_back(state, &three.clerk, &case, part_b(&today, "SN 42")).await.expect("recorded");
        let own = permit(&system).await;
        assert_eq!(own.acquired_on.as_deref(), Some(today.as_str()), "part B says that it was acquired");
        state.clock.advance_ms(100 * DAY_MS);
        safe_api::permit::job::run(state).await;
        assert_eq!(permit(&system).await.state, "active", "so it does not lapse");

        // A declaration that comes after it, as before this was so: the office's own stays.
        grant::Entity::update_many()
            .col_expr(grant::Column::AcquiredOn, Expr::value(Option::<String>::None))
            .exec(&state.db)
            .await
            .expect("as it was");
        part::Entity::update_many()
            .col_expr(part::Column::AcquiredOn, Expr::value(Option::<String>::None))
            .exec(&state.db)
            .await
            .expect("as it was");
        let holder = Browser::sign_in(&system, 0, "fr").await;
        let [d, m, y] = ago(&system, 100);
        let said = [("on-d", d.as_str()), ("on-m", &m), ("on-y", &y), ("serial", "XX 99")];
        let path = format!("permit/{}", own.id);
        assert_eq!(holder.fill(&path, &said).await.status, StatusCode::SEE_OTHER);
        let parts = part::Entity::find().filter(part::Column::Part.eq("B")).one(&state.db).await;
        let parts = parts.expect("db").expect("part B");
        assert_eq!(
            (parts.state.as_str(), parts.returned_on.as_deref()),
            ("with-authority", Some(today.as_str()))
        );
        let case = open(&system, &three.clerk, id).await;
        let place = format!("part/{}/B", own.id);
        let serial: String =
            case.key.open(&place, parts.serial_sealed.as_deref().expect("serial")).expect("opens");
        assert_eq!(serial, "SN 42", "as the office read it");
        system.stop().await;
    }

    pub async fn an_appeal_is_open_while_its_time_runs(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = with_permit(&system, &browser, &three).await;
        examine(&system, &three, id).await;
        three.hear(&system, id).await;
        three.decide(&system, id, "suspend", refusal()).await;
        // Decided on one day, given out on another: nobody knew of it before.
        state.clock.advance_ms(16 * DAY_MS);
        three.issue(&system, id).await;
        let term = async || appeal::term(state, &file(&system, id).await).await.expect("term");
        let today = || open(&system, &three.clerk, id);
        let own = term().await.expect("an appeal");
        let case = today().await;
        assert_eq!((own.from, own.start), (From::Issue, case.today));
        assert_eq!(own.standing(case.today), Standing::Open, "on its first day");

        // The office looks at the permit again: the time of the suspension runs on.
        let before = own.last;
        examine(&system, &three, id).await;
        let own = term().await.expect("an appeal");
        assert_eq!((own.from, own.last), (From::Issue, before));
        let holder = Browser::sign_in(&system, 0, "fr").await;
        let page = holder.get(&format!("{id}/appeal")).await;
        assert!(
            page.status == StatusCode::OK && page.html.contains("Vous pouvez contester"),
            "{}",
            page.html
        );

        // Without proof of receipt nobody is told that the time is over.
        state.clock.advance_ms(40 * DAY_MS);
        let own = term().await.expect("an appeal");
        assert_eq!(own.standing(today().await.today), Standing::Unproven);
        let holder = Browser::sign_in(&system, 0, "fr").await;
        let page = holder.get(&format!("{id}/appeal")).await;
        assert!(!page.html.contains("Le délai pour contester est passé"), "{}", page.html);
        assert!(page.html.contains("peut-être encore le temps"), "{}", page.html);
        system.stop().await;
    }

    pub async fn two_clicks_are_one_letter(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = with_permit(&system, &browser, &three).await;
        let (one, two) = (open(&system, &three.clerk, id).await, open(&system, &three.clerk, id).await);
        let send = |case| issue::deliver(state, &three.clerk, case, ("registered", "RR 123 BE"), "");
        let (first, second) = tokio::join!(send(&one), send(&two));
        let sent = [refused(first), refused(second)];
        assert!(sent.contains(&"accepted".to_owned()), "{sent:?}");
        assert!(sent.contains(&"permit-changed-meanwhile".to_owned()), "{sent:?}");
        let letters = issue::deliveries(state, &open(&system, &three.clerk, id).await).await.expect("rows");
        assert_eq!(letters.iter().filter(|row| row.channel == "registered").count(), 1);
        system.stop().await;
    }

    /// The rows as the service may confirm them one day: a request for items stops the clock.
    fn that_suspend(to: &std::path::Path) {
        content::of_program(to);
        let path = to.join("permits/deadlines.toml");
        let rows = std::fs::read_to_string(&path).expect("rows");
        let (before, after) = rows.split_once("id = \"missing-items\"").expect("the row");
        let after = after.replacen("suspends = false", "suspends = true", 1);
        std::fs::write(&path, format!("{before}id = \"missing-items\"{after}")).expect("written");
    }

    pub async fn time_stands_still_until_the_answer(engine: Engine) {
        let folder = tempfile::tempdir().expect("folder");
        let sources = folder.path().join("content");
        that_suspend(&sources);
        let system =
            System::at_noon_with(engine, |config| config.site.content_dir.clone_from(&sources)).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let id = filed(&system, &browser).await;
        let due = async || {
            let day = file(&system, id).await.due_on.expect("a day");
            day.parse::<jiff::civil::Date>().expect("a day")
        };
        let first = due().await;
        state.clock.advance_ms(5 * DAY_MS);
        let case = open(&system, &clerk, id).await;
        desk::assign(state, &clerk, &case).await.expect("assigned");
        let case = open(&system, &clerk, id).await;
        desk::items(state, &clerk, &case, "Il manque le certificat.").await.expect("asked");
        let asked = notice::Entity::find().one(&state.db).await.expect("db").expect("notice");
        // Until somebody answers, the date is the one to which silence leads: the last day and
        // those before it come back.
        let last: jiff::civil::Date = asked.due_on.parse().expect("a day");
        let whole = case.today.until(last).expect("span").get_days() + 1;
        let days = |from: jiff::civil::Date, days: i32| {
            from.checked_add(jiff::Span::new().days(i64::from(days))).expect("a day")
        };
        assert_eq!(due().await, days(first, whole));
        let still = |standing| matches!(standing, Some(safe_casework::clock::Standing::Still { .. }));
        let case = open(&system, &clerk, id).await;
        assert!(still(desk::standing(state, &case).expect("standing")));

        // The answer ends it, not the day on which the office takes note of it.
        state.clock.advance_ms(10 * DAY_MS);
        let path = format!("{id}/notice/{}", asked.id);
        for text in ["Voici.", "Et ceci."] {
            let browser = Browser::sign_in(&system, 0, "fr").await;
            let page = browser.upload_all(&path, &[("answer", text)], &[]).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER);
            state.clock.advance_ms(DAY_MS);
        }
        assert_eq!(due().await, days(first, 10));
        let case = open(&system, &clerk, id).await;
        assert!(!still(desk::standing(state, &case).expect("standing")));
        let answers = case.events.iter().filter(|line| line.kind == "notice-answered");
        assert_eq!(answers.count(), 2, "each stands in the ledger, the first one counts");
        desk::close_notice(state, &clerk, &case).await.expect("closed");
        assert_eq!(due().await, days(first, 10));

        // A second request that nobody answers ends by itself, whether it is closed or not.
        let case = open(&system, &clerk, id).await;
        desk::items(state, &clerk, &case, "Encore.").await.expect("asked");
        let end = due().await;
        state.clock.advance_ms(60 * DAY_MS);
        let case = open(&system, &clerk, id).await;
        assert!(!still(desk::standing(state, &case).expect("standing")));
        desk::close_notice(state, &clerk, &case).await.expect("closed");
        assert_eq!(due().await, end, "the office's delay changes nothing");
        // Silence is counted from the same day.
        let over = case.today.until(end).expect("span").get_days() + 1;
        state.clock.advance_ms(i64::from(over - 1) * DAY_MS);
        assert!(appeal::term(state, &file(&system, id).await).await.expect("term").is_none());
        state.clock.advance_ms(DAY_MS);
        let own = appeal::term(state, &file(&system, id).await).await.expect("term").expect("silence");
        assert_eq!((own.from, own.start), (From::Silence, days(end, 1)));
        system.stop().await;
    }
}
