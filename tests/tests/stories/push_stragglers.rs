//! Phones that are answered for late or never hold up nobody else.

story!(late_answers_hold_up_nobody);

mod tell {
    use std::time::Duration;

    use safe_standin::Faults;
    use safe_tests::Engine;
    use serde_json::json;

    use crate::steps::phones::{everywhere, messages, subscribe_all, with_phones};

    /// Far longer than the story.
    const NEVER_MS: u64 = 600_000;
    const SOON: Duration = Duration::from_secs(30);
    const PHONES: u64 = 640;

    /// In nearly every shard a message hangs: all others are told at once all the same, and
    /// the cancel does not wait for them either.
    pub async fn late_answers_hold_up_nobody(engine: Engine) {
        let phones = usize::try_from(PHONES).expect("a number");
        let (system, standin) =
            with_phones(engine, 1, phones, |config| config.push.request_timeout_ms = NEVER_MS).await;
        let (author, approver) = system.pair().await;
        subscribe_all(&system, &standin).await;
        for severity in ["Minor", "Extreme"] {
            standin.reset();
            standin.set_faults(0, Faults { silent_share: 0.05, ..Faults::default() });
            let mut draft = everywhere();
            draft["severity"] = json!(severity);
            let id = system.publish(&author, &approver, &draft).await;
            assert!(standin.wait_accepted(PHONES * 9 / 10, SOON).await, "{severity}: the others are told");

            standin.reset();
            standin.set_faults(0, Faults::default());
            system.act(&format!("/{id}/cancel"), &author, None).await;
            assert!(standin.wait_accepted(PHONES, SOON).await, "{severity}: all hear that it is cancelled");
            for phone in [0, phones - 1] {
                let told = messages(&standin, phone);
                assert_eq!(told.last().expect("a message")["state"], "cancelled", "{severity} {phone}");
            }
        }
        system.stop().await;
    }
}
