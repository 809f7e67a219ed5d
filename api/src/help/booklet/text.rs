//! What stands in a booklet.

use anyhow::Context;
use jiff::civil::Date;
use safe_paper::{Brochure, Chapter, Emergency, EmergencyLine, Entry, Identity, Labelled, Phone};
use time::OffsetDateTime;

use super::Wanted;
use super::chapters::chapters;
use crate::area::Areas;
use crate::help::directory::{Directory, ShownEntry};
use crate::help::words;
use crate::help::{Hours, Mark};
use crate::i18n::{Args, Lang};

/// Where a booklet is read about.
struct Told<'a> {
    directory: &'a Directory,
    areas: &'a Areas,
    lang: Lang,
    today: Date,
}

/// Composes a booklet of what the public may see on a day.
///
/// # Errors
/// The language is none that papers are set in, or the day is out of reach.
pub(super) fn compose(
    directory: &Directory,
    areas: &Areas,
    wanted: &Wanted,
    today: Date,
) -> anyhow::Result<Brochure> {
    let lang = wanted.lang;
    let told = Told { directory, areas, lang, today };
    let day = lang.date(today);
    let topic = wanted.topic.as_deref().and_then(|id| directory.term("topic", id));
    let with_day = |id: &str| lang.text_with(id, &Args::new().with("day", day.clone()));
    let about =
        directory.shown(today).filter(|shown| topic.is_none_or(|t| shown.service().topics.contains(&t.id)));
    let sections = chapters(about, lang).into_iter().map(|chapter| Chapter {
        heading: lang.text(&format!("help-chapter-{}", chapter.id)),
        intro: String::new(),
        entries: chapter.services.into_iter().map(|shown| told.entry(shown)).collect(),
    });
    let region = lang.text("help-brochure-subtitle");
    let subtitle = topic.map_or_else(|| region.clone(), |t| format!("{} · {region}", t.text.words(lang)));
    Ok(Brochure {
        lang: lang.code().parse().context("papers are not set in this language")?,
        identity: Identity {
            id: format!("urn:safe.brussels:help:{lang}:{:?}:{today}:{}", wanted.topic, directory.version),
            date: midnight(today)?,
            author: lang.text("help-brochure-author"),
        },
        title: lang.text("help-brochure-title"),
        subtitle,
        date_line: with_day("help-brochure-date"),
        emergency: told.emergency(),
        intro: vec![lang.text("help-brochure-intro"), lang.text("help-brochure-give")],
        sections: sections.collect(),
        closing: vec![lang.text("help-brochure-missing"), lang.text("help-brochure-calls")],
        footer: with_day("help-brochure-footer"),
        page_pattern: lang
            .text_with("help-brochure-page", &Args::new().with("page", "{page}").with("pages", "{pages}")),
    })
}

fn midnight(day: Date) -> anyhow::Result<OffsetDateTime> {
    let start = day.to_zoned(jiff::tz::TimeZone::UTC).context("a day without a beginning")?;
    OffsetDateTime::from_unix_timestamp(start.timestamp().as_second()).context("a day out of reach")
}

fn labelled(label: String, text: String) -> Option<Labelled> {
    (!text.is_empty()).then_some(Labelled { label, text })
}

impl Told<'_> {
    fn say(&self, id: &str) -> String {
        self.lang.text(id)
    }

    /// Whom to call at once: the numbers that are never hidden.
    fn emergency(&self) -> Option<Emergency> {
        let services = self.directory.shown(self.today).filter(|shown| shown.service().emergency);
        let lines: Vec<EmergencyLine> = services.flat_map(|shown| self.urgent(shown)).collect();
        (!lines.is_empty()).then(|| Emergency { heading: self.say("help-brochure-emergency"), lines })
    }

    fn urgent(&self, shown: ShownEntry<'_>) -> Vec<EmergencyLine> {
        let service = shown.service();
        let (name, what) = (service.name.words(self.lang), service.description.words(self.lang));
        let text = words::set(&format!("{name}. {what}"), self.lang).into_owned();
        let numbers: Vec<EmergencyLine> = shown
            .phones()
            .map(|phone| EmergencyLine { number: phone.number.clone(), text: text.clone() })
            .collect();
        if numbers.is_empty() { vec![EmergencyLine { number: String::new(), text }] } else { numbers }
    }

    fn entry(&self, shown: ShownEntry<'_>) -> Entry {
        let service = shown.service();
        let said = [Some(&service.description), service.alert.as_ref()];
        let said: Vec<&str> = said.into_iter().flatten().map(|text| text.words(self.lang)).collect();
        Entry {
            name: words::name(service, self.lang),
            summary: words::set(said.join(" ").trim(), self.lang).into_owned(),
            phones: shown.phones().map(|phone| self.phone(phone)).collect(),
            lines: self.lines(shown),
            marks: self.marks(shown),
        }
    }

    /// A number with what a call costs. What is true of every call, and what nobody
    /// knows, is said once at the end of the booklet.
    fn phone(&self, phone: &crate::help::Phone) -> Phone {
        let known = |code: &String| ["free", "not_free", "on_bill", "not_on_bill"].contains(&code.as_str());
        let told = crate::help::Phone {
            cost_visibility: phone.cost_visibility.iter().filter(|code| known(code)).cloned().collect(),
            ..phone.clone()
        };
        Phone { label: String::new(), number: phone.number.clone(), note: words::traces(&told, self.lang) }
    }

    /// Published hours of a channel, a line for each row; what nobody has heard by phone
    /// says so.
    fn hours(&self, shown: ShownEntry<'_>, channel: &str, label: &str) -> Vec<Labelled> {
        let rows = shown.hours(channel);
        let heard = |row: &&Hours| row.known.confirmed_by_phone_on.is_some();
        let confirmed = shown.service().emergency || rows.iter().all(heard);
        let own = &shown.entry().id;
        let mut said: Vec<String> =
            rows.iter().map(|row| words::row(row, self.directory, own, self.lang)).collect();
        if let Some(last) = said.last_mut().filter(|_| !confirmed) {
            *last = format!("{last} ({})", self.say("help-to-confirm"));
        }
        let label = std::iter::once(label).chain(std::iter::repeat(""));
        label.zip(said).filter_map(|(label, row)| labelled(label.to_owned(), row)).collect()
    }

    fn lines(&self, shown: ShownEntry<'_>) -> Vec<Labelled> {
        let service = shown.service();
        let website = shown.website().unwrap_or_default();
        let mut lines = Vec::new();
        let phones: Vec<_> = shown.phones().collect();
        for phone in &phones {
            let label = self.say("help-hours");
            let label = if phones.len() > 1 { format!("{label} {}", phone.number) } else { label };
            let hours = self.hours(shown, &phone.id, &label);
            if hours.is_empty() {
                lines.extend(labelled(label, self.say("help-to-confirm")));
            }
            lines.extend(hours);
        }
        lines.extend(labelled(self.say("help-site"), website.to_owned()));
        for channel in service.channels.iter().filter(|channel| channel.known.publish) {
            let address = channel.address.as_deref().filter(|address| *address != website);
            let label = self.say(&format!("help-channel-{}", channel.kind.replace('_', "-")));
            lines.extend(labelled(label.clone(), address.unwrap_or_default().to_owned()));
            lines.extend(self.hours(shown, &channel.id, &label));
        }
        for place in shown.places() {
            let town = place.municipality.as_deref().and_then(|nis| self.town(nis)).unwrap_or_default();
            let street = [place.name.as_deref(), place.address_1.as_deref()];
            let street = street.into_iter().flatten().collect::<Vec<_>>().join(", ");
            let postcode = place.postcode.as_deref().unwrap_or_default();
            lines.extend(labelled(
                self.say("help-places"),
                format!("{street}, {postcode} {town}").trim_end().to_owned(),
            ));
            lines.extend(self.hours(shown, &place.id, &self.say("help-hours")));
        }
        let reachable = !lines.is_empty();
        let languages =
            shown.languages().iter().map(|code| words::languages(std::slice::from_ref(code), self.lang));
        lines.extend(labelled(self.say("help-languages"), self.listed(languages)));
        let towns = service.coverage.iter().filter_map(|code| self.town(code));
        lines.extend(labelled(self.say("help-sheet-coverage"), self.listed(towns)));
        if reachable {
            let doubts = service.unconfirmed.iter().map(|name| self.say(&format!("help-field-{name}")));
            lines.extend(labelled(self.say("help-sheet-unconfirmed"), self.listed(doubts)));
        } else {
            lines.extend(labelled(String::new(), self.say("help-no-channel")));
        }
        lines
    }

    fn town(&self, nis: &str) -> Option<String> {
        Some(self.areas.municipalities[self.areas.by_nis(nis)?].name.in_lang(self.lang))
    }

    fn listed(&self, parts: impl Iterator<Item = String>) -> String {
        let comma = if self.lang.dir() == "rtl" { "، " } else { ", " };
        parts.collect::<Vec<_>>().join(comma)
    }

    fn marks(&self, shown: ShownEntry<'_>) -> Vec<String> {
        let service = shown.service();
        let free =
            service.cost.as_ref().is_some_and(|cost| cost.value == "free" && cost.known.mark == Mark::P);
        // Once is enough: most numbers carry the word already.
        let said = shown.phones().any(|phone| phone.cost_visibility.iter().any(|code| code == "free"));
        let mut marks: Vec<String> =
            (free && !said).then(|| self.say("help-cost-free")).into_iter().collect();
        let flags = service.flags.iter().filter(|(_, flag)| flag.value && flag.known.mark == Mark::P);
        marks.extend(flags.map(|(name, _)| self.say(&format!("help-flag-{}", name.replace('_', "-")))));
        if shown.entry().is_stale(self.today) {
            marks.push(self.say("help-check-by-phone"));
        }
        marks
    }
}
