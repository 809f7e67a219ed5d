//! Browsers that are there, away or gone.

use super::sender::*;

#[tokio::test]
async fn an_offline_browser_gets_what_is_still_in_time() {
    let sender = Sender::new(Plan::healthy(1, 1)).await;
    let browser = sender.stand_in.browser(0);
    browser.go_offline();
    for (text, ttl, topic) in [
        ("never kept", "0", None),
        ("too late", "10", None),
        ("first", "600", Some("alert")),
        ("second", "600", Some("alert")),
        ("third", "600", Some("alert")),
        ("other", "600", Some("other")),
    ] {
        let mut push = sender.push(0, text).header("ttl", ttl);
        if let Some(topic) = topic {
            push = push.header("topic", topic);
        }
        assert_eq!(sender.status(push).await, 201);
    }
    assert!(sender.texts(0).is_empty());
    sender.stand_in.clock().advance(Duration::from_secs(11));
    browser.go_online();
    assert_eq!(sender.texts(0), ["third", "other"]);
    // Connected: a Topic replaces nothing.
    for text in ["fourth", "fifth"] {
        sender.status(sender.push(0, text).header("topic", "alert")).await;
    }
    assert_eq!(sender.texts(0)[2..], ["fourth", "fifth"]);
}

#[tokio::test]
async fn what_is_not_acknowledged_is_delivered_again() {
    let sender = Sender::new(Plan::healthy(1, 1)).await;
    let browser = sender.stand_in.browser(0);
    browser.withhold_next_ack();
    sender.status(sender.push(0, "x")).await;
    browser.go_online();
    let repeats: Vec<bool> = browser.received().iter().map(|d| d.repeat).collect();
    assert_eq!(repeats, [false, true]);
}

#[tokio::test]
async fn dead_subscriptions_answer_410_or_201_from_apple() {
    let mut plan = Plan::healthy(2, 4);
    plan.origins[1].flavour = Flavour::Apple;
    let sender = Sender::new(plan).await;
    sender.stand_in.browser(0).unregister();
    sender.stand_in.browser(1).unregister();
    assert_eq!(sender.status(sender.push(0, "x")).await, 410);
    assert_eq!(sender.status(sender.push(1, "x")).await, 201);
    let report = sender.stand_in.report(None);
    assert_eq!((report.live, report.accepted, report.reached), (2, 0, 0));

    let faults = Faults { dead_share: 1.0, ..Faults::default() };
    sender.stand_in.set_faults(0, faults);
    assert_eq!(sender.status(sender.push(2, "x")).await, 410);
}
