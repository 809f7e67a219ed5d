//! A certificate authority for one run.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, KeyUsagePurpose};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

/// An authority, and TLS settings with a certificate from it.
pub(crate) struct Authority {
    pem: String,
    good: [Arc<ServerConfig>; 2],
    bad: Arc<ServerConfig>,
}

impl Authority {
    /// Makes an authority and a certificate for the hosts and for loopback.
    pub(crate) fn new(
        hosts: impl Iterator<Item = String>,
    ) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let mut names: Vec<String> = ["127.0.0.1", "::1", "localhost"].map(Into::into).to_vec();
        names.extend(hosts);
        names.sort();
        names.dedup();
        let issuer = issuer("stand-in authority")?;
        let stranger = issuer_unknown()?;
        Ok(Self {
            pem: issuer.pem(),
            good: [config(&issuer, &names, &[b"h2", b"http/1.1"])?, config(&issuer, &names, &[b"http/1.1"])?],
            bad: config(&stranger, &names, &[b"h2", b"http/1.1"])?,
        })
    }

    pub(crate) fn pem(&self) -> String {
        self.pem.clone()
    }

    pub(crate) fn good(&self, http1_only: bool) -> Arc<ServerConfig> {
        Arc::clone(&self.good[usize::from(http1_only)])
    }

    pub(crate) fn bad(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.bad)
    }
}

type Issuer = CertifiedIssuer<'static, KeyPair>;

fn issuer(name: &str) -> Result<Issuer, rcgen::Error> {
    let mut params = CertificateParams::new(Vec::new())?;
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.distinguished_name.push(DnType::CommonName, name);
    CertifiedIssuer::self_signed(params, KeyPair::generate()?)
}

fn issuer_unknown() -> Result<Issuer, rcgen::Error> {
    issuer("unknown authority")
}

fn config(
    issuer: &Issuer,
    names: &[String],
    alpn: &[&[u8]],
) -> Result<Arc<ServerConfig>, Box<dyn std::error::Error + Send + Sync>> {
    let key = KeyPair::generate()?;
    let mut params = CertificateParams::new(names.to_vec())?;
    params.use_authority_key_identifier_extension = true;
    let certificate = params.signed_by(&key, issuer)?;
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let mut config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)?;
    config.alpn_protocols = alpn.iter().map(|p| p.to_vec()).collect();
    Ok(Arc::new(config))
}
