//! What is said about a message of others: remarks of the reader of CAP, and our own.

use safe_cap::Area;
use safe_cap::signature::Outcome;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::places::Place;
use crate::error::{Error, Fault};
use crate::http::fault_text;
use crate::i18n::{Args, Lang};

/// Codes of our own remarks, beside those of the reader of CAP; the words are `cap-<code>`.
pub const CODES: [&str; 19] = [
    "area-unread",
    "shape-unread",
    "scope-not-public",
    "message-answers",
    "message-cancels",
    "message-cancels-ours",
    "message-cancels-open",
    "draft-discarded",
    "update-unknown",
    "update-names-more",
    "signature-digest-mismatch",
    "signature-signature-invalid",
    "signature-certificate-expired",
    "signature-certificate-not-yet-valid",
    "signature-certificate-not-trusted",
    "signature-certificate-missing",
    "signature-certificate-invalid",
    "signature-unsupported-algorithm",
    "signature-not-over-whole-message",
];

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

/// What the reader of CAP found.
pub(super) fn of_finding(finding: &safe_cap::Finding) -> Remark {
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

/// One of our own remarks.
fn own(element: &str, code: String, args: Vec<(&'static str, String)>) -> Remark {
    let words = args.iter().fold(Args::new(), |words, (name, value)| words.with(name, value.clone()));
    let message = Lang::EN.text_with(&format!("cap-{code}"), &words);
    Remark { line: None, element: element.to_owned(), code, message, args }
}

/// What is said of a signature that is no proof, each reason by its own code.
pub(super) fn of_signature(outcome: &Outcome) -> Option<Remark> {
    let args = match outcome {
        Outcome::None | Outcome::Valid { .. } | Outcome::Unreadable { .. } => return None,
        Outcome::CertificateExpired { certificate }
        | Outcome::CertificateNotYetValid { certificate }
        | Outcome::CertificateNotTrusted { certificate } => vec![("subject", certificate.subject.clone())],
        Outcome::UnsupportedAlgorithm { algorithm } => vec![("algorithm", algorithm.clone())],
        _ => Vec::new(),
    };
    Some(own("Signature", format!("signature-{}", outcome.code()), args))
}

/// A fault that has words of CAP, as a remark.
pub(super) fn of_fault(fault: &Fault) -> Option<Remark> {
    let code = fault.code.strip_prefix("cap-")?;
    let known = |name: &str| ["kind", "scope", "alert"].into_iter().find(|one| *one == name);
    let args = fault.args.iter().filter_map(|(name, value)| Some((known(name)?, value.clone())));
    Some(own(&fault.field, code.to_owned(), args.collect()))
}

/// What is said of a message that updates none of ours: it would be a new alert.
pub(super) fn update_unknown() -> Remark {
    own("references", "update-unknown".to_owned(), Vec::new())
}

/// What is said of an alert that a message names as well, and that stays active beside it.
pub(super) fn update_names_more(alert: Uuid) -> Remark {
    own("references", "update-names-more".to_owned(), vec![("alert", alert.to_string())])
}

/// What is said of a draft that a message took back before anybody had worked on it.
pub(super) fn draft_discarded(draft: Uuid) -> Remark {
    own("references", "draft-discarded".to_owned(), vec![("alert", draft.to_string())])
}

/// What is said of an area that cannot be placed, and of drawings that nothing can be made of.
/// A code of a list that is not read here is named, never guessed at.
pub(super) fn of_place(place: &Place<'_>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if place.is_unread() && !place.area.geocode.is_empty() {
        remarks.push(unread_codes(place.area));
    }
    if place.lost > 0 {
        let args = vec![("place", place.area.area_desc.clone()), ("count", place.lost.to_string())];
        remarks.push(own("area", "shape-unread".to_owned(), args));
    }
    remarks
}

fn unread_codes(area: &Area) -> Remark {
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

/// Why a message that was read cannot be kept; none when the fault is ours and says nothing
/// about the message.
pub(super) fn of_refusal(error: &Error) -> Option<Vec<Remark>> {
    let plain = |code: &str, message| Remark {
        line: None,
        element: "alert".to_owned(),
        code: code.to_owned(),
        message,
        args: Vec::new(),
    };
    match error {
        Error::Invalid(faults) => {
            let remark = |fault: &Fault| Remark {
                line: fault.line,
                element: fault.field.clone(),
                code: fault.code.strip_prefix("cap-").unwrap_or(&fault.code).to_owned(),
                message: fault_text(fault, Lang::EN),
                args: Vec::new(),
            };
            Some(faults.iter().map(remark).collect())
        }
        Error::Conflict(rule) | Error::Forbidden(rule) => {
            Some(vec![plain(rule, Lang::EN.text(&format!("rule-{rule}")))])
        }
        other if other.row().0.is_client_error() => {
            let code = other.row().1;
            Some(vec![plain(code, Lang::EN.text(&format!("error-{code}")))])
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use safe_cap::signature::Certificate;

    use super::*;

    #[test]
    fn signatures_are_told_apart() {
        let found = Certificate::all_from_pem(include_str!("signing.test.pem")).expect("it is read");
        let certificate = || found[0].clone();
        let outcomes = [
            Outcome::DigestMismatch,
            Outcome::SignatureInvalid,
            Outcome::CertificateExpired { certificate: certificate() },
            Outcome::CertificateNotYetValid { certificate: certificate() },
            Outcome::CertificateNotTrusted { certificate: certificate() },
            Outcome::CertificateMissing,
            Outcome::CertificateInvalid,
            Outcome::UnsupportedAlgorithm { algorithm: "urn:other".to_owned() },
            Outcome::NotOverWholeMessage,
        ];
        let silent = ["none", "valid", "unreadable"];
        assert_eq!(outcomes.len() + silent.len(), Outcome::CODES.len());
        for outcome in &outcomes {
            let remark = of_signature(outcome).expect("a remark");
            assert_eq!(remark.code, format!("signature-{}", outcome.code()));
            assert!(CODES.contains(&remark.code.as_str()) && !remark.message.starts_with('['), "{remark:?}");
            assert!(remark.args.iter().all(|(_, value)| remark.message.contains(value)), "{remark:?}");
        }
        assert!(of_signature(&Outcome::Valid { certificate: certificate() }).is_none());
    }

    #[test]
    fn what_a_message_names_is_told_in_words() {
        let id = Uuid::from_u128(17);
        for remark in [update_unknown(), update_names_more(id), draft_discarded(id)] {
            assert!(CODES.contains(&remark.code.as_str()) && !remark.message.starts_with('['), "{remark:?}");
            assert!(remark.args.iter().all(|(_, value)| remark.message.contains(value)), "{remark:?}");
        }
    }

    #[test]
    fn a_refusal_says_why_in_words() {
        let fault = Fault::new("msgType", "cap-message-cancels-ours").arg("alert", "17");
        let told = of_refusal(&Error::Invalid(vec![fault])).expect("remarks");
        assert_eq!((told[0].element.as_str(), told[0].code.as_str()), ("msgType", "message-cancels-ours"));
        assert!(told[0].message.contains("/17/cancel"), "{told:?}");
        for error in [Error::Conflict("cap-taken"), Error::NotFound] {
            let told = of_refusal(&error).expect("remarks");
            assert!(!told[0].message.starts_with('['), "{told:?}");
        }
        assert!(of_refusal(&Error::Unavailable).is_none(), "says nothing about the file");
    }
}
