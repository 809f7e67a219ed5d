//! What the specifications ask is checked.

use super::sender::*;

#[tokio::test]
async fn a_good_message_is_accepted_over_both_versions() {
    let sender = Sender::new(Plan::healthy(2, 4)).await;
    for version in ["h2", "http/1.1"] {
        for id in 0..4 {
            let got = sender.send(sender.push(id, version).header(VERSION, version)).await;
            let got = got.expect("answered");
            assert_eq!(got.status, 201);
            assert_eq!(got.headers["ttl"], "60");
            let location = got.headers["location"].to_str().expect("text");
            assert!(location.starts_with(&sender.origin(id)));
        }
    }
    assert_eq!(sender.texts(3), ["h2", "http/1.1"]);
    let report = sender.stand_in.report(None);
    assert_eq!((report.accepted, report.reached, report.missing), (8, 4, 0));
    assert_eq!((report.decrypted, report.undecryptable), (8, 0));
    assert_eq!((report.duplicates, report.repeated_keys, report.repeated_salts), (0, 0, 0));
    assert_eq!(report.origins[1].accepted, 4);
    assert!(report.origins[0].p99_ms.is_some());
}

#[tokio::test]
async fn headers_and_size_are_checked() {
    let sender = Sender::new(Plan::healthy(1, 1)).await;
    let push = || sender.push(0, "x");
    assert_eq!(sender.status(push().without("ttl")).await, 400);
    assert_eq!(sender.status(push().header("ttl", "-1")).await, 400);
    assert_eq!(sender.status(push().header("ttl", "soon")).await, 400);
    assert_eq!(sender.status(push().header("topic", "a b")).await, 400);
    assert_eq!(sender.status(push().header("topic", &"a".repeat(33))).await, 400);
    assert_eq!(sender.status(push().header("topic", &"a".repeat(32))).await, 201);
    assert_eq!(sender.status(push().header("urgency", "now")).await, 400);
    assert_eq!(sender.status(push().without("content-encoding")).await, 400);
    let mut get = push();
    get.method = "GET";
    assert_eq!(sender.status(get).await, 405);
    let sized = |size| {
        let mut push = push();
        push.body.resize(size, 0);
        push
    };
    assert_eq!(sender.status(sized(4096)).await, 201);
    assert_eq!(sender.status(sized(4097)).await, 413);
    assert_eq!(sender.status(sized(100_000)).await, 413);
    let unknown = sender.send_to(&format!("{}/wpush/v2/0-0", sender.origin(0)), push()).await;
    assert_eq!(unknown.expect("answered").status, 404);
}

#[tokio::test]
async fn tokens_are_checked() {
    let mut plan = Plan::healthy(2, 2);
    plan.origins[1].flavour = Flavour::Apple;
    let sender = Sender::new(plan).await;
    let origin = sender.origin(0);
    let port_less = "https://127.0.0.1";
    let good = sender.token(&origin, 60);
    let (token, key) = good.split_once(", k=").expect("two parts");
    let other = VapidKey::generate().expect("key").public_base64url();
    let (signed, signature) = token.rsplit_once('.').expect("signature");
    let first = if signature.starts_with('A') { 'B' } else { 'A' };
    let forged = format!("{signed}.{first}{}", &signature[1..]);
    for (status, value) in [
        (201, good.clone()),
        (201, sender.token(&origin, 86_400)),
        (401, sender.token(port_less, 60)),
        (401, sender.token(&sender.origin(1), 60)),
        (401, "Bearer x".to_owned()),
        (401, format!("{token}x, k=")),
        (403, format!("{token}, k={other}")),
        (403, format!("{forged}, k={key}")),
    ] {
        let push = sender.push(0, "x").header("authorization", &value);
        assert_eq!(sender.status(push).await, status, "{value}");
    }
    assert_eq!(sender.status(sender.push(0, "x").without("authorization")).await, 401);
    let apple = sender.send(sender.push(1, "x").header("authorization", &good)).await;
    let apple = apple.expect("answered");
    assert_eq!(apple.status, 403);
    assert_eq!(apple.body.expect("body"), r#"{"reason":"BadJwtToken"}"#);

    sender.stand_in.clock().advance(Duration::from_secs(61));
    let late = sender.push(0, "x").header("authorization", &good);
    assert_eq!(sender.status(late).await, 401);
}

#[tokio::test]
async fn only_the_named_key_is_let_in() {
    let other = VapidKey::generate().expect("key");
    let sender =
        Sender::new(Plan { vapid_public: Some(other.public_base64url()), ..Plan::healthy(1, 1) }).await;
    assert_eq!(sender.status(sender.push(0, "x")).await, 403);
}

#[tokio::test]
async fn the_audience_is_counted() {
    let sender = Sender::new(Plan { mix: Mix::Varied, ..Plan::healthy(1, 300) }).await;
    let everyone = sender.stand_in.report(None);
    assert_eq!(everyone.expected, 300);
    let audience = Audience {
        areas: vec![21001],
        severity: Some("Severe".to_owned()),
        category: Some("Fire".to_owned()),
    };
    let some = sender.stand_in.report(Some(&audience));
    assert!((1..150).contains(&some.expected), "{}", some.expected);
    let matching = (0..300)
        .map(|id| sender.stand_in.subscription(id))
        .filter(|s| {
            s.areas.contains(&"21001".to_owned())
                && s.severity != "Extreme"
                && s.categories.contains(&"Fire".to_owned())
        })
        .count();
    assert_eq!(some.expected, matching);
}
