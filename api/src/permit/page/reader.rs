//! Words for whoever reads a file.

use crate::i18n::{Args, Lang};
use crate::permit::file::File;

/// Who reads: the applicant, or somebody who goes on with the file by a mandate. What says "your"
/// to the first has words of its own for the second, under the same id and `-shared`.
#[derive(Clone, Copy)]
pub(super) struct Reader {
    /// Language of the page.
    pub lang: Lang,
    /// Whether it is not the applicant.
    pub shared: bool,
}

impl Reader {
    /// Whoever has opened a file.
    pub fn of(file: &File, lang: Lang) -> Self {
        Self { lang, shared: file.mandate.is_some() }
    }

    /// A text.
    pub fn text(self, id: &str) -> String {
        self.text_with(id, &Args::new())
    }

    /// A text with arguments.
    pub fn text_with(self, id: &str, args: &Args) -> String {
        self.own(id, args).unwrap_or_else(|| self.lang.text_with(id, args))
    }

    /// A text with arguments, if it exists in this very language.
    pub fn find_with(self, id: &str, args: &Args) -> Option<String> {
        self.own(id, args).or_else(|| self.lang.own(id, args))
    }

    /// A text, if it exists.
    pub fn find(self, id: &str) -> Option<String> {
        self.own(id, &Args::new()).or_else(|| self.lang.find(id))
    }

    fn own(self, id: &str, args: &Args) -> Option<String> {
        self.shared.then(|| self.lang.own(&format!("{id}-shared"), args)).flatten()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// The ids of all texts of the permits' pages in French, and what they say.
    fn french() -> Vec<(String, String)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales/fr");
        let files = ["permits.ftl", "permits-after.ftl", "permits-apply.ftl", "permits-shared.ftl"];
        let text = files.map(|name| std::fs::read_to_string(folder.join(name)).expect(name)).join("\n");
        let line = |line: &str| line.split_once(" = ").map(|(id, said)| (id.to_owned(), said.to_owned()));
        text.lines().filter_map(line).collect()
    }

    #[test]
    fn what_is_shared_speaks_of_nobody_as_you() {
        let all = french();
        let shared: Vec<_> = all.iter().filter(|(id, _)| id.ends_with("-shared")).collect();
        assert!(shared.len() > 20, "{}", shared.len());
        for (id, said) in shared {
            let own = id.trim_end_matches("-shared");
            assert!(all.iter().any(|(other, _)| other == own), "{id} stands for nothing");
            let said = said.to_lowercase();
            assert!(!["votre", "vos ", "mon "].iter().any(|word| said.contains(word)), "{id}: {said}");
        }
    }

    #[test]
    fn each_reader_has_their_words() {
        let [applicant, colleague] = [false, true].map(|shared| Reader { lang: Lang::EN, shared });
        let id = "permits-what-you-sent";
        assert_eq!(applicant.text(id), Lang::EN.text(id));
        assert_ne!(colleague.text(id), applicant.text(id));
        assert_eq!(colleague.text("permits-history"), applicant.text("permits-history"), "without a you");
        assert_eq!(colleague.find("no-such-text"), None);
    }
}
