//! The fields that belong to one kind of long-text item.

use serde::Serialize;

use crate::Text;
use crate::document::Located;
use crate::reader::Fields;

/// Subjects of prevention advice.
pub const SUBJECTS: &[&str] = &[
    "theft",
    "burglary",
    "bicycle",
    "fraud",
    "cyber",
    "harassment",
    "discrimination",
    "drugs",
    "road",
    "fire",
    "first-aid",
    "street",
    "home",
    "trade",
    "safety-at-work",
];
/// Places where advice applies.
pub const PLACES: &[&str] = &["home", "street", "public-transport", "online", "shop", "school", "event"];
/// People whom advice and campaigns address.
pub const AUDIENCES: &[&str] = &[
    "residents",
    "seniors",
    "young",
    "parents",
    "traders",
    "firms",
    "tourists",
    "commuters",
    "schools",
    "victims",
    "site-managers",
];
/// Times of day or year at which advice applies.
pub const MOMENTS: &[&str] = &["day", "evening", "night", "holidays"];
/// Series of publications.
pub const SERIES: &[&str] =
    &["annual-report", "report", "focus", "cahier", "flash-paper", "survey", "guide", "evaluation"];
/// Pieces of a relay kit.
pub const KIT_KINDS: &[&str] = &["short-text", "poster-text", "card", "leaflet"];
/// Levels of crisis management in Belgium.
pub const LEVELS: &[&str] = &["communal", "provincial", "federal"];

/// The fields of one kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Kind {
    /// What to do in one hazard.
    Guide {
        /// Scenario of the same hazard.
        scenario: Option<Located<String>>,
    },
    /// Prevention advice.
    Advice(Advice),
    /// A publication of the Observatory or the institution.
    Publication(Publication),
    /// A campaign with its relay kit.
    Campaign(Campaign),
    /// A crisis dossier.
    Dossier(Dossier),
    /// News item.
    News {
        /// Day of publication.
        date: String,
        /// Kept for reading, no longer new.
        archived: bool,
    },
    /// A page of the help section.
    Help(HelpPage),
    /// Any other page.
    Page,
}

/// How advice is found.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Advice {
    /// From [`SUBJECTS`].
    pub subjects: Vec<String>,
    /// From [`PLACES`].
    pub places: Vec<String>,
    /// From [`AUDIENCES`].
    pub audiences: Vec<String>,
    /// From [`MOMENTS`].
    pub moments: Vec<String>,
    /// The fact can be filed online with the police; absent when no source says so.
    pub online_report: bool,
}

/// A publication.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Publication {
    /// From [`SERIES`].
    pub series: String,
    /// Number in its series, as printed.
    pub number: Option<String>,
    /// Year, month or day, as printed.
    pub date: Option<String>,
    /// Languages it was published in, where known.
    pub languages: Vec<String>,
    /// Citation line, where printed. The title of the work stands between asterisks, in the
    /// language of the work whatever the language of the line.
    pub citation: Option<Text>,
    /// Legal deposit number, where printed.
    pub legal_deposit: Option<String>,
    /// Announced, not yet published.
    pub planned: bool,
    /// Datasets it holds.
    pub datasets: Vec<Located<String>>,
}

/// One piece of a relay kit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KitPiece {
    /// From [`KIT_KINDS`].
    pub kind: String,
    /// The words to pass on.
    pub text: Text,
}

/// A campaign.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Campaign {
    /// Beginning.
    pub from: Option<String>,
    /// End, where known.
    pub until: Option<String>,
    /// Over, kept for reading.
    pub archived: bool,
    /// From [`AUDIENCES`].
    pub audiences: Vec<String>,
    /// Channels used.
    pub channels: Vec<String>,
    /// Themes.
    pub themes: Vec<String>,
    /// Languages of the campaign.
    pub languages: Vec<String>,
    /// Datasets about it.
    pub datasets: Vec<Located<String>>,
    /// Texts for those who pass it on.
    pub kit: Vec<KitPiece>,
}

/// One dated event of a dossier.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HistoryRow {
    /// Day, month or year.
    pub date: String,
    /// What happened.
    pub text: Text,
}

/// A crisis dossier.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Dossier {
    /// Beginning.
    pub from: Option<String>,
    /// End, where known.
    pub until: Option<String>,
    /// Over, kept for reading.
    pub archived: bool,
    /// From [`LEVELS`].
    pub level: Option<String>,
    /// Who leads.
    pub authority: Option<Text>,
    /// What happened when.
    pub history: Vec<HistoryRow>,
}

/// A page of the help section.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct HelpPage {
    /// What it is about; never in an address, a title or a tag.
    pub topic: String,
    /// `victims`, `change`, `professionals` or `project`.
    pub part: String,
    /// One of the doors on the first page.
    pub entry: bool,
    /// Services shown as cards.
    pub services: Vec<Located<String>>,
    /// Pages to go on to.
    pub pages: Vec<Located<String>>,
    /// Rows of the pocket card: number and label.
    pub cards: Vec<(String, Text)>,
    /// What happened when, on project pages.
    pub timeline: Vec<HistoryRow>,
}

impl Kind {
    /// Reads the fields of the kind that belongs to a section.
    pub(crate) fn read(section: &str, fields: &Fields<'_, '_>) -> Kind {
        match section {
            "guides" => Kind::Guide { scenario: fields.strings("scenario").into_iter().next() },
            "advice" => Kind::Advice(Advice {
                subjects: fields.words("subjects", SUBJECTS),
                places: fields.words("places", PLACES),
                audiences: fields.words("audiences", AUDIENCES),
                moments: fields.words("moments", MOMENTS),
                online_report: fields.boolean("online_report", false),
            }),
            "publications" => Kind::Publication(read_publication(fields)),
            "campaigns" => Kind::Campaign(read_campaign(fields)),
            "dossiers" => Kind::Dossier(read_dossier(fields)),
            "pages/help" => Kind::Help(read_help_page(fields)),
            "news" => Kind::News { date: fields.date("date"), archived: fields.boolean("archived", false) },
            _ => Kind::Page,
        }
    }
}

fn values(list: Vec<Located<String>>) -> Vec<String> {
    list.into_iter().map(|l| l.value).collect()
}

fn read_help_page(fields: &Fields<'_, '_>) -> HelpPage {
    for key in ["print", "offline"] {
        fields.ignore(key);
    }
    HelpPage {
        topic: fields.opt_string("topic").unwrap_or_default(),
        part: fields
            .opt_one_of("part", &["victims", "change", "professionals", "project"])
            .unwrap_or_default(),
        entry: fields.boolean("entry", false),
        services: fields.strings("services"),
        pages: fields.strings("pages"),
        cards: fields.rows("card", |row| (row.string("number"), row.text("label"))),
        timeline: fields
            .rows("timeline", |row| HistoryRow { date: row.date("date"), text: row.text("text") }),
    }
}

fn read_publication(fields: &Fields<'_, '_>) -> Publication {
    Publication {
        series: fields.one_of("series", SERIES),
        number: fields.opt_number_or_string("number"),
        date: fields.opt_date("date"),
        languages: values(fields.strings("languages")),
        citation: fields.opt_text("citation"),
        legal_deposit: fields.opt_string("legal_deposit"),
        planned: fields.boolean("planned", false),
        datasets: fields.strings("datasets"),
    }
}

fn read_campaign(fields: &Fields<'_, '_>) -> Campaign {
    let from = fields.opt_date("from");
    let until = fields.end_date("until", from.as_deref());
    Campaign {
        from,
        until,
        archived: fields.boolean("archived", false),
        audiences: values(fields.strings("audiences")),
        channels: values(fields.strings("channels")),
        themes: values(fields.strings("themes")),
        languages: values(fields.strings("languages")),
        datasets: fields.strings("datasets"),
        kit: fields
            .rows("kit", |row| KitPiece { kind: row.one_of("kind", KIT_KINDS), text: row.text("text") }),
    }
}

fn read_dossier(fields: &Fields<'_, '_>) -> Dossier {
    let from = fields.opt_date("from");
    let until = fields.end_date("until", from.as_deref());
    Dossier {
        from,
        until,
        archived: fields.boolean("archived", false),
        level: fields.opt_one_of("level", LEVELS),
        authority: fields.opt_text("authority"),
        history: fields.rows("history", |row| HistoryRow { date: row.date("date"), text: row.text("text") }),
    }
}
