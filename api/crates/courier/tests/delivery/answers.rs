//! What answers lead to.

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn dead_subscriptions_are_gone_and_only_they() {
    let faults = Faults {
        dead_share: 0.2,
        answers: vec![Answer::status(0.1, 500), Answer::status(0.1, 429), Answer::status(0.1, 404)],
        ..Faults::default()
    };
    let world = World::with_faults(300, faults).await;
    let mail = world.mail(0..300, "x");
    assert_eq!(world.deliver(&mail).await, End::Finished);
    let report = world.stand_in.report(None);
    let statuses = &report.origins[0].statuses;
    let by_status = |status: u16| statuses.get(&status).copied().unwrap_or_default() as usize;
    assert!(by_status(410) > 20);
    assert_eq!(mail.count(Outcome::forgets), by_status(410) + by_status(404));
    assert_eq!(mail.count(|o| matches!(o, Outcome::Unavailable { .. })), by_status(500));
    assert_eq!(mail.count(|o| matches!(o, Outcome::Throttled { .. })), by_status(429));
    assert_eq!(mail.accepted(), by_status(201));
}

#[tokio::test(flavor = "multi_thread")]
async fn habits_of_services_are_understood() {
    let cases = [
        (Flavour::Mozilla, Answer { errno: Some(103), ..Answer::status(1.0, 400) }, Outcome::Gone),
        (Flavour::Mozilla, Answer::status(1.0, 400), Outcome::Malformed),
        (Flavour::Microsoft, Answer::status(1.0, 429), Outcome::Throttled { retry_after: None }),
        (
            Flavour::Standard,
            Answer::retry(1.0, 503, RetryAfter::Seconds(3)),
            Outcome::Unavailable { retry_after: Some(Duration::from_secs(3)) },
        ),
        (
            Flavour::Standard,
            Answer { location: Some("https://127.0.0.1/x".to_owned()), ..Answer::status(1.0, 302) },
            Outcome::Unavailable { retry_after: None },
        ),
    ];
    for (flavour, answer, outcome) in cases {
        for http1_only in [false, true] {
            let mut plan = Plan::healthy(1, 3);
            plan.origins[0].flavour = flavour;
            plan.origins[0].faults =
                Faults { answers: vec![answer.clone()], http1_only, ..Faults::default() };
            let world = World::new(plan).await;
            let mail = world.mail(0..3, "x");
            assert_eq!(world.deliver(&mail).await, End::Finished);
            assert_eq!(mail.count(|o| o == outcome), 3, "{answer:?}: {:?}", mail.outcomes());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_tokens_stop_the_origin_and_forget_nobody() {
    let other = VapidKey::generate().expect("key").public_base64url();
    let plan = Plan { vapid_public: Some(other), ..Plan::healthy(1, 200) };
    let world = World::new(plan).await;
    let mail = world.mail(0..200, "x");
    let end = world.deliver(&mail).await;
    assert!(matches!(end, End::Stalled { trouble: Trouble::Refused, .. }), "{end:?}");
    assert_eq!(mail.count(|o| o == Outcome::Refused), mail.taken());
    assert!(mail.taken() < 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn lost_answers_fail_and_forget_nobody() {
    let faults = Faults { lose_answer_share: 0.2, ..Faults::default() };
    let world = World::with_faults(200, faults).await;
    let mail = world.mail(0..200, "x");
    assert_eq!(world.deliver(&mail).await, End::Finished);
    let lost = mail.count(|o| o == Outcome::Failed { kind: FailureKind::Reset });
    assert!(lost > 10);
    assert_eq!(mail.accepted(), 200 - lost);
    assert_eq!(world.stand_in.report(None).unheard as usize, lost);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_cut_after_its_status_counts() {
    let faults = Faults { cut_answer_share: 1.0, ..Faults::default() };
    let world = World::with_faults(50, faults).await;
    let mail = world.mail(0..50, "x");
    assert_eq!(world.deliver(&mail).await, End::Finished);
    assert_eq!(mail.accepted(), 50);
}
