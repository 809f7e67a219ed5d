//! Push services that are away for long: a sending ends with its message, goes on with a token
//! that holds, and stays with the process that has it.

story!(a_sending_ends_with_its_message);
story!(a_long_outage_needs_a_new_token);
story!(one_process_tries_again);
story!(no_message_waits_for_another);

mod tell {
    use std::time::Duration;

    use safe_api::push::entity::retry;
    use safe_standin::{Answer, Faults, Mode};
    use safe_tests::{Engine, System};
    use sea_orm::EntityTrait;
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
            config.push.concurrency_per_origin = 1;
            config.push.connections_per_origin = 1;
        })
        .await;
        let (author, approver) = system.pair().await;
        subscribe_all(&system, &standin).await;
        standin.set_faults(0, Faults { mode: Mode::Refuse, ..Faults::default() });
        // So slow that it takes half a minute for all of them.
        standin.set_faults(1, Faults { latency_ms: 1000, ..Faults::default() });
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

    /// Waits until so many phones are to be tried again, and so many of them are being tried.
    async fn tried(system: &System, phones: usize, under_way: usize) {
        let count = || async {
            let rows = retry::Entity::find().all(&system.state().db).await.expect("an answer");
            (rows.len(), rows.iter().filter(|row| row.lease_owner.is_some()).count())
        };
        let wanted = || async { count().await == (phones, under_way) };
        let reached = system.until(Duration::from_secs(30), wanted).await;
        assert!(reached, "{:?} instead of {:?}", count().await, (phones, under_way));
    }

    /// Phones are tried again for an older message and not answered for: those of a more
    /// urgent one are told all the same.
    pub async fn no_message_waits_for_another(engine: Engine) {
        const FIRST_MS: i64 = 60_000;
        const PHONES: usize = 5;
        let (system, standin) = with_phones(engine, 1, PHONES, |config| {
            config.push.lease_s = LEASE_S;
            config.push.retry_first_ms = FIRST_MS;
            config.push.request_timeout_ms = 600_000;
        })
        .await;
        let (author, approver) = system.pair().await;
        subscribe_all(&system, &standin).await;
        let fails = || Faults { answers: vec![Answer::status(1.0, 500)], ..Faults::default() };
        standin.set_faults(0, fails());
        let mut minor = everywhere();
        minor["severity"] = json!("Minor");
        system.publish(&author, &approver, &minor).await;
        tried(&system, PHONES, 0).await;
        standin.reset();
        standin.set_faults(0, Faults { silent_share: 1.0, ..Faults::default() });
        system.state().clock.advance_ms(2 * FIRST_MS);
        // Leased is not yet sent: only what the push service has in hand hangs.
        let hang = system
            .until(Duration::from_secs(30), || async { standin.report(None).requests == PHONES as u64 });
        assert!(hang.await, "all are asked, and none is answered");
        tried(&system, PHONES, PHONES).await;

        standin.set_faults(0, fails());
        system.publish(&author, &approver, &everywhere()).await;
        tried(&system, 2 * PHONES, PHONES).await;
        standin.set_faults(0, Faults::default());
        system.state().clock.advance_ms(2 * FIRST_MS);
        assert!(standin.wait_accepted(5, Duration::from_secs(30)).await, "the urgent message does not wait");
        tried(&system, PHONES, PHONES).await;
        // What hangs would keep the process from ending.
        standin.set_faults(0, Faults { mode: Mode::Refuse, ..Faults::default() });
        system.stop().await;
    }

    /// When the phones to be tried again are next due: all of them at the same moment while a
    /// process has them.
    async fn next_try(system: &System) -> Vec<i64> {
        let rows = retry::Entity::find().all(&system.state().db).await.expect("an answer");
        rows.into_iter().map(|row| row.next_at_ms).collect()
    }

    /// Waits until a process has all phones for longer than it had them so far; the answer is
    /// until when.
    async fn held_beyond(system: &System, before_ms: i64) -> i64 {
        let is_held =
            |due: &[i64]| due.len() == 20 && due.iter().all(|at| *at == due[0]) && due[0] > before_ms;
        let held = system.until(Duration::from_secs(30), || async { is_held(&next_try(system).await) }).await;
        let due = next_try(system).await;
        assert!(held, "nobody holds them beyond {before_ms}: {due:?}");
        due[0]
    }

    /// Two processes, and a push service that goes away while phones are tried again: they stay
    /// with the one that has them, and each is told and counted once.
    pub async fn one_process_tries_again(engine: Engine) {
        // Retries are leased for four times as long.
        const LEASE_S: i64 = 9;
        const FIRST_MS: i64 = 60_000;
        let (system, standin) = with_phones(engine, 1, 20, |config| {
            config.push.lease_s = LEASE_S;
            config.push.retry_first_ms = FIRST_MS;
        })
        .await;
        let beside = system.beside(|_| {}).await;
        let (author, approver) = system.pair().await;
        subscribe_all(&system, &standin).await;
        standin.set_faults(0, Faults { answers: vec![Answer::status(1.0, 500)], ..Faults::default() });
        let id = system.publish(&author, &approver, &everywhere()).await;
        let failed =
            system.until(Duration::from_secs(30), || async { next_try(&system).await.len() == 20 }).await;
        assert!(failed, "all are to be tried again");
        standin.set_faults(0, Faults { mode: Mode::Refuse, ..Faults::default() });
        let pass = |ms: i64| {
            for one in [&system, &beside] {
                one.state().clock.advance_ms(ms);
            }
        };
        // All are due at once, and one process takes them.
        pass(2 * FIRST_MS);
        let mut held_until_ms = held_beyond(&system, system.state().clock.now_ms()).await;
        // Longer than one lease: whoever has them holds on.
        for _ in 0..2 {
            pass(3 * LEASE_S * 1000);
            held_until_ms = held_beyond(&system, held_until_ms + 2 * LEASE_S * 1000).await;
        }
        standin.set_faults(0, Faults::default());
        let ended = finished(&system, &id, &author).await;
        assert_eq!((&ended["accepted"], &ended["failed"]), (&json!(20), &json!(0)), "{ended}");
        let report = standin.report(None);
        assert_eq!((report.missing, report.duplicates), (0, 0), "{report:?}");
        beside.stop().await;
        system.stop().await;
    }
}
