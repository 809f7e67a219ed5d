//! What is wrong with what an editor asks for.

use super::Proposal;
use crate::app::State;
use crate::error::Fault;
use crate::help::change::{self, Field};
use crate::help::{Directory, Entry, today};

/// What is wrong with a proposal.
pub(super) fn faults(state: &State, directory: &Directory, proposal: &Proposal) -> Vec<Fault> {
    let Some(entry) = directory.any(&proposal.service) else {
        return vec![Fault::new("service", "help-service")];
    };
    let mut faults: Vec<Fault> =
        change::fault(&entry.service, &proposal.field, &proposal.value).into_iter().collect();
    let at = proposal.field.to_string();
    match &proposal.field {
        Field::Shown => {
            if entry.service.emergency && proposal.value == "hidden" {
                faults.push(Fault::new(at, "help-emergency"));
            }
            return faults;
        }
        Field::Phone(_) => {
            let digits =
                |text: &str| text.bytes().filter(u8::is_ascii_digit).map(char::from).collect::<String>();
            let same = |other: &&Entry| {
                other.id != entry.id
                    && other
                        .service
                        .phones
                        .iter()
                        .any(|phone| digits(&phone.number) == digits(&proposal.value))
            };
            if !proposal.value.is_empty() && directory.entries.iter().find(same).is_some() {
                faults.push(Fault::new(at, "help-number-taken"));
            }
        }
        Field::Hours(_) => {
            let named = proposal.value.split_whitespace().filter_map(|word| word.strip_prefix("by="));
            if named.into_iter().any(|id| directory.any(id).is_none_or(|other| other.service.referral_only)) {
                faults.push(Fault::new(at, "help-answered-by"));
            }
        }
        _ => {}
    }
    faults.extend(source_faults(state, proposal));
    faults
}

/// A value needs the owner's page or a call.
fn source_faults(state: &State, proposal: &Proposal) -> Vec<Fault> {
    let mut faults = Vec::new();
    let source = proposal.source.as_str();
    let is_page = source.len() <= 300
        && (source.starts_with("https://") || source.starts_with("http://"))
        && !source.chars().any(|c| c.is_whitespace() || c.is_control());
    if !source.is_empty() && !is_page {
        faults.push(Fault::new("source", "help-source"));
    }
    match &proposal.confirmed_by_phone_on {
        None if source.is_empty() => faults.push(Fault::new("source", "help-source")),
        None => {}
        Some(day) => {
            let today = today(state);
            let good = day.parse::<jiff::civil::Date>().is_ok_and(|day| day <= today && day.year() >= 2026);
            if !good {
                faults.push(Fault::new("confirmed_by_phone_on", "help-date"));
            }
        }
    }
    faults
}
