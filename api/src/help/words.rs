//! How pages, files and paper say what is known of a service.

use std::borrow::Cow;

use jiff::ToSpan;
use jiff::civil::Date;

use super::directory::{Directory, ShownEntry};
use super::hours::{self, Open, zone};
use super::row::{Hours, Phone, Service};
use crate::i18n::{Args, Lang};

/// A text of the directory as the built pages set it: curved apostrophes, French spaces, and
/// telephone numbers that are read in their order, also from right to left.
pub(super) fn set(text: &str, lang: Lang) -> Cow<'_, str> {
    match lang.code().parse() {
        Ok(lang) => safe_sitegen::typography::set(lang, text),
        Err(_) => Cow::Borrowed(text),
    }
}

/// The name of a service.
pub(super) fn name(service: &Service, lang: Lang) -> String {
    set(service.name.words(lang), lang).into_owned()
}

/// The state of a channel as a sentence.
pub(super) fn open(open: &Open, directory: &Directory, lang: Lang, today: Date) -> String {
    match open {
        Open::Unknown => lang.text("help-hours-unknown"),
        Open::Closed { opens: None, .. } => lang.text("help-closed"),
        Open::Closed { opens: Some(at), .. } => {
            lang.text_with("help-closed-opens", &Args::new().with("when", when(*at, lang, today)))
        }
        Open::Now { by_appointment: true, .. } => lang.text("help-open-appointment"),
        Open::Now { until, answered_by, .. } => {
            let mut said = match until {
                None => lang.text("help-open-always"),
                Some(at) => {
                    lang.text_with("help-open-until", &Args::new().with("when", when(*at, lang, today)))
                }
            };
            if let Some(other) = answered_by.as_ref().and_then(|id| directory.any(id)) {
                let args = Args::new().with("name", name(&other.service, lang));
                said = format!("{said} {}", lang.text_with("help-open-by", &args));
            }
            said
        }
    }
}

/// The same for a channel whose own service picks up: it does not name itself.
pub(super) fn open_of(state: &Open, id: &str, directory: &Directory, lang: Lang, today: Date) -> String {
    let mut own = state.clone();
    if let Open::Now { answered_by, .. } = &mut own {
        answered_by.take_if(|other| other == id);
    }
    open(&own, directory, lang, today)
}

/// Whether somebody has confirmed the hours by phone.
pub(super) fn is_confirmed(open: &Open) -> bool {
    match open {
        Open::Now { confirmed, .. } | Open::Closed { confirmed, .. } => *confirmed,
        Open::Unknown => true,
    }
}

/// A coming moment: the hour, and the day when it is not today.
fn when(at: jiff::Timestamp, lang: Lang, today: Date) -> String {
    let local = at.to_zoned(zone());
    // Midnight belongs to the evening it ends.
    let midnight = local.hour() == 0 && local.minute() == 0;
    let day = if midnight { local.date().yesterday().unwrap_or(local.date()) } else { local.date() };
    let hour = if midnight { "24:00".to_owned() } else { local.strftime("%H:%M").to_string() };
    let args = Args::new().with("time", hour);
    if day == today {
        return lang.text_with("help-when-today", &args);
    }
    if today.checked_add(1.day()).is_ok_and(|next| next == day) {
        return lang.text_with("help-when-tomorrow", &args);
    }
    let name = weekday(lang, code_of(day));
    lang.text_with("help-when-day", &args.with("day", name))
}

fn code_of(day: Date) -> &'static str {
    use jiff::civil::Weekday as W;
    match day.weekday() {
        W::Monday => "MO",
        W::Tuesday => "TU",
        W::Wednesday => "WE",
        W::Thursday => "TH",
        W::Friday => "FR",
        W::Saturday => "SA",
        W::Sunday => "SU",
    }
}

fn weekday(lang: Lang, code: &str) -> String {
    lang.text(&format!("help-day-{}", code.to_ascii_lowercase()))
}

/// Days of a week as people read them: runs are shortened.
fn days(lang: Lang, byday: &[String]) -> String {
    const WEEK: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let on: Vec<bool> = WEEK.iter().map(|day| byday.iter().any(|code| code == day)).collect();
    if on.iter().all(|day| *day) {
        return lang.text("help-days-all");
    }
    let mut parts = Vec::new();
    let mut first = 0;
    while first < 7 {
        if !on[first] {
            first += 1;
            continue;
        }
        let mut last = first;
        while last < 6 && on[last + 1] {
            last += 1;
        }
        let (from, to) = (weekday(lang, WEEK[first]), weekday(lang, WEEK[last]));
        parts.push(match last - first {
            0 => from,
            1 => format!("{from}, {to}"),
            _ => lang.text_with("help-days-run", &Args::new().with("from", from).with("to", to)),
        });
        first = last + 1;
    }
    parts.join(", ")
}

/// One row of hours as people read it.
pub(super) fn row(row: &Hours, directory: &Directory, own: &str, lang: Lang) -> String {
    let who = if row.freq == "HOLIDAYS" { lang.text("help-days-holidays") } else { days(lang, &row.byday) };
    let hours = match (row.opens_at, row.closes_at) {
        (Some(opens), Some(closes)) if opens.to_string() == "00:00" && closes.to_string() == "24:00" => {
            Some(lang.text("help-day-and-night"))
        }
        // Two times keep their order in a line that runs the other way.
        (Some(opens), Some(closes)) if lang.dir() == "rtl" => {
            Some(format!("\u{2066}{opens}–{closes}\u{2069}"))
        }
        (Some(opens), Some(closes)) => Some(format!("{opens}–{closes}")),
        _ => None,
    };
    let mut said = match hours {
        Some(hours) => lang.text_with("help-hours-row", &Args::new().with("days", who).with("hours", hours)),
        None => who,
    };
    let other = row.answered_by.as_deref().filter(|id| *id != own).and_then(|id| directory.any(id));
    if let Some(other) = other {
        let args = Args::new().with("name", name(&other.service, lang));
        said = format!("{said} ({})", lang.text_with("help-answered-by", &args));
    }
    if row.by_appointment {
        said = format!("{said} ({})", lang.text("help-appointment"));
    }
    said
}

/// What a call leaves behind or costs, in words.
pub(crate) fn trace_word(code: &str, lang: Lang) -> String {
    let id = match code {
        "free" => "help-cost-free",
        "not_free" => "help-cost-not-free",
        "on_bill" => "help-cost-on-bill",
        "not_on_bill" => "help-cost-not-on-bill",
        "bill_unknown" => "help-cost-bill-unknown",
        "in_call_log" => "help-in-call-log",
        _ => "help-cost-unknown",
    };
    lang.text(id)
}

/// What a call leaves behind.
pub(super) fn traces(phone: &Phone, lang: Lang) -> String {
    let word = |code: &String| trace_word(code, lang);
    let label = phone.label.as_ref().map(|text| set(text.words(lang), lang).into_owned());
    label.into_iter().chain(phone.cost_visibility.iter().map(word)).collect::<Vec<_>>().join(" · ")
}

/// Situation of the services that anybody can call to talk.
const TALK: &str = "need-to-talk";

/// Services that anybody can call to talk, at a number that is published.
pub(super) fn talkers(directory: &Directory, day: Date) -> impl Iterator<Item = ShownEntry<'_>> {
    directory.shown(day).filter(|shown| {
        let service = shown.service();
        let of = |list: &[String], id: &str| list.iter().any(|one| one == id);
        of(&service.situations, TALK)
            && of(&service.audiences, "everyone")
            && shown.phones().any(|phone| phone.kind == "voice")
    })
}

/// That no way to reach a service is confirmed, and whom to call instead to talk.
pub(super) fn unreachable(
    shown: ShownEntry<'_>,
    directory: &Directory,
    lang: Lang,
    day: Date,
) -> Option<String> {
    if shown.is_reachable() {
        return None;
    }
    let none = lang.text("help-no-channel");
    if !shown.service().situations.iter().any(|one| one == TALK) {
        return Some(none);
    }
    let number = |one: ShownEntry<'_>| {
        let phone = one.phones().find(|phone| phone.kind == "voice")?;
        Some(format!("{} ({})", phone.number, languages(one.languages(), lang)))
    };
    let numbers: Vec<String> = talkers(directory, day).filter_map(number).collect();
    if numbers.is_empty() {
        return Some(none);
    }
    let args = Args::new().with("numbers", numbers.join(&lang.text("list-separator")));
    Some(format!("{none} {}", lang.text_with("help-call-instead", &args)))
}

/// The digits that a telephone dials.
pub(super) fn dialled(phone: &Phone) -> String {
    if phone.kind != "voice" {
        return String::new();
    }
    phone.number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

/// Names of languages, as readers of a language call them.
pub(super) fn languages(codes: &[String], lang: Lang) -> String {
    codes.iter().map(|code| lang.name_of(code)).collect::<Vec<_>>().join(&lang.text("list-separator"))
}

/// The state of the ways to reach somebody at a service: the first that is open, else the
/// first that is known, else that nothing is known.
pub(super) fn best(shown: ShownEntry<'_>, directory: &Directory, lang: Option<&str>, now_ms: i64) -> Open {
    let service = shown.service();
    let phones = shown.phones().map(|phone| phone.id.as_str());
    let talk = |kind: &str| matches!(kind, "chat" | "walk_in" | "app");
    let channels =
        service.channels.iter().filter(|c| c.known.publish && talk(&c.kind)).map(|c| c.id.as_str());
    let ids: Vec<&str> = phones.chain(channels).collect();
    let states = ids
        .into_iter()
        .map(|id| hours::state(&shown.hours(id), shown.languages(), lang, now_ms, &directory.holidays));
    let rank = |open: &Open| match open {
        Open::Now { .. } => 0,
        Open::Closed { opens: Some(_), .. } => 1,
        Open::Closed { .. } => 2,
        Open::Unknown => 3,
    };
    states.min_by_key(rank).unwrap_or(Open::Unknown)
}
