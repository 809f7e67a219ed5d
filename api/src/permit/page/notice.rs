//! `{id}/notice/{notice}`: what the office asks, and the answer.

use actix_multipart::Field;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use jiff::civil::Date;
use uuid::Uuid;

use super::document::{self, Paper};
use super::sheet::{Sheet, lang_of, refuse, show};
use super::wrong::{Fault, fault_of};
use super::{lead_to_sign_in, see_other, upload, words};
use crate::account::citizen::{Citizen, Recent};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang, grouped};
use crate::permit::entity::notice;
use crate::permit::file::{self, Answer, During, File, Given};
use crate::permit::numbers;

/// Longest answer, in characters: the defence of a lawyer before a refusal finds room.
const MOST_TEXT: usize = 20_000;

fn most() -> String {
    grouped(i64::try_from(MOST_TEXT).unwrap_or(i64::MAX))
}

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/{id:[0-9a-f-]{36}}/notice/{notice:[0-9a-f-]{36}}")
            .route(web::get().to(page))
            .route(web::post().to(answer)),
    );
}

#[derive(Template)]
#[template(path = "permits/notice.html")]
struct Notice {
    s: Sheet,
    id: Uuid,
    text: String,
    file_lang: String,
    until: String,
    left: String,
    open: bool,
    answered: Option<String>,
    written: String,
    /// What came from another tab meanwhile, while the field holds what was typed here.
    other: Option<Vec<(String, String)>>,
    seen: i64,
    /// How long the answer may be.
    most: String,
    accepted: String,
    /// What has come with answers to it.
    papers: Vec<Paper>,
    /// Whether one of them still waits for its answer to be sent.
    unsent: bool,
    faults: Vec<Fault>,
}

impl Notice {
    fn fault(&self, field: &str) -> Option<&str> {
        fault_of(&self.faults, field)
    }

    /// What is wrong with the files, each by its name.
    fn of_files(&self) -> impl Iterator<Item = &str> {
        self.faults.iter().filter(|fault| fault.target == "files").map(|fault| fault.text.as_str())
    }

    /// Puts what was typed into the field, and other words that came meanwhile beside it.
    fn put(&mut self, typed: String) {
        let there = std::mem::replace(&mut self.written, typed);
        if there != self.written {
            let label = self.s.t("permits-notice-your-answer");
            self.other =
                Some(Some((label, there)).filter(|(_, there)| !there.is_empty()).into_iter().collect());
        }
    }
}

/// Whether an answer is still taken.
pub(super) fn takes(row: &notice::Model, today: Date) -> bool {
    row.state == "open" && numbers::day(&row.due_on).is_some_and(|due| due >= today)
}

/// The number of a notice among those of its kind that were sent on the same day; none where it is
/// the only one. All of a file are given, the newest first.
pub(super) fn number<'n>(
    row: &notice::Model,
    all: impl DoubleEndedIterator<Item = &'n notice::Model>,
) -> Option<usize> {
    let day = |one: &notice::Model| numbers::today(one.sent_at_ms);
    let same: Vec<_> = all.rev().filter(|one| one.kind == row.kind && day(one) == day(row)).collect();
    let at = same.iter().position(|one| one.id == row.id)?;
    (same.len() > 1).then_some(at + 1)
}

/// What a notice is called: what it asks while an answer is taken, and afterwards what was asked
/// and when, with its number where another one of that day would be called the same.
pub(super) fn name(row: &notice::Model, number: Option<usize>, today: Date, lang: Lang) -> String {
    if takes(row, today) {
        let until = Args::new().with("date", words::stored(lang, Some(&row.due_on)));
        return lang.text_with(&format!("permits-notice-{}", row.kind), &until);
    }
    let sent = words::date(lang, numbers::today(row.sent_at_ms));
    let name = lang.text_with(&format!("permits-notice-sent-{}", row.kind), &Args::new().with("date", sent));
    match number {
        None => name,
        Some(number) => {
            let args = Args::new().with("what", name).with("number", number.to_string());
            lang.text_with("permits-row-title", &args)
        }
    }
}

/// A notice of the file.
struct Asked {
    row: notice::Model,
    text: String,
    /// Its number among those of the same day.
    number: Option<usize>,
    /// When the next one was sent: what has come since answers that one.
    next_ms: i64,
}

impl Asked {
    /// The applicant's papers that came with answers to it.
    fn papers<'f>(&self, file: &'f File) -> Vec<&'f crate::permit::entity::document::Model> {
        let came = self.row.sent_at_ms..self.next_ms;
        let own =
            file.papers.iter().filter(|paper| paper.uploaded_by == "applicant" && paper.applicant_sees == 1);
        // The office may have said since what such a paper is; what it came for stays.
        own.filter(|paper| paper.purpose == self.purpose() && came.contains(&paper.created_at_ms)).collect()
    }

    /// What its papers come for.
    fn purpose(&self) -> &'static str {
        if self.row.kind == "missing-items" { "missing-items" } else { "notice" }
    }

    /// Whether one has come since the last answer: something else was wrong with the form, which
    /// is sent again without it.
    fn has_unanswered(&self, file: &File) -> bool {
        let answered = self.row.answered_at_ms.unwrap_or(0);
        self.papers(file).iter().any(|paper| paper.created_at_ms > answered && paper.scan != "infected")
    }
}

async fn find(state: &State, file: &File, id: Uuid) -> Result<Asked> {
    let mut all = file::open_texts(state, file).await?;
    let at = all.iter().position(|(row, _)| row.id == id).ok_or(Error::NotFound)?;
    let next_ms = if at == 0 { i64::MAX } else { all[at - 1].0.sent_at_ms };
    let number = number(&all[at].0, all.iter().map(|(row, _)| row));
    let (row, text) = all.swap_remove(at);
    Ok(Asked { row, text, number, next_ms })
}

fn view(state: &State, citizen: &Citizen, code: &str, file: &File, asked: &Asked) -> Result<Notice> {
    let lang = lang_of(code)?;
    let row = &asked.row;
    let until = words::stored(lang, Some(&row.due_on));
    let title = name(row, asked.number, file.today, lang);
    let s = Sheet::new(state, citizen, lang, title, &format!("{}/notice/{}", file.row.id, row.id))?;
    let s = s.about(file);
    let days = numbers::day(&row.due_on)
        .and_then(|due| file.today.until(due).ok())
        .map_or(0, |span| span.get_days());
    let open = takes(row, file.today);
    let written = match &row.answer_sealed {
        Some(sealed) => file.key.open(&format!("notice-answer/{}", row.id), sealed)?,
        None => String::new(),
    };
    Ok(Notice {
        id: file.row.id,
        text: asked.text.clone(),
        file_lang: file.row.lang.clone(),
        until,
        left: lang.count_text("permits-clock-days-left", usize::try_from(days).unwrap_or(0)),
        open,
        answered: row.answered_at_ms.map(|ms| words::moment(lang, ms)),
        written,
        other: None,
        seen: row.answered_at_ms.unwrap_or(0),
        most: lang.text_with("permits-notice-most", &Args::new().with("max", most())),
        accepted: s.t1("permits-upload-accepted", "size", &words::size(lang, state.law.uploads.file_bytes)),
        papers: document::papers(file, lang, &asked.papers(file))?,
        unsent: open && asked.has_unanswered(file),
        faults: Vec::new(),
        s,
    })
}

async fn page(
    state: web::Data<State>,
    path: web::Path<(String, Uuid, Uuid)>,
    citizen: Citizen,
) -> Result<HttpResponse> {
    let file = File::open(&state, &citizen, path.1).await?;
    let found = find(&state, &file, path.2).await?;
    let mut view = view(&state, &citizen, &path.0, &file, &found)?;
    // What was typed when the session ran out, and could not be taken.
    let typed = file::typed::<String>(&state, &citizen, &file, &place(path.2)).await?;
    if let Some(typed) = typed.filter(|_| view.open) {
        view.s.note = Some(view.s.t("permits-typed-waits"));
        view.put(typed);
    }
    show(&state, &view.s, &view).await
}

async fn answer(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<(String, Uuid, Uuid)>,
    recent: Recent,
    body: web::Payload,
) -> Result<HttpResponse> {
    let lang = lang_of(&path.0)?;
    let Recent { mut citizen, is_late } = recent;
    let file = File::open(&state, &citizen, path.1).await?;
    let found = find(&state, &file, path.2).await?;
    let mut form = upload::begin(&state, &request, body);
    let (texts, mut field) = upload::open(&state, &mut citizen, &mut form).await?;
    let text = upload::text(&texts, "answer").replace("\r\n", "\n");
    if upload::is_too_large(&state, &request) {
        keep(&state, &citizen, &file, path.2, &text).await?;
        return Err(Error::TooLarge);
    }
    let mut faults = Vec::new();
    let length = text.chars().count();
    if length > MOST_TEXT {
        let args = Args::new().with("length", grouped(i64::try_from(length).unwrap_or(i64::MAX)));
        let args = args.with("max", most());
        let label = lang.text("permits-notice-your-answer");
        faults.push(Fault::new(lang, "answer", &label, lang.text_with("permits-notice-too-long", &args)));
    }
    let mut taken = 0;
    while let Some(one) = field.take() {
        let name = upload::name(&one);
        match hand_in(&state, &file, &found, one).await {
            Ok(Ok(count)) => taken += count,
            Ok(Err(code)) => {
                if faults.len() < document::MOST_TOLD {
                    let words = document::refused_file(&state, lang, &name, code);
                    faults.push(Fault::named("files", words));
                }
                if upload::is_over(code) {
                    break;
                }
            }
            Err(error) => {
                keep(&state, &citizen, &file, path.2, &text).await?;
                return Err(error);
            }
        }
        field = upload::open_next(&mut form).await;
    }
    let here = format!("/{lang}/permits/apply/{}", path.1);
    let page = format!("{here}/notice/{}", path.2);
    let has_papers = taken > 0 || found.has_unanswered(&file);
    if text.is_empty() && !has_papers && faults.is_empty() {
        let label = lang.text("permits-notice-your-answer");
        faults.push(Fault::new(lang, "answer", &label, lang.text("permits-notice-empty")));
    }
    if !faults.is_empty() && is_late {
        keep(&state, &citizen, &file, path.2, &text).await?;
        return Ok(lead_to_sign_in(&page, "ended"));
    }
    if !faults.is_empty() {
        // What was taken of it is shown above what was not.
        let file = File::open(&state, &citizen, path.1).await?;
        let mut view = view(&state, &citizen, &path.0, &file, &found)?;
        (view.written, view.faults, view.s.wrong) = (text, faults, true);
        return refuse(&state, &view.s, &view).await;
    }
    let seen_ms = upload::text(&texts, "seen").parse().unwrap_or(-1);
    let given = Answer { text: &text, seen_ms, has_papers };
    match file::answer_notice(&state, &file, path.2, &given).await {
        Ok(()) => file::forget_typed(&state, &citizen, &file, &place(path.2)).await?,
        Err(Error::Conflict("permit-other-tab")) if !is_late => {
            let file = File::open(&state, &citizen, path.1).await?;
            let found = find(&state, &file, path.2).await?;
            let mut view = view(&state, &citizen, &path.0, &file, &found)?;
            view.put(text);
            view.s.wrong = true;
            let mut response = show(&state, &view.s, &view).await?;
            *response.status_mut() = StatusCode::CONFLICT;
            return Ok(response);
        }
        Err(Error::Conflict("permit-other-tab")) => {
            file::keep_typed(&state, &citizen, &file, &place(path.2), &text).await?;
        }
        // The page that follows the sign-in says that it is too late.
        Err(Error::Conflict("permit-notice-over")) if is_late => {}
        Err(error) => return Err(error),
    }
    Ok(if is_late { lead_to_sign_in(&page, "ended") } else { see_other(format!("{here}/?note=answered")) })
}

/// Takes a file that came with the answer; how many that is, or why it was not taken.
async fn hand_in(
    state: &State,
    file: &File,
    asked: &Asked,
    one: Field,
) -> Result<std::result::Result<usize, &'static str>> {
    if upload::is_unfilled(&one) || asked.row.state != "open" {
        upload::drain(one).await;
        return Ok(Ok(0));
    }
    let given = Given {
        document: "notice-answer",
        slot: "-",
        purpose: asked.purpose(),
        data_class: "application-file",
        dated_on: None,
        during: During::Notice(asked.row.id),
    };
    match file::hand_in(state, file, &given, one).await {
        Ok(handed) => Ok(handed.map(|()| 1)),
        // Too many at once, or the place of the papers is away: beside the files, for the words
        // are none the worse for it.
        Err(Error::Unavailable) => Ok(Err("unwritten")),
        Err(error) => Err(error),
    }
}

/// Keeps what was typed while it cannot be taken: a file beside it may be the reason.
async fn keep(state: &State, citizen: &Citizen, file: &File, id: Uuid, text: &str) -> Result<()> {
    if text.is_empty() { Ok(()) } else { file::keep_typed(state, citizen, file, &place(id), &text).await }
}

/// Where something waits that was typed here.
fn place(notice: Uuid) -> String {
    format!("notice/{notice}")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::mark::tests::notice;
    use super::*;

    #[test]
    fn two_of_one_day_are_told_apart() {
        // Hours of 23 November, and of the day after.
        let at = |hour: i64| 1_795_392_000_000 + hour * 3_600_000;
        let [first, second, third] = [at(5), at(6), at(29)].map(|ms| notice(ms, "2026-11-20"));
        let mut other = notice(at(7), "2026-11-20");
        other.kind = "before-adverse".to_owned();
        let all = [&third, &other, &second, &first];
        let told = all.map(|row| number(row, all.into_iter()));
        assert_eq!(told, [None, None, Some(2), Some(1)]);
        for lang in Lang::office() {
            let names = all.map(|row| name(row, number(row, all.into_iter()), date(2027, 1, 4), lang));
            for (at, one) in names.iter().enumerate() {
                assert!(!one.contains('[') && !names[..at].contains(one), "{one}");
            }
        }
    }
}
