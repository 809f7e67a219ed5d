//! A push service that calls phones gone: believed or not, and no sending waits for it.

story!(an_outage_forgets_nobody);
story!(nobody_waits_for_phones_in_doubt);
story!(phones_that_left_are_forgotten);

mod tell {
    use std::time::Duration;

    use safe_api::push::roster::Reach;
    use safe_standin::Faults;
    use safe_tests::{Engine, System};
    use serde_json::json;

    use crate::steps::phones::{delivery, everywhere, finished, subscribe_all, with_phones};

    /// A day and more: the same word about a phone is a second one by then.
    const LATER_S: u64 = 25 * 3600;

    fn subscribed(system: &System) -> i64 {
        system.state().push.reach(&Reach::everybody()).expect("this process sends")
    }

    /// Waits until so many phones are in memory: they leave it a moment after the records.
    async fn keeps(system: &System, phones: i64) {
        let kept = system.until(Duration::from_secs(30), || async { subscribed(system) == phones }).await;
        assert!(kept, "{} instead of {phones}", subscribed(system));
    }

    /// A push service that fails may call most of its phones gone.
    pub async fn an_outage_forgets_nobody(engine: Engine) {
        let (system, standin) = with_phones(engine, 1, 100, |config| {
            config.push.doubt_many = 10;
            config.push.doubt_retry_ms = 200;
        })
        .await;
        let (author, approver) = system.pair().await;
        subscribe_all(&system, &standin).await;

        // Most are called gone, and nobody is forgotten.
        let outage = Faults { dead_share: 0.6, ..Faults::default() };
        standin.set_faults(0, outage.clone());
        let first = system.publish(&author, &approver, &everywhere()).await;
        let during = finished(&system, &first, &author).await;
        assert_eq!((&during["forgotten"], &during["failed"]), (&json!(0), &json!(0)), "{during}");
        assert!(during["doubted"].as_i64() >= Some(30), "they are told again: {during}");
        assert_eq!(subscribed(&system), 100);
        // The push service works again, and all of them hear the alert.
        standin.set_faults(0, Faults::default());
        let told = system
            .until(Duration::from_secs(30), || async {
                delivery(&system, &first, &author).await["accepted"] == 100
            })
            .await;
        let after = delivery(&system, &first, &author).await;
        assert!(told, "{after}");
        assert_eq!((&after["doubted"], &after["forgotten"]), (&json!(0), &json!(0)), "{after}");

        // They are gone in earnest: the first word is doubted, the second believed.
        let later = || {
            standin.clock().advance(Duration::from_secs(LATER_S));
            system.state().clock.advance_ms(i64::try_from(LATER_S * 1000).expect("a number"));
        };
        later();
        standin.set_faults(0, outage);
        let second = system.publish(&author, &approver, &everywhere()).await;
        let doubted = finished(&system, &second, &author).await;
        assert_eq!(doubted["forgotten"], 0, "whoever was heard of left the quarantine");
        assert_eq!(subscribed(&system), 100);
        later();
        let third = system.publish(&author, &approver, &everywhere()).await;
        let last = finished(&system, &third, &author).await;
        let forgotten = last["forgotten"].as_i64().expect("a number");
        assert!(forgotten >= 30 && last["accepted"] == json!(100 - forgotten), "{last}");
        keeps(&system, 100 - forgotten).await;
        system.stop().await;
    }

    /// A small push service calls everybody gone: the sending ends, the phones are kept.
    pub async fn nobody_waits_for_phones_in_doubt(engine: Engine) {
        let (system, standin) = with_phones(engine, 1, 20, |config| config.push.doubt_retry_ms = 1000).await;
        let (author, approver) = system.pair().await;
        subscribe_all(&system, &standin).await;
        standin.set_faults(0, Faults { dead_share: 1.0, ..Faults::default() });
        let id = system.publish(&author, &approver, &everywhere()).await;
        let ended = finished(&system, &id, &author).await;
        assert_eq!((&ended["doubted"], &ended["forgotten"]), (&json!(20), &json!(0)), "{ended}");
        assert_eq!((&ended["subscribers"], &ended["pending"]), (&json!(20), &json!(0)), "{ended}");
        assert_eq!(subscribed(&system), 20);

        standin.set_faults(0, Faults::default());
        let told = system
            .until(Duration::from_secs(30), || async {
                delivery(&system, &id, &author).await["accepted"] == 20
            })
            .await;
        let after = delivery(&system, &id, &author).await;
        assert!(told && after["doubted"] == 0, "{after}");
        assert_eq!(after["finished_at"], ended["finished_at"], "it had ended before");
        system.stop().await;
    }

    /// Half of a small push service's phones have left: that is no outage.
    pub async fn phones_that_left_are_forgotten(engine: Engine) {
        let (system, standin) = with_phones(engine, 1, 20, |_| {}).await;
        let (author, approver) = system.pair().await;
        subscribe_all(&system, &standin).await;
        for phone in 0..10 {
            standin.browser(phone).unregister();
        }
        let id = system.publish(&author, &approver, &everywhere()).await;
        let ended = finished(&system, &id, &author).await;
        assert_eq!((&ended["accepted"], &ended["forgotten"]), (&json!(10), &json!(10)), "{ended}");
        assert_eq!((&ended["doubted"], &ended["pending"]), (&json!(0), &json!(0)), "{ended}");
        keeps(&system, 10).await;
        system.stop().await;
    }
}
