//! CAP messages of others: read, judged, and kept as drafts.

use sea_orm::DbErr;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use safe_cap::signature::Certificate;
use safe_cap::{Alert, Area, Mode, Report, read};

use super::content;
use super::signing::Judged;
use crate::account::{Person, manage};
use crate::app::State;
use crate::area::Areas;
use crate::error::Fault;

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

/// One remark on a file.
#[derive(Debug, Serialize, ToSchema)]
pub struct Remark {
    /// Line, from 1.
    pub line: Option<u64>,
    /// CAP element.
    pub element: String,
    /// Stable code of the rule.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// Values named by the words of the rule (`cap-<code>`).
    #[serde(skip)]
    pub args: Vec<(&'static str, String)>,
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
    let none = Judged { word: "none", signer: None };
    let Judged { word, signer } = if ok { trust.judge(bytes, now_ms) } else { none };
    let mut warnings: Vec<Remark> = warnings.iter().map(remark).collect();
    let areas_unread = alert.iter().flat_map(content::unread_areas);
    warnings.extend(areas_unread.filter(|area| !area.geocode.is_empty()).map(unread));
    let report = FileReport {
        file: file.to_owned(),
        ok,
        errors: errors.iter().map(remark).collect(),
        warnings,
        signature: word,
        signer: signer.map(Signer::from),
        languages: alert
            .as_ref()
            .map(|alert| alert.languages().into_iter().map(str::to_owned).collect())
            .unwrap_or_default(),
        areas: alert
            .as_ref()
            .map(|alert| {
                let set = content::areas_of(alert, areas, now_ms);
                areas.members(set).map(|m| m.nis.clone()).collect()
            })
            .unwrap_or_default(),
    };
    Read { report, alert }
}

fn remark(finding: &safe_cap::Finding) -> Remark {
    let sentence = finding.to_string();
    // The code stands in a field of its own.
    let message = sentence.strip_suffix(&format!(" [{}]", finding.code)).unwrap_or(&sentence);
    Remark {
        line: finding.line.map(u64::from),
        element: finding.element.to_owned(),
        code: finding.code.to_string(),
        message: message.to_owned(),
        args: finding.args.iter().map(|(name, value)| (name, value.to_owned())).collect(),
    }
}

/// What is said of an area that cannot be placed. A code of a list that is not read here is
/// named, never guessed at.
fn unread(area: &Area) -> Remark {
    let said: Vec<String> =
        area.geocode.iter().take(20).map(|code| format!("{} {}", code.value_name, code.value)).collect();
    let (said, place) = (said.join(", "), area.area_desc.clone());
    Remark {
        line: None,
        element: "area".to_owned(),
        code: "area-unread".to_owned(),
        message: format!("the place {place:?} cannot be read: {said}"),
        args: vec![("place", place), ("codes", said)],
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
    report
        .errors
        .iter()
        .map(|remark| {
            let mut fault = Fault::new(remark.element.clone(), format!("cap-{}", remark.code));
            fault.args =
                remark.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
            fault.line = remark.line;
            fault
        })
        .collect()
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
        assert_eq!(coded("NUTS3", "BE241"), (0, false), "the province around it");
        assert_eq!(coded("EMMA_ID", "BE100"), (0, true), "a list of its own");
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
