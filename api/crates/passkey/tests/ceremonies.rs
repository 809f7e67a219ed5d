//! Both ceremonies against an authenticator written for the tests, with every
//! rule broken once.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value;
use safe_passkey::{Answer, Attestation, Credential, PublicKey, Refused, RelyingParty, challenge_of};

const CHALLENGE: &[u8] = b"0123456789abcdef0123456789abcdef";
const UP: u8 = 0x01;
const UV: u8 = 0x04;
const AT: u8 = 0x40;

fn rp() -> RelyingParty {
    RelyingParty { id: "safe.example".into(), origin: "https://safe.example".into() }
}

enum Key {
    Es(EcdsaKeyPair),
    Ed(Ed25519KeyPair),
    Rs(RsaKeyPair),
}

impl Key {
    fn es() -> Self {
        Self::Es(EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).expect("key"))
    }

    fn cose(&self) -> Vec<u8> {
        let pairs: Vec<(i64, Value)> = match self {
            Self::Es(key) => {
                let point = key.public_key().as_ref();
                vec![
                    (1, 2.into()),
                    (3, (-7).into()),
                    (-1, 1.into()),
                    (-2, Value::Bytes(point[1..33].to_vec())),
                    (-3, Value::Bytes(point[33..].to_vec())),
                ]
            }
            Self::Ed(key) => vec![
                (1, 1.into()),
                (3, (-8).into()),
                (-1, 6.into()),
                (-2, Value::Bytes(key.public_key().as_ref().to_vec())),
            ],
            Self::Rs(key) => {
                // PKCS#1 in DER: a sequence of modulus (2048 bits) and exponent.
                let der = key.public_key().as_ref();
                let (n, e) = (der[9..265].to_vec(), der[267..].to_vec());
                vec![(1, 3.into()), (3, (-257).into()), (-1, Value::Bytes(n)), (-2, Value::Bytes(e))]
            }
        };
        let map = pairs.into_iter().map(|(key, value)| (Value::from(key), value)).collect();
        cbor(&Value::Map(map))
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        let random = SystemRandom::new();
        match self {
            Self::Es(key) => key.sign(&random, message).expect("signature").as_ref().to_vec(),
            Self::Ed(key) => key.sign(message).as_ref().to_vec(),
            Self::Rs(key) => {
                let mut out = vec![0; key.public_modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &random, message, &mut out).expect("signature");
                out
            }
        }
    }
}

fn cbor(value: &Value) -> Vec<u8> {
    let mut out = Vec::new();
    ciborium::into_writer(value, &mut out).expect("CBOR");
    out
}

/// One answer of a device, with every part open to be spoilt.
struct Device {
    key: Key,
    id: Vec<u8>,
    rp_id: String,
    origin: String,
    kind: &'static str,
    challenge: Vec<u8>,
    cross_origin: bool,
    flags: u8,
    counter: u32,
    format: &'static str,
}

impl Device {
    fn creating() -> Self {
        Self {
            key: Key::es(),
            id: vec![7; 20],
            rp_id: "safe.example".into(),
            origin: "https://safe.example".into(),
            kind: "webauthn.create",
            challenge: CHALLENGE.to_vec(),
            cross_origin: false,
            flags: UP | UV,
            counter: 1,
            format: "none",
        }
    }

    fn getting(self, counter: u32) -> Self {
        Self { kind: "webauthn.get", counter, ..self }
    }

    fn client_data(&self) -> Vec<u8> {
        serde_json::json!({
            "type": self.kind,
            "challenge": URL_SAFE_NO_PAD.encode(&self.challenge),
            "origin": self.origin,
            "crossOrigin": self.cross_origin,
            "other": "browsers may add members",
        })
        .to_string()
        .into_bytes()
    }

    fn data(&self, attested: bool) -> Vec<u8> {
        let mut data = digest(&SHA256, self.rp_id.as_bytes()).as_ref().to_vec();
        data.push(self.flags | if attested { AT } else { 0 });
        data.extend(self.counter.to_be_bytes());
        if attested {
            data.extend([0; 16]);
            data.extend(u16::try_from(self.id.len()).expect("length").to_be_bytes());
            data.extend(&self.id);
            data.extend(self.key.cose());
        }
        data
    }

    fn object(&self) -> Vec<u8> {
        cbor(&Value::Map(vec![
            (Value::from("fmt"), Value::from(self.format)),
            (Value::from("attStmt"), Value::Map(Vec::new())),
            (Value::from("authData"), Value::Bytes(self.data(true))),
        ]))
    }

    fn register(&self) -> Result<Credential, Refused> {
        let (client_data, object) = (self.client_data(), self.object());
        rp().register(CHALLENGE, Attestation { client_data: &client_data, object: &object })
    }

    fn assert(&self, known: &Credential) -> Result<u32, Refused> {
        let (client_data, data) = (self.client_data(), self.data(false));
        let hash = digest(&SHA256, &client_data);
        let signature = self.key.sign(&[data.as_slice(), hash.as_ref()].concat());
        let answer = Answer {
            credential_id: &self.id,
            client_data: &client_data,
            authenticator_data: &data,
            signature: &signature,
        };
        rp().assert(CHALLENGE, known, answer).map(|assertion| assertion.counter)
    }
}

#[test]
fn every_accepted_kind_of_key_signs_in() {
    let keys = [
        Key::es(),
        Key::Ed(Ed25519KeyPair::generate().expect("key")),
        Key::Rs(RsaKeyPair::generate(KeySize::Rsa2048).expect("key")),
    ];
    for key in keys {
        let device = Device { key, ..Device::creating() };
        let known = device.register().expect("registered");
        let text = serde_json::to_string(&known).expect("JSON");
        assert_eq!(serde_json::from_str::<Credential>(&text).expect("JSON"), known);
        assert_eq!(device.getting(2).assert(&known), Ok(2));
    }
}

#[test]
fn a_registration_that_breaks_a_rule_is_refused() {
    let good = Device::creating;
    let cases = [
        (Device { kind: "webauthn.get", ..good() }, Refused::Ceremony),
        (Device { challenge: vec![1; 32], ..good() }, Refused::Challenge),
        (Device { challenge: CHALLENGE[..31].to_vec(), ..good() }, Refused::Challenge),
        (Device { origin: "https://safe.example.evil.example".into(), ..good() }, Refused::Origin),
        (Device { origin: "http://safe.example".into(), ..good() }, Refused::Origin),
        (Device { cross_origin: true, ..good() }, Refused::Origin),
        (Device { rp_id: "evil.example".into(), ..good() }, Refused::RelyingParty),
        (Device { flags: UV, ..good() }, Refused::NotPresent),
        (Device { flags: UP, ..good() }, Refused::NotVerified),
        (Device { flags: UP | UV | 0x10, ..good() }, Refused::AuthenticatorData),
        (Device { format: "packed", ..good() }, Refused::AttestationFormat),
        (Device { id: Vec::new(), ..good() }, Refused::AuthenticatorData),
        (Device { id: vec![1; 1024], ..good() }, Refused::AuthenticatorData),
    ];
    for (number, (device, expected)) in cases.into_iter().enumerate() {
        assert_eq!(device.register().err(), Some(expected), "case {number}");
    }
}

#[test]
fn an_assertion_that_breaks_a_rule_is_refused() {
    let known = Device::creating().register().expect("registered");
    // Another key under the same id: the signature cannot fit.
    assert_eq!(Device::creating().getting(2).assert(&known), Err(Refused::Signature));
    let device = Device::creating();
    let known = device.register().expect("registered");
    let mut device = device.getting(2);
    device.id = vec![8; 20];
    assert_eq!(device.assert(&known), Err(Refused::Credential));
    device.id = vec![7; 20];
    device.kind = "webauthn.create";
    assert_eq!(device.assert(&known), Err(Refused::Ceremony));
    device.kind = "webauthn.get";
    device.flags = UP;
    assert_eq!(device.assert(&known), Err(Refused::NotVerified));
    device.flags = UP | UV;
    device.counter = 1;
    assert_eq!(device.assert(&known), Err(Refused::Counter));
    device.counter = 0;
    assert_eq!(device.assert(&known), Err(Refused::Counter));
    device.counter = 2;
    assert_eq!(device.assert(&known), Ok(2));
}

#[test]
fn a_device_that_does_not_count_may_sign_in_again() {
    let device = Device { counter: 0, ..Device::creating() };
    let known = device.register().expect("registered");
    let device = device.getting(0);
    assert_eq!(device.assert(&known), Ok(0));
    assert_eq!(device.assert(&known), Ok(0));
}

#[test]
fn every_cut_and_every_flipped_byte_is_refused_without_panic() {
    let device = Device::creating();
    let (client_data, object) = (device.client_data(), device.object());
    for end in 0..object.len() {
        let given = Attestation { client_data: &client_data, object: &object[..end] };
        assert!(rp().register(CHALLENGE, given).is_err(), "cut at {end}");
    }
    let known = device.register().expect("registered");
    let device = device.getting(2);
    let (client_data, data) = (device.client_data(), device.data(false));
    let hash = digest(&SHA256, &client_data);
    let signature = device.key.sign(&[data.as_slice(), hash.as_ref()].concat());
    for at in 0..data.len() {
        let mut spoilt = data.clone();
        spoilt[at] ^= 0x20;
        let answer = Answer {
            credential_id: &device.id,
            client_data: &client_data,
            authenticator_data: &spoilt,
            signature: &signature,
        };
        assert!(rp().assert(CHALLENGE, &known, answer).is_err(), "byte {at}");
    }
}

#[test]
fn keys_of_other_kinds_are_refused() {
    let map = |pairs: Vec<(i64, Value)>| {
        cbor(&Value::Map(pairs.into_iter().map(|(k, v)| (Value::from(k), v)).collect()))
    };
    let bytes = |length| Value::Bytes(vec![1; length]);
    for bad in [
        map(vec![]),
        cbor(&Value::from(1)),
        // P-384, a short coordinate, X25519, RSA of 1024 bits.
        map(vec![(1, 2.into()), (3, (-35).into()), (-1, 2.into()), (-2, bytes(48)), (-3, bytes(48))]),
        map(vec![(1, 2.into()), (3, (-7).into()), (-1, 1.into()), (-2, bytes(31)), (-3, bytes(32))]),
        map(vec![(1, 1.into()), (3, (-8).into()), (-1, 4.into()), (-2, bytes(32))]),
        map(vec![(1, 3.into()), (3, (-257).into()), (-1, bytes(128)), (-2, bytes(3))]),
    ] {
        assert_eq!(PublicKey::from_cose(&bad), Err(Refused::Key));
    }
}

#[test]
fn the_claimed_challenge_is_found() {
    let json = Device::creating().client_data();
    assert_eq!(challenge_of(&json).as_deref(), Ok(CHALLENGE));
    assert_eq!(challenge_of(b"{}"), Err(Refused::ClientData));
    assert_eq!(challenge_of(&vec![b' '; 5000]), Err(Refused::ClientData));
}
