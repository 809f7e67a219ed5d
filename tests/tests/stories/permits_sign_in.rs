//! Citizens sign in with a real OpenID provider (`tests/oidc`), and nobody
//! signs in by a side door.

story!(an_official_identity_signs_in);
story!(after_a_sign_out_the_provider_asks_again);
story!(a_late_sign_in_keeps_its_language_and_its_page);
story!(who_leaves_late_is_out);
story!(production_has_no_demonstration);

mod tell {
    use std::collections::BTreeMap;
    use std::io::{BufRead, BufReader};
    use std::process::{Child, Command, Stdio};

    use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
    use reqwest::{RequestBuilder, Response};
    use safe_api::account::citizen::session;
    use safe_api::config::{Config, Mode};
    use safe_api::permit::entity::applicant;
    use safe_tests::citizen::Browser;
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

    impl<'a> Walk<'a> {
        fn of(system: &'a System) -> Self {
            Self { system, cookies: BTreeMap::new() }
        }

        async fn send(&mut self, ours: bool, request: RequestBuilder) -> Response {
            let own = self.cookies.iter().filter(|((own, _), _)| *own == ours);
            let jar: Vec<_> = own.map(|((_, name), value)| format!("{name}={value}")).collect();
            let request = request.header(COOKIE, jar.join("; ")).header("accept", "text/html");
            let response = request.send().await.expect("answer");
            for cookie in response.headers().get_all(SET_COOKIE) {
                let pair = cookie.to_str().expect("cookie").split(';').next().expect("pair");
                let (name, value) = pair.split_once('=').expect("pair");
                self.cookies.insert((ours, name.to_owned()), value.to_owned());
            }
            response
        }

        async fn go(&mut self, address: &str) -> (u16, String, String) {
            // The public address of the portal is another than the one it listens on.
            let real = address.replace("http://portal.test", &self.system.base);
            let ours = real.starts_with(&self.system.base);
            let response = self.send(ours, self.system.http.get(&real)).await;
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

        /// Follows until the provider leads back to the portal, and stops before that.
        async fn as_far_as_the_way_back(&mut self, start: &str) -> String {
            let mut address = start.to_owned();
            for _ in 0..12 {
                let (_, to, _) = self.go(&address).await;
                if to.starts_with(BACK) {
                    return to;
                }
                address = to;
            }
            panic!("never back: {address}");
        }

        async fn leave(&mut self, csrf: &str) -> String {
            let form = self.system.form("/nl/permits/apply/sign-out", &[("csrf", csrf)]);
            let response = self.send(true, form).await;
            response.headers()[LOCATION].to_str().expect("text").to_owned()
        }
    }

    const BACK: &str = "http://portal.test/permits/sign-in/back";

    /// A portal whose people sign in with this provider.
    async fn portal(engine: Engine, provider: &Provider) -> System {
        let issuer = provider.issuer.clone();
        System::start_with(engine, |config| {
            config.http.base_url = "http://portal.test".to_owned();
            config.identity.issuer = issuer;
            config.identity.client_id = "safe".to_owned();
            config.identity.client_secret = "not a secret: tests only".to_owned().into();
            config.identity.allow_http = true;
        })
        .await
    }

    /// The way to the provider, to a page in Dutch.
    fn official(system: &System) -> String {
        format!("{}/permits/sign-in/official?lang=nl&to=/nl/permits/apply/new/detention", system.base)
    }

    /// The token of the forms of a page.
    fn csrf(html: &str) -> &str {
        let start = "name=\"csrf\" value=\"";
        let at = html.find(start).expect("a form") + start.len();
        html[at..].split('"').next().expect("text")
    }

    async fn person(provider: &Provider, system: &System, change: &str) {
        let request = system.http.post(format!("{}/person", provider.issuer)).body(change.to_owned());
        assert!(request.send().await.expect("answer").status().is_success());
    }

    pub async fn an_official_identity_signs_in(engine: Engine) {
        let provider = provider();
        let system = portal(engine, &provider).await;
        let start = official(&system);
        let mut walk = Walk::of(&system);
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
        Walk::of(&system).follow(&start).await;
        assert_eq!(applicant::Entity::find().all(db).await.expect("db").len(), 1);

        // A link of somebody else's sign-in signs nobody in.
        let mut thief = Walk::of(&system);
        let to = thief.as_far_as_the_way_back(&start).await;
        let (last, _) = Walk::of(&system).follow(&to).await;
        assert!(last.contains("/sign-in?note=again"), "{last}");
        // And the browser that began may use it once, not twice.
        let (first, _) = thief.follow(&to).await;
        assert!(first.ends_with("/new/detention"), "{first}");
        let (second, _) = thief.follow(&to).await;
        assert!(second.contains("note=again"), "{second}");

        // A sign-in at a lower level than asked for is none.
        person(&provider, &system, r#"{"level":"urn:be:fedict:iam:fas:Level100","sub":"p2"}"#).await;
        let (last, _) = Walk::of(&system).follow(&start).await;
        assert!(last.contains("/nl/permits/apply/sign-in?note=refused"), "{last}");
        assert_eq!(applicant::Entity::find().all(db).await.expect("db").len(), 1);
        system.stop().await;
    }

    pub async fn after_a_sign_out_the_provider_asks_again(engine: Engine) {
        let provider = provider();
        let system = portal(engine, &provider).await;
        let start = official(&system);
        let asks = |address: &str| address.contains("prompt=login");
        let mut walk = Walk::of(&system);
        let (_, to, _) = walk.go(&start).await;
        assert!(to.starts_with(&provider.issuer) && !asks(&to), "{to}");
        let (_, html) = walk.follow(&to).await;
        // Whoever sits down next is somebody else, as far as we know.
        assert!(walk.leave(csrf(&html)).await.ends_with("note=left"));
        let (_, to, _) = walk.go(&start).await;
        assert!(asks(&to), "{to}");
        let (address, _) = walk.follow(&to).await;
        assert!(address.ends_with("/nl/permits/apply/new/detention"), "{address}");
        let (_, to, _) = walk.go(&start).await;
        assert!(!asks(&to), "who signed in again is known: {to}");
        system.stop().await;
    }

    pub async fn a_late_sign_in_keeps_its_language_and_its_page(engine: Engine) {
        let provider = provider();
        let system = portal(engine, &provider).await;
        let start = official(&system);
        // Two tabs of one browser: the first one back does not end the other.
        let mut walk = Walk::of(&system);
        let (one, other) =
            (walk.as_far_as_the_way_back(&start).await, walk.as_far_as_the_way_back(&start).await);
        for tab in [one, other] {
            let (last, _) = walk.follow(&tab).await;
            assert!(last.ends_with("/nl/permits/apply/new/detention"), "{last}");
        }
        // Too late, and later than anything is known of it but by the browser.
        let mut walk = Walk::of(&system);
        let late = walk.as_far_as_the_way_back(&start).await;
        let page = "/nl/permits/apply/sign-in?note=again&to=/nl/permits/apply/new/detention";
        system.state().clock.advance_ms(16 * 60_000);
        session::sweep(system.state()).await.expect("swept");
        let (_, to, _) = walk.go(&late).await;
        assert!(to.ends_with(page), "{to}");
        let (_, to, _) = walk.go(&late).await;
        assert!(to.ends_with(page), "once more: {to}");
        // Nothing is known but what the browser asks for.
        let mut walk = Walk::of(&system);
        let unknown = system.http.get(format!("{}/permits/sign-in/back?state=x&code=y", system.base));
        let response = walk.send(true, unknown.header("accept-language", "nl-BE")).await;
        let to = response.headers()[LOCATION].to_str().expect("text");
        assert!(to.starts_with("/nl/permits/apply/sign-in?note=again"), "{to}");
        system.stop().await;
    }

    pub async fn who_leaves_late_is_out(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "nl").await;
        let csrf = browser.get("").await.hidden("csrf");
        let state = system.state();
        state.clock.advance_ms((state.config.citizens.idle_min + 1) * 60_000);
        let form = system.form("/nl/permits/apply/sign-out", &[("csrf", &csrf)]);
        let response = form.header(COOKIE, browser.cookie()).send().await.expect("answer");
        assert!(response.headers()[LOCATION].to_str().expect("text").ends_with("note=left"));
        let gone = response.headers().get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
        let gone = gone.filter(|value| value.contains("safe_file=;") && value.contains("Max-Age=0"));
        assert_eq!(gone.count(), 6, "one for each address that it is for");
        // A form of that session saves nothing any more.
        let again = system.form("/nl/permits/apply/sign-out", &[("csrf", &csrf)]);
        let again = again.header(COOKIE, browser.cookie()).send().await.expect("answer");
        assert!(again.headers()[LOCATION].to_str().expect("text").contains("note=ended"));
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
