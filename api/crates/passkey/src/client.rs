//! What the browser says of a ceremony (section 5.8.1).

use aws_lc_rs::constant_time::verify_slices_are_equal;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

use crate::Refused;

/// Longest client data that is read, in bytes; browsers send about 200.
const MOST_BYTES: usize = 4096;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
}

fn read(json: &[u8]) -> Result<ClientData, Refused> {
    if json.len() > MOST_BYTES {
        return Err(Refused::ClientData);
    }
    serde_json::from_slice(json).map_err(|_| Refused::ClientData)
}

/// The challenge that an answer claims to answer, so that the caller finds the
/// one it gave out. It proves nothing before the ceremony is verified.
///
/// # Errors
/// The client data is no such JSON, or the challenge is not base64url.
pub fn challenge_of(json: &[u8]) -> Result<Vec<u8>, Refused> {
    URL_SAFE_NO_PAD.decode(read(json)?.challenge).map_err(|_| Refused::ClientData)
}

/// Checks ceremony, challenge and origin.
pub(crate) fn check(json: &[u8], kind: &str, challenge: &[u8], origin: &str) -> Result<(), Refused> {
    let data = read(json)?;
    if data.kind != kind {
        return Err(Refused::Ceremony);
    }
    let given = URL_SAFE_NO_PAD.decode(&data.challenge).map_err(|_| Refused::ClientData)?;
    verify_slices_are_equal(&given, challenge).map_err(|_| Refused::Challenge)?;
    if data.origin != origin || data.cross_origin {
        return Err(Refused::Origin);
    }
    Ok(())
}
