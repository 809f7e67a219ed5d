//! What a company shares and what stays with a person: a file that is a company's no more, and
//! a permit whose control a colleague answers.

story!(a_file_that_becomes_private_is_shut);
story!(a_colleague_answers_a_control_in_a_file_of_their_own);
story!(whoever_looks_by_a_mandate_is_told_of);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::entity::{application, control, document, grant};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
    use uuid::Uuid;

    use crate::permits_company::tell::{NUMBER, ask, confirm, is_unknown, mandates, share};
    use crate::steps::applicant::{answer, dealer, declare, filed, hand_in_all, main_of, row, submit};
    use crate::steps::desk::{Three, granted, staff};

    /// A colleague with a mandate that the office confirmed; and the company.
    async fn colleague(system: &System) -> (Browser<'_>, String) {
        let clerk = staff(system, "mandates", &[Role::WeaponsClerk]).await;
        let colleague = Browser::sign_in(system, 1, "fr").await;
        ask(system, &colleague, NUMBER, 90).await;
        let asked = mandates(system).await.remove(0);
        confirm(system, &clerk, asked.id).await;
        (colleague, asked.company_hmac)
    }

    /// Opens a file to a company, whatever it says.
    async fn open_to(system: &System, id: &str, company: &str) {
        application::Entity::update_many()
            .col_expr(application::Column::CompanyHmac, Expr::value(Some(company.to_owned())))
            .filter(application::Column::Id.eq(id.parse::<Uuid>().expect("id")))
            .exec(&system.state().db)
            .await
            .expect("opened");
    }

    /// Whoever acts by a mandate cannot make a file somebody else's, and keeps what they typed.
    async fn is_not_for_a_colleague(system: &System, colleague: &Browser<'_>, id: &str) {
        let before = row(system, id).await;
        let other = [
            ("enterprise-number", "0202.239.951"),
            ("company-name", "Autre srl"),
            ("company-seat-street", "Wetstraat"),
            ("company-seat-number", "1"),
            ("company-seat-postcode", "1000"),
            ("company-seat-municipality", "Brussel"),
        ];
        for (page, field, said) in [
            ("acting-for", "acting-for", [("acting-for", "self")].as_slice()),
            ("company", "enterprise-number", other.as_slice()),
        ] {
            let refused = colleague.fill(&format!("{id}/page/{page}"), said).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{page}: {}", main_of(&refused));
            let (told, place) =
                ("Seule la personne qui a commencé ce dossier", format!("id=\"{field}-error\""));
            assert!(refused.html.contains(told) && refused.html.contains(&place), "{}", main_of(&refused));
        }
        let page = colleague.fill(&format!("{id}/page/company"), &other).await;
        assert!(page.html.contains("value=\"0566988259\""), "the number from before: {}", main_of(&page));
        assert!(page.html.contains("value=\"Autre srl\""), "what was typed beside it: {}", main_of(&page));
        let after = row(system, id).await;
        assert_eq!(
            (after.version, after.company_hmac),
            (before.version, before.company_hmac),
            "nothing is saved"
        );
        // The same company is no change.
        let mut same = other;
        same[0].1 = NUMBER;
        answer(colleague, id, "company", &same).await;
        assert_eq!(colleague.get(&format!("{id}/")).await.status, StatusCode::OK);
    }

    pub async fn a_file_that_becomes_private_is_shut(engine: Engine) {
        let system = System::at_noon(engine).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let (colleague, company) = colleague(&system).await;
        let id = dealer(&owner).await;
        share(&owner, &id, "yes").await;
        assert_eq!(colleague.get(&format!("{id}/")).await.status, StatusCode::OK);
        is_not_for_a_colleague(&system, &colleague, &id).await;
        let own = owner.fill(&format!("{id}/page/acting-for"), &[("acting-for", "self")]).await;
        assert_eq!(own.status, StatusCode::SEE_OTHER, "{}", main_of(&own));
        assert!(owner.get(&own.location).await.html.contains("de nouveau à vous seul"), "{}", own.location);
        assert_eq!(row(&system, &id).await.company_hmac, None);
        is_unknown(&colleague, &id).await;

        // Whatever has left one open: its owner sees it, and shuts it.
        let link = format!("/{id}/company\"");
        assert!(!owner.get(&format!("{id}/")).await.html.contains(&link));
        open_to(&system, &id, &company).await;
        assert!(owner.get(&format!("{id}/")).await.html.contains(&link));
        assert_eq!(share(&owner, &id, "no").await.status, StatusCode::SEE_OTHER);
        is_unknown(&colleague, &id).await;
        assert_eq!(owner.get(&format!("{id}/company")).await.status, StatusCode::NOT_FOUND);

        // Nor is it sent open to a company that it does not name.
        hand_in_all(&system, &owner, &id).await;
        declare(&owner, &id).await;
        open_to(&system, &id, &company).await;
        submit(&owner, &id).await;
        let sent = row(&system, &id).await;
        assert_eq!((sent.state.as_str(), sent.company_hmac), ("submitted", None));
        is_unknown(&colleague, &id).await;
        system.stop().await;
    }

    async fn begin(browser: &Browser<'_>, permit: Uuid) -> String {
        let path = format!("new/periodic-control?permit={permit}");
        let permit = permit.to_string();
        let begun = browser.fill(&path, &[("case-language", "fr"), ("permit", &permit)]).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", main_of(&begun));
        begun.location.trim_end_matches('/').rsplit('/').next().expect("id").to_owned()
    }

    pub async fn a_colleague_answers_a_control_in_a_file_of_their_own(engine: Engine) {
        let system = System::at_noon(engine).await;
        let three = Three::of(&system).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let (file, _) = granted(&system, &owner, &three).await;
        three.issue(&system, file).await;
        let permit = grant::Entity::find().one(&system.state().db).await.expect("db").expect("permit").id;
        let (colleague, company) = colleague(&system).await;
        open_to(&system, &file.to_string(), &company).await;
        invite(&system, permit).await;

        let own = begin(&colleague, permit).await;
        assert_eq!(row(&system, &own).await.company_hmac, Some(company), "whoever else acts for it goes on");
        for (page, words) in [("address", "Rue de la Loi"), ("contact", "camille@demo.invalid")] {
            let page = colleague.get(&format!("{own}/page/{page}")).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.html.contains(words), "the holder's: {}", main_of(&page));
        }
        answer(&colleague, &own, "control-state", &[("still-held", "all"), ("reason-still", "same")]).await;
        let reasons = colleague.get(&format!("{own}/page/control-reason")).await.html;
        let sport = reasons.split("value=\"sport-shooting\"").nth(1).expect("the reasons");
        assert!(sport.split('>').next().expect("tag").contains("checked"), "known from the permit");

        // The holder is not led to a file that is not open to them.
        let holders = begin(&owner, permit).await;
        assert_ne!(holders, own);
        let address = owner.get(&format!("{holders}/page/address")).await;
        assert!(address.html.contains("Rue de la Loi"), "{}", main_of(&address));
        let again = colleague.get(&format!("new/periodic-control?permit={permit}")).await;
        assert!(again.location.ends_with(&format!("/{own}/")), "{}", again.location);
        system.stop().await;
    }

    /// Looks by a mandate, in the audit chain.
    async fn looks(system: &System, id: Uuid) -> usize {
        let subject = format!("permit/{id}");
        let acts = safe_api::audit::of_kind(&system.state().db, &subject, "permit.read", 500);
        acts.await.expect("db").into_iter().filter(|act| act.actor == "mandated").count()
    }

    pub async fn whoever_looks_by_a_mandate_is_told_of(engine: Engine) {
        let system = System::at_noon(engine).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let id = filed(&system, &owner).await;
        let (colleague, company) = colleague(&system).await;
        open_to(&system, &id.to_string(), &company).await;
        owner.get(&format!("{id}/")).await;
        assert_eq!(looks(&system, id).await, 0, "the applicant's own are no news");
        for page in ["/", "/fee/filing", "/"] {
            assert_eq!(colleague.get(&format!("{id}{page}")).await.status, StatusCode::OK, "{page}");
        }
        assert_eq!(looks(&system, id).await, 1, "once in a session");
        let paper = document::Entity::find().one(&system.state().db).await.expect("db").expect("a paper").id;
        for read in [2, 3] {
            colleague.bytes(&format!("{id}/file/{paper}")).await;
            assert_eq!(looks(&system, id).await, read, "each document");
        }
        let again = Browser::sign_in(&system, 1, "fr").await;
        again.get(&format!("{id}/")).await;
        assert_eq!(looks(&system, id).await, 4, "another session");
        // Somebody with a mandate sees at once for whom; the owner knows.
        assert!(again.get("").await.html.contains("Pour Voorbeeld nv, avec un mandat"));
        assert!(!owner.get("").await.html.contains("Voorbeeld nv"));
        let page = owner.get(&format!("{id}/")).await.html;
        for words in ["pour la suite du dossier", "pour la lecture d’un document"] {
            let line = format!("une personne qui a un mandat de la société, {words}");
            assert!(page.contains(&line), "{line}: {page}");
        }
        assert!(safe_api::audit::verify(&system.state().db).await.expect("db").is_ok());
        system.stop().await;
    }

    /// The holder of a permit is invited to a control.
    async fn invite(system: &System, permit: Uuid) {
        let invited = control::ActiveModel {
            id: Set(Uuid::now_v7()),
            grant_id: Set(permit),
            cycle_on: Set("2026-11-21".to_owned()),
            state: Set("invited".to_owned()),
            invited_on: Set("2026-11-21".to_owned()),
            due_on: Set("2099-01-01".to_owned()),
            reminders: Set(0),
            application_id: Set(None),
            answered_on: Set(None),
            verdict: Set(None),
            judged_on: Set(None),
            changed_at_ms: Set(system.state().clock.now_ms()),
        };
        invited.insert(&system.state().db).await.expect("invited");
    }
}
