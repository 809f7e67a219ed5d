//! Whether a push service is believed when it calls phones gone.
//!
//! 404 and 410 forget a phone. But a push service that fails may say so of everybody, and
//! everybody would be lost at once, without knowing it. So an implausible number is not
//! believed: those phones go into quarantine. They are told again while the message
//! lives, stay subscribed, and are forgotten only when the push service says the same of
//! them a day later or more, while it works for others.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};

use super::batch::{Settled, Verdict};
use super::entity::{doubt, origin};
use crate::config;
use crate::db;

/// Reason of a retry of a phone in quarantine.
pub const DOUBTED: &str = "doubted";
/// A phone that is called gone for so long is gone, whatever else is wrong.
const LONGEST_MS: i64 = 30 * 86_400_000;
/// Pauses between two tries of a phone in quarantine double up to this.
const LONGEST_PAUSE_MS: i64 = 3_600_000;
/// After so many tries of one message the phone waits for the next message.
pub const MOST_TRIES: i32 = 8;

/// When a push service is not believed.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Fewer phones than this called gone at once are always believed.
    least: i64,
    /// Share of the phones of one delivery, in percent, from which on they are not.
    share: i64,
    /// Milliseconds after which the same word about a phone confirms the first.
    confirm_ms: i64,
    /// First pause before a phone in quarantine is told again, in milliseconds.
    retry_ms: i64,
}

impl Rules {
    /// The rules of the settings.
    #[must_use]
    pub fn new(config: &config::Push) -> Self {
        Self {
            least: config.doubt_least,
            share: config.doubt_share,
            confirm_ms: config.doubt_h * 3_600_000,
            retry_ms: config.doubt_retry_ms,
        }
    }

    /// The pause before a phone in quarantine is told again.
    #[must_use]
    pub fn pause_ms(&self, attempts: i32) -> i64 {
        self.retry_ms.saturating_mul(1 << attempts.clamp(0, 20)).min(LONGEST_PAUSE_MS)
    }
}

/// One delivery, as far as it tells whom to believe.
#[derive(Debug)]
struct Case {
    /// Phones that were told.
    matched: i64,
    /// Messages that the push service took.
    accepted: i64,
    /// Phones that it called gone.
    gone: Vec<i64>,
    /// Of the range: phones in quarantine, and since when.
    doubts: BTreeMap<i64, i64>,
    /// The push service is in doubt until then.
    doubted_until_ms: i64,
    /// Now.
    now_ms: i64,
}

/// What is believed.
#[derive(Debug, PartialEq, Eq)]
struct Belief {
    /// Phones that are not forgotten although they were called gone.
    kept: BTreeSet<i64>,
    /// Too many were called gone at once.
    implausible: bool,
}

impl Case {
    fn judge(&self, rules: Rules) -> Belief {
        let fresh = self.gone.iter().filter(|slot| !self.doubts.contains_key(slot)).count();
        let fresh = i64::try_from(fresh).unwrap_or(i64::MAX);
        let implausible =
            fresh >= rules.least && fresh.saturating_mul(100) >= self.matched.saturating_mul(rules.share);
        let in_doubt = implausible || self.doubted_until_ms > self.now_ms;
        let kept = |slot: &i64| match self.doubts.get(slot).map(|since| self.now_ms - since) {
            None => in_doubt,
            Some(age) if age >= LONGEST_MS => false,
            // The same word, much later, from a push service that works for others.
            Some(age) => age < rules.confirm_ms || self.accepted == 0 || implausible,
        };
        Belief { kept: self.gone.iter().copied().filter(kept).collect(), implausible }
    }
}

/// Which phones a delivery was about.
#[derive(Debug, Clone)]
pub enum About {
    /// All of a range that the message concerned.
    Range(i64, i64),
    /// These.
    Slots(BTreeSet<i64>),
}

impl About {
    fn bounds(&self) -> (i64, i64) {
        match self {
            Self::Range(first, end) => (*first, *end),
            Self::Slots(slots) => {
                (slots.first().copied().unwrap_or(0), slots.last().map_or(0, |last| last.saturating_add(1)))
            }
        }
    }

    fn holds(&self, slot: i64) -> bool {
        match self {
            Self::Range(..) => true,
            Self::Slots(slots) => slots.contains(&slot),
        }
    }
}

/// Keeps phones that an unbelievable push service calls gone: their verdict becomes a
/// retry, and a row remembers since when. Phones that were heard of leave the quarantine.
/// The answer tells whether implausibly many were called gone.
///
/// # Errors
/// The database does not answer; call again.
pub async fn weigh(
    db: &DatabaseConnection,
    origin_id: i32,
    about: &About,
    settled: &Settled,
    rules: Rules,
    now_ms: i64,
) -> Result<(BTreeSet<i64>, bool), DbErr> {
    let gone: Vec<i64> =
        settled.others.iter().filter(|(_, v)| *v == Verdict::Gone).map(|(slot, _)| *slot).collect();
    let doubts = doubts_of(db, origin_id, about).await?;
    if gone.is_empty() && doubts.is_empty() {
        return Ok((BTreeSet::new(), false));
    }
    let row = origin::Entity::find_by_id(origin_id).one(db).await?;
    let case = Case {
        matched: settled.matched,
        accepted: settled.accepted,
        gone,
        doubts,
        doubted_until_ms: row.map_or(0, |row| row.doubted_until_ms),
        now_ms,
    };
    let belief = case.judge(rules);
    // Whoever was neither called gone nor has to be tried again was told.
    let silent: BTreeSet<i64> = settled.others.iter().map(|(slot, _)| *slot).collect();
    let cleared: Vec<i64> = case.doubts.keys().copied().filter(|slot| !silent.contains(slot)).collect();
    write(db, origin_id, &belief, &cleared, rules, now_ms).await?;
    Ok((belief.kept, belief.implausible))
}

async fn doubts_of(
    db: &DatabaseConnection,
    origin_id: i32,
    about: &About,
) -> Result<BTreeMap<i64, i64>, DbErr> {
    let (first, end) = about.bounds();
    let rows = doubt::Entity::find()
        .filter(doubt::Column::OriginId.eq(origin_id))
        .filter(doubt::Column::Slot.gte(first))
        .filter(doubt::Column::Slot.lt(end))
        .all(db)
        .await?;
    Ok(rows.into_iter().filter(|row| about.holds(row.slot)).map(|row| (row.slot, row.since_ms)).collect())
}

async fn write(
    db: &DatabaseConnection,
    origin_id: i32,
    belief: &Belief,
    cleared: &[i64],
    rules: Rules,
    now_ms: i64,
) -> Result<(), DbErr> {
    let tx = db::begin(db).await?;
    if belief.implausible {
        origin::Entity::update_many()
            .col_expr(origin::Column::DoubtedUntilMs, Expr::value(now_ms + rules.confirm_ms))
            .filter(origin::Column::Id.eq(origin_id))
            .exec(&tx)
            .await?;
    }
    let rows: Vec<doubt::ActiveModel> = belief
        .kept
        .iter()
        .map(|slot| doubt::ActiveModel { origin_id: Set(origin_id), slot: Set(*slot), since_ms: Set(now_ms) })
        .collect();
    for chunk in rows.chunks(1000) {
        // Who is in quarantine already stays there since the first time.
        let known =
            OnConflict::columns([doubt::Column::OriginId, doubt::Column::Slot]).do_nothing().to_owned();
        doubt::Entity::insert_many(chunk.to_vec()).on_conflict(known).exec_without_returning(&tx).await?;
    }
    clear(&tx, origin_id, cleared).await?;
    tx.commit().await
}

/// Takes phones out of quarantine: they were heard of, or they are gone.
///
/// # Errors
/// The database does not answer.
pub async fn clear(db: &impl ConnectionTrait, origin_id: i32, slots: &[i64]) -> Result<(), DbErr> {
    for chunk in slots.chunks(1000) {
        doubt::Entity::delete_many()
            .filter(doubt::Column::OriginId.eq(origin_id))
            .filter(doubt::Column::Slot.is_in(chunk.iter().copied()))
            .exec(db)
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR_MS: i64 = 3_600_000;
    const RULES: Rules = Rules { least: 10, share: 30, confirm_ms: 24 * HOUR_MS, retry_ms: 60_000 };

    fn case(matched: i64, gone: std::ops::Range<i64>) -> Case {
        let count = gone.end - gone.start;
        Case {
            matched,
            accepted: matched - count,
            gone: gone.collect(),
            doubts: BTreeMap::new(),
            doubted_until_ms: 0,
            now_ms: 100 * 24 * HOUR_MS,
        }
    }

    fn since(hours: i64, case: &mut Case) {
        case.doubts = case.gone.iter().map(|slot| (*slot, case.now_ms - hours * HOUR_MS)).collect();
    }

    #[test]
    fn few_are_believed_and_many_are_not() {
        for (matched, gone, kept) in [(100, 29, 0), (100, 30, 30), (9, 9, 0), (10, 10, 10), (2048, 40, 0)] {
            let belief = case(matched, 0..gone).judge(RULES);
            assert_eq!(belief.kept.len(), kept, "{gone} of {matched}");
            assert_eq!(belief.implausible, kept > 0);
        }
    }

    #[test]
    fn a_push_service_in_doubt_is_not_believed_about_one_phone() {
        let mut one = case(1, 0..1);
        one.doubted_until_ms = one.now_ms + 1;
        assert_eq!(one.judge(RULES), Belief { kept: BTreeSet::from([0]), implausible: false });
    }

    #[test]
    fn the_same_word_a_day_later_is_believed_while_others_are_told() {
        let mut again = case(100, 0..60);
        since(23, &mut again);
        assert_eq!(again.judge(RULES).kept.len(), 60, "too soon");
        since(25, &mut again);
        assert_eq!(again.judge(RULES), Belief { kept: BTreeSet::new(), implausible: false });
        again.accepted = 0;
        assert_eq!(again.judge(RULES).kept.len(), 60, "it works for nobody");
        since(31 * 24, &mut again);
        assert!(again.judge(RULES).kept.is_empty(), "nothing is kept for ever");
    }

    #[test]
    fn a_second_wave_is_no_confirmation() {
        let mut wave = case(100, 0..60);
        wave.doubts = (0..10).map(|slot| (slot, wave.now_ms - 30 * HOUR_MS)).collect();
        assert_eq!(wave.judge(RULES).kept.len(), 60);
    }

    #[test]
    fn pauses_double_up_to_an_hour() {
        assert_eq!(RULES.pause_ms(0), 60_000);
        assert_eq!(RULES.pause_ms(3), 480_000);
        assert_eq!(RULES.pause_ms(30), HOUR_MS);
    }
}
