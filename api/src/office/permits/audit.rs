//! `/office/permits/{id}/audit`: who did and saw what in a file.

use actix_web::{HttpResponse, get, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use crate::account::{Role, Staff};
use crate::app::State;
use crate::audit;
use crate::error::{Error, Result};
use crate::office::audit::action_word;
use crate::office::frame::{Frame, Section, answer};
use crate::office::{noted, words};
use crate::permit::words as said;

/// Acts on a page.
const PER_PAGE: usize = 200;

/// Who sees what others did: those who answer for it.
pub(super) const SEERS: [Role; 3] = [Role::Legal, Role::HighOfficial, Role::Administrator];

struct Row {
    when: String,
    who: String,
    what: String,
    more: String,
}

#[derive(Template)]
#[template(path = "office/permits/audit.html")]
struct Page {
    f: Frame,
    file: Uuid,
    opens: bool,
    rows: Vec<Row>,
    /// Place in the chain before which the older acts begin.
    older: Option<i64>,
}

#[derive(Deserialize)]
struct Asked {
    before: Option<i64>,
}

#[get("/permits/{id}/audit")]
pub(super) async fn acts(
    state: web::Data<State>,
    staff: Staff,
    id: web::Path<Uuid>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse> {
    staff.must(&SEERS)?;
    let lang = staff.person.lang;
    // One more than is shown tells whether there are older ones.
    let most = PER_PAGE as u64 + 1;
    let mut found = audit::of_subject(&state.db, &format!("permit/{id}"), asked.before, most).await?;
    if found.is_empty() {
        return Err(Error::NotFound);
    }
    let more = found.len() > PER_PAGE;
    found.truncate(PER_PAGE);
    let row = |act: &audit::Model| Row {
        when: said::moment(lang, act.at_ms),
        who: words::actor(&act.actor, lang),
        what: action_word(&act.action, lang),
        more: noted::detail(&state, &act.detail, lang),
    };
    let here = format!("/office/permits/{id}/audit");
    let page = Page {
        f: Frame::new(&state, &staff, Section::Permits, "office-permit-audit", &here),
        file: *id,
        opens: staff.person.has(&crate::permit::desk::READERS),
        older: found.last().filter(|_| more).map(|act| act.seq),
        rows: found.iter().map(row).collect(),
    };
    answer(lang, &page)
}
