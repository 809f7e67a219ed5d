//! Weapons permits: the facts of guide pages, printed from dated rows.

mod document;
mod marks;

use safe_content::Lang;
use safe_permits::deadline::{Deadline, Limit, Period};
use safe_permits::procedure::Procedure;
use safe_permits::reference::Amount;
use safe_permits::{Dated, On, Proof, Words};

pub use document::condition_message;

use super::listing;
use crate::chart::escape;
use crate::page::{Block, Fact, Group, Item, Page};
use crate::site::{Site, join};

/// Languages of the online form.
const FORM_LANGUAGES: [&str; 4] = ["fr", "nl", "en", "de"];

/// The first page of the section.
#[must_use]
pub fn landing(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = listing::frame(site, lang, "permits", "permits");
    let mut which = site.link(lang, "/permits/which/", site.say(lang, "permits-apply"));
    which.summary = site.say(lang, "permits-apply-text").into();
    let mut items = vec![which];
    // The questions lead everybody else to the form.
    if FORM_LANGUAGES.contains(&lang.as_str()) {
        let mut start = site.link(lang, "/permits/apply/", site.say(lang, "permits-start-application"));
        start.summary = site.say(lang, "permits-start-text").into();
        items.push(start);
        let mut counted = site.link(lang, "/permits/statistics/", site.say(lang, "permits-statistics-title"));
        counted.summary = site.say(lang, "permits-statistics-text").into();
        items.push(counted);
    }
    page.extra.groups.push(Group { layout: "cards".to_owned(), items, ..Group::default() });
    let procedures: Vec<&str> = rows(site).procedures().map(|row| row.row.page.as_str()).collect();
    let (own, other): (Vec<_>, Vec<_>) =
        site.content.section("pages/permits").into_iter().partition(|a| procedures.contains(&a.id.as_str()));
    for (id, title, articles) in [("procedures", "permits-procedures", own), ("more", "section-more", other)]
    {
        let items: Vec<Item> = articles.into_iter().map(|a| site.card(lang, a)).collect();
        if !items.is_empty() {
            page.extra.groups.push(Group {
                id: id.to_owned(),
                title: site.say(lang, title),
                layout: "cards".to_owned(),
                items,
                ..Group::default()
            });
        }
    }
    page
}

/// The rows in force on the day of the build.
fn rows<'p>(site: &'p Site<'_>) -> On<'p> {
    let today = site.today().parse().unwrap_or_default();
    site.content.permits.on(today)
}

/// Prints rows in one language on one day.
struct Printer<'p, 's> {
    site: &'p Site<'s>,
    lang: Lang,
    law: On<'p>,
}

/// Adds the facts that `pages.toml` names for a guide page. Their texts are HTML: each piece
/// in another language than the page's is marked with its language.
pub fn fill(site: &Site<'_>, lang: Lang, id: &str, page: &mut Page) {
    let printer = Printer { site, lang, law: rows(site) };
    let Some(guide) = site.content.permits.guides.iter().find(|guide| guide.id == id) else {
        return;
    };
    let mut loose = Vec::new();
    for fact in &guide.facts {
        let (kind, name) = fact.split_once(':').unwrap_or((fact, ""));
        match kind {
            "procedure" => page.extra.blocks.extend(printer.procedure(name)),
            "procedures" => page.extra.blocks.push(printer.all_procedures()),
            "reasons" => page.extra.blocks.push(printer.reasons()),
            "authorities" => page.extra.blocks.push(printer.authorities()),
            "retention" => page.extra.blocks.push(printer.retention()),
            _ => loose.extend(printer.fact(kind, name)),
        }
    }
    // What stands in a block of its procedure is not told a second time.
    let told =
        |fact: &Fact| page.extra.blocks.iter().flat_map(|block| &block.rows).any(|row| row.is_same(fact));
    let loose: Vec<Fact> = loose.into_iter().filter(|fact| !told(fact)).collect();
    if !loose.is_empty() {
        page.extra.blocks.push(Block {
            title: site.say(lang, "permits-facts"),
            rows: loose,
            ..Block::default()
        });
    }
    page.extra.blocks.retain(|b| !b.rows.is_empty());
    for fact in page.extra.blocks.iter_mut().flat_map(|block| &mut block.rows) {
        fact.marked = true;
        if !fact.text.is_empty() && !fact.text.starts_with("<p>") {
            fact.text = format!("<p>{}</p>", fact.text);
        }
    }
}

impl Printer<'_, '_> {
    fn plain(&self, title: &Words, text: &Words, note: String) -> Fact {
        Fact { label: self.words(title), text: self.words(text), note: note.into(), ..Fact::default() }
    }

    /// One row that a page names.
    fn fact(&self, kind: &str, id: &str) -> Option<Fact> {
        let law = self.law;
        let rule = |label: &str, text: &Words, proof: &Proof| Fact {
            label: self.say(label),
            text: self.words(text),
            note: self.basis(proof).into(),
            ..Fact::default()
        };
        match kind {
            "deadline" => law.deadline(id).map(|row| self.deadline(row)),
            "authority" => {
                law.authority(id).map(|row| self.plain(&row.title, &row.text, self.basis(&row.proof)))
            }
            "limit" => law.limit(id).map(|row| self.limit(row)),
            "rule" => law.fee_rule(id).map(|row| rule("permits-fees", &row.text, &row.proof)),
            "day_count" => law.day_count(id).map(|row| rule("permits-day-count", &row.text, &row.proof)),
            "open_question" => law
                .law
                .open_questions
                .iter()
                .find(|row| row.id == id)
                .map(|row| Fact { text: self.words(&row.text), ..Fact::default() }),
            _ => None,
        }
    }

    fn length(&self, period: Option<Period>) -> String {
        let Some(Period { amount, unit }) = period else { return String::new() };
        let id = format!("permits-unit-{}", unit.code());
        self.site.words.say_with(self.lang, &id, &[("count", &amount.to_string())])
    }

    fn deadline(&self, row: &Dated<Deadline>) -> Fact {
        let text = join(&[self.length(row.period()), self.words(&row.text)], " – ");
        Fact { label: self.words(&row.title), text, note: self.basis(&row.proof).into(), ..Fact::default() }
    }

    fn limit(&self, row: &Dated<Limit>) -> Fact {
        let text = row.amount.to_string();
        Fact { label: self.words(&row.title), text, note: self.basis(&row.proof).into(), ..Fact::default() }
    }

    fn block(&self, title: &str, rows: Vec<Fact>) -> Block {
        Block { title: self.site.say(self.lang, title), rows, ..Block::default() }
    }

    fn procedure(&self, id: &str) -> Vec<Block> {
        let Some(row) = self.law.procedure(id) else {
            return Vec::new();
        };
        let fact = |label: &str, text: String| Fact { label: self.say(label), text, ..Fact::default() };
        let mut essentials = Vec::new();
        if !row.model.is_empty() {
            essentials.push(fact("permits-model", escape(&row.model)));
        }
        if let Some(authority) = self.law.authority(&row.authority) {
            essentials.push(fact("permits-authority", self.words(&authority.title)));
        }
        essentials.push(fact("permits-legal-basis", self.basis(&row.proof)));
        if !row.flow.is_empty() && FORM_LANGUAGES.contains(&self.lang.as_str()) {
            let words = self.site.say(self.lang, "permits-start-application");
            let start = self.site.link(self.lang, "/permits/apply/", words);
            essentials.push(Fact {
                label: self.say("permits-online"),
                items: vec![start],
                ..Fact::default()
            });
        }
        let documents = row.documents.iter().filter_map(|asked| self.document(id, row, asked)).collect();
        let fees = row.fees.iter().flat_map(|fee| self.fee(fee)).collect();
        let deadline = |id: &String| self.law.deadline(id).map(|row| self.deadline(row));
        let deadlines = row.deadlines.iter().filter_map(deadline).collect();
        let appeal = row.appeal.iter().filter_map(deadline).collect();
        vec![
            self.block("permits-essentials", essentials),
            self.block("permits-documents", documents),
            self.block("permits-fees", fees),
            self.block("permits-deadlines", deadlines),
            self.block("permits-appeal", appeal),
        ]
    }

    fn fee(&self, id: &str) -> Vec<Fact> {
        let Some(fee) = self.law.fee(id) else {
            return Vec::new();
        };
        let line = |text: String, proof: &Proof| Fact {
            label: self.words(&fee.title),
            text,
            note: self.basis(proof).into(),
            ..Fact::default()
        };
        let stage = |amount: &Dated<Amount>| {
            let stage = self.say(&format!("permits-stage-{}", amount.stage));
            let text = match amount.amount_cents {
                Some(cents) => escape(&self.site.euro(self.lang, cents as f64 / 100.0)),
                None => self.say("permits-amount-unknown"),
            };
            line(join(&[stage, text], " – "), &amount.proof)
        };
        let rows: Vec<Fact> = self.law.amounts().filter(|amount| amount.fee == id).map(stage).collect();
        if rows.is_empty() { vec![line(self.say("permits-amount-unknown"), &fee.proof)] } else { rows }
    }

    fn all_procedures(&self) -> Block {
        let row = |row: &Dated<Procedure>| {
            let path = format!("/permits/{}/", row.page);
            let title = self.spoken(&row.title);
            let label = if row.model.is_empty() {
                marks::marked(&title)
            } else {
                format!("{} <bdi>{}</bdi>", self.say("permits-model"), escape(&row.model))
            };
            let item = self.site.link(self.lang, &path, title);
            Fact { label, text: self.words(&row.summary), items: vec![item], ..Fact::default() }
        };
        self.block("permits-procedures", self.law.procedures().map(row).collect())
    }

    fn reasons(&self) -> Block {
        let rows = self.law.reasons().map(|row| self.plain(&row.title, &row.text, self.basis(&row.proof)));
        self.block("permits-reasons", rows.collect())
    }

    fn authorities(&self) -> Block {
        let rows =
            self.law.authorities().map(|row| self.plain(&row.title, &row.text, self.basis(&row.proof)));
        self.block("permits-authorities", rows.collect())
    }

    fn retention(&self) -> Block {
        let rows = self.law.classes().map(|row| {
            let length = match row.period() {
                Some(period) => self.length(Some(period)),
                None => self.say("permits-amount-unknown"),
            };
            let text = join(&[length, self.words(&row.text)], " – ");
            Fact {
                label: self.words(&row.title),
                text,
                note: self.basis(&row.proof).into(),
                ..Fact::default()
            }
        });
        self.block("permits-retention", rows.collect())
    }
}
