//! Dates, periods, numbers and amounts in the way of each language; the signs and the
//! order of the parts are Fluent messages.

use safe_content::Lang;

use crate::site::Site;

impl Site<'_> {
    /// A date `2026-11-21`, `2026-11` or `2026` in words.
    #[must_use]
    pub fn date(&self, lang: Lang, date: &str) -> String {
        let mut parts = date.split('-');
        let year = parts.next().unwrap_or_default();
        let month = parts.next().map(|m| self.say(lang, &format!("month-{}", m.trim_start_matches('0'))));
        let day = parts.next().map(|d| self.day(lang, d));
        match (month, day) {
            (Some(month), Some(day)) => {
                self.words.say_with(lang, "date-long", &[("day", &day), ("month", &month), ("year", year)])
            }
            (Some(month), None) => {
                self.words.say_with(lang, "date-month", &[("month", &month), ("year", year)])
            }
            _ => year.to_owned(),
        }
    }

    /// A day of a month, which some languages count otherwise when it is the first.
    fn day(&self, lang: Lang, day: &str) -> String {
        match day.trim_start_matches('0') {
            "1" => self.say(lang, "day-first"),
            other => other.to_owned(),
        }
    }

    /// A period between two dates, the second perhaps unknown.
    #[must_use]
    pub fn period(&self, lang: Lang, from: Option<&str>, until: Option<&str>) -> String {
        let days = |d: Option<&str>| d.is_some_and(|d| d.len() > 7);
        if let (Some(from), Some(until)) = (from, until)
            && days(Some(from))
            && days(Some(until))
            && from != until
            && from[..7] == until[..7]
        {
            // Both days in one month: month and year are said once.
            let (first, until) = (self.day(lang, &from[8..]), self.date(lang, until));
            return self.words.say_with(lang, "date-period-month", &[("first", &first), ("until", &until)]);
        }
        let (period, since) = if days(from) && until.is_none_or(|u| days(Some(u))) {
            ("date-period-days", "date-since-day")
        } else {
            ("date-period", "date-since")
        };
        match (from.map(|d| self.date(lang, d)), until.map(|d| self.date(lang, d))) {
            (Some(from), Some(until)) if from == until => from,
            (Some(from), Some(until)) => {
                self.words.say_with(lang, period, &[("from", &from), ("until", &until)])
            }
            (Some(from), None) => self.words.say_with(lang, since, &[("from", &from)]),
            (None, Some(until)) => until,
            (None, None) => String::new(),
        }
    }

    /// A period as datasets write it: `2018-2022`, `2020-06/2020-12` or a plain date.
    #[must_use]
    pub fn written_period(&self, lang: Lang, period: &str) -> String {
        if let Some((from, until)) = period.split_once('/') {
            return self.period(lang, Some(from), Some(until));
        }
        if safe_content::is_date(period) { self.date(lang, period) } else { period.replace('-', "–") }
    }

    /// A number with the signs of the language.
    #[must_use]
    pub fn number(&self, lang: Lang, number: f64, decimals: usize) -> String {
        let plain = format!("{:.decimals$}", number.abs());
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let group = self.say(lang, "number-group");
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                grouped.push_str(&group);
            }
            grouped.push(digit);
        }
        let sign = if number < 0.0 { "−" } else { "" };
        let mark = if fraction.is_empty() { String::new() } else { self.say(lang, "number-decimal") };
        format!("{sign}{grouped}{mark}{fraction}")
    }

    /// An amount in euro; cents only when there are some.
    #[must_use]
    pub fn euro(&self, lang: Lang, amount: f64) -> String {
        let decimals = if amount.fract().abs() < 0.005 { 0 } else { 2 };
        self.words.say_with(lang, "number-euro", &[("amount", &self.number(lang, amount, decimals))])
    }
}
