//! The address of a client, for rate limits alone; it is never logged or kept.

use std::net::{IpAddr, Ipv6Addr};

use actix_web::HttpRequest;

/// The client's address; a proxy's word counts only when the proxy is trusted.
/// IPv6 is cut to its /64, the size that one customer gets.
#[must_use]
pub fn client_address(request: &HttpRequest, trusted: &[String]) -> IpAddr {
    let peer = request.peer_addr().map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |addr| addr.ip());
    let believed = trusted.iter().any(|proxy| proxy.parse() == Ok(peer));
    let address = if believed {
        request
            .headers()
            .get("x-forwarded-for")
            .and_then(|value| value.to_str().ok())
            .and_then(|list| list.rsplit(',').find_map(|part| part.trim().parse().ok()))
            .unwrap_or(peer)
    } else {
        peer
    };
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let s = v6.segments();
            IpAddr::V6(Ipv6Addr::new(s[0], s[1], s[2], s[3], 0, 0, 0, 0))
        }
        v4 => v4,
    }
}
