//! Which addresses a push service may have: public ones, over TLS.

use std::net::IpAddr;
use std::time::Duration;

/// Whether the settings name a push service, or one above it.
#[must_use]
pub fn is_known(origin: &str, known: &[String]) -> bool {
    let host = origin.strip_prefix("https://").unwrap_or_default();
    known.iter().any(|name| {
        host.strip_suffix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}

/// Whether a push service may be contacted, judged when a phone subscribes and
/// again when a connection is made. A name that does not resolve just now is
/// accepted: a blip of our resolver must not turn a phone away, and the second
/// look comes before anything is sent.
pub async fn may_be_reached(origin: &str, allow_private: bool) -> bool {
    if allow_private {
        return true;
    }
    let Some(rest) = origin.strip_prefix("https://") else { return false };
    let with_port = if rest.rsplit_once(':').is_some_and(|(_, p)| p.parse::<u16>().is_ok()) {
        rest.to_owned()
    } else {
        format!("{rest}:443")
    };
    let host = with_port.rsplit_once(':').map_or("", |(host, _)| host);
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    if let Ok(address) = bare.parse::<IpAddr>() {
        return safe_courier::is_public(address);
    }
    if !host.contains('.')
        || host.ends_with(".local")
        || host.ends_with(".internal")
        || host.ends_with(".localhost")
    {
        return false;
    }
    let looked_up = tokio::time::timeout(Duration::from_secs(2), tokio::net::lookup_host(with_port)).await;
    match looked_up {
        Ok(Ok(mut found)) => found.all(|address| safe_courier::is_public(address.ip())),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_service_is_its_host_and_what_lies_below() {
        let known = ["push.example.org".to_owned()];
        assert!(is_known("https://push.example.org", &known));
        assert!(is_known("https://eu.push.example.org", &known));
        assert!(!is_known("https://evilpush.example.org", &known));
        assert!(!is_known("https://push.example.org.evil.example", &known));
        assert!(!is_known("https://push.example.org:8443", &known));
    }
}
