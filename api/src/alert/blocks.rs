//! The blocks of a message in one language. CAP lets a language have several: later ones expand
//! the first and never override it (section 3.2.2), so a reader is told all of them.
//!
//! The worst block that is still in force comes first: kind of event and headline are its own;
//! those of the others open the paragraph of their block in the description.

use safe_cap::{Alert, Category, Info, ResponseType, Severity};

use super::rank;
use crate::clock;
use crate::i18n::Lang;

/// The blocks in the language of one of them, in their order.
fn alike<'a>(alert: &'a Alert, one: &'a Info) -> impl Iterator<Item = &'a Info> {
    let tag = one.language();
    let spoken = Lang::parse(tag);
    alert.info.iter().filter(move |info| {
        info.language().eq_ignore_ascii_case(tag)
            || (spoken.is_some() && Lang::parse(info.language()) == spoken)
    })
}

/// The blocks in the language of one of them, this one first.
#[must_use]
pub fn of<'a>(alert: &'a Alert, first: &'a Info) -> Vec<&'a Info> {
    let others = alike(alert, first).filter(|info| !std::ptr::eq(*info, first));
    std::iter::once(first).chain(others).collect()
}

/// When a block is over by its own time; one that does not say it holds as long as its alert.
fn over_ms(info: &Info) -> i64 {
    info.expires.as_ref().map_or(i64::MAX, |at| clock::ms_of(at.instant()))
}

/// The block that comes first in the language of one of them: the worst that is in force, the
/// first of several. Once all are over, the worst of those that held longest.
#[must_use]
pub fn leading<'a>(alert: &'a Alert, one: &'a Info, now_ms: i64) -> &'a Info {
    let weight = |info: &Info| (over_ms(info).min(now_ms.saturating_add(1)), severity_of(info));
    alike(alert, one)
        .reduce(|best, info| if weight(info) > weight(best) { info } else { best })
        .unwrap_or(one)
}

fn severity_of(info: &Info) -> i32 {
    rank::severity_rank(info.severity)
}

/// The first moment after this one at which another block comes first in any language.
#[must_use]
pub fn next_lead_ms(alert: &Alert, now_ms: i64) -> Option<i64> {
    let changes =
        |info: &&Info| !std::ptr::eq(leading(alert, info, now_ms), leading(alert, info, over_ms(info)));
    let leaders = alert.info.iter().filter(|info| std::ptr::eq(leading(alert, info, now_ms), *info));
    leaders.filter(|info| over_ms(info) > now_ms).filter(changes).map(over_ms).min()
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

/// What to do, or what is going on where nobody says it, in few words: of the first block as it
/// stands, of each further one under what that block is about.
#[must_use]
pub fn brief(blocks: &[&Info]) -> String {
    let Some((first, others)) = blocks.split_first() else { return String::new() };
    let told = first.instruction.clone().or_else(|| first.description.clone()).unwrap_or_default();
    let mut paragraphs = vec![told];
    let mut titles = vec![first.headline.as_ref().unwrap_or(&first.event).trim()];
    for info in others {
        let own = trimmed(info.headline.as_ref()).unwrap_or_else(|| info.event.trim());
        let title = Some(own).filter(|own| !own.is_empty() && !titles.contains(own));
        titles.push(own);
        let text = trimmed(info.instruction.as_ref()).or_else(|| trimmed(info.description.as_ref()));
        let text = text.filter(|text| !paragraphs.iter().any(|told| told.contains(text)));
        let paragraph: Vec<&str> = title.into_iter().chain(text).collect();
        if !paragraph.is_empty() {
            paragraphs.push(paragraph.join("\n"));
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.join("\n\n")
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

    const NOON_MS: i64 = 1_795_258_800_000;

    fn until(mut info: Info, ms: i64) -> Info {
        info.expires = Some(safe_cap::DateTime::new(clock::brussels(ms)));
        info
    }

    /// What comes first in French and in Dutch.
    fn first(alert: &Alert, now_ms: i64) -> [&str; 2] {
        [0, 1].map(|index| leading(alert, &alert.info[index], now_ms).event.as_str())
    }

    #[test]
    fn the_worst_block_in_force_comes_first() {
        let sent = "2026-11-21T08:00:00+01:00".parse().expect("a moment");
        let mut alert = Alert::new("storm", "warnings@example.org", sent);
        let soon = NOON_MS + 1_800_000;
        let late = NOON_MS + 7_200_000;
        alert.info = vec![
            until(block("fr-BE", "Vent", ("", "Rentrez."), Severity::Minor), late),
            until(block("nl-BE", "Wind", ("", "Kom binnen."), Severity::Minor), late),
            until(block("fr-BE", "Grêle", ("", "Abritez-vous."), Severity::Severe), soon),
            until(block("fr-BE", "Foudre", ("", "Abritez-vous."), Severity::Severe), soon),
            block("en", "Gale", ("", ""), Severity::Extreme),
        ];
        assert_eq!(first(&alert, NOON_MS), ["Grêle", "Wind"], "the first of the worst");
        assert_eq!(next_lead_ms(&alert, NOON_MS), Some(soon));
        assert_eq!(first(&alert, soon), ["Vent", "Wind"], "hail is over");
        assert_eq!(next_lead_ms(&alert, soon), None);
        assert_eq!(first(&alert, late), ["Vent", "Wind"], "over, and not begun again by the hail");
        // What is alike in every block has the order of the message.
        for info in &mut alert.info {
            info.severity = Severity::Moderate;
            info.expires = None;
        }
        assert_eq!(first(&alert, NOON_MS), ["Vent", "Wind"]);
        assert_eq!(next_lead_ms(&alert, NOON_MS), None);
    }

    #[test]
    fn a_short_text_names_every_block() {
        let all = [
            block("fr-BE", "Grêle", ("Grêlons.", " Abritez-vous."), Severity::Severe),
            block("fr-BE", "Vent", ("Rafales.", "Rentrez vos chaises."), Severity::Minor),
            block("fr-BE", "Foudre", ("", "Abritez-vous."), Severity::Minor),
            block("fr-BE", "Vent", ("Encore des rafales.", ""), Severity::Minor),
        ];
        let some: Vec<&Info> = all.iter().collect();
        assert_eq!(brief(&some[..1]), " Abritez-vous.", "one block stands as it is");
        assert_eq!(
            brief(&some),
            " Abritez-vous.\n\nVent\nRentrez vos chaises.\n\nFoudre\n\nEncore des rafales."
        );
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
