//! Just enough PEM (RFC 7468) for one private key.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

/// What a PEM block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// `PRIVATE KEY`: PKCS #8.
    Pkcs8,
    /// `EC PRIVATE KEY`: SEC 1, RFC 5915.
    Sec1,
}

const PKCS8: &str = "PRIVATE KEY";
const SEC1: &str = "EC PRIVATE KEY";

/// Finds the first private key block; other blocks (such as `EC PARAMETERS`,
/// which `openssl ecparam` writes first) are passed over.
pub(crate) fn decode(text: &str) -> Option<(Form, Zeroizing<Vec<u8>>)> {
    let (form, label, rest) =
        [(Form::Pkcs8, PKCS8), (Form::Sec1, SEC1)].into_iter().find_map(|(form, label)| {
            let begin = format!("-----BEGIN {label}-----");
            let at = text.find(&begin)?;
            Some((form, label, &text[at + begin.len()..]))
        })?;
    let end = rest.find(&format!("-----END {label}-----"))?;
    let body: Zeroizing<String> =
        Zeroizing::new(rest[..end].chars().filter(|c| !c.is_ascii_whitespace()).collect());
    let der = STANDARD.decode(body.as_bytes()).ok()?;
    Some((form, Zeroizing::new(der)))
}

/// Writes a PKCS #8 key as PEM.
pub(crate) fn encode(der: &[u8]) -> Zeroizing<String> {
    let body = Zeroizing::new(STANDARD.encode(der));
    let mut out = Zeroizing::new(String::with_capacity(body.len() + 64));
    out.push_str("-----BEGIN PRIVATE KEY-----\n");
    for line in body.as_bytes().chunks(64) {
        out.extend(line.iter().map(|&b| char::from(b)));
        out.push('\n');
    }
    out.push_str("-----END PRIVATE KEY-----\n");
    out
}
