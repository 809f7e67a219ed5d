//! What an answer means for whoever keeps the pages.

use reqwest::StatusCode;

/// How an address stands; stored under its code, said under `office-link-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Not asked yet, or not yet sure.
    New,
    /// It answers.
    Good,
    /// It answers somewhere else, for good (301, 308).
    Moved,
    /// It answers people, but turns programs away: somebody has to look.
    Guarded,
    /// Nothing is there any more (404, 410).
    Gone,
    /// It answers with another failure.
    Faulty,
    /// It does not answer: no such name, no connection, or too slow.
    Silent,
    /// Its certificate does not hold, or it does not speak TLS.
    Tls,
    /// It leads in circles, or to where we do not go.
    Astray,
    /// We may not ask it: it is in a private network, or not on the web.
    Refused,
}

impl Standing {
    /// Every standing, the worst first.
    pub const ALL: [Self; 10] = [
        Self::Gone,
        Self::Silent,
        Self::Tls,
        Self::Faulty,
        Self::Astray,
        Self::Refused,
        Self::Moved,
        Self::Guarded,
        Self::New,
        Self::Good,
    ];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Good => "good",
            Self::Moved => "moved",
            Self::Guarded => "guarded",
            Self::Gone => "gone",
            Self::Faulty => "faulty",
            Self::Silent => "silent",
            Self::Tls => "tls",
            Self::Astray => "astray",
            Self::Refused => "refused",
        }
    }

    /// From the store.
    #[must_use]
    pub fn parse(code: &str) -> Self {
        Self::ALL.into_iter().find(|standing| standing.code() == code).unwrap_or(Self::New)
    }

    /// Whether a reader who follows the link arrives nowhere.
    #[must_use]
    pub fn is_broken(self) -> bool {
        !matches!(self, Self::New | Self::Good | Self::Moved | Self::Guarded)
    }

    /// Whether an editor should look at it.
    #[must_use]
    pub fn is_task(self) -> bool {
        self.is_broken() || matches!(self, Self::Moved | Self::Guarded)
    }

    /// The meaning of a last answer; `moved` when a permanent redirect led to it.
    #[must_use]
    pub fn of(status: StatusCode, moved: bool) -> Self {
        match status.as_u16() {
            200..=299 if moved => Self::Moved,
            200..=299 => Self::Good,
            404 | 410 => Self::Gone,
            // Answers of guards against programs; people mostly get the page.
            401 | 403 | 405 | 406 | 429 | 451 => Self::Guarded,
            _ => Self::Faulty,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_back() {
        for standing in Standing::ALL {
            assert_eq!(Standing::parse(standing.code()), standing);
        }
    }

    #[test]
    fn a_guard_is_not_a_broken_link() {
        let of = |status| Standing::of(StatusCode::from_u16(status).expect("status"), false);
        assert_eq!(of(204), Standing::Good);
        assert_eq!(of(403), Standing::Guarded);
        assert_eq!(of(410), Standing::Gone);
        assert_eq!(of(503), Standing::Faulty);
        assert!(!of(429).is_broken() && of(429).is_task());
        assert_eq!(Standing::of(StatusCode::OK, true), Standing::Moved);
        assert_eq!(Standing::of(StatusCode::NOT_FOUND, true), Standing::Gone);
    }
}
