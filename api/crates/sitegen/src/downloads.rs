//! Registers as files for others: plans and projects as CSV and JSON, the agenda as
//! iCalendar (RFC 5545).

use std::fmt::Write as _;

use safe_content::{Event, Lang, Plan, Project};
use serde_json::json;

use crate::csv::quote;
use crate::pages::plans::{measure_path, plan_path};
use crate::site::Site;

/// Every file in a language: path below the public folder, and text.
#[must_use]
pub fn files(site: &Site<'_>, lang: Lang) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for plan in &site.content.plans {
        let base = format!("{lang}/plans/{0}/{0}", plan.id);
        files.push((format!("{base}.csv"), plan_csv(site, lang, plan)));
        files.push((format!("{base}.json"), plan_json(site, lang, plan)));
    }
    files.push((format!("{lang}/projects/projects.csv"), projects_csv(site, lang)));
    files.extend(agenda(site, lang).map(|ics| (format!("{lang}/agenda/agenda.ics"), ics)));
    files.push((format!("{lang}/rules/rules.geojson"), crate::pages::bulletins::geojson(site, lang)));
    files
}

fn line(cells: &[String]) -> String {
    cells.iter().map(|c| quote(c)).collect::<Vec<_>>().join(",") + "\r\n"
}

fn projects_of<'a>(site: &'a Site<'_>, plan: &Plan, number: &str) -> Vec<&'a str> {
    let reference = format!("{}/{number}", plan.id);
    let serves = |p: &&Project| p.measures.iter().any(|m| m.value == reference);
    site.content.projects.iter().filter(serves).map(|p| p.id.as_str()).collect()
}

fn plan_csv(site: &Site<'_>, lang: Lang, plan: &Plan) -> String {
    let mut csv = "theme,theme_title,number,title,text,phase,partners,status,projects,sources\r\n".to_owned();
    for (theme, measure) in plan.measures() {
        let sources: Vec<&str> = measure.sources.iter().map(|s| s.value.as_str()).collect();
        csv += &line(&[
            theme.number.to_string(),
            site.plain(lang, &theme.title),
            measure.number.clone(),
            site.plain(lang, &measure.title),
            site.plain(lang, &measure.text),
            measure.phase.as_ref().map(|p| crate::pages::plans::phase(site, lang, p)).unwrap_or_default(),
            measure.partners.join("; "),
            measure.status.clone().unwrap_or_default(),
            projects_of(site, plan, &measure.number).join(" "),
            sources.join(" "),
        ]);
    }
    csv
}

fn plan_json(site: &Site<'_>, lang: Lang, plan: &Plan) -> String {
    let measure = |m: &safe_content::Measure| {
        json!({
            "number": m.number, "title": site.plain(lang, &m.title), "text": site.plain(lang, &m.text),
            "url": format!("{}{}", site.base_url, site.url(lang, &format!("/plans/{}/{}/", plan.id, m.slug()))),
            "phase": m.phase, "partners": m.partners, "status": m.status,
            "successor": m.successor.iter().map(|s| &s.value).collect::<Vec<_>>(),
            "projects": projects_of(site, plan, &m.number),
            "sources": m.sources.iter().map(|s| &s.value).collect::<Vec<_>>(),
        })
    };
    let theme = |t: &safe_content::Theme| {
        json!({
            "number": t.number, "title": site.plain(lang, &t.title), "summary": site.plain(lang, &t.summary),
            "measures": t.measures.iter().map(measure).collect::<Vec<_>>(),
        })
    };
    let file = json!({
        "id": plan.id, "lang": lang.as_str(), "title": site.plain(lang, &plan.title),
        "summary": site.plain(lang, &plan.summary), "from": plan.from, "until": plan.until,
        "current": plan.current, "themes": plan.themes.iter().map(theme).collect::<Vec<_>>(),
    });
    file.to_string() + "\n"
}

/// The plan as linked data (schema.org): a dataset of its measures, with its files, in the
/// language that its words are in.
#[must_use]
pub fn plan_jsonld(site: &Site<'_>, lang: Lang, plan: &Plan) -> String {
    let lang = plan.title.best(lang).map_or(lang, |(found, _)| found);
    let address = |path: &str| format!("{}{}", site.base_url, site.url(lang, path));
    let file = |kind: &str, extension: &str| {
        serde_json::json!({
            "@type": "DataDownload", "encodingFormat": kind,
            "contentUrl": address(&format!("{}{}.{extension}", plan_path(plan), plan.id)),
        })
    };
    let part = |(_, measure): (&safe_content::Theme, &safe_content::Measure)| {
        serde_json::json!({
            "@type": "CreativeWork", "@id": address(&measure_path(plan, measure)),
            "identifier": measure.number, "name": site.plain(lang, &measure.title),
        })
    };
    crate::output::script_json(&serde_json::json!({
        "@context": "https://schema.org",
        "@type": ["Dataset", "CreativeWork"],
        "@id": address(&plan_path(plan)),
        "name": site.plain(lang, &plan.title),
        "description": site.plain(lang, &plan.summary),
        "inLanguage": lang.as_str(),
        "temporalCoverage": format!("{}/{}", plan.from, plan.until),
        "distribution": [file("text/csv", "csv"), file("application/json", "json")],
        "hasPart": plan.measures().map(part).collect::<Vec<_>>(),
        "creator": { "@type": "GovernmentOrganization", "name": site.say(lang, "brand"), "url": site.base_url },
    }))
}

fn projects_csv(site: &Site<'_>, lang: Lang) -> String {
    let mut csv =
        "id,title,owner,municipality,nis,amount_eur,year,measures,themes,audiences,text,sources\r\n"
            .to_owned();
    for project in &site.content.projects {
        let nis = project.municipality.as_ref().map(|m| m.value.clone()).unwrap_or_default();
        let values = |list: &[safe_content::Located<String>]| {
            list.iter().map(|v| v.value.as_str()).collect::<Vec<_>>().join(" ")
        };
        csv += &line(&[
            project.id.clone(),
            site.plain(lang, &project.title),
            project.owner.as_ref().map(|t| site.plain(lang, t)).unwrap_or_default(),
            site.content.areas.municipality(&nis).map(|m| m.label(lang)).unwrap_or_default(),
            nis,
            project.amount_eur.map(|a| a.to_string()).unwrap_or_default(),
            project.year.clone().unwrap_or_default(),
            values(&project.measures),
            project.themes.join(" "),
            project.audiences.join(" "),
            project.text.as_ref().map(|t| site.plain(lang, t)).unwrap_or_default(),
            values(&project.sources),
        ]);
    }
    csv
}

/// Whether the agenda has an event that a calendar can hold: one with full dates.
#[must_use]
pub fn has_calendar(site: &Site<'_>) -> bool {
    site.content.events.iter().any(|event| whole_days(event).is_some())
}

/// Events with a full date as whole days. None without one: a calendar must hold something
/// (RFC 5545, 3.6).
fn agenda(site: &Site<'_>, lang: Lang) -> Option<String> {
    let events: String = site.content.events.iter().filter_map(|event| entry(site, lang, event)).collect();
    if events.is_empty() {
        return None;
    }
    let head = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//{0}//agenda//{1}\r\nX-WR-CALNAME:{2}\r\n",
        site.say(lang, "brand"),
        lang.as_str().to_uppercase(),
        escape(&site.say(lang, "agenda-title")),
    );
    Some(head + &events + "END:VCALENDAR\r\n")
}

/// The first day of an event and the day after its last, which is how a calendar ends a
/// whole day (RFC 5545, 3.6.1).
fn whole_days(event: &Event) -> Option<(time::Date, time::Date)> {
    let last = event.until.as_ref().unwrap_or(&event.date);
    Some((day(&event.date)?, day(last)?.next_day()?))
}

fn entry(site: &Site<'_>, lang: Lang, event: &Event) -> Option<String> {
    let (start, end) = whole_days(event)?;
    let write = |d: time::Date| format!("{:04}{:02}{:02}", d.year(), u8::from(d.month()), d.day());
    let text = |t: &Option<safe_content::Text>| t.as_ref().map(|t| site.plain(lang, t)).unwrap_or_default();
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!(
            "UID:{}@{}",
            event.id,
            site.base_url.trim_start_matches("https://").trim_start_matches("http://")
        ),
        format!("DTSTAMP:{}T000000Z", write(site.today)),
        format!("DTSTART;VALUE=DATE:{}", write(start)),
        format!("DTEND;VALUE=DATE:{}", write(end)),
        format!("SUMMARY:{}", escape(&site.plain(lang, &event.title))),
        format!(
            "DESCRIPTION:{}",
            escape(&crate::site::join(&[text(&event.text), text(&event.effect)], "\n"))
        ),
        format!("LOCATION:{}", escape(&text(&event.place))),
    ];
    lines.extend(event.url.as_ref().map(|u| format!("URL:{u}")));
    lines.push("END:VEVENT".to_owned());
    Some(lines.iter().map(|l| fold(l)).collect())
}

fn day(date: &str) -> Option<time::Date> {
    let mut parts = date.split('-').map(|p| p.parse::<u16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let month = time::Month::try_from(u8::try_from(month).ok()?).ok()?;
    time::Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok()
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Lines of at most 75 bytes, continued after a space (RFC 5545, 3.1).
fn fold(line: &str) -> String {
    let mut folded = String::new();
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 73 {
            folded.push_str("\r\n ");
            length = 1;
        }
        length += c.len_utf8();
        let _ = write!(folded, "{c}");
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::{day, escape, fold};

    #[test]
    fn long_lines_are_folded_between_characters() {
        let folded = fold(&"é".repeat(60));
        assert!(folded.lines().all(|l| l.len() <= 75));
        assert_eq!(folded.replace("\r\n ", "").trim_end(), "é".repeat(60));
    }

    #[test]
    fn commas_are_escaped_and_only_full_dates_are_days() {
        assert_eq!(escape("a, b; c"), "a\\, b\\; c");
        assert!(day("2022-11").is_none() && day("2022-11-23").is_some());
    }
}
