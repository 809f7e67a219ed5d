//! Pages of the built portal, with what is true at this moment in them.

story!(the_entrance_shows_alerts_in_both_languages);
story!(an_old_address_leads_each_reader_to_their_own_page);

mod tell {
    use std::path::Path;

    use reqwest::StatusCode;
    use safe_tests::{Engine, System, gas_leak};

    /// A built portal of a few pages.
    fn built(folder: &Path, files: &[(&str, &str)]) {
        for (path, text) in files {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().expect("a folder above")).expect("folder");
            std::fs::write(path, text).expect("written");
        }
    }

    pub async fn the_entrance_shows_alerts_in_both_languages(engine: Engine) {
        let folder = tempfile::tempdir().expect("a folder");
        let page = "<html><body><!--safe:banner--><main></main></body></html>";
        built(folder.path(), &[("public/index.html", page), ("public/nl/index.html", page)]);
        let dir = folder.path().to_owned();
        let system = System::start_with(engine, |config| config.site.dir = dir).await;
        let (author, approver) = system.pair().await;
        let get = async |path: &str| {
            let response = system.http.get(format!("{}{path}", system.base)).send().await.expect("answer");
            assert_eq!(response.status(), StatusCode::OK, "{path}");
            response.text().await.expect("text")
        };
        assert_eq!(get("/").await, "<html><body><main></main></body></html>", "nothing is going on");
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
