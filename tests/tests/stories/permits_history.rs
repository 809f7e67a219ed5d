//! What the office reads of what happened: who did it, about which weapon, and in words.

story!(the_history_says_who_and_which_weapon);
story!(what_was_done_is_not_told_as_to_be_done);

mod tell {
    use safe_api::account::Role;
    use safe_api::db;
    use safe_api::i18n::Lang;
    use safe_api::permit::desk::{issue, task};
    use safe_tests::citizen::Browser;
    use safe_tests::{Desk, Engine, System};

    use crate::steps::applicant::filed;
    use crate::steps::desk::{Three, open};
    use crate::steps::weapons::{iso, slots, two_weapons};

    async fn page(system: &System, desk: &Desk, path: &str) -> String {
        system.office(desk, path).await.text().await.expect("text")
    }

    /// The piece of a page between two marks.
    fn between<'p>(html: &'p str, from: &str, to: &str) -> &'p str {
        let rest = html.split(from).nth(1).unwrap_or_else(|| panic!("{from} in {html}"));
        rest.split(to).next().unwrap_or(rest)
    }

    pub async fn the_history_says_who_and_which_weapon(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let three = Three::of(&system).await;
        let jurist = system.desk("window@example.org", &[Role::WeaponsClerk, Role::Legal]).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let open_one = filed(&system, &Browser::sign_in(&system, 1, "fr").await).await;
        let html = page(&system, &jurist, &format!("/office/permits/{open_one}")).await;
        assert!(html.contains("À décider au plus tard le") && !html.contains("Terminé le"), "{html}");

        let id = two_weapons(&system, &browser, &three).await;
        let [handgun, rifle] = slots(&system, &three.clerk, id).await;
        let day = iso(&system, 0);
        let back = issue::Back { slot: &handgun, part: "B", day: &day, serial: "", is_unused: false };
        let case = open(&system, &three.clerk, id).await;
        issue::part_back(state, &three.clerk, &case, back).await.expect("back");
        let case = open(&system, &three.clerk, id).await;
        let said = (rifle.as_str(), day.as_str(), "SN 2");
        issue::acquired(state, &three.clerk, &case, said, "La facture le dit.").await.expect("recorded");

        let html = page(&system, &jurist, &format!("/office/permits/{id}")).await;
        let history = between(&html, "<ol class=\"timeline\">", "</ol>");
        let line = |words: &str| {
            let found = history.split("<li>").find(|line| line.contains(words));
            found.unwrap_or_else(|| panic!("{words} in {history}"))
        };
        let part = line("Volet B revenu au service le ");
        assert!(part.contains("9 mm") && !part.contains(".22 LR"), "{part}");
        let acquired = line("Acquisition du ");
        assert!(acquired.contains(".22 LR") && !acquired.contains("9 mm"), "{acquired}");
        assert!(acquired.contains("La facture le dit."), "{acquired}");
        assert!(acquired.contains("<bdi>clerk</bdi>") && !history.contains("clerk@"), "by name: {acquired}");
        assert!(html.contains("Terminé le") && !html.contains("À décider au plus tard le"), "it is over");

        let html = page(&system, &jurist, &format!("/office/permits/{id}/audit")).await;
        let acts = between(&html, "<tbody>", "</tbody>");
        assert!(acts.contains(&handgun) && acts.contains(&rifle), "as it was noted: {acts}");
        assert!(acts.contains("volet") && acts.contains("En cours de validité"), "{acts}");
        assert!(!acts.contains("weapon") && !acts.contains("active"), "in words: {acts}");
        system.stop().await;
    }

    pub async fn what_was_done_is_not_told_as_to_be_done(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let three = Three::of(&system).await;
        let id = filed(&system, &Browser::sign_in(&system, 0, "fr").await).await;
        for kind in task::KINDS {
            let tx = db::begin(&state.db).await.expect("begun");
            task::raise(state, &tx, (kind, &format!("{kind}/{id}")), Some(id), None).await.expect("raised");
            tx.commit().await.expect("kept");
        }
        let window = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let name = |kind: &str| Lang::FR.text(&format!("office-permit-task-{kind}"));
        let hint = |kind: &str| Lang::FR.text(&format!("office-permit-task-{kind}-hint"));
        let html = page(&system, &window, "/office/permits-tasks").await;
        for kind in task::KINDS {
            assert!(html.contains(&name(kind)) && html.contains(&hint(kind)), "{kind}: {html}");
        }
        for open in task::of_file(state, id).await.expect("tasks") {
            task::done(state, &three.clerk, open.id).await.expect("done");
        }
        let html = page(&system, &window, "/office/permits-tasks?list=done").await;
        for kind in task::KINDS {
            assert!(html.contains(&name(kind)) && !html.contains(&hint(kind)), "{kind}: {html}");
        }
        assert_eq!(html.matches(" par clerk</p>").count(), task::KINDS.len(), "by whom: {html}");
        assert_eq!(html.matches("</bdi></a></p>").count(), task::KINDS.len(), "and no other day: {html}");
        system.stop().await;
    }
}
