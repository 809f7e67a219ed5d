//! A real malware scanner looks at what people hand in: what is clean passes, what is not is
//! refused, and while it is away files wait where everybody sees it.
//!
//! This needs ClamAV's `clamd` (Debian: `clamav-daemon`), which gets a signature of our own
//! instead of its database. Where it is not installed the story fails and says so.

story!(a_scanner_finds_goes_away_and_comes_back);

mod tell {
    use std::path::{Path, PathBuf};
    use std::time::Duration;

    use reqwest::StatusCode;
    use safe_api::permit::entity::document;
    use safe_api::permit::job;
    use safe_tests::citizen::{Browser, Page};
    use safe_tests::{Engine, System};
    use sea_orm::{EntityTrait, QueryOrder};
    use tokio::net::TcpStream;
    use tokio::process::{Child, Command};

    const CLEAN: &[u8] = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";

    /// A PDF with the test file of the European Institute for Computer Antivirus Research in
    /// it, put together here so that no scanner finds it in this source.
    fn harmful() -> Vec<u8> {
        let mark = [r"X5O!P%@AP[4\PZX54(P^)7CC)7}$", "EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].concat();
        [b"%PDF-1.7\n% ", mark.as_bytes(), b"\n1 0 obj <<>> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"]
            .concat()
    }

    fn program() -> Command {
        let installed = PathBuf::from("/usr/sbin/clamd");
        if installed.is_file() {
            return Command::new(installed);
        }
        // Where nothing may be installed, its libraries lie beside it.
        let unpacked = safe_tests::root().join(".tools/root/usr");
        let program = unpacked.join("sbin/clamd");
        assert!(program.is_file(), "clamd is not installed (clamav-daemon); `make test` installs it");
        let mut command = Command::new(program);
        let libraries = format!("lib/{}-linux-gnu", std::env::consts::ARCH);
        command.env("LD_LIBRARY_PATH", unpacked.join(libraries));
        command
    }

    /// The scanner, with one signature.
    struct Clamd {
        child: Child,
    }

    impl Clamd {
        async fn start(folder: &Path, port: u16) -> Self {
            let mark = [r"X5O!P%@AP[4\PZX54(P^)7CC)7}$", "EICAR-STANDARD-"].concat();
            let hex: String = mark.bytes().map(|byte| format!("{byte:02x}")).collect();
            std::fs::write(folder.join("own.ndb"), format!("Own-Test-Signature:0:*:{hex}\n"))
                .expect("signature");
            let settings = folder.join("clamd.conf");
            let lines = format!(
                "Foreground yes\nTCPAddr 127.0.0.1\nTCPSocket {port}\nDatabaseDirectory {0}\nTemporaryDirectory {0}\n\
                 StreamMaxLength 64M\nLogFile {0}/log\n",
                folder.display()
            );
            std::fs::write(&settings, lines).expect("settings");
            let mut command = program();
            command.arg("--config-file").arg(&settings).kill_on_drop(true);
            command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
            let child = command.spawn().expect("clamd starts");
            for _ in 0..1200 {
                if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                    return Self { child };
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            panic!(
                "clamd does not listen: {}",
                std::fs::read_to_string(folder.join("log")).unwrap_or_default()
            );
        }

        async fn stop(mut self) {
            self.child.kill().await.expect("ended");
        }
    }

    async fn papers(system: &System) -> Vec<document::Model> {
        let find = document::Entity::find().order_by_asc(document::Column::CreatedAtMs);
        find.all(&system.state().db).await.expect("db")
    }

    async fn hand_in(browser: &Browser<'_>, path: &str, name: &str, bytes: &[u8]) -> Page {
        let dated = [("dated-d", "1"), ("dated-m", "11"), ("dated-y", "2026")];
        browser.upload(path, &dated, name, bytes).await
    }

    pub async fn a_scanner_finds_goes_away_and_comes_back(engine: Engine) {
        let folder = tempfile::tempdir().expect("folder");
        let port = safe_tests::free_port();
        let clamd = Clamd::start(folder.path(), port).await;
        let system = System::at_noon_with(engine, |config| {
            config.vault.clamd = format!("127.0.0.1:{port}");
            config.vault.clamd_wait_s = 20;
        })
        .await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let begun = browser.fill("new/detention", &[("case-language", "fr")]).await;
        let id = begun.location.trim_end_matches('/').rsplit('/').next().expect("id").to_owned();
        let place = format!("{id}/document/criminal-record/-");
        // Clean: taken, marked, and given back.
        let taken = hand_in(&browser, &place, "a.pdf", CLEAN).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.html);
        let first = papers(&system).await.remove(0);
        assert_eq!(first.scan, "clean");
        assert!(browser.get(&place).await.html.contains("Fichier contrôlé"));
        assert_eq!(browser.get(&format!("{id}/file/{}", first.id)).await.status, StatusCode::OK);
        // Harmful: refused with words, and nothing of it stays.
        let refused = hand_in(&browser, &place, "b.pdf", &harmful()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.html.contains("programme nuisible"), "{}", refused.html);
        assert_eq!(papers(&system).await.len(), 1);
        // Away: both are taken, nobody can open them, and the page says why.
        clamd.stop().await;
        for (name, bytes) in [("c.pdf", [CLEAN, b"% another\n"].concat()), ("d.pdf", harmful())] {
            assert_eq!(hand_in(&browser, &place, name, &bytes).await.status, StatusCode::SEE_OTHER);
        }
        let waiting: Vec<_> = papers(&system).await.into_iter().filter(|row| row.scan == "pending").collect();
        assert_eq!(waiting.len(), 2);
        let page = browser.get(&place).await.html;
        assert!(
            page.contains(">Contrôle en cours</span>") && page.contains("Vous pouvez continuer."),
            "{page}"
        );
        for row in &waiting {
            let read = browser.get(&format!("{id}/file/{}", row.id)).await;
            assert_eq!(read.status, StatusCode::CONFLICT, "nothing is given out unseen");
        }
        assert_eq!(job::scans(system.state()).await.expect("asked again"), 0, "it is still away");
        // Back: what waited is looked at; what is harmful goes, and the person is told.
        let clamd = Clamd::start(folder.path(), port).await;
        assert_eq!(job::scans(system.state()).await.expect("asked again"), 2);
        let rows = papers(&system).await;
        let scans: Vec<_> = rows.iter().map(|row| row.scan.as_str()).collect();
        assert_eq!(scans, ["clean", "clean", "infected"]);
        let gone = &rows[2];
        assert!(system.state().permits.store.read(&gone.vault_key).is_err(), "its bytes are gone");
        assert_eq!(browser.get(&format!("{id}/file/{}", gone.id)).await.status, StatusCode::CONFLICT);
        let page = browser.get(&place).await.html;
        assert!(
            page.contains("programme nuisible</span>") && page.contains(">Supprimé"),
            "the person is told which file went"
        );
        // Without the clean ones the document counts as missing.
        for row in &rows[..2] {
            browser
                .post(&format!("{id}/file/{}/remove", row.id), &[("csrf", &csrf(&browser, &place).await)])
                .await;
        }
        let check = browser.get(&format!("{id}/check")).await.html;
        assert!(check.contains("/document/criminal-record/"), "{check}");
        clamd.stop().await;
        system.stop().await;
    }

    async fn csrf(browser: &Browser<'_>, path: &str) -> String {
        browser.get(path).await.hidden("csrf")
    }
}
