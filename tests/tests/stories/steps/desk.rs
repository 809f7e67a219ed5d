//! What the office does with a file: three persons, from the desk to the decision.

use safe_api::account::{Person, Role, manage};
use safe_api::error::{Error, Result};
use safe_api::permit::desk::advice::{self, Ask};
use safe_api::permit::desk::{self, Body, Case, Condition, Drafted, after, issue, task};
use safe_api::permit::entity::{application, decision, document, event, fee, notice};
use safe_tests::System;
use safe_tests::citizen::Browser;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use super::applicant::{ago, filed};

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

/// What a grant says.
pub(crate) fn grant() -> Drafted {
    Drafted {
        subject: "arme de poing, 9 mm".to_owned(),
        reasons: "Le motif légitime est établi.".to_owned(),
        ..Drafted::default()
    }
}

/// What a refusal says.
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

/// The line of this kind in the ledger of a file.
pub(crate) fn line<'c>(case: &'c Case, kind: &str) -> &'c event::Model {
    case.events.iter().find(|line| line.kind == kind).expect("the ledger")
}

/// What somebody of the office wrote with it.
pub(crate) fn noted(case: &Case, kind: &str) -> String {
    desk::Noted::in_line(&case.key, line(case, kind)).text
}

/// The state of a file.
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

/// The row of a decision.
pub(crate) async fn row(system: &System, id: Uuid) -> decision::Model {
    decision::Entity::find_by_id(id).one(&system.state().db).await.expect("db").expect("decision")
}

/// What was drafted for a decision.
pub(crate) async fn body(system: &System, three: &Three, id: Uuid, decision: Uuid) -> Body {
    let case = open(system, &three.clerk, id).await;
    Body::open(&case, &row(system, decision).await).expect("body")
}

/// A file that was decided, and its decision.
pub(crate) async fn granted(system: &System, browser: &Browser<'_>, three: &Three) -> (Uuid, Uuid) {
    let id = filed(system, browser).await;
    (id, grant_of(system, three, id).await)
}

/// The decision that grants a file that was sent; its fee is paid.
pub(crate) async fn grant_of(system: &System, three: &Three, id: Uuid) -> Uuid {
    three.examine(system, id, true).await;
    ask_police(system, &three.clerk, id).await;
    let decision = three.decide(system, id, "grant", grant()).await;
    pay(system, id).await;
    decision
}

/// A permit that three persons suspend or withdraw.
pub(crate) async fn taken_back(system: &System, three: &Three, id: Uuid, kind: &str) {
    let case = open(system, &three.clerk, id).await;
    after::examine(system.state(), &three.clerk, &case, "Un fait nouveau.").await.expect("opened");
    three.hear(system, id).await;
    three.decide(system, id, kind, refusal()).await;
    three.issue(system, id).await;
}

/// The kinds of the open tasks of the office.
pub(crate) async fn open_tasks(system: &System) -> Vec<String> {
    task::list(system.state(), false, None)
        .await
        .expect("tasks")
        .0
        .into_iter()
        .map(|one| one.row.kind)
        .collect()
}

/// How many medical certificates of a file are kept.
pub(crate) async fn certificates(system: &System, id: Uuid) -> usize {
    let own = document::Entity::find().filter(document::Column::ApplicationId.eq(id));
    let own = own.filter(document::Column::DataClass.eq("medical-certificate"));
    own.all(&system.state().db).await.expect("db").len()
}

/// A grant under a condition that somebody looks at later.
pub(crate) fn conditional(system: &System) -> Drafted {
    let [d, m, y] = ago(system, -300);
    let condition = Condition {
        text: "un coffre fixé au mur".to_owned(),
        follow_up: "photo".to_owned(),
        by: format!("{y}-{m:0>2}-{d:0>2}"),
    };
    Drafted { conditions: vec![condition], reason: "tir sportif".to_owned(), ..grant() }
}

/// Part B of the only weapon of a permit, back on this day with this number.
pub(crate) fn part_b<'a>(day: &'a str, serial: &'a str) -> issue::Back<'a> {
    issue::Back { slot: "", part: "B", day, serial, is_unused: false }
}

/// A file of 1 January 2026 of this person, which was sent at one moment and ended at another.
pub(crate) fn ended(
    applicant: Uuid,
    state: &str,
    (sent_ms, ended_ms): (i64, i64),
) -> application::ActiveModel {
    let id = Uuid::now_v7();
    application::ActiveModel {
        id: Set(id),
        applicant_id: Set(applicant),
        procedure: Set("carry".to_owned()),
        variant: Set(String::new()),
        applicant_kind: Set("person".to_owned()),
        lang: Set("fr".to_owned()),
        state: Set(state.to_owned()),
        due_on: Set(Some("2026-01-03".to_owned())),
        reference: Set(Some(id.to_string())),
        submit_key: Set(id.to_string()),
        rows_json: Set("{}".to_owned()),
        key_wrapped: Set(Some(vec![1])),
        version: Set(1),
        created_at_ms: Set(sent_ms),
        updated_at_ms: Set(sent_ms),
        submitted_at_ms: Set(Some(sent_ms)),
        received_on: Set(Some("2026-01-01".to_owned())),
        closed_at_ms: Set(Some(ended_ms)),
        ..Default::default()
    }
}
