//! What the tests share: a plain sender that does as it is told.

use std::sync::Arc;
pub(crate) use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Request, StatusCode};
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use rustls::pki_types::{CertificateDer, ServerName, pem::PemObject as _};
use rustls::{ClientConfig, RootCertStore};
pub(crate) use safe_sealing::VapidKey;
use safe_sealing::{Agreement, Origin, Padding, Receiver, Salts, Subject};
pub(crate) use safe_standin::{Answer, Audience, Faults, Flavour, Mix, Mode, Plan, RetryAfter, StandIn};
use tokio::net::TcpStream;

/// Not a header: which version of HTTP to speak.
pub(crate) const VERSION: &str = "version";

/// A sender and the stand-in that it sends to.
pub(crate) struct Sender {
    pub(crate) stand_in: StandIn,
    key: VapidKey,
}

/// A request before it is sent: tests change what they want to be wrong.
pub(crate) struct Push {
    id: usize,
    headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
    pub(crate) method: &'static str,
}

impl Push {
    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.retain(|(n, _)| *n != name);
        self.headers.push((name, value.to_owned()));
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(n, _)| *n != name);
        self
    }
}

/// An answer.
pub(crate) struct Got {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Result<Bytes, hyper::Error>,
}

impl Sender {
    pub(crate) async fn new(plan: Plan) -> Self {
        Self {
            stand_in: StandIn::start(plan).await.expect("started"),
            key: VapidKey::generate().expect("key"),
        }
    }

    pub(crate) async fn with_faults(faults: Faults) -> Self {
        let mut plan = Plan::healthy(1, 8);
        plan.origins[0].faults = faults;
        Self::new(plan).await
    }

    pub(crate) fn token(&self, origin: &str, life_s: u64) -> String {
        let now = self.stand_in.clock().unix();
        let origin = Origin::parse(origin).expect("origin");
        let subject = Subject::parse("mailto:push@safe.example").expect("subject");
        self.key.authorization(&origin, &subject, now, now + life_s).expect("token")
    }

    pub(crate) fn origin(&self, id: usize) -> String {
        let origins = self.stand_in.origins();
        origins[id % origins.len()].clone()
    }

    pub(crate) fn push(&self, id: usize, text: &str) -> Push {
        let subscription = self.stand_in.subscription(id);
        let keys = subscription.keys;
        let receiver = Receiver::from_base64url(&keys.p256dh, &keys.auth).expect("receiver");
        let mut body = Vec::new();
        Agreement::prepare(&receiver)
            .expect("agreement")
            .seal_into(&mut Salts::new(), text.as_bytes(), Padding::None, &mut body)
            .expect("sealed");
        Push {
            id,
            headers: vec![
                ("authorization", self.token(&self.origin(id), 3600)),
                ("content-encoding", "aes128gcm".to_owned()),
                ("ttl", "60".to_owned()),
                ("urgency", "high".to_owned()),
                (VERSION, "h2".to_owned()),
            ],
            body,
            method: "POST",
        }
    }

    pub(crate) async fn send(&self, push: Push) -> Result<Got, Box<dyn std::error::Error>> {
        let endpoint = self.stand_in.subscription(push.id).endpoint;
        self.send_to(&endpoint, push).await
    }

    pub(crate) async fn send_to(
        &self,
        endpoint: &str,
        push: Push,
    ) -> Result<Got, Box<dyn std::error::Error>> {
        let mut roots = RootCertStore::empty();
        let pem = self.stand_in.ca_pem();
        roots.add(CertificateDer::from_pem_slice(pem.as_bytes())?)?;
        let mut config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
        let h2 = push.headers.iter().any(|h| h == &(VERSION, "h2".to_owned()));
        config.alpn_protocols = vec![if h2 { "h2" } else { "http/1.1" }.into()];
        let origin = endpoint.split("/wpush").next().unwrap_or_default();
        let host = origin.trim_start_matches("https://");
        let stream = TcpStream::connect(host).await?;
        let name = ServerName::try_from("127.0.0.1")?;
        let connector = tokio_rustls::TlsConnector::from(Arc::new(config));
        let stream = TokioIo::new(connector.connect(name, stream).await?);
        let uri = if h2 { endpoint } else { endpoint.trim_start_matches(origin) };
        let mut request = Request::builder().method(push.method).uri(uri);
        for (name, value) in push.headers.iter().filter(|(n, _)| *n != VERSION) {
            request = request.header(*name, value);
        }
        let request = request.body(Full::<Bytes>::from(push.body))?;
        let response = if h2 {
            let (mut sender, connection) = http2::handshake(TokioExecutor::new(), stream).await?;
            tokio::spawn(connection);
            sender.send_request(request).await?
        } else {
            let (mut sender, connection) = http1::handshake(stream).await?;
            tokio::spawn(connection);
            sender.send_request(request).await?
        };
        let (parts, body) = response.into_parts();
        Ok(Got {
            status: parts.status,
            headers: parts.headers,
            body: body.collect().await.map(http_body_util::Collected::to_bytes),
        })
    }

    pub(crate) async fn status(&self, push: Push) -> u16 {
        self.send(push).await.expect("answered").status.as_u16()
    }

    pub(crate) fn texts(&self, id: usize) -> Vec<String> {
        let received = self.stand_in.browser(id).received();
        received.into_iter().filter_map(|d| d.text).collect()
    }
}
