//! One subscriber, and whether a publication means it.

use safe_sealing::{Agreement, Receiver};

use crate::alert::entity::Model as Alert;
use crate::area::AreaSet;
use crate::i18n::Lang;
use crate::push::entity::subscription;

/// One subscriber.
pub struct Subscriber {
    path: Box<str>,
    p256dh: [u8; 65],
    auth: [u8; 16],
    lang: Lang,
    severity_rank: u8,
    categories: u16,
    areas: u32,
    agreement: Option<Agreement>,
}

impl Subscriber {
    /// The subscriber of a row, when its values are what they should be.
    pub(super) fn of(row: subscription::Model) -> Option<Self> {
        Some(Self {
            path: row.path.into_boxed_str(),
            p256dh: row.p256dh.try_into().ok()?,
            auth: row.auth.try_into().ok()?,
            lang: Lang::parse(&row.lang)?,
            severity_rank: u8::try_from(row.severity_rank).ok()?,
            categories: u16::try_from(row.categories).ok()?,
            areas: AreaSet::from_i32(row.areas).0,
            agreement: None,
        })
    }

    /// Path of the endpoint: a secret.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Keys of the phone.
    #[must_use]
    pub fn receiver(&self) -> Receiver {
        Receiver::from_checked(self.p256dh, self.auth)
    }

    /// The prepared agreement, given out once.
    pub fn take_agreement(&mut self) -> Option<Agreement> {
        self.agreement.take()
    }

    /// Whether an agreement is ready.
    pub(super) fn is_prepared(&self) -> bool {
        self.agreement.is_some()
    }

    /// Takes up an agreement made for these keys, unless the phone has changed its keys or
    /// another is ready; the answer is whether it was taken up.
    pub(super) fn take_up(&mut self, receiver: &Receiver, agreement: Agreement) -> bool {
        let fits = self.p256dh == *receiver.p256dh() && self.agreement.is_none();
        if fits {
            self.agreement = Some(agreement);
        }
        fits
    }
}

/// What a publication asks of a subscriber.
#[derive(Debug, Clone, Copy)]
pub struct Reach {
    /// Municipalities, as bits.
    pub areas: u32,
    /// Severity.
    pub severity_rank: u8,
    /// Categories, as bits.
    pub categories: u16,
}

impl Reach {
    /// Whom an alert concerns: the whole chain, so that all who were told of it
    /// are told of its end.
    #[must_use]
    pub fn of(alert: &Alert) -> Self {
        Self {
            areas: AreaSet::from_i32(alert.reach_areas).0,
            severity_rank: u8::try_from(alert.reach_severity_rank).unwrap_or(4),
            categories: u16::try_from(alert.reach_categories).unwrap_or(u16::MAX),
        }
    }

    /// Everybody: for a test of one phone.
    #[must_use]
    pub fn everybody() -> Self {
        Self { areas: u32::MAX, severity_rank: u8::MAX, categories: u16::MAX }
    }

    /// Whether a subscriber is meant.
    #[must_use]
    pub fn meets(&self, subscriber: &Subscriber) -> bool {
        self.areas & subscriber.areas != 0
            && self.categories & subscriber.categories != 0
            && self.severity_rank >= subscriber.severity_rank
    }
}
