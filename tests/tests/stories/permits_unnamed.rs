//! Who lives with an applicant is named for as long as a row says, while the file stays.

story!(cohabitants_are_taken_out_of_a_file_that_stays);
story!(what_the_former_schema_kept_is_taken_out_as_well);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::citizen::session;
    use safe_api::account::{Person, Role};
    use safe_api::permit::desk;
    use safe_api::permit::desk::advice::{self, Ask};
    use safe_api::permit::entity::{applicant, consent, document, mail};
    use safe_api::permit::job;
    use safe_tests::citizen::Browser;
    use safe_tests::{Desk, Engine, System, content, form};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
    use serde_json::Value;
    use uuid::Uuid;

    use crate::permits_ended::tell::invitation;
    use crate::steps::applicant::{answer, hand_in_all, shooter, submit};
    use crate::steps::desk::{open, staff, time_passes};
    use crate::steps::schema;

    const DAY_MS: i64 = 86_400_000;

    /// What nobody reads any more: names, birth dates, mail addresses.
    const GONE: [&str; 6] =
        ["VOORBEELD", "Sam Maria", "2000-01-25", "sam@demo.invalid", "Papier", "1970-02-01"];

    /// Who else lives there, and answers on paper.
    async fn on_paper(browser: &Browser<'_>, id: &str) {
        let person = [
            ("family-name", "Papier"),
            ("given-names", "Noa"),
            ("birth-date-d", "1"),
            ("birth-date-m", "2"),
            ("birth-date-y", "1970"),
            ("route", "paper"),
        ];
        answer(browser, id, "cohabitant-list/row/new", &person).await;
    }

    const SCAN: &[u8] = b"%PDF-1.7\n1 0 obj <</A 1>> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";

    /// The office records the paper, with a scan of its own.
    async fn recorded(system: &System, clerk: &Desk, path: &str) {
        let fields = [("csrf", clerk.csrf.as_str()), ("answer", "yes")];
        let body = form::with_files(&fields, &[("file", "Noa Papier.pdf", SCAN)]);
        let request = system.http.post(format!("{}{path}", system.base)).header("cookie", &clerk.cookie);
        let request = request.header("content-type", form::WITH_FILES).body(body);
        assert_eq!(request.send().await.expect("answer").status(), StatusCode::SEE_OTHER);
    }

    /// Everything that the file holds in words, opened with its key.
    async fn words(system: &System, id: Uuid) -> String {
        let clerk =
            staff(system, &format!("reader-{}", Uuid::now_v7().simple()), &[Role::WeaponsClerk]).await;
        let case = open(system, &clerk, id).await;
        let mut all = vec![serde_json::to_string(&case.answers).expect("answers")];
        for (row, _, _) in &case.notices {
            let sealed = row.snapshot_sealed.as_deref().expect("a copy");
            let held: Value = case.key.open(&format!("notice-snapshot/{}", row.id), sealed).expect("opens");
            assert!(held["answers"]["storage"].is_object(), "the rest of the copy stays");
            all.push(held.to_string());
        }
        for row in &case.opinions {
            let asked: Value =
                case.key.open(&format!("advice/{}", row.id), &row.question_sealed).expect("opens");
            assert_eq!(asked["text"], "Votre avis, s’il vous plaît.", "what was asked stays");
            all.push(asked.to_string());
        }
        for row in &case.consents {
            let who: Value =
                case.key.open(&format!("consent/{}", row.id), &row.person_sealed).expect("opens");
            all.push(who.to_string());
        }
        all.extend(case.papers.iter().map(|paper| paper.name.clone()));
        all.join("\n")
    }

    /// The police is asked, with who lives there.
    async fn ask(system: &System, clerk: &Person, id: Uuid) {
        staff(system, "police", &[Role::Adviser]).await;
        let ask = Ask {
            advice: "detention-local-police".to_owned(),
            place: "residence".to_owned(),
            adviser: "police@example.org".to_owned(),
            text: "Votre avis, s’il vous plaît.".to_owned(),
            pages: vec!["cohabitant-list".to_owned()],
            papers: Vec::new(),
        };
        let case = open(system, clerk, id).await;
        let asked = advice::ask(system.state(), clerk, &case, &ask).await.expect("asked");
        let case = open(system, clerk, id).await;
        let row = case.opinions.iter().find(|row| row.id == asked).expect("the question");
        let asked: Value = case.key.open(&format!("advice/{asked}"), &row.question_sealed).expect("opens");
        assert!(asked["facts"].to_string().contains("VOORBEELD"), "{asked}");
    }

    async fn page(system: &System, name: &str, id: Uuid) -> String {
        let clerk = system.desk(&format!("{name}@example.org"), &[Role::WeaponsClerk]).await;
        system.office(&clerk, &format!("/office/permits/{id}")).await.text().await.expect("text")
    }

    async fn mails_to_them(system: &System) -> usize {
        let about = mail::Column::Notification.starts_with("consent-invitation");
        mail::Entity::find().filter(about).all(&system.state().db).await.expect("db").len()
    }

    pub async fn cohabitants_are_taken_out_of_a_file_that_stays(engine: Engine) {
        let folder = tempfile::tempdir().expect("folder");
        let sources = folder.path().join("content");
        content::of_program_with_short_keeping(&sources);
        let system = System::start_with(engine, |config| config.site.content_dir.clone_from(&sources)).await;
        let (state, db) = (system.state(), &system.state().db);
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let text_id = shooter(&system, &owner, "some").await;
        on_paper(&owner, &text_id).await;
        hand_in_all(&system, &owner, &text_id).await;
        submit(&owner, &text_id).await;
        let id: Uuid = text_id.parse().expect("id");
        job::run(state).await;
        let sam = Browser::sign_in(&system, 1, "fr").await;
        let path = format!("consent/{}", invitation(&system));
        assert_eq!(sam.fill(&path, &[("answer", "yes")]).await.status, StatusCode::SEE_OTHER);
        let asked = consent::Entity::find().filter(consent::Column::Route.eq("paper"));
        let asked = asked.one(db).await.expect("db").expect("a row");
        let window = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        recorded(&system, &window, &format!("/office/permits/{id}/consents/{}", asked.id)).await;
        let scans = document::Entity::find().filter(document::Column::Purpose.eq("consent"));
        let scans = scans.all(db).await.expect("db");
        assert!(scans.iter().all(|scan| scan.data_class == "cohabitant-consent"), "kept as their row says");

        // A copy of the answers is kept with a notice; then the file ends, and stays.
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        desk::assign(state, &clerk, &open(&system, &clerk, id).await).await.expect("assigned");
        desk::items(state, &clerk, &open(&system, &clerk, id).await, "Il manque une pièce.")
            .await
            .expect("asked");
        time_passes(&system, id).await;
        desk::close_notice(state, &clerk, &open(&system, &clerk, id).await).await.expect("closed");
        ask(&system, &clerk, id).await;
        let withdrawn = owner.fill(&format!("{id}/withdraw"), &[]).await;
        assert_eq!(withdrawn.status, StatusCode::SEE_OTHER);
        let before = words(&system, id).await;
        for name in GONE {
            assert!(before.contains(name), "{name} stands in the file: {before}");
        }
        assert!(page(&system, "before", id).await.contains("VOORBEELD"));
        assert_eq!(mails_to_them(&system).await, 1);
        // Whatever a program does, who answered is not exchanged or dropped while they are named.
        let dropped = consent::Entity::update_many()
            .col_expr(consent::Column::AnsweredBy, Expr::value(Option::<Uuid>::None))
            .filter(consent::Column::AnsweredBy.is_not_null())
            .exec(db)
            .await;
        assert!(dropped.is_err_and(|error| error.to_string().contains("permit_consent_bound")));

        state.clock.advance_ms(3 * DAY_MS);
        session::sweep(state).await.expect("swept");
        job::run(state).await;
        let after = words(&system, id).await;
        let html = page(&system, "after", id).await;
        for name in GONE {
            assert!(!after.contains(name), "{name}: {after}");
            assert!(!html.contains(name), "{name}: {html}");
        }
        let rows = consent::Entity::find().all(db).await.expect("db");
        assert_eq!(rows.len(), 2, "that they were asked stays");
        for row in &rows {
            assert_eq!((row.state.as_str(), row.answered_by), ("consented", None), "and what they said");
            assert!(row.paper_document_id.is_none() && row.token_hash.is_none());
        }
        let scans = document::Entity::find().filter(document::Column::Document.eq("cohabitant-consent"));
        assert!(scans.all(db).await.expect("db").is_empty(), "the signed forms went");
        assert_eq!(mails_to_them(&system).await, 0, "and the mails to them");
        job::run(state).await;
        let sam = applicant::Entity::find().filter(applicant::Column::Subject.eq("sam"));
        assert!(sam.one(db).await.expect("db").is_none(), "nothing is kept of who answered");
        assert!(safe_api::audit::verify(db).await.expect("db").is_ok());
        system.stop().await;
    }

    pub async fn what_the_former_schema_kept_is_taken_out_as_well(engine: Engine) {
        let system = System::start(engine).await;
        let db = &system.state().db;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let id = shooter(&system, &owner, "some").await;
        submit(&owner, &id).await;
        job::run(system.state()).await;
        let sam = Browser::sign_in(&system, 1, "fr").await;
        let path = format!("consent/{}", invitation(&system));
        assert_eq!(sam.fill(&path, &[("answer", "no")]).await.status, StatusCode::SEE_OTHER);
        let former = schema::before(&system, "m33_permit_ends").await;
        for change in [
            "UPDATE permit_consent SET person_hmac = 'redacted/1'",
            "UPDATE permit_document SET document = 'cohabitant-consent', data_class = 'application-file'",
        ] {
            db.execute_unprepared(change).await.expect("as it was kept");
        }
        former.up().await;
        let row = consent::Entity::find().one(db).await.expect("db").expect("kept");
        assert_eq!((row.state.as_str(), row.answered_by.is_some()), ("refused", true), "nothing is lost");
        assert!(!row.person_hmac.starts_with("redacted/"), "the next run finds it");
        let scans = document::Entity::find().all(db).await.expect("db");
        assert!(scans.iter().all(|scan| scan.data_class == "cohabitant-consent"));
        // The rules of the table are those of before, but for who was taken out.
        let set =
            async |what: &str| db.execute_unprepared(&format!("UPDATE permit_consent SET {what}")).await;
        for wrong in [
            "answered_by = NULL",
            "answered_by = (SELECT applicant_id FROM permit_application)",
            "route = 'rumour'",
            "reminders = 10",
        ] {
            assert!(set(wrong).await.is_err(), "{wrong}");
        }
        set("answered_by = NULL, person_hmac = 'redacted/1'").await.expect("taken out");
        assert!(set("person_hmac = 'again'").await.is_err(), "an answer without anybody");
        system.stop().await;
    }
}
