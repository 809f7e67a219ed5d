//! What the policy of a source leaves out.

use safe_cap::{Alert, MsgType, Scope, Status};

use super::outcome::Outcome;
use crate::account::digest;
use crate::alert::import::FileReport;
use crate::alert::{content, rank, signing};
use crate::app::State;
use crate::config::FeedSource;

/// Why a message is not believed at all: whatever it names stays as it is.
pub(super) fn disbelieved(source: &FeedSource, cap: &Alert, report: &FileReport) -> Option<Outcome> {
    if cap.status != Status::Actual || matches!(cap.msg_type, MsgType::Ack | MsgType::Error) {
        Some(Outcome::NotActual)
    } else if cap.scope != Scope::Public {
        Some(Outcome::NotPublic)
    } else if source.signed && !well_signed(source, report) {
        Some(Outcome::Unsigned)
    } else {
        None
    }
}

/// Why the source's policy leaves out a message that is believed.
pub(super) fn left_out(state: &State, source: &FeedSource, cap: &Alert, now_ms: i64) -> Option<Outcome> {
    let floor = rank::severity_of(&source.severity).map_or(0, rank::severity_rank);
    if content::expires_ms(cap).is_some_and(|end| end <= now_ms) {
        Some(Outcome::Expired)
    } else if !source.everywhere && content::areas_of(cap, &state.areas).is_empty() {
        // A place that cannot be read may well be ours: a person must look.
        let unread = !content::unread_areas(cap, &state.areas).is_empty();
        Some(if unread { Outcome::Unplaced } else { Outcome::Elsewhere })
    } else if content::severity_rank(cap) < floor {
        Some(Outcome::TooMild)
    } else {
        None
    }
}

/// Hash of the settings by which messages of a source are judged: with others the same messages
/// may become something else.
pub(super) fn settings(source: &FeedSource) -> String {
    let FeedSource { name: _, url, every_s: _, lenient, hosts, signed, signer, everywhere, severity } =
        source;
    let flags = format!("{lenient} {signed} {everywhere}");
    digest(&[url.as_str(), &hosts.join(" "), signer, severity, &flags].join("\n"))
}

/// Whether the signature holds and is that of the source: any other certificate of the same
/// authorities could sign in its name.
fn well_signed(source: &FeedSource, report: &FileReport) -> bool {
    report.signature == "valid"
        && (source.signer.is_empty()
            || report.signer.as_ref().is_some_and(|by| signing::names(&source.signer, &by.certificate)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alert::import;

    fn source(signer: &str) -> FeedSource {
        FeedSource {
            name: "service".to_owned(),
            url: "https://example.org/feed".to_owned(),
            every_s: 60,
            lenient: false,
            hosts: Vec::new(),
            signed: true,
            signer: signer.to_owned(),
            everywhere: false,
            severity: String::new(),
        }
    }

    #[test]
    fn settings_that_judge_otherwise_are_others() {
        let known = settings(&source(""));
        assert_eq!(known, settings(&FeedSource { every_s: 3_600, ..source("") }));
        for other in [
            source("CN=Crisis centre"),
            FeedSource { severity: "Minor".to_owned(), ..source("") },
            FeedSource { everywhere: true, ..source("") },
            FeedSource { lenient: true, ..source("") },
        ] {
            assert_ne!(known, settings(&other), "{other:?}");
        }
    }

    #[test]
    fn a_signature_that_holds_is_not_that_of_the_source() {
        let report =
            |signature| FileReport { signature, ..import::unreadable("", &std::io::Error::other("")) };
        assert!(well_signed(&source(""), &report("valid")));
        assert!(!well_signed(&source(""), &report("untrusted")));
        assert!(!well_signed(&source("CN=Crisis centre"), &report("valid")), "bound to a certificate");
    }
}
