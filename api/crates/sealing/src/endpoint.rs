//! Endpoints and their origins.

/// An `https` origin: scheme, host and, unless it is 443, port. This is the
/// `aud` of a VAPID token (RFC 8292 section 2) and the unit of delivery.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Origin {
    text: Box<str>,
    host_end: usize,
    port: u16,
}

/// A push endpoint, taken apart. Whoever knows the address can be told things
/// in our name, so the path is a secret and `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Endpoint<'a> {
    /// Where to connect.
    pub origin: Origin,
    /// Path and query, starting with `/`. Secret.
    pub path_and_query: &'a str,
}

/// Why an address is not a usable push endpoint. The address is not repeated
/// in the text, because it is a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndpointError {
    /// Only `https` is allowed (RFC 8030 section 8).
    #[error("the endpoint is not an https address")]
    NotHttps,
    /// Spaces, control characters, backslashes, a fragment or non-ASCII text.
    #[error("the endpoint contains characters that an address cannot have")]
    Characters,
    /// No host, or a host with user name, or a malformed host.
    #[error("the endpoint has no proper host")]
    Host,
    /// The port is not a number from 1 to 65535.
    #[error("the endpoint has an invalid port")]
    Port,
    /// The address has no path: it names no subscription.
    #[error("the endpoint has no path")]
    Path,
}

const SCHEME: &str = "https://";
/// Longest address that is accepted; those of the known services are under 600.
const MAX_LEN: usize = 2048;

impl Origin {
    /// Reads an origin such as `https://push.example:8443`, with nothing after
    /// host and port but an optional `/`.
    ///
    /// # Errors
    /// [`EndpointError`] says what is wrong.
    pub fn parse(text: &str) -> Result<Self, EndpointError> {
        let (origin, rest) = split(text)?;
        match rest {
            "" | "/" => Ok(origin),
            _ => Err(EndpointError::Path),
        }
    }

    /// The origin as text: lower case, port only if it is not 443.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The host name or address; an IPv6 address without brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        self.text[SCHEME.len()..self.host_end].trim_matches(['[', ']'])
    }

    /// Host and port as they appear in `:authority`.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.text[SCHEME.len()..]
    }

    /// The port, 443 if the address names none.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl<'a> Endpoint<'a> {
    /// Takes an endpoint apart.
    ///
    /// # Errors
    /// [`EndpointError`] says what is wrong, without the address.
    pub fn parse(text: &'a str) -> Result<Self, EndpointError> {
        let (origin, path_and_query) = split(text)?;
        if !path_and_query.starts_with('/') || path_and_query.len() < 2 {
            return Err(EndpointError::Path);
        }
        Ok(Self { origin, path_and_query })
    }
}

impl std::fmt::Debug for Endpoint<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Endpoint").field("origin", &self.origin.as_str()).finish_non_exhaustive()
    }
}

/// The origin of an endpoint, a port other than 443 included.
///
/// # Errors
/// [`EndpointError`] as for [`Endpoint::parse`].
pub fn origin_of(endpoint: &str) -> Result<Origin, EndpointError> {
    Endpoint::parse(endpoint).map(|e| e.origin)
}

fn split(text: &str) -> Result<(Origin, &str), EndpointError> {
    let scheme = text.get(..SCHEME.len()).ok_or(EndpointError::NotHttps)?;
    if !scheme.eq_ignore_ascii_case(SCHEME) {
        return Err(EndpointError::NotHttps);
    }
    let bad = |b: u8| !b.is_ascii_graphic() || matches!(b, b'\\' | b'#' | b'"' | b'<' | b'>');
    if text.len() > MAX_LEN || text.bytes().any(bad) {
        return Err(EndpointError::Characters);
    }
    let rest = &text[SCHEME.len()..];
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let (host, port) = split_port(authority)?;
    check_host(host)?;
    let mut origin = String::with_capacity(SCHEME.len() + authority.len());
    origin.push_str(SCHEME);
    origin.push_str(&host.to_ascii_lowercase());
    let host_end = origin.len();
    if port != 443 {
        origin.push(':');
        origin.push_str(&port.to_string());
    }
    let text = origin.into_boxed_str();
    Ok((Origin { text, host_end, port }, path))
}

fn split_port(authority: &str) -> Result<(&str, u16), EndpointError> {
    let bracket = authority.rfind(']').map_or(0, |i| i + 1);
    let Some(colon) = authority[bracket..].find(':') else {
        return Ok((authority, 443));
    };
    let (host, port) = authority.split_at(bracket + colon);
    let digits = &port[1..];
    if digits.is_empty() || digits.len() > 5 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(EndpointError::Port);
    }
    match digits.parse() {
        Ok(0) | Err(_) => Err(EndpointError::Port),
        Ok(port) => Ok((host, port)),
    }
}

/// A DNS name of letters, digits, hyphens and underscores, an IPv4 address, or
/// an IPv6 address in brackets.
fn check_host(host: &str) -> Result<(), EndpointError> {
    if let Some(inner) = host.strip_prefix('[') {
        let inner = inner.strip_suffix(']').ok_or(EndpointError::Host)?;
        return match inner.parse::<std::net::Ipv6Addr>() {
            Ok(_) => Ok(()),
            Err(_) => Err(EndpointError::Host),
        };
    }
    if is_dns_name(host) { Ok(()) } else { Err(EndpointError::Host) }
}

/// True for a DNS name whose labels are 1 to 63 letters, digits, hyphens or
/// underscores, without a hyphen at either end.
pub(crate) fn is_dns_name(host: &str) -> bool {
    let label = |l: &str| {
        (1..=63).contains(&l.len())
            && !l.starts_with('-')
            && !l.ends_with('-')
            && l.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
    };
    host.len() <= 253 && host.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_a_port_that_is_not_the_default() {
        let origin = |e: &str| origin_of(e).map(|o| o.to_string());
        assert_eq!(origin("https://push.example:8443/a/b?c=d").as_deref(), Ok("https://push.example:8443"));
        assert_eq!(origin("HTTPS://Push.Example:443/a").as_deref(), Ok("https://push.example"));
        assert_eq!(origin("https://[2001:db8::1]:8443/a").as_deref(), Ok("https://[2001:db8::1]:8443"));
    }

    #[test]
    fn takes_an_endpoint_apart() {
        let endpoint = Endpoint::parse("https://push.example:8443/wp/x?y=z").expect("valid");
        assert_eq!(endpoint.path_and_query, "/wp/x?y=z");
        assert_eq!(endpoint.origin.host(), "push.example");
        assert_eq!(endpoint.origin.authority(), "push.example:8443");
        assert_eq!(endpoint.origin.port(), 8443);
        assert!(!format!("{endpoint:?}").contains("wp"));
        let v6 = origin_of("https://[::1]:1/a").expect("valid");
        assert_eq!((v6.host(), v6.authority()), ("::1", "[::1]:1"));
    }

    #[test]
    fn refuses_what_is_not_an_endpoint() {
        use EndpointError::*;
        for (text, error) in [
            ("http://push.example/a", NotHttps),
            ("", NotHttps),
            ("https:/", NotHttps),
            ("https://é", Characters),
            ("https://push.example/a b", Characters),
            ("https://push.example/a#b", Characters),
            ("https://push.example\\@evil.example/a", Characters),
            ("https:///a", Host),
            ("https://user@push.example/a", Host),
            ("https://user:pass@push.example/a", Port),
            ("https://push..example/a", Host),
            ("https://[::1/a", Port),
            ("https://[::g]/a", Host),
            ("https://push.example:0/a", Port),
            ("https://push.example:65536/a", Port),
            ("https://push.example:/a", Port),
            ("https://push.example", Path),
            ("https://push.example/", Path),
            ("https://push.example?x", Path),
        ] {
            assert_eq!(Endpoint::parse(text).err(), Some(error), "{text}");
        }
    }
}
