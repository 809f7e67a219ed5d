//! Boxes that people write into: a question in a crisis, a word of condolence.

story!(a_question_becomes_a_public_answer);
story!(an_open_box_is_listed);
story!(a_word_waits_for_a_moderator);
story!(what_is_personal_or_old_is_erased);
story!(hostile_messages_get_plain_answers);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_tests::{Desk, Engine, System};
    use sea_orm::{ConnectionTrait, Statement};

    const ASKED: &str = "Le marché de dimanche a-t-il lieu ?";

    async fn text(system: &System, path: &str) -> String {
        let request = system.http.get(format!("{}{path}", system.base)).header("accept", "text/html");
        request.send().await.expect("answer").text().await.expect("text")
    }

    async fn staff(system: &System) -> (Desk, Desk) {
        let one = system.desk("one@example.org", &[Role::Communications]).await;
        (one, system.desk("two@example.org", &[Role::Communications]).await)
    }

    /// Proposes a box; the answer is its id.
    async fn proposed(system: &System, desk: &Desk, kind: &str) -> String {
        let fields = [
            ("kind", kind),
            ("title_fr", "Exercice de novembre"),
            ("title_nl", "Oefening van november"),
            ("intro_fr", "Vos questions sur l’exercice."),
            ("intro_nl", "Uw vragen over de oefening."),
            ("open_days", "10"),
            ("keep_days", "30"),
        ];
        let answer = system.submit(desk, "/office/boxes", &fields).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let target = answer.headers()["location"].to_str().expect("address").to_owned();
        target.split(['/', '?']).find(|part| part.len() == 36).expect("id").to_owned()
    }

    async fn act(system: &System, desk: &Desk, path: &str, act: &str) -> StatusCode {
        system.submit(desk, path, &[("act", act)]).await.status()
    }

    async fn opened(system: &System, kind: &str) -> (String, Desk, Desk) {
        let (one, two) = staff(system).await;
        let id = proposed(system, &one, kind).await;
        let path = format!("/office/boxes/{id}");
        let public = format!("/fr/emergency/boxes/{id}/");
        let early = system.http.get(format!("{}{public}", system.base)).send().await.expect("answer");
        assert_eq!(early.status(), StatusCode::NOT_FOUND, "nobody sees it before it is open");
        assert_eq!(act(system, &one, &path, "open").await, StatusCode::FORBIDDEN, "not by its author");
        assert_eq!(act(system, &two, &path, "open").await, StatusCode::SEE_OTHER);
        assert_eq!(act(system, &two, &path, "open").await, StatusCode::CONFLICT);
        (id, one, two)
    }

    async fn write(system: &System, lang: &str, id: &str, words: &str) -> StatusCode {
        let path = format!("/{lang}/emergency/boxes/{id}/");
        system.form(&path, &[("words", words), ("site", "")]).send().await.expect("answer").status()
    }

    /// Ids of the parts of an office page that can be decided on.
    async fn parts(system: &System, desk: &Desk, id: &str, what: &str) -> Vec<String> {
        let page = system.office(desk, &format!("/office/boxes/{id}")).await.text().await.expect("page");
        let prefix = format!("action=\"/office/boxes/{id}/{what}/");
        page.split(&prefix).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    }

    async fn stored(system: &System) -> String {
        let db = &system.state().db;
        let statement =
            Statement::from_string(db.get_database_backend(), "SELECT words FROM letterbox_message");
        let rows = db.query_all_raw(statement).await.expect("rows");
        rows.iter().map(|row| row.try_get::<String>("", "words").expect("text")).collect::<Vec<_>>().join("|")
    }

    /// The page that lists boxes is built before they are opened, and was read before.
    pub async fn an_open_box_is_listed(engine: Engine) {
        let folder = tempfile::tempdir().expect("a folder");
        let page = folder.path().join("public/fr/emergency/questions");
        std::fs::create_dir_all(&page).expect("folder");
        std::fs::write(page.join("index.html"), "<main><!--safe:boxes--></main>").expect("written");
        let dir = folder.path().to_owned();
        let system = System::start_with(engine, |config| config.site.dir = dir).await;
        let before = text(&system, "/fr/emergency/questions/").await;
        let (id, ..) = opened(&system, "question").await;
        assert!(!before.contains(&id), "{before}");
        system.state().clock.advance_ms(60_000);
        let after = text(&system, "/fr/emergency/questions/").await;
        assert!(after.contains(&format!("/fr/emergency/boxes/{id}/")), "{after}");
        system.stop().await;
    }

    pub async fn a_question_becomes_a_public_answer(engine: Engine) {
        let system = System::start(engine).await;
        let (id, one, two) = opened(&system, "question").await;
        let public = format!("/fr/emergency/boxes/{id}/");
        // No account, no name, and help is named before the first field.
        let answer = system.http.get(format!("{}{public}", system.base)).send().await.expect("answer");
        assert!(!answer.headers().contains_key("set-cookie"));
        assert_eq!(answer.headers()["cache-control"], "no-store");
        let page = answer.text().await.expect("page");
        let (before, form) = page.split_once("<textarea").expect("a form");
        assert!(before.contains("112") && before.contains("href=\"/fr/help/\""), "help comes first");
        assert!(!form.contains("name=\"name\"") && !form.contains("type=\"email\""));
        assert_eq!(write(&system, "fr", &id, ASKED).await, StatusCode::SEE_OTHER);
        assert_eq!(write(&system, "fr", &id, ASKED).await, StatusCode::SEE_OTHER, "the same counts once");
        let after = text(&system, &format!("{public}thanks/")).await;
        assert!(
            after.contains("href=\"/fr/help/\"") && after.contains("112"),
            "a personal situation is answered"
        );
        let messages = parts(&system, &two, &id, "messages").await;
        assert_eq!(messages.len(), 1);
        let message = format!("/office/boxes/{id}/messages/{}", messages[0]);
        assert_eq!(
            act(&system, &two, &message, "accepted").await,
            StatusCode::UNPROCESSABLE_ENTITY,
            "never as it is"
        );
        assert_eq!(act(&system, &two, &message, "common").await, StatusCode::SEE_OTHER);
        let fields = [
            ("question_fr", "Le marché a-t-il lieu ?"),
            ("question_nl", "Gaat de markt door?"),
            ("answer_fr", "Oui, de 8 h à 13 h."),
            ("answer_nl", "Ja, van 8 tot 13 uur."),
            ("owner", "Ville de Bruxelles"),
        ];
        let path = format!("/office/boxes/{id}/answers");
        assert_eq!(system.submit(&one, &path, &fields[..3]).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(system.submit(&one, &path, &fields).await.status(), StatusCode::SEE_OTHER);
        assert!(!text(&system, &public).await.contains("de 8 h à 13 h"), "not before the second person");
        let answers = parts(&system, &two, &id, "answers").await;
        let answer = format!("{path}/{}", answers[0]);
        assert_eq!(act(&system, &one, &answer, "public").await, StatusCode::FORBIDDEN);
        assert_eq!(act(&system, &two, &answer, "public").await, StatusCode::SEE_OTHER);
        for (lang, words) in [("fr", "de 8 h à 13 h"), ("nl", "van 8 tot 13 uur"), ("de", "de 8 h à 13 h")]
        {
            let page = text(&system, &format!("/{lang}/emergency/boxes/{id}/")).await;
            assert!(page.contains(words) && page.contains("Ville de Bruxelles"), "{lang}");
            assert!(!page.contains("dimanche"), "what a person wrote is never published");
        }
        assert_eq!(act(&system, &two, &answer, "withdrawn").await, StatusCode::SEE_OTHER);
        assert!(!text(&system, &public).await.contains("de 8 h à 13 h"));
        for role in Role::ALL.iter().filter(|role| **role != Role::Communications) {
            let desk = system.desk(&format!("{role}@example.org"), &[*role]).await;
            for path in ["/office/boxes".to_owned(), format!("/office/boxes/{id}")] {
                assert_eq!(
                    system.office(&desk, &path).await.status(),
                    StatusCode::FORBIDDEN,
                    "{role} {path}"
                );
                assert_eq!(act(&system, &desk, &path, "close").await, StatusCode::FORBIDDEN, "{role} {path}");
            }
            assert_eq!(act(&system, &desk, &message, "refused").await, StatusCode::FORBIDDEN, "{role}");
            assert_eq!(act(&system, &desk, &answer, "public").await, StatusCode::FORBIDDEN, "{role}");
        }
        system.stop().await;
    }

    pub async fn a_word_waits_for_a_moderator(engine: Engine) {
        let system = System::start(engine).await;
        let (id, one, _) = opened(&system, "condolence").await;
        let public = format!("/nl/emergency/boxes/{id}/");
        let words = "Wij denken aan jullie.\nVeel sterkte.";
        assert_eq!(write(&system, "nl", &id, words).await, StatusCode::SEE_OTHER);
        assert_eq!(
            write(&system, "fr", &id, "Achetez ceci, c’est très bon marché").await,
            StatusCode::SEE_OTHER
        );
        assert!(!text(&system, &public).await.contains("sterkte"), "invisible until it is accepted");
        for message in parts(&system, &one, &id, "messages").await {
            let page = system.office(&one, &format!("/office/boxes/{id}")).await.text().await.expect("page");
            let part = page.split(&message).nth(1).expect("part");
            let kind = part.find("sterkte").unwrap_or(usize::MAX) < part.find("</form>").unwrap_or(0);
            let word = if kind { "accepted" } else { "refused" };
            let path = format!("/office/boxes/{id}/messages/{message}");
            assert_eq!(act(&system, &one, &path, word).await, StatusCode::SEE_OTHER);
        }
        let page = text(&system, &public).await;
        assert!(page.contains("sterkte") && !page.contains("Achetez"));
        assert_eq!(stored(&system).await.replace('|', ""), words, "what is refused is erased");
        // Closed, the book stays as an archive, and nobody writes into it any more.
        assert_eq!(act(&system, &one, &format!("/office/boxes/{id}"), "close").await, StatusCode::SEE_OTHER);
        let page = text(&system, &public).await;
        assert!(page.contains("sterkte") && !page.contains("<textarea"));
        assert_eq!(write(&system, "nl", &id, "Nog een woord").await, StatusCode::CONFLICT);
        system.stop().await;
    }

    pub async fn what_is_personal_or_old_is_erased(engine: Engine) {
        let system = System::start(engine).await;
        let (id, one, _) = opened(&system, "question").await;
        assert_eq!(write(&system, "fr", &id, "Chez moi cela se passe mal").await, StatusCode::SEE_OTHER);
        let message = parts(&system, &one, &id, "messages").await.remove(0);
        let path = format!("/office/boxes/{id}/messages/{message}");
        assert_eq!(act(&system, &one, &path, "personal").await, StatusCode::SEE_OTHER);
        assert_eq!(stored(&system).await, "", "the words are gone, not hidden");
        assert_eq!(act(&system, &one, &path, "common").await, StatusCode::CONFLICT);
        assert_eq!(write(&system, "fr", &id, ASKED).await, StatusCode::SEE_OTHER);
        let db = &system.state().db;
        let now_ms = system.state().clock.now_ms();
        safe_api::letterbox::sweep(db, now_ms + 29 * 86_400_000).await.expect("sweep");
        assert_eq!(stored(&system).await.replace('|', ""), ASKED, "kept for the time that was announced");
        safe_api::letterbox::sweep(db, now_ms + 32 * 86_400_000).await.expect("sweep");
        assert_eq!(stored(&system).await.replace('|', ""), "", "and no longer");
        assert_eq!(write(&system, "fr", &id, "Encore ?").await, StatusCode::CONFLICT, "its day has come");
        let page = system.office(&one, &format!("/office/boxes/{id}")).await.text().await.expect("page");
        assert!(page.contains("personnel, effacé"), "they are still counted");
        for state in ["personal", "refused", "erased"] {
            let forged = format!("UPDATE letterbox_message SET state = '{state}', words = 'x'");
            assert!(db.execute_unprepared(&forged).await.is_err(), "{state} with words");
        }
        let forged = "UPDATE letterbox SET state = 'open', approver_id = author_id";
        assert!(db.execute_unprepared(forged).await.is_err(), "opened by its author");
        // Nothing of the hour or of the person is stored.
        let backend = db.get_database_backend();
        let rows = db.query_all_raw(Statement::from_string(backend, "SELECT at_ms FROM letterbox_message"));
        for row in rows.await.expect("rows") {
            assert_eq!(row.try_get::<i64>("", "at_ms").expect("time") % 86_400_000, 0, "the day alone");
        }
        system.stop().await;
    }

    pub async fn hostile_messages_get_plain_answers(engine: Engine) {
        let system = System::start(engine).await;
        let (id, one, _) = opened(&system, "condolence").await;
        let long = "x".repeat(601);
        for words in [
            "",
            "  \r\n ",
            "voir https://spam.example",
            "WWW.spam.example",
            "a@b.example",
            "<b>x</b>",
            "a\u{202e}b",
            &long,
        ] {
            assert_eq!(write(&system, "fr", &id, words).await, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        }
        let path = format!("/fr/emergency/boxes/{id}/");
        let kept = system.form(&path, &[("words", "voir www.exemple")]).send().await.expect("answer");
        assert!(
            kept.text().await.expect("page").contains("voir www.exemple"),
            "what was written is not lost"
        );
        // A program fills in what people do not see, and learns nothing from the answer.
        let bot = system.form(&path, &[("words", "Bonjour"), ("site", "x")]).send().await.expect("answer");
        assert_eq!(bot.status(), StatusCode::SEE_OTHER);
        assert_eq!(stored(&system).await, "");
        let huge = "x".repeat(20_000);
        let answer = system.form(&path, &[("words", huge.as_str())]).send().await.expect("answer");
        assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
        for path in ["/fr/emergency/boxes/00000000-0000-7000-8000-000000000000/", "/xx/emergency/boxes/x/"] {
            let answer = system.http.get(format!("{}{path}", system.base)).send().await.expect("answer");
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(write(&system, "ar", &id, "خالص العزاء").await, StatusCode::SEE_OTHER);
        let message = parts(&system, &one, &id, "messages").await.remove(0);
        let sorted = act(&system, &one, &format!("/office/boxes/{id}/messages/{message}"), "accepted").await;
        assert_eq!(sorted, StatusCode::SEE_OTHER);
        assert!(text(&system, &path).await.contains("lang=\"ar\" dir=\"rtl\""), "in its own direction");
        for bad in [[("kind", "diary"), ("keep_days", "30")], [("kind", "question"), ("keep_days", "4000")]] {
            assert_eq!(
                system.submit(&one, "/office/boxes", &bad).await.status(),
                StatusCode::UNPROCESSABLE_ENTITY
            );
        }
        system.stop().await;
    }
}
