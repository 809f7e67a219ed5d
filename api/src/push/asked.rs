//! What a phone asks for, as it is written, and what of it holds.

use serde::Deserialize;
use utoipa::ToSchema;

use super::guard;
use super::subscriptions::{Address, Wish};
use crate::alert::rank;
use crate::area::{AreaSet, Areas};
use crate::error::Fault;
use crate::i18n::Lang;

/// Keys of the phone, as `PushSubscription.toJSON()` gives them.
#[derive(Deserialize, ToSchema)]
pub struct Keys {
    /// Public key, base64url, 65 bytes.
    p256dh: String,
    /// Secret, base64url, 16 bytes.
    auth: String,
}

/// What a phone asks for.
#[derive(Deserialize, ToSchema)]
pub struct Subscribe {
    /// Address at the push service.
    endpoint: String,
    /// Keys of the phone.
    keys: Keys,
    #[serde(flatten)]
    wish: WishBody,
    /// Code given out by the service, for phones that take part in exercises.
    #[serde(default)]
    pub(super) rehearsal: Option<String>,
}

impl Subscribe {
    /// Which alerts.
    pub(super) fn wish(&self) -> &WishBody {
        &self.wish
    }

    /// Where the phone is reached; what does not hold is added to the faults.
    pub(super) fn address(&self, known: &[String], faults: &mut Vec<Fault>) -> Option<Address> {
        if self.endpoint.len() > 1024 {
            faults.push(
                Fault::new("endpoint", "too-long").arg("most", 1024).arg("length", self.endpoint.len()),
            );
            return None;
        }
        let parsed = safe_sealing::Endpoint::parse(&self.endpoint);
        if parsed.is_err() {
            faults.push(Fault::new("endpoint", "endpoint"));
        }
        let receiver = safe_sealing::Receiver::from_base64url(&self.keys.p256dh, &self.keys.auth);
        if let Err(error) = &receiver {
            let auth = matches!(error, safe_sealing::ReceiverError::AuthLength);
            let field = if auth { "keys.auth" } else { "keys.p256dh" };
            faults.push(Fault::new(field, "key"));
        }
        let (Ok(parsed), Ok(receiver)) = (parsed, receiver) else { return None };
        Some(Address {
            origin: parsed.origin.as_str().to_owned(),
            known_service: guard::is_known(parsed.origin.as_str(), known),
            path: parsed.path_and_query.to_owned(),
            p256dh: receiver.p256dh().to_vec(),
            auth: receiver.auth().to_vec(),
        })
    }
}

/// Which alerts.
#[derive(Deserialize, Default, ToSchema)]
pub struct WishBody {
    /// Language of the messages; French when missing.
    #[serde(default)]
    lang: Option<String>,
    /// NIS codes, postcodes or police zones; none means the whole Region.
    #[serde(default)]
    areas: Option<Vec<String>>,
    /// Least severity: Minor, Moderate, Severe or Extreme; Minor when missing.
    #[serde(default)]
    severity: Option<String>,
    /// CAP categories; none means all.
    #[serde(default)]
    categories: Option<Vec<String>>,
}

impl WishBody {
    /// The wish in the terms of the database; what does not hold is added to the faults.
    pub(super) fn check(&self, areas: &Areas, now_ms: i64, faults: &mut Vec<Fault>) -> Wish {
        let lang = match self.lang.as_deref() {
            None | Some("") => Lang::FR,
            Some(tag) => Lang::parse(tag).unwrap_or_else(|| {
                faults.push(Fault::new("lang", "language-unknown"));
                Lang::FR
            }),
        };
        let [codes, words] = [&self.areas, &self.categories].map(|list| list.as_deref().unwrap_or_default());
        let mut set = AreaSet::NONE;
        if codes.len() > 100 {
            faults.push(Fault::new("areas", "too-many-areas"));
        } else {
            for (index, code) in codes.iter().enumerate() {
                match areas.by_code(code, now_ms) {
                    Some(found) => set = set.union(found),
                    None => faults.push(Fault::new(format!("areas.{index}"), "area-unknown")),
                }
            }
        }
        if set.is_empty() {
            set = areas.everywhere();
        }
        let severity_rank = match self.severity.as_deref() {
            None | Some("") => 1,
            Some(word) => rank::severity_of(word).map_or_else(
                || {
                    faults.push(Fault::new("severity", "value-unknown"));
                    1
                },
                rank::severity_rank,
            ),
        };
        let mut categories = 0;
        if words.len() > 50 {
            faults.push(Fault::new("categories", "value-unknown"));
        }
        for (index, word) in words.iter().take(50).enumerate() {
            match rank::category_of(word) {
                Some(category) => categories |= rank::category_bits(&[category]),
                None => faults.push(Fault::new(format!("categories.{index}"), "value-unknown")),
            }
        }
        if categories == 0 {
            categories = rank::all_categories();
        }
        Wish { lang: lang.code(), areas: set.to_i32(), severity_rank, categories }
    }
}
