//! Signed tokens of an identity provider (RFC 7515, RFC 7519), checked with its
//! published keys (RFC 7517). Only RS256 and ES256: no other name is believed.

use anyhow::{Context, bail, ensure};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::{Map, Value};

/// Claims of a token.
pub(super) type Claims = Map<String, Value>;

/// Keys of a provider.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct KeySet {
    keys: Vec<PublicKey>,
}

#[derive(Debug, Clone, Deserialize)]
struct PublicKey {
    kty: String,
    #[serde(default)]
    kid: Option<String>,
    #[serde(rename = "use", default)]
    purpose: Option<String>,
    #[serde(default)]
    crv: Option<String>,
    #[serde(default)]
    n: Option<String>,
    #[serde(default)]
    e: Option<String>,
    #[serde(default)]
    x: Option<String>,
    #[serde(default)]
    y: Option<String>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    #[serde(default)]
    kid: Option<String>,
    #[serde(default)]
    crit: Option<Value>,
}

fn decode(part: &str) -> anyhow::Result<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(part).context("a token is not base64url")
}

fn member(value: Option<&String>) -> anyhow::Result<Vec<u8>> {
    decode(value.context("a key is incomplete")?)
}

impl KeySet {
    /// Checks the signature and hands out the claims.
    ///
    /// # Errors
    /// The token is malformed, names another algorithm, or nobody of the
    /// provider signed it.
    pub fn claims(&self, token: &str) -> anyhow::Result<Claims> {
        ensure!(token.len() < 64 * 1024, "a token is too long");
        let (signed, signature) = token.trim().rsplit_once('.').context("not a signed token")?;
        let (header, payload) = signed.split_once('.').context("not a signed token")?;
        let header: Header = serde_json::from_slice(&decode(header)?).context("a token has no header")?;
        ensure!(header.crit.is_none(), "a token asks for an extension");
        let signature = decode(signature)?;
        let known = self
            .keys
            .iter()
            .filter(|key| key.purpose.as_deref().is_none_or(|purpose| purpose == "sig"))
            .filter(|key| header.kid.is_none() || key.kid == header.kid);
        for key in known {
            if key.verifies(&header.alg, signed.as_bytes(), &signature)? {
                return serde_json::from_slice(&decode(payload)?).context("a token has no claims");
            }
        }
        bail!("no key of the provider signed this token")
    }
}

impl PublicKey {
    fn verifies(&self, algorithm: &str, message: &[u8], signature: &[u8]) -> anyhow::Result<bool> {
        match (algorithm, self.kty.as_str()) {
            ("RS256", "RSA") => {
                let (n, e) = (member(self.n.as_ref())?, member(self.e.as_ref())?);
                let key = RsaPublicKeyComponents { n: &n, e: &e };
                Ok(key.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature).is_ok())
            }
            ("ES256", "EC") if self.crv.as_deref() == Some("P-256") => {
                let mut point = vec![4u8];
                point.extend(member(self.x.as_ref())?);
                point.extend(member(self.y.as_ref())?);
                let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point);
                Ok(key.verify(message, signature).is_ok())
            }
            ("RS256" | "ES256", _) => Ok(false),
            _ => bail!("the algorithm of a token is not allowed"),
        }
    }
}

/// A claim as text.
pub(super) fn text<'a>(claims: &'a Claims, name: &str) -> Option<&'a str> {
    claims.get(name).and_then(Value::as_str).filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_lc_rs::rand::SystemRandom;
    use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};

    fn token(header: &str, payload: &str, key: &EcdsaKeyPair) -> String {
        let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
        let signature = key.sign(&SystemRandom::new(), signed.as_bytes()).expect("signed");
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    #[test]
    fn only_the_providers_own_signature_counts() {
        let key = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).expect("key");
        let point = key.public_key().as_ref();
        let set: KeySet = serde_json::from_value(serde_json::json!({ "keys": [{
            "kty": "EC", "crv": "P-256", "kid": "a",
            "x": URL_SAFE_NO_PAD.encode(&point[1..33]), "y": URL_SAFE_NO_PAD.encode(&point[33..]),
        }]}))
        .expect("set");
        let good = token(r#"{"alg":"ES256","kid":"a"}"#, r#"{"sub":"x"}"#, &key);
        assert_eq!(text(&set.claims(&good).expect("claims"), "sub"), Some("x"));
        let other = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).expect("key");
        for bad in [
            token(r#"{"alg":"ES256","kid":"a"}"#, r#"{"sub":"x"}"#, &other),
            token(r#"{"alg":"none","kid":"a"}"#, r#"{"sub":"x"}"#, &key),
            token(r#"{"alg":"HS256","kid":"a"}"#, r#"{"sub":"x"}"#, &key),
            token(r#"{"alg":"ES256","kid":"b"}"#, r#"{"sub":"x"}"#, &key),
            token(r#"{"alg":"ES256","kid":"a","crit":["b64"]}"#, r#"{"sub":"x"}"#, &key),
            good.replace('.', ""),
            format!("{}x", &good[..good.len() - 1]),
        ] {
            assert!(set.claims(&bad).is_err(), "{bad}");
        }
    }
}
