//! A server that speaks S3 for one story, on a free port: `moto`, which shares no code with
//! ours. The service reaches it through a line that a story can cut and mend.

use std::net::{SocketAddr, TcpStream as Probe};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use reqwest::{Client, StatusCode};
use safe_api::config::Config;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// Name of the bucket.
const BUCKET: &str = "documents";
/// What stands before every object.
const PREFIX: &str = "permits";

/// A server that ends with the story.
pub struct Bucket {
    child: Child,
    server: SocketAddr,
    line: Line,
    http: Client,
    key: (String, String),
}

/// A relay to the server.
struct Line {
    here: SocketAddr,
    running: Option<JoinHandle<()>>,
}

fn program() -> PathBuf {
    let program = crate::root().join(".tools/moto/bin/moto_server");
    assert!(program.is_file(), "{} is missing; `make test` installs it", program.display());
    program
}

fn free() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], crate::free_port()))
}

impl Bucket {
    /// Starts a server with an empty bucket that takes any key.
    pub async fn start() -> Self {
        let bucket = Self::serve(None).await;
        let made = bucket.http.put(bucket.address("")).send().await.expect("an answer");
        assert_eq!(made.status(), StatusCode::OK);
        bucket
    }

    /// Starts a server with an empty bucket that takes one key alone, and looks at every
    /// signature.
    pub async fn strict() -> Self {
        // Whoever makes the user, the key, its rights and the bucket is not asked.
        let mut bucket = Self::serve(Some(4)).await;
        let user = [("Action", "CreateUser"), ("UserName", "story")];
        bucket.manage(&user).await;
        let made = bucket.manage(&[("Action", "CreateAccessKey"), ("UserName", "story")]).await;
        let value = |tag: &str| {
            let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
            let rest = made.split(&open).nth(1).expect("a key");
            rest.split(&close).next().expect("its end").to_owned()
        };
        let (id, secret) = (value("AccessKeyId"), value("SecretAccessKey"));
        let all =
            r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}"#;
        let policy = [
            ("Action", "PutUserPolicy"),
            ("UserName", "story"),
            ("PolicyName", "all"),
            ("PolicyDocument", all),
        ];
        bucket.manage(&policy).await;
        let made = bucket.http.put(bucket.address("")).send().await.expect("an answer");
        assert_eq!(made.status(), StatusCode::OK);
        bucket.key = (id, secret);
        bucket
    }

    async fn manage(&self, fields: &[(&str, &str)]) -> String {
        let scope = "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/iam/aws4_request, \
                     SignedHeaders=host, Signature=none";
        let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let fields: Vec<_> =
            fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let answer = self
            .http
            .post(format!("http://{}/", self.server))
            .header("authorization", scope)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(fields.join("&"))
            .send()
            .await
            .expect("an answer");
        let (status, text) = (answer.status(), answer.text().await.expect("text"));
        assert_eq!(status, StatusCode::OK, "{text}");
        text
    }

    async fn serve(open: Option<u32>) -> Self {
        let server = free();
        let mut command = Command::new(program());
        command.args(["-H", "127.0.0.1", "-p", &server.port().to_string()]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        if let Some(open) = open {
            command.env("INITIAL_NO_AUTH_ACTION_COUNT", open.to_string());
        }
        let child = command.spawn().expect("moto_server starts");
        let line = Line { here: free(), running: None };
        let key = ("story".to_owned(), "only-for-this-story".to_owned());
        let mut bucket = Self { child, server, line, http: Client::new(), key };
        for _ in 0..1_200 {
            if Probe::connect(server).is_ok() {
                bucket.mend().await;
                return bucket;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("moto_server does not listen");
    }

    /// Has a system keep its documents here.
    pub fn hold(&self, config: &mut Config) {
        let s3 = &mut config.vault.s3;
        BUCKET.clone_into(&mut s3.bucket);
        PREFIX.clone_into(&mut s3.prefix);
        s3.endpoint = format!("http://{}", self.line.here);
        s3.access_key_id.clone_from(&self.key.0);
        s3.secret_access_key = self.key.1.clone().into();
        s3.timeout_s = 5;
    }

    /// Address of the bucket, past the line.
    fn address(&self, query: &str) -> String {
        format!("http://{}/{BUCKET}{query}", self.server)
    }

    /// From now on nothing reaches the server, and what is under way breaks.
    pub async fn cut(&mut self) {
        if let Some(running) = self.line.running.take() {
            running.abort();
            // Its listener and its connections go with it.
            let _ = running.await;
        }
    }

    /// Connects again.
    pub async fn mend(&mut self) {
        let server = self.server;
        let listener = TcpListener::bind(self.line.here).await.expect("the same port");
        self.line.running = Some(tokio::spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((mut near, _)) = listener.accept().await {
                connections.spawn(async move {
                    if let Ok(mut far) = TcpStream::connect(server).await {
                        // Either side may end it at any moment.
                        let _ = copy_bidirectional(&mut near, &mut far).await;
                    }
                });
            }
        }));
    }

    async fn list(&self, query: &str, tag: &str) -> Vec<String> {
        let answer = self.http.get(self.address(query)).send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::OK);
        let xml = answer.text().await.expect("text");
        let open = format!("<{tag}>");
        xml.split(&open).skip(1).filter_map(|rest| rest.split('<').next()).map(str::to_owned).collect()
    }

    /// Names of the documents in it, without the looks of the service.
    pub async fn objects(&self) -> Vec<String> {
        let all = self.list("?list-type=2", "Key").await;
        let start = format!("{PREFIX}/");
        let own = all.into_iter().map(|key| key.strip_prefix(&start).expect("our prefix").to_owned());
        own.filter(|key| !key.starts_with("probe-")).collect()
    }

    /// Uploads that are neither complete nor aborted.
    pub async fn uploads(&self) -> usize {
        self.list("?uploads", "UploadId").await.len()
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        if let Some(running) = self.line.running.take() {
            running.abort();
        }
        self.child.kill().expect("killed");
        self.child.wait().expect("ended");
    }
}
