//! Public keys as authenticators write them (COSE, RFC 9052 and 9053).

use aws_lc_rs::rsa::PublicKeyComponents;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};
use ciborium::Value;
use serde::{Deserialize, Serialize};

use crate::Refused;

/// COSE numbers of the accepted algorithms, best first: ES256, EdDSA, RS256.
pub const ALGORITHMS: [i64; 3] = [-7, -8, -257];

/// A public key of an accepted kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "alg")]
pub enum PublicKey {
    /// P-256; the point in its long form, 65 bytes.
    #[serde(rename = "ES256")]
    Es256 {
        /// 0x04, x, y.
        point: Vec<u8>,
    },
    /// Ed25519.
    #[serde(rename = "EdDSA")]
    EdDsa {
        /// 32 bytes.
        x: Vec<u8>,
    },
    /// RSA of at least 2048 bits, PKCS#1 v1.5.
    #[serde(rename = "RS256")]
    Rs256 {
        /// Modulus, big-endian.
        n: Vec<u8>,
        /// Exponent, big-endian.
        e: Vec<u8>,
    },
}

struct Map(Vec<(Value, Value)>);

impl Map {
    fn get(&self, label: i64) -> Option<&Value> {
        self.0.iter().find(|(key, _)| *key == Value::from(label)).map(|(_, value)| value)
    }

    fn number(&self, label: i64) -> Option<i64> {
        self.get(label)?.as_integer()?.try_into().ok()
    }

    fn bytes(&self, label: i64) -> Result<&[u8], Refused> {
        self.get(label).and_then(Value::as_bytes).map(Vec::as_slice).ok_or(Refused::Key)
    }
}

impl PublicKey {
    /// Reads a `COSE_Key`; what follows it, such as extensions, is left alone.
    ///
    /// # Errors
    /// It is damaged, or of another kind.
    pub fn from_cose(bytes: &[u8]) -> Result<Self, Refused> {
        let value: Value = ciborium::from_reader(bytes).map_err(|_| Refused::Key)?;
        let map = Map(value.into_map().map_err(|_| Refused::Key)?);
        // Labels: 1 kind of key, 3 algorithm, -1 curve or modulus, -2 x or
        // exponent, -3 y (RFC 9053, section 7; RFC 8230, section 4).
        match (map.number(1), map.number(3)) {
            (Some(2), Some(-7)) if map.number(-1) == Some(1) => {
                let (x, y) = (map.bytes(-2)?, map.bytes(-3)?);
                if x.len() != 32 || y.len() != 32 {
                    return Err(Refused::Key);
                }
                let point = [&[4], x, y].concat();
                Ok(Self::Es256 { point })
            }
            (Some(1), Some(-8)) if map.number(-1) == Some(6) => {
                let x = map.bytes(-2)?.to_vec();
                if x.len() == 32 { Ok(Self::EdDsa { x }) } else { Err(Refused::Key) }
            }
            (Some(3), Some(-257)) => {
                let (n, e) = (map.bytes(-1)?.to_vec(), map.bytes(-2)?.to_vec());
                let fits = (256..=1024).contains(&n.len()) && (1..=4).contains(&e.len());
                if fits { Ok(Self::Rs256 { n, e }) } else { Err(Refused::Key) }
            }
            _ => Err(Refused::Key),
        }
    }

    /// Checks a signature.
    pub(crate) fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), Refused> {
        let fits = match self {
            Self::Es256 { point } => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature)
            }
            Self::EdDsa { x } => UnparsedPublicKey::new(&ED25519, x).verify(message, signature),
            Self::Rs256 { n, e } => {
                PublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
            }
        };
        fits.map_err(|_| Refused::Signature)
    }
}
