//! What one person alone cannot do in a file, and what nobody can do once it has ended.

story!(a_permit_is_not_revived_by_a_clerk);
story!(a_withdrawn_file_is_not_decided);
story!(an_adviser_of_an_ended_file_sees_nothing);
story!(bank_files_taken_at_once_all_count);

pub(crate) mod tell {
    use safe_api::account::Role;
    use safe_api::permit::desk::advice::{self, Opinion};
    use safe_api::permit::desk::{self, challenge};
    use safe_api::permit::entity::{decision, fee, grant};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

    use crate::steps::applicant::filed;
    use crate::steps::bank::{bank_file, with_account};
    use crate::steps::desk::{
        Three, ask_police, grant as given, granted, open, refused, row, staff, state_of, taken_back,
    };

    async fn permit(system: &System) -> grant::Model {
        grant::Entity::find().one(&system.state().db).await.expect("db").expect("permit")
    }

    pub async fn a_permit_is_not_revived_by_a_clerk(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let (id, _) = granted(&system, &browser, &three).await;
        three.issue(&system, id).await;
        let state = system.state();
        let both = staff(&system, "both", &[Role::WeaponsClerk, Role::HighOfficial]).await;
        let clerk = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let high = system.desk("high@example.org", &[Role::HighOfficial]).await;
        for kind in ["suspend", "withdraw"] {
            taken_back(&system, &three, id, kind).await;
            let stands = permit(&system).await.state;
            let case = open(&system, &both, id).await;
            let today = case.today.to_string();
            challenge::lodged(state, &both, &case, &today).await.expect("lodged");

            // The forms offer what each may record.
            for (desk, sees, not) in [(&clerk, "confirmed", "reversed"), (&high, "reversed", "confirmed")] {
                let page = system.office(desk, &format!("/office/permits/{id}")).await;
                let html = page.text().await.expect("text");
                assert!(html.contains(&format!("value=\"{sees}\"")), "{kind}: {sees}");
                assert!(!html.contains(&format!("value=\"{not}\"")), "{kind}: {not}");
            }
            let case = open(&system, &three.clerk, id).await;
            let reversed = ("reversed", today.as_str());
            let alone = challenge::ruled(state, &three.clerk, &case, reversed, "Annulé.").await;
            assert_eq!(refused(alone), "role");
            let case = open(&system, &three.jurist, id).await;
            let confirmed = ("confirmed", today.as_str());
            let jurist = challenge::ruled(state, &three.jurist, &case, confirmed, "Confirmé.").await;
            assert_eq!(refused(jurist), "role");
            let case = open(&system, &both, id).await;
            let own = challenge::ruled(state, &both, &case, reversed, "Annulé.").await;
            assert_eq!(refused(own), "permit-appeal-own");
            assert_eq!(
                (permit(&system).await.state, state_of(&system, id).await.as_str()),
                (stands, "appealed")
            );

            // Whatever a program does, the engine wants the line of the ledger first.
            let forced = grant::Entity::update_many()
                .col_expr(grant::Column::State, Expr::value("active".to_owned()))
                .exec(&state.db)
                .await;
            assert!(forced.is_err_and(|error| error.to_string().contains("permit_grant_revived")), "{kind}");

            let case = open(&system, &three.official, id).await;
            challenge::ruled(state, &three.official, &case, reversed, "Annulé.").await.expect("recorded");
            assert_eq!(
                (permit(&system).await.state.as_str(), state_of(&system, id).await.as_str()),
                ("active", "granted")
            );
        }
        // An older ruling revives nothing that was decided after it.
        taken_back(&system, &three, id, "suspend").await;
        let forced = grant::Entity::update_many()
            .col_expr(grant::Column::State, Expr::value("active".to_owned()))
            .exec(&state.db)
            .await;
        assert!(forced.is_err(), "the line must be younger than the suspension");
        let case = open(&system, &three.clerk, id).await;
        let today = case.today.to_string();
        challenge::lodged(state, &three.clerk, &case, &today).await.expect("lodged");
        let case = open(&system, &three.clerk, id).await;
        let confirmed = ("confirmed", today.as_str());
        challenge::ruled(state, &three.clerk, &case, confirmed, "Confirmé.").await.expect("recorded");
        assert_eq!(permit(&system).await.state, "suspended", "a clerk records what changes nothing");
        system.stop().await;
    }

    pub async fn a_withdrawn_file_is_not_decided(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = filed(&system, &browser).await;
        three.examine(&system, id, true).await;
        ask_police(&system, &three.clerk, id).await;
        let case = open(&system, &three.clerk, id).await;
        let decision = desk::draft(state, &three.clerk, &case, "grant", given()).await.expect("drafted");
        // The jurist has the page open while the applicant withdraws.
        let unchecked = open(&system, &three.jurist, id).await;
        let gone = browser.fill(&format!("{id}/withdraw"), &[]).await;
        assert!(gone.status.is_redirection());
        let late = desk::check(state, &three.jurist, &unchecked, true, "").await;
        assert_eq!(refused(late), "permit-changed-meanwhile");
        let case = open(&system, &three.jurist, id).await;
        assert_eq!(case.row.state, "withdrawn");
        let checked = desk::check(state, &three.jurist, &case, true, "").await;
        assert_eq!(refused(checked), "permit-changed-meanwhile", "nor with the page as it stands now");

        // The same one step later.
        let second = filed(&system, &Browser::sign_in(&system, 1, "fr").await).await;
        three.examine(&system, second, true).await;
        ask_police(&system, &three.clerk, second).await;
        let case = open(&system, &three.clerk, second).await;
        let last = desk::draft(state, &three.clerk, &case, "grant", given()).await.expect("drafted");
        let case = open(&system, &three.jurist, second).await;
        desk::check(state, &three.jurist, &case, true, "").await.expect("checked");
        let other = Browser::sign_in(&system, 1, "fr").await;
        assert!(other.fill(&format!("{second}/withdraw"), &[]).await.status.is_redirection());
        let case = open(&system, &three.official, second).await;
        for refusal in [
            desk::hold(state, &three.official, &case, "hold", "").await,
            desk::decide(state, &three.official, &case).await,
        ] {
            assert_eq!(refused(refusal), "permit-changed-meanwhile");
        }
        for (decision, stands) in [(decision, "checking"), (last, "deciding")] {
            let kept: decision::Model = row(&system, decision).await;
            assert_eq!((kept.state.as_str(), kept.pdf_document_id), (stands, None), "no letter");
        }
        // What was prepared can still be put away.
        let case = open(&system, &three.clerk, second).await;
        desk::cancel(state, &three.clerk, &case, "Le dossier est retiré.").await.expect("put away");
        system.stop().await;
    }

    pub async fn an_adviser_of_an_ended_file_sees_nothing(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = filed(&system, &browser).await;
        three.examine(&system, id, true).await;
        let asked = ask_police(&system, &three.clerk, id).await;
        let police = staff(&system, "police", &[Role::Adviser]).await;
        let seen = advice::asked(state, &police, asked).await.expect("asked");
        assert!(!seen.question.facts.is_empty() && !seen.papers.is_empty() && !seen.is_over);
        let opinion = Opinion {
            result: "favourable".to_owned(),
            text: "Rien à signaler.".to_owned(),
            applicant_sees: true,
        };
        let paper = seen.papers[0].0;
        let fact = seen.question.facts[0].1.clone();

        // Once it is given, the facts are gone; the question and the answer stay.
        let second = filed(&system, &Browser::sign_in(&system, 1, "fr").await).await;
        three.examine(&system, second, true).await;
        let given = ask_police(&system, &three.clerk, second).await;
        advice::answer(state, &police, given, &opinion).await.expect("given");
        let after = advice::asked(state, &police, given).await.expect("asked");
        assert!(after.question.facts.is_empty() && after.papers.is_empty());
        assert_eq!(after.answer.as_deref(), Some("Rien à signaler."));

        // And so they are when the file ends without an answer.
        assert!(browser.fill(&format!("{id}/withdraw"), &[]).await.status.is_redirection());
        let over = advice::asked(state, &police, asked).await.expect("asked");
        assert!(over.is_over && over.question.facts.is_empty() && over.papers.is_empty());
        assert!(advice::paper(state, &police, asked, paper).await.is_err());
        assert_eq!(refused(advice::answer(state, &police, asked, &opinion).await), "permit-ended");
        let desk = system.desk("police@example.org", &[Role::Adviser]).await;
        let page = system.office(&desk, &format!("/office/advice/{asked}")).await;
        let html = page.text().await.expect("text");
        assert!(!html.contains(&format!("<bdi>{fact}</bdi>")) && !html.contains("name=\"result\""), "{html}");
        system.stop().await;
    }

    pub async fn bank_files_taken_at_once_all_count(engine: Engine) {
        let system = System::at_noon_with(engine, with_account).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = filed(&system, &browser).await;
        let own = fee::Column::ApplicationId.eq(id);
        fee::Entity::update_many()
            .col_expr(fee::Column::AmountCents, Expr::value(Some(1_000_i64)))
            .col_expr(fee::Column::State, Expr::value("requested".to_owned()))
            .filter(own.clone())
            .exec(&state.db)
            .await
            .expect("confirmed");
        let due = fee::Entity::find().filter(own.clone()).one(&state.db).await.expect("db").expect("fee");
        let files: Vec<String> = (1..=5).map(|number| bank_file(&due.ogm, 200, number)).collect();
        let take = |at: usize| desk::take_statement(state, &three.clerk, files[at].as_bytes());
        let taken = tokio::join!(take(0), take(1), take(2), take(3));
        for one in [taken.0, taken.1, taken.2, taken.3] {
            assert_eq!(one.expect("taken").matched, 1);
        }
        let now = fee::Entity::find().filter(own.clone()).one(&state.db).await.expect("db").expect("fee");
        assert_eq!((now.paid_cents, now.state.as_str(), now.paid_on), (800, "requested", None));
        take(4).await.expect("taken");
        let now = fee::Entity::find().filter(own).one(&state.db).await.expect("db").expect("fee");
        assert_eq!((now.paid_cents, now.state.as_str()), (1_000, "paid"));
        assert!(now.paid_on.is_some());
        system.stop().await;
    }
}
