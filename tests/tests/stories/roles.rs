//! Every role against every staff endpoint.

story!(each_role_does_only_its_own);
story!(each_role_sees_only_its_permits);
story!(each_applicant_sees_only_their_own);

mod tell {
    use reqwest::{Method, StatusCode};
    use safe_api::account::Role;
    use safe_api::permit::desk::{READERS, issue, task};
    use safe_api::permit::entity::{application, document, grant};
    use safe_tests::citizen::Browser;
    use safe_tests::{Desk, Engine, System, gas_leak};
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::filed;
    use crate::steps::desk::{Three, ask_police, conditional, open, pay};

    /// Endpoint, and the roles that may use it.
    const MATRIX: [(&str, &str, &[Role]); 7] = [
        ("POST", "", &[Role::AlertAuthor]),
        ("POST", "/{id}/submit", &[Role::AlertAuthor]),
        ("POST", "/{id}/update", &[Role::AlertAuthor]),
        ("POST", "/{id}/approve", &[Role::AlertApprover]),
        ("POST", "/{id}/end", &[Role::AlertAuthor, Role::AlertApprover]),
        ("POST", "/{id}/cancel", &[Role::AlertAuthor, Role::AlertApprover]),
        ("GET", "/{id}/delivery", &[Role::AlertAuthor, Role::AlertApprover]),
    ];

    pub async fn each_role_does_only_its_own(engine: Engine) {
        let system = System::start(engine).await;
        let (author, _) = system.pair().await;
        for role in Role::ALL {
            let token = system.staff(&format!("{role}@example.org"), &[*role]).await;
            for (method, path, allowed) in MATRIX {
                let id = system.draft(&author, &gas_leak()).await;
                let path = format!("/office/api/alerts{}", path.replace("{id}", &id));
                let method = Method::from_bytes(method.as_bytes()).expect("method");
                let body = gas_leak();
                let response = system.send(method.clone(), &path, Some(&token), Some(&body)).await;
                let refused = response.status() == StatusCode::FORBIDDEN;
                assert_eq!(refused, !allowed.contains(role), "{role} {method} {path} {}", response.status());
                let nobody = system.send(method, &path, None, Some(&body)).await;
                assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED, "{path}");
            }
        }
        system.stop().await;
    }

    const CLERK: &[Role] = &[Role::WeaponsClerk];
    const LEGAL: &[Role] = &[Role::Legal];
    const OFFICIAL: &[Role] = &[Role::HighOfficial];
    const ADVISER: &[Role] = &[Role::Adviser];
    const CLERK_OR_OFFICIAL: &[Role] = &[Role::WeaponsClerk, Role::HighOfficial];

    /// Pages of the permit desk, and the roles that may open them.
    const PAGES: [(&str, &[Role]); 15] = [
        ("/office/permits", &READERS),
        ("/office/permits?queue=closed", &READERS),
        ("/office/permits/{id}", &READERS),
        ("/office/permits/{id}/decisions/{decision}", &READERS),
        ("/office/permits/{id}/documents/{paper}", &READERS),
        ("/office/permits/{id}/audit", &[Role::Legal, Role::HighOfficial, Role::Administrator]),
        ("/office/permits-tasks", &READERS),
        ("/office/permits-controls", &READERS),
        ("/office/permits-controls?list=judged", &READERS),
        ("/office/permits-mandates", &READERS),
        ("/office/permits-mandates?list=ended", &READERS),
        ("/office/permits-payments", CLERK),
        ("/office/advice", ADVISER),
        ("/office/advice/{advice}", ADVISER),
        ("/office/advice/{advice}/documents/{asked}", ADVISER),
    ];

    /// Forms of the permit desk, and the roles that may send them.
    const FORMS: [(&str, &[Role]); 40] = [
        ("/office/permits/{id}/assign", CLERK),
        ("/office/permits/{id}/items", CLERK),
        ("/office/permits/{id}/admissible", CLERK),
        ("/office/permits/{id}/inadmissible", CLERK),
        ("/office/permits/{id}/record", CLERK),
        ("/office/permits/{id}/control-ok", CLERK),
        ("/office/permits/{id}/control-not-ok", CLERK),
        ("/office/permits/{id}/advice", CLERK),
        ("/office/permits/{id}/close-notice", CLERK),
        ("/office/permits/{id}/notice", CLERK),
        ("/office/permits/{id}/draft", CLERK),
        ("/office/permits/{id}/leave", CLERK),
        ("/office/permits/{id}/check", LEGAL),
        ("/office/permits/{id}/return", LEGAL),
        ("/office/permits/{id}/decide", OFFICIAL),
        ("/office/permits/{id}/hold", OFFICIAL),
        ("/office/permits/{id}/release", OFFICIAL),
        ("/office/permits/{id}/send-back", OFFICIAL),
        ("/office/permits/{id}/cancel", CLERK),
        ("/office/permits/{id}/issue", CLERK),
        ("/office/permits/{id}/extend", OFFICIAL),
        ("/office/permits/{id}/deliver", CLERK),
        ("/office/permits/{id}/received", CLERK),
        ("/office/permits/{id}/delivery-correct", CLERK),
        ("/office/permits/{id}/paper-name", CLERK),
        ("/office/permits/{id}/appeal", CLERK),
        ("/office/permits/{id}/appeal-decided", CLERK_OR_OFFICIAL),
        ("/office/permits/{id}/examine", CLERK),
        ("/office/permits/{id}/lift", OFFICIAL),
        ("/office/permits/{id}/part-back", CLERK),
        ("/office/permits/{id}/acquired", CLERK_OR_OFFICIAL),
        ("/office/permits/{id}/fee-amount", OFFICIAL),
        ("/office/permits/{id}/fee-waive", OFFICIAL),
        ("/office/permits/{id}/legal-hold", LEGAL),
        ("/office/permits/{id}/legal-release", LEGAL),
        ("/office/permits/{id}/no-such-step", &READERS),
        ("/office/permits-tasks/{task}", CLERK),
        ("/office/permits-payments/assign", CLERK),
        ("/office/permits-payments/return", CLERK),
        ("/office/advice/{advice}", ADVISER),
    ];

    /// One file with everything that an address can name.
    struct Whole {
        id: Uuid,
        names: Vec<(&'static str, String)>,
    }

    impl Whole {
        async fn of(system: &System, owner: &Browser<'_>) -> Self {
            let state = system.state();
            let three = Three::of(system).await;
            let id = filed(system, owner).await;
            three.examine(system, id, true).await;
            ask_police(system, &three.clerk, id).await;
            let decision = three.decide(system, id, "grant-conditions", conditional(system)).await;
            pay(system, id).await;
            three.issue(system, id).await;
            let case = open(system, &three.clerk, id).await;
            let delivery = issue::deliveries(state, &case).await.expect("rows")[0].id;
            let shared = case.papers[0].row.id;
            let letter = document::Entity::find().filter(document::Column::Purpose.eq("decision"));
            let letter = letter.one(&state.db).await.expect("db").expect("letter").id;
            let permit = grant::Entity::find().one(&state.db).await.expect("db").expect("permit").id;
            let task = task::list(state, false, None).await.expect("tasks").0[0].row.id;
            // An adviser sees papers while the opinion is awaited: another file is still open.
            let other = filed(system, owner).await;
            three.examine(system, other, true).await;
            let advice = ask_police(system, &three.clerk, other).await;
            let asked = open(system, &three.clerk, other).await.papers[0].row.id;
            let names = [
                ("{id}", id),
                ("{decision}", decision),
                ("{paper}", letter),
                ("{shared}", shared),
                ("{asked}", asked),
                ("{advice}", advice),
                ("{delivery}", delivery),
                ("{task}", task),
                ("{permit}", permit),
            ];
            Self { id, names: names.map(|(name, id)| (name, id.to_string())).to_vec() }
        }

        fn address(&self, path: &str) -> String {
            self.names.iter().fold(path.to_owned(), |path, (name, id)| path.replace(name, id))
        }

        fn delivery(&self) -> String {
            self.address("{delivery}")
        }
    }

    async fn version(system: &System, id: Uuid) -> String {
        let row = application::Entity::find_by_id(id).one(&system.state().db).await.expect("db");
        row.expect("file").version.to_string()
    }

    pub async fn each_role_sees_only_its_permits(engine: Engine) {
        let system = System::start(engine).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let whole = Whole::of(&system, &owner).await;
        for role in Role::ALL {
            // The adviser of the matrix is the one who was asked.
            let name = if *role == Role::Adviser { "police" } else { role.as_str() };
            let desk = system.desk(&format!("{name}@example.org"), &[*role]).await;
            for (path, allowed) in PAGES {
                let status = system.office(&desk, &whole.address(path)).await.status();
                let expected = if allowed.contains(role) { StatusCode::OK } else { StatusCode::FORBIDDEN };
                assert_eq!(status, expected, "{role} GET {path}");
            }
            for (path, allowed) in FORMS {
                let (address, delivery) = (whole.address(path), whole.delivery());
                let version = version(&system, whole.id).await;
                let fields = [("version", version.as_str()), ("delivery", &delivery)];
                let status = system.submit(&desk, &address, &fields).await.status();
                assert_eq!(
                    status == StatusCode::FORBIDDEN,
                    !allowed.contains(role),
                    "{role} POST {path}: {status}"
                );
                assert!(!status.is_server_error(), "{role} POST {path}: {status}");
                let forged = Desk { cookie: desk.cookie.clone(), csrf: "forged".to_owned() };
                let status = system.submit(&forged, &address, &fields).await.status();
                assert_eq!(status, StatusCode::FORBIDDEN, "{role} POST {path} without the token of the form");
            }
        }
        // What is asked of one adviser does not exist for another.
        let mayor = system.desk("mayor@example.org", &[Role::Adviser]).await;
        for (path, _) in PAGES.iter().filter(|(path, _)| path.contains("{advice}")) {
            let status = system.office(&mayor, &whole.address(path)).await.status();
            assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        }
        // Nobody, and an applicant with nothing but their own cookie.
        for (path, _) in PAGES {
            let request = system.http.get(format!("{}{}", system.base, whole.address(path)));
            let status = request.send().await.expect("an answer").status();
            assert_eq!(status, StatusCode::SEE_OTHER, "nobody GET {path}");
            let page = owner.get(&whole.address(path)).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "applicant GET {path}");
            assert!(page.location.contains("/office/sign-in"), "{path}: {}", page.location);
        }
        for (path, _) in FORMS {
            let nobody = system.form(&whole.address(path), &[]).send().await.expect("an answer").status();
            assert_eq!(nobody, StatusCode::UNAUTHORIZED, "nobody POST {path}");
            let applicant = owner.post(&whole.address(path), &[]).await.status;
            assert_eq!(applicant, StatusCode::UNAUTHORIZED, "applicant POST {path}");
        }
        system.stop().await;
    }

    /// The applicant's pages of one file, and what their owner gets.
    const OWN: [(&str, StatusCode); 8] = [
        ("{id}/", StatusCode::OK),
        ("{id}/fee/filing", StatusCode::OK),
        ("{id}/file/{paper}", StatusCode::OK),
        ("{id}/file/{shared}", StatusCode::OK),
        ("permit/{permit}", StatusCode::OK),
        ("{id}/appeal", StatusCode::OK),
        // What was sent is not filled in again.
        ("{id}/check", StatusCode::SEE_OTHER),
        ("{id}/page/name", StatusCode::SEE_OTHER),
    ];

    pub async fn each_applicant_sees_only_their_own(engine: Engine) {
        let system = System::start(engine).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let other = Browser::sign_in(&system, 1, "fr").await;
        let whole = Whole::of(&system, &owner).await;
        for (path, expected) in OWN {
            let path = whole.address(path);
            assert_eq!(owner.get(&path).await.status, expected, "owner {path}");
            assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND, "another person {path}");
            let address = format!("{}/fr/permits/apply/{path}", system.base);
            let nobody = system.http.get(&address).send().await.expect("an answer");
            assert_eq!(nobody.status(), StatusCode::SEE_OTHER, "nobody {path}");
        }
        let api = whole.address("/api/v1/permits/applications/{id}");
        assert_eq!(owner.get(&api).await.status, StatusCode::OK);
        assert_eq!(other.get(&api).await.status, StatusCode::NOT_FOUND);
        let list = other.get("/api/v1/permits/applications").await;
        assert!(list.status == StatusCode::OK && !list.html.contains(&whole.address("{id}")));
        let nobody = system.send(Method::GET, &api, None, None).await;
        assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED);
        // A role of the office is no identity of an applicant.
        for role in Role::ALL {
            let desk = system.desk(&format!("{role}@example.org"), &[*role]).await;
            for (path, _) in OWN {
                let path = format!("/fr/permits/apply/{}", whole.address(path));
                assert_eq!(
                    system.office(&desk, &path).await.status(),
                    StatusCode::SEE_OTHER,
                    "{role} {path}"
                );
            }
            let token = system.staff(&format!("{role}@example.org"), &[*role]).await;
            let status = system.send(Method::GET, &api, Some(&token), None).await.status();
            assert_eq!(status, StatusCode::UNAUTHORIZED, "{role} {api}");
        }
        // What anybody may ask tells nothing of a person.
        for path in
            ["/api/v1/permits/statistics", "/api/v1/permits/verify/x", "/api/v1/datasets/weapons-permits.csv"]
        {
            assert_eq!(system.send(Method::GET, path, None, None).await.status(), StatusCode::OK, "{path}");
        }
        system.stop().await;
    }
}
