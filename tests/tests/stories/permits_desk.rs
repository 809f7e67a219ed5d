//! The office handles a file: three persons decide, and nobody is refused unheard or
//! granted unpaid.

story!(three_persons_decide);
story!(a_refusal_needs_a_hearing_and_an_extension_comes_once);

pub(crate) mod tell {
    use safe_api::account::{Person, Role, manage};
    use safe_api::error::{Error, Result};
    use safe_api::permit::desk::advice::{self, Ask};
    use safe_api::permit::desk::{self, Case, Drafted};
    use safe_api::permit::entity::{application, fee, notice};
    use safe_tests::citizen::Browser;
    use safe_tests::{Engine, System};
    use sea_orm::sea_query::Expr;
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    use uuid::Uuid;

    use crate::permits_apply::tell::sent;

    /// A member of staff.
    pub(crate) async fn staff(system: &System, name: &str, roles: &[Role]) -> Person {
        let state = system.state();
        let email = format!("{name}@example.org");
        let now_ms = state.clock.now_ms();
        let issued = manage::add(state, &email, Some(name), roles, None, now_ms).await.expect("account");
        Person::from(&issued.account)
    }

    /// The file as it stands now.
    pub(crate) async fn open(system: &System, person: &Person, id: Uuid) -> Case {
        Case::open(system.state(), person, id, "story").await.expect("the file")
    }

    /// The rule that a step was refused for.
    pub(crate) fn refused<T>(result: Result<T>) -> String {
        match result {
            Err(Error::Conflict(rule) | Error::Forbidden(rule)) => rule.to_owned(),
            Err(Error::Invalid(faults)) => faults[0].code.clone(),
            Err(other) => panic!("{other:?}"),
            Ok(_) => "accepted".to_owned(),
        }
    }

    pub(crate) fn grant() -> Drafted {
        Drafted {
            subject: "arme de poing, 9 mm".to_owned(),
            reasons: "Le motif légitime est établi.".to_owned(),
            ..Drafted::default()
        }
    }

    pub(crate) fn refusal() -> Drafted {
        Drafted {
            refusals: vec!["storage".to_owned(), "public-order".to_owned()],
            reasons: "Le coffre n’est pas fixé.".to_owned(),
            ..Drafted::default()
        }
    }

    /// Asks the local police, as the law wants it before a permit.
    pub(crate) async fn ask_police(system: &System, clerk: &Person, id: Uuid) -> Uuid {
        staff(system, "police", &[Role::Adviser]).await;
        let case = open(system, clerk, id).await;
        let ask = Ask {
            advice: "detention-local-police".to_owned(),
            place: "residence".to_owned(),
            adviser: "police@example.org".to_owned(),
            text: "Votre avis sur la conservation, s’il vous plaît.".to_owned(),
            pages: vec!["storage".to_owned()],
            papers: case.papers.first().map(|paper| paper.row.id).into_iter().collect(),
        };
        advice::ask(system.state(), clerk, &case, &ask).await.expect("asked")
    }

    pub(crate) async fn state_of(system: &System, id: Uuid) -> String {
        let row = application::Entity::find_by_id(id).one(&system.state().db).await.expect("db");
        row.expect("file").state
    }

    /// The fee is confirmed and paid.
    pub(crate) async fn pay(system: &System, id: Uuid) {
        let cents = Expr::value(12_770_i64);
        fee::Entity::update_many()
            .col_expr(fee::Column::AmountCents, Expr::value(Some(12_770_i64)))
            .col_expr(fee::Column::State, Expr::value("paid".to_owned()))
            .col_expr(fee::Column::PaidCents, cents)
            .col_expr(fee::Column::PaidOn, Expr::value(Some("2026-11-21".to_owned())))
            .filter(fee::Column::ApplicationId.eq(id))
            .exec(&system.state().db)
            .await
            .expect("paid");
    }

    /// The last day of every notice has passed.
    pub(crate) async fn time_passes(system: &System, id: Uuid) {
        notice::Entity::update_many()
            .col_expr(notice::Column::DueOn, Expr::value("2020-01-01".to_owned()))
            .filter(notice::Column::ApplicationId.eq(id))
            .filter(notice::Column::State.eq("open"))
            .exec(&system.state().db)
            .await
            .expect("time passes");
    }

    /// The three persons of a decision.
    pub(crate) struct Three {
        pub clerk: Person,
        pub jurist: Person,
        pub official: Person,
    }

    impl Three {
        pub(crate) async fn of(system: &System) -> Self {
            Self {
                clerk: staff(system, "clerk", &[Role::WeaponsClerk]).await,
                jurist: staff(system, "jurist", &[Role::Legal]).await,
                official: staff(system, "official", &[Role::HighOfficial]).await,
            }
        }

        /// Takes a new file up and finds it admissible or not.
        pub(crate) async fn examine(&self, system: &System, id: Uuid, yes: bool) {
            let case = open(system, &self.clerk, id).await;
            desk::assign(system.state(), &self.clerk, &case).await.expect("assigned");
            let case = open(system, &self.clerk, id).await;
            let why = if yes { "" } else { "Aucun motif." };
            desk::admissible(system.state(), &self.clerk, &case, yes, why).await.expect("examined");
        }

        /// Hears the applicant, who does not answer.
        pub(crate) async fn hear(&self, system: &System, id: Uuid) {
            let case = open(system, &self.clerk, id).await;
            desk::notice(system.state(), &self.clerk, &case, "Un refus est envisagé.").await.expect("sent");
            time_passes(system, id).await;
            let case = open(system, &self.clerk, id).await;
            desk::close_notice(system.state(), &self.clerk, &case).await.expect("closed");
        }

        /// Drafts, checks and decides; the answer is the decision.
        pub(crate) async fn decide(&self, system: &System, id: Uuid, kind: &str, given: Drafted) -> Uuid {
            let state = system.state();
            let case = open(system, &self.clerk, id).await;
            let decision = desk::draft(state, &self.clerk, &case, kind, given).await.expect("drafted");
            let case = open(system, &self.jurist, id).await;
            desk::check(state, &self.jurist, &case, true, "").await.expect("checked");
            let case = open(system, &self.official, id).await;
            desk::decide(state, &self.official, &case).await.expect("decided");
            decision
        }

        /// Gives the decision out.
        pub(crate) async fn issue(&self, system: &System, id: Uuid) {
            let case = open(system, &self.clerk, id).await;
            desk::issue(system.state(), &self.clerk, &case, "A-17").await.expect("issued");
        }
    }

    /// A CODA file with one credit, of a statement with a number of three figures.
    pub(crate) fn bank_file(ogm: &str, cents: i64, number: u32) -> String {
        let record = |fields: &[(usize, &str)]| {
            let mut text = vec![b' '; 128];
            for (column, value) in fields {
                text[column - 1..column - 1 + value.len()].copy_from_slice(value.as_bytes());
            }
            String::from_utf8(text).expect("ASCII")
        };
        let (amount, zone) = (format!("{:015}", cents * 10), format!("101{ogm}"));
        let (nothing, number) = ("0".repeat(15), format!("{number:03}"));
        [
            record(&[(1, "00000"), (6, "211126"), (12, "539"), (15, "05"), (128, "2")]),
            record(&[
                (1, "12"),
                (3, &number),
                (6, "BE68539007547034"),
                (40, "EUR"),
                (43, "0"),
                (44, &nothing),
                (59, "201126"),
            ]),
            record(&[
                (1, "2100010000"),
                (11, "REFERENCE"),
                (32, "0"),
                (33, &amount),
                (48, "211126"),
                (54, "00150000"),
                (62, "1"),
                (63, &zone),
                (116, "211126"),
                (122, "2310"),
                (126, "0"),
                (128, "0"),
            ]),
            record(&[
                (1, "8"),
                (2, &number),
                (5, "BE68539007547034"),
                (39, "EUR"),
                (42, "0"),
                (43, &amount),
                (58, "211126"),
                (128, "0"),
            ]),
            record(&[(1, "9"), (17, "000003"), (23, &nothing), (38, &amount), (128, "2")]),
        ]
        .join("\n")
    }

    pub async fn three_persons_decide(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "fr").await;
        let id: Uuid = sent(&system, &browser).await.parse().expect("id");
        let state = system.state();
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk, Role::Legal]).await;
        let jurist = staff(&system, "jurist", &[Role::Legal, Role::HighOfficial]).await;
        let official = staff(&system, "official", &[Role::HighOfficial]).await;
        let other = staff(&system, "other", &[Role::AlertAuthor]).await;
        assert_eq!(refused(Case::open(state, &other, id, "curiosity").await), "role");
        let (list, next) = desk::queue_page(state, desk::Queue::New, None).await.expect("queue");
        assert_eq!((list.len(), next), (1, None));

        let case = open(&system, &clerk, id).await;
        assert_eq!(refused(desk::assign(state, &official, &case).await), "role");
        desk::assign(state, &clerk, &case).await.expect("assigned");
        assert_eq!(
            refused(desk::assign(state, &clerk, &case).await),
            "permit-changed-meanwhile",
            "another tab"
        );

        let case = open(&system, &clerk, id).await;
        assert_eq!(refused(desk::items(state, &clerk, &case, "  ").await), "required");
        desk::items(state, &clerk, &case, "Il manque le certificat.").await.expect("asked");
        let case = open(&system, &clerk, id).await;
        assert_eq!(refused(desk::close_notice(state, &clerk, &case).await), "permit-notice-runs");
        time_passes(&system, id).await;
        let case = open(&system, &clerk, id).await;
        desk::close_notice(state, &clerk, &case).await.expect("closed");
        let case = open(&system, &clerk, id).await;
        assert_eq!(case.notices[0].0.state, "expired");
        assert!(case.notices[0].0.snapshot_sealed.is_some(), "what the file held is kept");
        desk::admissible(state, &clerk, &case, true, "").await.expect("examined");

        let case = open(&system, &clerk, id).await;
        assert_eq!(
            refused(desk::draft(state, &clerk, &case, "inadmissible", grant()).await),
            "permit-kind-does-not-fit"
        );
        let unasked = desk::draft(state, &clerk, &case, "grant", grant()).await;
        assert_eq!(refused(unasked), "permit-advice-missing", "the police is asked beforehand");
        ask_police(&system, &clerk, id).await;
        let case = open(&system, &clerk, id).await;
        let empty = Drafted { subject: String::new(), ..grant() };
        assert_eq!(refused(desk::draft(state, &clerk, &case, "grant", empty).await), "required");
        let unknown = Drafted { legal_basis: vec!["unknown-act:1".to_owned()], ..grant() };
        let unknown = desk::draft(state, &clerk, &case, "grant", unknown).await;
        assert_eq!(refused(unknown), "permit-act-unknown");
        desk::draft(state, &clerk, &case, "grant", grant()).await.expect("drafted");
        let case = open(&system, &clerk, id).await;
        assert_eq!(
            refused(desk::draft(state, &clerk, &case, "grant", grant()).await),
            "permit-decision-open"
        );
        assert_eq!(refused(desk::check(state, &clerk, &case, true, "").await), "four-eyes");
        desk::check(state, &jurist, &case, true, "").await.expect("checked");
        let case = open(&system, &official, id).await;
        assert_eq!(refused(desk::decide(state, &clerk, &case).await), "role");
        assert_eq!(refused(desk::decide(state, &jurist, &case).await), "four-eyes");
        desk::decide(state, &official, &case).await.expect("decided");
        let case = open(&system, &clerk, id).await;
        assert_eq!(refused(desk::issue(state, &clerk, &case, "").await), "permit-unpaid");

        // The amount is confirmed, asked for, and paid by transfer.
        let due = &case.fees[0];
        fee::Entity::update_many()
            .col_expr(fee::Column::AmountCents, Expr::value(Some(12_770_i64)))
            .col_expr(fee::Column::State, Expr::value("requested".to_owned()))
            .filter(fee::Column::Id.eq(due.id))
            .exec(&state.db)
            .await
            .expect("confirmed");
        let file = bank_file(&due.ogm, 12_770, 231);
        assert_eq!(refused(desk::take_statement(state, &official, file.as_bytes()).await), "role");
        let taken = desk::take_statement(state, &clerk, file.as_bytes()).await.expect("taken");
        assert_eq!((taken.matched, taken.unmatched, taken.known), (1, 0, 0));
        let again = desk::take_statement(state, &clerk, file.as_bytes()).await.expect("taken");
        assert_eq!((again.matched, again.unmatched, again.known), (0, 0, 1));
        let broken = file.replacen("12770", "12771", 1);
        assert_eq!(refused(desk::take_statement(state, &clerk, broken.as_bytes()).await), "permit-bank-file");

        let case = open(&system, &clerk, id).await;
        assert_eq!((case.fees[0].state.as_str(), case.fees[0].paid_cents), ("paid", 12_770));
        desk::issue(state, &clerk, &case, "").await.expect("issued");
        assert_eq!(state_of(&system, id).await, "granted");
        let whole = safe_api::audit::verify(&state.db).await.expect("db");
        assert!(whole.is_ok(), "the audit chain is whole");
        let looks = safe_api::permit::file::looks(state, id).await.expect("looks");
        assert!(looks.len() >= 10, "every look is recorded: {}", looks.len());
        system.stop().await;
    }

    pub async fn a_refusal_needs_a_hearing_and_an_extension_comes_once(engine: Engine) {
        let system = System::start(engine).await;
        let browser = Browser::sign_in(&system, 0, "nl").await;
        let id: Uuid = sent(&system, &browser).await.parse().expect("id");
        let state = system.state();
        let clerk = staff(&system, "clerk", &[Role::WeaponsClerk]).await;
        let jurist = staff(&system, "jurist", &[Role::Legal]).await;
        let official = staff(&system, "official", &[Role::HighOfficial]).await;
        let case = open(&system, &official, id).await;
        let before = case.row.due_on.clone().expect("a day");
        assert_eq!(refused(desk::extend(state, &clerk, &case, 3, "…").await), "role");
        assert_eq!(refused(desk::extend(state, &official, &case, 3, " ").await), "required");
        let long = desk::extend(state, &official, &case, 7, "Advies van het parket.").await;
        assert_eq!(refused(long), "permit-extension-too-long");
        desk::extend(state, &official, &case, 3, "Advies van het parket.").await.expect("extended");
        let case = open(&system, &official, id).await;
        assert!(case.row.due_on.clone().expect("a day") > before);
        // Its letter is in the file of the applicant, once, as all letters are made.
        let letters: Vec<_> = case.papers.iter().filter(|paper| paper.row.document == "extension").collect();
        assert_eq!(letters.len(), 1);
        let (_, bytes) = desk::read_paper(state, &clerk, id, letters[0].row.id).await.expect("letter");
        assert!(bytes.starts_with(b"%PDF-"));
        let path = format!("{id}/file/{}", letters[0].row.id);
        assert_eq!(browser.get(&path).await.status, reqwest::StatusCode::OK);
        assert!(browser.get(&format!("{id}/")).await.html.contains(&path), "offered on its page");
        assert_eq!(desk::print::run_extensions(state).await.expect("run"), 0, "nothing is missing");
        let line = case.events.iter().find(|line| line.kind == "extended").expect("the ledger");
        let letter = desk::letter::of_extension(state, &case, line).expect("composed");
        let text: String = letter.parts.iter().flat_map(|part| part.paragraphs.clone()).collect();
        assert!(text.contains("Advies van het parket") && !text.contains('{'), "{text}");
        assert!(letter.appeal.is_empty() && letter.lang == "nl");
        let second = desk::extend(state, &official, &case, 1, "Nog eens.").await;
        assert_eq!(refused(second), "permit-extended-before");

        let case = open(&system, &clerk, id).await;
        desk::assign(state, &clerk, &case).await.expect("assigned");
        let case = open(&system, &clerk, id).await;
        desk::admissible(state, &clerk, &case, true, "").await.expect("examined");
        let case = open(&system, &clerk, id).await;
        desk::draft(state, &clerk, &case, "refuse", refusal()).await.expect("drafted");
        let case = open(&system, &jurist, id).await;
        desk::check(state, &jurist, &case, true, "").await.expect("checked");
        let case = open(&system, &official, id).await;
        assert_eq!(refused(desk::decide(state, &official, &case).await), "permit-unheard");
        assert_eq!(state_of(&system, id).await, "drafting", "nothing half-done");
        system.stop().await;
    }
}
