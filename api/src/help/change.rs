//! Changes of editors: which fields there are, what they take, how they change a service.

use std::fmt;

use super::hours::Clock;
use super::row::{Channel, Cost, Hours, Known, Languages, Mark, Phone, Service, Source, Website};
use crate::error::Fault;
use crate::i18n::Lang;

/// Longest text of a field, in characters.
const MOST_TEXT: usize = 600;
/// Longest address, in bytes.
const MOST_ADDRESS: usize = 300;
/// Most rows of hours of one channel.
const MOST_ROWS: usize = 40;
/// Days in the order of a week.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/// What a call leaves behind; see `content/help/README.md`.
const COSTS: [&str; 7] =
    ["free", "not_free", "cost_unknown", "on_bill", "not_on_bill", "bill_unknown", "in_call_log"];

/// A field that editors may change.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// A number; needs a second person.
    Phone(String),
    /// What calling it leaves behind.
    Cost(String),
    /// Hours of a phone, channel or place.
    Hours(String),
    /// Address of a channel.
    Channel(String),
    /// The owner's site.
    Website,
    /// Languages offered.
    Languages,
    /// Free or not.
    Price,
    /// Sentence above the number, in a language.
    Alert(String),
    /// Description, in a language.
    Description(String),
    /// `active`, `inactive`, `defunct`, `temporarily closed`.
    Status,
    /// `shown`, `flagged`, `hidden`.
    Shown,
}

impl Field {
    /// Reads the name of a field, as stored and as in a CSV file.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (name, part) = text.split_once('.').unwrap_or((text, ""));
        let part_of = |make: fn(String) -> Self| {
            safe_content::is_id(&part.replace('_', "-")).then(|| make(part.to_owned()))
        };
        let lang_of = |make: fn(String) -> Self| {
            Lang::parse(part).filter(|lang| lang.code() == part).map(|_| make(part.to_owned()))
        };
        match (name, part) {
            ("phone", _) => part_of(Self::Phone),
            ("cost", _) => part_of(Self::Cost),
            ("hours", _) => part_of(Self::Hours),
            ("channel", _) => part_of(Self::Channel),
            ("alert", _) => lang_of(Self::Alert),
            ("description", _) => lang_of(Self::Description),
            ("website", "") => Some(Self::Website),
            ("languages", "") => Some(Self::Languages),
            ("price", "") => Some(Self::Price),
            ("status", "") => Some(Self::Status),
            ("shown", "") => Some(Self::Shown),
            _ => None,
        }
    }

    /// Which rule the database holds it to.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Phone(_) => "phone",
            Self::Status | Self::Shown => "state",
            _ => "plain",
        }
    }

    /// Its name without the part, for its words.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Phone(_) => "phone",
            Self::Cost(_) => "cost",
            Self::Hours(_) => "hours",
            Self::Channel(_) => "channel",
            Self::Website => "website",
            Self::Languages => "languages",
            Self::Price => "price",
            Self::Alert(_) => "alert",
            Self::Description(_) => "description",
            Self::Status => "status",
            Self::Shown => "shown",
        }
    }

    /// Which of several: an id or a language.
    #[must_use]
    pub fn part(&self) -> &str {
        match self {
            Self::Phone(part)
            | Self::Cost(part)
            | Self::Hours(part)
            | Self::Channel(part)
            | Self::Alert(part)
            | Self::Description(part) => part,
            _ => "",
        }
    }

    /// Whether a service has this field.
    #[must_use]
    pub fn fits(&self, service: &Service) -> bool {
        let phone = |id: &String| service.phones.iter().any(|phone| phone.id == *id);
        let channel = |id: &String| service.channels.iter().any(|channel| channel.id == *id);
        // The way to a service for professionals is the partners' own: no contact is kept.
        let contact = !service.referral_only;
        match self {
            Self::Phone(id) => contact && (phone(id) || id == "main"),
            Self::Cost(id) => contact && phone(id),
            Self::Channel(id) => contact && channel(id),
            Self::Hours(id) => {
                contact && (phone(id) || channel(id) || service.places.iter().any(|place| place.id == *id))
            }
            Self::Website => contact,
            _ => true,
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part() {
            "" => f.write_str(self.name()),
            part => write!(f, "{}.{part}", self.name()),
        }
    }
}

/// The fields of a service, in the order of the form.
#[must_use]
pub fn fields(service: &Service) -> Vec<Field> {
    let mut all = Vec::new();
    for phone in &service.phones {
        all.extend([
            Field::Phone(phone.id.clone()),
            Field::Cost(phone.id.clone()),
            Field::Hours(phone.id.clone()),
        ]);
    }
    if service.phones.is_empty() {
        all.push(Field::Phone("main".to_owned()));
    }
    for channel in &service.channels {
        all.push(Field::Channel(channel.id.clone()));
        if !matches!(channel.kind.as_str(), "web" | "mail") {
            all.push(Field::Hours(channel.id.clone()));
        }
    }
    all.extend(service.places.iter().map(|place| Field::Hours(place.id.clone())));
    all.extend([Field::Website, Field::Languages, Field::Price]);
    all.extend(Lang::all().map(|lang| Field::Alert(lang.code().to_owned())));
    all.extend(Lang::all().map(|lang| Field::Description(lang.code().to_owned())));
    all.extend([Field::Status, Field::Shown]);
    all.retain(|field| field.fits(service));
    all.dedup();
    all
}

/// What stands in a field, as an editor would write it.
#[must_use]
pub fn current(service: &Service, field: &Field) -> String {
    match field {
        Field::Phone(id) => service.phones.iter().find(|p| p.id == *id).map(|p| p.number.clone()),
        Field::Cost(id) => service.phones.iter().find(|p| p.id == *id).map(|p| p.cost_visibility.join(" ")),
        Field::Hours(id) => {
            let rows = service.hours.iter().filter(|row| row.channel == *id && row.known.publish);
            Some(rows.map(written).collect::<Vec<_>>().join("\n"))
        }
        Field::Channel(id) => service.channels.iter().find(|c| c.id == *id).and_then(|c| c.address.clone()),
        Field::Website => service.website.as_ref().map(|site| site.value.clone()),
        Field::Languages => service.languages.as_ref().map(|known| known.values.join(" ")),
        Field::Price => service.cost.as_ref().map(|cost| cost.value.clone()),
        Field::Alert(lang) => service.alert.as_ref().and_then(|text| text.0.get(lang).cloned()),
        Field::Description(lang) => service.description.0.get(lang).cloned(),
        Field::Status => Some(service.status.clone()),
        Field::Shown => Some("shown".to_owned()),
    }
    .unwrap_or_default()
}

/// A row of hours as an editor writes it.
fn written(row: &Hours) -> String {
    let mut words = vec![if row.freq == "HOLIDAYS" { row.freq.clone() } else { row.byday.join(",") }];
    if let (Some(opens), Some(closes)) = (row.opens_at, row.closes_at) {
        words.push(format!("{opens}-{closes}"));
    }
    if matches!(row.holidays.as_str(), "open" | "closed") {
        words.push(format!("holidays={}", row.holidays));
    }
    if let Some(by) = &row.answered_by {
        words.push(format!("by={by}"));
    }
    if !row.languages.is_empty() {
        words.push(format!("languages={}", row.languages.join(",")));
    }
    if row.by_appointment {
        words.push("appointment".to_owned());
    }
    words.join(" ")
}

/// Reads one row of hours: `MO,TU 09:00-17:00 holidays=closed by=tele-accueil appointment`.
fn read_row(channel: &str, line: &str, known: &Known) -> Option<Hours> {
    let mut words = line.split_whitespace();
    let days = words.next()?;
    let (opens, closes) = words.next()?.split_once('-')?;
    let holiday_row = days == "HOLIDAYS";
    let byday: Vec<String> = if holiday_row { Vec::new() } else { days_of(days)? };
    let (opens, closes) = (Clock::parse(opens)?, Clock::parse(closes)?);
    // All day is 00:00-24:00; the same hour twice is a slip that would read as all day.
    if opens == closes || opens.is_end_of_day() {
        return None;
    }
    let mut row = Hours {
        channel: channel.to_owned(),
        freq: if holiday_row { "HOLIDAYS" } else { "WEEKLY" }.to_owned(),
        byday,
        opens_at: Some(opens),
        closes_at: Some(closes),
        valid_from: None,
        valid_until: None,
        holidays: "unknown".to_owned(),
        answered_by: None,
        languages: Vec::new(),
        by_appointment: false,
        known: known.clone(),
    };
    for word in words {
        match word.split_once('=') {
            None if word == "appointment" => row.by_appointment = true,
            Some(("holidays", value @ ("open" | "closed" | "unknown"))) => row.holidays = value.to_owned(),
            Some(("by", id)) if safe_content::is_id(id) => row.answered_by = Some(id.to_owned()),
            Some(("languages", list)) if list.split(',').all(is_code) => {
                row.languages = list.split(',').map(str::to_owned).collect();
            }
            _ => return None,
        }
    }
    Some(row)
}

/// `MO,WE` or `MO-FR`.
fn days_of(text: &str) -> Option<Vec<String>> {
    let place = |day: &str| DAYS.iter().position(|known| *known == day);
    let mut days = Vec::new();
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (place(first)?, place(last)?);
        days.extend(DAYS.get(first..=last)?.iter().map(|day| (*day).to_owned()));
    }
    (!days.is_empty() && days.len() <= 7).then_some(days)
}

fn is_code(text: &str) -> bool {
    (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase())
}

/// Signs that change the direction of a line or hide in it.
fn is_hidden_sign(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether a number could be dialled in Belgium or abroad.
#[must_use]
pub fn is_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (3..=15).contains(&digits)
        && text.trim() == text
        && !text.contains("  ")
        && text.bytes().enumerate().all(|(i, b)| b.is_ascii_digit() || b == b' ' || (b == b'+' && i == 0))
}

fn is_address(kind: &str, text: &str) -> bool {
    let plain = text.len() <= MOST_ADDRESS && !text.chars().any(|c| is_hidden_sign(c) || c.is_whitespace());
    match kind {
        "mail" => {
            plain && text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        }
        "app" | "walk_in" => text.chars().count() <= 100 && !text.chars().any(is_hidden_sign),
        _ => {
            // Over plain HTTP everybody on the way could read what somebody looks for.
            plain
                && text.strip_prefix("https://").is_some_and(|rest| {
                    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
                    host.contains('.') && !host.contains('@')
                })
        }
    }
}

/// What is wrong with a value, as the code of a fault.
#[must_use]
pub fn fault(service: &Service, field: &Field, value: &str) -> Option<Fault> {
    let wrong = |code: &str| {
        let fault = Fault::new(field.to_string(), code);
        if code == "too-long" {
            return Some(fault.arg("length", value.chars().count()).arg("most", MOST_TEXT));
        }
        Some(fault)
    };
    if !field.fits(service) {
        return wrong("help-field");
    }
    let bad = match field {
        _ if value.len() > 8 * MOST_TEXT => Some("too-long"),
        Field::Phone(_) => (!value.is_empty() && !is_number(value)).then_some("help-number"),
        Field::Cost(_) => {
            let words: Vec<&str> = value.split_whitespace().collect();
            (words.is_empty() || words.iter().any(|word| !COSTS.contains(word))).then_some("help-cost")
        }
        Field::Hours(id) => {
            let known = phone_known("2000-01-01");
            let lines: Vec<&str> = value.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            (lines.len() > MOST_ROWS || lines.iter().any(|line| read_row(id, line, &known).is_none()))
                .then_some("help-hours")
        }
        Field::Channel(id) => {
            let kind = service.channels.iter().find(|c| c.id == *id).map_or("", |c| c.kind.as_str());
            (!value.is_empty() && !is_address(kind, value)).then_some("help-address")
        }
        Field::Website => (!value.is_empty() && !is_address("web", value)).then_some("help-address"),
        Field::Languages => value.split_whitespace().any(|code| !is_code(code)).then_some("help-languages"),
        Field::Price => (!["free", "paid", "unknown"].contains(&value)).then_some("help-choice"),
        Field::Status => (!["active", "inactive", "defunct", "temporarily closed"].contains(&value))
            .then_some("help-choice"),
        Field::Shown => (!["shown", "flagged", "hidden"].contains(&value)).then_some("help-choice"),
        Field::Alert(_) | Field::Description(_) => text_fault(service, field, value),
    };
    bad.and_then(wrong)
}

fn text_fault(service: &Service, field: &Field, value: &str) -> Option<&'static str> {
    if value.chars().count() > MOST_TEXT {
        return Some("too-long");
    }
    if value.chars().any(is_hidden_sign) || value.contains(['<', '>']) {
        return Some("help-signs");
    }
    if value.trim().is_empty() && matches!(field, Field::Description(_)) {
        return Some("required");
    }
    // Whoever lodges people is never described with a house number or a postcode.
    let said = value.replace("112", "").replace("101", "");
    (service.shelter && said.chars().any(char::is_numeric)).then_some("help-shelter-digits")
}

fn phone_known(day: &str) -> Known {
    Known { mark: Mark::P, publish: true, sources: Vec::new(), confirmed_by_phone_on: Some(day.to_owned()) }
}

/// What is known of a changed value: the owner's page it was read on, or the call.
#[must_use]
pub fn known(source: &str, seen: &str, confirmed_by_phone_on: Option<&str>) -> Known {
    let sources = if source.is_empty() {
        Vec::new()
    } else {
        vec![Source { url: Some(source.to_owned()), seen: Some(seen.to_owned()), doc: None }]
    };
    Known {
        mark: Mark::P,
        publish: true,
        sources,
        confirmed_by_phone_on: confirmed_by_phone_on.map(str::to_owned),
    }
}

/// Puts a value into a service. A value that no longer fits changes nothing.
pub fn apply(service: &mut Service, field: &Field, value: &str, known: &Known) {
    if fault(service, field, value).is_some() {
        return;
    }
    match field {
        Field::Phone(id) => set_phone(service, id, value, known),
        Field::Cost(id) => {
            if let Some(phone) = service.phones.iter_mut().find(|phone| phone.id == *id) {
                phone.cost_visibility = value.split_whitespace().map(str::to_owned).collect();
            }
        }
        Field::Hours(id) => {
            service.hours.retain(|row| row.channel != *id);
            let lines = value.lines().map(str::trim).filter(|line| !line.is_empty());
            service.hours.extend(lines.filter_map(|line| read_row(id, line, known)));
            service.unconfirmed.retain(|name| name != "schedules");
        }
        Field::Channel(id) => set_channel(service, id, value, known),
        Field::Website => {
            let site = Website { value: value.to_owned(), known: known.clone() };
            service.website = (!value.is_empty()).then_some(site);
        }
        Field::Languages => {
            let values: Vec<String> = value.split_whitespace().map(str::to_owned).collect();
            service.languages = (!values.is_empty()).then(|| Languages { values, known: known.clone() });
            service.unconfirmed.retain(|name| name != "languages");
        }
        Field::Price => service.cost = Some(Cost { value: value.to_owned(), known: known.clone() }),
        Field::Alert(lang) => {
            let alert = service.alert.get_or_insert_default();
            if value.trim().is_empty() {
                alert.0.remove(lang);
            } else {
                alert.0.insert(lang.clone(), value.to_owned());
            }
            if alert.0.is_empty() {
                service.alert = None;
            }
        }
        Field::Description(lang) => {
            service.description.0.insert(lang.clone(), value.to_owned());
        }
        Field::Status => service.status = value.to_owned(),
        Field::Shown => {}
    }
}

fn set_phone(service: &mut Service, id: &str, value: &str, known: &Known) {
    if value.is_empty() {
        service.phones.retain(|phone| phone.id != id);
        return;
    }
    service.unconfirmed.retain(|name| name != "phones");
    if let Some(phone) = service.phones.iter_mut().find(|phone| phone.id == id) {
        phone.number = value.to_owned();
        phone.known = known.clone();
        return;
    }
    service.phones.push(Phone {
        id: id.to_owned(),
        number: value.to_owned(),
        kind: "voice".to_owned(),
        cost_visibility: ["cost_unknown", "bill_unknown", "in_call_log"].map(str::to_owned).to_vec(),
        label: None,
        known: known.clone(),
    });
}

fn set_channel(service: &mut Service, id: &str, value: &str, known: &Known) {
    let Some(channel): Option<&mut Channel> = service.channels.iter_mut().find(|c| c.id == id) else {
        return;
    };
    channel.address = (!value.is_empty()).then(|| value.to_owned());
    channel.known = known.clone();
    channel.known.publish = !value.is_empty();
}
