//! Rows on their way into the database, many at a time.

use safe_api::permit::entity::{
    advice, answer, applicant, application, consent, control, decision, delivery, document, event, fee,
    firing, grant, mail, notice, part, payment, session, task,
};
use sea_orm::{ActiveModelBehavior, ActiveModelTrait, DatabaseTransaction, DbErr, EntityTrait, Iterable};

/// Parameters of one statement: SQLite takes 32,766, PostgreSQL 65,535.
const PARAMETERS: usize = 30_000;

/// A row with these columns set; a column that is not named has its default.
macro_rules! row {
    ($table:ident { $($column:ident: $value:expr),* $(,)? }) => {{
        let mut row = $table::ActiveModel { ..Default::default() };
        $(row.$column = sea_orm::Set($value);)*
        row
    }};
}
pub(super) use row;

macro_rules! batch {
    ($($table:ident,)*) => {
        /// Rows of every table, written in the order in which they need each other.
        #[derive(Default)]
        pub(super) struct Batch {
            $(pub $table: Vec<$table::ActiveModel>,)*
        }

        impl Batch {
            /// Writes them.
            pub async fn write(self, tx: &DatabaseTransaction) -> Result<(), DbErr> {
                $(insert::<$table::Entity, _>(tx, self.$table).await?;)*
                Ok(())
            }
        }
    };
}

// A decision is refused by the engine before its fees and notices are there.
batch!(
    applicant,
    session,
    application,
    answer,
    document,
    consent,
    fee,
    payment,
    event,
    advice,
    notice,
    decision,
    delivery,
    grant,
    part,
    control,
    task,
    firing,
    mail,
);

async fn insert<E, A>(tx: &DatabaseTransaction, rows: Vec<A>) -> Result<(), DbErr>
where
    E: EntityTrait,
    A: ActiveModelTrait<Entity = E> + ActiveModelBehavior + Send,
{
    let most = PARAMETERS / E::Column::iter().count().max(1);
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        E::insert_many(rows.by_ref().take(most)).exec_without_returning(tx).await?;
    }
    Ok(())
}
