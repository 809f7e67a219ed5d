//! Documents in a bucket: in parts and sealed, with the bucket gone in the middle of an
//! upload, and from the folder into the bucket while the service runs.

story!(a_large_file_goes_in_parts_and_comes_back);
story!(a_bucket_goes_away_and_comes_back);
story!(documents_move_into_a_bucket);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_key_is_refused_and_told_without_it() {
    tell::a_wrong_key_is_refused().await;
}

mod tell {
    use std::io::{ErrorKind, Read};
    use std::time::Duration;

    use reqwest::StatusCode;
    use safe_api::config::Config;
    use safe_api::permit::entity::{document, leftover};
    use safe_api::permit::job;
    use safe_api::permit::vault::{self, Folder, Store, moving};
    use safe_tests::bucket::Bucket;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder};

    use crate::steps::applicant::{PDF, ago, begin, hand_in};
    use crate::steps::held::Held;

    const SOON: Duration = Duration::from_secs(20);

    /// A PDF of about so many bytes, no two parts of it alike.
    fn large(bytes: usize) -> Vec<u8> {
        let text = (0..bytes).map(|at| b'a' + u8::try_from((at + at / 1000) % 23).expect("a letter"));
        [PDF, b"%", text.collect::<Vec<_>>().as_slice(), b"\n%%EOF\n"].concat()
    }

    async fn papers(system: &System) -> Vec<document::Model> {
        let find = document::Entity::find().order_by_asc(document::Column::CreatedAtMs);
        find.all(&system.state().db).await.expect("db")
    }

    async fn leftovers(system: &System) -> u64 {
        leftover::Entity::find().count(&system.state().db).await.expect("db")
    }

    async fn remove(browser: &Browser<'_>, id: &str, paper: &document::Model) -> StatusCode {
        let place = format!("{id}/document/{}/{}", paper.document, paper.slot);
        let csrf = browser.get(&place).await.hidden("csrf");
        browser.post(&format!("{id}/file/{}/remove", paper.id), &[("csrf", &csrf)]).await.status
    }

    /// An upload of which the first part lies in the bucket.
    async fn half(system: &System, browser: &Browser<'_>, id: &str, bucket: &Bucket, content: &[u8]) -> Held {
        let [d, m, y] = ago(system, 10);
        let dated = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
        let path = format!("{id}/document/criminal-record/-");
        let mut held = Held::of_size(system, browser, &path, &dated, content).await;
        held.send(7_000_000).await;
        let begun = system.until(SOON, || async { bucket.uploads().await == 1 }).await;
        assert!(begun, "the first part is there while the rest is on its way");
        held
    }

    pub async fn a_large_file_goes_in_parts_and_comes_back(engine: Engine) {
        let bucket = Bucket::start().await;
        let system = System::start_with(engine, |config| bucket.hold(config)).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = begin(&browser, "detention").await;
        let content = large(12_000_000);
        let held = half(&system, &browser, &id, &bucket, &content).await;
        assert!(bucket.objects().await.is_empty(), "nothing under its name before it is whole");
        assert_eq!(held.finish().await, 303);
        assert_eq!((bucket.objects().await.len(), bucket.uploads().await), (1, 0));
        let paper = papers(&system).await.remove(0);
        let mut raw = Vec::new();
        let mut sealed = system.state().permits.store.read(&paper.vault_key).expect("there");
        sealed.read_to_end(&mut raw).expect("read");
        assert!(raw.len() > content.len() && !raw.windows(5).any(|bytes| bytes == b"%PDF-"), "sealed");
        assert!(browser.bytes(&format!("{id}/file/{}", paper.id)).await == content, "the same bytes");

        // Who goes away in the middle leaves nothing.
        drop(half(&system, &browser, &id, &bucket, &content).await);
        assert!(system.until(SOON, || async { bucket.uploads().await == 0 }).await, "aborted");
        assert_eq!((papers(&system).await.len(), bucket.objects().await.len()), (1, 1));
        assert_eq!(remove(&browser, &id, &paper).await, StatusCode::SEE_OTHER);
        assert!(bucket.objects().await.is_empty());
        assert_eq!(leftovers(&system).await, 0);
        system.stop().await;
    }

    pub async fn a_bucket_goes_away_and_comes_back(engine: Engine) {
        let mut bucket = Bucket::start().await;
        let system = System::start_with(engine, |config| bucket.hold(config)).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = begin(&browser, "detention").await;
        hand_in(&system, &browser, &id, "criminal-record", "-").await;
        let first = papers(&system).await.remove(0);
        let held = half(&system, &browser, &id, &bucket, &large(12_000_000)).await;
        bucket.cut().await;
        // In the middle of it: the form comes back and says so, and nothing counts as handed in.
        assert_eq!(held.finish().await, 422);
        let [d, m, y] = ago(&system, 10);
        let dated = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
        let path = format!("{id}/document/criminal-record/-");
        let page = browser.upload(&path, &dated, "b.pdf", PDF).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.html.contains("Nous ne pouvons pas garder ce fichier pour le moment"), "{}", page.html);
        assert_eq!(papers(&system).await.len(), 1);
        let read = browser.get(&format!("{id}/file/{}", first.id)).await;
        assert_eq!(read.status, StatusCode::SERVICE_UNAVAILABLE, "come back later, no fault of ours");
        // Alerts do not wait for documents.
        assert_eq!(system.json("/health/ready").await["files"], false);
        let metrics = system.http.get(system.metrics()).send().await.expect("metrics").text().await;
        assert!(metrics.expect("text").contains("safe_files_away 1"));
        // What is taken back now is gone for everybody; its bytes go later.
        assert_eq!(remove(&browser, &id, &first).await, StatusCode::SEE_OTHER);
        assert!(papers(&system).await.is_empty());
        assert!(leftovers(&system).await >= 1);
        assert!(bucket.objects().await.contains(&first.vault_key));

        bucket.mend().await;
        assert!(system.until(SOON, || async { bucket.uploads().await == 0 }).await, "half an upload goes");
        let well = system.until(SOON, || async { system.json("/health/ready").await["files"] == true }).await;
        assert!(well, "it is found again without anybody's help");
        job::run(system.state()).await;
        assert_eq!((leftovers(&system).await, bucket.objects().await.len()), (0, 0), "nothing stays behind");
        hand_in(&system, &browser, &id, "criminal-record", "-").await;
        assert_eq!((papers(&system).await.len(), bucket.objects().await.len()), (1, 1));
        system.stop().await;
    }

    pub async fn documents_move_into_a_bucket(engine: Engine) {
        let bucket = Bucket::start().await;
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = begin(&browser, "detention").await;
        let [d, m, y] = ago(&system, 10);
        let dated = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
        let path = format!("{id}/document/criminal-record/-");
        for other in [b"% one\n", b"% two\n"] {
            let paper = [PDF, other].concat();
            let page = browser.upload(&path, &dated, "a.pdf", &paper).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER);
        }
        let root = system.state().config.vault_dir();
        let mut unknown = Folder::new(&root).expect("folder").begin("of-nobody-01").expect("begun");
        unknown.write_all(b"bytes").expect("written");
        unknown.keep().expect("kept");
        assert!(moving::run(system.state()).await.is_err(), "there is no bucket to move to");

        // The next process has a bucket: it reads what is in the folder and adds to the bucket.
        let other = system.beside(|config| bucket.hold(config)).await;
        let browser = Browser::sign_in(&other, 0, "fr").await;
        hand_in(&other, &browser, &id, "criminal-record", "-").await;
        assert_eq!(bucket.objects().await.len(), 1);
        let papers = papers(&other).await;
        for paper in &papers {
            let read = browser.bytes(&format!("{id}/file/{}", paper.id)).await;
            assert!(read.starts_with(PDF), "wherever it lies");
        }
        let moved = moving::run(other.state()).await.expect("moved");
        assert_eq!((moved.files, moved.unknown), (2, 1));
        assert_eq!(Folder::keys(&root).expect("folder"), ["of-nobody-01"], "what no record knows stays");
        let mut there = bucket.objects().await;
        let mut own: Vec<_> = papers.iter().map(|paper| paper.vault_key.clone()).collect();
        there.sort();
        own.sort();
        assert_eq!(there, own);
        for paper in &papers {
            let read = browser.bytes(&format!("{id}/file/{}", paper.id)).await;
            assert!(read.starts_with(PDF), "from the bucket");
        }
        // Once more changes nothing, and an empty folder goes.
        let moved = moving::run(other.state()).await.expect("again");
        assert_eq!((moved.files, moved.unknown), (0, 1));
        Folder::new(&root).expect("folder").remove("of-nobody-01").expect("removed");
        moving::run(other.state()).await.expect("again");
        assert!(!root.exists());
        assert_eq!(remove(&browser, &id, &papers[0]).await, StatusCode::SEE_OTHER);
        assert_eq!(bucket.objects().await.len(), 2);
        other.stop().await;
        system.stop().await;
    }

    pub async fn a_wrong_key_is_refused() {
        let mut bucket = Bucket::strict().await;
        let mut config = Config::load(None).expect("defaults");
        bucket.hold(&mut config);
        let right = vault::Bucket::open(&config.vault.s3).expect("settings");
        let large = large(6_000_000);
        let mut draft = right.begin("large-01").expect("begun");
        draft.write_all(&large).expect("written");
        draft.keep().expect("in parts, each signed");
        let mut back = Vec::new();
        right.read("large-01").expect("there").read_to_end(&mut back).expect("read");
        assert!(back == large);
        right.remove("large-01").expect("removed");
        vault::probe(&right).expect("written, read and removed");
        assert!(right.is_well());

        config.vault.s3.secret_access_key = "another-secret".into();
        let wrong = vault::Bucket::open(&config.vault.s3).expect("settings");
        let error = vault::probe(&wrong).expect_err("refused");
        assert_eq!(error.kind(), ErrorKind::PermissionDenied, "{error}");
        let told = format!("{error:?} {error} {}", wrong.place());
        assert!(!told.contains("another-secret") && !told.contains(&config.vault.s3.access_key_id), "{told}");
        assert!(!wrong.is_well());
        bucket.cut().await;
        let error = vault::probe(&right).expect_err("away");
        assert_eq!(error.kind(), ErrorKind::NotConnected, "{error}");
    }
}
