//! The client of Meilisearch over our own HTTP stack, so that the program holds one
//! HTTP client and one TLS provider.

use std::time::Duration;

use async_trait::async_trait;
use futures_util::io::{AsyncRead, AsyncReadExt};
use meilisearch_sdk::errors::Error;
use meilisearch_sdk::request::{HttpClient, Method, parse_response};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Longest wait for a connection and for an answer.
const CONNECT: Duration = Duration::from_secs(2);
const ANSWER: Duration = Duration::from_secs(30);

/// Sends requests of the SDK.
#[derive(Clone)]
pub struct Http {
    client: reqwest::Client,
    key: Option<String>,
}

impl Http {
    /// A client that shows a key, if there is one.
    ///
    /// # Errors
    /// The TLS library cannot be set up.
    pub fn new(key: Option<String>) -> Result<Self, Error> {
        let client = reqwest::Client::builder().connect_timeout(CONNECT).timeout(ANSWER).no_proxy().build();
        Ok(Self { client: client.map_err(other)?, key })
    }
}

fn other(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Other(Box::new(error))
}

fn verb<Q, B>(method: &Method<Q, B>) -> reqwest::Method {
    match method {
        Method::Get { .. } => reqwest::Method::GET,
        Method::Delete { .. } => reqwest::Method::DELETE,
        Method::Post { .. } => reqwest::Method::POST,
        Method::Put { .. } => reqwest::Method::PUT,
        Method::Patch { .. } => reqwest::Method::PATCH,
    }
}

#[async_trait]
impl HttpClient for Http {
    async fn stream_request<Query, Body, Output>(
        &self,
        url: &str,
        method: Method<Query, Body>,
        content_type: &str,
        expected_status_code: u16,
    ) -> Result<Output, Error>
    where
        Query: Serialize + Send + Sync,
        Body: AsyncRead + Send + Sync + 'static,
        Output: DeserializeOwned + 'static,
    {
        let query = yaup::to_string(method.query())?;
        let mut request = self.client.request(verb(&method), format!("{url}{query}"));
        if let Some(key) = &self.key {
            request = request.bearer_auth(key);
        }
        if let Some(body) = method.into_body() {
            let mut bytes = Vec::new();
            std::pin::pin!(body).read_to_end(&mut bytes).await.map_err(other)?;
            request = request.header("content-type", content_type).body(bytes);
        }
        let response = request.send().await.map_err(other)?;
        let status = response.status().as_u16();
        let text = response.text().await.map_err(other)?;
        let body = if text.is_empty() { "null" } else { &text };
        parse_response(status, expected_status_code, body, url.to_owned())
    }
}
