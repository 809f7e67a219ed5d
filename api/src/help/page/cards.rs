//! Cards of services in built pages: who answers at this hour, what an editor has changed
//! since the build, what is too old and what is hidden is put right when the page is served.

use askama::Template;

use super::choice::Choice;
use super::lines::{Line, line};
use crate::app::State;
use crate::help::today;
use crate::i18n::Lang;

/// Beginning of a card, up to the code of its service.
const CARD: &str = "<li class=\"service\" data-s=\"";
const END: &str = "</li>";

/// Where a built card says whether somebody answers.
const NOW: &str = "<!--safe:now-->";

/// Whether a page has such cards, so that what it says changes with the hour.
#[must_use]
pub fn has_cards(html: &str) -> bool {
    html.contains(CARD)
}

#[derive(Template)]
#[template(path = "help/now.html")]
struct Now {
    lang: Lang,
    l: Line,
}

#[derive(Template)]
#[template(path = "help/line.html")]
struct Card {
    lang: Lang,
    h: u8,
    l: Line,
}

/// Whether an address is that of a sheet which the public may not see today.
#[must_use]
pub fn is_hidden_sheet(state: &State, address: &str) -> bool {
    let Some((_, rest)) = address.split_once("/help/services/") else { return false };
    let code = rest.trim_end_matches('/');
    !code.is_empty() && state.help.load().shown_by_code(code, today(state)).is_none()
}

/// A built page with its cards as the directory has them today.
#[must_use]
pub fn fill(html: &str, lang: Lang, state: &State) -> String {
    let directory = state.help.load();
    let day = today(state);
    let mut page = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(CARD) {
        let (before, card) = rest.split_at(at);
        page.push_str(before);
        let end = card.find(END).map_or(card.len(), |end| end + END.len());
        let (card, after) = card.split_at(end);
        rest = after;
        let code: String = card[CARD.len()..].chars().take_while(char::is_ascii_hexdigit).collect();
        let built_for_today = directory
            .entries
            .iter()
            .find(|entry| entry.code == code)
            .is_some_and(|entry| !entry.edited && !entry.is_stale(day) && !entry.is_hidden(day));
        let Some(shown) = directory.shown_by_code(&code, day) else { continue };
        let l = line(shown, state, &directory, &Choice::default(), lang);
        if built_for_today {
            // Hours that nobody knows stand on the built card already.
            let now = if l.known { Now { lang, l }.render().unwrap_or_default() } else { String::new() };
            page.push_str(&card.replacen(NOW, &now, 1));
        } else {
            let h = if card.contains("<h3") { 3 } else { 2 };
            page.push_str(&Card { lang, h, l }.render().unwrap_or_default());
        }
    }
    page.push_str(rest);
    page
}
