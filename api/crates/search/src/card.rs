//! Numbers that stand for documents and their words.

use crate::lang::Lang;
use crate::vocabulary::WordId;

/// Number of a card.
pub type CardId = u32;

/// How often a word stands in each zone of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// The word.
    pub word: WordId,
    /// Times in the title.
    pub title: u8,
    /// Times in the summary.
    pub summary: u8,
    /// Times in the body.
    pub body: u8,
}

/// What ranking knows of one document.
#[derive(Debug, Clone)]
pub struct Card {
    /// Id of the document.
    pub id: String,
    /// Language.
    pub lang: Lang,
    /// Kind, as an index into [`Corpus::kinds`].
    pub kind: u16,
    /// Topic, as an index into the corpus.
    pub topic: u32,
    /// Its words, in the order of their numbers.
    pub words: Box<[Occurrence]>,
    /// The words of its title that mean something, in order.
    pub title: Box<[WordId]>,
    /// Words of its body.
    pub length: u32,
}

/// A word of a text, with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// The word.
    pub word: WordId,
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
}

/// Words of the three texts of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tokens {
    /// Title.
    pub title: Vec<Token>,
    /// Summary.
    pub summary: Vec<Token>,
    /// Body.
    pub body: Vec<Token>,
}

/// A concept of the lexicon, ready to be matched.
#[derive(Debug, Clone)]
pub struct Meaning {
    /// Stems of each way to say it.
    pub terms: Vec<(Lang, Vec<String>)>,
    /// Whether it may mean that somebody needs help.
    pub is_crisis: bool,
}
