//! What an alert says: every language side by side, and the push as a phone
//! shows it.

use askama::Template;
use safe_cap::Alert;
use uuid::Uuid;

use crate::alert::content;
use crate::app::World;
use crate::i18n::Lang;
use crate::push::message::{self, MOST_BYTES, Subject};

/// The texts of one language.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Version {
    /// BCP 47 tag, as in the message.
    pub lang: String,
    /// Name of the language.
    pub name: String,
    /// Direction of its script.
    pub dir: &'static str,
    /// Kind of event.
    pub event: String,
    /// One line.
    pub headline: String,
    /// What is going on.
    pub description: String,
    /// What to do.
    pub instruction: String,
}

/// A notification as a phone shows it.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Notification {
    /// Language.
    pub lang: &'static str,
    /// Name of the language.
    pub name: String,
    /// Title.
    pub title: String,
    /// Text.
    pub body: String,
}

/// Every language of a message.
pub(super) fn of(alert: &Alert) -> Vec<Version> {
    alert
        .info
        .iter()
        .map(|info| {
            let lang = Lang::parse(info.language());
            let text = |part: &Option<String>| part.clone().unwrap_or_default();
            Version {
                lang: info.language().to_owned(),
                name: lang.map_or_else(|| info.language().to_owned(), Lang::name),
                dir: lang.map_or("ltr", Lang::dir),
                event: info.event.clone(),
                headline: text(&info.headline),
                description: text(&info.description),
                instruction: text(&info.instruction),
            }
        })
        .collect()
}

/// The push of a message in these languages, word for word as it is sealed.
pub(super) fn notifications(
    alert: &Alert,
    kind: &str,
    revision: i32,
    langs: &[Lang],
    world: &World,
) -> Vec<Notification> {
    let subject = Subject { cap: alert, id: Uuid::nil(), event_id: Uuid::nil(), revision, kind, version: 0 };
    langs
        .iter()
        .filter(|lang| content::info_in(alert, **lang).is_some())
        .filter_map(|lang| {
            let bytes = message::of_alert(&subject, *lang, world, MOST_BYTES);
            let value: serde_json::Value = serde_json::from_slice(&bytes).ok()?;
            let part = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
            Some(Notification {
                lang: lang.code(),
                name: lang.name(),
                title: part("title"),
                body: part("body"),
            })
        })
        .collect()
}

/// Texts and pushes together.
#[derive(Template)]
#[template(path = "office/parts/versions.html")]
pub(super) struct Versions {
    /// Language of the page.
    pub lang: Lang,
    /// Texts.
    pub versions: Vec<Version>,
    /// Pushes.
    pub notifications: Vec<Notification>,
}

impl Versions {
    /// Everything that a message says.
    pub fn new(alert: &Alert, kind: &str, revision: i32, lang: Lang, world: &World) -> Self {
        Self {
            lang,
            versions: of(alert),
            notifications: notifications(alert, kind, revision, &[Lang::FR, Lang::NL], world),
        }
    }
}
