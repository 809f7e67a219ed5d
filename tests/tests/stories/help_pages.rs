//! The list of services and the sheet of each, as somebody in a hurry uses them.

story!(the_list_leaves_no_trace_in_any_language);
story!(choices_narrow_the_list);
story!(what_does_not_exist_is_left_out_calmly);
story!(every_sheet_answers);
story!(the_hour_decides_who_answers);
story!(an_old_entry_is_flagged_then_hidden);
story!(who_goes_back_finds_a_closed_page);

mod tell {
    use reqwest::{Response, StatusCode};
    use safe_api::help::Shown;
    use safe_tests::{Engine, System};

    const LANGS: [&str; 8] = ["fr", "nl", "en", "de", "ar", "tr", "es", "uk"];

    async fn get(system: &System, path: &str) -> Response {
        let request = system.http.get(format!("{}{path}", system.base)).header("accept", "text/html");
        request.send().await.expect("answer")
    }

    async fn choose(system: &System, lang: &str, fields: &[(&str, &str)]) -> String {
        let answer = system.form(&format!("/{lang}/help/services/"), fields).send().await.expect("answer");
        assert_eq!(answer.status(), StatusCode::OK, "{fields:?}");
        assert_eq!(answer.headers()["cache-control"], "no-store");
        answer.text().await.expect("page")
    }

    fn count(page: &str) -> usize {
        page.matches("<li class=\"service\">").count()
    }

    /// Moves the clock to this local time.
    pub async fn the_list_leaves_no_trace_in_any_language(engine: Engine) {
        let system = System::start(engine).await;
        // The services were confirmed until a day that passes.
        system.at("2026-11-27 10:00");
        for lang in LANGS {
            let answer = get(&system, &format!("/{lang}/help/services/")).await;
            assert_eq!(answer.status(), StatusCode::OK, "{lang}");
            let headers = answer.headers().clone();
            assert_eq!(headers["cache-control"], "no-store");
            assert_eq!(headers["referrer-policy"], "no-referrer");
            assert_eq!(headers["content-language"], lang);
            assert!(!headers.contains_key("etag") && !headers.contains_key("set-cookie"));
            let page = answer.text().await.expect("page");
            assert!(count(&page) > 70, "{lang}: {}", count(&page));
            assert!(page.contains("0800 30 030") && page.contains("tel:112"), "{lang}");
            let title =
                page.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).expect("title");
            assert!(title.starts_with("safe.brussels"), "{lang}: {title}");
            // Nothing to write a story in, nothing that leaves a mail behind.
            for trace in
                ["mailto:", "<textarea", "type=\"text\"", "type=\"search\"", "type=\"file\"", "[help-", "?"]
            {
                let main = page.split("<main").nth(1).expect("main");
                let main = if trace == "?" { main.split("<noscript").next().unwrap_or(main) } else { main };
                let links =
                    main.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default());
                let found = if trace == "?" {
                    links.into_iter().any(|link| {
                        link.starts_with('/') && link.contains('?') && !link.starts_with("/exit?lang=")
                    })
                } else {
                    main.contains(trace)
                };
                assert!(!found, "{lang}: {trace}");
            }
        }
        assert_eq!(get(&system, "/xx/help/services/").await.status(), StatusCode::NOT_FOUND);
        assert_eq!(get(&system, "/fr/help/services").await.status(), StatusCode::PERMANENT_REDIRECT);
        system.stop().await;
    }

    pub async fn choices_narrow_the_list(engine: Engine) {
        let system = System::start(engine).await;
        let all = count(&choose(&system, "fr", &[]).await);
        for field in [
            ("situation", "sexual-violence"),
            ("need", "legal-help"),
            ("audience", "child"),
            ("language", "nl"),
            ("free", "1"),
        ] {
            let some = count(&choose(&system, "fr", &[field]).await);
            assert!(some > 0 && some < all, "{field:?}: {some} of {all}");
        }
        // A zone's team is shown in its municipalities alone.
        let there = choose(&system, "fr", &[("municipality", "21019")]).await;
        let elsewhere = choose(&system, "fr", &[("municipality", "21001")]).await;
        assert!(there.contains("EVA-cel – Montgomery") && !elsewhere.contains("EVA-cel – Montgomery"));
        // The line of the page's language comes first.
        for (lang, first, then) in [("fr", "0800 30 030", "1712"), ("nl", "1712", "0800 30 030")] {
            let page = choose(&system, lang, &[("situation", "partner-family-violence")]).await;
            let place = |number: &str| page.find(&format!("<bdi>{number}</bdi>")).expect("number");
            assert!(place(first) < place(then), "{lang}");
        }
        // People who want to change have their own part, and their lines stand in no other.
        let page = choose(&system, "fr", &[]).await;
        let (victims, change) = page.split_once("id=\"g-c\"").expect("two parts");
        assert!(change.contains("0800 14 112") && !victims.contains("0800 14 112"));
        let afraid = choose(&system, "fr", &[("situation", "afraid-of-hurting")]).await;
        assert!(afraid.contains("0800 14 112"));
        // The choice stays chosen, and the answer can be taken as a file.
        assert!(afraid.contains("value=\"afraid-of-hurting\" selected"));
        let file = system
            .form("/nl/help/services/list.csv", &[("need", "legal-help")])
            .send()
            .await
            .expect("answer");
        assert!(file.headers()["content-type"].to_str().expect("text").starts_with("text/csv"));
        let text = file.text().await.expect("file");
        assert!(text.lines().count() > 1 && text.contains("Dienst"));
        assert!(!text.contains("Olista"), "only for professionals");
        system.stop().await;
    }

    pub async fn what_does_not_exist_is_left_out_calmly(engine: Engine) {
        let system = System::start(engine).await;
        let all = count(&choose(&system, "en", &[]).await);
        let hostile = [
            ("language", "xx-klingon"),
            ("municipality", "99999"),
            ("municipality", "'; DROP TABLE help_service;--"),
            ("situation", "\u{202e}\u{0}💩"),
            ("need", "<script>alert(1)</script>"),
            ("open", "maybe"),
        ];
        for field in hostile {
            let page = choose(&system, "en", &[field]).await;
            assert_eq!(count(&page), all, "{field:?}");
            assert!(page.contains("does not exist here"), "{field:?}");
            assert!(
                !page.contains("klingon") && !page.contains("DROP") && !page.contains("alert(1)"),
                "{field:?}"
            );
        }
        let long = "x".repeat(5000);
        let answer = system.form("/en/help/services/", &[("need", &long)]).send().await.expect("answer");
        assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
        assert!(!answer.text().await.expect("page").contains("xxxxx"));
        let bytes =
            system.http.post(format!("{}/en/help/services/", system.base)).body(vec![0xff, 0xfe, b'=', 0x80]);
        assert_eq!(bytes.send().await.expect("answer").status(), StatusCode::OK);
        let none = choose(
            &system,
            "en",
            &[
                ("situation", "no-papers"),
                ("audience", "older"),
                ("language", "nl"),
                ("free", "1"),
                ("need", "complaint"),
            ],
        )
        .await;
        assert!(count(&none) <= 3, "emergency numbers at most: {}", count(&none));
        let nobody = choose(&system, "en", &[("situation", "no-papers"), ("topic", "elder-abuse")]).await;
        assert_eq!(count(&nobody), 0);
        assert!(nobody.contains("class=\"empty\""), "a topic without a service says so");
        assert!(nobody.contains("tel:107") && !nobody.contains("list.csv"), "who listens, and no empty file");
        let all = choose(&system, "en", &[]).await;
        assert!(
            all.contains("list.csv") && all.contains("not an emergency number"),
            "what a number is not for"
        );
        assert!(all.contains("106 (Dutch)"), "whom to call instead of a line without a number");
        system.stop().await;
    }

    pub async fn every_sheet_answers(engine: Engine) {
        let system = System::start(engine).await;
        // The services were confirmed until a day that passes.
        system.at("2026-11-27 10:00");
        for lang in ["fr", "ar"] {
            let list = get(&system, &format!("/{lang}/help/services/")).await.text().await.expect("page");
            let prefix = format!("href=\"/{lang}/help/services/");
            let links: Vec<&str> = list
                .split(prefix.as_str())
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap_or_default())
                .collect();
            let sheets: Vec<&str> = links.into_iter().filter(|link| link.len() == 9).collect();
            assert!(sheets.len() > 70);
            for code in sheets {
                let answer = get(&system, &format!("/{lang}/help/services/{code}")).await;
                assert_eq!(answer.status(), StatusCode::OK, "{code}");
                assert_eq!(answer.headers()["cache-control"], "no-store");
                let page = answer.text().await.expect("page");
                assert!(
                    !page.contains("mailto:") && !page.contains("[help-") && !page.contains("[month"),
                    "{lang} {code}"
                );
                let dated = if lang == "fr" { "Sources lues en" } else { "2026" };
                assert!(page.contains(dated), "{lang} {code} has no date");
            }
        }
        for path in ["/fr/help/services/00000000/", "/fr/help/services/olista/", "/fr/help/services/%00/"] {
            let answer = get(&system, path).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
            let page = answer.text().await.expect("page");
            assert!(!page.contains("olista"), "{path}");
        }
        let olista = safe_api::help::uuid_of("service", "olista").simple().to_string();
        let hidden = get(&system, &format!("/fr/help/services/{}/", &olista[..8])).await;
        assert_eq!(hidden.status(), StatusCode::NOT_FOUND);
        system.stop().await;
    }

    pub async fn the_hour_decides_who_answers(engine: Engine) {
        let system = System::start(engine).await;
        system.at("2026-11-27 10:00");
        let uuid = safe_api::help::uuid_of("service", "ecoute-violences-conjugales").simple().to_string();
        let sheet = format!("/fr/help/services/{}/", &uuid[..8]);
        let day = get(&system, &sheet).await.text().await.expect("page");
        assert!(day.contains("Répond jour et nuit") && !day.contains("En ce moment"), "its own team");
        assert!(day.contains("À confirmer auprès du service"), "nobody has confirmed the hours by phone");
        system.at("2026-11-28 03:00");
        let night = get(&system, &sheet).await.text().await.expect("page");
        assert!(night.contains("En ce moment, c’est Télé-Accueil"), "the night line picks up");
        let open = choose(&system, "fr", &[("open", "1")]).await;
        assert!(open.contains("<bdi>0800 30 030</bdi>"), "whoever picks up");
        let all = choose(&system, "fr", &[]).await;
        let line =
            all.split("<li class=\"service\">").find(|line| line.contains("Zelfmoordlijn")).expect("line");
        let said = line.contains("Aucun moyen de joindre ce service") && line.contains("néerlandais");
        assert!(said && !line.contains("1813"), "no gap where a number is unproved: {line}");
        let place = |number: &str| all.find(&format!("<bdi>{number}</bdi>")).expect("number");
        assert!(place("112") < place("0800 30 030"), "first whom to call in danger");
        assert!(place("0800 30 030") < place("0800 98 100"), "then who answers at this hour");
        assert!(!open.contains("<bdi>107</bdi>"), "its own hours are not its owner's word");
        assert!(!open.contains("<bdi>0800 14 112</bdi>"), "three hours a week, not at night");
        system.at("2026-11-30 14:30");
        let monday = choose(&system, "fr", &[("open", "1")]).await;
        assert!(monday.contains("<bdi>0800 14 112</bdi>"), "Monday afternoon");
        system.stop().await;
    }

    pub async fn an_old_entry_is_flagged_then_hidden(engine: Engine) {
        let system = System::start(engine).await;
        // The services were confirmed until a day that passes.
        system.at("2026-11-27 10:00");
        let say = "Ces informations datent";
        assert!(!choose(&system, "fr", &[]).await.contains(say));
        system.at("2027-06-15 10:00");
        let stale = choose(&system, "fr", &[]).await;
        assert!(stale.contains(say) && count(&stale) > 70);
        system.at("2027-08-15 10:00");
        let hidden = choose(&system, "fr", &[]).await;
        assert!(count(&hidden) < 20, "{}", count(&hidden));
        assert!(hidden.contains("<bdi>112</bdi>") && hidden.contains("<bdi>101</bdi>"), "never hidden");
        let list = system.json("/api/v1/hsds/services?per_page=100&full=true").await;
        assert_eq!(list["total_items"].as_u64().expect("count") as usize, count(&hidden));
        assert!(system.state().help.load().entries.iter().all(|entry| entry.shown == Shown::Yes));
        system.stop().await;
    }

    /// A browser's own words about a request (Fetch Metadata Request Headers).
    const TOUCH: [(&str, &str); 5] = [
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "document"),
        ("sec-fetch-site", "same-origin"),
        ("sec-fetch-user", "?1"),
        ("sec-ch-ua", "\"Chromium\";v=\"140\""),
    ];

    async fn with(system: &System, path: &str, words: &[(&str, &str)]) -> String {
        let mut request = system.http.get(format!("{}{path}", system.base));
        for (name, value) in words {
            request = request.header(*name, *value);
        }
        let answer = request.send().await.expect("answer");
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        assert_eq!(answer.headers()["cache-control"], "no-store");
        assert_eq!(answer.headers()["referrer-policy"], "no-referrer");
        assert!(!answer.headers().contains_key("set-cookie") && !answer.headers().contains_key("etag"));
        answer.text().await.expect("page")
    }

    pub async fn who_goes_back_finds_a_closed_page(engine: Engine) {
        let system = System::start(engine).await;
        let code = system.state().help.load().entries[0].code.clone();
        let without = |name: &str| TOUCH.into_iter().filter(|word| word.0 != name).collect::<Vec<_>>();
        for path in ["/fr/help/services/".to_owned(), format!("/fr/help/services/{code}/")] {
            let closed =
                |page: &str| page.contains(&format!("method=\"post\" action=\"{path}\"")) && count(page) == 0;
            assert!(!closed(&with(&system, &path, &TOUCH).await), "a touch opens {path}");
            let back = with(&system, &path, &without("sec-fetch-user")).await;
            assert!(closed(&back), "going back finds {path} closed");
            for word in ["0800", "Violence", "victime", "112</bdi>"] {
                let main = back.split("<main").nth(1).expect("main");
                assert!(!main.contains(word), "the closed page says {word}");
            }
            assert!(back.contains("<title>safe.brussels – information</title>"));
            let mut firefox = without("sec-fetch-user");
            firefox.retain(|word| word.0 != "sec-ch-ua");
            assert!(!closed(&with(&system, &path, &firefox).await), "a browser that may not tell touches");
            firefox.push((
                "user-agent",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            ));
            assert!(closed(&with(&system, &path, &firefox).await), "Firefox");
            // Who comes from elsewhere, or opens a kept address, is never doubted.
            for site in ["none", "cross-site"] {
                let mut words = without("sec-fetch-user");
                words.iter_mut().filter(|word| word.0 == "sec-fetch-site").for_each(|word| word.1 = site);
                assert!(!closed(&with(&system, &path, &words).await), "{site}");
            }
            let again = system.form(&path, &[]).send().await.expect("answer");
            assert_eq!(again.status(), StatusCode::OK);
            assert_eq!(again.headers()["cache-control"], "no-store");
            assert!(!closed(&again.text().await.expect("page")), "the button opens it");
        }
        system.stop().await;
    }
}
