//! Whether a push service is believed when it calls phones gone.
//!
//! 404 and 410 forget a phone. But a push service that fails may say so of everybody, and
//! everybody would be lost at once, without knowing it. So an implausible number is not
//! believed: those phones go into quarantine. They are told again while the message
//! lives, stay subscribed, and are forgotten only when the push service says the same of
//! them a day later or more, while it works for others.
//!
//! What is implausible depends on how many there are. Of a few dozen phones half may be
//! gone in earnest when months lie between two messages, so there only a push service
//! that says it of nearly everybody is doubted; of hundreds of phones a third is enough.
//! Both are asked of one delivery, because an outage begins in the middle of a message,
//! and of all that was told of the message before, because a message that concerns few
//! phones of each shard would stay below every number in each of them.
//!
//! Doubt is a matter between us and the push service: no sending waits for it. A phone in
//! quarantine is counted apart from those still to be told, and as told when it hears the
//! message after all.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{QuerySelect, Set};

use super::batch::{Settled, Verdict};
use super::entity::{doubt, origin, shard};
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
    /// Share of the phones that it answered for, in percent, from which on so few are not.
    nearly_all: i64,
    /// From this many on a smaller share is implausible.
    many: i64,
    /// That share, in percent.
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
            nearly_all: config.doubt_nearly_all,
            many: config.doubt_many,
            share: config.doubt_share,
            confirm_ms: config.doubt_h * 3_600_000,
            retry_ms: config.doubt_retry_ms,
        }
    }

    /// Whether so many cannot be gone at once, of those for whom the push service answered.
    fn doubts(&self, gone: i64, answered: i64) -> bool {
        let is_share = |percent: i64| gone.saturating_mul(100) >= answered.saturating_mul(percent);
        (gone >= self.least && is_share(self.nearly_all)) || (gone >= self.many && is_share(self.share))
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
    /// Messages that the push service took.
    accepted: i64,
    /// Phones that it called gone.
    gone: Vec<i64>,
    /// Of the same message before: taken, and forgotten.
    before: (i64, i64),
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
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let (fresh, answered) = (count(fresh), count(self.gone.len()).saturating_add(self.accepted));
        let (taken, forgotten) = self.before;
        let so_far = (fresh.saturating_add(forgotten), answered.saturating_add(taken + forgotten));
        // Where nobody is called gone anew, what was believed before stays believed.
        let implausible = fresh > 0 && (rules.doubts(fresh, answered) || rules.doubts(so_far.0, so_far.1));
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

/// What a delivery was about.
pub struct About<'a> {
    /// A shard of the message.
    pub shard: &'a shard::Model,
    /// First place, and the place after the last.
    pub bounds: (i64, i64),
    /// Whether the phone at a place between them was to be told.
    pub holds: &'a (dyn Fn(i64) -> bool + Sync),
}

/// Keeps phones that an unbelievable push service calls gone: their verdict becomes a
/// retry, and a row remembers since when. Phones that were heard of leave the quarantine.
/// The answer tells whether implausibly many were called gone.
///
/// # Errors
/// The database does not answer; call again.
pub async fn weigh(
    db: &DatabaseConnection,
    about: &About<'_>,
    settled: &Settled,
    rules: Rules,
    now_ms: i64,
) -> Result<(BTreeSet<i64>, bool), DbErr> {
    let origin_id = about.shard.origin_id;
    let gone: Vec<i64> =
        settled.others.iter().filter(|(_, v)| *v == Verdict::Gone).map(|(slot, _)| *slot).collect();
    let doubts = doubts_of(db, about).await?;
    if gone.is_empty() && doubts.is_empty() {
        return Ok((BTreeSet::new(), false));
    }
    let row = origin::Entity::find_by_id(origin_id).one(db).await?;
    let case = Case {
        accepted: settled.accepted,
        before: if gone.is_empty() { (0, 0) } else { told_before(db, about.shard).await? },
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

async fn doubts_of(db: &DatabaseConnection, about: &About<'_>) -> Result<BTreeMap<i64, i64>, DbErr> {
    let (first, end) = about.bounds;
    let rows = doubt::Entity::find()
        .filter(doubt::Column::OriginId.eq(about.shard.origin_id))
        .filter(doubt::Column::Slot.gte(first))
        .filter(doubt::Column::Slot.lt(end))
        .all(db)
        .await?;
    Ok(rows.into_iter().filter(|row| (about.holds)(row.slot)).map(|row| (row.slot, row.since_ms)).collect())
}

/// Phones of a push service that were told of a message before, and those that were
/// forgotten. Tests of single phones are messages of their own.
///
/// # Errors
/// The database does not answer.
pub async fn told_before(db: &DatabaseConnection, shard: &shard::Model) -> Result<(i64, i64), DbErr> {
    if shard.version == 0 {
        return Ok((0, 0));
    }
    let sum = |column: &'static str| Expr::cust(format!("CAST(COALESCE(SUM({column}), 0) AS BIGINT)"));
    let sums = shard::Entity::find()
        .select_only()
        .expr_as(sum("accepted"), "accepted")
        .expr_as(sum("forgotten"), "forgotten")
        .filter(shard::Column::AlertId.eq(shard.alert_id))
        .filter(shard::Column::Version.eq(shard.version))
        .filter(shard::Column::OriginId.eq(shard.origin_id))
        .into_tuple()
        .one(db)
        .await?;
    Ok(sums.unwrap_or((0, 0)))
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
    const RULES: Rules =
        Rules { least: 10, nearly_all: 90, many: 200, share: 30, confirm_ms: 24 * HOUR_MS, retry_ms: 60_000 };

    fn case(told: i64, gone: std::ops::Range<i64>) -> Case {
        let count = gone.end - gone.start;
        Case {
            accepted: told - count,
            before: (0, 0),
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
        for (told, gone, kept) in [
            (9, 9, 0),
            (10, 10, 10),
            (20, 10, 0),
            (100, 89, 0),
            (100, 90, 90),
            (600, 199, 0),
            (600, 200, 200),
            (2048, 40, 0),
            (2048, 614, 0),
            (2048, 615, 615),
        ] {
            let belief = case(told, 0..gone).judge(RULES);
            assert_eq!(belief.kept.len(), kept, "{gone} of {told}");
            assert_eq!(belief.implausible, kept > 0);
        }
    }

    #[test]
    fn few_of_each_shard_are_many_of_a_message() {
        let mut shard = case(5, 0..5);
        shard.before = (0, 4);
        assert_eq!(shard.judge(RULES).kept.len(), 0, "nine of nine");
        shard.before = (0, 5);
        assert_eq!(shard.judge(RULES).kept.len(), 5, "ten of ten");
        // What was well at first hides no outage of later.
        let mut outage = case(300, 0..300);
        outage.before = (50_000, 100);
        assert_eq!(outage.judge(RULES).kept.len(), 300);
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
        let mut wave = case(400, 0..260);
        wave.doubts = (0..10).map(|slot| (slot, wave.now_ms - 30 * HOUR_MS)).collect();
        assert_eq!(wave.judge(RULES).kept.len(), 260);
    }

    #[test]
    fn pauses_double_up_to_an_hour() {
        assert_eq!(RULES.pause_ms(0), 60_000);
        assert_eq!(RULES.pause_ms(3), 480_000);
        assert_eq!(RULES.pause_ms(30), HOUR_MS);
    }
}
