//! What is asked of an adviser.

use super::super::super::field::{Choice, Kind};
use super::{Desk, html};
use crate::error::Result;
use crate::permit::desk::told;

/// Pages of answers that say whom a question is about, and where: without them nobody can give an
/// opinion. Everything else goes along only when the handler chooses it.
const WHOM: [&str; 5] = ["name", "birth", "address", "company", "activity-place"];

impl Desk<'_> {
    /// Opinions that the procedure provides for, whom to ask, and what goes with the question.
    pub(super) fn advice(&self, step: &str) -> Result<String> {
        let day = self.case.law_day();
        let law = self.state.law.on(self.case.today);
        let mut rows = Vec::new();
        for row in self.state.permits.rows.advice_of(&self.case.row.procedure, &day) {
            let who =
                law.authority(&row.adviser).map_or(row.adviser.as_str(), |a| a.title.get(self.lang.code()));
            let need = self.t(&format!("permits-fact-advice-{}", row.need));
            let none = ["none".to_owned()];
            let places = if row.places.is_empty() { none.as_slice() } else { row.places.as_slice() };
            for place in places {
                let place_word = self.t(&format!("office-permit-place-{place}"));
                rows.push((format!("{}~{place}", row.id), format!("{who}, {place_word} ({need})")));
            }
        }
        let people =
            self.advisers.iter().map(|one| (one.email.clone(), format!("{} – {}", one.name, one.email)));
        let shared = if self.sent.step == step {
            self.kept_all(step, "pages")
        } else {
            WHOM.map(str::to_owned).to_vec()
        };
        let pages = told::pages(self.state, self.case, self.lang).into_iter().map(|page| {
            let words = page.rows.iter().map(|(label, _)| label.as_str()).collect::<Vec<_>>().join(" · ");
            Choice::new("advice-pages", &page.id, page.title, shared.contains(&page.id)).hint(words)
        });
        let shared_papers = self.kept_all(step, "papers");
        let papers = self.case.papers.iter().filter(|paper| paper.row.purpose != "decision").map(|paper| {
            let id = paper.row.id.to_string();
            let on = shared_papers.contains(&id);
            let title = self.document(&paper.row.document);
            let of = told::belongs_to(&self.state.law, self.lang, self.case, &paper.row.slot)
                .unwrap_or_else(|| self.t("office-permit-paper-row-gone"));
            let title = if of.is_empty() { title } else { format!("{title} – {of}") };
            Choice::new("advice-papers", &id, title, on).hint(paper.name.clone())
        });
        let mut pages = self.choices((step, "pages"), "office-permit-share-pages", true, pages.collect());
        pages.hint = Some(self.t("office-permit-share-pages-hint"));
        let papers = self.choices((step, "papers"), "office-permit-share-papers", true, papers.collect());
        html(&[
            &self.field(step, "advice", "office-permit-advice-row", Kind::Select(rows)),
            &self.field(step, "adviser", "office-permit-adviser", Kind::Select(people.collect())),
            &self
                .field(step, "question", "office-permit-question", Kind::Area(5))
                .hint(self.t("office-permit-question-hint"))
                .in_lang_of(self.case, step),
            &pages,
            &papers,
        ])
    }

    fn document(&self, id: &str) -> String {
        let row = self.state.law.documents.iter().find(|row| row.id == id);
        let own = || self.lang.find(&format!("office-permit-document-{id}"));
        row.map(|row| row.title.get(self.lang.code()).to_owned())
            .or_else(own)
            .unwrap_or_else(|| id.to_owned())
    }
}
