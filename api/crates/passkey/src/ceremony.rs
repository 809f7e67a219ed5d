//! The two ceremonies (sections 7.1 and 7.2).

use aws_lc_rs::digest::{SHA256, digest};
use ciborium::Value;
use serde::{Deserialize, Serialize};

use crate::{AuthenticatorData, PublicKey, Refused, client};

/// Largest attestation object that is read, in bytes.
const MOST_BYTES: usize = 16 * 1024;

/// The service that passkeys are made for.
#[derive(Debug, Clone)]
pub struct RelyingParty {
    /// Its domain, for example `safe.example`.
    pub id: String,
    /// Its origin, for example `https://safe.example`.
    pub origin: String,
}

/// A passkey as the caller keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    /// Id that the authenticator chose.
    pub id: Vec<u8>,
    /// Its public key.
    pub key: PublicKey,
    /// Last known signature counter.
    pub counter: u32,
    /// Whether it is copied between the devices of its owner.
    pub synced: bool,
}

/// The answer to `navigator.credentials.create`.
#[derive(Debug, Clone, Copy)]
pub struct Attestation<'a> {
    /// `response.clientDataJSON`.
    pub client_data: &'a [u8],
    /// `response.attestationObject`.
    pub object: &'a [u8],
}

/// The answer to `navigator.credentials.get`.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    /// `rawId`.
    pub credential_id: &'a [u8],
    /// `response.clientDataJSON`.
    pub client_data: &'a [u8],
    /// `response.authenticatorData`.
    pub authenticator_data: &'a [u8],
    /// `response.signature`.
    pub signature: &'a [u8],
}

/// What the caller writes back after a sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assertion {
    /// New signature counter.
    pub counter: u32,
    /// Whether the passkey is copied between devices now.
    pub synced: bool,
}

impl RelyingParty {
    /// Takes a new passkey, if everything fits.
    ///
    /// # Errors
    /// The first rule of section 7.1 that it breaks.
    pub fn register(&self, challenge: &[u8], given: Attestation<'_>) -> Result<Credential, Refused> {
        client::check(given.client_data, "webauthn.create", challenge, &self.origin)?;
        let bytes = authenticator_data_of(given.object)?;
        let data = AuthenticatorData::parse(&bytes)?;
        data.check(&self.id)?;
        let (counter, synced) = (data.counter, data.synced);
        let (id, key) = data.attested.ok_or(Refused::AuthenticatorData)?;
        Ok(Credential { id, key, counter, synced })
    }

    /// Checks that the owner of a passkey answers a challenge.
    ///
    /// # Errors
    /// The first rule of section 7.2 that it breaks.
    pub fn assert(
        &self,
        challenge: &[u8],
        known: &Credential,
        given: Answer<'_>,
    ) -> Result<Assertion, Refused> {
        if given.credential_id != known.id {
            return Err(Refused::Credential);
        }
        client::check(given.client_data, "webauthn.get", challenge, &self.origin)?;
        let data = AuthenticatorData::parse(given.authenticator_data)?;
        data.check(&self.id)?;
        let hash = digest(&SHA256, given.client_data);
        let signed = [given.authenticator_data, hash.as_ref()].concat();
        known.key.verify(&signed, given.signature)?;
        // A device that counts must count on; one that does not says 0 forever.
        if (data.counter != 0 || known.counter != 0) && data.counter <= known.counter {
            return Err(Refused::Counter);
        }
        Ok(Assertion { counter: data.counter, synced: data.synced })
    }
}

/// The authenticator data of an attestation object of format `none`.
fn authenticator_data_of(object: &[u8]) -> Result<Vec<u8>, Refused> {
    let bad = Refused::AttestationObject;
    if object.len() > MOST_BYTES {
        return Err(bad);
    }
    let value: Value = ciborium::from_reader(object).map_err(|_| bad)?;
    let map = value.into_map().map_err(|_| bad)?;
    let part = |name: &str| map.iter().find(|(key, _)| key.as_text() == Some(name)).map(|(_, value)| value);
    if part("fmt").and_then(Value::as_text) != Some("none") {
        return Err(Refused::AttestationFormat);
    }
    part("authData").and_then(Value::as_bytes).cloned().ok_or(bad)
}
