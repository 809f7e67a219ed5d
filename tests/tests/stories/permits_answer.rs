//! An applicant answers what the office asks, as a browser sends it.

story!(an_answer_needs_no_file);
story!(one_file_of_several_is_refused);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::{Person, Role};
    use safe_api::permit::desk;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use uuid::Uuid;

    use crate::steps::applicant::{PDF, filed, main_of};
    use crate::steps::desk::{open, staff};

    /// A file of which a paper is missing: the page where that is answered.
    async fn asked(system: &System, browser: &Browser<'_>, clerk: &Person) -> (Uuid, String) {
        let id = filed(system, browser).await;
        let state = system.state();
        let case = open(system, clerk, id).await;
        desk::assign(state, clerk, &case).await.expect("assigned");
        let case = open(system, clerk, id).await;
        desk::items(state, clerk, &case, "Il manque l’attestation.").await.expect("asked");
        let case = open(system, clerk, id).await;
        (id, format!("{id}/notice/{}", case.notices[0].0.id))
    }

    pub async fn an_answer_needs_no_file(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let (id, path) = asked(&system, &browser, &clerk).await;
        let page = browser.get(&format!("{id}/")).await;
        assert!(page.html.contains("notice--warn"), "{}", main_of(&page));

        // A browser sends the empty place of a file along; nothing at all is refused.
        let empty = browser.upload(&path, &[("answer", "")], "", b"").await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.html.contains("id=\"answer-error\""), "beside the field");
        let told = browser.upload(&path, &[("answer", "La voici par la poste.")], "", b"").await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.html);
        let case = open(&system, &clerk, id).await;
        assert_eq!(case.notices[0].2.as_deref(), Some("La voici par la poste."));
        let page = browser.get(&format!("{id}/")).await;
        let page = main_of(&page);
        for words in
            ["Le service lit votre réponse.", "Vous avez répondu le ", "Vous pouvez encore compléter"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        for words in ["notice--warn", "Le service demande des pièces", "Nous attendons des documents"] {
            assert!(!page.contains(words), "{words}: {page}");
        }

        // Its last day passes before anybody closes it: what was answered is still read.
        system.state().clock.advance_ms(90 * 86_400_000);
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let file = browser.get(&format!("{id}/")).await;
        let file = main_of(&file);
        assert!(file.contains("Le service lit votre réponse."), "{file}");
        assert!(!file.contains("notice--warn") && !file.contains("Vous pouvez"), "{file}");
        let notice = browser.get(&path).await;
        assert!(notice.html.contains("Vous ne pouvez plus répondre."), "{}", main_of(&notice));
        system.stop().await;
    }

    pub async fn one_file_of_several_is_refused(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let (id, path) = asked(&system, &browser, &clerk).await;
        assert!(!browser.get(&path).await.html.contains("id=\"received\""), "nothing has come yet");

        let photo = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
        let words = format!("{}.docx", "mot".repeat(35));
        let files =
            [("carnet.pdf", PDF), ("IMG_0042.HEIC", photo.as_slice()), (&words, b"PK\x03\x04aaaaaaaa")];
        let refused = browser.upload_all(&path, &[("answer", "")], &files).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for name in ["IMG_0042.HEIC", "…tmotmot.docx"] {
            assert_eq!(refused.html.matches(name).count(), 2, "{name}: {}", main_of(&refused));
        }
        assert!(!refused.html.contains(&words), "a long name is cut");
        let received = |html: &str| {
            let list = html.split("id=\"received\"").nth(1).and_then(|html| html.split("</ul>").next());
            list.unwrap_or_default().to_owned()
        };
        let list = received(&refused.html);
        assert!(list.contains("carnet.pdf") && !list.contains("HEIC"), "what was taken: {list}");
        let unsent = "votre réponse n’est pas encore envoyée";
        assert!(browser.get(&path).await.html.contains(unsent), "opened once more");

        // It is an answer without being sent a second time; nothing new once more is none.
        let sent = browser.upload_all(&path, &[("answer", "")], &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", main_of(&sent));
        let case = open(&system, &clerk, id).await;
        assert!(case.notices[0].0.answered_at_ms.is_some());
        let page = browser.get(&path).await.html;
        assert!(received(&page).contains("carnet.pdf") && !page.contains(unsent), "still listed");
        let empty = browser.upload_all(&path, &[("answer", "")], &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        desk::close_notice(system.state(), &clerk, &case).await.expect("closed");
        let closed = browser.get(&path).await;
        assert!(received(&closed.html).contains("carnet.pdf"), "{}", main_of(&closed));
        let file = browser.get(&format!("{id}/")).await;
        for page in [&closed, &file] {
            assert!(page.html.contains("Ce que le service a demandé le "), "{}", main_of(page));
            for words in ["Vous pouvez", "Le délai pour répondre", "notice--warn"] {
                assert!(!main_of(page).contains(words), "{words}: {}", main_of(page));
            }
        }
        assert!(closed.html.contains("Vous ne pouvez plus répondre."), "{}", main_of(&closed));
        system.stop().await;
    }
}
