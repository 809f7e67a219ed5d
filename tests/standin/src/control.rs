//! The control interface: plain HTTP with JSON on a loopback address.
//!
//! | request | does |
//! |---|---|
//! | `GET /report` | the report; `?areas=21001,21004&severity=Severe&category=Fire` names the audience |
//! | `POST /mark` | starts the watch |
//! | `POST /reset` | forgets all counts and starts the watch |
//! | `GET /origins` | origins and their faults |
//! | `PUT`, `DELETE /origins/N/faults` | sets faults (JSON), or none |
//! | `POST /clock/SECONDS` | moves the clock forward |
//! | `GET /browsers/N` | what a browser received |
//! | `POST /browsers/N/offline`, `online`, `unregister`, `withhold-ack` | what a browser does |

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::{Audience, Faults, StandIn};

/// Longest body that is read.
const MAX_REQUEST: usize = 64 * 1024;

/// Listens and answers in the background.
pub(crate) async fn serve(stand_in: Arc<StandIn>, address: SocketAddr) -> io::Result<SocketAddr> {
    if !address.ip().is_loopback() {
        let text = "the control interface is for loopback addresses only";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, text));
    }
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let stand_in = Arc::clone(&stand_in);
            let service = service_fn(move |request| {
                let stand_in = Arc::clone(&stand_in);
                async move { Ok::<_, Infallible>(reply(&stand_in, request).await) }
            });
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .serve_connection(TokioIo::new(stream), service);
            tokio::spawn(connection);
        }
    });
    Ok(address)
}

async fn reply(stand_in: &StandIn, request: Request<Incoming>) -> Response<Full<Bytes>> {
    let (parts, body) = request.into_parts();
    let body = Limited::new(body, MAX_REQUEST).collect().await;
    let (status, value) = match body {
        Ok(body) => {
            let query = parts.uri.query().unwrap_or_default();
            match act(stand_in, &parts.method, parts.uri.path(), query, &body.to_bytes()) {
                Ok(value) => (StatusCode::OK, value),
                Err(text) => (StatusCode::BAD_REQUEST, json!({ "error": text })),
            }
        }
        Err(_) => (StatusCode::PAYLOAD_TOO_LARGE, json!({})),
    };
    let mut response = Response::new(Full::from(value.to_string() + "\n"));
    *response.status_mut() = status;
    let json = http::HeaderValue::from_static("application/json");
    response.headers_mut().insert("content-type", json);
    response
}

fn act(stand_in: &StandIn, method: &Method, path: &str, query: &str, body: &[u8]) -> Result<Value, String> {
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    match (method.as_str(), parts.as_slice()) {
        ("GET", ["report"]) => {
            let audience = audience(query)?;
            let report = stand_in.report(audience.as_ref());
            serde_json::to_value(report).map_err(|e| e.to_string())
        }
        ("POST", ["mark"]) => {
            stand_in.mark();
            Ok(json!({}))
        }
        ("POST", ["reset"]) => {
            stand_in.reset();
            Ok(json!({}))
        }
        ("GET", ["origins"]) => Ok(stand_in
            .origins()
            .into_iter()
            .enumerate()
            .map(|(n, origin)| json!({ "origin": origin, "faults": stand_in.faults(n) }))
            .collect()),
        ("PUT", ["origins", n, "faults"]) => {
            let faults = serde_json::from_slice(body).map_err(|e| e.to_string())?;
            stand_in.set_faults(below(n, stand_in.origins().len())?, faults);
            Ok(json!({}))
        }
        ("DELETE", ["origins", n, "faults"]) => {
            let n = below(n, stand_in.origins().len())?;
            stand_in.set_faults(n, Faults::default());
            Ok(json!({}))
        }
        ("POST", ["clock", seconds]) => {
            let seconds = seconds.parse().map_err(|_| "not a number".to_owned())?;
            stand_in.clock().advance(Duration::from_secs(seconds));
            Ok(json!({ "unix": stand_in.clock().unix() }))
        }
        ("GET", ["browsers", n]) => {
            let n = below(n, stand_in.shared.population.len())?;
            serde_json::to_value(stand_in.browser(n).received()).map_err(|e| e.to_string())
        }
        ("POST", ["browsers", n, action]) => {
            let n = below(n, stand_in.shared.population.len())?;
            browse(stand_in, n, action)
        }
        _ => Err(format!("no such control: {method} {path}")),
    }
}

fn browse(stand_in: &StandIn, n: usize, action: &str) -> Result<Value, String> {
    let browser = stand_in.browser(n);
    match action {
        "offline" => browser.go_offline(),
        "online" => browser.go_online(),
        "unregister" => browser.unregister(),
        "withhold-ack" => browser.withhold_next_ack(),
        _ => return Err(format!("a browser cannot {action}")),
    }
    Ok(json!({}))
}

fn below(text: &str, limit: usize) -> Result<usize, String> {
    match text.parse() {
        Ok(n) if n < limit => Ok(n),
        _ => Err(format!("not a number below {limit}: {text}")),
    }
}

/// Reads the audience from a query; every value is plain letters and digits.
fn audience(query: &str) -> Result<Option<Audience>, String> {
    if query.is_empty() {
        return Ok(None);
    }
    let mut audience = Audience::default();
    for pair in query.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        match name {
            "areas" => {
                let areas: Result<_, _> = value.split(',').map(str::parse).collect();
                audience.areas = areas.map_err(|_| "areas are NIS codes".to_owned())?;
            }
            "severity" => audience.severity = Some(value.to_owned()),
            "category" => audience.category = Some(value.to_owned()),
            _ => return Err(format!("unknown: {name}")),
        }
    }
    Ok(Some(audience))
}
