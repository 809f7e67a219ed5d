//! Short forms that a text uses, explained below it from the glossary.

use safe_content::Lang;
use safe_content::markdown::plain_text;

use crate::page::Item;
use crate::site::Site;

/// Most short forms explained on one page.
const MOST: usize = 8;
/// Shorter ones mean too many things.
const SHORTEST: usize = 3;

/// The glossary's terms whose short form stands in a text, in the order of the text.
#[must_use]
pub fn explained(site: &Site<'_>, lang: Lang, markdown: &str) -> Vec<Item> {
    let words = plain_text(markdown);
    let mut found: Vec<(usize, Item)> = Vec::new();
    for term in &site.content.glossary {
        let Some(short) = term.abbreviation.as_ref().map(|a| site.plain(lang, a)) else {
            continue;
        };
        if short.chars().count() < SHORTEST {
            continue;
        }
        let Some(at) = place(&words, &short) else {
            continue;
        };
        let definition = site.text(lang, &term.definition);
        found.push((
            at,
            Item {
                title: short,
                kicker: site.plain(lang, &term.term),
                lang: definition.lang.clone(),
                dir: definition.dir.clone(),
                summary: definition,
                url: site.url(lang, &format!("/glossary/#{}", term.id)),
                ..Item::default()
            },
        ));
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().take(MOST).map(|(_, item)| item).collect()
}

/// Where a short form stands as a word of its own.
fn place(words: &str, short: &str) -> Option<usize> {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    words
        .match_indices(short)
        .map(|(at, _)| at)
        .find(|at| edge(words[..*at].chars().next_back()) && edge(words[at + short.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_short_form_is_a_word_of_its_own() {
        assert_eq!(place("Le CoReS décide", "CoReS"), Some(3));
        assert_eq!(place("LISAS ou LISA.", "LISA"), Some(9));
        assert_eq!(place("analyse", "lys"), None);
    }
}
