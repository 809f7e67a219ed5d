//! The connection to the records, on SQLite or PostgreSQL, and what both share.

use std::time::Duration;

use anyhow::Context;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbErr, ExprTrait, RuntimeErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
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
    }
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(config.database.max_connections)
        .acquire_timeout(Duration::from_millis(config.database.acquire_timeout_ms))
        .connect_timeout(Duration::from_millis(config.database.acquire_timeout_ms))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|sqlite| {
            use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
            sqlite
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

/// Brings the schema up to date.
///
/// # Errors
/// A step fails; the ones before it stay.
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
    use super::is_away_code;

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
