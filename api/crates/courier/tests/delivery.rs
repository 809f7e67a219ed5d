//! Delivery against the stand-in push service, with everything that goes wrong.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::HeaderValue;
use http::uri::PathAndQuery;
use safe_courier::{
    Batch, Breaker, Courier, End, FailureKind, Lane, Message, Outcome, Settings, Topic, Trouble,
    Urgency,
};
use safe_sealing::{Agreement, Endpoint, Origin, Padding, Receiver, Salts, Subject, VapidKey};
use safe_standin::{Answer, Faults, Flavour, Mode, Plan, RetryAfter, StandIn};

struct World {
    stand_in: StandIn,
    courier: Courier,
    key: VapidKey,
}

/// Messages to some subscribers of one origin.
struct Mail {
    messages: Vec<Message>,
    next: AtomicUsize,
    outcomes: Mutex<BTreeMap<u64, Outcome>>,
    order: Arc<Mutex<Vec<&'static str>>>,
    name: &'static str,
}

impl Mail {
    fn outcomes(&self) -> MutexGuard<'_, BTreeMap<u64, Outcome>> {
        self.outcomes.lock().expect("lock")
    }

    fn count(&self, is: impl Fn(Outcome) -> bool) -> usize {
        self.outcomes().values().filter(|&&o| is(o)).count()
    }

    fn accepted(&self) -> usize {
        self.count(|o| matches!(o, Outcome::Accepted { .. }))
    }

    fn taken(&self) -> usize {
        self.next.load(Ordering::SeqCst).min(self.messages.len())
    }
}

impl Batch for Mail {
    fn next(&self) -> Option<Message> {
        let at = self.next.fetch_add(1, Ordering::SeqCst);
        let message = self.messages.get(at)?.clone();
        self.order.lock().expect("lock").push(self.name);
        Some(message)
    }

    fn settle(&self, key: u64, outcome: Outcome) {
        let before = self.outcomes().insert(key, outcome);
        assert_eq!(before, None, "settled twice");
    }
}

impl World {
    async fn new(plan: Plan) -> Self {
        Self::with(plan, |_| {}).await
    }

    async fn with(plan: Plan, change: impl FnOnce(&mut Settings)) -> Self {
        let stand_in = StandIn::start(plan).await.expect("started");
        let port = stand_in.origins()[0]
            .rsplit(':')
            .next()
            .expect("port")
            .to_owned();
        let ca = std::env::temp_dir().join(format!("courier-{}-{port}.pem", std::process::id()));
        std::fs::write(&ca, stand_in.ca_pem()).expect("written");
        let mut settings = Settings {
            allow_private: true,
            extra_roots: Some(ca.clone()),
            connect_timeout: Duration::from_millis(400),
            request_timeout: Duration::from_millis(600),
            ..Settings::default()
        };
        change(&mut settings);
        let courier = Courier::new(settings).expect("courier");
        std::fs::remove_file(ca).expect("removed");
        let key = VapidKey::generate().expect("key");
        Self {
            stand_in,
            courier,
            key,
        }
    }

    async fn with_faults(subscribers: usize, faults: Faults) -> Self {
        let mut plan = Plan::healthy(1, subscribers);
        plan.origins[0].faults = faults;
        Self::new(plan).await
    }

    fn origin(&self, index: usize) -> Origin {
        Origin::parse(&self.stand_in.origins()[index]).expect("origin")
    }

    fn lane(&self, index: usize) -> Lane {
        self.courier.lane(&self.origin(index))
    }

    fn message(&self, id: usize, text: &str) -> Message {
        let subscription = self.stand_in.subscription(id);
        let endpoint = Endpoint::parse(&subscription.endpoint).expect("endpoint");
        let keys = subscription.keys;
        let receiver = Receiver::from_base64url(&keys.p256dh, &keys.auth).expect("receiver");
        let mut body = Vec::new();
        Agreement::prepare(&receiver)
            .expect("agreement")
            .seal_into(&mut Salts::new(), text.as_bytes(), Padding::None, &mut body)
            .expect("sealed");
        let now = self.stand_in.clock().unix();
        let subject = Subject::parse("mailto:push@safe.example").expect("subject");
        let header = self
            .key
            .authorization(&endpoint.origin, &subject, now, now + 3600)
            .expect("token");
        Message {
            path_and_query: PathAndQuery::try_from(endpoint.path_and_query).expect("path"),
            ttl_s: 60,
            urgency: Urgency::High,
            topic: Some(Topic::of("alert")),
            authorization: HeaderValue::from_str(&header).expect("header"),
            body: Bytes::from(body),
            key: id as u64,
        }
    }

    fn mail(&self, ids: impl Iterator<Item = usize>, text: &str) -> Arc<Mail> {
        self.named(ids, text, "mail", &Arc::default())
    }

    fn named(
        &self,
        ids: impl Iterator<Item = usize>,
        text: &str,
        name: &'static str,
        order: &Arc<Mutex<Vec<&'static str>>>,
    ) -> Arc<Mail> {
        Arc::new(Mail {
            messages: ids.map(|id| self.message(id, text)).collect(),
            next: AtomicUsize::new(0),
            outcomes: Mutex::default(),
            order: Arc::clone(order),
            name,
        })
    }

    async fn deliver(&self, mail: &Arc<Mail>) -> End {
        let batch = Arc::clone(mail) as Arc<dyn Batch>;
        let delivery = self.lane(0).deliver(0, batch);
        let end = tokio::time::timeout(Duration::from_secs(20), delivery).await;
        end.expect("the delivery ends")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everyone_is_told_once_and_can_read_it() {
    let world = World::new(Plan::healthy(1, 500)).await;
    let mail = world.mail(0..500, "Restez à l’intérieur");
    assert_eq!(world.deliver(&mail).await, End::Finished);
    assert_eq!(mail.accepted(), 500);
    let granted = Outcome::Accepted {
        granted_ttl_s: Some(60),
    };
    assert_eq!(mail.count(|o| o == granted), 500);
    let report = world.stand_in.report(None);
    assert_eq!(
        (report.reached, report.missing, report.duplicates),
        (500, 0, 0)
    );
    assert_eq!((report.decrypted, report.undecryptable), (500, 0));
    let received = world.stand_in.browser(123).received();
    assert_eq!(received[0].text.as_deref(), Some("Restez à l’intérieur"));
    let state = world.lane(0).state();
    assert_eq!((state.in_flight, state.tally.accepted), (0, 500));
    assert!(state.p50_ms.is_some() && state.p99_ms.is_some());
    assert_eq!(state.breaker, Breaker::Closed);
}

#[tokio::test(flavor = "multi_thread")]
async fn http1_serves_as_well() {
    let faults = Faults {
        http1_only: true,
        latency_ms: 5,
        ..Faults::default()
    };
    let world = World::with_faults(200, faults).await;
    let mail = world.mail(0..200, "x");
    assert_eq!(world.deliver(&mail).await, End::Finished);
    assert_eq!(mail.accepted(), 200);
    let report = world.stand_in.report(None);
    assert_eq!((report.missing, report.duplicates), (0, 0));
    assert!(report.origins[0].connections > 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn dead_subscriptions_are_gone_and_only_they() {
    let faults = Faults {
        dead_share: 0.2,
        answers: vec![
            Answer::status(0.1, 500),
            Answer::status(0.1, 429),
            Answer::status(0.1, 404),
        ],
        ..Faults::default()
    };
    let world = World::with_faults(300, faults).await;
    let mail = world.mail(0..300, "x");
    assert_eq!(world.deliver(&mail).await, End::Finished);
    let report = world.stand_in.report(None);
    let statuses = &report.origins[0].statuses;
    let by_status = |status: u16| statuses.get(&status).copied().unwrap_or_default() as usize;
    assert!(by_status(410) > 20);
    assert_eq!(
        mail.count(Outcome::forgets),
        by_status(410) + by_status(404)
    );
    assert_eq!(
        mail.count(|o| matches!(o, Outcome::Unavailable { .. })),
        by_status(500)
    );
    assert_eq!(
        mail.count(|o| matches!(o, Outcome::Throttled { .. })),
        by_status(429)
    );
    assert_eq!(mail.accepted(), by_status(201));
}

#[tokio::test(flavor = "multi_thread")]
async fn habits_of_services_are_understood() {
    let cases = [
        (
            Flavour::Mozilla,
            Answer {
                errno: Some(103),
                ..Answer::status(1.0, 400)
            },
            Outcome::Gone,
        ),
        (
            Flavour::Mozilla,
            Answer::status(1.0, 400),
            Outcome::Malformed,
        ),
        (
            Flavour::Microsoft,
            Answer::status(1.0, 429),
            Outcome::Throttled { retry_after: None },
        ),
        (
            Flavour::Standard,
            Answer::retry(1.0, 503, RetryAfter::Seconds(3)),
            Outcome::Unavailable {
                retry_after: Some(Duration::from_secs(3)),
            },
        ),
        (
            Flavour::Standard,
            Answer {
                location: Some("https://127.0.0.1/x".to_owned()),
                ..Answer::status(1.0, 302)
            },
            Outcome::Unavailable { retry_after: None },
        ),
    ];
    for (flavour, answer, outcome) in cases {
        for http1_only in [false, true] {
            let mut plan = Plan::healthy(1, 3);
            plan.origins[0].flavour = flavour;
            plan.origins[0].faults = Faults {
                answers: vec![answer.clone()],
                http1_only,
                ..Faults::default()
            };
            let world = World::new(plan).await;
            let mail = world.mail(0..3, "x");
            assert_eq!(world.deliver(&mail).await, End::Finished);
            assert_eq!(
                mail.count(|o| o == outcome),
                3,
                "{answer:?}: {:?}",
                mail.outcomes()
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_tokens_stop_the_origin_and_forget_nobody() {
    let other = VapidKey::generate().expect("key").public_base64url();
    let plan = Plan {
        vapid_public: Some(other),
        ..Plan::healthy(1, 200)
    };
    let world = World::new(plan).await;
    let mail = world.mail(0..200, "x");
    let end = world.deliver(&mail).await;
    assert!(
        matches!(
            end,
            End::Stalled {
                trouble: Trouble::Refused,
                ..
            }
        ),
        "{end:?}"
    );
    assert_eq!(mail.count(|o| o == Outcome::Refused), mail.taken());
    assert!(mail.taken() < 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_origin_that_does_not_work_stalls_and_recovers() {
    let cases = [
        (Mode::Refuse, FailureKind::Connect),
        (Mode::BlackHole, FailureKind::Timeout),
        (Mode::Silent, FailureKind::Timeout),
        (Mode::Reset, FailureKind::Reset),
        (Mode::BadCertificate, FailureKind::Tls),
    ];
    for (mode, kind) in cases {
        let world = World::with_faults(
            150,
            Faults {
                mode,
                ..Faults::default()
            },
        )
        .await;
        let mail = world.mail(0..150, "x");
        let end = world.deliver(&mail).await;
        let End::Stalled { trouble, until } = end else {
            panic!("{mode:?}: {end:?}")
        };
        assert_eq!(trouble, Trouble::Failing(kind), "{mode:?}");
        assert_eq!(
            mail.count(|o| o == Outcome::Failed { kind }),
            mail.taken(),
            "{mode:?}"
        );
        if mode != Mode::Silent {
            assert_eq!(
                mail.taken(),
                0,
                "{mode:?}: nothing is taken without a connection"
            );
        }
        let state = world.lane(0).state();
        assert_eq!(
            (state.breaker, state.in_flight),
            (Breaker::Open, 0),
            "{mode:?}"
        );
        // Handed in again too early, it comes back at once.
        assert_eq!(world.deliver(&mail).await, end);

        world.stand_in.set_faults(0, Faults::default());
        tokio::time::sleep_until(until.into()).await;
        let rest = world.mail(0..150, "x");
        assert_eq!(world.deliver(&rest).await, End::Finished, "{mode:?}");
        assert_eq!(rest.accepted(), 150, "{mode:?}");
        assert_eq!(world.lane(0).state().breaker, Breaker::Closed, "{mode:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_leads_inside_is_blocked() {
    let world = World::with(Plan::healthy(1, 5), |s| s.allow_private = false).await;
    let mail = world.mail(0..5, "x");
    let end = world.deliver(&mail).await;
    let trouble = Trouble::Failing(FailureKind::Blocked);
    assert!(
        matches!(end, End::Stalled { trouble: t, .. } if t == trouble),
        "{end:?}"
    );
    assert_eq!((mail.taken(), world.stand_in.report(None).requests), (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn lost_answers_fail_and_forget_nobody() {
    let faults = Faults {
        lose_answer_share: 0.2,
        ..Faults::default()
    };
    let world = World::with_faults(200, faults).await;
    let mail = world.mail(0..200, "x");
    assert_eq!(world.deliver(&mail).await, End::Finished);
    let lost = mail.count(|o| {
        o == Outcome::Failed {
            kind: FailureKind::Reset,
        }
    });
    assert!(lost > 10);
    assert_eq!(mail.accepted(), 200 - lost);
    assert_eq!(world.stand_in.report(None).unheard as usize, lost);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_cut_after_its_status_counts() {
    let faults = Faults {
        cut_answer_share: 1.0,
        ..Faults::default()
    };
    let world = World::with_faults(50, faults).await;
    let mail = world.mail(0..50, "x");
    assert_eq!(world.deliver(&mail).await, End::Finished);
    assert_eq!(mail.accepted(), 50);
}

#[tokio::test(flavor = "multi_thread")]
async fn goaway_and_few_streams_lose_and_double_nothing() {
    let faults = Faults {
        goaway_after: Some(40),
        max_streams: Some(5),
        latency_ms: 3,
        ..Faults::default()
    };
    let world = World::with_faults(400, faults).await;
    let mail = world.mail(0..400, "x");
    assert_eq!(world.deliver(&mail).await, End::Finished);
    let report = world.stand_in.report(None);
    assert_eq!(
        (report.missing, report.duplicates),
        (0, 0),
        "{:?}",
        world.lane(0).state()
    );
    assert_eq!(mail.accepted(), 400);
    assert!(report.origins[0].connections >= 10);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_origin_costs_the_others_nothing() {
    let mut plan = Plan::healthy(3, 600);
    plan.origins[1].faults.mode = Mode::BlackHole;
    plan.origins[2].faults.mode = Mode::Silent;
    let world = World::new(plan).await;
    let mail = |n: usize| world.mail((0..600).filter(move |id| id % 3 == n), "x");
    let mails = [mail(0), mail(1), mail(2)];
    let deliveries: Vec<_> = mails
        .iter()
        .enumerate()
        .map(|(n, mail)| world.lane(n).deliver(0, Arc::clone(mail) as Arc<dyn Batch>))
        .collect();
    let start = Instant::now();
    for (n, delivery) in deliveries.into_iter().enumerate() {
        let end = delivery.await;
        assert_eq!(end == End::Finished, n == 0, "{n}: {end:?}");
        if n == 0 {
            assert!(start.elapsed() < Duration::from_millis(600));
        }
    }
    assert_eq!(mails[0].accepted(), 200);
    // As many as the first limit, and those that took the place of the first to
    // time out before the breaker opened.
    assert!(mails[2].taken() <= 96);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_severe_overtakes_the_minor() {
    let faults = Faults {
        latency_ms: 10,
        ..Faults::default()
    };
    let mut plan = Plan::healthy(1, 300);
    plan.origins[0].faults = faults;
    let world = World::with(plan, |s| {
        s.max_in_flight = 4;
        s.first_in_flight = 4;
    })
    .await;
    let order = Arc::default();
    let minor = world.named(0..200, "minor", "minor", &order);
    let extreme = world.named(200..300, "extreme", "extreme", &order);
    let lane = world.lane(0);
    let first = lane.deliver(1, Arc::clone(&minor) as Arc<dyn Batch>);
    tokio::time::sleep(Duration::from_millis(100)).await;
    let second = lane.deliver(9, Arc::clone(&extreme) as Arc<dyn Batch>);
    assert_eq!(second.await, End::Finished);
    assert_eq!(first.await, End::Finished);
    let order = order.lock().expect("lock");
    let start = order.iter().position(|&n| n == "extreme").expect("sent");
    assert!(start < 200);
    assert!(order[start..start + 100].iter().all(|&n| n == "extreme"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_delivery_takes_no_more() {
    let faults = Faults {
        latency_ms: 20,
        ..Faults::default()
    };
    let world = World::with_faults(1000, faults).await;
    let mail = world.mail(0..1000, "x");
    let delivery = world
        .lane(0)
        .deliver(0, Arc::clone(&mail) as Arc<dyn Batch>);
    tokio::time::sleep(Duration::from_millis(30)).await;
    drop(delivery);
    tokio::time::sleep(Duration::from_millis(5)).await;
    let taken = mail.taken();
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(taken < 1000);
    assert_eq!((mail.taken(), mail.outcomes().len()), (taken, taken));
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_settles_what_is_in_flight() {
    let faults = Faults {
        latency_ms: 50,
        ..Faults::default()
    };
    let world = World::with_faults(500, faults).await;
    let mail = world.mail(0..500, "x");
    let delivery = world
        .lane(0)
        .deliver(0, Arc::clone(&mail) as Arc<dyn Batch>);
    tokio::time::sleep(Duration::from_millis(40)).await;
    assert!(world.courier.close(Duration::from_secs(5)).await);
    assert_eq!(delivery.await, End::Closed);
    assert_eq!(mail.accepted(), mail.taken());
    assert!(mail.taken() < 500);
    assert_eq!(world.deliver(&mail).await, End::Closed);
}

#[tokio::test(flavor = "multi_thread")]
async fn secrets_are_not_shown() {
    let world = World::new(Plan::healthy(1, 1)).await;
    let message = world.message(0, "x");
    let path = message.path_and_query.to_string();
    assert_eq!(format!("{message:?}"), "Message { key: 0, .. }");
    let mail = world.mail(0..1, "x");
    world.deliver(&mail).await;
    let lane = world.lane(0);
    let shown = format!(
        "{lane:?} {:?} {:?} {:?}",
        lane.state(),
        world.courier,
        mail.outcomes()
    );
    assert!(!shown.contains(&path) && !shown.contains("vapid"));
}
