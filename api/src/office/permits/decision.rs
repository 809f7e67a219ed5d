//! `/office/permits/{id}/decisions/{decision}`: the letter of a decision, as it would stand
//! today or as it was signed, and the three persons.

use actix_web::{HttpResponse, get, web};
use askama::Template;
use uuid::Uuid;

use super::super::dashboard::names;
use crate::account::Staff;
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::office::frame::{Frame, Section, answer};
use crate::permit::desk::letter::{Letter, basis_word};
use crate::permit::desk::{Body, Case, READERS, preview};
use crate::permit::entity::decision::Model;
use crate::permit::words as said;

#[derive(Template)]
#[template(path = "office/permits/decision.html")]
struct Page {
    f: Frame,
    file: Uuid,
    reference: String,
    kind: String,
    state: String,
    signed: bool,
    people: Vec<(String, String, String)>,
    bases: Vec<String>,
    reasons: Vec<(String, String)>,
    remark: String,
    letter: Option<Letter>,
    hole: Option<String>,
    pdf: Option<String>,
    sha256: Option<String>,
}

async fn people(state: &State, row: &Model, lang: Lang) -> Result<Vec<(String, String, String)>> {
    let names = names(state).await?;
    let steps = [
        ("drafted", Some(row.drafted_by), Some(row.drafted_at_ms)),
        ("checked", row.checked_by, row.checked_at_ms),
        ("decided", row.decided_by, row.decided_at_ms),
    ];
    let one = |(step, who, at): (&str, Option<Uuid>, Option<i64>)| {
        let name = names.get(&who?).cloned().unwrap_or_default();
        let when = at.map(|at| said::moment(lang, at)).unwrap_or_default();
        Some((lang.text(&format!("office-permit-by-{step}")), name, when))
    };
    Ok(steps.into_iter().filter_map(one).collect())
}

#[get("/permits/{id}/decisions/{decision}")]
pub(super) async fn decision(
    state: web::Data<State>,
    staff: Staff,
    path: web::Path<(Uuid, Uuid)>,
) -> Result<HttpResponse> {
    staff.must(&READERS)?;
    let lang = staff.person.lang;
    let (file, id) = path.into_inner();
    let case = Case::open(&state, &staff.person, file, "decision").await?;
    let row = case.decisions.iter().find(|row| row.id == id).ok_or(Error::NotFound)?;
    let body = Body::open(&case, row)?;
    let signed = body.letter.is_some();
    let mut hole = None;
    let letter = match body.letter {
        Some(letter) => Some(letter),
        None => match preview(&state, &case, &row.kind, &body.given) {
            Ok(letter) => Some(letter),
            // What is missing is told instead of a letter with a hole in it.
            Err(Error::Conflict(rule)) => {
                hole = Some(lang.text(&format!("rule-{rule}")));
                None
            }
            Err(error) => return Err(error),
        },
    };
    let bases: Vec<String> = serde_json::from_str(&row.reasons_json).unwrap_or_default();
    let day = case.law_day();
    let reason = |id: &String| {
        let row = state.permits.rows.refusal(id, &day)?;
        let basis = row.legal_basis.iter().map(|one| basis_word(&state, one, lang)).collect::<Vec<_>>();
        Some((row.title.get(lang.code()).to_owned(), basis.join(" · ")))
    };
    let reference = case.row.reference.clone().unwrap_or_default();
    let kind = lang.text(&format!("office-permit-document-decision-{}", row.kind));
    let here = format!("/office/permits/{file}/decisions/{id}");
    let page = Page {
        f: Frame::new(&state, &staff, Section::Permits, "office-nav-permits", &here)
            .titled(format!("{reference} – {kind}")),
        file,
        kind,
        state: lang.text(&format!("office-permit-decision-{}", row.state)),
        signed,
        people: people(&state, row, lang).await?,
        bases: bases.iter().map(|basis| basis_word(&state, basis, lang)).collect(),
        reasons: body.given.refusals.iter().filter_map(reason).collect(),
        remark: body.remark,
        letter,
        hole,
        pdf: row.pdf_document_id.map(|paper| format!("/office/permits/{file}/documents/{paper}")),
        sha256: row.pdf_sha256.clone(),
        reference,
    };
    answer(lang, &page)
}
