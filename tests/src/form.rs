//! Bodies of forms, as browsers write them.

/// Type of a form with files, for [`with_files`].
pub const WITH_FILES: &str = "multipart/form-data; boundary=edge";

/// Fields as `application/x-www-form-urlencoded`.
#[must_use]
pub fn encoded(fields: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", part(name), part(value))).collect();
    pairs.join("&")
}

fn part(text: &str) -> String {
    text.bytes()
        .map(|b| match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(b).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

/// Fields, then files with the name of their field, their own name and what they hold.
#[must_use]
pub fn with_files(fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    let mut part = |head: String, content: &[u8]| {
        body.extend_from_slice(
            format!("--edge\r\nContent-Disposition: form-data; {head}\r\n\r\n").as_bytes(),
        );
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    };
    for (name, value) in fields {
        part(format!("name=\"{name}\""), value.as_bytes());
    }
    for (field, name, content) in files {
        part(format!("name=\"{field}\"; filename=\"{name}\""), content);
    }
    body.extend_from_slice(b"--edge--\r\n");
    body
}
