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
        match (from, until) {
            (Some(from), Some(until)) if from == until => self.date(lang, from),
            // The end is less precise than the beginning and holds it: it adds nothing.
            (Some(from), Some(until)) if days(Some(from)) && from.starts_with(until) => {
                self.words.say_with(lang, "date-from-day", &[("from", &self.date(lang, from))])
            }
            (Some(from), Some(until)) => self.span(lang, from, until),
            (Some(from), None) => {
                let since = if days(Some(from)) { "date-since-day" } else { "date-since" };
                self.words.say_with(lang, since, &[("from", &self.date(lang, from))])
            }
            (None, Some(until)) => self.date(lang, until),
            (None, None) => String::new(),
        }
    }

    /// Two different dates. A month and what ends in its year say the year once; French
    /// elides its word before a month that begins with a vowel.
    fn span(&self, lang: Lang, from: &str, until: &str) -> String {
        let one_year = from.len() == 7 && until.len() >= 7 && from[..4] == until[..4];
        let first = if one_year {
            self.say(lang, &format!("month-{}", from[5..].trim_start_matches('0')))
        } else {
            self.date(lang, from)
        };
        let vowel = first.starts_with(['a', 'e', 'i', 'o', 'u']);
        let id = match (from.len() > 7, until.len() > 7) {
            (true, true) => "date-period-days",
            (true, false) => "date-period-from-day",
            (false, true) if vowel => "date-period-to-day-elided",
            (false, true) => "date-period-to-day",
            (false, false) if vowel => "date-period-elided",
            (false, false) => "date-period",
        };
        self.words.say_with(lang, id, &[("from", &first), ("until", &self.date(lang, until))])
    }

    /// A period as datasets write it: `2018-2022`, `2020-06/2020-12` or a plain date.
    #[must_use]
    pub fn written_period(&self, lang: Lang, period: &str) -> String {
        if let Some((from, until)) = period.split_once('/') {
            return self.period(lang, Some(from), Some(until));
        }
        if safe_content::is_date(period) {
            return self.date(lang, period);
        }
        match period.split_once('-') {
            // From right to left a dash would show the years in the other order.
            Some((from, until)) if lang.is_rtl() => self.period(lang, Some(from), Some(until)),
            _ => period.replace('-', "–"),
        }
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use safe_content::{Content, Lang};
    use time::macros::date;

    use crate::settings::Settings;
    use crate::site::Site;
    use crate::words::Words;

    #[test]
    fn periods_read_as_sentences_do() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
        let arabic: Lang = "ar".parse().expect("a language");
        let langs = [Lang::FR, Lang::NL, arabic];
        let words = Words::load(&root.join("locales"), &langs, &["portal.ftl"]).expect("words");
        let settings = Settings::load(&root.join("site")).expect("settings");
        let content = Content::default();
        let site = Site {
            content: &content,
            words: &words,
            settings: &settings,
            base_url: "",
            today: date!(2026 - 11 - 21),
        };
        for (lang, from, until, said) in [
            (Lang::FR, "2020-04", "2020-09", "d’avril à septembre 2020"),
            (Lang::FR, "2022-06", "2022-12", "de juin à décembre 2022"),
            (Lang::FR, "2021-10", "2022-03", "d’octobre 2021 à mars 2022"),
            (Lang::FR, "2020-04", "2020-09-04", "d’avril au 4 septembre 2020"),
            (Lang::FR, "2022-02", "2022-06-30", "de février au 30 juin 2022"),
            (Lang::FR, "2020-03-30", "2020", "à partir du 30 mars 2020"),
            (Lang::FR, "2020-03-30", "2021", "du 30 mars 2020 à 2021"),
            (Lang::FR, "2020-04-23", "2020-06-15", "du 23 avril 2020 au 15 juin 2020"),
            (Lang::FR, "2020", "2020", "2020"),
            (Lang::NL, "2020-04", "2020-09", "van april tot en met september 2020"),
            (Lang::NL, "2020-03-30", "2020", "vanaf 30 maart 2020"),
        ] {
            assert_eq!(site.period(lang, Some(from), Some(until)), said);
        }
        assert_eq!(site.written_period(arabic, "2022-2024"), "من 2022 إلى 2024");
        assert_eq!(site.written_period(Lang::NL, "2022-2024"), "2022–2024");
    }
}
