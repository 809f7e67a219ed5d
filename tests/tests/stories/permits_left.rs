//! What an applicant gave up before sending: the office gets what was asked and shown, and
//! nothing that belongs to answers that were changed since.

story!(what_is_not_asked_any_more_stays_behind);
story!(a_row_from_a_permit_is_judged_before_it_is_sent);

mod tell {
    use reqwest::StatusCode;
    use safe_api::permit::entity::{answer as answers, document, grant};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::{answer, dealer, declare, hand_in_all, main_of, shooter, submit};
    use crate::steps::desk::{Three, ask_police, grant as given, open, pay};

    async fn papers(system: &System) -> Vec<document::Model> {
        document::Entity::find().all(&system.state().db).await.expect("db")
    }

    pub async fn what_is_not_asked_any_more_stays_behind(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let three = Three::of(&system).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = dealer(&browser).await;
        hand_in_all(&system, &browser, &id).await;
        let of_officers: Vec<_> =
            papers(&system).await.into_iter().filter(|paper| paper.slot != "-").collect();
        assert!(!of_officers.is_empty());
        // The company is given up: its pages, its officers and their papers are asked no more.
        answer(&browser, &id, "acting-for", &[("acting-for", "self")]).await;
        hand_in_all(&system, &browser, &id).await;
        declare(&browser, &id).await;
        assert_eq!(papers(&system).await.iter().filter(|paper| paper.slot != "-").count(), of_officers.len());
        submit(&browser, &id).await;

        let left = papers(&system).await;
        assert!(!left.is_empty() && left.iter().all(|paper| paper.slot == "-"), "{left:?}");
        for paper in &of_officers {
            assert!(state.permits.store.read(&paper.vault_key).is_err(), "its bytes are gone");
        }
        let file: Uuid = id.parse().expect("id");
        let pages = answers::Entity::find().filter(answers::Column::ApplicationId.eq(file));
        let pages: Vec<_> =
            pages.all(&state.db).await.expect("db").into_iter().map(|page| page.page).collect();
        assert!(pages.iter().any(|page| page == "dealer-activity"), "{pages:?}");
        assert!(!pages.iter().any(|page| page == "company" || page == "officers"), "{pages:?}");
        let case = open(&system, &three.clerk, file).await;
        assert!(case.answers.values().all(|page| !page.contains_key("enterprise-number")));
        assert_eq!(case.row.applicant_kind, "person");
        system.stop().await;
    }

    pub async fn a_row_from_a_permit_is_judged_before_it_is_sent(engine: Engine) {
        let system = System::at_noon(engine).await;
        let three = Three::of(&system).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = shooter(&system, &browser, "none").await;
        let second =
            [("nature", "long"), ("calibre", ".22 LR"), ("with-ammunition", "no"), ("acquired", "held")];
        answer(&browser, &id, "weapons-wanted/row/new", &second).await;
        hand_in_all(&system, &browser, &id).await;
        submit(&browser, &id).await;
        let file: Uuid = id.parse().expect("id");
        three.examine(&system, file, true).await;
        ask_police(&system, &three.clerk, file).await;
        three.decide(&system, file, "grant", given()).await;
        pay(&system, file).await;
        three.issue(&system, file).await;
        let permit = grant::Entity::find().one(&system.state().db).await.expect("db").expect("permit").id;

        let page = browser.get(&format!("permit/{permit}")).await;
        let both = page.html.split("<h2>Armes</h2>").nth(1).and_then(|html| html.split("</section>").next());
        let both = both.expect("a part about the weapons");
        assert_eq!((both.matches("<h3><bdi>").count(), both.matches("<dl").count()), (2, 2), "{both}");

        // Both weapons are known from the permit; their numbers are not.
        let (path, named) = (format!("new/loss-theft?permit={permit}"), permit.to_string());
        let begun = browser.fill(&path, &[("case-language", "fr"), ("permit", &named)]).await;
        let id = begun.location.trim_end_matches('/').rsplit('/').next().expect("id").to_owned();
        let list = format!("{id}/page/weapons-held");
        let check = browser.get(&format!("{id}/check")).await;
        let (csrf, key) = (check.hidden("csrf"), check.hidden("key"));
        let sent = browser.post(&format!("{id}/submit"), &[("csrf", &csrf), ("key", &key)]).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", main_of(&sent));
        assert!(sent.html.contains(&format!("{list}?from=check")), "{}", main_of(&sent));
        let page = browser.get(&list).await;
        assert_eq!(page.html.matches("/remove\"").count(), 2, "{}", main_of(&page));
        let refused = browser.fill(&list, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.html.contains("href=\"#weapons\"") && refused.html.contains("Aux n°\u{a0}1 et 2,"),
            "{}",
            refused.html
        );
        for number in ["AB 1", "AB 2"] {
            let open = browser.get(&list).await.html;
            let open = open.split("<div class=\"card\">").skip(1).find(|card| !card.contains("AB "));
            let at =
                open.and_then(|card| card.split("/remove\"").next()?.rsplit("/row/").next()).expect("a row");
            // The page of the row says at once what is missing, and which row it is.
            let row = browser.get(&format!("{id}/page/weapons-held/row/{at}")).await;
            assert!(row.html.contains("id=\"serial-number-error\""), "{}", main_of(&row));
            assert!(row.html.contains(&format!("– n°\u{a0}{}</h1>", &number[3..])), "{}", main_of(&row));
            let known = [("nature", "handgun"), ("calibre", "9 mm"), ("serial-number", number)];
            answer(&browser, &id, &format!("weapons-held/row/{at}"), &known).await;
            let left = browser.fill(&list, &[]).await;
            assert_eq!(
                left.html.contains("Au n°\u{a0}2,"),
                number == "AB 1",
                "what is left: {}",
                main_of(&left)
            );
        }
        let taken = browser.fill(&list, &[]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", main_of(&taken));
        let check = browser.get(&format!("{id}/check")).await.html;
        let errors = check.split("error-summary").nth(1).and_then(|html| html.split("</ul>").next());
        assert!(!errors.expect("other pages are missing").contains("weapons-held"), "{check}");
        system.stop().await;
    }
}
