//! Leasing and settling of shards and retries: the durable side of a fan-out.

use std::collections::{HashMap, HashSet};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, ExprTrait, Order, QueryOrder, QuerySelect, QueryTrait, Set};

use super::batch::{OVERTAKEN, Settled, TOO_LARGE, Verdict, is_refusal};
use super::entity::{retry, shard};
use super::{doubt, subscriptions};
use crate::db;

/// Reasons of retries that no sending waits for.
const SET_APART: [&str; 2] = [doubt::DOUBTED, OVERTAKEN];
/// Most retries taken at once.
const RETRIES: u64 = 1024;

/// When a phone is tried again: doubling pauses with jitter.
#[derive(Debug, Clone, Copy)]
pub struct Backoff {
    /// First pause.
    pub first_ms: i64,
    /// Longest pause.
    pub most_ms: i64,
}

impl Backoff {
    /// The pause before a try; never shorter than the push service asked for.
    /// Jitter is taken from the place, so that phones spread evenly.
    #[must_use]
    pub fn pause_ms(&self, attempts: i32, asked_ms: i64, slot: i64) -> i64 {
        let grown = self.first_ms.saturating_mul(1i64 << attempts.clamp(0, 20));
        let doubled = Ord::min(grown, self.most_ms);
        let spread = doubled / 4;
        let jitter = if spread > 0 { (slot.wrapping_mul(2_654_435_761) & 0x7fff_ffff) % spread } else { 0 };
        Ord::max(doubled, asked_ms) + jitter
    }
}

/// Push services with work that nobody does.
///
/// # Errors
/// The database does not answer.
pub async fn waiting(db: &DatabaseConnection, now_ms: i64) -> Result<Vec<i32>, DbErr> {
    let mut ids: Vec<i32> = shard::Entity::find()
        .select_only()
        .column(shard::Column::OriginId)
        .distinct()
        // As a literal: the engines use a partial index only for what they read in the text.
        .filter(Expr::cust("state = 'open'"))
        .filter(shard::Column::LeaseUntilMs.lt(now_ms))
        .into_tuple()
        .all(db)
        .await?;
    let due: Vec<i32> = retry::Entity::find()
        .select_only()
        .column(retry::Column::OriginId)
        .distinct()
        .filter(retry::Column::NextAtMs.lte(now_ms))
        .into_tuple()
        .all(db)
        .await?;
    ids.extend(due);
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// Leases the most urgent open shard of a push service. The lease time stands
/// in the outer condition too: of two workers only one can win.
///
/// # Errors
/// The database does not answer.
pub async fn lease(
    db: &DatabaseConnection,
    origin_id: i32,
    above: i32,
    owner: &str,
    now_ms: i64,
    until_ms: i64,
) -> Result<Option<shard::Model>, DbErr> {
    let free =
        || Condition::all().add(shard::Column::State.eq("open")).add(shard::Column::LeaseUntilMs.lt(now_ms));
    let best = shard::Entity::find()
        .select_only()
        .column(shard::Column::Id)
        .filter(shard::Column::OriginId.eq(origin_id))
        .filter(shard::Column::Priority.gt(above))
        .filter(free())
        .order_by(shard::Column::Priority, Order::Desc)
        .order_by(shard::Column::Id, Order::Asc)
        .limit(1)
        .into_query();
    let taken = shard::Entity::update_many()
        .col_expr(shard::Column::LeaseOwner, Expr::value(owner))
        .col_expr(shard::Column::LeaseUntilMs, Expr::value(until_ms))
        .col_expr(shard::Column::StartedAtMs, Expr::col(shard::Column::StartedAtMs).if_null(now_ms))
        .filter(shard::Column::Id.in_subquery(best))
        .filter(free())
        .exec_with_returning(db)
        .await?;
    Ok(taken.into_iter().next())
}

/// Gives back unsent what a process has leased, when it ends or is dead; the answer
/// is how many shards and retries that were.
///
/// # Errors
/// The database does not answer.
pub async fn give_back(db: &DatabaseConnection, owner: &str, now_ms: i64) -> Result<u64, DbErr> {
    let done = shard::Entity::update_many()
        .col_expr(shard::Column::LeaseUntilMs, Expr::value(0_i64))
        .filter(shard::Column::LeaseOwner.eq(owner))
        .filter(shard::Column::State.eq("open"))
        .exec(db)
        .await?;
    let tried = retry::Entity::update_many()
        .col_expr(retry::Column::NextAtMs, Expr::value(now_ms))
        .col_expr(retry::Column::LeaseOwner, Expr::value(None::<String>))
        .filter(retry::Column::LeaseOwner.eq(owner))
        .exec(db)
        .await?;
    Ok(done.rows_affected + tried.rows_affected)
}

/// Settles a shard as a whole: counts, retries and forgotten phones in one
/// transaction. A shard whose lease was lost, or that a newer message dropped,
/// is left to whoever has it now.
///
/// # Errors
/// The database does not answer; call again.
pub async fn settle(
    db: &DatabaseConnection,
    shard: &shard::Model,
    owner: &str,
    settled: &Settled,
    backoff: Backoff,
    now_ms: i64,
) -> Result<bool, DbErr> {
    let gone: Vec<i64> =
        settled.others.iter().filter(|(_, v)| *v == Verdict::Gone).map(|(slot, _)| *slot).collect();
    let mut failed = 0;
    let mut retries = Vec::new();
    for (slot, verdict) in &settled.others {
        let Verdict::Again { after_ms, reason } = verdict else { continue };
        let next_at_ms = now_ms + backoff.pause_ms(0, *after_ms, *slot);
        if next_at_ms >= shard.expires_at_ms {
            failed += 1;
            continue;
        }
        retries.push(retry::ActiveModel {
            id: sea_orm::NotSet,
            shard_id: Set(shard.id),
            origin_id: Set(shard.origin_id),
            slot: Set(*slot),
            priority: Set(shard.priority),
            attempts: Set(1),
            next_at_ms: Set(next_at_ms),
            reason: Set((*reason).to_owned()),
            lease_owner: Set(None),
        });
    }
    let tx = db::begin(db).await?;
    let done = shard::Entity::update_many()
        .col_expr(shard::Column::State, Expr::value("settled"))
        .col_expr(shard::Column::Matched, Expr::value(settled.matched))
        .col_expr(shard::Column::Accepted, Expr::value(settled.accepted))
        .col_expr(shard::Column::Failed, Expr::value(failed))
        .col_expr(shard::Column::Forgotten, Expr::value(i64::try_from(gone.len()).unwrap_or(0)))
        .col_expr(shard::Column::SettledAtMs, Expr::value(now_ms))
        .filter(shard::Column::Id.eq(shard.id))
        .filter(shard::Column::LeaseOwner.eq(owner))
        .filter(shard::Column::State.eq("open"))
        .exec(&tx)
        .await?;
    let ours = done.rows_affected == 1;
    if ours {
        for chunk in retries.chunks(1000) {
            retry::Entity::insert_many(chunk.to_vec()).exec_without_returning(&tx).await?;
        }
    }
    if !gone.is_empty() {
        subscriptions::forget_in(&tx, shard.origin_id, &gone).await?;
    }
    tx.commit().await?;
    Ok(ours)
}

/// Takes retries that are due, for as long as a lease: a crash brings them back.
///
/// # Errors
/// The database does not answer.
pub async fn due(
    db: &DatabaseConnection,
    origin_id: i32,
    owner: &str,
    now_ms: i64,
    until_ms: i64,
) -> Result<Vec<retry::Model>, DbErr> {
    let best = retry::Entity::find()
        .select_only()
        .column(retry::Column::Id)
        .filter(retry::Column::OriginId.eq(origin_id))
        .filter(retry::Column::NextAtMs.lte(now_ms))
        .order_by(retry::Column::Priority, Order::Desc)
        .order_by(retry::Column::Id, Order::Asc)
        .limit(RETRIES)
        .into_query();
    retry::Entity::update_many()
        .col_expr(retry::Column::NextAtMs, Expr::value(until_ms))
        .col_expr(retry::Column::LeaseOwner, Expr::value(owner))
        .filter(retry::Column::Id.in_subquery(best))
        .filter(retry::Column::NextAtMs.lte(now_ms))
        .exec_with_returning(db)
        .await
}

/// What became of the retries of one shard.
#[derive(Default)]
struct Tried {
    accepted: i64,
    failed: i64,
    forgotten: i64,
    /// Somebody among them was still to be told. A sending does not wait for phones in
    /// quarantine, so what becomes of them does not move its end.
    awaited: bool,
}

/// How a try of a phone ended.
#[derive(Clone, Copy)]
enum Came {
    Accepted,
    Forgotten,
    Failed,
    /// The push service takes nothing for this phone, and much for others.
    Refused,
    /// To be tried once more, then and for this reason.
    Again(i64, &'static str),
}

/// Settles retries: who got it, who is gone, and who is tried once more. Rows that somebody
/// else has moved meanwhile are left to whoever has them now, and are counted there.
///
/// A phone that is refused twice is asked to subscribe anew when it next comes by, unless the
/// push service took nothing of the message: then our key or our words are at fault, and the
/// phones wait until that is put right.
///
/// # Errors
/// The database does not answer; call again.
pub async fn settle_retries(
    db: &DatabaseConnection,
    rows: &[retry::Model],
    expires_at_ms: i64,
    settled: &Settled,
    backoff: Backoff,
    now_ms: i64,
) -> Result<(), DbErr> {
    let verdicts: HashMap<i64, Verdict> = settled.others.iter().copied().collect();
    let refused = |row: &retry::Model, reason| is_refusal(reason) && is_refusal(&row.reason);
    let others_told = match rows.first() {
        Some(row) if settled.accepted == 0 && verdicts.values().any(|v| v.is_refusal()) => {
            told_of(db, row.shard_id).await? > 0
        }
        _ => settled.accepted > 0,
    };
    let came = |row: &retry::Model| match verdicts.get(&row.slot) {
        None | Some(Verdict::Accepted) => Came::Accepted,
        Some(Verdict::Left | Verdict::Gone) => Came::Forgotten,
        Some(Verdict::Again { after_ms, reason }) => {
            let next = now_ms + backoff.pause_ms(row.attempts, *after_ms, row.slot);
            let hopeless = (*reason == TOO_LARGE && row.reason == TOO_LARGE)
                || (*reason == doubt::DOUBTED && row.attempts >= doubt::MOST_TRIES);
            // Another failure of a phone in quarantine clears nothing up, and a repeat stays one.
            let stays = SET_APART.iter().find(|apart| row.reason == **apart && *reason != TOO_LARGE);
            if others_told && refused(row, reason) {
                Came::Refused
            } else if next >= expires_at_ms || hopeless {
                Came::Failed
            } else {
                Came::Again(next, stays.unwrap_or(reason))
            }
        }
    };
    let tx = db::begin(db).await?;
    let mut ours: Vec<(&retry::Model, Came)> = Vec::new();
    let mut over: Vec<(&retry::Model, Came)> = Vec::new();
    for row in rows {
        match came(row) {
            Came::Again(next, reason) => {
                if again(&tx, row, next, reason).await? {
                    ours.push((row, Came::Again(next, reason)));
                }
            }
            end => over.push((row, end)),
        }
    }
    let ended = end(&tx, over.iter().map(|(row, _)| *row)).await?;
    ours.extend(over.into_iter().filter(|(row, _)| ended.contains(&row.id)));
    let mut counts: HashMap<i64, Tried> = HashMap::new();
    let mut unheard = Vec::new();
    for (row, came) in ours {
        if matches!(came, Came::Refused) {
            unheard.push(row.slot);
        }
        // Whoever hears a message once more was counted when it was told first.
        if row.reason == OVERTAKEN {
            continue;
        }
        let count = counts.entry(row.shard_id).or_default();
        count.awaited |= row.reason != doubt::DOUBTED;
        match came {
            Came::Accepted => count.accepted += 1,
            Came::Forgotten => count.forgotten += 1,
            Came::Failed | Came::Refused => count.failed += 1,
            Came::Again(..) => {}
        }
    }
    for (id, tried) in counts {
        let mut change = shard::Entity::update_many()
            .col_expr(shard::Column::Accepted, Expr::col(shard::Column::Accepted).add(tried.accepted))
            .col_expr(shard::Column::Failed, Expr::col(shard::Column::Failed).add(tried.failed))
            .col_expr(shard::Column::Forgotten, Expr::col(shard::Column::Forgotten).add(tried.forgotten))
            .filter(shard::Column::Id.eq(id));
        if tried.awaited {
            change = change.col_expr(shard::Column::SettledAtMs, Expr::value(now_ms));
        }
        change.exec(&tx).await?;
    }
    let is_gone = |row: &&retry::Model| verdicts.get(&row.slot) == Some(&Verdict::Gone);
    let gone: Vec<i64> = rows.iter().filter(is_gone).map(|row| row.slot).collect();
    if let Some(row) = rows.first().filter(|_| !gone.is_empty()) {
        subscriptions::forget_in(&tx, row.origin_id, &gone).await?;
    }
    if let Some(row) = rows.first().filter(|_| !unheard.is_empty()) {
        subscriptions::disown_in(&tx, row.origin_id, &unheard).await?;
    }
    tx.commit().await
}

/// Phones of a push service that were told of the message of a shard.
async fn told_of(db: &DatabaseConnection, shard_id: i64) -> Result<i64, DbErr> {
    let Some(shard) = shard::Entity::find_by_id(shard_id).one(db).await? else { return Ok(0) };
    doubt::told_before(db, &shard).await.map(|(told, _)| told)
}

/// Takes retries away whose message is told no more.
///
/// # Errors
/// The database does not answer.
pub async fn drop_retries(db: &DatabaseConnection, rows: &[retry::Model]) -> Result<(), DbErr> {
    let tx = db::begin(db).await?;
    end(&tx, rows.iter()).await?;
    tx.commit().await
}

/// Takes retries away that came to an end; the answer is which of them were there as they
/// are held.
async fn end(
    tx: &sea_orm::DatabaseTransaction,
    rows: impl Iterator<Item = &retry::Model>,
) -> Result<HashSet<i64>, DbErr> {
    let rows: Vec<_> = rows.map(|row| (row.id, row.next_at_ms)).collect();
    let mut ended = HashSet::new();
    for chunk in rows.chunk_by(|one, next| one.1 == next.1).flat_map(|same| same.chunks(1000)) {
        let deleted = retry::Entity::delete_many()
            .filter(retry::Column::Id.is_in(chunk.iter().map(|(id, _)| *id)))
            .filter(retry::Column::NextAtMs.eq(chunk[0].1))
            .exec_with_returning(tx)
            .await?;
        ended.extend(deleted.into_iter().map(|row| row.id));
    }
    Ok(ended)
}

/// Puts a retry off; false when it is not there as it is held.
async fn again(
    tx: &sea_orm::DatabaseTransaction,
    row: &retry::Model,
    next_at_ms: i64,
    reason: &str,
) -> Result<bool, DbErr> {
    let done = retry::Entity::update_many()
        .col_expr(retry::Column::Attempts, Expr::value(row.attempts + 1))
        .col_expr(retry::Column::NextAtMs, Expr::value(next_at_ms))
        .col_expr(retry::Column::Reason, Expr::value(reason))
        .col_expr(retry::Column::LeaseOwner, Expr::value(None::<String>))
        .filter(retry::Column::Id.eq(row.id))
        .filter(retry::Column::NextAtMs.eq(row.next_at_ms))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

#[cfg(test)]
mod tests {
    use sea_orm::ActiveValue::NotSet;

    use super::super::lease::Lease;
    use super::super::plan;
    use super::*;
    use crate::config::Config;

    #[test]
    fn pauses_double_and_honour_what_was_asked() {
        let backoff = Backoff { first_ms: 1000, most_ms: 60_000 };
        assert!((1000..1250).contains(&backoff.pause_ms(0, 0, 7)));
        assert!((8000..10_000).contains(&backoff.pause_ms(3, 0, 7)));
        assert!((60_000..75_000).contains(&backoff.pause_ms(30, 0, 7)));
        assert!(backoff.pause_ms(0, 120_000, 7) >= 120_000);
    }

    const LEASE_S: i64 = 10;
    const BACKOFF: Backoff = Backoff { first_ms: 1000, most_ms: 60_000 };

    /// Leases what is due at a moment.
    async fn taken(db: &DatabaseConnection, now_ms: i64) -> Vec<retry::Model> {
        due(db, 1, "somebody", now_ms, Lease::retries_until_ms(now_ms, LEASE_S)).await.expect("leased")
    }

    async fn prolonged(db: &DatabaseConnection, rows: &mut [retry::Model], now_ms: i64) -> bool {
        Lease::Retries(rows).prolong(db, "nobody", now_ms, LEASE_S).await.expect("an answer")
    }

    /// Settles them: the first is to be tried again, the others were told. The answer is how
    /// many the shard counts as told.
    async fn settled(db: &DatabaseConnection, rows: &[retry::Model], now_ms: i64) -> i64 {
        let again = Verdict::Again { after_ms: 0, reason: "timeout" };
        let others = vec![(0, again)];
        let settled = Settled { matched: 3, accepted: 2, others };
        settle_retries(db, rows, i64::MAX, &settled, BACKOFF, now_ms).await.expect("settled");
        shard::Entity::find_by_id(1).one(db).await.expect("an answer").expect("the shard").accepted
    }

    /// A shard, and three phones of it that are to be tried again.
    async fn records() -> (std::path::PathBuf, DatabaseConnection) {
        let folder = std::env::temp_dir().join(format!("safe-shards-{}", Uuid::now_v7()));
        let mut config = Config::load(None).expect("defaults");
        config.database.url = format!("sqlite://{}?mode=rwc", folder.join("safe.sqlite").display()).into();
        let db = db::connect(&config).await.expect("database");
        db::migrate(&db).await.expect("schema");
        plan::test(&db, 1, 0, 0).await.expect("a shard");
        let retry = |slot| retry::ActiveModel {
            id: NotSet,
            shard_id: Set(1),
            origin_id: Set(1),
            slot: Set(slot),
            priority: Set(4),
            attempts: Set(1),
            next_at_ms: Set(0),
            reason: Set("timeout".to_owned()),
            lease_owner: Set(None),
        };
        let rows = (0..3).map(retry);
        retry::Entity::insert_many(rows).exec_without_returning(&db).await.expect("retries");
        (folder, db)
    }

    /// What a dead process had comes back at once, and what waited goes on waiting.
    #[tokio::test]
    async fn retries_of_a_dead_one_are_given_back() {
        let (folder, db) = records().await;
        let mut held = taken(&db, 0).await;
        held.sort_unstable_by_key(|row| row.slot);
        assert_eq!(held.len(), 3);
        settled(&db, &held[..1], 1000).await;
        assert_eq!(give_back(&db, "another", 2000).await.expect("an answer"), 0);
        assert_eq!(give_back(&db, "somebody", 2000).await.expect("an answer"), 2);
        let slots: HashSet<i64> = taken(&db, 2000).await.iter().map(|row| row.slot).collect();
        assert_eq!(slots, HashSet::from([1, 2]));
        std::fs::remove_dir_all(&folder).expect("removed");
    }

    #[tokio::test]
    async fn retries_are_held_and_counted_by_one_alone() {
        let (folder, db) = records().await;
        let db = &db;

        // For as long as the first holds on, nobody else gets them.
        let mut first = taken(db, 0).await;
        assert_eq!(first.len(), 3);
        assert!(prolonged(db, &mut first, 39_000).await);
        assert!(taken(db, 78_000).await.is_empty());
        // It hangs, and a second one takes them: from then on they are the second's alone.
        let mut second = taken(db, 79_000).await;
        assert_eq!(second.len(), 3);
        let mut late = first.clone();
        assert!(!prolonged(db, &mut late, 80_000).await);
        assert_eq!(settled(db, &first, 80_000).await, 0);
        assert!(prolonged(db, &mut second, 81_000).await);
        assert_eq!(settled(db, &second, 82_000).await, 2);
        // Whoever does not know whether that was written writes it once more.
        assert_eq!(settled(db, &second, 82_000).await, 2);
        let left = retry::Entity::find().all(db).await.expect("an answer");
        assert_eq!(left.iter().map(|row| (row.slot, row.attempts)).collect::<Vec<_>>(), [(0, 2)]);
        std::fs::remove_dir_all(&folder).expect("removed");
    }
}
