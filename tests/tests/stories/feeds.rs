//! Feeds of others: read for drafts, under the policy of each source.

story!(messages_of_others_become_drafts);
story!(a_chain_is_followed_as_a_whole);
story!(sources_do_not_speak_for_each_other);
story!(nobody_waits_for_a_source_that_is_dead);

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
    use sea_orm::EntityTrait;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    /// What stands at each path of a small server.
    type Pages = Arc<Mutex<HashMap<String, String>>>;

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
                        pages.lock().expect("pages").insert(format!("asked for {path}"), String::new());
                        std::future::pending::<()>().await;
                    }
                    let body = pages.lock().expect("pages").get(path).cloned();
                    let (status, body) =
                        body.map_or(("404 Not Found", String::new()), |body| ("200 OK", body));
                    let length = body.len();
                    let answer = format!(
                        "HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
                    );
                    let _ = stream.write_all(answer.as_bytes()).await;
                });
            }
        });
        format!("http://{address}")
    }

    /// A square in the middle of Brussels, or one in the Ardennes.
    const HERE: &str = "50.84,4.34 50.86,4.34 50.86,4.37 50.84,4.37 50.84,4.34";
    const ELSEWHERE: &str = "50.0,5.5 50.1,5.5 50.1,5.6 50.0,5.6 50.0,5.5";

    fn cap(id: &str, kind: &str, references: &str, polygon: &str) -> String {
        let hour = |ahead_s: i64| {
            let now = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(ahead_s);
            now.strftime("%Y-%m-%dT%H:%M:%S-00:00").to_string()
        };
        let (sent, expires) = (hour(-60), hour(7_200));
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
        let put = |path: &str, body: String| pages.lock().expect("pages").insert(path.to_owned(), body);
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
        let put = |path: &str, body: String| pages.lock().expect("pages").insert(path.to_owned(), body);
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
        let put = |path: &str, body: String| pages.lock().expect("pages").insert(path.to_owned(), body);
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
        let put = |path: &str, body: String| pages.lock().expect("pages").insert(path.to_owned(), body);
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

    /// Approves what stands there.
    async fn approve(system: &System, row: &alert::Model, token: &str) -> StatusCode {
        let body = serde_json::json!({ "content_hash": row.content_hash, "edition": row.edition });
        let path = format!("/office/api/alerts/{}/approve", row.id);
        system.send(Method::POST, &path, Some(token), Some(&body)).await.status()
    }
}
