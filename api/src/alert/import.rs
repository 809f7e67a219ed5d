//! CAP messages of others: read, judged, and kept as drafts.

use sea_orm::DbErr;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use safe_cap::signature::{Certificate, Outcome};
use safe_cap::{Alert, Mode, Report, read};

use super::signing::Judged;
use super::{content, places, remark};
use crate::account::{Person, manage};
use crate::app::State;
use crate::area::{AreaSet, Areas};
use crate::error::{Error, Fault};

pub use super::remark::{CODES, Remark};
pub(crate) use super::taken::is_by_hand;

/// Address of the account under which messages of others are kept.
const ACCOUNT: &str = "import@safe.invalid";

/// What is said about one file.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileReport {
    /// Name of the file or address.
    pub file: String,
    /// Whether it is accepted.
    pub ok: bool,
    /// What breaks a rule.
    pub errors: Vec<Remark>,
    /// What is odd but accepted, and what was repaired.
    pub warnings: Vec<Remark>,
    /// none, valid, invalid or untrusted.
    pub signature: &'static str,
    /// Who signed it, when the signature is valid.
    pub signer: Option<Signer>,
    /// Languages of the message.
    pub languages: Vec<String>,
    /// NIS codes of the municipalities it concerns.
    pub areas: Vec<String>,
}

/// Who signed a message.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CapSigner)]
pub struct Signer {
    /// Subject of the certificate, as RFC 4514 writes it.
    pub subject: String,
    /// SHA-256 of the certificate, as 64 hexadecimal digits.
    pub fingerprint: String,
    /// The certificate itself.
    #[serde(skip)]
    #[schema(ignore)]
    pub certificate: Certificate,
}

impl From<Certificate> for Signer {
    fn from(certificate: Certificate) -> Self {
        let (subject, fingerprint) = (certificate.subject.clone(), certificate.fingerprint.clone());
        Self { subject, fingerprint, certificate }
    }
}

/// A file that was read.
pub struct Read {
    /// What is said about it.
    pub report: FileReport,
    /// The message, when it is accepted.
    pub alert: Option<Alert>,
}

/// Reads one message.
#[must_use]
pub fn cap(
    file: &str,
    bytes: &[u8],
    lenient: bool,
    areas: &Areas,
    trust: &super::signing::Trust,
    now_ms: i64,
) -> Read {
    let mode = if lenient { Mode::Lenient } else { Mode::Strict };
    let Report { alert, errors, mut warnings, repairs, .. } = read(bytes, mode);
    warnings.extend(repairs);
    let ok = errors.is_empty() && alert.is_some();
    let alert = alert.filter(|_| ok);
    // Also of a file that breaks a rule it is told who signed it, and whether that holds.
    let Judged { word, outcome } = trust.judge(bytes, now_ms);
    let mut warnings: Vec<Remark> = warnings.iter().map(remark::of_finding).collect();
    warnings.extend(remark::of_signature(&outcome));
    let mut set = AreaSet::NONE;
    if let Some(alert) = &alert {
        let places = places::of(alert, areas);
        set = places.iter().fold(set, |set, place| set.union(place.set(areas)));
        warnings.extend(content::issue_faults(alert).iter().filter_map(remark::of_fault));
        warnings.extend(places.iter().flat_map(remark::of_place));
    }
    let signer = match outcome {
        Outcome::Valid { certificate } => Some(certificate),
        _ => None,
    };
    let report = FileReport {
        file: file.to_owned(),
        ok,
        errors: errors.iter().map(remark::of_finding).collect(),
        warnings,
        signature: word,
        signer: signer.map(Signer::from),
        languages: alert
            .as_ref()
            .map(|alert| alert.languages().into_iter().map(str::to_owned).collect())
            .unwrap_or_default(),
        areas: areas.members(set).map(|m| m.nis.clone()).collect(),
    };
    Read { report, alert }
}

impl FileReport {
    /// The file was read, and what it says cannot be kept: why stands among its errors.
    ///
    /// # Errors
    /// The fault is ours, and says nothing about the file.
    pub fn refuse(&mut self, error: Error) -> Result<(), Error> {
        let Some(why) = remark::of_refusal(&error) else { return Err(error) };
        self.ok = false;
        // What was a remark until now is the reason.
        self.warnings.retain(|remark| !why.iter().any(|one| one.code == remark.code));
        self.errors.extend(why);
        Ok(())
    }
}

/// The account under which messages of others are kept. It has no role: whoever submits and
/// approves an imported draft is always a person.
///
/// # Errors
/// The database does not answer.
pub async fn account(state: &State) -> anyhow::Result<Person> {
    if let Some(row) = crate::account::by_email(&state.db, ACCOUNT).await? {
        return Ok(Person::from(&row));
    }
    let issued = manage::add(state, ACCOUNT, Some("Import"), &[], None, state.clock.now_ms()).await?;
    Ok(Person::from(&issued.account))
}

/// Whether an account is the one of imports, which answers for nothing.
///
/// # Errors
/// The database does not answer.
pub async fn is_account(state: &State, id: Uuid) -> Result<bool, DbErr> {
    Ok(crate::account::by_email(&state.db, ACCOUNT).await?.is_some_and(|row| row.id == id))
}

/// The remarks as faults of a request.
#[must_use]
pub fn faults(report: &FileReport) -> Vec<Fault> {
    report.errors.iter().map(fault).collect()
}

/// A remark as a fault of a request.
pub(super) fn fault(remark: &Remark) -> Fault {
    let mut fault = Fault::new(remark.element.clone(), format!("cap-{}", remark.code));
    fault.args = remark.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    fault.line = remark.line;
    fault
}

/// What is said about a file that cannot be read.
#[must_use]
pub fn unreadable(file: &str, error: &std::io::Error) -> FileReport {
    let remark = Remark {
        line: None,
        element: String::new(),
        code: "file-unreadable".to_owned(),
        message: error.to_string(),
        args: Vec::new(),
    };
    FileReport {
        file: file.to_owned(),
        ok: false,
        errors: vec![remark],
        warnings: Vec::new(),
        signature: "none",
        signer: None,
        languages: Vec::new(),
        areas: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::signing::Trust;
    use super::*;

    const STORM: &str = include_str!("../../crates/cap/tests/fixtures/valid/single.xml");

    fn read_it(text: &str) -> FileReport {
        let config = crate::config::Config::load(None).expect("defaults");
        let areas = Areas::load(Path::new("../content")).expect("areas");
        let trust = Trust::new(&config).expect("no anchors");
        cap("storm.xml", text.as_bytes(), false, &areas, &trust, 1_790_000_000_000).report
    }

    #[test]
    fn the_region_is_known_by_its_european_code() {
        let (head, rest) = STORM.split_once("<polygon>").expect("a polygon");
        let (_, tail) = rest.split_once("</polygon>").expect("its end");
        let coded = |name: &str, value: &str| {
            let code = format!("<geocode><valueName>{name}</valueName><value>{value}</value></geocode>");
            // What the fixture draws or codes beside it is left out.
            let tail = tail.split_once("</area>").expect("the end of the area").1;
            let report = read_it(&format!("{head}{code}</area>{tail}"));
            assert!(report.ok, "{name} {value}: {:?}", report.errors);
            let unread: Vec<_> =
                report.warnings.iter().filter(|remark| remark.code == "area-unread").collect();
            // A place that is read elsewhere is no riddle; one that is not read is told by its code.
            let riddle = unread.iter().any(|remark| remark.message.contains(&format!("{name} {value}")));
            (report.areas.len(), riddle)
        };
        for (name, value) in [("NUTS1", "BE1"), ("NUTS2", "BE10"), ("NUTS3", "BE100"), ("NUTS", "be100")] {
            assert_eq!(coded(name, value), (19, false), "{name} {value}");
        }
        for (name, value) in [("NUTS", "BE"), ("NIS", "01000"), ("NIS", "21000")] {
            assert_eq!(coded(name, value), (19, false), "{name} {value} holds the Region");
        }
        assert_eq!(coded("NUTS3", "BE241"), (0, false), "the province around it");
        assert_eq!(coded("NIS", "21099"), (0, true), "a code that nobody knows");
        assert_eq!(coded("EMMA_ID", "BE100"), (0, true), "a list of its own");
    }

    #[test]
    fn who_signed_is_told_of_a_file_that_breaks_a_rule_too() {
        let signed = STORM.replace(
            "</alert>",
            "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"></Signature></alert>",
        );
        for text in [signed.clone(), signed.replace("<scope>Public</scope>", "")] {
            let report = read_it(&text);
            assert_eq!(report.signature, "invalid", "{:?}", report.errors);
            let codes: Vec<&str> = report.warnings.iter().map(|remark| remark.code.as_str()).collect();
            assert!(codes.contains(&"signature-not-over-whole-message"), "{codes:?}");
        }
        for text in [STORM, "<alert"] {
            let report = read_it(text);
            assert_eq!(report.signature, "none");
            assert!(report.warnings.iter().all(|remark| !remark.code.starts_with("signature")));
        }
    }

    #[test]
    fn a_remark_says_its_code_once() {
        let report = read_it(&STORM.replace("<scope>Public</scope>", ""));
        let remark = report.errors.iter().find(|remark| remark.code == "element-missing").expect("a remark");
        assert!(
            remark.message.contains("scope") && !remark.message.contains("[element"),
            "{}",
            remark.message
        );
    }
}
