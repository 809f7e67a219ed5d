//! A paper that was sent while the malware scanner was away, and that it finds harmful when it
//! is back: it goes, and everybody who relies on it is told.

story!(a_harmful_paper_that_was_sent_goes_with_a_word);

mod tell {
    use safe_api::permit::desk;
    use safe_api::permit::entity::{document, mail};
    use safe_api::permit::job;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{TcpListener, TcpStream};

    use crate::steps::applicant::{filed, row};
    use crate::steps::desk::{Three, open, open_tasks, refused};

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
        assert!(browser.get(&format!("{id}/")).await.html.contains("programme nuisible"), "which one it was");
        assert_eq!(job::scans(state).await.expect("nothing left"), 0);
        system.stop().await;
    }
}
