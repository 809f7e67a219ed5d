//! Where each value comes from.

use super::ProvenanceView;
use crate::help::directory::ShownEntry;
use crate::help::row::Known;

/// Where each value that is shown comes from. Lines of documents stay in the house.
pub(super) fn provenance(shown: ShownEntry<'_>) -> Vec<ProvenanceView> {
    let service = shown.service();
    let mut values: Vec<(String, &Known)> = Vec::new();
    values.extend(shown.phones().map(|phone| (format!("phones.{}", phone.id), &phone.known)));
    let channels = service.channels.iter().filter(|channel| channel.known.publish);
    values.extend(channels.map(|channel| (format!("channels.{}", channel.id), &channel.known)));
    let rows = service.hours.iter().filter(|row| row.known.publish);
    values.extend(rows.map(|row| (format!("schedules.{}", row.channel), &row.known)));
    values.extend(shown.places().map(|place| (format!("places.{}", place.id), &place.known)));
    values.extend(service.website.iter().filter(|w| w.known.publish).map(|w| ("url".to_owned(), &w.known)));
    values.extend(service.languages.iter().map(|l| ("languages".to_owned(), &l.known)));
    let expires = shown.entry().expires_on.filter(|_| !service.emergency).map(|day| day.to_string());
    let mut rows = Vec::new();
    for (field, known) in values {
        let row = |source: Option<String>, seen: Option<String>| ProvenanceView {
            field: field.clone(),
            mark: known.mark.as_str(),
            source,
            seen,
            confirmed_by_phone_on: known.confirmed_by_phone_on.clone(),
            expires_on: expires.clone(),
        };
        let named: Vec<_> = known.sources.iter().filter(|source| source.url.is_some()).collect();
        if named.is_empty() {
            rows.push(row(None, None));
        }
        rows.extend(named.into_iter().map(|source| row(source.url.clone(), source.seen.clone())));
    }
    rows.dedup_by(|a, b| a.field == b.field && a.source == b.source);
    rows
}
