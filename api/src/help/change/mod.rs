//! Changes of editors: which fields there are, what they take, how they change a service.

mod fault;
mod field;
mod hours;

pub use fault::fault;
pub use field::{Field, fields};

use self::hours::{read_row, written};
use super::row::{Channel, Cost, Known, Languages, Mark, Phone, Service, Source, Website};

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
