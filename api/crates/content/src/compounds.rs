//! Short compounds in headings, which no line cuts at their hyphen.

use std::borrow::Cow;

/// Longest compound that stays whole, in characters: `rendez-vous` and `habitent-ils` do, while
/// `Bruxelles-Capitale` may break, since it would not fit beside other words on a phone.
const LONGEST: usize = 12;

/// HTML whose headings of the first three levels keep their short compounds whole: in a large
/// type on a narrow screen browsers end lines at the hyphen, and `celui-` is no word. Each is
/// put into a `<span class="whole">`, so that the words themselves stay as they were written.
#[must_use]
pub fn keep_compounds(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    while let Some((from, to)) = next_heading(html, copied) {
        out.push_str(&html[copied..from]);
        keep_in(&html[from..to], &mut out);
        copied = to;
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[copied..]);
    Cow::Owned(out)
}

/// The inside of the next heading, tags included.
fn next_heading(html: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    loop {
        let start = at + html[at..].find("<h")?;
        let mut after = html[start + 2..].chars();
        if let Some(level @ '1'..='3') = after.next()
            && matches!(after.next(), Some('>' | ' '))
        {
            let inside = start + html[start..].find('>')? + 1;
            let end = inside + html[inside..].find(&format!("</h{level}>"))?;
            return Some((inside, end));
        }
        at = start + 2;
    }
}

/// Copies the inside of a heading; what stands between `<` and `>` is no text.
fn keep_in(inside: &str, out: &mut String) {
    let mut rest = inside;
    while !rest.is_empty() {
        let text = rest.find('<').unwrap_or(rest.len());
        keep_words(&rest[..text], out);
        let tag = rest[text..].find('>').map_or(rest.len(), |end| text + end + 1);
        out.push_str(&rest[text..tag]);
        rest = &rest[tag..];
    }
}

fn keep_words(text: &str, out: &mut String) {
    for part in text.split_inclusive(|c: char| !is_inside(c)) {
        let word = part.trim_end_matches(|c: char| !is_inside(c));
        if is_short_compound(word) {
            out.push_str("<span class=\"whole\">");
            out.push_str(word);
            out.push_str("</span>");
        } else {
            out.push_str(word);
        }
        out.push_str(&part[word.len()..]);
    }
}

/// Letters, digits, hyphens, and what addresses are made of, so that these are one word.
fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '@' | '_')
}

fn is_short_compound(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    let mut parts = word.split('-');
    word.contains('-')
        && word.chars().count() <= LONGEST
        && parts.all(|part| !part.is_empty() && part.chars().all(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::keep_compounds;

    #[test]
    fn short_compounds_of_headings_stay_whole() {
        for (html, kept) in [
            ("<h1>Sur rendez-vous</h1>", "<h1>Sur [rendez-vous]</h1>"),
            (
                "<h2 id=\"a-b\">Plan 2021-2024 : celui-ci ?</h2>",
                "<h2 id=\"a-b\">Plan [2021-2024] : [celui-ci] ?</h2>",
            ),
            (
                "<h3><a href=\"/fr/e-mail/\">L’e-mail</a></h3>",
                "<h3><a href=\"/fr/e-mail/\">L’[e-mail]</a></h3>",
            ),
            ("<h1>D’autres habitent-ils</h1>x-y", "<h1>D’autres [habitent-ils]</h1>x-y"),
        ] {
            let kept = kept.replace('[', "<span class=\"whole\">").replace(']', "</span>");
            assert_eq!(keep_compounds(html), kept);
        }
    }

    #[test]
    fn everything_else_stays_as_it_was() {
        for html in [
            "<p>rendez-vous</p>",
            "<h1>Bruxelles-Capitale</h1>",
            "<h4>celui-ci</h4><hr><head-er>",
            "<h2>- un – deux, www.a-b.be et a-@b</h2>",
            "<h1>celui-ci",
            "<h",
            "<hé>celui-ci",
            "",
        ] {
            assert_eq!(keep_compounds(html), html);
        }
    }
}
