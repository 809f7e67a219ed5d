//! `{id}/check`: everything that was said, what is missing, and the sending.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::opened::Opened;
use super::question::unsaid;
use super::sheet::{Sheet, lang_of, refuse, show};
use super::tasks::section_title;
use super::{document, field, see_other, words};
use crate::account::citizen::{Citizen, CitizenForm};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::permit::desk::told;
use crate::permit::entity::document::Model as Paper;
use crate::permit::file::{self, File, Missing};
use crate::permit::form::needs;

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .route("/{id:[0-9a-f-]{36}}/check", web::get().to(page))
        .route("/{id:[0-9a-f-]{36}}/submit", web::post().to(submit));
}

/// One answer.
pub(super) struct Said {
    pub label: String,
    pub value: String,
    /// What follows when nothing is said; mostly nothing.
    pub warning: Option<String>,
    /// The words that stand where nothing was said or handed in.
    pub absent: &'static str,
    pub change: String,
}

#[derive(Template)]
#[template(path = "permits/check.html")]
struct Check {
    s: Sheet,
    id: Uuid,
    groups: Vec<(String, Vec<Said>)>,
    faults: Vec<(String, String)>,
    key: String,
}

/// Everything that was said, by group of the task list.
pub(super) fn said(state: &State, file: &File, lang: Lang) -> Result<Vec<(String, Vec<Said>)>> {
    let context = file.context(state)?;
    let base = format!("/{lang}/permits/apply/{}", file.row.id);
    let mut groups = Vec::new();
    let pages = context.pages();
    for section in &state.law.sections {
        let mut lines = Vec::new();
        for page in pages.iter().filter(|page| page.section == section.id) {
            let change = format!("{base}/page/{}?from=check", page.id);
            if page.generate.is_some() {
                for slot in needs(&context, &file.handed()) {
                    // What was found harmful is not there any more.
                    let kept = |paper: &&Paper| paper.scan != "infected";
                    let rows: Vec<_> = file.papers_of(&slot.document.id, &slot.slot).filter(kept).collect();
                    let names = document::papers(file, lang, &rows)?.into_iter().map(|paper| paper.name);
                    let label =
                        document_label(slot.document.title.get(lang), &told::place(&state.law, lang, &slot));
                    lines.push(Said {
                        label,
                        value: names.collect::<Vec<_>>().join(", "),
                        warning: None,
                        absent: "permits-no-document",
                        change: format!("{base}/document/{}/{}", slot.document.id, slot.slot),
                    });
                }
                continue;
            }
            for one in page.fields.iter().filter(|one| context.asks(one, None)) {
                let label = one.label.get(lang).to_owned();
                let value = match one.list.as_ref().and_then(|id| state.law.list(id)) {
                    Some(list) => rows(&context, &one.id, list, lang),
                    // Whoever began the file wrote that, and not its reader.
                    None if file.mandate.is_some() && answered(file, &one.id) == Some("me") => {
                        lang.text("permits-whoever-began")
                    }
                    None => {
                        field::said(&state.law, lang, one, file.answers.get(&one.id).unwrap_or(&Value::Null))
                    }
                };
                let warning = unsaid(state, one, &file.answers, lang);
                lines.push(Said {
                    label,
                    value,
                    warning,
                    absent: "permits-nothing-said",
                    change: change.clone(),
                });
            }
        }
        if !lines.is_empty() {
            groups.push((section_title(file, section, lang), lines));
        }
    }
    Ok(groups)
}

fn answered<'a>(file: &'a File, field: &str) -> Option<&'a str> {
    file.answers.get(field).and_then(Value::as_str)
}

/// A document that is asked for several times says for what.
fn document_label(title: &str, of: &str) -> String {
    if of.is_empty() { title.to_owned() } else { format!("{title} – {of}") }
}

fn rows(
    context: &crate::permit::form::Context<'_>,
    id: &str,
    list: &safe_permits::form::List,
    lang: Lang,
) -> String {
    let one = |row: &crate::permit::form::Answers| {
        let asked = list.fields.iter().filter(|field| context.asks(field, Some(row)));
        let said = asked.filter_map(|field| Some((field, row.get(&field.id)?)));
        field::said_in_row(context.law.law, lang, said)
    };
    // By the number that faults and the pages of the rows name.
    let numbered = |(number, words): (usize, String)| {
        let args = crate::i18n::Args::new().with("number", number.to_string()).with("row", words);
        lang.text_with("permits-row-numbered", &args)
    };
    (1..).zip(context.rows(id).into_iter().map(one)).map(numbered).collect::<Vec<_>>().join("\n")
}

fn view(state: &State, citizen: &Citizen, lang: Lang, file: &File) -> Result<Check> {
    let s = Sheet::new(
        state,
        citizen,
        lang,
        lang.text("permits-check-answers"),
        &format!("{}/check", file.row.id),
    )?;
    Ok(Check {
        id: file.row.id,
        groups: said(state, file, lang)?,
        faults: faults(state, file, lang)?,
        key: file.row.submit_key.clone(),
        s,
    })
}

/// What is missing, each leading to its place.
fn faults(state: &State, file: &File, lang: Lang) -> Result<Vec<(String, String)>> {
    let law = state.law.on(file.today);
    let base = format!("/{lang}/permits/apply/{}", file.row.id);
    let context = file.context(state)?;
    let slots = needs(&context, &file.handed());
    let title = |id: &str, place: &str| {
        let slot = slots.iter().find(|one| one.document.id == id && one.slot == place);
        let title = law.document(id).map(|d| d.title.get(lang)).unwrap_or_default();
        document_label(title, &slot.map(|slot| told::place(&state.law, lang, slot)).unwrap_or_default())
    };
    let list = file::missing(state, file)?.into_iter().map(|one| match one {
        Missing::Page(id) => {
            let title = state.law.page(&id).map(|page| page.title.get(lang).to_owned()).unwrap_or_default();
            (format!("{base}/page/{id}?from=check"), title)
        }
        Missing::Paper(id, slot) => (format!("{base}/document/{id}/{slot}"), title(&id, &slot)),
        Missing::TooOld(id, slot, first) => {
            let args = crate::i18n::Args::new().with("earliest", words::date(lang, first));
            let text =
                format!("{} – {}", title(&id, &slot), lang.text_with("permits-document-too-old", &args));
            (format!("{base}/document/{id}/{slot}"), text)
        }
    });
    Ok(list.collect())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    note: String,
}

async fn page(state: web::Data<State>, asked: web::Query<Asked>, opened: Opened) -> Result<HttpResponse> {
    let Opened { lang, citizen, file } = opened;
    if !file.is_draft() {
        return Ok(see_other(format!("/{lang}/permits/apply/{}/?note=already-sent", file.row.id)));
    }
    let mut view = view(&state, &citizen, lang, &file)?;
    view.s = view.s.note(Some(&asked.note));
    show(&state, &view.s, &view).await
}

#[derive(Deserialize)]
struct Sent {
    #[serde(default)]
    key: String,
}

async fn submit(
    state: web::Data<State>,
    path: web::Path<(String, Uuid)>,
    form: CitizenForm<Sent>,
) -> Result<HttpResponse> {
    let lang = lang_of(&path.0)?;
    let file = File::open(&state, &form.citizen, path.1).await?;
    let here = format!("/{lang}/permits/apply/{}", path.1);
    if !file.is_draft() {
        return Ok(see_other(format!("{here}/?note=already-sent")));
    }
    match file::submit(&state, file, &form.fields.key).await {
        Ok(()) => Ok(see_other(format!("{here}/?note=sent"))),
        Err(Error::Invalid(_)) => {
            let file = File::open(&state, &form.citizen, path.1).await?;
            let mut view = view(&state, &form.citizen, lang, &file)?;
            view.s.wrong = true;
            refuse(&state, &view.s, &view).await
        }
        // Another request was faster: the page tells where the file stands.
        Err(Error::Conflict("permit-other-tab")) => Ok(see_other(format!("{here}/?note=other-tab"))),
        Err(error) => Err(error),
    }
}
