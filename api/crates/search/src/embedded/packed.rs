//! A document and the places of its words, as bytes of the index.

use crate::corpus::{Token, Tokens};
use crate::document::Document;

/// What was kept.
pub(super) struct Kept {
    pub document: Document,
    pub tokens: Tokens,
}

/// The document as bytes.
pub(super) fn text(document: &Document) -> Vec<u8> {
    serde_json::to_vec(document).unwrap_or_default()
}

/// The places as bytes: for each zone its number of words, then for each word its
/// number, the distance from the end of the one before, and its length (LEB128).
pub(super) fn places(tokens: &Tokens) -> Vec<u8> {
    let mut out = Vec::with_capacity(tokens.body.len() * 5);
    for zone in [&tokens.title, &tokens.summary, &tokens.body] {
        number(&mut out, u32::try_from(zone.len()).unwrap_or(u32::MAX));
        let mut at = 0;
        for token in zone {
            number(&mut out, token.word);
            number(&mut out, token.start.saturating_sub(at));
            number(&mut out, token.end - token.start);
            at = token.end;
        }
    }
    out
}

fn number(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(u8::try_from(value & 0x7f).unwrap_or(0) | 0x80);
        value >>= 7;
    }
    out.push(u8::try_from(value).unwrap_or(0));
}

fn read(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

/// Reads both back.
pub(super) fn open(text: &[u8], mut places: &[u8]) -> Option<Kept> {
    let document = serde_json::from_slice(text).ok()?;
    let mut zones: [Vec<Token>; 3] = Default::default();
    for zone in &mut zones {
        let count = read(&mut places)?;
        let mut at = 0;
        for _ in 0..count {
            let word = read(&mut places)?;
            let start = at + read(&mut places)?;
            let end = start + read(&mut places)?;
            zone.push(Token { word, start, end });
            at = end;
        }
    }
    let [title, summary, body] = zones;
    Some(Kept { document, tokens: Tokens { title, summary, body } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let token = |word, start, end| Token { word, start, end };
        let tokens = Tokens {
            title: vec![token(3, 0, 4), token(70_000, 5, 300)],
            summary: Vec::new(),
            body: vec![token(u32::MAX, 2, 70_002)],
        };
        let document: Document =
            serde_json::from_str(r#"{"id":"a:fr","lang":"fr","title":"T","url":"/fr/a/"}"#)
                .expect("document");
        let kept = open(&text(&document), &places(&tokens)).expect("kept");
        assert_eq!(kept.tokens, tokens);
        assert_eq!(kept.document, document);
    }
}
