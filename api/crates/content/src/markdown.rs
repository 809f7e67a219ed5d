//! Markdown bodies: what they link to, and what they may not hold.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::document::{Document, Located};

/// The Markdown dialect of the content, the same one the site is built with.
#[must_use]
pub fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH
}

/// Places of a body, with their lines.
type Places = Vec<Located<String>>;

/// Checks a body and returns its links inside the portal (`@/…`) and its pictures.
pub fn check_body(document: &Document<'_>, text: &str) -> (Places, Places) {
    check_template_signs(document, text);
    if let Some(at) = text.find(|c: char| c != '\t' && c != '\r' && crate::value::is_invisible(c)) {
        document.error(document.line(at), "text-has-control").with("key", "text");
    }
    let (mut links, mut images) = (Vec::new(), Vec::new());
    let mut image: Option<(usize, bool)> = None;
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        let line = document.line(range.start);
        match event {
            Event::Html(tag) | Event::InlineHtml(tag) => {
                document.error(line, "html").with("tag", tag.trim());
            }
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => {
                document.error(line, "heading-level");
            }
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("@/") => {
                if inner_link(text, range, &dest_url).is_none() {
                    document.error(line, "inner-link-form").with("link", &dest_url);
                }
                links.push(Located { value: dest_url.to_string(), line });
            }
            Event::Start(Tag::Link { dest_url, .. }) if !is_outward(&dest_url) => {
                document.error(line, "link-form").with("link", &dest_url);
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                // Browsers load nothing from elsewhere: a picture is one of our own.
                if !dest_url.starts_with('/') || dest_url.starts_with("//") || dest_url.contains("..") {
                    document.error(line, "image-form").with("link", &dest_url);
                } else {
                    images.push(Located { value: dest_url.to_string(), line });
                }
                image = Some((line, false));
            }
            Event::Text(_) => image = image.map(|(at, _)| (at, true)),
            Event::End(TagEnd::Image) => {
                if let Some((at, false)) = image.take() {
                    document.error(at, "image-without-alt");
                }
                image = None;
            }
            _ => {}
        }
    }
    (links, images)
}

/// A link inside the portal, as byte ranges of the text it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InnerLink {
    /// The whole of it: `[words](@/advice/bicycle-theft)`.
    pub whole: Range<usize>,
    /// Its words, which may hold marks of emphasis.
    pub words: Range<usize>,
    /// Its reference: `@/advice/bicycle-theft`.
    pub reference: Range<usize>,
}

/// The links inside the portal, in order. Only those that stand in one piece: [`check_body`]
/// refuses the others.
#[must_use]
pub fn inner_links(markdown: &str) -> Vec<InnerLink> {
    let found = |(event, range): (Event<'_>, Range<usize>)| match event {
        Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("@/") => {
            inner_link(markdown, range, &dest_url)
        }
        _ => None,
    };
    Parser::new_ext(markdown, options()).into_offset_iter().filter_map(found).collect()
}

/// The parts of a link, when its reference stands in it as it is, straight after its words.
fn inner_link(text: &str, whole: Range<usize>, reference: &str) -> Option<InnerLink> {
    let between = whole.start + text[whole.clone()].rfind(&format!("]({reference}"))?;
    let words = whole.start + 1..between;
    let reference = between + 2..between + 2 + reference.len();
    Some(InnerLink { whole, words, reference })
}

/// Whether a text is the whole address of somebody else's page.
pub(crate) fn is_address(address: &str) -> bool {
    address.starts_with("http") && is_outward(address) && !address.contains(char::is_whitespace)
}

/// Whether a link leads away from the portal, or to a place on its own page.
pub(crate) fn is_outward(link: &str) -> bool {
    let host = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
    let named =
        host.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()) && rest.contains('.'));
    named || ["mailto:", "tel:", "#"].iter().any(|form| link.starts_with(form) && link.len() > form.len())
}

fn check_template_signs(document: &Document<'_>, text: &str) {
    for sign in ["{{", "{%", "{#"] {
        for (at, _) in text.match_indices(sign) {
            document.error(document.line(at), "template-syntax").with("sign", sign);
        }
    }
}

/// The words of a Markdown text without any mark-up, for search and feeds.
#[must_use]
pub fn plain_text(markdown: &str) -> String {
    let mut plain = String::with_capacity(markdown.len());
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(words) | Event::Code(words) => plain.push_str(&words),
            Event::SoftBreak | Event::HardBreak => plain.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell) => {
                plain.push('\n')
            }
            _ => {}
        }
    }
    plain.trim_end().to_owned()
}

/// The `##` headings of a body, in order.
#[must_use]
pub fn second_level_headings(markdown: &str) -> Vec<String> {
    let mut headings = Vec::new();
    let mut inside = false;
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => {
                inside = true;
                headings.push(String::new());
            }
            Event::End(TagEnd::Heading(HeadingLevel::H2)) => inside = false,
            Event::Text(words) | Event::Code(words) if inside => {
                if let Some(last) = headings.last_mut() {
                    last.push_str(&words);
                }
            }
            _ => {}
        }
    }
    headings
}

/// Splits a file into its front matter and its body, with the line the body begins on.
#[must_use]
pub fn split_front_matter(text: &str) -> Option<(&str, &str, usize)> {
    let rest = text.strip_prefix("+++\n").or_else(|| text.strip_prefix("+++\r\n"))?;
    let end = if rest.starts_with("+++") { 0 } else { rest.find("\n+++")? + 1 };
    let matter = &rest[..end];
    let after = &rest[end + 3..];
    let body = after.split_once('\n').map_or("", |(_, body)| body);
    let before_body = text.len() - body.len();
    let line = 1 + text.as_bytes()[..before_body].iter().filter(|b| **b == b'\n').count();
    Some((matter, body, line))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn codes(text: &str) -> Vec<(usize, &'static str)> {
        let document = Document::new(Path::new("fr.md"), text, 1);
        check_body(&document, text);
        document.into_findings().into_iter().map(|f| (f.line, f.code)).collect()
    }

    #[test]
    fn html_templates_and_top_headings_are_named_with_their_line() {
        assert_eq!(codes("Bonjour\n\n<script>x</script>\n"), [(3, "html")]);
        assert_eq!(codes("Un <b>mot</b>"), [(1, "html"), (1, "html")]);
        assert_eq!(codes("a\n{{ secret }}"), [(2, "template-syntax")]);
        assert_eq!(codes("# Trop haut\n\n## Bien"), [(1, "heading-level")]);
        assert_eq!(codes("![](/x.png)\n\n![Un plan](/x.png)"), [(1, "image-without-alt")]);
    }

    #[test]
    fn inner_links_come_with_their_line() {
        let text = "Voir\n[vélo](@/advice/bicycle-theft) et <https://www.police.be>";
        let document = Document::new(Path::new("fr.md"), text, 10);
        let (links, images) = check_body(&document, text);
        assert_eq!(links, [Located { value: "@/advice/bicycle-theft".to_owned(), line: 11 }]);
        assert_eq!(images, []);
    }

    #[test]
    fn an_inner_link_stands_in_one_piece() {
        let text = "a [*le* vélo](@/advice/a \"Titre\") et [![b](/b.png)](@/advice/b#c).";
        let parts: Vec<[&str; 3]> = inner_links(text)
            .into_iter()
            .map(|link| [link.whole, link.words, link.reference].map(|range| &text[range]))
            .collect();
        assert_eq!(
            parts,
            [
                ["[*le* vélo](@/advice/a \"Titre\")", "*le* vélo", "@/advice/a"],
                ["[![b](/b.png)](@/advice/b#c)", "![b](/b.png)", "@/advice/b#c"],
            ]
        );
        let apart = [
            "[x][r]\n\n[r]: @/advice/y",
            "[r][]\n\n[r]: @/advice/y",
            "[r]\n\n[r]: @/advice/y",
            "[x](<@/advice/y>)",
            "[x]( @/advice/y)",
        ];
        for text in apart {
            assert_eq!(codes(text), [(1, "inner-link-form")], "{text}");
            assert_eq!(inner_links(text), []);
        }
        assert_eq!(codes("[x][r]\n\n[r]: https://www.police.be"), []);
    }

    #[test]
    fn an_address_of_others_is_whole() {
        assert!(is_address("https://www.police.be/fr/") && is_address("http://be-alert.be"));
        for wrong in ["www.police.be", "@/advice/x", "/fr/", "mailto:a@b.be", "https://a.be b", "https://"] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }

    #[test]
    fn front_matter_is_split_from_the_body() {
        let text = "+++\ntitle = \"A\"\n+++\n\nCorps";
        assert_eq!(split_front_matter(text), Some(("title = \"A\"\n", "\nCorps", 4)));
        assert_eq!(split_front_matter("Corps"), None);
    }

    #[test]
    fn plain_text_keeps_words_only() {
        assert_eq!(plain_text("## Un\n\n- *deux* [trois](x)\n"), "Un\ndeux trois");
    }
}
