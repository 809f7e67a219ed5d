//! The connection to the records, on SQLite or PostgreSQL, and what both share.

use std::time::Duration;

use anyhow::Context;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    AccessMode, ConnectOptions, Database, DatabaseBackend, DatabaseConnection, DatabaseTransaction, DbErr,
    ExprTrait, IsolationLevel, RuntimeErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

use crate::config::Config;

/// Opens the database of the settings.
///
/// # Errors
/// The address is wrong or the database does not answer.
pub async fn connect(config: &Config) -> anyhow::Result<DatabaseConnection> {
    let url = config.database_url();
    if let Some(path) = url.strip_prefix("sqlite://") {
        let path = path.split('?').next().unwrap_or_default();
        if let Some(folder) = std::path::Path::new(path).parent() {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        crate::private::database(path)?;
    }
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(config.database.max_connections)
        .acquire_timeout(Duration::from_millis(config.database.acquire_timeout_ms))
        .connect_timeout(Duration::from_millis(config.database.acquire_timeout_ms))
        .sqlx_logging(false)
        .map_sqlx_sqlite_pool_opts(|pool| pool.after_release(|connection, _| Box::pin(is_sound(connection))))
        .map_sqlx_sqlite_opts(|sqlite| {
            use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
            sqlite
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                // What was accepted outlives a power cut, not only a crash.
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(Duration::from_secs(10))
                .foreign_keys(true)
                // Per connection, in KiB; the system keeps the rest of the file in memory anyway.
                .pragma("cache_size", "-8192")
                .pragma("temp_store", "memory")
        });
    Database::connect(options).await.context("the database cannot be opened")
}

/// Whether a connection may be used again. When the disk is full SQLite ends a
/// transaction by itself; the roll-back that follows then fails, and the connection
/// would believe for ever that its transaction is still open.
async fn is_sound(connection: &mut sqlx::SqliteConnection) -> Result<bool, sqlx::Error> {
    use sqlx::Connection as _;
    if connection.is_in_transaction() {
        // A roll-back may still be on its way.
        connection.ping().await?;
    }
    Ok(!connection.is_in_transaction())
}

/// Brings the schema up to date.
///
/// # Errors
/// A step fails; it leaves nothing behind, and the ones before it stay.
pub async fn migrate(db: &DatabaseConnection) -> anyhow::Result<()> {
    safe_migrations::Migrator::up(db, None).await.context("the schema cannot be brought up to date")
}

/// Begins a transaction that will write. On SQLite it takes the write lock at
/// once: one that starts by reading could be refused in the middle.
///
/// # Errors
/// The database does not answer.
pub async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    db.begin_with_options(TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    })
    .await
}

/// Begins a transaction that only reads and sees one moment, whatever is written
/// between its questions.
///
/// # Errors
/// The database does not answer.
pub async fn one_moment(db: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    // SQLite sees one moment by itself.
    let postgres = db.get_database_backend() == DatabaseBackend::Postgres;
    db.begin_with_options(TransactionOptions {
        isolation_level: postgres.then_some(IsolationLevel::RepeatableRead),
        access_mode: postgres.then_some(AccessMode::ReadOnly),
        sqlite_transaction_mode: Some(SqliteTransactionMode::Deferred),
    })
    .await
}

/// Whether a failure is the state of the database and not of the question: it is
/// away, full, locked or starting. The same question may succeed later.
#[must_use]
pub fn is_away(error: &DbErr) -> bool {
    match error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => true,
        DbErr::Exec(RuntimeErr::SqlxError(source)) | DbErr::Query(RuntimeErr::SqlxError(source)) => {
            match source.as_ref() {
                sqlx::Error::Database(answer) => answer.code().is_some_and(|code| is_away_code(&code)),
                sqlx::Error::Io(_)
                | sqlx::Error::Tls(_)
                | sqlx::Error::Protocol(_)
                | sqlx::Error::PoolTimedOut
                | sqlx::Error::PoolClosed
                | sqlx::Error::WorkerCrashed => true,
                _ => false,
            }
        }
        _ => false,
    }
}

/// PostgreSQL names states by five characters, SQLite by a number whose lowest
/// byte is the kind.
fn is_away_code(code: &str) -> bool {
    if code.len() == 5 {
        let classes = ["08", "53", "57", "58"];
        return classes.iter().any(|class| code.starts_with(class)) || code == "25006";
    }
    // BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN.
    code.parse::<u32>().is_ok_and(|code| matches!(code & 0xff, 5..=8 | 10 | 13 | 14))
}

/// Shows that something can be written, by writing something.
///
/// # Errors
/// Nothing can be written now.
pub async fn write_probe(db: &DatabaseConnection) -> Result<(), DbErr> {
    use sea_orm::{EntityTrait, Set};
    let row =
        counter::ActiveModel { name: Set("health".to_owned()), value: Set(1), head: Set(String::new()) };
    let again = OnConflict::column(counter::Column::Name)
        .value(counter::Column::Value, Expr::col((counter::Entity, counter::Column::Value)).add(1_i64))
        .to_owned();
    counter::Entity::insert(row).on_conflict(again).exec_without_returning(db).await.map(|_| ())
}

/// Sequences that several processes raise.
pub mod counter {
    use sea_orm::entity::prelude::*;
    use sea_orm::sea_query::Expr;
    use sea_orm::{DatabaseTransaction, ExprTrait};

    /// Row of a counter.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "counter")]
    pub struct Model {
        /// Which sequence.
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        /// Last value given out.
        pub value: i64,
        /// Last hash of a chain, for sequences that are chains.
        pub head: String,
    }

    /// No relations.
    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    /// The next value. The row stays locked until the transaction ends, so the
    /// values become visible in the order in which they were given out.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn next(tx: &DatabaseTransaction, name: &str) -> Result<i64, DbErr> {
        Entity::update_many()
            .col_expr(Column::Value, Expr::col(Column::Value).add(1_i64))
            .filter(Column::Name.eq(name))
            .exec(tx)
            .await?;
        Ok(read(tx, name).await?.value)
    }

    /// The row as it stands.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn read(db: &impl ConnectionTrait, name: &str) -> Result<Model, DbErr> {
        Entity::find_by_id(name.to_owned())
            .one(db)
            .await?
            .ok_or_else(|| DbErr::RecordNotFound(format!("counter {name}")))
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::ConnectionTrait as _;
    use sea_orm_migration::MigratorTrait as _;

    use super::{begin, connect, is_away, is_away_code, migrate};
    use crate::config::Config;

    #[tokio::test]
    async fn a_step_that_breaks_off_is_taken_again_from_its_beginning() {
        let folder = std::env::temp_dir().join(format!("safe-steps-{}", uuid::Uuid::now_v7()));
        let mut config = Config::load(None).expect("defaults");
        config.data_dir = folder.clone();
        let db = connect(&config).await.expect("database");
        let run = |sql: &'static str| db.execute_unprepared(sql);
        let all = safe_migrations::Migrator::migrations();
        let appeals = all.iter().position(|step| step.name().contains("permit_appeals")).expect("a step");
        let before = u32::try_from(appeals).expect("few");
        safe_migrations::Migrator::up(&db, Some(before)).await.expect("the steps before it");
        // Its second statement finds its work done already, and fails.
        run("ALTER TABLE permit_grant ADD COLUMN revoked_from text").await.expect("in the way");
        assert!(migrate(&db).await.is_err());
        assert!(run("SELECT result FROM permit_event").await.is_err(), "its first statement is undone");
        run("ALTER TABLE permit_grant DROP COLUMN revoked_from").await.expect("out of the way");
        migrate(&db).await.expect("all of them");
        run("SELECT result FROM permit_event").await.expect("it is there");
        db.close().await.expect("closed");
        std::fs::remove_dir_all(folder).expect("cleaned");
    }

    /// SQLite ends the transaction by itself, and the roll-back that follows fails.
    #[tokio::test]
    async fn a_full_disk_leaves_no_lock_behind() {
        let folder = std::env::temp_dir().join(format!("safe-full-{}", uuid::Uuid::now_v7()));
        let mut config = Config::load(None).expect("defaults");
        config.data_dir = folder.clone();
        config.database.max_connections = 1;
        let db = connect(&config).await.expect("database");
        let run = |sql: &'static str| db.execute_unprepared(sql);
        run("CREATE TABLE ballast (x BLOB)").await.expect("table");
        let fill = "INSERT INTO ballast VALUES (zeroblob(1000000))";
        for _ in 0..3 {
            // The limit belongs to the connection, and goes with it if it is replaced.
            run("PRAGMA max_page_count = 40").await.expect("a small disk");
            assert!(run(fill).await.is_err_and(|error| is_away(&error)), "full, on its own");
            let tx = begin(&db).await.expect("a transaction");
            let error = tx.execute_unprepared(fill).await.expect_err("full");
            assert!(is_away(&error), "{error}");
            drop(tx);
            run("PRAGMA max_page_count = 100000").await.expect("a larger disk");
            // A connection that believes in its old transaction would open this one
            // inside it, and hold the lock after it was rolled back.
            let tx = begin(&db).await.expect("a transaction again");
            tx.execute_unprepared("INSERT INTO ballast VALUES (1)").await.expect("room");
            drop(tx);
            let others = connect(&config).await.expect("another process");
            let write = others.execute_unprepared("INSERT INTO ballast VALUES (2)");
            write.await.expect("nobody holds the lock");
        }
        std::fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn states_of_the_database_are_told_from_faults_of_the_question() {
        for away in ["57P01", "53100", "08006", "5", "13", "778", "2826"] {
            assert!(is_away_code(away), "{away}");
        }
        for fault in ["23505", "42601", "1", "19", "2067", "1555"] {
            assert!(!is_away_code(fault), "{fault}");
        }
    }
}
