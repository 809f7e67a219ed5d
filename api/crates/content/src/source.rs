//! References to sources: `001:132-196` of the five documents, or an id of `sources.toml`.

/// A reference into one of the five source documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentRef {
    /// Number of the document, 0 to 4.
    pub document: u8,
    /// First line, counted from 1.
    pub from: u32,
    /// Last line; the same as `from` for a single line.
    pub to: u32,
}

/// Reads `001:132` or `001:132-196`; none when the text is something else.
#[must_use]
pub fn parse_document_ref(text: &str) -> Option<DocumentRef> {
    let (document, lines) = text.split_once(':')?;
    if document.len() != 3 {
        return None;
    }
    let document: u8 = document.parse().ok().filter(|d| *d <= 4)?;
    let (from, to) = lines.split_once('-').unwrap_or((lines, lines));
    let (from, to) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
    (from >= 1 && from <= to).then_some(DocumentRef { document, from, to })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_name_a_document_and_its_lines() {
        assert_eq!(parse_document_ref("001:132-196"), Some(DocumentRef { document: 1, from: 132, to: 196 }));
        assert_eq!(parse_document_ref("004:7"), Some(DocumentRef { document: 4, from: 7, to: 7 }));
        for wrong in ["005:1", "1:2", "001:", "001:9-3", "statbel", "001:x"] {
            assert_eq!(parse_document_ref(wrong), None, "{wrong}");
        }
    }
}
