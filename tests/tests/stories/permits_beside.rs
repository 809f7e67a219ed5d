//! What somebody wrote is not lost with the file beside it: when no more files can be taken, or
//! what they send is too large, the words stay.

story!(words_outlive_the_files_beside_them);

mod tell {
    use reqwest::StatusCode;
    use safe_api::permit::desk;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};

    use crate::steps::applicant::{PDF, begin, filed, main_of};
    use crate::steps::desk::{Three, open};
    use crate::steps::held::Held;

    pub async fn words_outlive_the_files_beside_them(engine: Engine) {
        let system = System::at_noon_with(engine, |config| {
            config.vault.uploads_at_once = 1;
            config.vault.upload_wait_s = 1;
            config.vault.upload_grace_s = 600;
            config.vault.upload_bytes = 100_000;
        })
        .await;
        let state = system.state();
        let three = Three::of(&system).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = filed(&system, &browser).await;
        let case = open(&system, &three.clerk, id).await;
        desk::assign(state, &three.clerk, &case).await.expect("assigned");
        let case = open(&system, &three.clerk, id).await;
        desk::items(state, &three.clerk, &case, "Il manque l’attestation.").await.expect("asked");
        let case = open(&system, &three.clerk, id).await;
        let path = format!("{id}/notice/{}", case.notices[0].0.id);

        // Somebody else takes the only place for a file.
        let other = Browser::sign_in(&system, 1, "fr").await;
        let draft = begin(&other, "detention").await;
        let dated = [("dated-d", "1"), ("dated-m", "11"), ("dated-y", "2026")];
        let held = Held::begin(&system, &other, &format!("{draft}/document/criminal-record/-"), &dated).await;
        let page = browser.upload(&path, &[("answer", "Ma défense.")], "a.pdf", PDF).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", main_of(&page));
        assert!(page.html.contains("Ma défense.") && page.html.contains("href=\"#files\""), "{}", page.html);
        drop(held);

        let words = [("seen", "0"), ("answer", "Ma défense, plus longue.")];
        let whole = [PDF, [0; 100_000].as_slice()].concat();
        let held = Held::of_size(&system, &browser, &path, &words, &whole).await;
        assert_eq!(held.answer().await, 413);
        let page = browser.get(&path).await;
        assert!(page.html.contains("Ma défense, plus longue."), "{}", main_of(&page));
        system.stop().await;
    }
}
