//! Cupboards full of files: every page still opens, lists go on from page to page without
//! losing anybody, and the chain of acts is whole.

story!(every_page_opens_in_a_full_archive);

mod tell {
    use std::collections::BTreeSet;

    use reqwest::StatusCode;
    use reqwest::header::COOKIE;
    use safe_api::permit::entity::{application, task};
    use safe_tests::archive::{Size, fill};
    use safe_tests::{Engine, System};
    use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
    use serde_json::Value;

    const FILES: usize = 700;
    const OPEN: [&str; 6] = ["submitted", "completeness", "missing-items", "advice", "notice", "drafting"];

    async fn page(system: &System, path: &str, cookie: &str) -> (StatusCode, String) {
        let request = system.http.get(format!("{}{path}", system.base)).header("accept", "text/html");
        let answer = request.header(COOKIE, cookie).send().await.expect("answer");
        (answer.status(), String::from_utf8_lossy(&answer.bytes().await.expect("body")).into_owned())
    }

    /// Follows a list to its end; the addresses of what it shows, in order.
    async fn walk(system: &System, first: &str, cookie: &str, marks: &str) -> Vec<String> {
        let (mut path, mut shown) = (first.to_owned(), Vec::new());
        for _ in 0..100 {
            let (status, html) = page(system, &path, cookie).await;
            assert_eq!(status, StatusCode::OK, "{path}");
            let ends = |piece: &str| piece.split('"').next().unwrap_or_default().to_owned();
            shown.extend(html.split(marks).skip(1).map(ends));
            let Some(next) = html.split("after=").nth(1) else { return shown };
            let start = first.split('?').next().unwrap_or_default();
            let kind = first.split_once('?').map(|(_, query)| format!("{query}&")).unwrap_or_default();
            path = format!("{start}?{kind}after={}", ends(next));
        }
        panic!("{first} has no end");
    }

    pub async fn every_page_opens_in_a_full_archive(engine: Engine) {
        let system = System::start(engine).await;
        let size = Size { files: FILES, acts: 12_000, seed: 7 };
        let made = fill(system.state(), &size).await.expect("an archive");
        let whole = safe_api::audit::verify(&system.state().db).await.expect("db");
        assert!(whole.is_ok_and(|head| head.seq >= 12_000), "the chain is whole");
        let pages = made["pages"].as_object().expect("pages");
        assert!(pages.len() >= 24, "{:?}", pages.keys());
        for (kind, addresses) in pages {
            for one in addresses.as_array().expect("addresses").iter().take(12) {
                let text = |at: usize| one[at].as_str().unwrap_or_default();
                let (status, html) = page(&system, text(0), text(1)).await;
                assert_eq!(status, StatusCode::OK, "{kind}: {}: {html}", text(0));
            }
        }
        lists(&system, &made["roles"]).await;
        system.stop().await;
    }

    async fn lists(system: &System, roles: &Value) {
        let clerk = roles["weapons-clerk"].as_str().expect("cookie");
        let db = &system.state().db;
        let open = application::Entity::find().filter(application::Column::State.is_in(OPEN));
        let count = open.count(db).await.expect("db");
        let mark = "<th scope=\"row\"><a href=\"/office/permits/";
        let shown = walk(system, "/office/permits?queue=open", clerk, mark).await;
        assert_eq!(shown.len() as u64, count, "everybody, once");
        assert_eq!(shown.iter().collect::<BTreeSet<_>>().len(), shown.len(), "nobody twice");
        let done = task::Entity::find().filter(task::Column::State.eq("done")).count(db).await.expect("db");
        let mark = "<p><a href=\"/office/permits/";
        let shown = walk(system, "/office/permits-tasks?list=done", clerk, mark).await;
        assert_eq!(shown.len() as u64, done, "every task, once");
        let waits = task::Entity::find().filter(task::Column::State.eq("open")).count(db).await.expect("db");
        let shown = walk(system, "/office/permits-tasks", clerk, mark).await;
        assert_eq!(shown.len() as u64, waits, "every open task, once");
        let admin = roles["administrator"].as_str().expect("cookie");
        for path in ["/office/audit", "/office/audit?page=999999999999"] {
            assert_eq!(page(system, path, admin).await.0, StatusCode::OK, "{path}");
        }
        let (status, report) = page(system, "/office/audit.csv", admin).await;
        assert_eq!(status, StatusCode::OK);
        let rows =
            safe_api::audit::count_since(db, system.state().clock.now_ms() - 86_400_000).await.expect("db");
        // One line names the columns, and the report itself is the last act.
        assert_eq!(report.lines().count() as u64, rows + 1, "the whole day");
    }
}
