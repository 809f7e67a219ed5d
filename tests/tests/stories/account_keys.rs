//! Whoever may hold the keys of somebody else is that person too, whatever role they get later;
//! and what one administrator does alone is looked at when it is done, not when it was asked for.

story!(what_changed_meanwhile_waits_for_a_second_administrator);
story!(former_keys_end_in_the_middle_of_their_use);
story!(no_decision_about_words_written_with_keys_of_ones_own_giving);
story!(no_check_of_a_draft_by_who_holds_its_authors_keys);
story!(a_token_leaves_its_line_in_the_chain);
story!(what_was_asked_and_given_before_outlives_the_wider_rule);

mod tell {
    use reqwest::{Method, StatusCode};
    use safe_api::account::{Account, Person, Role, by_email, change, manage, request, sign_in, token, totp};
    use safe_api::app::State;
    use safe_api::audit;
    use safe_api::error::Error;
    use safe_api::permit::desk;
    use safe_tests::citizen::Browser;
    use safe_tests::{Desk, Engine, System, gas_leak};
    use sea_orm::ConnectionTrait;
    use serde_json::Value;

    use crate::steps::applicant::filed;
    use crate::steps::desk::{Three, ask_police, grant, open, refused};
    use crate::steps::schema;

    const NEW: &str = "noor@example.org";

    async fn account(state: &State, email: &str) -> Account {
        by_email(&state.db, email).await.expect("db").expect("account")
    }

    /// Somebody who keeps accounts, at a desk and as the functions behind the pages see them.
    async fn keeper(system: &System, email: &str) -> (Desk, Person) {
        let desk = system.desk(email, &[Role::Administrator]).await;
        (desk, Person::from(&account(system.state(), email).await))
    }

    /// One asks for roles, another one confirms.
    async fn give(state: &State, one: &Person, other: &Person, email: &str, roles: &[Role]) {
        let row = account(state, email).await;
        assert!(change::set_roles(state, one, &row, roles).await.expect("asked").waits);
        let asked = request::of(&state.db, row.id).await.expect("db").expect("waits");
        request::confirm(state, other, asked.id).await.expect("confirmed");
    }

    pub async fn what_changed_meanwhile_waits_for_a_second_administrator(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let (_, ada) = keeper(&system, "ada@example.org").await;
        let (_, bo) = keeper(&system, "bo@example.org").await;
        let (_, cy) = keeper(&system, "cy@example.org").await;
        let made = change::add(state, &ada, NEW, "Noor", &[Role::AlertAuthor]).await.expect("made");
        assert!(!made.waits, "by one");
        // The page of the account was asked for before its owner got the last word.
        let before = account(state, NEW).await;
        give(state, &bo, &cy, NEW, &[Role::AlertAuthor, Role::AlertApprover]).await;
        let former = account(state, NEW).await;
        let token = token::at_desk(state, &ada, &before, "x").await;
        assert!(matches!(token, Err(Error::Forbidden("token-of-approver"))), "{token:?}");
        let issued = change::renew(state, &ada, &before).await.expect("asked");
        assert!(issued.waits && issued.totp_secret.is_none(), "half of the keys, and later");
        assert_eq!(account(state, NEW).await.totp_secret, former.totp_secret);
        // So was the page of who acts, who decides since then, or keeps accounts no longer.
        let other = change::add(state, &bo, "author@example.org", "Sam", &[Role::AlertAuthor]).await;
        let other = other.expect("made").account;
        give(state, &bo, &cy, "ada@example.org", &[Role::Administrator, Role::AlertApprover]).await;
        let token = token::at_desk(state, &ada, &other, "x").await;
        assert!(matches!(token, Err(Error::Forbidden("token-of-decider"))), "{token:?}");
        assert!(
            change::add(state, &ada, "b@example.org", "B", &[Role::AlertAuthor]).await.expect("asked").waits
        );
        assert!(change::set_roles(state, &ada, &other, &[Role::Adviser]).await.expect("asked").waits);
        system.desk("bo@example.org", &[Role::AlertAuthor]).await;
        for refused in [
            change::renew(state, &bo, &other).await.err(),
            change::add(state, &bo, "c@example.org", "C", &[Role::AlertAuthor]).await.err(),
            token::at_desk(state, &bo, &other, "x").await.err(),
        ] {
            assert!(matches!(refused, Some(Error::Forbidden("role"))), "{refused:?}");
        }
        system.stop().await;
    }

    pub async fn former_keys_end_in_the_middle_of_their_use(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let (_, ada) = keeper(&system, "ada@example.org").await;
        let made = change::add(state, &ada, NEW, "Noor", &[Role::AlertAuthor]).await.expect("made");
        // The account was read, the password or the code is being looked at, and then come new keys.
        let before = account(state, NEW).await;
        change::renew(state, &ada, &before).await.expect("by one");
        let chosen = manage::set_password(state, &before, "quite another password".to_owned()).await;
        assert!(matches!(chosen, Err(Error::Unauthorised)), "{chosen:?}");
        let code = totp::code_at(&made.totp_secret.expect("new"), state.clock.now_ms()).expect("code");
        assert!(!sign_in::code(state, &before, &code).await.expect("an answer"));
        let now = account(state, NEW).await;
        assert_ne!(now.password_hash, before.password_hash);
        manage::set_password(state, &now, "quite another password".to_owned()).await.expect("their own");
        system.stop().await;
    }

    /// The token that a page shows once.
    fn shown(page: &str) -> String {
        let from = page.find("<bdi>safe_").expect("a token") + "<bdi>".len();
        page[from..].split('<').next().expect("text").to_owned()
    }

    async fn approve(system: &System, id: &str, token: &str) -> (StatusCode, Value) {
        let path = format!("/office/api/alerts/{id}/approve");
        let response = system.send(Method::POST, &path, Some(token), None).await;
        (response.status(), response.json().await.expect("JSON"))
    }

    pub async fn no_decision_about_words_written_with_keys_of_ones_own_giving(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let (_, bo) = keeper(&system, "bo@example.org").await;
        let (_, cy) = keeper(&system, "cy@example.org").await;
        let both = [Role::Administrator, Role::AlertApprover];
        let writes = &[Role::AlertAuthor];
        // One whose keys ada gave alone, and one for whom she made a token alone.
        for (email, by_ada) in [(NEW, true), ("sam@example.org", false)] {
            let (desk, ada) = keeper(&system, "ada@example.org").await;
            let maker = if by_ada { &ada } else { &bo };
            change::add(state, maker, email, "X", writes).await.expect("made");
            let path = format!("/office/accounts/{}/tokens", account(state, email).await.id);
            let page = system.submit(&desk, &path, &[("label", "situation centre")]).await;
            let hers = shown(&page.text().await.expect("page"));
            let id = system.draft(&hers, &gas_leak()).await;
            system.act(&format!("/{id}/submit"), &hers, None).await;
            // Two others give her the last word; what she made for others ends with it.
            give(state, &bo, &cy, "ada@example.org", &both).await;
            let gone = system.send(Method::POST, "/office/api/alerts", Some(&hers), Some(&gas_leak())).await;
            assert_eq!(gone.status(), StatusCode::UNAUTHORIZED, "{email}");
            let word = system.staff("ada@example.org", &both).await;
            let (status, body) = approve(&system, &id, &word).await;
            assert_eq!((status, &body["code"]), (StatusCode::FORBIDDEN, &"four-eyes".into()), "{body}");
            let seat = system.desk("ada@example.org", &both).await;
            let page = system.office(&seat, &format!("/office/alerts/{id}")).await;
            let page = page.text().await.expect("page");
            assert!(!page.contains(&format!("/office/alerts/{id}/approve")), "not even offered");
            let asked = system.office(&seat, &format!("/office/alerts/{id}/approve")).await;
            assert_eq!(asked.status(), StatusCode::FORBIDDEN);
            let other = system.staff("other@example.org", &[Role::AlertApprover]).await;
            assert_eq!(approve(&system, &id, &other).await.0, StatusCode::OK);
            // Once somebody else has given the author new keys, hers open nothing.
            let row = account(state, email).await;
            change::renew(state, &bo, &row).await.expect("by one");
            let own = system.staff(email, writes).await;
            let id = system.draft(&own, &gas_leak()).await;
            system.act(&format!("/{id}/submit"), &own, None).await;
            assert_eq!(approve(&system, &id, &word).await.0, StatusCode::OK);
        }
        system.stop().await;
    }

    pub async fn no_check_of_a_draft_by_who_holds_its_authors_keys(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &owner).await;
        three.examine(&system, id, true).await;
        ask_police(&system, &three.clerk, id).await;
        let case = open(&system, &three.clerk, id).await;
        desk::draft(state, &three.clerk, &case, "grant", grant()).await.expect("drafted");
        let hold = async |holder: &str| {
            let row = format!(
                "INSERT INTO account_holder (account_id, holder_id, since_ms) SELECT a.id, h.id, 1 \
                 FROM account a, account h WHERE a.email = 'clerk@example.org' AND h.email = '{holder}'"
            );
            state.db.execute_unprepared(&row).await.expect("held");
        };
        let free = async || {
            state.db.execute_unprepared("DELETE FROM account_holder").await.expect("new keys");
        };
        hold("jurist@example.org").await;
        let case = open(&system, &three.jurist, id).await;
        assert_eq!(refused(desk::check(state, &three.jurist, &case, true, "").await), "four-eyes");
        free().await;
        desk::check(state, &three.jurist, &case, true, "").await.expect("checked");
        hold("official@example.org").await;
        let case = open(&system, &three.official, id).await;
        assert_eq!(refused(desk::decide(state, &three.official, &case).await), "four-eyes");
        free().await;
        system.stop().await;
    }

    pub async fn what_was_asked_and_given_before_outlives_the_wider_rule(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let (_, ada) = keeper(&system, "ada@example.org").await;
        let (_, bo) = keeper(&system, "bo@example.org").await;
        change::add(state, &ada, NEW, "Noor", &[Role::AlertAuthor]).await.expect("made");
        give(state, &ada, &bo, NEW, &[Role::AlertApprover]).await;
        let row = account(state, NEW).await;
        assert!(change::renew(state, &ada, &row).await.expect("asked").waits);
        let waits = request::of(&state.db, row.id).await.expect("db").expect("waits");
        schema::before(&system, "m35_account_keys").await.up().await;
        // What was given stands, what waits goes on, and the engine refuses what it refused.
        assert_eq!(request::of(&state.db, row.id).await.expect("db"), Some(waits.clone()));
        for forced in [
            "UPDATE account_request SET answer = 'confirmed', answered_by = asked_by, answered_at_ms = 1 \
             WHERE answer IS NULL",
            "UPDATE account_request SET answered_at_ms = 2 WHERE answer = 'confirmed'",
            "UPDATE account_request SET password_hash = 'x' WHERE answer IS NULL",
            "INSERT INTO account_power (account_id, role, request_id, since_ms) \
             SELECT account_id, 'legal', id, 1 FROM account_request",
            "DELETE FROM account_request",
        ] {
            assert!(state.db.execute_unprepared(forced).await.is_err(), "{forced}");
        }
        let again = change::set_roles(state, &bo, &row, &[Role::AlertApprover, Role::Legal]).await;
        assert!(matches!(again.err(), Some(Error::Conflict("account-request-waits"))));
        request::confirm(state, &bo, waits.id).await.expect("confirmed");
        assert_eq!(account(state, NEW).await.roles, "alert-approver");
        // A request of before has no password: where somebody may hold both keys it brings nothing.
        change::add(state, &ada, "sam@example.org", "Sam", &[Role::AlertAuthor]).await.expect("made");
        let sam = account(state, "sam@example.org").await;
        assert!(change::set_roles(state, &bo, &sam, &[Role::Legal]).await.expect("asked").waits);
        let asked = request::of(&state.db, sam.id).await.expect("db").expect("waits");
        request::refuse(state, &bo, asked.id).await.expect("withdrawn");
        let id = match engine {
            Engine::Sqlite => "randomblob(16)",
            Engine::Postgres => "gen_random_uuid()",
        };
        let bare = format!(
            "INSERT INTO account_request (id, account_id, kind, roles, asked_by, asked_at_ms) \
             SELECT {id}, account_id, kind, roles, asked_by, 1 FROM account_request WHERE roles = 'legal'"
        );
        state.db.execute_unprepared(&bare).await.expect("as before");
        let asked = request::of(&state.db, sam.id).await.expect("db").expect("waits");
        let refused = request::confirm(state, &ada, asked.id).await.err();
        assert!(matches!(refused, Some(Error::Conflict("account-request-keys"))), "{refused:?}");
        system.stop().await;
    }

    pub async fn a_token_leaves_its_line_in_the_chain(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let (desk, ada) = keeper(&system, "ada@example.org").await;
        let made = change::add(state, &ada, NEW, "Noor", &[Role::AlertAuthor]).await.expect("made");
        let path = format!("/office/accounts/{}/tokens", made.account.id);
        system.submit(&desk, &path, &[("label", "x")]).await;
        token::by_machine(state, &made.account, "command line").await.expect("token");
        let hash = token::of(&state.db, made.account.id).await.expect("db")[0].token_hash.clone();
        system.submit(&desk, &format!("{path}/revoke"), &[("hash", &hash)]).await;
        let again = system.submit(&desk, &format!("{path}/revoke"), &[("hash", &hash)]).await;
        assert_eq!(again.status(), StatusCode::NOT_FOUND);
        let rows = audit::since(&state.db, (0, 0), 1_000).await.expect("rows");
        let lines: Vec<_> = rows
            .iter()
            .filter(|row| row.action.starts_with("token."))
            .map(|row| (row.action.as_str(), row.actor.as_str()))
            .collect();
        let hers = "ada@example.org";
        assert_eq!(lines, [("token.make", hers), ("token.make", "system"), ("token.revoke", hers)]);
        assert_eq!(token::of(&state.db, made.account.id).await.expect("db").len(), 1);
        system.stop().await;
    }
}
