//! What a stranger, a thief of backups or the owner of the database would try.

story!(a_stranger_keeps_nobody_from_signing_in);
story!(a_wrong_code_still_closes_the_second_step);
story!(second_factors_are_sealed_at_rest);
story!(other_keys_are_refused);
story!(a_chain_written_anew_is_noticed);

mod tell {
    use std::net::{IpAddr, Ipv4Addr};
    use std::os::unix::fs::PermissionsExt;

    use safe_api::account::{Account, Role, any_by_id, manage, sign_in, totp};
    use safe_api::app::{State, World};
    use safe_api::audit;
    use safe_tests::{Engine, System};
    use sea_orm::ConnectionTrait;

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
