//! Where connections may go. An endpoint is an address that a stranger gave us;
//! without this it could make us talk to our own network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use safe_sealing::Origin;

use crate::FailureKind;

/// Whether an address is one that anyone on the internet can have: not private,
/// loopback, link-local, shared (RFC 6598), unique-local, documentation,
/// benchmarking, multicast or reserved, and no IPv6 form that wraps such an
/// IPv4 address.
#[must_use]
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    !matches!(
        (a, b, c),
        (0 | 10 | 127 | 224..=255, _, _)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 0, 0 | 2)
            | (192, 88, 99)
            | (192, 168, _)
            | (198, 18..=19, _)
            | (198, 51, 100)
            | (203, 0, 113)
    )
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    match ip.segments() {
        // NAT64 (RFC 6052): what matters is the IPv4 address inside.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            is_public_v4(Ipv4Addr::from(u32::from(high) << 16 | u32::from(low)))
        }
        // Protocol assignments with Teredo, documentation, 6to4.
        [0x2001, 0..=0x1ff, ..] | [0x2001, 0xdb8, ..] | [0x2002, ..] | [0x3fff, 0..=0xfff, ..] => false,
        // Only 2000::/3 is given out; mapped, unique-local and link-local
        // addresses all lie outside.
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

/// Resolves an origin's name. If any address is not public, the name is refused
/// as a whole: a service does not mix them, an attack does.
///
/// # Errors
/// [`FailureKind::Dns`] if the name does not resolve, [`FailureKind::Blocked`]
/// if it leads to an address that is not public.
pub async fn resolve(origin: &Origin, allow_private: bool) -> Result<Vec<SocketAddr>, FailureKind> {
    let found = tokio::net::lookup_host((origin.host(), origin.port())).await;
    let addresses: Vec<SocketAddr> = found.map_err(|_| FailureKind::Dns)?.collect();
    if addresses.is_empty() {
        return Err(FailureKind::Dns);
    }
    if !allow_private && addresses.iter().any(|a| !is_public(a.ip())) {
        return Err(FailureKind::Blocked);
    }
    Ok(addresses)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_are_not_public_are_told() {
        for text in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.9.9.9",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.1.1.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "5f00::1",
        ] {
            assert!(!is_public(text.parse().expect(text)), "{text}");
        }
    }

    #[test]
    fn public_addresses_pass() {
        for text in [
            "1.1.1.1",
            "8.8.8.8",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "192.0.1.1",
            "198.17.0.1",
            "198.20.0.1",
            "223.255.255.255",
            "2001:4860:4860::8888",
            "2a00:1450:4001::1",
            "2606:4700::1111",
            "64:ff9b::808:808",
        ] {
            assert!(is_public(text.parse().expect(text)), "{text}");
        }
    }

    #[tokio::test]
    async fn names_that_lead_inside_are_blocked() {
        let resolve = |text: &str, allow| {
            let origin = Origin::parse(text).expect("origin");
            async move { super::resolve(&origin, allow).await }
        };
        for text in ["https://127.0.0.1", "https://localhost:1", "https://[::ffff:10.0.0.1]"] {
            assert_eq!(resolve(text, false).await, Err(FailureKind::Blocked), "{text}");
        }
        assert!(resolve("https://127.0.0.1:1", true).await.is_ok());
        let nowhere = resolve("https://nothing.invalid", false).await;
        assert_eq!(nowhere, Err(FailureKind::Dns));
    }
}
