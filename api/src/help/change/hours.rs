//! Rows of hours as an editor writes them.

use crate::help::hours::Clock;
use crate::help::row::{Hours, Known};

/// Days in the order of a week.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// A row of hours as an editor writes it.
pub(super) fn written(row: &Hours) -> String {
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
pub(super) fn read_row(channel: &str, line: &str, known: &Known) -> Option<Hours> {
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

/// Whether a text can be the code of a language.
pub(super) fn is_code(text: &str) -> bool {
    (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase())
}
