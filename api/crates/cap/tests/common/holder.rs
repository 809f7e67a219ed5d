//! Keys and certificates made for a test.

use rcgen::{CertificateParams, DnType, KeyPair, SignatureAlgorithm};
use safe_cap::signature::{Certificate, SigningKey, Trust, verify};
use time::OffsetDateTime;

pub const MESSAGE: &str = include_str!("../fixtures/valid/bilingual.xml");

pub fn instant(text: &str) -> OffsetDateTime {
    text.parse::<safe_cap::DateTime>().expect("the date is right").instant()
}

pub fn now() -> OffsetDateTime {
    instant("2026-06-01T12:00:00-00:00")
}

pub fn params(name: &str) -> CertificateParams {
    let mut params = CertificateParams::new(Vec::new()).expect("no names");
    params.distinguished_name.push(DnType::CommonName, name);
    params.distinguished_name.push(DnType::CountryName, "BE");
    params.not_before = instant("2026-01-01T00:00:00-00:00");
    params.not_after = instant("2027-01-01T00:00:00-00:00");
    params
}

/// A key with a certificate that vouches for itself.
pub struct Holder {
    pub key: KeyPair,
    pub pem: String,
}

impl Holder {
    pub fn new(name: &str, algorithm: &'static SignatureAlgorithm) -> Self {
        let key = KeyPair::generate_for(algorithm).expect("a key is made");
        let pem = params(name).self_signed(&key).expect("it is signed").pem();
        Self { key, pem }
    }

    pub fn signing_key(&self) -> SigningKey {
        SigningKey::from_pem(&self.key.serialize_pem(), &self.pem).expect("the key is accepted")
    }

    pub fn trust(&self) -> Trust {
        Trust { anchors: Certificate::all_from_pem(&self.pem).expect("it is read"), at: now() }
    }
}

pub fn check(xml: &str, trust: &Trust) -> &'static str {
    verify(xml.as_bytes(), trust).code()
}
