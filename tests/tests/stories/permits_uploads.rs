//! What people hand in: no more than the rows and the settings allow, only while the file
//! takes it, and nobody keeps the others waiting. The same in a folder and in a bucket.

/// Makes three tests of one story: on both databases, and with the documents in a bucket.
macro_rules! everywhere {
    ($name:ident) => {
        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                super::tell::$name(safe_tests::Engine::Sqlite, None).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                super::tell::$name(safe_tests::Engine::Postgres, None).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn in_a_bucket() {
                let bucket = safe_tests::bucket::Bucket::start().await;
                super::tell::$name(safe_tests::Engine::Sqlite, Some(&bucket)).await;
            }
        }
    };
}

everywhere!(one_form_brings_no_more_than_a_document_may_have);
everywhere!(a_file_ends_while_something_is_handed_in);
everywhere!(a_slow_upload_keeps_nobody_waiting);

mod tell {
    use std::time::Duration;

    use reqwest::StatusCode;
    use safe_api::config::Config;
    use safe_api::permit::desk;
    use safe_api::permit::entity::{application, document, notice};
    use safe_api::permit::file;
    use safe_tests::bucket::Bucket;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
    use tokio::time::Instant;
    use uuid::Uuid;

    use crate::steps::applicant::{PDF, ago, begin, filed, hand_in, main_of, shooter};
    use crate::steps::desk::{Three, open, refused, time_passes};
    use crate::steps::held::Held;

    async fn papers(system: &System, id: &str) -> usize {
        let id: Uuid = id.parse().expect("id");
        let own = document::Entity::find().filter(document::Column::ApplicationId.eq(id));
        usize::try_from(own.count(&system.state().db).await.expect("db")).expect("small")
    }

    /// A paper like another one, with other bytes.
    fn paper(like: &[u8], number: usize) -> Vec<u8> {
        [like, format!("% {number}\n").as_bytes()].concat()
    }

    /// Files that lie in the vault, finished or not.
    async fn in_vault(system: &System, bucket: Option<&Bucket>) -> usize {
        if let Some(bucket) = bucket {
            return bucket.objects().await.len() + bucket.uploads().await;
        }
        let folders = std::fs::read_dir(system.state().config.vault_dir()).expect("vault");
        folders.flatten().map(|folder| std::fs::read_dir(folder.path()).expect("folder").count()).sum()
    }

    fn keep(config: &mut Config, bucket: Option<&Bucket>) {
        if let Some(bucket) = bucket {
            bucket.hold(config);
        }
    }

    pub async fn one_form_brings_no_more_than_a_document_may_have(engine: Engine, bucket: Option<&Bucket>) {
        let system = System::start_with(engine, |config| {
            keep(config, bucket);
            config.vault.application_bytes = 25 * PDF.len() as u64;
            config.vault.upload_bytes = 100_000;
        })
        .await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let [d, m, y] = ago(&system, 10);
        let dated = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
        let id = begin(&browser, "detention").await;
        let path = format!("{id}/document/criminal-record/-");
        let all: Vec<_> = (0..60).map(|number| paper(PDF, number)).collect();
        let files: Vec<_> = all.iter().map(|paper| ("a.pdf", paper.as_slice())).collect();
        let page = browser.upload_all(&path, &dated, &files).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.html.contains("au maximum 20 fichiers"), "{}", main_of(&page));
        assert_eq!((papers(&system, &id).await, in_vault(&system, bucket).await), (20, 20));

        // Two forms at once bring no more than one.
        let other = begin(&browser, "detention").await;
        let path = format!("{other}/document/criminal-record/-");
        let (one, two) = (&files[..15], &files[15..30]);
        tokio::join!(browser.upload_all(&path, &dated, one), browser.upload_all(&path, &dated, two));
        assert_eq!((papers(&system, &other).await, in_vault(&system, bucket).await), (20, 40));

        // The whole file has its size, and so has a form.
        let third = begin(&browser, "detention").await;
        let path = format!("{third}/document/criminal-record/-");
        let large = [PDF, b"%".repeat(9 * PDF.len()).as_slice(), b"\n%%EOF\n"].concat();
        let [a, b, c] = [1, 2, 3].map(|number| paper(&large, number));
        let page = browser.upload_all(&path, &dated, &[("a.pdf", &a), ("b.pdf", &b), ("c.pdf", &c)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.html.contains("ne tient plus dans le dossier"), "{}", main_of(&page));
        assert_eq!((papers(&system, &third).await, in_vault(&system, bucket).await), (2, 42));
        let whole = [PDF, [0; 100_000].as_slice()].concat();
        let held = Held::of_size(&system, &browser, &path, &dated, &whole).await;
        assert_eq!(held.answer().await, 413, "before any of it is taken");
        assert_eq!(in_vault(&system, bucket).await, 42, "nothing without its row");
        system.stop().await;
    }

    pub async fn a_file_ends_while_something_is_handed_in(engine: Engine, bucket: Option<&Bucket>) {
        let system = System::start_with(engine, |config| keep(config, bucket)).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let [d, m, y] = ago(&system, 10);
        let dated = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
        let id = begin(&browser, "detention").await;
        let path = format!("{id}/document/criminal-record/-");
        let held = Held::begin(&system, &browser, &path, &dated).await;
        assert_eq!(browser.fill(&format!("{id}/withdraw"), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(held.finish().await, 404, "the draft is gone");
        assert_eq!(
            (papers(&system, &id).await, in_vault(&system, bucket).await),
            (0, 0),
            "and nothing of it stays"
        );

        // What is handed in while the file is sent is not in it.
        let id = shooter(&system, &browser, "none").await;
        let before = papers(&system, &id).await;
        let held = Held::begin(&system, &browser, &format!("{id}/document/criminal-record/-"), &dated).await;
        let check = browser.get(&format!("{id}/check")).await;
        let (csrf, key) = (check.hidden("csrf"), check.hidden("key"));
        let sent = browser.post(&format!("{id}/submit"), &[("csrf", &csrf), ("key", &key)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        assert_eq!(held.finish().await, 409);
        assert_eq!((papers(&system, &id).await, in_vault(&system, bucket).await), (before, before));
        let own: Uuid = id.parse().expect("id");
        let paper = document::Entity::find().one(&system.state().db).await.expect("db").expect("a paper");
        assert!(file::take_back(system.state(), own, &paper).await.is_err(), "what was sent stays");
        assert_eq!((papers(&system, &id).await, in_vault(&system, bucket).await), (before, before));

        // A paper raises the version: a check made before it no longer counts.
        let id = begin(&browser, "detention").await;
        let version = |row: Option<application::Model>| row.expect("file").version;
        let own: Uuid = id.parse().expect("id");
        let db = &system.state().db;
        let old = version(application::Entity::find_by_id(own).one(db).await.expect("db"));
        hand_in(&system, &browser, &id, "criminal-record", "-").await;
        assert!(version(application::Entity::find_by_id(own).one(db).await.expect("db")) > old);
        system.stop().await;
        a_notice_ends(engine, bucket).await;
    }

    async fn a_notice_ends(engine: Engine, bucket: Option<&Bucket>) {
        let system = System::start_with(engine, |config| keep(config, bucket)).await;
        // A bucket still holds what other systems brought.
        let others = in_vault(&system, bucket).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &browser).await;
        let state = system.state();
        let case = open(&system, &three.clerk, id).await;
        desk::assign(state, &three.clerk, &case).await.expect("assigned");
        let case = open(&system, &three.clerk, id).await;
        desk::items(state, &three.clerk, &case, "Il manque le certificat.").await.expect("asked");
        let asked = notice::Entity::find().one(&state.db).await.expect("db").expect("notice").id;
        let path = format!("{id}/notice/{asked}");
        let before = papers(&system, &id.to_string()).await;
        let page = browser.upload_all(&path, &[("answer", "Voici.")], &[]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", main_of(&page));
        let stale = open(&system, &three.clerk, id).await;
        let page = browser.upload(&path, &[("answer", "Et ceci.")], "a.pdf", PDF).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", main_of(&page));
        assert_eq!(papers(&system, &id.to_string()).await, before + 1);
        let closed = desk::close_notice(state, &three.clerk, &stale).await;
        assert_eq!(refused(closed), "permit-changed-meanwhile", "what the handler read lacks a paper");
        let chain =
            safe_api::audit::of_subject(&state.db, &format!("permit/{id}"), None, 500).await.expect("db");
        assert_eq!(
            chain.iter().filter(|act| act.action == "permit.paper").count(),
            1,
            "it stands in the chain"
        );

        let held = Held::begin(&system, &browser, &path, &[("answer", "Encore.")]).await;
        time_passes(&system, id).await;
        let case = open(&system, &three.clerk, id).await;
        desk::close_notice(state, &three.clerk, &case).await.expect("closed");
        assert_eq!(held.finish().await, 409, "the time is over");
        assert_eq!(
            (papers(&system, &id.to_string()).await, in_vault(&system, bucket).await),
            (before + 1, others + before + 1)
        );
        system.stop().await;
    }

    pub async fn a_slow_upload_keeps_nobody_waiting(engine: Engine, bucket: Option<&Bucket>) {
        let system = System::start_with(engine, |config| {
            keep(config, bucket);
            config.vault.uploads_per_person = 2;
            config.vault.upload_wait_s = 1;
            config.vault.upload_grace_s = 25;
        })
        .await;
        let slow = Browser::sign_in(&system, 0, "fr").await;
        let [d, m, y] = ago(&system, 10);
        let dated = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
        let id = begin(&slow, "detention").await;
        let path = format!("{id}/document/criminal-record/-");
        let other = Browser::sign_in(&system, 1, "fr").await;
        let its = begin(&other, "detention").await;
        let whole = [PDF, b"%".repeat(900_000).as_slice()].concat();
        let began = Instant::now();
        let first = Held::of_size(&system, &slow, &path, &dated, &whole).await;
        let _second = Held::begin(&system, &slow, &path, &dated).await;
        let third = slow.upload(&path, &dated, "a.pdf", PDF).await;
        assert_eq!(third.status, StatusCode::SERVICE_UNAVAILABLE, "two at once, and nobody waits for ever");
        hand_in(&system, &other, &its, "criminal-record", "-").await;
        assert!(began.elapsed() < Duration::from_secs(25), "while the slow one holds its places");

        // Quick enough for a connection, much too slow for a place.
        first.drip(3_000).await;
        assert!(began.elapsed() < Duration::from_secs(120), "cut off");
        hand_in(&system, &slow, &id, "criminal-record", "-").await;
        assert_eq!(
            (papers(&system, &id).await, in_vault(&system, bucket).await),
            (1, 2),
            "nothing half-done stays"
        );
        system.stop().await;
    }
}
