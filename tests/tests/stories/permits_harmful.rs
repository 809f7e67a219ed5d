//! A paper that was sent while the malware scanner was away, and that it finds harmful when it
//! is back: it goes, and everybody who relies on it is told.

story!(a_harmful_paper_that_was_sent_goes_with_a_word);
story!(what_is_harmful_is_offered_to_nobody);

mod tell {
    use safe_api::account::Role;
    use safe_api::i18n::Lang;
    use safe_api::permit::desk::{self, advice};
    use safe_api::permit::entity::{document, mail};
    use safe_api::permit::{job, mandate};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{TcpListener, TcpStream};

    use crate::permits_company::tell::{NUMBER, ask, mandates};
    use crate::steps::applicant::{filed, row};
    use crate::steps::desk::{Three, ask_police, open, open_tasks, refused, staff};

    /// Speaks as `clamd` does, and finds something in everything.
    async fn scanner(port: u16) {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.expect("port");
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream));
            }
        });
    }

    async fn answer(mut stream: TcpStream) -> std::io::Result<()> {
        let mut word = Vec::new();
        while !word.ends_with(&[0]) {
            word.push(stream.read_u8().await?);
        }
        if word == b"zPING\0" {
            return stream.write_all(b"PONG\0").await;
        }
        loop {
            let length = stream.read_u32().await?;
            if length == 0 {
                return stream.write_all(b"stream: Own-Test-Signature FOUND\0").await;
            }
            tokio::io::copy(&mut (&mut stream).take(length.into()), &mut tokio::io::sink()).await?;
        }
    }

    async fn papers(system: &System) -> Vec<document::Model> {
        document::Entity::find().all(&system.state().db).await.expect("db")
    }

    pub async fn a_harmful_paper_that_was_sent_goes_with_a_word(engine: Engine) {
        let port = safe_tests::free_port();
        let system =
            System::at_noon_with(engine, |config| config.vault.clamd = format!("127.0.0.1:{port}")).await;
        let state = system.state();
        let three = Three::of(&system).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = filed(&system, &browser).await;
        let count = papers(&system).await.len();
        assert!(papers(&system).await.iter().all(|paper| paper.scan == "pending"), "the scanner is away");
        let read = open(&system, &three.clerk, id).await;
        let window = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let here = format!("/office/permits/{id}");
        let office = async |path: &str| system.office(&window, path).await.text().await.expect("text");
        let page = office(&here).await;
        assert!(page.contains("tag--warn\">antivirus\u{a0}: analyse en cours"), "{page}");
        assert!(!page.contains("/documents/"), "nobody may open what was not looked at: {page}");

        scanner(port).await;
        job::scans(state).await.expect("asked again");
        for paper in papers(&system).await {
            assert_eq!(paper.scan, "infected");
            assert!(state.permits.store.read(&paper.vault_key).is_err(), "its bytes are gone");
        }
        // Whoever read the file before is told that it has changed.
        assert_eq!(refused(desk::assign(state, &three.clerk, &read).await), "permit-changed-meanwhile");
        assert!(row(&system, &id.to_string()).await.version > read.row.version);
        let tasks = open_tasks(&system).await;
        assert_eq!(tasks.iter().filter(|kind| *kind == "paper-infected").count(), count, "{tasks:?}");
        let subject = format!("permit/{id}");
        let acts = safe_api::audit::of_kind(&state.db, &subject, "permit.paper-infected", 100);
        assert_eq!(acts.await.expect("db").len(), count);
        let told = mail::Entity::find().filter(mail::Column::Notification.eq("paper-infected"));
        let told = told.all(&state.db).await.expect("db");
        assert_eq!(told.len(), count);
        assert!(told.iter().all(|mail| !mail.values_json.contains("papier")), "no name of a paper");
        let page = office(&here).await;
        assert!(page.contains("tag--danger\">antivirus\u{a0}: infecté, supprimé"), "{page}");
        assert!(!page.contains("/documents/"), "no way to what is gone: {page}");
        let list = office("/office/permits-tasks").await;
        for paper in papers(&system).await {
            let law = state.law.on(read.today);
            let title = law.document(&paper.document).expect("a row").title.get(Lang::FR).to_owned();
            assert!(list.contains(&format!("<b>{title}</b>")), "which one: {list}");
            assert!(page.contains(&format!("<span class=\"hint\"><bdi>{title} – ")), "which one: {page}");
        }
        // The mail leads to the page of the file, which says at its top which ones they were.
        let page = browser.get(&format!("{id}/")).await;
        let notice = page.html.split("id=\"harmful\"").nth(1).expect("a notice");
        let notice = notice.split("</section>").next().expect("its words");
        assert!(notice.contains(&format!("supprimé {count} de vos documents")), "{notice}");
        assert!(
            notice.contains("Extrait de casier judiciaire") && notice.contains(" – papier.pdf"),
            "{notice}"
        );
        assert!(notice.contains("il vous le demandera"), "as the mail does: {notice}");
        assert_eq!(notice.matches("<li>").count(), count);
        assert_eq!(
            page.html.matches("programme nuisible</span>").count(),
            count,
            "the same word beside each file"
        );
        assert!(!page.html.contains("Ce fichier est refusé"), "it was taken before");
        let answers = page.html.split("<summary>Vos réponses</summary>").nth(1).expect("what was said");
        assert!(!answers.contains("papier.pdf"), "nothing that is gone is among the answers: {answers}");
        assert_eq!(job::scans(state).await.expect("nothing left"), 0);
        system.stop().await;
    }

    pub async fn what_is_harmful_is_offered_to_nobody(engine: Engine) {
        let port = safe_tests::free_port();
        let system =
            System::at_noon_with(engine, |config| config.vault.clamd = format!("127.0.0.1:{port}")).await;
        let state = system.state();
        let three = Three::of(&system).await;
        let id = filed(&system, &Browser::sign_in(&system, 0, "fr").await).await;
        three.examine(&system, id, true).await;
        let question = ask_police(&system, &three.clerk, id).await;
        let police = staff(&system, "police", &[Role::Adviser]).await;
        let seen = advice::asked(state, &police, question).await.expect("asked");
        assert_eq!(seen.papers.len(), 1, "it may still be found clean");
        ask(&system, &Browser::sign_in(&system, 1, "fr").await, NUMBER, 90).await;
        let window = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let path = format!("/office/permits-mandates/{}", mandates(&system).await[0].id);
        let office = async || system.office(&window, &path).await.text().await.expect("text");
        let page = office().await;
        assert!(page.contains("analyse en cours") && !page.contains("/document\""), "{page}");

        scanner(port).await;
        job::scans(state).await.expect("asked again");
        mandate::remind(state).await.expect("asked again");
        let seen = advice::asked(state, &police, question).await.expect("asked");
        assert!(seen.papers.is_empty(), "it is gone");
        let page = office().await;
        assert!(page.contains("infecté, supprimé") && !page.contains("/document\""), "{page}");
        system.stop().await;
    }
}
