//! Connections: resolve, check, connect, agree on TLS.

use std::io::{BufReader, ErrorKind};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::{CertificateDer, ServerName, pem::PemObject as _};
use rustls::{ClientConfig, RootCertStore};
use safe_sealing::Origin;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::{CourierError, FailureKind, Settings, guard};

/// Addresses of one name that are tried.
const MOST_ADDRESSES: usize = 4;

/// An open connection and whether it speaks HTTP/2.
pub(crate) struct Dialed {
    pub(crate) stream: TlsStream<TcpStream>,
    pub(crate) http2: bool,
}

/// Makes connections.
pub(crate) struct Dialer {
    connector: TlsConnector,
    allow_private: bool,
    limit: Duration,
}

impl Dialer {
    /// Reads the trusted certificates.
    pub(crate) fn new(settings: &Settings) -> Result<Self, CourierError> {
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        if let Some(path) = &settings.extra_roots {
            let file = std::fs::File::open(path).map_err(CourierError::Roots)?;
            for certificate in CertificateDer::pem_reader_iter(BufReader::new(file)) {
                let certificate = certificate.map_err(|_| CourierError::Certificate)?;
                roots.add(certificate).map_err(|_| CourierError::Certificate)?;
            }
        }
        let mut config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(Self {
            connector: TlsConnector::from(Arc::new(config)),
            allow_private: settings.allow_private,
            limit: settings.connect_timeout,
        })
    }

    /// Opens one connection, within the time limit.
    pub(crate) async fn dial(&self, origin: &Origin) -> Result<Dialed, FailureKind> {
        let work = self.dial_unlimited(origin);
        match tokio::time::timeout(self.limit, work).await {
            Ok(result) => result,
            Err(_) => Err(FailureKind::Timeout),
        }
    }

    async fn dial_unlimited(&self, origin: &Origin) -> Result<Dialed, FailureKind> {
        let addresses = interleaved(guard::resolve(origin, self.allow_private).await?);
        // A dead address must leave time for the next one.
        let share = self.limit / u32::try_from(addresses.len().min(MOST_ADDRESSES) + 1).unwrap_or(2);
        let mut connected = Err(FailureKind::Connect);
        for address in addresses.iter().take(MOST_ADDRESSES) {
            connected = match tokio::time::timeout(share, TcpStream::connect(address)).await {
                Ok(Ok(stream)) => Ok(stream),
                Ok(Err(error)) if error.kind() == ErrorKind::ConnectionReset => Err(FailureKind::Reset),
                Ok(Err(_)) => Err(FailureKind::Connect),
                Err(_) => Err(FailureKind::Timeout),
            };
            if connected.is_ok() {
                break;
            }
        }
        let stream = connected?;
        stream.set_nodelay(true).map_err(|_| FailureKind::Reset)?;
        let name = ServerName::try_from(origin.host().to_owned()).map_err(|_| FailureKind::Tls)?;
        let stream = self.connector.connect(name, stream).await.map_err(|error| kind(&error))?;
        let http2 = stream.get_ref().1.alpn_protocol() == Some(b"h2");
        Ok(Dialed { stream, http2 })
    }
}

/// Both families in turn, as RFC 8305 (section 4) has it: where one of them leads nowhere, the
/// other is tried before the time is over. The order within a family stays.
fn interleaved(addresses: Vec<SocketAddr>) -> Vec<SocketAddr> {
    let first_family = addresses.first().is_some_and(SocketAddr::is_ipv6);
    let (first, second): (Vec<_>, Vec<_>) =
        addresses.into_iter().partition(|address| address.is_ipv6() == first_family);
    let (mut first, mut second) = (first.into_iter(), second.into_iter());
    let mut mixed = Vec::new();
    loop {
        let pair = [first.next(), second.next()];
        if pair == [None, None] {
            return mixed;
        }
        mixed.extend(pair.into_iter().flatten());
    }
}

/// TLS's own errors are told from a connection that broke during the handshake.
fn kind(error: &std::io::Error) -> FailureKind {
    let tls = error.get_ref().is_some_and(|inner| inner.is::<rustls::Error>());
    if tls { FailureKind::Tls } else { FailureKind::Reset }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With two cryptographic providers compiled in, this panics.
    #[test]
    fn there_is_one_tls_provider() {
        assert!(Dialer::new(&Settings::default()).is_ok());
    }

    #[test]
    fn both_families_are_among_the_addresses_that_are_tried() {
        let mixed = |addresses: &[&str]| -> Vec<String> {
            let parsed = addresses.iter().map(|text| text.parse().expect("an address"));
            interleaved(parsed.collect()).iter().map(SocketAddr::to_string).collect()
        };
        let six = ["[2001:db8::1]:443", "[2001:db8::2]:443", "[2001:db8::3]:443", "[2001:db8::4]:443"];
        let four = ["192.0.2.1:443", "192.0.2.2:443"];
        let expected = [six[0], four[0], six[1], four[1], six[2], six[3]];
        assert_eq!(mixed(&[&six[..], &four].concat()), expected);
        assert_eq!(mixed(&[&four[..], &six[..1]].concat()), [four[0], six[0], four[1]]);
        assert_eq!(mixed(&four), four);
        assert!(mixed(&[]).is_empty());
    }

    #[test]
    fn unreadable_certificates_are_refused() {
        let settings = Settings { extra_roots: Some("/nowhere.pem".into()), ..Settings::default() };
        assert!(matches!(Dialer::new(&settings), Err(CourierError::Roots(_))));
    }
}
