//! What must never come out: places that nobody may know, services for partners, and any
//! trace of a visit in the logs.

story!(a_place_that_nobody_may_know_cannot_appear);
story!(a_visit_leaves_nothing_in_the_logs);
story!(the_way_out_is_an_ordinary_page);

mod tell {
    use std::io::Write;
    use std::path::Path;
    use std::sync::{LazyLock, Mutex, PoisonError};

    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_tests::{Engine, System, content};
    use sea_orm::{ConnectionTrait, Statement};

    /// Words that stand nowhere but in the planted places.
    const PLANTED: [&str; 3] = ["Ruelle Introuvable", "Impasse Dissimulée", "Venelle Jamais"];

    fn plant(content: &Path, service: &str, visibility: &str, street: &str) {
        let path = content.join(format!("help/services/{service}.toml"));
        let mut text = std::fs::read_to_string(&path).expect("service");
        text.push_str(&format!(
            "\n[[place]]\nid = \"planted\"\nvisibility = \"{visibility}\"\naddress_1 = \"{street} 9\"\n\
             postcode = \"1000\"\nmunicipality = \"21004\"\nmark = \"P\"\npublish = true\n\
             sources = [{{ url = \"https://example.org\", seen = \"2026-11\" }}]\n"
        ));
        std::fs::write(&path, text).expect("write");
    }

    async fn text(system: &System, path: &str) -> String {
        let answer =
            system.http.get(format!("{}{path}", system.base)).header("accept", "text/html").send().await;
        answer.expect("answer").text().await.expect("text")
    }

    fn clean(what: &str, text: &str) {
        for word in PLANTED {
            assert!(!text.contains(word), "{what} holds {word}");
        }
    }

    pub async fn a_place_that_nobody_may_know_cannot_appear(engine: Engine) {
        let folder = tempfile::tempdir().expect("folder");
        let content = folder.path().join("content");
        content::of_program(&content);
        plant(&content, "sos-viol", "never", PLANTED[0]);
        plant(&content, "cpvcf", "public", PLANTED[1]);
        plant(&content, "olista", "public", PLANTED[2]);
        let system = System::start_with(engine, |config| config.site.content_dir.clone_from(&content)).await;
        for list in ["services", "organizations", "taxonomy_terms", "service_at_locations"] {
            for query in [
                "full=true&per_page=100",
                "per_page=100",
                "search=ruelle",
                "postcode=1000&proximity=50000",
                "search=impasse&full=true",
            ] {
                clean(list, &text(&system, &format!("/api/v1/hsds/{list}?{query}")).await);
            }
        }
        for lang in ["fr", "nl", "en", "de", "ar", "tr", "es", "uk"] {
            let list = text(&system, &format!("/{lang}/help/services/")).await;
            clean("list", &list);
            let file =
                system.form(&format!("/{lang}/help/services/list.csv"), &[]).send().await.expect("answer");
            clean("file", &file.text().await.expect("text"));
            if ["fr", "ar"].contains(&lang) {
                let paper = format!("{}/{lang}/help/services/list.pdf", system.base);
                let paper =
                    system.http.get(paper).send().await.expect("answer").bytes().await.expect("bytes");
                let text = crate::help_paper::reader::Reader::new(&paper).text();
                assert!(text.contains("080030030"), "the booklet can be read");
                for word in PLANTED.map(|word| word.replace(' ', "")) {
                    assert!(!text.contains(&word), "the booklet holds {word}");
                }
                assert!(!text.contains("Olista"), "the booklet is public");
            }
            clean("search", &text(&system, &format!("/api/v1/search?q=impasse+ruelle&lang={lang}")).await);
        }
        for entry in &system.state().help.load().entries {
            clean("sheet", &text(&system, &format!("/fr/help/services/{}/", entry.code)).await);
            clean("entry", &text(&system, &format!("/api/v1/hsds/services/{}", entry.uuid)).await);
            let place = entry.service.places.iter().any(|place| place.id == "planted");
            assert!(!place, "{}", entry.id);
        }
        let desk = system.desk("editor@example.org", &[Role::HelpEditor, Role::HelpListener]).await;
        for path in [
            "/office/help",
            "/office/help/directory.csv",
            "/office/help/service/cpvcf",
            "/office/help/service/olista",
        ] {
            clean(path, &system.office(&desk, path).await.text().await.expect("text"));
        }
        database_refuses(&system, engine).await;
        clean("log", &LOG.lock().map(|log| String::from_utf8_lossy(&log).into_owned()).unwrap_or_default());
        // The build refuses such content as a whole.
        let (_, findings) = safe_content::Content::load_help(&content);
        let files: Vec<String> = findings.iter().map(|finding| finding.file.display().to_string()).collect();
        for service in ["sos-viol", "cpvcf", "olista"] {
            assert!(files.iter().any(|file| file.contains(service)), "{service} is refused: {files:?}");
        }
        system.stop().await;
    }

    /// Nothing of the planted is stored, and the tables take no such row.
    async fn database_refuses(system: &System, engine: Engine) {
        let db = &system.state().db;
        let backend = db.get_database_backend();
        for table in ["help_service", "help_place"] {
            let rows = db
                .query_all_raw(Statement::from_string(backend, format!("SELECT row FROM {table}")))
                .await
                .expect("rows");
            for row in rows {
                clean(table, &row.try_get::<String>("", "row").expect("text"));
            }
        }
        let (yes, no) = if engine == Engine::Postgres { ("TRUE", "FALSE") } else { ("1", "0") };
        for (visibility, shelter, referral) in
            [("never", no, no), ("public", yes, no), ("public", no, yes), ("", no, no)]
        {
            let statement = format!(
                "INSERT INTO help_place (service_id, id, visibility, shelter, referral_only, row) \
                 VALUES ('awel', 'x', '{visibility}', {shelter}, {referral}, '{{}}')"
            );
            assert!(db.execute_unprepared(&statement).await.is_err(), "{statement}");
        }
    }

    /// Everything this process logs, at the finest level.
    static LOG: LazyLock<Mutex<Vec<u8>>> = LazyLock::new(|| {
        let made = tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::DEBUG)
            .with_ansi(false);
        let _ = made.with_writer(|| Writer).try_init();
        Mutex::default()
    });

    struct Writer;

    impl Write for Writer {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            LOG.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    pub async fn a_visit_leaves_nothing_in_the_logs(engine: Engine) {
        LazyLock::force(&LOG);
        let system = System::start(engine).await;
        let agent = "Peephole/73.51 (Watched Phone)";
        let visit = |path: &str| {
            system
                .http
                .get(format!("{}{path}", system.base))
                .header("user-agent", agent)
                .header("x-forwarded-for", "203.0.113.77")
                .header("referer", "https://quietreferrer.example/")
        };
        let code = system.state().help.load().entries[5].code.clone();
        let paths = [
            "/fr/help/".to_owned(),
            "/fr/help/p02/".to_owned(),
            "/fr/help/services/".to_owned(),
            format!("/fr/help/services/{code}/"),
            "/fr/help/unlikelyword/".to_owned(),
            "/api/v1/hsds/services?search=unlikelyword".to_owned(),
            "/api/v1/hsds/services?page=unlikelyword".to_owned(),
            "/exit?lang=fr".to_owned(),
        ];
        for path in &paths {
            visit(path).send().await.expect("answer");
        }
        let fields = [("situation", "unlikelyword"), ("need", "listen")];
        system.form("/fr/help/services/", &fields).header("user-agent", agent).send().await.expect("answer");
        let body = serde_json::json!({ "search": "unlikelyword" });
        system.send(reqwest::Method::POST, "/api/v1/hsds/services", None, Some(&body)).await;
        // An ordinary page is written down by its kind, so the log is alive.
        visit("/api/v1/areas").send().await.expect("answer");
        let log = String::from_utf8_lossy(&LOG.lock().unwrap_or_else(PoisonError::into_inner)).into_owned();
        assert!(log.contains("/api/v1/areas"), "the log is listened to");
        for trace in [
            "Peephole",
            "203.0.113",
            "quietreferrer",
            "unlikelyword",
            &code,
            "/help/services",
            "/exit",
            "hsds/services",
        ] {
            assert!(!log.contains(trace), "the log holds {trace}");
        }
        let metrics =
            system.http.get(system.metrics()).send().await.expect("metrics").text().await.expect("text");
        for trace in ["hsds", "help", "exit"] {
            assert!(!metrics.contains(trace), "visits are counted: {trace}");
        }
        system.stop().await;
    }

    pub async fn the_way_out_is_an_ordinary_page(engine: Engine) {
        let system = System::start_with(engine, |config| {
            config.http.exit_urls.insert("nl".to_owned(), "https://weer.example/".to_owned());
        })
        .await;
        let long = "x".repeat(4000);
        for lang in ["fr", "nl", "ar", "%00", "fr&lang=nl", "%FF&x", &long] {
            let out =
                system.http.get(format!("{}/exit?lang={lang}", system.base)).send().await.expect("answer");
            assert_eq!(out.status(), StatusCode::SEE_OTHER);
            assert_eq!(out.headers()["clear-site-data"], "\"cache\"");
            assert_eq!(out.headers()["referrer-policy"], "no-referrer");
            assert_eq!(out.headers()["cache-control"], "no-store");
            assert!(!out.headers().contains_key("set-cookie"));
            let target = out.headers()["location"].to_str().expect("address");
            assert_eq!(target == "https://weer.example/", lang == "nl", "in the visitor's language");
            for engine in ["google", "bing", "duckduckgo", "qwant"] {
                assert!(!target.contains(engine), "a search engine shows what was looked for before");
            }
        }
        // Nobody is kept back by a mistake in a form.
        let posted = system.http.post(format!("{}/exit?lang=nl", system.base)).body("x").send().await;
        assert_eq!(posted.expect("answer").headers()["location"], "https://weer.example/");
        system.stop().await;
    }
}

/// What the sentence on every page must name: the history, spyware, another device.
const NOTICE: [(&str, [&str; 3]); 8] = [
    ("fr", ["historique", "espion", "appareil"]),
    ("nl", ["geschiedenis", "spionage", "toestel"]),
    ("en", ["history", "spyware", "device"]),
    ("de", ["Verlauf", "Spionage", "Gerät"]),
    ("ar", ["سجل", "تجسس", "جهاز"]),
    ("tr", ["geçmiş", "casus", "cihaz"]),
    ("es", ["historial", "espía", "dispositivo"]),
    ("uk", ["істор", "шпигун", "пристр"]),
];

#[test]
fn the_notice_is_honest_in_every_language() {
    for (code, words) in NOTICE {
        let lang = safe_api::i18n::Lang::parse(code).expect("language");
        let notice = lang.own("help-notice", &safe_api::i18n::Args::new()).expect("notice");
        for word in words {
            assert!(notice.to_lowercase().contains(&word.to_lowercase()), "{code}: {word} in {notice}");
        }
        let title = lang.text("help-neutral-title");
        assert!(title.starts_with("safe.brussels") && title.chars().count() < 40, "{code}: {title}");
    }
}

#[test]
fn help_pages_ask_for_nothing_and_send_no_mail() {
    let folder = safe_tests::root().join("content/pages/help");
    let mut looked = 0;
    for page in std::fs::read_dir(folder).expect("pages") {
        let page = page.expect("page").path();
        for (code, _) in NOTICE {
            let Ok(text) = std::fs::read_to_string(page.join(format!("{code}.md"))) else { continue };
            looked += 1;
            for trace in ["mailto:", "<form", "<input", "<textarea", "<script", "<img", "<iframe"] {
                assert!(!text.contains(trace), "{} {code}: {trace}", page.display());
            }
            assert!(text.contains("neutral_title"), "{} {code}", page.display());
        }
    }
    assert!(looked >= 160, "{looked}");
}
