//! The address of a client, for rate limits alone; it is never logged or kept.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use actix_web::HttpRequest;
use actix_web::http::header::HeaderMap;

/// A proxy or a network of proxies whose word is believed, such as `10.0.0.7` or
/// `2001:db8::/48`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u32,
}

impl Network {
    /// Reads an address, or a network as RFC 4632 writes it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits.parse().ok()?)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().ok()?;
        let whole = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(whole);
        (bits <= whole).then_some(Self { address, bits })
    }

    /// Whether an address lies in it.
    #[must_use]
    pub fn holds(&self, address: IpAddr) -> bool {
        match (self.address, address) {
            (IpAddr::V4(ours), IpAddr::V4(other)) => {
                (ours.to_bits() ^ other.to_bits()).checked_shr(32 - self.bits).unwrap_or(0) == 0
            }
            (IpAddr::V6(ours), IpAddr::V6(other)) => {
                (ours.to_bits() ^ other.to_bits()).checked_shr(128 - self.bits).unwrap_or(0) == 0
            }
            _ => false,
        }
    }
}

/// The client's address; a proxy's word counts only when the proxy is trusted.
/// IPv6 is cut to its /64, the size that one customer gets.
#[must_use]
pub fn client_address(request: &HttpRequest, trusted: &[String]) -> IpAddr {
    let peer = request.peer_addr().map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |addr| addr.ip());
    match behind(request.headers(), peer.to_canonical(), trusted) {
        IpAddr::V6(v6) => {
            let s = v6.segments();
            IpAddr::V6(Ipv6Addr::new(s[0], s[1], s[2], s[3], 0, 0, 0, 0))
        }
        v4 => v4,
    }
}

/// Who stands behind our proxies. Each of them adds the address it heard from at the end, in
/// the last line or in one of its own; what stands before the first word of a stranger is that
/// stranger's invention.
fn behind(headers: &HeaderMap, peer: IpAddr, trusted: &[String]) -> IpAddr {
    let ours =
        |address: IpAddr| trusted.iter().filter_map(|text| Network::parse(text)).any(|n| n.holds(address));
    if !ours(peer) {
        return peer;
    }
    let lines: Vec<_> = headers.get_all("x-forwarded-for").collect();
    let mut last = peer;
    for line in lines.iter().rev() {
        let Ok(line) = line.to_str() else { return last };
        for part in line.rsplit(',') {
            // A part that is no address tells nothing, and what stands before it even less.
            let Some(address) = address(part.trim()) else { return last };
            if !ours(address) {
                return address;
            }
            last = address;
        }
    }
    last
}

/// An address, with or without the port that some proxies add.
fn address(part: &str) -> Option<IpAddr> {
    let bare = part.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(part);
    let plain = bare.parse::<IpAddr>().ok();
    plain.or_else(|| part.parse::<SocketAddr>().ok().map(|both| both.ip())).map(|ip| ip.to_canonical())
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    fn client(peer: &str, trusted: &[&str], lines: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for line in lines {
            let name = HeaderName::from_static("x-forwarded-for");
            headers.append(name, HeaderValue::from_str(line).expect("a header"));
        }
        let trusted: Vec<_> = trusted.iter().map(|text| (*text).to_owned()).collect();
        behind(&headers, peer.parse().expect("an address"), &trusted).to_string()
    }

    #[test]
    fn the_client_is_the_first_stranger_seen_from_our_side() {
        let proxies = ["10.0.0.0/8", "2001:db8:1::/48"];
        let from = |lines: &[&str]| client("10.1.2.3", &proxies, lines);
        assert_eq!(client("192.0.2.9", &proxies, &["198.51.100.1"]), "192.0.2.9", "no proxy of ours");
        assert_eq!(from(&[]), "10.1.2.3");
        assert_eq!(from(&["198.51.100.1, 203.0.113.5"]), "203.0.113.5", "the rest is invented");
        assert_eq!(from(&["198.51.100.1", "203.0.113.5"]), "203.0.113.5", "the proxy's own line counts");
        assert_eq!(from(&["198.51.100.1", "203.0.113.5, 10.9.9.9"]), "203.0.113.5", "a second proxy");
        assert_eq!(from(&["203.0.113.5:5678"]), "203.0.113.5", "a port is no part of it");
        assert_eq!(from(&["[2001:db8:2::5]:443"]), "2001:db8:2::5");
        assert_eq!(from(&["::ffff:203.0.113.5"]), "203.0.113.5");
        assert_eq!(from(&["198.51.100.1, unknown"]), "10.1.2.3", "no way past a word without an address");
        assert_eq!(from(&["198.51.100.1, , 10.9.9.9"]), "10.9.9.9");
        assert_eq!(from(&["10.9.9.9, 2001:db8:1::7"]), "10.9.9.9", "all are ours");
    }

    #[test]
    fn networks_are_read_and_hold_what_they_say() {
        let holds = |network: &str, address: &str| {
            Network::parse(network).expect("a network").holds(address.parse().expect("an address"))
        };
        assert!(holds("0.0.0.0/0", "203.0.113.5") && holds("::/0", "2001:db8::1"));
        assert!(holds("10.0.0.7", "10.0.0.7") && !holds("10.0.0.7", "10.0.0.6"));
        assert!(holds("10.0.0.0/31", "10.0.0.1") && !holds("10.0.0.0/31", "10.0.0.2"));
        assert!(holds("2001:db8::/48", "2001:db8:0:9::1") && !holds("2001:db8::/48", "2001:db8:1::1"));
        assert!(!holds("0.0.0.0/0", "2001:db8::1"));
        for bad in ["", "proxy", "10.0.0.0/33", "10.0.0.0/x", "::/129", "10.0.0/8"] {
            assert_eq!(Network::parse(bad), None, "{bad}");
        }
    }
}
