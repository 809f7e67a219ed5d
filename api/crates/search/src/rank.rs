//! What a document is worth to a question; the same for both engines.
//!
//! Each group of the plan is answered to some degree (BM25 with zones: a word in the
//! title counts more than one in the text), weighted by how rare the reader's word is.
//! A document that answers all groups is worth more than one that answers a group very
//! well; a title made of the reader's words is worth most.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::corpus::{Card, CardId, Corpus};
use crate::engine::{DEEPEST, Facet, Query};
use crate::plan::{MOST_SLOTS, Pass, Plan, Question, Role};

/// How fast more of the same word stops counting, and how much length counts.
const SATURATION: f32 = 1.2;
const LENGTH: f32 = 0.5;
/// Worth of a word in the title and in the summary; in the body it is 1.
const TITLE: f32 = 4.0;
const SUMMARY: f32 = 1.8;
/// What a title that answers the question adds, and one that says nothing else.
const TITLE_ANSWERS: f32 = 0.35;
const TITLE_IS_ANSWER: f32 = 0.35;
/// Candidates of a pass that are judged, in the engine's own order.
const MOST_JUDGED: usize = 2 * DEEPEST;

/// What a document is worth, and how much of the question it answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth {
    /// 0 to about 2.
    pub score: f32,
    /// Groups answered.
    pub answered: usize,
}

/// What readers of this portal mostly come for: what to do, whom to call. Registers and
/// figures follow when they answer as well.
fn kind_factor(kind: &str) -> f32 {
    match kind {
        "advice" | "guide" | "help" | "service" | "permit" | "procedure" => 1.0,
        "page" | "area" => 0.8,
        "dossier" | "campaign" | "plan" | "call" => 0.65,
        "publication" | "theme" | "news" => 0.6,
        _ => 0.5,
    }
}

/// Judges one document; nothing when it answers no group.
#[must_use]
pub fn worth(corpus: &Corpus, plan: &Plan, card: &Card) -> Option<Worth> {
    let mut found = [0.0_f32; MOST_SLOTS];
    let mut in_title = [0.0_f32; MOST_SLOTS];
    let relative = card.length as f32 / corpus.mean_length(card.lang);
    let shortness = 1.0 / (1.0 - LENGTH + LENGTH * relative.min(4.0));
    let mut weigh = |slot: u8, weight: f32, title: u8, summary: u8, body: u8| {
        let slot = usize::from(slot);
        let zones = TITLE * f32::from(title.min(2))
            + SUMMARY * f32::from(summary.min(2))
            + f32::from(body) * shortness;
        found[slot] += weight * zones;
        if title > 0 {
            in_title[slot] = in_title[slot].max(weight);
        }
    };
    let mut any = false;
    for occurrence in &card.words {
        if let Some(slots) = plan.words.get(&occurrence.word) {
            any = true;
            for (slot, weight) in slots {
                weigh(*slot, *weight, occurrence.title, occurrence.summary, occurrence.body);
            }
        }
    }
    if !any {
        return None;
    }
    let degree = |amount: f32| amount / (amount + SATURATION);
    let (mut sum, mut answered_rarity, mut rarity, mut title_rarity, mut answered) = (0.0, 0.0, 0.0, 0.0, 0);
    for (slot, group) in plan.groups.iter().enumerate() {
        let mut best = degree(found[slot]);
        let mut titled = in_title[slot];
        for phrase in &group.phrases {
            let members = phrase.slots.iter().map(|slot| usize::from(*slot));
            let least = members.clone().map(|slot| degree(found[slot])).fold(1.0, f32::min);
            best = best.max(least * phrase.weight);
            titled = titled.max(members.map(|slot| in_title[slot]).fold(1.0, f32::min) * phrase.weight);
        }
        rarity += group.rarity;
        if best > 0.0 {
            answered += 1;
            answered_rarity += group.rarity;
            sum += group.rarity * best;
            title_rarity += group.rarity * titled;
        }
    }
    if answered == 0 || rarity <= 0.0 {
        return None;
    }
    let coverage = answered_rarity / rarity;
    let titled = title_rarity / rarity;
    let own = titled * share_of_title(plan, card);
    let mut score = sum / rarity * coverage * (1.0 + TITLE_ANSWERS * titled + TITLE_IS_ANSWER * own);
    score *= corpus.kinds.get(usize::from(card.kind)).map_or(1.0, |kind| kind_factor(kind));
    Some(Worth { score, answered })
}

/// How much of the title is the reader's words.
fn share_of_title(plan: &Plan, card: &Card) -> f32 {
    if card.title.is_empty() {
        return 0.0;
    }
    let said = card.title.iter().filter(|word| plan.words.contains_key(word)).count();
    said as f32 / card.title.len() as f32
}

/// What an engine found for one pass.
#[derive(Debug, Clone, Default)]
pub struct Candidates {
    /// Cards, with the engine's own order as a number.
    pub cards: Vec<(CardId, f32)>,
    /// Groups that a document must answer.
    pub required: usize,
}

/// One result, before its texts are fetched.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked {
    /// The card that is shown.
    pub card: CardId,
    /// Worth.
    pub score: f32,
    /// Whether it is not in the reader's language.
    pub is_fallback: bool,
}

/// All results of a question.
#[derive(Debug, Clone, Default)]
pub struct Ranking {
    /// Best first, at most [`DEEPEST`].
    pub order: Vec<Ranked>,
    /// Results by kind.
    pub facets: Vec<Facet>,
    /// Results of the chosen kinds.
    pub total: usize,
}

/// Puts the findings of all passes in one order; a topic appears once.
#[must_use]
pub fn rank(corpus: &Corpus, query: &Query, question: &Question, found: &[Candidates]) -> Ranking {
    let mut best: FxHashMap<u32, Ranked> = FxHashMap::default();
    let mut topics: FxHashSet<(u32, u16)> = FxHashSet::default();
    let wanted: Vec<bool> =
        corpus.kinds.iter().map(|kind| query.kinds.is_empty() || query.kinds.contains(kind)).collect();
    for (pass, candidates) in question.passes.iter().zip(found) {
        let mut cards = candidates.cards.clone();
        cards.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let (mut place, mut judged) = (0, 0);
        for (number, _) in cards {
            let Some(card) = corpus.card(number) else { continue };
            let Some((shown, is_fallback)) = show(corpus, query, pass, number, card) else { continue };
            let topic = (card.topic, card.kind);
            let is_wanted = wanted.get(usize::from(card.kind)).copied().unwrap_or(false);
            place += 1;
            // Farther down the engine's word is taken for the counts, so that they are the
            // same whatever kind is chosen.
            let is_deep = place > MOST_JUDGED;
            if is_deep {
                topics.insert(topic);
            }
            if is_deep && (!is_wanted || judged >= MOST_JUDGED) {
                continue;
            }
            judged += usize::from(is_wanted);
            let Some(worth) = worth(corpus, &pass.plan, card) else { continue };
            if worth.answered < candidates.required {
                continue;
            }
            topics.insert(topic);
            if !is_wanted {
                continue;
            }
            let ranked = Ranked { card: shown, score: worth.score * pass.factor, is_fallback };
            let entry = best.entry(card.topic).or_insert(ranked);
            if ranked.score > entry.score {
                *entry = ranked;
            }
        }
    }
    let mut order: Vec<Ranked> = best.into_values().collect();
    order.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.card.cmp(&b.card)));
    order.truncate(DEEPEST);
    let (facets, total) = count(corpus, &topics, &wanted);
    Ranking { order, facets, total }
}

/// The card that a reader is shown for a card that was found, if any.
fn show(corpus: &Corpus, query: &Query, pass: &Pass, number: CardId, card: &Card) -> Option<(CardId, bool)> {
    match pass.role {
        Role::Own => Some((number, false)),
        Role::Missing => corpus.version(card.topic, query.lang).is_none().then_some((number, true)),
        Role::Other => {
            let translation = corpus.version(card.topic, query.lang);
            Some(translation.map_or((number, true), |own| (own, false)))
        }
    }
}

fn count(corpus: &Corpus, topics: &FxHashSet<(u32, u16)>, wanted: &[bool]) -> (Vec<Facet>, usize) {
    let mut counts = vec![0_usize; corpus.kinds.len()];
    for (_, kind) in topics {
        if let Some(count) = counts.get_mut(usize::from(*kind)) {
            *count += 1;
        }
    }
    let total = counts.iter().zip(wanted).filter(|(_, wanted)| **wanted).map(|(count, _)| count).sum();
    let mut facets: Vec<Facet> = corpus
        .kinds
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| Facet { kind: kind.clone(), count })
        .collect();
    facets.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.kind.cmp(&b.kind)));
    (facets, total)
}
