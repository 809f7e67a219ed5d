//! Who lives at the address is taken out of a file that stays: out of the consents, the list in
//! the answers, the copies of it in notices and in questions to advisers, and the mails that went
//! to them.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{DatabaseTransaction, QueryFilter};
use serde_json::{Map, Value, json};

use crate::error::Result;
use crate::permit::desk::advice::without_facts;
use crate::permit::entity::{advice, answer, consent, mail, notice};
use crate::permit::file::Person;
use crate::permit::sealed::FileKey;

/// In place of the keyed hash of a person who was taken out. The engine lets only such a row
/// forget who answered.
pub(super) const REDACTED: &str = "redacted/";

/// The question that lists them.
const LIST: &str = "cohabitant-list";

/// Mails to them.
const MAILS: [&str; 2] = ["consent-invitation", "consent-reminder"];

/// Takes them out; the answer is how many were asked. What was answered stays.
pub(super) async fn unname(tx: &DatabaseTransaction, file: Uuid, key: &FileKey) -> Result<usize> {
    let all = consent::Entity::find().filter(consent::Column::ApplicationId.eq(file)).all(tx).await?;
    for one in &all {
        let sealed = key.seal(&format!("consent/{}", one.id), &Person::default())?;
        consent::Entity::update_many()
            .col_expr(consent::Column::PersonSealed, Expr::value(sealed))
            .col_expr(consent::Column::PersonHmac, Expr::value(format!("{REDACTED}{}", one.id)))
            .col_expr(consent::Column::TokenHash, Expr::value(Option::<String>::None))
            .col_expr(consent::Column::AnsweredBy, Expr::value(Option::<Uuid>::None))
            .col_expr(consent::Column::PaperDocumentId, Expr::value(Option::<Uuid>::None))
            .filter(consent::Column::Id.eq(one.id))
            .exec(tx)
            .await?;
    }
    answers(tx, file, key).await?;
    snapshots(tx, file, key).await?;
    questions(tx, file, key).await?;
    mail::Entity::delete_many()
        .filter(mail::Column::ApplicationId.eq(file))
        .filter(mail::Column::Notification.is_in(MAILS))
        .exec(tx)
        .await?;
    Ok(all.len())
}

/// Leaves of each row its name in the file alone: papers and consents point to it. False when
/// the page does not list anybody.
fn strip(page: &mut Map<String, Value>) -> bool {
    let Some(Value::Array(rows)) = page.get_mut(LIST) else { return false };
    for row in rows {
        *row = json!({ "row": row.get("row") });
    }
    true
}

async fn answers(tx: &DatabaseTransaction, file: Uuid, key: &FileKey) -> Result<()> {
    let pages = answer::Entity::find().filter(answer::Column::ApplicationId.eq(file)).all(tx).await?;
    for row in pages {
        let place = format!("answer/{}", row.page);
        let mut page: Map<String, Value> = key.open(&place, &row.sealed)?;
        if !strip(&mut page) {
            continue;
        }
        answer::Entity::update_many()
            .col_expr(answer::Column::Sealed, Expr::value(key.seal(&place, &page)?))
            .filter(answer::Column::ApplicationId.eq(file))
            .filter(answer::Column::Page.eq(row.page))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// What the file held when a notice was closed.
async fn snapshots(tx: &DatabaseTransaction, file: Uuid, key: &FileKey) -> Result<()> {
    let rows = notice::Entity::find().filter(notice::Column::ApplicationId.eq(file)).all(tx).await?;
    for row in rows {
        let Some(sealed) = &row.snapshot_sealed else { continue };
        let place = format!("notice-snapshot/{}", row.id);
        let mut held: Value = key.open(&place, sealed)?;
        let pages = held.get_mut("answers").and_then(Value::as_object_mut);
        for page in pages.into_iter().flat_map(Map::values_mut).filter_map(Value::as_object_mut) {
            strip(page);
        }
        notice::Entity::update_many()
            .col_expr(notice::Column::SnapshotSealed, Expr::value(Some(key.seal(&place, &held)?)))
            .filter(notice::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// The facts that advisers were given: words by then, of which nobody can tell whom they name. The
/// answers themselves are still in the file.
async fn questions(tx: &DatabaseTransaction, file: Uuid, key: &FileKey) -> Result<()> {
    let rows = advice::Entity::find().filter(advice::Column::ApplicationId.eq(file)).all(tx).await?;
    for row in rows {
        let Some(sealed) = without_facts(key, &row)? else { continue };
        advice::Entity::update_many()
            .col_expr(advice::Column::QuestionSealed, Expr::value(sealed))
            .filter(advice::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_keeps_its_place_and_nothing_of_the_person() {
        let mut page = json!({ LIST: [{ "row": "c1", "family-name": "Voorbeeld" }, { "row": "c2" }] });
        let page = page.as_object_mut().expect("a page");
        assert!(strip(page));
        assert_eq!(page[LIST], json!([{ "row": "c1" }, { "row": "c2" }]));
        let mut other = json!({ "storage": "home" });
        assert!(!strip(other.as_object_mut().expect("a page")));
        assert_eq!(other, json!({ "storage": "home" }));
    }
}
