//! `{id}/`: the task list of a draft, or where a file that was sent stands.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::opened::Opened;
use super::question::unsaid;
use super::sheet::{Sheet, show};
use super::{status, words};
use crate::account::citizen::CitizenForm;
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang};
use crate::permit::desk::told;
use crate::permit::file::{self, File, Missing};
use crate::permit::form::needs;
use safe_permits::form::Section;

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/{id:[0-9a-f-]{36}}/withdraw")
                .route(web::get().to(ask))
                .route(web::post().to(withdraw)),
        )
        .route("/{id:[0-9a-f-]{36}}/", web::get().to(page))
        .route("/{id:[0-9a-f-]{36}}", web::get().to(page));
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    note: String,
}

/// How somebody acts in a file.
pub(super) struct Acting {
    /// Last day of the mandate by which the person acts.
    pub until: Option<String>,
    /// Whether the file is a company's or open to one, in the hands of who began it.
    pub shares: bool,
}

impl Acting {
    /// How the person of an opened file acts in it.
    pub fn of(state: &State, file: &File, lang: Lang) -> Result<Self> {
        let until = file.mandate.as_ref().map(|row| words::stored(lang, Some(&row.until_on)));
        let is_open = file.row.company_hmac.is_some();
        let shares = until.is_none() && (is_open || file.context(state)?.is_company());
        Ok(Self { until, shares })
    }
}

/// Whether a section is about the person who began the file, while somebody else goes on with it
/// by a mandate.
pub(super) fn is_about_whoever_began(file: &File, section: &str) -> bool {
    section == "you" && file.mandate.is_some()
}

/// What a section is called. What the file says of the person who began it is not about somebody
/// who goes on with it by a mandate.
pub(super) fn section_title(file: &File, section: &Section, lang: Lang) -> String {
    if is_about_whoever_began(file, &section.id) {
        return lang.text("permits-whoever-began");
    }
    section.title.get(lang).to_owned()
}

/// One line of the list.
struct Task {
    title: String,
    address: String,
    state: String,
    tag: &'static str,
}

#[derive(Template)]
#[template(path = "permits/tasks.html")]
struct Tasks {
    s: Sheet,
    id: Uuid,
    file_lang: String,
    acting: Acting,
    saved: String,
    groups: Vec<(String, Vec<Task>)>,
    done: usize,
    count: usize,
}

impl Tasks {
    /// How much is done, in words.
    fn progress(&self) -> String {
        let args = Args::new().with("done", self.done.to_string()).with("count", self.count.to_string());
        self.s.lang.text_with("permits-tasks-done", &args)
    }
}

async fn page(state: web::Data<State>, asked: web::Query<Asked>, opened: Opened) -> Result<HttpResponse> {
    let Opened { lang, citizen, file } = opened;
    if !file.is_draft() {
        return status::page(&state, &citizen, lang, &file, &asked.note).await;
    }
    let title = file.procedure(&state)?.title.get(lang).to_owned();
    let s = Sheet::new(&state, &citizen, lang, title, &format!("{}/", file.row.id))?.note(Some(&asked.note));
    let groups = groups(&state, &file, lang, &s.base())?;
    let tasks = || groups.iter().flat_map(|(_, tasks)| tasks);
    let view = Tasks {
        id: file.row.id,
        file_lang: lang.name_of(&file.row.lang),
        acting: Acting::of(&state, &file, lang)?,
        saved: words::time(lang, file.row.updated_at_ms),
        done: tasks().filter(|task| task.tag == "tag--ok").count(),
        count: tasks().count(),
        groups,
        s,
    };
    show(&state, &view.s, &view).await
}

fn groups(state: &State, file: &File, lang: Lang, base: &str) -> Result<Vec<(String, Vec<Task>)>> {
    let context = file.context(state)?;
    let missing = file::missing(state, file)?;
    let id = file.row.id;
    let mut groups = Vec::new();
    let pages = context.pages();
    for section in &state.law.sections {
        let mut tasks = Vec::new();
        for page in pages.iter().filter(|page| page.section == section.id) {
            if page.generate.is_some() {
                for slot in needs(&context, &file.handed()) {
                    let of = told::place(&state.law, lang, &slot);
                    tasks.push(paper(file, (&slot, &of), &missing, lang, base));
                }
                continue;
            }
            let touched = file.saved.get(&page.id).is_some_and(|ms| *ms > 0);
            let open =
                |field| context.asks(field, None) && unsaid(state, field, &file.answers, lang).is_some();
            let lacks = missing.contains(&Missing::Page(page.id.clone())) || page.fields.iter().any(open);
            // What the identity already answered is done without a look.
            let known = !lacks && file.saved.contains_key(&page.id);
            let state = match (touched || known, lacks) {
                (true, false) => "done",
                (true, true) => "started",
                _ => "not-started",
            };
            tasks.push(task(page.title.get(lang), format!("{base}/{id}/page/{}", page.id), state, lang));
        }
        if !tasks.is_empty() {
            groups.push((section_title(file, section, lang), tasks));
        }
    }
    Ok(groups)
}

fn task(title: &str, address: String, state: &str, lang: Lang) -> Task {
    let tag = match state {
        "done" => "tag--ok",
        "started" => "tag--info",
        "too-old" => "tag--danger",
        _ => "",
    };
    Task { title: title.to_owned(), address, state: lang.text(&format!("permits-task-{state}")), tag }
}

fn paper(
    file: &File,
    (slot, of): (&crate::permit::form::Slot<'_>, &str),
    missing: &[Missing],
    lang: Lang,
    base: &str,
) -> Task {
    let document = &slot.document.id;
    let here = |m: &Missing| match m {
        Missing::TooOld(d, s, _) => d == document && *s == slot.slot,
        _ => false,
    };
    let state = if missing.iter().any(here) {
        "too-old"
    } else if file.papers_of(document, &slot.slot).any(|paper| paper.scan != "infected") {
        "done"
    } else if slot.required {
        "not-started"
    } else {
        "optional"
    };
    let title = slot.document.title.get(lang);
    let title = if of.is_empty() { title.to_owned() } else { format!("{title} – {of}") };
    task(&title, format!("{base}/{}/document/{document}/{}", file.row.id, slot.slot), state, lang)
}

#[derive(Template)]
#[template(path = "permits/withdraw.html")]
struct Withdraw {
    s: Sheet,
    id: Uuid,
    draft: bool,
}

async fn ask(state: web::Data<State>, opened: Opened) -> Result<HttpResponse> {
    let Opened { lang, citizen, file } = opened;
    file.must_be_own()?;
    if !file::can_withdraw(&state, &file).await? {
        return Err(Error::Conflict("permit-no-withdrawal"));
    }
    let title = lang.text(if file.is_draft() { "permits-erase-draft" } else { "permits-withdraw" });
    let s = Sheet::new(&state, &citizen, lang, title, &format!("{}/withdraw", file.row.id))?;
    let view = Withdraw { s, id: file.row.id, draft: file.is_draft() };
    show(&state, &view.s, &view).await
}

#[derive(Deserialize)]
struct Nothing {}

async fn withdraw(
    state: web::Data<State>,
    path: web::Path<(String, Uuid)>,
    form: CitizenForm<Nothing>,
) -> Result<HttpResponse> {
    let file = File::open(&state, &form.citizen, path.1).await?;
    file::withdraw(&state, &file).await?;
    let base = format!("/{}/permits/apply", path.0);
    Ok(super::see_other(if file.is_draft() {
        format!("{base}/?note=erased")
    } else {
        format!("{base}/{}/?note=withdrawn", path.1)
    }))
}
