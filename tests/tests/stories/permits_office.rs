//! The permit desk beyond the three persons: the letter and its page of proof, opinions, the
//! permit and what follows it, challenges, figures without persons, mails that came back.

story!(a_letter_is_signed_kept_and_checked);
story!(a_decision_is_not_lost_with_its_letter);
story!(letters_of_every_kind_are_whole);
story!(an_adviser_sees_what_is_asked);
story!(a_permit_is_issued_and_taken_back);
story!(a_refusal_is_challenged);
story!(figures_tell_of_nobody);
story!(a_returned_mail_becomes_a_task);
story!(the_pages_speak_four_languages);

pub(crate) mod tell {
    use reqwest::{Method, StatusCode};
    use safe_api::account::Role;
    use safe_api::permit::desk::advice::{self, Opinion};
    use safe_api::permit::desk::{self, Body, Condition, Drafted, after, issue, print, task};
    use safe_api::permit::entity::{application, decision, delivery, document, event, grant, mail, part};
    use safe_api::permit::job;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
    use serde_json::Value;
    use uuid::Uuid;

    use crate::permits_apply::tell::sent;
    use crate::permits_desk::tell::{
        Three, ask_police, grant as given, open, pay, refusal, refused, staff, state_of,
    };

    const DAY_MS: i64 = 86_400_000;

    pub(crate) async fn filed(system: &System, browser: &Browser<'_>) -> Uuid {
        sent(system, browser).await.parse().expect("id")
    }

    pub(crate) async fn row(system: &System, id: Uuid) -> decision::Model {
        decision::Entity::find_by_id(id).one(&system.state().db).await.expect("db").expect("decision")
    }

    async fn body(system: &System, three: &Three, id: Uuid, decision: Uuid) -> Body {
        let case = open(system, &three.clerk, id).await;
        Body::open(&case, &row(system, decision).await).expect("body")
    }

    async fn code(system: &System, three: &Three, id: Uuid, decision: Uuid) -> String {
        let letter = body(system, three, id, decision).await.letter.expect("signed");
        letter.address.rsplit('/').next().expect("code").to_owned()
    }

    /// A file that was decided, and its decision.
    pub(crate) async fn granted(system: &System, browser: &Browser<'_>, three: &Three) -> (Uuid, Uuid) {
        let id = filed(system, browser).await;
        three.examine(system, id, true).await;
        ask_police(system, &three.clerk, id).await;
        let decision = three.decide(system, id, "grant", given()).await;
        pay(system, id).await;
        (id, decision)
    }

    async fn open_tasks(system: &System) -> Vec<String> {
        task::list(system.state(), false, None)
            .await
            .expect("tasks")
            .0
            .into_iter()
            .map(|one| one.row.kind)
            .collect()
    }

    pub async fn a_letter_is_signed_kept_and_checked(engine: Engine) {
        let system = System::start_with(engine, |config| {
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
            let mut form =
                b"--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                    .to_vec();
            form.extend_from_slice(file);
            form.extend_from_slice(b"\r\n--edge--\r\n");
            let answer = system
                .http
                .post(format!("{}/fr/permits/verify/{code}", system.base))
                .header("content-type", "multipart/form-data; boundary=edge")
                .body(form)
                .send()
                .await
                .expect("answer");
            assert!(answer.text().await.expect("text").contains(word));
        }
    }

    pub async fn a_decision_is_not_lost_with_its_letter(engine: Engine) {
        let system = System::start(engine).await;
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
        let system = System::start(engine).await;
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
                ("grant-conditions", conditional(), "appeal-minister"),
                ("refuse", refusal(), "appeal-minister"),
                ("suspend", refusal(), "appeal-minister"),
                ("withdraw", refusal(), "appeal-minister"),
            ] {
                let letter = desk::preview(system.state(), &case, kind, &drafted).expect(kind);
                assert_eq!((letter.appeal.as_str(), letter.lang.as_str()), (appeal, lang), "{kind}");
                let text: String = letter.parts.iter().flat_map(|part| part.paragraphs.clone()).collect();
                assert!(!text.contains('{') && !text.contains("  "), "{kind}: {text}");
                assert!(text.contains(&drafted.reasons), "{kind}: {text}");
                let acts = letter.parts[0].paragraphs.iter().filter(|text| text.contains("2006")).count();
                assert_eq!(acts, 1, "an act is named once: {:?}", letter.parts[0].paragraphs);
                assert_eq!(letter.addressee.len(), 3, "name, street, town: {:?}", letter.addressee);
            }
        }
        system.stop().await;
    }

    fn inadmissible() -> Drafted {
        Drafted {
            refusals: vec!["no-reason".to_owned()],
            reasons: "Aucun motif.".to_owned(),
            ..Drafted::default()
        }
    }

    /// A grant under a condition that somebody looks at later.
    pub(crate) fn conditional() -> Drafted {
        let condition = Condition {
            text: "un coffre fixé au mur".to_owned(),
            follow_up: "photo".to_owned(),
            by: "2030-01-01".to_owned(),
        };
        Drafted { conditions: vec![condition], reason: "tir sportif".to_owned(), ..given() }
    }

    pub async fn an_adviser_sees_what_is_asked(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &browser).await;
        three.examine(&system, id, true).await;
        let asked = ask_police(&system, &three.clerk, id).await;
        let state = system.state();
        let police = staff(&system, "police", &[Role::Adviser]).await;
        let mayor = staff(&system, "mayor", &[Role::Adviser]).await;
        let again = open(&system, &three.clerk, id).await;
        assert!(again.opinions.len() == 1 && again.opinions[0].due_on.is_some());

        let seen = advice::asked(state, &police, asked).await.expect("asked");
        assert_eq!(seen.papers.len(), 1, "the one document that goes with it");
        assert!(
            !seen.question.facts.is_empty() && seen.question.facts.len() < 5,
            "{:?}",
            seen.question.facts
        );
        assert!(advice::asked(state, &mayor, asked).await.is_err(), "asked of somebody else");
        assert_eq!(refused(advice::asked(state, &three.clerk, asked).await), "role");
        assert_eq!(refused(desk::Case::open(state, &police, id, "curiosity").await), "role");
        assert!(advice::paper(state, &police, asked, seen.papers[0].0).await.is_ok());
        let all = document::Entity::find().all(&state.db).await.expect("db");
        let other = all.iter().find(|paper| paper.id != seen.papers[0].0).expect("another document");
        assert!(advice::paper(state, &police, asked, other.id).await.is_err(), "only what is shared");

        // Reminded once, then late: each once, however often the job runs.
        state.clock.advance_ms(21 * DAY_MS);
        advice::remind(state).await.expect("run");
        advice::remind(state).await.expect("run");
        let mails =
            |rows: Vec<mail::Model>| rows.iter().filter(|row| row.notification == "advice-reminder").count();
        assert_eq!(mails(mail::Entity::find().all(&state.db).await.expect("db")), 1);
        state.clock.advance_ms(30 * DAY_MS);
        advice::remind(state).await.expect("run");
        advice::remind(state).await.expect("run");
        assert_eq!(open_tasks(&system).await, ["advice-late"]);

        let secret = "Une enquête est en cours au 12e étage.";
        let opinion = |result: &str, text: &str| Opinion {
            result: result.to_owned(),
            text: text.to_owned(),
            applicant_sees: false,
        };
        let wrong = advice::answer(state, &police, asked, &opinion("perhaps", secret)).await;
        assert_eq!(refused(wrong), "value-unknown");
        let empty = advice::answer(state, &police, asked, &opinion("unfavourable", " ")).await;
        assert_eq!(refused(empty), "required");
        advice::answer(state, &police, asked, &opinion("unfavourable", secret)).await.expect("given");
        let twice = advice::answer(state, &police, asked, &opinion("favourable", "Oui.")).await;
        assert_eq!(refused(twice), "permit-advice-given");
        assert!(
            advice::paper(state, &police, asked, seen.papers[0].0).await.is_err(),
            "no more reason to look"
        );

        // The office reads it; the applicant and the letter do not.
        let case = open(&system, &three.clerk, id).await;
        let text = advice::opinion_of(&case, &case.opinions[0]).expect("text");
        assert_eq!(text.as_deref(), Some(secret));
        let decision = three.decide(&system, id, "grant", given()).await;
        let letter = body(&system, &three, id, decision).await.letter.expect("signed");
        let said = serde_json::to_string(&letter).expect("JSON");
        assert!(!said.contains("enquête") && said.contains("reçu le"), "{said}");
        pay(&system, id).await;
        three.issue(&system, id).await;
        // The session of seven weeks ago has ended.
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let page = browser.get(&format!("{id}/")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.html.contains("enquête"), "kept from the applicant");
        system.stop().await;
    }

    pub async fn a_permit_is_issued_and_taken_back(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let (id, _) = granted(&system, &browser, &three).await;
        three.issue(&system, id).await;
        let state = system.state();
        let permit = grant::Entity::find().one(&state.db).await.expect("db").expect("permit");
        assert_eq!((permit.model.as_str(), permit.state.as_str()), ("4", "active"));
        assert!(permit.acquire_until.is_some() && permit.control_on.is_some() && permit.ends_on.is_none());
        assert_eq!(part::Entity::find().all(&state.db).await.expect("db").len(), 2);
        let case = open(&system, &three.clerk, id).await;
        let about: issue::Subject =
            case.key.open(&format!("grant/{}", permit.id), &permit.subject_sealed).expect("subject");
        assert_eq!((about.weapons.len(), about.card.as_str()), (1, "A-17"));
        assert!(open_tasks(&system).await.is_empty(), "the rows ask for nothing elsewhere");
        delivered(&system, &three, id).await;
        part_comes_back(&system, &three, id).await;

        // Suspended by three persons after a hearing, lifted, then withdrawn.
        let case = open(&system, &three.clerk, id).await;
        after::examine(state, &three.clerk, &case, "Un fait nouveau.").await.expect("opened");
        let early = draft_only(&system, &three, id, "suspend").await;
        let case = open(&system, &three.official, id).await;
        assert_eq!(refused(desk::decide(state, &three.official, &case).await), "permit-unheard");
        let case = open(&system, &three.clerk, id).await;
        desk::cancel(state, &three.clerk, &case, "D’abord entendre la personne.").await.expect("taken back");
        assert_eq!(row(&system, early).await.state, "cancelled");
        three.hear(&system, id).await;
        three.decide(&system, id, "suspend", refusal()).await;
        three.issue(&system, id).await;
        let now = |rows: Vec<grant::Model>| rows[0].state.clone();
        assert_eq!(now(grant::Entity::find().all(&state.db).await.expect("db")), "suspended");
        assert_eq!(state_of(&system, id).await, "granted");
        let case = open(&system, &three.official, id).await;
        after::lift(state, &three.official, &case, "Le fait est expliqué.").await.expect("lifted");
        assert_eq!(now(grant::Entity::find().all(&state.db).await.expect("db")), "active");
        let case = open(&system, &three.clerk, id).await;
        after::examine(state, &three.clerk, &case, "Encore.").await.expect("opened");
        three.hear(&system, id).await;
        three.decide(&system, id, "withdraw", refusal()).await;
        three.issue(&system, id).await;
        assert_eq!(now(grant::Entity::find().all(&state.db).await.expect("db")), "revoked");
        let tasks = open_tasks(&system).await;
        assert!(
            tasks.contains(&"permit-return".to_owned()) && tasks.contains(&"imi-report".to_owned()),
            "{tasks:?}"
        );
        let count = tasks.len();
        let open_task = task::list(state, false, None).await.expect("tasks").0.remove(0).row.id;
        assert_eq!(refused(task::done(state, &three.jurist, open_task).await), "role");
        task::done(state, &three.clerk, open_task).await.expect("done");
        let twice = task::done(state, &three.clerk, open_task).await;
        assert_eq!(refused(twice), "permit-changed-meanwhile");
        assert_eq!(open_tasks(&system).await.len(), count - 1);
        assert!(safe_api::audit::verify(&state.db).await.expect("db").is_ok(), "the chain is whole");
        system.stop().await;
    }

    async fn part_comes_back(system: &System, three: &Three, id: Uuid) {
        let state = system.state();
        let case = open(system, &three.clerk, id).await;
        let today = case.today.to_string();
        let early = issue::part_back(state, &three.clerk, &case, ("B", "2020-01-01"), "").await;
        assert_eq!(refused(early), "permit-day");
        issue::part_back(state, &three.clerk, &case, ("B", &today), "SN 42").await.expect("recorded");
        let rows = issue::parts(state, case.grant.as_ref().expect("permit").id).await.expect("parts");
        let places: Vec<_> = rows.iter().map(|row| (row.part.as_str(), row.state.as_str())).collect();
        assert_eq!(places, [("A", "with-holder"), ("B", "with-authority")]);
        assert!(rows[1].serial_sealed.is_some() && rows[1].returned_on.as_deref() == Some(today.as_str()));
        // A jurist keeps the file from erasure, and lets it go again.
        let case = open(system, &three.jurist, id).await;
        after::legal_hold(state, &three.jurist, &case, true, "Une procédure est en cours.")
            .await
            .expect("held");
        let case = open(system, &three.jurist, id).await;
        let twice = after::legal_hold(state, &three.jurist, &case, true, "Encore.").await;
        assert_eq!(refused(twice), "permit-changed-meanwhile");
        after::legal_hold(state, &three.jurist, &case, false, "Elle est finie.").await.expect("released");
    }

    async fn draft_only(system: &System, three: &Three, id: Uuid, kind: &str) -> Uuid {
        let case = open(system, &three.clerk, id).await;
        let decision =
            desk::draft(system.state(), &three.clerk, &case, kind, refusal()).await.expect("drafted");
        let case = open(system, &three.jurist, id).await;
        desk::check(system.state(), &three.jurist, &case, true, "").await.expect("checked");
        // Held and taken up again by the High Official alone.
        let case = open(system, &three.official, id).await;
        desk::hold(system.state(), &three.official, &case, "hold", "").await.expect("held");
        let case = open(system, &three.official, id).await;
        assert_eq!(refused(desk::decide(system.state(), &three.official, &case).await), "permit-no-decision");
        desk::hold(system.state(), &three.official, &case, "release", "").await.expect("released");
        decision
    }

    async fn delivered(system: &System, three: &Three, id: Uuid) {
        let state = system.state();
        let case = open(system, &three.clerk, id).await;
        let missing = issue::deliver(state, &three.clerk, &case, "registered", " ").await;
        assert_eq!(refused(missing), "required");
        issue::deliver(state, &three.clerk, &case, "registered", "RR 123 BE").await.expect("sent");
        let case = open(system, &three.clerk, id).await;
        let rows = issue::deliveries(state, &case).await.expect("rows");
        assert_eq!(rows.len(), 2, "portal and post");
        let letter = rows.iter().find(|row| row.channel == "registered").expect("letter").id;
        let early = issue::received(state, &three.clerk, &case, letter, "2020-01-01").await;
        assert_eq!(refused(early), "permit-day");
        let today = case.today.to_string();
        issue::received(state, &three.clerk, &case, letter, &today).await.expect("received");
        let kept = delivery::Entity::find_by_id(letter).one(&state.db).await.expect("db").expect("row");
        assert_eq!((kept.state.as_str(), kept.received_on.as_deref()), ("received", Some(today.as_str())));
    }

    pub async fn a_refusal_is_challenged(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &browser).await;
        let path = format!("{id}/appeal");
        assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND, "nothing to challenge");
        three.examine(&system, id, true).await;
        three.hear(&system, id).await;
        three.decide(&system, id, "refuse", refusal()).await;
        three.issue(&system, id).await;
        assert_eq!(state_of(&system, id).await, "refused");
        assert_eq!(open_tasks(&system).await, ["imi-report"], "public order is told to other states");
        let page = browser.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        let stranger = Browser::sign_in(&system, 1, "fr").await;
        assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
        let day = open(&system, &three.clerk, id).await.today;
        let (d, m, y) = (day.day().to_string(), day.month().to_string(), day.year().to_string());
        let known = [("known-d", d.as_str()), ("known-m", &m), ("known-y", &y), ("reasons", "")];
        assert_eq!(browser.fill(&path, &known).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let known =
            [("known-d", d.as_str()), ("known-m", &m), ("known-y", &y), ("reasons", "Mon <coffre> {date}.")];
        let letter = browser.fill(&path, &known).await;
        assert_eq!(letter.status, StatusCode::OK);
        assert!(
            letter.html.contains("Mon &#60;coffre&#62; {date}.")
                || letter.html.contains("Mon &lt;coffre&gt; {date}.")
        );

        let state = system.state();
        let case = open(&system, &three.clerk, id).await;
        assert_eq!(refused(after::appeal(state, &three.clerk, &case, "2020-01-01").await), "permit-day");
        after::appeal(state, &three.clerk, &case, &day.to_string()).await.expect("recorded");
        assert_eq!(state_of(&system, id).await, "appealed");
        let case = open(&system, &three.clerk, id).await;
        after::appeal_decided(state, &three.clerk, &case, "reversed", "Le ministre annule.")
            .await
            .expect("recorded");
        assert_eq!(state_of(&system, id).await, "drafting", "a new decision is prepared");
        ask_police(&system, &three.clerk, id).await;
        three.decide(&system, id, "grant", given()).await;
        pay(&system, id).await;
        three.issue(&system, id).await;
        assert_eq!(state_of(&system, id).await, "granted");
        system.stop().await;
    }

    /// A closed file with the lines of its steps, `days` long each.
    async fn counted(system: &System, applicant: Uuid, days: i64) {
        let db = &system.state().db;
        let id = Uuid::now_v7();
        let start = 1_767_225_600_000_i64;
        let file = application::ActiveModel {
            id: Set(id),
            applicant_id: Set(applicant),
            procedure: Set("carry".to_owned()),
            variant: Set(String::new()),
            applicant_kind: Set("person".to_owned()),
            lang: Set("fr".to_owned()),
            state: Set("refused".to_owned()),
            reference: Set(Some(id.to_string())),
            submit_key: Set(id.to_string()),
            rows_json: Set("{}".to_owned()),
            key_wrapped: Set(Some(vec![1])),
            version: Set(1),
            created_at_ms: Set(start),
            updated_at_ms: Set(start),
            submitted_at_ms: Set(Some(start)),
            received_on: Set(Some("2026-01-01".to_owned())),
            closed_at_ms: Set(Some(start + 4 * days * DAY_MS)),
            ..Default::default()
        };
        application::Entity::insert(file).exec_without_returning(db).await.expect("file");
        for (at, kind) in ["received", "assigned", "examined", "decided", "issued"].into_iter().enumerate() {
            let line = event::ActiveModel {
                id: Set(Uuid::now_v7()),
                application_id: Set(id),
                kind: Set(kind.to_owned()),
                on_day: Set("2026-01-01".to_owned()),
                deadline: Set(String::new()),
                row_from: Set(String::new()),
                actor: Set("system".to_owned()),
                at_ms: Set(start + i64::try_from(at).expect("small") * days * DAY_MS),
                ..Default::default()
            };
            event::Entity::insert(line).exec_without_returning(db).await.expect("line");
        }
    }

    pub async fn figures_tell_of_nobody(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        filed(&system, &browser).await;
        let people = safe_api::permit::entity::applicant::Entity::find();
        let person = people.one(&system.state().db).await.expect("db").expect("person").id;
        for days in [2, 2, 2, 2, 4] {
            counted(&system, person, days).await;
        }
        let view = system.json("/api/v1/permits/statistics").await;
        let file = |procedure: &str| {
            view["files"].as_array().expect("rows").iter().find(|row| row["procedure"] == procedure).cloned()
        };
        assert_eq!(file("detention").expect("row")["files"], Value::Null, "one file is nobody's figure");
        let carry = file("carry").expect("row");
        assert_eq!((&carry["files"], &carry["year"]), (&Value::from(5), &Value::from("2026")));
        let step = |name: &str| {
            let rows = view["steps"].as_array().expect("rows");
            let own = rows.iter().find(|row| row["procedure"] == "carry" && row["step"] == name);
            own.cloned().expect("step")
        };
        assert_eq!(step("waiting")["mean_days"], 2.4);
        assert_eq!(step("whole")["mean_days"], 9.6);
        let csv = system.send(Method::GET, "/api/v1/datasets/weapons-permits.csv", None, None).await;
        assert_eq!(csv.status(), StatusCode::OK);
        let csv = csv.text().await.expect("text");
        assert!(
            csv.contains("2026,carry,state,refused,5,") && csv.contains("carry,step,whole,5,9.6"),
            "{csv}"
        );
        for lang in ["fr", "nl", "en", "de"] {
            let path = format!("{}/{lang}/permits/statistics/", system.base);
            let page = system.http.get(path).send().await.expect("answer");
            assert_eq!(page.status(), StatusCode::OK);
            assert!(!page.text().await.expect("text").contains("permits-statistics-"), "{lang}");
        }
        system.stop().await;
    }

    pub async fn a_returned_mail_becomes_a_task(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        filed(&system, &browser).await;
        let state = system.state();
        job::run(state).await;
        let sent = mail::Entity::find().one(&state.db).await.expect("db").expect("mail");
        assert_eq!(sent.state, "sent");
        let folder = state.config.mail_dir().join("returned");
        std::fs::create_dir_all(&folder).expect("folder");
        let text = format!("Subject: Undelivered\r\n\r\nMessage-ID: <{}@safe.brussels>\r\n", sent.id);
        std::fs::write(folder.join("1.eml"), text).expect("mail");
        job::run(state).await;
        job::run(state).await;
        assert_eq!(open_tasks(&system).await, ["mail-bounced"]);
        let kept = mail::Entity::find_by_id(sent.id).one(&state.db).await.expect("db").expect("mail");
        assert_eq!(kept.state, "bounced");
        assert!(std::fs::read_dir(&folder).expect("folder").next().is_none(), "taken up");
        system.stop().await;
    }

    pub async fn the_pages_speak_four_languages(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let (id, decision) = granted(&system, &browser, &three).await;
        three.issue(&system, id).await;
        let fresh = filed(&system, &Browser::sign_in(&system, 1, "nl").await).await;
        three.examine(&system, fresh, true).await;
        let asked = ask_police(&system, &three.clerk, fresh).await;
        let every = [Role::WeaponsClerk, Role::Legal, Role::HighOfficial, Role::Adviser];
        let desk = system.desk("everything@example.org", &every).await;
        let police = system.desk("police@example.org", &[Role::Adviser]).await;
        for lang in ["fr", "nl", "en", "de"] {
            for person in [&desk, &police] {
                let fields = [("lang", lang), ("to", "/office/")];
                assert!(
                    system
                        .submit(person, "/office/account/language", &fields)
                        .await
                        .status()
                        .is_redirection()
                );
            }
            for path in [
                format!("/office/permits/{id}"),
                format!("/office/permits/{fresh}"),
                format!("/office/permits/{id}/audit"),
                format!("/office/permits/{id}/decisions/{decision}"),
                "/office/permits-tasks".to_owned(),
                "/office/permits".to_owned(),
            ] {
                check_page(system.office(&desk, &path).await, lang, &path).await;
            }
            let path = format!("/office/advice/{asked}");
            check_page(system.office(&police, &path).await, lang, &path).await;
            check_page(system.office(&police, "/office/advice").await, lang, "/office/advice").await;
        }
        // A fault is told beside its field and in the summary, and nothing written is lost.
        let version = open(&system, &three.clerk, fresh).await.row.version.to_string();
        let fields =
            [("version", version.as_str()), ("kind", "grant"), ("reasons", "Encore à dire"), ("subject", "")];
        let page = system.submit(&desk, &format!("/office/permits/{fresh}/draft"), &fields).await;
        assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let html = page.text().await.expect("text");
        assert!(html.contains("role=\"alert\"") && html.contains("href=\"#draft-subject\""));
        assert!(html.contains("id=\"draft-subject-error\"") && html.contains("Encore à dire"));
        system.stop().await;
    }

    async fn check_page(page: reqwest::Response, lang: &str, path: &str) {
        assert_eq!(page.status(), StatusCode::OK, "{path}");
        let html = page.text().await.expect("text");
        assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{path}");
        for id in ["office-permit", "office-advice", "permits-", "Unknown localization"] {
            let at = html.match_indices(id).find(|(at, _)| {
                let before = html[..*at].chars().next_back().unwrap_or(' ');
                !matches!(before, '"' | '/' | '-' | '#' | '.')
            });
            assert!(
                at.is_none(),
                "{path} {lang}: {}",
                at.map(|(at, _)| html.get(at..at + 60).unwrap_or_default()).unwrap_or_default()
            );
        }
    }
}
