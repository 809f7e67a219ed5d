//! Which addresses a push service may have: public ones, over TLS.

use std::net::IpAddr;
use std::time::Duration;

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
