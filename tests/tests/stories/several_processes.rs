//! Several processes on the same records: what one publishes, all show at once.

story!(the_bell_rings_everywhere);

mod tell {
    use std::time::{Duration, Instant};

    use reqwest::Method;
    use safe_tests::{Engine, Nats, System, gas_leak};

    /// So long that nobody finds news by looking.
    const NEVER_MS: u64 = 600_000;

    /// Enough for a busy machine, and far from never.
    const SOON: Duration = Duration::from_secs(30);

    async fn shows_within(system: &System, id: &str, state: &str, most: Duration) {
        let began = Instant::now();
        loop {
            let body = system.json("/api/v1/alerts?lang=fr").await;
            let alerts = body["alerts"].as_array().expect("alerts");
            if alerts.iter().any(|alert| alert["id"] == id && alert["state"] == state) {
                return;
            }
            assert!(began.elapsed() < most, "{id} is not {state} after {most:?}: {body}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    pub async fn the_bell_rings_everywhere(engine: Engine) {
        let mut nats = Nats::start();
        let url = nats.url();
        let first = System::start_with(engine, |config| {
            config.queue.nats_url = url;
            config.queue.poll_ms = NEVER_MS;
        })
        .await;
        let second = first.beside(|_| {}).await;
        // Both have joined: each hears the other.
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        let (author, approver) = first.pair().await;
        let id = first.publish(&author, &approver, &gas_leak()).await;
        shows_within(&second, &id, "active", SOON).await;

        // Behind a balancer either may answer: one version has the same bytes on both.
        let mut bodies = Vec::new();
        for system in [&first, &second] {
            let answer = system.send(Method::GET, "/api/v1/alerts", None, None).await;
            let etag = answer.headers()["etag"].clone();
            bodies.push((etag, answer.text().await.expect("body")));
        }
        assert_eq!(bodies[0], bodies[1]);

        nats.end();
        let path = format!("/office/api/alerts/{id}/cancel");
        let answer = second.send(Method::POST, &path, Some(&approver), None).await;
        assert!(answer.status().is_success(), "an alert never waits for the bell");
        shows_within(&second, &id, "cancelled", SOON).await;
        nats.begin();
        // Whoever was cut off looks as soon as the server is back.
        shows_within(&first, &id, "cancelled", Duration::from_secs(30)).await;

        let id = second.publish(&author, &approver, &gas_leak()).await;
        shows_within(&first, &id, "active", SOON).await;
        second.stop().await;
        first.stop().await;
    }
}
