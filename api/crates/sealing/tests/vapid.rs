//! VAPID tokens, verified with RustCrypto's ECDSA instead of the library that
//! signed them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature, VerifyingKey};
use p256::pkcs8::{EncodePrivateKey as _, LineEnding};
use safe_sealing::{Origin, Subject, VapidError, VapidKey};

const NOW: u64 = 1_790_000_000;

fn audience() -> Origin {
    Origin::parse("https://push.example:8443").expect("origin")
}

fn subject() -> Subject {
    Subject::parse("mailto:push@safe.example").expect("subject")
}

fn json(part: &str) -> serde_json::Value {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).expect("base64url")).expect("json")
}

#[test]
fn a_token_is_a_valid_es256_jwt() {
    let key = VapidKey::generate().expect("key");
    let token = key.token(&audience(), &subject(), NOW, NOW + 43_200).expect("token");
    let parts: Vec<&str> = token.split('.').collect();
    assert_eq!(parts.len(), 3);
    assert_eq!(json(parts[0]), serde_json::json!({"typ": "JWT", "alg": "ES256"}));
    assert_eq!(
        json(parts[1]),
        serde_json::json!({
            "aud": "https://push.example:8443",
            "exp": NOW + 43_200,
            "sub": "mailto:push@safe.example",
        })
    );
    let verifying = VerifyingKey::from_sec1_bytes(key.public()).expect("public key");
    let signature = URL_SAFE_NO_PAD.decode(parts[2]).expect("base64url");
    let signature = Signature::from_slice(&signature).expect("64 bytes");
    let signed = &token[..parts[0].len() + 1 + parts[1].len()];
    verifying.verify(signed.as_bytes(), &signature).expect("authentic");
    assert!(verifying.verify(b"other", &signature).is_err());
}

#[test]
fn the_header_carries_token_and_key() {
    let key = VapidKey::generate().expect("key");
    let value = key.authorization(&audience(), &subject(), NOW, NOW + 60).expect("header");
    let rest = value.strip_prefix("vapid t=").expect("scheme");
    let (token, public) = rest.split_once(", k=").expect("key");
    assert_eq!(token.split('.').count(), 3);
    assert_eq!(public, key.public_base64url());
}

#[test]
fn a_token_lives_at_most_a_day() {
    let key = VapidKey::generate().expect("key");
    let token = |exp| key.token(&audience(), &subject(), NOW, exp).err();
    assert_eq!(token(NOW), Some(VapidError::Expired));
    assert_eq!(token(NOW - 1), Some(VapidError::Expired));
    assert_eq!(token(NOW + 86_400), None);
    assert_eq!(token(NOW + 86_401), Some(VapidError::TooLong));
}

#[test]
fn a_key_survives_every_form() {
    let key = VapidKey::generate().expect("key");
    let pem = key.to_pem().expect("pem");
    let raw = key.to_base64url().expect("raw");
    let scalar = URL_SAFE_NO_PAD.decode(raw.as_bytes()).expect("base64url");
    for read in [
        VapidKey::from_pem(&pem),
        VapidKey::from_pem(&pem.replace('\n', "\r\n")),
        VapidKey::from_base64url(&raw),
        VapidKey::from_raw(&scalar),
    ] {
        assert_eq!(read.expect("read").public(), key.public());
    }
    assert!(!format!("{key:?}").contains(raw.as_str()));
}

/// The two forms that `openssl` writes, here made with RustCrypto.
#[test]
fn keys_of_other_tools_are_read() {
    let key = VapidKey::generate().expect("key");
    let raw = key.to_base64url().expect("raw");
    let scalar = URL_SAFE_NO_PAD.decode(raw.as_bytes()).expect("base64url");
    let secret = p256::SecretKey::from_slice(&scalar).expect("secret");
    let sec1 = secret.to_sec1_pem(LineEnding::LF).expect("sec1");
    let parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    let pkcs8 = secret.to_pkcs8_pem(LineEnding::CRLF).expect("pkcs8");
    for text in [&format!("{parameters}{}", *sec1), &*sec1, &*pkcs8] {
        let read = VapidKey::from_pem(text).expect("read");
        assert_eq!(read.public(), key.public());
    }
}

#[test]
fn what_is_not_a_key_is_refused() {
    for text in
        ["", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "-----BEGIN PRIVATE KEY-----"]
    {
        assert_eq!(VapidKey::from_pem(text).err(), Some(VapidError::Key));
    }
    assert_eq!(VapidKey::from_raw(&[0; 32]).err(), Some(VapidError::Key));
    assert_eq!(VapidKey::from_raw(&[255; 32]).err(), Some(VapidError::Key));
    assert_eq!(VapidKey::from_raw(&[1; 31]).err(), Some(VapidError::Key));
    assert_eq!(VapidKey::from_base64url("%").err(), Some(VapidError::Key));
}
