//! Whatever counts only after a second person's word: no administrator can be both persons by
//! making accounts, neither two of one role nor one that was made before its role was guarded.

story!(what_one_administrator_gives_decides_nothing);
story!(no_administrator_makes_a_second_person_alone);
story!(who_decided_before_goes_on_and_no_account_of_one_maker_joins);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::power::GUARDED;
    use safe_api::account::{Account, Person, Role, by_email, change, request};
    use safe_api::app::State;
    use safe_api::i18n::Lang;
    use safe_tests::{Desk, Engine, System};
    use sea_orm::ConnectionTrait;
    use uuid::Uuid;

    use crate::steps::schema;

    async fn account(state: &State, email: &str) -> Account {
        by_email(&state.db, email).await.expect("db").expect("account")
    }

    /// Somebody who keeps accounts, as the functions behind the pages see them.
    async fn keeper(system: &System, email: &str) -> (Desk, Person) {
        let desk = system.desk(email, &[Role::Administrator]).await;
        (desk, Person::from(&account(system.state(), email).await))
    }

    /// Forms with which a second person decides; alerts and permits have theirs in `roles`.
    fn deciding() -> [(String, &'static str); 3] {
        let id = Uuid::now_v7();
        [
            (format!("/office/help/decide/{id}"), "confirm"),
            (format!("/office/boxes/{id}"), "open"),
            (format!("/office/boxes/{id}/answers/{id}"), "public"),
        ]
    }

    pub async fn what_one_administrator_gives_decides_nothing(engine: Engine) {
        let system = System::start(engine).await;
        let mut reached = 0;
        for role in Role::ALL {
            let one = system.desk(&format!("{role}@example.org"), &[*role]).await;
            for (path, act) in deciding() {
                let status = system.submit(&one, &path, &[("act", act)]).await.status();
                let may = status != StatusCode::FORBIDDEN;
                assert!(!may || GUARDED.contains(role), "{role} {path} {status}");
                reached += usize::from(may);
            }
        }
        assert_eq!(reached, 4, "an editor, a listener, and communications twice");
        system.stop().await;
    }

    pub async fn no_administrator_makes_a_second_person_alone(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let (desk, ada) = keeper(&system, "ada@example.org").await;
        let (_, bo) = keeper(&system, "bo@example.org").await;
        // Two of a kind, or an editor and a listener: each of them waits for somebody else.
        for (pair, roles) in [
            (1, [Role::Communications, Role::Communications]),
            (2, [Role::HelpEditor, Role::HelpEditor]),
            (3, [Role::HelpEditor, Role::HelpListener]),
        ] {
            for (number, role) in roles.into_iter().enumerate() {
                let email = format!("made-{pair}-{number}@example.org");
                let made = change::add(state, &ada, &email, "Noor", &[role, Role::Adviser]).await;
                let made = made.unwrap_or_else(|error| panic!("{role}: {error:?}"));
                assert!(made.waits && made.totp_secret.is_none(), "{role}: half of the keys");
                let row = account(state, &email).await;
                assert_eq!(row.roles, "", "{role}: not even what one administrator gives");
                let asked = request::of(&state.db, row.id).await.expect("db").expect("waits");
                assert!(request::confirm(state, &ada, asked.id).await.is_err(), "{role}: not by who asked");
                let forced = format!("UPDATE account SET roles = '{role}' WHERE email = '{email}'");
                assert!(state.db.execute_unprepared(&forced).await.is_err(), "{role}: not by the database");
                // The other one confirms one of the two alone: then there is one.
                if number == 0 {
                    let confirmed = request::confirm(state, &bo, asked.id).await;
                    let confirmed = confirmed.unwrap_or_else(|error| panic!("{role}: {error:?}"));
                    assert!(confirmed.totp_secret.is_some(), "{role}: the other half is theirs to give");
                    assert_eq!(account(state, &email).await.roles, format!("{role} adviser"));
                    let token = format!("/office/accounts/{}/tokens", row.id);
                    let status = system.submit(&desk, &token, &[("label", "x")]).await.status();
                    assert_eq!(status, StatusCode::FORBIDDEN, "{role}: a token would be their word");
                }
            }
        }
        let page = system.office(&desk, "/office/accounts").await.text().await.expect("page");
        let told = page.split("Ces rôles ne sont donnés").nth(1).and_then(|rest| rest.split('<').next());
        let told = told.expect("the page says which");
        for role in Role::ALL {
            let name = Lang::FR.text(&format!("role-{role}"));
            assert_eq!(told.contains(&name), GUARDED.contains(role), "{role}: {told}");
        }
        system.stop().await;
    }

    pub async fn who_decided_before_goes_on_and_no_account_of_one_maker_joins(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let (_, ada) = keeper(&system, "ada@example.org").await;
        let (_, bo) = keeper(&system, "bo@example.org").await;
        let email = "noor@example.org";
        let made = change::add(state, &ada, email, "Noor", &[Role::Adviser]).await.expect("made");
        assert!(!made.waits && made.totp_secret.is_some(), "by one, who holds both keys");
        let give = async |roles: &str| {
            let change = format!("UPDATE account SET roles = '{roles}' WHERE email = '{email}'");
            state.db.execute_unprepared(&change).await
        };
        let former = schema::before(&system, "m23_second_persons").await;
        assert!(give("legal").await.is_err(), "guarded before as well");
        give("communications help-listener").await.expect("as it was given then");
        former.up().await;
        // Their roles hold, and the row can be changed; nothing joins them alone.
        give("communications help-listener").await.expect("held");
        state.db.execute_unprepared("UPDATE account SET name = 'Noor B.'").await.expect("everybody's row");
        for roles in ["communications help-editor", "communications legal"] {
            assert!(give(roles).await.is_err(), "{roles}");
        }
        let row = account(state, email).await;
        let former = row.totp_secret.clone();
        let wanted = [Role::Communications, Role::AlertApprover];
        assert!(change::set_roles(state, &ada, &row, &wanted).await.expect("asked").waits);
        let asked = request::of(&state.db, row.id).await.expect("db").expect("waits");
        let confirmed = request::confirm(state, &bo, asked.id).await.expect("by the other one");
        assert!(confirmed.totp_secret.is_some(), "its maker still held its keys");
        let row = account(state, email).await;
        assert_eq!(row.roles, "communications alert-approver");
        assert_ne!(row.totp_secret, former);
        // What was held and is given up comes back by two only.
        assert!(give("communications alert-approver help-listener").await.is_err());
        system.stop().await;
    }
}
