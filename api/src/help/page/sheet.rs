//! `/{lang}/help/services/{code}/`: all that is known of one service, and what is not.

use std::borrow::Cow;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::lines::{Call, calls};
use super::{discreet, language};
use crate::app::State;
use crate::error::{Error, Result};
use crate::help::directory::{Directory, ShownEntry};
use crate::help::hours::{self, Open};
use crate::help::{Mark, Text, today, words};
use crate::http::{Rate, client_address};
use crate::i18n::{Args, Lang};
use crate::portal;

/// A way to reach a service, with its hours.
struct Way {
    label: String,
    address: String,
    /// Address of a link; none for a mail address, which leaves a trace when it is opened.
    href: Option<String>,
    note: String,
    state: String,
    open: bool,
    to_confirm: bool,
    rows: Vec<String>,
}

struct Fact {
    label: String,
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "help/sheet.html")]
struct SheetPage<'a> {
    lang: Lang,
    name: String,
    description: Cow<'a, str>,
    alert: Option<Cow<'a, str>>,
    unreachable: Option<String>,
    stale: bool,
    phones: Vec<(Call, Way)>,
    ways: Vec<Way>,
    website: Option<&'a str>,
    facts: Vec<Fact>,
    checked: String,
}

pub(super) async fn show(
    state: web::Data<State>,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse> {
    state.limiter.check(Rate::Read, client_address(&request, &state.config.http.trusted_proxies))?;
    let (code, id) = path.into_inner();
    let lang = language(&code)?;
    if portal::is_return(&request) {
        return Ok(portal::closed(&state, &request, lang).await);
    }
    let directory = state.help.load();
    let shown = directory.shown_by_code(&id, today(&state)).ok_or(Error::NotFound)?;
    let main = render(shown, &directory, &state, lang)?;
    Ok(discreet(&state, &request, lang, &format!("help/services/{id}/"), main).await)
}

fn render(shown: ShownEntry<'_>, directory: &Directory, state: &State, lang: Lang) -> Result<String> {
    let service = shown.service();
    let now_ms = state.clock.now_ms();
    let timed = |id: &str| timed(shown, id, directory, now_ms, lang);
    let phones = shown.phones().zip(calls(shown, lang)).map(|(phone, call)| (call, timed(&phone.id)));
    let website = shown.website();
    let channels = service.channels.iter().filter(|channel| channel.known.publish);
    let ways = channels.filter(|channel| channel.address.as_deref() != website).filter_map(|channel| {
        let way = timed(&channel.id);
        let address = channel.address.clone().unwrap_or_default();
        if address.is_empty() && way.rows.is_empty() && channel.kind != "online_booking" {
            return None;
        }
        let mail = channel.kind == "mail";
        Some(Way {
            label: lang.text(&format!("help-channel-{}", channel.kind.replace('_', "-"))),
            href: Some(address.clone()).filter(|text| !mail && text.starts_with("http")),
            note: if mail { lang.text("help-mail-note") } else { String::new() },
            address,
            ..way
        })
    });
    let view = SheetPage {
        lang,
        name: words::name(service, lang),
        description: words::set(service.description.words(lang), lang),
        alert: service.alert.as_ref().map(|text| words::set(text.words(lang), lang)),
        unreachable: words::unreachable(shown, directory, lang, today(state)),
        stale: shown.entry().is_stale(today(state)),
        phones: phones.collect(),
        ways: ways.collect(),
        website,
        facts: facts(shown, directory, state, lang),
        checked: lang
            .text_with("help-sheet-checked", &Args::new().with("month", month(&service.checked, lang))),
    };
    view.render().map_err(|error| Error::Internal(error.into()))
}

/// Hours of a phone or channel: now, and through the week.
fn timed(shown: ShownEntry<'_>, id: &str, directory: &Directory, now_ms: i64, lang: Lang) -> Way {
    let rows = shown.hours(id);
    let open = hours::state(&rows, shown.languages(), None, now_ms, &directory.holidays);
    let own = &shown.entry().id;
    Way {
        label: String::new(),
        address: String::new(),
        href: None,
        note: String::new(),
        state: match open {
            Open::Unknown => lang.text("help-hours-unknown"),
            _ => words::open_of(&open, own, directory, lang, hours::day_of(now_ms)),
        },
        open: open.is_now(),
        to_confirm: !shown.service().emergency && !words::is_confirmed(&open),
        rows: rows.into_iter().map(|row| words::row(row, directory, own, lang)).collect(),
    }
}

fn facts(shown: ShownEntry<'_>, directory: &Directory, state: &State, lang: Lang) -> Vec<Fact> {
    let service = shown.service();
    let mut facts = Vec::new();
    let mut add = |id: &str, lines: Vec<String>| {
        if lines.iter().any(|line| !line.is_empty()) {
            facts.push(Fact { label: lang.text(id), lines });
        }
    };
    let said = |text: &Text| words::set(text.words(lang), lang).into_owned();
    let town = |nis: &str| state.areas.by_nis(nis).map(|i| state.areas.municipalities[i].name.in_lang(lang));
    let terms = |vocabulary: &str, ids: &[String]| -> Vec<String> {
        let found = ids.iter().filter_map(|id| directory.term(vocabulary, id));
        found.map(|term| said(&term.text)).collect()
    };
    let owner = directory.organization(&service.organization).map(|o| said(&o.name));
    add("help-sheet-owner", owner.into_iter().filter(|name| *name != said(&service.name)).collect());
    add("help-sheet-audience", vec![terms("audience", &service.audiences).join(", ")]);
    add("help-filter-need", vec![terms("need", &service.needs).join(", ")]);
    add("help-languages", vec![words::languages(shown.languages(), lang)]);
    let price = service.cost.as_ref().filter(|cost| cost.known.mark == Mark::P);
    add(
        "help-sheet-price",
        vec![match price.map(|cost| cost.value.as_str()) {
            Some("free") => lang.text("help-cost-free"),
            Some("paid") => lang.text("help-cost-not-free"),
            _ => String::new(),
        }],
    );
    let eligible = service.eligibility.as_ref().filter(|e| e.known.mark == Mark::P);
    add("help-sheet-eligibility", eligible.and_then(|e| e.text.as_ref()).map(said).into_iter().collect());
    let flags = service.flags.iter().filter(|(_, flag)| flag.value && flag.known.mark == Mark::P);
    add(
        "help-sheet-about",
        flags.map(|(name, _)| lang.text(&format!("help-flag-{}", name.replace('_', "-")))).collect(),
    );
    let places = shown.places().flat_map(|place| {
        let town = place.municipality.as_deref().and_then(town).unwrap_or_default();
        let street = [place.name.clone(), place.address_1.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ");
        let address = format!("{street}, {} {town}", place.postcode.clone().unwrap_or_default());
        [Some(address), place.access.as_ref().map(said)].into_iter().flatten()
    });
    add("help-places", places.collect());
    let coverage = service.coverage.iter().map(|code| match code.as_str() {
        "country" => lang.text("help-area-country"),
        "region" => lang.text("area-region"),
        nis => town(nis).unwrap_or_default(),
    });
    add("help-sheet-coverage", vec![coverage.collect::<Vec<_>>().join(", ")]);
    let doubts = service.unconfirmed.iter().map(|name| lang.text(&format!("help-field-{name}")));
    add("help-sheet-unconfirmed", vec![doubts.collect::<Vec<_>>().join(", ")]);
    facts
}

/// `2026-11` in words.
fn month(text: &str, lang: Lang) -> String {
    let mut parts = text.split('-');
    let year = parts.next().unwrap_or_default().to_owned();
    let Some(month) = parts.next() else { return year };
    let name = lang.text(&format!("month-{}", month.trim_start_matches('0')));
    lang.text_with("date-month", &Args::new().with("month", name).with("year", year))
}
