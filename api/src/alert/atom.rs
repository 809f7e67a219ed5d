//! The snapshot as Atom (RFC 4287) with links to the CAP messages.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::snapshot::AlertList;
use super::view::AlertView;
use crate::app::World;
use crate::i18n::Lang;

/// The feed of a list: in one language, or in French and Dutch together. `query` is what
/// the list was chosen by.
#[must_use]
pub fn feed(list: &AlertList, lang: Option<Lang>, query: &str, world: &World) -> Vec<u8> {
    let mut out = Writer::new(Vec::new());
    // Writing into memory cannot fail; were it to, an empty feed says so.
    write_feed(&mut out, list, lang, query, world).map(|()| out.into_inner()).unwrap_or_default()
}

type Out = Writer<Vec<u8>>;

fn write_feed(
    out: &mut Out,
    list: &AlertList,
    lang: Option<Lang>,
    query: &str,
    world: &World,
) -> std::io::Result<()> {
    let base = &world.config.http.base_url;
    let reader = lang.unwrap_or(Lang::FR);
    let query = match lang {
        _ if !query.is_empty() => format!("?{query}"),
        Some(lang) => format!("?lang={lang}"),
        None => String::new(),
    };
    let address = format!("{base}/api/v1/alerts.atom{query}");
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut start = BytesStart::new("feed");
    start.push_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
    start.push_attribute(("xmlns:cap", "urn:oasis:names:tc:emergency:cap:1.2"));
    // "mul": texts in several languages (ISO 639-2), here French and Dutch side by side.
    let spoken = lang.map_or("mul", Lang::code);
    start.push_attribute(("xml:lang", spoken));
    out.write_event(Event::Start(start))?;
    text(out, "id", &address)?;
    text(out, "title", &title(lang))?;
    text(out, "updated", &list.generated_at)?;
    link(out, "self", "application/atom+xml", &address)?;
    link(out, "alternate", "text/html", &format!("{base}/{reader}/alerts/"))?;
    out.write_event(Event::Start(BytesStart::new("author")))?;
    text(out, "name", &reader.text("authority-safe-brussels"))?;
    out.write_event(Event::End(BytesEnd::new("author")))?;
    for alert in &list.alerts {
        entry(out, alert, spoken)?;
    }
    out.write_event(Event::End(BytesEnd::new("feed")))
}

fn title(lang: Option<Lang>) -> String {
    lang.map_or_else(
        || format!("{} / {}", Lang::FR.text("alerts-title"), Lang::NL.text("alerts-title")),
        |lang| lang.text("alerts-title"),
    )
}

/// When an alert came out: never later than its latest change (RFC 4287, section 4.2.9), also
/// where it takes effect after that.
fn published(alert: &AlertView) -> &str {
    let read = |moment: &str| OffsetDateTime::parse(moment, &Rfc3339).ok();
    if read(&alert.effective) > read(&alert.sent) { &alert.sent } else { &alert.effective }
}

fn entry(out: &mut Out, alert: &AlertView, spoken: &str) -> std::io::Result<()> {
    let mut start = BytesStart::new("entry");
    if alert.lang != spoken && !alert.lang.contains(", ") {
        // The alert does not exist in the language of the feed, or in one alone.
        start.push_attribute(("xml:lang", alert.lang.as_str()));
    }
    out.write_event(Event::Start(start))?;
    text(out, "id", &format!("urn:uuid:{}", alert.id))?;
    text(out, "title", &alert.headline)?;
    text(out, "updated", &alert.sent)?;
    text(out, "published", published(alert))?;
    link(out, "alternate", "text/html", &alert.web)?;
    // The same alert for programs: aggregators follow the alternate of this type.
    link(out, "alternate", "application/cap+xml", &alert.cap)?;
    for category in &alert.category {
        let mut start = BytesStart::new("category");
        start.push_attribute(("term", category.as_str()));
        out.write_event(Event::Empty(start))?;
    }
    let parts = [alert.description.as_deref(), alert.instruction.as_deref()];
    text(out, "summary", &parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n"))?;
    let areas: Vec<_> = alert.areas.iter().map(|area| area.name.as_str()).collect();
    for (name, value) in [
        ("cap:identifier", alert.identifier.as_str()),
        ("cap:status", &alert.status),
        ("cap:msgType", &alert.msg_type),
        ("cap:event", &alert.event),
        ("cap:urgency", &alert.urgency),
        ("cap:severity", &alert.severity),
        ("cap:certainty", &alert.certainty),
        ("cap:expires", &alert.expires),
        ("cap:areaDesc", &areas.join(", ")),
    ] {
        text(out, name, value)?;
    }
    out.write_event(Event::End(BytesEnd::new("entry")))
}

fn text(out: &mut Out, name: &str, value: &str) -> std::io::Result<()> {
    // Characters that XML 1.0 cannot hold are left out rather than break a feed.
    let clean: String = value.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    out.write_event(Event::Start(BytesStart::new(name)))?;
    out.write_event(Event::Text(BytesText::new(&clean)))?;
    out.write_event(Event::End(BytesEnd::new(name)))
}

fn link(out: &mut Out, rel: &str, kind: &str, href: &str) -> std::io::Result<()> {
    let mut start = BytesStart::new("link");
    start.push_attribute(("rel", rel));
    start.push_attribute(("type", kind));
    start.push_attribute(("href", href));
    out.write_event(Event::Empty(start))
}
