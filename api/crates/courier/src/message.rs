//! One message to one subscription, ready to be sent.

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HOST};
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri, Version};

/// A sealed message. Cloning is cheap: everything large is shared.
#[derive(Clone)]
pub struct Message {
    /// Path and query of the endpoint. Secret.
    pub path_and_query: PathAndQuery,
    /// Seconds that the push service keeps the message for a browser that is
    /// not connected (RFC 8030 section 5.2).
    pub ttl_s: u32,
    /// How soon a sleeping device should wake for it.
    pub urgency: Urgency,
    /// Messages of one topic replace each other while they wait.
    pub topic: Option<Topic>,
    /// `vapid t=…, k=…`, shared by all messages to the origin. Secret.
    pub authorization: HeaderValue,
    /// The sealed body, at most 4,096 bytes.
    pub body: Bytes,
    /// What the batch calls this message when it is settled.
    pub key: u64,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Message").field("key", &self.key).finish_non_exhaustive()
    }
}

/// Urgency of RFC 8030 section 5.3. Anything below high may wait until an idle
/// device wakes for another reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// On power and on Wi-Fi.
    VeryLow,
    /// On either power or Wi-Fi.
    Low,
    /// On neither.
    #[default]
    Normal,
    /// Even with a low battery.
    High,
}

impl Urgency {
    fn value(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::VeryLow => "very-low",
            Self::Low => "low",
            Self::Normal => "normal",
            Self::High => "high",
        })
    }
}

/// A topic of RFC 8030 section 5.4: up to 32 characters of the base64url
/// alphabet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic(HeaderValue);

/// A text that cannot be a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a topic has 1 to 32 characters of the base64url alphabet")]
pub struct TopicError;

impl Topic {
    /// Checks a topic.
    ///
    /// # Errors
    /// [`TopicError`] if the text has another length or alphabet.
    pub fn parse(text: &str) -> Result<Self, TopicError> {
        let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
        if !(1..=32).contains(&text.len()) || !text.bytes().all(fits) {
            return Err(TopicError);
        }
        HeaderValue::from_str(text).map(Self).map_err(|_| TopicError)
    }

    /// The topic of a chain of messages, whatever the chain is called: a hash,
    /// so that the push service learns nothing from it.
    #[must_use]
    pub fn of(chain: &str) -> Self {
        use base64::Engine as _;
        let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, chain.as_bytes());
        let text = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&digest.as_ref()[..24]);
        HeaderValue::from_str(&text).map_or(Self(HeaderValue::from_static("_")), Self)
    }

    /// The topic as it stands in the header.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }
}

const TTL: HeaderName = HeaderName::from_static("ttl");
const URGENCY: HeaderName = HeaderName::from_static("urgency");
const TOPIC: HeaderName = HeaderName::from_static("topic");

impl Message {
    fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::with_capacity(8);
        headers.insert(AUTHORIZATION, self.authorization.clone());
        headers.insert(TTL, HeaderValue::from(self.ttl_s));
        headers.insert(URGENCY, self.urgency.value());
        if let Some(Topic(topic)) = &self.topic {
            headers.insert(TOPIC, topic.clone());
        }
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("aes128gcm"));
        let octets = HeaderValue::from_static("application/octet-stream");
        headers.insert(CONTENT_TYPE, octets);
        headers.insert(CONTENT_LENGTH, HeaderValue::from(self.body.len()));
        headers
    }

    /// The request for HTTP/2: its address names scheme and authority.
    pub(crate) fn http2(&self, authority: &Authority) -> Request<()> {
        let mut parts = http::uri::Parts::default();
        parts.scheme = Some(Scheme::HTTPS);
        parts.authority = Some(authority.clone());
        parts.path_and_query = Some(self.path_and_query.clone());
        let mut request = Request::new(());
        *request.method_mut() = Method::POST;
        *request.version_mut() = Version::HTTP_2;
        // All three parts are present and valid, so this cannot fail.
        *request.uri_mut() = Uri::from_parts(parts).unwrap_or_default();
        *request.headers_mut() = self.headers();
        request
    }

    /// The request for HTTP/1.1: its address is the path, and the authority is
    /// the `Host` header.
    pub(crate) fn http1<B>(&self, host: &HeaderValue, body: impl Fn(Bytes) -> B) -> Request<B> {
        let mut request = Request::new(body(self.body.clone()));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = Uri::from(self.path_and_query.clone());
        *request.headers_mut() = self.headers();
        request.headers_mut().insert(HOST, host.clone());
        request
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_are_checked() {
        assert_eq!(Topic::parse("a-Z_9").map(|t| t.as_str().to_owned()), Ok("a-Z_9".to_owned()));
        for text in ["", "a b", "a=", "é", &"a".repeat(33)] {
            assert_eq!(Topic::parse(text), Err(TopicError));
        }
        assert_eq!(Topic::of("chain").as_str().len(), 32);
        assert_eq!(Topic::parse(Topic::of("x").as_str()), Ok(Topic::of("x")));
        assert_ne!(Topic::of("x"), Topic::of("y"));
    }
}
