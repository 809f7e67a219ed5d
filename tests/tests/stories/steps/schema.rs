//! Back and forth in the schema.

use safe_api::db;
use safe_migrations::Migrator;
use safe_tests::System;
use sea_orm::DatabaseConnection;
use sea_orm_migration::MigratorTrait as _;

/// The records of a running system on their way back to the schema of now.
pub(crate) struct Former {
    connection: DatabaseConnection,
}

/// Undoes the steps of the schema from the named one on. One connection goes back and comes
/// again: `SQLite` reads the schema once per connection, and another one of the pool could still
/// know a column that was taken away, and refuse to add it.
pub(crate) async fn before(system: &System, step: &str) -> Former {
    let mut config = system.state().config.clone();
    config.database.max_connections = 1;
    let connection = db::connect(&config).await.expect("a connection of its own");
    let all = Migrator::migrations();
    let at = all.iter().position(|one| one.name() == step).expect("a step of the schema");
    let back = u32::try_from(all.len() - at).expect("a few");
    Migrator::down(&connection, Some(back)).await.expect("the former schema");
    Former { connection }
}

impl Former {
    /// Takes all steps again.
    pub(crate) async fn up(self) {
        Migrator::up(&self.connection, None).await.expect("the schema of now");
        self.connection.close().await.expect("closed");
    }
}
