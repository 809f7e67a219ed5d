//! The letter of an appeal: long reasons are told, not cut.

story!(long_reasons_are_kept_whole);

mod tell {
    use reqwest::StatusCode;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};

    use crate::steps::applicant::{ago, filed, main_of};
    use crate::steps::desk::{Three, ask_police, refusal};

    pub async fn long_reasons_are_kept_whole(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &browser).await;
        three.examine(&system, id, true).await;
        ask_police(&system, &three.clerk, id).await;
        three.hear(&system, id).await;
        three.decide(&system, id, "refuse", refusal()).await;
        three.issue(&system, id).await;
        let path = format!("{id}/appeal");
        let page = browser.get(&path).await.html;
        assert!(page.contains("Maximum 20\u{202f}000 caractères"), "said before: {page}");
        assert!(!page.contains("maxlength=\"8000\""), "a browser cuts nothing either");
        let [d, m, y] = ago(&system, 0);
        let known = [("known-d", d.as_str()), ("known-m", &m), ("known-y", &y)];
        let write = async |reasons: &str| {
            let fields: Vec<_> = known.into_iter().chain([("reasons", reasons)]).collect();
            browser.fill(&path, &fields).await
        };
        let whole = format!("{}fin.", "é".repeat(19_996));
        let letter = write(&whole).await;
        assert_eq!(letter.status, StatusCode::OK, "{}", main_of(&letter));
        assert!(letter.html.contains("id=\"letter\"") && letter.html.matches(&whole).count() >= 2);
        let longer = format!("{whole} Et ceci.");
        let refused = write(&longer).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.html.contains("compte 20\u{202f}009 caractères"), "{}", main_of(&refused));
        assert!(refused.html.contains(&longer), "what was written is still there, all of it");
        assert!(refused.html.contains("href=\"#reasons\""), "the summary leads to the field");
        system.stop().await;
    }
}
