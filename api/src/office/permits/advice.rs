//! `/office/advice`: the questions asked of an adviser, and the answers. Nothing else of a
//! file can be reached from here.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::file::{download, procedure_title};
use super::forms::{Fields, value};
use crate::account::{OfficeForm, Role, Staff};
use crate::app::State;
use crate::error::{Error, Fault, Result};
use crate::i18n::Lang;
use crate::office::faults::Wrongs;
use crate::office::field::{Choice, Choices, Field, Kind};
use crate::office::frame::{Frame, Section, answer, refused};
use crate::office::see_other;
use crate::permit::desk::advice::{self, Asked, Opinion};
use crate::permit::{numbers, words as said};

/// Who answers.
const ADVISERS: [Role; 1] = [Role::Adviser];

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/advice").route(web::get().to(list)))
        .service(web::resource("/advice/{id}").route(web::get().to(show)).route(web::post().to(give)))
        .service(web::resource("/advice/{id}/documents/{paper}").route(web::get().to(paper)));
}

#[derive(Deserialize)]
struct Told {
    done: Option<String>,
}

struct Line {
    href: String,
    reference: String,
    procedure: String,
    place: String,
    asked: String,
    due: String,
    late: bool,
    result: Option<String>,
}

#[derive(Template)]
#[template(path = "office/permits/advice_list.html")]
struct List {
    f: Frame,
    lines: Vec<Line>,
}

async fn list(state: web::Data<State>, staff: Staff, told: web::Query<Told>) -> Result<HttpResponse> {
    staff.must(&ADVISERS)?;
    let lang = staff.person.lang;
    let today = numbers::today(state.clock.now_ms()).to_string();
    let line = |(row, file): (crate::permit::entity::advice::Model, _)| Line {
        href: format!("/office/advice/{}", row.id),
        procedure: procedure_title(&state, &file, lang),
        place: lang.text(&format!("office-permit-place-{}", row.place)),
        reference: file.reference.clone().unwrap_or_default(),
        asked: said::date(lang, numbers::today(row.sent_at_ms)),
        due: said::stored(lang, row.due_on.as_deref()),
        late: row.received_at_ms.is_none() && row.due_on.as_ref().is_some_and(|due| *due < today),
        result: row.result.as_deref().map(|result| state.permits.rows.result(result, lang)),
    };
    let rows = advice::asked_of(&state, &staff.person).await?;
    let f = Frame::new(&state, &staff, Section::Advice, "office-nav-advice", "/office/advice");
    answer(lang, &List { f: f.done(told.done.as_deref()), lines: rows.into_iter().map(line).collect() })
}

#[derive(Template)]
#[template(path = "office/permits/advice.html")]
struct Page {
    f: Frame,
    id: Uuid,
    reference: String,
    procedure: String,
    place: String,
    due: String,
    asks: Vec<String>,
    text: String,
    file_lang: String,
    facts: Vec<(String, String)>,
    papers: Vec<(String, String)>,
    given: Option<(String, String, bool)>,
    is_over: bool,
    results: Choices,
    opinion: Field,
    sight: Choices,
    wrongs: Wrongs,
}

fn page(state: &State, staff: &Staff, asked: Asked, fields: &Fields, faults: &[Fault]) -> Page {
    let lang = staff.person.lang;
    let rows = &state.permits.rows;
    let row = &asked.row;
    let here = format!("/office/advice/{}", row.id);
    let reference = asked.file.reference.clone().unwrap_or_default();
    let procedure = procedure_title(state, &asked.file, lang);
    let wrongs = Wrongs::plain(faults, lang);
    let group = |id: &str, legend: &str, items: Vec<Choice>| Choices {
        id: id.to_owned(),
        name: id.to_owned(),
        legend: lang.text(legend),
        hint: None,
        many: id == "hidden",
        columns: false,
        items,
        error: wrongs.at(id, &lang.text(legend)),
    };
    let chosen = value(fields, "result");
    let results = rows.results().map(|id| Choice::new("result", id, rows.result(id, lang), id == chosen));
    let hidden =
        Choice::new("hidden", "yes", lang.text("office-advice-hidden"), value(fields, "hidden") == "yes");
    let answer = asked.answer.clone().zip(row.result.clone());
    Page {
        f: Frame::new(state, staff, Section::Advice, "office-nav-advice", &here)
            .titled(format!("{reference} – {procedure}")),
        id: row.id,
        place: lang.text(&format!("office-permit-place-{}", row.place)),
        due: said::stored(lang, row.due_on.as_deref()),
        asks: asked.question.asks.iter().map(|ask| rows.question(ask, lang)).collect(),
        text: asked.question.text.clone(),
        file_lang: Lang::parse(&asked.file.lang).unwrap_or(Lang::FR).code().to_owned(),
        facts: asked.question.facts.clone(),
        papers: asked
            .papers
            .iter()
            .map(|(paper, name)| (format!("{here}/documents/{paper}"), name.clone()))
            .collect(),
        is_over: asked.is_over,
        given: answer.map(|(text, result)| (rows.result(&result, lang), text, row.applicant_sees == 0)),
        results: group("result", "office-advice-result", results.collect()),
        opinion: Field::new("text", "text", lang.text("office-advice-text"))
            .kind(Kind::Area(8))
            .hint(lang.text("office-advice-text-hint"))
            .value(value(fields, "text"))
            .check(&wrongs),
        sight: group(
            "hidden",
            "office-advice-sight",
            vec![hidden.hint(lang.text("office-advice-hidden-hint"))],
        ),
        reference,
        procedure,
        wrongs,
    }
}

async fn show(state: web::Data<State>, staff: Staff, id: web::Path<Uuid>) -> Result<HttpResponse> {
    staff.must(&ADVISERS)?;
    let asked = advice::asked(&state, &staff.person, *id).await?;
    answer(staff.person.lang, &page(&state, &staff, asked, &Fields::new(), &[]))
}

async fn give(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    form: OfficeForm<Fields>,
) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&ADVISERS)?;
    let given = Opinion {
        result: value(&fields, "result").to_owned(),
        text: value(&fields, "text").to_owned(),
        applicant_sees: value(&fields, "hidden") != "yes",
    };
    match advice::answer(&state, &staff.person, *id, &given).await {
        Ok(()) => Ok(see_other("/office/advice?done=permit-advice-given")),
        Err(Error::Invalid(faults)) => {
            let asked = advice::asked(&state, &staff.person, *id).await?;
            refused(staff.person.lang, &page(&state, &staff, asked, &fields, &faults))
        }
        Err(error) => Err(error),
    }
}

async fn paper(state: web::Data<State>, staff: Staff, path: web::Path<(Uuid, Uuid)>) -> Result<HttpResponse> {
    staff.must(&ADVISERS)?;
    let (id, paper) = path.into_inner();
    let (row, bytes) = advice::paper(&state, &staff.person, id, paper).await?;
    Ok(download(row, bytes))
}
