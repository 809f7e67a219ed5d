//! What is measured: the options of the program.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Parser;
use safe_standin::{Faults, Plan};

/// Measures delivery against the stand-in push service.
#[derive(Parser)]
pub struct Args {
    /// Subscribers, when the stand-in runs in this process.
    #[arg(long, default_value_t = 100_000)]
    pub subscribers: usize,
    /// Origins, when the stand-in runs in this process.
    #[arg(long, default_value_t = 4)]
    pub origins: usize,
    /// Faults of all origins, as JSON.
    #[arg(long)]
    pub faults: Option<String>,
    /// Faults of one origin: `N=JSON`. May be repeated.
    #[arg(long)]
    pub fault: Vec<String>,
    /// Subscriptions of a stand-in that runs elsewhere (JSON lines).
    #[arg(long, requires = "ca")]
    pub import: Option<PathBuf>,
    /// Certificate of that stand-in's authority.
    #[arg(long)]
    pub ca: Option<PathBuf>,
    /// Bytes of text in each message.
    #[arg(long, default_value_t = 1200)]
    pub bytes: usize,
    /// Prepare no agreements: all elliptic-curve work at send time.
    #[arg(long)]
    pub cold: bool,
    /// Threads that send.
    #[arg(long, default_value_t = 2)]
    pub threads: usize,
    /// Threads of the stand-in in this process.
    #[arg(long, default_value_t = 2)]
    pub standin_threads: usize,
    /// HTTP/2 connections to each origin.
    #[arg(long, default_value_t = 2)]
    pub connections: usize,
    /// Most messages in flight to each origin.
    #[arg(long, default_value_t = 1024)]
    pub in_flight: usize,
    /// Seconds until an unanswered message counts as failed.
    #[arg(long, default_value_t = 5)]
    pub timeout_s: u64,
    /// Seconds after which what is still missing is given up.
    #[arg(long, default_value_t = 60)]
    pub limit_s: u64,
    /// Write a request for `h2load` into this folder and stop.
    #[arg(long, requires = "import")]
    pub h2load: Option<PathBuf>,
}

impl Args {
    /// The plan of a stand-in in this process.
    pub fn plan(&self) -> anyhow::Result<Plan> {
        let mut plan =
            Plan { sample: 0.01, mailboxes: false, ..Plan::healthy(self.origins, self.subscribers) };
        if let Some(text) = &self.faults {
            let faults: Faults = serde_json::from_str(text)?;
            for origin in &mut plan.origins {
                origin.faults = faults.clone();
            }
        }
        for text in &self.fault {
            let (n, json) = text.split_once('=').context("a fault is N=JSON")?;
            let origin = plan.origins.get_mut(n.parse::<usize>()?);
            origin.context("no such origin")?.faults = serde_json::from_str(json)?;
        }
        Ok(plan)
    }
}
