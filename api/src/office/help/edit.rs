//! `/office/help/service/{id}/edit?field=…`: one field, with where its value comes from.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::super::faults::Wrongs;
use super::super::field;
use super::super::frame::{Frame, Section, answer, refused};
use super::super::see_other;
use super::entry::{may_change, now};
use super::{READERS, field_word};
use crate::account::{OfficeForm, Staff};
use crate::app::State;
use crate::error::{Error, Fault, Result};
use crate::help::{self, Entry, Field, Proposal};
use crate::i18n::Lang;

/// Registers the page.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config.service(
        web::resource("/help/service/{id}/edit").route(web::get().to(show)).route(web::post().to(save)),
    );
}

#[derive(Deserialize)]
struct Asked {
    field: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Given {
    value: String,
    source: String,
    confirmed_by_phone_on: String,
}

#[derive(Template)]
#[template(path = "office/help_edit.html")]
struct Page {
    f: Frame,
    id: String,
    field: String,
    second: bool,
    fields: Vec<field::Field>,
    wrongs: Wrongs,
}

/// What a field is filled in with.
fn kind(field: &Field, lang: Lang) -> field::Kind {
    let choices = |values: &[&str]| {
        let word = |value: &&str| {
            ((*value).to_owned(), lang.text(&format!("help-value-{}", value.replace(' ', "-"))))
        };
        field::Kind::Select(values.iter().map(word).collect())
    };
    match field {
        Field::Hours(_) => field::Kind::Area(6),
        Field::Alert(_) | Field::Description(_) => field::Kind::Area(4),
        Field::Status => choices(&["active", "inactive", "defunct", "temporarily closed"]),
        Field::Shown => choices(&["shown", "flagged", "hidden"]),
        Field::Price => choices(&["free", "paid", "unknown"]),
        _ => field::Kind::Input("text"),
    }
}

fn page(state: &State, staff: &Staff, entry: &Entry, field: &Field, given: &Given, wrongs: Wrongs) -> Page {
    let lang = staff.person.lang;
    let here = format!("/office/help/service/{}/edit?field={field}", entry.id);
    let name = entry.service.name.words(lang);
    let f = Frame::new(state, staff, Section::Help, "office-nav-help", &here)
        .titled(format!("{} – {name}", field_word(field, lang)));
    let hint = f.t(&format!("help-edit-{}-hint", field.name()));
    let mut value = field::Field::new("value", "value", field_word(field, lang))
        .kind(kind(field, lang))
        .value(&given.value);
    if !hint.is_empty() {
        value = value.hint(hint);
    }
    let mut fields = vec![value.check(&wrongs)];
    if *field != Field::Shown {
        fields.push(
            field::Field::new("source", "source", f.t("help-edit-source"))
                .hint(f.t("help-edit-source-hint"))
                .value(&given.source)
                .shaped("", "url", "off")
                .check(&wrongs),
        );
        fields.push(
            field::Field::new("confirmed_by_phone_on", "confirmed_by_phone_on", f.t("help-edit-called"))
                .kind(field::Kind::Input("date"))
                .hint(f.t("help-edit-called-hint"))
                .optional(f.t("office-optional"))
                .value(&given.confirmed_by_phone_on)
                .shaped("input--m", "", "off")
                .check(&wrongs),
        );
    }
    Page {
        id: entry.id.clone(),
        field: field.to_string(),
        second: field.kind() == "phone",
        fields,
        wrongs,
        f,
    }
}

/// The field, if it exists and the person may change it.
fn allowed(staff: &Staff, entry: &Entry, name: &str) -> Result<Field> {
    staff.must(&READERS)?;
    let field = Field::parse(name).filter(|field| field.fits(&entry.service)).ok_or(Error::NotFound)?;
    if may_change(staff, &field) { Ok(field) } else { Err(Error::Forbidden("role")) }
}

async fn show(
    state: web::Data<State>,
    staff: Staff,
    id: web::Path<String>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse> {
    staff.must(&READERS)?;
    let directory = state.help.load_full();
    let entry = directory.any(&id).ok_or(Error::NotFound)?;
    let field = allowed(&staff, entry, &asked.field)?;
    let given = Given { value: now(entry, &field), ..Given::default() };
    answer(staff.person.lang, &page(&state, &staff, entry, &field, &given, Wrongs::default()))
}

async fn save(
    state: web::Data<State>,
    id: web::Path<String>,
    asked: web::Query<Asked>,
    form: OfficeForm<Given>,
) -> Result<HttpResponse> {
    let OfficeForm { staff, fields: given } = form;
    staff.must(&READERS)?;
    let directory = state.help.load_full();
    let entry = directory.any(&id).ok_or(Error::NotFound)?;
    let field = allowed(&staff, entry, &asked.field)?;
    let is_editor = staff.person.has(&super::EDITORS);
    if field == Field::Shown && !is_editor && given.value != "flagged" {
        return Err(Error::Forbidden("role"));
    }
    let proposal = Proposal {
        service: entry.id.clone(),
        field: field.clone(),
        value: given.value.replace("\r\n", "\n").trim().to_owned(),
        source: given.source.trim().to_owned(),
        confirmed_by_phone_on: Some(given.confirmed_by_phone_on.trim().to_owned())
            .filter(|day| !day.is_empty()),
    };
    match help::propose(&state, &staff.person, std::slice::from_ref(&proposal)).await {
        Ok(()) => {
            let done = if field.kind() == "phone" { "help-proposed" } else { "help-saved" };
            Ok(see_other(format!("/office/help/service/{id}?done={done}")))
        }
        Err(Error::Invalid(faults)) => {
            let own = field.to_string();
            let at = |fault: Fault| {
                if fault.field == own { Fault { field: "value".to_owned(), ..fault } } else { fault }
            };
            let faults: Vec<Fault> = faults.into_iter().map(at).collect();
            let wrongs = Wrongs::plain(&faults, staff.person.lang);
            refused(staff.person.lang, &page(&state, &staff, entry, &field, &given, wrongs))
        }
        Err(other) => Err(other),
    }
}
