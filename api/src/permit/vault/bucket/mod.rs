//! A bucket of a server that speaks S3. What lies there is sealed as in the folder.
//!
//! [`Store`] is asked on threads that may wait, so the questions go to a runtime of their own
//! and the thread waits for the answer; each has its time, and a piece of a file is asked for
//! only when somebody reads it. `upload` writes in parts (`part`), `fetch` reads, `fault` says
//! what went wrong without the name of an object, a key or what the server said.

mod fault;
mod fetch;
mod part;
mod upload;

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::time::Duration;

use anyhow::Context;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path;
use object_store::{BackoffConfig, ClientOptions, ObjectStoreExt, RetryConfig};
use secrecy::ExposeSecret;
use tokio::runtime::{Builder, Handle, Runtime};

use super::store::{Draft, Store, probe, sound};
use crate::config::S3;
use fault::{Act, Watch};
use fetch::Fetch;
use upload::Upload;

/// Longest attempt to connect.
const CONNECT: Duration = Duration::from_secs(3);
/// How often a question is repeated.
const REPEATS: usize = 3;
/// Pause between two looks at a server that does not answer, and at one that does.
const SOON: Duration = Duration::from_secs(5);
const SELDOM: Duration = Duration::from_secs(60);

/// A bucket.
pub struct Bucket {
    line: Line,
    /// Ends with the bucket, whatever is still under way.
    runtime: Option<Runtime>,
}

/// What a question needs.
#[derive(Clone)]
struct Line {
    server: Arc<AmazonS3>,
    prefix: Arc<str>,
    place: Arc<str>,
    handle: Handle,
    patience: Duration,
    watch: Arc<Watch>,
}

impl Bucket {
    /// The bucket of the settings. Whether it answers is looked at from now on, in the
    /// background: a service that has alerts to tell does not wait for it.
    ///
    /// # Errors
    /// The settings cannot be used.
    pub fn open(settings: &S3) -> anyhow::Result<Self> {
        let patience = Duration::from_secs(settings.timeout_s);
        let server = Arc::new(client(settings, patience)?);
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("safe-bucket")
            .enable_all()
            .build()
            .context("no thread for the bucket")?;
        let prefix: Vec<&str> = settings.prefix.split('/').filter(|part| !part.is_empty()).collect();
        let at = if settings.endpoint.is_empty() { "Amazon S3" } else { settings.endpoint.as_str() };
        let line = Line {
            server,
            prefix: prefix.join("/").into(),
            place: format!("the bucket {} at {at}", settings.bucket).into(),
            handle: runtime.handle().clone(),
            patience,
            watch: Arc::default(),
        };
        runtime.spawn(look_on(line.clone()));
        Ok(Self { line, runtime: Some(runtime) })
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // A bucket may be let go inside another runtime, where nothing may wait.
            runtime.shutdown_background();
        }
    }
}

/// Looks from time to time whether the bucket can be written and read; soon again after
/// anybody met a failure.
async fn look_on(line: Line) {
    let mut pause = SELDOM;
    loop {
        if pause >= SELDOM || !line.is_well() {
            pause = Duration::ZERO;
            let looked = line.clone();
            // What is wrong is said by the question that meets it.
            let _ = tokio::task::spawn_blocking(move || probe(&looked)).await;
        }
        tokio::time::sleep(SOON).await;
        pause += SOON;
    }
}

fn client(settings: &S3, patience: Duration) -> anyhow::Result<AmazonS3> {
    // A file is read as slowly as its reader wants: each piece has its time, not the whole.
    let options = ClientOptions::new()
        .with_connect_timeout(CONNECT)
        .with_read_timeout(patience)
        .with_timeout_disabled();
    let retry = RetryConfig {
        backoff: BackoffConfig { max_backoff: Duration::from_secs(2), ..BackoffConfig::default() },
        max_retries: REPEATS,
        retry_timeout: patience,
    };
    let mut builder = AmazonS3Builder::new()
        .with_client_options(options)
        .with_retry(retry)
        .with_bucket_name(&settings.bucket)
        .with_region(&settings.region)
        .with_access_key_id(&settings.access_key_id)
        .with_secret_access_key(settings.secret()?.expose_secret())
        .with_virtual_hosted_style_request(!settings.path_style)
        // One question for each object: not every server knows the one for many.
        .with_disable_bulk_delete(true);
    if let Some(url) = settings.server()? {
        builder =
            builder.with_allow_http(url.scheme() == "http").with_endpoint(url.as_str().trim_end_matches('/'));
    }
    builder.build().context("vault.s3 cannot be used")
}

impl Line {
    fn path(&self, key: &str) -> io::Result<Path> {
        sound(key)?;
        let text = if self.prefix.is_empty() { key.to_owned() } else { format!("{}/{key}", self.prefix) };
        Path::parse(text).map_err(|_| io::Error::new(io::ErrorKind::InvalidInput, "a vault key is malformed"))
    }

    /// Asks, and waits for the answer on this thread.
    fn ask<T: Send + 'static>(
        &self,
        act: Act,
        question: impl Future<Output = object_store::Result<T>> + Send + 'static,
    ) -> io::Result<T> {
        let (answer, waits) = sync_channel(1);
        let patience = self.patience;
        self.handle.spawn(async move {
            // Whoever asked may be gone.
            let _ = answer.send(tokio::time::timeout(patience, question).await);
        });
        match waits.recv() {
            Ok(Ok(Ok(value))) => {
                self.watch.answered(act);
                Ok(value)
            }
            Ok(Ok(Err(error))) => Err(self.watch.judge(act, &error)),
            Ok(Err(_)) => Err(self.watch.silent(act)),
            Err(_) => Err(io::Error::new(io::ErrorKind::NotConnected, "the bucket was let go")),
        }
    }
}

impl Store for Line {
    fn begin(&self, key: &str) -> io::Result<Box<dyn Draft>> {
        Ok(Box::new(Upload::new(self.clone(), self.path(key)?)))
    }

    fn read(&self, key: &str) -> io::Result<Box<dyn Read + Send>> {
        let (server, path) = (self.server.clone(), self.path(key)?);
        let stream = self.ask(Act::Read, async move { Ok(server.get(&path).await?.into_stream()) })?;
        Ok(Box::new(Fetch::new(self.clone(), stream)))
    }

    fn remove(&self, key: &str) -> io::Result<()> {
        let (server, path) = (self.server.clone(), self.path(key)?);
        let removed = self.ask(Act::Remove, async move { server.delete(&path).await });
        match removed {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }

    fn is_well(&self) -> bool {
        self.watch.is_well()
    }

    fn place(&self) -> String {
        self.place.to_string()
    }
}

impl Store for Bucket {
    fn begin(&self, key: &str) -> io::Result<Box<dyn Draft>> {
        self.line.begin(key)
    }

    fn read(&self, key: &str) -> io::Result<Box<dyn Read + Send>> {
        self.line.read(key)
    }

    fn remove(&self, key: &str) -> io::Result<()> {
        self.line.remove(key)
    }

    fn is_well(&self) -> bool {
        self.line.is_well()
    }

    fn place(&self) -> String {
        self.line.place()
    }
}
