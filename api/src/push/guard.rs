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
        return is_public(address);
    }
    if !host.contains('.') || host.ends_with(".local") || host.ends_with(".internal") || host.ends_with(".localhost") {
        return false;
    }
    let looked_up =
        tokio::time::timeout(Duration::from_secs(2), tokio::net::lookup_host(with_port)).await;
    match looked_up {
        Ok(Ok(mut found)) => found.all(|address| is_public(address.ip())),
        _ => true,
    }
}

fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let [a, b, ..] = v4.octets();
            !(v4.is_private() || v4.is_loopback() || v4.is_link_local() || v4.is_unspecified() || v4.is_broadcast() || v4.is_multicast() || v4.is_documentation() || a == 0 || a >= 240 || (a == 100 && (64..128).contains(&b)))
        }
        IpAddr::V6(v6) => !(v6.is_loopback() || v6.is_unspecified() || v6.is_multicast() || (v6.segments()[0] & 0xfe00) == 0xfc00 || (v6.segments()[0] & 0xffc0) == 0xfe80),
    }
}
