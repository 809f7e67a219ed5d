//! What is taken from which batch, and when.

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn everyone_is_told_once_and_can_read_it() {
    let world = World::new(Plan::healthy(1, 500)).await;
    let mail = world.mail(0..500, "Restez à l’intérieur");
    assert_eq!(world.deliver(&mail).await, End::Finished);
    assert_eq!(mail.accepted(), 500);
    let granted = Outcome::Accepted { granted_ttl_s: Some(60) };
    assert_eq!(mail.count(|o| o == granted), 500);
    let report = world.stand_in.report(None);
    assert_eq!((report.reached, report.missing, report.duplicates), (500, 0, 0));
    assert_eq!((report.decrypted, report.undecryptable), (500, 0));
    let received = world.stand_in.browser(123).received();
    assert_eq!(received[0].text.as_deref(), Some("Restez à l’intérieur"));
    let state = world.lane(0).state();
    assert_eq!((state.in_flight, state.tally.accepted), (0, 500));
    assert!(state.p50_ms.is_some() && state.p99_ms.is_some());
    assert_eq!(state.breaker, Breaker::Closed);
}

#[tokio::test(flavor = "multi_thread")]
async fn http1_serves_as_well() {
    let faults = Faults { http1_only: true, latency_ms: 5, ..Faults::default() };
    let world = World::with_faults(200, faults).await;
    let mail = world.mail(0..200, "x");
    assert_eq!(world.deliver(&mail).await, End::Finished);
    assert_eq!(mail.accepted(), 200);
    let report = world.stand_in.report(None);
    assert_eq!((report.missing, report.duplicates), (0, 0));
    assert!(report.origins[0].connections > 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_severe_overtakes_the_minor() {
    let faults = Faults { latency_ms: 10, ..Faults::default() };
    let mut plan = Plan::healthy(1, 300);
    plan.origins[0].faults = faults;
    let world = World::with(plan, |s| {
        s.max_in_flight = 4;
        s.first_in_flight = 4;
    })
    .await;
    let order = Arc::default();
    let minor = world.named(0..200, "minor", "minor", &order);
    let extreme = world.named(200..300, "extreme", "extreme", &order);
    let lane = world.lane(0);
    let first = lane.deliver(1, Arc::clone(&minor) as Arc<dyn Batch>);
    tokio::time::sleep(Duration::from_millis(100)).await;
    let second = lane.deliver(9, Arc::clone(&extreme) as Arc<dyn Batch>);
    assert_eq!(second.await, End::Finished);
    assert_eq!(first.await, End::Finished);
    let order = order.lock().expect("lock");
    let start = order.iter().position(|&n| n == "extreme").expect("sent");
    assert!(start < 200);
    assert!(order[start..start + 100].iter().all(|&n| n == "extreme"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_delivery_takes_no_more() {
    let faults = Faults { latency_ms: 20, ..Faults::default() };
    let world = World::with_faults(1000, faults).await;
    let mail = world.mail(0..1000, "x");
    let delivery = world.lane(0).deliver(0, Arc::clone(&mail) as Arc<dyn Batch>);
    tokio::time::sleep(Duration::from_millis(30)).await;
    drop(delivery);
    let lane = world.lane(0);
    let quiet = async {
        loop {
            let before = mail.taken();
            tokio::time::sleep(Duration::from_millis(100)).await;
            if lane.state().in_flight == 0 && mail.taken() == before {
                return before;
            }
        }
    };
    let taken =
        tokio::time::timeout(Duration::from_secs(20), quiet).await.expect("what was taken is settled");
    assert!(taken < 1000);
    assert_eq!(mail.outcomes().len(), taken);
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_settles_what_is_in_flight() {
    let faults = Faults { latency_ms: 50, ..Faults::default() };
    let world = World::with_faults(500, faults).await;
    let mail = world.mail(0..500, "x");
    let delivery = world.lane(0).deliver(0, Arc::clone(&mail) as Arc<dyn Batch>);
    tokio::time::sleep(Duration::from_millis(40)).await;
    assert!(world.courier.close(Duration::from_secs(5)).await);
    assert_eq!(delivery.await, End::Closed);
    assert_eq!(mail.accepted(), mail.taken());
    assert!(mail.taken() < 500);
    assert_eq!(world.deliver(&mail).await, End::Closed);
}

#[tokio::test(flavor = "multi_thread")]
async fn secrets_are_not_shown() {
    let world = World::new(Plan::healthy(1, 1)).await;
    let message = world.message(0, "x");
    let path = message.path_and_query.to_string();
    assert_eq!(format!("{message:?}"), "Message { key: 0, .. }");
    let mail = world.mail(0..1, "x");
    world.deliver(&mail).await;
    let lane = world.lane(0);
    let shown = format!("{lane:?} {:?} {:?} {:?}", lane.state(), world.courier, mail.outcomes());
    assert!(!shown.contains(&path) && !shown.contains("vapid"));
}
