//! Connections: resolve, check, connect, agree on TLS.

use std::io::{BufReader, ErrorKind};
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::{CertificateDer, ServerName, pem::PemObject as _};
use rustls::{ClientConfig, RootCertStore};
use safe_sealing::Origin;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::{CourierError, FailureKind, Settings, guard};

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
        let addresses = guard::resolve(origin, self.allow_private).await?;
        // A dead address must leave time for the next one.
        let share = self.limit / u32::try_from(addresses.len().min(4) + 1).unwrap_or(2);
        let mut connected = Err(FailureKind::Connect);
        for address in addresses.iter().take(4) {
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
    fn unreadable_certificates_are_refused() {
        let settings = Settings { extra_roots: Some("/nowhere.pem".into()), ..Settings::default() };
        assert!(matches!(Dialer::new(&settings), Err(CourierError::Roots(_))));
    }
}
