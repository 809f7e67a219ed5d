//! Which steps can be taken now.

use crate::account::{Role, Staff};
use crate::app::State;
use crate::permit::desk::record::{Ends, ends};
use crate::permit::desk::{self, Case, challenge, fees, issue, named};
use crate::permit::entity::delivery;

/// Steps that the state of a file and the roles of a person leave open.
pub(super) fn steps(
    state: &State,
    case: &Case,
    staff: &Staff,
    deliveries: &[delivery::Model],
) -> Vec<&'static str> {
    let has = |role| staff.person.has(&[role]);
    let (clerk, legal, official) = (has(Role::WeaponsClerk), has(Role::Legal), has(Role::HighOfficial));
    let day = case.law_day();
    let asks = state.permits.rows.advice_of(&case.row.procedure, &day).next().is_some();
    let ends = ends(state, case);
    let extends = desk::can_extend(state, case);
    let challenged = challenge::can_lodge(state, case);
    let left = case.grant.is_some() && !challenge::must_decide(case);
    let overtaken = case.open_decision().is_some_and(|row| desk::is_overtaken(case, row));
    let decidable = desk::KINDS.iter().any(|(kind, _)| desk::kind_fits(case, kind));
    let state = case.row.state.as_str();
    let row = case.open_decision();
    let decision = row.map(|row| row.state.as_str());
    let own = |id: Option<uuid::Uuid>| id == Some(staff.person.id);
    let drafted = own(row.map(|row| row.drafted_by));
    let checked = own(row.and_then(|row| row.checked_by));
    let granted = matches!(state, "granted" | "granted-conditions");
    let grant = case.grant.as_ref().map(|grant| grant.state.as_str());
    let last = case.decisions.iter().find(|row| row.state == "issued");
    let waits = deliveries.iter().any(|row| row.state == "sent" && row.channel != "portal");
    let examined = matches!(state, "completeness" | "drafting");
    [
        ("assign", clerk && state == "submitted"),
        ("items", clerk && state == "completeness"),
        ("admissible", clerk && state == "completeness" && ends == Ends::Decision),
        ("inadmissible", clerk && state == "completeness" && ends == Ends::Decision),
        ("record", clerk && state == "completeness" && ends == Ends::Record),
        ("control-ok", clerk && state == "completeness" && ends == Ends::Judgement),
        ("control-not-ok", clerk && state == "completeness" && ends == Ends::Judgement),
        ("advice", clerk && asks && examined && decidable && decision.is_none()),
        ("close-notice", clerk && matches!(state, "missing-items" | "notice") && desk::can_close(case)),
        ("notice", clerk && state == "drafting" && decidable && decision.is_none()),
        ("draft", clerk && state == "drafting" && decidable && decision.is_none()),
        ("leave", clerk && state == "drafting" && decision.is_none() && left),
        ("check", legal && decision == Some("checking") && !drafted && !overtaken),
        ("return", legal && decision == Some("checking") && !drafted && !overtaken),
        ("decide", official && decision == Some("deciding") && !drafted && !checked && !overtaken),
        ("hold", official && decision == Some("deciding") && !overtaken),
        ("release", official && decision == Some("held") && !overtaken),
        ("send-back", official && matches!(decision, Some("deciding" | "held")) && !overtaken),
        ("cancel", clerk && (overtaken || matches!(decision, Some("checking" | "deciding" | "held")))),
        ("issue", clerk && decision == Some("decided") && !overtaken),
        ("extend", official && extends),
        ("deliver", clerk && last.is_some()),
        ("received", clerk && waits),
        ("delivery-correct", clerk && deliveries.iter().any(issue::can_correct)),
        ("paper-name", clerk && case.papers.iter().any(|paper| named::nameable(&paper.row))),
        ("appeal", clerk && challenged),
        ("appeal-decided", !challenge::results(case, &staff.person).is_empty()),
        ("examine", clerk && granted && matches!(grant, Some("active" | "suspended"))),
        ("lift", official && granted && grant == Some("suspended")),
        ("acquired", issue::can_record_acquisition(case, &staff.person)),
        ("fee-amount", official && fees::can_fix(case)),
        ("fee-waive", official && fees::can_waive(case)),
        (
            "part-back",
            clerk
                && case.grant.as_ref().is_some_and(|grant| grant.model == "4")
                && !issue::parts_out(case).is_empty(),
        ),
        ("legal-hold", legal && case.row.legal_hold.is_none()),
        ("legal-release", legal && case.row.legal_hold.is_some()),
    ]
    .into_iter()
    .filter_map(|(step, open)| open.then_some(step))
    .collect()
}
