//! Citizens sign in with a real OpenID provider (`tests/oidc`), and nobody
//! signs in by a side door.

story!(an_official_identity_signs_in);
story!(production_has_no_demonstration);

mod tell {
    use std::collections::BTreeMap;
    use std::io::{BufRead, BufReader};
    use std::process::{Child, Command, Stdio};

    use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
    use safe_api::config::{Config, Mode};
    use safe_api::permit::entity::applicant;
    use safe_tests::{Engine, System, root};
    use sea_orm::EntityTrait;

    struct Provider {
        child: Child,
        issuer: String,
    }

    impl Drop for Provider {
        fn drop(&mut self) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }

    fn provider() -> Provider {
        let mut child = Command::new("node")
            .arg("provider.mjs")
            .arg("http://portal.test/permits/sign-in/back")
            .current_dir(root().join("tests/oidc"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node");
        let mut lines = BufReader::new(child.stdout.take().expect("output")).lines();
        let issuer = lines
            .by_ref()
            .map_while(Result::ok)
            .find(|line| line.starts_with("http://"))
            .expect("the provider; `npm ci` in tests/oidc");
        std::thread::spawn(move || lines.count());
        Provider { child, issuer }
    }

    /// A browser: keeps cookies per host, follows where it is led.
    struct Walk<'a> {
        system: &'a System,
        cookies: BTreeMap<(bool, String), String>,
    }

    impl Walk<'_> {
        async fn go(&mut self, address: &str) -> (u16, String, String) {
            // The public address of the portal is another than the one it listens on.
            let real = address.replace("http://portal.test", &self.system.base);
            let ours = real.starts_with(&self.system.base);
            let jar: Vec<_> = self
                .cookies
                .iter()
                .filter(|((own, _), _)| *own == ours)
                .map(|((_, name), value)| format!("{name}={value}"))
                .collect();
            let request = self.system.http.get(&real).header(COOKIE, jar.join("; "));
            let response = request.header("accept", "text/html").send().await.expect("answer");
            for cookie in response.headers().get_all(SET_COOKIE) {
                let pair = cookie.to_str().expect("cookie").split(';').next().expect("pair");
                let (name, value) = pair.split_once('=').expect("pair");
                self.cookies.insert((ours, name.to_owned()), value.to_owned());
            }
            let to = response.headers().get(LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default();
            let origin = real.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
            let to = if to.starts_with('/') { format!("{origin}{to}") } else { to.to_owned() };
            (response.status().as_u16(), to, response.text().await.expect("text"))
        }

        /// Follows until nothing leads on; the answer is the last page's address and text.
        async fn follow(&mut self, start: &str) -> (String, String) {
            let mut address = start.to_owned();
            for _ in 0..12 {
                let (_, to, text) = self.go(&address).await;
                if to.is_empty() {
                    return (address, text);
                }
                address = to;
            }
            panic!("led around in circles: {address}");
        }
    }

    async fn person(provider: &Provider, system: &System, change: &str) {
        let request = system.http.post(format!("{}/person", provider.issuer)).body(change.to_owned());
        assert!(request.send().await.expect("answer").status().is_success());
    }

    pub async fn an_official_identity_signs_in(engine: Engine) {
        let provider = provider();
        let issuer = provider.issuer.clone();
        let system = System::start_with(engine, |config| {
            config.http.base_url = "http://portal.test".to_owned();
            config.identity.issuer = issuer;
            config.identity.client_id = "safe".to_owned();
            config.identity.client_secret = "not a secret: tests only".to_owned().into();
            config.identity.allow_http = true;
        })
        .await;
        let start =
            format!("{}/permits/sign-in/official?lang=nl&to=/nl/permits/apply/new/detention", system.base);
        let mut walk = Walk { system: &system, cookies: BTreeMap::new() };
        let (address, html) = walk.follow(&start).await;
        assert!(
            address.ends_with("/nl/permits/apply/new/detention"),
            "back where they wanted to go: {address}"
        );
        assert!(html.contains("Camille Exemple") && !html.contains("tag--warn"), "an official identity");
        let db = &system.state().db;
        let rows = applicant::Entity::find().all(db).await.expect("db");
        assert_eq!(rows.len(), 1);
        assert!(!format!("{:?}", rows[0].sealed).contains("93051822361"));
        let number = system.state().permits.keys.hash("national-number", "93051822361");
        assert_eq!(rows[0].national_hmac.as_deref(), Some(number.as_str()));

        // The same person again is the same person.
        Walk { system: &system, cookies: BTreeMap::new() }.follow(&start).await;
        assert_eq!(applicant::Entity::find().all(db).await.expect("db").len(), 1);

        // A link of somebody else's sign-in signs nobody in.
        let mut thief = Walk { system: &system, cookies: BTreeMap::new() };
        let mut address = start.clone();
        loop {
            let (_, to, _) = thief.go(&address).await;
            if to.starts_with("http://portal.test/permits/sign-in/back") {
                let mut victim = Walk { system: &system, cookies: BTreeMap::new() };
                let (last, _) = victim.follow(&to).await;
                assert!(last.contains("/sign-in?note=again"), "{last}");
                // And the browser that began may use it once, not twice.
                let (first, _) = thief.follow(&to).await;
                assert!(first.ends_with("/new/detention"), "{first}");
                let (second, _) = thief.follow(&to).await;
                assert!(second.contains("note=again"), "{second}");
                break;
            }
            address = to;
        }

        // A sign-in at a lower level than asked for is none.
        person(&provider, &system, r#"{"level":"urn:be:fedict:iam:fas:Level100","sub":"p2"}"#).await;
        let (last, _) = Walk { system: &system, cookies: BTreeMap::new() }.follow(&start).await;
        assert!(last.contains("/nl/permits/apply/sign-in?note=refused"), "{last}");
        assert_eq!(applicant::Entity::find().all(db).await.expect("db").len(), 1);
        system.stop().await;
    }

    pub async fn production_has_no_demonstration(engine: Engine) {
        let system = System::start_with(engine, |config| {
            config.mode = Mode::Production;
            config.identity.demo = false;
        })
        .await;
        let response = system
            .http
            .post(format!("{}/permits/sign-in/demo", system.base))
            .header("content-type", "application/x-www-form-urlencoded")
            .body("who=0&lang=fr")
            .send()
            .await
            .expect("answer");
        assert_eq!(response.status().as_u16(), 404);
        let mut config = Config::load(None).expect("defaults");
        config.mode = Mode::Production;
        config.http.base_url = "https://safe.example".to_owned();
        assert!(config.validate().is_err(), "identity.demo is refused");
        system.stop().await;
    }
}
