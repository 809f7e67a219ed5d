//! Addresses, by RFC 3986 and RFC 3987.

/// Whether a text is a reference once its foreign characters are escaped: the
/// type `anyURI` of XML Schema, which lets spaces and the like through.
pub(crate) fn is_any_uri(text: &str) -> bool {
    let (main, fragment) = text.split_once('#').unwrap_or((text, ""));
    if fragment.contains('#') || !has_whole_escapes(text) {
        return false;
    }
    let first = main.split(['/', '?']).next().unwrap_or_default();
    let rest = match first.split_once(':') {
        Some((scheme, _)) if !is_scheme(scheme) => return false,
        Some((scheme, _)) => &main[scheme.len() + 1..],
        None => main,
    };
    let Some(rest) = rest.strip_prefix("//") else {
        return !rest.contains(['[', ']']);
    };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    is_authority(&rest[..end]) && !rest[end..].contains(['[', ']'])
}

/// Whether a text can be used as an address as it stands: nothing in it needs
/// to be escaped first.
pub(crate) fn is_uri(text: &str) -> bool {
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    let fragment = text.split_once('#').map_or("", |(_, fragment)| fragment);
    let empty_port = text.contains(":/")
        && text.rsplit("//").next().is_some_and(|rest| {
            rest.split(['/', '?', '#']).next().is_some_and(|authority| authority.ends_with(':'))
        });
    let brackets = fragment.contains(['[', ']']);
    is_any_uri(text) && !text.is_empty() && !text.contains(forbidden) && !empty_port && !brackets
}

/// Whether an address names its scheme and its host.
pub(crate) fn is_absolute(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    is_scheme(scheme) && !rest.is_empty() && !rest.starts_with(['/', '?', '#'])
}

/// Host, with a user before and a port after it at most.
fn is_authority(text: &str) -> bool {
    let host = text.split_once('@').map_or(text, |(_, host)| host);
    if host.contains('@') {
        return false;
    }
    let port = match host.strip_prefix('[') {
        Some(inner) => match inner.split_once(']') {
            Some((_, "")) => "",
            Some((_, after)) => match after.strip_prefix(':') {
                Some(port) => port,
                None => return false,
            },
            None => return false,
        },
        None if host.contains(['[', ']']) => return false,
        None => host.split_once(':').map_or("", |(_, port)| port),
    };
    port.len() <= 9 && port.bytes().all(|byte| byte.is_ascii_digit())
}

fn has_whole_escapes(text: &str) -> bool {
    let is_hex =
        |rest: &str| rest.as_bytes().get(..2).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
    text.split('%').skip(1).all(is_hex)
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::{is_absolute, is_any_uri, is_uri};

    #[test]
    fn addresses_are_told_from_other_texts() {
        for text in ["https://example.org/a?b=%20#c", "http://[::1]:80/", "//h", "a/b:c", "mailto:a@b", "é"]
        {
            assert!(is_any_uri(text) && is_uri(text), "{text}");
        }
        for text in ["a b", "", "a|b", "http://h:/", "#[x]", "http://h:"] {
            assert!(is_any_uri(text) && !is_uri(text), "{text}");
        }
        for text in
            ["100%", "%zz", "a#b#c", "1a:b", ":x", "http://h:8x/", "[b]", "http://u@v@h/", "http://[::1"]
        {
            assert!(!is_any_uri(text) && !is_uri(text), "{text}");
        }
    }

    #[test]
    fn absolute_addresses_have_a_host() {
        assert!(is_absolute("https://example.org"));
        assert!(!is_absolute("/page") && !is_absolute("https:///page") && !is_absolute("mailto:a@b"));
    }
}
