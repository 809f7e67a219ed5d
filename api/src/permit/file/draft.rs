//! A file being filled in.

use safe_permits::Applicant;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ConnectionTrait, QueryFilter, QueryOrder, Select, Set};

use super::{File, hold, known};
use crate::account::citizen::Citizen;
use crate::account::random_token;
use crate::app::State;
use crate::db;
use crate::error::{Error, Result};
use crate::permit::entity::{answer, applicant, application, grant};
use crate::permit::form::Answers;
use crate::permit::numbers;
use crate::permit::sealed::FileKey;

/// Drafts that one person may have at once.
const MOST_DRAFTS: u64 = 20;

/// Who asks for the same again within this time has clicked twice.
const TWICE_MS: i64 = 5_000;

/// Begins a file, about one of the person's permits when there is one.
///
/// # Errors
/// The procedure has no form, or the person has too many drafts.
pub async fn begin(
    state: &State,
    citizen: &Citizen,
    procedure: &str,
    lang: &str,
    permit: Option<&grant::Model>,
) -> Result<Uuid> {
    let now_ms = state.clock.now_ms();
    let law = state.law.on(numbers::today(now_ms));
    let procedure = law.procedure(procedure).filter(|row| !row.flow.is_empty()).ok_or(Error::NotFound)?;
    let tx = db::begin(&state.db).await?;
    // Two clicks come one after the other: the row of the person is held until the end.
    applicant::Entity::update_many()
        .col_expr(applicant::Column::SeenAtMs, Expr::col(applicant::Column::SeenAtMs))
        .filter(applicant::Column::Id.eq(citizen.row.id))
        .exec(&tx)
        .await?;
    let drafts = application::Entity::find()
        .filter(application::Column::ApplicantId.eq(citizen.row.id))
        .filter(application::Column::State.eq("draft"));
    let own = drafts.clone().filter(application::Column::Procedure.eq(&procedure.id));
    if let Some(row) = just_begun(own, lang, permit, now_ms).one(&tx).await? {
        return Ok(row.id);
    }
    if drafts.count(&tx).await? >= MOST_DRAFTS {
        return Err(Error::Conflict("permit-drafts"));
    }
    let id = Uuid::now_v7();
    let (key, wrapped) = FileKey::fresh(&state.permits.keys, id)?;
    let of_other = permit.filter(|permit| permit.holder_id != citizen.row.id);
    let company = match of_other.filter(|_| procedure.applicants.contains(&Applicant::Company)) {
        Some(permit) => known::company(&tx, permit).await?,
        None => None,
    };
    let row = application::ActiveModel {
        id: Set(id),
        applicant_id: Set(citizen.row.id),
        procedure: Set(procedure.id.clone()),
        variant: Set(String::new()),
        applicant_kind: Set("person".to_owned()),
        lang: Set(lang.to_owned()),
        state: Set("draft".to_owned()),
        submit_key: Set(random_token()?),
        rows_json: Set("{}".to_owned()),
        key_wrapped: Set(Some(wrapped)),
        grant_id: Set(permit.map(|permit| permit.id)),
        // Whoever else acts for the company goes on with it, as with the file of its permit.
        company_hmac: Set(company),
        version: Set(1),
        created_at_ms: Set(now_ms),
        updated_at_ms: Set(now_ms),
        ..Default::default()
    };
    row.insert(&tx).await?;
    // What the identity already says is not asked twice, only shown.
    let kept = citizen.kept(state)?;
    let mut language = Answers::new();
    language.insert("case-language".to_owned(), lang.into());
    write(&tx, &key, id, "case-language", &language, &citizen.session_hash, now_ms).await?;
    if let Some(permit) = permit {
        let flow = law.flow(&procedure.flow).map(|flow| flow.row.pages.as_slice()).unwrap_or_default();
        for (page, own) in known::of_permit(state, &tx, permit, of_other.is_none()).await? {
            if flow.contains(&page) {
                write(&tx, &key, id, &page, &own, &citizen.session_hash, 0).await?;
            }
        }
    }
    let born = kept.national_number.as_deref().and_then(crate::account::citizen::identity::birth_date);
    for (page, field, value) in [
        ("name", "family-name", Some(kept.family_name)),
        ("name", "given-names", Some(kept.given_names)),
        ("birth", "birth-date", born),
        ("contact", "email", kept.email),
    ] {
        let Some(value) = value.filter(|value| !value.is_empty()) else { continue };
        let old = answer::Entity::find_by_id((id, page.to_owned())).one(&tx).await?;
        let mut own: Answers = match &old {
            Some(row) => key.open(&format!("answer/{page}"), &row.sealed)?,
            None => Answers::new(),
        };
        if own.get(field).is_some_and(|known| known.as_str() != Some("")) {
            continue;
        }
        own.insert(field.to_owned(), value.into());
        // Time zero: what was not looked at by the person is not done.
        if old.is_some() {
            answer::Entity::delete_by_id((id, page.to_owned())).exec(&tx).await?;
        }
        write(&tx, &key, id, page, &own, &citizen.session_hash, 0).await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// Of some drafts the one that was begun a moment ago with the same words, and not touched
/// since: whoever clicks twice wants one file.
fn just_begun(
    drafts: Select<application::Entity>,
    lang: &str,
    permit: Option<&grant::Model>,
    now_ms: i64,
) -> Select<application::Entity> {
    use application::Column;
    let about = match permit {
        Some(permit) => Column::GrantId.eq(permit.id),
        None => Column::GrantId.is_null(),
    };
    drafts
        .filter(Column::Lang.eq(lang))
        .filter(about)
        .filter(Column::Version.eq(1_i64))
        .filter(Column::CreatedAtMs.gt(now_ms - TWICE_MS))
        .order_by_desc(Column::CreatedAtMs)
}

async fn write(
    db: &impl ConnectionTrait,
    key: &FileKey,
    id: Uuid,
    page: &str,
    answers: &Answers,
    session_hash: &str,
    now_ms: i64,
) -> Result<()> {
    let row = answer::ActiveModel {
        application_id: Set(id),
        page: Set(page.to_owned()),
        sealed: Set(key.seal(&format!("answer/{page}"), answers)?),
        session_hash: Set(session_hash.to_owned()),
        updated_at_ms: Set(now_ms),
    };
    answer::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Saves the answers of a page, right or wrong: nothing is lost. `seen_ms` is
/// when the page that was filled in had been saved before; another tab that was
/// faster is told, not overwritten. The same answers once more are done already.
///
/// # Errors
/// [`Error::Conflict`] `permit-other-tab`, or the file has been sent; [`Error::Forbidden`] when
/// the answers name another company and somebody acts by a mandate of the one that it is open to.
pub async fn save(
    state: &State,
    citizen: &Citizen,
    file: &File,
    page: &str,
    answers: &Answers,
    seen_ms: i64,
) -> Result<()> {
    file.must_be_draft()?;
    let now_ms = state.clock.now_ms();
    let tx = db::begin(&state.db).await?;
    let id = file.row.id;
    if !hold(&tx, id).await? {
        return Err(Error::NotFound);
    }
    let old = answer::Entity::find_by_id((id, page.to_owned())).one(&tx).await?;
    if old.as_ref().map_or(0, |row| row.updated_at_ms) != seen_ms {
        // A second click sends what the first has just saved.
        let own = old.filter(|row| row.session_hash == citizen.session_hash);
        let saved = own.map(|row| file.key.open::<Answers>(&format!("answer/{page}"), &row.sealed));
        let is_same = saved.transpose()?.is_some_and(|saved| saved == *answers);
        return if is_same { Ok(()) } else { Err(Error::Conflict("permit-other-tab")) };
    }
    if old.is_some() {
        answer::Entity::delete_by_id((id, page.to_owned())).exec(&tx).await?;
    }
    // Two saves within one millisecond still differ.
    let stamp = now_ms.max(seen_ms + 1);
    write(&tx, &file.key, id, page, answers, &citizen.session_hash, stamp).await?;
    let mut change = application::Entity::update_many()
        .col_expr(application::Column::Version, Expr::value(file.row.version + 1))
        .col_expr(application::Column::UpdatedAtMs, Expr::value(now_ms))
        .filter(application::Column::Id.eq(id))
        .filter(application::Column::State.eq("draft"))
        .filter(application::Column::Version.lte(file.row.version));
    if let Some(lang) =
        answers.get("case-language").and_then(|v| v.as_str()).filter(|l| ["fr", "nl"].contains(l))
    {
        change = change.col_expr(application::Column::Lang, Expr::value(lang.to_owned()));
    }
    // Another company, or a person: the file is open to nobody any more. Whoever acts by a mandate
    // would shut themselves out.
    if file.row.company_hmac.is_some() {
        let mut all = file.answers.clone();
        all.extend(answers.clone());
        if file.company(state, &all)? != file.row.company_hmac {
            file.must_be_own()?;
            change = change.col_expr(application::Column::CompanyHmac, Expr::value(Option::<String>::None));
        }
    }
    let changed = change.exec(&tx).await?;
    if changed.rows_affected == 0 {
        return Err(Error::Conflict("permit-other-tab"));
    }
    tx.commit().await?;
    Ok(())
}
