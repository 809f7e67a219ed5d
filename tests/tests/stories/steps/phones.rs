//! Phones behind stand-in push services, and how far a sending to them is.

use std::time::Duration;

use reqwest::Method;
use safe_api::config::Config;
use safe_standin::{Plan, StandIn};
use safe_tests::{Engine, System, gas_leak};
use serde_json::{Value, json};

/// A system, and push services with phones that ask for everything; the phones are not
/// subscribed yet.
pub(crate) async fn with_phones(
    engine: Engine,
    origins: usize,
    phones: usize,
    change: impl FnOnce(&mut Config),
) -> (System, StandIn) {
    let plan = Plan { sample: 1.0, mailboxes: true, ..Plan::healthy(origins, phones) };
    let standin = StandIn::start(plan).await.expect("stand-in");
    let ca = tempfile::NamedTempFile::new().expect("file").into_temp_path().keep().expect("kept");
    std::fs::write(&ca, standin.ca_pem()).expect("certificate");
    let system = System::start_with(engine, |config| {
        config.push.extra_root_file = ca;
        config.push.retry_first_ms = 100;
        config.push.shard_size = 64;
        change(config);
    })
    .await;
    (system, standin)
}

/// Subscribes all phones.
pub(crate) async fn subscribe_all(system: &System, standin: &StandIn) {
    let mut lines = Vec::new();
    standin.write_subscriptions(&mut lines).expect("lines");
    let state = system.state();
    safe_api::push::import::run(&state.db, &state.world, &lines[..]).await.expect("import");
}

/// An alert for everybody.
pub(crate) fn everywhere() -> Value {
    let mut draft = gas_leak();
    draft["municipalities"] = json!(["04000"]);
    draft["severity"] = json!("Extreme");
    draft
}

/// How far the sending of an alert is.
pub(crate) async fn delivery(system: &System, id: &str, token: &str) -> Value {
    let path = format!("/office/api/alerts/{id}/delivery");
    system.send(Method::GET, &path, Some(token), None).await.json().await.expect("JSON")
}

/// Waits until nothing is left to do for an alert.
pub(crate) async fn finished(system: &System, id: &str, token: &str) -> Value {
    let mut last = Value::Null;
    for _ in 0..600 {
        last = delivery(system, id, token).await;
        if last["finished_at"].is_string() {
            return last;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("not finished: {last}");
}

/// What a phone was told, in turn of arrival.
pub(crate) fn messages(standin: &StandIn, phone: usize) -> Vec<Value> {
    let received = standin.browser(phone).received();
    received
        .iter()
        .map(|delivery| serde_json::from_str(delivery.text.as_deref().expect("decrypted")).expect("JSON"))
        .collect()
}
