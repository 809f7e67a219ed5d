//! `/office/alerts/{id}/contact`: the one contact point for the people whom an event
//! touched: what is in force, what waits for a second person, the form for a new one.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::dashboard::{Told, names};
use super::faults::Wrongs;
use super::field::{self, Field};
use super::frame::{Frame, Section, answer, refused};
use super::{see_other, words};
use crate::account::{OfficeForm, Role, Staff};
use crate::alert::contact::{self, Wanted};
use crate::alert::entity::Model as Alert;
use crate::alert::lifecycle;
use crate::app::State;
use crate::error::{Error, Result};
use crate::i18n::Lang;

/// Who may propose, read and take away.
const STAFF: [Role; 2] = [Role::AlertAuthor, Role::AlertApprover];
/// Who may confirm.
const APPROVERS: [Role; 1] = [Role::AlertApprover];

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/alerts/{id}/contact").route(web::get().to(show)).route(web::post().to(propose)),
        )
        .service(web::resource("/alerts/{id}/contact/withdraw").route(web::post().to(withdraw)))
        .service(web::resource("/alerts/{id}/contact/{contact}").route(web::post().to(decide)));
}

/// One contact point as people read it.
struct Shown {
    id: Uuid,
    number: String,
    web: String,
    words: Vec<(Lang, String)>,
    who: String,
    when: String,
    state: String,
    own: bool,
}

#[derive(Template)]
#[template(path = "office/contact.html")]
struct Page {
    f: Frame,
    id: Uuid,
    current: Option<Shown>,
    waiting: Option<Shown>,
    past: Vec<Shown>,
    confirms: bool,
    fields: Vec<Field>,
    wrongs: Wrongs,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Given {
    number: String,
    web: String,
    words_fr: String,
    words_nl: String,
    words_en: String,
    words_de: String,
}

impl Given {
    /// What is in force, to be changed instead of written anew.
    fn of(row: &contact::Model) -> Self {
        let words = row.all_words();
        let one = |code: &str| words.get(code).cloned().unwrap_or_default();
        Self {
            number: row.number.clone(),
            web: row.web.clone(),
            words_fr: one("fr"),
            words_nl: one("nl"),
            words_en: one("en"),
            words_de: one("de"),
        }
    }

    fn words(&self) -> [(&'static str, &String); 4] {
        [("fr", &self.words_fr), ("nl", &self.words_nl), ("en", &self.words_en), ("de", &self.words_de)]
    }

    fn wanted(&self) -> Wanted {
        let plain = |text: &String| text.replace("\r\n", "\n").trim().to_owned();
        Wanted {
            number: plain(&self.number),
            web: plain(&self.web),
            words: self.words().map(|(code, text)| (code, plain(text))).into(),
        }
    }

    fn fields(&self, f: &Frame, wrongs: &Wrongs) -> Vec<Field> {
        let mut fields = vec![
            Field::new("number", "number", f.t("contact-number"))
                .hint(f.t("contact-number-hint"))
                .value(&self.number)
                .shaped("input--m", "tel", "off")
                .check(wrongs),
            Field::new("web", "web", f.t("contact-web"))
                .hint(f.t("contact-web-hint"))
                .optional(f.t("office-optional"))
                .value(&self.web)
                .shaped("", "url", "off")
                .check(wrongs),
        ];
        for (code, text) in self.words() {
            let Some(lang) = Lang::parse(code) else { continue };
            let name = format!("words_{code}");
            let label = format!("{} ({})", f.t("contact-words"), lang.name());
            let mut field = Field::new(&name, &name, label)
                .kind(field::Kind::Area(3))
                .hint(f.t("contact-words-hint"))
                .value(text);
            field.lang = Some(code.to_owned());
            if lang != Lang::FR && lang != Lang::NL {
                field = field.optional(f.t("office-optional"));
            }
            fields.push(field.check(wrongs));
        }
        fields
    }
}

/// The alert, if it was ever public: before, nobody has anything to call about.
async fn alert_of(state: &State, id: Uuid) -> Result<Alert> {
    let row = lifecycle::find(state, id).await?;
    if row.published_at_ms.is_none() {
        return Err(Error::Conflict("alert-not-active"));
    }
    Ok(row)
}

async fn page(
    state: &State,
    staff: &Staff,
    row: &Alert,
    given: Option<Given>,
    wrongs: Wrongs,
    done: Option<&str>,
) -> Result<Page> {
    let lang = staff.person.lang;
    let here = format!("/office/alerts/{}/contact", row.id);
    let f = Frame::new(state, staff, Section::Alerts, "alert-contact", &here).done(done);
    let names = names(state).await?;
    let rows = contact::history(&state.db, row.event_id).await?;
    let shown = |row: &contact::Model| {
        let known = row.all_words();
        let people = [Some(row.author_id), row.confirmer_id].into_iter().flatten();
        let people: Vec<String> = people.filter_map(|id| names.get(&id).cloned()).collect();
        Shown {
            id: row.id,
            number: row.number.clone(),
            web: row.web.clone(),
            words: Lang::all().filter_map(|one| Some((one, known.get(one.code())?.clone()))).collect(),
            who: people.join(" · "),
            when: words::when(row.decided_at_ms.unwrap_or(row.created_at_ms), lang, state),
            state: lang.text(&format!("contact-state-{}", row.state.replace('_', "-"))),
            own: row.author_id == staff.person.id,
        }
    };
    let current = rows.iter().find(|row| row.state == "in_force");
    let given = given.or_else(|| current.map(Given::of)).unwrap_or_default();
    Ok(Page {
        id: row.id,
        fields: given.fields(&f, &wrongs),
        current: current.map(shown),
        waiting: rows.iter().find(|row| row.state == "proposed").map(shown),
        past: rows
            .iter()
            .filter(|row| !matches!(row.state.as_str(), "proposed" | "in_force"))
            .map(shown)
            .collect(),
        confirms: staff.person.has(&APPROVERS),
        wrongs,
        f,
    })
}

async fn show(
    state: web::Data<State>,
    staff: Staff,
    id: web::Path<Uuid>,
    told: web::Query<Told>,
) -> Result<HttpResponse> {
    staff.must(&STAFF)?;
    let row = alert_of(&state, *id).await?;
    let page = page(&state, &staff, &row, None, Wrongs::default(), told.done.as_deref()).await?;
    answer(staff.person.lang, &page)
}

async fn propose(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    form: OfficeForm<Given>,
) -> Result<HttpResponse> {
    let OfficeForm { staff, fields: given } = form;
    staff.must(&STAFF)?;
    let row = alert_of(&state, *id).await?;
    match contact::propose(&state, &staff.person, row.event_id, given.wanted()).await {
        Ok(_) => Ok(see_other(format!("/office/alerts/{id}/contact?done=contact-proposed"))),
        Err(Error::Invalid(faults)) => {
            let wrongs = Wrongs::plain(&faults, staff.person.lang);
            let page = page(&state, &staff, &row, Some(given), wrongs, None).await?;
            refused(staff.person.lang, &page)
        }
        Err(other) => Err(other),
    }
}

#[derive(Deserialize)]
struct Decision {
    #[serde(default)]
    act: String,
}

async fn decide(
    state: web::Data<State>,
    path: web::Path<(Uuid, Uuid)>,
    form: OfficeForm<Decision>,
) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&APPROVERS)?;
    let (id, contact) = path.into_inner();
    alert_of(&state, id).await?;
    let accept = match fields.act.as_str() {
        "confirm" => true,
        "refuse" => false,
        _ => return Err(Error::invalid("act", "value-unknown")),
    };
    contact::decide(&state, &staff.person, contact, accept).await?;
    let done = if accept { "contact-confirmed" } else { "contact-refused" };
    Ok(see_other(format!("/office/alerts/{id}/contact?done={done}")))
}

#[derive(Deserialize)]
struct Nothing {}

async fn withdraw(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    form: OfficeForm<Nothing>,
) -> Result<HttpResponse> {
    let OfficeForm { staff, .. } = form;
    staff.must(&STAFF)?;
    let row = alert_of(&state, *id).await?;
    contact::withdraw(&state, &staff.person, row.event_id).await?;
    Ok(see_other(format!("/office/alerts/{id}/contact?done=contact-withdrawn")))
}
