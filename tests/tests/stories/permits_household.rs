//! Who is who at an address: nobody is asked twice, twins are two, and the applicant is nobody's
//! cohabitant, however the names are written.

story!(nobody_at_an_address_is_asked_twice);
story!(who_has_one_name_is_asked_by_it);

mod tell {
    use reqwest::StatusCode;
    use safe_api::permit::entity::consent;
    use safe_tests::citizen::{Browser, Page};
    use safe_tests::{Engine, System};
    use sea_orm::EntityTrait;

    use crate::steps::applicant::{answer, hand_in_all, main_of, row, shooter, submit};

    async fn name(browser: &Browser<'_>, id: &str, (family, given): (&str, &str), born: [&str; 3]) -> Page {
        let person = [
            ("family-name", family),
            ("given-names", given),
            ("birth-date-d", born[0]),
            ("birth-date-m", born[1]),
            ("birth-date-y", born[2]),
            ("route", "paper"),
        ];
        browser.fill(&format!("{id}/page/cohabitant-list/row/new"), &person).await
    }

    pub async fn nobody_at_an_address_is_asked_twice(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        // Sam Maria VOORBEELD, born on 25 January 2000, stands in the list.
        let id = shooter(&system, &browser, "some").await;
        let (own, sam) = (["18", "5", "1993"], ["25", "1", "2000"]);
        for (who, born, words) in [
            (("Voorbeeld", "Sam"), sam, "déjà dans la liste"),
            (("VOORBEELD", "SAM-MARIA"), sam, "déjà dans la liste"),
            (("EXEMPLE", "Camille"), own, "une autre personne"),
            (("exemple", "camille lou"), own, "une autre personne"),
        ] {
            let page = name(&browser, &id, who, born).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{who:?}: {}", main_of(&page));
            assert!(page.html.matches(words).count() >= 2, "beside the field and in the summary: {who:?}");
        }
        // Twins whose first name is the same, and somebody else of the same name.
        for (given, born) in [("Sam-Anne", sam), ("Sam", ["26", "1", "2000"])] {
            let page = name(&browser, &id, ("Voorbeeld", given), born).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{given}: {}", main_of(&page));
        }
        // An answer elsewhere makes the applicant one of them: the page says so, nothing breaks.
        answer(&browser, &id, "name", &[("family-name", "voorbeeld"), ("given-names", "Sam")]).await;
        let birth = [
            ("birth-date-d", "26"),
            ("birth-date-m", "1"),
            ("birth-date-y", "2000"),
            ("birth-place", "Namur"),
            ("nationality", "BE"),
        ];
        answer(&browser, &id, "birth", &birth).await;
        let check = browser.get(&format!("{id}/check")).await;
        let fields = [("csrf", check.hidden("csrf")), ("key", check.hidden("key"))];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        let refused = browser.post(&format!("{id}/submit"), &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.html.contains("page/cohabitant-list?from=check"), "{}", main_of(&refused));
        assert!(refused.html.contains("À compléter ou à corriger"), "a wrong answer is not a missing one");
        assert!(
            refused.html.contains("1. VOORBEELD\u{a0}· Sam Maria") && refused.html.contains("3. Voorbeeld")
        );
        let listed = browser.fill(&format!("{id}/page/cohabitant-list"), &[]).await;
        assert_eq!(listed.status, StatusCode::UNPROCESSABLE_ENTITY);
        let told = listed.html.matches("N°\u{a0}3 – Indiquez une autre personne").count();
        assert_eq!(told, 2, "by its number, beside the list and in the summary: {}", main_of(&listed));
        let third = listed.html.split("/remove\"").nth(2).and_then(|html| html.rsplit("/row/").next());
        let third = browser.get(&format!("{id}/page/cohabitant-list/row/{}", third.expect("a row"))).await;
        assert!(third.html.contains("– n°\u{a0}3</h1>"), "{}", main_of(&third));
        assert!(third.html.contains("id=\"family-name-error\""), "it says why: {}", main_of(&third));

        // A row that is wrong by itself, after one that clashes, is told of after it.
        let dora = [
            ("family-name", "Exemple"),
            ("given-names", "Dora"),
            ("birth-date-d", "8"),
            ("birth-date-m", "6"),
            ("birth-date-y", "1961"),
            ("route", "online"),
            ("email", "dora@demo.invalid"),
        ];
        answer(&browser, &id, "cohabitant-list/row/new", &dora).await;
        answer(&browser, &id, "contact", &[("email", "dora@demo.invalid")]).await;
        let listed = browser.fill(&format!("{id}/page/cohabitant-list"), &[]).await.html;
        let at = |words: &str| listed.find(words).unwrap_or_else(|| panic!("{words}: {listed}"));
        assert!(at("N°\u{a0}3 – ") < at("Au n°\u{a0}4, il manque"), "by number: {listed}");
        answer(&browser, &id, "contact", &[("email", "camille@demo.invalid")]).await;

        answer(&browser, &id, "name", &[("family-name", "Exemple"), ("given-names", "Camille")]).await;
        hand_in_all(&system, &browser, &id).await;
        submit(&browser, &id).await;
        assert_eq!(row(&system, &id).await.state, "submitted");
        let asked = consent::Entity::find().all(&system.state().db).await.expect("db");
        assert_eq!(asked.len(), 4, "each once, the twins both");
        let sent = browser.get(&format!("{id}/")).await;
        assert!(sent.html.contains("2. Voorbeeld\u{a0}· Sam-Anne"), "by number also here: {}", sent.html);
        system.stop().await;
    }

    pub async fn who_has_one_name_is_asked_by_it(engine: Engine) {
        let system = System::at_noon(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        // Sam Maria VOORBEELD, born on 25 January 2000, stands in the list.
        let id = shooter(&system, &browser, "some").await;
        let born = ["8", "6", "1961"];
        for (who, on, words) in [
            (("-", "."), born, "en lettres"),
            (("Voorbeeld", "-"), ["25", "1", "2000"], "déjà dans la liste"),
            (("Exemple", "-"), ["18", "5", "1993"], "une autre personne"),
        ] {
            let page = name(&browser, &id, who, on).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{who:?}: {}", main_of(&page));
            assert!(page.html.matches(words).count() >= 2, "beside the field and in the summary: {who:?}");
        }
        let page = name(&browser, &id, ("Suharto", "-"), born).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", main_of(&page));
        let twice = name(&browser, &id, (".", "SUHARTO"), born).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", main_of(&twice));
        hand_in_all(&system, &browser, &id).await;
        submit(&browser, &id).await;
        assert_eq!(row(&system, &id).await.state, "submitted", "such a file can be sent");
        let asked = consent::Entity::find().all(&system.state().db).await.expect("db");
        assert_eq!(asked.len(), 2);
        system.stop().await;
    }
}
