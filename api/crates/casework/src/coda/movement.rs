//! One record of a movement.

use super::{Movement, Record, Refused};

/// What the keys of the movements of a statement begin with, now and before the day was in it.
pub(super) struct Prefix {
    pub now: String,
    pub former: String,
}

pub(super) fn movement(record: &Record<'_>, statement: &Prefix) -> Result<Movement, Refused> {
    let reference = record.part(11, 31);
    let own = format!("{}.{}/{}", record.part(3, 6), record.part(7, 10), reference.trim());
    let zone = record.part(63, 115);
    // Types 101 and 102 hold a structured communication of a transfer.
    let structured = record.at(62) == '1' && (zone.starts_with("101") || zone.starts_with("102"));
    let ogm = structured.then(|| record.part(66, 77).parse().ok()).flatten();
    let zone = if structured { record.part(66, 115) } else { zone };
    let communication = zone.trim_end();
    Ok(Movement {
        key: format!("{}/{own}", statement.now),
        former_key: format!("{}/{own}", statement.former),
        milli: record.amount(32, 33)?,
        booked_on: record.date(116)?,
        // People also type the communication as words.
        ogm: ogm.or_else(|| written(communication)),
        communication: communication.to_owned(),
    })
}

/// A communication typed as words, with its signs.
pub(super) fn written(text: &str) -> Option<crate::ogm::Ogm> {
    let start = text.find("+++").or_else(|| text.find("***"))?;
    text.get(start..start + 20)?.parse().ok()
}
