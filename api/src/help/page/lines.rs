//! Lines of a list: who comes first, and what stands on each.

use super::choice::Choice;
use crate::app::State;
use crate::help::directory::{Directory, ShownEntry, rank};
use crate::help::hsds::folded;
use crate::help::{today, words};
use crate::i18n::Lang;

/// One number of a line.
pub(super) struct Call {
    /// As printed.
    pub number: String,
    /// As dialled; empty when it is not for talking.
    pub tel: String,
    /// What a call leaves behind.
    pub note: String,
}

/// The published numbers of a service.
pub(super) fn calls(shown: ShownEntry<'_>, lang: Lang) -> Vec<Call> {
    let call = |phone| Call {
        number: crate::help::Phone::clone(phone).number,
        tel: words::dialled(phone),
        note: words::traces(phone, lang),
    };
    shown.phones().map(call).collect()
}

/// One service of a list.
pub(super) struct Line {
    /// What stands for it in addresses.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its numbers.
    pub calls: Vec<Call>,
    /// Whether somebody answers, as a sentence.
    pub state: String,
    /// Its hours are known.
    pub known: bool,
    /// Somebody answers now.
    pub open: bool,
    /// Nobody has confirmed the hours by phone.
    pub to_confirm: bool,
    /// Languages offered.
    pub languages: String,
    /// To be checked by phone.
    pub stale: bool,
    /// What has to be known before the number.
    pub alert: Option<String>,
    /// No way to reach it may be shown yet: in words, with whom to call instead.
    pub unreachable: Option<String>,
}

/// One part of a list.
pub(super) struct Group {
    /// What stands for it in the page.
    pub id: &'static str,
    /// Its heading; the first part has none.
    pub title: Option<String>,
    /// Level of the names below.
    pub heading: u8,
    /// Its services.
    pub lines: Vec<Line>,
}

/// What fits the choices, in the order for readers of a language.
pub(super) fn found<'a>(
    directory: &'a Directory,
    choice: &Choice,
    state: &State,
    lang: Lang,
) -> Vec<ShownEntry<'a>> {
    let now_ms = state.clock.now_ms();
    let mut found: Vec<ShownEntry<'_>> =
        directory.shown(today(state)).filter(|shown| choice.fits(*shown, directory, now_ms)).collect();
    // After the emergency numbers, whoever can be called; then the reader's language, those
    // who answer at this hour, and those for victims before those for others.
    let wanted = Some(choice.language.as_str()).filter(|code| !code.is_empty());
    found.sort_by_cached_key(|shown| {
        let service = shown.service();
        let of_lang = rank(service, lang);
        (
            of_lang > 0,
            shown.phones().next().is_none(),
            of_lang,
            !words::best(*shown, directory, wanted, now_ms).is_now(),
            !service.audiences.iter().any(|audience| audience == "victim"),
            folded(service.name.words(lang)),
        )
    });
    found
}

/// People who want to change have a part of their own, after the others.
pub(super) fn groups(
    found: Vec<ShownEntry<'_>>,
    state: &State,
    directory: &Directory,
    choice: &Choice,
    lang: Lang,
) -> Vec<Group> {
    let of_change = |shown: &ShownEntry<'_>| {
        let is = |name: &str| shown.service().audiences.iter().any(|audience| audience == name);
        is("perpetrator") && !is("victim") && !is("everyone")
    };
    let (change, others): (Vec<_>, Vec<_>) = found.into_iter().partition(of_change);
    let lines = |list: Vec<ShownEntry<'_>>| -> Vec<Line> {
        list.into_iter().map(|shown| line(shown, state, directory, choice, lang)).collect()
    };
    let title = Some(lang.text("help-part-change")).filter(|_| !others.is_empty());
    [
        Group { id: "s", title: None, heading: 2, lines: lines(others) },
        Group { id: "c", heading: if title.is_some() { 3 } else { 2 }, title, lines: lines(change) },
    ]
    .into_iter()
    .filter(|group| !group.lines.is_empty())
    .collect()
}

/// The line of one service.
pub(super) fn line(
    shown: ShownEntry<'_>,
    state: &State,
    directory: &Directory,
    choice: &Choice,
    lang: Lang,
) -> Line {
    let now_ms = state.clock.now_ms();
    let wanted = Some(choice.language.as_str()).filter(|code| !code.is_empty());
    let open = words::best(shown, directory, wanted, now_ms);
    let entry = shown.entry();
    let calls = calls(shown, lang);
    let reachable = !calls.is_empty() || open != crate::help::Open::Unknown;
    let day = today(state);
    Line {
        code: entry.code.clone(),
        name: words::name(shown.service(), lang),
        state: if reachable { words::open_of(&open, &entry.id, directory, lang, day) } else { String::new() },
        known: open != crate::help::Open::Unknown,
        open: open.is_now(),
        to_confirm: reachable && !shown.service().emergency && !words::is_confirmed(&open),
        languages: words::languages(shown.languages(), lang),
        stale: entry.is_stale(day),
        alert: shown.service().alert.as_ref().map(|text| words::set(text.words(lang), lang).into_owned()),
        unreachable: words::unreachable(shown, directory, lang, day),
        calls,
    }
}
