//! What every connection to an address of others has in common: it never leads into our
//! own network, whatever a name resolves to.

use std::net::{IpAddr, SocketAddr};

use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// Names that lead to our own network do not resolve.
#[derive(Debug, Clone, Copy)]
pub struct PublicOnly {
    /// Tests only: private addresses are allowed.
    pub allow_private: bool,
}

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        let allow_private = self.allow_private;
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            if !allow_private && found.iter().any(|address| !safe_courier::is_public(address.ip())) {
                return Err("the name leads to an address that is not public".into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// Whether the host of an address is a name, or an IP address that anybody may have. A
/// client asks no resolver for an IP address, so [`PublicOnly`] does not see those.
#[must_use]
pub fn is_public_host(url: &Url) -> bool {
    let Some(host) = url.host_str() else { return false };
    match host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>() {
        Ok(address) => safe_courier::is_public(address),
        Err(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_our_own_network_are_told_apart() {
        let public = |text: &str| is_public_host(&Url::parse(text).expect("an address"));
        for url in ["https://example.org/", "https://8.8.8.8/", "https://[2a00:1450::1]/"] {
            assert!(public(url), "{url}");
        }
        for url in [
            "https://127.0.0.1/",
            "https://10.1.2.3/",
            "http://[::1]/",
            "http://[::ffff:192.168.0.1]/",
            "http://169.254.169.254/latest/",
            "http://2130706433/",
            "http://0x7f.1/",
        ] {
            assert!(!public(url), "{url}");
        }
    }
}
