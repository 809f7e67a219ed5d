//! What every story needs: a whole system on a free port, with a fresh
//! database, started as production starts it.
//!
//! Stories run on SQLite and on PostgreSQL. The server for the second is given
//! by `SAFE_TEST_POSTGRES_URL` (an address that may make databases); `make test`
//! starts one. Without it those stories fail and say so: they are never skipped.

pub mod archive;
pub mod bucket;
pub mod citizen;
pub mod content;
pub mod form;
pub mod mail;
mod nats;

pub use nats::Nats;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use reqwest::{Method, Response, StatusCode};
use safe_api::account::session::{self, Stage};
use safe_api::account::{Role, manage, token};
use safe_api::app::{self, Running, World};
use safe_api::config::Config;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

/// Which database a story runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file.
    Sqlite,
    /// A server.
    Postgres,
}

/// A whole system.
pub struct System {
    running: Option<Running>,
    config: Config,
    /// How far its clocks are ahead of the machine's.
    ahead_ms: i64,
    /// Address of the API and the portal.
    pub base: String,
    /// A client that follows no redirects.
    pub http: reqwest::Client,
    /// Where the records are; the first system of several holds it.
    _folder: Option<tempfile::TempDir>,
}

/// Somebody who is signed in.
pub struct Desk {
    /// Value of the `Cookie` header.
    pub cookie: String,
    /// Token of the forms.
    pub csrf: String,
}

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a folder above").to_owned()
}

/// A sweep that comes by itself would come in the middle of a story: stories sweep by hand.
const NO_SWEEP: Duration = Duration::from_secs(86_400);

/// What a process of a story starts with.
fn world(config: &Config, ahead_ms: i64) -> World {
    let mut world = World::load(config.clone()).expect("content");
    world.sweep = NO_SWEEP;
    world.clock.advance_ms(ahead_ms);
    world
}

/// Milliseconds until it is noon in Brussels.
fn to_noon() -> i64 {
    let now = jiff::Timestamp::now();
    let here = now.in_tz("Europe/Brussels").expect("the zone");
    let noon = |day: jiff::civil::Date| {
        let noon = day.at(12, 0, 0, 0).in_tz("Europe/Brussels").expect("a moment");
        noon.timestamp().as_millisecond() - now.as_millisecond()
    };
    let today = noon(here.date());
    if today >= 0 { today } else { noon(here.date().tomorrow().expect("a day")) }
}

/// A port for a server that is started by its number: below those that the system gives out by
/// itself, so that nobody takes it meanwhile.
///
/// # Panics
/// None of them is free.
#[must_use]
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let own = u16::try_from(std::process::id() % 60).unwrap_or_default();
    (0..200)
        .map(|_| 20_000 + own * 200 + NEXT.fetch_add(1, Ordering::Relaxed) % 200)
        .find(|port| std::net::TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .expect("a free port")
}

async fn fresh_database(engine: Engine, folder: &Path) -> String {
    match engine {
        Engine::Sqlite => format!("sqlite://{}?mode=rwc", folder.join("safe.sqlite").display()),
        Engine::Postgres => {
            let server = std::env::var("SAFE_TEST_POSTGRES_URL")
                .expect("SAFE_TEST_POSTGRES_URL names the server of the tests; `make test` starts one");
            let name = format!("story_{}", uuid::Uuid::now_v7().simple());
            let admin = sea_orm::Database::connect(format!("{server}/postgres")).await.expect("server");
            admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("database");
            format!("{server}/{name}")
        }
    }
}

impl System {
    /// Starts a system with the given changes to its settings.
    pub async fn start_with(engine: Engine, change: impl FnOnce(&mut Config)) -> Self {
        Self::ahead(engine, 0, change).await
    }

    /// Starts a system with the given changes at the next noon in Brussels: whole days can be
    /// added to it, and a day that is read twice is the same, on whichever day and at whichever
    /// hour a story is told.
    pub async fn at_noon_with(engine: Engine, change: impl FnOnce(&mut Config)) -> Self {
        Self::ahead(engine, to_noon(), change).await
    }

    async fn ahead(engine: Engine, ahead_ms: i64, change: impl FnOnce(&mut Config)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut config = Config::load(None).expect("defaults");
        let url = fresh_database(engine, folder.path()).await;
        config.data_dir = folder.path().to_owned();
        config.database.url = url.into();
        config.database.max_connections = 8;
        config.http.listen = "127.0.0.1:0".to_owned();
        config.http.metrics_listen = "127.0.0.1:0".to_owned();
        config.http.workers = 1;
        config.http.shutdown_timeout_s = 2;
        config.site.content_dir = root().join("content");
        config.limits.write_per_min = 100_000;
        config.limits.write_burst = 100_000;
        config.push.allow_private_endpoints = true;
        config.queue.poll_ms = 50;
        change(&mut config);
        Self::open(config, ahead_ms, Some(folder)).await
    }

    /// Another process on the same records.
    pub async fn beside(&self, change: impl FnOnce(&mut Config)) -> Self {
        let mut config = self.config.clone();
        change(&mut config);
        Self::open(config, self.ahead_ms, None).await
    }

    async fn open(config: Config, ahead_ms: i64, folder: Option<tempfile::TempDir>) -> Self {
        let running = app::start(world(&config, ahead_ms)).await.expect("start");
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(20))
            .build()
            .expect("client");
        Self {
            base: format!("http://{}", running.address),
            running: Some(running),
            config,
            ahead_ms,
            http,
            _folder: folder,
        }
    }

    /// Starts a system with the usual settings.
    pub async fn start(engine: Engine) -> Self {
        Self::start_with(engine, |_| {}).await
    }

    /// Starts a system with the usual settings at the next noon in Brussels.
    pub async fn at_noon(engine: Engine) -> Self {
        Self::at_noon_with(engine, |_| {}).await
    }

    /// Stops the process and starts another on the same records.
    pub async fn restart(&mut self) {
        self.running().stop().await;
        let running = app::start(world(&self.config, self.ahead_ms)).await.expect("start");
        self.base = format!("http://{}", running.address);
        self.running = Some(running);
    }

    /// The same with other settings.
    pub async fn restart_with(&mut self, change: impl FnOnce(&mut Config)) {
        change(&mut self.config);
        self.restart().await;
    }

    /// The same after a time in which there was no process.
    pub async fn restart_after(&mut self, away_ms: i64) {
        self.ahead_ms += away_ms;
        self.restart().await;
    }

    /// Ends the process as a good one ends.
    pub async fn stop(mut self) {
        self.running().stop().await;
    }

    fn running(&mut self) -> Running {
        self.running.take().expect("running")
    }

    /// What the process holds.
    #[must_use]
    pub fn state(&self) -> &app::State {
        &self.running.as_ref().expect("running").state
    }

    /// Address of the metrics.
    #[must_use]
    pub fn metrics(&self) -> String {
        let address = self.running.as_ref().and_then(|r| r.metrics_address).expect("metrics");
        format!("http://{address}/metrics")
    }

    /// A member of staff with these roles, as a bearer token.
    pub async fn staff(&self, email: &str, roles: &[Role]) -> String {
        let state = self.state();
        let now = state.clock.now_ms();
        let issued = manage::add(state, email, None, roles, None, now).await.expect("account");
        token::make(&state.db, issued.account.id, "test", now).await.expect("token")
    }

    /// A member of staff with these roles at a desk: an open session, as after sign-in.
    pub async fn desk(&self, email: &str, roles: &[Role]) -> Desk {
        let state = self.state();
        let issued =
            manage::add(state, email, None, roles, None, state.clock.now_ms()).await.expect("account");
        let cookie = session::begin(state, &issued.account, Stage::Full).await.expect("session");
        let csrf = session::find(state, &cookie, Stage::Full).await.expect("open").row.csrf;
        Desk { cookie: format!("{}={cookie}", session::cookie_name(&state.config)), csrf }
    }

    /// A page of the back-office.
    pub async fn office(&self, desk: &Desk, path: &str) -> Response {
        let request = self.http.get(format!("{}{path}", self.base)).header("cookie", &desk.cookie);
        request.header("accept", "text/html").send().await.expect("an answer")
    }

    /// A form of the back-office.
    pub async fn submit(&self, desk: &Desk, path: &str, fields: &[(&str, &str)]) -> Response {
        let mut form = vec![("csrf", desk.csrf.as_str())];
        form.extend_from_slice(fields);
        self.form(path, &form).header("cookie", &desk.cookie).send().await.expect("an answer")
    }

    /// A form, not yet sent.
    pub fn form(&self, path: &str, fields: &[(&str, &str)]) -> reqwest::RequestBuilder {
        self.http
            .post(format!("{}{path}", self.base))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept", "text/html")
            .body(form::encoded(fields))
    }

    /// An author and an approver.
    pub async fn pair(&self) -> (String, String) {
        let author = self.staff("author@example.org", &[Role::AlertAuthor]).await;
        (author, self.staff("approver@example.org", &[Role::AlertApprover]).await)
    }

    /// A request with an optional token and JSON body.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<&Value>,
    ) -> Response {
        let mut request = self.http.request(method, format!("{}{path}", self.base));
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        request.send().await.expect("an answer")
    }

    /// The JSON at an address that must answer 200.
    pub async fn json(&self, path: &str) -> Value {
        let response = self.send(Method::GET, path, None, None).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.json().await.expect("JSON")
    }

    /// A staff request that must succeed.
    pub async fn act(&self, path: &str, token: &str, body: Option<&Value>) -> Value {
        let response = self.send(Method::POST, &format!("/office/api/alerts{path}"), Some(token), body).await;
        let status = response.status();
        let value: Value = response.json().await.expect("JSON");
        assert!(status.is_success(), "{path}: {status} {value}");
        value
    }

    /// Drafts, submits and approves; the answer is the id.
    pub async fn publish(&self, author: &str, approver: &str, draft: &Value) -> String {
        let id = self.draft(author, draft).await;
        self.release(author, approver, &id).await;
        id
    }

    /// Drafts only.
    pub async fn draft(&self, author: &str, draft: &Value) -> String {
        let made = self.act("", author, Some(draft)).await;
        made["id"].as_str().expect("id").to_owned()
    }

    /// Submits and approves.
    pub async fn release(&self, author: &str, approver: &str, id: &str) {
        self.act(&format!("/{id}/submit"), author, None).await;
        self.act(&format!("/{id}/approve"), approver, None).await;
    }

    /// Moves the clock to a moment in Brussels, as `2026-11-27 10:00`.
    ///
    /// # Panics
    /// It is none.
    pub fn at(&self, local: &str) {
        let civil: jiff::civil::DateTime = local.replace(' ', "T").parse().expect("time");
        let zone = jiff::tz::TimeZone::get("Europe/Brussels").expect("zone");
        let wanted = civil.to_zoned(zone).expect("moment").timestamp().as_millisecond();
        let clock = &self.state().clock;
        clock.advance_ms(wanted - clock.now_ms());
    }

    /// Waits until something holds, at most `limit`.
    pub async fn until<F, T>(&self, limit: Duration, mut holds: F) -> bool
    where
        F: FnMut() -> T,
        T: Future<Output = bool>,
    {
        let end = tokio::time::Instant::now() + limit;
        while tokio::time::Instant::now() < end {
            if holds().await {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
        holds().await
    }

    /// Waits until the public list shows this alert in this state.
    pub async fn shows(&self, id: &str, state: &str) -> Value {
        let mut last = Value::Null;
        let end = tokio::time::Instant::now() + Duration::from_secs(10);
        while tokio::time::Instant::now() < end {
            last = self.json("/api/v1/alerts?lang=fr").await;
            let found = last["alerts"].as_array().expect("list").iter().find(|a| a["id"] == id);
            if let Some(found) = found.filter(|found| found["state"] == state) {
                return found.clone();
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
        panic!("{id} is not {state} in {last}");
    }
}

/// A gas leak in two municipalities.
#[must_use]
pub fn gas_leak() -> Value {
    json!({
        "scenario": "gas-leak",
        "params": { "place": "Place Flagey", "radius": "300" },
        "municipalities": ["21009", "21005"],
    })
}
