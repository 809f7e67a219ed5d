//! Weapons permits: the facts of guide pages, printed from dated rows.

use safe_content::{Lang, Row};

use super::listing;
use crate::page::{Block, Fact, Group, Item, Page};
use crate::site::{Site, join};

/// The first page of the section.
#[must_use]
pub fn landing(site: &Site<'_>, lang: Lang) -> Page {
    let mut page = listing::frame(site, lang, "permits", "permits");
    let mut which = site.link(lang, "/permits/which/", site.say(lang, "permits-apply"));
    which.summary = site.say(lang, "permits-apply-text");
    let mut items = vec![which];
    // The form speaks four languages; the questions lead everybody else to it.
    if ["fr", "nl", "en", "de"].contains(&lang.as_str()) {
        items.push(site.link(lang, "/permits/apply/", site.say(lang, "permits-start-application")));
        items.push(site.link(lang, "/permits/statistics/", site.say(lang, "permits-statistics-title")));
    }
    page.extra.groups.push(Group { layout: "cards".to_owned(), items, ..Group::default() });
    let today = site.today();
    let procedures: Vec<&str> = site
        .content
        .permits
        .rows("procedures", "procedure")
        .filter(|r| r.is_valid_on(&today))
        .map(|r| r.text("page"))
        .collect();
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

/// Prints rows in one language on one day.
struct Printer<'p, 's> {
    site: &'p Site<'s>,
    lang: Lang,
    today: String,
}

/// Adds the facts that `pages.toml` names for a guide page.
pub fn fill(site: &Site<'_>, lang: Lang, id: &str, page: &mut Page) {
    let printer = Printer { site, lang, today: site.today() };
    let Some(row) = site.content.permits.rows("pages", "page").find(|r| r.text("id") == id) else {
        return;
    };
    let mut loose = Vec::new();
    for fact in row.list("facts") {
        let (kind, name) = fact.split_once(':').unwrap_or((fact, ""));
        match kind {
            "procedure" => page.extra.blocks.extend(printer.procedure(name)),
            "procedures" => page.extra.blocks.push(printer.all_procedures()),
            "reasons" => page.extra.blocks.push(printer.whole_table("permits-reasons", "reasons", "reason")),
            "authorities" => {
                page.extra.blocks.push(printer.whole_table("permits-authorities", "authorities", "authority"))
            }
            "retention" => page.extra.blocks.push(printer.retention()),
            "deadline" => {
                loose.extend(printer.find("deadlines", "deadline", name).map(|r| printer.deadline(r)))
            }
            "authority" => {
                loose.extend(printer.find("authorities", "authority", name).map(|r| printer.plain(r)))
            }
            "limit" => loose.extend(printer.find("limits", "limit", name).map(|r| printer.limit(r))),
            "rule" => {
                loose.extend(printer.find("fees", "rule", name).map(|r| printer.rule(r, "permits-fees")))
            }
            "day_count" => loose.extend(
                printer.find("deadlines", "day_count", name).map(|r| printer.rule(r, "permits-day-count")),
            ),
            "open_question" => {
                loose.extend(printer.find("deadlines", "open_question", name).map(|r| printer.plain(r)))
            }
            _ => {}
        }
    }
    if !loose.is_empty() {
        page.extra.blocks.push(Block {
            title: site.say(lang, "permits-facts"),
            rows: loose,
            ..Block::default()
        });
    }
    page.extra.blocks.retain(|b| !b.rows.is_empty());
}

impl<'p> Printer<'p, '_> {
    fn say(&self, id: &str) -> String {
        self.site.say(self.lang, id)
    }

    fn find(&self, file: &str, table: &str, id: &str) -> Option<Row<'p>> {
        self.site.content.permits.find(file, table, id, &self.today)
    }

    fn words(&self, row: Row<'_>, key: &str) -> String {
        self.site.plain(self.lang, &row.words(key))
    }

    fn plain(&self, row: Row<'_>) -> Fact {
        Fact {
            label: self.words(row, "title"),
            text: self.words(row, "text"),
            note: self.basis(row),
            ..Fact::default()
        }
    }

    fn rule(&self, row: Row<'_>, label: &str) -> Fact {
        Fact {
            label: self.say(label),
            text: self.words(row, "text"),
            note: self.basis(row),
            ..Fact::default()
        }
    }

    /// Legal basis, and how sure it is.
    fn basis(&self, row: Row<'_>) -> String {
        let acts: Vec<String> = row.list("legal_basis").into_iter().filter_map(|b| self.act(b)).collect();
        let sure = if row.is_unconfirmed() {
            self.say("permits-to-confirm")
        } else if matches!(row.text("confidence"), "B" | "C") {
            self.say("permits-secondary")
        } else {
            String::new()
        };
        join(&[join(&acts, " ; "), sure], " – ")
    }

    fn act(&self, basis: &str) -> Option<String> {
        let (id, article) = basis.split_once(':').unwrap_or((basis, ""));
        let act = self.site.content.permits.rows("legal", "act").find(|r| r.text("id") == id)?;
        let name = act.words("short");
        let name = if name.is_empty() { self.words(act, "title") } else { self.site.plain(self.lang, &name) };
        if article.is_empty() {
            return Some(name);
        }
        Some(self.site.words.say_with(self.lang, "permits-article", &[("act", &name), ("article", article)]))
    }

    fn length(&self, row: Row<'_>) -> String {
        let Some(amount) = row.number("amount").or_else(|| row.number("maximum")) else {
            return String::new();
        };
        let values = [("count", amount.to_string())];
        let values: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
        self.site.words.say_with(self.lang, &format!("permits-unit-{}", row.text("unit")), &values)
    }

    fn deadline(&self, row: Row<'_>) -> Fact {
        let text = join(&[self.length(row), self.words(row, "text")], " – ");
        Fact { label: self.words(row, "title"), text, note: self.basis(row), ..Fact::default() }
    }

    fn limit(&self, row: Row<'_>) -> Fact {
        let amount = row.number("amount").map(|n| n.to_string()).unwrap_or_default();
        Fact { label: self.words(row, "title"), text: amount, note: self.basis(row), ..Fact::default() }
    }

    fn block(&self, title: &str, rows: Vec<Fact>) -> Block {
        Block { title: self.say(title), rows, ..Block::default() }
    }

    fn procedure(&self, id: &str) -> Vec<Block> {
        let Some(row) = self.find("procedures", "procedure", id) else {
            return Vec::new();
        };
        let permits = &self.site.content.permits;
        let mut essentials = Vec::new();
        if !row.text("model").is_empty() {
            essentials.push(Fact {
                label: self.say("permits-model"),
                text: row.text("model").to_owned(),
                ..Fact::default()
            });
        }
        if let Some(authority) = self.find("authorities", "authority", row.text("authority")) {
            essentials.push(Fact {
                label: self.say("permits-authority"),
                text: self.words(authority, "title"),
                ..Fact::default()
            });
        }
        essentials.push(Fact {
            label: self.say("permits-legal-basis"),
            text: self.basis(row),
            ..Fact::default()
        });
        let documents = row.rows("document").into_iter().filter_map(|d| self.document(id, d)).collect();
        let fees = row.list("fees").into_iter().flat_map(|fee| self.fee(fee)).collect();
        let deadline =
            |d: &str| permits.find("deadlines", "deadline", d, &self.today).map(|r| self.deadline(r));
        let deadlines = row.list("deadlines").into_iter().filter_map(deadline).collect();
        let appeal = row.list("appeal").into_iter().filter_map(deadline).collect();
        vec![
            self.block("permits-essentials", essentials),
            self.block("permits-documents", documents),
            self.block("permits-fees", fees),
            self.block("permits-deadlines", deadlines),
            self.block("permits-appeal", appeal),
        ]
    }

    fn document(&self, procedure: &str, need: Row<'_>) -> Option<Fact> {
        let document = self.find("documents", "document", need.text("id"))?;
        let permits = &self.site.content.permits;
        let applies = |age: &Row<'_>| {
            age.text("document") == need.text("id")
                && age.is_valid_on(&self.today)
                && (age.list("procedures").is_empty() || age.list("procedures").contains(&procedure))
        };
        let age = permits
            .rows("documents", "age")
            .find(applies)
            .map(|age| self.site.words.say_with(self.lang, "permits-age", &[("length", &self.length(age))]));
        let reasons = need
            .list("reasons")
            .into_iter()
            .filter_map(|r| self.find("reasons", "reason", r))
            .map(|r| self.words(r, "title"));
        let only = join(&reasons.collect::<Vec<_>>(), ", ");
        let only = if only.is_empty() {
            only
        } else {
            self.site.words.say_with(self.lang, "permits-only-for", &[("reasons", &only)])
        };
        let need = self.say(&format!("permits-need-{}", need.text("need")));
        let text = join(&[need, only, age.unwrap_or_default(), self.words(document, "hint")], " – ");
        Some(Fact {
            label: self.words(document, "title"),
            text,
            note: self.basis(document),
            ..Fact::default()
        })
    }

    fn fee(&self, id: &str) -> Vec<Fact> {
        let Some(fee) = self.find("fees", "fee", id) else {
            return Vec::new();
        };
        let amounts = self
            .site
            .content
            .permits
            .rows("fees", "amount")
            .filter(|a| a.text("fee") == id && a.is_valid_on(&self.today));
        let stage = |amount: Row<'_>| {
            let stage = self.say(&format!("permits-stage-{}", amount.text("stage")));
            let text = match amount.number("amount_cents") {
                Some(cents) => self.site.euro(self.lang, cents as f64 / 100.0),
                None => self.say("permits-amount-unknown"),
            };
            Fact {
                label: self.words(fee, "title"),
                text: join(&[stage, text], " – "),
                note: self.basis(amount),
                ..Fact::default()
            }
        };
        let rows: Vec<Fact> = amounts.map(stage).collect();
        if rows.is_empty() {
            let text = self.say("permits-amount-unknown");
            return vec![Fact {
                label: self.words(fee, "title"),
                text,
                note: self.basis(fee),
                ..Fact::default()
            }];
        }
        rows
    }

    fn all_procedures(&self) -> Block {
        let row = |row: Row<'_>| {
            let path = format!("/permits/{}/", row.text("page"));
            let item = self.site.link(self.lang, &path, self.words(row, "title"));
            let model = row.text("model");
            let label = if model.is_empty() {
                self.words(row, "title")
            } else {
                format!("{} {model}", self.say("permits-model"))
            };
            Fact { label, text: self.words(row, "summary"), items: vec![item], ..Fact::default() }
        };
        let rows =
            self.site.content.permits.rows("procedures", "procedure").filter(|r| r.is_valid_on(&self.today));
        self.block("permits-procedures", rows.map(row).collect())
    }

    fn whole_table(&self, title: &str, file: &str, table: &str) -> Block {
        let rows = self.site.content.permits.rows(file, table).filter(|r| r.is_valid_on(&self.today));
        self.block(title, rows.map(|r| self.plain(r)).collect())
    }

    fn retention(&self) -> Block {
        let row = |row: Row<'_>| {
            let length = if row.number("amount").is_some() {
                self.length(row)
            } else {
                self.say("permits-amount-unknown")
            };
            let text = join(&[length, self.words(row, "text")], " – ");
            Fact { label: self.words(row, "title"), text, note: self.basis(row), ..Fact::default() }
        };
        let rows =
            self.site.content.permits.rows("retention", "class").filter(|r| r.is_valid_on(&self.today));
        self.block("permits-retention", rows.map(row).collect())
    }
}
