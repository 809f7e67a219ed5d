//! What is wrong with a form is listed above it, far from the fields: each line names its field
//! in the words of the label, and leads to it.

story!(an_applicant_reads_which_field_is_wrong);
story!(the_office_reads_which_field_is_wrong);
story!(a_paper_goes_with_its_row);
story!(a_legal_basis_is_written_by_its_name);

mod tell {
    use reqwest::{Response, StatusCode};
    use safe_api::account::Role;
    use safe_api::i18n::Lang;
    use safe_api::permit::desk::letter;
    use safe_api::permit::entity::document;
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::{answer, begin, hand_in, main_of, sent};
    use crate::steps::desk::{Three, ask_police, open};

    /// Lines of the list above a form: element and words.
    fn lines(html: &str) -> Vec<(String, String)> {
        let list = html.split("error-summary").nth(1).unwrap_or_default();
        let list = list.split("</ul>").next().unwrap_or_default();
        let line = |piece: &str| {
            let (target, rest) = piece.split_once("\">")?;
            let target = target.rsplit('#').next()?;
            Some((target.to_owned(), rest.split("</a>").next()?.trim().to_owned()))
        };
        list.split("<a href=\"").skip(1).filter_map(line).collect()
    }

    /// The label of an element, or the question of the group that it belongs to.
    fn label(html: &str, id: &str) -> String {
        let at = html.find(&format!(" id=\"{id}\"")).unwrap_or_else(|| panic!("no element #{id}"));
        let (before, after) = html.split_at(at);
        let own = html.split_once(&format!("<label for=\"{id}\">")).map(|(_, rest)| rest);
        let open = before.rfind("<fieldset") > before.rfind("</fieldset>");
        let in_group = || before.rsplit_once("<legend>").map(|(_, rest)| rest).filter(|_| open);
        // The element may be the group itself.
        let is_group = before.rsplit('<').next().is_some_and(|tag| tag.starts_with("fieldset"));
        let group = || after.split_once("<legend>").filter(|_| is_group);
        let words = group().map(|(_, rest)| rest).or_else(in_group).or(own);
        let words = words.unwrap_or_else(|| panic!("nothing names #{id}"));
        words.split('<').next().unwrap_or_default().trim().to_owned()
    }

    /// Every line names its field, by its label in front or by its own words, and says what is
    /// wrong as it stands beside the field.
    fn check(html: &str, fewest: usize) -> Vec<String> {
        let lines = lines(html);
        assert!(lines.len() >= fewest, "{} lines: {lines:?}", lines.len());
        for (target, words) in &lines {
            let label = label(html, target);
            let rest = words.strip_prefix(&format!("{label} – ")).unwrap_or(words);
            assert!(words.to_lowercase().contains(&label.to_lowercase()), "“{words}” names no “{label}”");
            assert!(html.contains(&format!(">{rest}</p>")), "“{rest}” stands beside the field");
        }
        lines.into_iter().map(|(_, words)| words).collect()
    }

    async fn read(page: Response) -> String {
        assert_eq!(page.status(), StatusCode::UNPROCESSABLE_ENTITY);
        page.text().await.expect("page")
    }

    pub async fn an_applicant_reads_which_field_is_wrong(engine: Engine) {
        let system = System::start(engine).await;
        for lang in ["fr", "nl", "en", "de"] {
            let browser = Browser::sign_in(&system, 0, lang).await;
            let page = browser.fill("new/detention", &[("case-language", "")]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            check(&page.html, 1);
            let page = browser.fill("new/detention", &[("case-language", "fr")]).await;
            let id = page.location.trim_end_matches('/').rsplit('/').next().expect("id").to_owned();
            for (path, fewest) in [
                ("page/contact", 1),
                ("page/address", 1),
                ("page/cohabitants", 1),
                ("page/weapons-wanted/row/new", 3),
            ] {
                let page = browser.fill(&format!("{id}/{path}"), &[]).await;
                assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
                check(&page.html, fewest);
            }
            let page = browser.upload(&format!("{id}/document/criminal-record/-"), &[], "", b"").await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", main_of(&page));
            check(&page.html, 2);
        }
        // Yes comes first, as everywhere.
        let browser = Browser::sign_in(&system, 0, "nl").await;
        let id = begin(&browser, "detention").await;
        let html = browser.get(&format!("{id}/page/cohabitants")).await.html;
        let at = |id: &str| html.find(&format!("id=\"cohabitants-{id}\"")).expect("a choice");
        assert!(at("some") < at("none"));
        system.stop().await;
    }

    pub async fn the_office_reads_which_field_is_wrong(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id: Uuid = sent(&system, &browser).await.parse().expect("id");
        three.examine(&system, id, true).await;
        ask_police(&system, &three.clerk, id).await;
        let roles = [Role::WeaponsClerk, Role::Administrator, Role::AlertAuthor];
        let desk = system.desk("all@example.org", &roles).await;

        let version = open(&system, &three.clerk, id).await.row.version.to_string();
        let path = format!("/office/permits/{id}/draft");
        let page = read(system.submit(&desk, &path, &[("version", &version)]).await).await;
        let said = check(&page, 1).join(" ");
        assert!(said.contains("Vous n’avez rien choisi"), "{said}");
        assert!(!page.contains("weapons-act"), "a law has a name");
        let kind = [("version", version.as_str()), ("kind", "grant-conditions")];
        check(&read(system.submit(&desk, &path, &kind).await).await, 3);

        let page = system.office(&desk, &format!("/office/permits/{id}")).await.text().await.expect("page");
        assert!(
            page.contains("de l’épreuve pratique – <bdi>Arme de poing\u{a0}· 9 mm</bdi>"),
            "a paper tells which weapon it is for"
        );

        check(&read(system.submit(&desk, "/office/accounts", &[]).await).await, 3);
        let form = "/office/alerts/new/free-text";
        let drawn = [("circle.0.lat", "50.8"), ("p.place", ""), ("t.uk.headline", &"x".repeat(500))];
        let page = read(system.submit(&desk, form, &drawn).await).await;
        for named in ["Cercle 1 – ", " (Українська) – "] {
            assert!(lines(&page).iter().any(|(_, words)| words.contains(named)), "{:?}", lines(&page));
        }
        system.stop().await;
    }

    pub async fn a_paper_goes_with_its_row(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = begin(&browser, "detention").await;
        for calibre in ["9 mm", ".22"] {
            let weapon = [
                ("nature", "handgun"),
                ("calibre", calibre),
                ("with-ammunition", "no"),
                ("acquired", "belgium"),
            ];
            answer(&browser, &id, "weapons-wanted/row/new", &weapon).await;
        }
        let html = browser.get(&format!("{id}/page/weapons-wanted")).await.html;
        let keys: Vec<&str> = html
            .split("/row/")
            .filter_map(|rest| rest.split_once("/remove"))
            .map(|(key, _)| key)
            .filter(|key| key.len() == 12)
            .collect();
        assert_eq!(keys.len(), 2, "{html}");
        for key in &keys {
            hand_in(&system, &browser, &id, "practical-certificate", key).await;
        }
        let papers = || async {
            let own = document::Entity::find().filter(document::Column::Document.eq("practical-certificate"));
            own.count(&system.state().db).await.expect("db")
        };
        assert_eq!(papers().await, 2);
        let page = browser.get(&format!("{id}/page/weapons-wanted")).await;
        let (csrf, seen) = (page.hidden("csrf"), page.hidden("seen"));
        let path = format!("{id}/page/weapons-wanted/row/{}/remove", keys[0]);
        let gone = browser.post(&path, &[("csrf", &csrf), ("seen", &seen)]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", main_of(&gone));
        assert_eq!(papers().await, 1, "its certificate went with the weapon");
        system.stop().await;
    }

    pub async fn a_legal_basis_is_written_by_its_name(engine: Engine) {
        let system = System::start(engine).await;
        let state = system.state();
        for (written, id) in [
            ("loi sur les armes, art. 11 § 3, 9°", Some("weapons-act:11 § 3, 9°")),
            ("  Wapenwet ,  artikel 5 ", Some("weapons-act:5")),
            ("AR du 20 septembre 1991", Some("rd-1991")),
            ("weapons-act:11", Some("weapons-act:11")),
            ("loi sur les armes à feu", None),
            ("Wapenwetten 5", None),
            ("loi du 1er avril", None),
            ("", None),
        ] {
            assert_eq!(letter::basis_of(state, written).as_deref(), id, "{written}");
        }
        for act in &state.law.acts {
            let basis = format!("{}:12/1", act.id);
            for lang in Lang::office() {
                let word = letter::basis_word(state, &basis, lang);
                assert!(!word.contains(':') && word.contains("12/1"), "{word}");
                assert_eq!(letter::basis_of(state, &word).as_ref(), Some(&basis), "{lang}");
            }
        }
        system.stop().await;
    }
}
