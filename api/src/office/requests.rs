//! `/office/accounts/requests`: what waits for a second administrator, confirmed or refused;
//! and a new sign-in for somebody who lost theirs.

use std::collections::HashMap;

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::frame::{Frame, Section, answer};
use super::{dashboard, see_other, words};
use crate::account::manage::Issued;
use crate::account::{Account, OfficeForm, Role, Staff, by_id, change, power, request, totp};
use crate::app::State;
use crate::error::{Error, Result};

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/accounts/requests/{id}/confirm").route(web::post().to(confirm)))
        .service(web::resource("/accounts/requests/{id}/refuse").route(web::post().to(refuse)))
        .service(
            web::resource("/accounts/{id}/sign-in")
                .route(web::get().to(ask_renew))
                .route(web::post().to(renew)),
        );
}

/// One request in a list.
pub(super) struct Waiting {
    /// Its id.
    pub id: Uuid,
    /// For which account.
    pub account: Uuid,
    /// Name of its person.
    pub name: String,
    /// New account, other roles, new sign-in: in words.
    pub what: String,
    /// The roles that it brings, in words; none when it brings none.
    pub roles: Option<String>,
    /// Who asked, and when.
    pub asked: String,
    /// Whether the reader asked.
    pub mine: bool,
    /// Whether it is about the reader.
    pub own: bool,
}

/// The requests that wait, all or those for one account.
///
/// # Errors
/// The database does not answer.
pub(super) async fn waiting(state: &State, staff: &Staff, account: Option<Uuid>) -> Result<Vec<Waiting>> {
    let lang = staff.person.lang;
    let rows = match account {
        Some(id) => request::of(&state.db, id).await?.into_iter().collect(),
        None => request::waiting(&state.db).await?,
    };
    let names = if rows.is_empty() { HashMap::new() } else { dashboard::names(state).await? };
    let name = |id: &Uuid| names.get(id).cloned().unwrap_or_default();
    let view = |row: request::Model| {
        let roles: Vec<_> = row.wanted().iter().map(|role| lang.text(&format!("role-{role}"))).collect();
        let args = crate::i18n::Args::new()
            .with("who", name(&row.asked_by))
            .with("when", words::when(row.asked_at_ms, lang, state));
        Waiting {
            id: row.id,
            account: row.account_id,
            name: name(&row.account_id),
            what: lang.text(&format!("office-request-{}", row.kind)),
            roles: (row.kind != "sign-in").then(|| roles.join(", ")),
            asked: lang.text_with("office-request-asked", &args),
            mine: row.asked_by == staff.person.id,
            own: row.account_id == staff.person.id,
        }
    };
    Ok(rows.into_iter().map(view).collect())
}

#[derive(Template)]
#[template(path = "office/account_made.html")]
struct Made {
    f: Frame,
    hint: String,
    email: String,
    password: Option<String>,
    /// Secret of the second factor, and the address that an authenticator app reads.
    secret: Option<(String, String)>,
}

/// What is given out once, on a page.
fn made(f: Frame, hint: &str, issued: Issued) -> Result<HttpResponse> {
    let lang = f.lang;
    let secret = match issued.totp_secret {
        Some(secret) => {
            let address = totp::address(&secret, &issued.account.email)?;
            Some((secret, address))
        }
        None => None,
    };
    let hint = lang.text(hint);
    answer(lang, &Made { f, hint, email: issued.account.email, password: issued.password, secret })
}

/// The page after a new account or a new sign-in; `title` names what was made.
pub(super) fn given_out(state: &State, staff: &Staff, title: &str, issued: Issued) -> Result<HttpResponse> {
    let (title, hint) = if issued.waits {
        ("office-account-asked", "office-account-asked-hint")
    } else {
        (title, "office-account-made-hint")
    };
    made(Frame::new(state, staff, Section::Accounts, title, "/office/accounts"), hint, issued)
}

#[derive(Deserialize)]
struct Nothing {}

async fn confirm(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    form: OfficeForm<Nothing>,
) -> Result<HttpResponse> {
    let staff = form.staff;
    staff.must(&[Role::Administrator])?;
    let request::Confirmed { account, totp_secret } = request::confirm(&state, &staff.person, *id).await?;
    if totp_secret.is_none() {
        return Ok(see_other(format!("/office/accounts/{}?done=confirmed", account.id)));
    }
    let f = Frame::new(&state, &staff, Section::Accounts, "office-account-confirmed", "/office/accounts");
    let issued = Issued { account, password: None, totp_secret, waits: false };
    made(f, "office-account-confirmed-hint", issued)
}

async fn refuse(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    form: OfficeForm<Nothing>,
) -> Result<HttpResponse> {
    form.staff.must(&[Role::Administrator])?;
    let account = request::refuse(&state, &form.staff.person, *id).await?;
    Ok(see_other(format!("/office/accounts/{account}?done=request-ended")))
}

#[derive(Template)]
#[template(path = "office/member_sign_in.html")]
struct Ask {
    f: Frame,
    account: Account,
    /// Whether a second administrator has to confirm it.
    waits: bool,
}

async fn ask_renew(state: web::Data<State>, staff: Staff, id: web::Path<Uuid>) -> Result<HttpResponse> {
    staff.must(&[Role::Administrator])?;
    let account = by_id(&state.db, *id).await?.ok_or(Error::NotFound)?;
    let here = format!("/office/accounts/{id}/sign-in");
    let f = Frame::new(&state, &staff, Section::Accounts, "office-sign-in-new", &here);
    answer(staff.person.lang, &Ask { f, waits: power::is_beyond(&staff.person, &account), account })
}

async fn renew(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    form: OfficeForm<Nothing>,
) -> Result<HttpResponse> {
    let staff = form.staff;
    staff.must(&[Role::Administrator])?;
    let account = by_id(&state.db, *id).await?.ok_or(Error::NotFound)?;
    let issued = change::renew(&state, &staff.person, &account).await?;
    given_out(&state, &staff, "office-sign-in-made", issued)
}
