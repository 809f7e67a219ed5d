//! Rules on files (CAP 1.2, section 3.2.3).

use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use sha1::{Digest as _, Sha1};

use super::is_blank;
use crate::finding::Place;
use crate::model::Resource;
use crate::report::Rules;
use crate::uri::is_uri;

/// Checks one file.
pub(super) fn check(resource: &Resource, place: Place, rules: &mut Rules<'_>) {
    rules.breach_if(is_blank(&resource.resource_desc), "text-empty", place.at("resourceDesc"));
    if !is_media_type(&resource.mime_type) {
        rules.breach("mime-type-format", place.at("mimeType"), &[("value", &resource.mime_type)]);
    }
    if let Some(uri) = resource.uri.as_deref().filter(|uri| !is_uri(uri)) {
        rules.breach("uri-invalid", place.at("uri"), &[("value", uri)]);
    }
    if let Some(digest) = resource.digest.as_deref().filter(|digest| !is_sha1(digest.trim())) {
        rules.breach("resource-digest-format", place.at("digest"), &[("value", digest)]);
    }
    let Some(content) = resource.deref_uri.as_deref() else {
        rules.breach_if(resource.uri.is_none(), "resource-content-missing", place);
        return;
    };
    match decode_base64(content) {
        Some(bytes) => compare(resource, &bytes, place, rules),
        None => rules.breach("resource-base64-invalid", place.at("derefUri"), &[]),
    }
}

impl Resource {
    /// Checks a file that was fetched from `uri` against the stated `size` and
    /// `digest`; `true` when both fit, or are not stated.
    ///
    /// ```
    /// use safe_cap::Resource;
    ///
    /// let mut file = Resource::new("Text", "text/plain");
    /// file.size = Some(3);
    /// file.digest = Some("a9993e364706816aba3e25717850c26c9cd0d89d".to_owned());
    /// assert!(file.fits(b"abc"));
    /// assert!(!file.fits(b"abd"));
    /// ```
    #[must_use]
    pub fn fits(&self, content: &[u8]) -> bool {
        let size = self.size.is_none_or(|size| u64::try_from(content.len()) == Ok(size));
        size && self
            .digest
            .as_deref()
            .is_none_or(|stated| stated.trim().eq_ignore_ascii_case(&sha1_hex(content)))
    }
}

/// The content that comes with the message must be what it is said to be.
fn compare(resource: &Resource, content: &[u8], place: Place, rules: &mut Rules<'_>) {
    if let Some(size) = resource.size
        && u64::try_from(content.len()) != Ok(size)
    {
        let args = [("stated", &*size.to_string()), ("found", &*content.len().to_string())];
        rules.breach("resource-size-mismatch", place.at("size"), &args);
    }
    if let Some(digest) = resource.digest.as_deref().map(str::trim).filter(|digest| is_sha1(digest)) {
        let found = sha1_hex(content);
        if !digest.eq_ignore_ascii_case(&found) {
            let args = [("stated", digest), ("found", &*found)];
            rules.breach("resource-digest-mismatch", place.at("digest"), &args);
        }
    }
}

/// Reads base64 with or without padding, with any white space between.
fn decode_base64(text: &str) -> Option<Vec<u8>> {
    const ENGINE: GeneralPurpose = GeneralPurpose::new(
        &base64::alphabet::STANDARD,
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );
    let compact: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    ENGINE.decode(compact).ok()
}

fn sha1_hex(content: &[u8]) -> String {
    Sha1::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn is_sha1(text: &str) -> bool {
    text.len() == 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a text has the form `type/subtype` of RFC 2045, parameters aside.
fn is_media_type(text: &str) -> bool {
    let essence = text.split(';').next().unwrap_or_default().trim();
    let token = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
    };
    essence.split_once('/').is_some_and(|(kind, sub)| token(kind) && token(sub))
}
