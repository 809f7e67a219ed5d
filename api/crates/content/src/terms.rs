//! Whether a text uses a term of the glossary in the form of another language.
//!
//! Forms of several words are looked for, as the glossary prints them: a single word is
//! often the same in two languages. A text that has its own form as well explains the
//! other one, and is left alone.

use crate::lang::Lang;
use crate::loader::Loader;
use crate::registers::Term;
use crate::text::Text;
use crate::{Content, Finding};

/// Shortest form that is looked for, in characters.
const SHORTEST: usize = 8;

/// Warns of each article that uses a form of the wrong language.
pub(crate) fn check(loader: &mut Loader, content: &Content) {
    for article in &content.articles {
        for (lang, body) in &article.bodies {
            let text = folded(&format!("{}\n{}\n{}", body.title, body.summary, body.markdown));
            for term in &content.glossary {
                let Some((found, expected)) = wrong_form(term, *lang, &text) else { continue };
                let finding = Finding::warning(&body.file, 1, "term-language")
                    .with("found", found)
                    .with("expected", expected);
                loader.push(finding);
            }
        }
    }
}

/// One form of each line of a glossary entry: `Levée de la phase, fin d'alerte` has two.
fn forms(text: &str) -> impl Iterator<Item = String> {
    text.split([',', '(', ')']).map(|form| folded(form.trim())).filter(|form| !form.is_empty())
}

/// Small letters, one apostrophe, single spaces.
fn folded(text: &str) -> String {
    let text = text.to_lowercase().replace('’', "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The form of another language that stands in a text, and the one that belongs there.
fn wrong_form(term: &Term, lang: Lang, text: &str) -> Option<(String, String)> {
    let expected = term.term.get(lang)?;
    let own: Vec<String> = forms(expected).collect();
    if own.iter().any(|form| holds(text, form)) {
        return None;
    }
    let others = |terms: &Text| -> Vec<String> {
        let other = terms.iter().filter(|(other, _)| *other != lang);
        other.flat_map(|(_, form)| forms(form).collect::<Vec<_>>()).collect()
    };
    let foreign = |form: &String| {
        form.contains(' ')
            && form.chars().count() >= SHORTEST
            && !own.iter().any(|mine| mine.contains(form.as_str()) || form.contains(mine.as_str()))
    };
    let found = others(&term.term).into_iter().find(|form| foreign(form) && holds(text, form))?;
    Some((found, expected.to_owned()))
}

/// Whether a form stands in a text between signs that are no letters.
fn holds(text: &str, form: &str) -> bool {
    text.match_indices(form).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + form.len()..].chars().next();
        [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric() && c != '-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_stands_between_signs_that_are_no_letters() {
        let text = folded("De Crisisfase en le Haut\n fonctionnaire, dit-il.");
        assert!(holds(&text, "haut fonctionnaire") && holds(&text, "crisisfase"));
        assert!(!holds(&text, "crisis") && !holds(&folded("mi-haut fonctionnaire"), "haut fonctionnaire"));
        assert_eq!(
            forms("Levée de la phase, fin d’alerte").collect::<Vec<_>>(),
            ["levée de la phase", "fin d'alerte"]
        );
    }
}
