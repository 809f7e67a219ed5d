//! The blocks of a message in one language. CAP lets a language have several: later ones expand
//! the first and never override it (section 3.2.2), so a reader is told all of them.
//!
//! Kind of event and headline are those of the first block; the others open the paragraph of
//! their block in the description.

use safe_cap::{Alert, Category, Info, ResponseType, Severity};

use super::rank;
use crate::i18n::Lang;

/// The blocks in the language of one of them, this one first.
#[must_use]
pub fn of<'a>(alert: &'a Alert, first: &'a Info) -> Vec<&'a Info> {
    let tag = first.language();
    let spoken = Lang::parse(tag);
    let is_same = |info: &&Info| {
        info.language().eq_ignore_ascii_case(tag)
            || (spoken.is_some() && Lang::parse(info.language()) == spoken)
    };
    let others = alert.info.iter().filter(|info| !std::ptr::eq(*info, first)).filter(is_same);
    std::iter::once(first).chain(others).collect()
}

/// A text without the white space around it; none when nothing is left.
fn trimmed(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// What is going on: the descriptions, each of a further block under what that block is about.
#[must_use]
pub fn description(blocks: &[&Info]) -> Option<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut titles: Vec<&str> = Vec::new();
    for (index, info) in blocks.iter().enumerate() {
        let own = [trimmed(info.headline.as_ref()), trimmed(Some(&info.event))];
        let title = own.iter().flatten().copied().find(|title| !titles.contains(title));
        titles.extend(own.into_iter().flatten());
        let title = title.filter(|_| index > 0);
        let text = trimmed(info.description.as_ref());
        let paragraph: Vec<&str> = title.into_iter().chain(text).collect();
        let paragraph = paragraph.join("\n");
        if !paragraph.is_empty() && !paragraphs.contains(&paragraph) {
            paragraphs.push(paragraph);
        }
    }
    joined(paragraphs)
}

/// One of the other texts of all blocks, each once.
#[must_use]
pub fn text<'a>(blocks: &[&'a Info], part: impl Fn(&'a Info) -> Option<&'a String>) -> Option<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    for text in blocks.iter().filter_map(|info| trimmed(part(info))) {
        if !paragraphs.iter().any(|known| known == text) {
            paragraphs.push(text.to_owned());
        }
    }
    joined(paragraphs)
}

fn joined(paragraphs: Vec<String>) -> Option<String> {
    (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
}

/// The first of one of the texts that a block has.
#[must_use]
pub fn first<'a>(blocks: &[&'a Info], part: impl Fn(&'a Info) -> Option<&'a String>) -> Option<String> {
    blocks.iter().find_map(|info| trimmed(part(info))).map(str::to_owned)
}

/// What people should do, of all blocks, each once.
#[must_use]
pub fn response_types(blocks: &[&Info]) -> Vec<ResponseType> {
    distinct(blocks.iter().flat_map(|info| &info.response_type))
}

/// The categories of a message, those of the block that is read first: a list that was asked
/// for by one of them shows it.
#[must_use]
pub fn categories(alert: &Alert, first: &Info) -> Vec<Category> {
    distinct(first.category.iter().chain(alert.info.iter().flat_map(|info| &info.category)))
}

/// The worst severity of a message, by which lists are chosen; in the word of the block that is
/// read where that is one of the worst.
#[must_use]
pub fn severity(alert: &Alert, first: &Info) -> Severity {
    let all = alert.info.iter().map(|info| info.severity);
    all.fold(first.severity, |worst, other| {
        if rank::severity_rank(other) > rank::severity_rank(worst) { other } else { worst }
    })
}

fn distinct<'a, T: Copy + PartialEq + 'a>(all: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut found = Vec::new();
    for one in all {
        if !found.contains(one) {
            found.push(*one);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use safe_cap::{Certainty, Urgency};

    use super::*;

    fn block(lang: &str, event: &str, texts: (&str, &str), severity: Severity) -> Info {
        let mut info =
            Info::new(lang, Category::Met, event, (Urgency::Expected, severity, Certainty::Likely));
        info.headline = Some(event.to_owned());
        info.description = Some(texts.0.to_owned());
        info.instruction = Some(texts.1.to_owned());
        info
    }

    #[test]
    fn no_text_of_a_further_block_is_lost() {
        let sent = "2026-11-21T08:00:00+01:00".parse().expect("a moment");
        let mut alert = Alert::new("storm", "warnings@example.org", sent);
        alert.info = vec![
            block("fr-BE", "Vent", ("Rafales.", "Rentrez."), Severity::Minor),
            block("nl-BE", "Wind", ("Rukwinden.", "Kom binnen."), Severity::Minor),
            block("fr", "Grêle", ("Grêlons.", "Rentrez."), Severity::Severe),
            block("FR-be", "Vent", ("Rafales.", ""), Severity::Unknown),
        ];
        alert.info[2].category = vec![Category::Safety];
        let french = of(&alert, &alert.info[0]);
        assert_eq!(french.len(), 3);
        assert_eq!(description(&french).as_deref(), Some("Rafales.\n\nGrêle\nGrêlons."));
        assert_eq!(text(&french, |info| info.instruction.as_ref()).as_deref(), Some("Rentrez."));
        let dutch = of(&alert, &alert.info[1]);
        assert_eq!(description(&dutch).as_deref(), Some("Rukwinden."));
        for info in &alert.info {
            assert_eq!(severity(&alert, info), Severity::Severe, "as the lists are chosen");
        }
        assert_eq!(categories(&alert, &alert.info[2]), [Category::Safety, Category::Met]);
        // A block that only has a headline still says it.
        alert.info[2].description = None;
        let french = of(&alert, &alert.info[0]);
        assert_eq!(description(&french).as_deref(), Some("Rafales.\n\nGrêle"));
    }
}
