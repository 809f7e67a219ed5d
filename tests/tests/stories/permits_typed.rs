//! Nothing that somebody typed is lost: neither when their session runs out, nor when another
//! tab was faster, nor by a second click.

story!(a_session_that_runs_out_loses_nothing);
story!(an_answer_to_the_office_is_not_overwritten);
story!(a_second_click_changes_nothing);

mod tell {
    use reqwest::StatusCode;
    use safe_api::permit::desk;
    use safe_api::permit::entity::{answer as answers, application, document, mail};
    use safe_tests::citizen::{Browser, Page, parts};
    use safe_tests::{Engine, System};
    use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::{PDF, ago, begin, filed, main_of};
    use crate::steps::desk::{Three, open, refusal};

    const HOUR_MS: i64 = 3_600_000;
    const WEAPON: [(&str, &str); 4] =
        [("nature", "handgun"), ("calibre", "9 mm"), ("with-ammunition", "yes"), ("acquired", "belgium")];

    /// A form as it stood on a page, with other fields in it.
    fn form<'f>(page: &'f [String; 3], fields: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
        let [csrf, seen, key] = page;
        let own = [("csrf", csrf.as_str()), ("seen", seen), ("key", key)];
        own.into_iter().chain(fields.iter().copied()).collect()
    }

    fn hidden(page: &Page) -> [String; 3] {
        ["csrf", "seen", "key"].map(|name| page.hidden(name))
    }

    /// Where a sign-in leads from here.
    fn back(page: &Page) -> &str {
        assert!(page.location.contains("/sign-in?note=ended"), "{} {}", page.status, page.location);
        page.location.split("&to=").nth(1).expect("a page")
    }

    pub async fn a_session_that_runs_out_loses_nothing(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id = begin(&browser, "detention").await;
        let place = format!("{id}/page/weapons-wanted/row/new");
        let page = hidden(&browser.get(&place).await);
        let check = hidden(&browser.get(&format!("{id}/check")).await);
        state.clock.advance_ms(HOUR_MS);

        // A row that is wrong waits on its page; one that is right is in the list.
        let wrong = browser.post(&place, &form(&page, &[("calibre", "7,65 mm Browning")])).await;
        let waits = back(&wrong).to_owned();
        assert!(waits.ends_with(&place), "{waits}");
        let sent = browser.post(&format!("{id}/submit"), &form(&check, &[])).await;
        let to_check = back(&sent).to_owned();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        assert_eq!(browser.get(&to_check).await.status, StatusCode::OK, "{to_check}");
        let again = browser.get(&waits).await;
        assert!(again.html.contains("7,65 mm Browning"), "{}", main_of(&again));
        let other = Browser::sign_in(&system, 1, "fr").await;
        assert_eq!(other.get(&waits).await.status, StatusCode::NOT_FOUND, "nobody else's");
        let page = hidden(&again);
        state.clock.advance_ms(HOUR_MS);
        let right = browser.post(&place, &form(&page, &WEAPON)).await;
        let list = back(&right).to_owned();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let list = browser.get(&list).await;
        assert!(list.html.contains("9 mm"), "{}", main_of(&list));
        let fresh = browser.get(&place).await;
        assert!(!fresh.html.contains("7,65 mm Browning"), "what was taken does not wait any more");

        // The buttons without a page of their own lead back to one.
        let remove = list.html.split("/remove\"").next().and_then(|html| html.rsplit('"').next());
        let remove = format!("{}/remove", remove.expect("a button"));
        let page = hidden(&list);
        state.clock.advance_ms(HOUR_MS);
        let removed = browser.post(&remove, &form(&page, &[])).await;
        let to = back(&removed).to_owned();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        assert_eq!(browser.get(&to).await.status, StatusCode::OK, "{to}");
        let out = hidden(&browser.get("").await);
        state.clock.advance_ms(HOUR_MS);
        let left = browser.post("sign-out", &form(&out, &[])).await;
        assert!(left.location.ends_with("/sign-in?note=left"), "who leaves late is out: {}", left.location);
        system.stop().await;
    }

    /// A file in which the office asks for something; the path of the question.
    async fn asked(system: &System, three: &Three, id: Uuid) -> String {
        let state = system.state();
        let case = open(system, &three.clerk, id).await;
        desk::assign(state, &three.clerk, &case).await.expect("assigned");
        let case = open(system, &three.clerk, id).await;
        desk::items(state, &three.clerk, &case, "Il manque l’attestation.").await.expect("asked");
        let case = open(system, &three.clerk, id).await;
        format!("{id}/notice/{}", case.notices[0].0.id)
    }

    pub async fn an_answer_to_the_office_is_not_overwritten(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let three = Three::of(&system).await;
        let id = filed(&system, &browser).await;
        let path = asked(&system, &three, id).await;
        let written = async || open(&system, &three.clerk, id).await.notices[0].2.clone().unwrap_or_default();
        let old_tab = hidden(&browser.get(&path).await);
        let said = browser.upload_all(&path, &[("answer", "Ma défense.")], &[]).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", main_of(&said));
        let told = mail::Entity::find().filter(mail::Column::Notification.eq("missing-items-received"));
        assert_eq!(told.clone().count(&state.db).await.expect("db"), 1, "it has come");

        // An older tab that only adds a file leaves the words alone.
        let send = async |browser: &Browser<'_>, page: &[String; 3], text: &str, files: &[(&str, &[u8])]| {
            let fields = [("seen", page[1].as_str()), ("answer", text)];
            browser.send_files(&path, &parts(&page[0], &fields, files)).await
        };
        let added = send(&browser, &old_tab, "", &[("a.pdf", PDF)]).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", main_of(&added));
        assert_eq!(written().await, "Ma défense.");
        // One with other words is shown both, and chooses.
        let late = send(&browser, &old_tab, "Autre chose.", &[]).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", main_of(&late));
        assert!(late.html.contains("Autre chose.") && late.html.contains("<bdi>Ma défense.</bdi>"));
        assert_eq!(written().await, "Ma défense.");
        let chosen = send(&browser, &hidden(&late), "Autre chose.", &[]).await;
        assert_eq!(chosen.status, StatusCode::SEE_OTHER);
        assert_eq!(written().await, "Autre chose.");
        assert_eq!(told.count(&state.db).await.expect("db"), 1, "told once");

        // The session runs out while somebody writes: the office has the words all the same.
        let page = hidden(&browser.get(&path).await);
        state.clock.advance_ms(HOUR_MS);
        let late = send(&browser, &page, "Encore ceci.", &[]).await;
        assert!(back(&late).ends_with(&path), "{}", late.location);
        assert_eq!(written().await, "Encore ceci.");

        // The reasons of an appeal wait for the person, and for nobody else.
        let case = open(&system, &three.clerk, id).await;
        desk::close_notice(state, &three.clerk, &case).await.expect("closed");
        let case = open(&system, &three.clerk, id).await;
        desk::admissible(state, &three.clerk, &case, true, "").await.expect("examined");
        crate::steps::desk::ask_police(&system, &three.clerk, id).await;
        three.hear(&system, id).await;
        three.decide(&system, id, "refuse", refusal()).await;
        three.issue(&system, id).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let path = format!("{id}/appeal");
        let page = hidden(&browser.get(&path).await);
        state.clock.advance_ms(HOUR_MS);
        let late = browser.post(&path, &form(&page, &[("reasons", "Le coffre est fixé.")])).await;
        let to = back(&late).to_owned();
        let browser = Browser::sign_in(&system, 0, "fr").await;
        assert!(browser.get(&to).await.html.contains("Le coffre est fixé."));
        let pages = answers::Entity::find().filter(answers::Column::ApplicationId.eq(id));
        let pages = pages.all(&state.db).await.expect("db");
        assert!(pages.iter().all(|page| page.page != "appeal"), "it is no answer that the office reads");
        state.clock.advance_ms(30 * HOUR_MS);
        safe_api::permit::job::run(state).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        assert!(!browser.get(&to).await.html.contains("Le coffre est fixé."), "for a day");
        system.stop().await;
    }

    async fn rows_of(browser: &Browser<'_>, id: &str) -> usize {
        browser.get(&format!("{id}/page/weapons-wanted")).await.html.matches("/remove\"").count()
    }

    pub async fn a_second_click_changes_nothing(engine: Engine) {
        let system = System::at_noon(engine).await;
        let db = &system.state().db;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let start = hidden(&browser.get("new/detention").await);
        let fields = form(&start, &[("case-language", "fr")]);
        let (one, two) =
            tokio::join!(browser.post("new/detention", &fields), browser.post("new/detention", &fields));
        assert_eq!(one.location, two.location, "one file");
        let id = one.location.trim_end_matches('/').rsplit('/').next().expect("id").to_owned();
        assert_eq!(application::Entity::find().count(db).await.expect("db"), 1);

        let place = format!("{id}/page/name");
        let page = hidden(&browser.get(&place).await);
        let fields = form(&page, &[("family-name", "Exemple"), ("given-names", "Camille")]);
        let (one, two) = tokio::join!(browser.post(&place, &fields), browser.post(&place, &fields));
        assert_eq!((one.status, two.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));

        // A file that is touched is another one than the next that is begun.
        let other = begin(&browser, "detention").await;
        assert_ne!(other, id);

        let place = format!("{id}/page/weapons-wanted/row/new");
        let page = hidden(&browser.get(&place).await);
        let fields = form(&page, &WEAPON);
        let (one, two) = tokio::join!(browser.post(&place, &fields), browser.post(&place, &fields));
        assert_eq!((one.status, two.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
        assert_eq!(rows_of(&browser, &id).await, 1);
        // Another weapon from a tab that was opened before is not lost, and not written over.
        let mut second = WEAPON;
        second[1].1 = ".22 LR";
        let late = browser.post(&place, &form(&page, &second)).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", main_of(&late));
        assert!(late.html.contains("value=\".22 LR\""), "{}", main_of(&late));
        let kept = browser.post(&place, &form(&hidden(&late), &second)).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", main_of(&kept));
        assert_eq!(rows_of(&browser, &id).await, 2);

        let place = format!("{id}/document/criminal-record/-");
        let [d, m, y] = ago(&system, 10);
        let dated = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
        for _ in 0..2 {
            let page = browser.upload(&place, &dated, "a.pdf", PDF).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", main_of(&page));
        }
        let [d, m, y] = ago(&system, 20);
        let later = [("dated-d", d.as_str()), ("dated-m", &m), ("dated-y", &y)];
        assert_eq!(browser.upload(&place, &later, "a.pdf", PDF).await.status, StatusCode::SEE_OTHER);
        let papers = document::Entity::find().all(db).await.expect("db");
        assert_eq!(papers.len(), 1, "the same bytes are the same paper");
        assert_eq!(papers[0].dated_on, Some(format!("{y}-{m:0>2}-{d:0>2}")), "with the date last written");
        system.stop().await;
    }
}
