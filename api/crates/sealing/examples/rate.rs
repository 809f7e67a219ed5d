//! Measures sealing on one core and prints one JSON line per path.
//!
//! `cargo run --release -p safe-sealing --example rate -- [BYTES] [SECONDS]`

use std::error::Error;
use std::time::{Duration, Instant};

use safe_sealing::{Agreement, Origin, Padding, Receiver, ReceiverKeys, Salts, Subject, VapidKey, seal_cold};

fn report(path: &str, bytes: usize, count: u64, elapsed: Duration) {
    let rate = count as f64 / elapsed.as_secs_f64();
    println!(
        r#"{{"path":"{path}","bytes":{bytes},"count":{count},"seconds":{:.3},"per_second":{rate:.0}}}"#,
        elapsed.as_secs_f64()
    );
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let bytes: usize = args.next().map_or(Ok(1200), |a| a.parse())?;
    let seconds: u64 = args.next().map_or(Ok(3), |a| a.parse())?;
    let limit = Duration::from_secs(seconds);
    let text = vec![b'a'; bytes];
    let mut out = vec![0; safe_sealing::MAX_BODY];
    let mut salts = Salts::new();
    let mut receivers = Vec::new();
    for _ in 0..256 {
        let keys = ReceiverKeys::generate()?;
        receivers.push(Receiver::new(keys.public(), keys.auth())?);
    }

    let (start, mut prepared) = (Instant::now(), Vec::new());
    while start.elapsed() < limit {
        for receiver in &receivers {
            prepared.push(Agreement::prepare(receiver)?);
        }
    }
    report("prepare", bytes, prepared.len() as u64, start.elapsed());

    // One batch is short, so batches are repeated with fresh agreements and
    // only the sealing is timed.
    let (mut count, mut elapsed, wall) = (0, Duration::ZERO, Instant::now());
    while !prepared.is_empty() {
        let batch = std::mem::take(&mut prepared);
        count += batch.len() as u64;
        let start = Instant::now();
        for agreement in batch {
            agreement.seal(&mut salts, &text, Padding::None, &mut out)?;
        }
        elapsed += start.elapsed();
        if wall.elapsed() < limit {
            for receiver in receivers.iter().cycle().take(8192) {
                prepared.push(Agreement::prepare(receiver)?);
            }
        }
    }
    report("prepared", bytes, count, elapsed);

    let (start, mut count) = (Instant::now(), 0);
    while start.elapsed() < limit {
        for receiver in &receivers {
            seal_cold(receiver, &mut salts, &text, Padding::None, &mut out)?;
            count += 1;
        }
    }
    report("cold", bytes, count, start.elapsed());

    let key = VapidKey::generate()?;
    let (origin, subject) =
        (Origin::parse("https://push.example")?, Subject::parse("mailto:push@safe.example")?);
    let (start, mut count) = (Instant::now(), 0);
    while start.elapsed() < limit {
        key.token(&origin, &subject, 1, 43_201)?;
        count += 1;
    }
    report("vapid", 0, count, start.elapsed());
    Ok(())
}
