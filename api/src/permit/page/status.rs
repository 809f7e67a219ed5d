//! Where a file that was sent stands: receipt, date of the decision and how it
//! was computed, fee, consents, notices, who looked at it.

use actix_web::HttpResponse;
use askama::Template;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::clock::{Clock, clock};
use super::document::{self, Paper};
use super::sheet::{Sheet, show};
use super::tasks::Acting;
use super::{check, home, words};
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::error::Result;
use crate::i18n::{Args, Lang};
use crate::permit::entity::{consent, event, fee, notice};
use crate::permit::file::{self, File};

#[derive(Template)]
#[template(path = "permits/status.html")]
struct Status {
    s: Sheet,
    id: uuid::Uuid,
    reference: String,
    state: String,
    tag: &'static str,
    file_lang: String,
    procedure: String,
    clock: Option<Clock>,
    fees: Vec<(String, String, String)>,
    next: Option<String>,
    consents: Option<String>,
    notices: Vec<(String, String, bool)>,
    events: Vec<(String, String)>,
    looks: Vec<String>,
    papers: Vec<Paper>,
    said: Vec<(String, Vec<check::Said>)>,
    decided: super::decided::Decided,
    acting: Acting,
    /// Whether the applicant can still take the file back.
    withdraws: bool,
    just_sent: bool,
}

pub(super) async fn page(
    state: &State,
    citizen: &Citizen,
    lang: Lang,
    file: &File,
    note: &str,
) -> Result<HttpResponse> {
    let id = file.row.id;
    let reference = file.row.reference.clone().unwrap_or_default();
    let title = lang.text_with("permits-file-title", &Args::new().with("reference", reference.clone()));
    let just_sent = note == "sent";
    let s =
        Sheet::new(state, citizen, lang, title, &format!("{id}/"))?.note(Some(note).filter(|_| !just_sent));
    let ledger = event::Entity::find()
        .filter(event::Column::ApplicationId.eq(id))
        .order_by_asc(event::Column::Id)
        .limit(1_000)
        .all(&state.db)
        .await?;
    // Once the file is decided or withdrawn nobody can react any more.
    let own = crate::permit::entity::State::parse(&file.row.state);
    let open = own.is_some_and(crate::permit::entity::State::is_open);
    let visible: Vec<_> = file.papers.iter().filter(|paper| paper.applicant_sees == 1).collect();
    let view = Status {
        id,
        state: lang.text(&format!("permits-state-{}", file.row.state)),
        tag: home::tag(&file.row.state),
        file_lang: lang.name_of(&file.row.lang),
        procedure: file.procedure(state)?.title.get(lang).to_owned(),
        clock: clock(state, file, &ledger, lang)?,
        fees: fees(state, file, lang).await?,
        next: lang.find(&format!("permits-next-{}", next_of(file, &ledger))),
        consents: consents(state, file, lang).await?,
        notices: if open { notices(state, file, lang).await? } else { Vec::new() },
        events: events(&ledger, lang),
        looks: looks(state, file, lang).await?,
        papers: document::papers(file, lang, &visible)?,
        said: check::said(state, file, lang)?,
        decided: super::decided::of(state, file, lang).await?,
        withdraws: file::can_withdraw(state, file).await?,
        acting: Acting::of(state, file, lang)?,
        just_sent,
        reference,
        s,
    };
    show(state, &view.s, &view).await
}

/// What the words about the next step are called: those of the state, or of how a control
/// was judged.
fn next_of<'f>(file: &'f File, ledger: &'f [event::Model]) -> &'f str {
    let judged = ledger.iter().find(|event| event.kind == "control-not-in-order");
    judged.map_or(file.row.state.as_str(), |event| event.kind.as_str())
}

async fn fees(state: &State, file: &File, lang: Lang) -> Result<Vec<(String, String, String)>> {
    let rows = fee::Entity::find()
        .filter(fee::Column::ApplicationId.eq(file.row.id))
        .order_by_asc(fee::Column::Stage)
        .all(&state.db)
        .await?;
    // A file that ended without a permit has no second part to pay: it was never asked for.
    let ended = ["inadmissible", "refused", "withdrawn"].contains(&file.row.state.as_str());
    let unasked = |row: &fee::Model| ended && row.stage == "grant" && row.state == "open";
    let line = |row: fee::Model| {
        let stage = lang.text(&format!("permits-fact-fee-{}", row.stage));
        let amount = row
            .amount_cents
            .map_or_else(|| lang.text("permits-fact-fee-unconfirmed"), |c| words::money(lang, c));
        // What was not asked for yet cannot be paid, nor what is paid already or need not be.
        let address = match row.state.as_str() {
            "open" | "paid" | "waived" => String::new(),
            _ => format!("/{lang}/permits/apply/{}/fee/{}", file.row.id, row.stage),
        };
        let word = super::fee::state_word(&row, lang);
        let text = if row.state == "waived" { word } else { format!("{amount} – {word}") };
        (stage, text, address)
    };
    Ok(rows.into_iter().filter(|row| !unasked(row)).map(line).collect())
}

/// How many were asked and how many answered; never who or what.
async fn consents(state: &State, file: &File, lang: Lang) -> Result<Option<String>> {
    let rows =
        consent::Entity::find().filter(consent::Column::ApplicationId.eq(file.row.id)).all(&state.db).await?;
    let answered = rows.iter().filter(|row| row.answered_at_ms.is_some()).count();
    let args = Args::new().with("answered", answered.to_string()).with("asked", rows.len().to_string());
    Ok((!rows.is_empty()).then(|| lang.text_with("permits-consents-answered", &args)))
}

async fn notices(state: &State, file: &File, lang: Lang) -> Result<Vec<(String, String, bool)>> {
    let rows = notice::Entity::find()
        .filter(notice::Column::ApplicationId.eq(file.row.id))
        .order_by_desc(notice::Column::SentAtMs)
        .all(&state.db)
        .await?;
    let line = |row: notice::Model| {
        let args = Args::new().with("date", words::stored(lang, Some(&row.due_on)));
        let text = lang.text_with(&format!("permits-notice-{}", row.kind), &args);
        (text, format!("/{lang}/permits/apply/{}/notice/{}", file.row.id, row.id), row.state == "open")
    };
    Ok(rows.into_iter().map(line).collect())
}

/// What happened, in words; a kind without words is the office's own business.
fn events(ledger: &[event::Model], lang: Lang) -> Vec<(String, String)> {
    let line = |row: &event::Model| {
        lang.find(&format!("permits-event-{}", row.kind))
            .map(|text| (words::stored(lang, Some(&row.on_day)), text))
    };
    ledger.iter().filter_map(line).collect()
}

async fn looks(state: &State, file: &File, lang: Lang) -> Result<Vec<String>> {
    let line = |look: file::Look| {
        let args = Args::new()
            .with("date", words::moment(lang, look.at_ms))
            .with(
                "service",
                lang.find(&format!("role-{}", look.role)).unwrap_or_else(|| lang.text("permits-service")),
            )
            .with(
                "purpose",
                lang.find(&format!("permits-purpose-{}", look.purpose.split(' ').next().unwrap_or_default()))
                    .unwrap_or_else(|| lang.text("permits-purpose-handling")),
            );
        lang.text_with("permits-access-log-row", &args)
    };
    Ok(file::looks(state, file.row.id).await?.into_iter().map(line).collect())
}
