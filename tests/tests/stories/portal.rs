//! Pages of the built portal, with what is true at this moment in them.

story!(the_entrance_shows_alerts_in_both_languages);
story!(time_alone_changes_a_page_too);
story!(a_help_page_that_is_not_there_leaves_no_trace);
story!(an_old_address_leads_each_reader_to_their_own_page);

mod tell {
    use std::path::Path;
    use std::time::Duration;

    use reqwest::StatusCode;
    use safe_tests::{Engine, System, gas_leak};
    use sea_orm::ConnectionTrait;

    /// A built portal of a few pages.
    fn built(folder: &Path, files: &[(&str, &str)]) {
        for (path, text) in files {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder above")).expect("folder");
            std::fs::write(path, text).expect("written");
        }
    }

    async fn read(system: &System, path: &str) -> String {
        let response = system.http.get(format!("{}{path}", system.base)).send().await.expect("answer");
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.text().await.expect("text")
    }

    pub async fn the_entrance_shows_alerts_in_both_languages(engine: Engine) {
        let folder = tempfile::tempdir().expect("a folder");
        let page = "<html><body><!--safe:banner--><main></main></body></html>";
        built(folder.path(), &[("public/index.html", page), ("public/nl/index.html", page)]);
        let dir = folder.path().to_owned();
        let system = System::start_with(engine, |config| config.site.dir = dir).await;
        let (author, approver) = system.pair().await;
        let get = async |path: &str| read(&system, path).await;
        let calm = get("/").await;
        for mark in [
            "<div lang=\"fr\"><aside class=\"demonstration\"",
            "<div lang=\"nl\"><aside class=\"demonstration\"",
        ] {
            assert_eq!(calm.matches(mark).count(), 1, "{calm}");
        }
        assert!(!calm.contains("alert-banner"), "nothing is going on: {calm}");
        let id = system.publish(&author, &approver, &gas_leak()).await;
        let event = system.shows(&id, "active").await["event_id"].as_str().expect("event").to_owned();
        let entrance = get("/").await;
        for lang in ["fr", "nl"] {
            let begin = format!("<div lang=\"{lang}\"><aside class=\"alert-banners\"");
            let at = entrance.find(&begin).unwrap_or_else(|| panic!("{begin} in {entrance}"));
            let banner = entrance[at..].split("</aside>").next().expect("an end");
            assert!(banner.contains(&format!("href=\"/{lang}/alerts/{event}/\"")), "{banner}");
        }
        let dutch = get("/nl/").await;
        assert!(dutch.contains(&format!("/nl/alerts/{event}/")) && !dutch.contains("/fr/alerts/"), "{dutch}");
        system.act(&format!("/{id}/end"), &approver, None).await;
        system.shows(&id, "ended").await;
        assert!(!get("/").await.contains(&event), "an alert that has ended is gone");
        system.stop().await;
    }

    /// No version grows when an end cannot be noted, nor when an alert that is over has been
    /// shown long enough: pages that are kept have to follow all the same.
    pub async fn time_alone_changes_a_page_too(engine: Engine) {
        let folder = tempfile::tempdir().expect("a folder");
        let list = "<body><!--safe:banner--><main><!--safe:alerts-->calm<!--/safe:alerts--></main></body>";
        built(folder.path(), &[("public/fr/alerts/index.html", list)]);
        let dir = folder.path().to_owned();
        let system = System::start_with(engine, |config| config.site.dir = dir).await;
        let (author, approver) = system.pair().await;
        let id = system.publish(&author, &approver, &gas_leak()).await;
        let event = system.shows(&id, "active").await["event_id"].as_str().expect("event").to_owned();
        let own = format!("/fr/alerts/{event}/");
        let banner = "<aside class=\"alert-banners\"";
        let shown = read(&system, "/fr/alerts/").await;
        assert!(shown.contains(banner) && shown.contains(&own), "{shown}");
        assert!(!read(&system, &own).await.contains("is-ended"));

        let db = &system.state().db;
        db.execute_unprepared("ALTER TABLE counter RENAME TO counter_away").await.expect("away");
        system.state().clock.advance_ms(7 * 3_600_000);
        system.shows(&id, "expired").await;
        let shown = read(&system, "/fr/alerts/").await;
        assert!(!shown.contains(banner) && shown.contains("is-ended"), "{shown}");
        assert!(read(&system, &own).await.contains("is-ended"), "its own page says so as well");
        db.execute_unprepared("ALTER TABLE counter_away RENAME TO counter").await.expect("back");

        system.state().clock.advance_ms(25 * 3_600_000);
        let gone =
            async || system.json("/api/v1/alerts").await["alerts"].as_array().is_some_and(Vec::is_empty);
        // It is noted late, and then shown for a day.
        let noted = async || {
            system.state().clock.advance_ms(3_600_000);
            gone().await
        };
        assert!(system.until(Duration::from_secs(20), noted).await, "the list keeps it");
        let shown = read(&system, "/fr/alerts/").await;
        assert!(shown.contains("calm") && !shown.contains(&event), "{shown}");
        let after = read(&system, &own).await;
        assert!(after.contains("is-ended"), "its address stays: {after}");
        system.stop().await;
    }

    pub async fn a_help_page_that_is_not_there_leaves_no_trace(engine: Engine) {
        let folder = tempfile::tempdir().expect("a folder");
        let shell = "<html><body class=\"discreet\"><main><!--safe:main--></main></body></html>";
        let missing = "<html><body>loud<script src=\"/live.js\"></script></body></html>";
        let files = [("public/fr/help/shell/index.html", shell), ("public/fr/404/index.html", missing)];
        built(folder.path(), &files);
        let dir = folder.path().to_owned();
        let system = System::start_with(engine, |config| config.site.dir = dir).await;
        for (path, policy, words) in [
            ("/fr/nothing/", "same-origin", "loud"),
            ("/fr/help/services/hidden-since/", "no-referrer", "discreet"),
        ] {
            let request = system.http.get(format!("{}{path}", system.base)).header("accept", "text/html");
            let response = request.send().await.expect("answer");
            assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
            assert_eq!(response.headers()["referrer-policy"], policy, "{path}");
            assert_eq!(response.headers()["cache-control"], "no-store", "{path}");
            let text = response.text().await.expect("text");
            assert!(text.contains(words), "{path}: {text}");
        }
        system.stop().await;
    }

    pub async fn an_old_address_leads_each_reader_to_their_own_page(engine: Engine) {
        let folder = tempfile::tempdir().expect("a folder");
        let rows =
            r#"[{"from":"/old","to":"/guides/","lang":null},{"from":"/vieux","to":"/fr/news/","lang":"fr"}]"#;
        built(folder.path(), &[("redirects.json", rows), ("public/fr/guides/index.html", "")]);
        let dir = folder.path().to_owned();
        let system = System::start_with(engine, |config| config.site.dir = dir).await;
        for (path, reader, target) in
            [("/old", "nl", "/nl/guides/"), ("/old/", "fr", "/fr/guides/"), ("/vieux", "nl", "/fr/news/")]
        {
            let request = system.http.get(format!("{}{path}", system.base)).header("accept-language", reader);
            let response = request.send().await.expect("answer");
            assert_eq!(response.status(), StatusCode::MOVED_PERMANENTLY, "{path}");
            assert_eq!(response.headers()["location"], target, "{path}");
            // A cache that many readers share keeps the languages apart.
            let varies =
                response.headers().get("vary").and_then(|vary| vary.to_str().ok()).unwrap_or_default();
            assert!(varies.contains("Accept-Language"), "{path}: {varies}");
        }
        system.stop().await;
    }
}
