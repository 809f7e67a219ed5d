//! What somebody writes to the office: all of it is kept, everything of it is read, and it is
//! known who wrote.

story!(a_long_defence_is_kept_whole);
story!(papers_of_one_notice_leave_room_for_the_next);
story!(every_answer_is_read_and_kept);
story!(who_acts_by_a_mandate_is_named);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::audit;
    use safe_api::permit::desk;
    use safe_api::permit::entity::{application, grant, part};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
    use uuid::Uuid;

    use crate::permits_company::tell::{NUMBER, ask, confirm, mandates};
    use crate::steps::applicant::{PDF, ago, filed, main_of};
    use crate::steps::desk::{Three, granted, open, refused, time_passes};

    /// The page of the notice that is open.
    async fn notice(system: &System, three: &Three, id: Uuid) -> String {
        let case = open(system, &three.clerk, id).await;
        let (row, ..) = case.notices.iter().find(|(row, ..)| row.state == "open").expect("a notice");
        format!("{id}/notice/{}", row.id)
    }

    /// Hears the applicant before a refusal; the answer is the page of the notice.
    async fn heard(system: &System, three: &Three, id: Uuid) -> String {
        let case = open(system, &three.clerk, id).await;
        desk::notice(system.state(), &three.clerk, &case, "Un refus est envisagé.").await.expect("sent");
        notice(system, three, id).await
    }

    async fn answered(system: &System, three: &Three, id: Uuid) -> Option<String> {
        open(system, &three.clerk, id).await.notices[0].2.clone()
    }

    pub async fn a_long_defence_is_kept_whole(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &browser).await;
        three.examine(&system, id, true).await;
        let path = heard(&system, &three, id).await;
        assert!(browser.get(&path).await.html.contains("Maximum 20\u{202f}000 caractères"), "said before");
        // Two bytes each, as long as it may be.
        let whole = "é".repeat(20_000);
        let page = browser.upload_all(&path, &[("answer", &whole)], &[]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", main_of(&page));
        assert_eq!(answered(&system, &three, id).await.as_deref(), Some(whole.as_str()));
        let history = browser.get(&format!("{id}/")).await.html;
        let asked = history.find("Le service vous écrit ce qu’il envisage").expect("the question");
        assert!(asked < history.find("Votre réponse est arrivée").expect("and then the answer"));
        for longer in [20_001, 100_000] {
            let text = "à".repeat(usize::try_from(longer).expect("a length"));
            let page = browser.upload_all(&path, &[("answer", &text)], &[]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{longer}");
            assert!(page.html.contains("id=\"answer-error\""), "beside the field");
            let told = format!("compte {} caractères", safe_api::i18n::grouped(longer));
            assert!(page.html.contains(&told), "{}", main_of(&page));
            assert!(page.html.contains(&text), "what was written is still there, all of it");
        }
        assert_eq!(answered(&system, &three, id).await.as_deref(), Some(whole.as_str()));
        system.stop().await;
    }

    /// A file of which papers are missing, and where that is answered.
    async fn asked(system: &System, browser: &Browser<'_>, three: &Three) -> (Uuid, String) {
        let state = system.state();
        let id = filed(system, browser).await;
        let case = open(system, &three.clerk, id).await;
        desk::assign(state, &three.clerk, &case).await.expect("assigned");
        let case = open(system, &three.clerk, id).await;
        desk::items(state, &three.clerk, &case, "Il manque le certificat.").await.expect("asked");
        let path = notice(system, three, id).await;
        (id, path)
    }

    pub async fn papers_of_one_notice_leave_room_for_the_next(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let state = system.state();
        let (id, path) = asked(&system, &browser, &three).await;
        let all: Vec<_> = (0..21).map(|number| [PDF, format!("% {number}\n").as_bytes()].concat()).collect();
        let files: Vec<_> = all.iter().map(|paper| ("a.pdf", paper.as_slice())).collect();
        let page = browser.upload_all(&path, &[("answer", "Voici.")], &files[..20]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", main_of(&page));
        let page = browser.upload_all(&path, &[("answer", "Voici.")], &files[20..]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.html.contains("au maximum 20 fichiers"), "{}", main_of(&page));
        let case = open(&system, &three.clerk, id).await;
        desk::close_notice(state, &three.clerk, &case).await.expect("closed");
        let case = open(&system, &three.clerk, id).await;
        desk::admissible(state, &three.clerk, &case, true, "").await.expect("examined");

        // The hearing before a refusal has its own places.
        let first = browser.get(&path).await.html;
        let path = heard(&system, &three, id).await;
        let second = browser.get(&path).await.html;
        let listed = |html: &str| html.matches("/file/").count();
        assert_eq!((listed(&first), listed(&second)), (20, 0), "each notice has its own papers");
        let page = browser.upload_all(&path, &[("answer", "Ma défense.")], &files[20..]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", main_of(&page));
        let case = open(&system, &three.clerk, id).await;
        let papers = case.papers.iter().filter(|paper| paper.row.document == "notice-answer");
        assert_eq!(papers.count(), 21);
        system.stop().await;
    }

    pub async fn every_answer_is_read_and_kept(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let state = system.state();
        let (id, path) = asked(&system, &browser, &three).await;
        let say = async |words: &str| {
            let page = browser.upload_all(&path, &[("answer", words)], &[]).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", main_of(&page));
        };
        say("Le certificat suit par la poste.").await;
        let read = open(&system, &three.clerk, id).await;
        let desk = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let version = read.row.version.to_string();
        say("Je renonce au certificat.").await;
        // A page that was opened before does not close what nobody has read.
        let closed = desk::close_notice(state, &three.clerk, &read).await;
        assert_eq!(refused(closed), "permit-changed-meanwhile");
        let step = format!("/office/permits/{id}/close-notice");
        let sent = system.submit(&desk, &step, &[("version", &version)]).await;
        assert_eq!(sent.status(), StatusCode::CONFLICT);
        // The same words once more are no news.
        say("Je renonce au certificat.").await;

        let case = open(&system, &three.clerk, id).await;
        let words = |sealed: Option<&[u8]>| -> String {
            case.key.open("event/notice-answered", sealed.expect("words")).expect("opens")
        };
        let lines = case.events.iter().filter(|line| line.kind == "notice-answered");
        let kept: Vec<_> = lines.map(|line| words(line.detail_sealed.as_deref())).collect();
        assert_eq!(kept, ["Le certificat suit par la poste.", "Je renonce au certificat."]);
        let history = browser.get(&format!("{id}/")).await.html;
        assert!(history.contains("Le service vous demande des documents"), "before the answers: {history}");
        let page = system.office(&desk, &format!("/office/permits/{id}")).await;
        let html = page.text().await.expect("text");
        assert!(kept.iter().all(|words| html.contains(words)), "whoever handles the file reads both");
        let case = open(&system, &three.clerk, id).await;
        desk::close_notice(state, &three.clerk, &case).await.expect("closed");
        system.stop().await;
    }

    /// Opens the file to whoever has a mandate of the company, and gives one to a colleague.
    async fn share<'s>(system: &'s System, three: &Three, id: Uuid) -> Browser<'s> {
        let company = system.state().permits.keys.hash("enterprise-number", &NUMBER.replace('.', ""));
        application::Entity::update_many()
            .col_expr(application::Column::CompanyHmac, Expr::value(Some(company)))
            .filter(application::Column::Id.eq(id))
            .exec(&system.state().db)
            .await
            .expect("shared");
        let colleague = Browser::sign_in(system, 1, "fr").await;
        assert_eq!(ask(system, &colleague, NUMBER, 90).await.status, StatusCode::SEE_OTHER);
        confirm(system, &three.clerk, mandates(system).await.remove(0).id).await;
        colleague
    }

    async fn actors(system: &System, id: Uuid, action: &str) -> Vec<String> {
        let acts = audit::of_subject(&system.state().db, &format!("permit/{id}"), None, 500).await;
        let acts = acts.expect("db").into_iter().filter(|act| act.action == action);
        acts.map(|act| act.actor).collect()
    }

    pub async fn who_acts_by_a_mandate_is_named(engine: Engine) {
        let system = System::at_noon(engine).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let state = system.state();
        let (id, _) = granted(&system, &owner, &three).await;
        let colleague = share(&system, &three, id).await;
        three.issue(&system, id).await;
        let permit = grant::Entity::find().one(&state.db).await.expect("db").expect("permit").id;
        let [d, m, y] = ago(&system, 0);
        let said = [("on-d", d.as_str()), ("on-m", &m), ("on-y", &y), ("serial", "A1")];
        let page = colleague.fill(&format!("permit/{permit}"), &said).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", main_of(&page));
        assert_eq!(part::Entity::find().count(&state.db).await.expect("db"), 2);
        assert_eq!(actors(&system, id, "permit.acquired").await, ["mandated"]);

        let case = open(&system, &three.clerk, id).await;
        desk::after::examine(state, &three.clerk, &case, "Un fait nouveau.").await.expect("opened");
        let path = heard(&system, &three, id).await;
        let answer = [("answer", "Nous contestons.")];
        let page = colleague.upload(&path, &answer, "a.pdf", PDF).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", main_of(&page));
        let page = owner.upload_all(&path, &[("answer", "Je conteste.")], &[]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", main_of(&page));
        time_passes(&system, id).await;
        assert_eq!(actors(&system, id, "permit.paper").await, ["mandated"]);
        assert_eq!(
            actors(&system, id, "permit.notice-answered").await,
            ["applicant", "mandated"],
            "newest first"
        );
        let case = open(&system, &three.clerk, id).await;
        let lines = case.events.iter().filter(|line| line.kind == "notice-answered");
        let who: Vec<_> = lines.map(|line| line.actor.as_str()).collect();
        assert_eq!(who, ["mandated", "applicant"]);
        system.stop().await;
    }
}
