//! The time to acquire the weapons of a permit: when it closes, what opens it again, and what
//! happens at once.

story!(each_missed_weapon_is_recorded_once);
story!(a_window_closes_by_the_calendar_alone);
story!(a_new_decision_gives_a_new_window);
story!(a_suspension_is_overtaken_by_the_calendar);
story!(nobody_goes_on_with_what_is_overtaken);
story!(papers_that_come_back_unused_acquire_nothing);
story!(two_who_tell_at_once_are_both_heard);
story!(the_former_program_keeps_what_was_acquired);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::{Person, Role};
    use safe_api::permit::desk::issue::{self, Back};
    use safe_api::permit::desk::{self, Drafted, after, challenge, task};
    use safe_api::permit::entity::{grant, part, task as tasks};
    use safe_api::permit::job;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
    use uuid::Uuid;

    use crate::steps::desk::{
        Three, ask_police, conditional, grant as given, open, open_tasks, pay, refusal, refused, state_of,
        taken_back,
    };
    use crate::steps::schema;
    use crate::steps::weapons::{both_wanted, iso, mails, permit, slots, tell, two_weapons};

    const DAY_MS: i64 = 86_400_000;

    async fn record(system: &System, person: &Person, id: Uuid, slot: &str, day: &str) -> String {
        let case = open(system, person, id).await;
        match issue::acquired(system.state(), person, &case, (slot, day, ""), "La facture le dit.").await {
            Ok(()) => String::new(),
            other => refused(other),
        }
    }

    /// A part comes back, of today.
    async fn back(
        system: &System,
        three: &Three,
        id: Uuid,
        (slot, part, is_unused): (&str, &str, bool),
    ) -> String {
        let case = open(system, &three.clerk, id).await;
        let day = case.today.to_string();
        let one = Back { slot, part, day: &day, serial: "", is_unused };
        match issue::part_back(system.state(), &three.clerk, &case, one).await {
            Ok(()) => String::new(),
            other => refused(other),
        }
    }

    pub async fn each_missed_weapon_is_recorded_once(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = two_weapons(&system, &browser, &three).await;
        let [handgun, rifle] = slots(&system, &three.clerk, id).await;
        let until = permit(&system).await.acquire_until.expect("a window");
        system.state().clock.advance_ms(100 * DAY_MS);
        job::run(system.state()).await;
        job::run(system.state()).await;
        assert_eq!(
            (permit(&system).await.state.as_str(), mails(&system, "permit-lapsed").await),
            ("lapsed", 1)
        );
        assert_eq!(open_tasks(&system).await, ["permit-lapsed"]);
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let page = browser.get(&format!("permit/{}", permit(&system).await.id)).await.html;
        assert!(page.contains("avec les volets que vous avez encore"), "{page}");

        assert_eq!(back(&system, &three, id, (&handgun, "A", false)).await, "", "its holder obeys");
        assert_eq!(open_tasks(&system).await, ["permit-lapsed"], "the others are still to come");

        assert_eq!(record(&system, &three.official, id, &handgun, &until).await, "");
        let own = permit(&system).await;
        assert_eq!((own.state.as_str(), own.acquired_on.as_deref()), ("active", Some(until.as_str())));
        let (left, _) = task::list(system.state(), false, None).await.expect("tasks");
        let left: Vec<_> = left.iter().map(|one| (one.row.kind.as_str(), one.row.due_on.is_some())).collect();
        let both = [("weapon-lapsed", true), ("part-to-send", false)];
        assert_eq!(left, both, "the papers of the other one by their day, and part A to its holder");
        let case = open(&system, &three.clerk, id).await;
        assert!(!case.held[0].is_back("A"), "whoever has the weapon has its part A");
        let part_a = async || {
            let page = browser.get(&format!("permit/{}", own.id)).await.html;
            let rest = page.split("Volet A (titulaire)").nth(1).expect("part A of the handgun");
            rest.chars().take(120).collect::<String>()
        };
        let told = part_a().await;
        assert!(told.contains("Le service des armes vous l’envoie"), "it is on its way: {told}");
        // The day of the first is put right, and nothing else happens.
        assert_eq!(record(&system, &three.official, id, &handgun, &own.issued_on).await, "");
        assert_eq!(open_tasks(&system).await, ["weapon-lapsed", "part-to-send"]);
        assert_eq!(mails(&system, "acquisition-recorded").await, 1);
        assert_eq!(record(&system, &three.official, id, &rifle, &until).await, "");
        assert_eq!(mails(&system, "acquisition-recorded").await, 2, "of each");
        assert_eq!(open_tasks(&system).await, ["part-to-send"]);
        let (left, _) = task::list(system.state(), false, None).await.expect("tasks");
        task::done(system.state(), &three.clerk, left[0].row.id).await.expect("sent");
        let told = part_a().await;
        assert!(told.contains("Chez vous"), "it was sent: {told}");
        // The engine takes no day outside the time, whatever a program does.
        let forced = part::Entity::update_many()
            .col_expr(part::Column::AcquiredOn, Expr::value(iso(&system, 0)))
            .exec(&system.state().db)
            .await;
        assert!(forced.is_err_and(|error| error.to_string().contains("permit_part_acquired_outside")));
        system.stop().await;
    }

    pub async fn a_window_closes_by_the_calendar_alone(engine: Engine) {
        // The holder of one permit tells late of an acquisition in time; the other permit is
        // suspended when its time ends, and the office records the acquisition meanwhile.
        for is_suspended in [false, true] {
            let system = System::at_noon(engine).await;
            let browser = Browser::sign_in(&system, 0, "fr").await;
            let three = Three::of(&system).await;
            let id = two_weapons(&system, &browser, &three).await;
            let [handgun, rifle] = slots(&system, &three.clerk, id).await;
            let day = iso(&system, 0);
            if is_suspended {
                taken_back(&system, &three, id, "suspend").await;
            }
            system.state().clock.advance_ms(100 * DAY_MS);
            if is_suspended {
                job::run(system.state()).await;
                assert_eq!(record(&system, &three.clerk, id, &handgun, &day).await, "");
            } else {
                let browser = Browser::sign_in(&system, 0, "fr").await;
                assert_eq!(
                    tell(&system, &browser, &handgun, 100, "SN 1").await.status,
                    StatusCode::SEE_OTHER
                );
            }
            assert_eq!(permit(&system).await.acquired_on, None, "the calendar has not come to it");
            if is_suspended {
                let case = open(&system, &three.official, id).await;
                after::lift(system.state(), &three.official, &case, "Expliqué.").await.expect("lifted");
            }
            job::run(system.state()).await;
            job::run(system.state()).await;
            let own = permit(&system).await;
            assert_eq!((own.state.as_str(), own.acquired_on), ("active", Some(day)));
            let lapsed = open_tasks(&system).await.iter().filter(|kind| *kind == "weapon-lapsed").count();
            assert_eq!((lapsed, mails(&system, "weapon-lapsed").await), (1, 1));
            for part in ["B", "A"] {
                assert!(
                    open_tasks(&system).await.contains(&"weapon-lapsed".to_owned()),
                    "part {part} is out"
                );
                assert_eq!(back(&system, &three, id, (&rifle, part, false)).await, "");
            }
            assert!(!open_tasks(&system).await.contains(&"weapon-lapsed".to_owned()), "all is here");
            system.stop().await;
        }
    }

    pub async fn a_new_decision_gives_a_new_window(engine: Engine) {
        for is_used in [true, false] {
            let system = System::at_noon(engine).await;
            let state = system.state();
            let browser = Browser::sign_in(&system, 0, "fr").await;
            let three = Three::of(&system).await;
            let id = both_wanted(&system, &browser).await;
            three.examine(&system, id, true).await;
            ask_police(&system, &three.clerk, id).await;
            three.decide(&system, id, "grant-conditions", conditional(&system)).await;
            pay(&system, id).await;
            three.issue(&system, id).await;
            let [handgun, rifle] = slots(&system, &three.clerk, id).await;
            if is_used {
                assert_eq!(tell(&system, &browser, &rifle, 0, "SN 2").await.status, StatusCode::SEE_OTHER);
            }
            let case = open(&system, &three.clerk, id).await;
            challenge::lodged(state, &three.clerk, &case, &case.today.to_string()).await.expect("lodged");
            state.clock.advance_ms(70 * DAY_MS);
            job::run(state).await;
            state.clock.advance_ms(30 * DAY_MS);
            job::run(state).await;
            let kind = if is_used { "weapon-lapsed" } else { "permit-lapsed" };
            let before = permit(&system).await;
            assert_eq!(before.state, if is_used { "active" } else { "lapsed" });
            assert_eq!((mails(&system, "acquisition-reminder").await, mails(&system, kind).await), (1, 1));
            // The papers are back before the Minister reverses the conditions.
            for part in ["B", "A"] {
                assert_eq!(back(&system, &three, id, (&handgun, part, false)).await, "");
            }
            let case = open(&system, &three.clerk, id).await;
            let today = case.today.to_string();
            let ruling = ("reversed", today.as_str());
            challenge::ruled(state, &three.clerk, &case, ruling, "Sans condition.").await.expect("ruled");
            three.decide(&system, id, "grant", Drafted { subject: "deux armes".to_owned(), ..given() }).await;
            three.issue(&system, id).await;

            let own = permit(&system).await;
            assert_eq!((own.id, own.state.as_str(), own.acquired_on.clone()), (before.id, "active", None));
            assert!(own.acquire_until > before.acquire_until, "as the new letter says");
            let tasks = open_tasks(&system).await;
            assert!(!tasks.contains(&kind.to_owned()), "nothing is to come back: {tasks:?}");
            assert!(tasks.contains(&"part-to-send".to_owned()), "its papers go to its holder: {tasks:?}");
            let find = part::Entity::find().filter(part::Column::Weapon.eq(handgun.as_str()));
            let find = find.order_by_asc(part::Column::Part);
            let places: Vec<_> =
                find.all(&state.db).await.expect("db").into_iter().map(|one| one.state).collect();
            assert_eq!(places, ["with-holder", "to-return"], "given out anew");
            let browser = Browser::sign_in(&system, 0, "fr").await;
            assert_eq!(
                tell(&system, &browser, &rifle, 0, "SN 2").await.status,
                if is_used { StatusCode::CONFLICT } else { StatusCode::SEE_OTHER }
            );
            // Its time is told of and ends like the first one.
            state.clock.advance_ms(70 * DAY_MS);
            job::run(state).await;
            assert_eq!(mails(&system, "acquisition-reminder").await, 2);
            state.clock.advance_ms(30 * DAY_MS);
            job::run(state).await;
            let own = permit(&system).await;
            assert_eq!((own.state.as_str(), own.acquired_on.is_some()), ("active", true));
            let raised = tasks::Entity::find().filter(tasks::Column::Kind.eq("weapon-lapsed"));
            let raised = raised.all(&state.db).await.expect("db").len();
            assert_eq!(
                (raised, mails(&system, "weapon-lapsed").await),
                if is_used { (2, 2) } else { (1, 1) }
            );
            system.stop().await;
        }
    }

    pub async fn a_suspension_is_overtaken_by_the_calendar(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = two_weapons(&system, &browser, &three).await;
        let case = open(&system, &three.clerk, id).await;
        after::examine(state, &three.clerk, &case, "Un fait nouveau.").await.expect("opened");
        three.hear(&system, id).await;
        three.decide(&system, id, "suspend", refusal()).await;
        state.clock.advance_ms(100 * DAY_MS);
        job::run(state).await;
        assert_eq!(permit(&system).await.state, "lapsed");
        // It would suspend what does not hold any more, and is taken back.
        let case = open(&system, &three.clerk, id).await;
        assert_eq!(refused(desk::issue(state, &three.clerk, &case, "").await), "permit-ended-meanwhile");
        let forced = grant::Entity::update_many()
            .col_expr(grant::Column::State, Expr::value("suspended".to_owned()))
            .exec(&state.db)
            .await;
        assert!(forced.is_err_and(|error| error.to_string().contains("permit_grant_over")));
        let window = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let steps = async || {
            let page = system.office(&window, &format!("/office/permits/{id}")).await;
            let page = page.text().await.expect("text");
            ["issue", "cancel", "draft", "notice", "leave"]
                .map(|step| page.contains(&format!("/office/permits/{id}/{step}\"")))
        };
        assert_eq!(steps().await, [false, true, false, false, false], "it can only be taken back");
        desk::cancel(state, &three.clerk, &case, "L’autorisation est périmée.").await.expect("taken back");
        assert_eq!(steps().await, [false, false, false, false, true], "and there is nothing to decide");
        let case = open(&system, &three.clerk, id).await;
        after::leave(state, &three.clerk, &case, "Sans objet.").await.expect("left");
        assert_eq!(state_of(&system, id).await, "granted");
        job::run(state).await;
        let told = (mails(&system, "permit-lapsed").await, permit(&system).await.state);
        assert_eq!(told, (1, "lapsed".to_owned()), "once");
        system.stop().await;
    }

    pub async fn nobody_goes_on_with_what_is_overtaken(engine: Engine) {
        for is_checked in [false, true] {
            let system = System::at_noon(engine).await;
            let state = system.state();
            let browser = Browser::sign_in(&system, 0, "fr").await;
            let three = Three::of(&system).await;
            let id = two_weapons(&system, &browser, &three).await;
            let case = open(&system, &three.clerk, id).await;
            after::examine(state, &three.clerk, &case, "Un fait nouveau.").await.expect("opened");
            three.hear(&system, id).await;
            let case = open(&system, &three.clerk, id).await;
            desk::draft(state, &three.clerk, &case, "suspend", refusal()).await.expect("drafted");
            if is_checked {
                let case = open(&system, &three.jurist, id).await;
                desk::check(state, &three.jurist, &case, true, "").await.expect("checked");
            }
            // What is offered to the one who checks and to the one who decides.
            let offered = async |round: &str| {
                let mut offered = Vec::new();
                for role in [Role::Legal, Role::HighOfficial] {
                    let window = system.desk(&format!("{round}-{role:?}@example.org"), &[role]).await;
                    let page = system.office(&window, &format!("/office/permits/{id}")).await;
                    let page = page.text().await.expect("text");
                    let form = |step: &&str| page.contains(&format!("/office/permits/{id}/{step}\""));
                    let steps = ["check", "return", "decide", "hold", "release", "send-back"];
                    offered.extend(steps.into_iter().filter(form));
                }
                offered
            };
            let goes_on =
                if is_checked { &["decide", "hold", "send-back"][..] } else { &["check", "return"] };
            assert_eq!(offered("before").await, goes_on);
            state.clock.advance_ms(100 * DAY_MS);
            job::run(state).await;
            assert_eq!(permit(&system).await.state, "lapsed");
            assert!(offered("after").await.is_empty(), "whoever drafted it takes it back");
            system.stop().await;
        }
    }

    pub async fn papers_that_come_back_unused_acquire_nothing(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = two_weapons(&system, &browser, &three).await;
        let [handgun, rifle] = slots(&system, &three.clerk, id).await;
        let today = iso(&system, 0);
        // Of one the holder sends both parts, A first; of the other B alone, unused.
        for came in [(handgun.as_str(), "A", false), (&handgun, "B", false), (&rifle, "B", true)] {
            assert_eq!(back(&system, &three, id, came).await, "");
        }
        assert_eq!(back(&system, &three, id, (&handgun, "B", false)).await, "permit-part-back-already");
        let days = part::Entity::find().filter(part::Column::AcquiredOn.is_not_null());
        assert!(days.one(&state.db).await.expect("db").is_none(), "nothing was acquired");
        let case = open(&system, &three.clerk, id).await;
        assert_eq!(issue::parts_out(&case), ["A"]);
        let page = browser.get(&format!("permit/{}", permit(&system).await.id)).await.html;
        assert!(page.contains("Volets rendus sans avoir servi"), "{page}");
        let without = tell(&system, &browser, &handgun, 0, "SN 1").await;
        assert_eq!(without.status, StatusCode::CONFLICT, "nobody acquires without the papers");
        // Its holder acquires the rifle after all; the handgun's papers are not asked for.
        assert_eq!(tell(&system, &browser, &rifle, 0, "SN 2").await.status, StatusCode::SEE_OTHER);
        state.clock.advance_ms(100 * DAY_MS);
        job::run(state).await;
        let own = permit(&system).await;
        assert_eq!((own.state.as_str(), own.acquired_on), ("active", Some(today.clone())));
        assert!(open_tasks(&system).await.is_empty(), "they are here");
        assert_eq!(mails(&system, "weapon-lapsed").await, 0);
        system.stop().await;
    }

    pub async fn two_who_tell_at_once_are_both_heard(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = two_weapons(&system, &browser, &three).await;
        let [handgun, rifle] = slots(&system, &three.clerk, id).await;
        let statuses = tokio::join!(
            tell(&system, &browser, &handgun, 0, "SN 1"),
            tell(&system, &browser, &rifle, 0, "SN 2"),
            tell(&system, &browser, &rifle, 0, "SN 3"),
        );
        assert_eq!(statuses.0.status, StatusCode::SEE_OTHER);
        let mut of_rifle = [statuses.1.status, statuses.2.status];
        of_rifle.sort();
        assert_eq!(of_rifle, [StatusCode::SEE_OTHER, StatusCode::CONFLICT], "one word of the same weapon");
        assert_eq!(permit(&system).await.acquired_on, Some(iso(&system, 0)), "both are acquired");
        assert!(safe_api::audit::verify(&system.state().db).await.expect("db").is_ok(), "the chain is whole");
        system.stop().await;
    }

    pub async fn the_former_program_keeps_what_was_acquired(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = two_weapons(&system, &browser, &three).await;
        let [handgun, _] = slots(&system, &three.clerk, id).await;
        assert_eq!(tell(&system, &browser, &handgun, 0, "SN 1").await.status, StatusCode::SEE_OTHER);
        let before = schema::before(&system, "m41_permit_weapons").await;
        let own = grant::Entity::find().one(&system.state().db).await.expect("db").expect("permit");
        assert_eq!(own.acquired_on, Some(iso(&system, 0)), "it does not take the permit for unused");
        before.up().await;
        let own = permit(&system).await;
        assert_eq!((own.state.as_str(), own.acquired_on), ("active", Some(iso(&system, 0))));
        system.stop().await;
    }
}
