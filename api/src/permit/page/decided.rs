//! `{id}/appeal`: until when a decision can be challenged, and a letter for it; and what the
//! page of a file says about its decision.

use actix_web::{HttpResponse, web};
use askama::Template;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::sheet::{Sheet, lang_of, refuse, show};
use super::wrong::{Fault, fault_of};
use super::{lead_to_sign_in, words};
use crate::account::citizen::{Citizen, Late};
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::{Args, Lang, grouped};
use crate::permit::desk::appeal::{self, From, Standing, Term};
use crate::permit::desk::{advice, print};
use crate::permit::entity::{advice as opinions, decision, event};
use crate::permit::file::{self, File};
use crate::permit::numbers;

/// Longest reasons, in characters: what a lawyer writes finds room.
const MOST_TEXT: usize = 20_000;

/// A number of characters, in threes.
fn characters(count: usize) -> String {
    grouped(i64::try_from(count).unwrap_or(i64::MAX))
}

pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/{id:[0-9a-f-]{36}}/appeal").route(web::get().to(page)).route(web::post().to(write)),
    );
}

/// What the page of a file says about its decision.
pub(super) struct Decided {
    /// Whether what was granted is bound to conditions.
    pub conditional: bool,
    /// Letters: address, and what was decided on which day.
    pub letters: Vec<(String, String)>,
    /// The appeal: address and words.
    pub appeal: Option<(String, String)>,
    /// Why the time for the decision was extended, and until when.
    pub extension: Option<(String, String)>,
    /// Address of the letter that says so.
    pub extension_letter: Option<String>,
    /// Opinions that the adviser lets the applicant read: who and what.
    pub opinions: Vec<(String, String)>,
}

/// What can be said of the decision of a file.
pub(super) async fn of(state: &State, file: &File, lang: Lang) -> Result<Decided> {
    let base = format!("/{lang}/permits/apply/{}", file.row.id);
    let rows = decision::Entity::find()
        .filter(decision::Column::ApplicationId.eq(file.row.id))
        .filter(decision::Column::State.eq("issued"))
        .order_by_desc(decision::Column::IssuedAtMs)
        .all(&state.db)
        .await?;
    let letter = |row: decision::Model| {
        let day = words::stored(lang, row.decided_on.as_deref());
        let kind = lang.text(&format!("office-permit-document-decision-{}", row.kind));
        row.pdf_document_id.map(|paper| (format!("{base}/file/{paper}"), format!("{kind}, {day}")))
    };
    let appeal = appeal::term(state, &file.row)
        .await?
        .map(|term| (format!("{base}/appeal"), until(lang, &term, file)));
    // Only while a decision stands, and only what the adviser did not keep from them.
    let rows_of_opinions = if rows.is_empty() {
        Vec::new()
    } else {
        opinions::Entity::find()
            .filter(opinions::Column::ApplicationId.eq(file.row.id))
            .filter(opinions::Column::ApplicantSees.eq(1_i64))
            .filter(opinions::Column::ReceivedAtMs.is_not_null())
            .all(&state.db)
            .await?
    };
    let opinion = |row: opinions::Model| -> Result<(String, String)> {
        let who = state.law.on(file.today).authority(&row.authority);
        let who = who.map_or_else(|| row.authority.clone(), |one| one.title.get(lang.code()).to_owned());
        let result = row.result.as_deref().map(|id| state.permits.rows.result(id, lang)).unwrap_or_default();
        let text = advice::read_by_applicant(&file.key, &row)?;
        Ok((format!("{who} – {result}"), text))
    };
    let extended = event::Entity::find()
        .filter(event::Column::ApplicationId.eq(file.row.id))
        .filter(event::Column::Kind.eq("extended"))
        .one(&state.db)
        .await?;
    let extension = match extended {
        Some(row) => {
            let sealed = row.detail_sealed.as_deref();
            let reason: Option<String> =
                sealed.map(|sealed| file.key.open("event/extended", sealed)).transpose()?;
            reason.map(|reason| (words::stored(lang, row.until_day.as_deref()), reason))
        }
        None => None,
    };
    let paper = file.papers.iter().find(|paper| paper.document == print::EXTENSION);
    Ok(Decided {
        extension_letter: paper.map(|paper| format!("{base}/file/{}", paper.id)),
        extension,
        conditional: file.row.state == "granted-conditions",
        letters: rows.into_iter().filter_map(letter).collect(),
        appeal,
        opinions: rows_of_opinions.into_iter().map(opinion).collect::<Result<_>>()?,
    })
}

/// Until when an appeal is in time, in words.
fn until(lang: Lang, term: &Term, file: &File) -> String {
    let last = Args::new().with("date", words::date(lang, term.last));
    match term.standing(file.today) {
        Standing::Open => lang.text_with("permits-appeal-open", &last),
        Standing::Unproven => lang.text_with("permits-appeal-unproven", &last),
        Standing::Over => lang.text("permits-appeal-closed"),
    }
}

#[derive(Template)]
#[template(path = "permits/appeal.html")]
struct Appeal {
    s: Sheet,
    id: Uuid,
    file_lang: String,
    until: String,
    /// Whether the last day is past.
    warns: bool,
    /// Whether a letter is enough: the Council of State wants a petition.
    by_letter: bool,
    from: String,
    who: String,
    explained: String,
    checklist: Vec<String>,
    date: [String; 3],
    words: [String; 3],
    reasons: String,
    /// How long they may be.
    most: String,
    letter: Option<String>,
    faults: Vec<Fault>,
}

impl Appeal {
    fn fault(&self, field: &str) -> Option<&str> {
        fault_of(&self.faults, field)
    }

    /// Puts what was written into the fields.
    fn put(&mut self, given: &Written) {
        self.date = [given.day.clone(), given.month.clone(), given.year.clone()];
        self.reasons = given.reasons.trim().replace("\r\n", "\n");
    }
}

fn view(state: &State, citizen: &Citizen, lang: Lang, file: &File, term: &Term) -> Result<Appeal> {
    let title = lang.text("permits-appeal-page");
    let s = Sheet::new(state, citizen, lang, title, &format!("{}/appeal", file.row.id))?;
    let (who, explained) = appeal::explained(state, term, lang)?;
    let from = match term.from {
        From::Receipt => "permits-appeal-from-receipt",
        From::Issue => "permits-appeal-from-decision",
        From::Silence => "permits-appeal-from-due",
        From::Ruling => "permits-appeal-from-ruling",
    };
    let own = Lang::parse(&file.row.lang).unwrap_or(Lang::FR);
    Ok(Appeal {
        id: file.row.id,
        file_lang: own.code().to_owned(),
        until: until(lang, term, file),
        warns: term.standing(file.today) != Standing::Open,
        from: s.t1(from, "date", &words::date(lang, term.start)),
        who,
        explained,
        by_letter: appeal::is_by_letter(state, term),
        checklist: appeal::checklist(state, term, own).to_vec(),
        date: [term.start.day().to_string(), term.start.month().to_string(), term.start.year().to_string()],
        words: ["day", "month", "year"].map(|one| lang.text(&format!("permits-{one}"))),
        reasons: String::new(),
        most: s.t1("permits-appeal-most", "max", &characters(MOST_TEXT)),
        letter: None,
        faults: Vec::new(),
        s,
    })
}

async fn opened(state: &State, citizen: &Citizen, id: Uuid) -> Result<(File, Term)> {
    let file = File::open(state, citizen, id).await?;
    let term = appeal::term(state, &file.row).await?.ok_or(Error::NotFound)?;
    Ok((file, term))
}

async fn page(
    state: web::Data<State>,
    path: web::Path<(String, Uuid)>,
    citizen: Citizen,
) -> Result<HttpResponse> {
    let lang = lang_of(&path.0)?;
    let (file, term) = opened(&state, &citizen, path.1).await?;
    let mut view = view(&state, &citizen, lang, &file, &term)?;
    // What was typed when the session ran out stands here again.
    if let Some(typed) = file::typed::<Written>(&state, &citizen, &file, PLACE).await? {
        view.s.note = Some(view.s.t("permits-typed-waits"));
        view.put(&typed);
    }
    show(&state, &view.s, &view).await
}

/// Where a letter waits that was being written.
const PLACE: &str = "appeal";

#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
struct Written {
    #[serde(rename = "known-d")]
    day: String,
    #[serde(rename = "known-m")]
    month: String,
    #[serde(rename = "known-y")]
    year: String,
    reasons: String,
}

/// Makes the letter; it is shown once and kept nowhere.
async fn write(
    state: web::Data<State>,
    path: web::Path<(String, Uuid)>,
    late: Late<Written>,
) -> Result<HttpResponse> {
    let lang = lang_of(&path.0)?;
    let Late { form, is_late } = late;
    let (file, term) = opened(&state, &form.citizen, path.1).await?;
    if !appeal::is_by_letter(&state, &term) {
        return Err(Error::NotFound);
    }
    let given = &form.fields;
    if is_late {
        file::keep_typed(&state, &form.citizen, &file, PLACE, given).await?;
        return Ok(lead_to_sign_in(&format!("/{lang}/permits/apply/{}/appeal", path.1), "ended"));
    }
    let mut view = view(&state, &form.citizen, lang, &file, &term)?;
    view.put(given);
    let iso = format!("{:0>4}-{:0>2}-{:0>2}", given.year.trim(), given.month.trim(), given.day.trim());
    let known = numbers::day(&iso);
    let on = match known {
        None if view.date.iter().all(|part| part.trim().is_empty()) => Some("permits-appeal-known-missing"),
        None => Some("permits-error-date-invalid"),
        Some(day) if day > file.today => Some("permits-error-date-future"),
        Some(_) => None,
    };
    let why = view.reasons.is_empty().then_some("permits-appeal-reasons-missing");
    for (target, label, id) in
        [("known-d", "permits-appeal-known", on), ("reasons", "permits-appeal-reasons", why)]
    {
        let fault = id.map(|id| Fault::new(lang, target, &lang.text(label), lang.text(id)));
        view.faults.extend(fault);
    }
    let length = view.reasons.chars().count();
    if length > MOST_TEXT {
        let args = Args::new().with("length", characters(length)).with("max", characters(MOST_TEXT));
        let words = lang.text_with("permits-appeal-too-long", &args);
        view.faults.push(Fault::new(lang, "reasons", &lang.text("permits-appeal-reasons"), words));
    }
    match known.filter(|_| view.faults.is_empty()) {
        Some(known) => {
            view.letter = Some(appeal::letter(&state, &file.row, &term, (known, &view.reasons))?);
            file::forget_typed(&state, &form.citizen, &file, PLACE).await?;
            show(&state, &view.s, &view).await
        }
        None => {
            view.s.wrong = true;
            refuse(&state, &view.s, &view).await
        }
    }
}
