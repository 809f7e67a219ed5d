//! Checking the signature on a message.

use aws_lc_rs::signature::UnparsedPublicKey;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use time::OffsetDateTime;

use super::algorithms::{ENVELOPED, EXCLUSIVE, canonical_form, digest_of, verification_of};
use super::{Certificate, NAMESPACE, Outcome};
use crate::Limits;
use crate::decode::decode;
use crate::finding::{Finding, Place};
use crate::xml::{C14n, Kind, NodeId, Tree, XmlError, canonicalize, canonicalize_document, is_space, parse};

/// Whom to trust, and when.
#[derive(Clone, Debug)]
pub struct Trust {
    /// Certificates that are trusted themselves, and vouch for others.
    pub anchors: Vec<Certificate>,
    /// The time at which certificates must be valid: usually now.
    pub at: OffsetDateTime,
}

/// Looks for the signature on a message, and checks it.
///
/// Only one signature counts, directly inside `alert` and over all of it; any
/// other arrangement is [`Outcome::NotOverWholeMessage`]. Revocation of
/// certificates is not looked at, since that needs the network.
#[must_use]
pub fn verify(bytes: &[u8], trust: &Trust) -> Outcome {
    let unreadable = |error: XmlError| Outcome::Unreadable {
        finding: Box::new(Finding::new(error.code, Place::INPUT, error.args)),
    };
    if bytes.len() > Limits::ALERT.bytes {
        let (size, limit) = (bytes.len().to_string(), Limits::ALERT.bytes.to_string());
        return unreadable(XmlError::new(0, "input-too-large", &[("size", &size), ("limit", &limit)]));
    }
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(error) => return unreadable(error),
    };
    let tree = match parse(text.trim_start_matches(is_space), &Limits::ALERT) {
        Ok(tree) => tree,
        Err(error) => return unreadable(error),
    };
    let is_signature =
        |id: &NodeId| tree.element(*id).is_some_and(|e| e.namespace == NAMESPACE && e.name == "Signature");
    let mut found = (0..tree.nodes.len()).filter(is_signature);
    let outcome = match (found.next(), found.next()) {
        (None, _) => return Outcome::None,
        (Some(id), None) if tree.nodes[id].parent == Some(tree.root) => check(&tree, id, trust),
        _ => Err(Outcome::NotOverWholeMessage),
    };
    outcome.unwrap_or_else(|bad| bad)
}

/// Checks in this order: the arrangement, the algorithms, the signature, the
/// digest, the certificate. So an altered message is told from an altered
/// signature, and nothing is said about a signer who did not sign.
fn check(tree: &Tree<'_>, signature: NodeId, trust: &Trust) -> Result<Outcome, Outcome> {
    let whole = || Outcome::NotOverWholeMessage;
    let info = tree.child(signature, NAMESPACE, "SignedInfo").ok_or_else(whole)?;
    let reference = Reference::read(tree, info)?;
    let method = algorithm(tree, info, "SignatureMethod")?;
    let (kind, verification) = verification_of(&method).ok_or_else(|| unsupported(&method))?;
    let form = info_form(tree, info)?;
    let digest = digest_of(&reference.digest_method, "").map(drop);
    digest.ok_or_else(|| unsupported(&reference.digest_method))?;

    let value = tree.child(signature, NAMESPACE, "SignatureValue").ok_or_else(whole)?;
    let value = base64_of(tree, value).ok_or(Outcome::SignatureInvalid)?;
    let certificates = certificates(tree, signature)?;
    let candidates = if certificates.is_empty() { &trust.anchors } else { &certificates };
    let canonical = canonicalize(tree, info, None, &form);
    let signer = candidates.iter().find(|candidate| {
        candidate.public_key().is_some_and(|(family, key)| {
            let key = UnparsedPublicKey::new(verification, key);
            family == kind && key.verify(canonical.as_bytes(), &value).is_ok()
        })
    });
    let signer = match signer {
        Some(signer) => signer.clone(),
        None if certificates.is_empty() => return Err(Outcome::CertificateMissing),
        None => return Err(Outcome::SignatureInvalid),
    };
    let content = canonicalize_document(tree, Some(signature), &reference.form);
    let found = digest_of(&reference.digest_method, &content);
    if found.is_none_or(|found| found.as_ref() != reference.digest) {
        return Err(Outcome::DigestMismatch);
    }
    Ok(judge(signer, &certificates, trust))
}

/// Looks at the certificate of a signature that is right.
fn judge(certificate: Certificate, others: &[Certificate], trust: &Trust) -> Outcome {
    if trust.at > certificate.not_after {
        Outcome::CertificateExpired { certificate }
    } else if trust.at < certificate.not_before {
        Outcome::CertificateNotYetValid { certificate }
    } else if certificate.is_trusted(&trust.anchors, others, trust.at) {
        Outcome::Valid { certificate }
    } else {
        Outcome::CertificateNotTrusted { certificate }
    }
}

/// What the signature says about the message.
struct Reference {
    form: C14n,
    digest_method: String,
    digest: Vec<u8>,
}

impl Reference {
    /// Takes one reference to the whole document, less the signature.
    fn read(tree: &Tree<'_>, info: NodeId) -> Result<Self, Outcome> {
        let whole = || Outcome::NotOverWholeMessage;
        let mut references =
            tree.elements(info).filter(|(_, e)| e.namespace == NAMESPACE && e.name == "Reference");
        let (Some((id, element)), None) = (references.next(), references.next()) else {
            return Err(whole());
        };
        // A reference without a URI would leave its target open.
        if element.attribute("URI") != Some("") {
            return Err(whole());
        }
        let transforms = tree.child(id, NAMESPACE, "Transforms").ok_or_else(whole)?;
        let mut steps = tree.elements(transforms).map(|(step, _)| step);
        let first = steps.next().ok_or_else(whole)?;
        if uri_of(tree, first) != ENVELOPED {
            return Err(unsupported(uri_of(tree, first)));
        }
        // Without a further step the canonical form is the inclusive one.
        let form = match steps.next() {
            Some(step) => form_of(tree, step)?,
            None => C14n::Inclusive,
        };
        if let Some(step) = steps.next() {
            return Err(unsupported(uri_of(tree, step)));
        }
        let digest_method = algorithm(tree, id, "DigestMethod")?;
        let value = tree.child(id, NAMESPACE, "DigestValue").ok_or_else(whole)?;
        let digest = base64_of(tree, value).ok_or(Outcome::DigestMismatch)?;
        Ok(Self { form, digest_method, digest })
    }
}

/// The canonical form of the signed part of the signature.
fn info_form(tree: &Tree<'_>, info: NodeId) -> Result<C14n, Outcome> {
    let method = tree.child(info, NAMESPACE, "CanonicalizationMethod").ok_or(Outcome::NotOverWholeMessage)?;
    let form = form_of(tree, method)?;
    let uri = uri_of(tree, method);
    // Comments are not kept while reading, so a form that needs them cannot
    // be had; and outer `xml:base` or `xml:id` mean different things in the
    // two versions of the inclusive form.
    let end = tree.element(info).map_or(info, |element| element.end);
    let comments = (info..end).any(|id| matches!(tree.nodes[id].kind, Kind::Comment));
    let root = tree.element(tree.root).map_or(&[][..], |root| &root.attributes);
    let outer = root.iter().any(|a| a.prefix == "xml" && matches!(a.name, "base" | "id"));
    if (comments && uri.ends_with("WithComments")) || (outer && form == C14n::Inclusive) {
        return Err(unsupported(uri));
    }
    Ok(form)
}

/// The canonical form an element asks for.
fn form_of(tree: &Tree<'_>, id: NodeId) -> Result<C14n, Outcome> {
    let prefixes = tree.child(id, EXCLUSIVE, "InclusiveNamespaces");
    let prefixes = prefixes.and_then(|id| tree.element(id)?.attribute("PrefixList")).unwrap_or_default();
    let uri = uri_of(tree, id);
    canonical_form(uri, prefixes).ok_or_else(|| unsupported(uri))
}

fn uri_of<'t>(tree: &'t Tree<'_>, id: NodeId) -> &'t str {
    tree.element(id).and_then(|element| element.attribute("Algorithm")).unwrap_or_default()
}

fn algorithm(tree: &Tree<'_>, parent: NodeId, name: &str) -> Result<String, Outcome> {
    let id = tree.child(parent, NAMESPACE, name).ok_or(Outcome::NotOverWholeMessage)?;
    Ok(uri_of(tree, id).to_owned())
}

fn unsupported(uri: &str) -> Outcome {
    Outcome::UnsupportedAlgorithm { algorithm: crate::finding::shorten(uri) }
}

/// The certificates that came with the signature; few, so that a hostile
/// message cannot make us try many keys.
fn certificates(tree: &Tree<'_>, signature: NodeId) -> Result<Vec<Certificate>, Outcome> {
    const MOST: usize = 8;
    let Some(key_info) = tree.child(signature, NAMESPACE, "KeyInfo") else {
        return Ok(Vec::new());
    };
    let named =
        |name: &'static str| move |e: &crate::xml::Element<'_>| e.namespace == NAMESPACE && e.name == name;
    let (is_data, is_certificate) = (named("X509Data"), named("X509Certificate"));
    let mut found = Vec::new();
    for (data, _) in tree.elements(key_info).filter(|(_, e)| is_data(e)) {
        for (id, _) in tree.elements(data).filter(|(_, e)| is_certificate(e)) {
            let der = base64_of(tree, id).ok_or(Outcome::CertificateInvalid)?;
            found.push(Certificate::from_der(&der).map_err(|_| Outcome::CertificateInvalid)?);
            if found.len() > MOST {
                return Err(Outcome::CertificateInvalid);
            }
        }
    }
    Ok(found)
}

fn base64_of(tree: &Tree<'_>, id: NodeId) -> Option<Vec<u8>> {
    let compact: String = tree.text(id).chars().filter(|&c| !is_space(c)).collect();
    STANDARD.decode(compact).ok()
}
