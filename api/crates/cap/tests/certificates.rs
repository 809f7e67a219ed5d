//! Keys and certificates: who may sign, and whom to trust.
#![cfg(feature = "signature")]

#[path = "common/holder.rs"]
mod holder;

use holder::{Holder, MESSAGE, check, instant, now, params};
use rcgen::{
    BasicConstraints, IsCa, Issuer, KeyPair, KeyUsagePurpose, PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384,
    PKCS_ED25519, PKCS_RSA_SHA256,
};
use safe_cap::signature::{
    Certificate, CertificateError, KeyError, Outcome, SignError, SigningKey, Trust, sign, verify,
};
use safe_cap::{Alert, write};

#[test]
fn certificates_have_their_time() {
    let holder = Holder::new("Crisis centre", &PKCS_ECDSA_P256_SHA256);
    let signed = sign(MESSAGE, &holder.signing_key()).expect("it is signed");
    let at = |text: &str| Trust { at: instant(text), ..holder.trust() };
    assert_eq!(check(&signed, &at("2025-12-31T23:59:59-00:00")), "certificate-not-yet-valid");
    assert_eq!(check(&signed, &at("2026-01-01T00:00:00-00:00")), "valid");
    assert_eq!(check(&signed, &at("2027-01-01T00:00:00-00:00")), "valid");
    assert_eq!(check(&signed, &at("2027-01-01T00:00:01-00:00")), "certificate-expired");
    // An altered message is altered, whatever the certificate.
    let altered = signed.replace("Severe", "Minor");
    assert_eq!(check(&altered, &at("2030-01-01T00:00:00-00:00")), "digest-mismatch");
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
    let middle_pem = middle.signed_by(&middle_key, &root).expect("it is signed").pem();
    let middle = Issuer::new(middle, middle_key);

    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).expect("a key is made");
    let trust = Trust { anchors: Certificate::all_from_pem(&anchor).expect("it is read"), at: now() };
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
    assert_eq!(check(&signed(vec![KeyUsagePurpose::DigitalSignature], true), &trust), "valid");
    assert_eq!(check(&signed(Vec::new(), true), &trust), "valid");
    assert_eq!(check(&signed(Vec::new(), false), &trust), "certificate-not-trusted");
    let wrong_use = signed(vec![KeyUsagePurpose::KeyEncipherment], true);
    assert_eq!(check(&wrong_use, &trust), "certificate-not-trusted");
}

#[test]
fn keys_are_checked_when_read() {
    let holder = Holder::new("Crisis centre", &PKCS_ECDSA_P256_SHA256);
    let other = Holder::new("Somebody", &PKCS_ECDSA_P256_SHA256);
    let key = holder.key.serialize_pem();
    let error = |key: &str, pem: &str| SigningKey::from_pem(key, pem).expect_err("it is refused");
    assert_eq!(error(&key, &other.pem), KeyError::OtherCertificate);
    assert_eq!(error("nothing", &holder.pem), KeyError::Pem);
    assert_eq!(error(&key, ""), KeyError::Certificate(CertificateError::Missing));
    for algorithm in [&PKCS_ECDSA_P384_SHA384, &PKCS_ED25519] {
        let other = Holder::new("Somebody", algorithm);
        assert_eq!(error(&other.key.serialize_pem(), &other.pem), KeyError::Unsupported);
    }
    assert!(!format!("{:?}", holder.signing_key()).contains("PRIVATE"));
}

#[test]
fn only_messages_are_signed() {
    let key = Holder::new("Crisis centre", &PKCS_ECDSA_P256_SHA256).signing_key();
    assert_eq!(sign("<alert/>", &key), Err(SignError::NotAnAlert));
    let empty = "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"/>";
    assert_eq!(sign(empty, &key), Err(SignError::NotAnAlert));
    assert!(matches!(sign("<alert", &key), Err(SignError::Unreadable(_))));
    let alert = Alert::new("1", "a@example.org", "2026-03-01T08:30:00+01:00".parse().expect("right"));
    let signed = sign(&write(&alert), &key).expect("it is signed");
    assert_eq!(sign(&signed, &key), Err(SignError::AlreadySigned));
}

#[test]
fn outcomes_have_a_stable_form() {
    let outcome = Outcome::UnsupportedAlgorithm { algorithm: "urn:x".to_owned() };
    let json = serde_json::to_string(&outcome).expect("it has a JSON form");
    assert_eq!(json, r#"{"outcome":"unsupported-algorithm","algorithm":"urn:x"}"#);
    assert!(Outcome::CODES.contains(&outcome.code()));
    let holder = Holder::new("Crisis centre", &PKCS_ECDSA_P256_SHA256);
    let signed = sign(MESSAGE, &holder.signing_key()).expect("it is signed");
    let json = serde_json::to_value(verify(signed.as_bytes(), &holder.trust())).expect("it has a JSON form");
    assert_eq!(json["outcome"], "valid");
    assert_eq!(json["certificate"]["notAfter"], "2027-01-01T00:00:00Z");
}
