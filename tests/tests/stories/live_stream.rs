//! The live stream, also across a break and a restart.

story!(nothing_is_missed);
story!(an_end_in_the_meantime_is_told);
story!(a_change_that_could_not_be_read_is_told_later);

mod tell {
    use std::time::Duration;

    use reqwest::Response;
    use safe_tests::{Engine, System, gas_leak};
    use sea_orm::ConnectionTrait;

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
        tokio::time::timeout(Duration::from_secs(30), read).await.expect("an event in time")
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
    pub async fn an_end_in_the_meantime_is_told(engine: Engine) {
        let mut system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let mut stream = listen(&system, None).await;
        system.publish(&author, &approver, &gas_leak()).await;
        let first = event(&mut stream, "active").await;
        drop(stream);
        // Its time is over before there is a process again, which notes that as it begins.
        system.restart_after(7 * 3_600_000).await;
        let mut stream = listen(&system, Some(first)).await;
        let second = event(&mut stream, "expired").await;
        assert!(second > first);
        drop(stream);
        system.stop().await;
    }

    /// Renames a column of what became public.
    async fn rename(system: &System, from: &str, to: &str) {
        let tx = safe_api::db::begin(&system.state().db).await.expect("a transaction");
        // A connection of SQLite knows the names of the last time that it looked.
        tx.execute_unprepared("SELECT version FROM publication LIMIT 1").await.expect("a look");
        let sql = format!("ALTER TABLE publication RENAME COLUMN {from} TO {to}");
        tx.execute_unprepared(&sql).await.expect("renamed");
        tx.commit().await.expect("kept");
    }

    pub async fn a_change_that_could_not_be_read_is_told_later(engine: Engine) {
        let system = System::start(engine).await;
        // Looks only when it is told to.
        let other = system.beside(|config| config.queue.poll_ms = 600_000).await;
        let (author, approver) = system.pair().await;
        let mut stream = listen(&other, None).await;
        let id = system.publish(&author, &approver, &gas_leak()).await;
        // The lists can be read, and what changed in them cannot.
        rename(&system, "event", "event_away").await;
        other.state().refresh().await.expect_err("it cannot be told");
        other.shows(&id, "active").await;
        rename(&system, "event_away", "event").await;
        other.state().refresh().await.expect("it is told");
        let told = event(&mut stream, "active").await;
        drop(stream);
        // Once: whoever comes back to it has missed nothing.
        assert!(other.state().stream.missed(told).is_empty());
        assert_eq!(other.state().stream.missed(told - 1).len(), 1);
        other.stop().await;
        system.stop().await;
    }
}
