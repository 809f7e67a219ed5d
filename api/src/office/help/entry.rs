//! `/office/help/service/{id}`: one service: its fields, what waits, its history; a check
//! and the decision on a number.

use std::collections::HashMap;

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::super::dashboard::{Told, names};
use super::super::frame::{Frame, Section, answer};
use super::super::{see_other, words};
use super::{EDITORS, READERS, day_word, field_word, standing};
use crate::account::{OfficeForm, Staff};
use crate::app::State;
use crate::error::{Error, Result};
use crate::help::{self, Entry, Field, entity, today};
use crate::i18n::Lang;

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/help/service/{id}").route(web::get().to(show)))
        .service(web::resource("/help/service/{id}/check").route(web::post().to(check)))
        .service(web::resource("/help/decide/{change}").route(web::post().to(decide)));
}

struct FieldRow {
    address: String,
    label: String,
    value: String,
    may: bool,
}

struct Waiting {
    id: Uuid,
    label: String,
    value: String,
    source: String,
    author: String,
    when: String,
    own: bool,
}

struct Past {
    when: String,
    who: String,
    what: String,
    value: String,
    state: String,
}

#[derive(Template)]
#[template(path = "office/help_entry.html")]
struct Page {
    f: Frame,
    id: String,
    standing: String,
    class: &'static str,
    until: Option<String>,
    edits: bool,
    public: Option<String>,
    refer: Option<String>,
    fields: Vec<FieldRow>,
    waiting: Vec<Waiting>,
    past: Vec<Past>,
    months: [i32; 4],
}

/// How a field stands now; the state of a service is that of the editors.
pub(super) fn now(entry: &Entry, field: &Field) -> String {
    match (field, entry.shown) {
        (Field::Shown, help::Shown::Flagged) => "flagged".to_owned(),
        (Field::Shown, help::Shown::No) => "hidden".to_owned(),
        _ => help::current(&entry.service, field),
    }
}

/// A stored value as people read it.
pub(super) fn value_word(field: &Field, value: &str, lang: Lang) -> String {
    match field {
        Field::Shown | Field::Status | Field::Price if !value.is_empty() => {
            lang.text(&format!("help-value-{}", value.replace(' ', "-")))
        }
        Field::Cost(_) => {
            value.split_whitespace().map(|code| help::trace_word(code, lang)).collect::<Vec<_>>().join(" · ")
        }
        Field::Languages => {
            let codes: Vec<String> = value.split_whitespace().map(str::to_owned).collect();
            codes.iter().map(|code| lang.name_of(code)).collect::<Vec<_>>().join(&lang.text("list-separator"))
        }
        _ => value.to_owned(),
    }
}

/// Whether somebody may change a field: listeners may only raise a doubt.
pub(super) fn may_change(staff: &Staff, field: &Field) -> bool {
    staff.person.has(&EDITORS) || (*field == Field::Shown && staff.person.has(&READERS))
}

async fn show(
    state: web::Data<State>,
    staff: Staff,
    id: web::Path<String>,
    told: web::Query<Told>,
) -> Result<HttpResponse> {
    staff.must(&READERS)?;
    let lang = staff.person.lang;
    let directory = state.help.load_full();
    let entry = directory.any(&id).ok_or(Error::NotFound)?;
    let names = names(&state).await?;
    let (waiting, past) = history(&state, entry, &staff, &names).await?;
    let (standing, class) = standing(entry, today(&state), lang);
    let fields = help::fields(&entry.service).into_iter().map(|field| FieldRow {
        address: format!("/office/help/service/{id}/edit?field={field}"),
        label: field_word(&field, lang),
        value: value_word(&field, &now(entry, &field), lang),
        may: may_change(&staff, &field),
    });
    let here = format!("/office/help/service/{id}");
    let public = directory.shown_by_code(&entry.code, today(&state)).map(|shown| shown.entry().code.clone());
    let page = Page {
        f: Frame::new(&state, &staff, Section::Help, "office-nav-help", &here)
            .titled(entry.service.name.words(lang).to_owned())
            .done(told.done.as_deref()),
        id: entry.id.clone(),
        standing,
        class,
        until: entry.expires_on.map(|day| day_word(&day.to_string(), lang)),
        edits: staff.person.has(&EDITORS),
        public: public.map(|code| format!("/{lang}/help/services/{code}/")),
        refer: entry.service.how_partners_refer.as_ref().map(|text| text.words(lang).to_owned()),
        fields: fields.collect(),
        waiting,
        past,
        months: [1, 3, 6, 12],
    };
    answer(lang, &page)
}

async fn history(
    state: &State,
    entry: &Entry,
    staff: &Staff,
    names: &HashMap<Uuid, String>,
) -> Result<(Vec<Waiting>, Vec<Past>)> {
    let lang = staff.person.lang;
    let name = |id: &Uuid| names.get(id).cloned().unwrap_or_default();
    let mut waiting = Vec::new();
    let mut past: Vec<(i64, Past)> = Vec::new();
    for row in entity::changes_of(&state.db, &entry.id).await? {
        let Some(field) = Field::parse(&row.field) else { continue };
        let (label, value) = (field_word(&field, lang), value_word(&field, &row.value, lang));
        let heard = row.confirmed_by_phone_on.as_deref().map(|day| {
            lang.text_with("help-sheet-confirmed", &crate::i18n::Args::new().with("day", day_word(day, lang)))
        });
        let source = [Some(row.source.clone()).filter(|s| !s.is_empty()), heard]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ");
        let when = words::when(row.created_at_ms, lang, state);
        if row.state == "proposed" {
            let own = row.author_id == staff.person.id;
            waiting.push(Waiting {
                id: row.id,
                label,
                value,
                source,
                author: name(&row.author_id),
                when,
                own,
            });
            continue;
        }
        let who = [Some(name(&row.author_id)), row.confirmer_id.as_ref().map(name)].into_iter().flatten();
        past.push((
            row.created_at_ms,
            Past {
                when,
                who: who.collect::<Vec<_>>().join(" · "),
                what: label,
                value: if source.is_empty() { value } else { format!("{value} ({source})") },
                state: lang.text(&format!("help-state-{}", row.state.replace('_', "-"))),
            },
        ));
    }
    for row in entity::checks_of(&state.db, &entry.id).await? {
        past.push((
            row.at_ms,
            Past {
                when: words::when(row.at_ms, lang, state),
                who: name(&row.author_id),
                what: lang.text("help-check"),
                value: lang.text(&format!("help-check-{}", row.how)),
                state: day_word(&row.expires_on, lang),
            },
        ));
    }
    past.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    Ok((waiting, past.into_iter().map(|(_, row)| row).collect()))
}

#[derive(Deserialize)]
struct CheckForm {
    #[serde(default)]
    how: String,
    #[serde(default)]
    months: String,
}

async fn check(
    state: web::Data<State>,
    id: web::Path<String>,
    form: OfficeForm<CheckForm>,
) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&EDITORS)?;
    let months = fields.months.parse().map_err(|_| Error::invalid("months", "help-choice"))?;
    help::check(&state, &staff.person, &id, &fields.how, months).await?;
    Ok(see_other(format!("/office/help/service/{id}?done=help-checked")))
}

#[derive(Deserialize)]
struct DecideForm {
    #[serde(default)]
    act: String,
}

async fn decide(
    state: web::Data<State>,
    change: web::Path<Uuid>,
    form: OfficeForm<DecideForm>,
) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&READERS)?;
    let accept = match fields.act.as_str() {
        "confirm" => true,
        "refuse" => false,
        _ => return Err(Error::invalid("act", "help-choice")),
    };
    let service = help::decide(&state, &staff.person, *change, accept).await?;
    let done = if accept { "help-confirmed" } else { "help-refused" };
    Ok(see_other(format!("/office/help/service/{service}?done={done}")))
}
