//! What the authenticator signs (section 6.1).

use aws_lc_rs::digest::{SHA256, digest};

use crate::{PublicKey, Refused};

const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const BACKUP_ELIGIBLE: u8 = 0x08;
const BACKED_UP: u8 = 0x10;
const ATTESTED: u8 = 0x40;

/// Longest credential id (section 5.8.3), in bytes.
const MOST_ID_BYTES: usize = 1023;

/// Authenticator data, taken apart.
#[derive(Debug)]
pub struct AuthenticatorData {
    /// Signatures made so far; 0 when the device does not count.
    pub counter: u32,
    /// Whether the passkey is copied between the devices of its owner.
    pub synced: bool,
    /// Id and key of a new credential, in a registration.
    pub attested: Option<(Vec<u8>, PublicKey)>,
    rp_id_hash: [u8; 32],
    flags: u8,
}

impl AuthenticatorData {
    /// Takes the bytes apart.
    ///
    /// # Errors
    /// They are too short, contradict their flags or hold an unknown key.
    pub fn parse(bytes: &[u8]) -> Result<Self, Refused> {
        let bad = Refused::AuthenticatorData;
        let (rp_id_hash, rest) = bytes.split_first_chunk::<32>().ok_or(bad)?;
        let (&flags, rest) = rest.split_first().ok_or(bad)?;
        let (counter, rest) = rest.split_first_chunk::<4>().ok_or(bad)?;
        if flags & BACKED_UP != 0 && flags & BACKUP_ELIGIBLE == 0 {
            return Err(bad);
        }
        let attested = if flags & ATTESTED == 0 { None } else { Some(attested(rest)?) };
        Ok(Self {
            counter: u32::from_be_bytes(*counter),
            synced: flags & BACKED_UP != 0,
            attested,
            rp_id_hash: *rp_id_hash,
            flags,
        })
    }

    /// Checks for whom it was made, and that the user was there and verified.
    pub(crate) fn check(&self, rp_id: &str) -> Result<(), Refused> {
        if digest(&SHA256, rp_id.as_bytes()).as_ref() != self.rp_id_hash {
            return Err(Refused::RelyingParty);
        }
        if self.flags & USER_PRESENT == 0 {
            return Err(Refused::NotPresent);
        }
        if self.flags & USER_VERIFIED == 0 {
            return Err(Refused::NotVerified);
        }
        Ok(())
    }
}

/// Attested credential data: the make of the device, the id, the key.
fn attested(bytes: &[u8]) -> Result<(Vec<u8>, PublicKey), Refused> {
    let bad = Refused::AuthenticatorData;
    let (_, rest) = bytes.split_first_chunk::<16>().ok_or(bad)?;
    let (length, rest) = rest.split_first_chunk::<2>().ok_or(bad)?;
    let length = usize::from(u16::from_be_bytes(*length));
    if length == 0 || length > MOST_ID_BYTES || rest.len() < length {
        return Err(bad);
    }
    let (id, rest) = rest.split_at(length);
    Ok((id.to_vec(), PublicKey::from_cose(rest)?))
}
