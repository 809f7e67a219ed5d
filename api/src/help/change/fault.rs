//! What a field does not take.

use super::Field;
use super::hours::{is_code, read_row};
use crate::error::Fault;
use crate::help::row::{Known, Mark, Service};

/// Longest text of a field, in characters.
const MOST_TEXT: usize = 600;
/// Longest address, in bytes.
const MOST_ADDRESS: usize = 300;
/// Most rows of hours of one channel.
const MOST_ROWS: usize = 40;
/// What a call leaves behind; see `content/help/README.md`.
const COSTS: [&str; 7] =
    ["free", "not_free", "cost_unknown", "on_bill", "not_on_bill", "bill_unknown", "in_call_log"];

/// Signs that change the direction of a line or hide in it.
fn is_hidden_sign(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether a number could be dialled in Belgium or abroad.
fn is_number(text: &str) -> bool {
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
