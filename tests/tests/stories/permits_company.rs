//! Several people of one company go on with the same file: by a mandate that the office
//! confirmed, in a file that was opened to them, and in no other.

story!(a_colleague_goes_on_with_the_file_of_a_company);
story!(a_mandate_is_asked_for_without_learning_anything);
story!(a_mandate_ends);
story!(of_two_who_ask_at_once_one_is_told_that_it_waits);

pub(crate) mod tell {
    use reqwest::StatusCode;
    use safe_api::account::{Person, Role};
    use safe_api::permit::entity::{application, mail, mandate};
    use safe_api::permit::job;
    use safe_api::permit::mandate::desk;
    use safe_tests::citizen::{Browser, Page};
    use safe_tests::{Desk, Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::{PDF, ago, answer, dealer, declare, hand_in_all, main_of, row};
    use crate::steps::desk::{refused, staff};

    pub(crate) const DAY_MS: i64 = 86_400_000;
    pub(crate) const NUMBER: &str = "0566.988.259";
    const OTHER: &str = "0202.239.951";

    pub(crate) async fn ask(system: &System, browser: &Browser<'_>, number: &str, days: i64) -> Page {
        let [d, m, y] = ago(system, -days);
        let fields = [
            ("number", number),
            ("company", "Voorbeeld nv"),
            ("until-d", d.as_str()),
            ("until-m", m.as_str()),
            ("until-y", y.as_str()),
        ];
        browser.upload("mandates", &fields, "mandat.pdf", PDF).await
    }

    pub(crate) async fn mandates(system: &System) -> Vec<mandate::Model> {
        mandate::Entity::find().all(&system.state().db).await.expect("db")
    }

    pub(crate) async fn share(browser: &Browser<'_>, id: &str, share: &str) -> Page {
        browser.fill(&format!("{id}/company"), &[("share", share)]).await
    }

    pub(crate) async fn confirm(system: &System, clerk: &Person, id: Uuid) {
        desk::step(system.state(), clerk, id, "confirm", "").await.expect("confirmed");
    }

    /// Every page of a file, for somebody to whom it does not exist: the same answer, byte by
    /// byte, as a file that never was.
    pub(crate) async fn is_unknown(browser: &Browser<'_>, id: &str) {
        let never = Uuid::now_v7().to_string();
        for path in ["/", "/page/name", "/check", "/company", "/withdraw", "/fee/filing", "/appeal"] {
            let page = browser.get(&format!("{id}{path}")).await;
            let nowhere = browser.get(&format!("{never}{path}")).await;
            assert_eq!(
                (page.status, nowhere.status),
                (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND),
                "{path}"
            );
            assert_eq!(bare(&page.html, id), bare(&nowhere.html, &never), "{path}");
        }
        let api = browser.get(&format!("/api/v1/permits/applications/{id}")).await;
        assert_eq!(api.status, StatusCode::NOT_FOUND);
        let list = browser.get("/api/v1/permits/applications").await;
        assert!(!list.html.contains(id) && !browser.get("").await.html.contains(id));
    }

    /// A page without what differs from request to request: its own address and number.
    fn bare(html: &str, id: &str) -> String {
        let text = html.replace(id, "ID");
        let mut pieces = text.split("<bdi>");
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            out.push_str(piece.split_once("</bdi>").map_or(piece, |(_, rest)| rest));
        }
        out
    }

    pub async fn a_colleague_goes_on_with_the_file_of_a_company(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let jurist = staff(&system, "jurist", &[Role::Legal]).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let colleague = Browser::sign_in(&system, 1, "fr").await;
        let stranger = Browser::sign_in(&system, 2, "fr").await;
        let id = dealer(&owner).await;
        let sharing = format!("{id}/company");
        assert!(owner.get(&sharing).await.html.contains("Vous pouvez ouvrir ce dossier"));
        assert_eq!(share(&owner, &id, "yes").await.status, StatusCode::SEE_OTHER);
        let open = owner.get(&sharing).await.html;
        assert!(!open.contains("Vous pouvez ouvrir") && open.contains("envoyer le dossier"), "{open}");
        assert!(row(&system, &id).await.company_hmac.is_some());
        is_unknown(&colleague, &id).await;
        assert_eq!(ask(&system, &colleague, NUMBER, 90).await.status, StatusCode::SEE_OTHER);
        let asked = mandates(&system).await.remove(0);
        assert_ne!(asked.company_hmac, NUMBER, "only a keyed hash is looked up");
        let list = colleague.get("mandates").await.html;
        assert!(list.contains(NUMBER) && list.contains("valable jusqu’au "), "{list}");
        assert!(!list.contains("Valable"), "nobody has confirmed it: {list}");
        is_unknown(&colleague, &id).await;

        // The office looks, and confirms; a jurist alone cannot.
        let seen = desk::open(state, &jurist, asked.id).await.expect("a reader");
        assert_eq!((seen.kept.company.as_str(), seen.kept.printed().as_str()), ("Voorbeeld nv", NUMBER));
        assert_eq!(refused(desk::step(state, &jurist, asked.id, "confirm", "").await), "role");
        let (_, paper) = desk::paper(state, &clerk, asked.id).await.expect("document");
        assert_eq!(paper, PDF);
        confirm(&system, &clerk, asked.id).await;
        assert!(colleague.get("mandates").await.html.contains("Valable jusqu’au "));
        let twice = desk::step(state, &clerk, asked.id, "refuse", "Trop tard.").await;
        assert_eq!(refused(twice), "permit-changed-meanwhile");

        // Now the colleague goes on, and both see the same.
        let tasks = colleague.get(&format!("{id}/")).await;
        assert!(
            tasks.html.contains("avec un mandat") && !tasks.html.contains("/withdraw\""),
            "{}",
            tasks.html
        );
        let name = format!("{id}/page/name");
        assert!(colleague.get(&name).await.html.contains("pas sur vous"), "it is about the owner");
        assert!(!owner.get(&name).await.html.contains("pas sur vous"));
        let words = [("variant", "dealer"), ("activity-text", "Vente et réparation.")];
        answer(&colleague, &id, "dealer-activity", &words).await;
        let page = owner.get(&format!("{id}/page/dealer-activity")).await;
        assert!(page.html.contains("Vente et réparation."), "one file");
        for path in ["withdraw", "company"] {
            assert_eq!(colleague.get(&format!("{id}/{path}")).await.status, StatusCode::FORBIDDEN, "{path}");
            let csrf = colleague.get("").await.hidden("csrf");
            let taken = colleague.post(&format!("{id}/{path}"), &[("csrf", &csrf), ("share", "no")]).await;
            assert_eq!(taken.status, StatusCode::FORBIDDEN, "{path}");
        }
        is_unknown(&stranger, &id).await;
        hand_in_all(&system, &colleague, &id).await;
        declare(&colleague, &id).await;
        let check = colleague.get(&format!("{id}/check")).await;
        let (csrf, key) = (check.hidden("csrf"), check.hidden("key"));
        let sent = colleague.post(&format!("{id}/submit"), &[("csrf", &csrf), ("key", &key)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", main_of(&sent));
        assert_eq!(row(&system, &id).await.state, "submitted");
        assert_eq!(owner.get(&format!("{id}/fee/filing")).await.status, StatusCode::OK);
        let open = owner.get(&sharing).await.html;
        assert!(!open.contains("envoyer le dossier") && open.contains("répondre au service"), "{open}");
        // What is said of the owner is not about the colleague.
        let began = "La personne qui a commencé le dossier";
        let page = colleague.get(&format!("{id}/")).await.html;
        assert_eq!(page.matches(began).count(), 2, "the section, and who is in charge: {page}");
        assert!(!page.contains("<h3>Vos données</h3>") && !page.contains("<dd>Moi</dd>"), "{page}");
        let page = owner.get(&format!("{id}/")).await.html;
        assert!(page.contains("<h3>Vos données</h3>") && page.contains("<dd>Moi</dd>"), "{page}");
        assert!(!page.contains(began));

        // Shut by the owner, it is gone for the colleague; opened again it is back.
        assert_eq!(share(&owner, &id, "no").await.status, StatusCode::SEE_OTHER);
        is_unknown(&colleague, &id).await;
        share(&owner, &id, "yes").await;
        assert_eq!(colleague.get(&format!("{id}/")).await.status, StatusCode::OK);
        let why = "Le mandat a été dénoncé.";
        desk::step(state, &clerk, asked.id, "revoke", why).await.expect("revoked");
        is_unknown(&colleague, &id).await;
        assert!(colleague.get("mandates").await.html.contains(why));
        assert_eq!(owner.get(&format!("{id}/")).await.status, StatusCode::OK);
        let again = mandate::Entity::update_many()
            .col_expr(mandate::Column::State, Expr::value("confirmed".to_owned()))
            .col_expr(mandate::Column::EndedAtMs, Expr::value(Option::<i64>::None))
            .filter(mandate::Column::Id.eq(asked.id))
            .exec(&state.db)
            .await;
        assert!(again.is_err(), "the engine: what was revoked stays revoked");
        assert!(safe_api::audit::verify(&state.db).await.expect("db").is_ok(), "the chain is whole");
        system.stop().await;
    }

    pub async fn a_mandate_is_asked_for_without_learning_anything(engine: Engine) {
        let system = System::at_noon(engine).await;
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let guesser = Browser::sign_in(&system, 1, "fr").await;
        let id = dealer(&owner).await;
        share(&owner, &id, "yes").await;
        // A wrong checksum, a day that is over, no name: each beside its field, nothing kept.
        let wrong = ask(&system, &guesser, "0566.988.250", -1).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["number", "until-d", "files"] {
            assert!(wrong.html.contains(&format!("href=\"#{field}\"")), "{field}: {}", main_of(&wrong));
        }
        assert!(mandates(&system).await.is_empty());
        // A company with files and one without answer alike.
        let known = ask(&system, &guesser, NUMBER, 30).await;
        let unknown = ask(&system, &guesser, OTHER, 30).await;
        assert_eq!((known.status, &known.location), (unknown.status, &unknown.location));
        // Asked twice, whoever asks is told that it waits already, of both alike.
        for number in [NUMBER, OTHER] {
            let twice = ask(&system, &guesser, number, 30).await;
            is_refused(&twice, "Vous avez déjà demandé un mandat pour cette société");
        }
        assert_eq!(mandates(&system).await.len(), 2, "once per company");
        let list = guesser.get("mandates").await.html;
        let card = |number: &str| {
            let piece = list.split("<li class=\"card\">").find(|piece| piece.contains(number)).expect("card");
            piece.split("<form").next().expect("words").replace(number, "N")
        };
        assert_eq!(card(NUMBER), card(OTHER), "nothing tells which of them is known here");
        is_unknown(&guesser, &id).await;
        // A mandate for another company opens nothing.
        let all = mandates(&system).await;
        let mine = system.state().permits.keys.hash("enterprise-number", "0202239951");
        let other = all.iter().find(|row| row.company_hmac == mine).expect("the other company").id;
        confirm(&system, &clerk, other).await;
        is_unknown(&guesser, &id).await;
        // Somebody else's mandate is answered like one that never was.
        let csrf = owner.get("").await.hidden("csrf");
        for target in [other, Uuid::now_v7()] {
            let page = owner.post(&format!("mandates/{target}/give-back"), &[("csrf", &csrf)]).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND);
        }
        // The confirmed one of a file whose number changes: the file is shut by itself.
        let first = all.iter().find(|row| row.id != other).expect("the first").id;
        confirm(&system, &clerk, first).await;
        assert_eq!(guesser.get(&format!("{id}/")).await.status, StatusCode::OK);
        let company = [
            ("enterprise-number", OTHER),
            ("company-name", "Autre srl"),
            ("company-seat-street", "Wetstraat"),
            ("company-seat-number", "1"),
            ("company-seat-postcode", "1000"),
            ("company-seat-municipality", "Brussel"),
        ];
        let from_check = [company.as_slice(), &[("from", "check")]].concat();
        let taken = owner.fill(&format!("{id}/page/company"), &from_check).await;
        assert!(taken.location.ends_with("/check?note=company-no"), "{}", taken.location);
        assert!(owner.get(&taken.location).await.html.contains("de nouveau à vous seul"));
        assert!(row(&system, &id).await.company_hmac.is_none());
        is_unknown(&guesser, &id).await;
        pages_of_the_office(&system, first).await;
        system.stop().await;
    }

    /// The question for a mandate is refused for its company.
    fn is_refused(page: &Page, words: &str) {
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", main_of(page));
        let beside = page.html.split("id=\"number-error\">").nth(1).expect("beside the number");
        assert!(beside.starts_with(words), "{}", main_of(page));
    }

    async fn pages_of_the_office(system: &System, id: Uuid) {
        let base = format!("/office/permits-mandates/{id}");
        for role in Role::ALL {
            let desk = system.desk(&format!("{role}@matrix.example"), &[*role]).await;
            let reads = safe_api::permit::desk::READERS.contains(role);
            let list = "/office/permits-mandates?list=confirmed".to_owned();
            for path in [list, base.clone(), format!("{base}/document")] {
                let status = system.office(&desk, &path).await.status();
                let expected = if reads { StatusCode::OK } else { StatusCode::FORBIDDEN };
                assert_eq!(status, expected, "{role} GET {path}");
            }
            for step in ["confirm", "refuse", "revoke", "nothing"] {
                let status = system.submit(&desk, &format!("{base}/{step}"), &[]).await.status();
                let refused = status == StatusCode::FORBIDDEN;
                assert_eq!(refused, *role != Role::WeaponsClerk, "{role} POST {step}: {status}");
                assert!(!status.is_server_error(), "{role} POST {step}: {status}");
                let forged = Desk { cookie: desk.cookie.clone(), csrf: "forged".to_owned() };
                let status = system.submit(&forged, &format!("{base}/{step}"), &[]).await.status();
                assert_eq!(status, StatusCode::FORBIDDEN, "{role} POST {step} without the token");
            }
            let unknown = format!("/office/permits-mandates/{}", Uuid::now_v7());
            if reads {
                assert_eq!(system.office(&desk, &unknown).await.status(), StatusCode::NOT_FOUND);
            }
        }
        let page = system.http.get(format!("{}{base}", system.base)).send().await.expect("answer");
        assert_eq!(page.status(), StatusCode::SEE_OTHER, "nobody");
    }

    pub async fn a_mandate_ends(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let colleague = Browser::sign_in(&system, 1, "fr").await;
        let id = dealer(&owner).await;
        share(&owner, &id, "yes").await;
        ask(&system, &colleague, NUMBER, 60).await;
        let asked = mandates(&system).await.remove(0).id;
        let mute = desk::step(state, &clerk, asked, "refuse", " ").await;
        assert_eq!(refused(mute), "required");
        confirm(&system, &clerk, asked).await;
        job::run(state).await;
        assert_eq!(told(&system, "mandate-ending").await, 0, "not two months before");
        state.clock.advance_ms(40 * DAY_MS);
        job::run(state).await;
        job::run(state).await;
        assert_eq!(told(&system, "mandate-ending").await, 1, "once");
        let colleague = Browser::sign_in(&system, 1, "fr").await;
        assert_eq!(colleague.get(&format!("{id}/")).await.status, StatusCode::OK);
        let early = ask(&system, &colleague, NUMBER, 90).await;
        is_refused(&early, "Vous avez déjà un mandat confirmé pour cette société");
        assert_eq!(mandates(&system).await.len(), 1, "nothing was taken");
        state.clock.advance_ms(21 * DAY_MS);
        let colleague = Browser::sign_in(&system, 1, "fr").await;
        is_unknown(&colleague, &id).await;
        let list = colleague.get("mandates").await.html;
        assert!(list.contains("Terminé") && list.contains("Était valable jusqu’au "), "{list}");
        assert!(!list.contains("Valable jusqu’au "), "it is over: {list}");
        // Asked for again with another end, which ends the first; refused with a reason.
        assert_eq!(ask(&system, &colleague, NUMBER, 30).await.status, StatusCode::SEE_OTHER);
        let all = mandates(&system).await;
        let second = all.iter().find(|row| row.state == "asked").expect("asked again").id;
        let over = all.iter().find(|row| row.id == asked).expect("the first").state.clone();
        assert_eq!(over, "returned");
        let list = colleague.get("mandates").await.html;
        assert!(list.contains("Terminé") && !list.contains("Rendu"), "{list}");
        desk::step(state, &clerk, second, "refuse", "La signature manque.").await.expect("refused");
        assert!(colleague.get("mandates").await.html.contains("La signature manque."));
        is_unknown(&colleague, &id).await;
        assert_eq!(told(&system, "mandate-judged").await, 2);
        // Asked for a third time, and taken back.
        ask(&system, &colleague, NUMBER, 30).await;
        let third = mandates(&system).await.into_iter().find(|row| row.state == "asked").expect("asked").id;
        let csrf = colleague.get("mandates").await.hidden("csrf");
        let back = colleague.post(&format!("mandates/{third}/give-back"), &[("csrf", &csrf)]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER);
        assert!(colleague.get("mandates").await.html.contains("Rendu"));
        let kept: Vec<application::Model> = application::Entity::find().all(&state.db).await.expect("db");
        assert_eq!(kept.len(), 1, "no file was touched");
        state.clock.advance_ms(4_000 * DAY_MS);
        job::run(state).await;
        assert_eq!(mandates(&system).await.len(), 3, "nothing is erased while no period is confirmed");
        system.stop().await;
    }

    /// Two equal questions at the same time: one is taken, the other says that it waits.
    async fn ask_twice_at_once(system: &System, browser: &Browser<'_>, number: &str) {
        let (one, two) = tokio::join!(ask(system, browser, number, 30), ask(system, browser, number, 30));
        let (sent, other) = if one.status == StatusCode::SEE_OTHER { (one, two) } else { (two, one) };
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", main_of(&sent));
        is_refused(&other, "Vous avez déjà demandé un mandat pour cette société");
    }

    pub async fn of_two_who_ask_at_once_one_is_told_that_it_waits(engine: Engine) {
        let system = System::at_noon(engine).await;
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let colleague = Browser::sign_in(&system, 0, "fr").await;
        for number in [NUMBER, OTHER] {
            ask_twice_at_once(&system, &colleague, number).await;
        }
        let asked = mandates(&system).await;
        assert_eq!(asked.len(), 2, "once per company");
        for row in asked {
            confirm(&system, &clerk, row.id).await;
        }
        // One that is over gives way once.
        system.state().clock.advance_ms(31 * DAY_MS);
        let colleague = Browser::sign_in(&system, 0, "fr").await;
        for number in [NUMBER, OTHER] {
            ask_twice_at_once(&system, &colleague, number).await;
        }
        let mut states: Vec<_> = mandates(&system).await.into_iter().map(|row| row.state).collect();
        states.sort_unstable();
        assert_eq!(states, ["asked", "asked", "returned", "returned"]);
        system.stop().await;
    }

    async fn told(system: &System, notification: &str) -> usize {
        let find = mail::Entity::find().filter(mail::Column::Notification.eq(notification));
        find.all(&system.state().db).await.expect("db").len()
    }
}
