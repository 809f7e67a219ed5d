//! The crate `web-push` 0.11, used as its documentation shows, measured with the
//! same messages and against the same stand-in push service as ours.
//!
//! - `yardstick seal` measures signing and encryption on one core.
//! - `yardstick loop` posts to the stand-in with the crate's default client.
//!
//! One departure is needed: the crate leaves the port out of the `aud` of its
//! tokens, so a service on a port of its own answers 401. The claim is therefore
//! set by hand.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use clap::Parser;
use futures_util::StreamExt as _;
use isahc::config::{CaCertificate, Configurable as _};
use web_push::{
    ContentEncoding, IsahcWebPushClient, SubscriptionInfo, Urgency, VapidSignature,
    VapidSignatureBuilder, WebPushClient as _, WebPushMessage, WebPushMessageBuilder,
};

const SUBJECT: &str = "mailto:push@safe.example";

/// The usual way of sending, measured.
#[derive(Parser)]
#[command(version)]
enum Command {
    /// Sign and encrypt, without sending.
    Seal {
        /// Number of messages for each path.
        #[arg(long, default_value_t = 5000)]
        n: usize,
        /// Bytes of text.
        #[arg(long, default_value_t = 1200)]
        bytes: usize,
    },
    /// Post to the stand-in push service.
    Loop {
        /// Subscriptions, JSON lines.
        #[arg(long)]
        import: PathBuf,
        /// Certificate of the stand-in's authority.
        #[arg(long)]
        ca: PathBuf,
        /// Bytes of text.
        #[arg(long, default_value_t = 1200)]
        bytes: usize,
        /// Messages in flight; the documented loop awaits each in turn.
        #[arg(long, default_value_t = 1)]
        concurrency: usize,
        /// Send only to the first so many.
        #[arg(long)]
        limit: Option<usize>,
        /// Sign once for each origin instead of once for each message.
        #[arg(long)]
        cached: bool,
    },
}

/// A VAPID key, as the crate wants it.
struct Key(String);

impl Key {
    fn generate() -> anyhow::Result<Self> {
        let mut scalar = [0; 32];
        getrandom::fill(&mut scalar)?;
        // Keeps the number below the order of the curve.
        scalar[0] &= 0x7f;
        Ok(Self(URL_SAFE_NO_PAD.encode(scalar)))
    }

    fn sign(&self, to: &SubscriptionInfo) -> anyhow::Result<VapidSignature> {
        let mut builder = VapidSignatureBuilder::from_base64(&self.0, to)?;
        builder.add_claim("sub", SUBJECT);
        builder.add_claim("aud", origin(&to.endpoint));
        Ok(builder.build()?)
    }
}

fn origin(endpoint: &str) -> &str {
    let host = endpoint.find("://").map_or(0, |i| i + 3);
    let end = endpoint[host..]
        .find('/')
        .map_or(endpoint.len(), |i| host + i);
    &endpoint[..end]
}

fn message(
    to: &SubscriptionInfo,
    text: &[u8],
    signature: VapidSignature,
) -> anyhow::Result<WebPushMessage> {
    let mut builder = WebPushMessageBuilder::new(to);
    builder.set_payload(ContentEncoding::Aes128Gcm, text);
    builder.set_vapid_signature(signature);
    builder.set_ttl(3600);
    builder.set_urgency(Urgency::High);
    Ok(builder.build()?)
}

fn report(path: &str, bytes: usize, count: usize, start: Instant) {
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{}",
        serde_json::json!({
            "crate": "web-push 0.11", "path": path, "bytes": bytes, "count": count,
            "seconds": seconds, "per_second": (count as f64 / seconds).round(),
        })
    );
}

fn seal(n: usize, bytes: usize) -> anyhow::Result<()> {
    let key = Key::generate()?;
    let (pair, auth) = ece::generate_keypair_and_auth_secret()?;
    let to = SubscriptionInfo::new(
        "https://push.example/subscription".to_owned(),
        URL_SAFE_NO_PAD.encode(pair.pub_as_raw()?),
        URL_SAFE_NO_PAD.encode(auth),
    );
    let text = vec![b'a'; bytes];

    let start = Instant::now();
    for _ in 0..n {
        message(&to, &text, key.sign(&to)?)?;
    }
    report("sign and encrypt each", bytes, n, start);

    let start = Instant::now();
    let signature = key.sign(&to)?;
    for _ in 0..n {
        message(&to, &text, signature.clone())?;
    }
    report("sign once, encrypt each", bytes, n, start);
    Ok(())
}

fn subscriptions(path: &PathBuf) -> anyhow::Result<Vec<SubscriptionInfo>> {
    let text = std::fs::read_to_string(path).context("reading the subscriptions")?;
    let one = |line| {
        let line: serde_json::Value = serde_json::from_str(line)?;
        let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
        let endpoint = text(&line["endpoint"]).context("no endpoint")?;
        let p256dh = text(&line["keys"]["p256dh"]).context("no p256dh")?;
        let auth = text(&line["keys"]["auth"]).context("no auth")?;
        Ok(SubscriptionInfo::new(endpoint, p256dh, auth))
    };
    text.lines().map(one).collect()
}

async fn post(
    people: &[SubscriptionInfo],
    client: IsahcWebPushClient,
    bytes: usize,
    concurrency: usize,
    cached: bool,
) -> anyhow::Result<()> {
    let key = Key::generate()?;
    let text = vec![b'a'; bytes];
    let mut signatures = std::collections::HashMap::new();
    if cached {
        for to in people {
            if !signatures.contains_key(origin(&to.endpoint)) {
                signatures.insert(origin(&to.endpoint), key.sign(to)?);
            }
        }
    }
    let start = Instant::now();
    let accepted = futures_util::stream::iter(people)
        .map(|to| {
            let (key, text, client) = (&key, &text, &client);
            let known = signatures.get(origin(&to.endpoint)).cloned();
            async move {
                let signature = match known {
                    Some(signature) => signature,
                    None => key.sign(to)?,
                };
                client.send(message(to, text, signature)?).await?;
                anyhow::Ok(())
            }
        })
        .buffer_unordered(concurrency.max(1))
        .fold(0, |count, sent| async move {
            if let Err(error) = &sent {
                eprintln!("{error:#}");
            }
            count + usize::from(sent.is_ok())
        })
        .await;
    let path = format!("loop, {concurrency} in flight, cached signature: {cached}");
    report(&path, bytes, accepted, start);
    anyhow::ensure!(accepted == people.len(), "not all were accepted");
    Ok(())
}

fn main() -> anyhow::Result<()> {
    match Command::parse() {
        Command::Seal { n, bytes } => seal(n, bytes),
        Command::Loop {
            import,
            ca,
            bytes,
            concurrency,
            limit,
            cached,
        } => {
            let mut people = subscriptions(&import)?;
            people.truncate(limit.unwrap_or(usize::MAX));
            let http = isahc::HttpClient::builder()
                .ssl_ca_certificate(CaCertificate::file(ca))
                .build()?;
            let client = IsahcWebPushClient::from(http);
            let runtime = tokio::runtime::Builder::new_multi_thread().build()?;
            runtime.block_on(post(&people, client, bytes, concurrency, cached))
        }
    }
}
