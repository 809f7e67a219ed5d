//! Origins that do not work, and what that costs the others.

use super::world::*;

fn impatient(settings: &mut Settings) {
    settings.connect_timeout = Duration::from_millis(600);
    settings.request_timeout = Duration::from_millis(1500);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_origin_that_does_not_work_stalls_and_recovers() {
    let cases = [
        (Mode::Refuse, FailureKind::Connect),
        (Mode::BlackHole, FailureKind::Timeout),
        (Mode::Silent, FailureKind::Timeout),
        (Mode::Reset, FailureKind::Reset),
        (Mode::BadCertificate, FailureKind::Tls),
    ];
    for (mode, kind) in cases {
        let mut plan = Plan::healthy(1, 150);
        plan.origins[0].faults.mode = mode;
        let world = World::with(plan, impatient).await;
        let mail = world.mail(0..150, "x");
        let end = world.deliver(&mail).await;
        let End::Stalled { trouble, until } = end else { panic!("{mode:?}: {end:?}") };
        assert_eq!(trouble, Trouble::Failing(kind), "{mode:?}");
        assert_eq!(mail.count(|o| o == Outcome::Failed { kind }), mail.taken(), "{mode:?}");
        if mode != Mode::Silent {
            assert_eq!(mail.taken(), 0, "{mode:?}: nothing is taken without a connection");
        }
        let state = world.lane(0).state();
        assert_eq!((state.breaker, state.in_flight), (Breaker::Open, 0), "{mode:?}");
        // Handed in again too early, it comes back at once; on a machine so slow that
        // the pause is over, after one more look.
        let early = std::time::Instant::now() < until;
        let again = world.deliver(&mail).await;
        let End::Stalled { until: later, .. } = again else { panic!("{mode:?}: {again:?}") };
        assert!(!early || later >= until, "{mode:?}");

        world.stand_in.set_faults(0, Faults::default());
        tokio::time::sleep_until(later.into()).await;
        let rest = world.mail(0..150, "x");
        assert_eq!(world.deliver(&rest).await, End::Finished, "{mode:?}");
        assert_eq!(rest.accepted(), 150, "{mode:?}");
        assert_eq!(world.lane(0).state().breaker, Breaker::Closed, "{mode:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_leads_inside_is_blocked() {
    let world = World::with(Plan::healthy(1, 5), |s| s.allow_private = false).await;
    let mail = world.mail(0..5, "x");
    let end = world.deliver(&mail).await;
    let trouble = Trouble::Failing(FailureKind::Blocked);
    assert!(matches!(end, End::Stalled { trouble: t, .. } if t == trouble), "{end:?}");
    assert_eq!((mail.taken(), world.stand_in.report(None).requests), (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn goaway_and_few_streams_lose_and_double_nothing() {
    let faults = Faults { goaway_after: Some(40), max_streams: Some(5), latency_ms: 3, ..Faults::default() };
    let world = World::with_faults(400, faults).await;
    let mail = world.mail(0..400, "x");
    assert_eq!(world.deliver(&mail).await, End::Finished);
    let report = world.stand_in.report(None);
    assert_eq!((report.missing, report.duplicates), (0, 0), "{:?}", world.lane(0).state());
    assert_eq!(mail.accepted(), 400);
    assert!(report.origins[0].connections >= 10);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_origin_costs_the_others_nothing() {
    let mut plan = Plan::healthy(3, 600);
    plan.origins[1].faults.mode = Mode::BlackHole;
    plan.origins[2].faults.mode = Mode::Silent;
    let world = World::with(plan, |settings| {
        settings.connect_timeout = Duration::from_secs(2);
        settings.request_timeout = Duration::from_secs(6);
    })
    .await;
    let mail = |n: usize| world.mail((0..600).filter(move |id| id % 3 == n), "x");
    let mails = [mail(0), mail(1), mail(2)];
    let deliveries: Vec<_> = mails
        .iter()
        .enumerate()
        .map(|(n, mail)| world.lane(n).deliver(0, Arc::clone(mail) as Arc<dyn Batch>))
        .collect();
    let start = Instant::now();
    for (n, delivery) in deliveries.into_iter().enumerate() {
        let end = delivery.await;
        assert_eq!(end == End::Finished, n == 0, "{n}: {end:?}");
        // Three failed connections, or one message that waits for its answer.
        let patience = Duration::from_millis(5_500);
        assert_eq!(start.elapsed() < patience, n == 0, "{n}");
    }
    assert_eq!(mails[0].accepted(), 200);
    // As many as the first limit, and those that took the place of the first to
    // time out before the breaker opened.
    assert!(mails[2].taken() <= 96);
}
