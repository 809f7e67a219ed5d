//! Which methods an address of the API answers to, read from its own description: for
//! `Allow`, for 405 instead of 404, and for OPTIONS (RFC 9110, sections 9.3.7 and 15.5.6).

use std::sync::OnceLock;

use utoipa::openapi::PathItem;

/// What every page and file of the portal answers to.
pub const READ_ONLY: &str = "GET, HEAD, OPTIONS";

/// A piece of an address between two slashes.
enum Part {
    /// These very letters.
    Word(String),
    /// Anything with this end.
    Any(String),
}

struct Pattern {
    parts: Vec<Part>,
    allow: String,
}

impl Pattern {
    fn new(path: &str, item: &PathItem) -> Self {
        let parts = path.split('/').map(|part| match part.split_once('}') {
            Some((_, end)) => Part::Any(end.to_owned()),
            None => Part::Word(part.to_owned()),
        });
        let known = [
            ("GET, HEAD", item.get.is_some()),
            ("POST", item.post.is_some()),
            ("PUT", item.put.is_some()),
            ("PATCH", item.patch.is_some()),
            ("DELETE", item.delete.is_some()),
            ("OPTIONS", true),
        ];
        let known: Vec<_> = known.iter().filter(|(_, has)| *has).map(|(name, _)| *name).collect();
        Self { parts: parts.collect(), allow: known.join(", ") }
    }

    fn fits(&self, path: &str) -> bool {
        let mut pieces = path.split('/');
        let all = self.parts.iter().all(|part| match (part, pieces.next()) {
            (Part::Word(word), Some(piece)) => word == piece,
            (Part::Any(end), Some(piece)) => piece.len() > end.len() && piece.ends_with(end.as_str()),
            (_, None) => false,
        });
        all && pieces.next().is_none()
    }

    /// The more of an address a pattern spells out, the surer it is meant.
    fn exactness(&self) -> usize {
        let of = |part: &Part| match part {
            Part::Word(_) => 2,
            Part::Any(end) => usize::from(!end.is_empty()),
        };
        self.parts.iter().map(of).sum()
    }
}

/// The methods of an address of the API, as `Allow` says them; none where nothing is.
#[must_use]
pub fn allowed(path: &str) -> Option<&'static str> {
    static TABLE: OnceLock<Vec<Pattern>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let document = crate::app::openapi();
        document.paths.paths.iter().map(|(path, item)| Pattern::new(path, item)).collect()
    });
    let fitting = table.iter().filter(|pattern| pattern.fits(path));
    fitting.max_by_key(|pattern| pattern.exactness()).map(|pattern| pattern.allow.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_knows_its_methods() {
        assert_eq!(allowed("/api/v1/alerts"), Some("GET, HEAD, OPTIONS"));
        assert_eq!(allowed("/api/v1/search"), Some("GET, HEAD, POST, OPTIONS"));
        assert_eq!(allowed("/api/v1/push/subscriptions"), Some("POST, OPTIONS"));
        assert_eq!(allowed("/api/v1/push/subscriptions/x"), Some("PUT, DELETE, OPTIONS"));
        assert_eq!(allowed("/api/v1/alerts/x.cap"), Some("GET, HEAD, OPTIONS"));
        assert_eq!(allowed("/office/api/alerts"), Some("POST, OPTIONS"));
        assert_eq!(allowed("/api/v1/nothing"), None);
        assert_eq!(allowed("/api/v1/alerts/x/y"), None);
    }
}
