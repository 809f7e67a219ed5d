//! Feeds of others: read for drafts, under the policy of each source.

story!(messages_of_others_become_drafts);
story!(a_chain_is_followed_as_a_whole);
story!(sources_do_not_speak_for_each_other);
story!(nobody_waits_for_a_source_that_is_dead);
story!(what_its_sender_eases_or_moves_away_is_told);
story!(a_cancel_may_be_read_before_its_alert);
story!(a_name_stands_for_the_same_words);
story!(a_source_may_be_a_message_itself);
story!(what_was_left_out_is_judged_by_the_settings_of_now);

mod tell {
    use std::collections::HashMap;
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use reqwest::{Method, StatusCode};
    use safe_api::account::{Person, Role, by_email};
    use safe_api::alert::entity as alert;
    use safe_api::alert::lifecycle::{self, Input};
    use safe_api::config::FeedSource;
    use safe_api::feed::entity;
    use safe_tests::{Engine, System, gas_leak};
    use sea_orm::{EntityTrait, PaginatorTrait};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    /// What stands at each path of a small server.
    type Pages = Arc<Mutex<HashMap<String, Vec<u8>>>>;

    fn put(pages: &Pages, path: &str, body: impl Into<Vec<u8>>) {
        pages.lock().expect("pages").insert(path.to_owned(), body.into());
    }

    async fn serve(pages: Pages) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("address");
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let pages = pages.clone();
                tokio::spawn(async move {
                    let mut bytes = vec![0; 8192];
                    let read = stream.read(&mut bytes).await.unwrap_or(0);
                    let head = String::from_utf8_lossy(&bytes[..read]).into_owned();
                    let path = head.split(' ').nth(1).unwrap_or_default();
                    if path.starts_with("/silent") {
                        pages.lock().expect("pages").insert(format!("asked for {path}"), Vec::new());
                        std::future::pending::<()>().await;
                    }
                    let body = pages.lock().expect("pages").get(path).cloned();
                    let (status, body) = body.map_or(("404 Not Found", Vec::new()), |body| ("200 OK", body));
                    let length = body.len();
                    let head =
                        format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n");
                    let _ = stream.write_all(&[head.as_bytes(), &body].concat()).await;
                });
            }
        });
        format!("http://{address}")
    }

    /// A square in the middle of Brussels, or one in the Ardennes.
    const HERE: &str = "50.84,4.34 50.86,4.34 50.86,4.37 50.84,4.37 50.84,4.34";
    const ELSEWHERE: &str = "50.0,5.5 50.1,5.5 50.1,5.6 50.0,5.6 50.0,5.5";

    /// A moment so many seconds from now, as CAP writes it.
    fn hour(ahead_s: i64) -> String {
        let now = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(ahead_s);
        now.strftime("%Y-%m-%dT%H:%M:%S-00:00").to_string()
    }

    fn cap(id: &str, kind: &str, references: &str, polygon: &str) -> String {
        cap_of(id, kind, references, polygon, -60)
    }

    /// One that was sent so many seconds from now.
    fn cap_of(id: &str, kind: &str, references: &str, polygon: &str, sent_s: i64) -> String {
        let (sent, expires) = (hour(sent_s), hour(7_200));
        let named: Vec<String> =
            references.split_whitespace().map(|of| format!("warnings@example.org,{of},{sent}")).collect();
        let references = match named.join(" ") {
            none if none.is_empty() => none,
            named => format!("<references>{named}</references>"),
        };
        let info = |lang: &str, event: &str| {
            format!(
                "<info><language>{lang}</language><category>Met</category><event>{event}</event>\
                 <urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>\
                 <expires>{expires}</expires><headline>{event}</headline><description>{event} {id}</description>\
                 <instruction>{event}</instruction><area><areaDesc>{event}</areaDesc><polygon>{polygon}</polygon></area></info>"
            )
        };
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">\
             <identifier>{id}</identifier><sender>warnings@example.org</sender><sent>{sent}</sent>\
             <status>Actual</status><msgType>{kind}</msgType><scope>Public</scope>{references}{}{}</alert>",
            info("fr-BE", "Orage"),
            info("nl-BE", "Onweer"),
        )
    }

    fn feed(links: &[&str]) -> String {
        let entry = |link: &&str| {
            format!(
                "<entry><id>urn:{link}</id><title>{link}</title><updated>2026-11-21T00:00:00Z</updated>\
                 <link type=\"application/cap+xml\" href=\"{link}\"/></entry>"
            )
        };
        let entries: String = links.iter().map(entry).collect();
        format!("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Storms</title>{entries}</feed>")
    }

    fn source(name: &str, url: String) -> FeedSource {
        FeedSource {
            name: name.to_owned(),
            url,
            every_s: 1,
            lenient: false,
            hosts: Vec::new(),
            signed: false,
            signer: String::new(),
            everywhere: false,
            severity: "Moderate".to_owned(),
        }
    }

    /// Waits until a message has an outcome; gives its row.
    async fn became(system: &System, title: &str, outcome: &str) -> entity::Model {
        for _ in 0..600 {
            let rows = entity::newest(&system.state().db, 100).await.expect("rows");
            if let Some(row) = rows.into_iter().find(|row| row.title == title) {
                assert_eq!(row.outcome, outcome, "{title}: {}", row.remark);
                return row;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{title} was not read");
    }

    async fn alert_of(system: &System, row: &entity::Model) -> alert::Model {
        let id = row.alert_id.expect("a draft");
        alert::Entity::find_by_id(id).one(&system.state().db).await.expect("row").expect("the draft")
    }

    pub async fn messages_of_others_become_drafts(engine: Engine) {
        let pages = Pages::default();
        let put = |path: &str, body: String| put(&pages, path, body);
        put("/storm-1.cap", cap("storm-1", "Alert", "", HERE));
        put("/hills.cap", cap("hills", "Alert", "", ELSEWHERE));
        put("/broken.cap", cap("broken", "Alert", "", HERE).replace("<scope>Public</scope>", ""));
        let codes = "<geocode><valueName>EMMA_ID</valueName><value>XX123</value></geocode>";
        let drawn = format!("<polygon>{HERE}</polygon>");
        put("/coded.cap", cap("coded", "Alert", "", HERE).replace(&drawn, codes));
        let private = "<scope>Private</scope><addresses>police@example.org</addresses>";
        put("/private.cap", cap("private", "Alert", "", HERE).replace("<scope>Public</scope>", private));
        put("/swapped.cap", cap("swapped", "Alert", "", "4.34,50.84 4.34,50.86 4.37,50.86 4.34,50.84"));
        put("/sea.cap", cap("sea", "Alert", "", "40,-40 40,-30 50,-30 50,-40 40,-40"));
        let list = [
            "/private.cap",
            "/swapped.cap",
            "/sea.cap",
            "/broken.cap",
            "/coded.cap",
            "http://127.0.0.2:1/stolen.cap",
            "/hills.cap",
            "/storm-1.cap",
        ];
        put("/feed.atom", feed(&list));
        let url = format!("{}/feed.atom", serve(pages.clone()).await);
        let source = source("storms", url);
        let system = System::start_with(engine, |config| {
            config.feeds.sources = vec![source];
            config.feeds.allow_private_addresses = true;
        })
        .await;
        let first = became(&system, "/storm-1.cap", "drafted").await;
        assert!(became(&system, "/broken.cap", "refused").await.remark.contains("scope"));
        became(&system, "/hills.cap", "elsewhere").await;
        // Where it holds cannot be read: that is not the same as elsewhere.
        assert!(became(&system, "/coded.cap", "unplaced").await.remark.contains("EMMA_ID XX123"));
        became(&system, "http://127.0.0.2:1/stolen.cap", "foreign-host").await;
        became(&system, "/private.cap", "not-public").await;
        became(&system, "/sea.cap", "elsewhere").await;
        became(&system, "/swapped.cap", "unplaced").await;
        let draft = alert_of(&system, &first).await;
        assert_eq!((draft.state.as_str(), draft.origin.as_str()), ("draft", "storms"));

        // The sender says it again, better, before anybody has looked.
        put("/storm-2.cap", cap("storm-2", "Update", "storm-1", HERE));
        put("/feed.atom", feed(&["/storm-2.cap", "/storm-1.cap"]));
        let second = became(&system, "/storm-2.cap", "drafted").await;
        assert_eq!(alert_of(&system, &first).await.state, "discarded");
        let draft = alert_of(&system, &second).await;

        // Two persons publish it; what follows from the sender waits for them.
        let (author, approver) = system.pair().await;
        let id = draft.id.to_string();
        for (step, token) in [("submit", &author), ("approve", &approver)] {
            let path = format!("/office/api/alerts/{id}/{step}");
            let answer = system.send(Method::POST, &path, Some(token), None).await;
            assert!(answer.status().is_success(), "{step}: {}", answer.text().await.expect("text"));
        }
        system.shows(&id, "active").await;
        put("/storm-3.cap", cap("storm-3", "Update", "storm-2", HERE));
        put("/storm-4.cap", cap("storm-4", "Cancel", "storm-3", HERE));
        put("/storm-5.cap", cap("storm-5", "Cancel", "storm-2", HERE));
        put("/feed.atom", feed(&["/storm-3.cap"]));
        let third = alert_of(&system, &became(&system, "/storm-3.cap", "update").await).await;
        assert_eq!((third.msg_type.as_str(), third.predecessor_id), ("Update", Some(draft.id)));
        put("/feed.atom", feed(&["/storm-5.cap", "/storm-4.cap"]));
        became(&system, "/storm-4.cap", "withdrawn").await;
        became(&system, "/storm-5.cap", "cancelled").await;
        system.shows(&id, "active").await;
        let all = alert::Entity::find().all(&system.state().db).await.expect("alerts");
        assert_eq!(all.len(), 3, "each message was taken once");

        // The feed goes away: its row says so, and nothing else changes.
        pages.lock().expect("pages").clear();
        for _ in 0..100 {
            let row = entity::source(&system.state().db, "storms").await.expect("row");
            if row.fault.is_some() {
                system.stop().await;
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("the feed's fault is not kept");
    }

    /// A message may name all that its sender said before: what was thrown away meanwhile hides
    /// nothing of what is still open.
    pub async fn a_chain_is_followed_as_a_whole(engine: Engine) {
        let pages = Pages::default();
        let put = |path: &str, body: String| put(&pages, path, body);
        put("/feed.atom", feed(&[]));
        let url = format!("{}/feed.atom", serve(pages.clone()).await);
        let system = System::start_with(engine, |config| {
            config.feeds.sources = vec![source("storms", url)];
            config.feeds.allow_private_addresses = true;
        })
        .await;
        let say = async |id: &str, kind: &str, references: &str, outcome: &str| {
            let path = format!("/{id}.cap");
            put(&path, cap(id, kind, references, HERE));
            put("/feed.atom", feed(&[&path]));
            became(&system, &path, outcome).await
        };
        let is_now = async |row: &entity::Model| alert_of(&system, row).await.state;

        let first = say("storm-1", "Alert", "", "drafted").await;
        let second = say("storm-2", "Update", "storm-1", "drafted").await;
        assert_eq!(is_now(&first).await, "discarded");
        let cancel = say("storm-3", "Cancel", "storm-1 storm-2", "withdrawn").await;
        assert_eq!((cancel.alert_id, is_now(&second).await.as_str()), (second.alert_id, "discarded"));

        say("storm-4", "Alert", "", "drafted").await;
        let fifth = say("storm-5", "Update", "storm-4", "drafted").await;
        let sixth = say("storm-6", "Update", "storm-4 storm-5", "drafted").await;
        assert_eq!((is_now(&fifth).await.as_str(), is_now(&sixth).await.as_str()), ("discarded", "draft"));
        // Somebody works on it: a person must look at it, and not at what is gone.
        let (author, approver) = system.pair().await;
        let id = sixth.alert_id.expect("a draft").to_string();
        system.act(&format!("/{id}/submit"), &author, None).await;
        let cancel = say("storm-7", "Cancel", "storm-4 storm-5 storm-6", "cancelled").await;
        assert_eq!((cancel.alert_id, is_now(&sixth).await.as_str()), (sixth.alert_id, "submitted"));

        // What takes the place of a draft updates what that draft was to update.
        system.act(&format!("/{id}/approve"), &approver, None).await;
        system.shows(&id, "active").await;
        let eighth = say("storm-8", "Update", "storm-6", "update").await;
        let ninth = say("storm-9", "Update", "storm-8", "update").await;
        assert_eq!(is_now(&eighth).await, "discarded");
        assert_eq!(alert_of(&system, &ninth).await.predecessor_id, sixth.alert_id);
        system.stop().await;
    }

    pub async fn sources_do_not_speak_for_each_other(engine: Engine) {
        let pages = Pages::default();
        let put = |path: &str, body: String| put(&pages, path, body);
        // A stranger uses the name of the service's message first, for another place.
        put("/rumour-1.cap", cap("storm-1", "Alert", "", ELSEWHERE));
        put("/rumours.atom", feed(&["/rumour-1.cap"]));
        put("/service.atom", feed(&[]));
        let host = serve(pages.clone()).await;
        let sources = ["rumours", "service"].map(|name| source(name, format!("{host}/{name}.atom")));
        let system = System::start_with(engine, |config| {
            config.feeds.sources = sources.to_vec();
            config.feeds.allow_private_addresses = true;
        })
        .await;
        became(&system, "/rumour-1.cap", "elsewhere").await;
        put("/storm-1.cap", cap("storm-1", "Alert", "", HERE));
        put("/service.atom", feed(&["/storm-1.cap"]));
        let first = became(&system, "/storm-1.cap", "drafted").await;

        // Nor does it take the message of the service back, or put another in its place.
        put("/rumour-2.cap", cap("rumour-2", "Cancel", "storm-1", HERE));
        put("/rumour-3.cap", cap("rumour-3", "Update", "storm-1", HERE));
        put("/rumours.atom", feed(&["/rumour-3.cap", "/rumour-2.cap"]));
        assert_eq!(became(&system, "/rumour-2.cap", "cancelled").await.alert_id, None);
        became(&system, "/rumour-3.cap", "drafted").await;
        let draft = alert_of(&system, &first).await;
        assert_eq!((draft.state.as_str(), draft.predecessor_id), ("draft", None));

        // Whoever hands a message of others in answers for it, and cannot approve it as well.
        let both = [Role::AlertAuthor, Role::AlertApprover];
        let alone = system.staff("alone@example.org", &both).await;
        let id = draft.id.to_string();
        system.act(&format!("/{id}/submit"), &alone, None).await;
        let submitted = alert_of(&system, &first).await;
        assert_eq!(approve(&system, &submitted, &alone).await, StatusCode::FORBIDDEN);
        let person = by_email(&system.state().db, "alone@example.org").await.expect("row").expect("account");
        assert_eq!(submitted.author_id, person.id);
        let approver = system.staff("approver@example.org", &[Role::AlertApprover]).await;
        assert_eq!(approve(&system, &submitted, &approver).await, StatusCode::OK);
        system.shows(&id, "active").await;

        // What cannot follow what was made of a message is refused, and the later ones are read.
        put("/storm-2.cap", cap("storm-2", "Alert", "", HERE));
        put("/service.atom", feed(&["/storm-2.cap"]));
        let second = alert_of(&system, &became(&system, "/storm-2.cap", "drafted").await).await;
        let mut exercise = gas_leak();
        exercise["status"] = serde_json::json!("Exercise");
        let input = Input::Draft(Box::new(serde_json::from_value(exercise).expect("a draft")));
        let (state, author) = (system.state(), Person::from(&person));
        let revised = lifecycle::revise(state, &author, second.id, second.edition, input).await;
        let revised = revised.expect("made an exercise");
        system.act(&format!("/{}/submit", revised.id), &alone, None).await;
        let submitted = lifecycle::find(state, revised.id).await.expect("row");
        assert_eq!(approve(&system, &submitted, &approver).await, StatusCode::OK);
        put("/storm-3.cap", cap("storm-3", "Update", "storm-2", HERE));
        put("/storm-4.cap", cap("storm-4", "Alert", "", HERE));
        put("/service.atom", feed(&["/storm-4.cap", "/storm-3.cap"]));
        became(&system, "/storm-4.cap", "drafted").await;
        assert!(became(&system, "/storm-3.cap", "refused").await.remark.contains("update-other-status"));
    }

    /// One source's messages never answer, those of another do not exist any more: the
    /// others are read, and so is what is new behind dead links.
    pub async fn nobody_waits_for_a_source_that_is_dead(engine: Engine) {
        let pages = Pages::default();
        let put = |path: &str, body: String| put(&pages, path, body);
        put("/slow.atom", feed(&["/silent-3.cap", "/silent-2.cap", "/silent-1.cap"]));
        let dead: Vec<String> = (0..120).map(|number| format!("/gone-{number}.cap")).collect();
        let mut links: Vec<&str> = dead.iter().map(String::as_str).collect();
        links.insert(0, "/storm-1.cap");
        put("/dead.atom", feed(&links));
        put("/storm-1.cap", cap("storm-1", "Alert", "", HERE));
        put("/well.atom", feed(&["/storm-2.cap"]));
        put("/storm-2.cap", cap("storm-2", "Alert", "", HERE));
        let host = serve(pages.clone()).await;
        put("/late.atom", feed(&[]));
        let sources = ["slow", "silent", "dead", "well", "late"];
        let sources = sources.map(|name| source(name, format!("{host}/{name}.atom")));
        let system = System::start_with(engine, |config| {
            config.feeds.sources = sources.to_vec();
            config.feeds.allow_private_addresses = true;
        })
        .await;
        became(&system, "/storm-2.cap", "drafted").await;
        became(&system, "/storm-1.cap", "drafted").await;
        // What is not there is told all the same, and asked for again.
        let fault = async || entity::source(&system.state().db, "dead").await.expect("row").fault;
        let told = system.until(Duration::from_secs(30), || async { fault().await.is_some() }).await;
        assert!(told, "the fault of the source is kept");
        // Nor does a process that ends wait for an answer, for which it would have 20 seconds.
        put("/late.atom", feed(&["/silent-late.cap"]));
        let is_asked = || pages.lock().expect("pages").contains_key("asked for /silent-late.cap");
        assert!(system.until(Duration::from_secs(30), || async { is_asked() }).await, "it is asked for");
        let ended = tokio::time::timeout(Duration::from_secs(15), system.stop()).await;
        assert!(ended.is_ok(), "the process waits for a source");
    }

    async fn with_source(engine: Engine, pages: &Pages) -> System {
        let url = format!("{}/feed.atom", serve(pages.clone()).await);
        System::start_with(engine, |config| {
            config.feeds.sources = vec![source("storms", url)];
            config.feeds.allow_private_addresses = true;
        })
        .await
    }

    async fn count(system: &System) -> u64 {
        alert::Entity::find().count(&system.state().db).await.expect("alerts")
    }

    const ENDED: &str = "2026-01-01T08:00:00-00:00";

    /// The same message with another end.
    fn until(xml: &str, expires: &str) -> String {
        let (head, rest) = xml.split_once("<expires>").expect("an end");
        let former = rest.split_once('<').expect("an end").0;
        format!("{head}<expires>{rest}").replace(former, expires)
    }

    /// An update that the policy of the source would leave out still says something of what was
    /// taken: people are told that it is milder, and a person that it is over or elsewhere.
    pub async fn what_its_sender_eases_or_moves_away_is_told(engine: Engine) {
        let pages = Pages::default();
        put(&pages, "/feed.atom", feed(&[]));
        let system = with_source(engine, &pages).await;
        let say = async |id: &str, xml: String, outcome: &str| {
            let path = format!("/{id}.cap");
            put(&pages, &path, xml);
            put(&pages, "/feed.atom", feed(&[&path]));
            became(&system, &path, outcome).await
        };
        let update = |id: &str, polygon: &str| cap(id, "Update", "storm-1", polygon);
        let milder = |xml: &str| xml.replace("<severity>Severe<", "<severity>Minor<");
        let (author, approver) = system.pair().await;
        let first = say("storm-1", cap("storm-1", "Alert", "", HERE), "drafted").await;
        let id = first.alert_id.expect("a draft");
        system.release(&author, &approver, &id.to_string()).await;
        system.shows(&id.to_string(), "active").await;
        let second = say("storm-2", milder(&update("storm-2", HERE)), "update").await;
        assert_eq!(alert_of(&system, &second).await.predecessor_id, Some(id));
        for (name, xml) in [
            ("storm-3", update("storm-3", ELSEWHERE)),
            ("storm-4", until(&update("storm-4", HERE), &hour(-30))),
            ("storm-5", until(&update("storm-5", HERE), ENDED)),
            // Of the update that is drafted, which goes with it.
            ("storm-6", cap("storm-6", "Update", "storm-2", ELSEWHERE)),
        ] {
            assert_eq!(say(name, xml, "over").await.alert_id, Some(id), "{name}");
        }
        assert_eq!(alert_of(&system, &second).await.state, "discarded");
        let over =
            say("cancel-1", until(&cap("cancel-1", "Cancel", "storm-1", HERE), ENDED), "cancelled").await;
        assert_eq!(over.alert_id, Some(id), "its own end says nothing");
        system.shows(&id.to_string(), "active").await;
        // Where an update holds cannot be read: a person finds its place.
        let codes = "<geocode><valueName>EMMA_ID</valueName><value>XX123</value></geocode>";
        let drawn = format!("<polygon>{HERE}</polygon>");
        say("storm-7", update("storm-7", HERE).replace(&drawn, codes), "update").await;
        let desk = system.desk("desk@example.org", &[Role::AlertAuthor]).await;
        let page = system.office(&desk, "/office/feeds").await.text().await.expect("page");
        assert!(page.contains(&format!("/office/alerts/{id}")) && !page.contains("[office-feed"), "{page}");

        // What nobody has looked at goes; what somebody works on is told.
        let tenth = say("hail-1", cap("hail-1", "Alert", "", HERE), "drafted").await;
        let moved = cap("hail-2", "Update", "hail-1", ELSEWHERE);
        assert_eq!(say("hail-2", moved, "withdrawn").await.alert_id, tenth.alert_id);
        assert_eq!(alert_of(&system, &tenth).await.state, "discarded");
        let third = say("hail-3", cap("hail-3", "Alert", "", HERE), "drafted").await;
        let id = third.alert_id.expect("a draft");
        system.act(&format!("/{id}/submit"), &author, None).await;
        let eased = milder(&cap("hail-4", "Update", "hail-3", HERE));
        assert_eq!(say("hail-4", eased, "over").await.alert_id, Some(id));
        say("hail-5", milder(&cap("hail-5", "Update", "hail-0", HERE)), "too-mild").await;
        system.stop().await;
    }

    /// A feed may list in any order, and a page of it may be missing for a while.
    pub async fn a_cancel_may_be_read_before_its_alert(engine: Engine) {
        let pages = Pages::default();
        // The oldest stands first; of one moment, what cancels was said last.
        for (path, xml) in [
            ("/storm-1.cap", cap_of("storm-1", "Alert", "", HERE, -3_600)),
            ("/storm-2.cap", cap_of("storm-2", "Cancel", "storm-1", HERE, -60)),
            ("/hail-1.cap", cap_of("hail-1", "Alert", "", HERE, -60)),
            ("/hail-2.cap", cap_of("hail-2", "Cancel", "hail-1", HERE, -60)),
        ] {
            put(&pages, path, xml);
        }
        put(&pages, "/feed.atom", feed(&["/hail-1.cap", "/storm-1.cap", "/storm-2.cap", "/hail-2.cap"]));
        let system = with_source(engine, &pages).await;
        for path in ["/storm", "/hail"] {
            became(&system, &format!("{path}-1.cap"), "drafted").await;
            became(&system, &format!("{path}-2.cap"), "withdrawn").await;
        }
        let made = count(&system).await;

        // What is cancelled or replaced before it can be read is no alert.
        for (path, xml) in [
            ("/wind-2.cap", cap_of("wind-2", "Cancel", "wind-1", HERE, -60)),
            ("/snow-2.cap", cap_of("snow-2", "Update", "snow-1", HERE, -60)),
            ("/rain-2.cap", cap_of("rain-2", "Update", "rain-1", ELSEWHERE, -60)),
        ] {
            put(&pages, path, xml);
        }
        let names =
            ["/wind-2.cap", "/wind-1.cap", "/snow-2.cap", "/snow-1.cap", "/rain-2.cap", "/rain-1.cap"];
        put(&pages, "/feed.atom", feed(&names));
        became(&system, "/wind-2.cap", "cancelled").await;
        let snow = became(&system, "/snow-2.cap", "drafted").await;
        became(&system, "/rain-2.cap", "elsewhere").await;
        for id in ["wind-1", "snow-1", "rain-1"] {
            put(&pages, &format!("/{id}.cap"), cap_of(id, "Alert", "", HERE, -3_600));
        }
        // Messages that were not there are asked for again after a minute.
        system.state().clock.advance_ms(120_000);
        became(&system, "/wind-1.cap", "overtaken").await;
        became(&system, "/rain-1.cap", "overtaken").await;
        assert_eq!(became(&system, "/snow-1.cap", "overtaken").await.alert_id, snow.alert_id);
        assert_eq!(count(&system).await, made + 1, "the update alone");
        // What is said anew under the name afterwards is another message.
        put(&pages, "/wind-3.cap", cap_of("wind-1", "Alert", "", HERE, -30));
        put(&pages, "/feed.atom", feed(&["/wind-3.cap"]));
        became(&system, "/wind-3.cap", "drafted").await;
        system.stop().await;
    }

    /// An RSS feed whose entries say nothing of themselves but hold their messages.
    fn bare_rss(messages: &[String]) -> String {
        let item = |xml: &String| {
            let (_, alert) = xml.split_once("?>").expect("a declaration");
            let (_, id) = xml.split_once("<identifier>").expect("a name");
            let (_, event) = xml.split_once("<description>").expect("words");
            let title = [id, event].map(|rest| rest.split_once('<').expect("its end").0).join(" ");
            format!("<item><title>{title}</title>{alert}</item>")
        };
        let items: String = messages.iter().map(item).collect();
        format!("<rss version=\"2.0\"><channel><title>Storms</title>{items}</channel></rss>")
    }

    pub async fn a_name_stands_for_the_same_words(engine: Engine) {
        let pages = Pages::default();
        let words =
            |xml: &str, said: &str| xml.replace("<description>Orage", &format!("<description>{said}"));
        let first = cap_of("storm-1", "Alert", "", HERE, -90);
        let other = cap_of("hail-1", "Alert", "", HERE, -90);
        let older = words(&cap_of("storm-1", "Alert", "", HERE, -75), "Brise");
        let later = words(&cap_of("storm-1", "Alert", "", HERE, -60), "Vent");
        let last = words(&cap_of("storm-1", "Alert", "", HERE, -30), "Calme");
        put(&pages, "/feed.atom", bare_rss(&[other.clone(), first.clone()]));
        let system = with_source(engine, &pages).await;
        let drafted = became(&system, "storm-1 Orage storm-1", "drafted").await;
        became(&system, "hail-1 Orage hail-1", "drafted").await;
        // Other words of the same moment: nobody can say which hold.
        let list = [words(&first, "Grêle"), other.clone(), first.clone()];
        put(&pages, "/feed.atom", bare_rss(&list));
        became(&system, "storm-1 Grêle storm-1", "reused").await;
        assert_eq!(alert_of(&system, &drafted).await.state, "draft");
        // Words of a later moment take the place of the former, and of what is public.
        put(&pages, "/feed.atom", bare_rss(&[later]));
        let second = became(&system, "storm-1 Vent storm-1", "drafted").await;
        assert_eq!(alert_of(&system, &drafted).await.state, "discarded");
        let (author, approver) = system.pair().await;
        let id = second.alert_id.expect("a draft");
        system.release(&author, &approver, &id.to_string()).await;
        put(&pages, "/feed.atom", bare_rss(&[older, last]));
        let third = became(&system, "storm-1 Calme storm-1", "update").await;
        assert_eq!(alert_of(&system, &third).await.predecessor_id, Some(id));
        became(&system, "storm-1 Brise storm-1", "overtaken").await;

        // The same message under ever new days is kept in mind, and told once.
        let made = count(&system).await;
        put(&pages, "/hail-1.cap", other);
        for day in 1..4 {
            let again = feed(&["/hail-1.cap"]).replace("2026-11-21", &format!("2026-11-0{day}"));
            put(&pages, "/feed.atom", again);
            let kept = async || entity::Entity::find().all(&system.state().db).await.expect("rows");
            let known = async || kept().await.iter().filter(|row| row.outcome == "known").count() == day;
            assert!(
                system.until(Duration::from_secs(30), || async { known().await }).await,
                "it is read again"
            );
        }
        let told = entity::newest(&system.state().db, 100).await.expect("rows");
        assert!(told.iter().all(|row| row.outcome != "known"), "{told:?}");
        assert_eq!(count(&system).await, made);
        system.stop().await;
    }

    /// A message at the address of a source is read in its own encoding; a page that is no feed
    /// and no message is a fault of the source.
    pub async fn a_source_may_be_a_message_itself(engine: Engine) {
        let pages = Pages::default();
        let latin = cap("latin", "Alert", "", HERE).replace("UTF-8", "ISO-8859-1");
        let latin = latin.replace(">Orage<", ">Orage d’été<").replace('’', "'");
        let bytes: Vec<u8> = latin.chars().map(|c| u8::try_from(u32::from(c)).expect("latin")).collect();
        put(&pages, "/latin", bytes);
        let wide = cap("wide", "Alert", "", HERE).replace("UTF-8", "UTF-16").replace(">Orage<", ">Été<");
        let wide = format!("\u{feff}{wide}");
        put(&pages, "/wide", wide.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>());
        let page = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>We are busy</p></body></html>";
        put(&pages, "/page", page);
        let host = serve(pages.clone()).await;
        let sources = ["latin", "wide", "page"].map(|name| source(name, format!("{host}/{name}")));
        let system = System::start_with(engine, |config| {
            config.feeds.sources = sources.to_vec();
            config.feeds.allow_private_addresses = true;
        })
        .await;
        let rows = async || entity::newest(&system.state().db, 100).await.expect("rows");
        let both = async || rows().await.iter().filter(|row| row.outcome == "drafted").count() == 2;
        assert!(system.until(Duration::from_secs(30), || async { both().await }).await, "{:?}", rows().await);
        for row in rows().await {
            let cap = alert_of(&system, &row).await.message().expect("a message");
            let expected = if row.feed == "latin" { "Orage d'été" } else { "Été" };
            assert_eq!(cap.info[0].headline.as_deref(), Some(expected));
        }
        let fault = async || entity::source(&system.state().db, "page").await.expect("row").fault;
        assert!(system.until(Duration::from_secs(30), || async { fault().await.is_some() }).await);
        assert!(rows().await.iter().all(|row| row.feed != "page"), "{:?}", rows().await);
        system.stop().await;
    }

    pub async fn what_was_left_out_is_judged_by_the_settings_of_now(engine: Engine) {
        let pages = Pages::default();
        let mild = cap("storm-1", "Alert", "", HERE).replace("<severity>Severe<", "<severity>Minor<");
        put(&pages, "/storm-1.cap", mild);
        put(&pages, "/hail-1.cap", cap("hail-1", "Alert", "", HERE));
        put(&pages, "/feed.atom", feed(&["/hail-1.cap", "/storm-1.cap"]));
        let url = format!("{}/feed.atom", serve(pages.clone()).await);
        let rare = FeedSource { every_s: 86_400, ..source("storms", url) };
        let mut system = System::start_with(engine, |config| {
            config.feeds.sources = vec![rare.clone()];
            config.feeds.allow_private_addresses = true;
        })
        .await;
        became(&system, "/storm-1.cap", "too-mild").await;
        let hail = became(&system, "/hail-1.cap", "drafted").await;
        let read = async || entity::source(&system.state().db, "storms").await.expect("row").read_at_ms;
        assert!(system.until(Duration::from_secs(30), || async { read().await.is_some() }).await);
        // Nor does a shorter pause wait for the end of the long one.
        let now = FeedSource { every_s: 1, severity: "Minor".to_owned(), ..rare };
        system.restart_with(|config| config.feeds.sources = vec![now]).await;
        let found = async || {
            let rows = entity::newest(&system.state().db, 100).await.expect("rows");
            rows.iter().any(|row| row.title == "/storm-1.cap" && row.outcome == "drafted")
        };
        assert!(
            system.until(Duration::from_secs(30), || async { found().await }).await,
            "it is judged again"
        );
        assert_eq!(became(&system, "/hail-1.cap", "drafted").await.alert_id, hail.alert_id);
        assert_eq!(count(&system).await, 2);
        system.stop().await;
    }

    /// Approves what stands there.
    async fn approve(system: &System, row: &alert::Model, token: &str) -> StatusCode {
        let body = serde_json::json!({ "content_hash": row.content_hash, "edition": row.edition });
        let path = format!("/office/api/alerts/{}/approve", row.id);
        system.send(Method::POST, &path, Some(token), Some(&body)).await.status()
    }
}
