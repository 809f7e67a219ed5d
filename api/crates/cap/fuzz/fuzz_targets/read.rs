//! Any bytes must be read or refused without a panic; what was read must
//! survive being written and read again; and no signature may be found valid
//! without anchors.
#![no_main]

use libfuzzer_sys::fuzz_target;
use safe_cap::signature::{Trust, verify};
use safe_cap::{Mode, Profile, read, read_feed, validate, write};

fuzz_target!(|bytes: &[u8]| {
    for mode in [Mode::Strict, Mode::Lenient] {
        let report = read(bytes, mode);
        for finding in report.errors.iter().chain(&report.warnings).chain(&report.repairs) {
            let _ = finding.to_string();
        }
        if let Some(alert) = report.alert {
            let _ = validate(&alert, &Profile::output());
            let again = read(write(&alert).as_bytes(), Mode::Strict);
            assert_eq!(again.alert, Some(alert));
        } else {
            assert!(!report.errors.is_empty());
        }
    }
    let _ = read_feed(bytes);
    let trust = Trust { anchors: Vec::new(), at: time::OffsetDateTime::UNIX_EPOCH };
    assert!(!verify(bytes, &trust).is_valid());
});
