//! Permits for several weapons: each has its own papers, its own number and its own day.

story!(each_weapon_is_acquired_on_its_own_day);
story!(what_is_not_acquired_is_not_covered);
story!(the_office_records_each_weapon);
story!(papers_of_before_are_those_of_all_weapons);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::{Person, Role};
    use safe_api::permit::desk::issue::{self, Back};
    use safe_api::permit::entity::{application, part};
    use safe_api::permit::job;
    use safe_api::permit::weapon::Standing;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::EntityTrait;

    use crate::steps::desk::{Three, open, open_tasks, refused};
    use crate::steps::schema;
    use crate::steps::weapons::{iso, mails, permit, slots, tell, two_weapons};

    const DAY_MS: i64 = 86_400_000;

    async fn parts(system: &System) -> Vec<part::Model> {
        part::Entity::find().all(&system.state().db).await.expect("db")
    }

    pub async fn each_weapon_is_acquired_on_its_own_day(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = two_weapons(&system, &browser, &three).await;
        assert_eq!(parts(&system).await.len(), 4, "A and B of each");
        let [handgun, rifle] = slots(&system, &three.clerk, id).await;
        system.state().clock.advance_ms(10 * DAY_MS);
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let unnamed = tell(&system, &browser, "", 4, "SN 1").await;
        assert_eq!(unnamed.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unnamed.html.contains("href=\"#weapon\"") && unnamed.html.contains("id=\"weapon-error\""));
        assert!(unnamed.html.contains("value=\"SN 1\""), "what was typed stays");
        let first = tell(&system, &browser, &handgun, 4, "SN 1").await;
        let page = format!("/fr/permits/apply/permit/{}?note=saved", permit(&system).await.id);
        assert_eq!((first.status, first.location.as_str()), (StatusCode::SEE_OTHER, page.as_str()));
        assert_eq!(permit(&system).await.acquired_on, None, "the other one may still be acquired");
        let again = tell(&system, &browser, &handgun, 3, "SN 9").await;
        assert_eq!(again.status, StatusCode::CONFLICT, "an old page does not tell of the other weapon");

        let page = browser.get(&format!("permit/{}", permit(&system).await.id)).await.html;
        assert!(page.contains("SN 1") && !page.contains("SN 9"));
        assert!(page.contains(&format!("value=\"{rifle}\"")) && !page.contains(&handgun), "one is left");
        let second = tell(&system, &browser, &rifle, 1, "SN 2").await;
        assert_eq!(
            (second.status, second.location.as_str()),
            (StatusCode::SEE_OTHER, "/fr/permits/apply/?note=saved")
        );
        assert_eq!(permit(&system).await.acquired_on, Some(iso(&system, 1)), "the last of them");
        let case = open(&system, &three.clerk, id).await;
        let days: Vec<_> = case.held.iter().map(|one| one.acquired_on.clone()).collect();
        assert_eq!(days, [Some(iso(&system, 4)), Some(iso(&system, 1))]);
        for (weapon, serial) in case.held.iter().zip(["SN 1", "SN 2"]) {
            for one in &weapon.parts {
                assert_eq!(weapon.serial(&case.key, one).expect("opens").as_deref(), Some(serial));
            }
        }
        system.state().clock.advance_ms(100 * DAY_MS);
        job::run(system.state()).await;
        assert_eq!(permit(&system).await.state, "active", "nothing lapses");
        assert_eq!(mails(&system, "weapon-lapsed").await, 0);
        system.stop().await;
    }

    pub async fn what_is_not_acquired_is_not_covered(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = two_weapons(&system, &browser, &three).await;
        let [handgun, rifle] = slots(&system, &three.clerk, id).await;
        assert_eq!(tell(&system, &browser, &rifle, 0, "SN 2").await.status, StatusCode::SEE_OTHER);
        let day = iso(&system, 0);
        let until = permit(&system).await.acquire_until.expect("a window");
        system.state().clock.advance_ms(70 * DAY_MS);
        job::run(system.state()).await;
        assert_eq!(mails(&system, "acquisition-reminder").await, 1, "one may still be acquired");
        system.state().clock.advance_ms(30 * DAY_MS);
        job::run(system.state()).await;
        job::run(system.state()).await;
        let own = permit(&system).await;
        assert_eq!((own.state.as_str(), own.acquired_on.as_deref()), ("active", Some(day.as_str())));
        assert_eq!(open_tasks(&system).await, ["weapon-lapsed"], "its papers come back");
        assert_eq!((mails(&system, "weapon-lapsed").await, mails(&system, "permit-lapsed").await), (1, 0));
        let case = open(&system, &three.clerk, id).await;
        let standing: Vec<Standing> = case.held.iter().map(|one| one.standing(&own)).collect();
        assert_eq!(standing, [Standing::Missed(&until), Standing::Acquired(&day)]);

        let browser = Browser::sign_in(&system, 0, "fr").await;
        let page = browser.get(&format!("permit/{}", own.id)).await.html;
        assert!(page.contains("ne vaut plus pour cette arme"));
        assert!(page.contains("les volets A et B de cette arme"), "what is to be done");
        assert_eq!(tell(&system, &browser, &handgun, 99, "SN 1").await.status, StatusCode::CONFLICT);
        // What the holder tells later is about the weapon that there is.
        let permit_id = own.id.to_string();
        let begun =
            browser.fill("new/loss-theft", &[("case-language", "fr"), ("permit", permit_id.as_str())]).await;
        let file = begun.location.trim_end_matches('/').rsplit('/').next().expect("id").to_owned();
        let held = browser.get(&format!("{file}/page/weapons-held")).await.html;
        assert!(held.contains(".22 LR") && held.contains("SN 2") && !held.contains("9 mm"));

        // It was acquired in time after all: that is for the High Official to say.
        let record = async |person: &Person| {
            let case = open(&system, person, id).await;
            let said = (handgun.as_str(), until.as_str(), "SN 1");
            issue::acquired(system.state(), person, &case, said, "La facture de l’armurier.").await
        };
        assert!(issue::recordable(&case, &three.clerk).all(|one| one.slot == rifle));
        assert_eq!(issue::recordable(&case, &three.official).count(), 2);
        assert_eq!(refused(record(&three.clerk).await), "role");
        record(&three.official).await.expect("recorded");
        assert_eq!(permit(&system).await.acquired_on, Some(until.clone()));
        assert!(open_tasks(&system).await.is_empty(), "nothing is to come back any more");
        assert_eq!(mails(&system, "acquisition-recorded").await, 1);
        assert!(safe_api::audit::verify(&system.state().db).await.expect("db").is_ok(), "the chain is whole");
        system.stop().await;
    }

    pub async fn the_office_records_each_weapon(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = two_weapons(&system, &browser, &three).await;
        let [handgun, rifle] = slots(&system, &three.clerk, id).await;
        let today = iso(&system, 0);
        let back = async |slot: &str, name: &str| {
            let case = open(&system, &three.clerk, id).await;
            let back = Back { slot, part: name, day: &today, serial: "SN 1", is_unused: false };
            issue::part_back(state, &three.clerk, &case, back).await
        };
        assert!(refused(back("", "B").await).starts_with("choice"), "of which weapon?");
        back(&handgun, "B").await.expect("recorded");
        assert_eq!(permit(&system).await.acquired_on, None, "the other one may still be acquired");
        let places: Vec<String> = parts(&system).await.into_iter().map(|one| one.state).collect();
        assert_eq!(places.iter().filter(|place| *place == "with-authority").count(), 1);
        let desk = system.desk("w@example.org", &[Role::WeaponsClerk]).await;
        let html = system.office(&desk, &format!("/office/permits/{id}")).await.text().await.expect("text");
        assert!(html.contains("id=\"part-back-weapon\"") && html.contains("id=\"acquired-weapon\""));

        // When the time is over the permit goes on: it was used for one of them.
        state.clock.advance_ms(100 * DAY_MS);
        job::run(state).await;
        assert_eq!(permit(&system).await.acquired_on, Some(today.clone()));
        // A day that was written down wrongly is put right, and the permit follows.
        let case = open(&system, &three.clerk, id).await;
        let other = iso(&system, 99);
        let said = (handgun.as_str(), other.as_str(), "");
        issue::acquired(state, &three.clerk, &case, said, "La facture porte un autre jour.")
            .await
            .expect("corrected");
        assert_eq!(permit(&system).await.acquired_on, Some(other));
        assert_eq!(open_tasks(&system).await, ["weapon-lapsed"], "that of the rifle is still to come");
        assert_ne!(handgun, rifle);
        system.stop().await;
    }

    pub async fn papers_of_before_are_those_of_all_weapons(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = two_weapons(&system, &browser, &three).await;
        schema::before(&system, "m41_permit_weapons").await.up().await;
        let places: Vec<_> = parts(&system).await.into_iter().map(|one| (one.weapon, one.part)).collect();
        assert_eq!(places, [(String::new(), "A".to_owned()), (String::new(), "B".to_owned())]);
        let case = open(&system, &three.clerk, id).await;
        assert_eq!((case.held.len(), case.held[0].said.len()), (1, 2), "one paper, two weapons");
        assert_eq!(tell(&system, &browser, "", 0, "SN 1, SN 2").await.status, StatusCode::SEE_OTHER);
        assert_eq!(permit(&system).await.acquired_on, Some(iso(&system, 0)));
        schema::before(&system, "m41_permit_weapons").await.up().await;
        let case = open(&system, &three.clerk, id).await;
        assert_eq!(case.held[0].acquired_on, Some(iso(&system, 0)), "as the permit says");
        let serial = case.held[0].serial(&case.key, &case.held[0].parts[0]).expect("opens");
        assert_eq!(serial.as_deref(), Some("SN 1, SN 2"));
        let file = application::Entity::find_by_id(id).one(&system.state().db).await.expect("db");
        assert_eq!(file.expect("file").state, "granted");
        system.stop().await;
    }
}
