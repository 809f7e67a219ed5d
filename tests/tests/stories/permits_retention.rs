//! What is over is kept for as long as its row says, and no longer.

story!(ended_mandates_are_erased);

mod tell {
    use std::io::ErrorKind;

    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::entity::{application, mail};
    use safe_api::permit::job;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System, content};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

    use crate::permits_company::tell::{DAY_MS, NUMBER, ask, confirm, mandates, share};
    use crate::steps::applicant::dealer;
    use crate::steps::desk::staff;

    /// The files of companies are kept from erasure, or let go.
    async fn hold(system: &System, since: Option<&str>) {
        application::Entity::update_many()
            .col_expr(application::Column::LegalHold, Expr::value(since.map(str::to_owned)))
            .filter(application::Column::CompanyHmac.is_not_null())
            .exec(&system.state().db)
            .await
            .expect("db");
    }

    pub async fn ended_mandates_are_erased(engine: Engine) {
        let folder = tempfile::tempdir().expect("folder");
        let sources = folder.path().join("content");
        content::of_program(&sources);
        // A period as the service may confirm it one day.
        let path = sources.join("permits/retention.toml");
        let rows = std::fs::read_to_string(&path).expect("rows");
        let start = "from = \"mandate-ended\"";
        assert!(rows.contains(start));
        let rows = rows.replace(start, &format!("amount = 30\nunit = \"days\"\n{start}"));
        std::fs::write(&path, rows).expect("written");
        let system = System::start_with(engine, |config| config.site.content_dir.clone_from(&sources)).await;
        let state = system.state();
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let id = dealer(&owner).await;
        assert_eq!(share(&owner, &id, "yes").await.status, StatusCode::SEE_OTHER);
        let (colleague, other) =
            (Browser::sign_in(&system, 1, "fr").await, Browser::sign_in(&system, 2, "fr").await);
        ask(&system, &colleague, NUMBER, 300).await;
        ask(&system, &other, NUMBER, 20).await;
        let asked = mandates(&system).await;
        let short = asked.iter().min_by_key(|row| row.until_on.clone()).expect("two").clone();
        let long = asked.iter().max_by_key(|row| row.until_on.clone()).expect("two").clone();
        confirm(&system, &clerk, short.id).await;
        confirm(&system, &clerk, long.id).await;
        let csrf = colleague.get("mandates").await.hidden("csrf");
        let back = colleague.post(&format!("mandates/{}/give-back", long.id), &[("csrf", &csrf)]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER);

        // Thirty days after it was given back, and not before; a hold keeps it for longer.
        state.clock.advance_ms(29 * DAY_MS);
        job::run(state).await;
        assert_eq!(mandates(&system).await.len(), 2);
        hold(&system, Some("2026-11-21")).await;
        state.clock.advance_ms(3 * DAY_MS);
        job::run(state).await;
        assert_eq!(mandates(&system).await.len(), 2, "kept while a file of the company is held");
        hold(&system, None).await;
        job::run(state).await;
        let left: Vec<_> = mandates(&system).await.into_iter().map(|row| row.id).collect();
        assert_eq!(left, [short.id], "the other ended of itself, later");
        let gone = state.permits.store.read(&long.vault_key).err().expect("its document went, too");
        assert_eq!(gone.kind(), ErrorKind::NotFound);
        let about = mail::Entity::find().filter(mail::Column::Once.contains(long.id.to_string()));
        assert!(about.all(&state.db).await.expect("db").is_empty(), "and what was written about it");
        let subject = format!("permit-mandate/{}", long.id);
        let acts = safe_api::audit::of_subject(&state.db, &subject, None, 10).await.expect("db");
        assert!(acts.iter().any(|act| act.action == "permit.mandate-erased"), "the chain says that it was");

        state.clock.advance_ms(19 * DAY_MS);
        job::run(state).await;
        assert!(mandates(&system).await.is_empty(), "thirty days after its last day");
        assert!(safe_api::audit::verify(&state.db).await.expect("db").is_ok());
        system.stop().await;
    }
}
