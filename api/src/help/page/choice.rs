//! What a visitor chose. It arrives in the body of a form and is forgotten with the answer.

use crate::app::State;
use crate::help::directory::{Directory, ShownEntry};
use crate::help::words;
use crate::i18n::Lang;

/// Most bytes of the form.
pub(super) const MOST_BYTES: usize = 4 << 10;

/// Choices; an empty one asks nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Choice {
    /// Situation.
    pub situation: String,
    /// Need.
    pub need: String,
    /// Audience.
    pub audience: String,
    /// Topic.
    pub topic: String,
    /// Language to speak.
    pub language: String,
    /// NIS code.
    pub municipality: String,
    /// Answers now.
    pub open: bool,
    /// Costs nothing.
    pub free: bool,
    /// A choice that does not exist was left out.
    pub ignored: bool,
}

impl Choice {
    /// Reads the form. What does not exist here is left out and told in plain words,
    /// without repeating it.
    pub fn read(bytes: &[u8], state: &State, directory: &Directory) -> Self {
        let mut choice = Self::default();
        let Ok(pairs) = serde_html_form::from_bytes::<Vec<(String, String)>>(bytes) else {
            choice.ignored = true;
            return choice;
        };
        for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
            let known = match name.as_str() {
                "situation" | "need" | "audience" | "topic" => directory.term(&name, &value).is_some(),
                "language" => spoken(directory).contains(&value),
                "municipality" => state.areas.by_nis(&value).is_some(),
                "open" | "free" => value == "1",
                _ => continue,
            };
            if !known {
                choice.ignored = true;
                continue;
            }
            match name.as_str() {
                "situation" => choice.situation = value,
                "need" => choice.need = value,
                "audience" => choice.audience = value,
                "topic" => choice.topic = value,
                "language" => choice.language = value,
                "municipality" => choice.municipality = value,
                "open" => choice.open = true,
                _ => choice.free = true,
            }
        }
        choice
    }

    /// Whether a service fits all choices.
    pub fn fits(&self, shown: ShownEntry<'_>, directory: &Directory, now_ms: i64) -> bool {
        let service = shown.service();
        let named = |list: &[String], wanted: &String| wanted.is_empty() || list.contains(wanted);
        let everyone = "everyone".to_owned();
        let covers = |nis: &String| {
            nis.is_empty()
                || service.coverage.iter().any(|code| code == "country" || code == "region" || code == nis)
        };
        let lang = Some(self.language.as_str()).filter(|code| !code.is_empty());
        named(&service.situations, &self.situation)
            && named(&service.needs, &self.need)
            && named(&service.topics, &self.topic)
            && (named(&service.audiences, &self.audience) || service.audiences.contains(&everyone))
            && covers(&self.municipality)
            && lang
                .is_none_or(|code| service.emergency || shown.languages().iter().any(|known| known == code))
            && (!self.free || is_free(shown))
            && (!self.open || words::best(shown, directory, lang, now_ms).is_now())
    }
}

fn is_free(shown: ShownEntry<'_>) -> bool {
    let price = shown.service().cost.as_ref();
    shown.service().emergency
        || price.is_some_and(|cost| cost.value == "free" && cost.known.mark == crate::help::Mark::P)
}

/// Languages that services offer, in the order of the portal's own.
pub(super) fn spoken(directory: &Directory) -> Vec<String> {
    let mut codes: Vec<String> = directory
        .entries
        .iter()
        .filter(|entry| !entry.service.referral_only)
        .flat_map(|entry| entry.service.languages.iter().flat_map(|known| known.values.clone()))
        .collect();
    codes.sort_by_key(|code| (Lang::parse(code).map_or(usize::MAX, Lang::index), code.clone()));
    codes.dedup();
    codes
}
