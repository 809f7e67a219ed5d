//! `/office/accounts/{id}`: one account: roles, tokens, its end.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::accounts::{role_choices, roles_of, value};
use super::dashboard::Told;
use super::faults::Wrongs;
use super::field::{Choice, Choices};
use super::frame::{Frame, Section, answer, refused};
use super::requests::{self, Waiting};
use super::{see_other, words};
use crate::account::{Account, OfficeForm, Role, Staff, any_by_id, by_id, change, manage, territory, token};
use crate::app::State;
use crate::error::{Error, Fault, Result};
use crate::i18n::{Args, Lang};

/// Registers the pages.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/accounts/{id}").route(web::get().to(show)))
        .service(web::resource("/accounts/{id}/roles").route(web::post().to(roles)))
        .service(web::resource("/accounts/{id}/areas").route(web::post().to(tie)))
        .service(
            web::resource("/accounts/{id}/close")
                .route(web::get().to(ask_close))
                .route(web::post().to(close)),
        )
        .service(web::resource("/accounts/{id}/tokens").route(web::post().to(make_token)))
        .service(web::resource("/accounts/{id}/tokens/revoke").route(web::post().to(revoke_token)));
}

struct TokenRow {
    hash: String,
    label: String,
    made: String,
    used: String,
}

#[derive(Template)]
#[template(path = "office/member.html")]
struct Page {
    f: Frame,
    account: Account,
    requests: Vec<Waiting>,
    roles: Choices,
    /// Places of somebody whose word holds in some alone.
    areas: Option<Choices>,
    tokens: Vec<TokenRow>,
    wrongs: Wrongs,
    own: bool,
    /// A token that was just made, shown once.
    fresh: Option<String>,
    /// What is wrong with the name of a new token.
    label_error: Option<String>,
}

async fn page(state: &State, staff: &Staff, account: Account, wrongs: Wrongs) -> Result<Page> {
    let lang = staff.person.lang;
    let here = format!("/office/accounts/{}", account.id);
    let f = Frame::new(state, staff, Section::Accounts, "office-nav-accounts", &here)
        .titled(account.name.clone());
    let when = |ms: i64| words::when(ms, lang, state);
    let tokens = token::of(&state.db, account.id).await?.into_iter().map(|row| TokenRow {
        hash: row.token_hash,
        label: row.label,
        made: when(row.created_at_ms),
        used: row.used_at_ms.map_or_else(|| lang.text("office-never"), when),
    });
    Ok(Page {
        tokens: tokens.collect(),
        roles: role_choices(lang, &account.roles(), &wrongs),
        areas: match account.roles().iter().any(|role| territory::TIED.contains(role)) {
            true => Some(area_choices(state, lang, account.id).await?),
            false => None,
        },
        own: account.id == staff.person.id,
        requests: requests::waiting(state, staff, Some(account.id)).await?,
        label_error: wrongs.at("label", &lang.text("office-token-label")),
        account,
        wrongs,
        fresh: None,
        f,
    })
}

/// Police zones and municipalities, each zone before its members.
async fn area_choices(state: &State, lang: Lang, account: Uuid) -> Result<Choices> {
    let chosen = territory::codes(state, account).await?;
    let now_ms = state.clock.now_ms();
    let mut items = Vec::new();
    for zone in state.areas.zones.iter().filter(|zone| zone.holds_at(now_ms)) {
        let words = lang.text_with("office-area-zone", &Args::new().with("name", zone.name.in_lang(lang)));
        items.push(Choice::new("areas", &zone.id, words, chosen.contains(&zone.id)));
    }
    for one in &state.areas.municipalities {
        items.push(Choice::new("areas", &one.nis, one.name.in_lang(lang), chosen.contains(&one.nis)));
    }
    Ok(Choices {
        id: "areas".to_owned(),
        name: "area".to_owned(),
        legend: lang.text("office-areas"),
        hint: Some(lang.text("office-areas-hint")),
        many: true,
        columns: true,
        items,
        error: None,
    })
}

async fn tie(state: web::Data<State>, id: web::Path<Uuid>, form: OfficeForm<Fields>) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&[Role::Administrator])?;
    let account = by_id(&state.db, *id).await?.ok_or(Error::NotFound)?;
    let wanted = fields.iter().filter(|(name, _)| name == "area").map(|(_, code)| code.clone());
    let wanted: Vec<String> = wanted.take(100).collect();
    territory::tie(&state, &staff.person.email, &account, &wanted).await?;
    Ok(see_other(format!("/office/accounts/{id}?done=areas")))
}

async fn show(
    state: web::Data<State>,
    staff: Staff,
    id: web::Path<Uuid>,
    told: web::Query<Told>,
) -> Result<HttpResponse> {
    staff.must(&[Role::Administrator])?;
    let account = any_by_id(&state.db, *id).await?.ok_or(Error::NotFound)?;
    let mut page = page(&state, &staff, account, Wrongs::default()).await?;
    page.f = page.f.done(told.done.as_deref());
    answer(staff.person.lang, &page)
}

type Fields = Vec<(String, String)>;

async fn roles(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    form: OfficeForm<Fields>,
) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&[Role::Administrator])?;
    let lang = staff.person.lang;
    let account = by_id(&state.db, *id).await?.ok_or(Error::NotFound)?;
    let wanted = roles_of(&fields);
    let fault = if wanted.is_empty() {
        Some("role-missing")
    } else if account.id == staff.person.id && !wanted.contains(&Role::Administrator) {
        // Whoever keeps the keys cannot lock the last door from outside.
        Some("role-own")
    } else {
        None
    };
    if let Some(code) = fault {
        let wrongs = Wrongs::plain(&[Fault::new("roles", code)], lang);
        return refused(lang, &page(&state, &staff, account, wrongs).await?);
    }
    let issued = change::set_roles(&state, &staff.person, &account, &wanted).await?;
    if issued.password.is_some() {
        return requests::given_out(&state, &staff, "office-account-asked", issued);
    }
    let done = if issued.waits { "asked" } else { "roles" };
    Ok(see_other(format!("/office/accounts/{id}?done={done}")))
}

#[derive(Template)]
#[template(path = "office/member_close.html")]
struct Ask {
    f: Frame,
    account: Account,
}

/// The account that may be closed: any but one's own.
async fn other(state: &State, staff: &Staff, id: Uuid) -> Result<Account> {
    staff.must(&[Role::Administrator])?;
    if id == staff.person.id {
        return Err(Error::Conflict("own-account"));
    }
    by_id(&state.db, id).await?.ok_or(Error::NotFound)
}

async fn ask_close(state: web::Data<State>, staff: Staff, id: web::Path<Uuid>) -> Result<HttpResponse> {
    let account = other(&state, &staff, *id).await?;
    let here = format!("/office/accounts/{id}/close");
    let f = Frame::new(&state, &staff, Section::Accounts, "office-account-close", &here);
    answer(staff.person.lang, &Ask { f, account })
}

#[derive(Deserialize)]
struct Nothing {}

async fn close(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    form: OfficeForm<Nothing>,
) -> Result<HttpResponse> {
    let account = other(&state, &form.staff, *id).await?;
    manage::close(&state.db, &form.staff.person, account, state.clock.now_ms()).await?;
    Ok(see_other("/office/accounts?done=closed"))
}

async fn make_token(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    form: OfficeForm<Fields>,
) -> Result<HttpResponse> {
    let OfficeForm { staff, fields } = form;
    staff.must(&[Role::Administrator])?;
    let lang = staff.person.lang;
    let account = by_id(&state.db, *id).await?.ok_or(Error::NotFound)?;
    let label: String = value(&fields, "label").chars().filter(|c| !c.is_control()).take(100).collect();
    if label.is_empty() {
        let wrongs = Wrongs::plain(&[Fault::new("label", "required")], lang);
        return refused(lang, &page(&state, &staff, account, wrongs).await?);
    }
    let fresh = token::at_desk(&state, &staff.person, &account, &label).await?;
    let mut page = page(&state, &staff, account, Wrongs::default()).await?;
    page.fresh = Some(fresh);
    answer(lang, &page)
}

#[derive(Deserialize)]
struct Gone {
    hash: String,
}

async fn revoke_token(
    state: web::Data<State>,
    id: web::Path<Uuid>,
    form: OfficeForm<Gone>,
) -> Result<HttpResponse> {
    form.staff.must(&[Role::Administrator])?;
    let account = any_by_id(&state.db, *id).await?.ok_or(Error::NotFound)?;
    token::revoke(&state, &form.staff.person, &account, &form.fields.hash).await?;
    Ok(see_other(format!("/office/accounts/{id}?done=token-revoked")))
}
