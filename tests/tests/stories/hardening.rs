//! What a stranger, a thief of backups or the owner of the database would try.

story!(a_stranger_keeps_nobody_from_signing_in);
story!(guesses_that_come_at_once_are_counted_one_by_one);
story!(one_site_with_many_networks_has_one_pause);
story!(who_goes_on_and_on_fills_no_chain);
story!(an_address_of_nobody_is_counted_as_well);
story!(a_header_for_a_proxy_hides_no_session);
story!(an_open_desk_gets_no_passkey);
story!(a_wrong_code_still_closes_the_second_step);
story!(second_factors_are_sealed_at_rest);
story!(other_keys_are_refused);
story!(a_chain_written_anew_is_noticed);

mod tell {
    use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
    use std::os::unix::fs::PermissionsExt;

    use reqwest::StatusCode;
    use safe_api::account::{Account, Role, any_by_id, manage, sign_in, totp};
    use safe_api::app::{State, World};
    use safe_api::audit;
    use safe_tests::{Desk, Engine, System};
    use sea_orm::{ConnectionTrait, Statement};

    const EMAIL: &str = "noor@example.org";

    async fn member(state: &State) -> manage::Issued {
        let roles = [Role::AlertApprover];
        manage::add(state, EMAIL, None, &roles, None, state.clock.now_ms()).await.expect("account")
    }

    async fn passes(state: &State, from: u8, password: &str) -> Option<Account> {
        let client = IpAddr::V4(Ipv4Addr::new(192, 0, 2, from));
        sign_in::password(state, client, EMAIL, password).await.expect("an answer")
    }

    pub async fn a_stranger_keeps_nobody_from_signing_in(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let password = member(state).await.password.expect("new");
        for _ in 0..5 {
            assert!(passes(state, 1, "guess").await.is_none());
        }
        assert!(passes(state, 1, &password).await.is_none(), "the network of the stranger has a pause");
        let account = passes(state, 2, &password).await.expect("the person signs in from anywhere else");
        assert_eq!((account.failed_attempts, account.locked_until_ms), (0, 0));
        // A slip of one's own is forgotten with the right password.
        for _ in 0..4 {
            assert!(passes(state, 2, "slip").await.is_none());
        }
        assert!(passes(state, 2, &password).await.is_some());
        for _ in 0..4 {
            assert!(passes(state, 2, "slip").await.is_none());
        }
        assert!(passes(state, 2, &password).await.is_some(), "counted from the beginning");
        let kept = format!("SELECT place FROM sign_in_pause WHERE place LIKE '%{}%'", "192.0.2");
        let rows =
            state.db.query_all_raw(sea_orm::Statement::from_string(state.db.get_database_backend(), kept));
        assert!(rows.await.expect("rows").is_empty(), "no address is kept");
        system.stop().await;
    }

    /// Attempts that are counted at each place, most first.
    async fn counted(state: &State) -> Vec<i32> {
        let all = "SELECT attempts FROM sign_in_pause WHERE attempts > 0 ORDER BY attempts DESC";
        let rows = state.db.query_all_raw(Statement::from_string(state.db.get_database_backend(), all)).await;
        let rows = rows.expect("rows");
        rows.iter().map(|row| row.try_get("", "attempts").expect("a number")).collect()
    }

    pub async fn guesses_that_come_at_once_are_counted_one_by_one(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let issued = member(state).await;
        let client = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
        // Whoever read the clock a little earlier than the one before them waits for nothing.
        assert!(passes(state, 1, "guess").await.is_none());
        state.clock.advance_ms(-50);
        assert!(passes(state, 1, "guess").await.is_none());
        assert_eq!(counted(state).await, [2], "both are looked at");
        state.clock.advance_ms(50);
        // Too many at once are sent away before anybody looks; then they do not count either.
        let one = || sign_in::password(state, client, EMAIL, "guess");
        let _ = tokio::join!(one(), one(), one(), one(), one(), one(), one(), one());
        let attempts = counted(state).await;
        assert!(attempts.len() == 1 && attempts[0] <= 5, "{attempts:?}");
        let one = || sign_in::code(state, &issued.account, "no code");
        assert!(!one().await.expect("an answer"));
        state.clock.advance_ms(-50);
        assert!(!one().await.expect("an answer"));
        let account = any_by_id(&state.db, issued.account.id).await.expect("db").expect("account");
        assert_eq!(account.failed_attempts, 2, "both are looked at");
        state.clock.advance_ms(50);
        let _ = tokio::join!(one(), one(), one(), one(), one(), one(), one(), one());
        let account = any_by_id(&state.db, issued.account.id).await.expect("db").expect("account");
        assert_eq!(account.failed_attempts, 5, "the rest came in the pause");
        assert!(account.locked_until_ms > state.clock.now_ms() - 60_000);
        // A pause that is over leaves room for one, and a right one begins from nothing.
        state.clock.advance_ms(60_000);
        let secret = issued.totp_secret.expect("new");
        let code = totp::code_at(&secret, state.clock.now_ms()).expect("code");
        assert!(sign_in::code(state, &account, &code).await.expect("an answer"));
        let account = any_by_id(&state.db, issued.account.id).await.expect("db").expect("account");
        assert_eq!((account.failed_attempts, account.locked_until_ms), (0, 0));
        assert!(passes(state, 1, &issued.password.expect("new")).await.is_some());
        assert!(counted(state).await.is_empty());
        system.stop().await;
    }

    pub async fn one_site_with_many_networks_has_one_pause(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let password = member(state).await.password.expect("new");
        let from =
            |site: u16, network: u16| IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, site, network, 0, 0, 0, 0));
        let tries = async |client: IpAddr, password: &str| {
            sign_in::password(state, client, EMAIL, password).await.expect("an answer").is_some()
        };
        for network in 0..25 {
            assert!(!tries(from(1, network), "guess").await);
        }
        assert!(!tries(from(1, 99), &password).await, "another of 65 536 networks");
        assert!(tries(from(2, 0), &password).await, "the neighbours are others");
        state.clock.advance_ms(20_000);
        assert!(tries(from(1, 99), &password).await, "for a while");
        system.stop().await;
    }

    pub async fn who_goes_on_and_on_fills_no_chain(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        member(state).await;
        for _ in 0..16 {
            assert!(passes(state, 1, "guess").await.is_none());
            state.clock.advance_ms(3_600_001);
        }
        let rows = audit::since(&state.db, (0, 0), 1_000).await.expect("rows");
        let told = rows.iter().filter(|row| row.action == "session.refused").count();
        assert_eq!(told, 10, "the first, and each that made the pause longer");
        system.stop().await;
    }

    pub async fn an_address_of_nobody_is_counted_as_well(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        member(state).await;
        let client = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
        for email in [EMAIL, "nobody@example.org", " Nobody@Example.org"] {
            for _ in 0..3 {
                let answer = sign_in::password(state, client, email, "guess").await;
                assert!(answer.expect("an answer").is_none());
            }
        }
        assert_eq!(counted(state).await, [5, 3], "however it is written; its pause comes with the fifth");
        system.stop().await;
    }

    pub async fn a_header_for_a_proxy_hides_no_session(engine: Engine) {
        let system = System::start(engine).await;
        let desk = system.desk(EMAIL, &[Role::AlertAuthor]).await;
        let token = system.staff(EMAIL, &[Role::AlertAuthor]).await;
        let ask = async |path: &str, cookie: Option<&str>, header: &str| {
            let mut request =
                system.http.get(format!("{}{path}", system.base)).header("authorization", header);
            if let Some(cookie) = cookie {
                request = request.header("cookie", cookie);
            }
            request.header("accept", "text/html").send().await.expect("an answer").status()
        };
        let basic = "Basic c2FmZTpzYWZl";
        assert_eq!(ask("/office/", Some(&desk.cookie), basic).await, StatusCode::OK);
        assert_eq!(ask("/office/", None, basic).await, StatusCode::SEE_OTHER);
        let path = format!("/office/api/alerts/{}/delivery", uuid::Uuid::nil());
        for scheme in ["Bearer", "bearer", "BEARER"] {
            let status = ask(&path, None, &format!("{scheme} {token}")).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{scheme}");
        }
        assert_eq!(ask(&path, None, basic).await, StatusCode::UNAUTHORIZED);
        // A token that is no token is not made good by a cookie.
        assert_eq!(ask("/office/", Some(&desk.cookie), "Bearer safe_x").await, StatusCode::SEE_OTHER);
        system.stop().await;
    }

    pub async fn an_open_desk_gets_no_passkey(engine: Engine) {
        let system = System::start(engine).await;
        let desk = system.desk(EMAIL, &[Role::AlertAuthor]).await;
        let begin = async |desk: &Desk| {
            let path = format!("{}/office/account/passkeys/begin", system.base);
            let request = system.http.post(path).header("cookie", &desk.cookie).header("x-csrf", &desk.csrf);
            request.send().await.expect("an answer")
        };
        assert_eq!(begin(&desk).await.status(), StatusCode::OK);
        system.state().clock.advance_ms(16 * 60_000);
        assert_eq!(system.office(&desk, "/office/account").await.status(), StatusCode::OK, "still open");
        let refused = begin(&desk).await;
        assert_eq!(refused.status(), StatusCode::FORBIDDEN);
        let problem: serde_json::Value = refused.json().await.expect("JSON");
        assert_eq!(problem["code"], "sign-in-fresh");
        assert!(problem["detail"].as_str().is_some_and(|text| text.contains("15 minutes")), "{problem}");
        let again = system.desk(EMAIL, &[Role::AlertAuthor]).await;
        assert_eq!(begin(&again).await.status(), StatusCode::OK, "after a new sign-in");
        system.stop().await;
    }

    pub async fn a_wrong_code_still_closes_the_second_step(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let issued = member(state).await;
        let id = issued.account.id;
        let secret = issued.totp_secret.expect("new");
        for _ in 0..5 {
            let account = any_by_id(&state.db, id).await.expect("db").expect("account");
            assert!(!sign_in::code(state, &account, "no code").await.expect("an answer"));
        }
        let account = any_by_id(&state.db, id).await.expect("db").expect("account");
        let code = totp::code_at(&secret, state.clock.now_ms()).expect("code");
        assert!(!sign_in::code(state, &account, &code).await.expect("an answer"), "a pause, from anywhere");
        system.stop().await;
    }

    async fn kept_secret(state: &State, id: uuid::Uuid) -> String {
        let account = any_by_id(&state.db, id).await.expect("db").expect("account");
        account.totp_secret.expect("a secret")
    }

    pub async fn second_factors_are_sealed_at_rest(engine: Engine) {
        let mut system = System::start(engine).await;
        let issued = member(system.state()).await;
        let (id, secret) = (issued.account.id, issued.totp_secret.expect("new"));
        let sealed = kept_secret(system.state(), id).await;
        assert!(sealed.starts_with("sealed:") && !sealed.contains(&secret), "{sealed}");
        // A row of an earlier release is read as it is, and sealed at the next start.
        let plain = format!("UPDATE account SET totp_secret = '{secret}' WHERE email = '{EMAIL}'");
        system.state().db.execute_unprepared(&plain).await.expect("an older row");
        let works = async |state: &State, at_ms: i64| {
            let account = any_by_id(&state.db, id).await.expect("db").expect("account");
            let code = totp::code_at(&secret, at_ms).expect("code");
            sign_in::code(state, &account, &code).await.expect("an answer")
        };
        let now_ms = system.state().clock.now_ms();
        assert!(works(system.state(), now_ms).await, "an older row");
        system.restart().await;
        let again = kept_secret(system.state(), id).await;
        assert!(again.starts_with("sealed:"), "sealed at the start");
        assert!(works(system.state(), now_ms + 30_000).await, "and it still works");
        // Moved to another account it opens nothing.
        let state = system.state();
        let other = manage::add(state, "other@example.org", None, &[], None, now_ms).await.expect("account");
        let moved = format!("UPDATE account SET totp_secret = '{again}' WHERE email = 'other@example.org'");
        state.db.execute_unprepared(&moved).await.expect("moved");
        let account = any_by_id(&state.db, other.account.id).await.expect("db").expect("account");
        assert!(sign_in::code(state, &account, "123456").await.is_err());
        let folder = std::fs::metadata(&state.config.data_dir).expect("folder").permissions().mode();
        assert_eq!(folder & 0o077, 0, "nobody else enters");
        if engine == Engine::Sqlite {
            for file in ["safe.sqlite", "safe.sqlite-wal"] {
                let path = state.config.data_dir.join(file);
                let mode = std::fs::metadata(&path).expect("file").permissions().mode();
                assert_eq!(mode & 0o777, 0o600, "{file}");
            }
        }
        system.stop().await;
    }

    pub async fn other_keys_are_refused(engine: Engine) {
        let system = System::start(engine).await;
        let config = system.state().config.clone();
        let mut other = config.clone();
        other.vault.keys_file = config.data_dir.join("other.keys");
        // The mount is not there, or leads to the keys of another system.
        for (foreign, reason) in [(false, "is missing"), (true, "does not belong to these records")] {
            if foreign {
                let key = |name: &str, letter: &str| format!("{name} {}=\n", letter.repeat(43));
                let text = format!("{}{}", key("1", "A"), key("lookup", "E"));
                std::fs::write(&other.vault.keys_file, text).expect("written");
            }
            let refused = State::open(World::load(other.clone()).expect("content"), false).await;
            let error = format!("{:#}", refused.err().expect("it does not start"));
            assert!(error.contains("other.keys") && error.contains(reason), "{error}");
        }
        State::open(World::load(config).expect("content"), false).await.expect("the right keys");
        system.stop().await;
    }

    pub async fn a_chain_written_anew_is_noticed(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let account = member(state).await.account;
        let act = async || {
            let note = sign_in::note(state, EMAIL, "session.end", &account, serde_json::json!({}));
            note.await.expect("written");
        };
        // What is written while the chain is walked breaks nothing.
        let writes = async {
            for _ in 0..150 {
                act().await;
            }
        };
        let walks = async {
            for _ in 0..150 {
                let walked = audit::verify(&state.db).await.expect("db");
                assert!(walked.is_ok(), "{walked:?}");
            }
        };
        tokio::join!(writes, walks);
        let noted = audit::head(&state.db).await.expect("db");
        assert_eq!(noted.to_string().parse(), Ok(noted.clone()));
        act().await;
        assert!(audit::still_has(&state.db, &noted).await.expect("db"));

        // Who owns the database takes the triggers away and writes a chain of the same length.
        let drops: &[&str] = match engine {
            Engine::Sqlite => &["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete"],
            Engine::Postgres => &["DROP TRIGGER audit_append_only ON audit"],
        };
        let anew = ["DELETE FROM audit", "UPDATE counter SET value = 0, head = '' WHERE name = 'audit'"];
        for statement in drops.iter().chain(&anew) {
            state.db.execute_unprepared(statement).await.expect("the owner may");
        }
        for _ in 0..noted.seq {
            act().await;
        }
        let head = audit::verify(&state.db).await.expect("db").expect("whole in itself");
        assert_eq!(head.seq, noted.seq);
        assert!(!audit::still_has(&state.db, &noted).await.expect("db"), "but not the one that was noted");
        system.stop().await;
    }
}
