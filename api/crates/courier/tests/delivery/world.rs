//! What the tests share.

pub(crate) use std::sync::Arc;
pub(crate) use std::time::{Duration, Instant};

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard};

use bytes::Bytes;
use http::HeaderValue;
use http::uri::PathAndQuery;
pub(crate) use safe_courier::{
    Batch, Breaker, Courier, End, FailureKind, Lane, Message, Outcome, Settings, Topic, Trouble, Urgency,
};
pub(crate) use safe_sealing::VapidKey;
use safe_sealing::{Agreement, Endpoint, Origin, Padding, Receiver, Salts, Subject};
pub(crate) use safe_standin::{Answer, Faults, Flavour, Mode, Plan, RetryAfter, StandIn};

/// A stand-in, a courier that trusts it, and a key.
pub(crate) struct World {
    pub(crate) stand_in: StandIn,
    pub(crate) courier: Courier,
    key: VapidKey,
}

/// Messages to some subscribers of one origin.
pub(crate) struct Mail {
    messages: Vec<Message>,
    next: AtomicUsize,
    outcomes: Mutex<BTreeMap<u64, Outcome>>,
    order: Arc<Mutex<Vec<&'static str>>>,
    name: &'static str,
}

impl Mail {
    pub(crate) fn outcomes(&self) -> MutexGuard<'_, BTreeMap<u64, Outcome>> {
        self.outcomes.lock().expect("lock")
    }

    pub(crate) fn count(&self, is: impl Fn(Outcome) -> bool) -> usize {
        self.outcomes().values().filter(|&&o| is(o)).count()
    }

    pub(crate) fn accepted(&self) -> usize {
        self.count(|o| matches!(o, Outcome::Accepted { .. }))
    }

    pub(crate) fn taken(&self) -> usize {
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
    pub(crate) async fn new(plan: Plan) -> Self {
        Self::with(plan, |_| {}).await
    }

    pub(crate) async fn with(plan: Plan, change: impl FnOnce(&mut Settings)) -> Self {
        let stand_in = StandIn::start(plan).await.expect("started");
        let port = stand_in.origins()[0].rsplit(':').next().expect("port").to_owned();
        let ca = std::env::temp_dir().join(format!("courier-{}-{port}.pem", std::process::id()));
        std::fs::write(&ca, stand_in.ca_pem()).expect("written");
        let mut settings = Settings {
            allow_private: true,
            extra_roots: Some(ca.clone()),
            connect_timeout: Duration::from_secs(1),
            request_timeout: Duration::from_secs(5),
            ..Settings::default()
        };
        change(&mut settings);
        let courier = Courier::new(settings).expect("courier");
        std::fs::remove_file(ca).expect("removed");
        let key = VapidKey::generate().expect("key");
        Self { stand_in, courier, key }
    }

    pub(crate) async fn with_faults(subscribers: usize, faults: Faults) -> Self {
        let mut plan = Plan::healthy(1, subscribers);
        plan.origins[0].faults = faults;
        Self::new(plan).await
    }

    fn origin(&self, index: usize) -> Origin {
        Origin::parse(&self.stand_in.origins()[index]).expect("origin")
    }

    pub(crate) fn lane(&self, index: usize) -> Lane {
        self.courier.lane(&self.origin(index))
    }

    pub(crate) fn message(&self, id: usize, text: &str) -> Message {
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
        let header = self.key.authorization(&endpoint.origin, &subject, now, now + 3600).expect("token");
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

    pub(crate) fn mail(&self, ids: impl Iterator<Item = usize>, text: &str) -> Arc<Mail> {
        self.named(ids, text, "mail", &Arc::default())
    }

    pub(crate) fn named(
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

    pub(crate) async fn deliver(&self, mail: &Arc<Mail>) -> End {
        let batch = Arc::clone(mail) as Arc<dyn Batch>;
        let delivery = self.lane(0).deliver(0, batch);
        let end = tokio::time::timeout(Duration::from_secs(20), delivery).await;
        end.expect("the delivery ends")
    }
}
