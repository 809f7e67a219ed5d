//! What planning and ranking know of all documents, in memory.
//!
//! Texts stay in the engine; a card holds numbers alone, about 2 kB per page.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::analyse::Analyser;
use crate::document::Document;
use crate::lang::Lang;
use crate::vocabulary::{Vocabulary, WordId};

pub use crate::card::{Card, CardId, Meaning, Occurrence, Token, Tokens};

/// All cards and words.
#[derive(Clone)]
pub struct Corpus {
    /// The analysis.
    pub analyser: Analyser,
    /// The words.
    pub vocabulary: Vocabulary,
    /// Kinds by number.
    pub kinds: Vec<String>,
    cards: Vec<Option<Arc<Card>>>,
    by_id: FxHashMap<String, CardId>,
    topic_numbers: FxHashMap<String, u32>,
    topics: Vec<Vec<CardId>>,
    lengths: FxHashMap<Lang, u64>,
    lacks: FxHashMap<(Lang, Lang), u32>,
    meanings: Arc<Vec<Meaning>>,
    phrases: Arc<FxHashMap<(Lang, String), Vec<u32>>>,
}

impl Corpus {
    /// An empty corpus that knows the words of the lexicon.
    #[must_use]
    pub fn new(analyser: Analyser) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut phrases: FxHashMap<(Lang, String), Vec<u32>> = FxHashMap::default();
        let mut meanings = Vec::new();
        for concept in analyser.lexicon().concepts() {
            let number = u32::try_from(meanings.len()).unwrap_or(u32::MAX);
            let mut terms = Vec::new();
            for (lang, term) in &concept.terms {
                for word in analyser.words(*lang, term) {
                    vocabulary.learn(&analyser, *lang, &word.exact);
                }
                let stems = analyser.content_stems(*lang, term);
                let holders = phrases.entry((*lang, key(&stems))).or_default();
                if !holders.contains(&number) {
                    holders.push(number);
                }
                terms.push((*lang, stems));
            }
            terms.dedup();
            meanings.push(Meaning { terms, is_crisis: concept.is_crisis });
        }
        Self {
            analyser,
            vocabulary,
            kinds: Vec::new(),
            cards: Vec::new(),
            by_id: FxHashMap::default(),
            topic_numbers: FxHashMap::default(),
            topics: Vec::new(),
            lengths: FxHashMap::default(),
            lacks: FxHashMap::default(),
            meanings: Arc::new(meanings),
            phrases: Arc::new(phrases),
        }
    }

    /// Adds a document, in place of one with the same id, and gives its card and where
    /// its words stand.
    pub fn add(&mut self, document: &Document) -> (CardId, Tokens) {
        self.remove(&document.id);
        let tokens = Tokens {
            title: self.learn(document.lang, &document.title),
            summary: self.learn(document.lang, &document.summary),
            body: self.learn(document.lang, &document.body),
        };
        let mut words: FxHashMap<WordId, [u8; 3]> = FxHashMap::default();
        let mut tally = |list: &[Token], zone: usize| {
            for token in list {
                let count = &mut words.entry(token.word).or_default()[zone];
                *count = count.saturating_add(1);
            }
        };
        tally(&tokens.title, 0);
        tally(&tokens.summary, 1);
        tally(&tokens.body, 2);
        for (word, zone) in self.unsaid(document) {
            // A title that says the word already needs no help.
            let count = &mut words.entry(word).or_default()[zone];
            *count = (*count).max(1);
        }
        let mut words: Vec<Occurrence> = words
            .into_iter()
            .map(|(word, [title, summary, body])| Occurrence { word, title, summary, body })
            .collect();
        words.sort_unstable_by_key(|occurrence| occurrence.word);
        self.vocabulary.count(document.lang, words.iter().map(|occurrence| occurrence.word));
        let mut title: Vec<WordId> = tokens.title.iter().map(|token| token.word).collect();
        let says = |word: &WordId| !self.vocabulary.entry(*word).forms.stop;
        if title.iter().any(says) {
            title.retain(says);
        }
        let card = Card {
            id: document.id.clone(),
            lang: document.lang,
            kind: self.kind_number(&document.kind),
            topic: self.topic_number(document.topic()),
            words: words.into(),
            title: title.into(),
            length: u32::try_from(tokens.body.len()).unwrap_or(u32::MAX),
        };
        (self.keep(card), tokens)
    }

    /// Words that a page is found by without saying them, and the zone they count in:
    /// concepts it answers as in its title, names and postcodes as in its body.
    fn unsaid(&mut self, document: &Document) -> Vec<(WordId, usize)> {
        let lexicon = self.analyser.lexicon().clone();
        let places = document.municipality.iter().filter_map(|nis| lexicon.place(nis));
        let names: Vec<String> = places.map(crate::lexicon::Place::words).collect();
        let concepts: Vec<&str> = lexicon.unsaid(document.topic(), document.lang).collect();
        let mut found: Vec<(WordId, usize)> = Vec::new();
        for (text, zone) in
            concepts.into_iter().map(|text| (text, 0)).chain(names.iter().map(|text| (text.as_str(), 2)))
        {
            found.extend(self.learn(document.lang, text).into_iter().map(|token| (token.word, zone)));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn keep(&mut self, card: Card) -> CardId {
        let number = CardId::try_from(self.cards.len()).unwrap_or(CardId::MAX);
        self.by_id.insert(card.id.clone(), number);
        self.topics[card.topic as usize].push(number);
        *self.lengths.entry(card.lang).or_default() += u64::from(card.length);
        self.cards.push(Some(Arc::new(card)));
        number
    }

    /// Takes a document away; false when there was none.
    pub fn remove(&mut self, id: &str) -> bool {
        let Some(number) = self.by_id.remove(id) else { return false };
        if let Some(card) = self.cards[number as usize].take() {
            self.topics[card.topic as usize].retain(|other| *other != number);
            self.vocabulary.uncount(card.lang, card.words.iter().map(|occurrence| occurrence.word));
            if let Some(length) = self.lengths.get_mut(&card.lang) {
                *length = length.saturating_sub(u64::from(card.length));
            }
        }
        true
    }

    fn learn(&mut self, lang: Lang, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        for word in self.analyser.words(lang, text) {
            let id = self.vocabulary.learn(&self.analyser, lang, &word.exact);
            let (Ok(start), Ok(end)) = (u32::try_from(word.start), u32::try_from(word.end)) else { break };
            tokens.push(Token { word: id, start, end });
        }
        tokens
    }

    /// The known words of a text, with their places.
    #[must_use]
    pub fn tokens(&self, lang: Lang, text: &str) -> Vec<Token> {
        self.analyser
            .words(lang, text)
            .filter_map(|word| {
                let id = self.vocabulary.exact(lang, &word.exact)?;
                Some(Token {
                    word: id,
                    start: u32::try_from(word.start).ok()?,
                    end: u32::try_from(word.end).ok()?,
                })
            })
            .collect()
    }

    /// The known words of a document, with their places.
    #[must_use]
    pub fn tokens_of(&self, document: &Document) -> Tokens {
        Tokens {
            title: self.tokens(document.lang, &document.title),
            summary: self.tokens(document.lang, &document.summary),
            body: self.tokens(document.lang, &document.body),
        }
    }

    fn kind_number(&mut self, kind: &str) -> u16 {
        let at = self.kinds.iter().position(|known| known == kind).unwrap_or_else(|| {
            self.kinds.push(kind.to_owned());
            self.kinds.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    fn topic_number(&mut self, topic: &str) -> u32 {
        if let Some(number) = self.topic_numbers.get(topic) {
            return *number;
        }
        let number = u32::try_from(self.topics.len()).unwrap_or(u32::MAX);
        self.topic_numbers.insert(topic.to_owned(), number);
        self.topics.push(Vec::new());
        number
    }

    /// A card, unless its document is gone.
    #[must_use]
    pub fn card(&self, number: CardId) -> Option<&Arc<Card>> {
        self.cards.get(number as usize)?.as_ref()
    }

    /// The card of a document.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<CardId> {
        self.by_id.get(id).copied()
    }

    /// The version of a topic in a language.
    #[must_use]
    pub fn version(&self, topic: u32, lang: Lang) -> Option<CardId> {
        let versions = self.topics.get(topic as usize)?;
        versions.iter().copied().find(|number| self.card(*number).is_some_and(|card| card.lang == lang))
    }

    /// Whether a language has topics that another lacks.
    #[must_use]
    pub fn has_more(&self, lang: Lang, than: Lang) -> bool {
        self.lacks.contains_key(&(lang, than)) || self.vocabulary.documents(than) == 0
    }

    /// Counts anew what languages lack; called once after each change.
    pub fn seal(&mut self) {
        self.lacks.clear();
        let all: Vec<Lang> =
            self.vocabulary.langs().filter(|lang| self.vocabulary.documents(*lang) > 0).collect();
        for versions in &self.topics {
            let langs: Vec<Lang> =
                versions.iter().filter_map(|number| self.card(*number)).map(|card| card.lang).collect();
            let pairs: Vec<(Lang, Lang)> = langs
                .iter()
                .flat_map(|lang| {
                    all.iter().filter(|other| !langs.contains(other)).map(|other| (*lang, *other))
                })
                .collect();
            for pair in pairs {
                *self.lacks.entry(pair).or_default() += 1;
            }
        }
    }

    /// Documents in all languages.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Mean number of words of a body.
    #[must_use]
    pub fn mean_length(&self, lang: Lang) -> f32 {
        let documents = self.vocabulary.documents(lang).max(1);
        let words = self.lengths.get(&lang).copied().unwrap_or_default();
        (words as f32 / documents as f32).max(1.0)
    }

    /// Meanings of a set of stems, in any order.
    pub fn meanings(&self, lang: Lang, stems: &[String]) -> impl Iterator<Item = &Meaning> {
        let found = self.phrases.get(&(lang, key(stems)));
        found.into_iter().flatten().filter_map(|number| self.meanings.get(*number as usize))
    }
}

/// « vol de vélo » and « vélo vol » are the same question.
fn key(stems: &[String]) -> String {
    let mut sorted: Vec<&str> = stems.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.join(" ")
}
