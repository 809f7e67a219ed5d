//! A file that ended without the answers of those who live at the address.

story!(nobody_is_asked_about_a_file_that_ended);

pub(crate) mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::entity::{consent, mail};
    use safe_api::permit::job;
    use safe_tests::citizen::Browser;
    use safe_tests::mail::body_of;
    use safe_tests::{Engine, System};
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::{shooter, submit};

    const DAY_MS: i64 = 86_400_000;

    /// The token in the only invitation of the outbox.
    pub(crate) fn invitation(system: &System) -> String {
        let mails = std::fs::read_dir(system.state().config.mail_dir()).expect("outbox");
        let read = |entry: std::io::Result<std::fs::DirEntry>| {
            body_of(&std::fs::read_to_string(entry.expect("entry").path()).expect("mail"))
        };
        let token =
            |body: String| Some(body.split("/consent/").nth(1)?.split_whitespace().next()?.to_owned());
        mails.map(read).find_map(token).expect("an invitation")
    }

    async fn mails(system: &System, id: &str, notification: &str) -> usize {
        let id: Uuid = id.parse().expect("id");
        let own = mail::Entity::find().filter(mail::Column::ApplicationId.eq(id));
        let own = own.filter(mail::Column::Notification.eq(notification));
        own.all(&system.state().db).await.expect("db").len()
    }

    async fn of_file(system: &System, id: &str) -> consent::Model {
        let id: Uuid = id.parse().expect("id");
        let own = consent::Entity::find().filter(consent::Column::ApplicationId.eq(id));
        own.one(&system.state().db).await.expect("db").expect("a consent")
    }

    pub async fn nobody_is_asked_about_a_file_that_ended(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let id = shooter(&system, &owner, "some").await;
        submit(&owner, &id).await;
        job::run(state).await;
        let path = format!("consent/{}", invitation(&system));
        let still = Browser::sign_in(&system, 2, "fr").await;
        let waiting = shooter(&system, &still, "some").await;
        submit(&still, &waiting).await;
        let withdrawn = owner.fill(&format!("{id}/withdraw"), &[]).await;
        assert_eq!(withdrawn.status, StatusCode::SEE_OTHER);

        // Sam opens the invitation: the words say so, and no answer is taken.
        let sam = Browser::sign_in(&system, 1, "fr").await;
        let page = sam.get(&path).await;
        assert!(page.html.contains("n’est plus nécessaire"), "{}", page.html);
        assert!(!page.html.contains("name=\"answer\""), "nothing is asked");
        let csrf = page.hidden("csrf");
        let fields = [("csrf", csrf.as_str()), ("answer", "yes")];
        assert_eq!(sam.post(&path, &fields).await.status, StatusCode::SEE_OTHER);
        let asked = of_file(&system, &id).await;
        assert_eq!((asked.state.as_str(), asked.answered_by), ("waiting", None));
        assert_eq!(mails(&system, &id, "consent-complete").await, 0);
        // Nor is one on paper recorded.
        let clerk = system.desk("clerk@example.org", &[Role::WeaponsClerk]).await;
        let office = format!("/office/permits/{id}/consents/{}", asked.id);
        let page = system.office(&clerk, &office).await.text().await.expect("text");
        assert!(!page.contains("name=\"answer\""), "{page}");

        // Only who is still needed is reminded.
        for _ in 0..3 {
            state.clock.advance_ms(8 * DAY_MS);
            job::run(state).await;
        }
        assert!(mails(&system, &waiting, "consent-reminder").await > 0, "as long as the file is open");
        assert_eq!(mails(&system, &id, "consent-reminder").await, 0);
        assert_eq!(of_file(&system, &id).await.reminders, 0);
        system.stop().await;
    }
}
