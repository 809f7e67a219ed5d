//! The live stream, also across a break and a restart.

story!(nothing_is_missed);

mod tell {
    use std::time::Duration;

    use reqwest::Response;
    use safe_tests::{Engine, System, gas_leak};

    async fn listen(system: &System, after: Option<i64>) -> Response {
        let mut request = system.http.get(format!("{}/api/v1/alerts/stream?lang=fr", system.base));
        if let Some(after) = after {
            request = request.header("last-event-id", after.to_string());
        }
        request.send().await.expect("a stream")
    }

    /// Reads until an event of the wanted state arrives; the answer is its id.
    async fn event(stream: &mut Response, state: &str) -> i64 {
        let mut text = String::new();
        let wanted = format!("\"state\":\"{state}\"");
        let read = async {
            loop {
                let bytes = stream.chunk().await.expect("bytes").expect("more");
                text.push_str(&String::from_utf8_lossy(&bytes));
                for block in text.split("\n\n") {
                    if block.contains("event: alert") && block.contains(&wanted) {
                        let id = block.lines().find_map(|line| line.strip_prefix("id: ")).expect("id");
                        return id.trim().parse().expect("number");
                    }
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(5), read).await.expect("an event in time")
    }

    pub async fn nothing_is_missed(engine: Engine) {
        let mut system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let mut stream = listen(&system, None).await;
        assert_eq!(stream.headers()["content-type"], "text/event-stream");
        let id = system.publish(&author, &approver, &gas_leak()).await;
        let first = event(&mut stream, "active").await;
        drop(stream);
        // Away while the all-clear comes, and the server starts anew.
        system.act(&format!("/{id}/end"), &approver, None).await;
        system.shows(&id, "ended").await;
        system.restart().await;
        let mut stream = listen(&system, Some(first)).await;
        let second = event(&mut stream, "ended").await;
        assert!(second > first);
        drop(stream);
        system.stop().await;
    }
}
