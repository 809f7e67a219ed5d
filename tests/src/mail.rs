//! Mails of the outbox.

/// The text of a mail in base64.
#[must_use]
pub fn body_of(mail: &str) -> String {
    let body: String = mail.split("\r\n\r\n").nth(1).unwrap_or_default().split_whitespace().collect();
    let mut bits = 0u32;
    let mut count = 0;
    let mut bytes = Vec::new();
    for c in body.bytes().filter(|c| *c != b'=') {
        let value = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' => 62,
            _ => 63,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xFF).expect("a byte"));
        }
    }
    String::from_utf8(bytes).expect("text")
}
