//! People apply for permits: a sport shooter, a dealer's company, and everybody
//! who makes a mistake on the way.

story!(a_sport_shooter_applies);
story!(a_company_applies);
story!(mistakes_are_named_and_nothing_is_lost);
story!(bad_files_are_refused);
story!(a_stranger_learns_nothing);

mod tell {
    use reqwest::StatusCode;
    use safe_api::permit::entity::{document, event, fee, mail};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

    use crate::steps::applicant::{
        PDF, ago, answer, begin, dealer, declare, hand_in, hand_in_all, main_of, row, shooter,
    };

    pub async fn a_sport_shooter_applies(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = shooter(&system, &browser, "none").await;
        let check = browser.get(&format!("{id}/check")).await;
        assert!(!check.html.contains("error-summary"), "{}", main_of(&check));
        let (csrf, key) = (check.hidden("csrf"), check.hidden("key"));
        let path = format!("{id}/submit");
        let fields = [("csrf", csrf.as_str()), ("key", key.as_str())];
        let (first, second) = tokio::join!(browser.post(&path, &fields), browser.post(&path, &fields));
        for sent in [first, second] {
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", main_of(&sent));
        }
        let file = row(&system, &id).await;
        assert_eq!(file.state, "submitted");
        let db = &system.state().db;
        let fees =
            fee::Entity::find().filter(fee::Column::ApplicationId.eq(file.id)).all(db).await.expect("db");
        assert_eq!(fees.len(), 1, "one stage, once");
        assert_eq!(fees[0].amount_cents, None, "an amount that nobody confirmed is not asked for");
        let lines =
            event::Entity::find().filter(event::Column::ApplicationId.eq(file.id)).all(db).await.expect("db");
        assert_eq!(lines.len(), 1, "received once");
        let page = browser.get(&format!("{id}/?note=sent")).await;
        assert!(page.html.contains(file.reference.as_deref().expect("number")));
        for words in
            ["Comment cette date est calculée", "Le jour de la réception ne compte pas", "Avec 4 mois"]
        {
            assert!(page.html.contains(words), "{words}: {}", main_of(&page));
        }
        let due = file.due_on.clone().expect("date");
        let received = file.received_on.clone().expect("date");
        let later = safe_api::permit::numbers::day(&received)
            .map(|day| safe_permits::deadline::Unit::Months.after(day, 4).to_string());
        assert_eq!(Some(due), later, "four months after {received}");
        // Nothing of it can be changed any more, and going back changes nothing.
        assert_eq!(browser.get(&format!("{id}/page/name")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(browser.post(&path, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(row(&system, &id).await.version, file.version);
        let letters = mail::Entity::find().all(db).await.expect("db");
        assert_eq!(letters.len(), 1);
        safe_api::permit::job::run(system.state()).await;
        let folder = system.state().config.mail_dir();
        let written: Vec<_> = std::fs::read_dir(folder).expect("outbox").collect();
        assert_eq!(written.len(), 1);
        let withdrawn = browser.fill(&format!("{id}/withdraw"), &[]).await;
        assert_eq!(withdrawn.status, StatusCode::SEE_OTHER);
        let file = row(&system, &id).await;
        assert_eq!(file.state, "withdrawn");
        // Erased for good: no answer, no document, no key.
        let papers = document::Entity::find().all(db).await.expect("db");
        assert!(!papers.is_empty());
        safe_api::permit::erase::erase(system.state(), file.id, "test").await.expect("erased");
        assert!(document::Entity::find().all(db).await.expect("db").is_empty());
        assert!(papers.iter().all(|paper| system.state().permits.store.read(&paper.vault_key).is_err()));
        let file = row(&system, &id).await;
        assert_eq!((file.state.as_str(), file.key_wrapped), ("erased", None));
        assert_eq!(browser.get(&format!("{id}/")).await.status, StatusCode::NOT_FOUND);
        system.stop().await;
    }

    pub async fn a_company_applies(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "nl").await;
        let id = dealer(&browser).await;
        let check = browser.get(&format!("{id}/check")).await;
        assert_eq!(
            check
                .html
                .split("error-summary")
                .nth(1)
                .unwrap_or_default()
                .split("</ul>")
                .next()
                .unwrap_or_default()
                .matches("criminal-record-officer")
                .count(),
            2,
            "one extract for each person of the company"
        );
        let (csrf, key) = (check.hidden("csrf"), check.hidden("key"));
        let refused = browser.post(&format!("{id}/submit"), &[("csrf", &csrf), ("key", &key)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "a missing item blocks sending");
        hand_in_all(&system, &browser, &id).await;
        declare(&browser, &id).await;
        let sent = browser.post(&format!("{id}/submit"), &[("csrf", &csrf), ("key", &key)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", main_of(&sent));
        let file = row(&system, &id).await;
        assert_eq!((file.applicant_kind.as_str(), file.lang.as_str()), ("company", "nl"));
        assert_eq!(file.municipality.as_deref(), Some("21004"));
        let db = &system.state().db;
        let fees =
            fee::Entity::find().filter(fee::Column::ApplicationId.eq(file.id)).all(db).await.expect("db");
        assert_eq!(fees.len(), 2, "half when filed, half when granted");
        system.stop().await;
    }

    pub async fn mistakes_are_named_and_nothing_is_lost(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = begin(&browser, "detention").await;
        let path = format!("{id}/page/birth");
        for (day, month, year, words) in [
            ("31", "2", "1990", "Indiquez une date qui existe"),
            ("1", "1", "2190", "Indiquez une date dans le passé"),
            ("", "", "", "Indiquez votre date de naissance"),
        ] {
            let fields = [
                ("birth-date-d", day),
                ("birth-date-m", month),
                ("birth-date-y", year),
                ("birth-place", "Gand"),
            ];
            let page = browser.fill(&path, &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.html.matches(words).count() >= 2, "beside the field and in the summary: {words}");
            assert!(page.html.contains("role=\"alert\"") && page.html.contains("href=\"#birth-date-d\""));
            assert!(page.html.contains("value=\"Gand\""));
        }
        // Two tabs: the second to save is told, and shown what the first saved.
        let tab = browser.get(&format!("{id}/page/name")).await;
        answer(&browser, &id, "name", &[("family-name", "Un"), ("given-names", "A")]).await;
        let (csrf, seen) = (tab.hidden("csrf"), tab.hidden("seen"));
        let fields =
            [("csrf", csrf.as_str()), ("seen", seen.as_str()), ("family-name", "Deux"), ("given-names", "B")];
        let late = browser.post(&format!("{id}/page/name"), &fields).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", main_of(&late));
        assert!(late.html.contains("value=\"Deux\""), "what was typed is not lost");
        assert!(late.html.contains("<bdi>Un</bdi>"), "and what was saved is shown: {}", main_of(&late));
        assert!(browser.get(&format!("{id}/page/name")).await.html.contains("value=\"Un\""));
        // Who saves again has seen it, and chooses.
        let (csrf, seen) = (late.hidden("csrf"), late.hidden("seen"));
        let fields =
            [("csrf", csrf.as_str()), ("seen", seen.as_str()), ("family-name", "Deux"), ("given-names", "B")];
        assert_eq!(browser.post(&format!("{id}/page/name"), &fields).await.status, StatusCode::SEE_OTHER);
        assert!(browser.get(&format!("{id}/page/name")).await.html.contains("value=\"Deux\""));
        // A form of another page's token, and none at all.
        let forged =
            browser.post(&format!("{id}/page/name"), &[("csrf", "x"), ("family-name", "Trois")]).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        // The session runs out while somebody writes.
        let page = browser.get(&format!("{id}/page/reason-text")).await;
        let (csrf, seen) = (page.hidden("csrf"), page.hidden("seen"));
        system.state().clock.advance_ms(3_600_000);
        let fields = [("csrf", csrf.as_str()), ("seen", seen.as_str()), ("reason-text", "Un long texte")];
        let lost = browser.post(&format!("{id}/page/reason-text"), &fields).await;
        assert!(
            lost.location.contains("/sign-in?") && lost.location.contains("reason-text"),
            "{}",
            lost.location
        );
        assert!(!lost.html.contains("Un long texte"));
        assert!(browser.get(&format!("{id}/page/reason-text")).await.location.contains("/sign-in?"));
        let again = Browser::sign_in(&system, 0, "fr").await;
        assert!(again.get(&format!("{id}/page/reason-text")).await.html.contains("Un long texte"));
        // Declarations of an earlier session are asked again.
        declare(&again, &id).await;
        assert!(again.get(&format!("{id}/page/declarations")).await.html.contains("checked"));
        let later = Browser::sign_in(&system, 0, "fr").await;
        assert!(!later.get(&format!("{id}/page/declarations")).await.html.contains("checked"));
        // A draft that is given up leaves nothing behind.
        assert_eq!(later.fill(&format!("{id}/withdraw"), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(later.get(&format!("{id}/")).await.status, StatusCode::NOT_FOUND);
        system.stop().await;
    }

    pub async fn bad_files_are_refused(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = begin(&browser, "detention").await;
        let path = format!("{id}/document/criminal-record/-");
        let [d, m, y] = ago(&system, 10);
        let dated = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
        for (name, content, words) in [
            ("extrait.pdf", b"MZ\x90\0\x03\0\0\0a program".as_slice(), "n’est pas un vrai PDF"),
            ("extrait.docx", b"PK\x03\x04aaaaaaaa", "une photo en JPEG ou PNG"),
            ("extrait.pdf", b"%PDF-1.7\ntrailer << /Encrypt 2 0 R >>\n%%EOF", "mot de passe"),
            ("extrait.pdf", b"%PDF-1.7\n1 0 obj", "incomplet"),
            ("photo.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", "incomplet"),
            ("vide.pdf", b"", "vide"),
        ] {
            let page = browser.upload(&path, &dated, name, content).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert_eq!(page.html.matches(name).count(), 2, "beside the field and in the summary");
            assert!(
                page.html.contains(words) && page.html.contains("href=\"#files\""),
                "{words}: {}",
                main_of(&page)
            );
        }
        let future = ago(&system, -5);
        let dated_later = [("dated-d", future[0].as_str()), ("dated-m", &future[1]), ("dated-y", &future[2])];
        let page = browser.upload(&path, &dated_later, "a.pdf", PDF).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let db = &system.state().db;
        assert!(document::Entity::find().all(db).await.expect("db").is_empty(), "nothing of it stays");
        // One that is too old is taken, told at once, and blocks the sending.
        let old = ago(&system, 120);
        let dated_old = [("dated-d", old[0].as_str()), ("dated-m", &old[1]), ("dated-y", &old[2])];
        assert_eq!(browser.upload(&path, &dated_old, "a.pdf", PDF).await.status, StatusCode::SEE_OTHER);
        assert!(browser.get(&path).await.html.contains("Ce document sera trop ancien"));
        assert!(browser.get(&format!("{id}/check")).await.html.contains("trop ancien"));
        let kept = document::Entity::find().one(db).await.expect("db").expect("row");
        let folder = system.state().config.vault_dir();
        let sealed = folder.join(&kept.vault_key[kept.vault_key.len() - 2..]).join(&kept.vault_key);
        let bytes = std::fs::read(sealed).expect("file");
        assert!(!bytes.windows(5).any(|w| w == b"%PDF-"), "sealed at rest");
        let page = browser.get(&format!("{id}/file/{}", kept.id)).await;
        assert_eq!((page.status, page.html.as_bytes()), (StatusCode::OK, PDF));
        system.stop().await;
    }

    pub async fn a_stranger_learns_nothing(engine: Engine) {
        let system = System::at_noon(engine).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let id = begin(&owner, "detention").await;
        hand_in(&system, &owner, &id, "criminal-record", "-").await;
        let paper = document::Entity::find().one(&system.state().db).await.expect("db").expect("row").id;
        let stranger = Browser::sign_in(&system, 1, "fr").await;
        let csrf = stranger.get("").await.hidden("csrf");
        for path in [
            "",
            "/",
            "/page/name",
            "/page/weapons-wanted/row/new",
            "/document/criminal-record/-",
            "/check",
            "/fee/filing",
            "/withdraw",
            &format!("/file/{paper}"),
            &format!("/notice/{paper}"),
        ] {
            let page = stranger.get(&format!("{id}{path}")).await;
            let nowhere = stranger.get(&format!("{}{path}", uuid::Uuid::now_v7())).await;
            assert_eq!(
                (page.status, nowhere.status),
                (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND),
                "{path}"
            );
        }
        crate::permits_company::tell::is_unknown(&stranger, &id).await;
        for path in ["/page/name", "/submit", "/withdraw", &format!("/file/{paper}/remove")] {
            let page = stranger.post(&format!("{id}{path}"), &[("csrf", &csrf)]).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        }
        let nobody =
            system.http.get(format!("{}/fr/permits/apply/{id}/", system.base)).send().await.expect("answer");
        assert_eq!(nobody.status(), StatusCode::SEE_OTHER, "to the sign-in, whatever the address");
        system.stop().await;
    }
}
