//! Links of our pages to others: asked gently, believed only after a failure that stays,
//! and told to those who keep the pages.

story!(links_that_break_become_a_task);
story!(only_those_who_keep_pages_see_links);

mod tell {
    use std::collections::HashMap;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::link::{Client, ask_all, ask_due, entity};
    use safe_standin::{Plan, StandIn};
    use safe_tests::{Engine, System};
    use serde_json::json;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    /// What others see of us.
    #[derive(Default)]
    struct Seen {
        now: AtomicUsize,
        most: AtomicUsize,
        heads: Mutex<Vec<String>>,
    }

    /// Status and target of each path; a path without a row never answers.
    type Sites = Arc<Mutex<HashMap<&'static str, (u16, &'static str)>>>;

    async fn serve(sites: Sites, seen: Arc<Seen>) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("address");
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (sites, seen) = (sites.clone(), seen.clone());
                tokio::spawn(async move {
                    let mut bytes = vec![0; 8192];
                    let read = stream.read(&mut bytes).await.unwrap_or(0);
                    let head = String::from_utf8_lossy(&bytes[..read]).into_owned();
                    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
                    let row = sites.lock().expect("sites").get(path.as_str()).copied();
                    let row = match row {
                        Some((405, _)) if head.starts_with("GET ") => Some((200, "")),
                        row => row,
                    };
                    let row = if head.contains(" HTTP/1.1") { row } else { Some((400, "")) };
                    seen.heads.lock().expect("heads").push(head);
                    match row {
                        Some((status, to)) => {
                            let now = seen.now.fetch_add(1, Ordering::SeqCst) + 1;
                            seen.most.fetch_max(now, Ordering::SeqCst);
                            tokio::time::sleep(Duration::from_millis(5)).await;
                            seen.now.fetch_sub(1, Ordering::SeqCst);
                            let to =
                                if to.is_empty() { String::new() } else { format!("location: {to}\r\n") };
                            let answer = format!(
                                "HTTP/1.1 {status} So\r\n{to}content-length: 0\r\nconnection: close\r\n\r\n"
                            );
                            let _ = stream.write_all(answer.as_bytes()).await;
                        }
                        // Slow: the one who asks goes first.
                        None => drop(stream.read(&mut bytes).await),
                    }
                });
            }
        });
        format!("http://{address}")
    }

    async fn with_links(engine: Engine, urls: &[String]) -> (System, tempfile::TempDir) {
        let site = tempfile::tempdir().expect("a folder");
        let place =
            json!({ "pages": [{ "path": "/advice/bicycle-theft/", "langs": ["fr", "nl"] }], "count": 3 });
        let list: serde_json::Map<String, serde_json::Value> =
            urls.iter().map(|url| (url.clone(), place.clone())).collect();
        std::fs::write(site.path().join("links.json"), serde_json::to_vec(&list).expect("JSON"))
            .expect("list");
        let folder = site.path().to_owned();
        let system = System::start_with(engine, |config| {
            config.site.dir = folder;
            config.links.allow_private_addresses = true;
            config.links.timeout_ms = 1_500;
            config.links.host_pause_ms = 1;
            config.links.tries = 2;
        })
        .await;
        (system, site)
    }

    /// Standing and number of the links that this test made, by the end of their address.
    async fn standings(system: &System, urls: &[String]) -> HashMap<String, (String, Option<i32>)> {
        let rows = entity::all(&system.state().db).await.expect("rows");
        let own = rows.into_iter().filter(|row| urls.contains(&row.url));
        own.map(|row| (row.url, (row.state, row.status))).collect()
    }

    pub async fn links_that_break_become_a_task(engine: Engine) {
        let sites = Sites::default();
        let seen = Arc::new(Seen::default());
        let base = serve(sites.clone(), seen.clone()).await;
        let put = |path: &'static str, status: u16, to: &'static str| {
            sites.lock().expect("sites").insert(path, (status, to));
        };
        put("/good", 200, "");
        put("/old", 301, "/older");
        put("/older", 308, "/good");
        put("/for-now", 302, "/good");
        put("/no-heads", 405, "");
        put("/guard", 403, "");
        put("/lost", 404, "");
        put("/ill", 500, "");
        put("/circle", 302, "/ring");
        put("/ring", 302, "/circle");
        put("/blip", 503, "");
        let standin = StandIn::start(Plan::healthy(1, 1)).await.expect("stand-in");
        let stranger = standin.origins()[0].clone();
        let paths = ["good", "old", "for-now", "no-heads", "guard", "lost", "ill", "circle", "blip", "slow"];
        let mut urls: Vec<String> = paths.iter().map(|path| format!("{base}/{path}")).collect();
        urls.extend([stranger.clone(), "http://127.0.0.1:1/".to_owned(), base.replace("http:", "https:")]);
        let (system, _site) = with_links(engine, &urls).await;
        let state = system.state();
        let client = Client::new(&state.config).expect("client");
        ask_due(state, &client).await.expect("asked");

        // The first failure is a doubt, not yet a task.
        let first = standings(&system, &urls).await;
        let at = |path: &str| first[&format!("{base}/{path}")].0.clone();
        assert_eq!(at("good"), "good");
        assert_eq!(at("old"), "moved");
        assert_eq!(at("for-now"), "good");
        assert_eq!(at("no-heads"), "good", "asked again as a browser asks");
        assert_eq!(at("guard"), "guarded");
        for path in ["lost", "ill", "circle", "blip", "slow"] {
            assert_eq!(at(path), "new", "{path} is only doubted");
        }
        assert_eq!(seen.most.load(Ordering::SeqCst), 1, "one question at a time for one host");
        let agent = seen.heads.lock().expect("heads")[0].to_ascii_lowercase();
        assert!(agent.contains("link check") && !agent.contains("cookie"), "{agent}");

        // What comes back was a blip; what stays is believed, since it began.
        put("/blip", 200, "");
        let began = state.clock.now_ms();
        state.clock.advance_ms(i64::from(state.config.links.retry_s) * 1_000 + 1_000);
        ask_due(state, &client).await.expect("asked");
        let second = standings(&system, &urls).await;
        let of = |url: &str| second[url].clone();
        assert_eq!(of(&format!("{base}/blip")), ("good".to_owned(), Some(200)));
        assert_eq!(of(&format!("{base}/lost")), ("gone".to_owned(), Some(404)));
        assert_eq!(of(&format!("{base}/ill")), ("faulty".to_owned(), Some(500)));
        assert_eq!(of(&format!("{base}/slow")), ("silent".to_owned(), None));
        assert_eq!(of(&format!("{base}/circle")).0, "astray");
        assert_eq!(of("http://127.0.0.1:1/").0, "silent");
        assert_eq!(of(&stranger).0, "tls", "a certificate of a stranger");
        assert_eq!(of(&base.replace("http:", "https:")).0, "tls", "no TLS at all");
        let rows = entity::all(&state.db).await.expect("rows");
        let lost = rows.iter().find(|row| row.url.ends_with("/lost")).expect("row");
        assert!(lost.since_ms <= began, "broken since the first failure");

        // A week later something that was good is gone.
        put("/good", 410, "");
        state.clock.advance_ms(7 * 86_400_000);
        ask_due(state, &client).await.expect("asked");
        assert_eq!(standings(&system, &urls).await[&format!("{base}/good")].0, "good", "a doubt");
        state.clock.advance_ms(3_700_000);
        ask_due(state, &client).await.expect("asked");
        assert_eq!(standings(&system, &urls).await[&format!("{base}/good")].0, "gone");

        the_task(&system, &format!("{base}/lost")).await;
        let metrics =
            system.http.get(system.metrics()).send().await.expect("answer").text().await.expect("text");
        assert!(metrics.contains("safe_links{state=\"silent\"}"), "{metrics}");

        // By hand everything is asked at once, and failures until they are believed.
        put("/ill", 200, "");
        put("/guard", 404, "");
        ask_all(state, &client, Duration::from_millis(1)).await.expect("asked");
        let last = standings(&system, &urls).await;
        assert_eq!(last[&format!("{base}/ill")].0, "good");
        assert_eq!(last[&format!("{base}/guard")].0, "gone");
        system.stop().await;
    }

    async fn the_task(system: &System, url: &str) {
        let keeper = system.desk("pages@example.org", &[Role::Communications]).await;
        let page = |view: &'static str| {
            let keeper = &keeper;
            async move {
                system.office(keeper, &format!("/office/links?view={view}")).await.text().await.expect("page")
            }
        };
        let open = page("open").await;
        assert!(open.contains(url) && open.contains("/fr/advice/bicycle-theft/"), "the link and its page");
        assert!(open.contains("N’existe plus") && open.contains("(404)"));
        let fields = [("url", url), ("state", "gone")];
        let answer = system.submit(&keeper, "/office/links", &fields).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        assert!(!page("open").await.contains(url), "seen");
        assert!(page("broken").await.contains(url), "and still broken");
        let stale = system.submit(&keeper, "/office/links", &[("url", url), ("state", "good")]).await;
        assert_eq!(stale.status(), StatusCode::CONFLICT, "it stands otherwise");
        // The address of a row is shown as text, whatever it holds.
        assert!(!open.contains("<script>alert"));
    }

    pub async fn only_those_who_keep_pages_see_links(engine: Engine) {
        let refused = [
            "http://10.0.0.1/",
            "http://127.0.0.1:8080/",
            "https://example.org:8443/",
            "https://a:b@example.org/",
        ];
        let urls = refused.map(str::to_owned);
        let (system, _site) = with_links(engine, &urls).await;
        let allowed = [Role::Communications, Role::HelpEditor, Role::Administrator];
        for role in Role::ALL {
            let desk = system.desk(&format!("{role}@example.org"), &[*role]).await;
            let page = system.office(&desk, "/office/links").await.status();
            let form =
                system.submit(&desk, "/office/links", &[("url", "x"), ("state", "gone")]).await.status();
            let may = allowed.contains(role);
            assert_eq!(page, if may { StatusCode::OK } else { StatusCode::FORBIDDEN }, "{role}");
            assert_eq!(form, if may { StatusCode::CONFLICT } else { StatusCode::FORBIDDEN }, "{role}");
        }
        // Our own network is asked nothing, and the editors are told why at once.
        let mut config = system.state().config.clone();
        config.links.allow_private_addresses = false;
        let client = Client::new(&config).expect("client");
        for url in &urls {
            assert_eq!(client.ask(url).await.standing.code(), "refused", "{url}");
        }
        system.stop().await;
    }
}
