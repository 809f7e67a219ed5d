//! What follows a decision: the permit, its parts and its delivery, what takes it back, and
//! a challenge.

story!(a_permit_is_issued_and_taken_back);
story!(a_refusal_is_challenged);
story!(who_is_not_heard_goes_to_the_council_of_state);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::desk::{self, Drafted, after, challenge, issue, task};
    use safe_api::permit::entity::{delivery, grant, part};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::EntityTrait;
    use uuid::Uuid;

    use crate::steps::applicant::{filed, main_of, printed_letter};
    use crate::steps::desk::{
        Three, ask_police, grant as given, granted, open, open_tasks, part_b, pay, refusal, refused, row,
        state_of,
    };

    pub async fn a_permit_is_issued_and_taken_back(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let (id, _) = granted(&system, &browser, &three).await;
        three.issue(&system, id).await;
        let state = system.state();
        let permit = grant::Entity::find().one(&state.db).await.expect("db").expect("permit");
        assert_eq!((permit.model.as_str(), permit.state.as_str()), ("4", "active"));
        assert!(permit.acquire_until.is_some() && permit.control_on.is_some() && permit.ends_on.is_none());
        assert_eq!(part::Entity::find().all(&state.db).await.expect("db").len(), 2);
        let case = open(&system, &three.clerk, id).await;
        let about: issue::Subject =
            case.key.open(&format!("grant/{}", permit.id), &permit.subject_sealed).expect("subject");
        assert_eq!((about.weapons.len(), about.card.as_str()), (1, "A-17"));
        assert!(open_tasks(&system).await.is_empty(), "the rows ask for nothing elsewhere");
        delivered(&system, &three, id).await;
        part_comes_back(&system, &three, id).await;
        let own = format!("permit/{}", permit.id);
        let page = browser.get(&own).await.html;
        assert!(page.contains("9 mm") && page.contains("SN 42"), "the holder reads which weapon it is");
        assert!(page.contains(&format!("/{id}/file/")) && !page.contains("/appeal"), "the letter, no appeal");

        // Suspended by three persons after a hearing, lifted, then withdrawn.
        let case = open(&system, &three.clerk, id).await;
        after::examine(state, &three.clerk, &case, "Un fait nouveau.").await.expect("opened");
        let early = draft_only(&system, &three, id, "suspend").await;
        let case = open(&system, &three.official, id).await;
        assert_eq!(refused(desk::decide(state, &three.official, &case).await), "permit-unheard");
        let case = open(&system, &three.clerk, id).await;
        desk::cancel(state, &three.clerk, &case, "D’abord entendre la personne.").await.expect("taken back");
        assert_eq!(row(&system, early).await.state, "cancelled");
        three.hear(&system, id).await;
        three.decide(&system, id, "suspend", refusal()).await;
        three.issue(&system, id).await;
        let now = |rows: Vec<grant::Model>| rows[0].state.clone();
        assert_eq!(now(grant::Entity::find().all(&state.db).await.expect("db")), "suspended");
        assert_eq!(state_of(&system, id).await, "granted");
        let page = browser.get(&own).await.html;
        assert!(
            page.contains("Décision d’octroi, ") && page.contains("Décision de suspension, "),
            "which is which"
        );
        assert!(page.contains("suspendue") && page.contains(&format!("/{id}/appeal")), "why, and what to do");
        let case = open(&system, &three.official, id).await;
        after::lift(state, &three.official, &case, "Le fait est expliqué.").await.expect("lifted");
        assert_eq!(now(grant::Entity::find().all(&state.db).await.expect("db")), "active");
        let case = open(&system, &three.clerk, id).await;
        after::examine(state, &three.clerk, &case, "Encore.").await.expect("opened");
        three.hear(&system, id).await;
        three.decide(&system, id, "withdraw", refusal()).await;
        three.issue(&system, id).await;
        assert_eq!(now(grant::Entity::find().all(&state.db).await.expect("db")), "revoked");
        let tasks = open_tasks(&system).await;
        assert!(
            tasks.contains(&"permit-return".to_owned()) && tasks.contains(&"imi-report".to_owned()),
            "{tasks:?}"
        );
        let count = tasks.len();
        let open_task = task::list(state, false, None).await.expect("tasks").0.remove(0).row.id;
        assert_eq!(refused(task::done(state, &three.jurist, open_task).await), "role");
        task::done(state, &three.clerk, open_task).await.expect("done");
        let twice = task::done(state, &three.clerk, open_task).await;
        assert_eq!(refused(twice), "permit-changed-meanwhile");
        assert_eq!(open_tasks(&system).await.len(), count - 1);
        assert!(safe_api::audit::verify(&state.db).await.expect("db").is_ok(), "the chain is whole");
        system.stop().await;
    }

    async fn part_comes_back(system: &System, three: &Three, id: Uuid) {
        let state = system.state();
        let case = open(system, &three.clerk, id).await;
        let today = case.today.to_string();
        let early = issue::part_back(state, &three.clerk, &case, part_b("2020-01-01", "")).await;
        assert_eq!(refused(early), "permit-day");
        let none = issue::part_back(state, &three.clerk, &case, part_b("", "")).await;
        assert_eq!(refused(none), "required", "that is no wrong day");
        issue::part_back(state, &three.clerk, &case, part_b(&today, "SN 42")).await.expect("recorded");
        let rows = &open(system, &three.clerk, id).await.held[0].parts;
        let places: Vec<_> = rows.iter().map(|row| (row.part.as_str(), row.state.as_str())).collect();
        assert_eq!(places, [("A", "with-holder"), ("B", "with-authority")]);
        assert!(rows[1].serial_sealed.is_some() && rows[1].returned_on.as_deref() == Some(today.as_str()));
        // A jurist keeps the file from erasure, and lets it go again.
        let case = open(system, &three.jurist, id).await;
        after::legal_hold(state, &three.jurist, &case, true, "Une procédure est en cours.")
            .await
            .expect("held");
        let case = open(system, &three.jurist, id).await;
        let twice = after::legal_hold(state, &three.jurist, &case, true, "Encore.").await;
        assert_eq!(refused(twice), "permit-changed-meanwhile");
        after::legal_hold(state, &three.jurist, &case, false, "Elle est finie.").await.expect("released");
    }

    async fn draft_only(system: &System, three: &Three, id: Uuid, kind: &str) -> Uuid {
        let case = open(system, &three.clerk, id).await;
        let decision =
            desk::draft(system.state(), &three.clerk, &case, kind, refusal()).await.expect("drafted");
        let case = open(system, &three.jurist, id).await;
        desk::check(system.state(), &three.jurist, &case, true, "").await.expect("checked");
        // Held and taken up again by the High Official alone.
        let case = open(system, &three.official, id).await;
        desk::hold(system.state(), &three.official, &case, "hold", "").await.expect("held");
        let case = open(system, &three.official, id).await;
        assert_eq!(refused(desk::decide(system.state(), &three.official, &case).await), "permit-no-decision");
        desk::hold(system.state(), &three.official, &case, "release", "").await.expect("released");
        decision
    }

    async fn delivered(system: &System, three: &Three, id: Uuid) {
        let state = system.state();
        let case = open(system, &three.clerk, id).await;
        let missing = issue::deliver(state, &three.clerk, &case, ("registered", " "), "").await;
        assert_eq!(refused(missing), "required");
        issue::deliver(state, &three.clerk, &case, ("registered", "RR 123 BE"), "").await.expect("sent");
        let case = open(system, &three.clerk, id).await;
        let rows = issue::deliveries(state, &case).await.expect("rows");
        assert_eq!(rows.len(), 2, "portal and post");
        let letter = rows.iter().find(|row| row.channel == "registered").expect("letter").id;
        let early = issue::received(state, &three.clerk, &case, letter, "2020-01-01").await;
        assert_eq!(refused(early), "permit-day");
        let today = case.today.to_string();
        issue::received(state, &three.clerk, &case, letter, &today).await.expect("received");
        let kept = delivery::Entity::find_by_id(letter).one(&state.db).await.expect("db").expect("row");
        assert_eq!((kept.state.as_str(), kept.received_on.as_deref()), ("received", Some(today.as_str())));
    }

    pub async fn a_refusal_is_challenged(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &browser).await;
        let path = format!("{id}/appeal");
        assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND, "nothing to challenge");
        three.examine(&system, id, true).await;
        three.hear(&system, id).await;
        three.decide(&system, id, "refuse", refusal()).await;
        three.issue(&system, id).await;
        assert_eq!(state_of(&system, id).await, "refused");
        assert_eq!(open_tasks(&system).await, ["imi-report"], "public order is told to other states");
        let page = browser.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        let stranger = Browser::sign_in(&system, 1, "fr").await;
        assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
        let day = open(&system, &three.clerk, id).await.today;
        let (d, m, y) = (day.day().to_string(), day.month().to_string(), day.year().to_string());
        let known = [("known-d", d.as_str()), ("known-m", &m), ("known-y", &y), ("reasons", "")];
        assert_eq!(browser.fill(&path, &known).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let known =
            [("known-d", d.as_str()), ("known-m", &m), ("known-y", &y), ("reasons", "Mon <coffre> {date}.")];
        let letter = browser.fill(&path, &known).await;
        assert_eq!(letter.status, StatusCode::OK);
        assert!(
            letter.html.contains("Mon &#60;coffre&#62; {date}.")
                || letter.html.contains("Mon &lt;coffre&gt; {date}.")
        );
        // Who writes stands at its head; nothing of it is hidden, nor missing on paper.
        let head = open(&system, &three.clerk, id).await.addressee().join("\n");
        let field = letter.html.split("<textarea id=\"letter\" rows=\"").nth(1).expect("the letter");
        let (rows, field) = field.split_once('"').expect("rows");
        let text = field.split('>').nth(1).and_then(|text| text.split('<').next()).expect("a text").trim();
        assert!(text.starts_with(&format!("{head}\n\nAu ministre")), "{text}");
        assert!(text.ends_with("Date et signature"), "{text}");
        assert!(rows.parse::<usize>().expect("a number") > text.lines().count(), "{rows}");
        assert!(printed_letter(&letter).contains(text), "on paper as in the field");

        let state = system.state();
        let case = open(&system, &three.clerk, id).await;
        let early = challenge::lodged(state, &three.clerk, &case, "2020-01-01").await;
        assert_eq!(refused(early), "permit-day");
        let none = challenge::lodged(state, &three.clerk, &case, " ").await;
        assert_eq!(refused(none), "required", "that is no wrong day");
        challenge::lodged(state, &three.clerk, &case, &day.to_string()).await.expect("recorded");
        assert_eq!(state_of(&system, id).await, "appealed");
        let case = open(&system, &three.clerk, id).await;
        let ruling = |day| challenge::ruled(state, &three.clerk, &case, ("reversed", day), "Il annule.");
        assert_eq!(refused(ruling("").await), "required", "no day");
        assert_eq!(refused(ruling("2020-01-01").await), "permit-day", "before the appeal");
        ruling(&day.to_string()).await.expect("recorded");
        assert_eq!(state_of(&system, id).await, "drafting", "a new decision is prepared");
        ask_police(&system, &three.clerk, id).await;
        three.decide(&system, id, "grant", given()).await;
        pay(&system, id).await;
        three.issue(&system, id).await;
        assert_eq!(state_of(&system, id).await, "granted");

        // Both decisions stand there, and which of them does not hold any more.
        let page = browser.get(&format!("{id}/")).await;
        let first = page.html.split("<li>").find(|line| line.contains("Décision de refus, "));
        assert!(first.expect("the refusal").contains(", annulée sur recours – "), "{}", main_of(&page));
        assert_eq!(page.html.matches("annulée sur recours – ").count(), 1, "{}", main_of(&page));
        let desk = system.desk("window@example.org", &[Role::WeaponsClerk]).await;
        let office = system.office(&desk, &format!("/office/permits/{id}")).await;
        let office = office.text().await.expect("text");
        let cards = || office.split("<li class=\"card\">").filter(|card| card.contains("/decisions/"));
        let marked = |card: &&str| card.contains(">annulée sur recours</span>");
        assert_eq!(cards().filter(marked).count(), 1, "{office}");
        assert!(cards().find(marked).is_some_and(|card| card.contains("Décision de refus</a>")), "{office}");
        for kind in ["Décision de refus, ", "Décision d’octroi, "] {
            assert!(office.contains(&format!("<span class=\"hint\">{kind}")), "which went out: {office}");
        }
        // Which opinion each line is about.
        assert!(office.contains("Avis demandé (Police locale, lieu de résidence)"), "{office}");

        // What follows is a click away; of a fee that is paid nothing is asked any more.
        let permit = grant::Entity::find().one(&state.db).await.expect("db").expect("permit");
        assert!(page.html.contains(&format!("/permits/apply/permit/{}\"", permit.id)), "{}", main_of(&page));
        let fee = browser.get(&format!("{id}/fee/filing")).await;
        assert!(fee.html.contains("<h1>Redevance</h1>"), "{}", main_of(&fee));
        assert!(!fee.html.contains("en cas de refus"), "{}", main_of(&fee));
        system.stop().await;
    }

    pub async fn who_is_not_heard_goes_to_the_council_of_state(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &browser).await;
        three.examine(&system, id, false).await;
        let given = Drafted { refusals: vec!["no-reason".to_owned()], ..refusal() };
        three.decide(&system, id, "inadmissible", given).await;
        three.issue(&system, id).await;
        let path = format!("{id}/appeal");
        let page = browser.get(&path).await;
        assert!(page.html.contains("Conseil d’État") && !page.html.contains("name=\"reasons\""), "no letter");
        let known = [("known-d", "1"), ("known-m", "1"), ("known-y", "2026"), ("reasons", "Mon avis.")];
        let sent = browser.fill(&path, &known).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "nor is one made");
        system.stop().await;
    }
}
