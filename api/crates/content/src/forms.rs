//! Fields whose form is checked: ids, addresses, words of one language, ends of periods.

use crate::Lang;
use crate::loader::is_id;
use crate::markdown::is_address;
use crate::reader::Fields;
use crate::value::check_words;

impl Fields<'_, '_> {
    /// The required id of a row, which is its anchor or address for ever.
    pub fn id(&self) -> String {
        if !self.has("id") {
            self.missing("id");
        }
        let Some(id) = self.opt_string("id") else {
            return String::new();
        };
        if !is_id(&id) {
            self.document().error(self.line_of("id"), "bad-id").with("id", &id);
        }
        id
    }

    /// An optional address of somebody else's page; a browser would look for anything but a
    /// whole one on our own pages.
    pub fn opt_address(&self, key: &str) -> Option<String> {
        let address = self.opt_string(key)?;
        if !is_address(&address) {
            self.document().error(self.line_of(key), "address-form").with("key", key).with("value", &address);
        }
        Some(address)
    }

    /// A required address of somebody else's page.
    pub fn address(&self, key: &str) -> String {
        if !self.has(key) {
            self.missing(key);
        }
        self.opt_address(key).unwrap_or_default()
    }

    /// Optional words of one language, under the same rules as a text of several.
    pub fn opt_words(&self, key: &str, lang: Lang) -> Option<String> {
        let words = self.opt_string(key)?.trim().to_owned();
        if words.is_empty() {
            self.document().error(self.line_of(key), "empty-text").with("key", key).with("lang", lang);
        }
        check_words(self.document(), key, &words, self.line_of(key));
        Some(words)
    }

    /// Required words of one language.
    pub fn words_in(&self, key: &str, lang: Lang) -> String {
        if !self.has(key) {
            self.missing(key);
        }
        self.opt_words(key, lang).unwrap_or_default()
    }

    /// An optional date that ends what begins with another one. The two are compared as far
    /// as both go: from 30 March 2020 until 2020 is in order.
    pub fn end_date(&self, key: &str, beginning: Option<&str>) -> Option<String> {
        let end = self.opt_date(key)?;
        if let Some(from) = beginning {
            let common = end.len().min(from.len());
            if end[..common] < from[..common] {
                self.document()
                    .error(self.line_of(key), "end-before-beginning")
                    .with("key", key)
                    .with("value", &end)
                    .with("from", from);
            }
        }
        Some(end)
    }
}
