//! The `sub` claim: whom a push service can reach about our traffic.

use crate::endpoint::is_dns_name;

/// A contact that every known push service accepts: `mailto:` with one plain
/// address, or an `https` address. Apple answers `403 BadJwtToken` to anything
/// else, so a wrong one is refused when the program starts, not when the first
/// alert goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject(String);

/// Why a contact was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubjectError {
    /// Neither `mailto:` nor `https://`.
    #[error("the contact must start with mailto: or https://")]
    Scheme,
    /// Spaces, brackets, quotes or non-ASCII text.
    #[error("the contact contains spaces, brackets or characters outside ASCII")]
    Characters,
    /// Not exactly one plain mail address.
    #[error("the contact is not one plain mail address")]
    Address,
    /// The host is `localhost` or has no domain.
    #[error("the contact has no public domain name")]
    Domain,
}

impl Subject {
    /// Checks a contact.
    ///
    /// # Errors
    /// [`SubjectError`] says what a push service would object to.
    pub fn parse(text: &str) -> Result<Self, SubjectError> {
        let bad =
            |b: u8| !b.is_ascii_graphic() || matches!(b, b'<' | b'>' | b'[' | b']' | b'"' | b'\\' | b',');
        if text.bytes().any(bad) {
            return Err(SubjectError::Characters);
        }
        if let Some(address) = text.strip_prefix("mailto:") {
            check_address(address)?;
        } else if let Some(rest) = text.strip_prefix("https://") {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            let host = host.split_once(':').map_or(host, |(host, _)| host);
            check_domain(host)?;
        } else {
            return Err(SubjectError::Scheme);
        }
        Ok(Self(text.to_owned()))
    }

    /// The contact as it goes into the token.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn check_address(address: &str) -> Result<(), SubjectError> {
    let (local, domain) = address.split_once('@').ok_or(SubjectError::Address)?;
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"!#$&'*+-/=^_`{|}~.".contains(&b);
    let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    if local.is_empty() || local.len() > 64 || dots || !local.bytes().all(plain) {
        return Err(SubjectError::Address);
    }
    if domain.contains(['@', '?']) {
        return Err(SubjectError::Address);
    }
    check_domain(domain)
}

fn check_domain(domain: &str) -> Result<(), SubjectError> {
    let last = domain.rsplit('.').next().unwrap_or_default();
    let known_private = ["localhost", "local", "localdomain", "invalid", "internal"]
        .iter()
        .any(|name| last.eq_ignore_ascii_case(name));
    let numeric = last.bytes().all(|b| b.is_ascii_digit());
    if !domain.contains('.') || !is_dns_name(domain) || known_private || numeric {
        return Err(SubjectError::Domain);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_what_apple_accepts() {
        for text in [
            "mailto:push@safe.example",
            "mailto:a.b+c@sub.safe.example",
            "https://safe.example",
            "https://safe.example:8443/contact?x=1",
        ] {
            assert_eq!(Subject::parse(text).expect(text).as_str(), text);
        }
    }

    #[test]
    fn refuses_what_apple_refuses() {
        use SubjectError::*;
        for (text, error) in [
            ("", Scheme),
            ("push@safe.example", Scheme),
            ("http://safe.example", Scheme),
            ("Mailto:push@safe.example", Scheme),
            ("mailto: push@safe.example", Characters),
            ("mailto:<push@safe.example>", Characters),
            ("mailto:push@[192.0.2.1]", Characters),
            ("mailto:é@safe.example", Characters),
            ("mailto:a@safe.example,b@safe.example", Characters),
            ("mailto:push", Address),
            ("mailto:@safe.example", Address),
            ("mailto:a..b@safe.example", Address),
            ("mailto:a@b@safe.example", Address),
            ("mailto:a@safe.example?subject=x", Address),
            ("mailto:push@localhost", Domain),
            ("mailto:push@host.localhost", Domain),
            ("mailto:push@192.0.2.1", Domain),
            ("mailto:push@safe", Domain),
            ("mailto:push@safe..example", Domain),
            ("https://localhost", Domain),
            ("https://", Domain),
            ("https://user@safe.example", Domain),
        ] {
            assert_eq!(Subject::parse(text).err(), Some(error), "{text}");
        }
    }
}
