//! Whom messages go to, and what they carry.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use anyhow::bail;
use http::HeaderValue;
use http::uri::PathAndQuery;
use safe_courier::Topic;
use safe_sealing::{Agreement, Endpoint, Origin, Receiver, Subject, VapidKey};
use safe_standin::Subscription;

use crate::lock;

/// One subscriber of one origin.
pub struct Person {
    pub path: PathAndQuery,
    pub receiver: Receiver,
    pub agreement: Mutex<Option<Agreement>>,
}

/// All that is sent to one origin.
pub struct Target {
    pub origin: Origin,
    pub people: Vec<Person>,
    pub authorization: HeaderValue,
    pub topic: Topic,
    pub text: Vec<u8>,
}

/// The origins of these subscriptions, each with its people and a text of so many bytes.
pub fn targets(lines: impl Iterator<Item = Subscription>, bytes: usize) -> anyhow::Result<Vec<Target>> {
    let key = VapidKey::generate()?;
    let subject = Subject::parse("mailto:push@safe.example")?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let mut targets: BTreeMap<Origin, Target> = BTreeMap::new();
    for line in lines {
        let endpoint = Endpoint::parse(&line.endpoint)?;
        let receiver = Receiver::from_base64url(&line.keys.p256dh, &line.keys.auth)?;
        let header = key.authorization(&endpoint.origin, &subject, now, now + 43_200)?;
        let path = PathAndQuery::try_from(endpoint.path_and_query)?;
        let target = match targets.entry(endpoint.origin.clone()) {
            std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::btree_map::Entry::Vacant(new) => new.insert(Target {
                origin: endpoint.origin,
                people: Vec::new(),
                authorization: HeaderValue::from_str(&header)?,
                topic: Topic::of("blast"),
                text: text(bytes),
            }),
        };
        target.people.push(Person { path, receiver, agreement: Mutex::default() });
    }
    Ok(targets.into_values().collect())
}

/// A JSON text of exactly so many bytes, as far as the frame allows.
fn text(bytes: usize) -> Vec<u8> {
    let frame = r#"{"v":1,"tag":"blast","version":1,"body":""}"#;
    let filler = "a".repeat(bytes.saturating_sub(frame.len()));
    frame.replace(r#""body":"""#, &format!(r#""body":"{filler}""#)).into_bytes()
}

/// Prepares an agreement for everybody; the answer is how many seconds it took.
pub fn prepare(targets: &[Target], threads: usize) -> anyhow::Result<f64> {
    let start = Instant::now();
    let people: Vec<&Person> = targets.iter().flat_map(|t| &t.people).collect();
    std::thread::scope(|scope| {
        let chunk = people.len().div_ceil(threads.max(1)).max(1);
        let workers: Vec<_> = people
            .chunks(chunk)
            .map(|part| {
                scope.spawn(move || {
                    part.iter().try_for_each(|person| {
                        *lock(&person.agreement) = Some(Agreement::prepare(&person.receiver)?);
                        anyhow::Ok(())
                    })
                })
            })
            .collect();
        workers.into_iter().try_for_each(|w| match w.join() {
            Ok(result) => result,
            Err(_) => bail!("a preparing thread broke"),
        })
    })?;
    Ok(start.elapsed().as_secs_f64())
}
