//! Faults are those that were asked for.

use super::sender::*;

#[tokio::test]
async fn planned_answers_are_given() {
    let sender = Sender::with_faults(Faults {
        burst: Some((1, Answer::retry(0.0, 503, RetryAfter::Date(60)))),
        answers: vec![Answer::retry(1.0, 429, RetryAfter::Seconds(7))],
        ..Faults::default()
    })
    .await;
    let got = sender.send(sender.push(0, "x")).await.expect("answered");
    assert_eq!(got.status, 503);
    let date = got.headers["retry-after"].to_str().expect("text");
    assert!(httpdate::parse_http_date(date).is_ok(), "{date}");
    let got = sender.send(sender.push(0, "x")).await.expect("answered");
    assert_eq!((got.status.as_u16(), &got.headers["retry-after"]), (429, &"7".parse().expect("value")));

    let redirect = Answer { location: Some("https://127.0.0.1:1/".to_owned()), ..Answer::status(1.0, 307) };
    let faults = Faults { answers: vec![redirect], ..Faults::default() };
    sender.stand_in.set_faults(0, faults);
    let got = sender.send(sender.push(0, "x")).await.expect("answered");
    assert_eq!((got.status.as_u16(), got.headers.contains_key("location")), (307, true));
}

#[tokio::test]
async fn habits_differ() {
    let mut plan = Plan::healthy(2, 2);
    plan.origins[0].flavour = Flavour::Mozilla;
    plan.origins[1].flavour = Flavour::Microsoft;
    for origin in &mut plan.origins {
        origin.faults.answers = vec![Answer::status(1.0, 429)];
    }
    let sender = Sender::new(plan).await;
    let got = sender.send(sender.push(0, "x")).await.expect("answered");
    assert_eq!(got.body.expect("body"), r#"{"code":429,"errno":201}"#);
    assert_eq!(sender.status(sender.push(1, "x")).await, 406);
}

#[tokio::test]
async fn chance_follows_the_seed() {
    let mut plan = Plan::healthy(1, 200);
    plan.origins[0].faults.answers = vec![Answer::status(0.3, 500)];
    let mut runs = Vec::new();
    for seed in [5, 5, 6] {
        let sender = Sender::new(Plan { seed, ..plan.clone() }).await;
        let mut statuses = Vec::new();
        for id in 0..40 {
            statuses.push(sender.status(sender.push(id, "x")).await);
        }
        assert!(statuses.contains(&500) && statuses.contains(&201));
        runs.push(statuses);
    }
    assert_eq!(runs[0], runs[1]);
    assert_ne!(runs[0], runs[2]);
}

#[tokio::test]
async fn lost_answers_are_told_from_doubles() {
    let sender = Sender::with_faults(Faults { lose_answer_share: 1.0, ..Faults::default() }).await;
    assert!(sender.send(sender.push(0, "x")).await.is_err());
    sender.stand_in.set_faults(0, Faults::default());
    assert_eq!(sender.status(sender.push(0, "x")).await, 201);
    let report = sender.stand_in.report(None);
    assert_eq!((report.duplicates, report.duplicates_unheard), (0, 1));
    assert_eq!(sender.status(sender.push(0, "x")).await, 201);
    assert_eq!(sender.stand_in.report(None).duplicates, 1);

    sender.stand_in.set_faults(0, Faults { cut_answer_share: 1.0, ..Faults::default() });
    let cut = sender.send(sender.push(1, "x")).await.expect("headers");
    assert_eq!(cut.status, 201);
    assert!(cut.body.is_err());
}

#[tokio::test]
async fn connections_fail_as_planned() {
    let sender = Sender::new(Plan::healthy(1, 1)).await;
    let limit = Duration::from_millis(300);
    for mode in [Mode::BlackHole, Mode::Silent, Mode::Refuse, Mode::Reset, Mode::BadCertificate] {
        sender.stand_in.set_faults(0, Faults { mode, ..Faults::default() });
        tokio::time::sleep(Duration::from_millis(50)).await;
        let sent = tokio::time::timeout(limit, sender.send(sender.push(0, "x"))).await;
        match mode {
            Mode::BlackHole | Mode::Silent => assert!(sent.is_err(), "{mode:?}"),
            _ => assert!(sent.expect("at once").is_err(), "{mode:?}"),
        }
        sender.stand_in.set_faults(0, Faults::default());
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(sender.status(sender.push(0, "x")).await, 201, "after {mode:?}");
    }
    assert_eq!(sender.stand_in.alive(), 1);
}
