//! `POST /office/permits/{id}/{step}`: one step of a file.

use actix_web::{HttpResponse, post, web};
use uuid::Uuid;

use super::file;
use super::forms::{self, Fields, Sent, value};
use crate::account::OfficeForm;
use crate::app::State;
use crate::error::{Error, Result};
use crate::office::see_other;
use crate::permit::desk::{self, Case, advice, after, challenge, fees, issue, named, record};

#[post("/permits/{id}/{step}")]
pub(super) async fn step(
    state: web::Data<State>,
    path: web::Path<(Uuid, String)>,
    form: OfficeForm<Fields>,
) -> Result<HttpResponse> {
    let (id, name) = path.into_inner();
    let OfficeForm { staff, fields } = form;
    staff.must(&desk::READERS)?;
    // The name is written into the audit chain before it is known to be a step.
    if name.len() > 40 || !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
        return Err(Error::NotFound);
    }
    let case = Case::open(&state, &staff.person, id, &format!("step {name}")).await?;
    if value(&fields, "version").parse() != Ok(case.row.version) {
        return Err(Error::Conflict("permit-changed-meanwhile"));
    }
    match take(&state, &staff.person, &case, &name, &fields).await {
        Ok(()) => Ok(see_other(format!("/office/permits/{id}?done=permit-{name}"))),
        Err(Error::Invalid(faults)) => {
            let sent = Sent { step: &name, fields, faults: &faults };
            file::with_faults(&state, &staff, &case, &sent).await
        }
        Err(error) => Err(error),
    }
}

async fn take(
    state: &State,
    person: &crate::account::Person,
    case: &Case,
    name: &str,
    fields: &Fields,
) -> Result<()> {
    let given = |name: &str| value(fields, name);
    let text = given("text");
    match name {
        "assign" => desk::assign(state, person, case).await,
        "items" => desk::items(state, person, case, text).await,
        "close-notice" => desk::close_notice(state, person, case).await,
        "admissible" => desk::admissible(state, person, case, true, "").await,
        "inadmissible" => desk::admissible(state, person, case, false, text).await,
        "record" => record::take_note(state, person, case).await,
        "control-ok" => record::judge(state, person, case, true, "").await,
        "control-not-ok" => record::judge(state, person, case, false, text).await,
        "advice" => advice::ask(state, person, case, &forms::ask(fields)).await.map(drop),
        "notice" => desk::notice(state, person, case, text).await,
        "draft" => desk::draft(state, person, case, given("kind"), forms::drafted(fields)).await.map(drop),
        "check" => desk::check(state, person, case, true, "").await,
        "return" => desk::check(state, person, case, false, text).await,
        "hold" | "release" | "send-back" => desk::hold(state, person, case, name, text).await,
        "cancel" => desk::cancel(state, person, case, text).await,
        "decide" => desk::decide(state, person, case).await,
        "issue" => desk::issue(state, person, case, given("card")).await,
        "deliver" => {
            let letter = (given("channel"), given("number"));
            issue::deliver(state, person, case, letter, given("posted")).await
        }
        "received" => {
            let id = given("delivery").parse().map_err(|_| Error::choice("delivery", given("delivery")))?;
            issue::received(state, person, case, id, given("received")).await
        }
        "delivery-correct" => {
            let id = given("delivery").parse().map_err(|_| Error::choice("delivery", given("delivery")))?;
            issue::correct(state, person, case, (id, given("posted"), given("received")), text).await
        }
        "paper-name" => {
            let said = (given("paper"), given("document"), given("dated"));
            named::name(state, person, case, said).await
        }
        "part-back" => {
            let (part, is_unused) = match given("part") {
                issue::UNUSED => ("B", true),
                part => (part, false),
            };
            let (slot, day, serial) = (given("weapon"), given("day"), given("serial"));
            let back = issue::Back { slot, part, day, serial, is_unused };
            issue::part_back(state, person, case, back).await
        }
        "acquired" => {
            let said = (given("weapon"), given("day"), given("serial"));
            issue::acquired(state, person, case, said, text).await
        }
        "fee-amount" => fees::fix(state, person, case, (given("stage"), given("amount")), text).await,
        "fee-waive" => fees::waive(state, person, case, given("stage"), text).await,
        "legal-hold" => after::legal_hold(state, person, case, true, text).await,
        "legal-release" => after::legal_hold(state, person, case, false, text).await,
        "examine" => after::examine(state, person, case, text).await,
        "leave" => after::leave(state, person, case, text).await,
        "lift" => after::lift(state, person, case, text).await,
        "appeal" => challenge::lodged(state, person, case, given("day")).await,
        "appeal-decided" => {
            challenge::ruled(state, person, case, (given("result"), given("day")), text).await
        }
        "extend" => {
            let months = given("amount").parse().unwrap_or(0);
            desk::extend(state, person, case, months, text).await
        }
        _ => Err(Error::NotFound),
    }
}
