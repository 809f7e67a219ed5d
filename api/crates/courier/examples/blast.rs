//! Measures delivery against the stand-in push service and prints JSON lines:
//! one for each part of the run.
//!
//! `cargo run --release -p safe-courier --example blast -- --subscribers 100000`
//!
//! Without `--import` the stand-in runs in this process on threads of its own.
//! With `--h2load DIR` it writes what `h2load` needs to post the same message to
//! the same stand-in, as a yardstick for the transport alone.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, bail};
use bytes::BytesMut;
use clap::Parser;
use http::HeaderValue;
use http::uri::PathAndQuery;
use safe_courier::{Batch, Courier, End, Message, Outcome, Settings, Tally, Topic, Urgency};
use safe_sealing::{Agreement, Endpoint, Origin, Padding, Receiver, Salts, Subject, VapidKey, sealed_len};
use safe_standin::{Faults, Plan, StandIn, Subscription};

/// Measures delivery against the stand-in push service.
#[derive(Parser)]
struct Args {
    /// Subscribers, when the stand-in runs in this process.
    #[arg(long, default_value_t = 100_000)]
    subscribers: usize,
    /// Origins, when the stand-in runs in this process.
    #[arg(long, default_value_t = 4)]
    origins: usize,
    /// Faults of all origins, as JSON.
    #[arg(long)]
    faults: Option<String>,
    /// Faults of one origin: `N=JSON`. May be repeated.
    #[arg(long)]
    fault: Vec<String>,
    /// Subscriptions of a stand-in that runs elsewhere (JSON lines).
    #[arg(long, requires = "ca")]
    import: Option<PathBuf>,
    /// Certificate of that stand-in's authority.
    #[arg(long)]
    ca: Option<PathBuf>,
    /// Bytes of text in each message.
    #[arg(long, default_value_t = 1200)]
    bytes: usize,
    /// Prepare no agreements: all elliptic-curve work at send time.
    #[arg(long)]
    cold: bool,
    /// Threads that send.
    #[arg(long, default_value_t = 2)]
    threads: usize,
    /// Threads of the stand-in in this process.
    #[arg(long, default_value_t = 2)]
    standin_threads: usize,
    /// HTTP/2 connections to each origin.
    #[arg(long, default_value_t = 2)]
    connections: usize,
    /// Most messages in flight to each origin.
    #[arg(long, default_value_t = 1024)]
    in_flight: usize,
    /// Seconds until an unanswered message counts as failed.
    #[arg(long, default_value_t = 5)]
    timeout_s: u64,
    /// Seconds after which what is still missing is given up.
    #[arg(long, default_value_t = 60)]
    limit_s: u64,
    /// Write a request for `h2load` into this folder and stop.
    #[arg(long, requires = "import")]
    h2load: Option<PathBuf>,
}

/// One subscriber of one origin.
struct Person {
    path: PathAndQuery,
    receiver: Receiver,
    agreement: Mutex<Option<Agreement>>,
}

/// All that is sent to one origin.
struct Target {
    origin: Origin,
    people: Vec<Person>,
    authorization: HeaderValue,
    topic: Topic,
    text: Vec<u8>,
}

/// One round over some of an origin's people.
struct Round {
    target: Arc<Target>,
    who: Vec<usize>,
    next: AtomicUsize,
    tally: Mutex<(Tally, Vec<(usize, Duration)>)>,
}

thread_local! {
    static SEALER: RefCell<(Salts, BytesMut)> = RefCell::new((Salts::new(), BytesMut::new()));
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Batch for Round {
    fn next(&self) -> Option<Message> {
        let at = self.next.fetch_add(1, Ordering::Relaxed);
        let person = self.target.people.get(*self.who.get(at)?)?;
        let prepared = lock(&person.agreement).take();
        let agreement = match prepared {
            Some(agreement) => agreement,
            None => Agreement::prepare(&person.receiver).ok()?,
        };
        let text = &self.target.text;
        let body = SEALER.with_borrow_mut(|(salts, arena)| {
            let length = sealed_len(text.len(), Padding::None).ok()?;
            if arena.capacity() < length {
                *arena = BytesMut::with_capacity(64 * length);
            }
            arena.resize(length, 0);
            agreement.seal(salts, text, Padding::None, arena).ok()?;
            Some(arena.split().freeze())
        })?;
        Some(Message {
            path_and_query: person.path.clone(),
            ttl_s: 3600,
            urgency: Urgency::High,
            topic: Some(self.target.topic.clone()),
            authorization: self.target.authorization.clone(),
            body,
            key: self.who[at] as u64,
        })
    }

    fn settle(&self, key: u64, outcome: Outcome) {
        let mut tally = lock(&self.tally);
        tally.0.add(outcome);
        if let Some(wait) = outcome.retry() {
            let wait = wait.unwrap_or(Duration::from_millis(500));
            tally.1.push((key as usize, wait));
        }
    }
}

/// Delivers to one origin, with further rounds for what failed.
async fn deliver(courier: &Courier, target: Arc<Target>, give_up: Instant) -> Tally {
    let lane = courier.lane(&target.origin);
    let mut who: Vec<usize> = (0..target.people.len()).collect();
    let mut total = Tally::default();
    while !who.is_empty() && Instant::now() < give_up {
        let round = Arc::new(Round {
            target: Arc::clone(&target),
            who,
            next: AtomicUsize::new(0),
            tally: Mutex::default(),
        });
        let delivery = lane.deliver(0, Arc::clone(&round) as Arc<dyn Batch>);
        let until = tokio::time::Instant::from_std(give_up);
        let end = tokio::time::timeout_at(until, delivery).await;
        let (tally, failed) = std::mem::take(&mut *lock(&round.tally));
        sum(&mut total, tally);
        let longest = failed.iter().map(|(_, wait)| *wait).max();
        who = failed.into_iter().map(|(who, _)| who).collect();
        let taken = round.next.load(Ordering::Relaxed).min(round.who.len());
        who.extend_from_slice(&round.who[taken..]);
        let wait = match end {
            Ok(End::Stalled { until, .. }) => until - Instant::now(),
            Ok(_) => longest.unwrap_or_default(),
            Err(_) => break,
        };
        if !who.is_empty() {
            tokio::time::sleep(wait).await;
        }
    }
    total
}

fn sum(total: &mut Tally, more: Tally) {
    total.accepted += more.accepted;
    total.gone += more.gone;
    total.too_large += more.too_large;
    total.throttled += more.throttled;
    total.refused += more.refused;
    total.malformed += more.malformed;
    total.unavailable += more.unavailable;
    total.failed += more.failed;
}

fn targets(lines: impl Iterator<Item = Subscription>, bytes: usize) -> anyhow::Result<Vec<Target>> {
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

fn prepare(targets: &[Target], threads: usize) -> anyhow::Result<f64> {
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

fn runtime(threads: usize) -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(threads.max(1)).enable_all().build()
}

fn plan(args: &Args) -> anyhow::Result<Plan> {
    let mut plan = Plan { sample: 0.01, mailboxes: false, ..Plan::healthy(args.origins, args.subscribers) };
    if let Some(text) = &args.faults {
        let faults: Faults = serde_json::from_str(text)?;
        for origin in &mut plan.origins {
            origin.faults = faults.clone();
        }
    }
    for text in &args.fault {
        let (n, json) = text.split_once('=').context("a fault is N=JSON")?;
        let origin = plan.origins.get_mut(n.parse::<usize>()?);
        origin.context("no such origin")?.faults = serde_json::from_str(json)?;
    }
    Ok(plan)
}

/// Processor seconds that this process used so far, in user and kernel mode.
/// On a machine that others use too, this says more than the time on the wall.
fn cpu_seconds() -> Option<f64> {
    const TICKS_PER_SECOND: f64 = 100.0;
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let user: f64 = fields.next()?.parse().ok()?;
    let kernel: f64 = fields.next()?.parse().ok()?;
    Some((user + kernel) / TICKS_PER_SECOND)
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let service = runtime(args.standin_threads)?;
    let (stand_in, ca, lines) = match (&args.import, &args.ca) {
        (Some(import), Some(ca)) => {
            let text = std::fs::read_to_string(import)?;
            let lines: Result<Vec<Subscription>, _> = text.lines().map(serde_json::from_str).collect();
            (None, ca.clone(), lines?)
        }
        _ => {
            let stand_in = service.block_on(StandIn::start(plan(&args)?))?;
            let ca = std::env::temp_dir().join(format!("blast-{}.pem", std::process::id()));
            std::fs::write(&ca, stand_in.ca_pem())?;
            let lines = (0..args.subscribers).map(|id| stand_in.subscription(id));
            let lines: Vec<Subscription> = lines.collect();
            (Some(stand_in), ca, lines)
        }
    };
    let targets = targets(lines.into_iter(), args.bytes)?;
    if let Some(folder) = &args.h2load {
        return write_h2load(folder, &targets);
    }
    let count: usize = targets.iter().map(|t| t.people.len()).sum();
    if !args.cold {
        let seconds = prepare(&targets, args.threads)?;
        let rate = count as f64 / seconds;
        println!(
            "{}",
            serde_json::json!({"part": "prepare", "agreements": count, "seconds": seconds, "per_second": rate.round()})
        );
    }
    let courier = Courier::new(Settings {
        allow_private: true,
        extra_roots: Some(ca.clone()),
        connections: args.connections,
        max_in_flight: args.in_flight,
        request_timeout: Duration::from_secs(args.timeout_s),
        ..Settings::default()
    })?;
    if stand_in.is_some() {
        std::fs::remove_file(&ca)?;
    }
    let targets: Vec<_> = targets.into_iter().map(Arc::new).collect();
    if let Some(stand_in) = &stand_in {
        stand_in.mark();
    }
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let give_up = start + Duration::from_secs(args.limit_s);
    let tally = runtime(args.threads)?.block_on(async {
        let courier = Arc::new(courier);
        let work: Vec<_> = targets
            .iter()
            .map(|target| {
                let (courier, target) = (Arc::clone(&courier), Arc::clone(target));
                tokio::spawn(async move { deliver(&courier, target, give_up).await })
            })
            .collect();
        let mut total = Tally::default();
        for part in work {
            sum(&mut total, part.await?);
        }
        for state in courier.states() {
            println!("{}", serde_json::json!({"part": "lane", "state": state}));
        }
        anyhow::Ok(total)
    })?;
    let seconds = start.elapsed().as_secs_f64();
    let cpu = cpu_seconds().zip(cpu).map(|(after, before)| after - before);
    println!(
        "{}",
        serde_json::json!({
            "part": "deliver", "cpu_seconds": cpu, "standin_included": stand_in.is_some(), "messages": count, "bytes": args.bytes, "cold": args.cold,
            "threads": args.threads, "connections": args.connections, "seconds": seconds,
            "accepted_per_second": (tally.accepted as f64 / seconds).round(), "tally": tally,
        })
    );
    if let Some(stand_in) = &stand_in {
        println!("{}", serde_json::json!({"part": "standin", "report": stand_in.report(None)}));
    }
    Ok(())
}

fn write_h2load(folder: &std::path::Path, targets: &[Target]) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)?;
    let target = targets.first().context("no subscriptions")?;
    let person = target.people.first().context("no subscriptions")?;
    let mut body = Vec::new();
    Agreement::prepare(&person.receiver)?.seal_into(
        &mut Salts::new(),
        &target.text,
        Padding::None,
        &mut body,
    )?;
    let file = folder.join("body");
    std::fs::write(&file, body)?;
    let script = format!(
        "h2load -d {} -H 'authorization: {}' -H 'ttl: 3600' -H 'urgency: high' -H 'topic: {}' -H 'content-encoding: aes128gcm' -H 'content-type: application/octet-stream' \"$@\" {}{}\n",
        file.display(),
        target.authorization.to_str()?,
        target.topic.as_str(),
        target.origin,
        person.path,
    );
    std::fs::write(folder.join("h2load.sh"), script)?;
    Ok(())
}
