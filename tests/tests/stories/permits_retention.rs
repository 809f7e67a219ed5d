//! What is over is kept for as long as its row says, and no longer.

story!(ended_mandates_are_erased);
story!(what_is_over_goes_with_the_person);
story!(who_has_just_signed_in_stays);

mod tell {
    use std::io::ErrorKind;
    use std::path::Path;

    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::desk::advice::{self, Ask};
    use safe_api::permit::desk::issue;
    use safe_api::permit::entity::{applicant, application, document, fee, grant, mail, payment, session};
    use safe_api::permit::job;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System, content};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
    use uuid::Uuid;

    use crate::permits_company::tell::{DAY_MS, NUMBER, ask, confirm, mandates, share};
    use crate::steps::applicant::{dealer, filed};
    use crate::steps::desk::{Three, granted, open, refusal, staff, state_of};

    /// The files of companies are kept from erasure, or let go.
    async fn hold(system: &System, since: Option<&str>) {
        application::Entity::update_many()
            .col_expr(application::Column::LegalHold, Expr::value(since.map(str::to_owned)))
            .filter(application::Column::CompanyHmac.is_not_null())
            .exec(&system.state().db)
            .await
            .expect("db");
    }

    /// Periods as the service may confirm them one day: of every class that starts with an
    /// event, a number of days.
    fn confirm_periods(sources: &Path, periods: &[(&str, i64)]) {
        content::of_program(sources);
        let path = sources.join("permits/retention.toml");
        let mut rows = std::fs::read_to_string(&path).expect("rows");
        for (event, days) in periods {
            let start = format!("from = \"{event}\"");
            assert!(rows.contains(&start));
            rows = rows.replace(&start, &format!("amount = {days}\nunit = \"days\"\n{start}"));
        }
        std::fs::write(&path, rows).expect("written");
    }

    pub async fn ended_mandates_are_erased(engine: Engine) {
        let folder = tempfile::tempdir().expect("folder");
        let sources = folder.path().join("content");
        confirm_periods(&sources, &[("mandate-ended", 30)]);
        let system =
            System::at_noon_with(engine, |config| config.site.content_dir.clone_from(&sources)).await;
        let state = system.state();
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let id = dealer(&owner).await;
        assert_eq!(share(&owner, &id, "yes").await.status, StatusCode::SEE_OTHER);
        let (colleague, other) =
            (Browser::sign_in(&system, 1, "fr").await, Browser::sign_in(&system, 2, "fr").await);
        ask(&system, &colleague, NUMBER, 300).await;
        ask(&system, &other, NUMBER, 20).await;
        let asked = mandates(&system).await;
        let short = asked.iter().min_by_key(|row| row.until_on.clone()).expect("two").clone();
        let long = asked.iter().max_by_key(|row| row.until_on.clone()).expect("two").clone();
        confirm(&system, &clerk, short.id).await;
        confirm(&system, &clerk, long.id).await;
        let csrf = colleague.get("mandates").await.hidden("csrf");
        let back = colleague.post(&format!("mandates/{}/give-back", long.id), &[("csrf", &csrf)]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER);

        // Thirty days after it was given back, and not before; a hold keeps it for longer.
        state.clock.advance_ms(29 * DAY_MS);
        job::run(state).await;
        assert_eq!(mandates(&system).await.len(), 2);
        hold(&system, Some("2026-11-21")).await;
        state.clock.advance_ms(3 * DAY_MS);
        job::run(state).await;
        assert_eq!(mandates(&system).await.len(), 2, "kept while a file of the company is held");
        hold(&system, None).await;
        job::run(state).await;
        let left: Vec<_> = mandates(&system).await.into_iter().map(|row| row.id).collect();
        assert_eq!(left, [short.id], "the other ended of itself, later");
        let gone = state.permits.store.read(&long.vault_key).err().expect("its document went, too");
        assert_eq!(gone.kind(), ErrorKind::NotFound);
        let about = mail::Entity::find().filter(mail::Column::Once.contains(long.id.to_string()));
        assert!(about.all(&state.db).await.expect("db").is_empty(), "and what was written about it");
        let subject = format!("permit-mandate/{}", long.id);
        let acts = safe_api::audit::of_subject(&state.db, &subject, None, 10).await.expect("db");
        assert!(acts.iter().any(|act| act.action == "permit.mandate-erased"), "the chain says that it was");

        // Asked for again, which ends the one that is over; its last day counts all the same.
        let other = Browser::sign_in(&system, 2, "fr").await;
        assert_eq!(ask(&system, &other, NUMBER, 300).await.status, StatusCode::SEE_OTHER);
        let again = mandates(&system).await.into_iter().find(|row| row.id != short.id).expect("two").id;
        state.clock.advance_ms(19 * DAY_MS);
        job::run(state).await;
        let left: Vec<_> = mandates(&system).await.into_iter().map(|row| row.id).collect();
        assert_eq!(left, [again], "thirty days after its last day");
        assert!(safe_api::audit::verify(&state.db).await.expect("db").is_ok());
        system.stop().await;
    }

    async fn papers(system: &System, id: Uuid, class: &str) -> Vec<document::Model> {
        let own = document::Entity::find().filter(document::Column::ApplicationId.eq(id));
        own.filter(document::Column::DataClass.eq(class)).all(&system.state().db).await.expect("db")
    }

    async fn withdrawn(system: &System, browser: &Browser<'_>) -> Uuid {
        let id = filed(system, browser).await;
        let page = browser.fill(&format!("{id}/withdraw"), &[]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER);
        id
    }

    async fn person(system: &System, subject: &str) -> Option<applicant::Model> {
        let found = applicant::Entity::find().filter(applicant::Column::Subject.eq(subject));
        found.one(&system.state().db).await.expect("db")
    }

    pub async fn what_is_over_goes_with_the_person(engine: Engine) {
        let folder = tempfile::tempdir().expect("folder");
        let sources = folder.path().join("content");
        confirm_periods(&sources, &[("appeal-periods-over", 20), ("decision-final", 2)]);
        let system =
            System::at_noon_with(engine, |config| config.site.content_dir.clone_from(&sources)).await;
        let (state, db) = (system.state(), &system.state().db);
        let three = Three::of(&system).await;
        let holder = Browser::sign_in(&system, 0, "fr").await;
        let (granted, _) = granted(&system, &holder, &three).await;
        three.issue(&system, granted).await;
        let refused = filed(&system, &holder).await;
        three.examine(&system, refused, true).await;
        ask_again(&system, &three, refused).await;
        three.hear(&system, refused).await;
        three.decide(&system, refused, "refuse", refusal()).await;
        three.issue(&system, refused).await;
        let refused_on = open(&system, &three.clerk, refused).await.today.to_string();
        let (kept, gone) = (
            withdrawn(&system, &Browser::sign_in(&system, 1, "fr").await).await,
            withdrawn(&system, &Browser::sign_in(&system, 2, "fr").await).await,
        );
        // A file that cannot be erased, and comes first.
        grant::Entity::update_many()
            .col_expr(grant::Column::ApplicationId, Expr::value(kept))
            .exec(db)
            .await
            .expect("db");
        let fee = fee::Entity::find().filter(fee::Column::ApplicationId.eq(gone));
        let fee = fee.one(db).await.expect("db").expect("a fee");
        let line = payment::ActiveModel {
            bank_reference: Set("line-1".to_owned()),
            fee_id: Set(Some(fee.id)),
            amount_cents: Set(12_770),
            received_on: Set("2026-11-21".to_owned()),
            statement: Set("1".to_owned()),
            line_sealed: Set(Some(vec![1])),
            recorded_at_ms: Set(1),
            ..Default::default()
        };
        payment::Entity::insert(line).exec_without_returning(db).await.expect("db");

        // A certificate goes as soon as the decision is final; its file stays.
        assert_eq!(papers(&system, granted, "medical-certificate").await.len(), 1);
        state.clock.advance_ms(3 * DAY_MS);
        job::run(state).await;
        assert!(papers(&system, granted, "medical-certificate").await.is_empty());
        assert!(!papers(&system, granted, "application-file").await.is_empty());
        let acts =
            safe_api::audit::of_subject(db, &format!("permit/{granted}"), None, 100).await.expect("db");
        let noted = acts.iter().find(|act| act.action == "permit.paper-erased").expect("in the chain");
        assert!(noted.detail.contains("\"dated\""), "that it was handed in, and its date: {}", noted.detail);
        assert_eq!(papers(&system, refused, "medical-certificate").await.len(), 1, "an appeal is open");
        state.clock.advance_ms(18 * DAY_MS);
        held(&system, gone, Some("2026-12-01")).await;
        job::run(state).await;
        assert_eq!(
            papers(&system, refused, "medical-certificate").await.len(),
            1,
            "nobody knows that it is not"
        );
        receipt(&system, &three, refused, &refused_on).await;
        job::run(state).await;
        assert!(papers(&system, refused, "medical-certificate").await.is_empty(), "it is not any more");
        assert_eq!(state_of(&system, gone).await, "withdrawn", "a hold keeps it");
        assert_eq!(state_of(&system, refused).await, "refused", "twenty days after the appeal, not before");

        held(&system, gone, None).await;
        job::run(state).await;
        assert_eq!(state_of(&system, kept).await, "withdrawn", "a permit keeps it");
        assert_eq!(state_of(&system, gone).await, "erased", "and it keeps nobody else's");
        let row = application::Entity::find_by_id(gone).one(db).await.expect("db").expect("row");
        assert_eq!((row.applicant_id, row.company_hmac), (Uuid::nil(), None), "nobody's any more");
        let line = payment::Entity::find_by_id("line-1".to_owned()).one(db).await.expect("db").expect("line");
        assert_eq!((line.amount_cents, line.line_sealed), (12_770, None), "the books stay, the words go");
        assert!(person(&system, "robin").await.is_some(), "while a session is remembered");
        safe_api::account::citizen::session::sweep(state).await.expect("swept");
        job::run(state).await;
        assert!(person(&system, "robin").await.is_none(), "then nothing is kept of them");
        assert!(person(&system, "sam").await.is_some() && person(&system, "camille").await.is_some());

        state.clock.advance_ms(30 * DAY_MS);
        job::run(state).await;
        assert_eq!(state_of(&system, refused).await, "erased");
        assert!(safe_api::audit::verify(db).await.expect("db").is_ok());
        system.stop().await;
    }

    /// A registered letter was posted and received on a day, as its proof says.
    async fn receipt(system: &System, three: &Three, id: Uuid, day: &str) {
        let (state, clerk) = (system.state(), &three.clerk);
        let letter = ("registered", "RR 123 BE");
        issue::deliver(state, clerk, &open(system, clerk, id).await, letter, day).await.expect("sent");
        let case = open(system, clerk, id).await;
        let rows = issue::deliveries(state, &case).await.expect("rows");
        let letter = rows.iter().find(|row| row.channel == "registered").expect("a letter").id;
        issue::received(state, clerk, &case, letter, day).await.expect("received");
    }

    pub async fn who_has_just_signed_in_stays(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        // Between taking somebody up and the beginning of the session there is none.
        Browser::sign_in(&system, 2, "fr").await;
        session::Entity::delete_many().exec(&state.db).await.expect("db");
        job::run(state).await;
        assert!(person(&system, "robin").await.is_some(), "in the middle of a sign-in");
        state.clock.advance_ms(DAY_MS + 1);
        job::run(state).await;
        assert!(person(&system, "robin").await.is_none(), "nobody came of it");
        system.stop().await;
    }

    /// Asks the police about a second file.
    async fn ask_again(system: &System, three: &Three, id: Uuid) {
        let case = open(system, &three.clerk, id).await;
        let ask = Ask {
            advice: "detention-local-police".to_owned(),
            place: "residence".to_owned(),
            adviser: "police@example.org".to_owned(),
            text: "Votre avis, s’il vous plaît.".to_owned(),
            pages: vec!["storage".to_owned()],
            papers: Vec::new(),
        };
        advice::ask(system.state(), &three.clerk, &case, &ask).await.expect("asked");
    }

    async fn held(system: &System, id: Uuid, since: Option<&str>) {
        application::Entity::update_many()
            .col_expr(application::Column::LegalHold, Expr::value(since.map(str::to_owned)))
            .filter(application::Column::Id.eq(id))
            .exec(&system.state().db)
            .await
            .expect("db");
    }
}
