//! Measures delivery against the stand-in push service and prints JSON lines:
//! one for each part of the run.
//!
//! `cargo run --release -p safe-courier --example blast -- --subscribers 100000`
//!
//! Without `--import` the stand-in runs in this process on threads of its own.
//! With `--h2load DIR` it writes what `h2load` needs to post the same message to
//! the same stand-in, as a yardstick for the transport alone.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use clap::Parser;
use safe_courier::{Courier, Settings, Tally};
use safe_standin::{StandIn, Subscription};
use serde_json::json;
use tokio::runtime::Runtime;

mod args;
mod h2load;
mod round;
mod targets;

use args::Args;
use round::{deliver, sum};
use targets::{Target, prepare, targets};

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn runtime(threads: usize) -> std::io::Result<Runtime> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(threads.max(1)).enable_all().build()
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

/// The stand-in of this run if it is in this process, the certificate of its authority, and
/// its subscriptions.
type Origins = (Option<StandIn>, PathBuf, Vec<Subscription>);

fn origins(args: &Args, service: &Runtime) -> anyhow::Result<Origins> {
    if let (Some(import), Some(ca)) = (&args.import, &args.ca) {
        let text = std::fs::read_to_string(import)?;
        let lines: Result<_, _> = text.lines().map(serde_json::from_str).collect();
        return Ok((None, ca.clone(), lines?));
    }
    let stand_in = service.block_on(StandIn::start(args.plan()?))?;
    let ca = std::env::temp_dir().join(format!("blast-{}.pem", std::process::id()));
    std::fs::write(&ca, stand_in.ca_pem())?;
    let lines = (0..args.subscribers).map(|id| stand_in.subscription(id)).collect();
    Ok((Some(stand_in), ca, lines))
}

/// Delivers to all origins at once; the answer is what became of the messages.
async fn deliver_all(courier: Courier, targets: Vec<Target>, give_up: Instant) -> anyhow::Result<Tally> {
    let courier = Arc::new(courier);
    let work: Vec<_> = targets
        .into_iter()
        .map(|target| {
            let (courier, target) = (Arc::clone(&courier), Arc::new(target));
            tokio::spawn(async move { deliver(&courier, target, give_up).await })
        })
        .collect();
    let mut total = Tally::default();
    for part in work {
        sum(&mut total, part.await?);
    }
    for state in courier.states() {
        println!("{}", json!({"part": "lane", "state": state}));
    }
    Ok(total)
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let service = runtime(args.standin_threads)?;
    let (stand_in, ca, lines) = origins(&args, &service)?;
    let targets = targets(lines.into_iter(), args.bytes)?;
    if let Some(folder) = &args.h2load {
        return h2load::write(folder, &targets);
    }
    let count: usize = targets.iter().map(|t| t.people.len()).sum();
    if !args.cold {
        let seconds = prepare(&targets, args.threads)?;
        let rate = (count as f64 / seconds).round();
        let line = json!({"part": "prepare", "agreements": count, "seconds": seconds, "per_second": rate});
        println!("{line}");
    }
    let courier = Courier::new(Settings {
        allow_private: true,
        extra_roots: Some(ca.clone()),
        connections: args.connections,
        max_in_flight: args.in_flight,
        request_timeout: Duration::from_secs(args.timeout_s),
        ..Settings::default()
    })?;
    if let Some(stand_in) = &stand_in {
        std::fs::remove_file(&ca)?;
        stand_in.mark();
    }
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let give_up = start + Duration::from_secs(args.limit_s);
    let tally = runtime(args.threads)?.block_on(deliver_all(courier, targets, give_up))?;
    let seconds = start.elapsed().as_secs_f64();
    let cpu = cpu_seconds().zip(cpu).map(|(after, before)| after - before);
    let line = json!({
        "part": "deliver", "cpu_seconds": cpu, "standin_included": stand_in.is_some(),
        "messages": count, "bytes": args.bytes, "cold": args.cold,
        "threads": args.threads, "connections": args.connections, "seconds": seconds,
        "accepted_per_second": (tally.accepted as f64 / seconds).round(), "tally": tally,
    });
    println!("{line}");
    if let Some(stand_in) = &stand_in {
        println!("{}", json!({"part": "standin", "report": stand_in.report(None)}));
    }
    Ok(())
}
