//! Five years after the grant: the control of a permit from the invitation to what follows,
//! and declarations, which end without a decision.

story!(a_control_goes_the_whole_way);
story!(a_control_that_is_not_in_order_opens_the_permit);
story!(a_declaration_is_taken_note_of);

mod tell {
    use reqwest::StatusCode;
    use safe_api::account::Role;
    use safe_api::permit::desk::{self, record, task};
    use safe_api::permit::entity::{application, control, grant, mail};
    use safe_api::permit::job;
    use safe_tests::citizen::{Browser, Page};
    use safe_tests::{Desk, Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use uuid::Uuid;

    use crate::steps::applicant::{ago, answer, declare, filed, hand_in_all, main_of, submit};
    use crate::steps::desk::{Three, ask_police, grant as given, open, pay, refusal, refused, state_of};

    const DAY_MS: i64 = 86_400_000;

    async fn permit(system: &System) -> grant::Model {
        grant::Entity::find().one(&system.state().db).await.expect("db").expect("permit")
    }

    async fn only_control(system: &System) -> control::Model {
        control::Entity::find().one(&system.state().db).await.expect("db").expect("control")
    }

    async fn mails(system: &System, notification: &str) -> usize {
        let find = mail::Entity::find().filter(mail::Column::Notification.eq(notification));
        find.all(&system.state().db).await.expect("db").len()
    }

    /// A shooter whose permit was issued and whose weapon was acquired.
    async fn holder<'s>(system: &'s System, three: &Three) -> (Browser<'s>, Uuid) {
        let browser = Browser::sign_in(system, 0, "fr").await;
        let id = filed(system, &browser).await;
        three.examine(system, id, true).await;
        ask_police(system, &three.clerk, id).await;
        three.decide(system, id, "grant", given()).await;
        pay(system, id).await;
        three.issue(system, id).await;
        let [d, m, y] = ago(system, 0);
        let today = [("on-d", d.as_str()), ("on-m", &m), ("on-y", &y), ("serial", "AB 12345")];
        let path = format!("permit/{}", permit(system).await.id);
        assert_eq!(browser.fill(&path, &today).await.status, StatusCode::SEE_OTHER);
        (browser, id)
    }

    /// Five years pass, and the holder signs in again.
    async fn five_years_later(system: &System) -> Browser<'_> {
        system.state().clock.advance_ms((5 * 365 + 3) * DAY_MS);
        job::run(system.state()).await;
        Browser::sign_in(system, 0, "fr").await
    }

    async fn begin(holder: &Browser<'_>, permit: Uuid) -> String {
        let path = format!("new/periodic-control?permit={permit}");
        let named =
            |page: &Page| page.location.trim_end_matches('/').rsplit('/').next().expect("id").to_owned();
        let page = holder.get(&path).await;
        if page.status == StatusCode::SEE_OTHER {
            return named(&page);
        }
        let csrf = page.hidden("csrf");
        let permit = permit.to_string();
        let fields = [("csrf", csrf.as_str()), ("case-language", "fr"), ("permit", permit.as_str())];
        let begun = holder.post("new/periodic-control", &fields).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", main_of(&begun));
        named(&begun)
    }

    async fn send(system: &System, holder: &Browser<'_>, id: &str, state: &[(&str, &str)]) {
        answer(holder, id, "control-state", state).await;
        hand_in_all(system, holder, id).await;
        declare(holder, id).await;
        submit(holder, id).await;
    }

    const SAME: [(&str, &str); 2] = [("still-held", "all"), ("reason-still", "same")];

    async fn office(system: &System, desk: &Desk, path: &str) -> String {
        let page = system.office(desk, path).await;
        assert_eq!(page.status(), StatusCode::OK, "{path}");
        page.text().await.expect("text")
    }

    pub async fn a_control_goes_the_whole_way(engine: Engine) {
        let system = System::at_noon(engine).await;
        let three = Three::of(&system).await;
        let (_, file) = holder(&system, &three).await;
        let id = permit(&system).await.id;

        // Nobody is controlled before the day of the row.
        let early = Browser::sign_in(&system, 0, "fr").await;
        let page = early.get(&format!("new/periodic-control?permit={id}")).await;
        assert!(page.location.ends_with(&format!("/permit/{id}")), "{}", page.location);

        let holder = five_years_later(&system).await;
        assert_eq!(only_control(&system).await.state, "invited");
        let desk = system.desk("reader@example.org", &[Role::Legal]).await;
        let number = permit(&system).await.number;
        assert!(office(&system, &desk, "/office/permits-controls").await.contains(&number));
        assert!(!office(&system, &desk, "/office/permits-controls?list=answered").await.contains(&number));
        // Who does not know which permit is meant is led to it.
        let page = holder.get("new/periodic-control").await;
        assert!(page.location.ends_with(&format!("?permit={id}")), "{}", page.location);

        let own = begin(&holder, id).await;
        assert_eq!(begin(&holder, id).await, own, "begun once, gone on with after that");
        answer(&holder, &own, "control-state", &SAME).await;
        let reasons = holder.get(&format!("{own}/page/control-reason")).await.html;
        let sport = reasons.split("value=\"sport-shooting\"").nth(1).expect("the reasons");
        assert!(sport.split('>').next().expect("tag").contains("checked"), "known from the permit");
        let check = holder.get(&format!("{own}/check")).await.html;
        for document in ["control-proof", "regular-shooter"] {
            assert!(check.contains(&format!("/document/{document}/")), "{document} is asked for");
        }
        // A weapon that is gone has to be told about.
        let gone = [("still-held", "none"), ("reason-still", "heritage"), ("handed-over", "")];
        let page = holder.fill(&format!("{own}/page/control-state"), &gone).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.html.contains("href=\"#handed-over\""), "{}", main_of(&page));
        send(&system, &holder, &own, &SAME).await;
        assert_eq!(only_control(&system).await.state, "answered");
        assert!(office(&system, &desk, "/office/permits-controls?list=answered").await.contains(&number));

        // Taken back before it was judged: the control waits again, with its own last day.
        assert_eq!(holder.fill(&format!("{own}/withdraw"), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(only_control(&system).await.state, "invited");
        let again = begin(&holder, id).await;
        assert_ne!(again, own);
        send(&system, &holder, &again, &SAME).await;
        judged_in_order(&system, &three, again.parse().expect("id")).await;

        assert!(office(&system, &desk, "/office/permits-controls?list=judged").await.contains(&number));
        let page = holder.get(&format!("permit/{id}")).await.html;
        assert!(page.contains("En ordre, examiné le"), "{page}");
        assert_eq!(state_of(&system, file).await, "granted", "the permit is as it was");
        system.stop().await;
    }

    async fn judged_in_order(system: &System, three: &Three, id: Uuid) {
        let state = system.state();
        let case = open(system, &three.clerk, id).await;
        desk::assign(state, &three.clerk, &case).await.expect("assigned");
        let case = open(system, &three.clerk, id).await;
        assert_eq!(refused(record::judge(state, &three.jurist, &case, true, "").await), "role");
        for other in [
            desk::admissible(state, &three.clerk, &case, true, "").await,
            record::take_note(state, &three.clerk, &case).await,
        ] {
            assert_eq!(refused(other), "permit-ends-otherwise", "a control is judged");
        }
        let mute = record::judge(state, &three.clerk, &case, false, " ").await;
        assert_eq!(refused(mute), "required");
        record::judge(state, &three.clerk, &case, true, "").await.expect("judged");
        assert_eq!(state_of(system, id).await, "recorded");
        assert_eq!(mails(system, "control-judged").await, 1);
        let row = only_control(system).await;
        assert_eq!(row.verdict.as_deref(), Some("in-order"));
        let stale = record::judge(state, &three.clerk, &case, true, "").await;
        assert_eq!(refused(stale), "permit-changed-meanwhile");
        let otherwise = control::Entity::update_many()
            .col_expr(control::Column::Verdict, Expr::value(Some("not-in-order".to_owned())))
            .filter(control::Column::Id.eq(row.id))
            .exec(&state.db)
            .await;
        assert!(otherwise.is_err(), "the engine keeps what was judged");
    }

    pub async fn a_control_that_is_not_in_order_opens_the_permit(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let three = Three::of(&system).await;
        let (_, file) = holder(&system, &three).await;
        let id = permit(&system).await.id;
        let holder = five_years_later(&system).await;
        let own = begin(&holder, id).await;
        let gone = [
            ("still-held", "some"),
            ("reason-still", "same"),
            ("handed-over", "En mars, à un armurier d’Ixelles."),
        ];
        send(&system, &holder, &own, &gone).await;
        let own: Uuid = own.parse().expect("id");
        let case = open(&system, &three.clerk, own).await;
        desk::assign(state, &three.clerk, &case).await.expect("assigned");
        let case = open(&system, &three.clerk, own).await;
        let why = "Aucune preuve de cession.";
        record::judge(state, &three.clerk, &case, false, why).await.expect("judged");
        assert_eq!(only_control(&system).await.verdict.as_deref(), Some("not-in-order"));
        // Nothing is decided: the file of the permit is open, its holder is heard first.
        assert_eq!(state_of(&system, file).await, "drafting");
        assert_eq!(permit(&system).await.state, "active");
        let page = holder.get(&format!("{own}/")).await.html;
        assert!(page.contains("Rien n’est décidé") && !page.contains(why), "{page}");
        // The mark says the same, here and in the list; the permit is a click away.
        let mark = "<span class=\"tag tag--warn\">Le service a des questions</span>";
        assert!(page.contains(mark) && page.contains(&format!("/apply/permit/{id}\"")), "{page}");
        let list = holder.get("").await.html;
        let card = list.split("<li class=\"card\">").find(|card| card.contains(&format!("/{own}/\"")));
        assert!(card.is_some_and(|card| card.contains(mark)), "{list}");
        three.hear(&system, file).await;
        three.decide(&system, file, "suspend", refusal()).await;
        three.issue(&system, file).await;
        assert_eq!(permit(&system).await.state, "suspended");
        assert!(safe_api::audit::verify(&state.db).await.expect("db").is_ok(), "the chain is whole");
        system.stop().await;
    }

    pub async fn a_declaration_is_taken_note_of(engine: Engine) {
        let system = System::at_noon(engine).await;
        let state = system.state();
        let three = Three::of(&system).await;
        let (holder, _) = holder(&system, &three).await;
        let permit = permit(&system).await.id.to_string();
        let path = format!("new/change-of-data?permit={permit}");
        let csrf = holder.get(&path).await.hidden("csrf");
        let fields = [("csrf", csrf.as_str()), ("case-language", "fr"), ("permit", permit.as_str())];
        let begun = holder.post("new/change-of-data", &fields).await;
        let id = begun.location.trim_end_matches('/').rsplit('/').next().expect("id").to_owned();
        let [d, m, y] = ago(&system, 3);
        let change = [
            ("change-kinds", "weapon"),
            ("changed-on-d", d.as_str()),
            ("changed-on-m", m.as_str()),
            ("changed-on-y", y.as_str()),
        ];
        answer(&holder, &id, "change-what", &change).await;
        declare(&holder, &id).await;
        submit(&holder, &id).await;
        let own: Uuid = id.parse().expect("id");
        let case = open(&system, &three.clerk, own).await;
        desk::assign(state, &three.clerk, &case).await.expect("assigned");
        let case = open(&system, &three.clerk, own).await;
        let judged = record::judge(state, &three.clerk, &case, true, "").await;
        assert_eq!(refused(judged), "permit-ends-otherwise", "no control");
        assert_eq!(refused(record::take_note(state, &three.official, &case).await), "role");
        record::take_note(state, &three.clerk, &case).await.expect("noted");
        assert_eq!(state_of(&system, own).await, "recorded");
        assert_eq!(mails(&system, "recorded").await, 1);
        let (tasks, _) = task::list(state, false, None).await.expect("tasks");
        assert!(!tasks.iter().any(|one| one.row.kind == "register-report"), "the row asks for none");
        let page = holder.get(&format!("{id}/")).await.html;
        assert!(page.contains("Enregistré") && page.contains("Vous ne devez plus rien faire"), "{page}");
        // A declaration that the Central Weapons Register has to know becomes a task.
        let other = registered(&system, &three, &holder).await;
        let (tasks, _) = task::list(state, false, None).await.expect("tasks");
        assert!(
            tasks
                .iter()
                .any(|one| one.row.kind == "register-report" && one.row.application_id == Some(other))
        );
        system.stop().await;
    }

    /// The same with a procedure whose row wants the register told.
    async fn registered(system: &System, three: &Three, holder: &Browser<'_>) -> Uuid {
        let state = system.state();
        let id = filed(system, holder).await;
        application::Entity::update_many()
            .col_expr(application::Column::Procedure, Expr::value("deactivated".to_owned()))
            .filter(application::Column::Id.eq(id))
            .exec(&state.db)
            .await
            .expect("another procedure");
        let case = open(system, &three.clerk, id).await;
        desk::assign(state, &three.clerk, &case).await.expect("assigned");
        let case = open(system, &three.clerk, id).await;
        record::take_note(state, &three.clerk, &case).await.expect("noted");
        id
    }
}
