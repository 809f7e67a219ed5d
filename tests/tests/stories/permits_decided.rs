//! Between the decision and its letter: nobody is told that there is none, and nobody takes the
//! file back.

story!(a_decision_in_time_is_no_silence);
story!(what_is_decided_is_not_withdrawn);
story!(the_office_counts_no_time_of_what_is_decided);
story!(a_time_is_extended_by_the_row_that_it_names);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::desk::appeal::{self, From};
    use safe_api::permit::desk::{self, after};
    use safe_api::permit::entity::{application, mail};
    use safe_api::permit::{job, numbers};
    use safe_tests::citizen::Browser;
    use safe_tests::{Desk, Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::{ago, filed, main_of, printed_letter};
    use crate::steps::desk::{Three, ask_police, grant, open, pay, refusal, refused, state_of};

    const DAY_MS: i64 = 86_400_000;

    async fn file(system: &System, id: Uuid) -> application::Model {
        application::Entity::find_by_id(id).one(&system.state().db).await.expect("db").expect("file")
    }

    /// The files whose applicants were told that there is no decision.
    async fn told_of(system: &System) -> Vec<Option<Uuid>> {
        let all = mail::Entity::find().filter(mail::Column::Notification.eq("overdue"));
        let all = all.all(&system.state().db).await.expect("db");
        all.into_iter().map(|row| row.application_id).collect()
    }

    async fn examined(system: &System, three: &Three, who: usize) -> Uuid {
        let browser = Browser::sign_in(system, who, "fr").await;
        let id = filed(system, &browser).await;
        three.examine(system, id, true).await;
        ask_police(system, &three.clerk, id).await;
        id
    }

    pub async fn a_decision_in_time_is_no_silence(engine: Engine) {
        let system = System::at_noon(engine).await;
        let three = Three::of(&system).await;
        let state = system.state();
        let (decided, late) = (examined(&system, &three, 0).await, examined(&system, &three, 1).await);
        let silence = async |id| {
            let term = appeal::term(state, &file(&system, id).await).await.expect("term");
            term.map(|term| term.from)
        };
        // On the last day the High Official grants; the fee that is due then blocks the letter.
        let due = numbers::day(&file(&system, decided).await.due_on.expect("a day")).expect("a day");
        let days = numbers::today(state.clock.now_ms()).until(due).expect("span").get_days();
        state.clock.advance_ms(i64::from(days) * DAY_MS);
        three.decide(&system, decided, "grant", grant()).await;
        state.clock.advance_ms(DAY_MS);
        for _ in 0..2 {
            job::run(state).await;
        }
        assert_eq!(told_of(&system).await, [Some(late)], "only whose file is not decided");
        assert_eq!(silence(decided).await, None);
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let page = browser.get(&format!("{decided}/")).await;
        assert_eq!(page.status, StatusCode::OK);
        let false_words = ["dépassé", &format!("{decided}/appeal")];
        assert!(false_words.iter().all(|words| !page.html.contains(words)), "{}", main_of(&page));
        assert_eq!(browser.get(&format!("{decided}/appeal")).await.status, StatusCode::NOT_FOUND);

        // What is decided too late leaves the appeal against the silence open.
        assert_eq!(silence(late).await, Some(From::Silence));
        three.decide(&system, late, "grant", grant()).await;
        assert_eq!(silence(late).await, Some(From::Silence));
        let browser = Browser::sign_in(&system, 1, "fr").await;
        let page = browser.get(&format!("{late}/")).await;
        assert!(page.html.contains("dépassé"), "{}", main_of(&page));
        assert!(page.html.contains("Pas de décision à temps"), "{}", main_of(&page));
        assert!(!page.html.contains("ne suspend pas la décision"), "there is none: {}", main_of(&page));
        let road = browser.get(&format!("{late}/appeal")).await;
        assert_eq!(road.status, StatusCode::OK);
        assert!(road.html.contains("Jour où vous avez constaté"), "{}", main_of(&road));
        assert!(!road.html.contains("ne suspend pas la décision"), "{}", main_of(&road));
        assert!(road.html.contains(
            "name=\"known-y\" inputmode=\"numeric\" maxlength=\"4\" class=\"input--s\" value=\"20"
        ));
        // Its letter challenges no decision, and says who writes.
        let [d, m, y] = ago(&system, 0);
        let [early_d, early_m, early_y] = ago(&system, 200);
        let known =
            [("known-d", early_d.as_str()), ("known-m", &early_m), ("known-y", &early_y), ("reasons", "x")];
        let early = browser.fill(&format!("{late}/appeal"), &known).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(early.html.contains("avant la fin du délai de décision"), "{}", main_of(&early));
        let known = [("known-d", d.as_str()), ("known-m", &m), ("known-y", &y), ("reasons", "J’attends.")];
        let page = browser.fill(&format!("{late}/appeal"), &known).await;
        let text = printed_letter(&page);
        let head = open(&system, &three.clerk, late).await.addressee().join("\n");
        assert!(text.starts_with(&format!("{head}\n\nAu ministre")), "{text}");
        assert!(text.contains("Aucune décision") && text.contains("preuve de ma demande"), "{text}");
        assert!(!text.contains("copie de la décision") && text.ends_with("signature"), "{text}");

        // Once that would be too late by the calendar, only the reader knows the day.
        state.clock.advance_ms(40 * DAY_MS);
        let browser = Browser::sign_in(&system, 1, "fr").await;
        let road = browser.get(&format!("{late}/appeal")).await;
        assert!(road.html.contains("Mais ce temps court à partir du jour où"), "{}", main_of(&road));
        assert!(road.html.contains(
            "name=\"known-y\" inputmode=\"numeric\" maxlength=\"4\" class=\"input--s\" value=\"\""
        ));
        system.stop().await;
    }

    /// Whether the office reads of a file that it is late: on its page, and in the list.
    async fn is_late(system: &System, desk: &Desk, id: Uuid) -> (bool, bool) {
        let read = async |path: &str| system.office(desk, path).await.text().await.expect("a page");
        let page = read(&format!("/office/permits/{id}")).await;
        let list = read("/office/permits").await;
        let line = list.split("<tr>").find(|line| line.contains(&id.to_string())).expect("in the list");
        (page.contains("En retard"), line.contains("tag--danger"))
    }

    pub async fn the_office_counts_no_time_of_what_is_decided(engine: Engine) {
        let system = System::at_noon(engine).await;
        let three = Three::of(&system).await;
        let state = system.state();
        let (decided, late) = (examined(&system, &three, 0).await, examined(&system, &three, 1).await);
        let due = numbers::day(&file(&system, decided).await.due_on.expect("a day")).expect("a day");
        let days = numbers::today(state.clock.now_ms()).until(due).expect("span").get_days();
        state.clock.advance_ms(i64::from(days) * DAY_MS);
        three.decide(&system, decided, "grant", grant()).await;
        state.clock.advance_ms(2 * DAY_MS);
        let desk = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        assert_eq!(is_late(&system, &desk, decided).await, (false, false), "it was decided in time");
        assert_eq!(is_late(&system, &desk, late).await, (true, true));
        // What is opened again later is examined without such a time.
        pay(&system, decided).await;
        three.issue(&system, decided).await;
        let case = open(&system, &three.clerk, decided).await;
        after::examine(state, &three.clerk, &case, "Un fait nouveau.").await.expect("opened");
        assert_eq!(is_late(&system, &desk, decided).await, (false, false));
        // A decision that came too late does not undo the silence before it.
        three.decide(&system, late, "grant", grant()).await;
        assert_eq!(is_late(&system, &desk, late).await, (true, true));
        system.stop().await;
    }

    pub async fn a_time_is_extended_by_the_row_that_it_names(engine: Engine) {
        let system = System::at_noon(engine).await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = examined(&system, &three, 0).await;
        let mut case = open(&system, &three.official, id).await;
        assert!(desk::can_extend(state, &case));
        // A shooting range for some days has a shorter time, which nothing prolongs.
        let received = case.events.iter_mut().find(|line| line.kind == "received").expect("the ledger");
        received.deadline = "decision-temporary-range".to_owned();
        assert!(!desk::can_extend(state, &case));
        let longer = desk::extend(state, &three.official, &case, 1, "Avis du parquet.").await;
        assert_eq!(refused(longer), "permit-no-time");
        // A permit that is examined again has no such time either, however early that is.
        three.decide(&system, id, "grant", grant()).await;
        pay(&system, id).await;
        three.issue(&system, id).await;
        let case = open(&system, &three.clerk, id).await;
        after::examine(state, &three.clerk, &case, "Un fait nouveau.").await.expect("opened");
        let case = open(&system, &three.official, id).await;
        assert!(!desk::can_extend(state, &case));
        let longer = desk::extend(state, &three.official, &case, 1, "Avis du parquet.").await;
        assert_eq!(refused(longer), "permit-no-time");
        system.stop().await;
    }

    pub async fn what_is_decided_is_not_withdrawn(engine: Engine) {
        let system = System::at_noon(engine).await;
        let three = Three::of(&system).await;
        let id = examined(&system, &three, 0).await;
        three.hear(&system, id).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let (here, path) = (format!("{id}/"), format!("{id}/withdraw"));
        let page = browser.get(&here).await;
        assert!(page.html.contains(&path), "while nothing is decided");
        let csrf = browser.get(&path).await.hidden("csrf");
        three.decide(&system, id, "refuse", refusal()).await;

        let page = browser.get(&here).await;
        assert!(page.status == StatusCode::OK && !page.html.contains(&path), "not offered");
        let asked = browser.get(&path).await;
        assert_eq!(asked.status, StatusCode::CONFLICT);
        assert!(asked.html.contains("la décision est déjà prise"), "{}", main_of(&asked));
        let sent = browser.post(&path, &[("csrf", csrf.as_str())]).await;
        assert_eq!(sent.status, StatusCode::CONFLICT, "nor taken from a page that was open before");
        // Whatever a program does, the engine keeps the file of a decision.
        let forced = application::Entity::update_many()
            .col_expr(application::Column::State, Expr::value("withdrawn".to_owned()))
            .filter(application::Column::Id.eq(id))
            .exec(&system.state().db)
            .await;
        assert!(forced.is_err_and(|error| error.to_string().contains("permit_application_decided")));
        three.issue(&system, id).await;
        assert_eq!(state_of(&system, id).await, "refused", "the decision takes its course");
        system.stop().await;
    }
}
