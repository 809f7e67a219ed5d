//! What follows an appeal: what was reversed is as it was before, what stands can be challenged
//! one court higher, and a file that is still open goes on.

story!(a_withdrawal_that_is_reversed_leaves_the_suspension);
story!(conditions_that_are_reversed_are_decided_anew);
story!(after_the_minister_the_council_of_state_is_left);
story!(an_inadmissible_file_is_examined_anew);
story!(an_appeal_against_silence_is_recorded);
story!(an_appeal_does_not_wait_for_an_examination);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::desk::appeal::{self, From, Standing};
    use safe_api::permit::desk::{self, Drafted, after, challenge, issue};
    use safe_api::permit::entity::{application, grant, part};
    use safe_api::permit::{job, numbers};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System, content};
    use sea_orm::EntityTrait;
    use sea_orm::sea_query::Expr;
    use uuid::Uuid;

    use crate::steps::applicant::{filed, main_of};
    use crate::steps::desk::{
        Three, ask_police, certificates, conditional, grant as given, granted, open, open_tasks, pay,
        refusal, refused, state_of, taken_back,
    };
    use crate::steps::schema;

    const DAY_MS: i64 = 86_400_000;

    async fn permit(system: &System) -> grant::Model {
        let all = grant::Entity::find().all(&system.state().db).await.expect("db");
        assert_eq!(all.len(), 1, "one file, one permit");
        all.into_iter().next().expect("permit")
    }

    async fn file(system: &System, id: Uuid) -> application::Model {
        application::Entity::find_by_id(id).one(&system.state().db).await.expect("db").expect("file")
    }

    async fn term(system: &System, id: Uuid) -> Option<appeal::Term> {
        appeal::term(system.state(), &file(system, id).await).await.expect("rows")
    }

    /// An appeal that the office records, of today.
    async fn lodge(system: &System, three: &Three, id: Uuid) {
        let case = open(system, &three.clerk, id).await;
        let today = case.today.to_string();
        challenge::lodged(system.state(), &three.clerk, &case, &today).await.expect("lodged");
    }

    /// The ruling on it, of today. That a permit holds again is for the High Official.
    async fn rule(system: &System, three: &Three, id: Uuid, result: &str) {
        let case = open(system, &three.clerk, id).await;
        let may = challenge::results(&case, &three.clerk).contains(&result);
        let person = if may { &three.clerk } else { &three.official };
        let today = case.today.to_string();
        let ruling = (result, today.as_str());
        challenge::ruled(system.state(), person, &case, ruling, "Le ministre a tranché.")
            .await
            .expect("ruled");
    }

    async fn office(system: &System, id: Uuid, email: &str, role: Role) -> String {
        let desk = system.desk(email, &[role]).await;
        system.office(&desk, &format!("/office/permits/{id}")).await.text().await.expect("text")
    }

    async fn with_permit(system: &System, three: &Three) -> Uuid {
        let browser = Browser::sign_in(system, 0, "fr").await;
        let (id, _) = granted(system, &browser, three).await;
        three.issue(system, id).await;
        id
    }

    async fn turned_down(system: &System, three: &Three) -> Uuid {
        let browser = Browser::sign_in(system, 0, "fr").await;
        let id = filed(system, &browser).await;
        three.examine(system, id, true).await;
        three.hear(system, id).await;
        three.decide(system, id, "refuse", refusal()).await;
        three.issue(system, id).await;
        id
    }

    pub async fn a_withdrawal_that_is_reversed_leaves_the_suspension(engine: Engine) {
        let system = System::at_noon(engine).await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = with_permit(&system, &three).await;
        taken_back(&system, &three, id, "suspend").await;
        taken_back(&system, &three, id, "withdraw").await;
        let own = permit(&system).await;
        assert_eq!((own.state.as_str(), own.revoked_from.as_deref()), ("revoked", Some("suspended")));
        schema::before(&system, "m36_permit_appeals").await.up().await;
        assert_eq!(permit(&system).await.revoked_from.as_deref(), Some("suspended"), "as the ledger tells");
        assert!(open_tasks(&system).await.contains(&"permit-return".to_owned()));

        lodge(&system, &three, id).await;
        rule(&system, &three, id, "reversed").await;
        assert_eq!(
            (permit(&system).await.state.as_str(), state_of(&system, id).await.as_str()),
            ("suspended", "granted")
        );
        assert!(term(&system, id).await.is_none(), "what is reversed is not challenged again");
        let tasks = open_tasks(&system).await;
        assert!(!tasks.contains(&"permit-return".to_owned()), "nothing comes back: {tasks:?}");
        let count = |kind: &str| tasks.iter().filter(|one| *one == kind).count();
        assert_eq!(
            (count("imi-report"), count("imi-correction")),
            (1, 1),
            "that of the suspension stays: {tasks:?}"
        );

        // Whatever a program does, the engine keeps the suspension until it is lifted.
        let forced = grant::Entity::update_many()
            .col_expr(grant::Column::State, Expr::value("active".to_owned()))
            .exec(&state.db)
            .await;
        assert!(forced.is_err_and(|error| error.to_string().contains("permit_grant_revived")));
        let case = open(&system, &three.official, id).await;
        after::lift(state, &three.official, &case, "Le fait est expliqué.").await.expect("lifted");
        assert_eq!(permit(&system).await.state, "active");

        // The next withdrawal has its own task; reversed, it leaves a permit that holds.
        taken_back(&system, &three, id, "withdraw").await;
        assert!(open_tasks(&system).await.contains(&"permit-return".to_owned()), "asked for again");
        schema::before(&system, "m36_permit_appeals").await.up().await;
        assert_eq!(permit(&system).await.revoked_from.as_deref(), Some("active"), "it was lifted before");
        lodge(&system, &three, id).await;
        rule(&system, &three, id, "reversed").await;
        let own = permit(&system).await;
        assert_eq!((own.state.as_str(), own.revoked_from), ("active", None));
        let silent = grant::Entity::update_many()
            .col_expr(grant::Column::State, Expr::value("revoked".to_owned()))
            .exec(&state.db)
            .await;
        assert!(silent.is_err_and(|error| error.to_string().contains("permit_grant_revoked_from")));
        system.stop().await;
    }

    pub async fn conditions_that_are_reversed_are_decided_anew(engine: Engine) {
        let system = System::at_noon(engine).await;
        let three = Three::of(&system).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = filed(&system, &browser).await;
        three.examine(&system, id, true).await;
        ask_police(&system, &three.clerk, id).await;
        three.decide(&system, id, "grant-conditions", conditional(&system)).await;
        pay(&system, id).await;
        three.issue(&system, id).await;
        let before = permit(&system).await;
        assert_eq!(open_tasks(&system).await, ["condition-follow-up"]);

        lodge(&system, &three, id).await;
        rule(&system, &three, id, "reversed").await;
        assert_eq!(
            (permit(&system).await.state.as_str(), state_of(&system, id).await.as_str()),
            ("active", "drafting")
        );
        assert!(open_tasks(&system).await.is_empty(), "nobody follows up what was reversed");
        let case = open(&system, &three.clerk, id).await;
        let left = after::leave(state, &three.clerk, &case, "Rien à décider.").await;
        assert_eq!(refused(left), "permit-decides-again");
        let worse = desk::draft(state, &three.clerk, &case, "refuse", refusal()).await;
        assert_eq!(refused(worse), "permit-kind-does-not-fit");
        let page = office(&system, id, "window@example.org", Role::WeaponsClerk).await;
        assert!(page.contains("value=\"grant\"") && !page.contains(&format!("/{id}/leave\"")), "{page}");

        // The permit stays the one that it is, with its new decision and the days that follow.
        state.clock.advance_ms(20 * DAY_MS);
        let subject = "arme de poing, 9 mm, sans condition".to_owned();
        let decision = three.decide(&system, id, "grant", Drafted { subject, ..given() }).await;
        let case = open(&system, &three.clerk, id).await;
        desk::issue(state, &three.clerk, &case, "").await.expect("issued");
        let now = permit(&system).await;
        assert_eq!((now.id, &now.number, &now.issued_on), (before.id, &before.number, &before.issued_on));
        assert_eq!((now.decision_id, now.state.as_str()), (decision, "active"));
        assert!(now.acquire_until > before.acquire_until, "as the new letter says");
        assert_eq!(state_of(&system, id).await, "granted");
        let case = open(&system, &three.clerk, id).await;
        let place = format!("grant/{}", now.id);
        let about: issue::Subject = case.key.open(&place, &now.subject_sealed).expect("opens");
        assert_eq!((about.text.contains("sans condition"), about.card.as_str()), (true, "A-17"));
        assert_eq!(part::Entity::find().all(&state.db).await.expect("db").len(), 2);
        system.stop().await;
    }

    pub async fn after_the_minister_the_council_of_state_is_left(engine: Engine) {
        let folder = tempfile::tempdir().expect("folder");
        let sources = folder.path().join("content");
        content::of_program_with_short_keeping(&sources);
        let system =
            System::at_noon_with(engine, |config| config.site.content_dir.clone_from(&sources)).await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = turned_down(&system, &three).await;
        let (here, road) = (format!("{id}/"), format!("/{id}/appeal\""));
        let applicant = Browser::sign_in(&system, 0, "fr").await;
        assert!(applicant.get(&here).await.html.contains(&road), "refused");
        lodge(&system, &three, id).await;
        let page = applicant.get(&here).await;
        assert!(page.html.contains("Votre recours est noté. Tant"), "{}", main_of(&page));
        assert!(!page.html.contains(&road), "nobody appeals twice: {}", main_of(&page));
        let back = applicant.get(&format!("{id}/appeal")).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", main_of(&back));
        assert!(back.location.ends_with(&format!("/{id}/?note=appealed")), "{}", back.location);
        let page = applicant.get(&format!("{id}/?note=appealed")).await;
        assert!(page.html.contains("Un recours est déjà noté."), "{}", main_of(&page));
        state.clock.advance_ms(90 * DAY_MS);
        job::run(state).await;
        assert_eq!(certificates(&system, id).await, 1, "under appeal");
        let asked = async || open_tasks(&system).await.contains(&"receipt-unproven".to_owned());
        assert!(asked().await, "of a letter that nobody recorded");

        // The ruling is two days old when the office writes it down.
        let case = open(&system, &three.clerk, id).await;
        let on = case.today.checked_sub(jiff::Span::new().days(2)).expect("a day");
        let written = on.to_string();
        let ruling = ("confirmed", written.as_str());
        challenge::ruled(state, &three.clerk, &case, ruling, "Le ministre suit le service.")
            .await
            .expect("recorded");
        assert_eq!(state_of(&system, id).await, "refused");
        assert!(!asked().await, "who challenged the decision knew of it");
        let own = term(&system, id).await.expect("the next court");
        assert_eq!(
            (own.deadline.as_str(), own.from, own.start),
            ("appeal-council-of-state", From::Ruling, on)
        );
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let after = browser.get(&here).await;
        for words in [
            "Le ministre a rejeté votre recours. Vous lisez ci-dessous",
            "Vous pouvez encore aller au Conseil d’État, jusqu’au ",
            "Le délai court à partir du jour où vous l’avez reçue.",
            "\">Recours au Conseil d’État</a>",
            "votre recours est rejeté</p>",
        ] {
            assert!(after.html.contains(words), "{words}: {}", main_of(&after));
        }
        for words in ["Le délai pour contester est passé", "comment vous pouvez la contester"] {
            assert!(!after.html.contains(words), "{words}: {}", main_of(&after));
        }
        let page = browser.get(&format!("{id}/appeal")).await;
        assert_eq!(page.status, StatusCode::OK);
        for words in
            ["<h1>Recours au Conseil d’État</h1>", "Vous pouvez encore aller", "décision du ministre"]
        {
            assert!(page.html.contains(words), "{words}: {}", main_of(&page));
        }
        assert!(!page.html.contains("name=\"reasons\""), "a petition, no letter");

        // What counts from the end of the appeals waits for this one, too.
        let days = |until: jiff::civil::Date, more: i64| {
            let now = numbers::today(state.clock.now_ms());
            (i64::from(now.until(until).expect("span").get_days()) + more) * DAY_MS
        };
        state.clock.advance_ms(days(own.last, 1));
        job::run(state).await;
        let today = numbers::today(state.clock.now_ms());
        assert_eq!((certificates(&system, id).await, own.standing(today)), (1, Standing::Unproven));
        state.clock.advance_ms(4 * DAY_MS);
        job::run(state).await;
        assert_eq!(certificates(&system, id).await, 0, "the decision is final");
        assert!(!asked().await, "nor is a proof of the ruling asked for");

        // It came to the court after all, which is the last.
        let case = open(&system, &three.clerk, id).await;
        let early = on.yesterday().expect("a day").to_string();
        assert_eq!(refused(challenge::lodged(state, &three.clerk, &case, &early).await), "permit-day");
        lodge(&system, &three, id).await;
        assert_eq!(state_of(&system, id).await, "appealed");
        rule(&system, &three, id, "confirmed").await;
        assert_eq!(state_of(&system, id).await, "refused");
        assert!(term(&system, id).await.is_none(), "nothing is left");
        let page = Browser::sign_in(&system, 0, "fr").await.get(&here).await;
        assert!(page.html.contains("La décision est définitive."), "{}", main_of(&page));
        assert!(page.html.contains("Arrêt du Conseil d’État du "), "{}", main_of(&page));
        assert!(!page.html.contains(&road), "{}", main_of(&page));
        let case = open(&system, &three.clerk, id).await;
        let again = challenge::lodged(state, &three.clerk, &case, &case.today.to_string()).await;
        assert_eq!(refused(again), "permit-no-appeal");
        assert!(safe_api::audit::verify(&state.db).await.expect("db").is_ok());
        system.stop().await;
    }

    pub async fn an_inadmissible_file_is_examined_anew(engine: Engine) {
        let system = System::at_noon(engine).await;
        let three = Three::of(&system).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = filed(&system, &browser).await;
        three.examine(&system, id, false).await;
        let drafted = Drafted { refusals: vec!["no-reason".to_owned()], ..refusal() };
        three.decide(&system, id, "inadmissible", drafted).await;
        three.issue(&system, id).await;
        lodge(&system, &three, id).await;
        state.clock.advance_ms(30 * DAY_MS);
        rule(&system, &three, id, "reversed").await;
        let row = file(&system, id).await;
        assert_eq!((row.state.as_str(), row.admissible, row.closed_at_ms), ("completeness", None, None));
        let told = Browser::sign_in(&system, 0, "fr").await.get(&format!("{id}/")).await;
        assert!(told.html.contains("la décision est annulée. Le service reprend"), "{}", main_of(&told));
        let page = office(&system, id, "window@example.org", Role::WeaponsClerk).await;
        assert!(page.contains("\u{a0}: décision annulée"), "how the appeal ended: {page}");
        assert!(page.contains("Décision d’irrecevabilité</a>"), "what was decided: {page}");

        // It is complete on the day on which somebody finds it so, and the letter says that day.
        state.clock.advance_ms(5 * DAY_MS);
        let case = open(&system, &three.clerk, id).await;
        desk::admissible(state, &three.clerk, &case, true, "").await.expect("examined");
        let case = open(&system, &three.clerk, id).await;
        assert_eq!(case.complete_on(), Some(case.today.to_string().as_str()));
        assert!(desk::kind_fits(&case, "grant") && !desk::kind_fits(&case, "inadmissible"));
        system.stop().await;
    }

    /// Moves the clock to so many days after the last day for the decision.
    async fn after_its_time(system: &System, id: Uuid, more: i64) {
        let due = numbers::day(&file(system, id).await.due_on.expect("a day")).expect("a day");
        let days = numbers::today(system.state().clock.now_ms()).until(due).expect("span").get_days();
        system.state().clock.advance_ms((i64::from(days) + more) * DAY_MS);
    }

    pub async fn an_appeal_against_silence_is_recorded(engine: Engine) {
        let system = System::at_noon(engine).await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = filed(&system, &Browser::sign_in(&system, 0, "fr").await).await;
        let other = filed(&system, &Browser::sign_in(&system, 1, "fr").await).await;
        three.examine(&system, id, true).await;
        three.examine(&system, other, true).await;
        let case = open(&system, &three.clerk, id).await;
        let early = challenge::lodged(state, &three.clerk, &case, &case.today.to_string()).await;
        assert_eq!(refused(early), "permit-no-appeal", "its time runs");

        after_its_time(&system, id, 3).await;
        let own = term(&system, id).await.expect("silence");
        assert_eq!(own.from, From::Silence);
        let form = |name: &str| format!("/office/permits/{id}/{name}\"");
        let page = office(&system, id, "window@example.org", Role::WeaponsClerk).await;
        assert!(page.contains(&form("appeal")) && !page.contains(&form("appeal-decided")), "{page}");
        let case = open(&system, &three.clerk, id).await;
        let before = own.start.yesterday().expect("a day").to_string();
        assert_eq!(refused(challenge::lodged(state, &three.clerk, &case, &before).await), "permit-day");
        lodge(&system, &three, id).await;
        assert_eq!(state_of(&system, id).await, "drafting", "it is examined all the same");
        let case = open(&system, &three.clerk, id).await;
        let twice = challenge::lodged(state, &three.clerk, &case, &case.today.to_string()).await;
        assert_eq!(refused(twice), "permit-no-appeal", "one waits already");
        let page = office(&system, id, "other@example.org", Role::WeaponsClerk).await;
        assert!(page.contains("Le recours est rejeté") && !page.contains(&form("appeal")), "{page}");

        rule(&system, &three, id, "confirmed").await;
        assert_eq!(state_of(&system, id).await, "drafting");
        assert_eq!(term(&system, id).await.map(|term| term.from), Some(From::Ruling));

        // A permit that is given out meanwhile is none of its business.
        lodge(&system, &three, other).await;
        ask_police(&system, &three.clerk, other).await;
        three.decide(&system, other, "grant", given()).await;
        pay(&system, other).await;
        three.issue(&system, other).await;
        rule(&system, &three, other, "reversed").await;
        assert_eq!(
            (state_of(&system, other).await.as_str(), permit(&system).await.state.as_str()),
            ("granted", "active")
        );
        assert!(term(&system, other).await.is_none());
        let page = office(&system, other, "third@example.org", Role::WeaponsClerk).await;
        assert!(page.contains("\u{a0}: recours accueilli"), "how it ended: {page}");
        system.stop().await;
    }

    pub async fn an_appeal_does_not_wait_for_an_examination(engine: Engine) {
        let system = System::at_noon(engine).await;
        let three = Three::of(&system).await;
        let state = system.state();
        let id = with_permit(&system, &three).await;
        taken_back(&system, &three, id, "suspend").await;
        let case = open(&system, &three.clerk, id).await;
        after::examine(state, &three.clerk, &case, "Encore un fait.").await.expect("opened");
        lodge(&system, &three, id).await;
        assert_eq!(state_of(&system, id).await, "drafting", "the examination goes on");
        let page = office(&system, id, "high@example.org", Role::HighOfficial).await;
        assert!(page.contains("value=\"reversed\"") && !page.contains("value=\"confirmed\""), "{page}");
        let case = open(&system, &three.clerk, id).await;
        let today = case.today.to_string();
        let alone = challenge::ruled(state, &three.clerk, &case, ("reversed", &today), "Annulé.").await;
        assert_eq!(refused(alone), "role");
        rule(&system, &three, id, "reversed").await;
        assert_eq!(
            (permit(&system).await.state.as_str(), state_of(&system, id).await.as_str()),
            ("active", "drafting")
        );
        let case = open(&system, &three.clerk, id).await;
        after::leave(state, &three.clerk, &case, "Rien de plus.").await.expect("ended");
        assert_eq!(state_of(&system, id).await, "granted");
        system.stop().await;
    }
}
