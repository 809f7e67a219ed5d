//! `POST /office/permits/{id}/{step}`: one step of a file.

use actix_web::{HttpResponse, post, web};
use serde::Deserialize;
use uuid::Uuid;

use super::file;
use crate::account::OfficeForm;
use crate::app::State;
use crate::error::{Error, Result};
use crate::office::see_other;
use crate::permit::desk::{self, Case, Drafted};

#[derive(Deserialize)]
struct Given {
    version: i64,
    #[serde(default)]
    text: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    reasons: String,
    #[serde(default)]
    conditions: String,
    #[serde(default)]
    legal_basis: String,
    #[serde(default)]
    amount: String,
}

#[post("/permits/{id}/{step}")]
pub(super) async fn step(
    state: web::Data<State>,
    path: web::Path<(Uuid, String)>,
    form: OfficeForm<Given>,
) -> Result<HttpResponse> {
    let (id, name) = path.into_inner();
    let staff = &form.staff;
    staff.must(&desk::READERS)?;
    let case = Case::open(&state, &staff.person, id, &format!("step {name}")).await?;
    if case.row.version != form.fields.version {
        return Err(Error::Conflict("permit-changed-meanwhile"));
    }
    match take(&state, &form, &case, &name).await {
        Ok(()) => Ok(see_other(format!("/office/permits/{id}?done=permit-{name}"))),
        Err(Error::Invalid(faults)) => file::with_faults(&state, staff, &case, &faults),
        Err(error) => Err(error),
    }
}

async fn take(state: &State, form: &OfficeForm<Given>, case: &Case, name: &str) -> Result<()> {
    let (person, given) = (&form.staff.person, &form.fields);
    match name {
        "assign" => desk::assign(state, person, case).await,
        "items" => desk::items(state, person, case, &given.text).await,
        "close-notice" => desk::close_notice(state, person, case).await,
        "admissible" => desk::admissible(state, person, case, true, "").await,
        "inadmissible" => desk::admissible(state, person, case, false, &given.text).await,
        "notice" => desk::notice(state, person, case, &given.text).await,
        "draft" => {
            let legal_basis = given.legal_basis.lines().map(str::trim).filter(|line| !line.is_empty());
            let drafted = Drafted {
                reasons: given.reasons.clone(),
                conditions: given.conditions.clone(),
                legal_basis: legal_basis.map(str::to_owned).collect(),
            };
            desk::draft(state, person, case, &given.kind, drafted).await.map(|_| ())
        }
        "check" => desk::check(state, person, case, true, "").await,
        "return" => desk::check(state, person, case, false, &given.text).await,
        "decide" => desk::decide(state, person, case).await,
        "issue" => desk::issue(state, person, case).await,
        "extend" => {
            let months = given.amount.trim().parse().unwrap_or(0);
            desk::extend(state, person, case, months, &given.text).await
        }
        _ => Err(Error::NotFound),
    }
}
