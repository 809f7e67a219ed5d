//! `safe-standin`: the stand-in push service as a program.
//!
//! It writes the certificate of its authority and its subscriptions to files,
//! prints one JSON line with its addresses when it is ready, and runs until it
//! is told to stop.

use std::fs::File;
use std::io::BufWriter;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use clap::Parser;
use safe_standin::{Faults, Flavour, Mix, OriginPlan, Plan, StandIn};

/// A stand-in push service with faults on demand.
#[derive(Parser)]
#[command(version)]
struct Args {
    /// A plan as JSON; the other settings then do not count.
    #[arg(long, value_name = "FILE")]
    plan: Option<PathBuf>,
    /// Number of origins, each on a port of its own.
    #[arg(long, default_value_t = 4)]
    origins: u16,
    /// First port; the others follow. 0 takes free ports.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Number of subscribers.
    #[arg(long, default_value_t = 1000)]
    subscribers: usize,
    /// The source of all chance.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Share of subscribers whose messages are decrypted.
    #[arg(long, default_value_t = 0.01)]
    sample: f64,
    /// Subscribers chose different areas, severities and categories.
    #[arg(long)]
    varied: bool,
    /// Browsers keep what they receive.
    #[arg(long)]
    mailboxes: bool,
    /// The origins have the habits of different services, in turn.
    #[arg(long)]
    flavours: bool,
    /// Milliseconds from request to answer.
    #[arg(long, default_value_t = 0)]
    latency_ms: u64,
    /// Faults of all origins as JSON.
    #[arg(long, value_name = "JSON")]
    faults: Option<String>,
    /// The only VAPID public key that is let in, base64url.
    #[arg(long)]
    vapid_public: Option<String>,
    /// Where the authority's certificate is written (PEM).
    #[arg(long, value_name = "FILE")]
    ca: PathBuf,
    /// Where the subscriptions are written (JSON lines).
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Address of the control interface.
    #[arg(long, default_value = "127.0.0.1:0")]
    control: SocketAddr,
    /// Threads that serve.
    #[arg(long, default_value_t = 2)]
    threads: usize,
}

impl Args {
    fn plan(&self) -> anyhow::Result<Plan> {
        if let Some(path) = &self.plan {
            let text = std::fs::read_to_string(path).context("reading the plan")?;
            return serde_json::from_str(&text).context("the plan is not valid");
        }
        if self.port.checked_add(self.origins).is_none() {
            bail!("there are not that many ports");
        }
        let mut faults: Faults = match &self.faults {
            Some(text) => serde_json::from_str(text).context("the faults are not valid")?,
            None => Faults::default(),
        };
        faults.latency_ms = faults.latency_ms.max(self.latency_ms);
        let habits = [Flavour::Standard, Flavour::Mozilla, Flavour::Apple, Flavour::Microsoft];
        let origin = |n: u16| OriginPlan {
            port: if self.port == 0 { 0 } else { self.port + n },
            flavour: if self.flavours { habits[usize::from(n) % habits.len()] } else { Flavour::Standard },
            faults: faults.clone(),
            ..OriginPlan::default()
        };
        Ok(Plan {
            seed: self.seed,
            origins: (0..self.origins).map(origin).collect(),
            subscribers: self.subscribers,
            mix: if self.varied { Mix::Varied } else { Mix::Everyone },
            sample: self.sample,
            mailboxes: self.mailboxes,
            vapid_public: self.vapid_public.clone(),
        })
    }
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let plan = args.plan()?;
    if plan.origins.is_empty() {
        bail!("a plan needs at least one origin");
    }
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(args.threads.max(1))
        .enable_all()
        .build()?
        .block_on(run(args, plan))
}

async fn run(args: Args, plan: Plan) -> anyhow::Result<()> {
    let stand_in = Arc::new(StandIn::start(plan).await.context("opening the ports")?);
    std::fs::write(&args.ca, stand_in.ca_pem()).context("writing the certificate")?;
    if let Some(path) = &args.out {
        let file = File::create(path).context("creating the file of subscriptions")?;
        stand_in.write_subscriptions(BufWriter::new(file))?;
    }
    let control = stand_in.control(args.control).await?;
    println!("{}", serde_json::json!({ "ready": true, "control": control, "origins": stand_in.origins() }));
    let mut terminated = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted?,
        _ = terminated.recv() => {}
    }
    Ok(())
}
