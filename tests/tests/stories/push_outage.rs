//! Push services that are away for long: a sending ends with its message, and goes on
//! with a token that holds.

story!(a_sending_ends_with_its_message);
story!(a_long_outage_needs_a_new_token);

mod tell {
    use std::time::Duration;

    use safe_standin::{Faults, Mode};
    use safe_tests::Engine;
    use serde_json::json;

    use crate::steps::phones::{delivery, everywhere, finished, subscribe_all, with_phones};

    const HOUR_MS: i64 = 3_600_000;
    /// So long that the moved clock ends no lease.
    const LEASE_S: i64 = 30 * 3600;

    /// One push service is dead, another slow: when the message is over, whoever was not
    /// told counts as failed, and nothing is left to do.
    pub async fn a_sending_ends_with_its_message(engine: Engine) {
        let (system, standin) = with_phones(engine, 2, 60, |config| {
            config.push.lease_s = LEASE_S;
            config.push.concurrency_per_origin = 2;
            config.push.connections_per_origin = 1;
        })
        .await;
        let (author, approver) = system.pair().await;
        subscribe_all(&system, &standin).await;
        standin.set_faults(0, Faults { mode: Mode::Refuse, ..Faults::default() });
        standin.set_faults(1, Faults { latency_ms: 400, ..Faults::default() });
        let id = system.publish(&author, &approver, &everywhere()).await;
        assert!(standin.wait_accepted(2, Duration::from_secs(20)).await, "some are told");
        let held =
            system.until(Duration::from_secs(20), || async { system.state().push.watch.held() > 0 }).await;
        assert!(held, "the other push service is held back");
        let during = delivery(&system, &id, &author).await;
        assert_eq!((&during["subscribers"], &during["finished_at"]), (&json!(60), &json!(null)), "{during}");

        system.state().clock.advance_ms(7 * HOUR_MS);
        let ended = finished(&system, &id, &author).await;
        let accepted = ended["accepted"].as_i64().expect("a number");
        assert!((2..30).contains(&accepted), "{ended}");
        assert_eq!((&ended["subscribers"], &ended["pending"]), (&json!(60), &json!(0)), "{ended}");
        assert_eq!(ended["failed"], json!(60 - accepted), "{ended}");
        assert_eq!(ended["forgotten"], 0, "{ended}");
        system.stop().await;
    }

    /// A push service is away for longer than a token is good for.
    pub async fn a_long_outage_needs_a_new_token(engine: Engine) {
        let (system, standin) = with_phones(engine, 1, 30, |config| config.push.lease_s = LEASE_S).await;
        let (author, approver) = system.pair().await;
        subscribe_all(&system, &standin).await;
        standin.set_faults(0, Faults { mode: Mode::Refuse, ..Faults::default() });
        let mut draft = everywhere();
        let end = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(20);
        draft["expires"] = json!(end.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string());
        let id = system.publish(&author, &approver, &draft).await;
        let held =
            system.until(Duration::from_secs(20), || async { system.state().push.watch.held() > 0 }).await;
        assert!(held, "the push service is away");

        system.state().clock.advance_ms(13 * HOUR_MS);
        standin.clock().advance(Duration::from_secs(13 * 3600));
        standin.set_faults(0, Faults::default());
        let ended = finished(&system, &id, &author).await;
        assert_eq!((&ended["accepted"], &ended["failed"]), (&json!(30), &json!(0)), "{ended}");
        let statuses = &standin.report(None).origins[0].statuses;
        assert!(statuses.keys().all(|status| *status == 201), "no token was refused: {statuses:?}");
        system.stop().await;
    }
}
