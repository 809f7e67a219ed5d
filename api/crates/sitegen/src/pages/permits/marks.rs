//! Marks of a guide page: the language of each piece, and citations of the law.

use safe_content::{Lang, Text};
use safe_permits::reference::parted;
use safe_permits::{Confidence, Proof, Words};

use super::Printer;
use crate::chart::escape;
use crate::site::{Spoken, join};

impl Printer<'_, '_> {
    /// An interface message as HTML.
    pub(super) fn say(&self, id: &str) -> String {
        escape(&self.site.say(self.lang, id))
    }

    /// A text for the reader.
    pub(super) fn spoken(&self, words: &Words) -> Spoken {
        let text = words.all().filter_map(|(lang, text)| Some((lang.parse().ok()?, text.to_owned())));
        self.site.text(self.lang, &text.collect::<Text>())
    }

    /// A text for the reader as HTML; what is in another language says in which.
    pub(super) fn words(&self, words: &Words) -> String {
        marked(&self.spoken(words))
    }

    /// Legal basis, and how sure it is.
    pub(super) fn basis(&self, proof: &Proof) -> String {
        let acts = grouped(&proof.legal_basis);
        let acts: Vec<String> =
            acts.iter().filter_map(|(act, articles)| self.citation(act, articles)).collect();
        let sure = match proof.confidence {
            _ if proof.is_unconfirmed() => self.say("permits-to-confirm"),
            Confidence::B | Confidence::C => self.say("permits-secondary"),
            _ => String::new(),
        };
        join(&[join(&acts, &self.say("list-between")), sure], " – ")
    }

    /// An act with its articles: `Wapenwet, art. 5, 6 en 11`.
    fn citation(&self, act: &str, articles: &[&str]) -> Option<String> {
        let act = self.law.act(act)?;
        let name = self.words(if act.short.is_empty() { &act.title } else { &act.short });
        // `§ 3, 9°` has no letters that show its direction.
        let one = |article: &&str| match self.lang.dir() {
            "rtl" => format!("<bdi dir=\"ltr\">{}</bdi>", escape(article)),
            _ => escape(article),
        };
        let marked: Vec<String> = articles.iter().map(one).collect();
        let Some((last, rest)) = marked.split_last() else { return Some(name) };
        let message = |id: &str, values| Some(self.site.words.say_with(self.lang, id, values));
        if rest.is_empty() {
            return message("permits-article", &[("act", name.as_str()), ("article", last)]);
        }
        let own_comma = articles.iter().any(|article| article.contains(','));
        let list = rest.join(&self.say(if own_comma { "list-between" } else { "list-separator" }));
        message("permits-articles", &[("act", name.as_str()), ("list", &list), ("last", last)])
    }
}

/// Words as HTML, in a mark of their language when it is not the reader's.
pub(super) fn marked(spoken: &Spoken) -> String {
    let words = escape(&spoken.words);
    if spoken.lang.is_empty() || words.is_empty() {
        return words;
    }
    format!("<bdi lang=\"{}\" dir=\"{}\">{words}</bdi>", spoken.lang, spoken.dir)
}

/// A title as it stands inside a sentence: with a small first letter, except in German and
/// where the first word is written in capitals.
pub(super) fn inner(reader: Lang, spoken: Spoken) -> String {
    let lang = if spoken.lang.is_empty() { reader.as_str() } else { &spoken.lang };
    let mut letters = spoken.words.chars();
    let (first, second) = (letters.next(), letters.next());
    let words = match (first, second) {
        (Some(first), Some(second)) if lang != "de" && !second.is_uppercase() => {
            first.to_lowercase().chain(spoken.words.chars().skip(1)).collect()
        }
        _ => spoken.words.clone(),
    };
    marked(&Spoken { words, ..spoken })
}

/// Articles by act: each act once, in the order of the rows, its articles sorted and once.
fn grouped(bases: &[String]) -> Vec<(&str, Vec<&str>)> {
    let mut acts: Vec<(&str, Vec<&str>)> = Vec::new();
    for basis in bases {
        let (act, article) = parted(basis);
        let at = acts.iter().position(|(known, _)| *known == act).unwrap_or_else(|| {
            acts.push((act, Vec::new()));
            acts.len() - 1
        });
        acts[at].1.extend(article);
    }
    for (_, articles) in &mut acts {
        articles.sort_by_key(|article| {
            let digits = article.find(|c: char| !c.is_ascii_digit()).unwrap_or(article.len());
            (article[..digits].parse::<u32>().unwrap_or(u32::MAX), &article[digits..])
        });
        articles.dedup();
    }
    acts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_is_named_once_with_its_articles_in_order() {
        let bases = ["w:31", "w:5", "r", "w:11/1", "w:11 § 3, 9°", "w:6", "w:5", "w:11"];
        let bases: Vec<String> = bases.into_iter().map(str::to_owned).collect();
        let expected = vec![("w", vec!["5", "6", "11", "11 § 3, 9°", "11/1", "31"]), ("r", vec![])];
        assert_eq!(grouped(&bases), expected);
    }

    #[test]
    fn a_title_inside_a_sentence_starts_small_where_its_language_does() {
        let own = |words: &str| Spoken { words: words.to_owned(), ..Spoken::default() };
        let german = "de".parse().expect("a language");
        assert_eq!(inner(Lang::FR, own("Économie & tir")), "économie &amp; tir");
        assert_eq!(inner(Lang::FR, own("ADR et tir")), "ADR et tir");
        assert_eq!(inner(german, own("Jagd")), "Jagd");
        let arabic = "ar".parse().expect("a language");
        let foreign = Spoken::new(arabic, Lang::EN, "Hunting");
        assert_eq!(inner(arabic, foreign), "<bdi lang=\"en\" dir=\"ltr\">hunting</bdi>");
    }
}
