//! `safe subscribers import`: many phones at once, one JSON object per line.

use std::io::BufRead;

use anyhow::{Context, bail};
use sea_orm::DatabaseConnection;

use super::asked::Subscribe;
use super::subscriptions::{self, Refused};
use crate::alert::Channel;
use crate::app::World;
use crate::error::Fault;

/// Phones per transaction.
const BATCH: usize = 20_000;

/// Reads lines until the end; the answer is how many phones were kept.
///
/// # Errors
/// A line that is no subscription, named by its number; the batches before it stay.
pub async fn run(db: &DatabaseConnection, world: &World, input: impl BufRead) -> anyhow::Result<usize> {
    let now_ms = world.clock.now_ms();
    let mut batch = Vec::with_capacity(BATCH);
    let mut kept = 0;
    for (number, line) in input.lines().enumerate() {
        let line = line.with_context(|| format!("line {} cannot be read", number + 1))?;
        // A file that was saved on Windows may begin with a byte order mark.
        let line = line.trim_start_matches('\u{feff}');
        if line.trim().is_empty() {
            continue;
        }
        let phone: Subscribe =
            serde_json::from_str(line).with_context(|| format!("line {} is no subscription", number + 1))?;
        let mut faults: Vec<Fault> = Vec::new();
        let wish = phone.wish().check(&world.areas, now_ms, &mut faults);
        let address = phone.address(&world.config.push.known_services, &mut faults);
        let Some(address) = address.filter(|_| faults.is_empty()) else {
            let fields: Vec<_> = faults.iter().map(|f| format!("{} {}", f.field, f.code)).collect();
            bail!("line {}: {}", number + 1, fields.join(", "));
        };
        batch.push((address, wish));
        if batch.len() == BATCH {
            kept += keep(db, std::mem::take(&mut batch), now_ms).await?;
        }
    }
    Ok(kept + keep(db, batch, now_ms).await?)
}

async fn keep(
    db: &DatabaseConnection,
    batch: Vec<(subscriptions::Address, subscriptions::Wish)>,
    now_ms: i64,
) -> anyhow::Result<usize> {
    if batch.is_empty() {
        return Ok(0);
    }
    match subscriptions::keep_many(db, batch, Channel::Public, now_ms).await {
        Ok(count) => Ok(count),
        Err(Refused::TooManyOrigins) => bail!("too many different push services"),
        Err(Refused::Db(error)) => Err(error).context("the database refuses the subscriptions"),
    }
}
