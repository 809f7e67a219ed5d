//! Fills an empty system with years of permit files, for measurements. The settings are those
//! of `safe`; it prints one JSON object: what was made, and the pages to open with their
//! cookies.
//!
//! Usage: `safe-archive [--files=50000] [--acts=2000000] [--seed=1] [--photo=FILE]`; the photo is
//! one as large as people send them.

use safe_api::app::{State, World};
use safe_api::config::Config;
use safe_tests::archive::{Size, fill, photo};
use sea_orm::ConnectionTrait;

fn given(name: &str, otherwise: u64) -> anyhow::Result<u64> {
    let start = format!("--{name}=");
    let value = std::env::args().find_map(|arg| arg.strip_prefix(&start).map(str::to_owned));
    value.map_or(Ok(otherwise), |value| value.parse().map_err(|_| anyhow::anyhow!("--{name} is no number")))
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let size = Size {
        files: usize::try_from(given("files", 50_000)?)?,
        acts: usize::try_from(given("acts", 2_000_000)?)?,
        seed: given("seed", 1)?,
    };
    if let Some(path) = std::env::args().find_map(|arg| arg.strip_prefix("--photo=").map(str::to_owned)) {
        std::fs::write(path, photo::of_a_large_camera()?)?;
    }
    let mut config = Config::load(None)?;
    // One writer, so that the settings of its connection hold for all that is written.
    config.database.max_connections = 1;
    let state = State::open(World::load(config)?, false).await?;
    if state.db.get_database_backend() == sea_orm::DatabaseBackend::Sqlite {
        // Made once and measured after: nothing is lost if the machine fails meanwhile.
        state.db.execute_unprepared("PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000").await?;
    }
    println!("{}", fill(&state, &size).await?);
    // A server that has never looked at its tables plans for empty ones.
    state.db.execute_unprepared("ANALYZE").await?;
    Ok(())
}
