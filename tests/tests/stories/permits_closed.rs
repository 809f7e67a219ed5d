//! The list of the files that ended: the last one first, page by page, nobody lost and nobody
//! twice, also where several ended in the same instant.

story!(what_ended_last_stands_first);

mod tell {
    use safe_api::account::Role;
    use safe_api::permit::desk::{Place, Queue, queue_page};
    use safe_api::permit::entity::application;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::EntityTrait;
    use uuid::Uuid;

    use crate::steps::applicant::filed;
    use crate::steps::desk::ended;

    const STATES: [&str; 4] = ["granted", "refused", "inadmissible", "withdrawn"];
    const FIRST_MS: i64 = 1_767_225_600_000;
    const FILES: usize = 130;

    pub async fn what_ended_last_stands_first(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let open = filed(&system, &Browser::sign_in(&system, 0, "fr").await).await;
        let row = application::Entity::find_by_id(open).one(&state.db).await.expect("db").expect("file");
        let mut files = Vec::new();
        for at in 0..FILES {
            // Seven in each instant: a page ends between two of them.
            let at_ms = FIRST_MS + i64::try_from(at / 7).expect("small");
            let file = ended(row.applicant_id, STATES[at % STATES.len()], (FIRST_MS, at_ms));
            let id = *file.id.as_ref();
            application::Entity::insert(file).exec_without_returning(&state.db).await.expect("file");
            files.push((at_ms, id));
        }
        files.sort_unstable_by(|one, other| other.cmp(one));
        let expected: Vec<Uuid> = files.iter().map(|(_, id)| *id).collect();

        let (mut shown, mut after, mut pages) = (Vec::new(), None, 0);
        loop {
            let (rows, next) = queue_page(state, Queue::Closed, after.as_ref()).await.expect("a page");
            assert!(rows.len() <= 50, "{}", rows.len());
            shown.extend(rows.iter().map(|row| row.id));
            pages += 1;
            let Some(next) = next else { break };
            assert!(pages < 10, "it has no end");
            // As the address of the next page says it.
            after = Some(Place::parse(&next.to_string()).expect("a place"));
        }
        assert_eq!((pages, shown.len()), (3, FILES));
        assert_eq!(shown, expected);
        assert!(!shown.contains(&open), "it is not over");

        let clerk = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let page = system.office(&clerk, "/office/permits?queue=closed").await.text().await.expect("text");
        let place = |id: &Uuid| page.find(&format!("href=\"/office/permits/{id}\""));
        let places: Vec<usize> = expected[..50].iter().map(|id| place(id).expect("a link")).collect();
        assert!(places.is_sorted(), "the last one first");
        assert!(place(&expected[50]).is_none() && page.contains("after="), "the rest is behind it");
        system.stop().await;
    }
}
