//! Legal bases as people write and read them: by the short title of the act, not by its id.

use safe_permits::reference::parted;

use crate::app::State;
use crate::error::{Error, Fault};
use crate::i18n::{Args, Lang};

/// A legal basis as the office reads it beside a reason.
#[must_use]
pub fn basis_word(state: &State, basis: &str, lang: Lang) -> String {
    let (act, article) = parted(basis);
    let title = state.law.acts.iter().find(|one| one.id == act).map(|one| one.short.get(lang.code()));
    let title = title.unwrap_or(act).to_owned();
    match article {
        None => title,
        Some(article) => {
            lang.text_with("office-permit-article", &Args::new().with("act", title).with("article", article))
        }
    }
}

/// The basis that somebody wrote: the short title of an act in a language of the office, alone
/// or before an article that begins with its number (`loi sur les armes, art. 11 § 3`). What
/// the system wrote itself, as `act` or `act:article`, is understood as well.
#[must_use]
pub fn basis_of(state: &State, written: &str) -> Option<String> {
    let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if state.law.acts.iter().any(|act| act.id == parted(&written).0) {
        return Some(written);
    }
    let folded = fold(&written);
    state.law.acts.iter().find_map(|act| {
        let titles = Lang::office().map(|lang| fold(act.short.get(lang.code())));
        titles.iter().find_map(|title| {
            let rest = folded.strip_prefix(title.as_str())?;
            if rest.trim().is_empty() {
                return Some(act.id.clone());
            }
            // "art.", "Artikel" or nothing stands before the number; a longer word is another title.
            let article = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
            let parted = rest.starts_with(|c: char| !c.is_alphanumeric());
            (parted && !article.is_empty()).then(|| format!("{}:{article}", act.id))
        })
    })
}

/// Small letters and one kind of apostrophe, so that a title is found however it was typed.
fn fold(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}

/// No act is called so.
pub(super) fn unknown(basis: &str) -> Error {
    let shown: String = basis.chars().take(80).collect();
    Error::Invalid(vec![Fault::new("legal_basis", "permit-act-unknown").arg("value", shown)])
}
