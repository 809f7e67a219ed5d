//! The fields of the form, section by section.

use safe_cap::{Category, Certainty, Severity, Status, Urgency};

use super::super::faults::Wrongs;
use super::super::field::{Choice, Choices, Field, Kind};
use super::super::words::cap_word;
use super::filled::{Filled, PARTS};
use crate::alert::draft::{AUTHORITIES, LEVELS};
use crate::alert::scenario::{ParamKind, Scenario};
use crate::app::World;
use crate::area::REGION_NIS;
use crate::i18n::{Args, Lang};

/// What all sections are made from.
#[derive(Clone, Copy)]
pub(super) struct Ink<'a> {
    /// Language of the page.
    pub lang: Lang,
    /// What stands in the form.
    pub filled: &'a Filled,
    /// What is wrong with it.
    pub wrongs: &'a Wrongs,
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Places.
    pub world: &'a World,
}

/// Texts of one's own in one language.
pub(super) struct Tongue {
    /// Language.
    pub lang: Lang,
    /// Its four fields.
    pub fields: Vec<Field>,
    /// Whether something is written or wrong in it.
    pub open: bool,
}

/// A police zone with its municipalities.
pub(super) struct ZoneChoices {
    /// The whole zone.
    pub whole: Choice,
    /// Its municipalities.
    pub members: Vec<Choice>,
}

/// Every section.
pub(super) struct Sections {
    /// Actual, Exercise or Test.
    pub status: Choices,
    /// Fields of the scenario.
    pub params: Vec<Field>,
    /// The whole Region.
    pub region: Choice,
    /// Zones.
    pub zones: Vec<ZoneChoices>,
    /// What is wrong with the choice of places.
    pub areas_error: Option<String>,
    /// Rows of three fields.
    pub circles: Vec<Vec<Field>>,
    /// Whether something is drawn.
    pub drawn: bool,
    /// Corners.
    pub polygons: Field,
    /// Onset, end, next news.
    pub times: Vec<Field>,
    /// Severity, urgency, certainty.
    pub ranks: Vec<Field>,
    /// Categories.
    pub category: Choices,
    /// Level, authority, contact, reference, note.
    pub rest: Vec<Field>,
    /// French and Dutch.
    pub official: Vec<Tongue>,
    /// The other languages.
    pub others: Vec<Tongue>,
}

impl Ink<'_> {
    fn t(&self, id: &str) -> String {
        self.lang.text(id)
    }

    fn field(&self, id: &str, name: &str, label: &str) -> Field {
        Field::new(id, name, self.t(label)).value(self.filled.get(name)).check(self.wrongs)
    }

    fn optional(&self, field: Field) -> Field {
        field.optional(self.t("office-optional"))
    }

    /// Every section.
    pub fn sections(&self) -> Sections {
        let (official, others): (Vec<_>, Vec<_>) =
            Lang::all().map(|lang| self.tongue(lang)).partition(|t| [Lang::FR, Lang::NL].contains(&t.lang));
        let circles: Vec<_> = (0..self.filled.circle_rows()).map(|row| self.circle(row)).collect();
        let polygons = self.polygons();
        let drawn = circles.len() > 1 || !polygons.value.is_empty() || polygons.error.is_some();
        Sections {
            status: self.status(),
            params: self.params(),
            region: Choice::new("m", REGION_NIS, self.t("area-region"), self.filled.has("m", REGION_NIS)),
            zones: self.zones(),
            areas_error: self.wrongs.at("areas", &self.t("office-where")),
            drawn: drawn || circles.iter().flatten().any(|field| field.error.is_some()),
            circles,
            polygons,
            times: self.times(),
            ranks: self.ranks(),
            category: self.category(),
            rest: self.rest(),
            official,
            others,
        }
    }

    fn status(&self) -> Choices {
        let items = [Status::Actual, Status::Exercise, Status::Test].map(|status| {
            let word = status.as_str();
            let hint = self.t(&format!("office-status-{}", word.to_ascii_lowercase()));
            Choice::new("status", word, cap_word("status", word, self.lang), self.filled.has("status", word))
                .hint(hint)
        });
        Choices {
            id: "status".to_owned(),
            name: "status".to_owned(),
            legend: self.t("office-status"),
            hint: None,
            many: false,
            columns: true,
            items: items.into(),
            error: self.wrongs.at("status", &self.t("office-status")),
        }
    }

    fn params(&self) -> Vec<Field> {
        let field = |param: &crate::alert::scenario::Param| {
            let name = format!("p.{}", param.id);
            let field =
                Field::new(&format!("p-{}", param.id), &name, self.t(&format!("param-{}-label", param.id)))
                    .value(self.filled.get(&name))
                    .hint(self.t(&format!("param-{}-help", param.id)))
                    .check(self.wrongs);
            let field = match param.kind {
                ParamKind::Text => field,
                ParamKind::Metres | ParamKind::Count => field.shaped("input--s", "numeric", "off"),
                ParamKind::Time => field.kind(Kind::Input("datetime-local")).shaped("input--m", "", "off"),
            };
            if param.required { field } else { self.optional(field) }
        };
        self.scenario.params.iter().map(field).collect()
    }

    fn zones(&self) -> Vec<ZoneChoices> {
        let areas = &self.world.areas;
        let now_ms = self.world.clock.now_ms();
        let choice = |code: &str, label: String| Choice::new("m", code, label, self.filled.has("m", code));
        let mut zones: Vec<_> = areas.zones.iter().filter(|zone| zone.holds_at(now_ms)).collect();
        zones.sort_by_key(|zone| zone.name.in_lang(self.lang));
        zones
            .into_iter()
            .map(|zone| ZoneChoices {
                whole: choice(
                    &zone.id,
                    self.lang.text_with(
                        "office-whole-zone",
                        &Args::new().with("zone", zone.name.in_lang(self.lang)),
                    ),
                ),
                members: areas
                    .members(areas.by_nis_list(&zone.municipalities))
                    .map(|m| choice(&m.nis, m.name.in_lang(self.lang)))
                    .collect(),
            })
            .collect()
    }

    fn circle(&self, row: usize) -> Vec<Field> {
        // What is wrong with a circle stands at the first of its three fields.
        let number = Args::new().with("number", (row + 1).to_string());
        self.wrongs.name(&format!("circle-{row}-lat"), &self.lang.text_with("office-circle", &number));
        let parts =
            [("lat", "office-circle-lat"), ("lon", "office-circle-lon"), ("radius", "office-circle-radius")];
        parts
            .map(|(part, label)| {
                self.field(&format!("circle-{row}-{part}"), &format!("circle.{row}.{part}"), label)
                    .shaped("input--s", "decimal", "off")
            })
            .into()
    }

    fn polygons(&self) -> Field {
        let field = self.field("polygons", "polygons", "office-polygons");
        self.optional(field.hint(self.t("office-polygons-hint")).kind(Kind::Area(4)))
    }

    fn times(&self) -> Vec<Field> {
        let hours = Args::new().number("count", self.scenario.expires_hours);
        let time = |id: &str, name: &str, label: &str, hint: String| {
            let field = self.field(id, name, label).kind(Kind::Input("datetime-local"));
            self.optional(field.hint(hint).shaped("input--m", "", "off"))
        };
        vec![
            time("onset", "onset", "office-onset", self.t("office-onset-hint")),
            time("expires", "expires", "office-expires", self.lang.text_with("office-expires-hint", &hours)),
            time("next-update", "next_update", "office-next", self.t("office-next-hint")),
        ]
    }

    fn ranks(&self) -> Vec<Field> {
        fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<&'static str> {
            all.iter().map(|value| word(*value)).collect()
        }
        let own = self.scenario;
        vec![
            self.rank("severity", own.severity.as_str(), &words(Severity::ALL, Severity::as_str)),
            self.rank("urgency", own.urgency.as_str(), &words(Urgency::ALL, Urgency::as_str)),
            self.rank("certainty", own.certainty.as_str(), &words(Certainty::ALL, Certainty::as_str)),
        ]
    }

    /// A list whose first entry is the scenario's own value.
    fn rank(&self, name: &str, own: &str, all: &[&str]) -> Field {
        let proposed = self
            .lang
            .text_with("office-as-scenario", &Args::new().with("value", cap_word(name, own, self.lang)));
        let mut options = vec![(String::new(), proposed)];
        options.extend(all.iter().map(|word| ((*word).to_owned(), cap_word(name, word, self.lang))));
        self.field(name, name, &format!("office-{name}"))
            .kind(Kind::Select(options))
            .shaped("input--m", "", "off")
    }

    fn category(&self) -> Choices {
        let chosen = |word: &str| {
            let nothing = self.filled.all("category").next().is_none();
            if nothing {
                self.scenario.category.iter().any(|category| category.as_str() == word)
            } else {
                self.filled.has("category", word)
            }
        };
        let items = Category::ALL.iter().map(|category| {
            let word = category.as_str();
            Choice::new("category", word, cap_word("category", word, self.lang), chosen(word))
        });
        Choices {
            id: "category".to_owned(),
            name: "category".to_owned(),
            legend: self.t("office-category"),
            hint: None,
            many: true,
            columns: true,
            items: items.collect(),
            error: self.wrongs.at("category", &self.t("office-category")),
        }
    }

    fn rest(&self) -> Vec<Field> {
        let level = self.lang.text_with(
            "office-as-scenario",
            &Args::new().with("value", self.t(&format!("level-{}", self.scenario.level))),
        );
        let mut levels = vec![(String::new(), level)];
        levels.extend(LEVELS.map(|id| (id.to_owned(), self.t(&format!("level-{id}")))));
        let authorities = AUTHORITIES.map(|id| {
            let id_or_none = if id == AUTHORITIES[0] { "" } else { id };
            (id_or_none.to_owned(), self.t(&format!("office-authority-{id}")))
        });
        let field = |name: &str, label: &str| self.field(name, name, label);
        vec![
            field("level", "office-level").kind(Kind::Select(levels)).shaped("input--m", "", "off"),
            field("authority", "office-authority")
                .kind(Kind::Select(authorities.into()))
                .hint(self.t("office-authority-hint")),
            self.optional(field("contact", "office-contact").hint(self.t("office-contact-hint"))),
            self.optional(field("reference", "office-reference").hint(self.t("office-reference-hint"))),
            self.optional(field("note", "office-note").hint(self.t("office-note-hint"))),
        ]
    }

    fn tongue(&self, lang: Lang) -> Tongue {
        let fields: Vec<Field> = PARTS
            .iter()
            .map(|part| {
                let (id, label) = (format!("t-{lang}-{part}"), format!("office-text-{part}"));
                self.wrongs.name(&id, &format!("{} ({})", self.t(&label), lang.name()));
                let field = self.field(&id, &format!("t.{lang}.{part}"), &label).in_lang(lang);
                match *part {
                    "instruction" => field.kind(Kind::Area(5)).hint(self.t("office-text-instruction-hint")),
                    "description" => field.kind(Kind::Area(3)),
                    _ => field,
                }
            })
            .collect();
        let open = fields.iter().any(|field| !field.value.is_empty() || field.error.is_some());
        Tongue { lang, fields, open }
    }
}
