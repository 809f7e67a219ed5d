//! Tests of the gate, with made-up times.

use super::*;

const GOOD: Outcome = Outcome::Accepted { granted_ttl_s: None };
const TIMEOUT: Outcome = Outcome::Failed { kind: FailureKind::Timeout };

fn gate() -> (Gate, Instant) {
    let now = Instant::now();
    (Gate::new(&Settings::default(), now), now)
}

fn throttled(seconds: u64) -> Outcome {
    Outcome::Throttled { retry_after: Some(Duration::from_secs(seconds)) }
}

#[test]
fn good_answers_raise_the_limit_to_the_most() {
    let (mut gate, now) = gate();
    for _ in 0..2000 {
        gate.outcome(now, GOOD, 0.0);
    }
    assert_eq!(gate.limit(), 1024);
}

#[test]
fn single_refusals_of_load_change_little() {
    let (mut gate, mut now) = gate();
    for n in 0..5000 {
        now += Duration::from_millis(1);
        let outcome = if n % 50 == 0 { throttled(5) } else { GOOD };
        assert!(!gate.outcome(now, outcome, 0.0));
    }
    assert_eq!(gate.limit(), 1024);
    assert_eq!(gate.paused_until(now), None);
}

#[test]
fn refused_subscriptions_change_nothing_and_a_refused_key_stops_the_lane() {
    let (mut gate, mut now) = gate();
    for n in 0..5000 {
        now += Duration::from_millis(1);
        let outcome = if n % 2 == 0 { Outcome::Refused } else { GOOD };
        assert!(!gate.outcome(now, outcome, 0.0));
    }
    assert_eq!((gate.limit(), gate.paused_until(now)), (1024, None));
    let opened = (0..REFUSED_LIMIT).any(|_| gate.outcome(now, Outcome::Refused, 0.0));
    assert!(opened);
    assert_eq!((gate.breaker(), gate.trouble()), (Breaker::Open, Some(Trouble::Refused)));
}

#[test]
fn many_refusals_of_load_shrink_then_pause() {
    let (mut gate, mut now) = gate();
    for n in 0..400 {
        now += Duration::from_millis(10);
        let outcome = if n % 2 == 0 { throttled(5) } else { GOOD };
        gate.outcome(now, outcome, 0.0);
    }
    assert!(gate.limit() < 64, "{}", gate.limit());
    assert_eq!(gate.paused_until(now), None);
    for _ in 0..60 {
        gate.outcome(now, throttled(5), 0.0);
    }
    assert_eq!(gate.paused_until(now), Some(now + Duration::from_secs(5)));
    assert_eq!(gate.breaker(), Breaker::Closed);
}

#[test]
fn a_long_wait_opens_the_breaker_for_that_long() {
    let (mut gate, now) = gate();
    let opened = (0..64).any(|_| gate.outcome(now, throttled(600), 0.0));
    assert!(opened);
    let until = now + Duration::from_secs(600);
    assert_eq!(gate.enter(now), Err((Trouble::Throttled, until)));
    assert_eq!(gate.enter(until), Ok(()));
    assert_eq!(gate.breaker(), Breaker::HalfOpen);
    assert_eq!(gate.limit(), 1);
}

#[test]
fn silence_opens_the_breaker_longer_each_time() {
    let (mut gate, mut now) = gate();
    let mut last = Duration::ZERO;
    for round in 0..8 {
        while !gate.outcome(now, TIMEOUT, 0.0) {}
        let (trouble, until) = gate.enter(now).expect_err("open");
        assert_eq!(trouble, Trouble::Failing(FailureKind::Timeout));
        let length = until - now;
        assert!(length > last || length == LONGEST_BREAK, "{round}: {length:?}");
        (now, last) = (until, length);
        assert_eq!(gate.enter(now), Ok(()));
    }
    assert!(!gate.outcome(now, GOOD, 0.0));
    assert_eq!((gate.breaker(), gate.limit()), (Breaker::Closed, 65));
}

#[test]
fn refusals_open_the_breaker_only_if_nothing_is_accepted() {
    let (mut gate, now) = gate();
    for n in 0..1000 {
        let outcome = if n % 20 == 0 { GOOD } else { Outcome::Refused };
        assert!(!gate.outcome(now, outcome, 0.0));
    }
    assert!((0..32).any(|_| gate.outcome(now, Outcome::Refused, 0.0)));
    assert_eq!(gate.trouble(), Some(Trouble::Refused));
}

#[test]
fn three_failed_connections_open_the_breaker_a_blocked_one_at_once() {
    let (mut gate, now) = gate();
    assert!(gate.connect_failed(now, FailureKind::Connect, 0.0).is_some());
    assert!(gate.connect_failed(now, FailureKind::Connect, 0.0).is_some());
    assert!(gate.connect_failed(now, FailureKind::Connect, 0.0).is_none());
    assert!(gate.enter(now).is_err());

    let (mut gate, now) = self::gate();
    assert!(gate.connect_failed(now, FailureKind::Blocked, 0.0).is_none());
    assert!(gate.enter(now).is_err());
}
