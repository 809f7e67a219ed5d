//! Every role against every staff endpoint.

story!(each_role_does_only_its_own);

mod tell {
    use reqwest::{Method, StatusCode};
    use safe_api::account::Role;
    use safe_tests::{Engine, System, gas_leak};

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
}
