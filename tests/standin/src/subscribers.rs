//! The people who subscribed, all derived from the seed.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use aws_lc_rs::digest;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use safe_sealing::ReceiverKeys;
use serde::{Deserialize, Serialize};

use crate::Plan;
use crate::browser::Mailbox;
use crate::mix::{About, mix, unit};

/// What subscribers chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mix {
    /// Every area, every category, everything from Minor up; only the language
    /// differs. An alert for any place reaches all.
    #[default]
    Everyone,
    /// One to three municipalities, some categories, different severities.
    Varied,
}

/// A subscription in the form that is imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscription {
    /// The address to send to. Secret.
    pub endpoint: String,
    /// The browser's keys.
    pub keys: Keys,
    /// Language tag.
    pub lang: String,
    /// NIS codes of municipalities.
    pub areas: Vec<String>,
    /// Least severity, as CAP 1.2 spells it.
    pub severity: String,
    /// CAP 1.2 categories.
    pub categories: Vec<String>,
}

/// `keys` of a subscription, base64url.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keys {
    /// The public key.
    pub p256dh: String,
    /// The authentication secret.
    pub auth: String,
}

pub(crate) const SEVERITIES: [&str; 4] = ["Minor", "Moderate", "Severe", "Extreme"];
pub(crate) const CATEGORIES: [&str; 12] = [
    "Geo",
    "Met",
    "Safety",
    "Security",
    "Rescue",
    "Fire",
    "Health",
    "Env",
    "Transport",
    "Infra",
    "CBRNE",
    "Other",
];
const LANGUAGES: [&str; 4] = ["fr", "nl", "en", "de"];
/// NIS codes of the nineteen municipalities of the Region.
const MUNICIPALITIES: std::ops::RangeInclusive<u32> = 21001..=21019;

/// All subscribers and what happened to each.
pub(crate) struct Population {
    seed: u64,
    mix: Mix,
    slots: Vec<Slot>,
}

/// What happened to one subscriber.
#[derive(Default)]
pub(crate) struct Slot {
    attempts: AtomicU32,
    pub(crate) inner: Mutex<Inner>,
}

/// The part of a slot that changes together.
#[derive(Default)]
pub(crate) struct Inner {
    pub(crate) seen: Vec<Seen>,
    pub(crate) unregistered: bool,
    pub(crate) mailbox: Option<Box<Mailbox>>,
}

/// One message that a subscriber got, by identity.
pub(crate) struct Seen {
    pub(crate) identity: u64,
    /// Whether the sender was told of the last acceptance.
    pub(crate) heard: bool,
}

impl Slot {
    pub(crate) fn lock(&self) -> std::sync::MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The number of this request among all to this subscriber.
    pub(crate) fn attempt(&self) -> u64 {
        u64::from(self.attempts.fetch_add(1, Ordering::Relaxed))
    }
}

impl Population {
    pub(crate) fn new(plan: &Plan) -> Self {
        let mut slots = Vec::new();
        slots.resize_with(plan.subscribers, Slot::default);
        Self { seed: plan.seed, mix: plan.mix, slots }
    }

    pub(crate) fn len(&self) -> usize {
        self.slots.len()
    }

    pub(crate) fn slot(&self, id: usize) -> &Slot {
        &self.slots[id]
    }

    /// Forgets what happened; who is offline or unregistered stays so.
    pub(crate) fn reset(&self) {
        for slot in &self.slots {
            slot.attempts.store(0, Ordering::Relaxed);
            let mut inner = slot.lock();
            inner.seen.clear();
            if let Some(mailbox) = inner.mailbox.as_mut() {
                mailbox.forget();
            }
        }
    }

    /// A number from 0 to 1 that only depends on the seed, the subscriber and
    /// the question.
    pub(crate) fn chance(&self, id: usize, about: About, detail: u64) -> f64 {
        unit(mix(&[self.seed, id as u64, about as u64, detail]))
    }

    /// The path of a subscriber's endpoint: number and an unguessable part.
    pub(crate) fn path(&self, id: usize) -> String {
        let [a, b] = self.token(id);
        format!("/wpush/v2/{id:x}-{a:016x}{b:016x}")
    }

    /// Finds the subscriber of a path.
    pub(crate) fn find(&self, path: &str) -> Option<usize> {
        let (id, token) = path.strip_prefix("/wpush/v2/")?.split_once('-')?;
        let id = usize::from_str_radix(id, 16).ok()?;
        let (a, b) = token.split_at_checked(16)?;
        let token = [u64::from_str_radix(a, 16).ok()?, u64::from_str_radix(b, 16).ok()?];
        (id < self.slots.len() && token == self.token(id)).then_some(id)
    }

    fn token(&self, id: usize) -> [u64; 2] {
        let part = |n| mix(&[self.seed, id as u64, About::Token as u64, n]);
        [part(0), part(1)]
    }

    /// The browser's keys.
    pub(crate) fn keys(&self, id: usize) -> ReceiverKeys {
        let (mut count, [scalar, auth]) = (0u64, [self.secret(id, 0), self.secret(id, u64::MAX)]);
        let auth: [u8; 16] = auth[..16].try_into().unwrap_or_default();
        let mut scalar = scalar;
        // A digest that is no valid scalar turns up once in 2^32 times.
        loop {
            if let Ok(keys) = ReceiverKeys::from_private(&scalar, auth) {
                return keys;
            }
            count += 1;
            scalar = self.secret(id, count);
        }
    }

    fn secret(&self, id: usize, count: u64) -> [u8; 32] {
        let mut input = [0; 24];
        input[..8].copy_from_slice(&self.seed.to_be_bytes());
        input[8..16].copy_from_slice(&(id as u64).to_be_bytes());
        input[16..].copy_from_slice(&count.to_be_bytes());
        let digest = digest::digest(&digest::SHA256, &input);
        digest.as_ref().try_into().unwrap_or_default()
    }

    pub(crate) fn subscription(&self, id: usize, origin: &str) -> Subscription {
        let keys = self.keys(id);
        let choice = self.choice(id);
        Subscription {
            endpoint: format!("{origin}{}", self.path(id)),
            keys: Keys {
                p256dh: URL_SAFE_NO_PAD.encode(keys.public()),
                auth: URL_SAFE_NO_PAD.encode(keys.auth()),
            },
            lang: LANGUAGES[choice.lang].to_owned(),
            areas: choice.areas.iter().map(ToString::to_string).collect(),
            severity: SEVERITIES[choice.severity].to_owned(),
            categories: choice.categories.iter().map(|&c| c.to_owned()).collect(),
        }
    }

    pub(crate) fn choice(&self, id: usize) -> Choice {
        let draw = |n| self.chance(id, About::Choice, n);
        let lang = match draw(0) {
            x if x < 0.55 => 0,
            x if x < 0.8 => 1,
            x if x < 0.95 => 2,
            _ => 3,
        };
        if self.mix == Mix::Everyone {
            return Choice {
                lang,
                areas: MUNICIPALITIES.collect(),
                severity: 0,
                categories: CATEGORIES.to_vec(),
            };
        }
        let all: Vec<u32> = MUNICIPALITIES.collect();
        let count = 1 + pick(draw(1), 3) as u64;
        let mut areas: Vec<u32> = (0..count).map(|n| all[pick(draw(10 + n), all.len())]).collect();
        areas.sort_unstable();
        areas.dedup();
        let mut categories: Vec<&'static str> = CATEGORIES
            .iter()
            .enumerate()
            .filter(|(n, _)| draw(30 + *n as u64) < 0.7)
            .map(|(_, &c)| c)
            .collect();
        if categories.is_empty() {
            categories.push(CATEGORIES[2]);
        }
        Choice { lang, areas, severity: pick(draw(2), SEVERITIES.len()), categories }
    }
}

/// What one subscriber chose.
pub(crate) struct Choice {
    lang: usize,
    pub(crate) areas: Vec<u32>,
    pub(crate) severity: usize,
    pub(crate) categories: Vec<&'static str>,
}

fn pick(chance: f64, among: usize) -> usize {
    ((chance * among as f64) as usize).min(among - 1)
}
