//! The portal's content as typed data: loads a content root, and says what is wrong with
//! it by file and line.
//!
//! The schema is `content/README.md`. The same value feeds the API and the static site,
//! so the two cannot disagree. This crate reads files and nothing else: no network, no
//! clock, no words of its own (a [`Finding`] is a code, the sentence is a Fluent message).

mod area;
mod article;
mod check;
mod compounds;
mod dataset;
mod document;
mod finding;
mod forms;
mod help;
mod help_reader;
mod kinds;
mod lang;
mod loader;
mod local;
pub mod markdown;
mod numbers;
mod permits;
mod plan;
mod reader;
mod registers;
mod source;
mod terms;
mod text;
mod texts;
mod value;

use std::path::Path;

use safe_permits::Law;
use serde::Serialize;

pub use area::{Areas, Municipality, Outline, Zone};
pub use article::{Article, Body, Link, REVIEW_STATES, SUMMARY_LIMIT, SectionInfo};
pub use compounds::keep_compounds;
pub use dataset::{CHARTS, Column, Dataset};
pub use document::{Document, FindingBuilder, Located};
pub use finding::{CODES, Finding, Severity};
pub use help::{
    Help, HelpTerm, KnownHours, MARKS, Organization, Phone, Place, Service, help_code, help_uuid,
};
pub use kinds::{
    AUDIENCES, Advice, Campaign, Dossier, HelpPage, HistoryRow, KIT_KINDS, Kind, KitPiece, LEVELS, MOMENTS,
    PLACES, Publication, SERIES, SUBJECTS,
};
pub use lang::{Lang, NotALanguage};
pub use loader::is_id;
pub use local::{
    BULLETIN_KINDS, Bulletin, BulletinPlace, ISSUER_LEVELS, Local, LocalPlan, LocalService, LocalServices,
};
pub use numbers::keep_numbers;
pub use plan::{Measure, Plan, Theme, slug};
pub use reader::Fields;
pub use registers::{Call, Event, Project, Redirect, Scenario, SourceEntry, Term};
pub use source::{DocumentRef, parse_document_ref};
pub use text::{Text, fallback};
pub use value::{Cell, is_date, is_past};

use loader::Loader;

/// Sections of long-text items other than `pages/`.
pub const ARTICLE_SECTIONS: [&str; 6] = ["guides", "advice", "publications", "campaigns", "dossiers", "news"];

/// Everything under a content root.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Content {
    /// Long-text items of every section, in order of section and id.
    pub articles: Vec<Article>,
    /// Names of the section folders under `pages/`.
    pub sections: Vec<SectionInfo>,
    /// Plans, oldest id first.
    pub plans: Vec<Plan>,
    /// Tables of figures.
    pub datasets: Vec<Dataset>,
    /// Terms.
    pub glossary: Vec<Term>,
    /// Sources that are not one of the five documents.
    pub sources: Vec<SourceEntry>,
    /// Old addresses.
    pub redirects: Vec<Redirect>,
    /// Crisis scenarios.
    pub scenarios: Vec<Scenario>,
    /// Subsidised projects.
    pub projects: Vec<Project>,
    /// Calls for projects.
    pub calls: Vec<Call>,
    /// Agenda.
    pub events: Vec<Event>,
    /// Crisis rules, municipal measures, local notices.
    pub bulletins: Vec<Bulletin>,
    /// Services of municipalities and zones.
    pub local: Local,
    /// Municipalities, zones, outlines.
    pub areas: Areas,
    /// Help services.
    pub help: Help,
    /// Weapons-permit rows.
    pub permits: Law,
}

impl Content {
    /// Reads a content root. What can be read is returned even when there are findings;
    /// they come sorted by file and line.
    #[must_use]
    pub fn load(root: &Path) -> (Content, Vec<Finding>) {
        let mut loader = Loader::new(root);
        let mut content = Content::default();
        for section in ARTICLE_SECTIONS {
            content.articles.extend(article::load_section(&mut loader, section));
        }
        for section in loader.folders(Path::new("pages")) {
            content.sections.extend(article::load_section_info(&mut loader, &section));
            content.articles.extend(article::load_section(&mut loader, &format!("pages/{section}")));
        }
        content.plans = plan::load_plans(&mut loader);
        content.datasets = dataset::load_datasets(&mut loader);
        content.glossary = registers::load_rows(&mut loader, "glossary.toml", "term", registers::read_term);
        for file in ["sources.toml", "help/sources.toml", "permits/sources.toml"] {
            content.sources.extend(registers::load_rows(&mut loader, file, "source", registers::read_source));
        }
        content.redirects =
            registers::load_rows(&mut loader, "redirects.toml", "redirect", registers::read_redirect);
        content.scenarios =
            registers::load_rows(&mut loader, "scenarios.toml", "scenario", registers::read_scenario);
        content.projects =
            registers::load_rows(&mut loader, "projects.toml", "project", registers::read_project);
        content.calls = registers::load_rows(&mut loader, "calls.toml", "call", registers::read_call);
        content.events = registers::load_rows(&mut loader, "events.toml", "event", registers::read_event);
        content.bulletins =
            registers::load_rows(&mut loader, "bulletins.toml", "bulletin", local::read_bulletin);
        content.local = local::load_local(&mut loader);
        content.areas = area::load_areas(&mut loader);
        content.help = help_reader::load_help(&mut loader);
        content.permits = permits::load_permits(&mut loader);
        if content.articles.is_empty() {
            loader.nothing_found();
        }
        check::check(&mut loader, &content);
        let mut findings = loader.into_findings();
        findings.sort();
        findings.dedup();
        (content, findings)
    }

    /// Reads `help/` alone: what the directory needs to start.
    #[must_use]
    pub fn load_help(root: &Path) -> (Help, Vec<Finding>) {
        let mut loader = Loader::new(root);
        let help = help_reader::load_help(&mut loader);
        let mut findings = loader.into_findings();
        findings.sort();
        findings.dedup();
        (help, findings)
    }

    /// Items of one section, by order, then by id.
    #[must_use]
    pub fn section(&self, section: &str) -> Vec<&Article> {
        let mut items: Vec<&Article> = self.articles.iter().filter(|a| a.section == section).collect();
        items.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        items
    }

    /// The names of the section folders under `pages/`, in order.
    #[must_use]
    pub fn page_sections(&self) -> Vec<&str> {
        let mut names: Vec<&str> =
            self.articles.iter().filter_map(|a| a.section.strip_prefix("pages/")).collect();
        names.dedup();
        names
    }

    /// Name and opening of a section folder under `pages/`, when it has its own file.
    #[must_use]
    pub fn section_info(&self, section: &str) -> Option<&SectionInfo> {
        self.sections.iter().find(|s| s.id == section)
    }

    /// Finds a plan by its id.
    #[must_use]
    pub fn plan(&self, id: &str) -> Option<&Plan> {
        self.plans.iter().find(|p| p.id == id)
    }

    /// Finds a dataset by its id.
    #[must_use]
    pub fn dataset(&self, id: &str) -> Option<&Dataset> {
        self.datasets.iter().find(|d| d.id == id)
    }

    /// Finds an article by `section/id`, where pages are named without `pages/`.
    #[must_use]
    pub fn article(&self, section: &str, id: &str) -> Option<&Article> {
        self.articles
            .iter()
            .find(|a| a.id == id && a.section.strip_prefix("pages/").unwrap_or(&a.section) == section)
    }

    /// The address without language that `@/…` stands for, with leading and trailing
    /// slash; none when nothing answers there.
    #[must_use]
    pub fn resolve(&self, reference: &str) -> Option<String> {
        check::resolve(self, reference)
    }
}
