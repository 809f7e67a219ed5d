//! People apply for permits: a sport shooter, a dealer's company, and everybody
//! who makes a mistake on the way.

story!(a_sport_shooter_applies);
story!(a_company_applies);
story!(mistakes_are_named_and_nothing_is_lost);
story!(bad_files_are_refused);
story!(a_stranger_learns_nothing);
story!(a_cohabitant_answers);
story!(an_answer_on_paper_is_recorded_by_the_office);

pub(crate) mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::entity::{application, consent, document, event, fee, mail};
    use safe_tests::citizen::{Browser, Page};
    use safe_tests::{Desk, Engine, System};
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

    pub(crate) const PDF: &[u8] = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";

    pub(crate) async fn begin(browser: &Browser<'_>, procedure: &str) -> String {
        let page = browser.fill(&format!("new/{procedure}"), &[("case-language", browser.lang)]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.html);
        page.location.trim_end_matches('/').rsplit('/').next().expect("id").to_owned()
    }

    /// Day, month and year some days ago.
    pub(crate) fn ago(system: &System, days: i64) -> [String; 3] {
        let now = system.state().clock.now_ms() - days * 86_400_000;
        let at = safe_api::clock::brussels(now);
        [at.day().to_string(), u8::from(at.month()).to_string(), at.year().to_string()]
    }

    pub(crate) async fn answer(browser: &Browser<'_>, id: &str, page: &str, fields: &[(&str, &str)]) {
        let taken = browser.fill(&format!("{id}/page/{page}"), fields).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{page}: {}", main_of(&taken));
    }

    pub(crate) fn main_of(page: &Page) -> String {
        page.html.split("<main").nth(1).unwrap_or(&page.html).chars().take(3000).collect()
    }

    pub(crate) async fn hand_in(
        system: &System,
        browser: &Browser<'_>,
        id: &str,
        document: &str,
        slot: &str,
    ) {
        let [d, m, y] = ago(system, 10);
        let path = format!("{id}/document/{document}/{slot}");
        let dated = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
        let page = browser.upload(&path, &dated, "papier.pdf", PDF).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{document}: {}", main_of(&page));
    }

    /// Hands in whatever the check page still asks for.
    pub(crate) async fn hand_in_all(system: &System, browser: &Browser<'_>, id: &str) {
        let html = browser.get(&format!("{id}/check")).await.html;
        let errors = html.split("error-summary").nth(1).unwrap_or_default();
        let errors = errors.split("</ul>").next().unwrap_or_default();
        let start = format!("/{id}/document/");
        for piece in errors.split(&start).skip(1) {
            let place = piece.split('"').next().expect("place");
            let (document, slot) = place.split_once('/').expect("slot");
            hand_in(system, browser, id, document, slot).await;
        }
    }

    const ADDRESS: [(&str, &str); 4] = [
        ("address-street", "Rue de la Loi"),
        ("address-number", "1"),
        ("address-postcode", "1000"),
        ("address-municipality", "Bruxelles"),
    ];

    pub(crate) async fn about_me(browser: &Browser<'_>, id: &str, has_kind: bool, kind: &str) {
        if has_kind {
            answer(browser, id, "acting-for", &[("acting-for", kind)]).await;
        }
        answer(browser, id, "name", &[("family-name", "Exemple"), ("given-names", "Camille")]).await;
        let birth = [
            ("birth-date-d", "18"),
            ("birth-date-m", "5"),
            ("birth-date-y", "1993"),
            ("birth-place", "Namur"),
            ("nationality", "BE"),
        ];
        answer(browser, id, "birth", &birth).await;
        answer(browser, id, "address", &ADDRESS).await;
        answer(browser, id, "contact", &[("email", "camille@demo.invalid")]).await;
    }

    pub(crate) async fn declare(browser: &Browser<'_>, id: &str) {
        let ticks = ["true-and-complete", "inquiry-known", "fee-known", "privacy-read"];
        answer(browser, id, "declarations", &ticks.map(|tick| (tick, "yes"))).await;
    }

    pub(crate) async fn shooter(system: &System, browser: &Browser<'_>, cohabitants: &str) -> String {
        let id = begin(browser, "detention").await;
        about_me(browser, &id, true, "self").await;
        let weapon =
            [("nature", "handgun"), ("calibre", "9 mm"), ("with-ammunition", "yes"), ("acquired", "belgium")];
        answer(browser, &id, "weapons-wanted/row/new", &weapon).await;
        answer(browser, &id, "reason", &[("reasons", "sport-shooting")]).await;
        answer(browser, &id, "reason-text", &[("reason-text", "Tir au club, deux fois par mois.")]).await;
        answer(browser, &id, "sport-licence", &[("sport-licence", "none")]).await;
        answer(browser, &id, "storage", &[("storage-at-home", "yes")]).await;
        answer(browser, &id, "cohabitants", &[("cohabitants", cohabitants)]).await;
        if cohabitants == "some" {
            let person = [
                ("family-name", "VOORBEELD"),
                ("given-names", "Sam Maria"),
                ("birth-date-d", "25"),
                ("birth-date-m", "1"),
                ("birth-date-y", "2000"),
                ("route", "online"),
                ("email", "sam@demo.invalid"),
            ];
            answer(browser, &id, "cohabitant-list/row/new", &person).await;
        }
        hand_in_all(system, browser, &id).await;
        declare(browser, &id).await;
        id
    }

    /// A sport shooter's file that was sent.
    pub(crate) async fn sent(system: &System, browser: &Browser<'_>) -> String {
        let id = shooter(system, browser, "none").await;
        let check = browser.get(&format!("{id}/check")).await;
        let (csrf, key) = (check.hidden("csrf"), check.hidden("key"));
        let fields = [("csrf", csrf.as_str()), ("key", key.as_str())];
        assert_eq!(browser.post(&format!("{id}/submit"), &fields).await.status, StatusCode::SEE_OTHER);
        id
    }

    pub(crate) async fn row(system: &System, id: &str) -> application::Model {
        let id: uuid::Uuid = id.parse().expect("id");
        application::Entity::find_by_id(id).one(&system.state().db).await.expect("db").expect("file")
    }

    pub async fn a_sport_shooter_applies(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = shooter(&system, &browser, "none").await;
        let check = browser.get(&format!("{id}/check")).await;
        assert!(!check.html.contains("error-summary"), "{}", main_of(&check));
        let (csrf, key) = (check.hidden("csrf"), check.hidden("key"));
        let path = format!("{id}/submit");
        let fields = [("csrf", csrf.as_str()), ("key", key.as_str())];
        let (first, second) = tokio::join!(browser.post(&path, &fields), browser.post(&path, &fields));
        for sent in [first, second] {
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", main_of(&sent));
        }
        let file = row(&system, &id).await;
        assert_eq!(file.state, "submitted");
        let db = &system.state().db;
        let fees =
            fee::Entity::find().filter(fee::Column::ApplicationId.eq(file.id)).all(db).await.expect("db");
        assert_eq!(fees.len(), 1, "one stage, once");
        assert_eq!(fees[0].amount_cents, None, "an amount that nobody confirmed is not asked for");
        let lines =
            event::Entity::find().filter(event::Column::ApplicationId.eq(file.id)).all(db).await.expect("db");
        assert_eq!(lines.len(), 1, "received once");
        let page = browser.get(&format!("{id}/?note=sent")).await;
        assert!(page.html.contains(file.reference.as_deref().expect("number")));
        for words in
            ["Comment cette date est calculée", "Le jour de la réception ne compte pas", "Avec 4 mois"]
        {
            assert!(page.html.contains(words), "{words}: {}", main_of(&page));
        }
        let due = file.due_on.clone().expect("date");
        let received = file.received_on.clone().expect("date");
        let later = safe_api::permit::numbers::day(&received)
            .map(|day| safe_permits::deadline::Unit::Months.after(day, 4).to_string());
        assert_eq!(Some(due), later, "four months after {received}");
        // Nothing of it can be changed any more, and going back changes nothing.
        assert_eq!(browser.get(&format!("{id}/page/name")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(browser.post(&path, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(row(&system, &id).await.version, file.version);
        let letters = mail::Entity::find().all(db).await.expect("db");
        assert_eq!(letters.len(), 1);
        safe_api::permit::job::run(system.state()).await;
        let folder = system.state().config.mail_dir();
        let written: Vec<_> = std::fs::read_dir(folder).expect("outbox").collect();
        assert_eq!(written.len(), 1);
        let withdrawn = browser.fill(&format!("{id}/withdraw"), &[]).await;
        assert_eq!(withdrawn.status, StatusCode::SEE_OTHER);
        let file = row(&system, &id).await;
        assert_eq!(file.state, "withdrawn");
        // Erased for good: no answer, no document, no key.
        let papers = document::Entity::find().all(db).await.expect("db");
        assert!(!papers.is_empty());
        safe_api::permit::erase::erase(system.state(), file.id, "test").await.expect("erased");
        assert!(document::Entity::find().all(db).await.expect("db").is_empty());
        assert!(papers.iter().all(|paper| system.state().permits.store.read(&paper.vault_key).is_err()));
        let file = row(&system, &id).await;
        assert_eq!((file.state.as_str(), file.key_wrapped), ("erased", None));
        assert_eq!(browser.get(&format!("{id}/")).await.status, StatusCode::NOT_FOUND);
        system.stop().await;
    }

    /// The file of a company that sells weapons, filled in to the documents; its number is
    /// first written wrongly.
    pub(crate) async fn dealer(browser: &Browser<'_>) -> String {
        let id = begin(browser, "dealer").await;
        about_me(browser, &id, true, "company").await;
        let company = [
            ("enterprise-number", "0566.988.250"),
            ("company-name", "Voorbeeld nv"),
            ("company-seat-street", "Wetstraat"),
            ("company-seat-number", "1"),
            ("company-seat-postcode", "1000"),
            ("company-seat-municipality", "Brussel"),
        ];
        let wrong = browser.fill(&format!("{id}/page/company"), &company).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.html.contains("href=\"#enterprise-number\""), "the summary leads to the field");
        assert!(wrong.html.contains("value=\"0566.988.250\""), "what was written is still there");
        let mut right = company;
        right[0].1 = "0566.988.259";
        answer(browser, &id, "company", &right).await;
        for (name, role) in [("Een", "director"), ("Twee", "auditor")] {
            let person = [
                ("family-name", name),
                ("given-names", "Persoon"),
                ("birth-date-d", "1"),
                ("birth-date-m", "2"),
                ("birth-date-y", "1970"),
                ("role", role),
            ];
            answer(browser, &id, "officers/row/new", &person).await;
        }
        let activity = [("variant", "dealer"), ("activity-text", "Verkoop en herstelling.")];
        answer(browser, &id, "dealer-activity", &activity).await;
        let place = [
            ("activity-address-street", "Wetstraat"),
            ("activity-address-number", "2"),
            ("activity-address-postcode", "1000"),
            ("activity-address-municipality", "Brussel"),
        ];
        answer(browser, &id, "activity-place", &place).await;
        answer(browser, &id, "person-in-charge", &[("person-in-charge", "me")]).await;
        id
    }

    pub async fn a_company_applies(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "nl").await;
        let id = dealer(&browser).await;
        let check = browser.get(&format!("{id}/check")).await;
        assert_eq!(
            check
                .html
                .split("error-summary")
                .nth(1)
                .unwrap_or_default()
                .split("</ul>")
                .next()
                .unwrap_or_default()
                .matches("criminal-record-officer")
                .count(),
            2,
            "one extract for each person of the company"
        );
        let (csrf, key) = (check.hidden("csrf"), check.hidden("key"));
        let refused = browser.post(&format!("{id}/submit"), &[("csrf", &csrf), ("key", &key)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "a missing item blocks sending");
        hand_in_all(&system, &browser, &id).await;
        declare(&browser, &id).await;
        let sent = browser.post(&format!("{id}/submit"), &[("csrf", &csrf), ("key", &key)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", main_of(&sent));
        let file = row(&system, &id).await;
        assert_eq!((file.applicant_kind.as_str(), file.lang.as_str()), ("company", "nl"));
        assert_eq!(file.municipality.as_deref(), Some("21004"));
        let db = &system.state().db;
        let fees =
            fee::Entity::find().filter(fee::Column::ApplicationId.eq(file.id)).all(db).await.expect("db");
        assert_eq!(fees.len(), 2, "half when filed, half when granted");
        system.stop().await;
    }

    pub async fn mistakes_are_named_and_nothing_is_lost(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = begin(&browser, "detention").await;
        let path = format!("{id}/page/birth");
        for (day, month, year, words) in [
            ("31", "2", "1990", "Indiquez une date qui existe"),
            ("1", "1", "2190", "Indiquez une date dans le passé"),
            ("", "", "", "Indiquez votre date de naissance"),
        ] {
            let fields = [
                ("birth-date-d", day),
                ("birth-date-m", month),
                ("birth-date-y", year),
                ("birth-place", "Gand"),
            ];
            let page = browser.fill(&path, &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.html.matches(words).count() >= 2, "beside the field and in the summary: {words}");
            assert!(page.html.contains("role=\"alert\"") && page.html.contains("href=\"#birth-date-d\""));
            assert!(page.html.contains("value=\"Gand\""));
        }
        // Two tabs: the second to save is told, and shown what the first saved.
        let tab = browser.get(&format!("{id}/page/name")).await;
        answer(&browser, &id, "name", &[("family-name", "Un"), ("given-names", "A")]).await;
        let (csrf, seen) = (tab.hidden("csrf"), tab.hidden("seen"));
        let fields =
            [("csrf", csrf.as_str()), ("seen", seen.as_str()), ("family-name", "Deux"), ("given-names", "B")];
        let late = browser.post(&format!("{id}/page/name"), &fields).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", main_of(&late));
        assert!(late.html.contains("value=\"Deux\""), "what was typed is not lost");
        assert!(late.html.contains("<bdi>Un</bdi>"), "and what was saved is shown: {}", main_of(&late));
        assert!(browser.get(&format!("{id}/page/name")).await.html.contains("value=\"Un\""));
        // Who saves again has seen it, and chooses.
        let (csrf, seen) = (late.hidden("csrf"), late.hidden("seen"));
        let fields =
            [("csrf", csrf.as_str()), ("seen", seen.as_str()), ("family-name", "Deux"), ("given-names", "B")];
        assert_eq!(browser.post(&format!("{id}/page/name"), &fields).await.status, StatusCode::SEE_OTHER);
        assert!(browser.get(&format!("{id}/page/name")).await.html.contains("value=\"Deux\""));
        // A form of another page's token, and none at all.
        let forged =
            browser.post(&format!("{id}/page/name"), &[("csrf", "x"), ("family-name", "Trois")]).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        // The session runs out while somebody writes.
        let page = browser.get(&format!("{id}/page/reason-text")).await;
        let (csrf, seen) = (page.hidden("csrf"), page.hidden("seen"));
        system.state().clock.advance_ms(3_600_000);
        let fields = [("csrf", csrf.as_str()), ("seen", seen.as_str()), ("reason-text", "Un long texte")];
        let lost = browser.post(&format!("{id}/page/reason-text"), &fields).await;
        assert!(
            lost.location.contains("/sign-in?") && lost.location.contains("reason-text"),
            "{}",
            lost.location
        );
        assert!(!lost.html.contains("Un long texte"));
        assert!(browser.get(&format!("{id}/page/reason-text")).await.location.contains("/sign-in?"));
        let again = Browser::sign_in(&system, 0, "fr").await;
        assert!(again.get(&format!("{id}/page/reason-text")).await.html.contains("Un long texte"));
        // Declarations of an earlier session are asked again.
        declare(&again, &id).await;
        assert!(again.get(&format!("{id}/page/declarations")).await.html.contains("checked"));
        let later = Browser::sign_in(&system, 0, "fr").await;
        assert!(!later.get(&format!("{id}/page/declarations")).await.html.contains("checked"));
        // A draft that is given up leaves nothing behind.
        assert_eq!(later.fill(&format!("{id}/withdraw"), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(later.get(&format!("{id}/")).await.status, StatusCode::NOT_FOUND);
        system.stop().await;
    }

    pub async fn bad_files_are_refused(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = begin(&browser, "detention").await;
        let path = format!("{id}/document/criminal-record/-");
        let [d, m, y] = ago(&system, 10);
        let dated = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
        for (name, content, words) in [
            ("extrait.pdf", b"MZ\x90\0\x03\0\0\0a program".as_slice(), "ne correspond pas au nom"),
            ("extrait.docx", b"PK\x03\x04aaaaaaaa", "Envoyez un PDF ou une photo"),
            ("extrait.pdf", b"%PDF-1.7\ntrailer << /Encrypt 2 0 R >>\n%%EOF", "mot de passe"),
            ("extrait.pdf", b"%PDF-1.7\n1 0 obj", "incomplet"),
            ("photo.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", "incomplet"),
            ("vide.pdf", b"", "vide"),
        ] {
            let page = browser.upload(&path, &dated, name, content).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(
                page.html.contains(words) && page.html.contains("href=\"#files\""),
                "{words}: {}",
                main_of(&page)
            );
        }
        let future = ago(&system, -5);
        let dated_later = [("dated-d", future[0].as_str()), ("dated-m", &future[1]), ("dated-y", &future[2])];
        let page = browser.upload(&path, &dated_later, "a.pdf", PDF).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let db = &system.state().db;
        assert!(document::Entity::find().all(db).await.expect("db").is_empty(), "nothing of it stays");
        // One that is too old is taken, told at once, and blocks the sending.
        let old = ago(&system, 120);
        let dated_old = [("dated-d", old[0].as_str()), ("dated-m", &old[1]), ("dated-y", &old[2])];
        assert_eq!(browser.upload(&path, &dated_old, "a.pdf", PDF).await.status, StatusCode::SEE_OTHER);
        assert!(browser.get(&path).await.html.contains("Ce document sera trop ancien"));
        assert!(browser.get(&format!("{id}/check")).await.html.contains("trop ancien"));
        let kept = document::Entity::find().one(db).await.expect("db").expect("row");
        let folder = system.state().config.vault_dir();
        let sealed = folder.join(&kept.vault_key[kept.vault_key.len() - 2..]).join(&kept.vault_key);
        let bytes = std::fs::read(sealed).expect("file");
        assert!(!bytes.windows(5).any(|w| w == b"%PDF-"), "sealed at rest");
        let page = browser.get(&format!("{id}/file/{}", kept.id)).await;
        assert_eq!((page.status, page.html.as_bytes()), (StatusCode::OK, PDF));
        system.stop().await;
    }

    pub async fn a_stranger_learns_nothing(engine: Engine) {
        let system = System::start(engine).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let id = begin(&owner, "detention").await;
        hand_in(&system, &owner, &id, "criminal-record", "-").await;
        let paper = document::Entity::find().one(&system.state().db).await.expect("db").expect("row").id;
        let stranger = Browser::sign_in(&system, 1, "fr").await;
        let csrf = stranger.get("").await.hidden("csrf");
        for path in [
            "",
            "/",
            "/page/name",
            "/page/weapons-wanted/row/new",
            "/document/criminal-record/-",
            "/check",
            "/fee/filing",
            "/withdraw",
            &format!("/file/{paper}"),
            &format!("/notice/{paper}"),
        ] {
            let page = stranger.get(&format!("{id}{path}")).await;
            let nowhere = stranger.get(&format!("{}{path}", uuid::Uuid::now_v7())).await;
            assert_eq!(
                (page.status, nowhere.status),
                (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND),
                "{path}"
            );
        }
        crate::permits_company::tell::is_unknown(&stranger, &id).await;
        for path in ["/page/name", "/submit", "/withdraw", &format!("/file/{paper}/remove")] {
            let page = stranger.post(&format!("{id}{path}"), &[("csrf", &csrf)]).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        }
        let nobody =
            system.http.get(format!("{}/fr/permits/apply/{id}/", system.base)).send().await.expect("answer");
        assert_eq!(nobody.status(), StatusCode::SEE_OTHER, "to the sign-in, whatever the address");
        system.stop().await;
    }

    async fn record(system: &System, desk: &Desk, path: &str, answer: &str, scan: &[u8]) -> StatusCode {
        let head = |name: &str| format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"");
        let text = |name: &str, value: &str| format!("{}\r\n\r\n{value}\r\n", head(name));
        let mut body = (text("csrf", &desk.csrf) + &text("answer", answer)).into_bytes();
        body.extend(format!("{}; filename=\"formulaire.pdf\"\r\n\r\n", head("file")).into_bytes());
        body.extend_from_slice(scan);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        let request = system.http.post(format!("{}{path}", system.base)).header("cookie", &desk.cookie);
        let request = request.header("content-type", "multipart/form-data; boundary=edge").body(body);
        request.send().await.expect("answer").status()
    }

    pub async fn an_answer_on_paper_is_recorded_by_the_office(engine: Engine) {
        let system = System::start(engine).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let id = shooter(&system, &owner, "some").await;
        let check = owner.get(&format!("{id}/check")).await;
        let (csrf, key) = (check.hidden("csrf"), check.hidden("key"));
        let sent = owner.post(&format!("{id}/submit"), &[("csrf", &csrf), ("key", &key)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        let clerk = system.desk("clerk@example.org", &[Role::WeaponsClerk]).await;
        let jurist = system.desk("jurist@example.org", &[Role::Legal]).await;
        let db = &system.state().db;
        let asked = consent::Entity::find().one(db).await.expect("db").expect("row");
        let path = format!("/office/permits/{id}/consents/{}", asked.id);
        assert_eq!(system.office(&jurist, &path).await.status(), StatusCode::FORBIDDEN);
        let page = system.office(&clerk, &path).await.text().await.expect("text");
        assert!(page.contains("VOORBEELD") && !page.contains("[office"), "{page}");
        assert_eq!(record(&system, &jurist, &path, "no", PDF).await, StatusCode::FORBIDDEN);
        assert_eq!(record(&system, &clerk, &path, "", PDF).await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(record(&system, &clerk, &path, "no", b"MZ\x90").await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(record(&system, &clerk, &path, "no", PDF).await, StatusCode::SEE_OTHER);
        let row = consent::Entity::find().one(db).await.expect("db").expect("row");
        assert_eq!((row.state.as_str(), row.paper_document_id.is_some()), ("refused", true));
        assert_eq!(record(&system, &clerk, &path, "yes", PDF).await, StatusCode::CONFLICT, "once");
        // The scan is the office's; the applicant reads that everybody answered, never what.
        let scan = document::Entity::find_by_id(row.paper_document_id.expect("scan"));
        let scan = scan.one(db).await.expect("db").expect("scan");
        assert_eq!((scan.uploaded_by.as_str(), scan.applicant_sees), ("office", 0));
        assert_eq!(owner.get(&format!("{id}/file/{}", scan.id)).await.status, StatusCode::NOT_FOUND);
        let status = owner.get(&format!("{id}/")).await.html;
        assert!(status.contains("1 sur 1") && !status.contains("formulaire.pdf"));
        let told = mail::Entity::find().filter(mail::Column::Notification.eq("consent-complete"));
        assert_eq!(told.all(db).await.expect("db").len(), 1);
        system.stop().await;
    }

    pub async fn a_cohabitant_answers(engine: Engine) {
        let system = System::start(engine).await;
        let owner = Browser::sign_in(&system, 0, "fr").await;
        let id = shooter(&system, &owner, "some").await;
        let check = owner.get(&format!("{id}/check")).await;
        let (csrf, key) = (check.hidden("csrf"), check.hidden("key"));
        let sent = owner.post(&format!("{id}/submit"), &[("csrf", &csrf), ("key", &key)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", main_of(&sent));
        let db = &system.state().db;
        safe_api::permit::job::run(system.state()).await;
        let token = invitation(&system);
        let path = format!("consent/{token}");
        let other = Browser::sign_in(&system, 2, "fr").await;
        let words = "destinée à une autre personne";
        assert!(owner.get(&path).await.html.contains(words), "not the applicant");
        assert!(other.get(&path).await.html.contains(words), "not somebody who found the mail");
        let csrf = other.get(&path).await.hidden("csrf");
        let refused = other.post(&path, &[("csrf", &csrf), ("answer", "yes")]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        let asked = Browser::sign_in(&system, 1, "fr").await;
        let empty = asked.fill(&path, &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(asked.fill(&path, &[("answer", "no")]).await.status, StatusCode::SEE_OTHER);
        let row = consent::Entity::find().one(db).await.expect("db").expect("row");
        assert_eq!(row.state, "refused");
        let csrf = asked.get(&path).await.hidden("csrf");
        asked.post(&path, &[("csrf", &csrf), ("answer", "yes")]).await;
        let row = consent::Entity::find().one(db).await.expect("db").expect("row");
        assert_eq!(row.state, "refused", "answered once");
        // The applicant sees that everybody answered, never what.
        let status = owner.get(&format!("{id}/")).await.html;
        assert!(
            status.contains("Réponses reçues\u{a0}: 1 sur 1")
                && !status.to_lowercase().contains("refusé par")
        );
        system.stop().await;
    }

    /// The token in the mail of the outbox.
    fn invitation(system: &System) -> String {
        use safe_tests::mail::body_of;
        std::fs::read_dir(system.state().config.mail_dir())
            .expect("outbox")
            .map(|entry| std::fs::read_to_string(entry.expect("entry").path()).expect("mail"))
            .map(|mail| body_of(&mail))
            .find_map(|body| {
                assert!(!body.contains("Camille") && !body.contains("9 mm"), "{body}");
                body.split("/consent/")
                    .nth(1)
                    .map(|rest| rest.split_whitespace().next().unwrap_or_default().to_owned())
            })
            .expect("an invitation")
    }
}
