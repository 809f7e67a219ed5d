//! `{id}/appeal`: until when a decision can be challenged, and a letter for it; and what the
//! page of a file says about its decision.

use actix_web::{HttpResponse, web};
use askama::Template;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::sheet::{Sheet, lang_of, refuse, show};
use super::wrong::{Fault, fault_of};
use super::{lead_to_sign_in, see_other, words};
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

/// Characters that a line of the letter has on a phone.
const PHONE_LINE: usize = 36;

/// Lines of a ledger, at most.
const MOST_LINES: u64 = 1_000;

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
    /// The appeal; none while one waits for its ruling.
    pub appeal: Option<Road>,
    /// Why the time for the decision was extended, and until when.
    pub extension: Option<(String, String)>,
    /// Address of the letter that says so.
    pub extension_letter: Option<String>,
    /// Opinions that the adviser lets the applicant read: who and what.
    pub opinions: Vec<(String, String)>,
}

/// The road that is left to whoever does not agree.
pub(super) struct Road {
    /// Address of its page.
    pub address: String,
    /// What it is called.
    pub name: String,
    /// Until when it is open.
    pub until: Until,
    /// What that is counted from, where the letter of the decision does not say it.
    pub from: Option<String>,
    /// Whether it is about silence: there is no decision that it would not suspend.
    pub silent: bool,
    /// Whether its time runs.
    pub open: bool,
}

/// Until when somebody can appeal, in words.
pub(super) struct Until {
    /// The day, without the point at the end.
    pub words: String,
    /// Why it may be later for this reader.
    pub late: Option<String>,
}

impl Decided {
    /// What stands above it: the decision, or that there is none in time.
    pub fn heading(&self) -> &'static str {
        if self.is_silent() && self.letters.is_empty() {
            "permits-silence-title"
        } else {
            "permits-decision-title"
        }
    }

    /// Whether the road that is open is the one against silence.
    pub fn is_silent(&self) -> bool {
        self.appeal.as_ref().is_some_and(|road| road.silent)
    }
}

async fn ledger(state: &State, file: &File) -> Result<Vec<event::Model>> {
    let lines = event::Entity::find()
        .filter(event::Column::ApplicationId.eq(file.row.id))
        .order_by_asc(event::Column::Id)
        .limit(MOST_LINES)
        .all(&state.db)
        .await?;
    Ok(lines)
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
    let ledger = ledger(state, file).await?;
    let reversed = appeal::reversed(&ledger, rows.iter().rev().map(|row| row.id));
    let letter = |row: decision::Model| {
        let day = words::stored(lang, row.decided_on.as_deref());
        let kind = lang.text(&format!("office-permit-document-decision-{}", row.kind));
        let mut what = format!("{kind}, {day}");
        if reversed.contains(&row.id) {
            what = format!("{what}, {}", lang.text("permits-decision-reversed"));
        }
        row.pdf_document_id.map(|paper| (format!("{base}/file/{paper}"), what))
    };
    let appeal = match appeal::term(state, &file.row).await?.filter(|_| !appeal::waits(&ledger)) {
        None => None,
        Some(term) => {
            let counts = term.from == From::Ruling && term.standing(file.today) == Standing::Open;
            Some(Road {
                address: format!("{base}/appeal"),
                name: name(state, &term, lang)?,
                until: until(lang, &term, file),
                from: counts.then(|| counted(lang, &term)),
                silent: term.from == From::Silence,
                open: term.standing(file.today) == Standing::Open,
            })
        }
    };
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
    let extension = match ledger.iter().find(|line| line.kind == "extended") {
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

/// What the road is called: whose decision it is about, or who rules.
fn name(state: &State, term: &Term, lang: Lang) -> Result<String> {
    if appeal::is_by_letter(state, term) {
        let id = if term.from == From::Silence { "permits-appeal-silence" } else { "permits-appeal-page" };
        return Ok(lang.text(id));
    }
    Ok(appeal::explained(state, term, lang)?.0)
}

/// What its time is counted from, in words.
fn counted(lang: Lang, term: &Term) -> String {
    let id = match term.from {
        From::Receipt => "permits-appeal-from-receipt",
        From::Issue => "permits-appeal-from-decision",
        From::Silence => "permits-appeal-from-due",
        From::Ruling => "permits-appeal-from-ruling",
    };
    lang.text_with(id, &Args::new().with("date", words::date(lang, term.start)))
}

/// Until when an appeal is in time, in words.
fn until(lang: Lang, term: &Term, file: &File) -> Until {
    let last = Args::new().with("date", words::date(lang, term.last));
    // Whoever lost before the Minister is told where else to go.
    let (ruled, silent) = (term.from == From::Ruling, term.from == From::Silence);
    let (id, late) = match term.standing(file.today) {
        Standing::Open if silent => ("permits-appeal-open-silence", None),
        Standing::Over if silent => ("permits-appeal-over-silence", Some("permits-appeal-late-silence")),
        Standing::Open if ruled => ("permits-appeal-open-ruling", None),
        Standing::Open => ("permits-appeal-open", None),
        Standing::Unproven if ruled => ("permits-appeal-unproven-ruling", Some("permits-appeal-late-ruling")),
        Standing::Unproven => ("permits-appeal-unproven", Some("permits-appeal-late")),
        Standing::Over => {
            return Until { words: lang.text("permits-appeal-closed"), late: None };
        }
    };
    Until { words: lang.text_with(id, &last), late: late.map(|id| lang.text(id)) }
}

#[derive(Template)]
#[template(path = "permits/appeal.html")]
struct Appeal {
    s: Sheet,
    id: Uuid,
    file_lang: String,
    until: Until,
    /// Whether the last day is past.
    warns: bool,
    /// Whether a letter is enough: the Council of State wants a petition.
    by_letter: bool,
    /// Whether it is about silence.
    silent: bool,
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
    /// Number of the file, as the letter names it.
    reference: String,
    faults: Vec<Fault>,
}

impl Appeal {
    /// The letter in pieces, with the number of the file between them: paper breaks it nowhere.
    fn pieces<'l>(&self, letter: &'l str) -> Vec<&'l str> {
        match self.reference.as_str() {
            "" => vec![letter],
            number => letter.split(number).collect(),
        }
    }

    fn fault(&self, field: &str) -> Option<&str> {
        fault_of(&self.faults, field)
    }

    /// What the day is called from which the time runs.
    fn known(&self) -> &'static str {
        if self.silent { "permits-appeal-noted" } else { "permits-appeal-known" }
    }

    /// How many rows show the whole letter, on a phone as well.
    fn rows(&self) -> usize {
        let lines = self.letter.iter().flat_map(|letter| letter.split('\n'));
        lines.map(|line| line.chars().count().div_ceil(PHONE_LINE).max(1)).sum::<usize>() + 1
    }

    /// Puts what was written into the fields.
    fn put(&mut self, given: &Written) {
        self.date = [given.day.clone(), given.month.clone(), given.year.clone()];
        self.reasons = given.reasons.trim().replace("\r\n", "\n");
    }
}

fn view(state: &State, citizen: &Citizen, lang: Lang, file: &File, term: &Term) -> Result<Appeal> {
    let title = name(state, term, lang)?;
    let s = Sheet::new(state, citizen, lang, title, &format!("{}/appeal", file.row.id))?;
    let (who, explained) = appeal::explained(state, term, lang)?;
    let own = Lang::parse(&file.row.lang).unwrap_or(Lang::FR);
    let warns = term.standing(file.today) != Standing::Open;
    // The first day is a help while it is in time; once it is too late, only the reader knows the
    // day on which they noted the silence.
    let silent = term.from == From::Silence;
    let day = Some(term.start).filter(|_| !(silent && warns));
    let date = day.map_or_else(Default::default, |day| {
        [day.day().to_string(), day.month().to_string(), day.year().to_string()]
    });
    Ok(Appeal {
        id: file.row.id,
        file_lang: own.code().to_owned(),
        until: until(lang, term, file),
        warns,
        from: counted(lang, term),
        who,
        explained,
        by_letter: appeal::is_by_letter(state, term),
        silent,
        checklist: appeal::checklist(state, term, own).to_vec(),
        date,
        words: ["day", "month", "year"].map(|one| lang.text(&format!("permits-{one}"))),
        reasons: String::new(),
        most: s.t1("permits-appeal-most", "max", &characters(MOST_TEXT)),
        letter: None,
        reference: file.row.reference.clone().unwrap_or_default(),
        faults: Vec::new(),
        s,
    })
}

async fn opened(state: &State, citizen: &Citizen, id: Uuid) -> Result<(File, Term)> {
    let file = File::open(state, citizen, id).await?;
    let term = appeal::term(state, &file.row).await?.ok_or(Error::NotFound)?;
    Ok((file, term))
}

/// Leads back to the file while an appeal waits for its ruling: nobody appeals twice.
async fn lead_back(state: &State, file: &File, lang: Lang) -> Result<Option<HttpResponse>> {
    let waits = appeal::waits(&ledger(state, file).await?);
    Ok(waits.then(|| see_other(format!("/{lang}/permits/apply/{}/?note=appealed", file.row.id))))
}

async fn page(
    state: web::Data<State>,
    path: web::Path<(String, Uuid)>,
    citizen: Citizen,
) -> Result<HttpResponse> {
    let lang = lang_of(&path.0)?;
    let (file, term) = opened(&state, &citizen, path.1).await?;
    if let Some(back) = lead_back(&state, &file, lang).await? {
        return Ok(back);
    }
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
    if let Some(back) = lead_back(&state, &file, lang).await? {
        return Ok(back);
    }
    let given = &form.fields;
    if is_late {
        file::keep_typed(&state, &form.citizen, &file, PLACE, given).await?;
        return Ok(lead_to_sign_in(&format!("/{lang}/permits/apply/{}/appeal", path.1), "ended"));
    }
    let mut view = view(&state, &form.citizen, lang, &file, &term)?;
    view.put(given);
    let iso = format!("{:0>4}-{:0>2}-{:0>2}", given.year.trim(), given.month.trim(), given.day.trim());
    let (known, missing) = (numbers::day(&iso), format!("{}-missing", view.known()));
    let on = match known {
        None if view.date.iter().all(|part| part.trim().is_empty()) => Some(missing.as_str()),
        None => Some("permits-error-date-invalid"),
        Some(day) if day > file.today => Some("permits-error-date-future"),
        Some(day) if view.silent && day < term.start => Some("permits-appeal-noted-early"),
        Some(_) => None,
    };
    let why = view.reasons.is_empty().then_some("permits-appeal-reasons-missing");
    for (target, label, id) in [("known-d", view.known(), on), ("reasons", "permits-appeal-reasons", why)] {
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
            let of_file = (&file.row, &file.answers);
            view.letter = Some(appeal::letter(&state, of_file, &term, (known, &view.reasons))?);
            file::forget_typed(&state, &form.citizen, &file, PLACE).await?;
            show(&state, &view.s, &view).await
        }
        None => {
            view.s.wrong = true;
            refuse(&state, &view.s, &view).await
        }
    }
}
