//! What the list of somebody's files and permits says, and what their pages call things.

story!(a_mark_in_the_list_follows_the_answer);
story!(a_card_lets_acquire_only_what_holds);
story!(a_weapon_is_called_the_same_everywhere);
story!(two_questions_of_one_day_have_two_names);
story!(a_colleague_is_not_spoken_to_as_the_applicant);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::{Person, Role};
    use safe_api::permit::desk;
    use safe_api::permit::entity::grant;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::EntityTrait;
    use uuid::Uuid;

    use crate::permits_company::tell::{NUMBER, ask, confirm, mandates, share};
    use crate::steps::applicant::{dealer, declare, filed, hand_in_all, main_of, shooter, submit};
    use crate::steps::desk::{Three, granted, open, staff, taken_back};

    const DAY_MS: i64 = 86_400_000;

    async fn asks(system: &System, clerk: &Person, id: Uuid, text: &str) -> Uuid {
        let case = open(system, clerk, id).await;
        desk::items(system.state(), clerk, &case, text).await.expect("asked");
        open(system, clerk, id).await.notices[0].0.id
    }

    async fn taken_up(system: &System, clerk: &Person, id: Uuid) {
        desk::assign(system.state(), clerk, &open(system, clerk, id).await).await.expect("assigned");
    }

    pub async fn a_mark_in_the_list_follows_the_answer(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let id = filed(&system, &browser).await;
        taken_up(&system, &clerk, id).await;
        let notice = asks(&system, &clerk, id, "Il manque l’attestation.").await;
        let words = |html: &str| {
            let main = html.split("<h1>").nth(1).expect("the page");
            main.split("<span class=\"tag ").nth(1).expect("a mark").to_owned()
        };
        let waits = words(&browser.get("").await.html);
        assert!(waits.starts_with("tag--warn\">Nous attendons des documents"), "{waits}");

        let path = format!("{id}/notice/{notice}");
        let told = browser.upload(&path, &[("answer", "La voici par la poste.")], "", b"").await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", main_of(&told));
        let answered = words(&browser.get("").await.html);
        assert!(answered.starts_with("tag--info\">Réponse reçue"), "{answered}");
        let page = words(&browser.get(&format!("{id}/")).await.html);
        assert!(page.starts_with("tag--info\">Réponse reçue"), "as the page of the file: {page}");

        system.state().clock.advance_ms(90 * DAY_MS);
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let over = words(&browser.get("").await.html);
        assert!(over.starts_with("tag--info\">Réponse reçue"), "it came, whatever the day: {over}");
        system.stop().await;
    }

    pub async fn a_card_lets_acquire_only_what_holds(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let (id, _) = granted(&system, &browser, &three).await;
        three.issue(&system, id).await;
        let card = |html: &str| {
            let cards = html.split("Mes autorisations</h2>").nth(1).expect("permits");
            cards.split("</ul>").next().expect("cards").to_owned()
        };
        let holds = card(&browser.get("").await.html);
        assert!(holds.contains("En cours de validité") && holds.contains("Possible jusqu’au "), "{holds}");
        taken_back(&system, &three, id, "suspend").await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let ended = card(&browser.get("").await.html);
        assert!(ended.contains(">Suspendue<"), "a permit is a she: {ended}");
        assert!(!ended.contains("Possible jusqu’au "), "{ended}");
        system.stop().await;
    }

    pub async fn a_weapon_is_called_the_same_everywhere(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let (name, place) = ("Arme de poing\u{a0}· 9 mm", " – Arme de poing\u{a0}· 9 mm");
        let draft = shooter(&system, &browser, "none").await;
        let tasks = browser.get(&format!("{draft}/")).await;
        assert!(tasks.html.contains(place), "its certificate: {}", main_of(&tasks));
        let check = browser.get(&format!("{draft}/check")).await;
        assert!(check.html.contains(place), "{}", main_of(&check));
        submit(&browser, &draft).await;
        let file = browser.get(&format!("{draft}/")).await;
        assert!(file.html.contains(place), "{}", main_of(&file));
        let desk = system.desk("w@example.org", &[Role::WeaponsClerk]).await;
        let office = system.office(&desk, &format!("/office/permits/{draft}")).await;
        assert!(office.text().await.expect("text").contains(name), "the office reads the same");

        let other = Browser::sign_in(&system, 1, "fr").await;
        let (id, _) = granted(&system, &other, &three).await;
        three.issue(&system, id).await;
        let permit = grant::Entity::find().one(&system.state().db).await.expect("db").expect("permit").id;
        let page = other.get(&format!("permit/{permit}")).await;
        assert!(page.html.contains(name), "{}", main_of(&page));
        for words in ["Avec munitions", "Acquise en Belgique"] {
            assert!(!main_of(&page).contains(words), "{words}: {}", main_of(&page));
        }
        system.stop().await;
    }

    pub async fn two_questions_of_one_day_have_two_names(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let id = filed(&system, &browser).await;
        taken_up(&system, &clerk, id).await;
        let mut asked = Vec::new();
        for text in ["Il manque l’attestation.", "Il manque la copie de l’extrait."] {
            let notice = asks(&system, &clerk, id, text).await;
            let path = format!("{id}/notice/{notice}");
            let told = browser.upload(&path, &[("answer", "La voici.")], "", b"").await;
            assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", main_of(&told));
            let case = open(&system, &clerk, id).await;
            desk::close_notice(system.state(), &clerk, &case).await.expect("closed");
            asked.push((path, text));
        }
        let file = browser.get(&format!("{id}/")).await.html;
        for ((path, text), number) in asked.into_iter().zip(["n°\u{a0}1", "n°\u{a0}2"]) {
            let named = file.split(&path).nth(1).and_then(|html| html.split("</a>").next()).expect("a link");
            assert!(named.contains("Ce que le service a demandé le ") && named.ends_with(number), "{named}");
            let page = browser.get(&path).await;
            assert!(main_of(&page).contains(number) && main_of(&page).contains(text), "{}", main_of(&page));
        }
        system.stop().await;
    }

    pub async fn a_colleague_is_not_spoken_to_as_the_applicant(engine: Engine) {
        let system = System::at_noon(engine).await;
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let colleague = Browser::sign_in(&system, 1, "fr").await;
        let id = dealer(&owner).await;
        share(&owner, &id, "yes").await;
        ask(&system, &colleague, NUMBER, 90).await;
        confirm(&system, &clerk, mandates(&system).await.remove(0).id).await;
        hand_in_all(&system, &owner, &id).await;
        declare(&owner, &id).await;
        submit(&owner, &id).await;
        let path = format!("{id}/?note=sent");
        let (own, shared) = (owner.get(&path).await, colleague.get(&path).await);
        for words in [
            "Votre dossier est envoyé",
            "Votre numéro de dossier",
            "si votre dossier est complet",
            "Ce que vous avez envoyé",
            "Vos documents",
            "Vos réponses",
            "Qui a consulté mon dossier",
        ] {
            assert!(own.html.contains(words), "{words}: {}", main_of(&own));
            assert!(!shared.html.contains(words), "{words}: {}", main_of(&shared));
        }
        for words in ["Le dossier est envoyé", "si le dossier est complet", "Ce qui a été envoyé"] {
            assert!(shared.html.contains(words), "{words}: {}", main_of(&shared));
        }
        for words in ["votre", "Votre", "vos ", "Vos "] {
            assert!(!main_of(&shared).contains(words), "{words}: {}", main_of(&shared));
        }
        let fee = colleague.get(&format!("{id}/fee/filing")).await;
        assert!(!main_of(&fee).contains("votre"), "{}", main_of(&fee));

        let file = id.parse().expect("id");
        taken_up(&system, &clerk, file).await;
        let notice = asks(&system, &clerk, file, "Il manque l’attestation.").await;
        let list = |html: &str| html.contains("Nous attendons des documents de votre part");
        assert!(list(&owner.get("").await.html) && !list(&colleague.get("").await.html));
        let page = format!("{id}/notice/{notice}");
        let told = owner.upload(&page, &[("answer", "La voici.")], "", b"").await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", main_of(&told));
        for path in [format!("{id}/"), page] {
            let (own, shared) = (owner.get(&path).await, colleague.get(&path).await);
            let words = "Vous avez répondu le ";
            assert!(own.html.contains(words) && !shared.html.contains(words), "{}", main_of(&shared));
            assert!(shared.html.contains("Réponse envoyée le "), "{}", main_of(&shared));
        }
        system.stop().await;
    }
}
