//! The one contact point of an alert: written once, confirmed by another, seen everywhere.

story!(one_contact_point_in_every_view);
story!(nobody_confirms_their_own_number);

mod tell {
    use std::time::Duration;

    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_tests::{Desk, Engine, System, gas_leak};
    use sea_orm::ConnectionTrait;
    use serde_json::Value;

    const FRENCH: &str = "Équipe d’accueil, de 8 h à 20 h";
    const DUTCH: &str = "Onthaalteam, van 8 tot 20 uur";

    /// A system whose built portal is one page.
    async fn with_page(engine: Engine, folder: &std::path::Path) -> System {
        for lang in ["fr", "ar"] {
            let page = folder.join(format!("public/{lang}/emergency/aftercare"));
            std::fs::create_dir_all(&page).expect("folder");
            let html = "<!doctype html><title>x</title><main><!--safe:contacts--></main>";
            std::fs::write(page.join("index.html"), html).expect("page");
        }
        System::start_with(engine, |config| folder.clone_into(&mut config.site.dir)).await
    }

    async fn text(system: &System, path: &str) -> String {
        let request = system.http.get(format!("{}{path}", system.base)).header("accept", "text/html");
        request.send().await.expect("answer").text().await.expect("text")
    }

    async fn propose(system: &System, desk: &Desk, id: &str, number: &str, web: &str) -> StatusCode {
        let fields = [("number", number), ("web", web), ("words_fr", FRENCH), ("words_nl", DUTCH)];
        system.submit(desk, &format!("/office/alerts/{id}/contact"), &fields).await.status()
    }

    /// The proposal that waits, as the page of somebody else offers it.
    async fn waiting(system: &System, desk: &Desk, id: &str) -> Option<String> {
        let page =
            system.office(desk, &format!("/office/alerts/{id}/contact")).await.text().await.expect("page");
        let (_, rest) = page.split_once(&format!("action=\"/office/alerts/{id}/contact/"))?;
        let contact = rest.split('"').next()?.to_owned();
        (contact.len() == 36).then_some(contact)
    }

    async fn decide(system: &System, desk: &Desk, id: &str, contact: &str, act: &str) -> StatusCode {
        let path = format!("/office/alerts/{id}/contact/{contact}");
        system.submit(desk, &path, &[("act", act)]).await.status()
    }

    async fn listed(system: &System, lang: &str) -> Value {
        system.json(&format!("/api/v1/alerts?lang={lang}")).await["alerts"][0]["contact"].clone()
    }

    pub async fn one_contact_point_in_every_view(engine: Engine) {
        let folder = tempfile::tempdir().expect("folder");
        let system = with_page(engine, folder.path()).await;
        let (author, approver) = system.pair().await;
        let id = system.publish(&author, &approver, &gas_leak()).await;
        let writer = system.desk("writer@example.org", &[Role::AlertAuthor]).await;
        let second = system.desk("second@example.org", &[Role::AlertApprover]).await;
        assert_eq!(listed(&system, "fr").await, Value::Null, "none was opened");

        for (number, web) in
            [("", ""), ("call us", ""), ("12", ""), ("", "http://example.org"), ("", "javascript:x")]
        {
            let status = propose(&system, &writer, &id, number, web).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{number} {web}");
        }
        assert_eq!(propose(&system, &writer, &id, "02 555 00 01", "").await, StatusCode::SEE_OTHER);
        assert_eq!(listed(&system, "fr").await, Value::Null, "nothing is public before the second person");
        let first = waiting(&system, &second, &id).await.expect("it waits");
        assert_eq!(decide(&system, &second, &id, &first, "confirm").await, StatusCode::SEE_OTHER);

        // Every view takes it from the same place, in the reader's language.
        let shown = async |number: &str| {
            let seen = || async {
                let list = listed(&system, "nl").await;
                list["number"] == number && list["text"] == DUTCH && list["lang"] == "nl"
            };
            assert!(system.until(Duration::from_secs(5), seen).await, "{}", listed(&system, "nl").await);
            let alone = system.json(&format!("/api/v1/alerts/{id}?lang=fr")).await;
            assert_eq!(
                (&alone["contact"]["number"], &alone["contact"]["text"]),
                (&number.into(), &FRENCH.into())
            );
            for path in [format!("/fr/alerts/{id}/"), "/fr/emergency/aftercare/".to_owned()] {
                let page = text(&system, &path).await;
                assert!(page.contains(number) && page.contains("accueil, de 8 h"), "{path}: {page}");
                assert!(page.contains(&format!("tel:{}", number.replace(' ', ""))), "{path}");
            }
            // Nobody wrote Arabic: the text says in which language it is.
            let arabic = text(&system, "/ar/emergency/aftercare/").await;
            assert!(arabic.contains(number) && arabic.contains("lang=\"fr\""), "{arabic}");
        };
        shown("02 555 00 01").await;

        // Changing it changes all of them, and the old number is nowhere.
        assert_eq!(propose(&system, &second, &id, "02 555 00 02", "").await, StatusCode::SEE_OTHER);
        assert!(waiting(&system, &second, &id).await.is_none(), "not their own");
        let third = system.desk("third@example.org", &[Role::AlertApprover]).await;
        let change = waiting(&system, &third, &id).await.expect("it waits");
        assert_eq!(decide(&system, &third, &id, &change, "confirm").await, StatusCode::SEE_OTHER);
        shown("02 555 00 02").await;
        for path in
            [format!("/fr/alerts/{id}/"), "/fr/emergency/aftercare/".to_owned(), "/api/v1/alerts".to_owned()]
        {
            assert!(!text(&system, &path).await.contains("02 555 00 01"), "{path} shows the old number");
        }
        assert_eq!(
            decide(&system, &third, &id, &change, "refuse").await,
            StatusCode::CONFLICT,
            "decided once"
        );

        // A wrong number goes at once.
        let path = format!("/office/alerts/{id}/contact/withdraw");
        assert_eq!(system.submit(&writer, &path, &[]).await.status(), StatusCode::SEE_OTHER);
        let gone = || async { listed(&system, "fr").await == Value::Null };
        assert!(system.until(Duration::from_secs(5), gone).await);
        assert!(!text(&system, "/fr/emergency/aftercare/").await.contains("02 555"));
        system.stop().await;
    }

    pub async fn nobody_confirms_their_own_number(engine: Engine) {
        let system = System::start(engine).await;
        let (author, approver) = system.pair().await;
        let id = system.publish(&author, &approver, &gas_leak()).await;
        let both = system.desk("both@example.org", &[Role::AlertAuthor, Role::AlertApprover]).await;
        let second = system.desk("second@example.org", &[Role::AlertApprover]).await;
        assert_eq!(
            propose(&system, &both, &id, "1771", "https://www.example.org/a").await,
            StatusCode::SEE_OTHER
        );
        let contact = waiting(&system, &second, &id).await.expect("it waits");
        assert_eq!(decide(&system, &both, &id, &contact, "confirm").await, StatusCode::FORBIDDEN);
        assert_eq!(decide(&system, &second, &id, &contact, "maybe").await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(decide(&system, &second, &id, &contact, "refuse").await, StatusCode::SEE_OTHER);
        assert_eq!(listed(&system, "fr").await, Value::Null);
        // The database refuses it as well, whatever the program does.
        let db = &system.state().db;
        for confirmer in ["NULL", "author_id"] {
            let forged = format!("UPDATE alert_contact SET state = 'in_force', confirmer_id = {confirmer}");
            assert!(db.execute_unprepared(&forged).await.is_err(), "in force by {confirmer}");
        }
        // Every other role is kept out.
        let allowed = [Role::AlertAuthor, Role::AlertApprover];
        for role in Role::ALL {
            let desk = system.desk(&format!("{role}@example.org"), &[*role]).await;
            let path = format!("/office/alerts/{id}/contact");
            let status = system.office(&desk, &path).await.status();
            assert_eq!(status == StatusCode::OK, allowed.contains(role), "{role}: {status}");
            for path in [path.clone(), format!("{path}/withdraw"), format!("{path}/{contact}")] {
                let status = system.submit(&desk, &path, &[("act", "confirm")]).await.status();
                let may = allowed.contains(role) && !(path.ends_with(&contact) && *role == Role::AlertAuthor);
                assert_eq!(status == StatusCode::FORBIDDEN, !may, "{role} POST {path}: {status}");
            }
        }
        // A draft has nobody to be called about.
        let draft =
            system.send(reqwest::Method::POST, "/office/api/alerts", Some(&author), Some(&gas_leak())).await;
        let draft: Value = draft.json().await.expect("JSON");
        let path = format!("/office/alerts/{}/contact", draft["id"].as_str().expect("id"));
        assert_eq!(system.office(&second, &path).await.status(), StatusCode::CONFLICT);
        system.stop().await;
    }
}
