//! Web Push encryption for many recipients: RFC 8291 message encryption in the
//! `aes128gcm` content coding of RFC 8188, and VAPID (RFC 8292) signatures.
//!
//! The crate does no input or output and reads no clock: time is a parameter,
//! and bytes go into buffers that the caller owns.
//!
//! # Why it is fast
//!
//! Nearly all the cost of a push message is its elliptic-curve work: a fresh
//! P-256 pair and one Diffie-Hellman agreement per message. Neither depends on
//! the text, so both can be done **before** there is anything to say.
//! [`Agreement::prepare`] does them in quiet time and keeps 97 bytes; sealing
//! with such an agreement needs only HMAC and AES.
//!
//! An [`Agreement`] serves exactly one message. RFC 8291 section 3.1 asks for a
//! new pair per message, so [`Agreement::seal`] consumes it: using one twice
//! does not compile.
//!
//! ```compile_fail,E0382
//! # use safe_sealing::{Agreement, Padding, Receiver, Salts};
//! # fn f(receiver: &Receiver) -> Result<(), Box<dyn std::error::Error>> {
//! let mut salts = Salts::new();
//! let agreement = Agreement::prepare(receiver)?;
//! let mut out = Vec::new();
//! agreement.seal_into(&mut salts, b"one", Padding::None, &mut out)?;
//! agreement.seal_into(&mut salts, b"two", Padding::None, &mut out)?; // moved above
//! # Ok(()) }
//! ```
//!
//! # Use
//!
//! ```
//! use safe_sealing::{Agreement, Padding, Receiver, ReceiverKeys, Salts, open};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // What a browser does when it subscribes.
//! let keys = ReceiverKeys::generate()?;
//!
//! // What the server keeps.
//! let receiver = Receiver::new(keys.public(), keys.auth())?;
//! let agreement = Agreement::prepare(&receiver)?;
//!
//! // What happens at send time.
//! let mut salts = Salts::new();
//! let mut body = Vec::new();
//! agreement.seal_into(&mut salts, "Restez à l’intérieur".as_bytes(), Padding::None, &mut body)?;
//!
//! // What the browser reads.
//! assert_eq!(open(&keys, &body)?, "Restez à l’intérieur".as_bytes());
//! # Ok(()) }
//! ```
//!
//! # Invariants
//!
//! - One record, delimiter `0x02`, record size 4,096, key identifier = the
//!   sender's public key (RFC 8291 section 4).
//! - At most [`MAX_PLAINTEXT`] bytes of text, so that every push service that
//!   keeps to RFC 8030 section 7.2 accepts the body.
//! - No secret appears in a `Debug` text or in an error.
//! - The signing key of [`VapidKey`] is never used for encryption (RFC 8292
//!   section 3.2): the two are different types.

mod agreement;
mod endpoint;
mod open;
mod pem;
mod receiver;
mod salts;
mod schedule;
mod subject;
mod vapid;

pub use agreement::{Agreement, Padding, SealError, seal_cold, sealed_len};
pub use endpoint::{Endpoint, EndpointError, Origin, origin_of};
pub use open::{OpenError, ReceiverKeys, open};
pub use receiver::{Receiver, ReceiverError};
pub use salts::Salts;
pub use subject::{Subject, SubjectError};
pub use vapid::{MAX_TOKEN_AGE_S, VapidError, VapidKey};

/// Bytes of an uncompressed P-256 public key: `0x04`, x, y.
pub const PUBLIC_KEY_LEN: usize = 65;
/// Bytes of the authentication secret of a subscription (RFC 8291 section 3.2).
pub const AUTH_LEN: usize = 16;
/// Bytes of the salt in the header (RFC 8188 section 2.1).
pub const SALT_LEN: usize = 16;
/// Bytes of the AES-GCM tag.
pub const TAG_LEN: usize = 16;
/// Bytes before the record: salt, record size, key length, public key.
pub const HEADER_LEN: usize = SALT_LEN + 4 + 1 + PUBLIC_KEY_LEN;
/// The largest body that every push service must accept (RFC 8030 section 7.2).
pub const MAX_BODY: usize = 4096;
/// Bytes that sealing adds to a text: header, delimiter and tag.
pub const OVERHEAD: usize = HEADER_LEN + 1 + TAG_LEN;
/// The longest text of one message, 3,993 bytes (RFC 8291 section 4).
pub const MAX_PLAINTEXT: usize = MAX_BODY - OVERHEAD;
/// The record size written into the header. RFC 8291 section 4 asks that it is
/// greater than the record, which is at most 4,010 bytes.
pub const RECORD_SIZE: u32 = 4096;

/// The cryptographic library refused an operation that does not depend on the
/// input, such as drawing random bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the cryptographic library failed")]
pub struct CryptoFailure;

impl From<aws_lc_rs::error::Unspecified> for CryptoFailure {
    fn from(_: aws_lc_rs::error::Unspecified) -> Self {
        Self
    }
}

#[cfg(test)]
mod vectors;
