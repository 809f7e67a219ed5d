//! The audit chain of years, written as the product writes it: one row after the other, each
//! with the hash of the one before.

use safe_api::audit::{self, Model};
use safe_api::db::{self, counter};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

/// Rows of one statement: eight columns each.
const AT_ONCE: usize = 3_000;

/// Something that was done to or seen of a file.
#[derive(Clone, Copy)]
pub(super) struct Act {
    pub at_ms: i64,
    pub file: u32,
    /// Place in the list of those who act; the first two are the applicant and the system.
    pub actor: u8,
    pub what: What,
}

/// What was done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Submit,
    Read,
    Advice,
    Step(&'static str),
}

impl What {
    fn action(self) -> &'static str {
        match self {
            Self::Submit => "permit.submit",
            Self::Read | Self::Advice => "permit.read",
            Self::Step(action) => action,
        }
    }

    fn detail(self) -> &'static str {
        match self {
            Self::Read => r#"{"purpose":"examination","role":"weapons-clerk"}"#,
            Self::Advice => r#"{"purpose":"advice","role":"adviser"}"#,
            _ => "{}",
        }
    }
}

/// Writes acts behind what stands in the chain already.
pub(super) async fn write(
    db: &DatabaseConnection,
    mut acts: Vec<Act>,
    files: &[Uuid],
    actors: &[String],
) -> anyhow::Result<i64> {
    acts.sort_by_key(|act| act.at_ms);
    let head = counter::read(db, "audit").await?;
    let (mut seq, mut previous) = (head.value, head.head);
    for part in acts.chunks(AT_ONCE) {
        let mut rows = Vec::with_capacity(part.len());
        for act in part {
            seq += 1;
            let mut row = Model {
                seq,
                at_ms: act.at_ms,
                actor: actors[usize::from(act.actor)].clone(),
                action: act.what.action().to_owned(),
                subject: format!("permit/{}", files[act.file as usize]),
                detail: act.what.detail().to_owned(),
                previous_hash: previous,
                hash: String::new(),
            };
            row.hash = audit::hash_of(&row);
            previous = row.hash.clone();
            rows.push(row.into_active_model());
        }
        let tx = db::begin(db).await?;
        audit::Entity::insert_many(rows).exec_without_returning(&tx).await?;
        counter::Entity::update_many()
            .col_expr(counter::Column::Value, Expr::value(seq))
            .col_expr(counter::Column::Head, Expr::value(previous.clone()))
            .filter(counter::Column::Name.eq("audit"))
            .exec(&tx)
            .await?;
        tx.commit().await?;
    }
    Ok(seq)
}
