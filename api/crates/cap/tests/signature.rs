//! Signatures: every way they can be wrong is told apart.
#![cfg(feature = "signature")]

use rcgen::{
    BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384, PKCS_ED25519, PKCS_RSA_SHA256,
    SignatureAlgorithm,
};
use safe_cap::signature::{
    Certificate, CertificateError, KeyError, Outcome, SignError, SigningKey, Trust, sign, verify,
};
use safe_cap::{Alert, Mode, read, write, write_pretty};
use time::OffsetDateTime;

const MESSAGE: &str = include_str!("fixtures/valid/bilingual.xml");

fn instant(text: &str) -> OffsetDateTime {
    text.parse::<safe_cap::DateTime>()
        .expect("the date is right")
        .instant()
}

fn now() -> OffsetDateTime {
    instant("2026-06-01T12:00:00-00:00")
}

fn params(name: &str) -> CertificateParams {
    let mut params = CertificateParams::new(Vec::new()).expect("no names");
    params.distinguished_name.push(DnType::CommonName, name);
    params.distinguished_name.push(DnType::CountryName, "BE");
    params.not_before = instant("2026-01-01T00:00:00-00:00");
    params.not_after = instant("2027-01-01T00:00:00-00:00");
    params
}

/// A key with a certificate that vouches for itself.
struct Holder {
    key: KeyPair,
    pem: String,
}

impl Holder {
    fn new(name: &str, algorithm: &'static SignatureAlgorithm) -> Self {
        let key = KeyPair::generate_for(algorithm).expect("a key is made");
        let pem = params(name).self_signed(&key).expect("it is signed").pem();
        Self { key, pem }
    }

    fn signing_key(&self) -> SigningKey {
        SigningKey::from_pem(&self.key.serialize_pem(), &self.pem).expect("the key is accepted")
    }

    fn trust(&self) -> Trust {
        Trust {
            anchors: Certificate::all_from_pem(&self.pem).expect("it is read"),
            at: now(),
        }
    }
}

fn check(xml: &str, trust: &Trust) -> &'static str {
    verify(xml.as_bytes(), trust).code()
}

#[test]
fn both_kinds_of_key_sign() {
    for algorithm in [&PKCS_ECDSA_P256_SHA256, &PKCS_RSA_SHA256] {
        let holder = Holder::new("Crisis centre", algorithm);
        let alert = read(MESSAGE.as_bytes(), Mode::Strict)
            .alert
            .expect("it is read");
        for text in [MESSAGE.to_owned(), write(&alert), write_pretty(&alert)] {
            let signed = sign(&text, &holder.signing_key()).expect("it is signed");
            let Outcome::Valid { certificate } = verify(signed.as_bytes(), &holder.trust()) else {
                panic!("{:?}", verify(signed.as_bytes(), &holder.trust()));
            };
            assert!(
                certificate.subject.contains("CN=Crisis centre"),
                "{}",
                certificate.subject
            );
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
    let (trust, other) = (
        holder.trust(),
        Holder::new("Somebody", &PKCS_ECDSA_P256_SHA256),
    );
    let signed = sign(MESSAGE, &holder.signing_key()).expect("it is signed");
    assert_eq!(check(&signed, &trust), "valid");
    assert_eq!(check(MESSAGE, &trust), "none");
    assert_eq!(
        check(&signed.replace("Severe", "Minor"), &trust),
        "digest-mismatch"
    );
    assert_eq!(
        check(&signed.replace("21004", "21005"), &trust),
        "digest-mismatch"
    );
    let added = signed.replacen("<info>", "<code>x</code><info>", 1);
    assert_eq!(check(&added, &trust), "digest-mismatch");
    assert_eq!(
        check(&signed.replacen("  <info>", "<info>", 1), &trust),
        "digest-mismatch"
    );

    let value = between(&signed, "<ds:DigestValue>", "<");
    let altered = signed.replace(
        value,
        &value.chars().rev().collect::<String>().replace('=', "A"),
    );
    assert_eq!(check(&altered, &trust), "signature-invalid");
    let value = between(&signed, "<ds:SignatureValue>", "<");
    let flipped = if value.starts_with('A') { "B" } else { "A" };
    let altered = signed.replace(value, &format!("{flipped}{}", &value[1..]));
    assert_eq!(check(&altered, &trust), "signature-invalid");
    assert_eq!(
        check(&signed.replace(value, "?"), &trust),
        "signature-invalid"
    );

    // The certificate of another key, trusted or not, proves nothing.
    let own = between(&signed, "<ds:X509Certificate>", "<").to_owned();
    let theirs = base64(&Certificate::all_from_pem(&other.pem).expect("it is read")[0]);
    let swapped = signed.replace(&own, &theirs);
    assert_eq!(check(&swapped, &trust), "signature-invalid");
    assert_eq!(check(&swapped, &other.trust()), "signature-invalid");
    assert_eq!(check(&signed, &other.trust()), "certificate-not-trusted");
    assert_eq!(
        check(
            &signed,
            &Trust {
                anchors: Vec::new(),
                ..trust.clone()
            }
        ),
        "certificate-not-trusted"
    );
    assert_eq!(
        check(&signed.replace(&own, "YWJj"), &trust),
        "certificate-invalid"
    );

    let bare = signed.replace(
        &format!("<ds:X509Certificate>{own}</ds:X509Certificate>"),
        "",
    );
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
        signed
            .replacen("<info>", "<!-- a remark --><info>", 1)
            .replacen("<info>", "<info >", 1),
        signed
            .replace("xmlns=\"urn", "xmlns='urn")
            .replace("cap:1.2\"", "cap:1.2'"),
        signed.replace('\n', "\r\n"),
        signed.replace("&#38;", "&amp;"),
    ] {
        assert_eq!(check(&same, &holder.trust()), "valid");
    }
}

#[test]
fn certificates_have_their_time() {
    let holder = Holder::new("Crisis centre", &PKCS_ECDSA_P256_SHA256);
    let signed = sign(MESSAGE, &holder.signing_key()).expect("it is signed");
    let at = |text: &str| Trust {
        at: instant(text),
        ..holder.trust()
    };
    assert_eq!(
        check(&signed, &at("2025-12-31T23:59:59-00:00")),
        "certificate-not-yet-valid"
    );
    assert_eq!(check(&signed, &at("2026-01-01T00:00:00-00:00")), "valid");
    assert_eq!(check(&signed, &at("2027-01-01T00:00:00-00:00")), "valid");
    assert_eq!(
        check(&signed, &at("2027-01-01T00:00:01-00:00")),
        "certificate-expired"
    );
    // An altered message is altered, whatever the certificate.
    let altered = signed.replace("Severe", "Minor");
    assert_eq!(
        check(&altered, &at("2030-01-01T00:00:00-00:00")),
        "digest-mismatch"
    );
}

#[test]
fn authorities_vouch_for_others() {
    let root_key = KeyPair::generate_for(&PKCS_RSA_SHA256).expect("a key is made");
    let mut root = params("Authority");
    root.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    root.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let anchor = root.self_signed(&root_key).expect("it is signed").pem();
    let root = Issuer::new(root, root_key);

    let middle_key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).expect("a key is made");
    let mut middle = params("Department");
    middle.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    let middle_pem = middle
        .signed_by(&middle_key, &root)
        .expect("it is signed")
        .pem();
    let middle = Issuer::new(middle, middle_key);

    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).expect("a key is made");
    let trust = Trust {
        anchors: Certificate::all_from_pem(&anchor).expect("it is read"),
        at: now(),
    };
    let signed = |usages: Vec<KeyUsagePurpose>, chain: bool| {
        let mut leaf = params("Crisis centre");
        leaf.key_usages = usages;
        let mut pem = leaf.signed_by(&key, &middle).expect("it is signed").pem();
        if chain {
            pem.push_str(&middle_pem);
        }
        let key = SigningKey::from_pem(&key.serialize_pem(), &pem).expect("the key is accepted");
        sign(MESSAGE, &key).expect("it is signed")
    };
    assert_eq!(
        check(
            &signed(vec![KeyUsagePurpose::DigitalSignature], true),
            &trust
        ),
        "valid"
    );
    assert_eq!(check(&signed(Vec::new(), true), &trust), "valid");
    assert_eq!(
        check(&signed(Vec::new(), false), &trust),
        "certificate-not-trusted"
    );
    let wrong_use = signed(vec![KeyUsagePurpose::KeyEncipherment], true);
    assert_eq!(check(&wrong_use, &trust), "certificate-not-trusted");
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
    assert_eq!(
        check(&part("URI=\"#part\""), &trust),
        "not-over-whole-message"
    );
    assert_eq!(check(&part(""), &trust), "not-over-whole-message");
    // A signed message wrapped in another one.
    let inner = &signed[signed.find("<alert").expect("it is there")..];
    let wrapped = MESSAGE.replace("</alert>", &format!("{inner}</alert>"));
    assert_eq!(check(&wrapped, &trust), "not-over-whole-message");
    // The signature of another message, with that message inside it.
    let object = signature.replace(
        "</ds:Signature>",
        &format!("<ds:Object>{inner}</ds:Object></ds:Signature>"),
    );
    let wrapped = MESSAGE
        .replace("Severe", "Minor")
        .replace("</alert>", &format!("{object}</alert>"));
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
    let more = signed.replace(
        "</ds:SignedInfo>",
        &format!("<ds:Reference{reference}</ds:SignedInfo>"),
    );
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
        (
            "2001/04/xmldsig-more#rsa-sha256",
            "2000/09/xmldsig#rsa-sha1",
        ),
        (
            "2001/04/xmldsig-more#rsa-sha256",
            "2001/04/xmldsig-more#hmac-sha256",
        ),
        (
            "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"",
            "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"",
        ),
        (
            "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"",
            "<ds:CanonicalizationMethod Algorithm=\"urn:other\"",
        ),
        (
            "2000/09/xmldsig#enveloped-signature",
            "2000/09/xmldsig#base64",
        ),
    ] {
        let Outcome::UnsupportedAlgorithm { algorithm } =
            verify(signed.replace(from, to).as_bytes(), &holder.trust())
        else {
            panic!("{to} was accepted");
        };
        assert!(
            to.contains(algorithm.trim_start_matches("http://www.w3.org/")),
            "{algorithm}"
        );
    }
    // The algorithm of another kind of key does not fit the certificate.
    let confused = signed.replace("rsa-sha256", "ecdsa-sha256");
    assert_eq!(check(&confused, &holder.trust()), "signature-invalid");
}

#[test]
fn keys_are_checked_when_read() {
    let holder = Holder::new("Crisis centre", &PKCS_ECDSA_P256_SHA256);
    let other = Holder::new("Somebody", &PKCS_ECDSA_P256_SHA256);
    let key = holder.key.serialize_pem();
    let error = |key: &str, pem: &str| SigningKey::from_pem(key, pem).expect_err("it is refused");
    assert_eq!(error(&key, &other.pem), KeyError::OtherCertificate);
    assert_eq!(error("nothing", &holder.pem), KeyError::Pem);
    assert_eq!(
        error(&key, ""),
        KeyError::Certificate(CertificateError::Missing)
    );
    for algorithm in [&PKCS_ECDSA_P384_SHA384, &PKCS_ED25519] {
        let other = Holder::new("Somebody", algorithm);
        assert_eq!(
            error(&other.key.serialize_pem(), &other.pem),
            KeyError::Unsupported
        );
    }
    assert!(!format!("{:?}", holder.signing_key()).contains("PRIVATE"));
}

#[test]
fn only_messages_are_signed() {
    let key = Holder::new("Crisis centre", &PKCS_ECDSA_P256_SHA256).signing_key();
    assert_eq!(sign("<alert/>", &key), Err(SignError::NotAnAlert));
    let empty = "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"/>";
    assert_eq!(sign(empty, &key), Err(SignError::NotAnAlert));
    assert!(matches!(
        sign("<alert", &key),
        Err(SignError::Unreadable(_))
    ));
    let alert = Alert::new(
        "1",
        "a@example.org",
        "2026-03-01T08:30:00+01:00".parse().expect("right"),
    );
    let signed = sign(&write(&alert), &key).expect("it is signed");
    assert_eq!(sign(&signed, &key), Err(SignError::AlreadySigned));
}

#[test]
fn outcomes_have_a_stable_form() {
    let outcome = Outcome::UnsupportedAlgorithm {
        algorithm: "urn:x".to_owned(),
    };
    let json = serde_json::to_string(&outcome).expect("it has a JSON form");
    assert_eq!(
        json,
        r#"{"outcome":"unsupported-algorithm","algorithm":"urn:x"}"#
    );
    assert!(Outcome::CODES.contains(&outcome.code()));
    let holder = Holder::new("Crisis centre", &PKCS_ECDSA_P256_SHA256);
    let signed = sign(MESSAGE, &holder.signing_key()).expect("it is signed");
    let json = serde_json::to_value(verify(signed.as_bytes(), &holder.trust()))
        .expect("it has a JSON form");
    assert_eq!(json["outcome"], "valid");
    assert_eq!(json["certificate"]["notAfter"], "2027-01-01T00:00:00Z");
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let (_, rest) = text.split_once(before).expect("the start is there");
    rest.split_once(after).expect("the end is there").0
}

fn base64(certificate: &Certificate) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(certificate.der())
}
