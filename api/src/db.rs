//! The connection to the records, on SQLite or PostgreSQL, and what both share.

use std::time::Duration;

use anyhow::Context;
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
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
                .pragma("cache_size", "-65536")
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
