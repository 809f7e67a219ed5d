//! A cancel that was overtaken by its own alert is told once more.

story!(the_cancel_has_the_last_word);

mod tell {
    use std::time::Duration;

    use safe_standin::Faults;
    use safe_tests::Engine;

    use crate::steps::phones::{delivery, everywhere, messages, subscribe_all, with_phones};

    /// So long that a process learns of nothing by looking.
    const NEVER_MS: u64 = 600_000;
    const PHONES: usize = 40;

    /// Two processes: one goes on with the alert and does not hear that the other has sent its
    /// cancel to the same phones meanwhile.
    pub async fn the_cancel_has_the_last_word(engine: Engine) {
        let (slow, standin) = with_phones(engine, 1, PHONES, |config| {
            config.queue.poll_ms = NEVER_MS;
            config.push.lease_s = 180;
            config.push.shard_size = 20;
            config.push.concurrency_per_origin = 1;
            config.push.connections_per_origin = 1;
        })
        .await;
        let quick = slow.beside(|config| config.push.concurrency_per_origin = 64).await;
        let (author, approver) = slow.pair().await;
        subscribe_all(&slow, &standin).await;
        standin.set_faults(0, Faults { latency_ms: 150, ..Faults::default() });
        let id = slow.publish(&author, &approver, &everywhere()).await;
        assert!(standin.wait_accepted(2, Duration::from_secs(30)).await, "the alert goes out");
        quick.act(&format!("/{id}/cancel"), &author, None).await;

        let told = |phone: usize| -> Vec<String> {
            let state = |message: &serde_json::Value| message["state"].as_str().expect("a state").to_owned();
            messages(&standin, phone).iter().map(state).collect()
        };
        let cancel_is_last = || async {
            let all: Vec<Vec<String>> = (0..PHONES).map(told).collect();
            let overtaken = |one: &Vec<String>| one.ends_with(&["active".into(), "cancelled".into()]);
            let late = |one: &Vec<String>| one.starts_with(&["cancelled".into()]) && overtaken(one);
            all.iter().all(|one| one.last().is_some_and(|last| last == "cancelled")) && all.iter().any(late)
        };
        let heard = slow.until(Duration::from_secs(60), cancel_is_last).await;
        assert!(heard, "{:?}", (0..PHONES).map(told).collect::<Vec<_>>());
        let counted = delivery(&quick, &id, &author).await;
        assert_eq!((&counted["accepted"], &counted["pending"]), (&PHONES.into(), &0.into()), "{counted}");
        quick.stop().await;
        slow.stop().await;
    }
}
