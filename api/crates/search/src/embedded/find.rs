//! Finding candidates: every document that answers enough groups.

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader, Term as IndexTerm};

use super::Shelf;
use super::layout::{Layout, Zone};
use crate::corpus::CardId;
use crate::engine::Error;
use crate::lang::Lang;
use crate::plan::{Group, Pass, Role, Term};
use crate::rank::Candidates;

/// With fewer results than this, documents that answer one group alone are shown too.
const FEW: usize = 5;

/// The candidates of a pass.
pub(super) fn candidates(shelf: &Shelf, pass: &Pass) -> Result<Candidates, Error> {
    let required = pass.plan.required();
    let strict = run(shelf, pass, required)?;
    if strict.cards.len() >= FEW || required <= 1 || pass.role != Role::Own {
        return Ok(strict);
    }
    run(shelf, pass, 1)
}

fn run(shelf: &Shelf, pass: &Pass, required: usize) -> Result<Candidates, Error> {
    let plan = &pass.plan;
    let groups: Vec<(Occur, Box<dyn Query>)> = plan
        .groups
        .iter()
        .filter_map(|group| Some((Occur::Should, any_of(&shelf.layout, plan.lang, group)?)))
        .collect();
    if groups.is_empty() {
        return Ok(Candidates::default());
    }
    let required = required.min(groups.len()).max(1);
    let query = BooleanQuery::with_minimum_required_clauses(groups, required);
    let cards = shelf.searcher.search(&query, &All)?;
    Ok(Candidates { cards, required })
}

/// Any term or phrase of a group.
fn any_of(layout: &Layout, lang: Lang, group: &Group) -> Option<Box<dyn Query>> {
    let mut ways: Vec<(Occur, Box<dyn Query>)> = Vec::new();
    for term in &group.terms {
        ways.extend(lookups(layout, lang, term).map(|query| (Occur::Should, query)));
    }
    for phrase in &group.phrases {
        let members: Vec<(Occur, Box<dyn Query>)> = phrase
            .terms
            .iter()
            .map(|terms| {
                let any = terms
                    .iter()
                    .flat_map(|term| lookups(layout, lang, term))
                    .map(|query| (Occur::Should, query));
                let any: Box<dyn Query> = Box::new(BooleanQuery::new(any.collect()));
                (Occur::Must, any)
            })
            .collect();
        ways.push((Occur::Should, Box::new(BooleanQuery::new(members))));
    }
    (!ways.is_empty()).then(|| Box::new(BooleanQuery::new(ways)) as Box<dyn Query>)
}

fn lookups(layout: &Layout, lang: Lang, term: &Term) -> impl Iterator<Item = Box<dyn Query>> {
    let (zones, text) = layout.lookup(lang, term);
    zones.iter().map(move |zone| {
        let term = IndexTerm::from_field_text(layout.field(*zone), &text);
        let query: Box<dyn Query> = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
        if *zone == Zone::Title { Box::new(BoostQuery::new(query, 2.0)) } else { query }
    })
}

/// Collects the card and the score of every match: counts by kind need them all.
struct All;

struct InSegment {
    cards: Column<u64>,
    found: Vec<(CardId, Score)>,
}

impl Collector for All {
    type Fruit = Vec<(CardId, Score)>;
    type Child = InSegment;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<InSegment> {
        Ok(InSegment { cards: segment.fast_fields().u64("card")?, found: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Self::Fruit>) -> tantivy::Result<Self::Fruit> {
        Ok(fruits.into_iter().flatten().collect())
    }
}

impl SegmentCollector for InSegment {
    type Fruit = Vec<(CardId, Score)>;

    fn collect(&mut self, doc: DocId, score: Score) {
        if let Some(card) = self.cards.first(doc).and_then(|number| CardId::try_from(number).ok()) {
            self.found.push((card, score));
        }
    }

    fn harvest(self) -> Self::Fruit {
        self.found
    }
}
