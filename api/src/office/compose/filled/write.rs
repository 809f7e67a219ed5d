//! A form that shows what is there already: a draft, or a message of others.

use safe_cap::{Alert, Certainty, Info, Severity, Status, Urgency};
use time::OffsetDateTime;

use super::{Filled, PARTS};
use crate::alert::draft::{Draft, OwnText, parse_time};
use crate::alert::scenario::{FREE_TEXT, Param, ParamKind};
use crate::alert::{Channel, blocks, content, rank};
use crate::area::{AreaSet, Areas};
use crate::clock;
use crate::i18n::Lang;
use crate::office::compose::places;

impl Filled {
    /// The form of a draft.
    pub fn of_draft(draft: &Draft, params: &[Param]) -> Self {
        let mut filled = Self::default();
        filled.put("status", draft.status().as_str());
        for (name, value) in &draft.params {
            let is_time = params.iter().any(|p| &p.id == name && p.kind == ParamKind::Time);
            let value = if is_time { parse_time(value).map(local) } else { Some(value.clone()) };
            filled.put(format!("p.{name}"), value.unwrap_or_default());
        }
        for code in &draft.municipalities {
            filled.put("m", code);
        }
        for (index, circle) in draft.circles.iter().enumerate() {
            filled.put(format!("circle.{index}.lat"), places::written(circle.lat));
            filled.put(format!("circle.{index}.lon"), places::written(circle.lon));
            filled.put(format!("circle.{index}.radius"), places::written(circle.radius_km * 1000.0));
        }
        filled.put("polygons", places::polygon_text(&draft.polygons));
        filled.put("severity", draft.severity.map_or("", Severity::as_str));
        filled.put("urgency", draft.urgency.map_or("", Urgency::as_str));
        filled.put("certainty", draft.certainty.map_or("", Certainty::as_str));
        for category in &draft.category {
            filled.put("category", category.as_str());
        }
        for (name, at) in
            [("onset", draft.onset), ("expires", draft.expires), ("next_update", draft.next_update)]
        {
            filled.put(name, at.map(local).unwrap_or_default());
        }
        filled.put("level", draft.level.clone().unwrap_or_default());
        filled.put("authority", draft.authority.clone().unwrap_or_default());
        filled.put("contact", &draft.contact);
        filled.put("reference", &draft.reference);
        filled.put("note", &draft.note);
        for (lang, text) in &draft.texts {
            let parts = [&text.event, &text.headline, &text.instruction, &text.description];
            for (part, value) in PARTS.iter().zip(parts) {
                filled.put(format!("t.{lang}.{part}"), value);
            }
        }
        filled
    }

    /// The form of a CAP message of others, in the words of the operator: what
    /// the form has no field for is left behind.
    pub fn of_cap(alert: &Alert, areas: &Areas, set: AreaSet) -> Self {
        let mut draft = Draft { scenario: FREE_TEXT.to_owned(), ..Draft::default() };
        // A message that cannot be issued as it stands becomes one that reaches
        // nobody real until somebody says otherwise.
        let is_issued = Channel::of(alert.status, alert.scope).is_some();
        let status = if is_issued { alert.status } else { Status::Test };
        draft.status = Some(status);
        draft.municipalities = areas.members(set).map(|m| m.nis.clone()).collect();
        draft.note = alert.note.clone().unwrap_or_default().chars().take(300).collect();
        if let Some(info) = worst(alert) {
            draft.severity = Some(info.severity);
            draft.urgency = Some(info.urgency);
            draft.certainty = Some(info.certainty);
            draft.category = blocks::categories(alert, info);
            draft.onset = info.onset.as_ref().map(safe_cap::DateTime::instant);
            draft.expires = content::expires_ms(alert).map(clock::brussels);
            let line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
            draft.contact = info.contact.as_ref().map(line).unwrap_or_default().chars().take(200).collect();
        }
        let sent_ms = clock::ms_of(alert.sent.instant());
        for info in &alert.info {
            let Some(lang) = Lang::parse(info.language()) else { continue };
            draft.texts.entry(lang.code().to_owned()).or_insert_with(|| {
                let first = blocks::leading(alert, info, sent_ms);
                let all = blocks::of(alert, first);
                OwnText {
                    event: first.event.clone(),
                    headline: first.headline.clone().unwrap_or_default(),
                    description: blocks::description(&all).unwrap_or_default(),
                    instruction: blocks::text(&all, |info| info.instruction.as_ref()).unwrap_or_default(),
                }
            });
        }
        Self::of_draft(&draft, &[])
    }
}

/// The block that says the worst, the first of several.
fn worst(alert: &Alert) -> Option<&Info> {
    let rank = |info: &Info| rank::severity_rank(info.severity);
    alert.info.iter().reduce(|worst, info| if rank(info) > rank(worst) { info } else { worst })
}

/// A moment as a field of date and time holds it: the clocks of Brussels.
fn local(at: OffsetDateTime) -> String {
    let at = clock::brussels(clock::ms_of(at));
    let date = at.date();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        date.year(),
        u8::from(date.month()),
        date.day(),
        at.hour(),
        at.minute()
    )
}
