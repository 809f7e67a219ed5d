//! Where a file that was sent stands: receipt, date of the decision and how it
//! was computed, fee, consents, notices, who looked at it.

use actix_web::HttpResponse;
use askama::Template;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::clock::{Clock, clock};
use super::document::{self, Paper};
use super::mark::{self, QUESTIONS};
use super::reader::Reader;
use super::sheet::{Sheet, show};
use super::tasks::Acting;
use super::{check, words};
use crate::account::citizen::Citizen;
use crate::app::State;
use crate::error::Result;
use crate::i18n::{Args, Lang};
use crate::permit::desk::{appeal, told};
use crate::permit::entity::{consent, document as paper, event, fee, grant, notice};
use crate::permit::file::{self, File};
use crate::permit::mandate;

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
    /// Whether something is asked and not yet paid: nothing else may sound as if all were done.
    owes: bool,
    next: Option<String>,
    /// Address of the permit, where what follows is to be found there.
    permit: Option<String>,
    consents: Option<String>,
    notices: Vec<(String, String, bool)>,
    events: Vec<(String, String)>,
    looks: Vec<String>,
    /// The papers, and what each is.
    papers: Vec<(String, Paper)>,
    /// Those that were found harmful after they were sent, while one can still be asked for again.
    harmful: Vec<String>,
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
    let (s, reader) = (s.about(file), Reader::of(file, lang));
    let ledger = event::Entity::find()
        .filter(event::Column::ApplicationId.eq(id))
        .order_by_asc(event::Column::Id)
        .limit(1_000)
        .all(&state.db)
        .await?;
    // Once the file is decided or withdrawn nobody can react any more.
    let own = crate::permit::entity::State::parse(&file.row.state);
    let open = own.is_some_and(crate::permit::entity::State::is_open);
    let decided = super::decided::of(state, file, lang).await?;
    let is_sent = |paper: &&paper::Model| paper.applicant_sees == 1 && !is_linked(&decided, paper);
    let visible: Vec<_> = file.papers.iter().filter(is_sent).collect();
    let titles = visible.iter().map(|paper| title_of(state, file, reader, paper));
    let papers: Vec<_> = titles.zip(document::papers(file, lang, &visible)?).collect();
    let gone = visible.iter().zip(&papers).filter(|(row, _)| open && is_missed(row, &file.papers));
    let stands = mark::marked(&file.row.state, ledger.iter().any(|line| line.kind == QUESTIONS));
    let asked = if open { asked(state, file).await? } else { Vec::new() };
    let next = mark::heard(next_of(&file.row.state, &ledger), &asked, file.today);
    let silent = decided.appeal.as_ref().filter(|road| road.silent && mark::is_with_office(next));
    let next_words = match silent {
        Some(road) if road.open => "overdue",
        Some(_) => "overdue-long",
        None => next,
    };
    let (words, tag) = mark::of_file(stands, next);
    let fees = fees(state, file, lang).await?;
    let view = Status {
        id,
        owes: open && fees.iter().any(|(_, _, address)| !address.is_empty()),
        permit: permit(state, citizen, (file, stands), lang).await?,
        state: reader.text(&words),
        tag,
        file_lang: lang.name_of(&file.row.lang),
        procedure: file.procedure(state)?.title.get(lang).to_owned(),
        clock: clock(state, file, &ledger, lang)?,
        fees,
        next: reader.find(&format!("permits-next-{next_words}")),
        consents: consents(state, file, lang).await?,
        notices: asked.iter().map(|row| boxed(row, &asked, file, reader)).collect(),
        events: events(&ledger, reader),
        looks: looks(state, file, lang).await?,
        harmful: gone.map(|(_, (title, paper))| labelled(title, &paper.name)).collect(),
        papers,
        said: check::said(state, file, lang)?,
        decided,
        withdraws: file::can_withdraw(state, file).await?,
        acting: Acting::of(state, file, lang)?,
        just_sent,
        reference,
        s,
    };
    show(state, &view.s, &view).await
}

/// The permit that came of a file, or that it is about, while the way goes on there.
async fn permit(
    state: &State,
    citizen: &Citizen,
    (file, stands): (&File, &str),
    lang: Lang,
) -> Result<Option<String>> {
    if !matches!(stands, "granted" | "granted-conditions" | QUESTIONS) {
        return Ok(None);
    }
    let own = Condition::any()
        .add(grant::Column::ApplicationId.eq(file.row.id))
        .add(grant::Column::Id.eq(file.row.grant_id.unwrap_or_default()));
    let found = grant::Entity::find()
        .filter(mandate::permits(state, citizen))
        .filter(own)
        .order_by_desc(grant::Column::IssuedOn)
        .one(&state.db)
        .await?;
    Ok(found.map(|row| format!("/{lang}/permits/apply/permit/{}", row.id)))
}

/// What the words about the next step are called: those of the state, of how a control was
/// judged, of the court before which a refusal has stood, or of a decision that did not stand.
fn next_of<'f>(state: &'f str, ledger: &'f [event::Model]) -> &'f str {
    if let Some(judged) = ledger.iter().find(|event| event.kind == "control-not-in-order") {
        return &judged.kind;
    }
    if matches!(state, "completeness" | "drafting") && appeal::is_reversed(ledger) {
        return "reversed";
    }
    let refused = matches!(state, "refused" | "inadmissible");
    appeal::confirmed_by(ledger).filter(|_| refused).unwrap_or(state)
}

/// Whether a paper is a letter of the service that stands beside what was decided.
fn is_linked(decided: &super::decided::Decided, paper: &paper::Model) -> bool {
    let extension = decided.extension_letter.iter().filter(|_| decided.extension.is_some());
    let mut letters = decided.letters.iter().map(|(address, _)| address).chain(extension);
    letters.any(|address| address.ends_with(&format!("/{}", paper.id)))
}

/// What a paper is, in words, and whose or which where there is one for each; empty while nobody
/// has said it.
fn title_of(state: &State, file: &File, reader: Reader, paper: &paper::Model) -> String {
    let lang = reader.lang;
    let document = &paper.document;
    let title = match file.law(state).document(document) {
        Some(row) => row.title.get(lang).to_owned(),
        None => reader
            .find(&format!("permits-document-{document}"))
            .or_else(|| lang.find(&format!("office-permit-document-{document}")))
            .unwrap_or_default(),
    };
    let of = told::belongs_to_row((&state.law, lang), file.answers.values(), &paper.slot).unwrap_or_default();
    [title, of].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
}

fn labelled(title: &str, name: &str) -> String {
    if title.is_empty() { name.to_owned() } else { format!("{title} – {name}") }
}

/// Whether the applicant sent a paper that is not there any more, and no other one came in its
/// place: the mail about it leads here. One that came as an answer belongs to no row; it is taken
/// for the only one of its kind that went.
fn is_missed(row: &paper::Model, all: &[paper::Model]) -> bool {
    let is_gone = |one: &&paper::Model| one.scan == "infected";
    let same = || all.iter().filter(|one| one.document == row.document);
    let is_only = same().filter(is_gone).count() == 1;
    let mut later = same().filter(|one| one.created_at_ms > row.created_at_ms && one.scan != "infected");
    row.scan == "infected"
        && row.uploaded_by == "applicant"
        && !later.any(|one| one.slot == row.slot || (is_only && ["", "-"].contains(&one.slot.as_str())))
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
        // What was not asked for yet cannot be paid, nor what is paid already or need not be.
        let address = match row.state.as_str() {
            "open" | "paid" | "waived" => String::new(),
            _ => format!("/{lang}/permits/apply/{}/fee/{}", file.row.id, row.stage),
        };
        let word = super::fee::state_word(&row, lang);
        let text = match row.amount_cents {
            _ if row.state == "waived" => word,
            Some(cents) => format!("{} – {word}", words::money(lang, cents)),
            None => lang.text("permits-fact-fee-unconfirmed"),
        };
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

/// The notices of the file, the last one first.
async fn asked(state: &State, file: &File) -> Result<Vec<notice::Model>> {
    let rows = notice::Entity::find()
        .filter(notice::Column::ApplicationId.eq(file.row.id))
        .order_by_desc(notice::Column::SentAtMs)
        .all(&state.db)
        .await?;
    Ok(rows)
}

/// What is said of a notice, its address, and whether it waits for an answer.
fn boxed(
    row: &notice::Model,
    asked: &[notice::Model],
    file: &File,
    reader: Reader,
) -> (String, String, bool) {
    let lang = reader.lang;
    let takes = super::notice::takes(row, file.today);
    let text = match row.answered_at_ms.filter(|_| takes) {
        None => super::notice::name(row, super::notice::number(row, asked.iter()), file.today, lang),
        Some(ms) => {
            let args = Args::new()
                .with("date", words::moment(lang, ms))
                .with("until", words::stored(lang, Some(&row.due_on)));
            reader.text_with("permits-notice-answered-until", &args)
        }
    };
    let address = format!("/{lang}/permits/apply/{}/notice/{}", file.row.id, row.id);
    (text, address, takes && row.answered_at_ms.is_none())
}

/// What happened, in words; a kind without words is the office's own business.
fn events(ledger: &[event::Model], reader: Reader) -> Vec<(String, String)> {
    let line = |row: &event::Model| {
        let day = words::stored(reader.lang, Some(&row.on_day));
        Some((day, ruling(row, reader).or_else(|| happened(row, reader))?))
    };
    ledger.iter().filter_map(line).collect()
}

fn happened(row: &event::Model, reader: Reader) -> Option<String> {
    reader.find(&format!("permits-event-{}", row.kind))
}

/// Who ruled on an appeal, when and how; none of a line that is no ruling, or too old to tell.
fn ruling(row: &event::Model, reader: Reader) -> Option<String> {
    let result = row.result.as_deref().filter(|_| row.kind == "appeal-decided")?;
    let id = format!("permits-event-{}-{result}", row.deadline);
    let day = words::stored(reader.lang, Some(row.until_day.as_ref().unwrap_or(&row.on_day)));
    reader.find_with(&id, &Args::new().with("date", day))
}

/// What somebody looked for, as the name of its words: what was opened says it, or what the role
/// is there for.
fn purpose_of(look: &file::Look) -> &'static str {
    match (look.purpose.split(' ').next().unwrap_or_default(), look.role.as_str()) {
        ("document", _) => "document",
        ("payment", _) => "payment",
        ("mandate", _) => "mandate",
        ("advice", _) => "advice",
        (_, "legal") => "legal-check",
        (_, "high-official") | ("decision", _) => "decision",
        _ => "handling",
    }
}

async fn looks(state: &State, file: &File, lang: Lang) -> Result<Vec<String>> {
    let line = |look: file::Look| {
        let args = Args::new()
            .with("date", words::moment(lang, look.at_ms))
            .with(
                "service",
                lang.find(&format!("permits-look-{}", look.role))
                    .unwrap_or_else(|| lang.text("permits-service")),
            )
            .with("purpose", lang.text(&format!("permits-purpose-{}", purpose_of(&look))));
        lang.text_with("permits-access-log-row", &args)
    };
    Ok(file::looks(state, file.row.id).await?.into_iter().map(line).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permit::entity::State as Stands;

    fn line(kind: &str, deadline: &str, result: Option<&str>) -> event::Model {
        event::Model {
            id: uuid::Uuid::nil(),
            application_id: uuid::Uuid::nil(),
            kind: kind.to_owned(),
            on_day: "2026-11-23".to_owned(),
            until_day: Some("2026-11-20".to_owned()),
            deadline: deadline.to_owned(),
            row_from: String::new(),
            amount: None,
            unit: None,
            actor: String::new(),
            detail_sealed: None,
            at_ms: 0,
            result: result.map(str::to_owned),
        }
    }

    const COURTS: [&str; 2] = ["appeal-minister", "appeal-council-of-state"];

    #[test]
    fn every_state_says_what_comes_next() {
        // A draft has its task list, and of what was erased nothing is left to show.
        let sent = Stands::ALL.into_iter().filter(|own| !matches!(own, Stands::Draft | Stands::Erased));
        let others = ["reversed", "answered", "notice-over"];
        let names: Vec<_> = sent.map(Stands::as_str).chain(COURTS).chain(others).collect();
        for lang in Lang::office() {
            for name in &names {
                let id = format!("permits-next-{name}");
                assert!(lang.own(&id, &Args::new()).is_some(), "{lang} {id}");
            }
        }
    }

    #[test]
    fn a_refusal_that_stood_leads_to_the_next_court() {
        let mut lines = vec![line("issued", "", None), line("appeal-lodged", COURTS[0], None)];
        assert_eq!(next_of("appealed", &lines), "appealed");
        lines.push(line("appeal-decided", COURTS[0], Some("confirmed")));
        assert_eq!((next_of("refused", &lines), next_of("granted", &lines)), (COURTS[0], "granted"));
        lines.push(line("appeal-lodged", COURTS[1], None));
        assert_eq!(next_of("appealed", &lines), "appealed");
        lines.push(line("appeal-decided", COURTS[1], Some("confirmed")));
        assert_eq!(next_of("refused", &lines), COURTS[1]);
    }

    #[test]
    fn a_reversed_decision_is_told_until_the_next_one() {
        let lodged = line("appeal-lodged", COURTS[0], None);
        let reversed = line("appeal-decided", COURTS[0], Some("reversed"));
        let mut lines = vec![line("issued", "", None), lodged.clone(), reversed.clone()];
        assert_eq!(next_of("drafting", &lines), "reversed");
        assert_eq!(next_of("completeness", &lines), "reversed");
        assert_eq!(next_of("notice", &lines), "notice", "there is something to do");
        lines.push(line("issued", "", None));
        assert_eq!(next_of("drafting", &lines), "drafting");
        assert_eq!(next_of("drafting", &[lodged, reversed]), "drafting", "of silence nothing is annulled");
    }

    #[test]
    fn a_ruling_says_whose_it_is_and_how_it_ended() {
        for reader in Lang::office().map(|lang| Reader { lang, shared: false }) {
            let mut told = Vec::new();
            for court in COURTS {
                for result in ["confirmed", "reversed"] {
                    let text = ruling(&line("appeal-decided", court, Some(result)), reader).expect("words");
                    assert!(text.contains("20") && !text.contains("23"), "the day of the ruling: {text}");
                    assert!(!told.contains(&text), "{text}");
                    told.push(text);
                }
            }
            let old = &line("appeal-decided", COURTS[0], None);
            assert_eq!(events(std::slice::from_ref(old), reader).len(), 1, "of before results were kept");
        }
    }

    #[test]
    fn a_look_is_for_what_the_role_does() {
        let purpose = |role: &str, purpose: &str| {
            purpose_of(&file::Look { at_ms: 0, role: role.to_owned(), purpose: purpose.to_owned() })
        };
        assert_eq!(purpose("weapons-clerk", "examination"), "handling");
        assert_eq!(purpose("legal", "examination"), "legal-check");
        assert_eq!(purpose("legal", "document medical-certificate"), "document");
        assert_eq!(purpose("high-official", "step decide"), "decision");
        assert_eq!(purpose("adviser", "advice"), "advice");
        for lang in Lang::office() {
            let roles = crate::permit::desk::READERS.iter().map(|role| role.as_str());
            for id in roles.chain(["adviser", "mandated"]).map(|role| format!("permits-look-{role}")) {
                assert!(lang.own(&id, &Args::new()).is_some(), "{lang} {id}");
            }
        }
    }
}
