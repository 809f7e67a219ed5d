//! What views are made with, and the languages that their words turn out to be in.

use std::cell::RefCell;

use crate::app::State;
use crate::help::directory::Directory;
use crate::help::hours;
use crate::help::row::Text;
use crate::i18n::Lang;

/// What views need beside the entry.
pub(in super::super) struct Maker<'a> {
    /// Places and settings.
    pub state: &'a State,
    /// The directory.
    pub directory: &'a Directory,
    /// Language of the answer.
    pub lang: Lang,
    /// Today.
    pub today: jiff::civil::Date,
    /// Hours that the clocks of Brussels are ahead of UTC today.
    pub offset_h: i8,
    /// Codes of the languages that words were found in.
    spoken: RefCell<Vec<String>>,
}

impl<'a> Maker<'a> {
    /// For one answer.
    pub fn new(state: &'a State, directory: &'a Directory, lang: Lang) -> Self {
        let now_ms = state.clock.now_ms();
        let moment = jiff::Timestamp::from_millisecond(now_ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let seconds = hours::zone().to_offset(moment).seconds();
        let offset_h = i8::try_from(seconds / 3600).unwrap_or(1);
        let (today, spoken) = (hours::day_of(now_ms), RefCell::default());
        Self { state, directory, lang, today, offset_h, spoken }
    }

    /// The words of a text for the reader; the language that they are in is noted.
    pub(super) fn words(&self, text: &Text) -> String {
        let (language, words) = text.best(self.lang);
        if !words.is_empty() {
            self.note(language);
        }
        words.to_owned()
    }

    /// Words of the portal itself.
    pub(super) fn text(&self, id: &str) -> String {
        self.note(self.lang.code());
        self.lang.text(id)
    }

    fn note(&self, language: &str) {
        let mut spoken = self.spoken.borrow_mut();
        if !spoken.iter().any(|code| code == language) {
            spoken.push(language.to_owned());
        }
    }

    /// `Content-Language` of what was made: the languages that its words are in, the reader's
    /// first.
    pub fn spoken(&self) -> String {
        let mut spoken = self.spoken.borrow().clone();
        if spoken.is_empty() {
            return self.lang.code().to_owned();
        }
        spoken.sort_by_key(|code| code != self.lang.code());
        spoken.join(", ")
    }
}
