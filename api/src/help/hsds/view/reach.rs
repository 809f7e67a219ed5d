//! How a service is reached, and when.

use super::{LanguageView, Maker, PhoneView, ScheduleView, UrlView};
use crate::help::directory::{ShownEntry, uuid_of};
use crate::help::hours;
use crate::help::row::{Channel, Hours, Phone};
use crate::i18n::Lang;

impl Maker<'_> {
    pub(super) fn phone(&self, service: &str, phone: &Phone) -> PhoneView {
        PhoneView {
            id: uuid_of("phone", &format!("{service}/{}", phone.id)),
            number: phone.number.clone(),
            // RFC 6350 names text messages « text ».
            kind: if phone.kind == "sms" { "text".to_owned() } else { phone.kind.clone() },
            description: phone.label.as_ref().map(|label| self.words(label)),
            cost_visibility: phone.cost_visibility.clone(),
            mark: phone.known.mark.as_str(),
        }
    }

    pub(super) fn languages(&self, of: &str, codes: &[String]) -> Vec<LanguageView> {
        let view = |code: &String| LanguageView {
            id: uuid_of("language", &format!("{of}/{code}")),
            name: Lang::parse(code).map_or_else(|| code.clone(), Lang::name),
            code: code.clone(),
        };
        codes.iter().map(view).collect()
    }

    /// A weekly row is one; a row for public holidays is one for each that comes.
    pub(super) fn schedules(&self, shown: ShownEntry<'_>, number: usize, row: &Hours) -> Vec<ScheduleView> {
        let service = &shown.entry().id;
        if row.freq != "HOLIDAYS" {
            return vec![self.schedule(service, &format!("{service}/{number}"), row, None)];
        }
        let days = self.directory.holidays.coming(self.today);
        let one = |day: jiff::civil::Date| {
            self.schedule(service, &format!("{service}/{number}/{day}"), row, Some(day.to_string()))
        };
        days.into_iter().map(one).collect()
    }

    pub(super) fn schedule(&self, service: &str, id: &str, row: &Hours, day: Option<String>) -> ScheduleView {
        let kind = self.directory.any(service).and_then(|entry| {
            let phone = entry.service.phones.iter().find(|p| p.id == row.channel).map(|p| p.kind.clone());
            phone.or_else(|| {
                entry.service.channels.iter().find(|c| c.id == row.channel).map(|c| c.kind.clone())
            })
        });
        let confirmed = row.known.confirmed_by_phone_on.clone();
        ScheduleView {
            id: uuid_of("schedule", id),
            freq: day.is_none().then_some("WEEKLY"),
            byday: day.is_none().then(|| row.byday.join(",")),
            dtstart: day.clone(),
            until: day.clone(),
            valid_from: day.clone().or_else(|| row.valid_from.clone()),
            valid_to: day.clone().or_else(|| row.valid_until.clone()),
            opens_at: row.opens_at.map(hours::Clock::printed),
            closes_at: row.closes_at.map(hours::Clock::printed),
            timezone: self.offset_h,
            attending_type: kind,
            notes: confirmed.is_none().then(|| self.text("help-to-confirm")),
            channel: row.channel.clone(),
            answered_by: row.answered_by.as_ref().map(|id| uuid_of("service", id)),
            languages: self.languages(&format!("schedule/{id}"), &row.languages),
            holidays: day.is_none().then(|| row.holidays.clone()).filter(|word| !word.is_empty()),
            by_appointment: row.by_appointment,
            mark: row.known.mark.as_str(),
            confirmed_by_phone_on: confirmed,
        }
    }

    pub(super) fn urls(&self, shown: ShownEntry<'_>) -> Vec<UrlView> {
        let wanted = |channel: &&Channel| {
            channel.known.publish
                && matches!(channel.kind.as_str(), "web" | "chat" | "form" | "online_booking")
        };
        let view = |channel: &Channel| {
            let url = channel.address.clone().filter(|address| address.starts_with("http"))?;
            let id = uuid_of("url", &format!("{}/{}", shown.entry().id, channel.id));
            Some(UrlView {
                id,
                label: Some(self.text(&format!("help-channel-{}", channel.kind.replace('_', "-")))),
                url,
            })
        };
        shown.service().channels.iter().filter(wanted).filter_map(view).collect()
    }
}
