//! Signatures: every way they can be wrong is told apart.
#![cfg(feature = "signature")]

#[path = "common/holder.rs"]
mod holder;

use holder::{Holder, MESSAGE, check};
use rcgen::{PKCS_ECDSA_P256_SHA256, PKCS_RSA_SHA256};
use safe_cap::signature::{Certificate, Outcome, Trust, sign, verify};
use safe_cap::{Mode, read, write, write_pretty};

#[test]
fn both_kinds_of_key_sign() {
    for algorithm in [&PKCS_ECDSA_P256_SHA256, &PKCS_RSA_SHA256] {
        let holder = Holder::new("Crisis centre", algorithm);
        let alert = read(MESSAGE.as_bytes(), Mode::Strict).alert.expect("it is read");
        for text in [MESSAGE.to_owned(), write(&alert), write_pretty(&alert)] {
            let signed = sign(&text, &holder.signing_key()).expect("it is signed");
            let Outcome::Valid { certificate } = verify(signed.as_bytes(), &holder.trust()) else {
                panic!("{:?}", verify(signed.as_bytes(), &holder.trust()));
            };
            assert!(certificate.subject.contains("CN=Crisis centre"), "{}", certificate.subject);
            assert_eq!(certificate.fingerprint.len(), 64);
            assert_eq!(Some(&certificate), holder.signing_key().certificate());
            let report = read(signed.as_bytes(), Mode::Strict);
            assert!(report.is_accepted() && report.signed);
            assert_eq!(report.alert.as_ref(), Some(&alert));
        }
    }
}

#[test]
fn alterations_are_told_apart() {
    let holder = Holder::new("Crisis centre", &PKCS_ECDSA_P256_SHA256);
    let (trust, other) = (holder.trust(), Holder::new("Somebody", &PKCS_ECDSA_P256_SHA256));
    let signed = sign(MESSAGE, &holder.signing_key()).expect("it is signed");
    assert_eq!(check(&signed, &trust), "valid");
    assert_eq!(check(MESSAGE, &trust), "none");
    assert_eq!(check(&signed.replace("Severe", "Minor"), &trust), "digest-mismatch");
    assert_eq!(check(&signed.replace("21004", "21005"), &trust), "digest-mismatch");
    let added = signed.replacen("<info>", "<code>x</code><info>", 1);
    assert_eq!(check(&added, &trust), "digest-mismatch");
    assert_eq!(check(&signed.replacen("  <info>", "<info>", 1), &trust), "digest-mismatch");

    let value = between(&signed, "<ds:DigestValue>", "<");
    let altered = signed.replace(value, &value.chars().rev().collect::<String>().replace('=', "A"));
    assert_eq!(check(&altered, &trust), "signature-invalid");
    let value = between(&signed, "<ds:SignatureValue>", "<");
    let flipped = if value.starts_with('A') { "B" } else { "A" };
    let altered = signed.replace(value, &format!("{flipped}{}", &value[1..]));
    assert_eq!(check(&altered, &trust), "signature-invalid");
    assert_eq!(check(&signed.replace(value, "?"), &trust), "signature-invalid");

    // The certificate of another key, trusted or not, proves nothing.
    let own = between(&signed, "<ds:X509Certificate>", "<").to_owned();
    let theirs = base64(&Certificate::all_from_pem(&other.pem).expect("it is read")[0]);
    let swapped = signed.replace(&own, &theirs);
    assert_eq!(check(&swapped, &trust), "signature-invalid");
    assert_eq!(check(&swapped, &other.trust()), "signature-invalid");
    assert_eq!(check(&signed, &other.trust()), "certificate-not-trusted");
    assert_eq!(check(&signed, &Trust { anchors: Vec::new(), ..trust.clone() }), "certificate-not-trusted");
    assert_eq!(check(&signed.replace(&own, "YWJj"), &trust), "certificate-invalid");

    let bare = signed.replace(&format!("<ds:X509Certificate>{own}</ds:X509Certificate>"), "");
    assert_eq!(check(&bare, &trust), "valid");
    assert_eq!(check(&bare, &other.trust()), "certificate-missing");
    assert_eq!(check("<alert", &trust), "unreadable");
}

#[test]
fn harmless_changes_keep_the_signature() {
    let holder = Holder::new("Crisis centre", &PKCS_ECDSA_P256_SHA256);
    let signed = sign(MESSAGE, &holder.signing_key()).expect("it is signed");
    for same in [
        signed.replace("<note/>", "<note></note>"),
        signed.replacen("<info>", "<!-- a remark --><info>", 1).replacen("<info>", "<info >", 1),
        signed.replace("xmlns=\"urn", "xmlns='urn").replace("cap:1.2\"", "cap:1.2'"),
        signed.replace('\n', "\r\n"),
        signed.replace("&#38;", "&amp;"),
    ] {
        assert_eq!(check(&same, &holder.trust()), "valid");
    }
}

/// What `URI=""` names is the document, not its outermost element (XML Signature, section 4.4.3.2).
#[test]
fn instructions_beside_the_message_are_signed() {
    let holder = Holder::new("Crisis centre", &PKCS_ECDSA_P256_SHA256);
    let trust = holder.trust();
    let style = "<?xml-stylesheet href=\"a.xsl\"?>";
    let styled = MESSAGE.replacen("<alert", &format!("{style}\n<alert"), 1) + "<?after?>\n";
    let signed = sign(&styled, &holder.signing_key()).expect("it is signed");
    assert_eq!(check(&signed, &trust), "valid");
    for same in [signed.replace(style, &format!("<!-- a remark -->\n{style}\n\n")), signed.clone() + "\n"] {
        assert_eq!(check(&same, &trust), "valid");
    }
    for other in [
        signed.replace(style, ""),
        signed.replace("a.xsl", "b.xsl"),
        signed.replace("<?after?>", ""),
        signed.replace("<?after?>", "<?after more?>"),
        signed.replace("</alert>", "</alert><?before?>"),
    ] {
        assert_eq!(check(&other, &trust), "digest-mismatch");
    }
    // So are those that are added to a message without any.
    let signed = sign(MESSAGE, &holder.signing_key()).expect("it is signed");
    assert_eq!(check(&signed.replacen("<alert", &format!("{style}<alert"), 1), &trust), "digest-mismatch");
    assert_eq!(check(&(signed + "<?after?>"), &trust), "digest-mismatch");
}

#[test]
fn only_the_whole_message_counts() {
    let holder = Holder::new("Crisis centre", &PKCS_ECDSA_P256_SHA256);
    let trust = holder.trust();
    let signed = sign(MESSAGE, &holder.signing_key()).expect("it is signed");
    let signature = &signed[signed.find("<ds:Signature ").expect("it is there")..][..signed
        .find("</ds:Signature>")
        .expect("it is there")
        + 15
        - signed.find("<ds:Signature ").expect("it is there")];
    let part = |attribute: &str| signed.replace("URI=\"\"", attribute);
    assert_eq!(check(&part("URI=\"#part\""), &trust), "not-over-whole-message");
    assert_eq!(check(&part(""), &trust), "not-over-whole-message");
    // A signed message wrapped in another one.
    let inner = &signed[signed.find("<alert").expect("it is there")..];
    let wrapped = MESSAGE.replace("</alert>", &format!("{inner}</alert>"));
    assert_eq!(check(&wrapped, &trust), "not-over-whole-message");
    // The signature of another message, with that message inside it.
    let object =
        signature.replace("</ds:Signature>", &format!("<ds:Object>{inner}</ds:Object></ds:Signature>"));
    let wrapped = MESSAGE.replace("Severe", "Minor").replace("</alert>", &format!("{object}</alert>"));
    assert_eq!(check(&wrapped, &trust), "not-over-whole-message");
    // Twice the same, and one in a part.
    let twice = signed.replace("</alert>", &format!("{signature}</alert>"));
    assert_eq!(check(&twice, &trust), "not-over-whole-message");
    let moved = MESSAGE.replacen("</info>", &format!("{signature}</info>"), 1);
    assert_eq!(check(&moved, &trust), "not-over-whole-message");
    // Moved within the message it is still over all of it, and the schema
    // says where it belongs.
    let first = MESSAGE.replacen("  <info>", &format!("{signature}  <info>"), 1);
    assert_eq!(check(&first, &trust), "valid");
    assert!(read(first.as_bytes(), Mode::Strict).alert.is_none());
    // More references, or none.
    let reference = between(&signed, "<ds:Reference", "</ds:SignedInfo>");
    let more = signed.replace("</ds:SignedInfo>", &format!("<ds:Reference{reference}</ds:SignedInfo>"));
    assert_eq!(check(&more, &trust), "not-over-whole-message");
    let none = signed.replace(&format!("<ds:Reference{reference}"), "");
    assert_eq!(check(&none, &trust), "not-over-whole-message");
}

#[test]
fn weak_and_unknown_algorithms_are_refused() {
    let holder = Holder::new("Crisis centre", &PKCS_RSA_SHA256);
    let signed = sign(MESSAGE, &holder.signing_key()).expect("it is signed");
    for (from, to) in [
        ("2001/04/xmlenc#sha256", "2000/09/xmldsig#sha1"),
        ("2001/04/xmldsig-more#rsa-sha256", "2000/09/xmldsig#rsa-sha1"),
        ("2001/04/xmldsig-more#rsa-sha256", "2001/04/xmldsig-more#hmac-sha256"),
        (
            "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"",
            "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"",
        ),
        (
            "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"",
            "<ds:CanonicalizationMethod Algorithm=\"urn:other\"",
        ),
        ("2000/09/xmldsig#enveloped-signature", "2000/09/xmldsig#base64"),
    ] {
        let Outcome::UnsupportedAlgorithm { algorithm } =
            verify(signed.replace(from, to).as_bytes(), &holder.trust())
        else {
            panic!("{to} was accepted");
        };
        assert!(to.contains(algorithm.trim_start_matches("http://www.w3.org/")), "{algorithm}");
    }
    // The algorithm of another kind of key does not fit the certificate.
    let confused = signed.replace("rsa-sha256", "ecdsa-sha256");
    assert_eq!(check(&confused, &holder.trust()), "signature-invalid");
}

#[test]
fn large_signed_messages_are_judged_in_time() {
    let holder = Holder::new("Crisis centre", &PKCS_ECDSA_P256_SHA256);
    let names: String = (0..31).map(|index| format!(" xmlns:p{index}=\"urn:{index}\"")).collect();
    let open = format!("<x:y xmlns:x=\"urn:x\"{names}>").repeat(3);
    let body = format!("{open}{}{}", "<x:z/>".repeat(50_000), "</x:y>".repeat(3));
    let message = MESSAGE.replace("</alert>", &format!("{body}</alert>"));
    let signed = sign(&message, &holder.signing_key()).expect("it is signed");
    let start = std::time::Instant::now();
    assert_eq!(check(&signed, &holder.trust()), "valid");
    assert!(start.elapsed().as_secs() < 10, "took {:?}", start.elapsed());
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let (_, rest) = text.split_once(before).expect("the start is there");
    rest.split_once(after).expect("the end is there").0
}

fn base64(certificate: &Certificate) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(certificate.der())
}
