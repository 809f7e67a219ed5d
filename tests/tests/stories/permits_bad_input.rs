//! What goes wrong on the way of an application: uploads that break off, papers that grow too
//! old, the button that leads back, and two requests at once.

story!(an_upload_that_breaks_off_leaves_nothing);
story!(a_paper_is_judged_on_the_day_of_sending);
story!(what_was_sent_stays_as_it_was_sent);

mod tell {
    use std::time::Duration;

    use reqwest::StatusCode;
    use reqwest::header::{CONTENT_TYPE, COOKIE};
    use safe_api::permit::entity::{document, event, fee};
    use safe_tests::citizen::{Browser, parts};
    use safe_tests::form::WITH_FILES;
    use safe_tests::{Engine, System};
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;

    use crate::steps::applicant::{PDF, ago, begin, declare, hand_in, main_of, row, sent, shooter};

    async fn papers(system: &System) -> usize {
        document::Entity::find().all(&system.state().db).await.expect("db").len()
    }

    /// Files that lie in the vault, finished or not.
    fn in_vault(system: &System) -> usize {
        fn count(folder: &std::path::Path) -> usize {
            let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
            entries
                .map(|entry| entry.expect("entry").path())
                .map(|path| if path.is_dir() { count(&path) } else { 1 })
                .sum()
        }
        count(&system.state().config.vault_dir())
    }

    /// A form with a file in it, as a browser sends it; `whole` ends it.
    fn form(system: &System, csrf: &str, content: &[u8], whole: bool) -> Vec<u8> {
        let [d, m, y] = ago(system, 10);
        let dated = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
        let mut body = parts(csrf, &dated, &[("extrait.pdf", content)]);
        if !whole {
            body.truncate(body.len() - b"\r\n--edge--\r\n".len());
        }
        body
    }

    pub async fn an_upload_that_breaks_off_leaves_nothing(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = begin(&browser, "detention").await;
        let path = format!("{id}/document/criminal-record/-");
        let csrf = browser.get(&path).await.hidden("csrf");
        let address = format!("/fr/permits/apply/{path}");

        // The connection ends before the length that was promised.
        let body = form(&system, &csrf, PDF, true);
        let host = system.base.trim_start_matches("http://");
        let mut wire = TcpStream::connect(host).await.expect("connection");
        let head = format!(
            "POST {address} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\nAccept: text/html\r\n\
             Content-Type: {WITH_FILES}\r\nContent-Length: {}\r\n\r\n",
            browser.cookie(),
            body.len() + 5_000,
        );
        wire.write_all(head.as_bytes()).await.expect("head");
        wire.write_all(&body[..body.len() - 20]).await.expect("part of the body");
        wire.shutdown().await.expect("shut");
        let mut answer = Vec::new();
        let read = tokio::time::timeout(Duration::from_secs(20), wire.read_to_end(&mut answer)).await;
        assert!(read.is_ok(), "the server does not wait for ever");
        assert!(!String::from_utf8_lossy(&answer).starts_with("HTTP/1.1 303"), "never taken");
        assert_eq!((papers(&system).await, in_vault(&system)), (0, 0), "nothing of it stays");

        // The length is right, the form is not ended.
        let request = system.http.post(format!("{}{address}", system.base)).header(COOKIE, browser.cookie());
        let request = request
            .header(CONTENT_TYPE, WITH_FILES)
            .header("accept", "text/html")
            .body(form(&system, &csrf, PDF, false));
        let status = request.send().await.expect("answer").status();
        assert!(status.is_client_error(), "{status}");
        assert_eq!((papers(&system).await, in_vault(&system)), (0, 0), "nothing of it stays");

        // Afterwards it works as if nothing had been.
        hand_in(&system, &browser, &id, "criminal-record", "-").await;
        assert_eq!(papers(&system).await, 1);
        system.stop().await;
    }

    pub async fn a_paper_is_judged_on_the_day_of_sending(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = shooter(&system, &browser, "none").await;
        let check = browser.get(&format!("{id}/check")).await;
        assert!(!check.html.contains("error-summary"), "{}", main_of(&check));
        // Complete today, and left lying: the extract of ten days ago is too old by then.
        system.state().clock.advance_ms(95 * 86_400_000);
        let later = Browser::sign_in(&system, 0, "fr").await;
        declare(&later, &id).await;
        let check = later.get(&format!("{id}/check")).await;
        assert!(check.html.contains("trop ancien"), "{}", main_of(&check));
        let (csrf, key) = (check.hidden("csrf"), check.hidden("key"));
        let sent = later.post(&format!("{id}/submit"), &[("csrf", &csrf), ("key", &key)]).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(row(&system, &id).await.state, "draft");
        system.stop().await;
    }

    pub async fn what_was_sent_stays_as_it_was_sent(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = sent(&system, &browser).await;
        let before = row(&system, &id).await;
        let count = papers(&system).await;
        let csrf = browser.get(&format!("{id}/")).await.hidden("csrf");
        // Pages that the button leads back to, sent as they stood.
        for (path, fields) in [
            ("page/name", vec![("family-name", "Autre"), ("given-names", "Nom"), ("seen", "0")]),
            ("weapons-wanted/row/new", vec![("nature", "long")]),
            ("page/weapons-wanted/row/new", vec![("nature", "long")]),
            ("submit", vec![("key", before.submit_key.as_str())]),
        ] {
            let mut all = vec![("csrf", csrf.as_str())];
            all.extend(fields);
            let page = browser.post(&format!("{id}/{path}"), &all).await;
            let told = page.location.contains("already-sent");
            assert!(told || page.status.is_client_error(), "{path}: {} {}", page.status, page.location);
        }
        for path in ["check", "page/name", "document/criminal-record/-"] {
            let page = browser.get(&format!("{id}/{path}")).await;
            assert!(page.location.contains("already-sent"), "{path}: {} {}", page.status, page.location);
        }
        let [d, m, y] = ago(&system, 10);
        let dated = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
        // The form of an upload has no page any more; its token is that of the session.
        let fields: Vec<_> = dated.into_iter().chain([("csrf", csrf.as_str())]).collect();
        let path = format!("{id}/document/criminal-record/-");
        let late = browser.upload(&path, &fields, "papier.pdf", PDF).await;
        assert!(late.status.is_client_error(), "{}", late.status);
        let after = row(&system, &id).await;
        assert_eq!(
            (after.version, after.reference, after.state),
            (before.version, before.reference, before.state)
        );
        assert_eq!(papers(&system).await, count);
        let db = &system.state().db;
        let fees = fee::Entity::find().filter(fee::Column::ApplicationId.eq(after.id)).all(db).await;
        assert_eq!(fees.expect("db").len(), 1, "asked for once");
        let received = event::Entity::find().filter(event::Column::Kind.eq("received")).all(db).await;
        assert_eq!(received.expect("db").len(), 1, "received once");
        system.stop().await;
    }
}
