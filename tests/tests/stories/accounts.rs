//! Nobody gives the last word alone: roles that decide, and new keys for who has one, take
//! two administrators, whatever the page or the database is asked.

story!(a_role_that_decides_takes_two_administrators);
story!(a_role_for_somebody_who_works_here_brings_new_keys);
story!(who_decides_gives_no_role_alone);
story!(a_lost_sign_in_is_given_anew_by_two);
story!(only_administrators_keep_accounts);

mod tell {
    use std::net::{IpAddr, Ipv4Addr};

    use reqwest::StatusCode;
    use safe_api::account::{Account, Role, any_by_id, by_email, manage, power, request, sign_in, totp};
    use safe_api::app::State;
    use safe_tests::{Desk, Engine, System};
    use sea_orm::ConnectionTrait;

    const NEW: &str = "noor@example.org";

    /// Two people who keep accounts.
    async fn keepers(system: &System) -> (Desk, Desk) {
        let ada = system.desk("ada@example.org", &[Role::Administrator]).await;
        (ada, system.desk("bo@example.org", &[Role::Administrator]).await)
    }

    async fn account(state: &State, email: &str) -> Account {
        by_email(&state.db, email).await.expect("db").expect("account")
    }

    /// The one request that waits.
    async fn waits(state: &State) -> request::Model {
        let mut rows = request::waiting(&state.db).await.expect("db");
        assert_eq!(rows.len(), 1);
        rows.remove(0)
    }

    async fn answer(system: &System, desk: &Desk, row: &request::Model, word: &str) -> (StatusCode, String) {
        let path = format!("/office/accounts/requests/{}/{word}", row.id);
        let response = system.submit(desk, &path, &[]).await;
        (response.status(), response.text().await.expect("page"))
    }

    /// What a page gives out once: the password, if any, and whether there is a second factor.
    fn given(page: &str) -> (Option<String>, bool) {
        let secret = page.contains("otpauth://");
        let mut codes = page.split("<code><bdi>").skip(1).filter_map(|rest| rest.split('<').next());
        (codes.next().filter(|first| first.len() == 20).map(str::to_owned), secret)
    }

    async fn passes(state: &State, email: &str, password: &str) -> bool {
        let client = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 7));
        sign_in::password(state, client, email, password).await.expect("an answer").is_some()
    }

    async fn acts(system: &System, email: &str) -> Vec<String> {
        let subject = format!("account/{email}");
        let rows = safe_api::audit::since(&system.state().db, (0, 0), 1_000).await.expect("rows");
        rows.into_iter().filter(|row| row.subject == subject).map(|row| row.action).collect()
    }

    pub async fn a_role_that_decides_takes_two_administrators(engine: Engine) {
        let system = System::start(engine).await;
        let (ada, bo) = keepers(&system).await;
        let state = system.state();
        for (number, role) in power::GUARDED.into_iter().enumerate() {
            let role = role.as_str();
            let email = format!("{number}@example.org");
            let fields = [("email", email.as_str()), ("name", "Noor"), ("role", role), ("role", "adviser")];
            let made = system.submit(&ada, "/office/accounts", &fields).await;
            assert_eq!(made.status(), StatusCode::OK, "{role}");
            let (password, secret) = given(&made.text().await.expect("page"));
            assert!(password.is_some() && !secret, "{role}: one key for who asks, not both");
            let row = account(state, &email).await;
            assert_eq!((row.roles.as_str(), row.totp_secret), ("", None), "{role}: no use before");
            // The asker, and nobody else's hand in the database either.
            let asked = waits(state).await;
            assert_eq!(answer(&system, &ada, &asked, "confirm").await.0, StatusCode::FORBIDDEN, "{role}");
            for forced in [
                format!("UPDATE account SET roles = '{role}' WHERE email = '{email}'"),
                "UPDATE account_request SET answer = 'confirmed', answered_by = asked_by, answered_at_ms = 1 \
                 WHERE answer IS NULL"
                    .to_owned(),
                "UPDATE account_request SET answer = 'confirmed', answered_by = account_id, answered_at_ms = 1 \
                 WHERE answer IS NULL"
                    .to_owned(),
                "UPDATE account_request SET roles = 'adviser' WHERE answer IS NULL".to_owned(),
                format!(
                    "INSERT INTO account_power (account_id, role, request_id, since_ms) \
                     SELECT account_id, '{role}', id, 1 FROM account_request WHERE answer IS NULL"
                ),
            ] {
                assert!(state.db.execute_unprepared(&forced).await.is_err(), "{forced}");
            }
            // The other one sees it, and gives the second key.
            let start = system.office(&bo, "/office/").await.text().await.expect("page");
            assert!(start.contains("/office/accounts#requests"), "{start}");
            let list = system.office(&bo, "/office/accounts").await.text().await.expect("page");
            assert!(list.contains(&format!("/office/accounts/requests/{}/confirm", asked.id)), "{list}");
            let (status, page) = answer(&system, &bo, &asked, "confirm").await;
            assert_eq!((status, given(&page)), (StatusCode::OK, (None, true)), "{role}: {page}");
            let row = account(state, &email).await;
            assert_eq!(row.roles, format!("{role} adviser"), "{role}");
            assert!(row.totp_secret.is_some() && passes(state, &email, &password.expect("given")).await);
            assert_eq!(answer(&system, &bo, &asked, "confirm").await.0, StatusCode::CONFLICT, "{role}");
            assert_eq!(acts(&system, &email).await, ["account.add", "account.ask", "account.confirm"]);
        }
        let altered = state.db.execute_unprepared("UPDATE account_request SET answered_at_ms = 2").await;
        assert!(altered.is_err(), "an answer stays");
        let moved = state.db.execute_unprepared("UPDATE account_power SET role = 'legal'").await;
        assert!(moved.is_err(), "a role is not exchanged for another");
        // What is taken from somebody comes back by two only.
        let row = account(state, "0@example.org").await;
        let roles = format!("/office/accounts/{}/roles", row.id);
        system.submit(&ada, &roles, &[("role", "adviser")]).await;
        assert_eq!(account(state, "0@example.org").await.roles, "adviser");
        let again = system.submit(&bo, &roles, &[("role", "alert-approver")]).await;
        let (fresh, secret) = given(&again.text().await.expect("page"));
        assert!(fresh.is_some() && !secret, "with a new password, as for a new account");
        assert_eq!(account(state, "0@example.org").await.roles, "adviser");
        let second = system.submit(&bo, &roles, &[("role", "legal")]).await;
        assert_eq!(second.status(), StatusCode::CONFLICT, "one question at a time");
        // Whoever asked and is gone has asked nothing; the request ends without effect.
        let asked = waits(state).await;
        let bo_id = account(state, "bo@example.org").await.id;
        let closed = system.submit(&ada, &format!("/office/accounts/{bo_id}/close"), &[]).await;
        assert_eq!(closed.status(), StatusCode::SEE_OTHER);
        assert_eq!(answer(&system, &ada, &asked, "confirm").await.0, StatusCode::CONFLICT);
        assert_eq!(answer(&system, &ada, &asked, "refuse").await.0, StatusCode::SEE_OTHER);
        assert_eq!(account(state, "0@example.org").await.roles, "adviser");
        system.stop().await;
    }

    pub async fn a_role_for_somebody_who_works_here_brings_new_keys(engine: Engine) {
        let system = System::start(engine).await;
        let (ada, bo) = keepers(&system).await;
        let state = system.state();
        // Alone, with both keys in hand: an account whose word does not count.
        let fields = [("email", NEW), ("name", "Noor"), ("role", "weapons-clerk")];
        let made = system.submit(&ada, "/office/accounts", &fields).await;
        let (password, secret) = given(&made.text().await.expect("page"));
        assert!(password.is_some() && secret);
        let row = account(state, NEW).await;
        let former = row.totp_secret.clone();
        let desk = system.desk(NEW, &[Role::WeaponsClerk]).await;
        let password = password.expect("given");
        let fields = [("role", "weapons-clerk"), ("role", "alert-approver")];
        let roles = format!("/office/accounts/{}/roles", row.id);
        // What was asked first and withdrawn leaves no key behind.
        let asked = system.submit(&bo, &roles, &fields).await.text().await.expect("page");
        let withdrawn = given(&asked).0.expect("half of the keys");
        assert_eq!(answer(&system, &bo, &waits(state).await, "refuse").await.0, StatusCode::SEE_OTHER);
        let asked = system.submit(&bo, &roles, &fields).await.text().await.expect("page");
        let (fresh, secret) = given(&asked);
        assert!(!secret, "not both");
        let fresh = fresh.expect("half of the keys");
        assert_eq!(account(state, NEW).await.roles, "weapons-clerk");
        assert!(passes(state, NEW, &password).await, "until then nothing changes for the person");
        // Who made the account confirms, and sees the other half alone.
        let (status, page) = answer(&system, &ada, &waits(state).await, "confirm").await;
        assert_eq!((status, given(&page)), (StatusCode::OK, (None, true)));
        let row = account(state, NEW).await;
        assert_eq!(row.roles, "weapons-clerk alert-approver");
        assert_ne!(row.totp_secret, former, "whoever made the account held its keys");
        for gone in [password, withdrawn] {
            assert!(!passes(state, NEW, &gone).await, "both of them");
        }
        assert!(passes(state, NEW, &fresh).await);
        let page = system.office(&desk, "/office/account").await;
        assert_eq!(page.status(), StatusCode::SEE_OTHER, "a session from before is over");
        // Who decides already keeps the keys when more is added.
        let fields = [("role", "weapons-clerk"), ("role", "alert-approver"), ("role", "legal")];
        system.submit(&ada, &format!("/office/accounts/{}/roles", row.id), &fields).await;
        let asked = waits(state).await;
        assert_eq!(answer(&system, &ada, &asked, "refuse").await.0, StatusCode::SEE_OTHER, "withdrawn");
        assert_eq!(account(state, NEW).await.roles, "weapons-clerk alert-approver");
        system.submit(&ada, &format!("/office/accounts/{}/roles", row.id), &fields).await;
        assert_eq!(answer(&system, &bo, &waits(state).await, "confirm").await.0, StatusCode::SEE_OTHER);
        let after = account(state, NEW).await;
        assert_eq!(
            (after.roles.as_str(), after.totp_secret),
            ("weapons-clerk alert-approver legal", row.totp_secret)
        );
        // A token of theirs in other hands would be their word.
        let token = format!("/office/accounts/{}/tokens", row.id);
        assert_eq!(system.submit(&ada, &token, &[("label", "x")]).await.status(), StatusCode::FORBIDDEN);
        system.stop().await;
    }

    pub async fn who_decides_gives_no_role_alone(engine: Engine) {
        let system = System::start(engine).await;
        let (_, bo) = keepers(&system).await;
        let state = system.state();
        let both = system.desk("both@example.org", &[Role::Administrator, Role::AlertApprover]).await;
        // An author of their own making and their own approval would be both pairs of eyes.
        let fields = [("email", NEW), ("name", "Noor"), ("role", "alert-author")];
        let made = system.submit(&both, "/office/accounts", &fields).await;
        assert!(!given(&made.text().await.expect("page")).1);
        let asked = waits(state).await;
        assert_eq!(answer(&system, &both, &asked, "confirm").await.0, StatusCode::FORBIDDEN);
        assert_eq!(answer(&system, &bo, &asked, "confirm").await.0, StatusCode::OK);
        let author = account(state, NEW).await;
        assert_eq!(author.roles, "alert-author");
        for (path, fields) in [("tokens", vec![("label", "x")]), ("sign-in", vec![])] {
            let path = format!("/office/accounts/{}/{path}", author.id);
            let response = system.submit(&both, &path, &fields).await;
            let (status, page) = (response.status(), response.text().await.expect("page"));
            assert!(status == StatusCode::FORBIDDEN || !given(&page).1, "{path}: {status} {page}");
        }
        assert_eq!(account(state, NEW).await.totp_secret, author.totp_secret);
        // Nobody confirms what is about themselves.
        let own = account(state, "bo@example.org").await.id;
        let fields = [("role", "administrator"), ("role", "legal")];
        system.submit(&both, &format!("/office/accounts/{own}/roles"), &fields).await;
        let rows = request::waiting(&state.db).await.expect("db");
        let about_bo = rows.iter().find(|row| row.account_id == own).expect("a request");
        assert_eq!(answer(&system, &bo, about_bo, "confirm").await.0, StatusCode::FORBIDDEN);
        system.stop().await;
    }

    pub async fn a_lost_sign_in_is_given_anew_by_two(engine: Engine) {
        let system = System::start(engine).await;
        let (ada, bo) = keepers(&system).await;
        let state = system.state();
        let now_ms = state.clock.now_ms();
        let old = manage::add(state, NEW, None, &[Role::AlertApprover], None, now_ms).await.expect("account");
        let old_password = old.password.expect("new");
        let path = format!("/office/accounts/{}/sign-in", old.account.id);
        let page = system.office(&ada, &path).await;
        assert_eq!(page.status(), StatusCode::OK);
        let made = system.submit(&ada, &path, &[]).await;
        let (password, secret) = given(&made.text().await.expect("page"));
        let password = password.expect("one key");
        assert!(!secret, "not both");
        assert!(passes(state, NEW, &old_password).await, "until then nothing changes for the person");
        assert!(!passes(state, NEW, &password).await);
        let asked = waits(state).await;
        assert_eq!(answer(&system, &ada, &asked, "confirm").await.0, StatusCode::FORBIDDEN);
        let (status, page) = answer(&system, &bo, &asked, "confirm").await;
        assert_eq!((status, given(&page)), (StatusCode::OK, (None, true)));
        assert!(!passes(state, NEW, &old_password).await && passes(state, NEW, &password).await);
        let row = any_by_id(&state.db, old.account.id).await.expect("db").expect("account");
        let code = totp::code_at(&old.totp_secret.expect("new"), state.clock.now_ms()).expect("code");
        assert!(
            !sign_in::code(state, &row, &code).await.expect("an answer"),
            "the lost telephone opens nothing"
        );
        assert_eq!(row.roles, "alert-approver");
        // Whose word does not count is helped by one.
        manage::add(state, "else@example.org", None, &[Role::Adviser], None, now_ms).await.expect("account");
        let other = account(state, "else@example.org").await;
        let made = system.submit(&ada, &format!("/office/accounts/{}/sign-in", other.id), &[]).await;
        let (password, secret) = given(&made.text().await.expect("page"));
        assert!(secret && passes(state, "else@example.org", &password.expect("given")).await);
        assert!(request::waiting(&state.db).await.expect("db").is_empty());
        system.stop().await;
    }

    /// Pages of the accounts.
    const PAGES: [&str; 4] = ["", "/{id}", "/{id}/close", "/{id}/sign-in"];
    /// Forms of the accounts.
    const FORMS: [&str; 9] = [
        "",
        "/{id}/roles",
        "/{id}/areas",
        "/{id}/tokens",
        "/{id}/tokens/revoke",
        "/{id}/sign-in",
        "/requests/{request}/confirm",
        "/requests/{request}/refuse",
        "/{id}/close",
    ];

    pub async fn only_administrators_keep_accounts(engine: Engine) {
        let system = System::start(engine).await;
        let (ada, _) = keepers(&system).await;
        let state = system.state();
        let fields = [("email", NEW), ("name", "Noor"), ("role", "legal")];
        system.submit(&ada, "/office/accounts", &fields).await;
        let (id, asked) = (account(state, NEW).await.id.to_string(), waits(state).await);
        let address = |path: &str| {
            let path = path.replace("{id}", &id).replace("{request}", &asked.id.to_string());
            format!("/office/accounts{path}")
        };
        for role in Role::ALL.iter().filter(|role| **role != Role::Administrator) {
            let desk = system.desk(&format!("{role}@example.org"), &[*role]).await;
            for path in PAGES.map(address) {
                let status = system.office(&desk, &path).await.status();
                assert_eq!(status, StatusCode::FORBIDDEN, "{role} GET {path}");
            }
            for path in FORMS.map(address) {
                let fields = [("role", "alert-author"), ("label", "x"), ("hash", "x")];
                let status = system.submit(&desk, &path, &fields).await.status();
                assert_eq!(status, StatusCode::FORBIDDEN, "{role} POST {path}");
            }
        }
        for path in PAGES.map(address) {
            assert_eq!(system.office(&ada, &path).await.status(), StatusCode::OK, "GET {path}");
            let nobody = system.http.get(format!("{}{path}", system.base)).send().await.expect("an answer");
            assert_eq!(nobody.status(), StatusCode::SEE_OTHER, "nobody GET {path}");
        }
        let forged = Desk { cookie: ada.cookie.clone(), csrf: "forged".to_owned() };
        for path in FORMS.map(address) {
            let status = system.submit(&forged, &path, &[]).await.status();
            assert_eq!(status, StatusCode::FORBIDDEN, "POST {path} without the token of the form");
            let nobody = system.form(&path, &[]).send().await.expect("an answer");
            assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED, "nobody POST {path}");
        }
        let left = waits(state).await;
        assert_eq!((left.id, left.answer), (asked.id, None), "nothing came of all that");
        system.stop().await;
    }
}
