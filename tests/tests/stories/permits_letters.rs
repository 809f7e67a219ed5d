//! The letter of a decision: signed, kept, checked by anybody, and never the reason that a
//! decision is lost.

story!(a_letter_is_signed_kept_and_checked);
story!(a_decision_is_not_lost_with_its_letter);
story!(letters_of_every_kind_are_whole);
story!(a_letter_gives_no_date_that_its_permit_does_not);

mod tell {
    use reqwest::{Method, StatusCode};
    use safe_api::permit::desk::letter::Letter;
    use safe_api::permit::desk::rows::Place;
    use safe_api::permit::desk::{self, Drafted, print};
    use safe_api::permit::entity::{decision, document};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System, form};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use serde_json::Value;
    use uuid::Uuid;

    use crate::steps::applicant::filed;
    use crate::steps::desk::{
        Three, ask_police, body, conditional, grant as given, granted, open, open_tasks, pay, refusal,
        refused, row, state_of,
    };

    async fn code(system: &System, three: &Three, id: Uuid, decision: Uuid) -> String {
        let letter = body(system, three, id, decision).await.letter.expect("signed");
        letter.address.rsplit('/').next().expect("code").to_owned()
    }

    pub async fn a_letter_is_signed_kept_and_checked(engine: Engine) {
        let system = System::at_noon_with(engine, |config| {
            config.http.base_url = "https://safe.example".to_owned();
        })
        .await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let (id, decision) = granted(&system, &browser, &three).await;
        let signed = row(&system, decision).await;
        let paper = signed.pdf_document_id.expect("made at once, after the decision");
        let code = code(&system, &three, id, decision).await;
        assert_ne!(signed.verification.as_deref(), Some(code.as_str()), "only the hash of the code is kept");

        // It is encrypted at rest, and the applicant sees it only once it was given out.
        let kept = document::Entity::find_by_id(paper).one(&system.state().db).await.expect("db");
        let kept = kept.expect("document");
        let mut raw = Vec::new();
        let mut sealed = system.state().permits.store.read(&kept.vault_key).expect("vault");
        std::io::Read::read_to_end(&mut sealed, &mut raw).expect("bytes");
        assert!(!raw.windows(5).any(|bytes| bytes == b"%PDF-"), "nothing in clear on disk");
        let path = format!("{id}/file/{paper}");
        assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND);
        let api = format!("/api/v1/permits/verify/{code}");
        assert_eq!(system.json(&api).await["known"], false, "not given out yet");
        three.issue(&system, id).await;
        assert_eq!(browser.get(&path).await.status, StatusCode::OK);
        let page = browser.get(&format!("{id}/")).await.html;
        assert_eq!(page.matches(&path).count(), 1, "with the decision, not among what was sent: {page}");
        assert!(
            page.contains(" – Arme de poing\u{a0}· 9 mm – <a href"),
            "a paper for each weapon says for which: {page}"
        );
        let stranger = Browser::sign_in(&system, 1, "fr").await;
        assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);

        let (_, bytes) = desk::read_paper(system.state(), &three.clerk, id, paper).await.expect("letter");
        assert!(bytes.starts_with(b"%PDF-"));
        let hash = print::digest(&bytes);
        assert_eq!(Some(&hash), row(&system, decision).await.pdf_sha256.as_ref());
        let answer = system.json(&format!("{api}?sha256={hash}")).await;
        assert_eq!((&answer["known"], &answer["unaltered"]), (&Value::Bool(true), &Value::Bool(true)));
        assert_eq!(answer.as_object().expect("object").len(), 2, "nothing else is told");
        let other = "0".repeat(64);
        assert_eq!(system.json(&format!("{api}?sha256={other}")).await["unaltered"], false);
        let unknown = system.json(&format!("/api/v1/permits/verify/nobody?sha256={other}")).await;
        assert_eq!((&unknown["known"], &unknown["unaltered"]), (&Value::Bool(false), &Value::Bool(false)));
        let bad = system.send(Method::GET, &format!("{api}?sha256=x"), None, None).await;
        assert_eq!(bad.status(), StatusCode::UNPROCESSABLE_ENTITY);
        proof_pages(&system, &code, &bytes).await;

        // What was signed stays, word for word.
        let altered = decision::Entity::update_many()
            .col_expr(decision::Column::PdfSha256, Expr::value(Some(other)))
            .filter(decision::Column::Id.eq(decision))
            .exec(&system.state().db)
            .await;
        assert!(altered.is_err(), "the engine keeps the hash");
        system.stop().await;
    }

    async fn proof_pages(system: &System, code: &str, bytes: &[u8]) {
        for lang in ["fr", "nl", "en", "de"] {
            let path = format!("{}/{lang}/permits/verify/{code}", system.base);
            let page = system.http.get(&path).send().await.expect("answer");
            assert_eq!(page.status(), StatusCode::OK);
            let html = page.text().await.expect("text");
            assert!(html.contains("notice--ok") && !html.contains("Camille"), "{lang}");
        }
        let unknown = system.http.get(format!("{}/fr/permits/verify/nobody", system.base)).send().await;
        assert_eq!(unknown.expect("answer").status(), StatusCode::OK, "answered like any other");
        for (file, word) in [(bytes, "notice--ok"), (b"%PDF-other".as_slice(), "notice--danger")] {
            let answer = system
                .http
                .post(format!("{}/fr/permits/verify/{code}", system.base))
                .header("content-type", form::WITH_FILES)
                .body(form::with_files(&[], &[("file", "a.pdf", file)]))
                .send()
                .await
                .expect("answer");
            assert!(answer.text().await.expect("text").contains(word));
        }
    }

    pub async fn a_decision_is_not_lost_with_its_letter(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "nl").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &browser).await;
        three.examine(&system, id, true).await;
        ask_police(&system, &three.clerk, id).await;
        // The vault cannot be written to: a file stands in the place of its folder.
        let vault = system.state().config.vault_dir();
        let aside = vault.with_extension("aside");
        std::fs::rename(&vault, &aside).expect("moved");
        std::fs::write(&vault, b"").expect("blocked");
        let decision = three.decide(&system, id, "grant", given()).await;
        let stands = row(&system, decision).await;
        assert_eq!(
            (stands.state.as_str(), stands.pdf_document_id, stands.pdf_attempts),
            ("decided", None, 1)
        );
        assert_eq!(open_tasks(&system).await, ["letter-failed"]);
        pay(&system, id).await;
        let case = open(&system, &three.clerk, id).await;
        let waits = desk::issue(system.state(), &three.clerk, &case, "").await;
        assert_eq!(refused(waits), "permit-letter-waits");
        std::fs::remove_file(&vault).expect("unblocked");
        std::fs::rename(&aside, &vault).expect("back");
        assert_eq!(print::run(system.state()).await.expect("run"), 0, "not before its time");
        system.state().clock.advance_ms(61 * 60_000);
        assert_eq!(print::run(system.state()).await.expect("run"), 1);
        assert_eq!(print::run(system.state()).await.expect("run"), 0, "once");
        three.issue(&system, id).await;
        assert_eq!(state_of(&system, id).await, "granted");
        system.stop().await;
    }

    pub async fn letters_of_every_kind_are_whole(engine: Engine) {
        let system = System::at_noon(engine).await;
        for (who, lang) in [(0, "fr"), (1, "nl")] {
            let browser = Browser::sign_in(&system, who, lang).await;
            let three = Three::of(&system).await;
            let id = filed(&system, &browser).await;
            let case = open(&system, &three.clerk, id).await;
            let letter =
                desk::preview(system.state(), &case, "inadmissible", &inadmissible()).expect("letter");
            assert_eq!(letter.appeal, "appeal-council-of-state");
            assert_eq!(refused(desk::preview(system.state(), &case, "refuse", &refusal())), "permit-unheard");
            three.examine(&system, id, true).await;
            three.hear(&system, id).await;
            let case = open(&system, &three.clerk, id).await;
            for (kind, drafted, appeal) in [
                ("grant", given(), ""),
                ("grant-conditions", conditional(&system), "appeal-minister"),
                ("refuse", refusal(), "appeal-minister"),
                ("suspend", refusal(), "appeal-minister"),
                ("withdraw", refusal(), "appeal-minister"),
            ] {
                let letter = desk::preview(system.state(), &case, kind, &drafted).expect(kind);
                assert_eq!((letter.appeal.as_str(), letter.lang.as_str()), (appeal, lang), "{kind}");
                let text: String = letter.parts.iter().flat_map(|part| part.paragraphs.clone()).collect();
                assert!(!text.contains('{') && !text.contains("  "), "{kind}: {text}");
                assert!(text.contains(&drafted.reasons), "{kind}: {text}");
                let opening = &letter.parts[0].paragraphs;
                let acts = opening.iter().filter(|text| text.contains("2006")).count();
                assert_eq!(acts, 1, "an act is named once: {opening:?}");
                // The law comes first, and each line goes on to the next; how the person was heard
                // is told in sentences.
                assert!(opening[0].contains("2006"), "{opening:?}");
                let told = usize::from(matches!(kind, "refuse" | "suspend" | "withdraw"));
                let ended = opening.iter().filter(|text| !text.ends_with(';')).count();
                assert_eq!(ended, told, "{opening:?}");
                assert_eq!(letter.addressee.len(), 3, "name, street, town: {:?}", letter.addressee);
            }
        }
        system.stop().await;
    }

    /// A letter is signed before the permit is handed over, when nobody knows the day on which its
    /// times begin.
    pub async fn a_letter_gives_no_date_that_its_permit_does_not(engine: Engine) {
        let system = System::at_noon_with(engine, |config| {
            config.http.base_url = "https://safe.example".to_owned();
        })
        .await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let (id, decision) = granted(&system, &browser, &three).await;
        let letter = body(&system, &three, id, decision).await.letter.expect("signed");
        let after = after_of(&letter);
        assert!(after.contains("3 mois à partir de la délivrance"), "{after}");
        assert!(!has_year(&after), "{after}");
        system.state().clock.advance_ms(20 * 86_400_000);
        three.issue(&system, id).await;
        let case = open(&system, &three.clerk, id).await;
        let permit = case.grant.as_ref().expect("permit");
        let window = case.today.checked_add(jiff::Span::new().months(3)).expect("a day");
        assert_eq!(permit.acquire_until, Some(window.to_string()), "from the day on which it was issued");
        assert_eq!(permit.issued_on, case.today.to_string());

        // A permit to carry is one of the same kind of letters.
        let other = Browser::sign_in(&system, 1, "nl").await;
        let id = filed(&system, &other).await;
        three.examine(&system, id, true).await;
        let mut case = open(&system, &three.clerk, id).await;
        case.row.procedure = "carry".to_owned();
        let letter = desk::preview(system.state(), &case, "grant", &given()).expect("letter");
        let after = after_of(&letter);
        assert!(after.contains("3 jaar geldig vanaf de afgifte") && !has_year(&after), "{after}");
        system.stop().await;
    }

    /// What a letter says that follows from it.
    fn after_of(letter: &Letter) -> String {
        let part = letter.parts.iter().find(|part| part.place == Place::After).expect("what follows");
        part.paragraphs.join("\n")
    }

    /// Whether a text has a date: its year has four figures.
    fn has_year(text: &str) -> bool {
        text.as_bytes().windows(4).any(|bytes| bytes.iter().all(u8::is_ascii_digit))
    }

    fn inadmissible() -> Drafted {
        Drafted {
            refusals: vec!["no-reason".to_owned()],
            reasons: "Aucun motif.".to_owned(),
            ..Drafted::default()
        }
    }
}
