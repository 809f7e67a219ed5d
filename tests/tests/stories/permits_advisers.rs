//! Advisers: what is asked of them and nothing else, also when they are tied to a police
//! zone or a municipality.

story!(an_adviser_sees_what_is_asked);
story!(an_adviser_of_another_zone_sees_nothing);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::{self, Person, Role, territory};
    use safe_api::permit::desk::advice::{self, Ask, Opinion};
    use safe_api::permit::desk::rows::Place;
    use safe_api::permit::desk::{self, letter};
    use safe_api::permit::entity::{advice as advice_row, document, mail};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::EntityTrait;
    use sea_orm::sea_query::SimpleExpr;
    use uuid::Uuid;

    use crate::steps::applicant::filed;
    use crate::steps::desk::{Three, ask_police, body, grant, open, open_tasks, pay, refused, staff};

    const DAY_MS: i64 = 86_400_000;

    /// Who is tied to what, and whether they are asked about somebody in 1000 Brussels.
    const MATRIX: [(&str, &[&str], bool); 7] = [
        ("zone-a", &["5339"], true),
        ("zone-b", &["5340"], false),
        ("both-zones", &["5339", "5340"], true),
        ("brussels", &["21004"], true),
        ("ixelles", &["21009"], false),
        ("elsewhere", &["21001", "5342"], false),
        ("region", &[], true),
    ];

    async fn tie(system: &System, person: &Person, codes: &[&str]) {
        let state = system.state();
        let row = account::by_id(&state.db, person.id).await.expect("db").expect("account");
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        territory::tie(state, "administrator@example.org", &row, &codes).await.expect("tied");
    }

    async fn ask(system: &System, clerk: &Person, id: Uuid, adviser: &Person) -> Result<Uuid, String> {
        let case = open(system, clerk, id).await;
        let ask = Ask {
            advice: "detention-local-police".to_owned(),
            place: "residence".to_owned(),
            adviser: adviser.email.clone(),
            text: "Votre avis, s’il vous plaît.".to_owned(),
            pages: vec!["storage".to_owned()],
            papers: case.papers.first().map(|paper| paper.row.id).into_iter().collect(),
        };
        match advice::ask(system.state(), clerk, &case, &ask).await {
            Ok(id) => Ok(id),
            error => Err(refused(error)),
        }
    }

    pub async fn an_adviser_sees_what_is_asked(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &browser).await;
        three.examine(&system, id, true).await;
        let asked = ask_police(&system, &three.clerk, id).await;
        let state = system.state();
        let police = staff(&system, "police", &[Role::Adviser]).await;
        let mayor = staff(&system, "mayor", &[Role::Adviser]).await;
        let again = open(&system, &three.clerk, id).await;
        assert!(again.opinions.len() == 1 && again.opinions[0].due_on.is_some());

        let seen = advice::asked(state, &police, asked).await.expect("asked");
        assert_eq!(seen.papers.len(), 1, "the one document that goes with it");
        assert!(
            !seen.question.facts.is_empty() && seen.question.facts.len() < 5,
            "{:?}",
            seen.question.facts
        );
        assert!(advice::asked(state, &mayor, asked).await.is_err(), "asked of somebody else");
        assert_eq!(refused(advice::asked(state, &three.clerk, asked).await), "role");
        assert_eq!(refused(desk::Case::open(state, &police, id, "curiosity").await), "role");
        assert!(advice::paper(state, &police, asked, seen.papers[0].0).await.is_ok());
        let all = document::Entity::find().all(&state.db).await.expect("db");
        let other = all.iter().find(|paper| paper.id != seen.papers[0].0).expect("another document");
        assert!(advice::paper(state, &police, asked, other.id).await.is_err(), "only what is shared");

        // Reminded once, then late: each once, however often the job runs.
        state.clock.advance_ms(21 * DAY_MS);
        advice::remind(state).await.expect("run");
        advice::remind(state).await.expect("run");
        let mails =
            |rows: Vec<mail::Model>| rows.iter().filter(|row| row.notification == "advice-reminder").count();
        assert_eq!(mails(mail::Entity::find().all(&state.db).await.expect("db")), 1);
        state.clock.advance_ms(30 * DAY_MS);
        advice::remind(state).await.expect("run");
        advice::remind(state).await.expect("run");
        assert_eq!(open_tasks(&system).await, ["advice-late"]);

        let secret = "Une enquête est en cours au 12e étage.";
        let opinion = |result: &str, text: &str| Opinion {
            result: result.to_owned(),
            text: text.to_owned(),
            applicant_sees: false,
        };
        let wrong = advice::answer(state, &police, asked, &opinion("perhaps", secret)).await;
        assert_eq!(refused(wrong), "value-unknown");
        let empty = advice::answer(state, &police, asked, &opinion("unfavourable", " ")).await;
        assert_eq!(refused(empty), "required");
        advice::answer(state, &police, asked, &opinion("unfavourable", secret)).await.expect("given");
        let twice = advice::answer(state, &police, asked, &opinion("favourable", "Oui.")).await;
        assert_eq!(refused(twice), "permit-advice-given");
        assert!(
            advice::paper(state, &police, asked, seen.papers[0].0).await.is_err(),
            "no more reason to look"
        );

        // The office reads it; the applicant and the letter do not.
        let case = open(&system, &three.clerk, id).await;
        let text = advice::opinion_of(&case, &case.opinions[0]).expect("text");
        assert_eq!(text.as_deref(), Some(secret));
        let decision = three.decide(&system, id, "grant", grant()).await;
        let letter = body(&system, &three, id, decision).await.letter.expect("signed");
        let said = serde_json::to_string(&letter).expect("JSON");
        assert!(!said.contains("enquête") && said.contains("reçu le"), "{said}");
        pay(&system, id).await;
        three.issue(&system, id).await;
        // The session of seven weeks ago has ended.
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let page = browser.get(&format!("{id}/")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.html.contains("enquête"), "kept from the applicant");
        system.stop().await;
    }

    pub async fn an_adviser_of_another_zone_sees_nothing(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &browser).await;
        three.examine(&system, id, true).await;
        let mut asked = Vec::new();
        for (name, codes, expected) in MATRIX {
            let adviser = staff(&system, name, &[Role::Adviser]).await;
            tie(&system, &adviser, codes).await;
            match ask(&system, &three.clerk, id, &adviser).await {
                Ok(question) => {
                    assert!(expected, "{name}");
                    asked.push((adviser, question));
                }
                Err(rule) => {
                    assert_eq!(rule, "permit-adviser-area", "{name}");
                    assert!(!expected, "{name}");
                    assert!(advice::asked_of(state, &adviser).await.expect("list").is_empty());
                }
            }
        }
        // Everybody sees their own question and nobody another's.
        for (adviser, question) in &asked {
            assert_eq!(advice::asked_of(state, adviser).await.expect("list").len(), 1);
            for (_, other) in &asked {
                let seen = advice::asked(state, adviser, *other).await.is_ok();
                assert_eq!(seen, other == question, "{}", adviser.email);
            }
        }
        // Moved to another zone, the question and its papers do not exist any more.
        let (moved, question) = &asked[0];
        let paper = advice::asked(state, moved, *question).await.expect("asked").papers[0].0;
        tie(&system, moved, &["5340"]).await;
        assert!(advice::asked_of(state, moved).await.expect("list").is_empty());
        assert!(advice::asked(state, moved, *question).await.is_err());
        assert!(advice::paper(state, moved, *question, paper).await.is_err());
        let opinion = Opinion { result: "none".to_owned(), ..Opinion::default() };
        assert!(advice::answer(state, moved, *question, &opinion).await.is_err());
        // Back in the zone it is there again.
        tie(&system, moved, &["5339"]).await;
        assert!(advice::asked(state, moved, *question).await.is_ok());
        the_letter_tells_them_apart(&system, &three.clerk, id, &asked).await;
        pages(&system, moved.id).await;
        assert!(safe_api::audit::verify(&state.db).await.expect("db").is_ok(), "the chain is whole");
        system.stop().await;
    }

    /// The opening of a letter as it would be signed now.
    async fn opening(system: &System, clerk: &Person, id: Uuid) -> String {
        let case = open(system, clerk, id).await;
        let made = letter::compose(system.state(), &case, "grant", &grant(), (case.today, ""));
        let part = made.expect("composed").parts.into_iter().find(|part| part.place == Place::Opening);
        part.expect("an opening").paragraphs.join("\n")
    }

    async fn set(system: &System, column: advice_row::Column, value: impl Into<SimpleExpr>) {
        let change = advice_row::Entity::update_many().col_expr(column, value.into());
        change.exec(&system.state().db).await.expect("db");
    }

    /// Two of a kind stand in the letter with their place, one alone without it.
    async fn the_letter_tells_them_apart(
        system: &System,
        clerk: &Person,
        id: Uuid,
        asked: &[(Person, Uuid)],
    ) {
        let opinion =
            Opinion { result: "favourable".to_owned(), text: "Favorable.".to_owned(), applicant_sees: false };
        advice::answer(system.state(), &asked[0].0, asked[0].1, &opinion).await.expect("answered");
        let one = opening(system, clerk, id).await;
        assert!(one.contains("(Police locale)") && !one.contains("lieu de résidence"), "{one}");
        advice::answer(system.state(), &asked[1].0, asked[1].1, &opinion).await.expect("answered");
        let zone = "Police locale, lieu de résidence\u{a0}: zone de police Bruxelles-Capitale–Ixelles";
        let two = opening(system, clerk, id).await;
        assert_eq!(two.matches(zone).count(), 2, "{two}");
        // The prosecutor has no zone: the municipality stands there, or what the applicant wrote.
        set(system, advice_row::Column::Authority, "public-prosecutor").await;
        let municipality = "Procureur du Roi, lieu de résidence\u{a0}: Bruxelles";
        let known = opening(system, clerk, id).await;
        assert_eq!(known.matches(municipality).count(), 2, "{known}");
        set(system, advice_row::Column::Area, Option::<i64>::None).await;
        assert_eq!(opening(system, clerk, id).await, known);
        set(system, advice_row::Column::Place, "none").await;
        let bare = opening(system, clerk, id).await;
        assert_eq!(bare.matches("(Procureur du Roi)").count(), 2, "{bare}");
    }

    /// Administrators tie accounts; nobody else does, and only to what exists.
    async fn pages(system: &System, account: Uuid) {
        let path = format!("/office/accounts/{account}/areas");
        for role in Role::ALL {
            let desk = system.desk(&format!("{role}@matrix.example"), &[*role]).await;
            let status = system.submit(&desk, &path, &[("area", "5341"), ("area", "21016")]).await.status();
            let expected =
                if *role == Role::Administrator { StatusCode::SEE_OTHER } else { StatusCode::FORBIDDEN };
            assert_eq!(status, expected, "{role}");
            if *role == Role::Administrator {
                for nonsense in ["5999", "1000", "04000", "x"] {
                    let status = system.submit(&desk, &path, &[("area", nonsense)]).await.status();
                    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{nonsense}");
                }
                let page = system.office(&desk, &format!("/office/accounts/{account}")).await;
                let html = page.text().await.expect("text");
                let box_of = |code: &str| {
                    let tag = html.split(&format!("value=\"{code}\"")).nth(1).expect("a choice");
                    tag.split('>').next().expect("tag").contains("checked")
                };
                assert!(box_of("5341") && box_of("21016") && !box_of("5339"), "kept as it was chosen");
            }
        }
        let codes = territory::codes(system.state(), account).await.expect("codes");
        assert_eq!(codes, ["21016", "5341"]);
    }
}
