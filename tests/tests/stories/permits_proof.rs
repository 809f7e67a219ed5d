//! The day on which a decision was received: the time for an appeal counts from it.

story!(a_day_is_written_down_as_it_was_and_put_right);
story!(a_proof_that_stays_away_is_asked_for);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::desk::appeal::{self, Standing};
    use safe_api::permit::desk::issue;
    use safe_api::permit::entity::{application, delivery};
    use safe_api::permit::job;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System, content};
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::filed;
    use crate::steps::desk::{Three, certificates, line, noted, open, open_tasks, refusal, refused};

    const DAY_MS: i64 = 86_400_000;

    /// A file that was refused today.
    async fn turned_down(system: &System, three: &Three) -> Uuid {
        let browser = Browser::sign_in(system, 0, "fr").await;
        let id = filed(system, &browser).await;
        three.examine(system, id, true).await;
        three.hear(system, id).await;
        three.decide(system, id, "refuse", refusal()).await;
        three.issue(system, id).await;
        id
    }

    async fn letter(system: &System, state: &str) -> delivery::Model {
        let find = delivery::Entity::find().filter(delivery::Column::Channel.eq("registered"));
        let find = find.filter(delivery::Column::State.eq(state));
        find.one(&system.state().db).await.expect("db").expect("a letter")
    }

    async fn term(system: &System, id: Uuid) -> appeal::Term {
        let file = application::Entity::find_by_id(id).one(&system.state().db).await.expect("db");
        appeal::term(system.state(), &file.expect("file")).await.expect("rows").expect("an appeal")
    }

    pub async fn a_day_is_written_down_as_it_was_and_put_right(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let three = Three::of(&system).await;
        let id = turned_down(&system, &three).await;
        let first = open(&system, &three.clerk, id).await.today;
        let day = |days: i32| first.checked_add(jiff::Span::new().days(days)).expect("a day").to_string();
        // Posted on the first day, received on the second, written down on the fifth.
        state.clock.advance_ms(4 * DAY_MS);
        let post = async |posted: &str| {
            let case = open(&system, &three.clerk, id).await;
            issue::deliver(state, &three.clerk, &case, ("registered", "RR 123 BE"), posted).await
        };
        assert_eq!(refused(post(&day(-1)).await), "permit-day", "nothing was decided yet");
        assert_eq!(refused(post(&day(5)).await), "permit-day", "ahead");
        post(&day(0)).await.expect("sent");
        let own = letter(&system, "sent").await;
        let come = async |on: &str| {
            let case = open(&system, &three.clerk, id).await;
            issue::received(state, &three.clerk, &case, own.id, on).await
        };
        assert_eq!(refused(come(&day(-1)).await), "permit-day", "before it was posted");
        come(&day(1)).await.expect("received");
        assert_eq!(term(&system, id).await.start.to_string(), day(1));

        // It was the third day: the clerk looks at the proof again, in the office.
        let clerk = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let path = format!("/office/permits/{id}");
        let page = system.office(&clerk, &path).await.text().await.expect("text");
        assert!(page.contains("Corriger les dates d’un envoi") && !page.contains("[office"), "{page}");
        let own_id = own.id.to_string();
        let put = async |posted: &str, received: &str, text: &str| {
            let version = open(&system, &three.clerk, id).await.row.version.to_string();
            let fields = [
                ("version", version.as_str()),
                ("delivery", &own_id),
                ("posted", posted),
                ("received", received),
                ("text", text),
            ];
            system.submit(&clerk, &format!("{path}/delivery-correct"), &fields).await.status()
        };
        let refused = StatusCode::UNPROCESSABLE_ENTITY;
        assert_eq!(put("", "", "La preuve le dit.").await, refused, "nothing to put right");
        assert_eq!(put("", &day(2), " ").await, refused, "no reason");
        assert_eq!(put(&day(3), "", "La preuve le dit.").await, refused, "posted after it was received");
        assert_eq!(put("", &day(5), "La preuve le dit.").await, refused, "ahead");
        assert_eq!(put(&day(1), &day(2), "La preuve le dit.").await, StatusCode::SEE_OTHER);
        assert_eq!(term(&system, id).await.start.to_string(), day(2));
        let row = letter(&system, "received").await;
        assert_eq!((row.posted_on, row.received_on), (Some(day(1)), Some(day(2))));
        let case = open(&system, &three.clerk, id).await;
        assert_eq!(noted(&case, "delivery-corrected"), "La preuve le dit.");
        assert_eq!(line(&case, "delivery-corrected").until_day, Some(day(2)));
        let page = system.office(&clerk, &path).await.text().await.expect("text");
        assert!(page.contains("Jour de réception corrigé"), "{page}");
        assert!(safe_api::audit::verify(&state.db).await.expect("db").is_ok());
        system.stop().await;
    }

    pub async fn a_proof_that_stays_away_is_asked_for(engine: Engine) {
        let folder = tempfile::tempdir().expect("folder");
        let sources = folder.path().join("content");
        content::of_program_with_short_keeping(&sources);
        let system = System::start_with(engine, |config| config.site.content_dir.clone_from(&sources)).await;
        let state = system.state();
        let three = Three::of(&system).await;
        let id = turned_down(&system, &three).await;
        let case = open(&system, &three.clerk, id).await;
        let posted = case.today.to_string();
        issue::deliver(state, &three.clerk, &case, ("registered", "RR 123 BE"), "").await.expect("sent");
        let asked =
            async || open_tasks(&system).await.iter().filter(|kind| *kind == "receipt-unproven").count();
        state.clock.advance_ms(10 * DAY_MS);
        job::run(state).await;
        assert_eq!((certificates(&system, id).await, asked().await), (1, 0), "an appeal is in time");

        // It comes back and is sent again, late: its proof is awaited as long as that of the first.
        let own = letter(&system, "sent").await.id;
        let case = open(&system, &three.clerk, id).await;
        issue::received(state, &three.clerk, &case, own, "").await.expect("came back");
        state.clock.advance_ms(6 * DAY_MS);
        let case = open(&system, &three.clerk, id).await;
        issue::deliver(state, &three.clerk, &case, ("registered", "RR 124 BE"), "").await.expect("sent");
        job::run(state).await;
        assert_eq!((certificates(&system, id).await, asked().await), (1, 0), "on its way");

        // Counted from the first day the time would be over; but the letter may still lie somewhere.
        state.clock.advance_ms(30 * DAY_MS);
        for _ in 0..2 {
            job::run(state).await;
        }
        let today = open(&system, &three.clerk, id).await.today;
        assert_eq!(term(&system, id).await.standing(today), Standing::Unproven);
        assert_eq!((certificates(&system, id).await, asked().await), (1, 1), "kept, and asked for once");

        // The proof says that it came on the day before yesterday: an appeal is in time again.
        let case = open(&system, &three.clerk, id).await;
        let own = letter(&system, "sent").await.id;
        let on = today.checked_sub(jiff::Span::new().days(2)).expect("a day").to_string();
        assert!(on > posted);
        issue::received(state, &three.clerk, &case, own, &on).await.expect("received");
        job::run(state).await;
        assert_eq!((certificates(&system, id).await, asked().await), (1, 0), "the task is done");
        state.clock.advance_ms(30 * DAY_MS);
        job::run(state).await;
        assert_eq!((certificates(&system, id).await, asked().await), (0, 0), "the decision is final");
        system.stop().await;
    }
}
