//! The stand-in keeps to the specifications, and its faults are the faults that
//! were asked for.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Request, StatusCode};
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use rustls::pki_types::{CertificateDer, ServerName, pem::PemObject as _};
use rustls::{ClientConfig, RootCertStore};
use safe_sealing::{Agreement, Origin, Padding, Receiver, Salts, Subject, VapidKey};
use safe_standin::{Answer, Audience, Faults, Flavour, Mix, Mode, Plan, RetryAfter, StandIn};
use tokio::net::TcpStream;

const VERSION: &str = "version";

struct Sender {
    stand_in: StandIn,
    key: VapidKey,
}

/// A request before it is sent: tests change what they want to be wrong.
struct Push {
    id: usize,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    method: &'static str,
}

impl Push {
    fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.retain(|(n, _)| *n != name);
        self.headers.push((name, value.to_owned()));
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(n, _)| *n != name);
        self
    }
}

struct Got {
    status: StatusCode,
    headers: HeaderMap,
    body: Result<Bytes, hyper::Error>,
}

impl Sender {
    async fn new(plan: Plan) -> Self {
        Self {
            stand_in: StandIn::start(plan).await.expect("started"),
            key: VapidKey::generate().expect("key"),
        }
    }

    async fn with_faults(faults: Faults) -> Self {
        let mut plan = Plan::healthy(1, 8);
        plan.origins[0].faults = faults;
        Self::new(plan).await
    }

    fn token(&self, origin: &str, life_s: u64) -> String {
        let now = self.stand_in.clock().unix();
        let origin = Origin::parse(origin).expect("origin");
        let subject = Subject::parse("mailto:push@safe.example").expect("subject");
        self.key
            .authorization(&origin, &subject, now, now + life_s)
            .expect("token")
    }

    fn origin(&self, id: usize) -> String {
        let origins = self.stand_in.origins();
        origins[id % origins.len()].clone()
    }

    fn push(&self, id: usize, text: &str) -> Push {
        let subscription = self.stand_in.subscription(id);
        let keys = subscription.keys;
        let receiver = Receiver::from_base64url(&keys.p256dh, &keys.auth).expect("receiver");
        let mut body = Vec::new();
        Agreement::prepare(&receiver)
            .expect("agreement")
            .seal_into(&mut Salts::new(), text.as_bytes(), Padding::None, &mut body)
            .expect("sealed");
        Push {
            id,
            headers: vec![
                ("authorization", self.token(&self.origin(id), 3600)),
                ("content-encoding", "aes128gcm".to_owned()),
                ("ttl", "60".to_owned()),
                ("urgency", "high".to_owned()),
                (VERSION, "h2".to_owned()),
            ],
            body,
            method: "POST",
        }
    }

    async fn send(&self, push: Push) -> Result<Got, Box<dyn std::error::Error>> {
        let endpoint = self.stand_in.subscription(push.id).endpoint;
        self.send_to(&endpoint, push).await
    }

    async fn send_to(&self, endpoint: &str, push: Push) -> Result<Got, Box<dyn std::error::Error>> {
        let mut roots = RootCertStore::empty();
        let pem = self.stand_in.ca_pem();
        roots.add(CertificateDer::from_pem_slice(pem.as_bytes())?)?;
        let mut config = ClientConfig::builder()
            .with_root_certificates(roots)
            .with_no_client_auth();
        let h2 = push
            .headers
            .iter()
            .any(|h| h == &(VERSION, "h2".to_owned()));
        config.alpn_protocols = vec![if h2 { "h2" } else { "http/1.1" }.into()];
        let origin = endpoint.split("/wpush").next().unwrap_or_default();
        let host = origin.trim_start_matches("https://");
        let stream = TcpStream::connect(host).await?;
        let name = ServerName::try_from("127.0.0.1")?;
        let connector = tokio_rustls::TlsConnector::from(Arc::new(config));
        let stream = TokioIo::new(connector.connect(name, stream).await?);
        let uri = if h2 {
            endpoint
        } else {
            endpoint.trim_start_matches(origin)
        };
        let mut request = Request::builder().method(push.method).uri(uri);
        for (name, value) in push.headers.iter().filter(|(n, _)| *n != VERSION) {
            request = request.header(*name, value);
        }
        let request = request.body(Full::<Bytes>::from(push.body))?;
        let response = if h2 {
            let (mut sender, connection) = http2::handshake(TokioExecutor::new(), stream).await?;
            tokio::spawn(connection);
            sender.send_request(request).await?
        } else {
            let (mut sender, connection) = http1::handshake(stream).await?;
            tokio::spawn(connection);
            sender.send_request(request).await?
        };
        let (parts, body) = response.into_parts();
        Ok(Got {
            status: parts.status,
            headers: parts.headers,
            body: body
                .collect()
                .await
                .map(http_body_util::Collected::to_bytes),
        })
    }

    async fn status(&self, push: Push) -> u16 {
        self.send(push).await.expect("answered").status.as_u16()
    }

    fn texts(&self, id: usize) -> Vec<String> {
        let received = self.stand_in.browser(id).received();
        received.into_iter().filter_map(|d| d.text).collect()
    }
}

#[tokio::test]
async fn a_good_message_is_accepted_over_both_versions() {
    let sender = Sender::new(Plan::healthy(2, 4)).await;
    for version in ["h2", "http/1.1"] {
        for id in 0..4 {
            let got = sender
                .send(sender.push(id, version).header(VERSION, version))
                .await;
            let got = got.expect("answered");
            assert_eq!(got.status, 201);
            assert_eq!(got.headers["ttl"], "60");
            let location = got.headers["location"].to_str().expect("text");
            assert!(location.starts_with(&sender.origin(id)));
        }
    }
    assert_eq!(sender.texts(3), ["h2", "http/1.1"]);
    let report = sender.stand_in.report(None);
    assert_eq!((report.accepted, report.reached, report.missing), (8, 4, 0));
    assert_eq!((report.decrypted, report.undecryptable), (8, 0));
    assert_eq!(
        (
            report.duplicates,
            report.repeated_keys,
            report.repeated_salts
        ),
        (0, 0, 0)
    );
    assert_eq!(report.origins[1].accepted, 4);
    assert!(report.origins[0].p99_ms.is_some());
}

#[tokio::test]
async fn headers_and_size_are_checked() {
    let sender = Sender::new(Plan::healthy(1, 1)).await;
    let push = || sender.push(0, "x");
    assert_eq!(sender.status(push().without("ttl")).await, 400);
    assert_eq!(sender.status(push().header("ttl", "-1")).await, 400);
    assert_eq!(sender.status(push().header("ttl", "soon")).await, 400);
    assert_eq!(sender.status(push().header("topic", "a b")).await, 400);
    assert_eq!(
        sender.status(push().header("topic", &"a".repeat(33))).await,
        400
    );
    assert_eq!(
        sender.status(push().header("topic", &"a".repeat(32))).await,
        201
    );
    assert_eq!(sender.status(push().header("urgency", "now")).await, 400);
    assert_eq!(sender.status(push().without("content-encoding")).await, 400);
    let mut get = push();
    get.method = "GET";
    assert_eq!(sender.status(get).await, 405);
    let sized = |size| {
        let mut push = push();
        push.body.resize(size, 0);
        push
    };
    assert_eq!(sender.status(sized(4096)).await, 201);
    assert_eq!(sender.status(sized(4097)).await, 413);
    assert_eq!(sender.status(sized(100_000)).await, 413);
    let unknown = sender
        .send_to(&format!("{}/wpush/v2/0-0", sender.origin(0)), push())
        .await;
    assert_eq!(unknown.expect("answered").status, 404);
}

#[tokio::test]
async fn tokens_are_checked() {
    let mut plan = Plan::healthy(2, 2);
    plan.origins[1].flavour = Flavour::Apple;
    let sender = Sender::new(plan).await;
    let origin = sender.origin(0);
    let port_less = "https://127.0.0.1";
    let good = sender.token(&origin, 60);
    let (token, key) = good.split_once(", k=").expect("two parts");
    let other = VapidKey::generate().expect("key").public_base64url();
    let (signed, signature) = token.rsplit_once('.').expect("signature");
    let first = if signature.starts_with('A') { 'B' } else { 'A' };
    let forged = format!("{signed}.{first}{}", &signature[1..]);
    for (status, value) in [
        (201, good.clone()),
        (201, sender.token(&origin, 86_400)),
        (401, sender.token(port_less, 60)),
        (401, sender.token(&sender.origin(1), 60)),
        (401, "Bearer x".to_owned()),
        (401, format!("{token}x, k=")),
        (403, format!("{token}, k={other}")),
        (403, format!("{forged}, k={key}")),
    ] {
        let push = sender.push(0, "x").header("authorization", &value);
        assert_eq!(sender.status(push).await, status, "{value}");
    }
    assert_eq!(
        sender
            .status(sender.push(0, "x").without("authorization"))
            .await,
        401
    );
    let apple = sender
        .send(sender.push(1, "x").header("authorization", &good))
        .await;
    let apple = apple.expect("answered");
    assert_eq!(apple.status, 403);
    assert_eq!(apple.body.expect("body"), r#"{"reason":"BadJwtToken"}"#);

    sender.stand_in.clock().advance(Duration::from_secs(61));
    let late = sender.push(0, "x").header("authorization", &good);
    assert_eq!(sender.status(late).await, 401);
}

#[tokio::test]
async fn only_the_named_key_is_let_in() {
    let other = VapidKey::generate().expect("key");
    let sender = Sender::new(Plan {
        vapid_public: Some(other.public_base64url()),
        ..Plan::healthy(1, 1)
    })
    .await;
    assert_eq!(sender.status(sender.push(0, "x")).await, 403);
}

#[tokio::test]
async fn an_offline_browser_gets_what_is_still_in_time() {
    let sender = Sender::new(Plan::healthy(1, 1)).await;
    let browser = sender.stand_in.browser(0);
    browser.go_offline();
    for (text, ttl, topic) in [
        ("never kept", "0", None),
        ("too late", "10", None),
        ("first", "600", Some("alert")),
        ("second", "600", Some("alert")),
        ("third", "600", Some("alert")),
        ("other", "600", Some("other")),
    ] {
        let mut push = sender.push(0, text).header("ttl", ttl);
        if let Some(topic) = topic {
            push = push.header("topic", topic);
        }
        assert_eq!(sender.status(push).await, 201);
    }
    assert!(sender.texts(0).is_empty());
    sender.stand_in.clock().advance(Duration::from_secs(11));
    browser.go_online();
    assert_eq!(sender.texts(0), ["third", "other"]);
    // Connected: a Topic replaces nothing.
    for text in ["fourth", "fifth"] {
        sender
            .status(sender.push(0, text).header("topic", "alert"))
            .await;
    }
    assert_eq!(sender.texts(0)[2..], ["fourth", "fifth"]);
}

#[tokio::test]
async fn what_is_not_acknowledged_is_delivered_again() {
    let sender = Sender::new(Plan::healthy(1, 1)).await;
    let browser = sender.stand_in.browser(0);
    browser.withhold_next_ack();
    sender.status(sender.push(0, "x")).await;
    browser.go_online();
    let repeats: Vec<bool> = browser.received().iter().map(|d| d.repeat).collect();
    assert_eq!(repeats, [false, true]);
}

#[tokio::test]
async fn dead_subscriptions_answer_410_or_201_from_apple() {
    let mut plan = Plan::healthy(2, 4);
    plan.origins[1].flavour = Flavour::Apple;
    let sender = Sender::new(plan).await;
    sender.stand_in.browser(0).unregister();
    sender.stand_in.browser(1).unregister();
    assert_eq!(sender.status(sender.push(0, "x")).await, 410);
    assert_eq!(sender.status(sender.push(1, "x")).await, 201);
    let report = sender.stand_in.report(None);
    assert_eq!((report.live, report.accepted, report.reached), (2, 0, 0));

    let faults = Faults {
        dead_share: 1.0,
        ..Faults::default()
    };
    sender.stand_in.set_faults(0, faults);
    assert_eq!(sender.status(sender.push(2, "x")).await, 410);
}

#[tokio::test]
async fn planned_answers_are_given() {
    let sender = Sender::with_faults(Faults {
        burst: Some((1, Answer::retry(0.0, 503, RetryAfter::Date(60)))),
        answers: vec![Answer::retry(1.0, 429, RetryAfter::Seconds(7))],
        ..Faults::default()
    })
    .await;
    let got = sender.send(sender.push(0, "x")).await.expect("answered");
    assert_eq!(got.status, 503);
    let date = got.headers["retry-after"].to_str().expect("text");
    assert!(httpdate::parse_http_date(date).is_ok(), "{date}");
    let got = sender.send(sender.push(0, "x")).await.expect("answered");
    assert_eq!(
        (got.status.as_u16(), &got.headers["retry-after"]),
        (429, &"7".parse().expect("value"))
    );

    let redirect = Answer {
        location: Some("https://127.0.0.1:1/".to_owned()),
        ..Answer::status(1.0, 307)
    };
    let faults = Faults {
        answers: vec![redirect],
        ..Faults::default()
    };
    sender.stand_in.set_faults(0, faults);
    let got = sender.send(sender.push(0, "x")).await.expect("answered");
    assert_eq!(
        (got.status.as_u16(), got.headers.contains_key("location")),
        (307, true)
    );
}

#[tokio::test]
async fn habits_differ() {
    let mut plan = Plan::healthy(2, 2);
    plan.origins[0].flavour = Flavour::Mozilla;
    plan.origins[1].flavour = Flavour::Microsoft;
    for origin in &mut plan.origins {
        origin.faults.answers = vec![Answer::status(1.0, 429)];
    }
    let sender = Sender::new(plan).await;
    let got = sender.send(sender.push(0, "x")).await.expect("answered");
    assert_eq!(got.body.expect("body"), r#"{"code":429,"errno":201}"#);
    assert_eq!(sender.status(sender.push(1, "x")).await, 406);
}

#[tokio::test]
async fn chance_follows_the_seed() {
    let mut plan = Plan::healthy(1, 200);
    plan.origins[0].faults.answers = vec![Answer::status(0.3, 500)];
    let mut runs = Vec::new();
    for seed in [5, 5, 6] {
        let sender = Sender::new(Plan {
            seed,
            ..plan.clone()
        })
        .await;
        let mut statuses = Vec::new();
        for id in 0..40 {
            statuses.push(sender.status(sender.push(id, "x")).await);
        }
        assert!(statuses.contains(&500) && statuses.contains(&201));
        runs.push(statuses);
    }
    assert_eq!(runs[0], runs[1]);
    assert_ne!(runs[0], runs[2]);
}

#[tokio::test]
async fn lost_answers_are_told_from_doubles() {
    let sender = Sender::with_faults(Faults {
        lose_answer_share: 1.0,
        ..Faults::default()
    })
    .await;
    assert!(sender.send(sender.push(0, "x")).await.is_err());
    sender.stand_in.set_faults(0, Faults::default());
    assert_eq!(sender.status(sender.push(0, "x")).await, 201);
    let report = sender.stand_in.report(None);
    assert_eq!((report.duplicates, report.duplicates_unheard), (0, 1));
    assert_eq!(sender.status(sender.push(0, "x")).await, 201);
    assert_eq!(sender.stand_in.report(None).duplicates, 1);

    sender.stand_in.set_faults(
        0,
        Faults {
            cut_answer_share: 1.0,
            ..Faults::default()
        },
    );
    let cut = sender.send(sender.push(1, "x")).await.expect("headers");
    assert_eq!(cut.status, 201);
    assert!(cut.body.is_err());
}

#[tokio::test]
async fn connections_fail_as_planned() {
    let sender = Sender::new(Plan::healthy(1, 1)).await;
    let limit = Duration::from_millis(300);
    for mode in [
        Mode::BlackHole,
        Mode::Silent,
        Mode::Refuse,
        Mode::Reset,
        Mode::BadCertificate,
    ] {
        sender.stand_in.set_faults(
            0,
            Faults {
                mode,
                ..Faults::default()
            },
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
        let sent = tokio::time::timeout(limit, sender.send(sender.push(0, "x"))).await;
        match mode {
            Mode::BlackHole | Mode::Silent => assert!(sent.is_err(), "{mode:?}"),
            _ => assert!(sent.expect("at once").is_err(), "{mode:?}"),
        }
        sender.stand_in.set_faults(0, Faults::default());
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(
            sender.status(sender.push(0, "x")).await,
            201,
            "after {mode:?}"
        );
    }
    assert_eq!(sender.stand_in.alive(), 1);
}

#[tokio::test]
async fn the_audience_is_counted() {
    let sender = Sender::new(Plan {
        mix: Mix::Varied,
        ..Plan::healthy(1, 300)
    })
    .await;
    let everyone = sender.stand_in.report(None);
    assert_eq!(everyone.expected, 300);
    let audience = Audience {
        areas: vec![21001],
        severity: Some("Severe".to_owned()),
        category: Some("Fire".to_owned()),
    };
    let some = sender.stand_in.report(Some(&audience));
    assert!((1..150).contains(&some.expected), "{}", some.expected);
    let matching = (0..300)
        .map(|id| sender.stand_in.subscription(id))
        .filter(|s| {
            s.areas.contains(&"21001".to_owned())
                && s.severity != "Extreme"
                && s.categories.contains(&"Fire".to_owned())
        })
        .count();
    assert_eq!(some.expected, matching);
}
