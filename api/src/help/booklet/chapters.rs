//! The order in which a booklet tells: each service stands once, under the first of its
//! topics.

use crate::help::directory::ShownEntry;
use crate::help::row::Service;
use crate::i18n::Lang;

/// Chapters in order: the last part of the Fluent id of the heading, and the topics.
const CHAPTERS: [(&str, &[&str]); 10] = [
    (
        "home",
        &["partner-violence", "family-violence", "forced-marriage", "genital-mutilation", "elder-abuse"],
    ),
    ("sexual", &["sexual-violence"]),
    ("young", &["child-abuse", "missing-children", "school-harassment", "school-dropout"]),
    ("talk", &["suicide", "social-distress"]),
    (
        "respect",
        &["street-harassment", "sexism", "hate-crime", "discrimination", "lgbtqia", "cyber-violence"],
    ),
    ("exploited", &["trafficking", "labour-exploitation", "sex-work"]),
    ("arrival", &["newcomers", "residence-rights", "health-access"]),
    ("street", &["homelessness", "drugs"]),
    ("police", &["police-complaint", "burglary", "road-accident", "detention", "emergency"]),
    ("worried", &["radicalisation"]),
];
/// What has a topic that no chapter names; it is told all the same.
const OTHER: &str = "other";
/// People who want to change stand apart, at the end.
const CHANGE: &str = "change";

/// One chapter.
pub(super) struct Chapter<'a> {
    /// Last part of the Fluent id of its heading.
    pub id: &'static str,
    /// Services by name.
    pub services: Vec<ShownEntry<'a>>,
}

fn is_of_change(service: &Service) -> bool {
    let is = |name: &str| service.audiences.iter().any(|audience| audience == name);
    is("perpetrator") && !is("victim") && !is("everyone")
}

fn chapter_of(service: &Service) -> &'static str {
    if is_of_change(service) {
        return CHANGE;
    }
    let of = |topic: &String| CHAPTERS.iter().find(|(_, topics)| topics.contains(&topic.as_str()));
    service.topics.iter().find_map(of).map_or(OTHER, |(id, _)| id)
}

/// The services of a booklet in chapters; emergency numbers stand in a box of their own.
pub(super) fn chapters<'a>(services: impl Iterator<Item = ShownEntry<'a>>, lang: Lang) -> Vec<Chapter<'a>> {
    let ids = CHAPTERS.iter().map(|(id, _)| *id).chain([OTHER, CHANGE]);
    let mut chapters: Vec<Chapter<'a>> = ids.map(|id| Chapter { id, services: Vec::new() }).collect();
    for shown in services.filter(|shown| !shown.service().emergency) {
        let id = chapter_of(shown.service());
        if let Some(chapter) = chapters.iter_mut().find(|chapter| chapter.id == id) {
            chapter.services.push(shown);
        }
    }
    for chapter in &mut chapters {
        // Whoever can be called comes first, and the reader's language before others.
        chapter.services.sort_by_key(|shown| {
            let service = shown.service();
            let silent = shown.phones().next().is_none();
            let rank = crate::help::rank(service, lang);
            (silent, rank, service.name.words(lang).to_lowercase())
        });
    }
    chapters.retain(|chapter| !chapter.services.is_empty());
    chapters
}
