//! Writes messages of many kinds into a folder, for programs that are not
//! ours to judge: `emit FOLDER [KEY CERTIFICATE NAME]…`. With keys in PEM form
//! each message is also written signed, as `MESSAGE.NAME.xml`.

use std::error::Error;
use std::path::Path;

use safe_cap::signature::{SigningKey, sign};
use safe_cap::{
    Alert, Area, Category, Certainty, Circle, DateTime, Info, MsgType, NamedValue, Polygon, Position,
    Profile, Resource, ResponseType, Scope, Severity, Status, Urgency, validate, write, write_pretty,
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, keys @ ..] = arguments.as_slice() else {
        return Err("usage: emit FOLDER [KEY CERTIFICATE NAME]…".into());
    };
    let mut signers = Vec::new();
    for triple in keys.chunks_exact(3) {
        let (key, certificate) = (std::fs::read_to_string(&triple[0])?, std::fs::read_to_string(&triple[1])?);
        signers.push((SigningKey::from_pem(&key, &certificate)?, &triple[2]));
    }
    std::fs::create_dir_all(folder)?;
    for (name, alert) in messages()? {
        let found = validate(&alert, &Profile::output());
        if let Some(error) = found.errors.first() {
            return Err(format!("{name}: {error}").into());
        }
        let save = |kind: &str, text: &str| {
            std::fs::write(Path::new(folder).join(format!("{name}{kind}.xml")), text)
        };
        save("", &write(&alert))?;
        save(".pretty", &write_pretty(&alert))?;
        for (key, kind) in &signers {
            save(&format!(".{kind}"), &sign(&write(&alert), key)?)?;
        }
    }
    Ok(())
}

const LANGUAGES: [&str; 8] = ["fr-BE", "nl-BE", "en", "de-BE", "ar", "uk", "tr", "es"];

fn messages() -> Result<Vec<(String, Alert)>, Box<dyn Error>> {
    let sent: DateTime = "2026-11-02T17:30:00+01:00".parse()?;
    let mut messages = Vec::new();
    for count in [1, 2, 8] {
        let alert = message(&format!("be-bru-{count}"), sent, count)?;
        messages.push((format!("alert-{count}"), alert));
    }
    let first = message("be-bru-first", sent, 2)?;
    let mut update = message("be-bru-second", "2026-11-02T17:45:00+01:00".parse()?, 2)?;
    update.msg_type = MsgType::Update;
    update.references.push(first.as_reference());
    let mut cancel = Alert::new("be-bru-third", first.sender.clone(), "2026-11-02T18:00:00-00:00".parse()?);
    cancel.msg_type = MsgType::Cancel;
    cancel.references = vec![first.as_reference(), update.as_reference()];
    let mut clear = message("be-bru-fourth", "2026-11-02T18:00:00+01:00".parse()?, 2)?;
    clear.msg_type = MsgType::Cancel;
    clear.references.clone_from(&cancel.references);
    for info in &mut clear.info {
        info.response_type = vec![ResponseType::AllClear];
        info.urgency = Urgency::Past;
    }
    let mut exercise = message("be-bru-exercise", sent, 1)?;
    exercise.status = Status::Exercise;
    exercise.note = Some("Exercise <Autumn> & \"Winter\"".to_owned());
    let mut private = message("be-bru-private", sent, 1)?;
    private.scope = Scope::Private;
    private.addresses = vec!["desk@example.brussels".to_owned(), "desk two".to_owned()];
    let mut restricted = message("be-bru-restricted", sent, 1)?;
    restricted.scope = Scope::Restricted;
    restricted.restriction = Some("crisis cell".to_owned());
    let mut hard = message("be-bru-hard", sent, 1)?;
    hard.info[0].description = Some("\t]]> <b>&amp;</b>\r\nline\u{1f6a8} \u{2028} é\u{301}".to_owned());
    let named = [("update", update), ("cancel", cancel), ("all-clear", clear), ("exercise", exercise)];
    messages.extend(named.map(|(name, alert)| (name.to_owned(), alert)));
    let named = [("private", private), ("restricted", restricted), ("hard-text", hard)];
    messages.extend(named.map(|(name, alert)| (name.to_owned(), alert)));
    Ok(messages)
}

fn message(identifier: &str, sent: DateTime, languages: usize) -> Result<Alert, Box<dyn Error>> {
    let mut alert = Alert::new(identifier, "alerts@example.brussels", sent);
    alert.source = Some("Example".to_owned());
    alert.code = vec!["profile:example:1.0".to_owned()];
    alert.incidents = vec!["incident-7".to_owned(), "harbour fire".to_owned()];
    for language in &LANGUAGES[..languages] {
        let scales = (Urgency::Immediate, Severity::Extreme, Certainty::Observed);
        let mut info = Info::new(*language, Category::CBRNE, format!("Event ({language})"), scales);
        info.category.push(Category::Fire);
        info.response_type = vec![ResponseType::Shelter, ResponseType::Monitor];
        info.audience = Some("Everybody nearby".to_owned());
        info.event_code = vec![NamedValue::new("urn:example:event", "smoke")];
        info.effective = Some(sent);
        info.onset = Some("2026-11-02T16:00:00-00:00".parse()?);
        info.expires = Some("2026-11-02T23:00:00+01:00".parse()?);
        info.sender_name = Some("Example".to_owned());
        info.headline = Some(format!("Headline ({language})"));
        info.description = Some("Smoke & fumes <thick>".to_owned());
        info.instruction = Some("Stay inside.\nClose the windows.".to_owned());
        info.web = Some(format!("https://example.brussels/{language}/alert?a=1&b=2"));
        info.contact = Some("desk@example.brussels".to_owned());
        info.parameter = vec![NamedValue::new("urn:example:phase", "3")];
        let mut file = Resource::new("A text", "text/plain");
        file.size = Some(3);
        file.uri = Some("https://example.brussels/file.txt".to_owned());
        file.deref_uri = Some("YWJj".to_owned());
        file.digest = Some("a9993e364706816aba3e25717850c26c9cd0d89d".to_owned());
        info.resource.push(file);
        info.area = areas();
        alert.info.push(info);
    }
    Ok(alert)
}

/// Polygons, circles and codes together, and heights.
fn areas() -> Vec<Area> {
    let mut first = Area::new("The harbour");
    for shift in [0.0, 0.25] {
        let corners = [(50.8, 4.3), (50.9, 4.3), (50.95, 4.35), (50.9, 4.4), (50.8, 4.4), (50.8, 4.3)];
        first.polygon.push(Polygon::from_lat_lon(&corners.map(|(lat, lon)| (lat, lon + shift))));
    }
    first.circle = vec![
        Circle::new(Position::new(50.85, 4.35), 1.5),
        Circle::new(Position::new(-50.85, -0.000_000_1), 0.25),
    ];
    first.geocode = vec![NamedValue::new("NIS", "21004"), NamedValue::new("NIS", "21015")];
    first.altitude = Some(0.0);
    first.ceiling = Some(1_500.5);
    let mut second = Area::new("The other bank");
    second.circle.push(Circle::new(Position::new(50.9, 4.5), 3.0));
    vec![first, second]
}
